// attest_differential N SEED [MILLISECONDS]: N random queries over random graphs, each run with the planner
// and with the naive matcher; the answers, and the graphs after queries that change them, must be equal, and
// no query may fail. Prints each difference with what repeats it, and ends with "N equal, N different, N
// failed, N out of time". A run that takes longer than MILLISECONDS (250) is out of time.
//
// Exit status: 0 all equal, 1 a difference or a failure, 2 wrong usage.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>

#include <fmt/format.h>
#include <attest/error.hpp>
#include <attest/query/query.hpp>

#include "random_graph.hpp"
#include "random_query.hpp"

namespace {

using namespace attest;

/// Text that tells values apart, elements by id; of floats as many digits as do not depend on the order of
/// adding up.
std::string key(const Value& value) {
  using T = Value::Type;
  switch (value.type()) {
    case T::node:
      return fmt::format("n{}", index(value.node()));
    case T::relationship:
      return fmt::format("r{}", index(value.relationship()));
    case T::floating:
      return fmt::format("{:.9g}", value.floating());
    case T::path: {
      std::string text = "p";
      for (NodeId node : value.path().nodes) text += fmt::format(",n{}", index(node));
      for (RelationshipId relationship : value.path().relationships)
        text += fmt::format(",r{}", index(relationship));
      return text;
    }
    case T::list: {
      std::string text = "[";
      for (const Value& item : value.list()) text += key(item) + ",";
      return text + "]";
    }
    case T::map: {
      std::string text = "{";
      for (const auto& [name, item] : value.map()) text += name + ":" + key(item) + ",";
      return text + "}";
    }
    default:
      return to_literal(value);
  }
}

struct Answer {
  std::vector<std::string> rows;
  Statistics statistics;
  std::string error;
  bool out_of_time = false;
  bool operator==(const Answer&) const = default;
};

std::vector<std::string> rows_of(const Result& result, bool ordered) {
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < result.row_count; ++i) {
    std::string row;
    for (const Value& cell : result.row(i)) row += key(cell) + " | ";
    rows.push_back(std::move(row));
  }
  if (!ordered) std::sort(rows.begin(), rows.end());
  return rows;
}

/// What is in the graph, ids aside: new elements get them in the order of matching.
void add_census(Graph& graph, std::vector<std::string>& rows) {
  for (const char* query :
       {"MATCH (n) RETURN labels(n), properties(n)",
        "MATCH (a)-[r]->(b) RETURN properties(a), type(r), properties(r), properties(b)"}) {
    for (std::string& row : rows_of(Engine(graph).run(query), false)) rows.push_back(std::move(row));
  }
}

Answer answer(const conformance::RandomQuery& query, Graph& graph, bool naive,
              std::chrono::milliseconds most) {
  QueryOptions options;
  options.naive = naive;
  options.timeout = most;
  Answer answer;
  try {
    const Result result = Engine(graph).run(query.text, {}, options);
    answer.rows = rows_of(result, query.ordered);
    answer.statistics = result.statistics;
    if (query.writes) add_census(graph, answer.rows);
  } catch (const LimitError&) {
    answer.out_of_time = true;
  } catch (const QueryError& error) {
    answer.error = fmt::format("{} {} {}", error.type(), error.detail(), error.what());
  }
  return answer;
}

std::string shown(const Answer& answer) {
  constexpr std::size_t most = 12;
  if (!answer.error.empty()) return answer.error;
  std::string text = fmt::format("{} rows", answer.rows.size());
  for (std::size_t i = 0; i < std::min(most, answer.rows.size()); ++i) text += "\n    " + answer.rows[i];
  return text;
}

struct Count {
  std::size_t equal = 0;
  std::size_t with_rows = 0;  ///< of those
  std::size_t different = 0;
  std::size_t failed = 0;
  std::size_t undecided = 0;  ///< one of the two ran out of time
};

conformance::RandomQuery query_of(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  (void)conformance::random_graph(random);
  return conformance::QueryWriter(random).write();
}

void run_one(std::uint64_t seed, std::chrono::milliseconds most, Count& count) {
  std::mt19937_64 random(seed);
  Graph graph = conformance::random_graph(random);
  const conformance::RandomQuery query = conformance::QueryWriter(random).write();
  std::mt19937_64 again(seed);
  Graph other = query.writes ? conformance::random_graph(again) : Graph();
  const Answer naive = answer(query, query.writes ? other : graph, true, most);
  const Answer planned = naive.out_of_time ? naive : answer(query, graph, false, most);
  if (planned.out_of_time) {
    ++count.undecided;
  } else if (planned == naive && planned.error.empty()) {
    ++count.equal;
    if (!planned.rows.empty()) ++count.with_rows;
  } else {
    const bool failed = planned == naive;
    ++(failed ? count.failed : count.different);
    std::cout << fmt::format("{} (seed {}):\n{}\n  planned: {}\n  naive: {}\n\n",
                             failed ? "FAILED" : "DIFFERENT", seed, query.text, shown(planned), shown(naive));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || argc > 4) {
    std::cerr << "usage: attest_differential N SEED [MILLISECONDS]\n";
    return 2;
  }
  const std::uint64_t queries = std::strtoull(argv[1], nullptr, 10);
  const std::uint64_t seed = std::strtoull(argv[2], nullptr, 10);
  if (queries == 1) std::cout << query_of(seed).text << "\n\n" << std::flush;
  const std::chrono::milliseconds most(argc > 3 ? std::atoi(argv[3]) : 250);
  Count count;
  for (std::uint64_t i = 0; i < queries; ++i) run_one(seed + i, most, count);
  std::cout << fmt::format("{} equal ({} with rows), {} different, {} failed, {} out of time\n", count.equal,
                           count.with_rows, count.different, count.failed, count.undecided);
  return count.different + count.failed == 0 ? 0 : 1;
}
