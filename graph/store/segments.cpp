#include <attest/graph/store/segments.hpp>

#include <algorithm>
#include <cstring>

#include <fmt/format.h>
#include <zlib.h>

#include <attest/graph/error.hpp>

namespace attest::store {

namespace {

constexpr std::size_t part_size = std::size_t{1} << 20;

[[noreturn]] void damaged(const Database& database, std::string_view group, std::string_view name,
                          std::string_view how) {
  throw StoreError(fmt::format("{}: is damaged: segment {}/{} {}", database.file(), group, name, how));
}

/// Calls `take(bytes)` for each part in its order, its checksum having been compared.
template <class Take>
void for_each_part(const Database& database, std::string_view group, std::string_view name, Take&& take) {
  Statement select(database, "SELECT part, checksum, data FROM segments WHERE segment = ? ORDER BY part");
  const std::string segment = fmt::format("{}/{}", group, name);
  select.bind(segment);
  for (std::int64_t part = 0; select.step(); ++part) {
    const std::span<const char> bytes = select.blob(2);
    if (select.integer(0) != part) damaged(database, group, name, "lacks a part");
    if (select.integer(1) != checksum(bytes, static_cast<std::uint32_t>(part))) {
      damaged(database, group, name, fmt::format("does not match its checksum in part {}", part));
    }
    take(bytes);
  }
}

}  // namespace

std::uint32_t checksum(std::span<const char> bytes, std::uint32_t seed) {
  return static_cast<std::uint32_t>(
      crc32_z(seed, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
}

void drop_segments(const Database& database, std::string_view group) {
  Statement statement(database, "DELETE FROM segments WHERE segment GLOB ?");
  const std::string pattern = fmt::format("{}/*", group);
  statement.bind(pattern).run();
}

void put_segment(const Database& database, std::string_view group, std::string_view name,
                 std::span<const char> bytes) {
  Statement insert(database, "INSERT INTO segments(segment, part, checksum, data) VALUES(?, ?, ?, ?)");
  const std::string segment = fmt::format("{}/{}", group, name);
  std::int64_t part = 0;
  do {
    const std::span<const char> piece = bytes.first(std::min(part_size, bytes.size()));
    const std::uint32_t sum = checksum(piece, static_cast<std::uint32_t>(part));
    insert.bind(segment).bind(part++).bind(std::int64_t{sum}).bind_blob(piece).run();
    bytes = bytes.subspan(piece.size());
  } while (!bytes.empty());
}

void get_segment(const Database& database, std::string_view group, std::string_view name,
                 std::span<char> into) {
  std::size_t filled = 0;
  for_each_part(database, group, name, [&](std::span<const char> bytes) {
    if (bytes.size() > into.size() - filled) damaged(database, group, name, "is too long");
    if (!bytes.empty()) std::memcpy(into.data() + filled, bytes.data(), bytes.size());
    filled += bytes.size();
  });
  if (filled != into.size()) damaged(database, group, name, "is too short");
}

std::vector<char> get_segment(const Database& database, std::string_view group, std::string_view name) {
  std::vector<char> out;
  for_each_part(database, group, name,
                [&](std::span<const char> bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); });
  return out;
}

}  // namespace attest::store
