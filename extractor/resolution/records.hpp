// The entities of all fragments, laid out for comparison.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <attest/extractor/entities/form_rules.hpp>
#include <attest/graph/fragment.hpp>

namespace attest::extract {

enum class RecordKind : std::uint8_t { person, place, organization, event, other };

/// One node of one fragment.
struct Record {
  std::uint32_t fragment = 0;  ///< position in Records::order
  std::uint32_t node = 0;      ///< position in the fragment's nodes
  RecordKind kind = RecordKind::other;
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::string> keys;  ///< folded forms, that of the name first, without doubles
  std::string place_kind;         ///< "city", "region" …
  std::string country;            ///< code, where one of the forms is a country's
};

struct Records {
  std::vector<const Fragment*> order;                   ///< the fragments, by document name, then by content
  std::vector<std::string> documents;                   ///< name of each fragment's document
  std::vector<Record> all;                              ///< by fragment, then by position
  std::vector<std::vector<std::uint32_t>> of_fragment;  ///< indices into `all`, by fragment
  std::vector<std::vector<std::int32_t>> record_of_node;  ///< by fragment and node; -1 for Document and Claim
};

/// Order and content depend on the set of fragments alone.
Records collect_records(std::span<const Fragment> fragments);

/// The string under `key`, or nothing.
std::string text_of(const Map& properties, std::string_view key);
std::vector<std::string> texts_of(const Map& properties, std::string_view key);
bool has_label(const FragmentNode& node, std::string_view label);

}  // namespace attest::extract
