#include <attest/parser/parse.hpp>

#include <attest/parser/composition.hpp>
#include <attest/parser/diagnostics.hpp>
#include <attest/parser/grammar.hpp>

namespace attest {
namespace {

using namespace parser_detail;

bool read(const std::vector<Token>& tokens, State& state, ast::Statement& tree) {
  Iterator first = tokens.data();
  Iterator last = first + tokens.size();
  try {
    return statement.parse(first, last, x3::make_context<state_tag>(state), x3::unused, tree);
  } catch (const x3::expectation_failure<Iterator>&) {
    return false;
  }
}

/// Reads once more, now noting what was wanted where.
[[noreturn]] void explain_failure(const std::vector<Token>& tokens, std::string_view text) {
  State state;
  state.source = text;
  state.recording = true;
  ast::Statement ignored;
  read(tokens, state, ignored);
  fail_at(state.furthest, tokens, text);
}

}  // namespace

ast::Statement parse(std::string_view text) {
  std::vector<Token> tokens = tokenize(text);
  State state;
  state.source = text;
  ast::Statement tree;
  if (!read(tokens, state, tree)) explain_failure(tokens, text);
  check_composition(tree);
  return tree;
}

}  // namespace attest
