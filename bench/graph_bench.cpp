// The graph and its file at scale: saving, opening, first questions, rows, algorithms.
//   ATTEST_BENCH_CSV=DIR graph_bench      DIR as bench/generate.py writes it
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <benchmark/benchmark.h>

#include <attest/exporters/import.hpp>
#include <attest/graph/algorithms.hpp>
#include <attest/graph/store.hpp>

namespace {

using namespace attest;

std::string csv_folder() {
  const char* folder = std::getenv("ATTEST_BENCH_CSV");
  return folder ? folder : "bench-csv";
}

std::string graph_file() {
  return (std::filesystem::temp_directory_path() / "attest-bench.attest").string();
}

Graph imported() {
  Graph graph;
  const std::filesystem::path folder = csv_folder();
  import_files(graph, std::span(&folder, 1), {.format = "csv"});
  return graph;
}

/// Megabytes of memory in use, as the kernel counts them.
double resident_megabytes() {
  std::ifstream status("/proc/self/statm");
  double size = 0;
  double resident = 0;
  status >> size >> resident;
  return resident * 4096 / 1e6;
}

void import_csv(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(imported().node_count());
}
BENCHMARK(import_csv)->Unit(benchmark::kMillisecond)->Iterations(1)->MeasureProcessCPUTime();

void save(benchmark::State& state) {
  const Graph graph = imported();
  for (auto _ : state) {
    std::filesystem::remove(graph_file());
    Store::open(graph_file(), Store::Mode::write).save_graph(graph);
  }
}
BENCHMARK(save)->Unit(benchmark::kMillisecond)->Iterations(1)->MeasureProcessCPUTime();

void open_and_ask(benchmark::State& state) {
  for (auto _ : state) {
    const Graph graph = Store::open(graph_file(), Store::Mode::read).load_graph();
    const auto found =
        graph.find_nodes(*graph.labels().find("Person"), *graph.keys().find("name"), "Person 123");
    if (found.size() != 1) state.SkipWithError("not found");
    state.counters["resident_MB"] = resident_megabytes();
  }
}
BENCHMARK(open_and_ask)->Unit(benchmark::kMillisecond)->Iterations(3)->MeasureProcessCPUTime();

void build_rows(benchmark::State& state) {
  Graph graph = Store::open(graph_file(), Store::Mode::read).load_graph();
  for (auto _ : state) {
    for (std::uint32_t i = 0; i < graph.types().size(); ++i) {
      benchmark::DoNotOptimize(graph.rows(TypeId{i}, Direction::out));
      benchmark::DoNotOptimize(graph.rows(TypeId{i}, Direction::in));
    }
    state.counters["resident_MB"] = resident_megabytes();
    graph.compact();
  }
}
BENCHMARK(build_rows)->Unit(benchmark::kMillisecond)->Iterations(3)->MeasureProcessCPUTime();

template <class Algorithm>
void algorithm(benchmark::State& state, Algorithm run) {
  const Graph graph = Store::open(graph_file(), Store::Mode::read).load_graph();
  benchmark::DoNotOptimize(run(graph));  // builds the rows
  for (auto _ : state) benchmark::DoNotOptimize(run(graph));
}
BENCHMARK_CAPTURE(algorithm, pagerank, [](const Graph& graph) { return algo::pagerank(graph, {}); })
    ->Unit(benchmark::kMillisecond)
    ->Iterations(3)
    ->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(algorithm, components,
                  [](const Graph& graph) { return algo::connected_components(graph, {}); })
    ->Unit(benchmark::kMillisecond)
    ->Iterations(3)
    ->MeasureProcessCPUTime();

}  // namespace

BENCHMARK_MAIN();
