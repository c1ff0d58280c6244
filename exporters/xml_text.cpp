#include <attest/exporters/xml_text.hpp>

#include <optional>

#include <attest/graph/utf8.hpp>

namespace attest {
namespace {

constexpr std::string_view hex = "0123456789ABCDEF";

/// The code of a spelling "_xHHHH_" at the start of the text.
std::optional<char32_t> spelled(std::string_view text) {
  if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return {};
  char32_t code = 0;
  for (const char c : text.substr(2, 4)) {
    const auto digit = hex.find(c);
    if (digit == std::string_view::npos) return {};
    code = code * 16 + static_cast<char32_t>(digit);
  }
  return code;
}

void append_spelled(std::string& out, char32_t code) {
  out += "_x";
  for (int shift = 12; shift >= 0; shift -= 4) out += hex[code >> shift & 15];
  out += '_';
}

}  // namespace

void append_xml(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
        out += "&#9;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\r':
        out += "&#13;";
        break;
      case '_':
        if (spelled(text.substr(at)))
          append_spelled(out, '_');
        else
          out += '_';
        break;
      default: {
        const char32_t code = next_code_point(text, at);
        if (code < 0x20 || code == 0xFFFE || code == 0xFFFF)
          append_spelled(out, code);
        else
          append_code_point(out, code);
        continue;
      }
    }
    ++at;
  }
}

std::string xml(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}

std::string unspell_controls(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto code = spelled(text.substr(at))) {
      append_code_point(out, *code);
      at += 7;
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace attest
