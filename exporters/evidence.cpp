#include <attest/exporters/evidence.hpp>

#include <charconv>

namespace attest {

std::optional<Span> parse_span(std::string_view text) {
  Span span;
  if (const auto hash = text.rfind('#'); hash != std::string_view::npos) {
    span.document = text.substr(0, hash);
    text.remove_prefix(hash + 1);
  }
  if (!text.starts_with("char=")) return {};
  text.remove_prefix(5);
  const char* const end = text.data() + text.size();
  const auto start = std::from_chars(text.data(), end, span.start);
  if (start.ec != std::errc() || start.ptr == end || *start.ptr != ',') return {};
  const auto stop = std::from_chars(start.ptr + 1, end, span.end);
  if (stop.ec != std::errc() || stop.ptr != end || span.end < span.start) return {};
  return span;
}

}  // namespace attest
