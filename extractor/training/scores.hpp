// What the models are worth on splits of the corpora.
#pragma once

#include <string>

#include <attest/extractor/model/models.hpp>
#include <attest/extractor/training/steps.hpp>

namespace attest::extract::training {

/// Prints the accuracy of tags and the attachment scores of trees, gold tokens, on a split.
void score_trees(const Models& models, const Paths& paths, const std::string& split);
/// Prints exact-span F1 of names on a split of all corpora that have one.
void score_names(const Models& models, const Paths& paths, const std::string& split);

}  // namespace attest::extract::training
