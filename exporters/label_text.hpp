// The labels of a node as one text, ":Person:Organization", for formats that have no set of labels.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <attest/graph/graph.hpp>

namespace attest {

/// The names, in alphabetical order: independent of the order in which the graph met them.
std::vector<std::string_view> label_names(const Graph& graph, NodeId node);

/// ":A:B"; ':' and '\' inside a name are preceded by '\'.
std::string join_labels(const std::vector<std::string_view>& names);
/// Undoes join_labels; also takes "A" and "A:B" with no colon in front.
std::vector<std::string> split_labels(std::string_view text);

}  // namespace attest
