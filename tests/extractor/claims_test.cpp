#include <catch2/catch.hpp>

#include <attest/extractor/facts/quotations.hpp>
#include <attest/extractor/pipeline.hpp>

#include "said.hpp"

using namespace attest::extract;
using attest::test::claims;
using attest::test::parsed_document;
using attest::test::plain_document;
using attest::test::Said;

namespace {

std::vector<std::string> quotations(const std::string& text) {
  const auto document = plain_document(text);
  std::vector<std::string> all;
  for (const Quotation& q : find_quotations(document)) all.emplace_back(document.text(q.inner));
  return all;
}

}  // namespace

TEST_CASE("quotation marks of all kinds") {
  using Texts = std::vector<std::string>;
  CHECK(quotations("He said: \"It is so.\" Then \"more\".") == Texts{"It is so.", "more"});
  CHECK(quotations("He said: “It is so.”") == Texts{"It is so."});
  CHECK(quotations("He said: ``It is so.''") == Texts{"It is so."});
  CHECK(quotations("He called it 'a day of joy', they say.") == Texts{"a day of joy"});
  CHECK(quotations("He called it ‘a day of joy’, they say.") == Texts{"a day of joy"});

  SECTION("apostrophes are none") {
    CHECK(quotations("The soldiers' wives don't know the '90s, it's said.").empty());
    CHECK(quotations("The soldiers’ wives don’t know, it’s said.").empty());
  }
  SECTION("the outermost counts") {
    CHECK(quotations("“He said ‘no’ and the “state” fell.” So.") ==
          Texts{"He said ‘no’ and the “state” fell."});
    CHECK(quotations("\"It has the \"great\" disease.\" So.") == Texts{"It has the \"great\" disease."});
  }
  SECTION("a quotation goes on in the next paragraph, which opens anew") {
    CHECK(quotations("“One. Two.\n“Three.” So.") == Texts{"One. Two.", "Three."});
  }
  SECTION("a paragraph that closes what it did not open goes on with the one before") {
    CHECK(quotations("“One. Two.\nThree,” he said.") == Texts{"One. Two.", "Three,"});
  }
  SECTION("statements inside a quotation that never closes are the quotations") {
    CHECK(quotations("“Some old story. “We went home at night,” she said.\n“It rained all day,” he said.") ==
          Texts{"We went home at night,", "It rained all day,"});
  }
  SECTION("a mark that is never closed hides none that are") {
    CHECK(quotations("“An old story. “We went,” he said.") == Texts{"We went,"});
  }
}

TEST_CASE("direct speech: one claim a sentence, with its speaker") {
  SECTION("the speaker after it") {
    CHECK(claims(parsed_document(R"(“ PUNCT 5 punct “
We PRON 3 nsubj we
left VERB 6 ccomp leave
early ADV 3 advmod early
, PUNCT 3 punct ,
said VERB 0 root say
Ada PROPN 6 nsubj Ada p1
Lim PROPN 7 flat Lim p1
. PUNCT 6 punct .)")) == std::vector<Said>{});
    CHECK(claims(parsed_document(R"(“ PUNCT 6 punct “
We PRON 3 nsubj we
left VERB 7 ccomp leave
early ADV 3 advmod early
, PUNCT 3 punct ,
” PUNCT 3 punct ”
said VERB 0 root say
Ada PROPN 7 nsubj Ada p1
Lim PROPN 8 flat Lim p1
. PUNCT 7 punct .)")) == std::vector<Said>{{"Ada Lim", "We left early", true, false}});
  }

  SECTION("the speaker before it, in an apposition; several sentences; the speaker's own act denied") {
    CHECK(claims(parsed_document(R"(A DET 2 det a
minister NOUN 6 nsubj minister
, PUNCT 4 punct ,
Ada PROPN 2 appos Ada p1
, PUNCT 4 punct ,
said VERB 0 root say
: PUNCT 6 punct :
“ PUNCT 12 punct “
We PRON 12 nsubj we
did AUX 12 aux do
not PART 12 advmod not
flee VERB 6 ccomp flee
. PUNCT 12 punct .

They PRON 2 nsubj they
came VERB 0 root come
. PUNCT 2 punct .
” PUNCT 2 punct ”)")) ==
          std::vector<Said>{{"Ada", "We did not flee .", true, true}, {"Ada", "They came .", true, false}});
  }

  SECTION("a bare quotation goes on with who spoke last") {
    CHECK(claims(parsed_document(R"(“ PUNCT 2 punct “
We PRON 2 nsubj we
left VERB 6 ccomp leave
, PUNCT 2 punct ,
” PUNCT 2 punct ”
said VERB 0 root say
Ada PROPN 6 nsubj Ada p1
. PUNCT 6 punct .
¶
“ PUNCT 3 punct “
It PRON 3 nsubj it
rained VERB 0 root rain
. PUNCT 3 punct .
” PUNCT 3 punct ”)"))
              .back() == Said{"Ada", "It rained .", true, false});
  }
}

TEST_CASE("reported speech") {
  SECTION("a that-clause") {
    CHECK(claims(parsed_document(R"(Ada PROPN 2 nsubj Ada p1
said VERB 0 root say
that SCONJ 6 mark that
the DET 5 det the
town NOUN 6 nsubj town
fell VERB 2 ccomp fall
. PUNCT 2 punct .)")) == std::vector<Said>{{"Ada", "the town fell", false, false}});
  }
  SECTION("according to") {
    CHECK(claims(parsed_document(R"(According VERB 3 case accord
to ADP 1 fixed to
Ada PROPN 7 obl Ada p1
, PUNCT 3 punct ,
the DET 6 det the
town NOUN 7 nsubj town
fell VERB 0 root fall
. PUNCT 7 punct .)"))[0]
              .text == "the town fell .");
  }
  SECTION("denied having") {
    CHECK(claims(parsed_document(R"(Ada PROPN 2 nsubj Ada p1
denied VERB 0 root deny
having AUX 4 aux have
sold VERB 2 xcomp sell
the DET 6 det the
ship NOUN 4 obj ship
. PUNCT 2 punct .)")) == std::vector<Said>{{"Ada", "having sold the ship", false, true}});
  }
  SECTION("rejected accusations that") {
    CHECK(claims(parsed_document(R"(Ada PROPN 2 nsubj Ada p1
rejected VERB 0 root reject
accusations NOUN 2 obj accusation
that SCONJ 6 mark that
she PRON 6 nsubj she
lied VERB 3 acl lie
. PUNCT 2 punct .)")) == std::vector<Said>{{"Ada", "she lied", false, true}});
  }
  SECTION("the claim that, by its noun") {
    CHECK(claims(parsed_document(R"(Ada PROPN 3 nmod:poss Ada p1
's PART 1 case 's
claim NOUN 8 nsubj claim
that SCONJ 6 mark that
ships NOUN 6 nsubj ship
sank VERB 3 acl sink
was AUX 8 cop be
false ADJ 0 root false
. PUNCT 8 punct .)")) == std::vector<Said>{{"Ada", "ships sank", false, false}});
  }
  SECTION("nobody known, no claim; what was not said is none") {
    CHECK(claims(parsed_document(R"(Critics NOUN 2 nsubj critic
said VERB 0 root say
the DET 4 det the
town NOUN 5 nsubj town
fell VERB 2 ccomp fall
. PUNCT 2 punct .)"))
              .empty());
    CHECK(claims(parsed_document(R"(Ada PROPN 4 nsubj Ada p1
did AUX 4 aux do
not PART 4 advmod not
say VERB 0 root say
the DET 6 det the
town NOUN 7 nsubj town
fell VERB 4 ccomp fall
. PUNCT 4 punct .)"))
              .empty());
  }
}

TEST_CASE("a claim is about the names in it") {
  const auto parsed = parsed_document(R"(Ada PROPN 2 nsubj Ada p1
said VERB 0 root say
Oslo PROPN 5 nsubj Oslo l1
had AUX 5 aux have
fallen VERB 2 ccomp fall
. PUNCT 2 punct .)");
  const Facts facts = find_facts(parsed.document, parsed.entities);
  REQUIRE(facts.claims.size() == 1);
  REQUIRE(facts.claims[0].about.size() == 1);
  CHECK(parsed.name(facts.claims[0].about[0]) == "Oslo");
}

TEST_CASE("a mark set apart from its words closes before a comma or a full stop") {
  using Texts = std::vector<std::string>;
  CHECK(quotations("\"Stop it. You will shake when you are old \". So it was.") ==
        Texts{"Stop it. You will shake when you are old "});
  CHECK(quotations("\" It was fine there \", Lim said. Then \"more\".") ==
        Texts{" It was fine there", "more"});
}
