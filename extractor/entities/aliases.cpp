#include <attest/extractor/entities/aliases.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/equations.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/form_rules.hpp>
#include <attest/extractor/entities/union_find.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

using FormIndex = std::uint32_t;
/// Forms by a word of theirs; looked up, never listed.
using Index = std::unordered_map<std::string, std::vector<FormIndex>>;

class Grouper {
 public:
  Grouper(const AnnotatedDocument& document, const Names& names)
      : document_(document), names_(names), sets_(names.forms.size()) {
    types_.reserve(names.forms.size());
    for (const NameForm& form : names.forms) types_.push_back(form.type());
  }

  std::vector<NameGroup> run() {
    settle_surnames();
    index_forms();
    join_equations();
    join_abbreviations();
    join_countries();
    join_state_forms();
    join_divisions();
    join_acronyms();
    join_organizations();
    join_firms();
    join_teams();
    join_directions();
    join_persons();
    return groups();
  }

 private:
  const NameForm& form(FormIndex f) const { return names_.forms[f]; }
  FormIndex count() const { return static_cast<FormIndex>(names_.forms.size()); }
  bool is(FormIndex f, NameClass type) const { return types_[f] == type; }

  /// "Florence" beside "Clara Florence" is the person, unless the text puts somebody in it.
  void settle_surnames() {
    std::set<std::string> surnames;
    for (FormIndex f = 0; f < count(); ++f)
      if (is(f, NameClass::person) && form(f).words.size() > 1) surnames.insert(form(f).words.back());
    for (FormIndex f = 0; f < count(); ++f) {
      if (form(f).words.size() != 1 || is(f, NameClass::person) || !surnames.contains(form(f).key)) continue;
      if (country_code(form(f).key).empty() && !stands_as_place(f)) types_[f] = NameClass::person;
    }
  }

  bool stands_as_place(FormIndex f) const {
    std::size_t inside = 0, about = 0;
    for (const std::uint32_t m : form(f).mentions) {
      const std::uint32_t first = names_.mentions[m].first;
      if (first == 0) continue;
      const std::string before = lower_case(document_.text(document_.tokens[first - 1]));
      constexpr std::array<std::string_view, 6> inward{"in", "at", "near", "into", "around", "across"};
      constexpr std::array<std::string_view, 5> locative{"from", "to", "of", "between", "towards"};
      inside += is_one_of(before, inward);
      about += is_one_of(before, locative);
    }
    return inside * 3 > form(f).mentions.size() ||
           (inside > 0 && (inside + about) * 2 >= form(f).mentions.size());
  }

  void index_forms() {
    for (FormIndex f = 0; f < count(); ++f) {
      by_key_.emplace(form(f).key, f);
      if (form(f).words.size() < 2) continue;
      by_last_[form(f).words.back()].push_back(f);
      by_first_[form(f).words.front()].push_back(f);
      std::string all, main;
      for (const std::string& word : form(f).words) {
        all += word.front();
        if (!is_function_word(word)) main += word.front();
      }
      by_initials_[main].push_back(f);
      if (all != main) by_initials_[all].push_back(f);
    }
  }

  void join(FormIndex a, FormIndex b) { sets_.join(a, b); }

  void join_equations() {
    for (const auto& [a, b] : find_equations(document_, names_)) {
      const FormIndex fa = names_.mentions[a].form, fb = names_.mentions[b].form;
      const std::string_view ca = country_code(form(fa).key), cb = country_code(form(fb).key);
      if (is(fa, NameClass::organization) && form(fb).acronym) types_[fb] = types_[fa];
      if (ca.empty() || cb.empty() || ca == cb) join(fa, fb);
    }
  }

  void join_abbreviations() {
    for (const AbbreviationEntry& entry : abbreviation_entries(document_.document)) {
      const auto acronym = by_key_.find(fold_name(entry.acronym));
      const auto expansion = by_key_.find(fold_name(entry.expansion));
      if (acronym == by_key_.end()) continue;
      if (expansion != by_key_.end())
        join(acronym->second, expansion->second);
      else
        taught_[acronym->second].push_back(entry.expansion);
    }
  }

  void join_countries() {
    for (FormIndex f = 0; f < count(); ++f)
      if (const auto code = country_code(form(f).key); !code.empty())
        join(countries_.emplace(code, f).first->second, f);
  }

  void join_state_forms() {
    for (FormIndex f = 0; f < count(); ++f) {
      if (!is(f, NameClass::place)) continue;
      const Words bare = without_state_form(form(f).words);
      if (bare.size() == form(f).words.size()) continue;
      const auto other = by_key_.find(join_words(bare));
      if (other != by_key_.end() && is(other->second, NameClass::place)) join(f, other->second);
    }
  }
  /// "Norland region" beside "Norland", where that is no town's name and no sentence has both.
  void join_divisions() {
    for (FormIndex f = 0; f < count(); ++f) {
      const Words& words = form(f).words;
      if (!is(f, NameClass::place) || words.size() < 2 || !is_division_noun(words.back())) continue;
      const auto bare = by_key_.find(join_words({words.begin(), words.end() - 1}));
      if (bare == by_key_.end() || !is(bare->second, NameClass::place)) continue;
      if (!form(bare->second).listed_city && !is_settled(bare->second) && !share_sentence(f, bare->second))
        join(f, bare->second);
    }
  }
  /// "the city of Evora", "the capital, Evora"
  bool is_settled(FormIndex f) const {
    constexpr std::array<std::string_view, 5> settled{"capital", "city", "town", "village", "villages"};
    return std::any_of(form(f).mentions.begin(), form(f).mentions.end(), [&](std::uint32_t m) {
      const std::uint32_t first = names_.mentions[m].first;
      for (std::uint32_t t = first; t > 0 && first - t < 2; --t)
        if (is_one_of(lower_case(document_.text(document_.tokens[t - 1])), settled)) return true;
      return false;
    });
  }
  std::size_t sentence_of(std::uint32_t mention) const {
    const auto& sentences = document_.sentences;
    const auto next = std::upper_bound(sentences.begin(), sentences.end(), names_.mentions[mention].first,
                                       [](std::uint32_t t, const Sentence& s) { return t < s.first; });
    return static_cast<std::size_t>(next - sentences.begin());
  }
  bool share_sentence(FormIndex a, FormIndex b) const {
    std::set<std::size_t> seen;
    for (const std::uint32_t m : form(a).mentions) seen.insert(sentence_of(m));
    return std::any_of(form(b).mentions.begin(), form(b).mentions.end(),
                       [&](std::uint32_t m) { return seen.contains(sentence_of(m)); });
  }
  static std::string join_words(const Words& words) { return attest::extract::join(words); }

  /// The one set that all of `forms` belong to; nothing where they are of several.
  std::optional<FormIndex> single(const std::vector<FormIndex>& forms) const {
    std::optional<FormIndex> found;
    for (const FormIndex f : forms) {
      if (found && sets_.find(*found) != sets_.find(f)) return std::nullopt;
      found = f;
    }
    return found;
  }

  void join_acronyms() {
    for (FormIndex f = 0; f < count(); ++f) {
      if (!form(f).acronym || !country_code(form(f).key).empty()) continue;
      const auto spelt = by_initials_.find(form(f).key);
      std::vector<FormIndex> hosts;
      if (spelt != by_initials_.end())
        for (const FormIndex h : spelt->second)
          if (!is(h, NameClass::person) && (types_[h] == types_[f] || weak(f))) hosts.push_back(h);
      if (hosts.empty()) join_country_acronym(f);
      if (const auto host = single(hosts)) join(f, *host);
    }
  }
  // "the NC authorities": the initials of another name of the one state told of.
  void join_country_acronym(FormIndex f) {
    if (is(f, NameClass::person) || (is(f, NameClass::organization) && !weak(f))) return;
    std::vector<FormIndex> states;
    for (const auto& [code, state] : countries_)
      if (abbreviates_country(form(f).key, code)) states.push_back(state);
    if (states.size() != 1) return;
    join(f, states[0]);
    types_[f] = NameClass::place;
  }
  bool weak(FormIndex f) const { return form(f).mentions.size() < 4; }

  void join_organizations() {
    std::map<std::string, FormIndex> by_bag;
    for (FormIndex f = 0; f < count(); ++f) {
      if (!is(f, NameClass::organization) || form(f).words.size() < 2) continue;
      const auto [at, fresh] = by_bag.emplace(join_words(organization_bag(form(f).words)), f);
      if (!fresh) join(f, at->second);
    }
    for (FormIndex f = 0; f < count(); ++f) {
      if (!is(f, NameClass::organization) || form(f).acronym) continue;
      std::vector<FormIndex> hosts;
      for (const Index* index : {&by_last_, &by_first_}) {
        for (const std::string& word : {form(f).words.back(), form(f).words.front()}) {
          const auto found = index->find(word);
          if (found == index->end()) continue;
          for (const FormIndex h : found->second)
            if (h != f && is(h, NameClass::organization) &&
                is_short_organization(form(f).words, form(h).words))
              hosts.push_back(h);
        }
      }
      if (const auto host = single(hosts)) join(f, *host);
    }
  }

  /// "Marlow" behind "J. Marlow Dairy Co.", "Marlow Bank" or "Marlow School of Music": a firm or a school
  /// goes by the first word of its name, where nobody else and no place does.
  void join_firms() {
    Index firms;
    for (FormIndex h = 0; h < count(); ++h)
      if (is(h, NameClass::organization) && (is_firm(h) || is_business(h) || is_school(h)))
        if (const std::string_view word = first_word(form(h).words); !word.empty())
          firms[std::string(word)].push_back(h);
    for (FormIndex f = 0; f < count(); ++f) {
      const auto found = firms.find(form(f).key);
      if (found == firms.end() || !country_code(form(f).key).empty() || is_someone(form(f).key)) continue;
      std::vector<FormIndex> hosts;
      for (const FormIndex h : found->second)
        if ((first_mention(h) < first_mention(f) || in_headline(first_mention(f))) &&
            !(is_firm(h) ? is_addressed(f) : may_be_town(f)))
          hosts.push_back(h);
      if (const auto host = single(hosts)) {
        types_[f] = NameClass::organization;
        join(f, *host);
      }
    }
  }
  bool in_headline(std::uint32_t mention) const {
    const std::size_t next = sentence_of(mention);
    return next > 0 &&
           document_.document.blocks[document_.sentences[next - 1].block].kind == BlockKind::heading;
  }
  bool is_firm(FormIndex f) const { return is_firm_suffix(form(f).words.back()); }
  bool is_business(FormIndex f) const {
    constexpr std::array<std::string_view, 32> kinds{
        "airlines",     "airways",    "bancorp",  "bank",     "capital",    "communications",  "electronics",
        "energy",       "foods",      "group",    "holdings", "industries", "insurance",       "media",
        "motors",       "mutual",     "oil",      "partners", "petroleum",  "pharmaceuticals", "pictures",
        "records",      "securities", "software", "steel",    "stores",     "studios",         "systems",
        "technologies", "telecom",    "textiles", "ventures"};
    return is_one_of(form(f).words.back(), kinds);
  }
  /// "Marlow Truck Corp., Marlow, Me., said": between commas, a place.
  bool is_addressed(FormIndex f) const {
    const auto is_comma = [&](std::uint32_t t) {
      return t < document_.tokens.size() && document_.text(document_.tokens[t]) == ",";
    };
    return std::any_of(form(f).mentions.begin(), form(f).mentions.end(), [&](std::uint32_t m) {
      const NameMention& mention = names_.mentions[m];
      return mention.label == NameClass::place && mention.first > 0 && is_comma(mention.first - 1) &&
             is_comma(mention.last);
    });
  }
  bool may_be_town(FormIndex f) const {
    constexpr std::array<std::string_view, 3> inward{"in", "near", "around"};
    const auto& mentions = form(f).mentions;
    return form(f).listed_place || is_addressed(f) ||
           std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
             const std::uint32_t first = names_.mentions[m].first;
             return first > 0 && is_one_of(lower_case(document_.text(document_.tokens[first - 1])), inward);
           });
  }
  /// "the Falcons" behind "Harbour Falcons", "the Blue Owls" behind "Elm Blue Owls"; "Valley Federal" behind
  /// "Valley Federal Savings Co."
  void join_teams() {
    for (FormIndex f = 0; f < count(); ++f) {
      if (!is(f, NameClass::organization) || form(f).acronym) continue;
      const Words& words = form(f).words;
      if (is_organization_noun(words.back())) continue;
      std::vector<FormIndex> hosts;
      const auto look = [&](const Index& index, const std::string& word, auto fits) {
        if (const auto found = index.find(word); found != index.end())
          for (const FormIndex h : found->second)
            if (h != f && is(h, NameClass::organization) && fits(h)) hosts.push_back(h);
      };
      if (words.back() == "sox" || (words.back().size() > 3 && words.back().ends_with('s')))
        look(by_last_, words.back(), [&](FormIndex h) { return ends_team(words, h); });
      if (words.size() > 1)
        look(by_first_, words.front(), [&](FormIndex h) { return begins_firm(words, h); });
      if (const auto host = single(hosts)) join(f, *host);
    }
  }
  bool ends_team(const Words& part, FormIndex h) const {
    const Words& whole = form(h).words;
    if (whole.size() == part.size() + 1 && is_direction(whole.front())) return false;  // "New Elm Owls"
    return whole.size() > part.size() && whole.size() < 5 &&
           std::equal(part.rbegin(), part.rend(), whole.rbegin()) && !is_parent_body_noun(part.back()) &&
           std::none_of(whole.begin(), whole.end(), is_function_word);
  }
  bool begins_firm(const Words& part, FormIndex h) const {
    const Words& whole = form(h).words;
    return whole.size() > part.size() && std::equal(part.begin(), part.end(), whole.begin()) &&
           (is_firm(h) || is_business(h) || is_organization_noun(whole.back()));
  }
  /// Initials are no word; a name of one word has none before its kind.
  static std::string_view first_word(const Words& words) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
      if (words[i].size() > 2) return words[i];
    return {};
  }
  bool is_school(FormIndex f) const {
    constexpr std::array<std::string_view, 5> schools{"academy", "college", "institute", "school",
                                                      "university"};
    const Words& words = form(f).words;
    return std::any_of(words.begin() + 1, words.end(),
                       [&](const std::string& word) { return is_one_of(word, schools); });
  }
  /// The word is part of a person's longer name.
  bool is_someone(const std::string& word) const {
    for (const Index* index : {&by_last_, &by_first_})
      if (const auto found = index->find(word); found != index->end())
        for (const FormIndex h : found->second)
          if (is(h, NameClass::person)) return true;
    return false;
  }

  /// "the North" beside "North Norland".
  void join_directions() {
    for (FormIndex f = 0; f < count(); ++f) {
      if (is(f, NameClass::person) || form(f).words.size() != 1 || !is_direction(form(f).key)) continue;
      const auto found = by_first_.find(form(f).key);
      if (found == by_first_.end()) continue;
      std::vector<FormIndex> hosts;
      for (const FormIndex h : found->second)
        if (is(h, NameClass::place)) hosts.push_back(h);
      if (const auto host = single(hosts)) {
        types_[f] = NameClass::place;
        join(f, *host);
      }
    }
  }

  // Persons.

  /// "John Marlow had two sons, Peter and John Henry Marlow": who comes second comes as kin, by a full name.
  bool are_kin(FormIndex a, FormIndex b) const {
    if (form(a).words.size() < 2 || form(b).words.size() < 2) return false;
    const std::uint32_t first = std::min(first_mention(a), first_mention(b));
    const std::uint32_t second = std::max(first_mention(a), first_mention(b));
    return names_.mentions[first].last < names_.mentions[second].first && comes_as_kin(second);
  }
  bool comes_as_kin(std::uint32_t mention) const {
    constexpr std::uint32_t longest = 30;  // tokens of a list
    const std::uint32_t from = names_.mentions[mention].first;
    for (std::uint32_t t = from; t > 0 && from - t < longest; --t) {
      const Token& before = document_.tokens[t - 1];
      const std::string_view word = document_.text(before);
      if (is_kinship_noun(before.lemma)) return true;
      const bool of = word == "of" && t == from;  // "the second son of"
      if (before.name != NameClass::person && !of && word != "," && word != "and" && word != ":")
        return false;
    }
    return false;
  }

  std::vector<FormIndex> person_hosts(FormIndex f, bool by_sound) const {
    std::vector<FormIndex> hosts;
    const auto look = [&](const Index& index, const std::string& word) {
      const auto found = index.find(word);
      if (found == index.end()) return;
      for (const FormIndex h : found->second) {
        if (h == f || !is(h, NameClass::person) || form(h).words.size() < form(f).words.size()) continue;
        const bool agree = by_sound ? sounds_like_person(form(f).words, form(h).words)
                                    : same_person(form(f).words, form(h).words);
        const bool gender = form(f).gender == Gender::unknown || form(h).gender == Gender::unknown ||
                            form(f).gender == form(h).gender;
        if (agree && gender && !are_kin(f, h)) hosts.push_back(h);
      }
    };
    const Words& words = form(f).words;
    if (by_sound) {
      look(by_sound_, sound_key(words.back()));
      return hosts;
    }
    const bool generation = words.size() > 1 && is_generation(words.back());
    look(by_last_, generation ? words[words.size() - 2] : words.back());
    look(by_last_, words.back());
    if (words.size() == 1 && hosts.empty()) look(by_first_, words.front());
    return hosts;
  }

  /// "Diego Ruiz" beside "Diego Juan Ruiz Alba", "Karl Berg" beside "Otto Karl Magnus Berg".
  std::vector<FormIndex> fuller_names(FormIndex f) const {
    const Words& words = form(f).words;
    std::vector<FormIndex> hosts;
    if (words.size() < 2) return hosts;
    for (const Index* index : {&by_first_, &by_last_}) {
      const auto found = index->find(index == &by_first_ ? words.front() : words.back());
      if (found == index->end()) continue;
      for (const FormIndex h : found->second)
        if (h != f && is(h, NameClass::person) && is_part_of_name(words, form(h).words) && !are_kin(f, h))
          hosts.push_back(h);
    }
    return hosts;
  }

  /// "Ogawa Yuki" beside "Yuki Ogawa": surnames stand first in many languages.
  std::vector<FormIndex> turned_names(FormIndex f) const {
    const Words& words = form(f).words;
    if (words.size() != 2 || words[0].size() < 2 || words[1].size() < 2) return {};
    const auto turned = by_key_.find(join_words({words[1], words[0]}));
    if (turned == by_key_.end() || !is(turned->second, NameClass::person)) return {};
    return {turned->second};
  }

  void join_persons() {
    for (FormIndex f = 0; f < count(); ++f)
      if (is(f, NameClass::person) && form(f).words.size() > 1)
        by_sound_[sound_key(form(f).words.back())].push_back(f);
    for (const bool single_words : {false, true})
      for (FormIndex f = 0; f < count(); ++f) {
        if (!is(f, NameClass::person) || (form(f).words.size() == 1) != single_words) continue;
        std::vector<FormIndex> hosts = person_hosts(f, false);
        if (hosts.empty() && form(f).key.size() > 4) hosts = person_hosts(f, true);
        if (hosts.empty()) hosts = fuller_names(f);
        if (hosts.empty()) hosts = turned_names(f);
        if (hosts.empty()) continue;
        if (const auto host = single(hosts))
          join(f, *host);
        else
          ambiguous_[f] = std::move(hosts);
      }
  }

  // Of several persons of a name.

  /// What speaks for one bearer of a short name: named in full often, and first; named last before it.
  struct Bearer {
    FormIndex form = 0;
    std::size_t full = 0;               // mentions by longer names
    std::optional<std::uint32_t> last;  // mention that named it last
  };
  std::vector<Bearer> bearers_of(FormIndex f, const std::vector<FormIndex>& hosts) const {
    std::map<std::uint32_t, Bearer> by_set;
    for (const FormIndex h : hosts) {
      Bearer& bearer = by_set[sets_.find(h)];
      if (bearer.full == 0) bearer.form = h;
      if (form(h).words.size() > form(f).words.size()) bearer.full += form(h).mentions.size();
    }
    std::vector<Bearer> bearers;
    for (const auto& [set, bearer] : by_set) bearers.push_back(bearer);
    return bearers;
  }
  std::uint32_t first_mention(FormIndex f) const { return form(f).mentions.front(); }
  bool is_subject(std::uint32_t mention) const {
    for (std::uint32_t t = names_.mentions[mention].first; t < names_.mentions[mention].last; ++t) {
      const Deprel relation = document_.tokens[t].relation;
      if (relation == Deprel::nsubj || relation == Deprel::nsubj_pass) return true;
    }
    return false;
  }

  /// A text goes on about the person it is about: the one it names first and most in full. Where that one has
  /// not been named for long, the one named last is meant.
  std::uint32_t bearer_of(std::uint32_t mention, const std::vector<Bearer>& bearers) const {
    constexpr double enough = 3, long_ago = 20;  // mentions
    const Bearer* best = nullptr;
    double best_score = -1e9;
    std::uint32_t first = ~0U, latest = 0;
    for (const Bearer& b : bearers) {
      first = std::min(first, first_mention(b.form));
      if (b.last) latest = std::max(latest, *b.last);
    }
    for (const Bearer& b : bearers) {
      double score = std::min<double>(static_cast<double>(b.full), enough);
      if (first_mention(b.form) == first) score += is_subject(first) ? 1.0 : 0.5;
      if (b.last && *b.last == latest) score += 0.75;
      score -= b.last ? std::min(1.5, (mention - *b.last) / long_ago) : 1.5;
      if (score > best_score) best = &b, best_score = score;
    }
    return best->form;
  }

  std::vector<NameGroup> groups() const {
    std::vector<std::uint32_t> set_of(names_.mentions.size());
    std::map<FormIndex, std::vector<Bearer>> bearers;
    std::unordered_map<std::uint32_t, std::vector<Bearer*>> of_set;  // looked up, never listed
    for (const auto& [f, hosts] : ambiguous_)
      for (Bearer& b : bearers[f] = bearers_of(f, hosts)) of_set[sets_.find(b.form)].push_back(&b);
    for (std::uint32_t m = 0; m < names_.mentions.size(); ++m) {
      const FormIndex f = names_.mentions[m].form;
      const auto choice = bearers.find(f);
      set_of[m] = sets_.find(choice == bearers.end() ? f : bearer_of(m, choice->second));
      if (const auto meant = of_set.find(set_of[m]); meant != of_set.end())
        for (Bearer* b : meant->second) b->last = m;
    }
    std::vector<NameGroup> result;
    std::map<std::uint32_t, std::size_t> place;
    for (std::uint32_t m = 0; m < set_of.size(); ++m) {
      const auto [at, fresh] = place.emplace(set_of[m], result.size());
      if (fresh) result.emplace_back();
      result[at->second].mentions.push_back(m);
    }
    for (NameGroup& group : result) settle(group);
    return result;
  }

  void settle(NameGroup& group) const {
    std::set<FormIndex> forms;
    for (const std::uint32_t m : group.mentions) forms.insert(names_.mentions[m].form);
    std::array<float, 6> votes{};
    for (const FormIndex f : forms) {
      float all = 0;
      for (const float vote : form(f).votes) all += vote;
      for (std::size_t c = 0; c < votes.size(); ++c)
        if (types_[f] == form(f).type()) votes[c] += form(f).votes[c];
      if (types_[f] != form(f).type()) votes[static_cast<std::size_t>(types_[f])] += all;
      if (form(f).gender != Gender::unknown) group.gender = form(f).gender;
      if (const auto taught = taught_.find(f); taught != taught_.end())
        group.taught.insert(group.taught.end(), taught->second.begin(), taught->second.end());
    }
    NameForm sum;
    sum.votes = votes;
    group.type = sum.type();
  }

  const AnnotatedDocument& document_;
  const Names& names_;
  UnionFind sets_;
  std::vector<NameClass> types_;
  std::unordered_map<std::string, FormIndex> by_key_;
  std::map<std::string_view, FormIndex> countries_;  // by code
  Index by_last_, by_first_, by_initials_, by_sound_;
  std::map<FormIndex, std::vector<std::string>> taught_;
  std::map<FormIndex, std::vector<FormIndex>> ambiguous_;
};

}  // namespace

std::vector<NameGroup> group_names(const AnnotatedDocument& document, const Names& names) {
  return Grouper(document, names).run();
}

}  // namespace attest::extract
