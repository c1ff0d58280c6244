// Reading lines from a person: editing, history and completion on a terminal, plain lines elsewhere.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attest::shell {

/// What may stand instead of the last `replaced` bytes before the cursor.
struct Completion {
  std::size_t replaced = 0;
  std::vector<std::string> candidates;  ///< ascending, without doubles
};

/// Given the text of the statement up to the cursor.
using Completer = std::function<Completion(std::string_view before_cursor)>;

class LineEditor {
 public:
  enum class End { line, end_of_input, interrupted };
  struct Input {
    End end = End::line;
    std::string text;  ///< without the line break
  };

  /// History is kept in `history_file` (mode 0600; empty: not kept). Without a terminal, or on a dumb one,
  /// lines are read as they come and nothing is drawn.
  LineEditor(const std::string& history_file, Completer completer);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  bool interactive() const;
  Input read(const std::string& prompt);
  /// Adds an entry and writes it to the history file at once.
  void remember(const std::string& entry);
  /// Oldest first.
  std::vector<std::string> history() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace attest::shell
