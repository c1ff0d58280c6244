#include <attest/extractor/training/gazetteers.hpp>

#include <fstream>
#include <map>
#include <string>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/model/hashing.hpp>
#include <attest/extractor/model/lexicon.hpp>
#include <attest/extractor/tokenize.hpp>
#include <attest/graph/error.hpp>

namespace attest::extract::training {

namespace {

// Fields of a line of CSV (RFC 4180, no line breaks inside quotes).
std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"') {
      if (quoted && i + 1 < line.size() && line[i + 1] == '"')
        out.back().push_back(line[++i]);
      else
        quoted = !quoted;
    } else if (c == ',' && !quoted) {
      out.emplace_back();
    } else if (c != '\r') {
      out.back().push_back(c);
    }
  }
  return out;
}

bool is_name(std::string_view word) {
  if (word.empty()) return false;
  return class_of(character_at(word, 0).code) == CharClass::upper;
}

class Collector {
 public:
  explicit Collector(const std::filesystem::path& folder) : folder_(folder) {}

  // The words of one column, each for itself.
  void words(const std::string& file, std::size_t column, std::uint32_t list) {
    each(file, column, [&](const std::string& name) {
      for (const std::string& part : tokens(name))
        if (is_name(part) && part.size() > 1) words_[hash_of(part)] |= list;
    });
  }
  // The entries of one column as phrases.
  void phrases(const std::string& file, std::size_t column, std::uint32_t list) {
    each(file, column, [&](const std::string& name) { phrase(name, list); });
  }

  // A line is a phrase; "#" starts a comment.
  void lines(const std::filesystem::path& file, std::uint32_t list) {
    std::ifstream in(file);
    if (!in) throw IoError("cannot read the list " + file.string());
    std::string line;
    while (std::getline(in, line))
      if (!line.empty() && line[0] != '#') phrase(line, list);
  }

  Gazetteers finish() const { return {{words_.begin(), words_.end()}, {phrases_.begin(), phrases_.end()}}; }

 private:
  template <class Use>
  void each(const std::string& file, std::size_t column, Use&& use) {
    std::ifstream in(folder_ / file);
    if (!in) throw IoError("cannot read the list " + (folder_ / file).string());
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
      const auto row = fields(line);
      if (column < row.size() && !row[column].empty()) use(row[column]);
    }
  }
  static std::vector<std::string> tokens(const std::string& name) {
    std::vector<Span> spans;
    tokenize(name, {0, static_cast<std::uint32_t>(name.size())}, spans);
    std::vector<std::string> out;
    for (const Span s : spans) out.push_back(name.substr(s.begin, s.size()));
    return out;
  }

  void phrase(const std::string& name, std::uint32_t list) {
    const auto parts = tokens(name);
    if (parts.empty() || parts.size() > 8 || !is_name(parts[0])) return;
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      key = combine(key, hash_of(parts[i]));
      phrases_[Lexicon::mix_key(key)] |= i + 1 == parts.size() ? list : lists::longer;
    }
    if (parts.size() == 1) words_[hash_of(parts[0])] |= list;
  }

  std::filesystem::path folder_;
  std::map<std::uint64_t, std::uint32_t> words_;
  std::map<std::uint64_t, std::uint32_t> phrases_;
};

}  // namespace

Gazetteers read_gazetteers(const std::filesystem::path& folder, const std::filesystem::path& own) {
  Collector c(folder);
  c.words("forenames-by-country.csv", 11, lists::forename);
  c.words("forenames-large.csv", 0, lists::forename);
  c.words("surnames-by-country.csv", 5, lists::surname);
  c.words("surnames-large.csv", 0, lists::surname);
  c.phrases("world-cities.csv", 0, lists::city);
  c.phrases("world-cities.csv", 1, lists::country);
  c.phrases("world-cities.csv", 2, lists::region);
  c.phrases("admin1.csv", 1, lists::region);
  c.phrases("universities.csv", 0, lists::university);
  c.lines(own / "organizations.txt", lists::organization);
  return c.finish();
}

}  // namespace attest::extract::training
