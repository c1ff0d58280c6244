#include <attest/extractor/date_grammar.hpp>

#include <attest/extractor/date_rules.hpp>

namespace attest::extract {
namespace {

bool may_start(TimeWord word) {
  switch (word) {
    case TimeWord::none:
    case TimeWord::comma:
    case TimeWord::dot:
    case TimeWord::mark:
    case TimeWord::close_bracket:
    case TimeWord::of:
    case TimeWord::in:
      return false;
    default:
      return true;
  }
}

std::optional<DateExpression> read_expression(LexemeView lexemes, std::size_t i) {
  if (auto found = read_of_year(lexemes, i)) return found;
  if (auto found = read_calendar(lexemes, i)) return found;
  return read_relative(lexemes, i);
}

}  // namespace

std::vector<DateExpression> read_expressions(std::span<const Lexeme> lexemes) {
  const LexemeView view(lexemes);
  std::vector<DateExpression> expressions;
  for (std::size_t i = 0; i < view.size();) {
    auto found = may_start(view.word(i)) ? read_expression(view, i) : std::nullopt;
    if (!found) {
      ++i;
      continue;
    }
    if (found->first < i) found->first = i;
    expressions.push_back(*found);
    i = found->last;
  }
  return expressions;
}

}  // namespace attest::extract
