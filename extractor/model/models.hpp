// All trained models together.
#pragma once

#include <attest/extractor/model/container.hpp>
#include <attest/extractor/model/encoder.hpp>
#include <attest/extractor/model/lexicon.hpp>
#include <attest/extractor/names/name_finder.hpp>
#include <attest/extractor/pipeline.hpp>
#include <attest/extractor/syntax/parser.hpp>
#include <attest/extractor/tagging/tagger.hpp>

namespace attest::extract {

/// The bytes of model files; they must outlive the models.
struct ModelBytes {
  Bytes lexicon;
  Bytes network;
};

class Models {
 public:
  /// Throws attest::Error where the bytes are no models.
  explicit Models(const ModelBytes& bytes)
      : lexicon(Container(bytes.lexicon)),
        encoder(Container(bytes.network)),
        tagger(Container(bytes.network)),
        parser(Container(bytes.network)),
        names(Container(bytes.network)) {}

  const Lexicon lexicon;
  const Encoder encoder;
  const Tagger tagger;
  const Parser parser;
  const NameFinder names;
};

}  // namespace attest::extract
