// What the output formats share; not part of the public face.
#pragma once

#include <iosfwd>

#include <attest/query/query.hpp>

namespace attest {

void print_json(std::ostream& out, const Result& result, const Graph& graph);
void print_jsonl(std::ostream& out, const Result& result, const Graph& graph);
void print_csv(std::ostream& out, const Result& result, const Graph& graph);
void print_table(std::ostream& out, const Result& result, const Graph& graph, std::size_t width);

}  // namespace attest
