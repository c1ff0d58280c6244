// attest query: one statement, or a script from standard input.
#include <fmt/format.h>
#include <unistd.h>

#include <attest/parser/parse.hpp>
#include <attest/query/format.hpp>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <iterator>

#include "commands.hpp"
#include "interrupt.hpp"
#include "parameters.hpp"
#include "session.hpp"
#include "statement.hpp"
#include "terminal.hpp"

namespace attest::shell {
namespace {

/// For programs as JSON on standard output, for people with the place marked on standard error.
void print_failure(const QueryError& error, std::string_view statement, OutputFormat format) {
  if (format == OutputFormat::json || format == OutputFormat::jsonl) {
    fmt::print("{}\n", to_json(error));
    return;
  }
  const std::string text = render_error(error, statement);
  fmt::print(stderr, "{}\n", styled(text, Style::red, takes_colours(STDERR_FILENO)));
}

}  // namespace

int run(const QueryArguments& arguments) {
  const std::string script =
      arguments.text ? *arguments.text : std::string(std::istreambuf_iterator<char>(std::cin), {});
  const Map parameters = parameters_of(arguments.statement);
  const auto session = open_session_for(arguments.file, script);
  const OutputFormat format = parse_output_format(arguments.format);
  const InterruptGuard interrupt;
  const QueryOptions options = options_of(arguments.statement, interrupt);
  for (const ScriptStatement& statement : split_script(script)) {
    try {
      const auto start = std::chrono::steady_clock::now();
      const Result result = session->engine.run(statement.text, parameters, options);
      const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
      print_result(std::cout, result, session->graph, format,
                   is_terminal(STDOUT_FILENO) ? terminal_width() : 0);
      if (arguments.timing) fmt::print(stderr, "{:.3f} ms\n", spent.count());
    } catch (const QueryError& error) {
      print_failure(error, statement.text, format);
      return 1;
    }
  }
  return 0;
}

}  // namespace attest::shell
