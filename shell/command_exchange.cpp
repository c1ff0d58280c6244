// attest export, attest import: the graph out to other tools, and theirs in.
#include <fmt/format.h>

#include <attest/error.hpp>
#include <attest/exporters/export.hpp>
#include <attest/exporters/import.hpp>
#include <filesystem>
#include <iostream>
#include <utility>

#include "commands.hpp"
#include "exchange.hpp"
#include "interrupt.hpp"
#include "parameters.hpp"
#include "statement.hpp"
#include "viewer.hpp"

namespace attest::shell {
namespace {

/// Where the graph goes: with --open beside the graph file, unless OUT says otherwise. None: standard output.
std::optional<std::string> output_of(const Session& session, const ExportArguments& arguments) {
  if (arguments.output == "-") return std::nullopt;
  if (arguments.output || !arguments.open) return arguments.output;
  const std::string_view name = arguments.format.empty() ? "html" : std::string_view(arguments.format);
  const std::string_view extension = export_format(name).extension;
  return std::filesystem::path(session.file).replace_extension(extension).string();
}

std::string format_of(const ExportArguments& arguments) {
  if (!arguments.format.empty()) return std::string(export_format(arguments.format).name);
  if (arguments.open && !arguments.output) return "html";
  if (!arguments.output || arguments.output == "-")
    throw UsageError("name a format with --format, or a file whose ending says it with -o");
  const ExportFormat* format = export_format_of(*arguments.output);
  if (!format) {
    throw UsageError(
        fmt::format("the ending of {} names no format; say which with --format", *arguments.output));
  }
  return std::string(format->name);
}

GraphView view_of(Session& session, const ExportArguments& arguments) {
  GraphView view(session.graph);
  if (arguments.query) {
    const InterruptGuard interrupt;
    QueryOptions options = options_of(arguments.statement, interrupt);
    options.read_only = true;
    const Result result = session.engine.run(*arguments.query, parameters_of(arguments.statement), options);
    Selection selection;
    for (const Value& value : result.cells) selection.add(session.graph, value);
    if (selection.empty())
      throw Error("the query returns no node, relationship or path, so there is nothing to export");
    view = GraphView(session.graph, std::move(selection));
  }
  view.document_text = [&session](std::string_view name) -> std::optional<std::string> {
    auto document = session.store.document(name);
    return document ? std::optional(std::move(document->text)) : std::nullopt;
  };
  return view;
}

}  // namespace

void export_session(Session& session, const ExportArguments& arguments) {
  const std::string format = format_of(arguments);
  ExportOptions options;
  if (arguments.style) options.style = *arguments.style;
  if (arguments.dialect) options.dialect = *arguments.dialect;
  if (arguments.layout) options.layout = *arguments.layout;
  options.yed = arguments.yed;
  options.rdf_star = arguments.rdf_star;
  options.title = std::filesystem::path(session.file).stem().string();
  const GraphView view = view_of(session, arguments);
  const auto output = output_of(session, arguments);
  if (!output && arguments.open) throw UsageError("--open shows a file: name one with -o");
  if (output) {
    export_file(view, format, *output, options);
  } else {
    export_graph(view, format, std::cout, options);
  }
  if (arguments.open && !show_file(*output))
    fmt::print(stderr, "{} is written, but nothing here shows it: open it in a browser or viewer\n", *output);
}

int run(const ExportArguments& arguments) {
  if (arguments.list_formats) {
    for (const ExportFormat& format : export_formats()) fmt::print("{}\n", format.name);
    return 0;
  }
  if (arguments.file.empty()) throw UsageError("name the graph file to export");
  const auto session = open_session(arguments.file, Store::Mode::read);
  export_session(*session, arguments);
  return 0;
}

int run(const ImportArguments& arguments) {
  Store store = Store::open(arguments.file, Store::Mode::write);
  ImportOptions options;
  if (arguments.format) options.format = *arguments.format;
  const std::vector<std::filesystem::path> paths(arguments.paths.begin(), arguments.paths.end());
  Graph graph = store.load_graph();
  const ImportSummary added = import_files(graph, paths, options);
  store.save_graph(graph);
  fmt::print(stderr, "{} nodes and {} relationships imported into {}\n", added.nodes, added.relationships,
             arguments.file);
  return 0;
}

}  // namespace attest::shell
