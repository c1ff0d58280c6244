#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include <attest/extractor/resolution/rules.hpp>

namespace attest::extract {
namespace {

using RecordIndex = std::uint32_t;

/// A told event: what, when, and the sets of those that took part or the places where it was.
struct Told {
  RecordIndex record = 0;
  std::string bucket;  ///< type and day
  std::vector<RecordIndex> ties;
};

/// "2023-09-19/2023-09-20" and "2023-09-19" begin on one day; a month or a year is too little.
std::string day_of(const std::string& date) {
  constexpr std::size_t length = 10;
  if (date.size() < length || date[4] != '-' || date[7] != '-') return "";
  return date.substr(0, length);
}

class EventRules {
 public:
  EventRules(const Records& records, Clusters& clusters) : records_(records), clusters_(clusters) {}

  void run() {
    join_named();
    std::vector<Told> events = told_events();
    std::stable_sort(events.begin(), events.end(), [](const Told& a, const Told& b) {
      return a.ties.empty() < b.ties.empty();  // those that say nothing of who and where come last
    });
    for (const Told& told : events) place(told);
  }

 private:
  const Map& properties(RecordIndex r) const {
    const Record& record = records_.all[r];
    return records_.order[record.fragment]->nodes[record.node].properties;
  }
  bool is_named(RecordIndex r) const {
    const auto at = properties(r).find("named");
    return at != properties(r).end() && at->second.type() == Value::Type::boolean && at->second.boolean();
  }

  void join_named() {
    std::map<std::string, RecordIndex> first;
    for (RecordIndex r = 0; r < records_.all.size(); ++r) {
      if (records_.all[r].kind != RecordKind::event || !is_named(r)) continue;
      for (const std::string& key : records_.all[r].keys) {
        const auto [at, fresh] = first.emplace(key, r);
        if (!fresh) clusters_.join(at->second, r, "are events of the same name, '" + key + "'");
      }
    }
  }

  std::vector<Told> told_events() const {
    std::vector<Told> events;
    for (std::uint32_t f = 0; f < records_.order.size(); ++f) {
      const Fragment& fragment = *records_.order[f];
      std::unordered_map<std::string, std::int32_t> record_of;  // looked up, never listed
      for (std::size_t n = 0; n < fragment.nodes.size(); ++n)
        record_of[fragment.nodes[n].id] = records_.record_of_node[f][n];
      std::unordered_map<RecordIndex, std::size_t> place;
      for (const RecordIndex r : records_.of_fragment[f]) {
        const std::string type = text_of(properties(r), "type"), day = day_of(text_of(properties(r), "date"));
        if (records_.all[r].kind != RecordKind::event || day.empty() || type.empty()) continue;
        place[r] = events.size();
        events.push_back({r, type + " " + day, {}});
      }
      for (const FragmentRelationship& tie : fragment.relationships) {
        const bool part = tie.type == "PARTICIPATED_IN";
        if (!part && tie.type != "LOCATED_IN") continue;
        const std::int32_t event = record_of.at(part ? tie.end : tie.start);
        const std::int32_t other = record_of.at(part ? tie.start : tie.end);
        if (event < 0 || other < 0) continue;
        if (const auto at = place.find(static_cast<RecordIndex>(event)); at != place.end())
          events[at->second].ties.push_back(clusters_.find(static_cast<RecordIndex>(other)));
      }
    }
    return events;
  }

  struct Occurrence {
    RecordIndex record;
    std::set<RecordIndex> ties;
    std::set<std::uint32_t> fragments;
  };

  /// The one occurrence of a day where either telling says neither who nor where: two explosions on one day
  /// would be told apart. Not of types that there are many of every day.
  std::optional<std::size_t> only_other(const Told& told, const std::vector<Occurrence>& occurrences) const {
    const std::string type = told.bucket.substr(0, told.bucket.find(' '));
    const bool rare = type == "attack" || type == "destruction" || type == "blockade" || type == "election";
    if (!rare || occurrences.size() != 1) return std::nullopt;
    const Occurrence& other = occurrences.front();
    const bool open = told.ties.empty() || other.ties.empty();
    const bool elsewhere = !other.fragments.contains(records_.all[told.record].fragment);
    return open && elsewhere ? std::optional<std::size_t>(0) : std::nullopt;
  }

  /// Joins all occurrences of the same type and day with something in common, most in common first, and so
  /// bridges those that had nothing in common yet; or opens a new one.
  void place(const Told& told) {
    auto& occurrences = by_bucket_[told.bucket];
    std::map<std::size_t, std::size_t> common;
    for (const RecordIndex tie : std::set<RecordIndex>(told.ties.begin(), told.ties.end()))
      for (const std::size_t o : by_tie_[told.bucket][tie]) ++common[o];
    std::vector<std::size_t> candidates;
    for (const auto& [o, count] : common) candidates.push_back(o);
    std::stable_sort(candidates.begin(), candidates.end(),
                     [&](std::size_t a, std::size_t b) { return common[a] > common[b]; });
    if (candidates.empty())
      if (const auto other = only_other(told, occurrences)) candidates.push_back(*other);
    Occurrence own{told.record, {told.ties.begin(), told.ties.end()}, {records_.all[told.record].fragment}};
    const std::string reason = "tell of one day's " + told.bucket.substr(0, told.bucket.find(' ')) +
                               (common.empty() ? ", the only one" : " with participants or places in common");
    std::optional<std::size_t> home;
    for (const std::size_t o : candidates) {
      Occurrence& other = occurrences[home.value_or(o)];
      Occurrence& joining = home ? occurrences[o] : own;
      if (joining.record == other.record || share_fragment(other, joining)) continue;
      if (!clusters_.join(other.record, joining.record, reason)) continue;
      other.ties.insert(joining.ties.begin(), joining.ties.end());
      other.fragments.insert(joining.fragments.begin(), joining.fragments.end());
      if (home) {
        for (const RecordIndex tie : joining.ties) by_tie_[told.bucket][tie].insert(*home);
        joining = {other.record, {}, {}};
      }
      if (!home) home = o;
    }
    if (!home) {
      home = occurrences.size();
      occurrences.push_back(std::move(own));
    }
    for (const RecordIndex tie : told.ties) by_tie_[told.bucket][tie].insert(*home);
  }
  static bool share_fragment(const Occurrence& a, const Occurrence& b) {
    return std::any_of(b.fragments.begin(), b.fragments.end(),
                       [&](std::uint32_t fragment) { return a.fragments.contains(fragment); });
  }

  const Records& records_;
  Clusters& clusters_;
  std::map<std::string, std::vector<Occurrence>> by_bucket_;
  std::map<std::string, std::map<RecordIndex, std::set<std::size_t>>> by_tie_;
};

}  // namespace

void join_events(const Records& records, Clusters& clusters) {
  EventRules(records, clusters).run();
}

}  // namespace attest::extract
