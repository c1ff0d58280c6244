// Names found in annotated documents, held against the gold ones.
#pragma once

#include <string>
#include <vector>

#include <attest/extractor/model/models.hpp>
#include <attest/extractor/training/name_corpus.hpp>
#include <attest/extractor/training/steps.hpp>

namespace attest::extract::training {

struct JudgedName {
  Span span;
  NameClass name = NameClass::none;
  float confidence = 0;
  bool hit = false;  ///< exact span and class
};

struct JudgedDocument {
  AnnotatedDocument document;
  std::vector<JudgedName> found;   ///< without classes and stretches that the corpus does not score
  std::vector<JudgedName> wanted;  ///< `hit` where it was found
};

/// All documents of a split, annotated with the models.
std::vector<JudgedDocument> judge_names(const Models& models, const Paths& paths, const std::string& corpus,
                                        const std::string& split);

}  // namespace attest::extract::training
