// Runs a scenario of a feature file over the query engine's public face.
#pragma once

#include <optional>
#include <string>

#include "gherkin.hpp"

namespace attest::conformance {

/// Why the scenario failed, with what was expected and what came; nothing where it passed.
std::optional<std::string> run_scenario(const Scenario& scenario);

}  // namespace attest::conformance
