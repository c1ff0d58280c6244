#include <attest/extractor/entities/surroundings.hpp>

#include <cstdint>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/entities/range_words.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// "chairman of the" + "Board of the Elm Center": the center.
void part_board(const TokenWords& words, NameRange& range) {
  constexpr std::string_view members[] = {"directors", "managers", "regents", "trustees"};
  if (range.last - range.first < 4 || words.lower(range.first) != "board") return;
  const std::uint32_t of =
      range.first > 0 && words.lower(range.first - 1) == "the" ? range.first - 1 : range.first;
  if (of < 2 || words.lower(of - 1) != "of") return;
  if (!words.is_title(of - 2) && words.lower(of - 2) != "member") return;
  std::uint32_t link = range.first + 1;
  if (is_one_of(words.lower(link + 1), members)) link += 2;
  const std::uint32_t tail = link + 1 < range.last ? behind_article(words, link + 1) : range.last;
  if (words.lower(link) == "of" && tail < range.last && is_parent_body(words, tail, range.last))
    range.first = tail;
}

/// "Elm Owls of the Northern League"
bool is_league(const TokenWords& words, std::uint32_t first, std::uint32_t last) {
  constexpr std::string_view leagues[] = {"afl", "ahl", "khl", "league", "mlb", "mls",
                                          "nba", "nfl", "nhl", "nrl",    "wnba"};
  for (std::uint32_t i = first; i < last; ++i)
    if (is_one_of(words.lower(i), leagues)) return true;
  return false;
}

/// "Court of Rivers in Evora", "Elm Owls of the Northern League": a body without its town or its league. A
/// school may have the town in its name, and so may what letters behind it spell.
bool part_seat(const TokenWords& words, const KnownNames& known, const ListedPlaces& places, NameRange& range,
               std::vector<NameRange>& more) {
  for (std::uint32_t link = range.first + 2; link + 1 < range.last; ++link) {
    const std::uint32_t tail = behind_article(words, link + 1);
    if (tail >= range.last) return false;
    const std::uint32_t from = words.text(link + 1) == "The" ? link + 1 : tail;  // "The Hague"
    const bool spelt = range.last < words.size() && words.text(range.last) == "(";
    const bool town = words.lower(link) == "in" && !spelt && !holds_school(words, range.first, link) &&
                      (known.is_place(tail, range.last) || places.is_city(from, range.last)) &&
                      country_code(words.folded(tail, range.last)).empty();
    const bool league = words.lower(link) == "of" && !holds_body_noun(words, range.first, link) &&
                        is_league(words, tail, range.last);
    // "Acme Motors of Evora", where the firm is named alone, too
    const bool firm = words.lower(link) == "of" && tail == link + 1 &&
                      known.is_named_body(range.first, link) && !is_body_with_of(words.lower(link - 1)) &&
                      places.is_city(tail, range.last);
    if (!town && !league && !firm) continue;
    more.push_back({from, range.last, league ? NameClass::organization : NameClass::place, range.confidence});
    range.last = link;
    if (league) range.confidence = 1;
    return true;
  }
  return false;
}

/// "Acme Kestrel K" + "-25 spacecraft": who makes the craft.
void part_maker(const TokenWords& words, const KnownNames& known, NameRange& range) {
  constexpr std::string_view craft[] = {"aircraft", "booster", "capsule",   "lander",     "module",
                                        "probe",    "rocket",  "satellite", "spacecraft", "spaceship"};
  if (range.last - range.first < 2) return;
  std::uint32_t noun = range.last;
  while (noun < words.size() && noun < range.last + 3 && !words.has_letter(noun)) ++noun;
  if (noun >= words.size() || words.text(noun) != words.lower(noun) || !is_one_of(words.lower(noun), craft))
    return;
  if (known.is_named_body(range.first, range.first + 1) || is_acronym(words.text(range.first)))
    range.last = range.first + 1;
}

/// "Affirmation of Otto Marlow", where the name stands alone elsewhere: what the heading says of him.
void part_deed(const TokenWords& words, const KnownNames& known, NameRange& range) {
  const std::uint32_t tail = range.first + 2;
  if (range.last - range.first != 4 || words.lower(range.first + 1) != "of") return;
  if (holds_body_mark(words, range.first, range.last) || is_event_noun(words.lower(range.first))) return;
  const std::string& deed = words.lower(range.first);
  const bool noun =
      deed.ends_with("ion") || deed.ends_with("ment") || deed.ends_with("al") || deed == "death";
  if (noun && (known.is_person(tail, range.last) || known.is_named_body(tail, range.last)))
    range.first = tail;
}

/// "the Hale Administration": the person whose it is.
void part_administration(const TokenWords& words, const KnownNames& known, NameRange& range) {
  const std::uint32_t last = range.last - 1;
  if (last == range.first || words.lower(last) != "administration" || !known.is_person(range.first, last))
    return;
  range = {range.first, last, NameClass::person, range.confidence};
}

/// "Acme A340", "Acme's Annual Report on Rivers": what a body makes or writes.
void part_work(const TokenWords& words, NameRange& range) {
  constexpr std::string_view works[] = {"guide", "index", "manual", "report", "survey"};
  const std::string_view last = words.text(range.last - 1);
  const bool model = range.last - range.first == 2 && last.size() > 2 && last.size() < 6 && last[0] >= 'A' &&
                     last[0] <= 'Z' && last.find_first_not_of("0123456789", 1) == std::string_view::npos;
  if (model && !is_acronym(words.text(range.first))) --range.last;
  for (std::uint32_t mark = range.first + 1; mark + 1 < range.last; ++mark) {
    if (!words.is_possessive(mark)) continue;
    for (std::uint32_t i = mark + 1; i < range.last && i < mark + 4; ++i)
      if (is_one_of(words.lower(i), works)) {
        range.last = mark;
        return;
      }
  }
}

/// "a new Republican Senate": the party is no part of the house's name.
void part_majority(const TokenWords& words, NameRange& range) {
  constexpr std::string_view parties[] = {"democratic", "labour", "republican", "tory"};
  constexpr std::string_view houses[] = {"assembly", "congress", "house", "parliament", "senate"};
  if (range.last - range.first == 2 && is_one_of(words.lower(range.first), parties) &&
      is_one_of(words.lower(range.first + 1), houses))
    ++range.first;
}

}  // namespace

bool part_what_surrounds(const TokenWords& words, const KnownNames& known, const ListedPlaces& places,
                         NameRange& range, std::vector<NameRange>& more) {
  part_board(words, range);
  part_maker(words, known, range);
  part_deed(words, known, range);
  part_work(words, range);
  part_majority(words, range);
  part_administration(words, known, range);
  return range.label == NameClass::organization && part_seat(words, known, places, range, more);
}

}  // namespace attest::extract
