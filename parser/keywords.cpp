#include <algorithm>
#include <array>

#include <attest/parser/token.hpp>

namespace attest {
namespace {

struct Entry {
  std::string_view text;
  bool reserved;
};

/// Reserved are the words that would make a statement ambiguous or its errors vague as variables: fewer than
/// openCypher's list, so that (start)-->(end) and AS desc need no backquotes.
/// In the order of the enumeration, which is that of the alphabet.
constexpr Entry table[] = {
    {"ALL", false},        {"ALLSHORTESTPATHS", false},
    {"AND", true},         {"ANY", false},
    {"AS", true},          {"ASC", false},
    {"ASCENDING", false},  {"BY", false},
    {"CALL", false},       {"CASE", true},
    {"COLLECT", false},    {"CONTAINS", false},
    {"COUNT", false},      {"CREATE", true},
    {"DELETE", true},      {"DESC", false},
    {"DESCENDING", false}, {"DETACH", false},
    {"DISTINCT", true},    {"ELSE", true},
    {"END", false},        {"ENDS", false},
    {"EXISTS", false},     {"EXPLAIN", false},
    {"FALSE", true},       {"FOREACH", false},
    {"IN", true},          {"IS", true},
    {"LIMIT", true},       {"MATCH", true},
    {"MERGE", true},       {"NONE", false},
    {"NOT", true},         {"NULL", true},
    {"ON", false},         {"OPTIONAL", false},
    {"OR", true},          {"ORDER", true},
    {"PROFILE", false},    {"REDUCE", false},
    {"REMOVE", true},      {"RETURN", true},
    {"SET", true},         {"SHORTESTPATH", false},
    {"SINGLE", false},     {"SKIP", true},
    {"STARTS", false},     {"THEN", true},
    {"TRUE", true},        {"UNION", true},
    {"UNWIND", true},      {"WHEN", true},
    {"WHERE", true},       {"WITH", true},
    {"XOR", true},         {"YIELD", false},
};
constexpr std::size_t count = std::size(table);
static_assert(count == static_cast<std::size_t>(Keyword::yield));

constexpr auto texts = [] {
  std::array<std::string_view, count> all{};
  for (std::size_t i = 0; i < count; ++i) all[i] = table[i].text;
  return all;
}();
static_assert(std::is_sorted(texts.begin(), texts.end()));

constexpr std::size_t longest = 16;

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

Keyword find_keyword(std::string_view word) {
  if (word.size() > longest) return Keyword::none;
  std::array<char, longest> capitals{};
  std::transform(word.begin(), word.end(), capitals.begin(), upper);
  std::string_view key(capitals.data(), word.size());
  auto found = std::lower_bound(texts.begin(), texts.end(), key);
  if (found == texts.end() || *found != key) return Keyword::none;
  return static_cast<Keyword>(found - texts.begin() + 1);
}

std::string_view keyword_text(Keyword keyword) {
  return texts[static_cast<std::size_t>(keyword) - 1];
}

bool is_reserved(Keyword keyword) {
  return keyword != Keyword::none && table[static_cast<std::size_t>(keyword) - 1].reserved;
}

std::span<const std::string_view> keywords() {
  return texts;
}

}  // namespace attest
