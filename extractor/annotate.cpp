#include <algorithm>

#include <attest/extractor/lemmas.hpp>
#include <attest/extractor/model/models.hpp>
#include <attest/extractor/pipeline.hpp>
#include <attest/extractor/sentences.hpp>
#include <attest/extractor/tagging/contexts.hpp>
#include <attest/extractor/tagging/forms.hpp>

namespace attest::extract {

namespace {

// Sentences are read in parts of at most so many tokens: time and memory stay linear whatever the text.
constexpr std::uint32_t longest_piece = 200;
// So many tokens are read together, as far as the processor's cache reaches.
constexpr std::uint32_t window_tokens = 512;

void add_tree(const Tree& tree, const Parser& parser, const Piece& piece, const Sentence& sentence,
              AnnotatedDocument& document, std::int32_t& root) {
  for (std::size_t i = 0; i < tree.heads.size(); ++i) {
    Token& token = document.tokens[piece.first + i];
    token.relation = parser.relation(tree.relations[i]);
    token.head = tree.heads[i] < 0 ? -1 : static_cast<std::int32_t>(piece.first) + tree.heads[i];
    if (tree.heads[i] >= 0) continue;
    // The parts of an overlong sentence hang on the root of its first.
    if (piece.first == sentence.first) {
      root = static_cast<std::int32_t>(piece.first + i);
    } else {
      token.head = root;
      token.relation = Deprel::parataxis;
    }
  }
}

// Tags, trees and scores of names, a window of sentences at a time.
class Annotator {
 public:
  Annotator(AnnotatedDocument& document, const Models& models, const Forms& forms, KeptWords& kept)
      : document_(document),
        models_(models),
        forms_(forms),
        spellings_(document, forms),
        reader_(models.encoder, document, forms, kept),
        scores_(document.tokens.size()) {}

  std::vector<NameScores>& run() {
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const Sentence& sentence = document_.sentences[s];
      contexts_of(sentence, forms_, models_.lexicon, spellings_, sentence_contexts_);
      for (std::uint32_t first = sentence.first; first < sentence.last; first += longest_piece)
        add({first, std::min(first + longest_piece, sentence.last)}, s);
    }
    flush();
    return scores_;
  }

 private:
  void add(const Piece& piece, std::uint32_t sentence) {
    if (contexts_.size() + piece.size() > window_tokens) flush();
    pieces_.push_back(piece);
    sentences_.push_back(sentence);
    const auto from = sentence_contexts_.begin() +
                      static_cast<std::ptrdiff_t>(piece.first - document_.sentences[sentence].first);
    contexts_.insert(contexts_.end(), from, from + static_cast<std::ptrdiff_t>(piece.size()));
  }

  void flush() {
    reader_.read(pieces_, contexts_, states_);
    std::size_t row = 0;
    for (std::size_t p = 0; p < pieces_.size(); ++p) {
      const Piece& piece = pieces_[p];
      models_.tagger.tag(states_, row, std::span(document_.tokens).subspan(piece.first, piece.size()));
      models_.parser.parse(states_, row, piece.size(), tree_);
      add_tree(tree_, models_.parser, piece, document_.sentences[sentences_[p]], document_, root_);
      models_.names.score(states_, row, std::span(scores_).subspan(piece.first, piece.size()));
      row += piece.size();
    }
    pieces_.clear();
    sentences_.clear();
    contexts_.clear();
  }

  AnnotatedDocument& document_;
  const Models& models_;
  const Forms& forms_;
  Spellings spellings_;
  Encoder::Reader reader_;
  std::vector<NameScores> scores_;  // of all tokens
  std::vector<Context> sentence_contexts_;
  std::vector<Piece> pieces_;  // of the window
  std::vector<std::uint32_t> sentences_;
  std::vector<Context> contexts_;
  States states_;
  Tree tree_;
  std::int32_t root_ = -1;  // of the sentence being read
};

}  // namespace

void annotate(AnnotatedDocument& document, const Models& models, KeptWords& kept) {
  const Forms forms(document.document.text, document.tokens, models.lexicon);
  Annotator annotator(document, models, forms, kept);
  models.names.find(document, forms, annotator.run());
}

AnnotatedDocument annotate(Document document, const Models& models, KeptWords& kept) {
  AnnotatedDocument annotated;
  annotated.document = std::move(document);
  segment(annotated);
  annotate(annotated, models, kept);
  for (Token& token : annotated.tokens)
    token.lemma = lemma_of(annotated.text(token), token.upos, token.penn, models.lexicon);
  return annotated;
}

AnnotatedDocument annotate(Document document, const Models& models) {
  KeptWords kept;
  return annotate(std::move(document), models, kept);
}

}  // namespace attest::extract
