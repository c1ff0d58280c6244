/* Attest from C: a graph from a text, a question, its rows. */
#include <attest.h>
#include <stdio.h>
#include <string.h>

static int fail(attest_error *error) {
  fprintf(stderr, "%s\n", attest_error_message(error));
  attest_error_free(error);
  return 1;
}

int main(void) {
  const char *text = "Grace Hopper, an admiral of the United States Navy, was born in New York City in 1906.\n";
  attest_error *error = NULL;
  attest_graph *graph = attest_open(":memory:", ATTEST_WRITE, &error);
  if (!graph) return fail(error);
  if (!attest_build_text(graph, "note.txt", text, strlen(text), &error)) return fail(error);

  attest_result *rows = attest_query(graph, "MATCH (p:Person) RETURN p.name AS name, p AS node ORDER BY name", NULL, &error);
  if (!rows) return fail(error);
  while (attest_next(rows)) printf("%s  %s\n", attest_string(rows, 0, NULL), attest_json(rows, 1));
  attest_result_free(rows);

  /* An error has a kind and a place. */
  if (!attest_query(graph, "MATCH (p) RETURN q", NULL, &error)) {
    printf("%s, line %u, column %u\n", attest_error_detail(error), attest_error_line(error), attest_error_column(error));
    attest_error_free(error);
  }
  attest_close(graph);
  return 0;
}
