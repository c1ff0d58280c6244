// Evidence strings (RFC 5147 fragments) and the characters they point at.
#include <algorithm>
#include <charconv>

#include <attest/graph/store/impl.hpp>

namespace attest::store {

namespace {

constexpr std::size_t block_size = 1024;                  // bytes
constexpr std::size_t most_kept = std::size_t{64} << 20;  // bytes of all texts together, the last one aside

bool starts_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// The byte at which code point `wanted` begins; the text's size for the one after its last.
std::size_t byte_of(std::string_view utf8, const std::vector<std::uint32_t>& every_block,
                    std::uint64_t wanted) {
  const auto after = std::upper_bound(every_block.begin(), every_block.end(), wanted);
  const auto block = static_cast<std::size_t>(after - every_block.begin()) - 1;
  std::uint64_t seen = every_block[block];
  for (std::size_t at = block * block_size; at < utf8.size(); ++at) {
    if (starts_code_point(utf8[at]) && seen++ == wanted) return at;
  }
  return utf8.size();
}

}  // namespace

std::uint64_t count_code_points(std::string_view utf8) {
  std::uint64_t count = 0;
  for (const char c : utf8) count += starts_code_point(c) ? 1 : 0;
  return count;
}

std::optional<Evidence> parse_evidence(std::string_view text) {
  constexpr std::string_view mark = "#char=";
  const std::size_t at = text.rfind(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view span = text.substr(at + mark.size());
  const std::size_t comma = span.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto begin = whole_number(span.substr(0, comma));
  const auto end = whole_number(span.substr(comma + 1));
  if (!begin || !end || *begin > *end) return std::nullopt;
  return Evidence{text.substr(0, at), *begin, *end};
}

const TextCache::Text* TextCache::find(const Database& database, std::string_view name) {
  for (auto text = texts_.begin(); text != texts_.end(); ++text) {
    if (text->name != name) continue;
    texts_.splice(texts_.begin(), texts_, text);
    return &texts_.front();
  }
  auto stored = document(database, name);
  if (!stored) return nullptr;
  Text text{stored->name, std::move(stored->text), {}, 0};
  for (std::size_t at = 0; at < text.utf8.size(); ++at) {
    if (at % block_size == 0) text.every_block.push_back(static_cast<std::uint32_t>(text.code_points));
    text.code_points += starts_code_point(text.utf8[at]) ? 1 : 0;
  }
  if (text.every_block.empty()) text.every_block.push_back(0);
  texts_.push_front(std::move(text));
  std::size_t kept = 0;
  for (auto old = std::next(texts_.begin()); old != texts_.end();) {
    kept += old->utf8.size();
    old = kept > most_kept ? texts_.erase(old) : std::next(old);
  }
  return &texts_.front();
}

std::optional<std::string> TextCache::slice(const Database& database, std::string_view name,
                                            std::uint64_t begin, std::uint64_t end) {
  const Text* text = find(database, name);
  if (!text || begin > end || end > text->code_points) return std::nullopt;
  const std::size_t from = byte_of(text->utf8, text->every_block, begin);
  const std::size_t to = byte_of(text->utf8, text->every_block, end);
  return text->utf8.substr(from, to - from);
}

}  // namespace attest::store
