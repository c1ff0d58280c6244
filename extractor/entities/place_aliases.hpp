// Forms of one place's name.
#pragma once

#include <attest/extractor/entities/form_sets.hpp>

namespace attest::extract {

/// Joins "Republic of Norland" and "Norland", "Elm region" and "Elm" where that is no town, "the North" and
/// "North Norland".
void join_places(FormSets& forms);

}  // namespace attest::extract
