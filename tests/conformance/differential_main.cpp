// attest_differential N SEED: N random queries over random graphs, each run with the planner and with the
// naive matcher; the answers must be equal. Prints each difference with what repeats it, and ends with
// "N equal, N different, N out of time (N gave an error)".
//
// Exit status: 0 all equal, 1 a difference, 2 wrong usage.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>

#include <fmt/format.h>
#include <attest/error.hpp>
#include <attest/query/query.hpp>

#include "random_query.hpp"

namespace {

using namespace attest;

/// Text that tells values apart, elements by id.
std::string key(const Value& value) {
  using T = Value::Type;
  switch (value.type()) {
    case T::node:
      return fmt::format("n{}", index(value.node()));
    case T::relationship:
      return fmt::format("r{}", index(value.relationship()));
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
    default:
      return to_literal(value);
  }
}

/// The sorted rows, or the error.
std::vector<std::string> answer(Graph& graph, const std::string& query, bool naive) {
  QueryOptions options;
  options.naive = naive;
  options.timeout = std::chrono::seconds(5);
  try {
    Result result = Engine(graph).run(query, {}, options);
    std::vector<std::string> rows;
    for (std::size_t i = 0; i < result.row_count; ++i) {
      std::string row;
      for (const Value& cell : result.row(i)) row += key(cell) + " | ";
      rows.push_back(std::move(row));
    }
    std::sort(rows.begin(), rows.end());
    return rows;
  } catch (const QueryError& error) {
    return {fmt::format("{} {} {}", error.type(), error.detail(), error.what())};
  }
}

std::string shown(const std::vector<std::string>& rows) {
  constexpr std::size_t most = 12;
  std::string text = fmt::format("{} rows", rows.size());
  for (std::size_t i = 0; i < std::min(most, rows.size()); ++i) text += "\n    " + rows[i];
  return text;
}

struct Count {
  std::size_t equal = 0;
  std::size_t different = 0;
  std::size_t errors = 0;
  std::size_t undecided = 0;  ///< one of the two ran out of time
};

bool timed_out(const std::vector<std::string>& rows) {
  return rows.size() == 1 && rows.front().starts_with("LimitError");
}

void run_one(std::uint64_t seed, Count& count) {
  std::mt19937_64 random(seed);
  Graph graph = conformance::random_graph(random);
  std::string query = conformance::QueryWriter(random).write();
  auto planned = answer(graph, query, false);
  auto naive = answer(graph, query, true);
  if (!planned.empty() && planned.front().find("Error ") != std::string::npos) ++count.errors;
  if (timed_out(planned) || timed_out(naive)) {
    ++count.undecided;
  } else if (planned == naive) {
    ++count.equal;
  } else {
    ++count.different;
    std::cout << fmt::format("DIFFERENT (seed {}):\n{}\n  planned: {}\n  naive: {}\n\n", seed, query,
                             shown(planned), shown(naive));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: attest_differential N SEED\n";
    return 2;
  }
  std::uint64_t queries = std::strtoull(argv[1], nullptr, 10);
  std::uint64_t seed = std::strtoull(argv[2], nullptr, 10);
  Count count;
  for (std::uint64_t i = 0; i < queries; ++i) run_one(seed + i, count);
  std::cout << fmt::format("{} equal, {} different, {} out of time ({} gave an error)\n", count.equal,
                           count.different, count.undecided, count.errors);
  return count.different == 0 ? 0 : 1;
}
