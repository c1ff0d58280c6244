#include <attest/graph/fragment.hpp>

#include <unordered_set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <attest/graph/error.hpp>
#include <attest/graph/value_text.hpp>

namespace attest {

namespace {

void append_member(std::string& out, std::string_view name, std::string_view text) {
  append_json_string(out, name);
  out += ": ";
  append_json_string(out, text);
  out += ", ";
}

void append_properties(std::string& out, const Map& properties) {
  out += "\"properties\": {";
  bool first = true;
  for (const auto& [key, value] : properties) {
    if (!first) out += ", ";
    first = false;
    append_json_string(out, key);
    out += ": ";
    append_json(out, value);
  }
  out += '}';
}

void append(std::string& out, const FragmentNode& node) {
  out += '{';
  append_member(out, "id", node.id);
  out += "\"labels\": [";
  for (const std::string& label : node.labels) {
    if (&label != node.labels.data()) out += ", ";
    append_json_string(out, label);
  }
  out += "], ";
  append_properties(out, node.properties);
  out += '}';
}

void append(std::string& out, const FragmentRelationship& relationship) {
  out += '{';
  append_member(out, "id", relationship.id);
  append_member(out, "type", relationship.type);
  append_member(out, "start", relationship.start);
  append_member(out, "end", relationship.end);
  append_properties(out, relationship.properties);
  out += '}';
}

template <class Element>
void append_list(std::string& out, std::string_view name, const std::vector<Element>& elements) {
  append_json_string(out, name);
  out += ": [";
  for (const Element& element : elements) {
    if (&element != elements.data()) out += ", ";
    append(out, element);
  }
  out += ']';
}

/// What is wrong with a fragment, before the place is known.
struct Malformed {
  std::string what;
};

const Value& member(const Value& object, std::string_view name, std::string_view what, Value::Type type) {
  if (object.type() != Value::Type::map) throw Malformed{fmt::format("a {} is not an object", what)};
  const auto found = object.map().find(name);
  if (found == object.map().end()) throw Malformed{fmt::format("a {} has no \"{}\"", what, name)};
  if (found->second.type() == type) return found->second;
  throw Malformed{fmt::format("\"{}\" of a {} is a {}; a {} is wanted", name, what,
                              type_name(found->second.type()), type_name(type))};
}

const std::string& text(const Value& object, std::string_view name, std::string_view what) {
  return member(object, name, what, Value::Type::string).string();
}

Map properties_of(const Value& object, std::string_view what) {
  if (!object.map().contains("properties")) return {};
  Map out = member(object, "properties", what, Value::Type::map).map();
  std::erase_if(out, [](const auto& property) { return property.second.is_null(); });
  return out;
}

FragmentNode node_of(const Value& object) {
  FragmentNode node{text(object, "id", "node"), {}, properties_of(object, "node")};
  for (const Value& label : member(object, "labels", "node", Value::Type::list).list()) {
    if (label.type() != Value::Type::string) throw Malformed{"a label is not a string"};
    node.labels.push_back(label.string());
  }
  return node;
}

FragmentRelationship relationship_of(const Value& object) {
  constexpr std::string_view what = "relationship";
  return {text(object, "id", what), text(object, "type", what), text(object, "start", what),
          text(object, "end", what), properties_of(object, what)};
}

void check_ids(const Fragment& fragment) {
  std::unordered_set<std::string_view> nodes;
  for (const FragmentNode& node : fragment.nodes) {
    if (!nodes.insert(node.id).second) throw Malformed{fmt::format("two nodes have the id \"{}\"", node.id)};
  }
  std::unordered_set<std::string_view> relationships;
  for (const FragmentRelationship& r : fragment.relationships) {
    if (!relationships.insert(r.id).second) {
      throw Malformed{fmt::format("two relationships have the id \"{}\"", r.id)};
    }
    for (const std::string& end : {r.start, r.end}) {
      if (nodes.contains(end)) continue;
      throw Malformed{fmt::format("relationship \"{}\" names a node \"{}\" that is not there", r.id, end)};
    }
  }
}

/// Why the text was not read: the place, as the JSON parser tells it.
std::string json_error(std::string_view json) {
  try {
    [[maybe_unused]] const auto parsed = nlohmann::json::parse(json);
  } catch (const nlohmann::json::parse_error& error) {
    return fmt::format("not JSON, at byte {}", error.byte);
  } catch (const nlohmann::json::exception& error) {
    return error.what();
  }
  return "a value that is not of its \"@type\", or nested too deep";
}

}  // namespace

std::string to_json(const Fragment& fragment) {
  std::string out = "{";
  append_list(out, "nodes", fragment.nodes);
  out += ", ";
  append_list(out, "relationships", fragment.relationships);
  out += '}';
  return out;
}

Fragment parse_fragment(std::string_view json, std::string_view source, std::size_t line) {
  try {
    const std::optional<Value> parsed = parse_json_value(json);
    if (!parsed) throw Malformed{json_error(json)};
    Fragment fragment;
    for (const Value& node : member(*parsed, "nodes", "fragment", Value::Type::list).list()) {
      fragment.nodes.push_back(node_of(node));
    }
    for (const Value& r : member(*parsed, "relationships", "fragment", Value::Type::list).list()) {
      fragment.relationships.push_back(relationship_of(r));
    }
    check_ids(fragment);
    return fragment;
  } catch (const Malformed& malformed) {
    throw FormatError(fmt::format("{}:{}: {}", source, line, malformed.what), std::string(source), line);
  }
}

}  // namespace attest
