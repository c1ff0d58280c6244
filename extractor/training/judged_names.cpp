#include <attest/extractor/training/judged_names.hpp>

#include <algorithm>
#include <set>

#include <attest/extractor/annotator.hpp>

namespace attest::extract::training {

namespace {

std::vector<JudgedName> found_names(const AnnotatedDocument& document) {
  std::vector<JudgedName> names;
  const std::vector<Token>& tokens = document.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].name_begins || tokens[i].name == NameClass::other) continue;
    std::size_t last = i;
    while (last + 1 < tokens.size() && tokens[last + 1].name == tokens[i].name &&
           !tokens[last + 1].name_begins)
      ++last;
    names.push_back(
        {{tokens[i].span.begin, tokens[last].span.end}, tokens[i].name, tokens[i].name_confidence, false});
  }
  return names;
}

bool same(const JudgedName& a, const JudgedName& b) {
  return a.span.begin == b.span.begin && a.span.end == b.span.end && a.name == b.name;
}

// Marks the names of `names` that are among `others`.
void mark_hits(std::vector<JudgedName>& names, const std::vector<JudgedName>& others) {
  for (JudgedName& name : names)
    name.hit = std::any_of(others.begin(), others.end(), [&](const JudgedName& o) { return same(name, o); });
}

JudgedDocument judge(NameDocument& doc, const std::set<NameClass>& scored, Annotator& annotator) {
  JudgedDocument out;
  annotator.annotate(doc.document);
  for (const GoldName& g : doc.gold)
    if (g.name != NameClass::none) out.wanted.push_back({g.span, g.name, 1, false});
  out.found = found_names(doc.document);
  mark_hits(out.found, out.wanted);
  mark_hits(out.wanted, out.found);
  std::erase_if(out.found, [&](const JudgedName& name) {
    const bool ignored = std::any_of(doc.gold.begin(), doc.gold.end(), [&](const GoldName& g) {
      return g.name == NameClass::none && g.span.overlaps(name.span);
    });
    return !scored.contains(name.name) || (ignored && !name.hit);
  });
  out.document = std::move(doc.document);
  return out;
}

}  // namespace

std::vector<JudgedDocument> judge_names(const Models& models, const Paths& paths, const std::string& corpus,
                                        const std::string& split) {
  std::vector<NameDocument> documents = read_name_corpus(paths.corpora, corpus, split);
  std::set<NameClass> scored;
  for (const NameDocument& doc : documents)
    for (const GoldName& g : doc.gold) scored.insert(g.name);
  std::vector<JudgedDocument> out;
  Annotator annotator(models);
  for (NameDocument& doc : documents) out.push_back(judge(doc, scored, annotator));
  return out;
}

}  // namespace attest::extract::training
