#include <attest/extractor/entities/name_edges.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>

#include <attest/extractor/date_grammar.hpp>
#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/entities/no_names.hpp>
#include <attest/extractor/entities/range_words.hpp>
#include <attest/extractor/facts/lexicon.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr std::size_t longest_name = 24;  // tokens; longer labels are errors

class Edges {
 public:
  explicit Edges(const TokenWords& words) : words_(words) {}

  /// Drops articles, titles and marks at the ends; false where no name is left.
  bool trim(NameRange& range) const {
    if (range.last - range.first > 2 && words_.text(range.first).size() == 1 &&
        words_.text(range.first + 1) == "-")
      range.first += 2;  // "D-Norland": a senator's party and state
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (is_sum(words_, i)) range.last = i;  // "fined Elm Bank £5m"
    while (range.last - range.first > 1 && heads_caption(range.last - 1)) --range.last;
    while (range.first < range.last && (is_edge_mark(range.last - 1) || words_.is_possessive(range.last - 1)))
      --range.last;
    if (range.first >= range.last) return false;
    if (range.label == NameClass::person) trim_person(range);
    if (range.label == NameClass::organization) trim_office(range), trim_members(range);
    if (range.first >= range.last) return false;
    while (range.first < range.last && (is_loose_front(range) || is_small_front(range))) ++range.first;
    while (range.last - range.first > 1 && is_small_tail(range)) --range.last;
    if (range.first >= range.last || range.last - range.first > longest_name) return false;
    if (range.last == range.first + 1 && !may_stand_alone(words_, range)) return false;
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (words_.has_letter(i) && words_.is_capitalized(i)) return true;
    return range.confidence > 0.8F && words_.has_letter(range.first);
  }

 private:
  /// "in Elm City Image: Ada Hale": the label of what comes behind it.
  bool heads_caption(std::uint32_t i) const {
    constexpr std::array<std::string_view, 8> labels{"image", "photo",  "photograph", "picture",
                                                     "video", "credit", "credits",    "audio"};
    return i + 1 < words_.size() && words_.text(i + 1) == ":" && is_one_of(words_.lower(i), labels);
  }
  bool is_edge_mark(std::uint32_t i) const {
    return !words_.has_letter(i) && !std::isdigit(static_cast<unsigned char>(words_.text(i).front()));
  }

  /// "Rights Defender of Norland", "Minister of [Foreign Affairs of Norland]", "Supreme Court Justice": what
  /// the office is of, without the office.
  void trim_office(NameRange& range) const {
    if (range.first >= 2 && range.last - range.first > 1 && words_.lower(range.first) == "staff" &&
        words_.lower(range.first - 1) == "of" && words_.lower(range.first - 2) == "chief") {
      range = {range.first + 1, range.last, NameClass::person, range.confidence};  // "Chief of Staff Hale"
      return;
    }
    constexpr std::array<std::string_view, 16> offices{
        "defender",   "ombudsman", "president", "minister",     "governor",   "mayor",
        "ambassador", "speaker",   "chairman",  "commissioner", "rapporteur", "prosecutor",
        "chairwoman", "mistress",  "justice",   "judge"};
    constexpr std::array<std::string_view, 9> trailing{"chair",       "director",  "spokesman",
                                                       "spokeswoman", "ceo",       "secretary",
                                                       "chief",       "president", "governor"};
    const std::uint32_t last = range.last - 1;
    const bool before_name =
        range.last < words_.size() && words_.token(range.last).name == NameClass::person &&
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
    if (holds_organization_noun(words_, range.first, of)) return;
    constexpr std::array<std::string_view, 4> deans{"dean", "provost", "rector", "vice-chancellor"};
    if (is_one_of(words_.lower(of - 1), deans) && holds_body_noun(words_, of + 1, range.last)) {
      range.first = of + 1;
      return;
    }
    const bool portfolio = range.first >= 2 && words_.lower(range.first - 1) == "of" &&
                           words_.lower(range.first - 2) == "minister";
    if (!portfolio && !is_one_of(words_.lower(of - 1), offices)) return;
    range.first = of + 1;
    if (!holds_organization_noun(words_, range.first, range.last)) range.label = NameClass::place;
  }

  static bool is_plural_office(std::string_view word) {
    return word.ends_with('s') && word_info(word.substr(0, word.size() - 1)).noun_role == NounRole::office;
  }
  /// "Senate Democrats", "House Minority" before its leader: the house alone; "Republican Senators": nobody.
  void trim_members(NameRange& range) const {
    constexpr std::array<std::string_view, 12> members{
        "democrats", "governors", "lawmakers", "leaders",         "majority",    "members",
        "ministers", "minority",  "officials", "representatives", "republicans", "senators"};
    if (range.last - range.first != 2) return;
    const std::string& last = words_.lower(range.last - 1);
    if (is_acronym(words_.text(range.first)) && is_plural_office(last)) --range.last;  // "NSA Directors"
    if (range.last - range.first != 2 || !is_one_of(last, members)) return;
    const bool party = last == "democrats" || last == "republicans";
    const bool house = is_parent_body_noun(words_.lower(range.first)) || is_acronym(words_.text(range.first));
    if (house)
      --range.last;
    else if (!party)  // "Social Democrats"
      range.last = range.first;
  }

  /// "of Old Norse Studies", "corner of Bohemia", "Carthage-controlled Sicily": no part of the name.
  bool is_loose_front(const NameRange& range) const {
    const std::uint32_t i = range.first;
    const bool small = words_.text(i) == words_.lower(i) && words_.has_letter(i);
    const bool of = i + 1 < range.last && words_.lower(i + 1) == "of";
    const bool own_article = words_.text(i) == "The" && i + 1 < range.last && words_.lower(i + 1) == "hague";
    constexpr std::array<std::string_view, 6> classes{"Class-A", "Double-A", "High-A",
                                                      "Low-A",   "Single-A", "Triple-A"};
    return is_edge_mark(i) || (is_article(i) && !own_article) || is_one_of(words_.text(i), classes) ||
           (small && (is_function_word(words_.lower(i)) || of)) ||
           (range.last > i + 1 && is_compound_adjective(words_.text(i)));
  }

  bool is_small(std::uint32_t i) const {
    const std::string_view word = words_.text(i);
    return word.size() > 1 && word.front() >= 'a' && word.front() <= 'z' && word == words_.lower(i);
  }

  /// "eastern Norland", "interim Elm Council", "attaché Ada Hale": what stands small before capitals.
  bool is_small_front(const NameRange& range) const {
    const std::uint32_t i = range.first;
    const std::string& word = words_.lower(i);
    return range.last - i > 1 && is_small(i) && word.size() > 2 && words_.is_capitalized(i + 1) &&
           words_.follows(i + 1) && !is_name_particle(word) && !is_leading_organization_noun(word) &&
           words_.token(i).upos != Upos::PROPN;
  }

  /// "Norland August", "Elm Agency on Friday"
  bool is_date_word(std::uint32_t i) const {
    const std::string& word = words_.lower(i);
    const bool also_name = word == "march" || word == "may";
    const bool date = is_weekday(word) || (is_month(word) && !also_name) || word == "today";
    const bool alone = i + 1 >= words_.size() || !words_.is_capitalized(i + 1) || !words_.has_letter(i + 1);
    return alone && words_.is_capitalized(i) && date;
  }

  /// "Elm city", "South of it", "Acme to": what stands small behind a name and is no noun, or a settlement.
  bool is_small_tail(const NameRange& range) const {
    constexpr std::array<std::string_view, 3> settled{"city", "town", "village"};
    if (range.label != NameClass::person && is_date_word(range.last - 1)) return true;
    constexpr std::array open{Upos::ADP, Upos::ADV,  Upos::AUX, Upos::CCONJ,
                              Upos::DET, Upos::PRON, Upos::VERB};
    const std::uint32_t i = range.last - 1;
    return is_small(i) &&
           (is_one_of(words_.lower(i), settled) ||
            (words_.follows(i) && std::find(open.begin(), open.end(), words_.token(i).upos) != open.end()));
  }

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
      if (words_.is_title(i) || is_profession(i, range) || is_countryman(words_.text(i)) ||
          (nationality && i + 2 < range.last && is_forename(i + 1)))
        range.first = i + 1;
      else if (!before_title)
        break;
    }
    for (std::uint32_t i = range.first + 1; i + 2 < range.last; ++i)  // "Judiciary Chair Ann Hale"
      if (words_.is_title(i) && !is_initial_or_forename(range.first)) range.first = i + 1;
    while (range.last - range.first > 2 && is_postnominal(range.last - 1)) --range.last;
    if (is_office_in_letters(range)) ++range.first;
  }
  /// "DCI Marlow": the office in letters that no list of titles has.
  bool is_office_in_letters(const NameRange& range) const {
    constexpr std::array<std::string_view, 5> offices{"CFO", "COO", "DCI", "FM", "PM"};
    return range.last - range.first > 1 && is_one_of(words_.text(range.first), offices);
  }
  bool is_forename(std::uint32_t i) const {
    return gender_of_forename(words_.folded(i, i + 1)) != Gender::unknown;
  }
  bool is_initial_or_forename(std::uint32_t i) const { return words_.text(i).size() < 3 || is_forename(i); }

  /// "Irishman", "Frenchwoman"
  static bool is_countryman(std::string_view word) {
    for (const std::string_view tail : {"woman", "man"})
      if (word.ends_with(tail)) return is_demonym(word.substr(0, word.size() - tail.size()));
    return false;
  }

  /// "Mathematician Ada Hale", "Republican Ada Hale": what somebody is, before two names.
  bool is_profession(std::uint32_t i, const NameRange& range) const {
    const NounRole role = word_info(words_.lower(i)).noun_role;
    return (role == NounRole::membership || is_party_member(words_.lower(i))) && range.last - i > 2;
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

  const TokenWords& words_;
};

}  // namespace

bool trim_name(const TokenWords& words, NameRange& range) {
  return Edges(words).trim(range);
}

}  // namespace attest::extract
