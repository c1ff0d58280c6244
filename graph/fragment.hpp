// A small property graph as plain values: the JSON form of docs/file-format.md, one shape everywhere.
//
// What an extractor says of one document, what `load` and `import` read, what `export --format json`
// writes. Ids are strings, local to the fragment. Values beyond JSON are spelled as in value_text.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <attest/graph/value.hpp>

namespace attest {

struct FragmentNode {
  std::string id;
  std::vector<std::string> labels;
  Map properties;
};

struct FragmentRelationship {
  std::string id;
  std::string type;
  std::string start;  // node ids
  std::string end;
  Map properties;
};

struct Fragment {
  std::vector<FragmentNode> nodes;
  std::vector<FragmentRelationship> relationships;
};

/// One line of JSON, keys in the order of the ontology's example, no line break inside.
std::string to_json(const Fragment& fragment);

/// Reads what to_json writes. Throws FormatError (with `source` and `line` in it) where the text is not JSON,
/// a required member is missing, an id is doubled or a relationship names a node that is not there.
Fragment parse_fragment(std::string_view json, std::string_view source = "fragment", std::size_t line = 1);

}  // namespace attest
