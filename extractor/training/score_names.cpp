#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <tuple>

#include <attest/extractor/labels.hpp>
#include <attest/extractor/names/name_finder.hpp>
#include <attest/extractor/tagging/tagger.hpp>
#include <attest/extractor/training/files.hpp>
#include <attest/extractor/training/name_corpus.hpp>
#include <attest/extractor/training/steps.hpp>

namespace attest::extract::training {

namespace {

struct Score {
  std::size_t hit = 0;
  std::size_t said = 0;
  std::size_t gold = 0;
  double f1() const {
    return said + gold == 0 ? 0 : 200.0 * static_cast<double>(hit) / static_cast<double>(said + gold);
  }
};

using Names = std::set<std::tuple<std::uint32_t, std::uint32_t, NameClass>>;

Names found_names(const AnnotatedDocument& document) {
  Names names;
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    if (!document.tokens[i].name_begins || document.tokens[i].name == NameClass::other) continue;
    std::size_t last = i;
    while (last + 1 < document.tokens.size() && document.tokens[last + 1].name == document.tokens[i].name &&
           !document.tokens[last + 1].name_begins)
      ++last;
    names.emplace(document.tokens[i].span.begin, document.tokens[last].span.end, document.tokens[i].name);
  }
  return names;
}

void print_errors(const NameDocument& doc, const Names& want, const Names& found) {
  const std::string& text = doc.document.document.text;
  const auto show = [&](const char* what, const auto& name) {
    const auto [begin, end, kind] = name;
    const std::uint32_t from = begin > 40 ? begin - 40 : 0;
    std::string around = text.substr(from, end - from + 40);
    std::replace(around.begin(), around.end(), '\n', ' ');
    std::printf("  %s %s '%s' in '%s'\n", what, std::string(name_of(kind)).c_str(),
                text.substr(begin, end - begin).c_str(), around.c_str());
  };
  for (const auto& name : want)
    if (!found.contains(name)) show("missed", name);
  for (const auto& name : found)
    if (!want.contains(name)) show("wrong", name);
}

void print_scores(const NameFinder& finder, const Tagger& tagger, const Lexicon& lexicon, const Paths& paths,
                  const std::string& corpus, const std::string& split) {
  std::map<NameClass, Score> scores;
  Score all;
  auto documents = read_name_corpus(paths.corpora, corpus, split);
  std::set<NameClass> scored;
  for (const NameDocument& doc : documents)
    for (const GoldName& g : doc.gold) scored.insert(g.name);
  for (NameDocument& doc : documents) {
    const Forms forms(doc.document.document.text, doc.document.tokens, lexicon);
    tagger.tag(doc.document, forms);
    finder.find(doc.document, forms, lexicon);
    Names want;
    for (const GoldName& g : doc.gold)
      if (g.name != NameClass::none) want.emplace(g.span.begin, g.span.end, g.name);
    for (const auto& name : want) ++scores[std::get<2>(name)].gold;
    const Names found = found_names(doc.document);
    if (paths.verbose) print_errors(doc, want, found);
    for (const auto& name : found) {
      const auto [begin, end, kind] = name;
      const bool hit = want.contains(name);
      if (!scored.contains(kind)) continue;
      const bool ignored = !hit && std::any_of(doc.gold.begin(), doc.gold.end(), [&](const GoldName& g) {
        return g.name == NameClass::none && g.span.overlaps({begin, end});
      });
      if (ignored) continue;
      scores[kind].hit += hit;
      ++scores[kind].said;
    }
  }
  std::printf("names, %s %s:", corpus.c_str(), split.c_str());
  for (const auto& [kind, s] : scores) {
    std::printf("  %s P %.1f R %.1f F1 %.1f", std::string(name_of(kind)).c_str(),
                100.0 * static_cast<double>(s.hit) / static_cast<double>(std::max<std::size_t>(s.said, 1)),
                100.0 * static_cast<double>(s.hit) / static_cast<double>(std::max<std::size_t>(s.gold, 1)),
                s.f1());
    all.hit += s.hit;
    all.said += s.said;
    all.gold += s.gold;
  }
  std::printf("  all P %.1f R %.1f F1 %.1f\n",
              100.0 * static_cast<double>(all.hit) / static_cast<double>(std::max<std::size_t>(all.said, 1)),
              100.0 * static_cast<double>(all.hit) / static_cast<double>(std::max<std::size_t>(all.gold, 1)),
              all.f1());
  std::fflush(stdout);
}

}  // namespace

void score_names(const Paths& paths, const std::string& split) {
  const ModelFile lexicon_file(paths.models / "lexicon.model");
  const Lexicon lexicon(lexicon_file.container());
  const ModelFile tagger_file(paths.models / "tagger.model");
  const Tagger tagger(tagger_file.container());
  const ModelFile file(paths.models / "names.model");
  const NameFinder finder(file.container());
  for (const char* corpus :
       {"uner_ewt", "gum", "wikigold", "crossner", "redocred", "masc", "gmb", "litbank"}) {
    if (std::filesystem::exists(paths.corpora / corpus / (split + ".tsv")))
      print_scores(finder, tagger, lexicon, paths, corpus, split);
  }
}

}  // namespace attest::extract::training
