#include <attest/graph/store/graph_codec.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <attest/graph/error.hpp>
#include <attest/graph/graph_impl.hpp>
#include <attest/graph/store/segments.hpp>
#include <attest/graph/store/value_codec.hpp>

namespace attest {

using store::ByteReader;
using store::ByteWriter;
using store::Database;
using store::get_array;
using store::get_segment;
using store::put_array;
using store::put_segment;

namespace {

constexpr std::string_view group = "graph";
constexpr std::uint64_t layout_version = 1;

[[noreturn]] void damaged(const Database& database, std::string_view how) {
  throw StoreError(fmt::format("{}: is damaged: the graph {}", database.file(), how));
}

template <class Id>
void write_names(ByteWriter& out, const Symbols<Id>& names) {
  out.number(names.size());
  for (std::uint32_t i = 0; i < names.size(); ++i) out.text(names.name(Id{i}));
}

template <class Id>
void read_names(ByteReader& in, Symbols<Id>& names) {
  for (std::uint64_t count = in.number(); count > 0; --count) names.intern(in.text());
}

void save_bitmap(const Database& database, const std::string& name, const Bitmap& bitmap) {
  put_array<std::uint64_t>(database, group, name, bitmap.words());
}

Bitmap load_bitmap(const Database& database, const std::string& name, std::size_t size) {
  std::vector<std::uint64_t> words = get_array<std::uint64_t>(database, group, name, (size + 63) / 64);
  if (size % 64 != 0 && words.back() >> (size % 64) != 0) damaged(database, "has a bitmap that is too long");
  return {std::move(words), size};
}

// Columns. In the manifest: kind, dense, size; the arrays are segments of their own.

void save_strings(const Database& database, const std::string& name, const Column& column) {
  std::vector<std::uint32_t> lengths;
  std::vector<char> characters;
  lengths.reserve(column.slices().size());
  characters.reserve(column.characters().size());
  for (std::size_t slot = 0; slot < column.slices().size(); ++slot) {
    const std::string_view text = column.string(slot);
    lengths.push_back(static_cast<std::uint32_t>(text.size()));
    characters.insert(characters.end(), text.begin(), text.end());
  }
  put_array<std::uint32_t>(database, group, name + "/lengths", lengths);
  put_array<char>(database, group, name + "/characters", characters);
}

void save_mixed(const Database& database, const std::string& name, const Column& column) {
  ByteWriter out;
  for (const Value& value : column.mixed()) store::write_value(out, value);
  put_segment(database, group, name + "/values", out.bytes());
}

void save_column(const Database& database, const std::string& name, const Column& column,
                 ByteWriter& manifest) {
  manifest.byte(static_cast<std::uint8_t>(column.kind()));
  manifest.byte(column.dense() ? 1 : 0);
  manifest.number(column.size());
  save_bitmap(database, name + "/present", column.present());
  switch (column.kind()) {
    case Column::Kind::boolean:
      return put_array<std::uint8_t>(database, group, name + "/values", column.booleans());
    case Column::Kind::integer:
      return put_array<std::int64_t>(database, group, name + "/values", column.integers());
    case Column::Kind::floating:
      return put_array<double>(database, group, name + "/values", column.floatings());
    case Column::Kind::string:
      return save_strings(database, name, column);
    case Column::Kind::mixed:
      return save_mixed(database, name, column);
  }
}

std::pair<std::vector<Column::Slice>, std::vector<char>> load_strings(const Database& database,
                                                                      const std::string& name,
                                                                      std::size_t slots) {
  const auto lengths = get_array<std::uint32_t>(database, group, name + "/lengths", slots);
  std::vector<Column::Slice> slices(slots);
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < slots; ++i) {
    slices[i] = {static_cast<std::uint32_t>(total), lengths[i]};
    total += lengths[i];
  }
  if (total > std::numeric_limits<std::uint32_t>::max()) damaged(database, "has strings that are too long");
  return {std::move(slices), get_array<char>(database, group, name + "/characters", total)};
}

std::vector<Value> load_mixed(const Database& database, const std::string& name, std::size_t slots) {
  const std::vector<char> bytes = get_segment(database, group, name + "/values");
  ByteReader in(bytes);
  std::vector<Value> values(slots);
  for (Value& value : values) value = store::read_value(in);
  return values;
}

Column load_column(const Database& database, const std::string& name, ByteReader& manifest) {
  const auto kind = static_cast<Column::Kind>(manifest.byte());
  const bool dense = manifest.byte() != 0;
  const std::size_t size = manifest.number();
  Bitmap present = load_bitmap(database, name + "/present", size);
  const std::size_t slots = dense ? size : present.count();
  const std::string values = name + "/values";
  switch (kind) {
    case Column::Kind::boolean:
      return {std::move(present), get_array<std::uint8_t>(database, group, values, slots), {}, dense};
    case Column::Kind::integer:
      return {std::move(present), get_array<std::int64_t>(database, group, values, slots), {}, dense};
    case Column::Kind::floating:
      return {std::move(present), get_array<double>(database, group, values, slots), {}, dense};
    case Column::Kind::string: {
      auto [slices, characters] = load_strings(database, name, slots);
      return {std::move(present), std::move(slices), std::move(characters), dense};
    }
    case Column::Kind::mixed:
      return {std::move(present), load_mixed(database, name, slots), {}, dense};
  }
  damaged(database, "has a column of no known kind");
}

void save_columns(const Database& database, std::string_view element,
                  const std::vector<std::unique_ptr<Column>>& columns, ByteWriter& manifest) {
  manifest.number(columns.size());
  for (std::size_t key = 0; key < columns.size(); ++key) {
    const bool used = columns[key] && columns[key]->count() > 0;
    manifest.byte(used ? 1 : 0);
    if (used) save_column(database, fmt::format("{}/{}", element, key), *columns[key], manifest);
  }
}

void load_columns(const Database& database, std::string_view element,
                  std::vector<std::unique_ptr<Column>>& columns, ByteReader& manifest) {
  columns.resize(manifest.number());
  for (std::size_t key = 0; key < columns.size(); ++key) {
    if (manifest.byte() == 0) continue;
    columns[key] =
        std::make_unique<Column>(load_column(database, fmt::format("{}/{}", element, key), manifest));
  }
}

}  // namespace

void GraphCodec::save(const Graph& source, const Database& database) {
  const Graph::Impl& graph = *source.impl_;
  store::drop_segments(database, group);
  ByteWriter manifest;
  manifest.number(layout_version);
  write_names(manifest, graph.labels);
  write_names(manifest, graph.types);
  write_names(manifest, graph.keys);

  manifest.number(graph.nodes.size());
  save_bitmap(database, "nodes", graph.nodes);
  manifest.number(graph.labelled.size());
  for (std::size_t i = 0; i < graph.labelled.size(); ++i) {
    manifest.number(graph.labelled[i].nodes.size());
    save_bitmap(database, fmt::format("label/{}", i), graph.labelled[i].nodes);
  }
  const RelationshipTable& table = graph.table;
  manifest.number(table.present.size());
  save_bitmap(database, "relationships", table.present);
  put_array<TypeId>(database, group, "types", table.types);
  put_array<NodeId>(database, group, "starts", table.starts);
  put_array<NodeId>(database, group, "ends", table.ends);

  save_columns(database, "node", graph.node_columns, manifest);
  save_columns(database, "relationship", graph.relationship_columns, manifest);
  put_segment(database, group, "manifest", manifest.bytes());
}

void GraphCodec::check_relationships(const Graph::Impl& graph) {
  const RelationshipTable& table = graph.table;
  table.present.for_each([&](std::uint32_t id) {
    if (static_cast<std::size_t>(table.types[id]) >= graph.types.size()) {
      throw StoreError(fmt::format("relationship {} has no known type", id));
    }
    if (graph.nodes.test(index(table.starts[id])) && graph.nodes.test(index(table.ends[id]))) return;
    throw StoreError(fmt::format("relationship {} leads to a node that is not there", id));
  });
}

void GraphCodec::find_extents(Graph::Impl& graph) {
  graph.table.present.for_each([&](std::uint32_t id) {
    TypeExtent& extent = graph.by_type[static_cast<std::size_t>(graph.table.types[id])]->extent;
    if (extent.count++ == 0) extent.first = id;
    extent.last = id + 1;
  });
}

Graph GraphCodec::load(const Database& database) try {
  Graph out;
  const std::vector<char> bytes = get_segment(database, group, "manifest");
  if (bytes.empty()) return out;
  ByteReader manifest(bytes);
  if (const std::uint64_t version = manifest.number(); version != layout_version) {
    damaged(database, fmt::format("has layout {}", version));
  }
  Graph::Impl& graph = *out.impl_;
  read_names(manifest, graph.labels);
  read_names(manifest, graph.types);
  read_names(manifest, graph.keys);
  for (std::uint32_t i = 0; i < graph.types.size(); ++i) graph.type_for_write(TypeId{i});

  graph.nodes = load_bitmap(database, "nodes", manifest.number());
  graph.node_count = graph.nodes.count();
  graph.labelled.resize(manifest.number());
  for (std::size_t i = 0; i < graph.labelled.size(); ++i) {
    Graph::Impl::Label& label = graph.labelled[i];
    label.nodes = load_bitmap(database, fmt::format("label/{}", i), manifest.number());
    label.count = label.nodes.count();
  }
  RelationshipTable& table = graph.table;
  const std::size_t relationships = manifest.number();
  table.present = load_bitmap(database, "relationships", relationships);
  table.types = get_array<TypeId>(database, group, "types", relationships);
  table.starts = get_array<NodeId>(database, group, "starts", relationships);
  table.ends = get_array<NodeId>(database, group, "ends", relationships);
  graph.relationship_count = table.present.count();
  check_relationships(graph);
  find_extents(graph);

  load_columns(database, "node", graph.node_columns, manifest);
  load_columns(database, "relationship", graph.relationship_columns, manifest);
  return out;
} catch (const StoreError& error) {
  const std::string what = error.what();
  if (what.starts_with(database.file())) throw;
  throw StoreError(fmt::format("{}: {}", database.file(), what));
}

}  // namespace attest
