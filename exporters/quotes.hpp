// Strings in double quotes, whose escapes each format has its own of.
#pragma once

#include <string>
#include <string_view>

#include <attest/graph/utf8.hpp>

namespace attest {

/// `text` between double quotes. A quote and a backslash are escaped by a backslash, a line feed as "\n";
/// any other code point stands as `escaped(code)` has it, or as it is where that is empty.
template <class Escape>
std::string in_double_quotes(std::string_view text, Escape escaped) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (code == '"' || code == '\\')
      (out += '\\') += static_cast<char>(code);
    else if (code == '\n')
      out += "\\n";
    else if (const std::string other = escaped(code); !other.empty())
      out += other;
    else
      append_code_point(out, code);
  }
  return out + '"';
}

}  // namespace attest
