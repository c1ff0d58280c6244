// What holds of every fragment, whatever the document: the invariants of docs/fragment.schema.json, and those
// between a fragment and its text that no schema can say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <attest/graph/fragment.hpp>

namespace attest::test {

/// What is wrong with the fragment of a document of that text, a line each; empty where nothing is.
std::vector<std::string> faults_of(const Fragment& fragment, std::string_view text);

}  // namespace attest::test
