#include <attest/extractor/resolution.hpp>

#include <fmt/format.h>
#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/resolution/clusters.hpp>
#include <attest/extractor/resolution/folding.hpp>
#include <attest/extractor/resolution/records.hpp>
#include <attest/extractor/resolution/rules.hpp>

namespace attest::extract {
namespace {

Clusters cluster(const Records& records, std::span<const Decision> decisions) {
  Clusters clusters(records);
  apply_decisions(records, decisions, clusters);
  join_by_name(records, clusters);
  join_events(records, clusters);
  return clusters;
}

class Explanation {
 public:
  Explanation(const Records& records, const Clusters& clusters) : records_(records), clusters_(clusters) {}

  std::vector<std::string> run(std::string_view a, std::string_view b) {
    const auto of_a = named(a), of_b = named(b);
    if (of_a.empty() || of_b.empty()) {
      for (const auto& [name, found] : {std::pair{a, &of_a}, std::pair{b, &of_b}})
        if (found->empty()) lines_.push_back(fmt::format("No document names '{}'.", name));
      return lines_;
    }
    for (const std::uint32_t x : of_a)
      for (const std::uint32_t y : of_b)
        if (clusters_.same(x, y)) return one_node(a, b, x, y);
    return two_nodes(a, b, of_a, of_b);
  }

 private:
  std::vector<std::uint32_t> named(std::string_view name) const {
    const std::string key = fold_name(name);
    std::vector<std::uint32_t> found;
    for (std::uint32_t r = 0; r < records_.all.size(); ++r) {
      const auto& keys = records_.all[r].keys;
      if (std::find(keys.begin(), keys.end(), key) != keys.end()) found.push_back(r);
    }
    return found;
  }

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

}  // namespace attest::extract
