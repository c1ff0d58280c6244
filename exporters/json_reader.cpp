// The fragment form of JSON: one object, or one a line (JSON Lines).
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <attest/exporters/readers.hpp>
#include <attest/graph/error.hpp>

namespace attest {
namespace {

std::string read_whole(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw IoError(file.string() + ": cannot be read: " + std::strerror(errno));
  std::string text(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) throw IoError(file.string() + ": reading failed: " + std::strerror(errno));
  return text;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

/// Several lines, of which the first is an object by itself.
bool is_lines(std::string_view text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return false;
  const std::string_view first = trim(text.substr(0, end));
  return first.starts_with('{') && first.ends_with('}');
}

}  // namespace

std::vector<Fragment> read_json(const std::filesystem::path& file) {
  const std::string text = read_whole(file);
  std::string_view rest = trim(text);
  if (!is_lines(rest)) return {parse_fragment(rest, file.string())};
  std::vector<Fragment> fragments;
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const auto end = std::min(rest.find('\n'), rest.size());
    if (const auto json = trim(rest.substr(0, end)); !json.empty())
      fragments.push_back(parse_fragment(json, file.string(), line));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return fragments;
}

}  // namespace attest
