// How an element looks in a picture: its caption, and a colour for its label.
#pragma once

#include <string>
#include <string_view>

#include <attest/graph/graph.hpp>

namespace attest {

/// The colour of a label, "#rrggbb": fixed for the labels of the ontology, chosen by the name's hash for
/// others.
std::string_view label_colour(std::string_view label);
/// The colour of the node's first label in alphabetical order; grey where it has none.
std::string_view node_colour(const Graph& graph, NodeId node);
/// What to write beside a node: its name, title or text (the first that it has), else its labels and id.
std::string caption(const Graph& graph, NodeId node);

}  // namespace attest
