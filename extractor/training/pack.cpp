#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>

#include <attest/extractor/labels.hpp>
#include <attest/extractor/model/hashing.hpp>
#include <attest/extractor/model/models.hpp>
#include <attest/extractor/training/files.hpp>
#include <attest/extractor/training/steps.hpp>
#include <attest/graph/error.hpp>

namespace attest::extract::training {

namespace {

// Sections of the model file, from the arrays of real numbers that the trainer left in WORK/network.
class Packer {
 public:
  explicit Packer(const Paths& paths) : work_(paths.work) {}

  void matrix(const std::string& name, const Matrix::Scales& scales) {
    sections_[name] = Matrix::write(floats(name), floats(name + " bias"), scales);
  }
  // An array at a scale.
  void vector(const std::string& name, int bits) {
    std::vector<std::int16_t> out;
    for (const float x : floats(name))
      out.push_back(
          static_cast<std::int16_t>(std::clamp(std::round(std::ldexp(x, bits)), -32767.0F, 32767.0F)));
    sections_[name] = bytes_of(out);
  }

  // Vectors of the features of words, and of meanings.
  void words() {
    rows("rows", array<std::uint64_t>("network/row keys.u64"));
    std::vector<std::int32_t> bias;
    for (const float x : floats("row bias"))
      bias.push_back(static_cast<std::int32_t>(std::lround(std::ldexp(x, ByteRows::most_shift))));
    sections_["row bias"] = bytes_of(bias);
    std::vector<std::uint64_t> keys;
    std::ifstream in = open("network/meaning words.txt");
    for (std::string word; std::getline(in, word);) keys.push_back(hash_of(word));
    rows("meanings", keys);
    const std::vector<float> none(bias.size());
    sections_["meaning"] = Matrix::write(floats("meaning"), none, {scale::state, scale::state, 32767});
  }

  void tags_and_relations() {
    std::vector<TagPair> tags;
    const auto numbers = array<std::uint32_t>("tags.u32");
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
      tags.push_back({static_cast<Upos>(numbers[i]), static_cast<Penn>(numbers[i + 1])});
    sections_["tag pairs"] = bytes_of(tags);
    std::vector<Deprel> relations;
    for (const std::uint32_t r : array<std::uint32_t>("relations.u32"))
      relations.push_back(static_cast<Deprel>(r));
    sections_["relations"] = bytes_of(relations);
  }

  void name_parameters() {
    const std::vector<float> transitions = floats("transitions");
    // Before `calibrate` confidence is by guess.
    const bool calibrated = std::filesystem::exists(work_ / "network" / "confidence.f32");
    const std::vector<float> confidence = calibrated ? floats("confidence") : std::vector<float>{0.5F, 0};
    NameFinder::Parameters p{};
    for (std::size_t a = 0; a < name_labels; ++a)
      for (std::size_t b = 0; b < name_labels; ++b)
        p.transitions[a][b] = static_cast<std::int16_t>(std::clamp(
            std::round(std::ldexp(transitions.at(a * name_labels + b), scale::label)), -30000.0F, 30000.0F));
    p.slope = std::ldexp(confidence.at(0), -scale::label);
    p.intercept = confidence.at(1);
    sections_["name parameters"] = bytes_of(std::vector{p});
  }

  std::vector<std::byte> bytes() const { return Container::write(sections_); }

 private:
  void rows(const std::string& name, const std::vector<std::uint64_t>& keys) {
    ByteRows::Sections sections = ByteRows::write(floats(name), keys);
    sections_[name] = std::move(sections.rows);
    sections_[name + " shifts"] = std::move(sections.shifts);
    sections_[name + " numbers"] = std::move(sections.numbers);
  }
  std::ifstream open(const std::string& name) const {
    std::ifstream in(work_ / name, std::ios::binary);
    if (!in) throw IoError("cannot read " + (work_ / name).string() + "; train the network first");
    return in;
  }
  template <class T>
  std::vector<T> array(const std::string& name) const {
    std::ifstream in = open(name);
    std::vector<T> values(std::filesystem::file_size(work_ / name) / sizeof(T));
    in.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(values.size() * sizeof(T)));
    return values;
  }
  std::vector<float> floats(const std::string& name) const {
    return array<float>("network/" + name + ".f32");
  }

  std::filesystem::path work_;
  std::map<std::string, std::vector<std::byte>> sections_;
};

}  // namespace

void pack_network(const Paths& paths) {
  constexpr std::int32_t greatest_state = 1 << scale::state;
  constexpr std::int32_t greatest = 32767;
  Packer packer(paths);
  packer.words();
  packer.matrix("word gates", {scale::state, scale::gate, greatest});
  packer.vector("context gates", scale::gate);
  packer.matrix("middle gates", {scale::state, scale::gate, greatest_state});
  for (const char* name :
       {"recurrent 1 forward", "recurrent 1 backward", "recurrent 2 forward", "recurrent 2 backward"})
    packer.matrix(name, {scale::state, scale::gate, greatest_state});
  packer.matrix("tags", {scale::state, 8, greatest_state});
  packer.matrix("parser words", {scale::state, scale::hidden, greatest_state});
  packer.matrix("bilinear", {scale::hidden, 8, greatest});
  packer.matrix("labels", {scale::hidden, 8, greatest});
  packer.vector("arc root", scale::hidden);
  packer.vector("label root", scale::hidden);
  packer.matrix("names", {scale::state, scale::label, greatest_state});
  packer.name_parameters();
  packer.tags_and_relations();
  write_file(paths.models / "network.model", packer.bytes());
}

}  // namespace attest::extract::training
