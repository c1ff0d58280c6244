#include "parameters.hpp"

#include <fmt/format.h>

#include <attest/error.hpp>
#include <attest/query/format.hpp>
#include <fstream>
#include <iterator>

namespace attest::shell {
namespace {

Map read_parameters_file(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw IoError(fmt::format("cannot read the parameters file {}", path));
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  try {
    if (const Value value = value_from_json(text); value.type() == Value::Type::map) return value.map();
  } catch (const UsageError&) {
    // Told below, with the file's name.
  }
  throw FormatError(fmt::format("{}: expected one JSON object with the parameters' names as keys", path),
                    path, 0);
}

}  // namespace

Value parse_parameter_value(std::string_view text) {
  try {
    return value_from_json(text);
  } catch (const UsageError&) {
    return Value(text);
  }
}

std::pair<std::string, Value> parse_parameter(std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  if (equals == 0 || equals == std::string_view::npos) {
    throw UsageError(fmt::format("parameter '{}' is not of the form name=value", assignment));
  }
  return {std::string(assignment.substr(0, equals)), parse_parameter_value(assignment.substr(equals + 1))};
}

Map parameters_of(const StatementArguments& arguments) {
  Map parameters;
  if (arguments.parameters_file) parameters = read_parameters_file(*arguments.parameters_file);
  for (const std::string& assignment : arguments.parameters) {
    auto [name, value] = parse_parameter(assignment);
    parameters.insert_or_assign(std::move(name), std::move(value));
  }
  return parameters;
}

}  // namespace attest::shell
