// Text → syntax tree, and what a shell needs to cut a script into statements.
//
// All functions take UTF-8. They are pure and may be called from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <attest/error.hpp>
#include <attest/parser/ast.hpp>

namespace attest {

/// Expressions, patterns and subqueries nested deeper than this are an error ("NestingTooDeep"). Chosen so
/// that the deepest statement fits an 8 MiB stack also under the address sanitizer.
inline constexpr std::size_t maximum_nesting = 250;

/// The tree of one statement; one trailing `;` is allowed.
/// Throws QueryError (type "SyntaxError", compile time, with line and column) with detail
/// - UnexpectedSyntax: the text is not a statement, or a pattern stands where a value is wanted;
/// - InvalidNumberLiteral, IntegerOverflow, FloatingPointOverflow, InvalidUnicodeLiteral,
///   InvalidUnicodeCharacter: a literal or character that cannot be;
/// - InvalidClauseComposition: clauses in an order or a place that the language does not have
///   (a query without an end, UNION with UNION ALL, an update in EXISTS {});
/// - InvalidRelationshipPattern: a length such as `*-2`;
/// - NestingTooDeep, UnsupportedFeature: named in the message.
ast::Statement parse(std::string_view text);

/// One statement of a script, without its `;`; `begin` is its place in the script.
struct ScriptStatement {
  std::string_view text;
  ast::Position begin;
};
/// The statements of a text, cut at `;` outside strings, backquotes and comments. Empty ones are left out.
std::vector<ScriptStatement> split_script(std::string_view text);

/// Whether a shell should ask for another line: no `;` ends the text, or it ends inside a string,
/// a backquoted name or a comment. Text of blanks and comments only is complete.
bool is_incomplete(std::string_view text);

/// The error as a compiler shows it: message, then the source line, then a caret below the place.
///
///     SyntaxError: unexpected "MTACH", did you mean MATCH?
///      --> line 1, column 1
///       |
///     1 | MTACH (n) RETURN n
///       | ^^^^^
std::string render_error(const QueryError& error, std::string_view source);

}  // namespace attest
