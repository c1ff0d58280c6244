#include <attest/extractor/entities/ranges.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <unordered_set>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/form_rules.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/missed_names.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/entities/no_names.hpp>
#include <attest/extractor/entities/span_rules.hpp>
#include <attest/extractor/facts/demonyms.hpp>
#include <attest/extractor/facts/lexicon.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr std::size_t longest_name = 24;  // tokens; longer labels are errors

/// "oghlu", "kizi": behind a name, "son (daughter) of"; written small, part of it.
bool is_patronymic(std::string_view word) {
  constexpr std::array<std::string_view, 7> marks{"gizi", "kizi", "oghlu", "oglu", "ogly", "qizi", "uulu"};
  return is_one_of(word, marks);
}

/// Nouns in lower case that are part of the place's name: "Evora region", "Suez canal".
bool is_extending_noun(std::string_view word) {
  constexpr std::array<std::string_view, 13> nouns{
      "corridor", "district", "governorate", "oblast", "peninsula", "plateau", "prefecture",
      "province", "raion",    "region",      "river",  "strait",    "valley"};
  return is_one_of(word, nouns);
}

class RangeFinder {
 public:
  RangeFinder(const AnnotatedDocument& document, const TokenWords& words)
      : document_(document), words_(words) {}

  std::vector<NameRange> run() {
    for (const Sentence& sentence : document_.sentences) read_labels(sentence);
    grow_names(document_, words_, ranges_);
    part_names(words_, ranges_);
    part_seats(words_, ranges_);
    split_conjunctions();
    split_neighbours();
    add_missed_names(document_, words_, ranges_);
    for (NameRange& range : ranges_)  // what is left of a name may begin with "of"
      while (range.first < range.last && is_small_link(range.first)) ++range.first;
    std::erase_if(ranges_, [](const NameRange& range) { return range.first == range.last; });
    for (NameRange& range : ranges_) extend(range);
    std::sort(ranges_.begin(), ranges_.end(),
              [](const NameRange& a, const NameRange& b) { return a.first < b.first; });
    return std::move(ranges_);
  }

 private:
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
      if (i > first) part_at_of({first, i, range.label, range.confidence}, limit);
      first = i + 1;
    }
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
      if (is_organization_noun(words_.lower(i)) || is_function_word(words_.lower(i)) ||
          is_acronym(words_.text(i)) || !words_.has_letter(i))
        return false;
    return true;
  }

  void take(NameRange range, std::uint32_t limit) {
    if (follows_storm(range)) {
      ranges_.push_back({range.first - 1, range.last, NameClass::event, range.confidence});
      return;
    }
    for (std::uint32_t i = range.first + 1; i < range.last; ++i)
      if (is_patronymic(words_.text(i))) range.label = NameClass::person;
    if (range.label == NameClass::place && range.last < limit && is_sum(range.last)) return;  // "US$ 5m"
    part_party(range);
    part_country(range);
    drop_honours(range);
    retitle(range);
    if (words_.is_maiden_name(range.first)) return;
    if (!trim(range)) return;
    if (const std::uint32_t size = body_before_office(words_, range)) {
      range.last = range.first + size;
      range.label = NameClass::organization;  // of countries, their name says so
    }
    if (is_no_name(words_, range)) return;
    ranges_.push_back(range);
    if (const auto acronym = acronym_behind(range, limit)) ranges_.push_back(*acronym);
  }

  /// "Hurricane Ada": storms are called as persons are.
  bool follows_storm(const NameRange& range) const {
    constexpr std::array<std::string_view, 4> storms{"cyclone", "hurricane", "storm", "typhoon"};
    return range.first > 0 && range.last == range.first + 1 && words_.follows(range.first) &&
           words_.is_capitalized(range.first - 1) && is_one_of(words_.lower(range.first - 1), storms);
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
    for (std::uint32_t i = range.first; i + 1 < range.last; ++i)
      if (is_organization_noun(words_.lower(i)) || is_acronym(words_.text(i))) return;
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
      if (is_organization_noun(words_.lower(i)) || words_.lower(i) == "of") return;
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
      if (is_organization_noun(words_.lower(i)) || !words_.is_capitalized(i) || is_acronym(words_.text(i)))
        return;
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

  bool is_edge_mark(std::uint32_t i) const {
    return !words_.has_letter(i) && !std::isdigit(static_cast<unsigned char>(words_.text(i).front()));
  }

  /// "£5m" behind "fined Elm Bank"
  bool is_sum(std::uint32_t i) const {
    constexpr std::array<std::string_view, 4> signs{"$", "£", "€", "¥"};
    return std::any_of(signs.begin(), signs.end(),
                       [&](std::string_view sign) { return words_.text(i).starts_with(sign); });
  }

  /// Drops articles, titles and marks at the ends; false where no name is left.
  bool trim(NameRange& range) const {
    if (range.last - range.first > 2 && words_.text(range.first).size() == 1 &&
        words_.text(range.first + 1) == "-")
      range.first += 2;  // "D-Norland": a senator's party and state
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (is_sum(i)) range.last = i;
    while (range.first < range.last && (is_edge_mark(range.last - 1) || words_.is_possessive(range.last - 1)))
      --range.last;
    if (range.first >= range.last) return false;
    if (range.label == NameClass::person) trim_person(range);
    if (range.label == NameClass::organization) trim_office(range);
    while (range.first < range.last && is_loose_front(range)) ++range.first;
    constexpr std::array<std::string_view, 3> settled{"city", "town", "village"};
    if (range.last - range.first > 1 && is_one_of(words_.text(range.last - 1), settled)) --range.last;
    if (range.first >= range.last || range.last - range.first > longest_name) return false;
    if (range.last == range.first + 1 && !may_stand_alone(words_, range)) return false;
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (words_.has_letter(i) && words_.is_capitalized(i)) return true;
    return range.confidence > 0.8F && words_.has_letter(range.first);
  }

  /// "Rights Defender of Norland", "Minister of [Foreign Affairs of Norland]", "Supreme Court Justice": what
  /// the office is of, without the office.
  void trim_office(NameRange& range) const {
    constexpr std::array<std::string_view, 16> offices{
        "defender",   "ombudsman", "president", "minister",     "governor",   "mayor",
        "ambassador", "speaker",   "chairman",  "commissioner", "rapporteur", "prosecutor",
        "chairwoman", "mistress",  "justice",   "judge"};
    constexpr std::array<std::string_view, 9> trailing{"chair",       "director",  "spokesman",
                                                       "spokeswoman", "ceo",       "secretary",
                                                       "chief",       "president", "governor"};
    const std::uint32_t last = range.last - 1;
    const bool before_name =
        range.last < document_.tokens.size() && token(range.last).name == NameClass::person &&
        (is_one_of(words_.lower(last), trailing) || is_one_of(words_.lower(last), offices));
    if (last > range.first &&
        (before_name || (last > range.first + 1 && is_one_of(words_.lower(last), offices) &&
                         is_organization_noun(words_.lower(last - 1)))))
      range.last = last;
    constexpr std::array<std::string_view, 5> envoys{"representative", "envoy", "rapporteur", "adviser",
                                                     "advisor"};
    for (std::uint32_t i = range.first + 1; i < range.last && is_acronym(words_.text(range.first)); ++i)
      if (is_one_of(words_.lower(i), envoys)) range.last = range.first + 1;  // "EU High Representative for …"
    std::uint32_t of = range.first;
    while (of < range.last && words_.lower(of) != "of") ++of;
    if (of == range.first || of + 1 >= range.last) return;
    for (std::uint32_t i = range.first; i < of; ++i)
      if (is_organization_noun(words_.lower(i))) return;
    const bool portfolio = range.first >= 2 && words_.lower(range.first - 1) == "of" &&
                           words_.lower(range.first - 2) == "minister";
    if (!portfolio && !is_one_of(words_.lower(of - 1), offices)) return;
    range.first = of + 1;
    bool body = false;
    for (std::uint32_t i = range.first; i < range.last; ++i) body |= is_organization_noun(words_.lower(i));
    if (!body) range.label = NameClass::place;
  }

  /// "of Old Norse Studies", "corner of Bohemia", "Carthage-controlled Sicily": no part of the name.
  bool is_loose_front(const NameRange& range) const {
    const std::uint32_t i = range.first;
    const bool small = words_.text(i) == words_.lower(i) && words_.has_letter(i);
    const bool of = i + 1 < range.last && words_.lower(i + 1) == "of";
    return is_edge_mark(i) || is_article(i) || (small && (is_function_word(words_.lower(i)) || of)) ||
           (range.last > i + 1 && is_compound_adjective(words_.text(i)));
  }

  bool is_small_link(std::uint32_t i) const {
    return words_.text(i) == words_.lower(i) && is_one_of(words_.lower(i), links);
  }
  static constexpr std::array<std::string_view, 6> links{"and", "at", "for", "in", "of", "the"};

  bool is_article(std::uint32_t i) const {
    const std::string& word = words_.lower(i);
    return word == "the" || word == "a" || word == "an";
  }

  /// "Peruvian Ambassador Ana Torres" → the name; "Ada Lovelace OBE FRS" → without the honours.
  void trim_person(NameRange& range) const {
    for (std::uint32_t i = range.first; i + 1 < range.last; ++i) {
      const bool before_initial = words_.text(i + 1).size() == 2 && words_.text(i + 1)[1] == '.';
      const bool nationality = is_demonym(words_.text(i)) && !before_initial;  // no "French E. Hale"
      const bool before_title =
          is_title_modifier(words_.bare(i)) || nationality || is_article(i) || is_edge_mark(i);
      if (words_.is_title(i) || is_profession(i, range))
        range.first = i + 1;
      else if (!before_title)
        break;
    }
    for (std::uint32_t i = range.first + 1; i + 2 < range.last; ++i)  // "Judiciary Chair Ann Hale"
      if (words_.is_title(i) && !is_initial_or_forename(range.first)) range.first = i + 1;
    while (range.last - range.first > 2 && is_postnominal(range.last - 1)) --range.last;
  }
  bool is_initial_or_forename(std::uint32_t i) const {
    return words_.text(i).size() < 3 || gender_of_forename(words_.folded(i, i + 1)) != Gender::unknown;
  }

  /// "Mathematician Ada Hale": what somebody is, before two names.
  bool is_profession(std::uint32_t i, const NameRange& range) const {
    const NounRole role = word_info(words_.lower(i)).noun_role;
    return role == NounRole::membership && range.last - i > 2;
  }

  /// Capitals behind a name that is written otherwise.
  bool is_postnominal(std::uint32_t i) const {
    const std::string_view text = words_.text(i);
    const bool capitals = std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!capitals || text.size() < 2 || text.size() > 5 || is_generation(words_.lower(i)) ||
        is_firm_suffix(words_.lower(i)))
      return false;
    return std::any_of(words_.text(i - 2).begin(), words_.text(i - 2).end(),
                       [](char c) { return c >= 'a' && c <= 'z'; });
  }

  /// "Evora and Beja" are two where one of them is named alone elsewhere, or is a country.
  void split_conjunctions() {
    std::unordered_set<std::string> alone;  // a class and a name
    const auto key_of = [&](NameClass label, std::uint32_t first, std::uint32_t last) {
      return std::to_string(static_cast<int>(label)) + words_.folded(first, last);
    };
    for (const NameRange& range : ranges_)
      if (!find_and(range)) alone.insert(key_of(range.label, range.first, range.last));
    std::vector<NameRange> split;
    for (const NameRange& range : ranges_) {
      const auto at = find_and(range);
      const std::string all = words_.folded(range.first, range.last);
      // "Norland and Elm County Court": a body may have two places in its name.
      const bool body =
          range.label == NameClass::organization && is_organization_noun(words_.lower(range.last - 1));
      const auto is_name = [&](std::uint32_t first, std::uint32_t last) {
        return alone.contains(key_of(range.label, first, last)) ||
               (!body && !country_code(words_.folded(first, last)).empty());
      };
      const bool two = at && (is_between(range) || are_houses(range, *at) || is_name(range.first, *at) ||
                              is_name(*at + 1, range.last));
      if (!two || !country_code(all).empty()) {
        split.push_back(range);
        continue;
      }
      for (NameRange part : {NameRange{range.first, *at, range.label, range.confidence},
                             NameRange{*at + 1, range.last, range.label, range.confidence}})
        if (trim(part) && !is_nationality(words_, part)) split.push_back(part);
    }
    ranges_ = std::move(split);
  }

  /// "the Institute of Physics and Calder University": each has a house's noun of its own.
  bool are_houses(const NameRange& range, std::uint32_t conjunction) const {
    constexpr std::array<std::string_view, 8> houses{"academy", "college",     "hospital", "institute",
                                                     "museum",  "polytechnic", "seminary", "university"};
    if (range.label != NameClass::organization || range.last - conjunction < 3) return false;
    if (!is_one_of(words_.lower(range.last - 1), houses)) return false;
    for (std::uint32_t i = range.first; i < conjunction; ++i)
      if (is_one_of(words_.lower(i), houses)) return true;
    return false;
  }

  /// "the road between Evora and Beja", and any two words that the tagger takes for one place.
  bool is_between(const NameRange& range) const {
    const bool between = range.first > 0 && words_.lower(range.first - 1) == "between";
    return between || (range.label == NameClass::place && range.last - range.first == 3);
  }

  /// "in Evora Ana Torres said": a place and a person, both named alone elsewhere, run together.
  void split_neighbours() {
    std::unordered_set<std::string> places, persons;
    for (const NameRange& range : ranges_) {
      if (range.label == NameClass::place) places.insert(words_.folded(range.first, range.last));
      if (range.label == NameClass::person) persons.insert(words_.folded(range.first, range.last));
    }
    const std::size_t before = ranges_.size();
    for (std::size_t r = 0; r < before; ++r) {
      const NameRange range = ranges_[r];
      if (range.last - range.first < 2 || range.label == NameClass::organization) continue;
      const std::uint32_t second = range.first + 1;
      const std::string before = range.first > 0 ? words_.lower(range.first - 1) : "";
      const bool place = before == "in" || before == "at" || before == "near" ||
                         places.contains(words_.folded(range.first, second));
      if (!place || !persons.contains(words_.folded(second, range.last))) continue;
      ranges_[r] = {range.first, second, NameClass::place, range.confidence};
      ranges_.push_back({second, range.last, NameClass::person, range.confidence});
    }
  }

  /// "and" between two names; what follows it in "Marlow & Co.", "Hale and Sons" is none.
  std::optional<std::uint32_t> find_and(const NameRange& range) const {
    constexpr std::array<std::string_view, 10> kin{"associates", "bros",    "brothers", "co",      "company",
                                                   "daughters",  "friends", "partners", "sisters", "sons"};
    if (is_one_of(words_.bare(range.last - 1), kin) && range.last - range.first > 2) {
      const std::string& before = words_.lower(range.last - 2);
      if (before == "and" || before == "&") return std::nullopt;
    }
    for (std::uint32_t i = range.first + 1; i + 1 < range.last; ++i)
      if (words_.lower(i) == "and" || words_.lower(i) == "&") return i;
    return std::nullopt;
  }

  void extend(NameRange& range) const {
    if (range.last >= words_.size() || !words_.follows(range.last)) return;
    if (is_patronymic(words_.text(range.last))) {
      range.label = NameClass::person;
      ++range.last;
    }
    if (range.label != NameClass::place || range.last >= words_.size()) return;
    constexpr std::array<std::string_view, 4> kinds{"administrative", "autonomous", "economic", "military"};
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
  std::vector<NameRange> ranges_;
};

}  // namespace

std::vector<NameRange> labelled_ranges(const AnnotatedDocument& document, const TokenWords& words) {
  return RangeFinder(document, words).run();
}

}  // namespace attest::extract
