#include <attest/exporters/palette.hpp>

#include <array>
#include <cstdint>
#include <utility>

#include <attest/exporters/label_text.hpp>

namespace attest {
namespace {

// Distinct for the common kinds of colour blindness (after Okabe and Ito, 2008), dark enough on white paper.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> known{{
    {"Person", "#0072b2"},
    {"Place", "#009e73"},
    {"Organization", "#e69f00"},
    {"Event", "#d55e00"},
    {"Claim", "#cc79a7"},
    {"Document", "#7f7f7f"},
}};
constexpr std::array<std::string_view, 8> others{"#56b4e9", "#8c6d31", "#6b6ecf", "#b5cf6b",
                                                 "#843c39", "#7b4173", "#3182bd", "#637939"};
constexpr std::string_view unlabelled = "#999999";

std::uint32_t fnv1a(std::string_view text) {
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

}  // namespace

std::string_view label_colour(std::string_view label) {
  for (const auto& [name, colour] : known)
    if (name == label) return colour;
  return others[fnv1a(label) % others.size()];
}

std::string_view node_colour(const Graph& graph, NodeId node) {
  const auto names = label_names(graph, node);
  return names.empty() ? unlabelled : label_colour(names.front());
}

std::string caption(const Graph& graph, NodeId node) {
  for (const std::string_view name : {"name", "title", "text", "label"}) {
    const auto key = graph.keys().find(name);
    if (!key) continue;
    if (const Value value = graph.property(node, *key); value.type() == Value::Type::string)
      return value.string();
  }
  return join_labels(label_names(graph, node)) + " " + std::to_string(index(node));
}

}  // namespace attest
