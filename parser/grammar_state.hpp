// What the grammar's rules share while a statement is read: the source, the depth, and how far they got.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <attest/parser/token.hpp>

namespace attest::parser_detail {

/// The furthest token at which something else was wanted, and what. Filled on a second reading only,
/// so that statements without an error do not pay for it.
struct Furthest {
  const Token* at = nullptr;
  std::vector<std::string> wanted;  ///< in the order of the grammar, each once
  std::vector<Keyword> keywords;    ///< that would have been right, named in `wanted` or not
  void note(const Token* place, std::string_view what);
};

struct State {
  std::string_view source;
  bool recording = false;
  Furthest furthest;
  std::size_t depth = 0;       ///< of brackets and constructs open now
  std::size_t height = 0;      ///< of the tallest tree finished since the innermost construct was opened
  bool bar_separates = false;  ///< `|` ends the expression ([x IN xs WHERE x:A | x.name]), is no label sign

  bool least_integer = false;  ///< the last literal was 2^63, which only a minus sign makes an integer

  void want(const Token* place, std::string_view what) {
    if (recording) furthest.note(place, what);
  }
  void want(const Token* place, Keyword keyword) {
    if (!recording) return;
    furthest.note(place, keyword_text(keyword));
    if (furthest.at == place) furthest.keywords.push_back(keyword);
  }
};

/// Throws a SyntaxError at the token's place.
[[noreturn]] void fail(const char* detail, const std::string& message, const Token& at);
/// Throws NestingTooDeep where `levels` is more than maximum_nesting.
void require_shallow(std::size_t levels, const Token& at);

/// Opens a construct that holds others: counts depth and height, and gives `|` its common meaning back.
class Nesting {
 public:
  Nesting(State& state, const Token& at) : state_(state), height_(state.height), bar_(state.bar_separates) {
    require_shallow(++state_.depth, at);
    state_.height = 0;
    state_.bar_separates = false;
  }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;
  ~Nesting() {
    --state_.depth;
    state_.height = std::max(height_, state_.height + 1);
    state_.bar_separates = bar_;
  }

 private:
  State& state_;
  std::size_t height_;
  bool bar_;
};

}  // namespace attest::parser_detail
