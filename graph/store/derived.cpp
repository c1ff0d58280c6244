#include <attest/graph/store/derived.hpp>

#include <unordered_map>

#include <attest/graph/store/bytes.hpp>
#include <attest/graph/store/impl.hpp>
#include <attest/graph/store/segments.hpp>
#include <attest/graph/store/value_codec.hpp>

namespace attest::store {

namespace {

constexpr std::string_view group = "derived";

void write_texts(ByteWriter& out, const std::vector<std::string>& texts) {
  out.number(texts.size());
  for (const std::string& text : texts) out.text(text);
}

std::vector<std::string> read_texts(ByteReader& in) {
  std::vector<std::string> texts;
  for (std::uint64_t count = in.number(); count > 0; --count) texts.emplace_back(in.text());
  return texts;
}

void write_edits(ByteWriter& out, const std::map<std::string, Edit>& edits) {
  out.number(edits.size());
  for (const auto& [id, edit] : edits) {
    out.text(id);
    out.byte(edit.removed ? 1 : 0);
    out.number(edit.properties.size());
    for (const auto& [key, value] : edit.properties) {
      out.text(key);
      write_value(out, value);
    }
    out.number(edit.labels.size());
    for (const auto& [label, added] : edit.labels) {
      out.text(label);
      out.byte(added ? 1 : 0);
    }
  }
}

std::map<std::string, Edit> read_edits(ByteReader& in) {
  std::map<std::string, Edit> edits;
  for (std::uint64_t count = in.number(); count > 0; --count) {
    Edit& edit = edits[std::string(in.text())];
    edit.removed = in.byte() != 0;
    for (std::uint64_t n = in.number(); n > 0; --n) {
      std::string key(in.text());
      edit.properties[std::move(key)] = read_value(in);
    }
    for (std::uint64_t n = in.number(); n > 0; --n) {
      std::string label(in.text());
      edit.labels[std::move(label)] = in.byte() != 0;
    }
  }
  return edits;
}

void replace_segment(const Database& database, std::string_view name, const ByteWriter& bytes) {
  const std::string segment = std::string(group) + "/" + std::string(name);
  Statement(database, "DELETE FROM segments WHERE segment = ?").bind(segment).run();
  put_segment(database, group, name, bytes.bytes());
}

void absorb(const Change& change, const Graph& names, const Identity& identity, Edits& edits) {
  using Kind = Change::Kind;
  const bool of_relationship = change.kind >= Kind::add_relationship;
  const std::size_t derived = of_relationship ? identity.relationships.size() : identity.derived_nodes;
  if (change.element >= derived) return;  // the user's own
  Edit& edit = of_relationship ? edits.relationships[identity.relationships[change.element]]
                               : edits.nodes[identity.nodes[change.element]];
  switch (change.kind) {
    case Kind::remove_node:
    case Kind::remove_relationship:
      edit = Edit{true, {}, {}};
      break;
    case Kind::add_label:
      edit.labels[names.labels().name(LabelId{change.name})] = true;
      break;
    case Kind::remove_label:
      edit.labels[names.labels().name(LabelId{change.name})] = false;
      break;
    case Kind::set_node_property:
    case Kind::set_relationship_property:
      edit.properties[names.keys().name(KeyId{change.name})] = change.after;
      break;
    case Kind::add_node:
    case Kind::add_relationship:
      break;
  }
}

const Edit* edit_of(const std::map<std::string, Edit>& edits, const std::string& id) {
  const auto found = edits.find(id);
  return found == edits.end() ? nullptr : &found->second;
}

Map edited(Map properties, const Edit* edit) {
  if (!edit) return properties;
  for (const auto& [key, value] : edit->properties) {
    if (value.is_null()) {
      properties.erase(key);
    } else {
      properties.insert_or_assign(key, value);
    }
  }
  return properties;
}

/// One rebuild: the new graph grows while the ids of its nodes are kept.
class Rebuild {
 public:
  Rebuild(const Graph& old, Identity& old_identity, Edits& edits)
      : old_(old), was_(old_identity), edits_(edits) {
    is_.user_nodes = was_.user_nodes;
  }

  Graph run(const Fragment& resolved) {
    for (const FragmentNode& node : resolved.nodes) add_derived(node);
    is_.derived_nodes = is_.nodes.size();
    old_.nodes().for_each([&](std::uint32_t id) {
      if (id >= was_.derived_nodes) add_own(NodeId{id});
    });
    for (const FragmentRelationship& r : resolved.relationships) add_derived(r);
    std::vector<WaitingRelationship> own = std::move(edits_.waiting);
    edits_.waiting.clear();
    old_.relationships().for_each([&](std::uint32_t id) {
      if (id >= was_.relationships.size()) own.push_back(own_relationship(RelationshipId{id}));
    });
    for (WaitingRelationship& r : own) add_own(std::move(r));
    was_ = std::move(is_);
    return std::move(graph_);
  }

 private:
  std::vector<Property> interned(const Map& properties) {
    std::vector<Property> out;
    for (const auto& [key, value] : properties) out.emplace_back(graph_.key(key), value);
    return out;
  }

  void add_derived(const FragmentNode& node) {
    const Edit* edit = edit_of(edits_.nodes, node.id);
    if (edit && edit->removed) return;
    std::vector<LabelId> labels;
    for (const std::string& label : node.labels) labels.push_back(graph_.label(label));
    const NodeId id = graph_.add_node(labels, interned(edited(node.properties, edit)));
    if (edit) {
      for (const auto& [label, added] : edit->labels) {
        added ? graph_.add_label(id, graph_.label(label)) : graph_.remove_label(id, graph_.label(label));
      }
    }
    nodes_[node.id] = id;
    is_.nodes.push_back(node.id);
  }

  void add_derived(const FragmentRelationship& r) {
    const Edit* edit = edit_of(edits_.relationships, r.id);
    const auto start = nodes_.find(r.start);
    const auto end = nodes_.find(r.end);
    if ((edit && edit->removed) || start == nodes_.end() || end == nodes_.end()) return;
    graph_.add_relationship(graph_.type(r.type), start->second, end->second,
                            interned(edited(r.properties, edit)));
    is_.relationships.push_back(r.id);
  }

  /// The id of a node of the old graph; the user's get one when they are first met.
  std::string id_of(NodeId node) {
    if (index(node) < was_.nodes.size()) return was_.nodes[index(node)];
    std::string& id = fresh_[node];
    if (id.empty()) id = user_mark + std::to_string(++is_.user_nodes);
    return id;
  }

  void add_own(NodeId node) {
    std::vector<LabelId> labels;
    for (const LabelId label : old_.labels_of(node))
      labels.push_back(graph_.label(old_.labels().name(label)));
    std::vector<Property> properties;
    for (auto& [key, value] : old_.properties(node)) {
      properties.emplace_back(graph_.key(old_.keys().name(key)), value);
    }
    const std::string id = id_of(node);
    nodes_[id] = graph_.add_node(labels, properties);
    is_.nodes.push_back(id);
  }

  WaitingRelationship own_relationship(RelationshipId id) {
    WaitingRelationship out{
        old_.types().name(old_.type_of(id)), id_of(old_.start_of(id)), id_of(old_.end_of(id)), {}};
    for (const auto& [key, value] : old_.properties(id)) out.properties[old_.keys().name(key)] = value;
    return out;
  }

  void add_own(WaitingRelationship r) {
    const auto start = nodes_.find(r.start);
    const auto end = nodes_.find(r.end);
    if (start != nodes_.end() && end != nodes_.end()) {
      graph_.add_relationship(graph_.type(r.type), start->second, end->second, interned(r.properties));
      return;
    }
    // A node of the user's that is gone was deleted, and does not come back.
    const auto may_come = [&](auto found, const std::string& id) {
      return found != nodes_.end() || !id.starts_with(user_mark);
    };
    if (may_come(start, r.start) && may_come(end, r.end)) edits_.waiting.push_back(std::move(r));
  }

  static constexpr const char* user_mark = "\x1f";  // in no derived id

  const Graph& old_;
  Identity& was_;
  Identity is_;
  Edits& edits_;
  Graph graph_;
  std::unordered_map<std::string, NodeId> nodes_;
  std::map<NodeId, std::string> fresh_;
};

}  // namespace

Identity load_identity(const Database& database) {
  const std::vector<char> bytes = get_segment(database, group, "identity");
  Identity identity;
  if (bytes.empty()) return identity;
  ByteReader in(bytes);
  identity.nodes = read_texts(in);
  identity.derived_nodes = std::min<std::size_t>(in.number(), identity.nodes.size());
  identity.relationships = read_texts(in);
  identity.user_nodes = in.number();
  return identity;
}

void save_identity(const Database& database, const Identity& identity) {
  ByteWriter out;
  write_texts(out, identity.nodes);
  out.number(identity.derived_nodes);
  write_texts(out, identity.relationships);
  out.number(identity.user_nodes);
  replace_segment(database, "identity", out);
}

Edits load_edits(const Database& database) {
  const std::vector<char> bytes = get_segment(database, group, "edits");
  Edits edits;
  if (bytes.empty()) return edits;
  ByteReader in(bytes);
  edits.nodes = read_edits(in);
  edits.relationships = read_edits(in);
  for (std::uint64_t count = in.number(); count > 0; --count) {
    WaitingRelationship r;
    r.type = in.text();
    r.start = in.text();
    r.end = in.text();
    r.properties = read_value(in).map();
    edits.waiting.push_back(std::move(r));
  }
  return edits;
}

void save_edits(const Database& database, const Edits& edits) {
  ByteWriter out;
  write_edits(out, edits.nodes);
  write_edits(out, edits.relationships);
  out.number(edits.waiting.size());
  for (const WaitingRelationship& r : edits.waiting) {
    out.text(r.type);
    out.text(r.start);
    out.text(r.end);
    write_value(out, r.properties);
  }
  replace_segment(database, "edits", out);
}

void absorb_journal(const Database& database, const Identity& identity, Edits& edits) {
  if (identity.nodes.empty() && identity.relationships.empty()) return;
  Graph names;
  for_each_entry(database, [&](std::span<const char> entry) {
    for (const Change& change : decode_changes(entry, names)) absorb(change, names, identity, edits);
  });
}

Graph rebuild(const Fragment& resolved, const Graph& old, Identity& identity, Edits& edits) {
  return Rebuild(old, identity, edits).run(resolved);
}

}  // namespace attest::store
