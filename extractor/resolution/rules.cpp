#include <attest/extractor/resolution/rules.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

using RecordIndex = std::uint32_t;
/// Records under a key, ascending; a map, since it is listed.
using Buckets = std::map<std::string, std::vector<RecordIndex>>;

Words split(std::string_view key) {
  Words words;
  for (const std::string_view word : words_of(key)) words.emplace_back(word);
  return words;
}

/// Records by the forms that decisions speak of.
class Decided {
 public:
  Decided(const Records& records, std::span<const Decision> decisions) {
    for (const Decision& decision : decisions) {
      by_name_[fold_name(decision.a)];
      by_name_[fold_name(decision.b)];
    }
    by_alias_ = by_name_;
    for (RecordIndex r = 0; r < records.all.size(); ++r)
      for (std::size_t k = 0; k < records.all[r].keys.size(); ++k) {
        auto& index = k == 0 ? by_name_ : by_alias_;
        if (const auto at = index.find(records.all[r].keys[k]); at != index.end()) at->second.push_back(r);
      }
  }
  /// Those that have the form as their name, else those that have it as an alias.
  const std::vector<RecordIndex>& named(const std::string& form) const {
    const auto& by_name = by_name_.at(fold_name(form));
    return by_name.empty() ? by_alias_.at(fold_name(form)) : by_name;
  }

 private:
  Buckets by_name_, by_alias_;
};

/// Words that name no body in particular: "Ministry of Defence", "Supreme Court", "the Party".
bool is_generic_word(const std::string& word) {
  constexpr auto generic = std::to_array<std::string_view>(
      {"affairs",     "armed",    "central",   "civil",     "constitutional", "defence", "defense",
       "democratic",  "economy",  "education", "electoral", "external",       "federal", "finance",
       "first",       "foreign",  "general",   "health",    "high",           "higher",  "home",
       "commons",     "house",    "interior",  "internal",  "joint",          "justice", "labor",
       "labour",      "main",     "military",  "national",  "people",         "peoples", "presidential",
       "prosecutors", "public",   "regional",  "royal",     "security",       "state",   "supreme",
       "trade",       "transport"});
  return is_function_word(word) || is_organization_noun(word) || !place_kind(word).empty() ||
         is_one_of(word, generic);
}

bool is_generic(const Words& words) {
  return std::all_of(words.begin(), words.end(), is_generic_word);
}

class NameRules {
 public:
  NameRules(const Records& records, Clusters& clusters) : records_(records), clusters_(clusters) {}

  void run() {
    index();
    join_countries();
    join_equal_names();
    join_state_forms();
    join_aliases();
    join_acronyms();
    join_short_organizations();
    join_variants();
    join_short_persons();
    join_surnames();
  }

 private:
  const Record& record(RecordIndex r) const { return records_.all[r]; }
  static bool is_named_kind(RecordKind kind) { return kind <= RecordKind::organization; }
  static std::string prefixed(RecordKind kind, const std::string& key) {
    return std::string(1, static_cast<char>('0' + static_cast<int>(kind))) + key;
  }

  /// "evora" of "evora region" may be the town, "north" any part of the world.
  static bool is_vague_alias(const std::string& alias, const std::string& name) {
    if (is_direction(alias)) return true;
    return name.size() > alias.size() + 1 && name.starts_with(alias) && name[alias.size()] == ' ' &&
           is_division_noun(std::string_view(name).substr(alias.size() + 1));
  }

  void index() {
    for (RecordIndex r = 0; r < records_.all.size(); ++r) {
      if (!is_named_kind(record(r).kind)) continue;
      for (std::size_t k = 0; k < record(r).keys.size(); ++k) {
        if (k > 0 && is_vague_alias(record(r).keys[k], record(r).keys[0])) continue;
        const std::string key = prefixed(record(r).kind, record(r).keys[k]);
        (k == 0 ? by_name_ : by_alias_)[key].push_back(r);
      }
    }
  }

  /// Each joins the first set of the bucket that nothing keeps it from.
  void join_all(const std::vector<RecordIndex>& bucket, const std::string& reason) {
    std::vector<RecordIndex> sets;
    for (const RecordIndex r : bucket) {
      const auto joined = [&](RecordIndex set) { return clusters_.join(set, r, reason); };
      if (std::none_of(sets.begin(), sets.end(), joined)) sets.push_back(r);
    }
  }

  void join_countries() {
    Buckets by_code;
    for (RecordIndex r = 0; r < records_.all.size(); ++r)
      if (!record(r).country.empty()) by_code[record(r).country].push_back(r);
    for (const auto& [code, bucket] : by_code) join_all(bucket, "name the same country");
  }

  /// Persons of one word wait for the surname rule; bodies without a proper word need the same state.
  bool is_specific(RecordIndex r, const std::string& key) const {
    if (record(r).kind == RecordKind::person) return key.find(' ') != std::string::npos;
    if (record(r).kind == RecordKind::organization) return !is_generic(split(key));
    return true;
  }

  void join_equal_names() {
    for (const auto& [key, bucket] : by_name_) {
      if (is_specific(bucket.front(), key.substr(1))) {
        join_all(bucket, "have the same name, '" + key.substr(1) + "'");
      } else if (record(bucket.front()).kind == RecordKind::organization) {
        Buckets by_owner;
        for (const RecordIndex r : bucket)
          if (const std::string owner = owner_of(r); !owner.empty()) by_owner[owner].push_back(r);
        for (const auto& [owner, same] : by_owner)
          join_all(same, "have the same name, '" + key.substr(1) + "', and belong to the same place");
      }
    }
  }

  /// What a body is a part of or lies in, as its document says.
  std::string owner_of(RecordIndex r) const {
    const Fragment& fragment = *records_.order[record(r).fragment];
    const std::string& id = fragment.nodes[record(r).node].id;
    std::set<std::string> owners;
    for (const FragmentRelationship& tie : fragment.relationships) {
      if (tie.start != id || (tie.type != "PART_OF" && tie.type != "LOCATED_IN")) continue;
      for (const RecordIndex other : records_.of_fragment[record(r).fragment])
        if (fragment.nodes[record(other).node].id == tie.end)
          owners.insert(record(other).country.empty() ? record(other).keys.front()
                                                      : "@" + record(other).country);
    }
    return owners.size() == 1 ? *owners.begin() : "";
  }

  void join_state_forms() {
    for (const auto& [key, bucket] : by_name_) {
      if (record(bucket.front()).kind != RecordKind::place) continue;
      const Words words = split(std::string_view(key).substr(1)), bare = without_state_form(words);
      if (bare.size() == words.size() || words.front() == "state") continue;  // towns are called as states
      const auto other = by_name_.find(prefixed(RecordKind::place, join_words(bare)));
      if (other != by_name_.end())
        clusters_.join(bucket.front(), other->second.front(), "differ only by the form of state");
    }
  }
  static std::string join_words(const Words& words) { return attest::extract::join(words); }

  /// An alias of one is the name of another: enough where the form is specific and means one thing only.
  void join_aliases() {
    for (const auto& [key, bucket] : by_alias_) {
      const std::string form = key.substr(1);
      const RecordKind kind = record(bucket.front()).kind;
      if (!is_specific(bucket.front(), form) || is_short(form)) continue;
      std::vector<RecordIndex> all = bucket;
      if (const auto names = by_name_.find(key); names != by_name_.end())
        all.insert(all.end(), names->second.begin(), names->second.end());
      if (kind == RecordKind::person || one_meaning(bucket)) join_all(all, "are both called '" + form + "'");
    }
  }
  static bool is_short(const std::string& form) {
    return form.size() < 5 && form.find(' ') == std::string::npos;
  }

  /// All records that the form is an alias of are one set already, or could be: none has another full name.
  bool one_meaning(const std::vector<RecordIndex>& bucket) const {
    for (const RecordIndex r : bucket)
      if (!clusters_.same(bucket.front(), r) &&
          record(r).keys.front() != record(bucket.front()).keys.front() &&
          record(r).keys.front().size() > 3 && !overlap(r, bucket.front()))
        return false;
    return true;
  }

  /// The full names of two records share a word of meaning.
  bool overlap(RecordIndex a, RecordIndex b) const {
    const Words one = split(record(a).keys.front()), other = split(record(b).keys.front());
    return std::any_of(one.begin(), one.end(), [&](const std::string& word) {
      return !is_generic_word(word) && std::find(other.begin(), other.end(), word) != other.end();
    });
  }

  /// The set that the records of the bucket spell the acronym out as, where nearly all of them agree.
  std::optional<RecordIndex> main_meaning(const std::string& acronym,
                                          const std::vector<RecordIndex>& bucket) const {
    constexpr std::size_t clear = 8;  // documents for each that means something else
    std::map<RecordIndex, std::size_t> often;
    std::size_t all = 0;
    for (const RecordIndex r : bucket)
      if (abbreviates(acronym, split(record(r).keys.front()))) ++often[clusters_.find(r)], ++all;
    for (const auto& [set, documents] : often)
      if (documents == all || documents >= clear * (all - documents)) return set;
    return std::nullopt;
  }

  /// "ICRC" in one document, "International Committee of the Red Cross (ICRC)" in another.
  void join_acronyms() {
    for (const auto& [key, bucket] : by_alias_) {
      const std::string form = key.substr(1);
      if (form.find(' ') != std::string::npos || form.size() < 2 ||
          record(bucket.front()).kind == RecordKind::person)
        continue;
      const auto meaning = main_meaning(form, bucket);
      const auto bare = by_name_.find(key);
      if (!meaning || bare == by_name_.end()) continue;
      for (const RecordIndex r : bare->second)
        clusters_.join(*meaning, r, "share the acronym '" + form + "', which has one meaning here");
    }
  }

  /// "Harvard" beside "Harvard University", where no other body is so called.
  void join_short_organizations() {
    std::unordered_map<std::string, std::vector<RecordIndex>> by_word;
    for (const auto& [key, bucket] : by_name_) {
      if (record(bucket.front()).kind != RecordKind::organization) continue;
      const Words words = split(std::string_view(key).substr(1));
      if (words.size() < 2) continue;
      for (const std::string& word : std::set<std::string>{words.front(), words.back()})
        by_word[word].push_back(bucket.front());
    }
    for (const auto& [key, bucket] : by_name_) {
      if (record(bucket.front()).kind != RecordKind::organization) continue;
      const Words part = split(std::string_view(key).substr(1));
      if (is_generic(part)) continue;
      std::optional<RecordIndex> whole;
      bool clear = true;
      for (const std::string& word : std::set<std::string>{part.front(), part.back()}) {
        const auto found = by_word.find(word);
        if (found == by_word.end()) continue;
        for (const RecordIndex r : found->second) {
          const Words full = split(record(r).keys.front());
          if (r == bucket.front() || !is_short_organization(part, full) || is_other_branch(part, full))
            continue;
          if (whole && !clusters_.same(*whole, r)) clear = false;
          whole = r;
        }
      }
      if (whole && clear)
        clusters_.join(*whole, bucket.front(), "are the full and the short name of one organization");
    }
  }

  /// "Communist Party" is not the Elm Communist Party of another document.
  static bool is_other_branch(const Words& part, const Words& full) {
    if (part.size() < 2 || part.size() >= full.size() || is_generic(part)) return false;
    return std::equal(part.rbegin(), part.rend(), full.rbegin()) && !is_organization_noun(full.front()) &&
           country_of_adjective(full.front()).empty() && country_code(full.front()).empty();
  }

  /// Spellings of one sound: persons of several words, and long names of places.
  void join_variants() {
    Buckets by_sound;
    for (const auto& [key, bucket] : by_name_) {
      const RecordKind kind = record(bucket.front()).kind;
      const Words words = split(std::string_view(key).substr(1));
      if (kind == RecordKind::organization || (kind == RecordKind::person && words.size() < 2)) continue;
      if (kind == RecordKind::place && key.size() < 8) continue;
      std::string sound = key.substr(0, 1);
      for (const std::string& word : words) sound += sound_key(word) + " ";
      by_sound[sound].push_back(bucket.front());
    }
    for (const auto& [sound, bucket] : by_sound) join_all(bucket, "are spellings of one name");
  }

  // Persons by part of their name.

  std::vector<RecordIndex> persons_with(const std::string& last) const {
    const auto found = persons_.find(sound_key(last));
    return found == persons_.end() ? std::vector<RecordIndex>{} : found->second;
  }

  void index_persons() {
    persons_.clear();
    for (const auto& [key, bucket] : by_name_) {
      if (record(bucket.front()).kind != RecordKind::person) continue;
      Words words = split(std::string_view(key).substr(1));
      if (words.size() > 1 && is_generation(words.back())) words.pop_back();
      if (words.size() > 1) persons_[sound_key(words.back())].push_back(bucket.front());
    }
  }

  /// "king abdullah": whose, a fuller name does not say.
  static bool is_styled_name(const Words& words) { return words.size() == 2 && is_style(words.front()); }

  /// The one set of full-named persons that a shorter name fits.
  std::optional<RecordIndex> only_person(RecordIndex r, const Words& words) const {
    std::optional<RecordIndex> found;
    for (const RecordIndex host : persons_with(words.back())) {
      const Words whole = split(record(host).keys.front());
      if (host == r || clusters_.same(host, r) || whole.size() < words.size()) continue;
      if (join_words(whole).size() < join_words(words).size()) continue;  // an initial is no fuller name
      if ((words.size() > 1 && is_styled_name(whole)) || !sounds_like_person(words, whole)) continue;
      if (!same_person(words, whole) &&  // spelt otherwise, in part
          (words.back().front() != whole.back().front() || !speak_alike(r, host)))
        continue;
      if (found && !clusters_.same(*found, host)) return std::nullopt;
      if (!found) found = host;
    }
    return found;
  }

  void join_short_persons() {
    index_persons();
    for (const auto& [key, bucket] : by_name_) {
      if (record(bucket.front()).kind != RecordKind::person) continue;
      const Words words = split(std::string_view(key).substr(1));
      if (words.size() < 2 || is_styled_name(words)) continue;
      if (const auto host = only_person(bucket.front(), words))
        clusters_.join(*host, bucket.front(), "are one name in full and in part");
    }
  }

  /// A surname alone: the one person so called, where the two documents speak of common things.
  void join_surnames() {
    for (const auto& [key, bucket] : by_name_) {
      if (record(bucket.front()).kind != RecordKind::person || key.find(' ') != std::string::npos) continue;
      if (key.size() < 4) continue;
      const Words words{key.substr(1)};
      for (const RecordIndex r : bucket) {
        const auto host = only_person(r, words);
        if (host && speak_alike(r, *host))
          clusters_.join(*host, r,
                         "fit: no other person here has the surname, and the documents share names");
      }
      join_all_alike(bucket);
    }
  }

  /// Surnames without any full name: one person where the documents share names.
  void join_all_alike(const std::vector<RecordIndex>& bucket) {
    if (only_person(bucket.front(), {record(bucket.front()).keys.front()})) return;
    constexpr std::size_t most = 200;  // pairs are compared; beyond it the name says too little
    if (bucket.size() > most || persons_with(record(bucket.front()).keys.front()).size() > 1) return;
    for (std::size_t i = 0; i < bucket.size(); ++i)
      for (std::size_t k = i + 1; k < bucket.size(); ++k)
        if (!clusters_.same(bucket[i], bucket[k]) && shared_names(bucket[i], bucket[k]) >= 3)
          clusters_.join(bucket[i], bucket[k], "have the same surname in documents about the same things");
  }

  bool speak_alike(RecordIndex r, RecordIndex host) const {
    // A member of the host's set in any document will do.
    for (const RecordIndex other : members_of(host))
      if (shared_names(r, other) >= 2) return true;
    return false;
  }

  std::vector<RecordIndex> members_of(RecordIndex host) const {
    std::vector<RecordIndex> members;
    constexpr std::size_t enough = 12;
    const auto bucket = by_name_.find(prefixed(RecordKind::person, record(host).keys.front()));
    for (const RecordIndex r : bucket->second)
      if (clusters_.same(r, host) && members.size() < enough) members.push_back(r);
    return members;
  }

  /// Places and organizations that the documents of two records both name.
  std::size_t shared_names(RecordIndex a, RecordIndex b) const {
    const std::vector<RecordIndex>& one = sets_in(record(a).fragment);
    const std::vector<RecordIndex>& other = sets_in(record(b).fragment);
    std::vector<RecordIndex> both;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
    return both.size();
  }

  const std::vector<RecordIndex>& sets_in(std::uint32_t fragment) const {
    const auto [at, fresh] = sets_in_.try_emplace(fragment);
    if (fresh) {
      for (const RecordIndex r : records_.of_fragment[fragment])
        if (record(r).kind == RecordKind::place || record(r).kind == RecordKind::organization)
          at->second.push_back(clusters_.find(r));
      std::sort(at->second.begin(), at->second.end());
      at->second.erase(std::unique(at->second.begin(), at->second.end()), at->second.end());
    }
    return at->second;
  }

  const Records& records_;
  Clusters& clusters_;
  Buckets by_name_, by_alias_;
  std::unordered_map<std::string, std::vector<RecordIndex>> persons_;
  mutable std::map<std::uint32_t, std::vector<RecordIndex>>
      sets_in_;  // places are settled when it is first used
};

}  // namespace

void apply_decisions(const Records& records, std::span<const Decision> decisions, Clusters& clusters) {
  const Decided decided(records, decisions);
  for (std::uint32_t d = 0; d < decisions.size(); ++d) {
    if (decisions[d].same) continue;
    const auto& a = decided.named(decisions[d].a);
    const auto& b = decided.named(decisions[d].b);
    std::vector<RecordIndex> only_a, only_b;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(only_a));
    std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(only_b));
    for (const RecordIndex r : only_a) clusters.forbid(r, d, false);
    for (const RecordIndex r : only_b) clusters.forbid(r, d, true);
  }
  for (const Decision& decision : decisions) {
    if (!decision.same) continue;
    std::vector<RecordIndex> all = decided.named(decision.a);
    const auto& b = decided.named(decision.b);
    all.insert(all.end(), b.begin(), b.end());
    for (std::size_t i = 1; i < all.size(); ++i)
      clusters.join_decided(all.front(), all[i], "were said to be the same");
  }
}

void join_by_name(const Records& records, Clusters& clusters) {
  NameRules(records, clusters).run();
}

}  // namespace attest::extract
