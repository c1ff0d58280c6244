// All trained models together.
#pragma once

#include <attest/extractor/model/container.hpp>
#include <attest/extractor/model/lexicon.hpp>
#include <attest/extractor/names/name_finder.hpp>
#include <attest/extractor/pipeline.hpp>
#include <attest/extractor/syntax/parser.hpp>
#include <attest/extractor/tagging/tagger.hpp>

namespace attest::extract {

/// The bytes of model files; they must outlive the models.
struct ModelBytes {
  Bytes lexicon;
  Bytes tagger;
  Bytes parser;
  Bytes names;
};

class Models {
 public:
  explicit Models(const ModelBytes& bytes)
      : lexicon(Container(bytes.lexicon)),
        tagger(Container(bytes.tagger)),
        parser(Container(bytes.parser)),
        names(Container(bytes.names)) {}

  const Lexicon lexicon;
  const Tagger tagger;
  const Parser parser;
  const NameFinder names;
};

}  // namespace attest::extract
