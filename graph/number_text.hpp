// Numbers as text: the shortest form that reads back as the same number.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>

namespace attest {

inline void append(std::string& out, std::int64_t number) {
  char text[24];
  out.append(text, static_cast<std::size_t>(std::to_chars(text, text + sizeof text, number).ptr - text));
}

/// Always looks like a floating-point number: "1.0", "1e+300", "-0.0". Finite numbers only.
inline void append(std::string& out, double number) {
  char text[32];
  const char* end = std::to_chars(text, text + sizeof text, number).ptr;
  out.append(text, static_cast<std::size_t>(end - text));
  if (std::string_view(text, static_cast<std::size_t>(end - text)).find_first_of(".e") ==
      std::string_view::npos)
    out += ".0";
}

/// As above, with the spellings of XML Schema for what is not finite: "NaN", "INF", "-INF".
inline void append_xsd(std::string& out, double number) {
  if (std::isnan(number))
    out += "NaN";
  else if (std::isinf(number))
    out += number > 0 ? "INF" : "-INF";
  else
    append(out, number);
}

}  // namespace attest
