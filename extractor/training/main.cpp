// attest_train: trains the models of the extractor from the corpora.
#include <cstdio>
#include <functional>
#include <map>
#include <string>

#include <CLI/CLI.hpp>

#include <attest/extractor/training/steps.hpp>
#include <attest/graph/error.hpp>

int main(int argc, char** argv) {
  using namespace attest::extract::training;
  Paths paths;
  std::string step = "all";
  CLI::App app("Train the extractor's models; the same corpora give the same files.");
  app.add_option("step", step, "lexicon, tagger, parser, names, all; or scores: of the names on a split")
      ->check(CLI::IsMember({"lexicon", "tagger", "parser", "names", "all", "scores"}));
  app.add_option("--corpora", paths.corpora, "folder of the annotated corpora")
      ->required()
      ->check(CLI::ExistingDirectory);
  app.add_option("--models", paths.models, "folder for the model files")
      ->required()
      ->check(CLI::ExistingDirectory);
  std::string split = "dev";
  app.add_option("--split", split, "split that `scores` reads");
  app.add_flag("-v,--verbose", paths.verbose, "list every name missed or wrong");
  CLI11_PARSE(app, argc, argv);
  const std::pair<const char*, void (*)(const Paths&)> steps[] = {
      {"lexicon", train_lexicon}, {"tagger", train_tagger}, {"parser", train_parser}, {"names", train_names}};
  try {
    if (step == "scores") score_names(paths, split);
    for (const auto& [name, run] : steps)
      if (step == "all" || step == name) run(paths);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "attest_train: %s\n", error.what());
    return 1;
  }
  return 0;
}
