#include <algorithm>
#include <cstdio>
#include <map>

#include <attest/extractor/labels.hpp>
#include <attest/extractor/training/judged_names.hpp>
#include <attest/extractor/training/scores.hpp>

namespace attest::extract::training {

namespace {

struct Score {
  std::size_t hit = 0;
  std::size_t said = 0;
  std::size_t gold = 0;

  void print(std::string_view what) const {
    const auto percent = [](std::size_t a, std::size_t b) {
      return b == 0 ? 0.0 : 100.0 * static_cast<double>(a) / static_cast<double>(b);
    };
    std::printf("  %s P %.1f R %.1f F1 %.1f", std::string(what).c_str(), percent(hit, said),
                percent(hit, gold), percent(2 * hit, said + gold));
  }
};

void print_errors(const JudgedDocument& doc) {
  const std::string& text = doc.document.document.text;
  const auto show = [&](const char* what, const JudgedName& name) {
    if (name.hit) return;
    const std::uint32_t from = name.span.begin > 40 ? name.span.begin - 40 : 0;
    std::string around = text.substr(from, name.span.end - from + 40);
    std::replace(around.begin(), around.end(), '\n', ' ');
    std::printf("  %s %s '%s' in '%s'\n", what, std::string(name_of(name.name)).c_str(),
                std::string(doc.document.text(name.span)).c_str(), around.c_str());
  };
  for (const JudgedName& name : doc.wanted) show("missed", name);
  for (const JudgedName& name : doc.found) show("wrong", name);
}

void print_scores(const Models& models, const Paths& paths, const std::string& corpus,
                  const std::string& split) {
  std::map<NameClass, Score> scores;
  Score all;
  for (const JudgedDocument& doc : judge_names(models, paths, corpus, split)) {
    if (paths.verbose) print_errors(doc);
    for (const JudgedName& name : doc.wanted) ++scores[name.name].gold;
    for (const JudgedName& name : doc.found) {
      ++scores[name.name].said;
      scores[name.name].hit += name.hit;
    }
  }
  std::printf("names, %s %s:", corpus.c_str(), split.c_str());
  for (const auto& [name, s] : scores) {
    s.print(name_of(name));
    all.hit += s.hit;
    all.said += s.said;
    all.gold += s.gold;
  }
  all.print("all");
  std::printf("\n");
  std::fflush(stdout);
}

}  // namespace

void score_names(const Models& models, const Paths& paths, const std::string& split) {
  for (const char* corpus :
       {"uner_ewt", "gum", "wikigold", "crossner", "redocred", "masc", "gmb", "litbank"}) {
    if (std::filesystem::exists(paths.corpora / corpus / (split + ".tsv")))
      print_scores(models, paths, corpus, split);
  }
}

}  // namespace attest::extract::training
