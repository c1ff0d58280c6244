#include <attest/extractor/entities/body_aliases.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/form_rules.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class Bodies {
 public:
  explicit Bodies(FormSets& forms) : forms_(forms) {}

  void run() {
    join_organizations();
    join_firms();
    join_bare_firms();
    join_teams();
    join_clubs();
    join_parts();
  }

 private:
  void join_organizations() {
    std::map<std::string, FormIndex> by_bag;
    for (FormIndex f = 0; f < forms_.count(); ++f) {
      if (!forms_.is(f, NameClass::organization) || forms_.form(f).words.size() < 2) continue;
      const auto [at, fresh] = by_bag.emplace(join(organization_bag(forms_.form(f).words)), f);
      if (!fresh) forms_.join(f, at->second);
    }
    for (FormIndex f = 0; f < forms_.count(); ++f) {
      if (!forms_.is(f, NameClass::organization) || forms_.form(f).acronym) continue;
      std::vector<FormIndex> hosts;
      for (const FormsByWord* index : {&forms_.by_last(), &forms_.by_first()}) {
        for (const std::string& word : {forms_.form(f).words.back(), forms_.form(f).words.front()}) {
          const auto found = index->find(word);
          if (found == index->end()) continue;
          for (const FormIndex h : found->second)
            if (h != f && forms_.is(h, NameClass::organization) &&
                is_short_organization(forms_.form(f).words, forms_.form(h).words))
              hosts.push_back(h);
        }
      }
      if (const auto host = forms_.single(hosts)) forms_.join(f, *host);
    }
  }

  /// "Marlow" behind "J. Marlow Dairy Co.", "Marlow Bank" or "Marlow School of Music": a firm or a school
  /// goes by the first word of its name, where nobody else and no place does.
  void join_firms() {
    FormsByWord firms;
    for (FormIndex h = 0; h < forms_.count(); ++h)
      if (forms_.is(h, NameClass::organization) &&
          (is_firm(h) || is_business(h) || is_school(h) || is_center(h)))
        if (const std::string_view word = first_word(forms_.form(h).words); !word.empty())
          firms[std::string(word)].push_back(h);
    for (FormIndex f = 0; f < forms_.count(); ++f) {
      const auto found = firms.find(forms_.form(f).key);
      if (found == firms.end() || !country_code(forms_.form(f).key).empty() || is_someone(forms_.form(f).key))
        continue;
      std::vector<FormIndex> hosts;
      for (const FormIndex h : found->second)
        if (may_go_by(f, h)) hosts.push_back(h);
      if (const auto host = forms_.single(hosts)) {
        forms_.set_type(f, NameClass::organization);
        forms_.join(f, *host);
      }
    }
  }
  bool may_go_by(FormIndex f, FormIndex h) const {
    if (is_center(h) && !is_school(h)) return stands_at(f);
    const bool later =
        forms_.first_mention(h) < forms_.first_mention(f) || in_headline(forms_.first_mention(f));
    return later && !(is_firm(h) ? is_addressed(f) : may_be_town(f));
  }
  /// "a researcher at Hale" beside "Hale Flight Center"
  bool is_center(FormIndex f) const {
    constexpr std::array<std::string_view, 7> centers{"center",     "centre",      "clinic",  "laboratories",
                                                      "laboratory", "observatory", "hospital"};
    return is_one_of(forms_.form(f).words.back(), centers);
  }
  bool stands_at(FormIndex f) const {
    const auto& mentions = forms_.form(f).mentions;
    const auto at = std::count_if(mentions.begin(), mentions.end(),
                                  [&](std::uint32_t m) { return forms_.word_before(m) == "at"; });
    return static_cast<std::size_t>(at) * 2 >= mentions.size();
  }
  bool in_headline(std::uint32_t mention) const {
    const std::size_t next = forms_.sentence_of(mention);
    return next > 0 && forms_.document().document.blocks[forms_.document().sentences[next - 1].block].kind ==
                           BlockKind::heading;
  }
  bool is_firm(FormIndex f) const { return is_firm_suffix(forms_.form(f).words.back()); }
  bool is_business(FormIndex f) const {
    constexpr std::array<std::string_view, 32> kinds{
        "airlines",     "airways",    "bancorp",  "bank",     "capital",    "communications",  "electronics",
        "energy",       "foods",      "group",    "holdings", "industries", "insurance",       "media",
        "motors",       "mutual",     "oil",      "partners", "petroleum",  "pharmaceuticals", "pictures",
        "records",      "securities", "software", "steel",    "stores",     "studios",         "systems",
        "technologies", "telecom",    "textiles", "ventures"};
    return is_one_of(forms_.form(f).words.back(), kinds);
  }
  /// "Marlow Truck Corp., Marlow, Me., said": between commas, a place.
  bool is_addressed(FormIndex f) const {
    const auto is_comma = [&](std::uint32_t t) {
      return t < forms_.document().tokens.size() &&
             forms_.document().text(forms_.document().tokens[t]) == ",";
    };
    return std::any_of(forms_.form(f).mentions.begin(), forms_.form(f).mentions.end(), [&](std::uint32_t m) {
      const NameMention& mention = forms_.names().mentions[m];
      return mention.label == NameClass::place && mention.first > 0 && is_comma(mention.first - 1) &&
             is_comma(mention.last);
    });
  }
  bool may_be_town(FormIndex f) const {
    constexpr std::array<std::string_view, 3> inward{"in", "near", "around"};
    const auto& mentions = forms_.form(f).mentions;
    return forms_.form(f).listed_place || is_addressed(f) ||
           std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
             const std::uint32_t first = forms_.names().mentions[m].first;
             return first > 0 &&
                    is_one_of(lower_case(forms_.document().text(forms_.document().tokens[first - 1])),
                              inward);
           });
  }
  /// "the Falcons" behind "Harbour Falcons", "the Blue Owls" behind "Elm Blue Owls"; "Valley Federal" behind
  /// "Valley Federal Savings Co."
  void join_teams() {
    for (FormIndex f = 0; f < forms_.count(); ++f) {
      if (!forms_.is(f, NameClass::organization) || forms_.form(f).acronym) continue;
      const Words& words = forms_.form(f).words;
      if (is_parent_body_noun(words.back())) continue;  // "United Nations" is not its council
      std::vector<FormIndex> hosts;
      const auto look = [&](const FormsByWord& index, const std::string& word, auto fits) {
        if (const auto found = index.find(word); found != index.end())
          for (const FormIndex h : found->second)
            if (h != f && forms_.is(h, NameClass::organization) && fits(h)) hosts.push_back(h);
      };
      if (words.back() == "sox" || (words.back().size() > 3 && words.back().ends_with('s')))
        look(forms_.by_last(), words.back(), [&](FormIndex h) { return ends_team(words, h); });
      if (words.size() > 1)
        look(forms_.by_first(), words.front(), [&](FormIndex h) { return begins_firm(words, h); });
      if (const auto host = forms_.single(hosts)) forms_.join(f, *host);
    }
  }
  /// "Slavia Elm" beside "FK Slavia Elm": what towns are called too is no club.
  void join_clubs() {
    for (FormIndex h = 0; h < forms_.count(); ++h) {
      const Words& words = forms_.form(h).words;
      if (!forms_.is(h, NameClass::organization) || words.size() < 2) continue;
      Words bare = words;
      if (is_club_mark(words.front()))
        bare.erase(bare.begin());
      else if (is_club_mark(words.back()))
        bare.pop_back();
      if (bare.size() == words.size()) continue;
      const auto f = forms_.find(join(bare));
      if (!f || forms_.is(*f, NameClass::person) || forms_.form(*f).listed_place) continue;
      forms_.set_type(*f, NameClass::organization);
      forms_.join(*f, h);
    }
  }
  static bool is_club_mark(std::string_view word) {
    constexpr std::array<std::string_view, 19> marks{"ac", "afc", "bk",  "cf",  "fc", "fk", "hc",
                                                     "hk", "kk",  "msk", "nk",  "rc", "sc", "sfc",
                                                     "sk", "ssc", "sv",  "tsv", "vfb"};
    return is_one_of(word, marks);
  }
  bool ends_team(const Words& part, FormIndex h) const {
    const Words& whole = forms_.form(h).words;
    if (whole.size() == part.size() + 1 && is_direction(whole.front())) return false;  // "New Elm Owls"
    return whole.size() > part.size() && whole.size() < 5 &&
           std::equal(part.rbegin(), part.rend(), whole.rbegin()) && !is_parent_body_noun(part.back()) &&
           std::none_of(whole.begin(), whole.end(), is_function_word);
  }
  bool begins_firm(const Words& part, FormIndex h) const {
    const Words& whole = forms_.form(h).words;
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
    const Words& words = forms_.form(f).words;
    return std::any_of(words.begin() + 1, words.end(),
                       [&](const std::string& word) { return is_one_of(word, schools); });
  }
  /// The word is part of a person's longer name.
  bool is_someone(const std::string& word) const {
    for (const FormsByWord* index : {&forms_.by_last(), &forms_.by_first()})
      if (const auto found = index->find(word); found != index->end())
        for (const FormIndex h : found->second)
          if (forms_.is(h, NameClass::person)) return true;
    return false;
  }

  /// "Otto Marlow" behind "Otto Marlow & Co.": what looks like a person is the firm.
  void join_bare_firms() {
    for (FormIndex h = 0; h < forms_.count(); ++h) {
      if (!forms_.is(h, NameClass::organization) || !is_firm(h)) continue;
      Words bare = forms_.form(h).words;
      while (!bare.empty() && (is_firm_suffix(bare.back()) || bare.back() == "and")) bare.pop_back();
      const auto f = bare.size() < 2 ? std::nullopt : forms_.find(join(bare));
      if (!f || *f == h || forms_.is(*f, NameClass::organization)) continue;
      if (forms_.form(*f).gender != Gender::unknown || forms_.first_mention(*f) < forms_.first_mention(h))
        continue;
      forms_.set_type(*f, NameClass::organization);
      forms_.join(*f, h);
    }
  }

  /// "Rowan" behind "Elm Rowan", "the Bee" behind "Elm Bee": one end of a short name that came before.
  void join_parts() {
    for (FormIndex f = 0; f < forms_.count(); ++f) {
      const NameForm& form = forms_.form(f);
      if (!forms_.is(f, NameClass::organization) || form.words.size() != 1 || form.acronym) continue;
      if (form.key.size() < 3 || is_organization_noun(form.key) || form.listed_place) continue;
      std::vector<FormIndex> hosts;
      for (const FormsByWord* index : {&forms_.by_first(), &forms_.by_last()})
        if (const auto found = index->find(form.key); found != index->end())
          for (const FormIndex h : found->second)
            if (may_be_cut(h) && forms_.first_mention(h) < forms_.first_mention(f)) hosts.push_back(h);
      if (const auto host = forms_.single(hosts)) forms_.join(f, *host);
    }
  }
  /// No country's branch ("Acme Norland") and nothing that is "of" something.
  bool may_be_cut(FormIndex h) const {
    const Words& words = forms_.form(h).words;
    return forms_.is(h, NameClass::organization) && words.size() < 4 &&
           std::none_of(words.begin(), words.end(), [](const std::string& word) {
             return is_function_word(word) || !country_code(word).empty();
           });
  }

  FormSets& forms_;
};

}  // namespace

void join_bodies(FormSets& forms) {
  Bodies(forms).run();
}

}  // namespace attest::extract
