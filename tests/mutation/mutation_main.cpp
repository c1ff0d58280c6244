// attest_mutate N SEED PATH…: N mutated documents through the extractor, in this process.
//
// Seeds are the files at PATH (files and folders); one in forty is wrapped as a Word document, one in two
// hundred as a PDF. Each result must keep the invariants of fragment_checks.hpp and come out the same a
// second time; a document that is refused must be refused with an attest::Error. Ends with 1 where one does
// not, with a file of the bytes for each. `--print` prints the fragments, one a line.
#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include <attest/extractor/pipeline.hpp>
#include <attest/extractor/readers/reader.hpp>
#include <attest/graph/error.hpp>

#include "fragment_checks.hpp"
#include "mutations.hpp"

namespace {

using namespace attest;
namespace fs = std::filesystem;

struct Seed {
  std::string name, bytes;
};

Seed read_seed(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {path.filename().string(), {std::istreambuf_iterator<char>(file), {}}};
}

std::vector<Seed> read_seeds(std::vector<fs::path> paths) {
  std::vector<fs::path> files;
  for (const fs::path& path : paths)
    if (fs::is_directory(path))
      for (const auto& entry : fs::directory_iterator(path)) files.push_back(entry.path());
    else
      files.push_back(path);
  std::sort(files.begin(), files.end());
  std::vector<Seed> seeds;
  for (const fs::path& file : files)
    if (fs::is_regular_file(file)) seeds.push_back(read_seed(file));
  return seeds;
}

// A stretch of a long document: 10,000 documents should not take a day.
std::string stretch_of(const std::string& bytes, test::Random& random) {
  constexpr std::size_t longest = 6000;
  if (bytes.size() <= longest) return bytes;
  return bytes.substr(random.below(bytes.size() - longest), longest);
}

Seed mutated(const std::vector<Seed>& seeds, const std::vector<std::string>& texts, test::Random& random) {
  const Seed& seed = seeds[random.below(seeds.size())];
  const bool whole = seed.name.ends_with(".html");
  std::string bytes = whole ? seed.bytes : stretch_of(seed.bytes, random);
  if (random.one_in(40)) return {"mutated.docx", test::mutate(test::docx_of(bytes), texts, random)};
  if (random.one_in(200)) return {"mutated.pdf", test::mutate(test::pdf_of(bytes), texts, random)};
  constexpr const char* endings[] = {".txt", ".md", ".html"};
  const std::string ending =
      random.one_in(8) ? endings[random.below(3)] : fs::path(seed.name).extension().string();
  return {"mutated" + ending, test::mutate(std::move(bytes), texts, random)};
}

struct Outcome {
  bool refused = false;
  std::string json;
  std::vector<std::string> faults;
};

Outcome extract(const Seed& document) {
  Outcome outcome;
  try {
    extract::Document read = extract::read_document(
        document.bytes, extract::format_of(document.name, document.bytes), document.name, document.name);
    const std::string text = read.text;
    const Fragment fragment = extract::extract_fragment(std::move(read));
    outcome.faults = test::faults_of(fragment, text);
    outcome.json = to_json(fragment);
  } catch (const Error& error) {
    outcome.refused = true;
    outcome.json = error.what();
  } catch (const std::exception& error) {
    outcome.faults.push_back(std::string("an error that is not the library's own: ") + error.what());
  }
  return outcome;
}

void keep(const Seed& document, std::size_t number, const std::vector<std::string>& faults) {
  const std::string name = fmt::format("mutated-{}{}", number, fs::path(document.name).extension().string());
  std::ofstream(name, std::ios::binary) << document.bytes;
  for (const std::string& fault : faults) std::cerr << name << ": " << fault << '\n';
}

int run(std::size_t count, std::uint64_t seed, const std::vector<Seed>& seeds, bool print) {
  std::vector<std::string> texts;
  for (const Seed& one : seeds) texts.push_back(one.bytes);
  std::size_t refused = 0, faulty = 0;
  double slowest = 0;
  std::size_t slowest_number = 0;
  for (std::size_t number = 0; number < count; ++number) {
    test::Random random(seed * 1'000'003 + number);
    const Seed document = mutated(seeds, texts, random);
    const auto start = std::chrono::steady_clock::now();
    Outcome outcome = extract(document);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (seconds > slowest) slowest = seconds, slowest_number = number;
    if (extract(document).json != outcome.json) outcome.faults.push_back("another fragment the second time");
    refused += outcome.refused;
    if (!outcome.faults.empty()) ++faulty, keep(document, number, outcome.faults);
    if (print && !outcome.refused) std::cout << outcome.json << '\n';
  }
  std::cerr << fmt::format(
      "{} documents: {} read, {} refused with a message, {} faulty; slowest number {}, {:.2f} s\n", count,
      count - refused, refused, faulty, slowest_number, slowest);
  return faulty == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool print = std::erase(arguments, "--print") > 0;
  if (arguments.size() < 3) {
    std::cerr << "usage: attest_mutate [--print] N SEED PATH…\n";
    return 2;
  }
  const std::size_t count = std::strtoull(arguments[0].c_str(), nullptr, 10);
  const std::uint64_t seed = std::strtoull(arguments[1].c_str(), nullptr, 10);
  const auto seeds = read_seeds({arguments.begin() + 2, arguments.end()});
  if (seeds.empty()) {
    std::cerr << "attest_mutate: no files at the paths given\n";
    return 2;
  }
  return run(count, seed, seeds, print);
}
