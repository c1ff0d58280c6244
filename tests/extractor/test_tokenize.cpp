#include <catch2/catch.hpp>

#include <string>

#include <attest/extractor/tokenize.hpp>

using namespace attest::extract;

namespace {

// The tokens, joined by a bar.
std::string tokens(std::string_view text) {
  std::vector<Span> spans;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, spans);
  std::string out;
  for (const Span s : spans) {
    if (!out.empty()) out += '|';
    out += text.substr(s.begin, s.size());
  }
  return out;
}

}  // namespace

TEST_CASE("Words and punctuation come apart", "[tokenize]") {
  CHECK(tokens("Hello, world!") == "Hello|,|world|!");
  CHECK(tokens("(see “annex”)") == "(|see|“|annex|”|)");
  CHECK(tokens("wait... what?!") == "wait|...|what|?!");
  CHECK(tokens("either/or — both–and") == "either|/|or|—|both|–|and");
  CHECK(tokens("").empty());
  CHECK(tokens(" \n\t\u00A0 ").empty());
}

TEST_CASE("Contractions and possessives are tokens of their own", "[tokenize]") {
  CHECK(tokens("We don't and can’t") == "We|do|n't|and|ca|n’t");
  CHECK(tokens("Porto’s and the Smiths' house") == "Porto|’s|and|the|Smiths|'|house");
  CHECK(tokens("they've I'm she'll he'd you're") == "they|'ve|I|'m|she|'ll|he|'d|you|'re");
  CHECK(tokens("cannot gonna") == "can|not|gon|na");
  CHECK(tokens("O'Reilly d'Artagnan Sana'a") == "O'Reilly|d'Artagnan|Sana'a");
  CHECK(tokens("the '90s ’73 'em") == "the|'90s|’73|'em");
}

TEST_CASE("Hyphenated compounds come apart, bound prefixes stay", "[tokenize]") {
  CHECK(tokens("state-led Paris-based") == "state|-|led|Paris|-|based");
  CHECK(tokens("anti-war pro-Beijing e-mail re-elected") == "anti-war|pro-Beijing|e-mail|re-elected");
  CHECK(tokens("713-853-3989 2023-09-19 1990-95") == "713-853-3989|2023-09-19|1990|-|95");
}

TEST_CASE("Abbreviations and initials keep their period", "[tokenize]") {
  CHECK(tokens("S. Papadopoulos met Gen. Smith of the U.S.") == "S.|Papadopoulos|met|Gen.|Smith|of|the|U.S.");
  CHECK(tokens("Acme Inc. at 5 p.m. in D.C., etc.") == "Acme|Inc.|at|5|p.m.|in|D.C.|,|etc.");
  CHECK(tokens("the end.") == "the|end|.");
  CHECK(tokens("So did I.") == "So|did|I|.");
}

TEST_CASE("Numbers, dates, units and amounts", "[tokenize]") {
  CHECK(tokens("1,000.50 and 3.5%") == "1,000.50|and|3.5|%");
  CHECK(tokens("$20 on 11/28/2000 at 7:30pm") == "$|20|on|11/28/2000|at|7:30|pm");
  CHECK(tokens("the 20th, 1990s, 5km") == "the|20th|,|1990s|,|5|km");
  CHECK(tokens("2020,2021") == "2020|,|2021");
}

TEST_CASE("Addresses stay whole, the punctuation around them does not", "[tokenize]") {
  CHECK(tokens("(see https://a.org/b?c=d,e).") == "(|see|https://a.org/b?c=d,e|)|.");
  CHECK(tokens("mail carol.st.clair@enron.com!") == "mail|carol.st.clair@enron.com|!");
  CHECK(tokens("example.com is PG&E") == "example.com|is|PG&E");
}

TEST_CASE("A full stop without a space ends the word", "[tokenize]") {
  CHECK(tokens("region.12 The") == "region|.|12|The");
  CHECK(tokens("the end.Next one") == "the|end|.|Next|one");
}

TEST_CASE("Other scripts and marks", "[tokenize]") {
  CHECK(tokens("Գրիգորյան и Łódź") == "Գրիգորյան|и|Łódź");
  CHECK(tokens("cafe\u0301s") == "cafe\u0301s");
  CHECK(tokens("co\u00ADoperation") == "co\u00ADoperation");
}

TEST_CASE("Every visible character is in exactly one token, whatever the bytes", "[tokenize]") {
  std::uint32_t seed = 7;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 200; ++i) {
      seed = seed * 1664525 + 1013904223;
      static constexpr std::string_view likely = "aA1.'-@:/& \n\"";
      text += seed & 0x10000 ? likely[(seed >> 20) % likely.size()] : static_cast<char>(seed >> 24);
    }
    std::vector<Span> spans;
    tokenize(text, {0, 200}, spans);
    std::uint32_t at = 0;
    for (const Span s : spans) {
      REQUIRE(s.begin >= at);
      REQUIRE(s.end > s.begin);
      at = s.end;
    }
    REQUIRE(at <= text.size());
  }
}

TEST_CASE("A line of megabytes is read in linear time", "[tokenize]") {
  for (const std::string_view piece : {"a", "1-", "a.", "'", "x'", "-", "1,", "@a"}) {
    std::string text;
    while (text.size() < 2'000'000) text += piece;
    std::vector<Span> spans;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, spans);
    CHECK_FALSE(spans.empty());
  }
}
