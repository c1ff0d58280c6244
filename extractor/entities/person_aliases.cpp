#include <attest/extractor/entities/person_aliases.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/form_rules.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class Persons {
 public:
  explicit Persons(FormSets& forms) : forms_(forms) {}

  AmbiguousNames run() {
    join_persons();
    return std::move(ambiguous_);
  }
  void settle() { settle_surnames(); }

 private:
  /// "Florence" beside "Clara Florence" is the person, unless the text puts somebody in it.
  void settle_surnames() {
    std::set<std::string> surnames;
    for (FormIndex f = 0; f < forms_.count(); ++f)
      if (forms_.is(f, NameClass::person) && forms_.form(f).words.size() > 1)
        surnames.insert(surname_of(forms_.form(f).words));
    for (FormIndex f = 0; f < forms_.count(); ++f) {
      if (forms_.is(f, NameClass::person) || !surnames.contains(forms_.form(f).key)) continue;
      if (country_code(forms_.form(f).key).empty() && !stands_as_place(f))
        forms_.set_type(f, NameClass::person);
    }
  }

  /// With the particle before it: "al hariri" of "omar al hariri".
  static std::string surname_of(const Words& words) {
    const std::size_t n = words.size();
    return n > 2 && is_name_particle(words[n - 2]) ? words[n - 2] + " " + words[n - 1] : words[n - 1];
  }

  bool stands_as_place(FormIndex f) const {
    std::size_t inside = 0, about = 0;
    for (const std::uint32_t m : forms_.form(f).mentions) {
      const std::uint32_t first = forms_.names().mentions[m].first;
      if (first == 0) continue;
      const std::string before = lower_case(forms_.document().text(forms_.document().tokens[first - 1]));
      constexpr std::array<std::string_view, 6> inward{"in", "at", "near", "into", "around", "across"};
      constexpr std::array<std::string_view, 5> locative{"from", "to", "of", "between", "towards"};
      inside += is_one_of(before, inward);
      about += is_one_of(before, locative);
    }
    return inside * 3 > forms_.form(f).mentions.size() ||
           (inside > 0 && (inside + about) * 2 >= forms_.form(f).mentions.size());
  }

  void index_surname(FormIndex f) {
    const Words& words = forms_.form(f).words;
    const bool generation = words.size() > 2 && is_generation(words.back());
    const std::string& surname = words[words.size() - (generation ? 2 : 1)];
    by_sound_[sound_key(surname)].push_back(f);
    if (generation) by_surname_[surname].push_back(f);
  }

  /// "John Marlow had two sons, Peter and John Henry Marlow": who comes second comes as kin, by a full name.
  bool are_kin(FormIndex a, FormIndex b) const {
    if (forms_.form(a).words.size() < 2 || forms_.form(b).words.size() < 2) return false;
    const std::uint32_t first = std::min(forms_.first_mention(a), forms_.first_mention(b));
    const std::uint32_t second = std::max(forms_.first_mention(a), forms_.first_mention(b));
    return forms_.names().mentions[first].last < forms_.names().mentions[second].first &&
           comes_as_kin(second);
  }
  bool comes_as_kin(std::uint32_t mention) const {
    constexpr std::uint32_t longest = 30;  // tokens of a list
    const std::uint32_t from = forms_.names().mentions[mention].first;
    for (std::uint32_t t = from; t > 0 && from - t < longest; --t) {
      const Token& before = forms_.document().tokens[t - 1];
      const std::string_view word = forms_.document().text(before);
      if (is_kinship_noun(before.lemma)) return true;
      const bool of = word == "of" && t == from;  // "the second son of"
      if (before.name != NameClass::person && !of && word != "," && word != "and" && word != ":")
        return false;
    }
    return false;
  }

  /// "Ann is the daughter of the painter Marlow": not Ann Marlow, where he is named nowhere else.
  bool is_only_kin(FormIndex f) const {
    const auto& mentions = forms_.form(f).mentions;
    return std::all_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
      constexpr std::uint32_t longest = 6;  // tokens of what he is
      const auto& tokens = forms_.document().tokens;
      const std::uint32_t from = forms_.names().mentions[m].first;
      std::uint32_t t = from;
      while (t > 0 && from - t < longest &&
             (tokens[t - 1].upos == Upos::NOUN || tokens[t - 1].upos == Upos::ADJ ||
              tokens[t - 1].upos == Upos::DET || tokens[t - 1].upos == Upos::CCONJ))
        --t;
      return t > 1 && forms_.document().text(tokens[t - 1]) == "of" && is_kinship_noun(tokens[t - 2].lemma);
    });
  }

  std::vector<FormIndex> person_hosts(FormIndex f, bool by_sound) const {
    std::vector<FormIndex> hosts;
    const auto look = [&](const FormsByWord& index, const std::string& word) {
      const auto found = index.find(word);
      if (found == index.end()) return;
      for (const FormIndex h : found->second) {
        if (h == f || !forms_.is(h, NameClass::person) ||
            forms_.form(h).words.size() < forms_.form(f).words.size())
          continue;
        const bool agree = by_sound ? sounds_like_person(forms_.form(f).words, forms_.form(h).words)
                                    : same_person(forms_.form(f).words, forms_.form(h).words);
        const bool gender = forms_.form(f).gender == Gender::unknown ||
                            forms_.form(h).gender == Gender::unknown ||
                            forms_.form(f).gender == forms_.form(h).gender;
        if (agree && gender && !are_kin(f, h)) hosts.push_back(h);
      }
    };
    const Words& words = forms_.form(f).words;
    if (by_sound) {
      look(by_sound_, sound_key(words.back()));
      return hosts;
    }
    const bool generation = words.size() > 1 && is_generation(words.back());
    look(forms_.by_last(), generation ? words[words.size() - 2] : words.back());
    look(forms_.by_last(), words.back());
    if (words.size() == 1) look(by_surname_, words.back());
    if (words.size() == 1 && hosts.empty()) look(forms_.by_first(), words.front());
    return hosts;
  }

  /// "Diego Ruiz" beside "Diego Juan Ruiz Alba", "Karl Berg" beside "Otto Karl Magnus Berg".
  std::vector<FormIndex> fuller_names(FormIndex f) const {
    const Words& words = forms_.form(f).words;
    std::vector<FormIndex> hosts;
    if (words.size() < 2) return hosts;
    for (const FormsByWord* index : {&forms_.by_first(), &forms_.by_last()}) {
      const auto found = index->find(index == &forms_.by_first() ? words.front() : words.back());
      if (found == index->end()) continue;
      for (const FormIndex h : found->second)
        if (h != f && forms_.is(h, NameClass::person) && is_part_of_name(words, forms_.form(h).words) &&
            !are_kin(f, h))
          hosts.push_back(h);
    }
    return hosts;
  }

  /// "Ruiz" beside "Diego Juan Ruiz Alba", "Marlow" beside "Karl Marlow II": a word within longer names.
  std::vector<FormIndex> bearers_within(FormIndex f) const {
    const std::string& word = forms_.form(f).key;
    std::vector<FormIndex> hosts;
    if (word.size() < 4) return hosts;
    for (FormIndex h = 0; h < forms_.count(); ++h) {
      const Words& words = forms_.form(h).words;
      if (forms_.is(h, NameClass::person) && words.size() > 2 &&
          forms_.first_mention(h) < forms_.first_mention(f) &&
          std::find(words.begin() + 1, words.end(), word) != words.end())
        hosts.push_back(h);
    }
    return hosts;
  }

  /// "Ogawa Yuki" beside "Yuki Ogawa": surnames stand first in many languages.
  std::vector<FormIndex> turned_names(FormIndex f) const {
    const Words& words = forms_.form(f).words;
    if (words.size() != 2 || words[0].size() < 2 || words[1].size() < 2) return {};
    const auto turned = forms_.find(join({words[1], words[0]}));
    if (!turned || !forms_.is(*turned, NameClass::person)) return {};
    return {*turned};
  }

  void join_persons() {
    for (FormIndex f = 0; f < forms_.count(); ++f)
      if (forms_.is(f, NameClass::person) && forms_.form(f).words.size() > 1) index_surname(f);
    for (const bool single_words : {false, true})
      for (FormIndex f = 0; f < forms_.count(); ++f) {
        if (!forms_.is(f, NameClass::person) || (forms_.form(f).words.size() == 1) != single_words) continue;
        if (single_words && is_only_kin(f)) continue;
        std::vector<FormIndex> hosts = person_hosts(f, false);
        if (hosts.empty() && forms_.form(f).key.size() > 4) hosts = person_hosts(f, true);
        if (hosts.empty()) hosts = fuller_names(f);
        if (hosts.empty()) hosts = turned_names(f);
        if (hosts.empty() && single_words) hosts = bearers_within(f);
        if (hosts.empty()) continue;
        if (const auto host = forms_.single(hosts))
          forms_.join(f, *host);
        else
          ambiguous_[f] = std::move(hosts);
      }
  }

  FormSets& forms_;
  FormsByWord by_sound_;
  FormsByWord by_surname_;  // those who have "Jr." or a number behind it
  AmbiguousNames ambiguous_;
};

}  // namespace

void settle_surnames(FormSets& forms) {
  Persons(forms).settle();
}

AmbiguousNames join_persons(FormSets& forms) {
  return Persons(forms).run();
}

}  // namespace attest::extract
