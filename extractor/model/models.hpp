// All trained models together.
#pragma once

#include <attest/extractor/model/container.hpp>
#include <attest/extractor/model/lexicon.hpp>
#include <attest/extractor/names/name_finder.hpp>
#include <attest/extractor/pipeline.hpp>
#include <attest/extractor/tagging/tagger.hpp>

namespace attest::extract {

/// The bytes of model files; they must outlive the models.
struct ModelBytes {
  Bytes lexicon;
  Bytes tagger;
  Bytes names;
};

class Models {
 public:
  explicit Models(const ModelBytes& bytes)
      : lexicon(Container(bytes.lexicon)), tagger(Container(bytes.tagger)), names(Container(bytes.names)) {}

  const Lexicon lexicon;
  const Tagger tagger;
  const NameFinder names;
};

}  // namespace attest::extract
