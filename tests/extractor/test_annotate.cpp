#include <catch2/catch.hpp>

#include <string>

#include <attest/extractor/annotator.hpp>
#include <attest/extractor/labels.hpp>
#include <attest/extractor/pipeline.hpp>

using namespace attest::extract;

namespace {

AnnotatedDocument read(const std::string& text) {
  Document document;
  document.text = text;
  document.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph, 0, false}};
  return annotate(std::move(document), builtin_models());
}

std::string tags(const std::string& text) {
  std::string out;
  for (const Token& t : read(text).tokens) {
    if (!out.empty()) out += ' ';
    out += name_of(t.upos);
  }
  return out;
}

// The names as "place:Paris", with semicolons between.
std::string names(const std::string& text) {
  const AnnotatedDocument doc = read(text);
  std::string out;
  for (const Token& t : doc.tokens) {
    if (t.name == NameClass::none) continue;
    if (!out.empty()) out += t.name_begins ? "; " : " ";
    if (t.name_begins) out += std::string(name_of(t.name)) + ":";
    out += doc.text(t);
  }
  return out;
}

}  // namespace

TEST_CASE("Names", "[annotate]") {
  CHECK(names("Angela Merkel visited Paris on Monday.") == "person:Angela Merkel; place:Paris");
  CHECK(names("The Ministry of Finance of France and General Motors signed it.").find("organization:") !=
        std::string::npos);
  CHECK(names("nothing is named here at all").empty());
}

TEST_CASE("Confidence of a name lies between 0 and 1 and is one number for the whole name", "[annotate]") {
  const AnnotatedDocument doc = read("Yesterday President Barack Obama met Angela Merkel in Berlin.");
  float last = 0;
  for (const Token& t : doc.tokens) {
    if (t.name == NameClass::none) {
      CHECK(t.name_confidence == 0);
      continue;
    }
    CHECK((t.name_confidence > 0 && t.name_confidence <= 1));
    if (!t.name_begins) CHECK(t.name_confidence == last);
    last = t.name_confidence;
  }
}

TEST_CASE("Parts of speech", "[annotate]") {
  CHECK(tags("The minister visited Paris yesterday.") == "DET NOUN VERB PROPN NOUN PUNCT");
  CHECK(tags("She has been running a large company since 2004.") ==
        "PRON AUX AUX VERB DET ADJ NOUN ADP NUM PUNCT");
}

TEST_CASE("Penn tags tell tenses and participles apart", "[annotate]") {
  const AnnotatedDocument doc = read("He wrote it. It was written.");
  CHECK(doc.tokens[1].penn == Penn::VBD);
  CHECK(doc.tokens[6].penn == Penn::VBN);
}

TEST_CASE("Dependencies: every sentence is a tree with one root", "[annotate]") {
  const AnnotatedDocument doc = read(
      "The army attacked the town of Aleppo, and thousands of people fled. \"We left,\" said Anna Smith, a "
      "teacher. Why? 3.5% (of all) - etc.");
  for (const Sentence& s : doc.sentences) {
    int roots = 0;
    for (std::uint32_t i = s.first; i < s.last; ++i) {
      const Token& t = doc.tokens[i];
      roots += t.head == -1;
      CHECK((t.head == -1) == (t.relation == Deprel::root));
      std::int32_t at = static_cast<std::int32_t>(i);
      std::uint32_t steps = 0;
      while (doc.tokens[static_cast<std::size_t>(at)].head != -1 && steps <= s.last - s.first) {
        at = doc.tokens[static_cast<std::size_t>(at)].head;
        REQUIRE(at >= static_cast<std::int32_t>(s.first));
        REQUIRE(at < static_cast<std::int32_t>(s.last));
        ++steps;
      }
      CHECK(steps <= s.last - s.first);
    }
    CHECK(roots == 1);
  }
}

TEST_CASE("Dependencies: subjects, objects, passives, appositions", "[annotate]") {
  const AnnotatedDocument doc = read("The army attacked the town. The town was attacked by the army.");
  CHECK(doc.tokens[1].relation == Deprel::nsubj);
  CHECK(doc.tokens[1].head == 2);
  CHECK(doc.tokens[4].relation == Deprel::obj);
  CHECK(doc.tokens[2].relation == Deprel::root);
  CHECK(doc.tokens[7].relation == Deprel::nsubj_pass);
  CHECK(doc.tokens[8].relation == Deprel::aux_pass);
  CHECK(doc.tokens[12].relation == Deprel::obl_agent);
}

TEST_CASE("A sentence reads the same whatever stands around it", "[annotate]") {
  const std::string sentence = "They walked slowly along the river and thought of a garden.";
  const AnnotatedDocument alone = read(sentence);
  std::string text;
  for (int i = 0; i < 40; ++i) text += "Rain fell on the town for " + std::to_string(i) + " days.\n";
  const AnnotatedDocument among = read(text + sentence + "\n" + text);
  std::size_t at = 0;
  while (among.text(among.tokens[at]) != "They") ++at;
  for (std::size_t i = 0; i < alone.tokens.size(); ++i) {
    const Token& a = alone.tokens[i];
    const Token& b = among.tokens[at + i];
    CHECK(a.upos == b.upos);
    CHECK(a.penn == b.penn);
    CHECK(a.relation == b.relation);
    CHECK((a.head < 0 ? a.head : a.head + static_cast<std::int32_t>(at)) == b.head);
  }
}

TEST_CASE("An overlong sentence is one tree, too", "[annotate]") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += i % 7 == 0 ? "and " : "word ";
  const AnnotatedDocument doc = read(text);
  for (const Sentence& s : doc.sentences) {
    int roots = 0;
    for (std::uint32_t i = s.first; i < s.last; ++i) {
      roots += doc.tokens[i].head < 0;
      CHECK(doc.tokens[i].head < static_cast<std::int32_t>(s.last));
    }
    CHECK(roots == 1);
  }
}

TEST_CASE("Nothing in, nothing out", "[annotate]") {
  CHECK(read("").tokens.empty());
  CHECK(read("\n \n").sentences.empty());
}

TEST_CASE("What is kept of earlier documents changes nothing", "[annotate]") {
  Annotator annotator(builtin_models());
  const auto document = [](const std::string& text) {
    Document out;
    out.text = text;
    out.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph, 0, false}};
    return out;
  };
  const auto states = [](const AnnotatedDocument& doc) {
    std::string out;
    for (const Token& t : doc.tokens)
      out += std::string(name_of(t.upos)) + std::to_string(t.head) + std::string(name_of(t.name)) +
             std::to_string(t.name_confidence) + ' ';
    return out;
  };
  // More different words than are kept, so that all are forgotten on the way.
  std::string many;
  for (std::size_t i = 0; i < KeptWords::most + 500; ++i)
    many += "Ka" + std::to_string(i) + "ro " + (i % 9 == 8 ? "won. " : "");
  const std::string text = "Maria Lopez, mayor of Porto, met Karl Weber in Vienna on Monday.";
  const std::string alone = states(read(text));
  CHECK(states(annotator.annotate(document(text))) == alone);
  CHECK(states(annotator.annotate(document("Lopez met the mayor of Vienna."))) ==
        states(read("Lopez met the mayor of Vienna.")));
  CHECK(states(annotator.annotate(document(many))) == states(read(many)));
  CHECK(states(annotator.annotate(document(text))) == alone);
}
