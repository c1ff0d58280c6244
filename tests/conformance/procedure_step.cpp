#include "procedure_step.hpp"

#include <algorithm>
#include <stdexcept>

#include <re2/re2.h>

#include "term.hpp"

namespace attest::conformance {
namespace {

std::vector<Procedure::Field> parse_fields(re2::StringPiece text) {
  static const RE2 field(R"(\s*([A-Za-z_0-9]+)\s*::\s*([^,]+?)\s*(?:,|$))");
  std::vector<Procedure::Field> fields;
  std::string name, type;
  while (RE2::Consume(&text, field, &name, &type)) fields.push_back({name, type});
  return fields;
}

/// An INTEGER argument of a FLOAT field equals the FLOAT in the table.
bool same(const Value& a, const Value& b) {
  if (a.is_number() && b.is_number()) {
    auto number = [](const Value& v) {
      return v.type() == Value::Type::integer ? static_cast<double>(v.integer()) : v.floating();
    };
    return number(a) == number(b);
  }
  return identical(a, b);
}

}  // namespace

Procedure table_procedure(const Step& step) {
  static const RE2 signature(R"(there exists a procedure ([\w.]+)\((.*?)\)\s*::\s*\((.*?)\)\s*:)");
  Procedure procedure;
  std::string arguments, results;
  if (!RE2::FullMatch(step.text, signature, &procedure.name, &arguments, &results))
    throw std::runtime_error("not a procedure: " + step.text);
  procedure.arguments = parse_fields(arguments);
  procedure.results = parse_fields(results);
  std::size_t inputs = procedure.arguments.size(), outputs = procedure.results.size();
  std::vector<std::vector<Value>> rows;
  for (std::size_t i = 1; i < step.table.size(); ++i) {
    std::vector<Value> row;
    for (const std::string& cell : step.table[i]) row.push_back(to_value(parse_term(cell)));
    if (row.size() != inputs + outputs) throw std::runtime_error("a row of another width: " + step.text);
    rows.push_back(std::move(row));
  }
  procedure.run = [rows, inputs](const ProcedureContext&, std::span<const Value> arguments,
                                 const RowSink& emit) {
    for (const std::vector<Value>& row : rows)
      if (std::equal(arguments.begin(), arguments.end(), row.begin(), same))
        emit(std::vector<Value>(row.begin() + static_cast<std::ptrdiff_t>(inputs), row.end()));
  };
  return procedure;
}

}  // namespace attest::conformance
