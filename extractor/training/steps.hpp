// The steps of training, each from corpora and earlier model files to one model file.
#pragma once

#include <filesystem>

namespace attest::extract::training {

struct Paths {
  std::filesystem::path corpora;  ///< folder of the corpora
  std::filesystem::path models;   ///< folder that the model files go to
};

/// Clusters and lists → lexicon.model
void train_lexicon(const Paths& paths);
/// → tagger.model; prints accuracy on the dev splits
void train_tagger(const Paths& paths);
/// → parser.model; prints attachment scores on the dev splits
void train_parser(const Paths& paths);
/// → names.model; prints exact-span F1 on the dev splits
void train_names(const Paths& paths);

}  // namespace attest::extract::training
