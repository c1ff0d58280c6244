// Meanings of words from WordNet's database files (Fellbaum 1998; formats: wndb(5WN)).
#pragma once

#include <filesystem>
#include <utility>
#include <vector>

#include <attest/extractor/training/gazetteers.hpp>

namespace attest::extract::training {

/// Hash of each word of one token → Senses::packed. Reads index.* and data.* of `folder`; throws
/// attest::IoError where one is missing.
HashedEntries read_wordnet(const std::filesystem::path& folder);

}  // namespace attest::extract::training
