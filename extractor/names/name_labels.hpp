// Labels of a token in the BILOU scheme (Ratinov & Roth 2009): outside, or begin, inside, last or only token
// of a name of one class.
#pragma once

#include <cstdint>

#include <attest/extractor/annotation.hpp>

namespace attest::extract {

constexpr std::uint32_t name_classes = 5;  // person … other; NameClass::none is label 0
constexpr std::uint32_t name_labels = 1 + 4 * name_classes;

enum class NamePart : std::uint8_t { begin, inside, last, only };

constexpr std::uint8_t outside_label = 0;
constexpr std::uint8_t label_of(NameClass name, NamePart part) {
  return static_cast<std::uint8_t>(1 + 4 * (static_cast<int>(name) - 1) + static_cast<int>(part));
}
constexpr NameClass class_of_label(std::uint8_t label) {
  return label == 0 ? NameClass::none : static_cast<NameClass>((label - 1) / 4 + 1);
}
constexpr NamePart part_of_label(std::uint8_t label) {
  return static_cast<NamePart>((label - 1) % 4);
}

/// Does the name go on after a token with this label?
constexpr bool is_open(std::uint8_t label) {
  return label != 0 && (part_of_label(label) == NamePart::begin || part_of_label(label) == NamePart::inside);
}
constexpr bool may_start(std::uint8_t label) {
  return label == 0 || part_of_label(label) == NamePart::begin || part_of_label(label) == NamePart::only;
}
/// May `to` follow `from`?
constexpr bool may_follow(std::uint8_t from, std::uint8_t to) {
  if (!is_open(from)) return may_start(to);
  return !may_start(to) && class_of_label(from) == class_of_label(to);
}

}  // namespace attest::extract
