#include "repl.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <attest/parser/parse.hpp>
#include <attest/parser/writes.hpp>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <sstream>

#include "colon_commands.hpp"
#include "completion.hpp"
#include "interrupt.hpp"
#include "pager.hpp"
#include "statement.hpp"
#include "terminal.hpp"

namespace attest::shell {
namespace {

constexpr const char* first_prompt = "attest> ";
constexpr const char* next_prompt = "   ...> ";

bool is_command(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  return first != std::string_view::npos && text[first] == ':';
}

/// The command that somebody means who types a bare word of other shells; else the line.
std::string_view meant(std::string_view line) {
  std::string_view word = line;
  while (!word.empty() && (word.back() == ';' || word.back() == ' ')) word.remove_suffix(1);
  if (word == "help" || word == "?") return ":help";
  if (word == "quit" || word == "exit") return ":quit";
  return line;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

void print_failure(Repl& repl, const std::string& message) {
  repl.failed = true;
  fmt::print(stderr, "{}\n", styled(message, Style::red, takes_colours(STDERR_FILENO)));
}

void command_or_failure(Repl& repl, std::string_view line) {
  try {
    run_colon_command(repl, line);
  } catch (const Error& error) {
    print_failure(repl, error.what());
  }
}

/// One history entry a statement: line breaks become blanks, unless a line comment would swallow the rest.
std::string history_entry(std::string statement) {
  if (statement.find("//") == std::string::npos) {
    for (char& c : statement) {
      if (c == '\n') c = ' ';
    }
  }
  return statement;
}

std::string summary(const Result& result, double milliseconds, bool timing) {
  std::string text = fmt::format("{} row{}", result.row_count, result.row_count == 1 ? "" : "s");
  if (const std::string changes = describe(result.statistics); !changes.empty()) text += ", " + changes;
  if (timing) text += fmt::format(", {:.1f} ms", milliseconds);
  return text;
}

void print_answer(Repl& repl, const Result& result) {
  std::ostringstream out;
  print_result(out, result, repl.session->graph, repl.format,
               repl.editor->interactive() ? terminal_width() : 0);
  page(out.str(), repl.paging && repl.editor->interactive());
}

/// A session opens for reading, so that builds are not kept out; the first statement that writes opens it
/// anew.
void make_writable_for(Repl& repl, std::string_view statement) {
  Session& session = *repl.session;
  if (session.mode == Store::Mode::write || !writes(parse(statement))) return;
  const std::string file = session.file;
  repl.last.reset();
  repl.session = open_session(file, Store::Mode::write);
}

}  // namespace

void run_statement(Repl& repl, std::string_view statement) {
  const InterruptGuard interrupt;
  QueryOptions options;
  options.interrupt = &interrupt.flag();
  repl.failed = false;
  try {
    make_writable_for(repl, statement);
    const auto start = std::chrono::steady_clock::now();
    Result result = repl.session->engine.run(statement, repl.parameters, options);
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
    print_answer(repl, result);
    if (repl.editor->interactive()) {
      fmt::print("{}\n", styled(summary(result, spent.count(), repl.timing), Style::dim, repl.colours));
    }
    std::fflush(stdout);
    repl.last = std::move(result);
  } catch (const QueryError& error) {
    print_failure(repl, render_error(error, statement));
  } catch (const Error& error) {
    print_failure(repl, error.what());
  }
}

void run_script(Repl& repl, std::string_view script) {
  std::istringstream lines{std::string(script)};
  std::string pending;
  for (std::string line; std::getline(lines, line) && !repl.done;) {
    if (is_blank(pending) && is_command(line)) {
      run_colon_command(repl, line);
      continue;
    }
    pending += line + "\n";
    if (is_incomplete(pending)) continue;
    for (const ScriptStatement& statement : split_script(pending)) {
      run_statement(repl, statement.text);
      if (repl.failed) return;
    }
    pending.clear();
  }
  if (!is_blank(pending)) run_statement(repl, pending);
}

int run_repl(Repl& repl) {
  std::string pending;
  bool any_failed = false;
  const InterruptGuard at_prompt;
  while (!repl.done) {
    const LineEditor::Input input = repl.editor->read(is_blank(pending) ? first_prompt : next_prompt);
    if (input.end == LineEditor::End::end_of_input) break;
    if (input.end == LineEditor::End::interrupted) {
      pending.clear();
      continue;
    }
    const std::string_view line = is_blank(pending) ? meant(input.text) : input.text;
    if (is_blank(pending) && is_command(line)) {
      repl.failed = false;
      repl.editor->remember(input.text);
      command_or_failure(repl, line);
    } else {
      pending += (pending.empty() ? "" : "\n") + input.text;
      if (is_blank(pending) || is_incomplete(pending)) continue;
      repl.editor->remember(history_entry(pending));
      for (const ScriptStatement& statement : split_script(pending)) {
        run_statement(repl, statement.text);
        if (repl.failed) break;
      }
    }
    pending.clear();
    any_failed |= repl.failed;
  }
  if (!is_blank(pending)) {
    run_statement(repl, pending);
    any_failed |= repl.failed;
  }
  return any_failed && !repl.editor->interactive() ? 1 : 0;
}

}  // namespace attest::shell
