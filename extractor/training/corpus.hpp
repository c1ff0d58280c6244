// The annotated corpora that the models are trained on, read from tab-separated files: form, universal tag,
// Penn tag, head, relation, name (IOB2); `_` where a layer is not annotated.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <attest/extractor/annotation.hpp>

namespace attest::extract::training {

/// A document with its gold annotation, one entry a token.
struct GoldDocument {
  std::string corpus;
  AnnotatedDocument document;     ///< text with the gold tokens and sentences; no tags
  std::vector<std::string> upos;  ///< "_" where not annotated
  std::vector<std::string> penn;
  std::vector<std::int32_t> head;  ///< index within the document, -1 for roots
  std::vector<std::string> relation;
  std::vector<std::string> names;  ///< IOB2
  bool has_tags() const { return !upos.empty() && upos[0] != "_"; }
};

/// All documents of `root`/`corpus`/`split`.tsv. The text is put together as people write it: no space before
/// a comma or after an opening bracket, a line a sentence. Throws attest::Error naming file and line.
std::vector<GoldDocument> read_corpus(const std::filesystem::path& root, const std::string& corpus,
                                      const std::string& split);

}  // namespace attest::extract::training
