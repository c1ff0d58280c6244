// Relations that the words alone say, whatever the tree: no token here has a syntactic relation of use.
#include <catch2/catch.hpp>
#include <sstream>

#include <attest/extractor/pipeline.hpp>

#include "annotated.hpp"

using namespace attest::extract;

namespace {

/// "Turin/l1 -/PUNCT based/VERB": form, then a part of speech or the name's entity; a bare word is a NOUN.
std::vector<std::string> stated(std::string_view words) {
  std::istringstream in{std::string(words)};
  std::string columns;
  int position = 0;
  for (std::string word; in >> word; ++position) {
    const std::size_t slash = word.rfind('/');
    const std::string form = word.substr(0, slash),
                      mark = slash == std::string::npos ? "NOUN" : word.substr(slash + 1);
    const bool name = mark[0] >= 'a' && mark[0] <= 'z';
    columns += form + (name ? " PROPN " : " " + mark + " ") + (position == 0 ? "0 root " : "1 dep ") + form +
               (name ? " " + mark : "") + "\n";
  }
  const auto parsed = attest::test::parsed_document(columns);
  std::vector<std::string> all;
  for (const Relation& r : find_facts(parsed.document, parsed.entities).relations) {
    CHECK(r.evidence.size() == 1);
    all.push_back(parsed.name(r.subject) + " " + r.type + " " + parsed.name(r.object));
  }
  return all;
}
using Relations = std::vector<std::string>;

}  // namespace

TEST_CASE("seats and owners in front of a name") {
  CHECK(stated("Turin/l1 -/PUNCT based/VERB carmaker Brill/o1 closed/VERB") ==
        Relations{"Brill LOCATED_IN Turin"});
  CHECK(stated("Fauntin/o1 -/PUNCT owned/VERB carmaker Brill/o2 closed/VERB") ==
        Relations{"Brill PART_OF Fauntin"});
  CHECK(stated("Turin/l1 -/PUNCT wide/ADJ protests").empty());
}

TEST_CASE("births in brackets") {
  CHECK(stated("Lena/p1 (/PUNCT born/VERB 4/NUM May/PROPN 1960/NUM in/ADP Oslo/l1 )/PUNCT") ==
        Relations{"Lena BORN_IN Oslo"});
  CHECK(stated("Lena/p1 (/PUNCT 4/NUM May/PROPN 1960/NUM ,/PUNCT Oslo/l1 –/PUNCT 3/NUM June/PROPN 2001/NUM "
               ",/PUNCT "
               "Rome/l2 )/PUNCT") == Relations{"Lena BORN_IN Oslo"});
}

TEST_CASE("residence") {
  CHECK(stated("Lena/p1 ,/PUNCT 34/NUM ,/PUNCT of/ADP Oslo/l1 ,/PUNCT left/VERB") ==
        Relations{"Lena LIVES_IN Oslo"});
  CHECK(stated("Lena/p1 emigrated/VERB from/ADP Oslo/l1 to/ADP Quito/l2") ==
        Relations{"Lena LIVES_IN Quito"});
}

TEST_CASE("what a noun like city or province puts into what") {
  SECTION("the whole in front") {
    CHECK(stated("the/DET U.S./l1 state of/ADP Michigan/l2") == Relations{"Michigan LOCATED_IN U.S."});
    CHECK(stated("the/DET London/l1 suburb of/ADP Croydon/l2") == Relations{"Croydon LOCATED_IN London"});
    CHECK(stated("Norland/l1 's/PART capital ,/PUNCT Oslo/l2 ,/PUNCT slept/VERB") ==
          Relations{"Oslo LOCATED_IN Norland"});
    CHECK(stated("the/DET French/ADJ city of/ADP Lille/l1 lies/VERB in/ADP France/l2")[0] ==
          "Lille LOCATED_IN France");
  }
  SECTION("the part in front") {
    CHECK(stated("the/DET Styria/l1 region of/ADP Norland/l2") == Relations{"Styria LOCATED_IN Norland"});
    CHECK(stated("Hult/l1 village of/ADP Kalmar/l2 District/l2") ==
          Relations{"Hult LOCATED_IN Kalmar District"});
  }
}
