#include <attest/extractor/resolution.hpp>

#include <fmt/format.h>
#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <utility>

#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/resolution/clusters.hpp>
#include <attest/extractor/resolution/folding.hpp>
#include <attest/extractor/resolution/records.hpp>
#include <attest/extractor/resolution/rules.hpp>
#include <attest/graph/error.hpp>

namespace attest::extract {
namespace {

Clusters cluster(const Records& records, std::span<const Decision> decisions) {
  Clusters clusters(records);
  apply_decisions(records, decisions, clusters);
  join_by_name(records, clusters);
  join_events(records, clusters);
  return clusters;
}

/// Whether a letter in four or fewer must be changed, added or left out to make the one of the other.
bool differs_little(std::string_view a, std::string_view b) {
  const std::size_t most = a.size() / 4;
  if (a.size() > b.size() + most || b.size() > a.size() + most) return false;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = std::exchange(row[0], i);
    for (std::size_t k = 1; k <= b.size(); ++k)
      corner = std::exchange(row[k], std::min({row[k] + 1, row[k - 1] + 1, corner + (a[i - 1] != b[k - 1])}));
  }
  return row.back() <= most;
}

/// The records that go by a name.
std::vector<std::uint32_t> named(const Records& records, std::string_view name) {
  const std::string key = fold_name(name);
  std::vector<std::uint32_t> found;
  for (std::uint32_t r = 0; r < records.all.size(); ++r) {
    const auto& keys = records.all[r].keys;
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) found.push_back(r);
  }
  return found;
}

/// "; did you mean …" with the names that have all letters but one or two of this one, else share a word.
std::string suggestion(const Records& records, std::string_view name) {
  const std::string key = fold_name(name);
  const auto words = [](const std::string& text) {
    std::istringstream in(text);
    return std::set<std::string>(std::istream_iterator<std::string>(in), {});
  };
  const std::set<std::string> asked = words(key);
  std::set<std::string> spelled_so, sharing;
  for (const auto& record : records.all)
    for (const std::string& other : record.keys) {
      const std::set<std::string> theirs = words(other);
      if (differs_little(key, other)) spelled_so.insert(record.name);
      if (std::any_of(asked.begin(), asked.end(), [&](const auto& word) { return theirs.contains(word); }))
        sharing.insert(record.name);
    }
  const std::set<std::string>& like = spelled_so.empty() ? sharing : spelled_so;
  std::string text;
  for (const std::string& other : like) {
    if (std::count(text.begin(), text.end(), '\'') == 6) break;
    text += fmt::format("{}'{}'", text.empty() ? "; did you mean " : " or ", other);
  }
  return text.empty() ? text : text + "?";
}

std::string unknown(const Records& records, std::string_view name) {
  return fmt::format("no document names '{}'{}", name, suggestion(records, name));
}

class Explanation {
 public:
  Explanation(const Records& records, const Clusters& clusters) : records_(records), clusters_(clusters) {}

  std::vector<std::string> run(std::string_view a, std::string_view b) {
    const auto of_a = named(records_, a), of_b = named(records_, b);
    if (of_a.empty()) throw Error(unknown(records_, a));
    if (of_b.empty()) throw Error(unknown(records_, b));
    for (const std::uint32_t x : of_a)
      for (const std::uint32_t y : of_b)
        if (clusters_.same(x, y)) return one_node(a, b, x, y);
    return two_nodes(a, b, of_a, of_b);
  }

 private:
  std::string show(std::uint32_t r) const {
    return fmt::format("'{}' in {}", records_.all[r].name, records_.documents[records_.all[r].fragment]);
  }
  std::string show(const Step& step) const {
    return fmt::format("{} and {} {}{}.", show(step.a), show(step.b), step.joined ? "" : "stay two: they ",
                       step.reason);
  }

  std::vector<std::string> one_node(std::string_view a, std::string_view b, std::uint32_t from,
                                    std::uint32_t to) {
    lines_.push_back(fmt::format("'{}' and '{}' are one node.", a, b));
    const auto steps = path(from, to);
    if (from == to) lines_.push_back(fmt::format("{} goes by both names in that document.", show(from)));
    for (const Step* step : steps) lines_.push_back(show(*step));
    return lines_;
  }

  /// The joins that lead from one record to the other.
  std::vector<const Step*> path(std::uint32_t from, std::uint32_t to) const {
    std::map<std::uint32_t, std::vector<const Step*>> at;
    for (const Step& step : clusters_.steps())
      if (step.joined && clusters_.same(step.a, from))
        at[step.a].push_back(&step), at[step.b].push_back(&step);
    std::map<std::uint32_t, const Step*> reached_by{{from, nullptr}};
    for (std::deque<std::uint32_t> open{from}; !open.empty(); open.pop_front())
      for (const Step* step : at[open.front()]) {
        const std::uint32_t other = step->a == open.front() ? step->b : step->a;
        if (reached_by.emplace(other, step).second) open.push_back(other);
      }
    std::vector<const Step*> steps;
    for (std::uint32_t here = to; here != from;) {
      const Step* step = reached_by.at(here);
      steps.push_back(step);
      here = step->a == here ? step->b : step->a;
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

  std::vector<std::string> two_nodes(std::string_view a, std::string_view b,
                                     const std::vector<std::uint32_t>& of_a,
                                     const std::vector<std::uint32_t>& of_b) {
    lines_.push_back(fmt::format("'{}' and '{}' are two nodes.", a, b));
    const auto touches = [&](const std::vector<std::uint32_t>& set, std::uint32_t r) {
      return std::any_of(set.begin(), set.end(), [&](std::uint32_t x) { return clusters_.same(x, r); });
    };
    std::set<std::string> said;  // several rules may have met the same two
    for (const Step& step : clusters_.steps()) {
      const bool forth = touches(of_a, step.a) && touches(of_b, step.b);
      const bool back = touches(of_a, step.b) && touches(of_b, step.a);
      if (step.joined || !(forth || back)) continue;
      const std::string line = show(forth ? step : Step{step.b, step.a, false, step.reason});
      if (said.insert(line).second) lines_.push_back(line);
    }
    const Record &x = records_.all[of_a.front()], &y = records_.all[of_b.front()];
    if (lines_.size() == 1 && x.kind != y.kind)
      lines_.push_back(
          fmt::format("{} and {} are things of different kinds.", show(of_a.front()), show(of_b.front())));
    if (lines_.size() == 1) lines_.push_back("No rule joins their names; 'attest same' would.");
    return lines_;
  }

  const Records& records_;
  const Clusters& clusters_;
  std::vector<std::string> lines_;
};

}  // namespace

Fragment resolve(std::span<const Fragment> fragments, std::span<const Decision> decisions) {
  const Records records = collect_records(fragments);
  return fold(records, cluster(records, decisions));
}

std::vector<std::string> explain_resolution(std::span<const Fragment> fragments,
                                            std::span<const Decision> decisions, std::string_view a,
                                            std::string_view b) {
  const Records records = collect_records(fragments);
  const Clusters clusters = cluster(records, decisions);
  return Explanation(records, clusters).run(a, b);
}

std::vector<std::string> unknown_names(std::span<const Fragment> fragments,
                                       std::span<const std::string_view> names) {
  const Records records = collect_records(fragments);
  std::vector<std::string> sentences;
  for (const std::string_view name : names)
    if (named(records, name).empty()) sentences.push_back(unknown(records, name));
  return sentences;
}

}  // namespace attest::extract
