// The C interface: thin calls of the library, with every exception turned into an attest_error.
#include "attest.h"

#include <attest/error.hpp>
#include <attest/exporters/export.hpp>
#include <attest/extractor/build.hpp>
#include <attest/graph/store.hpp>
#include <attest/query/format.hpp>
#include <attest/query/query.hpp>
#include <exception>
#include <memory>
#include <new>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "version.hpp"

using attest::Value;

struct attest_error {
  std::string message;
  std::string type;
  std::string detail;
  unsigned line = 0;
  unsigned column = 0;
};

struct attest_graph {
  explicit attest_graph(attest::Store opened) : store(std::move(opened)) { reload(); }

  /// After documents have changed: the graph in memory is the store's again.
  void reload() {
    engine.reset();
    graph = store.load_graph();
    engine = std::make_unique<attest::Engine>(graph, &store);
  }

  attest::Store store;
  attest::Graph graph;
  std::unique_ptr<attest::Engine> engine;
  std::string report = "[]";
};

struct attest_result {
  attest::Result rows;
  const attest::Graph* graph;
  std::size_t next = 0;
  std::string json;

  const Value& cell(std::size_t column) const {
    return rows.cells[(next - 1) * rows.columns.size() + column];
  }
  bool has_cell(std::size_t column) const {
    return next > 0 && next <= rows.row_count && column < rows.columns.size();
  }
};

namespace {

void put(attest_error** error, attest_error value) {
  if (error) *error = new (std::nothrow) attest_error(std::move(value));
}

/// Runs `body`; what it throws becomes an error and the value `failed`.
template <class Body, class Failed>
Failed guarded(attest_error** error, Failed failed, Body body) {
  if (error) *error = nullptr;
  try {
    return body();
  } catch (const attest::QueryError& thrown) {
    put(error, {thrown.what(), thrown.type(), thrown.detail(), thrown.line(), thrown.column()});
  } catch (const std::exception& thrown) {
    put(error, {thrown.what(), "", "", 0, 0});
  }
  return failed;
}

void require(const void* given, const char* what) {
  if (!given) throw attest::UsageError(std::string(what) + " is NULL");
}

attest::Map parameters_from(const char* json) {
  if (!json) return {};
  const Value value = attest::value_from_json(json);
  if (value.type() != Value::Type::map) throw attest::UsageError("parameters must be one JSON object");
  return value.map();
}

void append_report(std::string& array, const attest::extract::DocumentReport& report) {
  array += (array.size() > 1 ? "," : "") + to_json(report);
}

attest_type type_of(const Value& value) {
  switch (value.type()) {
    case Value::Type::null:
      return ATTEST_NULL;
    case Value::Type::boolean:
      return ATTEST_BOOLEAN;
    case Value::Type::integer:
      return ATTEST_INTEGER;
    case Value::Type::floating:
      return ATTEST_FLOAT;
    case Value::Type::string:
      return ATTEST_STRING;
    case Value::Type::list:
      return ATTEST_LIST;
    case Value::Type::map:
      return ATTEST_MAP;
    case Value::Type::node:
      return ATTEST_NODE;
    case Value::Type::relationship:
      return ATTEST_RELATIONSHIP;
    case Value::Type::path:
      return ATTEST_PATH;
    default:
      return ATTEST_TEMPORAL;
  }
}

}  // namespace

extern "C" {

const char* attest_version(void) {
  return attest::shell::version;
}

attest_graph* attest_open(const char* file, attest_mode mode, attest_error** error) {
  return guarded(error, static_cast<attest_graph*>(nullptr), [&] {
    require(file, "file");
    const bool writing = mode == ATTEST_WRITE;
    return new attest_graph(
        attest::Store::open(file, writing ? attest::Store::Mode::write : attest::Store::Mode::read));
  });
}

void attest_close(attest_graph* graph) {
  delete graph;
}

int64_t attest_build(attest_graph* graph, const char* const* paths, size_t count, unsigned threads,
                     attest_error** error) {
  return guarded(error, int64_t{-1}, [&] {
    require(graph, "graph");
    require(paths, "paths");
    attest::extract::BuildOptions options;
    options.threads = threads;
    std::string report = "[";
    options.report = [&](const auto& document) { append_report(report, document); };
    const std::vector<std::string> all(paths, paths + count);
    const auto summary = attest::extract::build(graph->store, all, options);
    graph->report = report + "]";
    graph->reload();
    return static_cast<int64_t>(summary.read + summary.unchanged);
  });
}

int attest_build_text(attest_graph* graph, const char* name, const char* text, size_t length,
                      attest_error** error) {
  return guarded(error, 0, [&] {
    require(graph, "graph");
    require(name, "name");
    require(text, "text");
    graph->report =
        "[" + to_json(attest::extract::build_text(graph->store, name, std::string(text, length))) + "]";
    graph->reload();
    return 1;
  });
}

const char* attest_report(const attest_graph* graph) {
  return graph ? graph->report.c_str() : "[]";
}

int attest_remove(attest_graph* graph, const char* document, attest_error** error) {
  return guarded(error, 0, [&] {
    require(graph, "graph");
    require(document, "document");
    const std::string name = document;
    attest::extract::remove_documents(graph->store, std::span(&name, 1));
    graph->reload();
    return 1;
  });
}

attest_result* attest_query(attest_graph* graph, const char* statement, const char* parameters,
                            attest_error** error) {
  return guarded(error, static_cast<attest_result*>(nullptr), [&] {
    require(graph, "graph");
    require(statement, "statement");
    return new attest_result{
        graph->engine->run(statement, parameters_from(parameters)), &graph->graph, 0, {}};
  });
}

void attest_result_free(attest_result* result) {
  delete result;
}
size_t attest_column_count(const attest_result* result) {
  return result->rows.columns.size();
}
const char* attest_column_name(const attest_result* result, size_t column) {
  return column < result->rows.columns.size() ? result->rows.columns[column].c_str() : "";
}
size_t attest_row_count(const attest_result* result) {
  return result->rows.row_count;
}

int attest_next(attest_result* result) {
  if (result->next <= result->rows.row_count) ++result->next;
  return result->next <= result->rows.row_count;
}

attest_type attest_cell_type(const attest_result* result, size_t column) {
  return result->has_cell(column) ? type_of(result->cell(column)) : ATTEST_NULL;
}

int attest_boolean(const attest_result* result, size_t column) {
  return attest_cell_type(result, column) == ATTEST_BOOLEAN && result->cell(column).boolean();
}

int64_t attest_integer(const attest_result* result, size_t column) {
  return attest_cell_type(result, column) == ATTEST_INTEGER ? result->cell(column).integer() : 0;
}

double attest_float(const attest_result* result, size_t column) {
  const attest_type type = attest_cell_type(result, column);
  if (type == ATTEST_INTEGER) return static_cast<double>(result->cell(column).integer());
  return type == ATTEST_FLOAT ? result->cell(column).floating() : 0;
}

const char* attest_string(attest_result* result, size_t column, size_t* length) {
  static const std::string none;
  const bool is_text = attest_cell_type(result, column) == ATTEST_STRING;
  const std::string& text = is_text ? result->cell(column).string() : none;
  if (length) *length = text.size();
  return text.c_str();
}

const char* attest_json(attest_result* result, size_t column) {
  result->json = result->has_cell(column) ? attest::to_json(result->cell(column), *result->graph) : "null";
  return result->json.c_str();
}

const char* attest_result_json(attest_result* result) {
  result->json = attest::to_json(result->rows, *result->graph);
  return result->json.c_str();
}

int attest_export(attest_graph* graph, const char* format, const char* file, const char* query,
                  attest_error** error) {
  return guarded(error, 0, [&] {
    require(graph, "graph");
    require(format, "format");
    require(file, "file");
    attest::GraphView view(graph->graph);
    if (query) {
      attest::QueryOptions options;
      options.read_only = true;
      attest::Selection selection;
      for (const Value& value : graph->engine->run(query, {}, options).cells)
        selection.add(graph->graph, value);
      view = attest::GraphView(graph->graph, std::move(selection));
    }
    attest::export_file(view, format, file);
    return 1;
  });
}

const char* attest_error_message(const attest_error* error) {
  return error ? error->message.c_str() : "";
}
const char* attest_error_type(const attest_error* error) {
  return error ? error->type.c_str() : "";
}
const char* attest_error_detail(const attest_error* error) {
  return error ? error->detail.c_str() : "";
}
unsigned attest_error_line(const attest_error* error) {
  return error ? error->line : 0;
}
unsigned attest_error_column(const attest_error* error) {
  return error ? error->column : 0;
}
void attest_error_free(attest_error* error) {
  delete error;
}

}  // extern "C"
