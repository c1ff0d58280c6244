// Answers as text: tables for people, JSON and CSV for programs.
//
// JSON is the form of docs/query-language.md: nodes {"id", "labels", "properties"}, relationships {"id",
// "type", "start", "end", "properties"}, paths {"nodes", "relationships"}, temporal values their ISO 8601
// strings; NaN and the infinities, for which JSON has no numbers, the strings "NaN", "Infinity" and
// "-Infinity".
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

#include <attest/error.hpp>
#include <attest/query/query.hpp>

namespace attest {

enum class OutputFormat : std::uint8_t { table, json, jsonl, csv };

/// Throws UsageError that lists the names.
OutputFormat parse_output_format(std::string_view name);
std::string_view output_format_name(OutputFormat format);

/// The whole answer. `width` is what a table may fill, in columns of a terminal: longer cells are wrapped; 0
/// wraps nothing. A plan (EXPLAIN, PROFILE) follows a table as a tree.
void print_result(std::ostream& out, const Result& result, const Graph& graph, OutputFormat format,
                  std::size_t width = 0);

std::string to_json(const Value& value, const Graph& graph);
/// {"columns": […], "rows": [[…], …], "stats": {…}, "plan": …}
std::string to_json(const Result& result, const Graph& graph);
/// {"error": {"type", "detail", "message", "line", "column"}}
std::string to_json(const QueryError& error);

/// The value that JSON text holds. Throws UsageError where it is not JSON.
Value value_from_json(std::string_view json);

/// A cell as people read it: strings bare, nodes "(:Person {name: 'Ada'})", relationships "[:KNOWS {since:
/// 1843}]", paths "(…)-[…]->(…)", null an empty text.
std::string to_text(const Value& value, const Graph& graph);

}  // namespace attest
