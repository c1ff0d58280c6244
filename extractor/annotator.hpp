// Sentences, tokens, tags, trees and names of documents, one after another.
#pragma once

#include <cstdint>
#include <vector>

#include <attest/extractor/model/models.hpp>

namespace attest::extract {

/// Its memory and what it computed of words serve the next document; what it read before changes nothing.
/// For one thread at a time.
class Annotator {
 public:
  /// `models` must outlive it.
  explicit Annotator(const Models& models) : models_(models), reader_(models.encoder) {}

  AnnotatedDocument annotate(Document document);
  /// Tags, trees and names of a document whose tokens and sentences are there.
  void annotate(AnnotatedDocument& document);

 private:
  void read_sentences(AnnotatedDocument& document, const Forms& forms);
  void add(AnnotatedDocument& document, const Piece& piece, std::uint32_t sentence);
  void read_window(AnnotatedDocument& document);

  const Models& models_;
  Encoder::Reader reader_;
  std::vector<NameScores> scores_;  // of all tokens
  std::vector<Context> sentence_contexts_;
  std::vector<Piece> pieces_;             // of the window
  std::vector<std::uint32_t> sentences_;  // of these
  std::vector<Context> contexts_;         // of their tokens
  States states_;
  std::vector<std::int32_t> sums_;
  Parser::Scratch parsing_;
  Tree tree_;
  std::int32_t root_ = -1;  // of the sentence being read
};

}  // namespace attest::extract
