// Cutting a script into statements. Works on text that does not parse, so it knows only what hides a `;`.
#include <attest/parser/literal.hpp>
#include <attest/parser/parse.hpp>
#include <attest/parser/scan.hpp>

namespace attest {
namespace {

using namespace parser_detail;

/// Walks over a script: what is code, where it is cut, and whether something is still open at its end.
class ScriptReader {
 public:
  explicit ScriptReader(std::string_view text) : text_(text) {}

  std::vector<ScriptStatement> statements;
  bool open = false;  ///< the text ends inside a string, a quoted name, a comment or a statement

  void run() {
    while (place_.offset < text_.size()) step();
    open = open || has_code_;
    cut();
  }

 private:
  void step() {
    char c = text_[place_.offset];
    if (at_comment(text_, place_.offset)) return skip_to(end_of_comment(text_, place_.offset));
    if (std::size_t blank = blank_length(text_, place_.offset)) return advance_to(place_.offset + blank);
    if (c == ';') {
      cut();
      return advance_to(place_.offset + 1);
    }
    if (!has_code_) begin_ = place_;
    has_code_ = true;
    bool quote = c == '\'' || c == '"' || c == '`';
    skip_to(quote ? end_of_quoted(text_, place_.offset) : place_.offset + 1);
    code_end_ = place_.offset;
  }

  void skip_to(std::size_t end) {
    if (end == std::string_view::npos) {
      open = true;
      end = text_.size();
    }
    advance_to(end);
  }

  void advance_to(std::size_t end) { advance(place_, text_, end); }

  void cut() {
    if (has_code_) statements.push_back({text_.substr(begin_.offset, code_end_ - begin_.offset), begin_});
    has_code_ = false;
  }

  std::string_view text_;
  ast::Position place_;
  ast::Position begin_;
  std::size_t code_end_ = 0;
  bool has_code_ = false;
};

}  // namespace

std::vector<ScriptStatement> split_script(std::string_view text) {
  ScriptReader reader(text);
  reader.run();
  return std::move(reader.statements);
}

bool is_incomplete(std::string_view text) {
  ScriptReader reader(text);
  reader.run();
  return reader.open;
}

}  // namespace attest
