#include "arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <attest/error.hpp>
#include <cctype>
#include <cstdio>
#include <functional>
#include <iostream>
#include <memory>
#include <span>

#include "version.hpp"

namespace attest::shell {
namespace {

constexpr const char* graph_file = "graph file (\":memory:\" for one that is not kept)";

void add_documents(CLI::App& app, DocumentArguments& into) {
  app.add_option("PATH", into.paths,
                 "files and folders (recursive); - for a list of paths on standard input");
  app.add_option("--text", into.text_name, "read the text of one document, named so, from standard input")
      ->type_name("NAME");
  app.add_option("-j,--threads", into.threads, "threads to extract with (default: all cores)")
      ->type_name("N");
}

void add_statement(CLI::App& app, StatementArguments& into) {
  app.add_option("-p,--param", into.parameters, "parameter: name=value (a literal, or else a string)")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("--params", into.parameters_file, "parameters from a JSON object in a file")
      ->type_name("FILE");
  app.add_option("--timeout", into.timeout, "stop a statement after so many seconds")
      ->type_name("SECONDS")
      ->check(CLI::NonNegativeNumber);
  app.add_option("--memory", into.memory, "stop a statement that needs more memory than this")
      ->type_name("MIB");
}

/// Adds a sub-command that fills an Arguments struct and becomes the parsed command.
template <class Arguments>
Arguments& add_command(CLI::App& app, std::optional<Command>& parsed, const std::string& name,
                       const std::string& description,
                       const std::function<void(CLI::App&, Arguments&)>& declare) {
  auto* command = app.add_subcommand(name, description);
  auto arguments = std::make_shared<Arguments>();
  declare(*command, *arguments);
  command->callback([arguments, &parsed] { parsed = *arguments; });
  return *arguments;
}

void add_document_commands(CLI::App& app, std::optional<Command>& parsed) {
  add_command<BuildArguments>(
      app, parsed, "build", "read documents into a graph; only what is new or changed",
      [](CLI::App& c, auto& a) {
        add_documents(c, a.documents);
        c.add_option("-o,--output", a.output, graph_file)->required()->type_name("FILE");
        c.add_flag("-q,--quiet", a.quiet, "no progress bar and no summary");
        c.add_flag("--report", a.report, "one JSON line a document on standard output");
      });
  add_command<ExtractArguments>(app, parsed, "extract", "print what each document says, one fragment a line",
                                [](CLI::App& c, auto& a) {
                                  add_documents(c, a.documents);
                                  c.add_option("-f,--format", a.format, "jsonl")
                                      ->check(CLI::IsMember({"jsonl"}))
                                      ->capture_default_str();
                                });
  add_command<LoadArguments>(
      app, parsed, "load", "fold fragments from standard input into a graph",
      [](CLI::App& c, auto& a) { c.add_option("FILE", a.file, graph_file)->required(); });
  add_command<RemoveArguments>(
      app, parsed, "remove", "take documents and their facts away", [](CLI::App& c, auto& a) {
        c.add_option("FILE", a.file, graph_file)->required();
        c.add_option("DOCUMENT", a.documents, "names or paths of documents")->required();
      });
}

void add_question_commands(CLI::App& app, std::optional<Command>& parsed) {
  add_command<QueryArguments>(
      app, parsed, "query", "run one statement, or a script from standard input", [](CLI::App& c, auto& a) {
        c.add_option("FILE", a.file, graph_file)->required();
        c.add_option("QUERY", a.text, "openCypher; without it, a script is read from standard input");
        c.add_option("-f,--format", a.format, "table, json, jsonl or csv")
            ->check(CLI::IsMember({"table", "json", "jsonl", "csv"}))
            ->capture_default_str();
        c.add_flag("--timing", a.timing, "print the milliseconds of each statement on standard error");
        add_statement(c, a.statement);
      });
  add_command<ShellArguments>(app, parsed, "shell", "ask interactively", [](CLI::App& c, auto& a) {
    c.add_option("FILE", a.file, graph_file)->capture_default_str();
  });
}

void add_exchange_commands(CLI::App& app, std::optional<Command>& parsed) {
  add_command<ExportArguments>(
      app, parsed, "export", "write the graph for other tools", [](CLI::App& c, auto& a) {
        c.add_option("FILE", a.file, graph_file);
        c.add_flag("--formats", a.list_formats, "print the names of the formats");
        c.add_option("-f,--format", a.format, "--formats lists them; by the ending of OUT where not given");
        c.add_option("-o,--output", a.output, "file to write (default, or -: standard output)")
            ->type_name("OUT");
        c.add_flag("--open", a.open, "show the file when it is written; without -o a page beside FILE");
        c.add_option("--query", a.query,
                     "only the nodes, relationships and paths that this statement returns");
        c.add_option("--style", a.style, "json: fragment, d3, cytoscape or node-link; gexf: 1.2 or 1.3");
        c.add_option("--dialect", a.dialect, "cypher: opencypher, neo4j or memgraph");
        c.add_option("--layout", a.layout, "dot and pictures: a Graphviz program (dot, sfdp, neato …)");
        c.add_flag("--yed", a.yed, "graphml: add what yEd draws");
        c.add_flag("--rdf-star", a.rdf_star, "turtle: quoted triples in place of reified statements");
        add_statement(c, a.statement);
      });
  add_command<ImportArguments>(
      app, parsed, "import", "read GraphML, GEXF, JSON or CSV into a graph", [](CLI::App& c, auto& a) {
        c.add_option("FILE", a.file, graph_file)->required();
        c.add_option("PATH", a.paths, "files to read, or a folder of CSV files")->required();
        c.add_option("-f,--format", a.format, "by the ending where not given");
      });
}

void add_decision_commands(CLI::App& app, std::optional<Command>& parsed) {
  for (const bool same : {true, false}) {
    add_command<DecideArguments>(
        app, parsed, same ? "same" : "different",
        same ? "say that two names are one thing" : "say that two names are two things",
        [same](CLI::App& c, auto& a) {
          a.same = same;
          c.add_option("FILE", a.file, graph_file)->required();
          c.add_option("A", a.a, "a name")->required();
          c.add_option("B", a.b, "another name")->required();
        });
  }
  add_command<WhyArguments>(app, parsed, "why", "why two names are one node, or two",
                            [](CLI::App& c, auto& a) {
                              c.add_option("FILE", a.file, graph_file)->required();
                              c.add_option("A", a.a, "a name")->required();
                              c.add_option("B", a.b, "another name")->required();
                            });
}

void add_inspection_commands(CLI::App& app, std::optional<Command>& parsed) {
  add_command<StatsArguments>(app, parsed, "stats", "what is inside", [](CLI::App& c, auto& a) {
    c.add_option("FILE", a.file, graph_file)->required();
    c.add_option("-f,--format", a.format, "table or json")
        ->check(CLI::IsMember({"table", "json"}))
        ->capture_default_str();
  });
  add_command<VerifyArguments>(app, parsed, "verify", "is the file sound", [](CLI::App& c, auto& a) {
    c.add_option("FILE", a.file, graph_file)->required();
  });
}

}  // namespace

namespace {

/// What CLI11 leaves unsaid: which word is no command, and which command's help to read.
std::string usage_message(const CLI::App& app, const CLI::ParseError& error,
                          std::span<const char* const> words) {
  const auto chosen = app.get_subcommands();
  if (chosen.empty() && words.size() > 1) {
    std::string names;
    for (const CLI::App* command : app.get_subcommands(nullptr))
      names += (names.empty() ? "" : ", ") + command->get_name();
    const char* what = words[1][0] == '-' ? "option" : "command";
    return fmt::format("there is no {} '{}'; the commands are {}", what, words[1], names);
  }
  std::string said = error.what();
  constexpr std::string_view convert = "Could not convert: ";
  if (said.starts_with(convert)) {
    const std::size_t equals = said.find(" = ");
    said = fmt::format("{} takes a number, not '{}'", said.substr(convert.size(), equals - convert.size()),
                       equals == std::string::npos ? "" : said.substr(equals + 3));
  }
  if (!said.empty() && said[0] != '-' && !(said.size() > 1 && said[1] >= 'A' && said[1] <= 'Z'))
    said[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(said[0])));
  return fmt::format("{}; 'attest{} --help' tells more", said,
                     chosen.empty() ? "" : " " + chosen.front()->get_name());
}

}  // namespace

std::variant<Command, int> parse_arguments(int argc, const char* const* argv) {
  CLI::App app("Documents into a knowledge graph that can be trusted and questioned.", "attest");
  app.set_version_flag("--version", std::string("attest ") + version);
  app.require_subcommand(1);
  std::optional<Command> parsed;
  add_document_commands(app, parsed);
  add_question_commands(app, parsed);
  add_exchange_commands(app, parsed);
  add_decision_commands(app, parsed);
  add_inspection_commands(app, parsed);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error, std::cout, std::cerr);
    if (argc < 2) {
      std::cerr << app.help();
      return 2;
    }
    throw UsageError(usage_message(app, error, {argv, static_cast<std::size_t>(argc)}));
  }
  return *parsed;
}

}  // namespace attest::shell
