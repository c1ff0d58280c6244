#include <attest/extractor/training/wordnet.hpp>

#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include <attest/extractor/model/hashing.hpp>
#include <attest/extractor/model/lexicon.hpp>
#include <attest/graph/error.hpp>

namespace attest::extract::training {

namespace {

std::ifstream open(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw IoError("cannot read WordNet's " + path.string() + "; Debian has it in wordnet-base");
  return in;
}

// Lexicographer file of each synset, by its place in the data file.
std::map<std::string, int> files_of_synsets(const std::filesystem::path& path) {
  std::ifstream in = open(path);
  std::map<std::string, int> files;
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == ' ') continue;  // the licence
    std::istringstream fields(line);
    std::string place;
    int file = 0;
    fields >> place >> file;
    files[place] = file;
  }
  return files;
}

// Word and lexicographer file of its first, that is most frequent, meaning.
template <class Use>
void each_word(const std::filesystem::path& folder, const std::string& part, Use&& use) {
  const auto files = files_of_synsets(folder / ("data." + part));
  std::ifstream in = open(folder / ("index." + part));
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == ' ') continue;
    std::istringstream fields(line);
    std::string word, pos, field;
    std::size_t senses = 0;
    std::size_t pointers = 0;
    fields >> word >> pos >> senses >> pointers;
    for (std::size_t i = 0; i < pointers + 2; ++i) fields >> field;  // pointer symbols and two counts
    fields >> field;
    const auto found = files.find(field);
    if (found != files.end() && word.find('_') == std::string::npos) use(word, found->second);
  }
}

}  // namespace

HashedEntries read_wordnet(const std::filesystem::path& folder) {
  std::map<std::string, Senses> words;
  each_word(folder, "noun",
            [&](const std::string& w, int file) { words[w].noun = static_cast<std::uint8_t>(file); });
  each_word(folder, "verb",
            [&](const std::string& w, int file) { words[w].verb = static_cast<std::uint8_t>(file); });
  each_word(folder, "adj", [&](const std::string& w, int) { words[w].adjective = true; });
  each_word(folder, "adv", [&](const std::string& w, int) { words[w].adverb = true; });
  HashedEntries entries;
  for (const auto& [word, senses] : words) entries.emplace_back(hash_of(word), senses.packed());
  return entries;
}

}  // namespace attest::extract::training
