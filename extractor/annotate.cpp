#include <attest/extractor/lemmas.hpp>
#include <attest/extractor/model/models.hpp>
#include <attest/extractor/pipeline.hpp>
#include <attest/extractor/sentences.hpp>
#include <attest/extractor/tagging/forms.hpp>

namespace attest::extract {

AnnotatedDocument annotate(Document document, const Models& models) {
  AnnotatedDocument annotated;
  annotated.document = std::move(document);
  segment(annotated);
  const Forms forms(annotated.document.text, annotated.tokens, models.lexicon);
  models.tagger.tag(annotated, forms);
  models.parser.parse(annotated, forms);
  for (Token& token : annotated.tokens)
    token.lemma = lemma_of(annotated.text(token), token.upos, token.penn, models.lexicon);
  models.names.find(annotated, forms, models.lexicon);
  return annotated;
}

}  // namespace attest::extract
