// Where a text says itself that two names are one thing's.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/entities/names.hpp>

namespace attest::extract {

/// Pairs of mentions (indices into Names::mentions) that the running text equates: an acronym in brackets, a
/// gloss in square brackets, "also known as", "formerly", "hereafter".
std::vector<std::pair<std::uint32_t, std::uint32_t>> find_equations(const AnnotatedDocument& document,
                                                                    const Names& names);

struct AbbreviationEntry {
  std::string acronym;
  std::string expansion;
};
/// The rows of the document's tables of abbreviations.
std::vector<AbbreviationEntry> abbreviation_entries(const Document& document);

}  // namespace attest::extract
