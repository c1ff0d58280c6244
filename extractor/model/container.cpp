#include <attest/extractor/model/container.hpp>

#include <algorithm>
#include <cstring>

#include <attest/graph/error.hpp>

namespace attest::extract {

namespace {

constexpr char magic[8] = {'a', 't', 't', 'm', 'o', 'd', '0', '1'};

struct Entry {
  char name[48];
  std::uint64_t begin;
  std::uint64_t size;
};
struct Header {
  char magic[8];
  std::uint64_t count;
  std::uint64_t reserved[6];
};
static_assert(sizeof(Entry) == 64 && sizeof(Header) == 64);

std::size_t aligned(std::size_t size) {
  return (size + 63) / 64 * 64;
}

}  // namespace

Bytes Container::section(std::string_view name) const {
  Header header;
  if (bytes_.size() < sizeof header) throw Error("the model file is cut off");
  std::memcpy(&header, bytes_.data(), sizeof header);
  if (std::memcmp(header.magic, magic, sizeof magic) != 0) throw Error("this is no model file");
  for (std::size_t i = 0; i < header.count; ++i) {
    Entry entry;
    const std::size_t at = sizeof header + i * sizeof entry;
    if (at + sizeof entry > bytes_.size()) break;
    std::memcpy(&entry, bytes_.data() + at, sizeof entry);
    if (std::string_view(entry.name, strnlen(entry.name, sizeof entry.name)) != name) continue;
    if (entry.begin > bytes_.size() || entry.size > bytes_.size() - entry.begin) break;
    return bytes_.subspan(entry.begin, entry.size);
  }
  throw Error("the model file has no section '" + std::string(name) + "'");
}

std::vector<std::byte> Container::write(const std::map<std::string, std::vector<std::byte>>& sections) {
  std::size_t at = sizeof(Header) + sections.size() * sizeof(Entry);
  std::vector<std::byte> out(at);
  Header header{};
  std::memcpy(header.magic, magic, sizeof magic);
  header.count = sections.size();
  std::memcpy(out.data(), &header, sizeof header);
  std::size_t index = 0;
  for (const auto& [name, bytes] : sections) {
    Entry entry{};
    std::memcpy(entry.name, name.data(), std::min(name.size(), sizeof entry.name));
    entry.begin = at;
    entry.size = bytes.size();
    std::memcpy(out.data() + sizeof header + index++ * sizeof entry, &entry, sizeof entry);
    out.resize(aligned(at + bytes.size()));
    if (!bytes.empty()) std::memcpy(out.data() + at, bytes.data(), bytes.size());
    at = out.size();
  }
  return out;
}

}  // namespace attest::extract
