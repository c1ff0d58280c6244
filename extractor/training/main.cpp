// attest_train: the steps of training around the network's trainer (network/train.py); docs/models.md.
#include <cstdio>
#include <string>

#include <CLI/CLI.hpp>

#include <attest/extractor/training/files.hpp>
#include <attest/extractor/training/scores.hpp>
#include <attest/extractor/training/steps.hpp>
#include <attest/graph/error.hpp>

namespace attest::extract::training {

void score(const Paths& paths, const std::string& split) {
  const ModelFile lexicon(paths.models / "lexicon.model");
  const ModelFile network(paths.models / "network.model");
  const Models models({lexicon.bytes(), network.bytes()});
  score_trees(models, paths, split);
  score_names(models, paths, split);
}

}  // namespace attest::extract::training

int main(int argc, char** argv) {
  using namespace attest::extract::training;
  Paths paths;
  std::string step;
  std::string split = "dev";
  CLI::App app("Steps of training the extractor's models; the same corpora give the same files.");
  app.add_option(
         "step", step,
         "lexicon: clusters and lists; prepare: examples for the trainer; pack: the trained network into "
         "its model file; calibrate: confidence of names; scores: what the models are worth on a split")
      ->required()
      ->check(CLI::IsMember({"lexicon", "prepare", "pack", "calibrate", "scores"}));
  app.add_option("--corpora", paths.corpora, "folder of the annotated corpora")
      ->check(CLI::ExistingDirectory);
  app.add_option("--models", paths.models, "folder of the model files")
      ->required()
      ->check(CLI::ExistingDirectory);
  app.add_option("--wordnet", paths.wordnet, "folder of the WordNet database")
      ->default_val("/usr/share/wordnet");
  app.add_option("--lists", paths.lists, "folder of the project's own lists");
  app.add_option("--work", paths.work, "folder of examples and of the trained network's numbers");
  app.add_option("--split", split, "split that `scores` reads")->default_val("dev");
  app.add_flag("-v,--verbose", paths.verbose, "list every name missed or wrong");
  CLI11_PARSE(app, argc, argv);
  try {
    if (step == "lexicon") train_lexicon(paths);
    if (step == "prepare") prepare(paths);
    if (step == "pack") pack_network(paths);
    if (step == "calibrate") calibrate(paths);
    if (step == "scores") score(paths, split);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "attest_train: %s\n", error.what());
    return 1;
  }
  return 0;
}
