#include <attest/extractor/model/lexicon.hpp>

#include <algorithm>
#include <string>

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
      phrases_(container.section("phrases")),
      senses_(container.section("senses")) {}

Senses Lexicon::senses(std::string_view lower) const {
  const auto look = [&](std::string_view stem, std::string_view ending) {
    return senses_.find(ending.empty() ? hash_of(stem) : hash_of(std::string(stem).append(ending)));
  };
  if (const std::uint32_t found = look(lower, ""); found != 0) return Senses::unpack(found);
  struct Ending {
    std::string_view from, to;
  };
  static constexpr Ending endings[] = {{"ies", "y"}, {"es", ""},  {"s", ""},    {"ied", "y"},  {"ed", ""},
                                       {"ed", "e"},  {"ing", ""}, {"ing", "e"}, {"men", "man"}};
  for (const Ending& e : endings) {
    if (lower.size() < e.from.size() + 3 || !lower.ends_with(e.from)) continue;
    const std::string_view stem = lower.substr(0, lower.size() - e.from.size());
    if (const std::uint32_t found = look(stem, e.to); found != 0) return Senses::unpack(found);
    const bool doubled = stem[stem.size() - 1] == stem[stem.size() - 2];  // "stopped"
    if (!doubled) continue;
    if (const std::uint32_t found = look(stem.substr(0, stem.size() - 1), ""); found != 0)
      return Senses::unpack(found);
  }
  return {};
}

std::uint64_t Lexicon::mix_key(std::uint64_t key) {
  return mix(key);
}

}  // namespace attest::extract
