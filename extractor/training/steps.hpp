// The steps of training, each from corpora and earlier files to the next.
#pragma once

#include <filesystem>
#include <string>

namespace attest::extract::training {

struct Paths {
  std::filesystem::path corpora;  ///< folder of the corpora
  std::filesystem::path models;   ///< folder that the model files go to
  std::filesystem::path wordnet;  ///< folder of the WordNet database
  std::filesystem::path lists;    ///< folder of the project's own lists
  std::filesystem::path work;     ///< folder of examples and of the trained network's numbers
  bool verbose = false;           ///< list every name missed or wrong
};

/// Clusters, lists, meanings → lexicon.model
void train_lexicon(const Paths& paths);
/// Corpora → examples as plain arrays in `work`, for the program that trains the network.
void prepare(const Paths& paths);
/// The trained network's real numbers in `work` → network.model, in integers
void pack_network(const Paths& paths);
/// Confidence of names, fitted on the dev splits, to `work`; `pack` takes it up.
void calibrate(const Paths& paths);
/// Prints what the model files are worth on a split.
void score(const Paths& paths, const std::string& split);

}  // namespace attest::extract::training
