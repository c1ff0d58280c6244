#include <catch2/catch.hpp>

#include <attest/extractor/lemmas.hpp>
#include <attest/extractor/model/models.hpp>

using namespace attest::extract;

namespace {

std::string verb(std::string_view form, Penn penn) {
  return lemma_of(form, Upos::VERB, penn, builtin_models().lexicon);
}
std::string noun(std::string_view form) {
  return lemma_of(form, Upos::NOUN, Penn::NNS, builtin_models().lexicon);
}
std::string adjective(std::string_view form, Penn penn) {
  return lemma_of(form, Upos::ADJ, penn, builtin_models().lexicon);
}

}  // namespace

TEST_CASE("Verbs lose their endings", "[lemmas]") {
  CHECK(verb("launched", Penn::VBD) == "launch");
  CHECK(verb("stopped", Penn::VBD) == "stop");
  CHECK(verb("hoped", Penn::VBD) == "hope");
  CHECK(verb("declared", Penn::VBN) == "declare");
  CHECK(verb("visited", Penn::VBD) == "visit");
  CHECK(verb("denied", Penn::VBD) == "deny");
  CHECK(verb("killing", Penn::VBG) == "kill");
  CHECK(verb("attacking", Penn::VBG) == "attack");
  CHECK(verb("organizing", Penn::VBG) == "organize");
  CHECK(verb("passes", Penn::VBZ) == "pass");
  CHECK(verb("closes", Penn::VBZ) == "close");
  CHECK(verb("denies", Penn::VBZ) == "deny");
  CHECK(verb("goes", Penn::VBZ) == "go");
  CHECK(verb("bring", Penn::VB) == "bring");
}

TEST_CASE("Irregular verbs and clitics", "[lemmas]") {
  CHECK(verb("fled", Penn::VBD) == "flee");
  CHECK(verb("Said", Penn::VBD) == "say");
  CHECK(lemma_of("’ve", Upos::AUX, Penn::VBP, builtin_models().lexicon) == "have");
  CHECK(lemma_of("ca", Upos::AUX, Penn::MD, builtin_models().lexicon) == "can");
  CHECK(lemma_of("was", Upos::AUX, Penn::VBD, builtin_models().lexicon) == "be");
  CHECK(lemma_of("n’t", Upos::PART, Penn::RB, builtin_models().lexicon) == "not");
}

TEST_CASE("Nouns in the plural", "[lemmas]") {
  CHECK(noun("cities") == "city");
  CHECK(noun("churches") == "church");
  CHECK(noun("women") == "woman");
  CHECK(noun("houses") == "house");
  CHECK(noun("buses") == "bus");
  CHECK(noun("analyses") == "analysis");
}

TEST_CASE("Adjectives, pronouns and names", "[lemmas]") {
  CHECK(adjective("larger", Penn::JJR) == "large");
  CHECK(adjective("biggest", Penn::JJS) == "big");
  CHECK(adjective("better", Penn::JJR) == "good");
  CHECK(adjective("happier", Penn::JJR) == "happy");
  CHECK(lemma_of("Him", Upos::PRON, Penn::PRP, builtin_models().lexicon) == "he");
  CHECK(lemma_of("Brussels", Upos::PROPN, Penn::NNP, builtin_models().lexicon) == "Brussels");
}
