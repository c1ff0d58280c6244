#include "completion.hpp"

#include <algorithm>
#include <attest/parser/token.hpp>
#include <attest/query/functions.hpp>
#include <cctype>
#include <optional>
#include <set>
#include <string>

#include "colon_commands.hpp"

namespace attest::shell {
namespace {

constexpr std::size_t most_names = 200;

bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) || c == '_' || byte >= 0x80;
}

char folded(char c) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

bool starts_with_folded(std::string_view word, std::string_view prefix) {
  return word.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), word.begin(),
                                                    [](char a, char b) { return folded(a) == folded(b); });
}

/// What stands before the word under the cursor.
struct Context {
  char innermost_bracket = 0;                   ///< '(', '[', '{', or 0 outside all
  char previous = 0;                            ///< last character that is not blank
  std::string previous_word;                    ///< upper case
  std::optional<std::string_view> open_string;  ///< what has been typed of a string that is not closed yet
};

/// Reads over a string, backquoted name or comment that begins at `i`; the index of its last character.
std::size_t skip_quoted(std::string_view text, std::size_t i, Context& context) {
  const char quote = text[i];
  for (std::size_t k = i + 1; k < text.size(); ++k) {
    if (text[k] == '\\' && quote != '`') {
      ++k;
    } else if (text[k] == quote) {
      return k;
    }
  }
  if (quote != '`') context.open_string = text.substr(i + 1);
  return text.size() - 1;
}

Context read_context(std::string_view text) {
  Context context;
  std::string brackets;
  std::string word;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_word(c)) {
      word += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      context.previous = c;
      continue;
    }
    if (!word.empty()) context.previous_word = std::exchange(word, {});
    if (std::isspace(static_cast<unsigned char>(c))) continue;
    context.previous = c;
    if (c == '\'' || c == '"' || c == '`') {
      i = skip_quoted(text, i, context);
    } else if (c == '(' || c == '[' || c == '{') {
      brackets += c;
    } else if ((c == ')' || c == ']' || c == '}') && !brackets.empty()) {
      brackets.pop_back();
    }
  }
  if (!word.empty()) context.previous_word = word;
  if (!brackets.empty()) context.innermost_bracket = brackets.back();
  return context;
}

class Candidates {
 public:
  explicit Candidates(std::string_view prefix) : prefix_(prefix) {}
  void add(std::string_view word) {
    if (starts_with_folded(word, prefix_) && !word.empty()) words_.emplace(word);
  }
  template <class Id>
  void add_all(const Symbols<Id>& symbols) {
    for (std::size_t i = 0; i < symbols.size(); ++i) add(symbols.name(Id{static_cast<std::uint32_t>(i)}));
  }
  bool full() const { return words_.size() >= most_names; }
  Completion take() const { return {prefix_.size(), {words_.begin(), words_.end()}}; }

 private:
  std::string_view prefix_;
  std::set<std::string> words_;
};

Completion complete_name(std::string_view typed, const Graph& graph) {
  Candidates candidates(typed);
  const auto key = graph.keys().find("name");
  for (std::uint32_t i = 0; key && i < graph.node_limit() && !candidates.full(); ++i) {
    const NodeId node{i};
    if (!graph.contains(node)) continue;
    const Value name = graph.property(node, *key);
    if (name.type() == Value::Type::string) candidates.add(name.string());
  }
  return candidates.take();
}

/// The name under the cursor with its dots, where it follows CALL.
std::optional<std::string_view> called_name(std::string_view before_cursor) {
  std::size_t begin = before_cursor.size();
  while (begin > 0 && (is_word(before_cursor[begin - 1]) || before_cursor[begin - 1] == '.')) --begin;
  const Context context = read_context(before_cursor.substr(0, begin));
  if (context.previous_word != "CALL" || folded(context.previous) != 'l') return std::nullopt;
  return before_cursor.substr(begin);
}

Completion complete_procedure(std::string_view typed, const Engine& engine) {
  Candidates candidates(typed);
  for (const Procedure* procedure : engine.procedures()) candidates.add(procedure->name);
  return candidates.take();
}

void add_variables(Candidates& candidates, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_word(text[i])) continue;
    const std::string_view word = text.substr(begin, i - begin);
    const bool all_capitals =
        std::all_of(word.begin(), word.end(), [](unsigned char c) { return !std::islower(c); });
    if (!word.empty() && !all_capitals && !std::isdigit(static_cast<unsigned char>(word.front()))) {
      candidates.add(word);
    }
    begin = i + 1;
  }
}

/// Keywords and functions in the case that is being typed: "mat" becomes "match", "Mat" and "MAT" become
/// "MATCH".
Completion complete_word(std::string_view before, std::string_view prefix) {
  Candidates candidates(prefix);
  const bool lower = !prefix.empty() && std::islower(static_cast<unsigned char>(prefix.front()));
  for (const std::string_view keyword : keywords()) {
    std::string word(keyword);
    if (lower) std::transform(word.begin(), word.end(), word.begin(), folded);
    candidates.add(word);
  }
  for (const Function& function : functions()) candidates.add(std::string(function.name) + "(");
  add_variables(candidates, before);
  return candidates.take();
}

}  // namespace

Completion complete(std::string_view before_cursor, const Engine& engine) {
  const Context whole = read_context(before_cursor);
  if (whole.open_string) return complete_name(*whole.open_string, engine.graph());
  std::size_t begin = before_cursor.size();
  while (begin > 0 && is_word(before_cursor[begin - 1])) --begin;
  const std::string_view prefix = before_cursor.substr(begin);
  const std::string_view before = before_cursor.substr(0, begin);
  const Context context = read_context(before);
  const std::size_t first = before_cursor.find_first_not_of(" \t\n");
  if (first != std::string_view::npos && before_cursor[first] == ':') {
    Candidates candidates(before_cursor.substr(first));
    for (const std::string_view command : colon_command_names()) candidates.add(command);
    return candidates.take();
  }
  Candidates candidates(prefix);
  const bool after_colon = context.previous == ':' || context.previous == '|' || context.previous == '&' ||
                           context.previous == '!';
  if (after_colon && context.innermost_bracket == '[') {
    candidates.add_all(engine.graph().types());
    return candidates.take();
  }
  if (after_colon && context.innermost_bracket != '{') {
    candidates.add_all(engine.graph().labels());
    return candidates.take();
  }
  const bool key_wanted =
      context.innermost_bracket == '{' && (context.previous == '{' || context.previous == ',');
  if (const auto name = called_name(before_cursor)) return complete_procedure(*name, engine);
  if (context.previous == '.' || key_wanted) {
    candidates.add_all(engine.graph().keys());
    return candidates.take();
  }
  return complete_word(before, prefix);
}

}  // namespace attest::shell
