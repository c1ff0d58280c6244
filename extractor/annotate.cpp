#include <algorithm>

#include <attest/extractor/annotator.hpp>
#include <attest/extractor/lemmas.hpp>
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

}  // namespace

void Annotator::annotate(AnnotatedDocument& document) {
  const Forms forms(document.document.text, document.tokens, models_.lexicon);
  pieces_.clear();  // an exception may have left some of the document before
  sentences_.clear();
  contexts_.clear();
  scores_.resize(document.tokens.size());
  reader_.start(document, forms);
  read_sentences(document, forms);
  models_.names.find(document, forms, scores_);
}

// A window of sentences at a time.
void Annotator::read_sentences(AnnotatedDocument& document, const Forms& forms) {
  const Spellings spellings(document, forms);
  root_ = -1;
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    contexts_of(sentence, forms, models_.lexicon, spellings, sentence_contexts_);
    for (std::uint32_t first = sentence.first; first < sentence.last; first += longest_piece)
      add(document, {first, std::min(first + longest_piece, sentence.last)}, s);
  }
  read_window(document);
}

void Annotator::add(AnnotatedDocument& document, const Piece& piece, std::uint32_t sentence) {
  const bool goes_on = pieces_.empty() || pieces_.back().last == piece.first;
  if (!goes_on || contexts_.size() + piece.size() > window_tokens) read_window(document);
  pieces_.push_back(piece);
  sentences_.push_back(sentence);
  const auto from = sentence_contexts_.begin() +
                    static_cast<std::ptrdiff_t>(piece.first - document.sentences[sentence].first);
  contexts_.insert(contexts_.end(), from, from + static_cast<std::ptrdiff_t>(piece.size()));
}

// The pieces of a window follow each other without a gap.
void Annotator::read_window(AnnotatedDocument& document) {
  if (pieces_.empty()) return;
  const std::size_t first = pieces_.front().first;
  const std::size_t tokens = contexts_.size();
  reader_.read(pieces_, contexts_, states_);
  models_.tagger.tag(states_, std::span(document.tokens).subspan(first, tokens), sums_);
  models_.names.score(states_, std::span(scores_).subspan(first, tokens), sums_);
  models_.parser.read(states_, tokens, parsing_);
  for (std::size_t p = 0; p < pieces_.size(); ++p) {
    const Piece& piece = pieces_[p];
    models_.parser.parse(piece.first - first, piece.size(), parsing_, tree_);
    add_tree(tree_, models_.parser, piece, document.sentences[sentences_[p]], document, root_);
  }
  pieces_.clear();
  sentences_.clear();
  contexts_.clear();
}

AnnotatedDocument Annotator::annotate(Document document) {
  AnnotatedDocument annotated;
  annotated.document = std::move(document);
  segment(annotated);
  annotate(annotated);
  for (Token& token : annotated.tokens)
    token.lemma = lemma_of(annotated.text(token), token.upos, token.penn, models_.lexicon);
  return annotated;
}

AnnotatedDocument annotate(Document document, const Models& models) {
  return Annotator(models).annotate(std::move(document));
}

}  // namespace attest::extract
