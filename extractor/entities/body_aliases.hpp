// Forms of one organization's name.
#pragma once

#include <attest/extractor/entities/form_sets.hpp>

namespace attest::extract {

/// Joins short forms and full ones: "the Council" and "Council of Elm", "Marlow" and "Marlow Dairy Co.", "the
/// Falcons" and "Harbour Falcons".
void join_bodies(FormSets& forms);

}  // namespace attest::extract
