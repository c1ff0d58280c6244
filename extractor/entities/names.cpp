#include <attest/extractor/entities/names.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>
#include <unordered_set>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/date_grammar.hpp>
#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/listed_places.hpp>
#include <attest/extractor/entities/nested_names.hpp>
#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/span_rules.hpp>
#include <attest/extractor/entities/token_words.hpp>
#include <attest/extractor/facts/demonyms.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

std::string collapse(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

class Finder {
 public:
  Finder(const AnnotatedDocument& document, const Lexicon& lexicon)
      : document_(document),
        lexicon_(lexicon),
        tokens_(document.tokens),
        words_(document),
        places_(lexicon, words_) {
    for (std::uint32_t i = 0; i < words_.size(); ++i)
      if (words_.text(i) == words_.lower(i)) common_.insert(words_.lower(i));
  }

  Names run() {
    std::vector<NameRange> ranges = with_repeats(labelled_ranges(document_, words_));
    const std::vector<NameRange> within = names_within(words_, places_, ranges);
    ranges.insert(ranges.end(), within.begin(), within.end());
    std::sort(ranges.begin(), ranges.end(), [](const NameRange& a, const NameRange& b) {
      return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    for (const NameRange& range : ranges) add(range);
    for (NameForm& form : names_.forms) weigh(form);
    return std::move(names_);
  }

 private:
  std::string_view text(std::uint32_t i) const { return words_.text(i); }

  // Repeats: forms that were labelled somewhere are names wherever they stand.

  struct Known {
    std::vector<std::string> tokens;
    NameClass label;
    float weight;
  };

  std::string key_of(std::uint32_t first, std::uint32_t last) const {
    std::string key;
    for (std::uint32_t i = first; i < last; ++i) (key += text(i)) += ' ';
    return key;
  }

  std::vector<NameRange> with_repeats(std::vector<NameRange> ranges) const {
    const auto known = known_forms(ranges);
    std::unordered_map<std::string, std::vector<const Known*>> by_first;  // looked up, never listed
    for (const auto& [key, form] : known) by_first[form.tokens.front()].push_back(&form);
    std::vector<std::int32_t> owner(tokens_.size(), -1);
    for (std::size_t r = 0; r < ranges.size(); ++r)
      for (std::uint32_t i = ranges[r].first; i < ranges[r].last; ++i)
        owner[i] = static_cast<std::int32_t>(r);
    std::vector<NameRange> all;
    std::vector<char> replaced(ranges.size(), 0);
    for (const Sentence& sentence : document_.sentences)
      for (std::uint32_t i = sentence.first; i < sentence.last;) {
        const Known* best = longest_at(by_first, i, sentence.last, owner, ranges);
        if (!best || words_.is_maiden_name(i)) {
          ++i;
          continue;
        }
        const auto end = i + static_cast<std::uint32_t>(best->tokens.size());
        for (std::uint32_t k = i; k < end; ++k)
          if (owner[k] >= 0) replaced[static_cast<std::size_t>(owner[k])] = 1;
        all.push_back({i, end, best->label, best->weight * 0.5F});
        i = end;
      }
    for (std::size_t r = 0; r < ranges.size(); ++r)
      if (!replaced[r]) all.push_back(ranges[r]);
    std::sort(all.begin(), all.end(),
              [](const NameRange& a, const NameRange& b) { return a.first < b.first; });
    return all;
  }

  std::map<std::string, Known> known_forms(const std::vector<NameRange>& ranges) const {
    std::map<std::string, Known> known;
    for (const NameRange& range : ranges) {
      Known form;
      for (std::uint32_t i = range.first; i < range.last; ++i) form.tokens.emplace_back(text(i));
      if (form.tokens.size() == 1 && !is_safe_single(range.first)) continue;
      form.label = range.label;
      form.weight = range.confidence;
      const auto [at, fresh] = known.emplace(key_of(range.first, range.last), form);
      if (!fresh && range.confidence > at->second.weight)
        at->second.label = range.label, at->second.weight = range.confidence;
    }
    for (const NameRange& range : ranges) add_surname(range, known);
    return known;
  }

  /// "Frost", "Costa" at the head of a sentence look like any noun where "Nora Frost" was not named before.
  void add_surname(const NameRange& range, std::map<std::string, Known>& known) const {
    const std::uint32_t last = range.last - 1;
    if (range.label != NameClass::person || range.last - range.first < 2 || !is_safe_single(last)) return;
    const char second = text(last)[1];
    if (second >= 'A' && second <= 'Z') return;  // "Henry III", "Smith MBE"
    known.try_emplace(key_of(last, range.last),
                      Known{{std::string(text(last))}, range.label, range.confidence * 0.8F});
  }

  /// One-word forms are looked for elsewhere only where they cannot be a common word of the text.
  bool is_safe_single(std::uint32_t i) const {
    return text(i).size() >= 3 && words_.is_capitalized(i) && !common_.contains(words_.lower(i)) &&
           !words_.is_title(i);
  }

  const Known* longest_at(const std::unordered_map<std::string, std::vector<const Known*>>& by_first,
                          std::uint32_t i, std::uint32_t limit, const std::vector<std::int32_t>& owner,
                          const std::vector<NameRange>& ranges) const {
    const auto found = by_first.find(std::string(text(i)));
    if (found == by_first.end()) return nullptr;
    const Known* best = nullptr;
    for (const Known* form : found->second) {
      const auto size = static_cast<std::uint32_t>(form->tokens.size());
      if (i + size > limit || (best && best->tokens.size() >= size)) continue;
      bool same = true;
      for (std::uint32_t k = 0; k < size && same; ++k) same = text(i + k) == form->tokens[k];
      if (same && fits(i, i + size, owner, ranges)) best = form;
    }
    return best;
  }

  /// Free, or longer than every labelled name it touches. A one-word form next to a capitalized word is part
  /// of another name.
  bool fits(std::uint32_t first, std::uint32_t last, const std::vector<std::int32_t>& owner,
            const std::vector<NameRange>& ranges) const {
    bool free = true;
    for (std::uint32_t i = first; i < last; ++i) {
      if (owner[i] < 0) continue;
      free = false;
      const NameRange& there = ranges[static_cast<std::size_t>(owner[i])];
      if (there.first < first || there.last > last || there.last - there.first >= last - first) return false;
    }
    if (!free || last - first > 1) return true;
    if (tokens_[first].name == NameClass::other && is_demonym(text(first))) return false;
    const auto joins = [&](std::uint32_t i) {
      return words_.is_capitalized(i) && tokens_[i].upos == Upos::PROPN && owner[i] < 0 &&
             !words_.is_title(i);
    };
    const bool after = last < words_.size() && words_.follows(last) && joins(last);
    const bool before = first > 0 && words_.follows(first) && joins(first - 1);
    return !after && !before;
  }

  // Forms.

  void add(const NameRange& range) {
    NameMention mention{range.first,      range.last,      {},   0, range.label,
                        range.confidence, Gender::unknown, false};
    mention.span = {tokens_[range.first].span.begin, tokens_[range.last - 1].span.end};
    if (range.first > 0) {
      mention.titled = words_.is_title(range.first - 1) && range.label == NameClass::person;
      mention.gender = gender_of_noun(words_.bare(range.first - 1));
    }
    const std::string surface = collapse(document_.text(mention.span));
    std::string key = fold_name(surface);
    if (key.empty()) return;
    const auto [at, fresh] = index_.emplace(key, names_.forms.size());
    if (fresh) {
      NameForm form;
      form.key = std::move(key);
      for (const std::string_view word : words_of(form.key)) form.words.emplace_back(word);
      form.listed_place = places_.only_place(range.first, range.last);
      names_.forms.push_back(std::move(form));
    }
    NameForm& form = names_.forms[at->second];
    mention.form = static_cast<std::uint32_t>(at->second);
    ++form.surfaces[surface];
    form.mentions.push_back(static_cast<std::uint32_t>(names_.mentions.size()));
    form.votes[static_cast<std::size_t>(range.label)] += range.confidence;
    if (mention.titled) form.votes[static_cast<std::size_t>(NameClass::person)] += 0.5F;
    if (mention.gender != Gender::unknown) form.gender = mention.gender;
    vote_by_context(range, form);
    names_.mentions.push_back(mention);
  }

  /// What stands around a name: "his wife, Julia", "the village of Elm", "Elm (village in …)", "the
  /// Hermes news agency".
  void vote_by_context(const NameRange& range, NameForm& form) const {
    const auto vote = [&](NameClass type, float weight) {
      form.votes[static_cast<std::size_t>(type)] += weight;
    };
    const auto before = [&](std::uint32_t back) {
      return range.first >= back ? words_.lower(range.first - back) : std::string();
    };
    const auto after = [&](std::uint32_t on) {
      return range.last + on < words_.size() ? words_.lower(range.last + on) : std::string();
    };
    const bool kin = is_kinship_noun(before(1)) || (before(1) == "," && is_kinship_noun(before(2)));
    if (kin) vote(NameClass::person, 1.5F);
    const bool settlement = before(1) == "of" && !place_kind(before(2)).empty() && before(2) != "hall";
    if (settlement) vote(NameClass::place, 1.5F);
    const std::string opens = after(0);
    if (const NameClass defined = defined_behind(range.last); defined != NameClass::none)
      form.defined = defined;
    const bool placed = before(1) == "of" || before(1) == "in" || before(1) == "from";
    if (opens == "(" && !placed && holds_life_dates(range.last + 1)) vote(NameClass::person, 2.0F);
    const bool introduced = range.first > 0 && words_.text(range.first - 1) == before(1) &&
                            words_.follows(range.first) && introduces_body(before(1));
    if (introduced) vote(NameClass::organization, 1.2F);
    if (is_dateline(range)) vote(NameClass::place, 1.5F);
    const bool possessed = range.last < words_.size() && words_.is_possessive(range.last);
    const bool within = before(1) == "in" || before(1) == "near";
    if (within && !possessed && range.label == NameClass::person) vote(NameClass::place, 1.2F);
    // "Elm, in northern Norland,": persons are not told so
    if (opens == "," && after(1) == "in" && is_direction(after(2))) vote(NameClass::place, 1.2F);
    if (possessed && owns_building(range.last + 1)) vote(NameClass::place, 0.8F);
    if ((opens == "(" || opens == ",") && is_called_place(range.last + 1)) vote(NameClass::place, 1.0F);
    form.placed += said_of_places(range);
    constexpr std::array<std::string_view, 5> where{"at", "from", "in", "near", "to"};
    if (words_.text(range.first) == "RAF" && range.last - range.first > 1 && is_one_of(before(1), where))
      vote(NameClass::place, 1.5F);  // "at RAF Elmham": a base
    if (range.last - range.first > 1 && is_speech_verb(opens) && !holds_organization_noun(range))
      vote(NameClass::person, 0.5F);
    if (is_organization_noun(opens) && words_.text(range.last) == opens) vote(NameClass::organization, 0.5F);
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

  /// "village in …", "a small port town on …", "an exclave of …"
  bool is_called_place(std::uint32_t first) const {
    constexpr std::uint32_t longest = 5;
    if (first < words_.size() && !place_kind(words_.lower(first)).empty()) return true;
    if (first >= words_.size() || words_.token(first).upos != Upos::DET) return false;
    for (std::uint32_t i = first + 1; i + 1 < words_.size() && i < first + longest; ++i) {
      if (!place_kind(words_.lower(i)).empty() && words_.text(i) == words_.lower(i) &&
          (i == first + 1 || words_.token(i + 1).upos == Upos::ADP || words_.text(i + 1) == ","))
        return true;
      if (words_.token(i).upos != Upos::ADJ && words_.token(i).upos != Upos::NOUN) return false;
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
    constexpr std::array<std::string_view, 27> kinds{
        "airline",  "automaker",    "bank",      "brewer",  "broadcaster", "carmaker", "charity",
        "company",  "daily",        "firm",      "group",   "insurer",     "lender",   "magazine",
        "maker",    "manufacturer", "newspaper", "ngo",     "publisher",   "rebels",   "retailer",
        "start-up", "startup",      "supplier",  "tabloid", "thinktank",   "weekly"};
    return is_one_of(noun, kinds);
  }

  /// "BERGEN (Acme News) -", "BERGEN, March 3 -": capitals at the head of a paragraph, before a dash.
  bool is_dateline(const NameRange& range) const {
    constexpr std::uint32_t longest = 10;
    constexpr std::array<std::string_view, 4> dashes{"-", "--", "\xE2\x80\x93", "\xE2\x80\x94"};
    const std::uint32_t begin = tokens_[range.first].span.begin;
    const std::string& all = document_.document.text;
    if (begin > 0 && all[begin - 1] != '\n') return false;
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (text(i).size() < 3 || words_.has_lower_case(i)) return false;
    for (std::uint32_t i = range.last; i < words_.size() && i < range.last + longest; ++i) {
      if (is_one_of(text(i), dashes)) return true;
      if (tokens_[i].upos == Upos::VERB || tokens_[i].upos == Upos::AUX) return false;
    }
    return false;
  }

  /// "is a small port town": the class of the noun, by the field of its commonest meaning.
  NameClass defined_behind(std::uint32_t at) const {
    constexpr std::array<std::string_view, 2> copulas{"is", "was"};
    constexpr std::array<std::string_view, 2> articles{"a", "an"};
    constexpr std::uint32_t longest = 8;
    if (at + 2 >= words_.size() || !is_one_of(words_.lower(at), copulas) ||
        !is_one_of(words_.lower(at + 1), articles))
      return NameClass::none;
    for (std::uint32_t i = at + 2; i < words_.size() && i < at + longest; ++i) {
      const Upos upos = words_.token(i).upos;
      const bool goes_on = i + 1 < words_.size() && words_.token(i + 1).upos == Upos::NOUN;
      if (upos == Upos::NOUN && !goes_on) return class_of_field(lexicon_.senses(words_.lower(i)).noun);
      if (upos != Upos::NOUN && upos != Upos::ADJ && upos != Upos::PROPN && words_.text(i) != "-") break;
    }
    return NameClass::none;
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
      append_lexemes(document_.document.text, tokens_[i].span, i, lexemes);
    const auto count = [&](auto is) { return std::count_if(lexemes.begin(), lexemes.end(), is); };
    return count([](const Lexeme& l) { return l.word == TimeWord::dash || l.word == TimeWord::hyphen; }) ==
               1 &&
           count([](const Lexeme& l) { return l.word == TimeWord::month; }) == 2 &&
           count([](const Lexeme& l) { return l.word == TimeWord::number && l.digits == 4; }) == 2;
  }

  bool holds_organization_noun(const NameRange& range) const {
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (is_organization_noun(words_.lower(i))) return true;
    return false;
  }

  /// "Acme AG", not "Mendes Sa".
  static bool ends_in_capitals(const NameForm& form) {
    const std::string& surface = form.surfaces.begin()->first;
    return surface.size() > 3 && std::isupper(static_cast<unsigned char>(surface[surface.size() - 1])) &&
           std::isupper(static_cast<unsigned char>(surface[surface.size() - 2]));
  }

  /// "2004 summer olympic games"
  static bool are_games(const std::vector<std::string>& words) {
    constexpr std::array<std::string_view, 7> kinds{"asian",       "commonwealth", "olympic", "paralympic",
                                                    "panamerican", "summer",       "winter"};
    return words.back() == "games" && std::any_of(words.begin(), words.end(), [&](const std::string& word) {
             return is_one_of(word, kinds);
           });
  }

  /// "opera house", "convention centre": what the word before makes a building.
  static bool is_hall(const std::vector<std::string>& words) {
    constexpr std::array<std::string_view, 8> houses{"concert", "court", "customs", "manor",
                                                     "opera",   "power", "state",   "town"};
    constexpr std::array<std::string_view, 9> centres{"conference", "congress",   "convention",
                                                      "detention",  "exhibition", "shopping",
                                                      "space",      "sports",     "visitor"};
    const std::string &last = words.back(), &before = words[words.size() - 2];
    return (last == "house" && is_one_of(before, houses)) ||
           ((last == "center" || last == "centre") && is_one_of(before, centres));
  }
  /// "elm independent school district"
  static bool is_school_district(const std::vector<std::string>& words) {
    return words.back() == "district" && words[words.size() - 2] == "school";
  }

  /// "russian orthodox church": all before its noun tells a creed or a nation.
  static bool is_denomination(const std::vector<std::string>& words) {
    constexpr std::array<std::string_view, 20> creeds{
        "adventist", "anglican",    "apostolic",    "baptist",    "catholic",  "coptic", "eastern",
        "episcopal", "evangelical", "latin",        "lutheran",   "methodist", "old",    "orthodox",
        "oriental",  "pentecostal", "presbyterian", "protestant", "reformed",  "roman"};
    return words.back() == "church" &&
           std::all_of(words.begin(), words.end() - 1, [&](const std::string& word) {
             std::string name = word;
             name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
             return is_one_of(word, creeds) || is_demonym(name);
           });
  }

  /// Parliaments that go by a word of their own language; folded.
  static bool is_legislature(std::string_view word) {
    constexpr std::array<std::string_view, 17> names{
        "althing", "bundesrat", "bundestag",  "duma",     "eduskunta", "folketing",
        "knesset", "majlis",    "oireachtas", "rada",     "riigikogu", "riksdag",
        "saeima",  "sejm",      "seimas",     "sobranie", "storting"};
    return is_one_of(word, names);
  }

  /// "Lima World": papers of a town that are called as many things are.
  bool is_newspaper(const NameForm& form) const {
    constexpr std::array<std::string_view, 12> papers{"bee",      "eagle", "globe",  "independent",
                                                      "ledger",   "mail",  "mirror", "record",
                                                      "sentinel", "star",  "sun",    "world"};
    const NameMention& mention = names_.mentions[form.mentions.front()];
    return is_one_of(form.words.back(), papers) && places_.contains(mention.first, mention.last - 1);
  }

  /// What the words of a name say of its type weighs as much as several labels.
  void weigh(NameForm& form) const {
    const auto vote = [&](NameClass type, float weight) {
      form.votes[static_cast<std::size_t>(type)] += weight;
    };
    const auto n = static_cast<float>(form.mentions.size());
    form.acronym = is_acronym(form.surfaces.begin()->first);
    if (!country_code(form.key).empty()) return vote(NameClass::place, 2 * n + 1);
    // Bodies are called members and leaders, too.
    if (form.defined != NameClass::none &&
        !(form.defined == NameClass::person && form.type() == NameClass::organization))
      vote(form.defined, 1.5F * n);
    if (form.listed_place) vote(NameClass::place, form.type() == NameClass::person ? 1.0F * n : 0.2F * n);
    // "Rahn village … the people of Rahn … came to Rahn": rarely said of persons, so some times are enough.
    if (form.words.size() < 3 && form.type() == NameClass::person && form.gender == Gender::unknown &&
        gender_of_forename(form.words.front()) == Gender::unknown && form.placed >= std::max(1.0F, 0.3F * n))
      vote(NameClass::place, 1.2F * n);
    if (form.words.size() < 2) {
      if (is_legislature(form.key)) vote(NameClass::organization, 2 * n);
      return;
    }
    if (is_firm_suffix(form.words.back()) && (form.words.back().size() > 2 || ends_in_capitals(form)))
      return vote(NameClass::organization, 1.2F * n);
    if (is_leading_organization_noun(form.words.front())) return vote(NameClass::organization, 1.2F * n);
    if (is_denomination(form.words) || is_newspaper(form)) return vote(NameClass::organization, 2 * n);
    if (is_hall(form.words)) return vote(NameClass::place, 1.2F * n);
    if (is_school_district(form.words)) return vote(NameClass::organization, 1.5F * n);
    const std::string& last = form.words.back();
    const std::string& first = form.words.front();
    // "circuit court of elm": the head stands before "of".
    auto link = std::find(form.words.begin() + 1, form.words.end(), "of");
    if (const auto other = std::find(form.words.begin() + 1, form.words.end(), "for"); other < link)
      link = other;
    const bool of = link != form.words.end();
    const std::string& head = of ? *(link - 1) : first;
    const bool forename = gender_of_forename(first) != Gender::unknown;
    if (last == "bank" && form.words.size() == 2 && is_direction(first))  // "the West Bank"
      return vote(NameClass::place, 1.2F * n);
    if (is_event_noun(last) || are_games(form.words) || (of && is_event_noun(first)))
      return vote(NameClass::event, 1.0F * n);
    if (of && is_organization_noun(head) && (head == first || place_kind(head).empty()))
      return vote(NameClass::organization, 1.2F * n);
    if (forename && !is_organization_noun(last) && form.words.size() < 4) vote(NameClass::person, 0.4F * n);
    const bool person = form.type() == NameClass::person;
    if (person && (forename || form.gender != Gender::unknown)) return;
    const float weight = person ? 0.7F : 1.1F;  // a surname may be such a noun
    if (is_organization_noun(last) && place_kind(last).empty())
      vote(NameClass::organization, weight * n);
    else if (!place_kind(last).empty() || (of && !place_kind(first).empty()))
      vote(NameClass::place, std::min(weight, 0.8F) * n);
    else if (of && place_kind(head) == "facility" && country_code(form.words.back()).empty())
      vote(NameClass::place, 1.1F * n);  // "calvary church of elm"
  }

  const AnnotatedDocument& document_;
  const Lexicon& lexicon_;
  const std::vector<Token>& tokens_;
  TokenWords words_;
  ListedPlaces places_;
  std::unordered_set<std::string> common_;  // words that stand in the text in lower case
  std::unordered_map<std::string, std::size_t> index_;
  Names names_;
};

}  // namespace

NameClass NameForm::type() const {
  constexpr std::array order{NameClass::person, NameClass::place, NameClass::organization, NameClass::event};
  NameClass best = order[0];
  for (const NameClass c : order)
    if (votes[static_cast<std::size_t>(c)] > votes[static_cast<std::size_t>(best)]) best = c;
  return best;
}

bool is_acronym(std::string_view surface) {
  std::size_t upper = 0, letters = 0;
  for (const char c : surface) {
    const auto u = static_cast<unsigned char>(c);
    if (u >= 0x80 || u == ' ') return false;
    upper += std::isupper(u) != 0;
    letters += std::isalpha(u) != 0;
  }
  return upper >= 2 && letters <= 8 && upper * 2 >= letters;
}

Names find_names(const AnnotatedDocument& document, const Lexicon& lexicon) {
  return Finder(document, lexicon).run();
}

}  // namespace attest::extract
