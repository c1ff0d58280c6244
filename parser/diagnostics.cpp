#include <attest/parser/diagnostics.hpp>

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace attest::parser_detail {
namespace {

using Words = std::vector<std::string>;

/// Edits (insert, delete, replace, swap neighbours) that make `a` of `b`.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    next[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        next[j] = std::min(next[j], before[j - 2] + 1);
    }
    before = std::exchange(row, next);
  }
  return row[b.size()];
}

std::string in_capitals(std::string_view word) {
  std::string capitals(word);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return capitals;
}

/// The keyword that was probably meant by a word that is none.
std::optional<std::string_view> closest(std::string_view word, const std::vector<Keyword>& candidates) {
  constexpr std::size_t longest_word = 32;
  if (word.size() < 2 || word.size() > longest_word) return std::nullopt;
  std::string capitals = in_capitals(word);
  std::optional<std::string_view> best;
  std::size_t limit = word.size() <= 4 ? 1 : 2;
  for (Keyword candidate : candidates) {
    std::string_view text = keyword_text(candidate);
    std::size_t distance = edit_distance(capitals, text);
    if (distance > limit || distance >= text.size() - 1) continue;
    best = text;
    limit = distance == 0 ? 0 : distance - 1;
    if (distance <= 1) break;
  }
  return best;
}

struct Feature {
  std::string_view word;
  std::string_view message;
};
/// What other dialects have and this one has not, by the word at which the grammar stops.
constexpr Feature unsupported[] = {
    {"LOAD", "LOAD CSV is not supported; load files with `attest import`"},
    {"USING", "USING hints are not supported; the planner chooses by itself"},
    {"INDEX", "indexes are made on demand; there is no statement for them"},
    {"CONSTRAINT", "constraints are not supported"},
    {"SHOW", "SHOW is not supported; try CALL db.labels(), db.relationshipTypes() or db.schema()"},
    {"DROP", "DROP is not supported: there are no indexes or constraints to drop"},
    {"START", "START is not supported; write MATCH"},
    {"USE", "USE is not supported: one graph is open"},
    {"INSERT", "INSERT is not supported; write CREATE"},
    {"FINISH", "FINISH is not supported; leave it out"},
    {"LET", "LET is not supported; write WITH *, … AS name"},
    {"FILTER", "FILTER is not supported; write WITH * WHERE …"},
    {"OFFSET", "OFFSET is not supported; write SKIP"},
    {"NODETACH", "NODETACH is not supported; DELETE without DETACH is the same"},
    {"NULLS", "NULLS FIRST and NULLS LAST are not supported: null is the greatest value, DESC puts it first"},
    {"SHORTEST", "SHORTEST is not supported; write shortestPath((a)-[*]->(b)) or allShortestPaths(…)"},
    {"CYPHER", "options of a statement are not supported; leave CYPHER … out"},
    {"GRANT", "users and roles are not supported: whoever can read the file can read the graph"},
    {"DENY", "users and roles are not supported: whoever can read the file can read the graph"},
    {"REVOKE", "users and roles are not supported: whoever can read the file can read the graph"},
    {"USER", "users and roles are not supported: whoever can read the file can read the graph"},
    {"ROLE", "users and roles are not supported: whoever can read the file can read the graph"},
    {"DATABASE", "a graph is a file: it is made by `attest build` or `attest import`"},
    {"TRANSACTIONS", "IN TRANSACTIONS is not supported: a statement is atomic"},
    {"PERIODIC", "PERIODIC COMMIT is not supported: a statement is atomic"},
    {"BEGIN", "transactions are not supported: each statement is atomic"},
    {"COMMIT", "transactions are not supported: each statement is atomic"},
    {"ROLLBACK", "transactions are not supported: each statement is atomic"},
};

void refuse_unsupported(const Token& at, std::string_view source) {
  if (at.kind != TokenKind::word) return;
  std::string word = in_capitals(at.text(source));
  for (const Feature& feature : unsupported)
    if (feature.word == word) fail("UnsupportedFeature", std::string(feature.message), at);
}

bool is_word(const Token& at, std::string_view source, std::string_view capitals) {
  return at.kind == TokenKind::word && in_capitals(at.text(source)) == capitals;
}

/// The word before the parenthesis that is open at the token: the function's name.
std::string_view open_call(std::span<const Token> tokens, const Token& at, std::string_view source) {
  for (const Token* token = &at; token > tokens.data() + 1;) {
    --token;
    const bool encloses =
        token->kind == TokenKind::left_parenthesis && (token->match == 0 || token + token->match >= &at);
    if (encloses) return token[-1].kind == TokenKind::word ? token[-1].text(source) : std::string_view();
  }
  return {};
}

/// What other dialects write with the same words and signs in other places.
std::optional<std::string> dialect(std::span<const Token> tokens, const Token& at, std::string_view source) {
  const bool first = &at == tokens.data();
  if (at.kind == TokenKind::colon && first) return "commands that start with : are for `attest shell`";
  const Token* before = first ? nullptr : &at - 1;
  if (is_word(at, source, "IN") && before && before->kind == TokenKind::right_brace)
    return "IN TRANSACTIONS is not supported: a statement is atomic; leave it out";
  if (at.kind == TokenKind::colon && before &&
      (is_word(*before, source, "IS") || is_word(*before, source, "NOT")))
    return "the type of a value is asked with valueType(x) = 'INTEGER NOT NULL'";
  if (at.kind == TokenKind::dollar && before && before->kind == TokenKind::colon)
    return "labels and types cannot be computed; write `x` IN labels(n) or type(r) = x";
  const bool arrow = before && (before->kind == TokenKind::greater || before->kind == TokenKind::minus);
  if (arrow && (at.kind == TokenKind::plus || at.kind == TokenKind::left_brace))
    return "how often a relationship is repeated stands in its brackets: -[:TYPE*1..3]->";
  const std::string call = in_capitals(open_call(tokens, at, source));
  if (call == "EXTRACT" || call == "FILTER") return "write [x IN list WHERE … | …]";
  if (call == "TRIM") return "write trim(text, characters)";
  return std::nullopt;
}

/// Habits of other languages and older dialects.
std::optional<std::string> habit(std::span<const Token> tokens, const Token& at, std::string_view source) {
  std::string_view rest = source.substr(at.begin.offset);
  if (rest.starts_with("!=")) return "unequal is written <>";
  if (at.kind == TokenKind::equal && &at > tokens.data() && (&at)[-1].kind == TokenKind::equal)
    return "equality is written with one =";
  if (rest.starts_with("&&")) return "write AND instead of &&";
  if (rest.starts_with("||")) return "write OR for conditions, + for strings and lists";
  bool braces = &at >= tokens.data() + 2 && (&at)[-2].kind == TokenKind::left_brace;
  if (at.kind == TokenKind::right_brace && braces && (&at)[-1].kind == TokenKind::word)
    return fmt::format("a parameter is written ${}", (&at)[-1].text(source));
  return std::nullopt;
}

/// The innermost bracket that is open where the statement ends too early.
const Token* unclosed_bracket(std::span<const Token> tokens) {
  for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
    bool opens = token->kind == TokenKind::left_parenthesis || token->kind == TokenKind::left_bracket ||
                 token->kind == TokenKind::left_brace;
    if (opens && token->match == 0) return &*token;
  }
  return nullptr;
}

std::string listed(const Words& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

std::string shown(const Token& at, std::string_view source) {
  constexpr std::size_t longest = 40;
  if (at.kind == TokenKind::end) return "end of the statement";
  std::string_view text = at.text(source);
  if (text.size() > longest && at.kind == TokenKind::string) return "string";
  if (text.size() > longest)
    return fmt::format("\"{}…\"", text.substr(0, text.find_first_of(" \n", 0)).substr(0, longest));
  return fmt::format("\"{}\"", text);
}

bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What to do about it, with the sign that joins it to "unexpected …".
std::string advice(const Furthest& furthest, std::span<const Token> tokens, std::string_view source) {
  const Token& at = *furthest.at;
  if (auto known = habit(tokens, at, source)) return "; " + *known;
  if (auto known = dialect(tokens, at, source)) return "; " + *known;
  if (at.kind == TokenKind::word) {
    std::string_view word = at.text(source);
    if (auto meant = closest(word, furthest.keywords)) return fmt::format("; did you mean {}?", *meant);
    if (is_reserved(at.keyword) && contains(furthest.wanted, "a variable"))
      return fmt::format("; {} is a reserved word, as a name it is written `{}`", in_capitals(word), word);
  }
  std::string text = furthest.wanted.empty() ? "" : "; expected " + listed(furthest.wanted);
  const Token* open = at.kind == TokenKind::end ? unclosed_bracket(tokens) : nullptr;
  if (open)
    text += fmt::format(" ({} at line {}, column {} is not closed)", shown(*open, source), open->begin.line,
                        open->begin.column);
  return text;
}

}  // namespace

void fail_at(const Furthest& furthest, std::span<const Token> tokens, std::string_view source) {
  const Token& at = *furthest.at;
  refuse_unsupported(at, source);
  if (&at > tokens.data()) refuse_unsupported((&at)[-1], source);
  if (at.kind == TokenKind::dash)
    fail("InvalidUnicodeCharacter", fmt::format("{} is a dash, not the minus sign -", shown(at, source)), at);
  fail("UnexpectedSyntax",
       fmt::format("unexpected {}{}", shown(at, source), advice(furthest, tokens, source)), at);
}

}  // namespace attest::parser_detail
