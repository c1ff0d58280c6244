#include <attest/extractor/model/lexicon.hpp>

#include <algorithm>

#include <attest/extractor/model/hashing.hpp>

namespace attest::extract {

HashMap::HashMap(Bytes bytes)
    : slots_(reinterpret_cast<const Slot*>(bytes.data()), bytes.size() / sizeof(Slot)) {}

std::vector<std::byte> HashMap::write(std::vector<std::pair<std::uint64_t, std::uint32_t>> entries) {
  std::sort(entries.begin(), entries.end());
  std::vector<Slot> slots(entries.size() * 4 / 3 + 1, Slot{0, 0});
  for (const auto& [key, value] : entries) {
    std::size_t at = home(key, slots.size());
    while (slots[at].check != 0) at = at + 1 == slots.size() ? 0 : at + 1;
    slots[at] = {static_cast<std::uint32_t>(key) | 1, value};
  }
  return bytes_of(slots);
}

Lexicon::Lexicon(const Container& container)
    : clusters_(container.section("clusters")),
      names_(container.section("names")),
      phrases_(container.section("phrases")) {}

std::uint64_t Lexicon::mix_key(std::uint64_t key) {
  return mix(key);
}

}  // namespace attest::extract
