// Claims of a text, read with the models, as tests compare them.
#pragma once

#include <string>
#include <vector>

#include <attest/extractor/pipeline.hpp>
#include <attest/extractor/readers/reader.hpp>

namespace attest::test {

/// "Anna Berg: the bridge is safe" for each claim, in text order.
inline std::vector<std::string> said(std::string text) {
  using namespace extract;
  const AnnotatedDocument document =
      annotate(read_document(std::move(text), Format::text, "t.txt", "t.txt"), builtin_models());
  const Entities entities = find_entities(document, builtin_models());
  std::vector<std::string> lines;
  for (const Claim& claim : find_facts(document, entities).claims)
    lines.push_back(entities.entities[claim.speaker].name + ": " + std::string(document.text(claim.text)));
  return lines;
}

}  // namespace attest::test
