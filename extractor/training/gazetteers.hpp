// Lists of names from open data, compiled into hashed sets.
#pragma once

#include <cstdint>
#include <filesystem>
#include <utility>
#include <vector>

namespace attest::extract::training {

using HashedEntries = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

struct Gazetteers {
  HashedEntries words;    ///< hash of one word → lists it stands in
  HashedEntries phrases;  ///< key of a phrase (see Lexicon::phrase) → lists, and lists::longer
};

/// Reads the lists of `folder` (forenames, surnames, cities, divisions, universities) and the project's own
/// (organizations); see docs/models.md.
Gazetteers read_gazetteers(const std::filesystem::path& folder, const std::filesystem::path& own);

}  // namespace attest::extract::training
