#include <attest/extractor/pipeline.hpp>

namespace attest::extract {

Fragment extract_fragment(Document document, const Models& models) {
  const AnnotatedDocument annotated = annotate(std::move(document), models);
  const Entities entities = find_entities(annotated, models);
  return make_fragment(annotated, entities, find_facts(annotated, entities));
}

}  // namespace attest::extract
