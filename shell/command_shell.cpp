// attest shell: ask interactively.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "commands.hpp"
#include "completion.hpp"
#include "repl.hpp"
#include "terminal.hpp"

namespace attest::shell {
namespace {

/// $XDG_STATE_HOME/attest/history (freedesktop.org base directories); empty where there is no home.
std::string history_file() {
  namespace fs = std::filesystem;
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  if ((!state || !*state) && (!home || !*home)) return "";
  const fs::path folder =
      (state && *state ? fs::path(state) : fs::path(home) / ".local" / "state") / "attest";
  std::error_code failed;
  fs::create_directories(folder, failed);
  return failed ? "" : (folder / "history").string();
}

}  // namespace

int run(const ShellArguments& arguments) {
  Repl repl;
  const bool fresh = !std::filesystem::exists(arguments.file);
  repl.session = open_session(arguments.file, fresh ? Store::Mode::write : Store::Mode::read);
  repl.colours = takes_colours(STDOUT_FILENO);
  repl.editor = std::make_unique<LineEditor>(
      history_file(), [&repl](std::string_view before) { return complete(before, repl.session->engine); });
  if (repl.editor->interactive()) {
    const Graph& graph = repl.session->graph;
    fmt::print("{}: {} nodes, {} relationships. :help for help, Ctrl-D to leave.\n", arguments.file,
               graph.node_count(), graph.relationship_count());
  }
  return run_repl(repl);
}

}  // namespace attest::shell
