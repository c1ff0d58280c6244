/* attest.h: Attest for C, and for every language that can call C.
 *
 *   attest_error *error = NULL;
 *   attest_graph *graph = attest_open("news.attest", ATTEST_WRITE, &error);
 *   attest_result *rows = attest_query(graph, "MATCH (p:Person) RETURN p.name", NULL, &error);
 *   while (attest_next(rows)) puts(attest_string(rows, 0, NULL));
 *   attest_result_free(rows);
 *   attest_close(graph);
 *
 * Text is UTF-8. A function that can fail takes `attest_error **error` last: on failure it returns NULL (or
 * 0) and, where `error` is not NULL, puts an error there that the caller frees with attest_error_free.
 * Strings that a result, an error or a graph gives belong to it and live as long as it does; of a result's
 * row, until the next attest_next. A graph may be used by one thread at a time. */
#ifndef ATTEST_H
#define ATTEST_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define ATTEST_API __attribute__((visibility("default")))
#else
#define ATTEST_API
#endif

typedef struct attest_graph attest_graph;
typedef struct attest_result attest_result;
typedef struct attest_error attest_error;

typedef enum { ATTEST_READ = 0, ATTEST_WRITE = 1 } attest_mode;

/* What a cell holds. Everything that is not one of the first five is read with attest_json. */
typedef enum {
  ATTEST_NULL = 0,
  ATTEST_BOOLEAN = 1,
  ATTEST_INTEGER = 2,
  ATTEST_FLOAT = 3,
  ATTEST_STRING = 4,
  ATTEST_LIST = 5,
  ATTEST_MAP = 6,
  ATTEST_NODE = 7,
  ATTEST_RELATIONSHIP = 8,
  ATTEST_PATH = 9,
  ATTEST_TEMPORAL = 10
} attest_type;

/* "0.1.0" */
ATTEST_API const char* attest_version(void);

/* Opens a graph file; ":memory:" is one that is not kept. ATTEST_WRITE creates the file where there is none
 * and keeps other writers out until attest_close. */
ATTEST_API attest_graph* attest_open(const char* file, attest_mode mode, attest_error** error);
ATTEST_API void attest_close(attest_graph* graph);

/* Reads documents (files and folders) into the graph; `threads` 0 takes all cores. Returns how many documents
 * the graph took in or found unchanged, or -1. A document that could not be read does not stop the others:
 * attest_report tells. */
ATTEST_API int64_t attest_build(attest_graph* graph, const char* const* paths, size_t count, unsigned threads,
                                attest_error** error);
/* Reads one text of `length` bytes as the document `name`. Returns 1, or 0 on failure. */
ATTEST_API int attest_build_text(attest_graph* graph, const char* name, const char* text, size_t length,
                                 attest_error** error);
/* What the last attest_build or attest_build_text said of each document: a JSON array. */
ATTEST_API const char* attest_report(const attest_graph* graph);
/* Takes a document, by name or path, and its facts away. Returns 1, or 0 on failure. */
ATTEST_API int attest_remove(attest_graph* graph, const char* document, attest_error** error);

/* Runs one statement. `parameters` is a JSON object, or NULL. */
ATTEST_API attest_result* attest_query(attest_graph* graph, const char* statement, const char* parameters,
                                       attest_error** error);
ATTEST_API void attest_result_free(attest_result* result);
ATTEST_API size_t attest_column_count(const attest_result* result);
ATTEST_API const char* attest_column_name(const attest_result* result, size_t column);
ATTEST_API size_t attest_row_count(const attest_result* result);
/* Goes to the next row (to the first, the first time). 0 where there is none. */
ATTEST_API int attest_next(attest_result* result);
ATTEST_API attest_type attest_cell_type(const attest_result* result, size_t column);
ATTEST_API int attest_boolean(const attest_result* result, size_t column);
ATTEST_API int64_t attest_integer(const attest_result* result, size_t column);
ATTEST_API double attest_float(const attest_result* result, size_t column);
/* The text of a string cell, "" for other types; `length` may be NULL. */
ATTEST_API const char* attest_string(attest_result* result, size_t column, size_t* length);
/* Any cell as JSON, in the shapes of `attest query --format json`. */
ATTEST_API const char* attest_json(attest_result* result, size_t column);
/* All rows and statistics at once: {"columns": […], "rows": [[…]], "stats": {…}, "plan": …}. */
ATTEST_API const char* attest_result_json(attest_result* result);

/* Writes the graph, or the part that `query` returns (NULL: all), to a file in a format of `attest export`.
 * Returns 1, or 0 on failure. */
ATTEST_API int attest_export(attest_graph* graph, const char* format, const char* file, const char* query,
                             attest_error** error);

/* The message; and, of a statement that failed, the openCypher type and detail ("SyntaxError",
 * "UndefinedVariable"; "" otherwise) and the place (from 1; 0 where there is none). */
ATTEST_API const char* attest_error_message(const attest_error* error);
ATTEST_API const char* attest_error_type(const attest_error* error);
ATTEST_API const char* attest_error_detail(const attest_error* error);
ATTEST_API unsigned attest_error_line(const attest_error* error);
ATTEST_API unsigned attest_error_column(const attest_error* error);
ATTEST_API void attest_error_free(attest_error* error);

#ifdef __cplusplus
}
#endif

#endif
