#include <attest/extractor/entities/span_rules.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/entities/known_bodies.hpp>
#include <attest/extractor/entities/known_names.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/listed_places.hpp>
#include <attest/extractor/entities/name_words.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/entities/no_names.hpp>
#include <attest/extractor/entities/range_words.hpp>
#include <attest/extractor/entities/surroundings.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// Parts of bodies: "of" behind their name leads to the body they are part of.
constexpr auto parts = std::to_array<std::string_view>({"branch", "bureau", "center", "centre", "college",
                                                        "department", "division", "faculty", "institute",
                                                        "laboratory", "office", "school", "section", "unit"});

bool is_initial(std::string_view word) {
  return word.size() == 2 && std::isupper(static_cast<unsigned char>(word[0])) && word[1] == '.';
}

class Grower {
 public:
  Grower(const AnnotatedDocument& document, const TokenWords& words, std::vector<NameRange>& ranges)
      : document_(document), words_(words), ranges_(ranges) {}

  void run() {
    sort();
    for (NameRange& range : ranges_) {
      const Sentence& sentence = sentence_of(range.first);
      if (is_named_after_one(range, sentence)) range.label = NameClass::organization, ++range.last;
      if (range.label == NameClass::person) grow_person(range, sentence);
      if (range.label == NameClass::organization) grow_body(range, sentence);
      if (range.label == NameClass::place) grow_place(range, sentence);
    }
    add_bodies();
    sort();
    drop_covered();
  }

 private:
  const Sentence& sentence_of(std::uint32_t i) const {
    const auto next = std::upper_bound(document_.sentences.begin(), document_.sentences.end(), i,
                                       [](std::uint32_t t, const Sentence& s) { return t < s.first; });
    return *(next - 1);
  }
  void sort() {
    std::sort(ranges_.begin(), ranges_.end(), [](const NameRange& a, const NameRange& b) {
      return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
  }
  void drop_covered() {
    std::vector<NameRange> kept;
    for (NameRange range : ranges_) {
      if (!kept.empty() && range.first < kept.back().last) {
        if (range.last <= kept.back().last) continue;
        range.first = kept.back().last;
      }
      kept.push_back(range);
    }
    ranges_ = std::move(kept);
  }

  bool is_word(std::uint32_t i) const { return words_.has_letter(i) && words_.is_capitalized(i); }
  bool is_free_name(std::uint32_t i) const {
    const NameClass label = words_.token(i).name;
    return is_word(i) && (label == NameClass::none || label == NameClass::person);
  }

  void grow_person(NameRange& range, const Sentence& sentence) const {
    while (range.first > sentence.first && words_.follows(range.first) &&
           is_initial(words_.text(range.first - 1)))
      --range.first;
    if (range.first > sentence.first && is_initial(words_.text(range.first)) && words_.follows(range.first) &&
        is_demonym(words_.text(range.first - 1)))  // "French E. Hale"
      --range.first;
    if (range.last < sentence.last && is_initial(words_.text(range.last - 1)) && words_.follows(range.last) &&
        is_free_name(range.last) && words_.token(range.last).upos == Upos::PROPN)
      ++range.last;
    if (is_epithet_behind(range.last, sentence)) range.last += 2;
    if (const std::uint32_t mark = behind_comma(range.last, sentence); is_generation_mark(mark, sentence))
      range.last = mark + 1;
    std::uint32_t t = range.last;
    while (t < sentence.last && words_.follows(t) && is_name_particle(words_.text(t))) ++t;
    if (t > range.last && t < sentence.last && words_.follows(t) && is_free_name(t)) range.last = t + 1;
  }

  // "Otto Berg" + ", Jr."
  std::uint32_t behind_comma(std::uint32_t i, const Sentence& sentence) const {
    return i < sentence.last && words_.text(i) == "," ? i + 1 : i;
  }
  bool is_generation_mark(std::uint32_t i, const Sentence& sentence) const {
    constexpr std::string_view marks[] = {"iii", "jr", "sr"};
    return i < sentence.last && words_.follows(i) && words_.is_capitalized(i) &&
           words_.token(i).name != NameClass::place && is_one_of(words_.bare(i), marks);
  }

  // "Magnus" + "the Good"
  bool is_epithet_behind(std::uint32_t article, const Sentence& sentence) const {
    constexpr std::string_view epithets[] = {
        "apostate", "bald",  "baptist", "bold",        "conqueror", "confessor", "elder", "fair",   "fat",
        "good",     "great", "just",    "magnificent", "pious",     "terrible",  "wise",  "younger"};
    return article + 1 < sentence.last && words_.follows(article) && words_.text(article) == "the" &&
           words_.is_capitalized(article + 1) && is_one_of(words_.lower(article + 1), epithets);
  }

  // "Gulf" + "of Mexico", "Republic" + "of Norland"
  void grow_place(NameRange& range, const Sentence& sentence) const {
    const std::string& noun = words_.lower(range.last - 1);
    const bool open = range.last + 1 < sentence.last && words_.lower(range.last) == "of" &&
                      words_.is_capitalized(range.last - 1);
    const bool bare = range.last - range.first == 1 && !place_kind(noun).empty();
    if (!open || (!bare && !is_state_form(noun))) return;
    const std::uint32_t last = capitals(behind_article(words_, range.last + 1), sentence, true);
    if (last > range.last + 1) range.last = last;
  }

  // "Ministry" + "of Foreign Affairs", "Ministry of Labour" + "and Social Affairs", "International" + "Bank"
  void grow_body(NameRange& range, const Sentence& sentence) const {
    const bool head_first = is_body_with_of(words_.lower(range.first));
    // "Office of the Inspector General" + "for", "Board of Governors" + "of"
    const bool office = head_first && leads_on(range.last - 1);
    if (office || is_body_with_of(words_.lower(range.last - 1))) range.last = behind_of(range.last, sentence);
    if (words_.lower(range.first) == "university" && range.last + 1 < sentence.last &&
        words_.lower(range.last) == "at")  // "University of Norland at Elm"
      range.last = std::max(range.last, capitals(range.last + 1, sentence, true));
    if (begins_network(words_.folded(range.first, range.last)))
      range.last = behind_branch(range.last, sentence);
    if (is_campus(range, sentence)) range.last = capitals(range.last + 1, sentence, true);
    const std::uint32_t link = first_link(range);
    if (link < range.last && is_body_of_fields(words_.lower(link - 1)) && range.last + 1 < sentence.last &&
        words_.lower(range.last) == "and" && is_portfolio(range.last + 1))
      range.last = capitals(range.last + 1, sentence);
    if (is_open_cause(range, sentence))
      range.last = capitals(behind_article(words_, range.last + 1), sentence, true);
    if (is_named_after_two(range, sentence)) range.first -= 2;
    if (range.first > sentence.first && words_.follows(range.first) &&
        is_demonym(words_.text(range.first - 1)) && is_organization_noun(words_.lower(range.last - 1)))
      --range.first;
    while (head_first && range.first > sentence.first && words_.follows(range.first) &&
           is_modifier(range.first - 1, sentence))
      --range.first;
  }
  // "al-Qaida" + "in the Islamic Maghreb": its branches have names, other places are where it is
  std::uint32_t behind_branch(std::uint32_t end, const Sentence& sentence) const {
    constexpr std::string_view branches[] = {"arabian peninsula", "indian subcontinent",         "iraq",
                                             "islamic maghreb",   "land of the islamic maghreb", "maghreb"};
    if (end + 1 >= sentence.last || words_.lower(end) != "in") return end;
    const std::uint32_t first = behind_article(words_, end + 1);
    for (std::uint32_t last = std::min(first + 5, sentence.last); last > first; --last)
      if (words_.has_letter(last - 1) && is_one_of(words_.folded(first, last), branches)) return last;
    return end;
  }
  // "Hale" + "Commission"
  bool is_named_after_one(const NameRange& range, const Sentence& sentence) const {
    const std::uint32_t noun = range.last;
    return range.label == NameClass::person && range.last - range.first == 1 && noun < sentence.last &&
           words_.follows(noun) && is_word(noun) && words_.token(noun).name != NameClass::person &&
           is_organization_noun(words_.lower(noun));
  }
  // "University of California" + ", Berkeley": of one of the states whose universities have several seats
  bool is_campus(const NameRange& range, const Sentence& sentence) const {
    constexpr std::string_view states[] = {"california", "texas",  "wisconsin", "illinois",      "michigan",
                                           "minnesota",  "hawaii", "maryland",  "massachusetts", "colorado",
                                           "missouri",   "alaska", "nebraska",  "tennessee",     "carolina"};
    if (words_.lower(range.first) != "university" || range.last - range.first < 3 ||
        range.last + 1 >= sentence.last || words_.text(range.last) != ",")
      return false;
    return is_one_of(words_.lower(range.last - 1), states) && is_word(range.last + 1) &&
           words_.token(range.last + 1).name != NameClass::person &&
           country_code(words_.folded(range.last + 1, range.last + 2)).empty();
  }
  // "Front for the Liberation" + "of Norland", "Organization for Security" + "in Norland"
  bool is_open_cause(const NameRange& range, const Sentence& sentence) const {
    constexpr std::string_view causes[] = {"cooperation",  "defence",    "defense",    "development",
                                           "independence", "liberation", "protection", "reconstruction",
                                           "restoration",  "salvation"};
    const std::uint32_t link = range.last;
    if (link + 1 >= sentence.last || !is_one_of(words_.lower(link - 1), causes)) return false;
    if (words_.lower(link) != "of" && (words_.lower(link) != "in" || words_.lower(link - 1) != "cooperation"))
      return false;
    const std::uint32_t place = behind_article(words_, link + 1);
    bool cause = false;
    for (std::uint32_t i = range.first; i < link; ++i) cause |= words_.lower(i) == "for";
    return cause && place < sentence.last && words_.token(place).name == NameClass::place;
  }
  // "Ada" + "and Otto Berg Foundation"
  bool is_named_after_two(const NameRange& range, const Sentence& sentence) const {
    constexpr std::string_view gifts[] = {"center",    "centre",  "foundation", "fund",
                                          "institute", "library", "trust"};
    if (range.first < sentence.first + 2 || range.last - range.first < 3) return false;
    const std::string& link = words_.lower(range.first - 1);
    const std::uint32_t other = range.first - 2;
    const bool alone = other == sentence.first || words_.token(other - 1).name != NameClass::person;
    return (link == "and" || link == "&") && is_one_of(words_.lower(range.last - 1), gifts) && alone &&
           words_.token(other).name == NameClass::person;
  }
  std::uint32_t first_link(const NameRange& range) const {
    std::uint32_t i = range.first + 1;
    while (i < range.last && words_.lower(i) != "of" && words_.lower(i) != "for" && words_.lower(i) != "on")
      ++i;
    return i;
  }
  /// Whose office or board it is, or the district a court is for, is of something itself.
  bool leads_on(std::uint32_t i) const {
    return words_.lower(i) == "district" || words_.is_title(i) || is_plural_title(words_.lower(i)) ||
           words_.lower(i) == "trustees";
  }
  bool is_portfolio(std::uint32_t i) const {
    const NameClass label = words_.token(i).name;
    return is_word(i) && label != NameClass::place && label != NameClass::person && !words_.is_title(i) &&
           !is_body_with_of(words_.lower(i)) && words_.text(i).size() > 4;
  }
  bool is_modifier(std::uint32_t i, const Sentence& sentence) const {
    const Token& token = words_.token(i);
    const bool label = token.name == NameClass::none || token.name == NameClass::other ||
                       token.name == NameClass::organization;
    const bool word = token.upos == Upos::PROPN || (token.upos == Upos::ADJ && i > sentence.first);
    return label && word && is_word(i) && !words_.is_title(i) && !is_function_word(words_.lower(i));
  }

  std::uint32_t behind_of(std::uint32_t end, const Sentence& sentence) const {
    while (end + 1 < sentence.last) {
      const std::string& link = words_.lower(end);
      const bool on = link == "on" && is_body_of_fields(words_.lower(end - 1));
      if (link != "of" && link != "for" && !on) return end;
      const std::uint32_t t = behind_article(words_, end + 1);
      if (t >= sentence.last || (on && is_weekday(t))) return end;
      const std::uint32_t last = capitals(t, sentence);
      if (last == t) return end;
      end = last;
      // "of the Republic" + "of Norland", "of the President" + "of the Republic", "of the High Commissioner"
      // + "for Rivers"
      if (!is_state_form(words_.lower(end - 1)) && !leads_on(end - 1)) return end;
    }
    return end;
  }
  /// "on Tuesday"
  bool is_weekday(std::uint32_t t) const {
    const std::string& word = words_.lower(t);
    return word.ends_with("day") || words_.token(t).penn == Penn::CD;
  }
  /// The end of the run of capitals from t on, "and" between two of them counted in.
  std::uint32_t capitals(std::uint32_t t, const Sentence& sentence, bool one_name = false) const {
    const auto runs = [&](std::uint32_t i) {
      if (i >= sentence.last) return false;
      const bool other_body = words_.token(i).name_begins && is_body_with_of(words_.lower(i));
      return is_word(i) && words_.token(i).name != NameClass::person && !other_body;
    };
    while (runs(t)) {
      ++t;
      if (!one_name && t + 1 < sentence.last && words_.lower(t) == "and" && runs(t + 1) &&
          words_.token(t + 1).name != NameClass::place && !is_body_with_of(words_.lower(t + 1)))
        ++t;
    }
    return t;
  }

  // "the Ministry of Health" where no label is.
  void add_bodies() {
    std::vector<std::uint32_t> covered(words_.size(), 0);  // the end of the range over each token
    for (const NameRange& range : ranges_)
      std::fill(&covered[range.first], &covered[range.last - 1] + 1, range.last);
    for (const Sentence& sentence : document_.sentences)
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        if (covered[i] || !is_word(i) || !is_body_with_of(words_.lower(i))) continue;
        if (i > sentence.first && is_word(i - 1) && words_.lower(i - 1) != "the") continue;
        const std::uint32_t open = behind_of(i + 1, sentence);
        const std::uint32_t end = std::max(open, covered[open - 1]);  // "Board of the" + a body's whole name
        const bool committee = words_.lower(i) == "committee" || words_.lower(i) == "subcommittee";
        if (end > i + 1 && (words_.lower(i + 1) == "of" || (committee && words_.lower(i + 1) == "on")))
          ranges_.push_back({i, end, NameClass::organization, 0.6F});
      }
  }

  const AnnotatedDocument& document_;
  const TokenWords& words_;
  std::vector<NameRange>& ranges_;
};

}  // namespace

void grow_names(const AnnotatedDocument& document, const TokenWords& words, std::vector<NameRange>& ranges) {
  Grower(document, words, ranges).run();
}

namespace {

/// Parts `range` where its last link leads to another name; true where it did.
bool part_body(const TokenWords& words, const KnownNames& known, NameRange& range,
               std::vector<NameRange>& more) {
  for (std::uint32_t link = find_link(words, range.first + 1, range.last); link + 1 < range.last;
       link = find_link(words, link + 1, range.last)) {
    const std::uint32_t tail = behind_article(words, link + 1);
    if (tail >= range.last) return false;
    const bool at = words.lower(link) == "at", body = known.is_body(tail, range.last),
               place = known.is_place(tail, range.last);
    if (at && body && !holds_body_noun(words, range.first, link)) {  // "Music at Acme University"
      range.first = tail;
      return true;
    }
    const bool second = find_link(words, range.first, link) < link || at;
    const bool article = tail > link + 1, spelt = range.last < words.size() && words.text(range.last) == "(";
    const bool of_parent = article && words.lower(link) == "of" && !place && !spelt &&
                           link > range.first + 1 && is_organization_noun(words.lower(link - 1)) &&
                           is_parent_body(words, tail, range.last);  // "Energy Committee of the Upper House"
    const bool of_body = of_parent || (is_one_of(words.lower(range.first), parts) && second &&
                                       (body || (range.last - tail > 1 && !place)));
    const std::string& noun = words.lower(range.first);
    const bool of_place = (link == range.first + 1 && place && is_paper_noun(noun)) ||
                          (is_firm_suffix(words.lower(link - 1)) &&
                           !is_body_with_of(words.lower(link - 1))) ||  // "Acme Dairy PLC of Surrey"
                          (place && words.lower(link) == "of" && holds_school(words, range.first, link) &&
                           (second || article));  // "University of Elm of the UK"
    if (!of_body && !of_place) continue;
    more.push_back(
        {tail, range.last, of_place ? NameClass::place : NameClass::organization, range.confidence});
    range.last = link;
    return true;
  }
  return false;
}

/// "Defence of Dal": the place alone.
void part_place(const TokenWords& words, const KnownNames& known, NameRange& range) {
  if (range.last - range.first < 3 || words.lower(range.first + 1) != "of") return;
  const std::string& first = words.lower(range.first);
  const std::uint32_t tail = behind_article(words, range.first + 2);
  const bool kind = !place_kind(first).empty() || is_state_form(first) || is_organization_noun(first);
  if (tail < range.last && !kind && known.is_place(tail, range.last)) range.first = tail;
}

/// "Elm district of Norland": what is in small letters ends a name.
void part_region(const TokenWords& words, NameRange& range, std::vector<NameRange>& more) {
  for (std::uint32_t link = range.first + 2; link + 1 < range.last; ++link) {
    const std::string& kind = words.lower(link - 1);
    if (words.lower(link) != "of" || words.text(link - 1) != kind || place_kind(kind).empty()) continue;
    const std::uint32_t tail = behind_article(words, link + 1);
    if (tail < range.last) more.push_back({tail, range.last, NameClass::place, range.confidence});
    const bool settlement = kind == "village" || kind == "town" || kind == "city";
    range.last = settlement && link - 1 > range.first ? link - 1 : link;
    range.label = NameClass::place;
    return;
  }
}

/// "Bergen's Northern Music Institute", "Elm University's Faculty of Law": the owner and the body.
void part_owner(const TokenWords& words, const KnownNames& known, const ListedPlaces& places,
                NameRange& range, std::vector<NameRange>& more) {
  for (std::uint32_t mark = range.first + 1; mark + 1 < range.last; ++mark) {
    if (!words.is_possessive(mark)) continue;
    const bool named = holds_body_noun(words, mark + 1, range.last);
    const bool place = known.is_place(range.first, mark) || places.only_place(range.first, mark) ||
                       (is_body_with_of(words.lower(mark + 1)) && places.contains(range.first, mark));
    const bool owner = place || (mark - range.first > 1 && known.is_body(range.first, mark)) ||
                       known.is_named_body(range.first, mark) ||
                       (mark - range.first > 2 && is_body_with_of(words.lower(range.first))) ||
                       is_acronym(words.text(mark - 1));
    const bool body = is_organization_noun(words.lower(range.last - 1)) ||
                      is_body_with_of(words.lower(mark + 1)) || (place && (mark + 2 == range.last || named));
    if (!owner || !body) continue;
    more.push_back({range.first, mark, place ? NameClass::place : NameClass::organization, range.confidence});
    range.first = mark + 1;
    return;
  }
}

}  // namespace

void part_names(const TokenWords& words, const ListedPlaces& places, std::vector<NameRange>& ranges) {
  const KnownNames known(words, ranges);
  std::vector<NameRange> more;
  for (NameRange& range : ranges) {
    part_region(words, range, more);
    if (range.label == NameClass::organization) part_owner(words, known, places, range, more);
    if (range.label == NameClass::organization && !part_what_surrounds(words, known, places, range, more))
      part_body(words, known, range, more);
    if (range.label == NameClass::place) part_place(words, known, range);
  }
  ranges.insert(ranges.end(), more.begin(), more.end());
}

void part_seats(const TokenWords& words, std::vector<NameRange>& ranges) {
  constexpr std::string_view seated[] = {"based", "born", "headquartered"};
  constexpr std::string_view followed[] = {"backed", "controlled", "led", "run", "sponsored"};
  constexpr std::uint32_t longest = 3;
  for (std::uint32_t t = 2; t < words.size(); ++t) {
    const bool seat = is_one_of(words.lower(t), seated);
    if (words.text(t - 1) != "-" || (!seat && !is_one_of(words.lower(t), followed))) continue;
    const auto over = std::find_if(ranges.begin(), ranges.end(), [&](const NameRange& range) {
      return range.first < t - 1 && range.last >= t - 1;
    });
    std::uint32_t first = t - 1;
    if (over != ranges.end()) {
      first = over->first;
      if (over->last == t - 1) continue;
      over->last > t + 1 ? over->first = t + 1 : over->last = over->first;
    } else {
      while (first > 0 && t - 1 - first < longest && words.has_letter(first - 1) &&
             words.is_capitalized(first - 1) && words.token(first - 1).upos == Upos::PROPN)
        --first;
    }
    const bool body = !seat && is_acronym(words.text(first));
    const NameRange name{first, t - 1, body ? NameClass::organization : NameClass::place, 0.7F};
    if (first < t - 1 && !is_no_name(words, name) && (t - 1 - first > 1 || may_stand_alone(words, name)))
      ranges.push_back(name);
  }
  std::erase_if(ranges, [](const NameRange& range) { return range.first >= range.last; });
  std::sort(ranges.begin(), ranges.end(),
            [](const NameRange& a, const NameRange& b) { return a.first < b.first; });
}

}  // namespace attest::extract
