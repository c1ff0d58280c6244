#include <attest/extractor/pipeline.hpp>
#include <attest/extractor/sentences.hpp>

namespace attest::extract {

class Models {};

const Models& builtin_models() {
  static const Models models;
  return models;
}

AnnotatedDocument annotate(Document document, const Models&) {
  AnnotatedDocument annotated;
  annotated.document = std::move(document);
  segment(annotated);
  return annotated;
}

}  // namespace attest::extract
