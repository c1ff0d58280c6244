// Runs a list of queries on a graph file and prints what each answered and how long it took, as JSON. What
// bench/compare runs; in one process, as other embedded engines are measured.
//
//   workload import CSV_FOLDER FILE.attest      reads and saves
//   workload open FILE.attest QUERY             opens, asks, and says what memory it took
//   workload run FILE.attest QUERIES.json RUNS  median of RUNS, the first (cold) aside
//   workload algorithms FILE.attest RUNS
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <span>
#include <string>

#include <nlohmann/json.hpp>

#include <attest/exporters/import.hpp>
#include <attest/graph/algorithms.hpp>
#include <attest/graph/store.hpp>
#include <attest/query/query.hpp>

namespace {

using namespace attest;
using json = nlohmann::ordered_json;  // queries in their order

double milliseconds(const std::function<void()>& action) {
  const auto begin = std::chrono::steady_clock::now();
  action();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double median_milliseconds(int runs, const std::function<void()>& action) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) times.push_back(milliseconds(action));
  std::ranges::sort(times);
  return times[times.size() / 2];
}

/// The most memory that the process has had resident, in megabytes.
double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

json as_json(const Value& value) {
  switch (value.type()) {
    case Value::Type::null:
      return nullptr;
    case Value::Type::boolean:
      return value.boolean();
    case Value::Type::integer:
      return value.integer();
    case Value::Type::floating:
      return value.floating();
    case Value::Type::string:
      return value.string();
    default:
      return to_literal(value);
  }
}

json rows_of(const Result& result) {
  json rows = json::array();
  for (std::size_t i = 0; i < result.row_count; ++i) {
    json row = json::array();
    for (const Value& cell : result.row(i)) row.push_back(as_json(cell));
    rows.push_back(std::move(row));
  }
  return rows;
}

Graph load(const std::string& file) {
  return Store::open(file, Store::Mode::read).load_graph();
}

json import_csv(const std::string& folder, const std::string& file) {
  const std::filesystem::path path = folder;
  Graph graph;
  const ImportSummary summary = import_files(graph, std::span(&path, 1), {.format = "csv"});
  Store::open(file, Store::Mode::write).save_graph(graph);
  return {{"nodes", summary.nodes}, {"relationships", summary.relationships}, {"peak_mb", peak_megabytes()}};
}

json open_and_ask(const std::string& file, const std::string& query) {
  Graph graph = load(file);
  Engine engine(graph);
  const json rows = rows_of(engine.run(query));
  return {{"rows", rows}, {"peak_mb", peak_megabytes()}};
}

json run_queries(const std::string& file, const std::string& list, int runs) {
  Graph graph = load(file);
  Engine engine(graph);
  json out = json::object();
  for (const json& entry : json::parse(std::ifstream(list))) {
    const auto& name = entry.at("name").get_ref<const std::string&>();
    const auto& query = entry.at("cypher").get_ref<const std::string&>();
    try {
      Result result;
      const double cold = milliseconds([&] { result = engine.run(query); });
      out[name] = {{"rows", rows_of(result)},
                   {"cold_ms", cold},
                   {"ms", median_milliseconds(runs, [&] { (void)engine.run(query); })}};
    } catch (const std::exception& error) {
      out[name] = {{"error", error.what()}};
    }
  }
  return out;
}

json run_algorithms(const std::string& file, int runs) {
  const Graph graph = load(file);
  json out;
  (void)algo::connected_components(graph, {});  // builds the rows
  out["pagerank"] = median_milliseconds(runs, [&] { (void)algo::pagerank(graph, {}); });
  out["components"] = median_milliseconds(runs, [&] { (void)algo::connected_components(graph, {}); });
  if (graph.node_count() <= 20'000) {  // its time grows with nodes times relationships
    out["betweenness"] = milliseconds([&] { (void)algo::betweenness(graph, {}); });
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  json out;
  if (arguments.size() == 3 && arguments[0] == "import") {
    out = import_csv(arguments[1], arguments[2]);
  } else if (arguments.size() == 3 && arguments[0] == "open") {
    out = open_and_ask(arguments[1], arguments[2]);
  } else if (arguments.size() == 4 && arguments[0] == "run") {
    out = run_queries(arguments[1], arguments[2], std::stoi(arguments[3]));
  } else if (arguments.size() == 3 && arguments[0] == "algorithms") {
    out = run_algorithms(arguments[1], std::stoi(arguments[2]));
  } else {
    std::fputs("usage: workload import|open|run|algorithms …, see bench/README.md\n", stderr);
    return 2;
  }
  std::puts(out.dump().c_str());
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "workload: %s\n", error.what());
  return 1;
}
