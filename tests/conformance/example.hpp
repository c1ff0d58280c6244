// Examples of the query language inside Markdown: what the manual shows is what tests run.
//
// A ```cypher block is an example. What follows it is what it must give: a Markdown table of rows (cells
// as in feature files, in any order unless the last statement sorts), or a ```text block with the error as
// the shell prints it. With neither, the statements must run. A ```cypher graph block makes the graph
// that every example below it starts from, each anew. ```json parameters above an example sets parameters.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gherkin.hpp"

namespace attest::conformance {

struct Example {
  std::string graph;       ///< statements that make the graph
  std::string parameters;  ///< a JSON object, or nothing
  std::string statements;
  std::optional<std::vector<TableRow>> table;  ///< header first
  std::optional<std::string> error;            ///< as render_error() prints it
  std::size_t line = 0;
};

/// Throws std::runtime_error with the line on a block that is not closed.
std::vector<Example> parse_examples(std::string_view markdown);

/// Why the example failed; nothing where it passed.
std::optional<std::string> run_example(const Example& example);

}  // namespace attest::conformance
