#include <attest/exporters/csv_writer.hpp>

#include <algorithm>
#include <map>
#include <set>

#include <attest/exporters/csv_header.hpp>
#include <attest/exporters/inventory.hpp>
#include <attest/exporters/label_text.hpp>
#include <attest/exporters/sink.hpp>
#include <attest/graph/value_text.hpp>

namespace attest {
namespace {

using Type = Value::Type;

constexpr char array_delimiter = ';';

/// RFC 4180. An empty text is quoted: an empty cell without quotes means that there is no value.
void append_cell(std::string& out, std::string_view text) {
  if (!text.empty() && text.find_first_of("\",\r\n") == std::string_view::npos && text.front() != ' ' &&
      text.back() != ' ') {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

bool is_single(Type type) {
  return type != Type::list && type != Type::map && type != Type::null;
}

/// The type of a list's items where the list can be a cell of items between delimiters: one type, not empty,
/// no text that is empty or holds the delimiter.
std::optional<Type> item_type(const Value& value) {
  if (value.type() != Type::list || value.list().empty()) return {};
  const Type type = value.list().front().type();
  for (const Value& item : value.list()) {
    if (item.type() != type || !is_single(type)) return {};
    if (type == Type::string &&
        (item.string().empty() || item.string().find(array_delimiter) != std::string::npos))
      return {};
  }
  return type;
}

/// How the values of one key are written in one file.
struct Column {
  KeyId key{};
  std::uint32_t types = 0;
  std::uint32_t item_types = 0;  // of the lists
  bool plain_lists = true;       // all lists have an item_type

  bool is_mixed() const {
    const KeyUse use{key, types};
    const KeyUse items{key, item_types};
    if (!use.single() || *use.single() == Type::map) return true;
    return *use.single() == Type::list && (!plain_lists || !items.single());
  }
  std::string header_type() const {
    if (is_mixed()) return "string";
    const Type type = *KeyUse{key, types}.single();
    if (type != Type::list) return std::string(type_word(type));
    return std::string(type_word(*KeyUse{key, item_types}.single())) + "[]";
  }
};

/// What a file holds: the elements of one set of labels or one type.
struct Group {
  std::string file;
  std::string name;  // the cell of :LABEL or :TYPE
  std::map<KeyId, Column> columns;
};

void note(Group& group, const std::vector<Property>& properties) {
  for (const auto& [key, value] : properties) {
    Column& column = group.columns.try_emplace(key, Column{key}).first->second;
    column.types |= KeyUse::bit(value.type());
    if (value.type() != Type::list) continue;
    if (const auto type = item_type(value))
      column.item_types |= KeyUse::bit(*type);
    else
      column.plain_lists = false;
  }
}

/// Letters, digits, '-' and '_' of the name, made distinct among the names taken.
std::string file_name(std::string_view kind, std::string_view name, std::set<std::string>& taken) {
  std::string base(kind);
  for (const char c : name.substr(0, 80)) {
    const bool plain =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    base += plain ? c : '_';
  }
  std::string file = base + ".csv";
  for (int n = 2; !taken.insert(file).second; ++n) file = base + "-" + std::to_string(n) + ".csv";
  return file;
}

std::string label_cell(const std::vector<std::string_view>& names) {
  std::string cell;
  for (const std::string_view name : names) {
    if (!cell.empty()) cell += array_delimiter;
    if (!name.empty() && name.find(array_delimiter) == std::string_view::npos && name.front() != '`') {
      cell += name;
      continue;
    }
    cell += '`';
    for (const char c : name) cell.append(c == '`' ? 2 : 1, c);
    cell += '`';
  }
  return cell;
}

void append_value(std::string& out, const Column& column, const Value& value) {
  std::string text;
  if (column.is_mixed() || value.type() != Type::list) {
    append_text(text, value);
  } else {
    for (const Value& item : value.list()) {
      if (!text.empty()) text += array_delimiter;
      append_text(text, item);
    }
  }
  append_cell(out, text);
}

std::string header(const Graph& graph, const Group& group, std::string_view ids,
                   std::string_view name_column) {
  std::string line(ids);
  for (const auto& [key, column] : group.columns) {
    const std::string& name = graph.keys().name(key);
    line += ',';
    append_cell(line, name + ":" + column.header_type());
    if (!column.is_mixed()) continue;
    line += ',';
    append_cell(line, type_words_name(name) + ":IGNORE");
  }
  if (!name_column.empty()) (line += ',') += name_column;
  return line + "\n";
}

/// The cells of the properties, each after a comma.
void append_properties(std::string& out, const Group& group, const std::vector<Property>& properties) {
  auto next = properties.begin();
  for (const auto& [key, column] : group.columns) {
    out += ',';
    const bool has = next != properties.end() && next->first == key;
    if (has) append_value(out, column, next->second);
    if (column.is_mixed()) {
      out += ',';
      if (has) out += type_word(next->second.type());
    }
    if (has) ++next;
  }
}

/// Four bytes an element say which file it goes to; the files are then written one after another.
struct Plan {
  std::vector<Group> groups;
  std::vector<std::uint32_t> group_of;  // by id
};

Plan plan_nodes(const GraphView& view, std::set<std::string>& taken) {
  const Graph& graph = view.graph();
  Plan plan;
  std::map<std::string, std::uint32_t> by_labels;
  plan.group_of.resize(graph.node_limit());
  view.each_node([&](NodeId node) {
    const auto names = label_names(graph, node);
    const std::string cell = label_cell(names);
    const auto [found, added] = by_labels.try_emplace(cell, plan.groups.size());
    if (added) plan.groups.push_back({file_name(names.empty() ? "nodes" : "nodes-", cell, taken), cell, {}});
    plan.group_of[index(node)] = found->second;
    note(plan.groups[found->second], graph.properties(node));
  });
  return plan;
}

Plan plan_relationships(const GraphView& view, std::set<std::string>& taken) {
  const Graph& graph = view.graph();
  Plan plan;
  std::map<TypeId, std::uint32_t> by_type;
  plan.group_of.resize(graph.relationship_limit());
  view.each_relationship([&](RelationshipId id) {
    const TypeId type = graph.type_of(id);
    const auto [found, added] = by_type.try_emplace(type, plan.groups.size());
    const std::string& name = graph.types().name(type);
    if (added) plan.groups.push_back({file_name("relationships-", name, taken), name, {}});
    plan.group_of[index(id)] = found->second;
    note(plan.groups[found->second], graph.properties(id));
  });
  return plan;
}

void write_nodes(const GraphView& view, const Plan& plan, std::uint32_t at, std::ostream& stream) {
  const Graph& graph = view.graph();
  const Group& group = plan.groups[at];
  Sink out(stream);
  out << header(graph, group, ":ID", group.name.empty() ? "" : ":LABEL");
  view.each_node([&](NodeId node) {
    if (plan.group_of[index(node)] != at) return;
    std::string line = std::to_string(index(node));
    append_properties(line, group, graph.properties(node));
    if (!group.name.empty()) append_cell(line += ',', group.name);
    out << (line += '\n');
  });
  out.flush();
}

void write_relationships(const GraphView& view, const Plan& plan, std::uint32_t at, std::ostream& stream) {
  const Graph& graph = view.graph();
  const Group& group = plan.groups[at];
  Sink out(stream);
  out << header(graph, group, ":START_ID,:END_ID", ":TYPE");
  view.each_relationship([&](RelationshipId id) {
    if (plan.group_of[index(id)] != at) return;
    std::string line =
        std::to_string(index(graph.start_of(id))) + "," + std::to_string(index(graph.end_of(id)));
    append_properties(line, group, graph.properties(id));
    append_cell(line += ',', group.name);
    out << (line += '\n');
  });
  out.flush();
}

}  // namespace

void write_csv(const GraphView& view, const CsvOpen& open) {
  std::set<std::string> taken;
  const Plan nodes = plan_nodes(view, taken);
  for (std::uint32_t i = 0; i < nodes.groups.size(); ++i)
    open(nodes.groups[i].file, [&](std::ostream& out) { write_nodes(view, nodes, i, out); });
  const Plan relationships = plan_relationships(view, taken);
  for (std::uint32_t i = 0; i < relationships.groups.size(); ++i)
    open(relationships.groups[i].file,
         [&](std::ostream& out) { write_relationships(view, relationships, i, out); });
}

bool is_csv_export_name(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  return name.ends_with(".csv") && (name.starts_with("nodes") || name.starts_with("relationships-"));
}

}  // namespace attest
