// Which entities of different documents are one thing in the world.
//
// Folding is a function of the set of fragments and decisions: the order they come in and the threads
// they are spread over change nothing, byte for byte.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <attest/graph/fragment.hpp>
#include <attest/graph/store.hpp>

namespace attest::extract {

/// The resolved graph of all fragments. Node and relationship ids are stable: derived from the content, not
/// the order.
Fragment resolve(std::span<const Fragment> fragments, std::span<const Decision> decisions);

/// Why `a` and `b` (names or aliases) are one node or two: one reason a line. Throws Error for a name that no
/// document holds, with the names that are like it.
std::vector<std::string> explain_resolution(std::span<const Fragment> fragments,
                                            std::span<const Decision> decisions, std::string_view a,
                                            std::string_view b);

/// Those of `names` that no document holds, each as a sentence with the names that are like it: "no document
/// names 'Jon Smith'; did you mean 'John Smith'?".
std::vector<std::string> unknown_names(std::span<const Fragment> fragments,
                                       std::span<const std::string_view> names);

}  // namespace attest::extract
