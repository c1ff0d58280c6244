#include "colon_commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <attest/error.hpp>
#include <fstream>
#include <iostream>
#include <iterator>

#include "exchange.hpp"
#include "parameters.hpp"
#include "sources.hpp"

namespace attest::shell {
namespace {

struct ColonCommand {
  std::string_view name;
  std::string_view arguments;
  std::string_view help;
  void (*run)(Repl&, std::string_view rest);
};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n;");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n;") - first + 1);
}

std::size_t row_number(const Repl& repl, std::string_view rest) {
  if (!repl.last) throw UsageError("there is no answer yet whose rows could be shown");
  if (rest.empty()) return 1;
  std::size_t row = 0;
  for (const char c : rest) {
    if (c < '0' || c > '9' || row > repl.last->row_count)
      throw UsageError(fmt::format("'{}' is not a row number", rest));
    row = row * 10 + static_cast<std::size_t>(c - '0');
  }
  if (row == 0 || row > repl.last->row_count) {
    throw UsageError(
        fmt::format("the last answer has {} rows; there is no row {}", repl.last->row_count, row));
  }
  return row;
}

void toggle(bool& setting, std::string_view name, std::string_view rest) {
  if (!rest.empty() && rest != "on" && rest != "off")
    throw UsageError(fmt::format(":{} takes on or off", name));
  setting = rest.empty() ? !setting : rest == "on";
  fmt::print("{} is {}\n", name, setting ? "on" : "off");
}

void show_help(Repl&, std::string_view);

void quit(Repl& repl, std::string_view) {
  repl.done = true;
}

void set_format(Repl& repl, std::string_view rest) {
  if (!rest.empty()) repl.format = parse_output_format(rest);
  fmt::print("format is {}\n", output_format_name(repl.format));
}

void set_parameter(Repl& repl, std::string_view rest) {
  if (!rest.empty()) {
    auto [name, value] = parse_parameter(rest);
    repl.parameters.insert_or_assign(std::move(name), std::move(value));
    return;
  }
  for (const auto& [name, value] : repl.parameters) fmt::print("{} = {}\n", name, to_literal(value));
}

void show_schema(Repl& repl, std::string_view) {
  run_statement(repl, "CALL db.schema()");
}

void open_file(Repl& repl, std::string_view rest) {
  if (rest.empty()) throw UsageError(":open takes the name of a graph file");
  repl.session = open_session(std::string(rest), Store::Mode::read);
  repl.last.reset();
}

void source_file(Repl& repl, std::string_view rest) {
  std::ifstream in{std::string(rest)};
  if (!in) throw IoError(fmt::format("cannot read the script {}", rest));
  run_script(repl, std::string(std::istreambuf_iterator<char>(in), {}));
}

void export_graph_file(Repl& repl, std::string_view rest) {
  const std::size_t blank = rest.find(' ');
  if (rest.empty())
    throw UsageError(":export takes a file name, and a format where its ending does not say it");
  ExportArguments arguments;
  arguments.output = std::string(rest.substr(0, blank));
  if (blank != std::string_view::npos) arguments.format = std::string(trimmed(rest.substr(blank)));
  export_session(*repl.session, arguments);
  fmt::print("wrote {}\n", *arguments.output);
}

void explain(Repl& repl, std::string_view rest) {
  run_statement(repl, fmt::format("EXPLAIN {}", rest));
}
void profile(Repl& repl, std::string_view rest) {
  run_statement(repl, fmt::format("PROFILE {}", rest));
}

void show_history(Repl& repl, std::string_view) {
  std::size_t number = 0;
  for (const std::string& entry : repl.editor->history()) fmt::print("{:5}  {}\n", ++number, trimmed(entry));
}

void show_sources(Repl& repl, std::string_view rest) {
  const std::size_t row = row_number(repl, rest);
  print_sources(std::cout, *repl.session, repl.last->row(row - 1), repl.colours);
}

void set_timing(Repl& repl, std::string_view rest) {
  toggle(repl.timing, "timing", rest);
}
void set_paging(Repl& repl, std::string_view rest) {
  toggle(repl.paging, "paging", rest);
}

constexpr std::array commands{
    ColonCommand{":explain", "STATEMENT", "the plan of a statement, without running it", explain},
    ColonCommand{":export", "FILE [FORMAT]", "write the graph for another tool", export_graph_file},
    ColonCommand{":format", "[table|json|jsonl|csv]", "how answers are printed", set_format},
    ColonCommand{":help", "", "this list", show_help},
    ColonCommand{":history", "", "what was typed", show_history},
    ColonCommand{":open", "FILE", "go on with another graph file", open_file},
    ColonCommand{":paging", "[on|off]", "show long answers in a pager", set_paging},
    ColonCommand{":param", "[NAME=VALUE]",
                 "set a parameter, or list them; the value is JSON, or else a string", set_parameter},
    ColonCommand{":profile", "STATEMENT", "run a statement; rows, hits and time of each step", profile},
    ColonCommand{":quit", "", "leave (also Ctrl-D)", quit},
    ColonCommand{":quote", "[ROW]", "the sentences behind a row of the last answer", show_sources},
    ColonCommand{":schema", "", "labels, relationship types and property keys", show_schema},
    ColonCommand{":source", "FILE", "run the statements of a file", source_file},
    ColonCommand{":timing", "[on|off]", "print how long statements take", set_timing},
    ColonCommand{":why", "[ROW]", "the same as :quote", show_sources},
};

void show_help(Repl&, std::string_view) {
  fmt::print("Statements are openCypher and end with a semicolon; they may run over several lines.\n");
  fmt::print(
      "Tab completes keywords, functions, labels, types, property keys and names; Ctrl-C ends a "
      "statement.\n\n");
  for (const ColonCommand& command : commands) {
    fmt::print("  {:<32}  {}\n", fmt::format("{} {}", command.name, command.arguments), command.help);
  }
}

}  // namespace

std::span<const std::string_view> colon_command_names() {
  static const auto names = [] {
    std::array<std::string_view, commands.size()> all{};
    std::transform(commands.begin(), commands.end(), all.begin(),
                   [](const auto& command) { return command.name; });
    return all;
  }();
  return names;
}

void run_colon_command(Repl& repl, std::string_view line) {
  line = trimmed(line);
  const std::size_t blank = std::min(line.find_first_of(" \t\n"), line.size());
  const std::string_view name = line.substr(0, blank);
  const auto found =
      std::find_if(commands.begin(), commands.end(), [&](const auto& c) { return c.name == name; });
  if (found == commands.end())
    throw UsageError(fmt::format("there is no command {}; :help lists them", name));
  found->run(repl, trimmed(line.substr(blank)));
}

}  // namespace attest::shell
