// Corpora as the name recognizer learns from them: the text tokenized as documents are, and for each token
// the labels that the corpus' own conventions allow.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <attest/extractor/names/name_labels.hpp>
#include <attest/extractor/training/corpus.hpp>

namespace attest::extract::training {

/// A gold name with the class that is scored; `none` for stretches that are not scored.
struct GoldName {
  Span span;
  NameClass name = NameClass::none;
};

/// Set of labels, a bit each.
using LabelSet = std::uint32_t;

struct NameDocument {
  std::string corpus;
  AnnotatedDocument document;     ///< text, tokens and sentences
  std::vector<LabelSet> allowed;  ///< one for each token
  std::vector<GoldName> gold;
  bool annotated = true;  ///< false where the corpus has no names
};

std::vector<NameDocument> read_name_corpus(const std::filesystem::path& root, const std::string& corpus,
                                           const std::string& split);

}  // namespace attest::extract::training
