// The steps of training, each from corpora and earlier model files to one model file.
#pragma once

#include <filesystem>
#include <string>

namespace attest::extract::training {

struct Paths {
  std::filesystem::path corpora;  ///< folder of the corpora
  std::filesystem::path models;   ///< folder that the model files go to
  bool verbose = false;           ///< list every name missed or wrong
};

/// Clusters and lists → lexicon.model
void train_lexicon(const Paths& paths);
/// → tagger.model; prints accuracy on the dev splits
void train_tagger(const Paths& paths);
/// → parser.model; prints attachment scores on the dev splits
void train_parser(const Paths& paths);
/// → names.model; prints exact-span F1 on the dev splits
void train_names(const Paths& paths);
/// Prints exact-span F1 of names.model on a split of all corpora that have one.
void score_names(const Paths& paths, const std::string& split);

}  // namespace attest::extract::training
