// The running text of a document as sentences of tokens.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <attest/extractor/annotation.hpp>

namespace attest::extract {

/// Fills `tokens` (spans only) and `sentences` from the blocks that are read for facts or aliases. A sentence
/// ends with its block unless the next running block `continues` it.
void segment(AnnotatedDocument& document);

/// For each token but the last of one stretch of text: does a sentence end after it? `tokens` are the tokens
/// of `text` in order. Line breaks end a sentence where the line was not filled: the next word would have
/// fitted on it.
std::vector<bool> sentence_ends(std::string_view text, std::span<const Span> tokens);

}  // namespace attest::extract
