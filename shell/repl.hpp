// The interactive shell: reads statements and commands, prints answers, until the input ends.
#pragma once

#include <attest/query/format.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "line_editor.hpp"
#include "session.hpp"

namespace attest::shell {

/// What the commands of the shell may change.
struct Repl {
  std::unique_ptr<Session> session;
  std::unique_ptr<LineEditor> editor;
  OutputFormat format = OutputFormat::table;
  Map parameters;
  bool timing = true;
  bool paging = true;
  bool colours = false;
  bool done = false;
  bool failed = false;         ///< of the last statement; the exit status where there is no terminal
  std::optional<Result> last;  ///< what :why and :quote speak of
};

/// Runs one statement and prints its answer or its error.
void run_statement(Repl& repl, std::string_view statement);

/// Runs every statement and command of a script, to its end or its first error.
void run_script(Repl& repl, std::string_view script);

/// Until the end of input or :quit. The exit status.
int run_repl(Repl& repl);

}  // namespace attest::shell
