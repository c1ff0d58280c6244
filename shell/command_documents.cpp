// attest build, extract, load, remove: documents in and out.
#include <fmt/format.h>
#include <unistd.h>

#include <attest/error.hpp>
#include <attest/extractor/build.hpp>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "commands.hpp"
#include "document_sources.hpp"
#include "interrupt.hpp"
#include "progress.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace attest::shell {
namespace {

using extract::BuildOptions;
using extract::BuildSummary;
using extract::DocumentReport;

std::string counted(std::size_t n, const char* one, const char* many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

/// The message behind the path of its document, which it may name already.
std::string placed(const std::string& path, const std::string& message) {
  return message.starts_with(path + ":") ? message : fmt::format("{}: {}", path, message);
}

/// What a person should know of a document that was not simply read.
void print_remarks(const DocumentReport& report) {
  const bool colours = takes_colours(STDERR_FILENO);
  if (!report.message.empty()) {
    const bool failed = report.outcome == DocumentReport::Outcome::failed;
    const std::string label =
        styled(failed ? "failed" : "skipped", failed ? Style::red : Style::yellow, colours);
    fmt::print(stderr, "{}: {}\n", label, placed(report.path, report.message));
  }
  for (const std::string& warning : report.warnings) {
    fmt::print(stderr, "{}: {}\n", styled("warning", Style::yellow, colours), placed(report.path, warning));
  }
}

void print_summary(const BuildSummary& summary, double seconds) {
  fmt::print(stderr, "{} read", counted(summary.read, "document", "documents"));
  if (summary.read && seconds > 0) {
    fmt::print(stderr, " ({:.2f} MB, {:.2f} MB/s)", double(summary.bytes) / 1e6,
               double(summary.bytes) / 1e6 / seconds);
  }
  if (summary.unchanged) fmt::print(stderr, ", {} unchanged", summary.unchanged);
  if (summary.skipped) fmt::print(stderr, ", {} skipped", summary.skipped);
  if (summary.failed) fmt::print(stderr, ", {} failed", summary.failed);
  fmt::print(stderr, "{}\n", summary.stopped ? "; stopped: build again to go on" : "");
}

void print_totals(const Store& store, const std::string& file) {
  const Graph graph = store.load_graph();
  fmt::print(stderr, "{}: {}, {}, {}\n", file,
             counted(store.document_names().size(), "document", "documents"),
             counted(graph.node_count(), "node", "nodes"),
             counted(graph.relationship_count(), "relationship", "relationships"));
}

/// The options that build and extract share: threads, Ctrl-C, bar and remarks.
BuildOptions options_of(const DocumentArguments& arguments, ProgressBar& bar,
                        const InterruptGuard& interrupt) {
  BuildOptions options;
  options.threads = arguments.threads;
  options.stop = &interrupt.flag();
  options.progress = [&bar](const extract::BuildProgress& progress) {
    bar.update(progress.bytes, progress.all_bytes, progress.documents, progress.all_documents);
  };
  options.report = [&bar](const DocumentReport& report) {
    if (report.message.empty() && report.warnings.empty()) return;
    bar.clear();
    print_remarks(report);
  };
  return options;
}

void build_paths(Store& store, const BuildArguments& arguments, const std::vector<std::string>& paths,
                 BuildSummary& summary) {
  const InterruptGuard interrupt;
  ProgressBar bar(!arguments.quiet && is_terminal(STDERR_FILENO));
  BuildOptions options = options_of(arguments.documents, bar, interrupt);
  if (arguments.report) {
    options.report = [remarks = options.report](const DocumentReport& report) {
      remarks(report);
      fmt::print("{}\n", to_json(report));
    };
  }
  summary = extract::build(store, paths, options);
}

}  // namespace

int run(const BuildArguments& arguments) {
  const std::vector<std::string> paths = paths_of(arguments.documents);
  Store store = Store::open(arguments.output, Store::Mode::write);
  const auto start = std::chrono::steady_clock::now();
  BuildSummary summary;
  if (!paths.empty()) build_paths(store, arguments, paths, summary);
  if (arguments.documents.text_name) {
    const DocumentReport report =
        extract::build_text(store, *arguments.documents.text_name, read_standard_input());
    print_remarks(report);
    if (arguments.report) fmt::print("{}\n", to_json(report));
    ++summary.read;
    summary.bytes += report.bytes;
  }
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  if (!arguments.quiet) {
    print_summary(summary, spent.count());
    print_totals(store, arguments.output);
  }
  return summary.failed > 0 || summary.stopped ? 1 : 0;
}

int run(const ExtractArguments& arguments) {
  const std::vector<std::string> paths = paths_of(arguments.documents);
  const auto print = [](const Fragment& fragment) {
    std::cout << to_json(fragment) << '\n';
    if (!std::cout) throw IoError("cannot write to standard output");
  };
  BuildSummary summary;
  if (!paths.empty()) {
    const InterruptGuard interrupt;
    ProgressBar bar(is_terminal(STDERR_FILENO) && !is_terminal(STDOUT_FILENO));
    summary = extract::extract_files(paths, options_of(arguments.documents, bar, interrupt), print);
  }
  if (arguments.documents.text_name) {
    print(extract::extract_text(*arguments.documents.text_name, read_standard_input()));
  }
  std::cout.flush();
  return summary.failed > 0 || summary.stopped ? 1 : 0;
}

int run(const LoadArguments& arguments) {
  Store store = Store::open(arguments.file, Store::Mode::write);
  const extract::LoadSummary summary = extract::load(store, std::cin, "standard input");
  fmt::print(stderr, "{} loaded", counted(summary.fragments, "fragment", "fragments"));
  if (summary.without_text) {
    fmt::print(
        stderr,
        "; {} without text, so their sentences cannot be quoted: the file is not at its path, or has changed",
        summary.without_text);
  }
  fmt::print(stderr, "\n");
  print_totals(store, arguments.file);
  return 0;
}

int run(const RemoveArguments& arguments) {
  require_file(arguments.file);
  Store store = Store::open(arguments.file, Store::Mode::write);
  extract::remove_documents(store, arguments.documents);
  print_totals(store, arguments.file);
  return 0;
}

}  // namespace attest::shell
