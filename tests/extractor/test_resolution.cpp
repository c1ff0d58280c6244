// Resolution: which entities of different documents are one, whatever the order they come in.
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <map>
#include <random>

#include <attest/extractor/resolution.hpp>

namespace attest::extract {
namespace {

/// A fragment by hand: "P Ann Lee | Lee" is a person with an alias.
class FragmentOf {
 public:
  explicit FragmentOf(const std::string& document) : document_(document) {
    Map properties;
    properties["name"] = Value(document);
    fragment_.nodes.push_back({"d1", {"Document"}, std::move(properties)});
  }

  FragmentOf& entity(const std::string& line, const std::string& kind = "") {
    static const std::map<char, std::string> labels{{'P', "Person"}, {'L', "Place"}, {'O', "Organization"}};
    Map properties;
    const std::size_t bar = line.find(" | ");
    properties["name"] = Value(line.substr(2, bar == std::string::npos ? bar : bar - 2));
    List aliases;
    for (std::size_t at = bar; at != std::string::npos;) {
      at += at == bar ? 3 : 2;
      const std::size_t comma = line.find(", ", at);
      aliases.emplace_back(line.substr(at, comma == std::string::npos ? comma : comma - at));
      at = comma;
    }
    properties["aliases"] = Value(std::move(aliases));
    if (!kind.empty()) properties["kind"] = Value(kind);
    const std::string id = "e" + std::to_string(fragment_.nodes.size());
    fragment_.nodes.push_back({id, {labels.at(line[0])}, std::move(properties)});
    Map spans;
    spans["spans"] = Value(List{Value("char=0,5")});
    return relate("MENTIONED_IN", id, "d1", std::move(spans));
  }

  FragmentOf& event(const std::string& type, const std::string& date,
                    const std::vector<std::string>& participants) {
    Map properties;
    properties["name"] = Value(type);
    properties["type"] = Value(type);
    properties["date"] = Value(date);
    properties["named"] = Value(false);
    properties["confidence"] = Value(0.5);
    properties["evidence"] = Value(List{Value(document_ + "#char=0,9")});
    const std::string id = "e" + std::to_string(fragment_.nodes.size());
    fragment_.nodes.push_back({id, {"Event"}, std::move(properties)});
    for (const std::string& participant : participants)
      relate("PARTICIPATED_IN", participant, id, {{"role", Value("agent")}});
    return *this;
  }

  FragmentOf& relate(const std::string& type, const std::string& start, const std::string& end,
                     Map properties = {}) {
    fragment_.relationships.push_back(
        {"r" + std::to_string(fragment_.relationships.size()), type, start, end, std::move(properties)});
    return *this;
  }

  operator Fragment() const { return fragment_; }

 private:
  std::string document_;
  Fragment fragment_;
};

using Lines = std::vector<std::string>;

/// Names of the graph's nodes but documents, sorted.
Lines names(const std::vector<Fragment>& fragments, const std::vector<Decision>& decisions = {}) {
  Lines lines;
  for (const FragmentNode& node : resolve(fragments, decisions).nodes)
    if (node.labels != Lines{"Document"}) lines.push_back(node.properties.at("name").string());
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// Entities of two documents, one line each; how many nodes they make.
std::size_t count(const Lines& a, const Lines& b, const std::vector<Decision>& decisions = {}) {
  FragmentOf one("a.txt"), two("b.txt");
  for (const std::string& line : a) one.entity(line);
  for (const std::string& line : b) two.entity(line);
  return names({one, two}, decisions).size();
}

TEST_CASE("one person is one node though sources spell the name their own way", "[resolution]") {
  CHECK(count({"P Pavel Grigoriyev | Grigoriyev"}, {"P Pavel Grigoriyev"}) == 1);
  CHECK(count({"P Pavel Grigoriyev"}, {"P Pavel Grigoriev"}) == 1);
  CHECK(count({"P Pável Grigóriyev"}, {"P Pavel Grigoriyev"}) == 1);
  CHECK(count({"P Sofia Papadopoulos"}, {"P S. Papadopoulos"}) == 1);
  CHECK(count({"P Ada Maria Torres"}, {"P Ada Torres"}) == 1);
  CHECK(names({FragmentOf("a").entity("P Ann Lee"), FragmentOf("b").entity("P Ann Mary Lee")}) ==
        Lines{"Ann Mary Lee"});
}

TEST_CASE("persons of one surname stay apart", "[resolution]") {
  CHECK(count({"P Dmitri Grigoriyev | Grigoriyev"}, {"P Pavel Grigoriyev | Grigoriyev"}) == 2);
  CHECK(count({"P Ann Lee", "P Amy Lee"}, {"P A. Lee"}) == 3);
  CHECK(count({"P John Ray Sr."}, {"P John Ray Jr."}) == 2);
}

TEST_CASE("a surname alone needs one bearer and common ground", "[resolution]") {
  CHECK(count({"P Pavel Grigoriyev", "L Oslo", "L Norway"}, {"P Grigoriyev", "L Oslo", "L Norway"}) == 3);
  CHECK(count({"P Pavel Grigoriyev", "L Oslo"}, {"P Grigoriyev", "L Lima"}) == 4);
  CHECK(count({"P Pavel Gray", "P Dmitri Gray", "L Porto", "L Oslo"}, {"P Gray", "L Porto", "L Oslo"}) == 5);
}

TEST_CASE("countries, cities and their provinces", "[resolution]") {
  CHECK(count({"L United States"}, {"L U.S."}) == 1);
  CHECK(count({"L Russia"}, {"L Soviet Union"}) == 2);
  CHECK(count({"L Republic of Malta"}, {"L Malta"}) == 1);
  const Fragment city = FragmentOf("a").entity("L Evora", "city");
  const Fragment region = FragmentOf("b").entity("L Evora", "region");
  CHECK(names({city, region}).size() == 2);
  CHECK(count({"L Georgia"}, {"P Georgia"}) == 2);
}

TEST_CASE("organizations by acronym, short name and owner", "[resolution]") {
  CHECK(count({"O International Committee of the Red Cross | ICRC"}, {"O ICRC"}) == 1);
  CHECK(count({"O Harvard University"}, {"O Harvard"}) == 1);
  CHECK(count({"O Ministry of Defence"}, {"O Ministry of Defence"}) == 2);
  const auto ministry = [](const std::string& document, const std::string& country) {
    return Fragment(FragmentOf(document)
                        .entity("O Ministry of Defence")
                        .entity("L " + country)
                        .relate("PART_OF", "e1", "e2"));
  };
  CHECK(names({ministry("a", "Norway"), ministry("b", "Norway"), ministry("c", "Peru")}) ==
        Lines{"Ministry of Defence", "Ministry of Defence", "Norway", "Peru"});
}

TEST_CASE("an acronym with two meanings joins nothing", "[resolution]") {
  const std::vector<Fragment> fragments{FragmentOf("a").entity("O American Bar Association | ABA"),
                                        FragmentOf("b").entity("O Alpine Boat Alliance | ABA"),
                                        FragmentOf("c").entity("O ABA")};
  CHECK(names(fragments).size() == 3);
}

TEST_CASE("nearly all documents decide what an acronym means", "[resolution]") {
  std::vector<Fragment> fragments{FragmentOf("z").entity("O UNR"),
                                  FragmentOf("y").entity("O Union of Northern Rowers | UNR")};
  for (const char* document : {"a", "b", "c", "d", "e", "f", "g", "h"})
    fragments.push_back(FragmentOf(document).entity("O United Norland Reserve | UNR"));
  CHECK(names(fragments) == Lines{"Union of Northern Rowers", "United Norland Reserve"});
}

TEST_CASE("a node goes by what more than one document calls it", "[resolution]") {
  std::vector<Fragment> fragments{FragmentOf("z").entity("L Grand Old Tarvos | Tarvos")};
  for (const char* document : {"a", "b", "c"}) fragments.push_back(FragmentOf(document).entity("L Tarvos"));
  CHECK(names(fragments) == Lines{"Tarvos"});
}

TEST_CASE("what a short form leaves out may be another's", "[resolution]") {
  CHECK(count({"L Tarvos province | Tarvos"}, {"L Tarvos"}) == 2);
  CHECK(count({"L North Norland | North"}, {"L North Elmland | North"}) == 2);
  CHECK(count({"L State of Tarvos"}, {"L Tarvos"}) == 2);
  CHECK(count({"O Tarvos Communist Party"}, {"O Communist Party"}) == 2);
  CHECK(count({"P Omar Abdullah"}, {"P King Abdullah"}) == 2);
  CHECK(count({"P John Peter Smith"}, {"P John Smyth"}) == 2);
}

TEST_CASE("what the user says binds and outlives", "[resolution]") {
  CHECK(count({"P Pavel Grigoriyev"}, {"P Pavel Grigoriyev"}, {}) == 1);
  CHECK(count({"P Ann Lee"}, {"P Nan Leigh"}, {{"Ann Lee", "Nan Leigh", true}}) == 1);
  CHECK(count({"P Pavel Grigoriyev"}, {"P Pavel Grigoriev"},
              {{"Pavel Grigoriyev", "Pavel Grigoriev", false}}) == 2);
  // Not through a third either.
  const std::vector<Fragment> three{FragmentOf("a").entity("L Altania"),
                                    FragmentOf("b").entity("L Republic of Altania"),
                                    FragmentOf("c").entity("L Altania | Betania")};
  CHECK(names(three).size() == 1);
  CHECK(names(three, {{"Altania", "Republic of Altania", false}}).size() == 2);
}

TEST_CASE("one occurrence told twice is one event, two of one document stay two", "[resolution]") {
  const auto told = [](const std::string& document, const std::string& country, const std::string& date) {
    return Fragment(FragmentOf(document).entity("L " + country).event("attack", date, {"e1"}));
  };
  const auto events = [](const std::vector<Fragment>& fragments) {
    std::size_t events = 0;
    for (const FragmentNode& node : resolve(fragments, {}).nodes) events += node.labels == Lines{"Event"};
    return events;
  };
  CHECK(events({told("a", "Peru", "2023-09-19"), told("b", "Peru", "2023-09-19/2023-09-20")}) == 1);
  CHECK(events({told("a", "Peru", "2023-09-19"), told("b", "Chile", "2023-09-19")}) == 2);
  CHECK(events({told("a", "Peru", "2023-09"), told("b", "Peru", "2023-09")}) == 2);
  const Fragment twice = FragmentOf("c")
                             .entity("L Peru")
                             .event("attack", "2023-09-19", {"e1"})
                             .event("attack", "2023-09-19", {"e1"});
  CHECK(events({twice}) == 2);

  SECTION("a telling without anybody or any place joins the day's only attack") {
    const auto bare = [](const std::string& type) {
      return Fragment(FragmentOf("z").event(type, "2023-09-19", {}));
    };
    CHECK(events({told("a", "Peru", "2023-09-19"), bare("attack")}) == 1);
    CHECK(events({told("a", "Peru", "2023-09-19"), told("b", "Chile", "2023-09-19"), bare("attack")}) == 3);
    CHECK(events({told("a", "Peru", "2023-09-19"), bare("meeting")}) == 2);
  }
  SECTION("a telling with both places makes one of two") {
    const Fragment both =
        FragmentOf("z").entity("L Peru").entity("L Chile").event("attack", "2023-09-19", {"e1", "e2"});
    CHECK(events({told("a", "Peru", "2023-09-19"), told("b", "Chile", "2023-09-19"), both}) == 1);
  }
  const Fragment graph =
      resolve(std::vector<Fragment>{told("a", "Peru", "2023-09-19"), told("b", "Peru", "2023-09-19")}, {});
  for (const FragmentNode& node : graph.nodes)
    if (node.labels == Lines{"Event"}) {
      CHECK(node.properties.at("confidence").floating() == Approx(0.75));
      CHECK(node.properties.at("evidence").list().size() == 2);
    }
}

TEST_CASE("facts of several documents become one with all evidence", "[resolution]") {
  const auto holds = [](const std::string& document, double confidence) {
    return Fragment(FragmentOf(document)
                        .entity("P Ann Lee")
                        .entity("L Oslo")
                        .relate("HOLDS_POSITION", "e1", "e2",
                                {{"title", Value("mayor")},
                                 {"confidence", Value(confidence)},
                                 {"evidence", Value(List{Value(document + "#char=1,9")})}}));
  };
  const Fragment graph = resolve(std::vector<Fragment>{holds("b.txt", 0.5), holds("a.txt", 0.6)}, {});
  std::size_t found = 0;
  for (const FragmentRelationship& tie : graph.relationships) {
    if (tie.type != "HOLDS_POSITION") continue;
    ++found;
    CHECK(tie.properties.at("evidence").list().at(0).string() == "a.txt#char=1,9");
    CHECK(tie.properties.at("evidence").list().at(1).string() == "b.txt#char=1,9");
    CHECK(tie.properties.at("confidence").floating() == Approx(0.8));
  }
  CHECK(found == 1);
}

std::vector<Fragment> many(std::size_t documents) {
  std::vector<Fragment> fragments;
  std::mt19937 random(7);
  for (std::size_t d = 0; d < documents; ++d) {
    FragmentOf fragment("doc" + std::to_string(d) + ".txt");
    for (std::size_t e = 0; e < 12; ++e) {
      const std::string n = std::to_string(random() % (documents / 2 + 2));
      fragment.entity(e % 3 == 0   ? "P Person" + n + " Surname" + n
                      : e % 3 == 1 ? "L Town" + n
                                   : "O Body" + n + " Works");
    }
    fragment.entity("P Surname" + std::to_string(random() % (documents / 2 + 2)))
        .entity("L Peru")
        .event("attack", "2023-01-01", {"e1", "e2"});
    fragments.push_back(fragment);
  }
  return fragments;
}

TEST_CASE("the graph does not hang on the order of the fragments", "[resolution]") {
  std::vector<Fragment> fragments = many(40);
  const std::string graph = to_json(resolve(fragments, {}));
  for (int i = 0; i < 5; ++i) {
    std::shuffle(fragments.begin(), fragments.end(), std::mt19937(static_cast<unsigned>(i)));
    CHECK(to_json(resolve(fragments, {})) == graph);
  }
  CHECK(parse_fragment(graph).nodes.size() > 40);
}

TEST_CASE("fragments are resolved in near-linear time", "[resolution][slow]") {
  const auto seconds = [](std::size_t documents) {
    const std::vector<Fragment> fragments = many(documents);
    const auto start = std::chrono::steady_clock::now();
    resolve(fragments, {});
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const double small = seconds(250), large = seconds(2000);
  CHECK(large < 24 * small + 1);  // quadratic would be 64 times
}

TEST_CASE("a decision can be inspected", "[resolution]") {
  const std::vector<Fragment> fragments{FragmentOf("a.txt").entity("P Pavel Grigoriyev | Grigoriyev"),
                                        FragmentOf("b.txt").entity("P Pavel Grigoriev"),
                                        FragmentOf("c.txt").entity("P Dmitri Grigoriyev")};
  CHECK(explain_resolution(fragments, {}, "Pavel Grigoriyev", "Pavel Grigoriev") ==
        Lines{"'Pavel Grigoriyev' and 'Pavel Grigoriev' are one node.",
              "'Pavel Grigoriev' in b.txt and 'Pavel Grigoriyev' in a.txt are spellings of one name."});
  CHECK(explain_resolution(fragments, {}, "Pavel Grigoriyev", "Dmitri Grigoriyev").at(0) ==
        "'Pavel Grigoriyev' and 'Dmitri Grigoriyev' are two nodes.");
  const std::vector<Decision> apart{{"Pavel Grigoriyev", "Pavel Grigoriev", false}};
  CHECK(explain_resolution(fragments, apart, "Pavel Grigoriyev", "Pavel Grigoriev") ==
        Lines{"'Pavel Grigoriyev' and 'Pavel Grigoriev' are two nodes.",
              "'Pavel Grigoriyev' in a.txt and 'Pavel Grigoriev' in b.txt stay two: they were said to be "
              "different."});
  CHECK_THROWS_WITH(explain_resolution(fragments, {}, "Nobody", "Pavel Grigoriyev"),
                    Catch::Contains("no document names 'Nobody'"));
}

}  // namespace
}  // namespace attest::extract
