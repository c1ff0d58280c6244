#include <attest/extractor/entities/ranges.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/entities/fiction.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/form_rules.hpp>
#include <attest/extractor/entities/joined_names.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/listed_persons.hpp>
#include <attest/extractor/entities/listed_places.hpp>
#include <attest/extractor/entities/missed_names.hpp>
#include <attest/extractor/entities/name_edges.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/entities/no_names.hpp>
#include <attest/extractor/entities/range_words.hpp>
#include <attest/extractor/entities/span_rules.hpp>
#include <attest/extractor/entities/spelt_names.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// "oghlu", "kizi": behind a name, "son (daughter) of"; written small, part of it.
bool is_patronymic(std::string_view word) {
  constexpr std::array<std::string_view, 7> marks{"gizi", "kizi", "oghlu", "oglu", "ogly", "qizi", "uulu"};
  return is_one_of(word, marks);
}

/// Nouns in lower case that are part of the place's name: "Evora region", "Suez canal".
bool is_extending_noun(std::string_view word) {
  constexpr auto nouns = std::to_array<std::string_view>(
      {"bridge",  "canal",     "corridor", "crossing",  "dam",     "district",   "gorge",    "governorate",
       "highway", "oblast",    "pass",     "peninsula", "plateau", "prefecture", "province", "raion",
       "region",  "reservoir", "river",    "road",      "strait",  "valley"});
  return is_one_of(word, nouns);
}

/// In small letters at the head of a stretch: no part of the name.
bool is_small_link(std::string_view word) {
  constexpr std::array<std::string_view, 6> links{"and", "at", "for", "in", "of", "the"};
  return is_one_of(word, links);
}

/// "pa", "n.j": what is written with a period behind it; in lower case.
bool is_state_abbreviation(std::string_view word) {
  constexpr auto states = std::to_array<std::string_view>(
      {"ala",  "ariz", "ark", "calif", "colo", "conn", "d.c",  "del",  "fla", "ga",   "ill", "ind",
       "kan",  "ky",   "la",  "mass",  "md",   "mich", "minn", "miss", "mo",  "mont", "n.c", "n.d",
       "n.h",  "n.j",  "n.m", "n.y",   "neb",  "nev",  "okla", "ore",  "pa",  "r.i",  "s.c", "s.d",
       "tenn", "tex",  "u.s", "u.k",   "va",   "vt",   "w.va", "wash", "wis", "wyo"});
  return is_one_of(word, states);
}

class RangeFinder {
 public:
  RangeFinder(const AnnotatedDocument& document, const TokenWords& words, const ListedPlaces& places)
      : document_(document), words_(words), places_(places) {}

  std::vector<NameRange> run() {
    for (const Sentence& sentence : document_.sentences) read_labels(sentence);
    grow_names(document_, words_, ranges_);
    part_names(words_, places_, ranges_);
    std::erase_if(ranges_, [&](const NameRange& range) { return is_no_name(words_, range); });
    part_seats(words_, ranges_);
    split_joined_names(words_, ranges_);
    add_missed_names(document_, words_, ranges_);
    join_spelt_names(document_, words_, ranges_);
    add_listed_persons(words_, ranges_);
    for (NameRange& range : ranges_)  // what is left of a name may begin with "of"
      while (range.first < range.last && is_small_link(words_.text(range.first))) ++range.first;
    std::erase_if(ranges_, [](const NameRange& range) { return range.first == range.last; });
    for (NameRange& range : ranges_) drop_direction(range);
    for (NameRange& range : ranges_) extend(range);
    drop_covered();
    drop_fiction(words_, ranges_);
    return std::move(ranges_);
  }

 private:
  /// Of what overlaps, the first and longest stays.
  void drop_covered() {
    std::sort(ranges_.begin(), ranges_.end(), [](const NameRange& a, const NameRange& b) {
      return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    std::uint32_t end = 0;
    std::erase_if(ranges_, [&](const NameRange& range) {
      const bool covered = range.first < end;
      end = std::max(end, range.last);
      return covered;
    });
  }
  const Token& token(std::uint32_t i) const { return words_.token(i); }

  void read_labels(const Sentence& sentence) {
    for (std::uint32_t i = sentence.first; i < sentence.last;) {
      const NameClass label = token(i).name;
      std::uint32_t end = i + 1;
      if (label == NameClass::none) {
        i = end;
        continue;
      }
      const auto goes_on = [&](std::uint32_t k) {
        return token(k).name == label && !token(k).name_begins && !at_column(k, sentence);
      };
      while (end < sentence.last && goes_on(end)) ++end;
      const float confidence = token(i).name_confidence > 0 ? token(i).name_confidence : 0.5F;
      if (label != NameClass::other) split_at_marks({i, end, label, confidence}, sentence.last);
      i = end;
    }
  }

  /// In a table of abbreviations the acronym and what it stands for are two names, however they were tagged.
  bool at_column(std::uint32_t i, const Sentence& sentence) const {
    if (document_.document.blocks[sentence.block].kind != BlockKind::abbreviations) return false;
    const Span gap{token(i - 1).span.end, token(i).span.begin};
    return gap.size() > 1 || document_.text(gap) == "\t";
  }

  bool is_bracket(std::uint32_t i) const {
    const std::string_view mark = words_.text(i);
    return mark == "(" || mark == ")" || mark == "[" || mark == "]";
  }

  /// "Acme / Elm Works", "Acme/Elm", but "Acme/Elm Co."
  bool parts_at_slash(std::uint32_t i, std::uint32_t last) const {
    if (words_.text(i) != "/") return false;
    const bool spaced = i > 0 && token(i).span.begin > token(i - 1).span.end;
    return spaced || !is_firm_suffix(words_.bare(last - 1));
  }

  /// "Acme (AC)", "Acme / Elm Works": two names.
  void split_at_marks(const NameRange& range, std::uint32_t limit) {
    std::uint32_t first = range.first;
    for (std::uint32_t i = range.first; i <= range.last; ++i) {
      if (i < range.last && !is_bracket(i) && !parts_at_slash(i, range.last)) continue;
      if (i > first) part_at_case({first, i, range.label, range.confidence}, limit);
      first = i + 1;
    }
  }

  /// "ANN HALE Elm Courier", "Elm Courier\nOSLO": capitals and other letters on two lines are two names.
  void part_at_case(NameRange range, std::uint32_t limit) {
    const auto is_line_end = [&](std::uint32_t i) {
      return document_.text(Span{token(i - 1).span.end, token(i).span.begin}).find('\n') != std::string::npos;
    };
    const auto is_capitals = [&](std::uint32_t i) {
      return words_.text(i).size() > 2 && words_.has_letter(i) && !words_.has_lower_case(i);
    };
    for (std::uint32_t i = range.first + 1; i < range.last; ++i)
      if (is_line_end(i) && is_capitals(i - 1) != is_capitals(i)) {
        part_at_of({range.first, i, range.label, range.confidence}, limit);
        const bool town = is_capitals(i) && i + 1 == range.last;
        part_at_of({i, range.last, town ? NameClass::place : range.label, range.confidence}, limit);
        return;
      }
    if (const std::uint32_t end = without_dateline(range); end < range.last) {
      part_at_of({end, range.last, NameClass::place, range.confidence}, limit);
      range.last = end;
    }
    part_at_of(range, limit);
  }

  /// "Elm Tribune OSLO": the town of a dateline behind the paper.
  std::uint32_t without_dateline(const NameRange& range) const {
    const std::uint32_t last = range.last - 1;
    const bool town = range.last - range.first > 2 && words_.text(last).size() > 4 &&
                      !words_.has_lower_case(last) && words_.has_lower_case(last - 1) &&
                      is_organization_noun(words_.lower(last - 1));
    return town ? last : range.last;
  }

  /// "Marcus Tully of The Courier": a person of two words or more is no longer than that. "Education Mr.
  /// Hale": a person begins with the title.
  void part_at_of(NameRange range, std::uint32_t limit) {
    constexpr std::array<std::string_view, 8> addresses{"dr",       "madam", "madame", "miss",
                                                        "monsieur", "mr",    "mrs",    "ms"};
    if (range.label == NameClass::organization)
      for (std::uint32_t i = range.first + 1; i + 1 < range.last; ++i)
        if (is_one_of(words_.bare(i), addresses) || is_title_between(range, i)) {
          take({i, range.last, NameClass::person, range.confidence}, limit);
          range.last = i;
          break;
        }
    if (range.label == NameClass::person)
      for (std::uint32_t i = range.first + 2; i + 1 < range.last; ++i)
        if (words_.lower(i) == "of" || words_.lower(i) == "from") {
          take({i + 1, range.last, NameClass::organization, range.confidence * 0.5F}, limit);
          range.last = i;
          break;
        }
    take(range, limit);
  }

  /// "Elm Senate Speaker Ann Hale": a body, a title, a person.
  bool is_title_between(const NameRange& range, std::uint32_t title) const {
    if (!words_.is_title(title) || range.last - title < 3) return false;
    const std::uint32_t before = title - 1;
    if (!is_organization_noun(words_.lower(before)) && !is_acronym(words_.text(before))) return false;
    for (std::uint32_t i = title + 1; i < range.last; ++i)
      if (is_function_word(words_.lower(i)) || !words_.has_letter(i)) return false;
    return !holds_body_mark(words_, title + 1, range.last);
  }

  void take(NameRange range, std::uint32_t limit) {
    if (follows_storm(range)) {
      ranges_.push_back({range.first - 1, range.last, NameClass::event, range.confidence});
      return;
    }
    if (begins_with_storm(range)) range.label = NameClass::event;
    if (range.last == range.first + 1 && range.first > 0 && words_.text(range.first - 1) == "," &&
        is_state_abbreviation(words_.bare(range.first)))
      range.label = NameClass::place;  // "Elmton, N.J."
    for (std::uint32_t i = range.first + 1; i < range.last; ++i)
      if (is_patronymic(words_.text(i))) range.label = NameClass::person;
    if (range.label == NameClass::place && range.last < limit && is_sum(words_, range.last))
      return;  // "US$ 5m"
    part_party(range);
    part_country(range);
    drop_honours(range);
    retitle(range);
    if (words_.is_maiden_name(range.first)) return;
    if (!trim_name(words_, range)) return;
    if (const std::uint32_t size = body_before_office(words_, range)) {
      range.last = range.first + size;
      range.label = NameClass::organization;  // of countries, their name says so
    }
    if (is_no_name(words_, range)) return;
    ranges_.push_back(range);
    if (const auto acronym = acronym_behind(range, limit)) ranges_.push_back(*acronym);
  }

  static bool is_storm(std::string_view word) {
    constexpr std::array<std::string_view, 4> storms{"cyclone", "hurricane", "storm", "typhoon"};
    return is_one_of(word, storms);
  }
  /// "Tropical Storm Ada"
  bool begins_with_storm(const NameRange& range) const {
    const std::uint32_t noun = range.first + (words_.lower(range.first) == "tropical");
    return noun + 1 < range.last && noun + 3 > range.last && is_storm(words_.lower(noun));
  }

  /// "Hurricane Ada": storms are called as persons are.
  bool follows_storm(const NameRange& range) const {
    return range.first > 0 && range.last == range.first + 1 && words_.follows(range.first) &&
           words_.is_capitalized(range.first - 1) && is_storm(words_.lower(range.first - 1));
  }

  /// "(R-Ohio)": the state.
  void part_party(NameRange& range) const {
    const std::string_view party = words_.text(range.first);
    if (range.last - range.first < 3 || range.first == 0 || words_.text(range.first - 1) != "(" ||
        (party != "D" && party != "I" && party != "R") || words_.text(range.first + 1) != "-")
      return;
    range.first += 2;
    range.label = NameClass::place;
  }

  /// "Ada Hale KC", whatever the label: a person and what she may write behind her name.
  void drop_honours(NameRange& range) const {
    if (range.last - range.first < 3 || gender_of_forename(words_.lower(range.first)) == Gender::unknown ||
        !is_honour_title(words_.text(range.last - 1)))
      return;
    if (holds_body_mark(words_, range.first, range.last - 1)) return;
    --range.last;
    range.label = NameClass::person;
  }

  /// "U.S. Trade Representative Ada Hale": the country and the person; "U.S. Defense" before "Secretary": the
  /// country.
  void part_country(NameRange& range) {
    if (range.label == NameClass::event) return;
    const std::uint32_t country = country_end(words_, range.first, range.last);
    if (country == range.first || country == range.last) return;
    std::uint32_t title = country;
    while (title < range.last && is_title_modifier(words_.bare(title)) && !words_.is_title(title)) ++title;
    if (title < range.last ? !words_.is_title(title)
                           : title >= words_.size() || !words_.is_title(title) || !words_.follows(title))
      return;
    std::uint32_t name = title;
    while (name < range.last && (words_.is_title(name) || is_title_modifier(words_.bare(name)))) ++name;
    for (std::uint32_t i = name; i < range.last; ++i)
      if (words_.lower(i) == "of") return;
    if (holds_organization_noun(words_, name, range.last)) return;
    ranges_.push_back({range.first, country, NameClass::place, range.confidence});
    range = {name, range.last, NameClass::person, range.confidence};
  }

  /// "MP Gordon Hasler", "Norwegian MP Gordon Hasler": a title and two names are a person, whatever the
  /// label.
  void retitle(NameRange& range) const {
    if (range.label != NameClass::organization) return;
    std::uint32_t title = range.first;
    while (title + 1 < range.last &&
           (is_demonym(words_.text(title)) || is_title_modifier(words_.bare(title))) &&
           !words_.is_title(title))
      ++title;
    if (range.last - title < 3 || !words_.is_title(title)) return;
    for (std::uint32_t i = title + 1; i < range.last; ++i)
      if (!words_.is_capitalized(i)) return;
    if (holds_body_mark(words_, title + 1, range.last)) return;
    range.label = NameClass::person;
  }

  /// "… of the Red Cross (ICRC)": the acronym names what stands before it, whatever its own label.
  std::optional<NameRange> acronym_behind(const NameRange& range, std::uint32_t limit) const {
    const std::uint32_t at = range.last + 1;
    if (at + 1 >= limit || range.last - range.first < 2 || !is_bracket(range.last) || !is_bracket(at + 1))
      return std::nullopt;
    if (!is_acronym(words_.text(at)) ||
        (token(at).name != NameClass::none && token(at).name != NameClass::other))
      return std::nullopt;
    Words spelt;
    const std::string folded = words_.folded(range.first, range.last);
    for (const std::string_view word : words_of(folded)) spelt.emplace_back(word);
    if (!abbreviates(fold_name(words_.text(at)), spelt)) return std::nullopt;
    return NameRange{at, at + 1, range.label, range.confidence};
  }

  /// "Elmton, Pa." + ".": the period of an abbreviation within a sentence.
  bool is_period_of_state(const NameRange& range) const {
    const std::uint32_t mark = range.last;
    return mark + 1 < words_.size() && words_.text(mark) == "." &&
           is_state_abbreviation(words_.lower(mark - 1)) && words_.is_capitalized(mark - 1) &&
           token(mark).span.begin == token(mark - 1).span.end && is_within_sentence(mark);
  }
  /// "Southern Norland" at the head of a sentence may be any south of Norland.
  void drop_direction(NameRange& range) const {
    if (range.label != NameClass::place || range.last - range.first < 2 ||
        !words_.lower(range.first).ends_with("ern") || !is_direction(words_.lower(range.first)))
      return;
    const bool opens = range.first == 0 || !is_within_sentence(range.first - 1);
    const bool own = !country_code(words_.folded(range.first, range.last)).empty() ||
                     places_.contains(range.first, range.last);
    if (opens && !own && !country_code(words_.folded(range.first + 1, range.last)).empty()) ++range.first;
  }

  bool is_within_sentence(std::uint32_t t) const {
    const auto next = std::upper_bound(document_.sentences.begin(), document_.sentences.end(), t,
                                       [](std::uint32_t i, const Sentence& s) { return i < s.first; });
    return next != document_.sentences.begin() && t + 1 < (next - 1)->last;
  }

  /// "Elm" + "(Evora) corridor": the noun behind another name in brackets; `i` where there is none.
  std::uint32_t behind_other_name(std::uint32_t i) const {
    const bool name = is_bracket(i) && i + 3 < words_.size() && is_bracket(i + 2) && words_.follows(i + 3);
    const bool noun = name && words_.is_capitalized(i + 1) && is_extending_noun(words_.text(i + 3)) &&
                      !is_division_noun(words_.text(i + 3));
    return noun ? i + 3 : i;
  }

  void extend(NameRange& range) const {
    if (range.label == NameClass::place && is_period_of_state(range)) ++range.last;
    if (range.last >= words_.size() || !words_.follows(range.last)) return;
    if (is_patronymic(words_.text(range.last))) {
      range.label = NameClass::person;
      ++range.last;
    }
    const bool numbered = std::isdigit(static_cast<unsigned char>(words_.text(range.last - 1).back()));
    if (range.label != NameClass::place || range.last >= words_.size() || numbered) return;  // "the A90 road"
    constexpr std::array<std::string_view, 4> kinds{"administrative", "autonomous", "economic", "military"};
    if (const std::uint32_t noun = behind_other_name(range.last); noun > range.last) {
      range.last = noun + 1;
      return;
    }
    const std::uint32_t noun = range.last + is_one_of(words_.text(range.last), kinds);
    if (noun >= words_.size() || token(noun).name != NameClass::none || !is_extending_noun(words_.text(noun)))
      return;
    const bool country = !country_code(words_.folded(range.first, range.last)).empty();
    if (noun > range.last && !country) {  // "Elm economic region"
      range.last = noun + 1;
      return;
    }
    if (!country && token(range.last).span.begin > token(range.last - 1).span.end) ++range.last;
  }

  const AnnotatedDocument& document_;
  const TokenWords& words_;
  const ListedPlaces& places_;
  std::vector<NameRange> ranges_;
};

}  // namespace

std::vector<NameRange> labelled_ranges(const AnnotatedDocument& document, const TokenWords& words,
                                       const ListedPlaces& places) {
  return RangeFinder(document, words, places).run();
}

}  // namespace attest::extract
