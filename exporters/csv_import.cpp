#include <attest/exporters/csv_import.hpp>

#include <algorithm>
#include <atomic>
#include <exception>
#include <functional>
#include <map>
#include <thread>

#include <attest/exporters/csv_ids.hpp>
#include <attest/graph/builder.hpp>
#include <attest/graph/error.hpp>

namespace attest {
namespace {

constexpr std::string_view default_type = "RELATED";

/// Runs task(0) … task(count - 1) on `threads` threads. The error of the lowest number is thrown.
void run_all(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& task) {
  std::vector<std::exception_ptr> errors(count);
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        task(i);
      } catch (...) {
        errors[i] = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < std::min<std::size_t>(threads, count); ++i) helpers.emplace_back(work);
    work();
  }
  for (const auto& error : errors)
    if (error) std::rethrow_exception(error);
}

std::vector<std::size_t> largest_first(std::span<const std::filesystem::path> files) {
  std::vector<std::pair<std::uintmax_t, std::size_t>> sizes;
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::error_code unknown;
    const auto size = std::filesystem::file_size(files[i], unknown);
    sizes.emplace_back(unknown ? 0 : size, i);
  }
  std::stable_sort(sizes.begin(), sizes.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::size_t> order;
  for (const auto& [size, i] : sizes) order.push_back(i);
  return order;
}

[[noreturn]] void fail(const CsvTable& table, std::size_t row, const std::string& message) {
  const std::uint64_t line = table.line_of(row);
  const std::string file = table.file.string();
  throw FormatError(file + ":" + std::to_string(line) + ": " + message, file, line);
}

std::string id_text(const CsvIds& ids, std::uint32_t row) {
  for (const auto& [at, text] : ids.texts)
    if (at == row) return std::string(text);
  return std::to_string(ids.numbers[row]);
}

using Spaces = std::map<std::string, IdSpace>;

Spaces make_spaces(const std::vector<CsvTable>& tables) {
  Spaces spaces;
  for (const CsvTable& table : tables)
    if (!table.relationships) spaces[table.ids.space].announce(table.ids);
  std::uint32_t first = 0;
  for (const CsvTable& table : tables) {
    if (table.relationships) continue;
    if (const auto row = spaces[table.ids.space].add(table.ids, first))
      fail(table, *row,
           "the id " + id_text(table.ids, *row) +
               " is given twice; ids are unique in their space, as in :ID(Person)");
    first += static_cast<std::uint32_t>(table.rows);
  }
  return spaces;
}

std::vector<NodeId> find_ends(const CsvTable& table, const CsvIds& ids, const Spaces& spaces,
                              std::string_view column) {
  const auto space = spaces.find(ids.space);
  std::optional<std::uint32_t> unknown = 0;
  if (table.rows == 0) return {};
  std::vector<NodeId> nodes;
  if (space != spaces.end()) nodes = space->second.find(ids, unknown);
  if (unknown)
    fail(table, *unknown,
         std::string(column) + " " + id_text(ids, *unknown) + " is not the id of a node in these files" +
             (ids.space.empty() ? "" : " of the space " + ids.space));
  return nodes;
}

/// A cell of :LABEL → names. A name with the delimiter in it stands in backticks, doubled inside.
std::vector<std::string> label_parts(std::string_view cell, char delimiter) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < cell.size();) {
    std::string name;
    if (cell[at] == '`') {
      for (++at; at < cell.size(); ++at) {
        if (cell[at] == '`' && (++at == cell.size() || cell[at] != '`')) break;
        name += cell[at];
      }
    } else {
      const std::size_t end = std::min(cell.find(delimiter, at), cell.size());
      name = cell.substr(at, end - at);
      at = end;
    }
    parts.push_back(std::move(name));
    if (at < cell.size()) ++at;  // the delimiter
  }
  return parts;
}

/// Calls visit(first row, count, name) for each run of equal names.
template <class Visit>
void each_run(const CsvTable& table, Visit visit) {
  const auto& rows = table.names.rows;
  if (rows.empty()) {
    if (table.rows > 0) visit(std::size_t{0}, table.rows, std::string_view());
    return;
  }
  for (std::size_t from = 0; from < rows.size();) {
    std::size_t to = from + 1;
    while (to < rows.size() && rows[to] == rows[from]) ++to;
    visit(from, to - from, table.names.distinct[rows[from]]);
    from = to;
  }
}

template <class Id>
void set_properties(GraphBuilder& builder, Graph& graph, const CsvTable& table, Id first) {
  for (const CsvValues& column : table.properties) {
    if (column.missing.size() == table.rows) continue;
    Bitmap present;
    if (!column.missing.empty()) {
      present.resize(table.rows, true);
      for (const std::uint32_t row : column.missing) present.reset(row);
    }
    const Column::Block block = std::visit(
        [](const auto& values) -> Column::Block { return std::span(values.data(), values.size()); },
        column.values);
    builder.set(first, graph.key(column.name), block, column.missing.empty() ? nullptr : &present);
  }
}

NodeId add_nodes(GraphBuilder& builder, Graph& graph, const CsvTable& table, char delimiter) {
  NodeId first{static_cast<std::uint32_t>(graph.node_limit())};
  each_run(table, [&](std::size_t, std::size_t count, std::string_view name) {
    std::vector<LabelId> labels;
    for (const std::string& label : label_parts(name, delimiter)) labels.push_back(graph.label(label));
    builder.add_nodes(count, labels);
  });
  return first;
}

}  // namespace

CsvImport::CsvImport(std::span<const std::filesystem::path> files, const ImportOptions& options)
    : tables_(files.size()), ends_(files.size()), array_delimiter_(options.array_delimiter) {
  const unsigned threads =
      options.threads ? options.threads : std::max(1u, std::thread::hardware_concurrency());
  const auto order = largest_first(files);
  run_all(files.size(), threads,
          [&](std::size_t i) { tables_[order[i]] = parse_csv(files[order[i]], options); });
  const Spaces spaces = make_spaces(tables_);
  run_all(files.size(), threads, [&](std::size_t i) {
    const CsvTable& table = tables_[order[i]];
    if (!table.relationships) return;
    ends_[order[i]] = {find_ends(table, table.starts, spaces, ":START_ID"),
                       find_ends(table, table.ends, spaces, ":END_ID")};
  });
}

ImportSummary CsvImport::add_to(Graph& graph) const {
  GraphBuilder builder(graph);
  ImportSummary summary;
  for (const CsvTable& table : tables_)
    (table.relationships ? summary.relationships : summary.nodes) += table.rows;
  builder.reserve(summary.nodes, summary.relationships);
  const auto base = static_cast<std::uint32_t>(graph.node_limit());
  for (const CsvTable& table : tables_)
    if (!table.relationships)
      set_properties(builder, graph, table, add_nodes(builder, graph, table, array_delimiter_));
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    const CsvTable& table = tables_[i];
    if (!table.relationships) continue;
    std::vector<NodeId> shifted[2] = {ends_[i].starts, ends_[i].ends};
    if (base > 0)
      for (auto& nodes : shifted)
        for (NodeId& node : nodes) node = NodeId{index(node) + base};
    const RelationshipId first{static_cast<std::uint32_t>(graph.relationship_limit())};
    each_run(table, [&](std::size_t from, std::size_t count, std::string_view name) {
      builder.add_relationships(graph.type(name.empty() ? default_type : name),
                                std::span(shifted[0]).subspan(from, count),
                                std::span(shifted[1]).subspan(from, count));
    });
    set_properties(builder, graph, table, first);
  }
  return summary;
}

}  // namespace attest
