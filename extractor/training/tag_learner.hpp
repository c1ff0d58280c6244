// Learning the tagger from documents with gold tags.
#pragma once

#include <cstdint>
#include <vector>

#include <attest/extractor/model/lexicon.hpp>
#include <attest/extractor/tagging/tagger.hpp>
#include <attest/extractor/training/corpus.hpp>

namespace attest::extract::training {

/// The gold tags of a token. Throws attest::Error where they are none.
TagPair gold_tag(const GoldDocument& gold, std::size_t token);

/// The model file of a tagger learned from the documents that `use` marks (all where it is empty).
std::vector<std::byte> learn_tagger(const std::vector<GoldDocument>& documents, const std::vector<bool>& use,
                                    const Lexicon& lexicon, std::uint32_t epochs);

/// Tags every document with a tagger that has not seen it: documents are dealt to `folds` in turn.
void tag_across_folds(std::vector<GoldDocument>& documents, const Lexicon& lexicon, std::uint32_t folds);

}  // namespace attest::extract::training
