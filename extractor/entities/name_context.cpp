#include <attest/extractor/entities/name_context.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <attest/extractor/date_grammar.hpp>
#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/listed_places.hpp>
#include <attest/extractor/entities/range_words.hpp>
#include <attest/extractor/model/lexicon.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class Context {
 public:
  Context(const AnnotatedDocument& document, const Lexicon& lexicon, const TokenWords& words)
      : document_(document), lexicon_(lexicon), words_(words) {}

  void vote(const NameRange& range, NameForm& form) const {
    if (const NameClass defined = defined_behind(range.last); defined != NameClass::none && is_subject(range))
      form.defined = defined;
    form.placed += said_of_places(range);
    const auto add = [&](NameClass type, float weight) {
      form.votes[static_cast<std::size_t>(type)] += weight;
    };
    add(NameClass::person, votes_for_person(range));
    add(NameClass::place, votes_for_place(range));
    add(NameClass::organization, votes_for_body(range));
    // "the Oslo Games"; firms that make games go without the article
    if (range.last - range.first > 1 && words_.lower(range.last - 1) == "games" &&
        (before(range, 1) == "the" ||
         words_.text(range.first).find_first_not_of("0123456789") == std::string_view::npos))
      add(NameClass::event, 3.0F);
  }

 private:
  std::string before(const NameRange& range, std::uint32_t back) const {
    return range.first >= back ? words_.lower(range.first - back) : std::string();
  }
  std::string after(const NameRange& range, std::uint32_t on) const {
    return range.last + on < words_.size() ? words_.lower(range.last + on) : std::string();
  }
  /// "of Elm", "in Elm", "from Elm"
  bool is_placed(const NameRange& range) const {
    const std::string word = before(range, 1);
    return word == "of" || word == "in" || word == "from";
  }

  float votes_for_person(const NameRange& range) const {
    float votes = 0;
    const std::string last = before(range, 1), opens = after(range, 0);
    if (is_kinship_noun(last) || (last == "," && is_kinship_noun(before(range, 2)))) votes += 1.5F;
    if (opens == "(" && !is_placed(range) && holds_life_dates(range.last + 1)) votes += 2.0F;
    if (is_titled_person(range)) votes += 1.5F;
    if (range.last - range.first > 1 && is_speech_verb(opens) &&
        !holds_organization_noun(words_, range.first, range.last))
      votes += 0.5F;
    if (opens == "," && after(range, 2) == "," && is_age(range.last + 1)) votes += 1.5F;
    if (is_introduced_as_person(range)) votes += 1.5F;
    if (is_told_of_as_person(range)) votes += 2.0F;
    return votes;
  }

  float votes_for_place(const NameRange& range) const {
    float votes = 0;
    const std::string last = before(range, 1), kind = before(range, 2), opens = after(range, 0);
    if (last == "of" && !place_kind(kind).empty() && kind != "hall") votes += 1.5F;
    if (introduced_as_town(range)) votes += 1.0F;
    if (is_ruled(range)) votes += 1.5F;
    if (is_dateline(range)) votes += 1.5F;
    const bool possessed = range.last < words_.size() && words_.is_possessive(range.last);
    const bool within = last == "in" || last == "near";
    if (within && !possessed && range.label == NameClass::person) votes += 1.2F;
    // "Elm, in northern Norland,": persons are not told so
    if (opens == "," && after(range, 1) == "in" && is_direction(after(range, 2))) votes += 1.2F;
    if (possessed && owns_building(range.last + 1)) votes += 0.8F;
    if ((opens == "(" || opens == ",") && is_called_place(range.last + 1)) votes += 1.0F;
    if (is_fought_at(range)) votes += 2.2F;
    if (names_building(range)) votes += 1.2F;
    constexpr std::array<std::string_view, 5> where{"at", "from", "in", "near", "to"};
    if (words_.text(range.first) == "RAF" && range.last - range.first > 1 && is_one_of(last, where))
      votes += 1.5F;  // "at RAF Elmham": a base
    return votes;
  }

  /// "Olaf II of Elm"
  bool is_ruled(const NameRange& range) const {
    if (range.first < 3 || before(range, 1) != "of" ||
        words_.token(range.first - 3).name != NameClass::person)
      return false;
    const std::string_view number = words_.text(range.first - 2);
    return number.size() < 6 && number.find_first_not_of("IVX") == std::string_view::npos;
  }

  float votes_for_body(const NameRange& range) const {
    float votes = 0;
    const std::string last = before(range, 1), opens = after(range, 0);
    const bool introduced = range.first > 0 && words_.text(range.first - 1) == last &&
                            words_.follows(range.first) && introduces_body(last);
    // "the producer Ann Hale": what bodies and persons do
    const bool somebody = range.label == NameClass::person && range.last - range.first > 1 &&
                          last.ends_with("er") &&
                          gender_of_forename(words_.folded(range.first, range.first + 1)) != Gender::unknown;
    if (introduced && !somebody) votes += 1.2F;
    if (opens == "," && !is_placed(range) && last != "at" && last != "near" && is_called_body(range.last + 1))
      votes += 1.0F;
    if (is_organization_noun(opens) && words_.text(range.last) == opens) votes += 0.5F;
    return votes;
  }

  bool is_subject(const NameRange& range) const {
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (words_.token(i).relation == Deprel::nsubj) return true;
    return false;
  }

  /// "Ann Hale, 45,"
  bool is_age(std::uint32_t i) const {
    const std::string_view text = words_.text(i);
    return text.size() == 2 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  /// "spokesman Otto Marlow", "the minister, Otto Marlow,"
  bool is_introduced_as_person(const NameRange& range) const {
    constexpr auto offices = std::to_array<std::string_view>(
        {"actor",     "actress",      "ambassador",  "author",    "congressman", "congresswoman",
         "governor",  "judge",        "lawyer",      "mayor",     "minister",    "novelist",
         "painter",   "poet",         "professor",   "secretary", "senator",     "singer",
         "spokesman", "spokesperson", "spokeswoman", "writer"});
    if (range.label != NameClass::organization || range.first < 2 || range.last - range.first < 2 ||
        range.last - range.first > 3 || holds_body_mark(words_, range.first, range.last))
      return false;
    const std::uint32_t noun = words_.text(range.first - 1) == "," ? range.first - 2 : range.first - 1;
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (!words_.is_capitalized(i) || !words_.has_letter(i) || is_party_member(words_.lower(i)))
        return false;
    return is_one_of(words_.text(noun), offices);
  }

  /// "Otto Marlow built it. He …": a name of two words that opens as the subject, and "he" or "she" the next
  /// sentence, where no person is named in between.
  bool is_told_of_as_person(const NameRange& range) const {
    if (range.label == NameClass::person || range.last - range.first != 2 ||
        holds_body_mark(words_, range.first, range.last))
      return false;
    if (!is_subject(range)) return false;
    const auto next = std::upper_bound(document_.sentences.begin(), document_.sentences.end(), range.first,
                                       [](std::uint32_t t, const Sentence& s) { return t < s.first; });
    if (next == document_.sentences.end() || next->first >= words_.size()) return false;
    if (words_.lower(next->first) != "he" && words_.lower(next->first) != "she") return false;
    for (std::uint32_t i = (next - 1)->first; i < next->first; ++i)
      if (words_.token(i).name == NameClass::person || is_kinship_noun(words_.lower(i))) return false;
    return true;
  }

  /// Does what stands around a name speak of a place? "Elm village", "the people of Elm", "back to Elm"
  float said_of_places(const NameRange& range) const {
    constexpr std::array<std::string_view, 17> settled{
        "village",   "villages",    "town",         "city",       "municipality", "outskirts",
        "gates",     "streets",     "people",       "population", "siege",        "mayor",
        "residents", "inhabitants", "surroundings", "capture",    "centre"};
    constexpr std::array<std::string_view, 15> moves{"back",   "came",     "come",   "drove",     "fled",
                                                     "flee",   "flew",     "go",     "going",     "moved",
                                                     "return", "returned", "travel", "travelled", "went"};
    constexpr std::array<std::string_view, 9> kinds{
        "city", "district", "municipality", "province", "region", "street", "town", "village", "villagers"};
    constexpr std::array<std::string_view, 5> ways{"flight", "highway", "road", "route", "train"};
    const auto word = [&](std::int64_t i) {
      return i >= 0 && i < static_cast<std::int64_t>(words_.size())
                 ? words_.lower(static_cast<std::uint32_t>(i))
                 : std::string();
    };
    const std::int64_t first = range.first, last = range.last;
    const bool kind = is_one_of(word(last), kinds) && words_.text(range.last) == word(last);
    const bool of = word(first - 1) == "of" && is_one_of(word(first - 2), settled);
    const bool head = word(first - 1) == "of" && word(first - 2) == "head" && word(first - 3) == "village";
    const bool to =
        word(first - 1) == "to" && (is_one_of(word(first - 2), moves) || is_one_of(word(first - 2), ways));
    const bool from = word(first - 1) == "from" && (word(last) == "to" || is_one_of(word(first - 2), ways));
    const bool between = word(first - 1) == "to" && word(first - 3) == "from";
    const bool possessed = range.last < words_.size() && words_.is_possessive(range.last);
    const bool in = (word(first - 1) == "in" || word(first - 1) == "near") && !possessed;
    if (kind || of || head || to || from || between) return 1;
    return in ? 0.4F : 0;  // persons, too: "in Hale the court held"
  }

  /// "on the Western Front": where, and no movement
  bool is_fought_at(const NameRange& range) const {
    constexpr std::array<std::string_view, 4> where{"along", "at", "from", "on"};
    return range.last - range.first == 2 && words_.lower(range.last - 1) == "front" &&
           is_direction(words_.lower(range.first)) && range.first > 1 &&
           words_.lower(range.first - 1) == "the" && is_one_of(words_.lower(range.first - 2), where);
  }

  /// "Rahn prison", "the Tarvos mosque": buildings that no firm or party has.
  bool names_building(const NameRange& range) const {
    constexpr std::array<std::string_view, 10> kinds{"airport",   "cathedral", "cemetery", "jail",
                                                     "monastery", "mosque",    "palace",   "prison",
                                                     "shrine",    "synagogue"};
    return range.label == NameClass::organization && range.last < words_.size() &&
           words_.follows(range.last) && is_one_of(words_.text(range.last), kinds) &&
           !holds_body_mark(words_, range.first, range.last);
  }

  /// "village in …", "a small port town on …", "an exclave of …"
  bool is_called_place(std::uint32_t first) const {
    constexpr std::uint32_t longest = 5;
    if (first < words_.size() && words_.text(first) == words_.lower(first) &&
        !place_kind(words_.lower(first)).empty())
      return true;
    if (first >= words_.size() || words_.token(first).upos != Upos::DET) return false;
    for (std::uint32_t i = first + 1; i + 1 < words_.size() && i < first + longest; ++i) {
      if (!place_kind(words_.lower(i)).empty() && words_.text(i) == words_.lower(i) &&
          (i == first + 1 || words_.token(i + 1).upos == Upos::ADP || words_.text(i + 1) == ","))
        return true;
      if (words_.token(i).upos != Upos::ADJ && words_.token(i).upos != Upos::NOUN) return false;
    }
    return false;
  }

  /// "opposition leader San Maro Tel", labelled as a place.
  bool is_titled_person(const NameRange& range) const {
    if (range.label != NameClass::place || range.last - range.first < 2 || range.first == 0) return false;
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (!words_.is_capitalized(i) || !place_kind(words_.lower(i)).empty() || is_direction(words_.lower(i)))
        return false;
    return words_.is_title(range.first - 1) && words_.follows(range.first) && !is_listed_place(range);
  }
  bool is_listed_place(const NameRange& range) const {
    return !country_code(words_.folded(range.first, range.last)).empty() ||
           ListedPlaces(lexicon_, words_).contains(range.first, range.last);
  }

  /// "the capital, Elm,", "the border town Elm"
  bool introduced_as_town(const NameRange& range) const {
    constexpr std::array<std::string_view, 4> kinds{"capital", "city", "town", "village"};
    if (range.first < 2) return false;
    const std::uint32_t noun = words_.text(range.first - 1) == "," ? range.first - 2 : range.first - 1;
    return words_.text(noun) == words_.lower(noun) && is_one_of(words_.lower(noun), kinds) &&
           (noun + 1 == range.first || words_.lower(noun) == "capital");
  }

  /// ", a French carmaker", ", the biggest lender": as defined_behind, of bodies.
  bool is_called_body(std::uint32_t article) const {
    constexpr std::uint32_t longest = 6;
    if (article + 1 >= words_.size() || (words_.lower(article) != "a" && words_.lower(article) != "an"))
      return false;
    for (std::uint32_t i = article + 1; i + 1 < words_.size() && i < article + longest; ++i) {
      const Upos upos = words_.token(i).upos;
      if (upos == Upos::NOUN && words_.token(i + 1).upos != Upos::NOUN)
        return words_.text(i) == words_.lower(i) &&
               (introduces_body(words_.lower(i)) || is_organization_noun(words_.lower(i)));
      if (upos != Upos::NOUN && upos != Upos::ADJ && upos != Upos::PROPN && words_.text(i) != "-")
        return false;
    }
    return false;
  }

  /// "Elm's Saint Anna Cathedral", "Elm's Tegel Airport"
  bool owns_building(std::uint32_t first) const {
    constexpr std::array<std::string_view, 12> kinds{"airport", "cathedral", "hospital", "market",
                                                     "mosque",  "museum",    "port",     "square",
                                                     "stadium", "station",   "street",   "theatre"};
    std::uint32_t last = first;
    while (last < words_.size() && last < first + 5 && words_.is_capitalized(last) && words_.has_letter(last))
      ++last;
    return last > first + 1 && is_one_of(words_.lower(last - 1), kinds);
  }

  /// "the broadcaster Acme", "shipping group Acme"
  static bool introduces_body(std::string_view noun) {
    constexpr auto kinds = std::to_array<std::string_view>(
        {"agency",       "airline",    "automaker",    "band",         "bank",     "brewer",  "broadcaster",
         "brokerage",    "carmaker",   "carrier",      "chain",        "charity",  "club",    "company",
         "conglomerate", "contractor", "daily",        "developer",    "duo",      "firm",    "foundation",
         "gang",         "giant",      "group",        "insurer",      "journal",  "label",   "lender",
         "magazine",     "maker",      "manufacturer", "militia",      "movement", "network", "newspaper",
         "ngo",          "operator",   "organisation", "organization", "paper",    "party",   "producer",
         "publisher",    "quartet",    "rebels",       "retailer",     "start-up", "startup", "studio",
         "subsidiary",   "supplier",   "tabloid",      "thinktank",    "trio",     "union",   "website",
         "weekly"});
    return is_one_of(noun, kinds);
  }

  /// "BERGEN (Acme News) -", "BERGEN, March 3 -": capitals at the head of a paragraph, before a dash.
  bool is_dateline(const NameRange& range) const {
    constexpr std::uint32_t longest = 10;
    constexpr std::array<std::string_view, 4> dashes{"-", "--", "\xE2\x80\x93", "\xE2\x80\x94"};
    const std::uint32_t begin = document_.tokens[range.first].span.begin;
    const std::string& all = document_.document.text;
    if (begin > 0 && all[begin - 1] != '\n') return false;
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (words_.text(i).size() < 3 || words_.has_lower_case(i)) return false;
    for (std::uint32_t i = range.last; i < words_.size() && i < range.last + longest; ++i) {
      if (is_one_of(words_.text(i), dashes)) return true;
      if (document_.tokens[i].upos == Upos::VERB || document_.tokens[i].upos == Upos::AUX) return false;
    }
    return false;
  }

  /// "is a small port town": the class of the noun, by the field of its commonest meaning.
  NameClass defined_behind(std::uint32_t at) const {
    constexpr std::array<std::string_view, 2> copulas{"is", "was"};
    constexpr std::array<std::string_view, 3> articles{"a", "an", "the"};
    constexpr std::uint32_t longest = 8;
    if (at + 2 >= words_.size() || !is_one_of(words_.lower(at), copulas) ||
        !is_one_of(words_.lower(at + 1), articles))
      return NameClass::none;
    for (std::uint32_t i = at + 2; i < words_.size() && i < at + longest; ++i) {
      const Upos upos = words_.token(i).upos;
      const bool goes_on = i + 1 < words_.size() && words_.token(i + 1).upos == Upos::NOUN;
      if (upos == Upos::NOUN && !goes_on) return class_of_noun(i, words_.lower(at + 1) == "the");
      if (upos != Upos::NOUN && upos != Upos::ADJ && upos != Upos::PROPN && words_.text(i) != "-") break;
    }
    return NameClass::none;
  }
  /// "village", "company", "railway station", "poet". With "the" the noun may be a part of the thing said
  /// ("the heart of the town") or an office.
  NameClass class_of_noun(std::uint32_t noun, bool the) const {
    constexpr std::array<std::string_view, 12> vague{"base",  "cape",  "channel", "mine",  "opera",  "pass",
                                                     "plain", "sound", "spring",  "strip", "border", "port"};
    constexpr std::array<std::string_view, 11> stations{"bus",   "fire",    "metro",      "police",
                                                        "power", "railway", "research",   "subway",
                                                        "train", "tram",    "underground"};
    const std::string& word = words_.lower(noun);
    if (word == "station" && !is_one_of(words_.lower(noun - 1), stations)) return NameClass::organization;
    const bool place = !place_kind(word).empty() || word == "capital" || word == "hamlet" ||
                       word == "commune" || word == "settlement";
    if (place && !is_one_of(word, vague)) return NameClass::place;
    if (the) return NameClass::none;
    if (is_organization_noun(word)) return NameClass::organization;
    return class_of_field(lexicon_.senses(word).noun);
  }
  /// WordNet's lexicographer files.
  static NameClass class_of_field(std::uint8_t field) {
    constexpr std::uint8_t group = 14, location = 15, person = 18;
    return field == group      ? NameClass::organization
           : field == location ? NameClass::place
           : field == person   ? NameClass::person
                               : NameClass::none;
  }

  /// "(born 1970)", "(c. 31 March 1635 in Elm – 29 November 1699)": what a bracket says of persons alone.
  bool holds_life_dates(std::uint32_t first) const {
    constexpr std::array<std::string_view, 4> opening{"born", "b.", "died", "d."};
    constexpr std::uint32_t longest = 24;
    if (first >= words_.size()) return false;
    if (is_one_of(words_.lower(first), opening)) return true;
    std::vector<Lexeme> lexemes;
    for (std::uint32_t i = first; i < words_.size() && i < first + longest && words_.text(i) != ")"; ++i)
      append_lexemes(document_.document.text, document_.tokens[i].span, i, lexemes);
    const auto count = [&](auto is) { return std::count_if(lexemes.begin(), lexemes.end(), is); };
    return count([](const Lexeme& l) { return l.word == TimeWord::dash || l.word == TimeWord::hyphen; }) ==
               1 &&
           count([](const Lexeme& l) { return l.word == TimeWord::month; }) == 2 &&
           count([](const Lexeme& l) { return l.word == TimeWord::number && l.digits == 4; }) == 2;
  }

  const AnnotatedDocument& document_;
  const Lexicon& lexicon_;
  const TokenWords& words_;
};

}  // namespace

void vote_by_context(const AnnotatedDocument& document, const Lexicon& lexicon, const TokenWords& words,
                     const NameRange& range, NameForm& form) {
  Context(document, lexicon, words).vote(range, form);
}

}  // namespace attest::extract
