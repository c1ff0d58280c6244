#include <attest/query/functions.hpp>

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include <attest/query/functions_registry.hpp>
#include <attest/query/run_time_error.hpp>

namespace attest {
namespace {

std::string lower_case(std::string_view name) {
  std::string lower(name);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

std::vector<Function> all_functions() {
  std::vector<Function> functions;
  registry::add_mathematical(functions);
  registry::add_string(functions);
  registry::add_conversion(functions);
  registry::add_list(functions);
  registry::add_graph(functions);
  registry::add_temporal(functions);
  registry::add_evidence(functions);
  registry::add_edtf(functions);
  const auto by_name = [](const Function& a, const Function& b) {
    return lower_case(a.name) < lower_case(b.name);
  };
  std::sort(functions.begin(), functions.end(), by_name);
  return functions;
}

using Index = std::unordered_map<std::string, const Function*>;

Index index_by_name() {
  Index index;
  for (const Function& function : functions()) index.emplace(lower_case(function.name), &function);
  return index;
}

[[noreturn]] void refuse(const Function& function, const Parameter& parameter, const Value& argument) {
  throw type_error("InvalidArgumentValue",
                   fmt::format("{}() takes {} as its {}, not {}", function.name, to_string(parameter.types),
                               parameter.name, type_name(argument.type())));
}

}  // namespace

std::span<const Function> functions() {
  static const std::vector<Function> all = all_functions();
  return all;
}

const Function* find_function(std::string_view name) {
  static const Index index = index_by_name();
  const auto found = index.find(lower_case(name));
  return found == index.end() ? nullptr : found->second;
}

std::string signature(const Function& function) {
  std::string text(function.name);
  text += '(';
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    const Parameter& parameter = function.parameters[i];
    const std::string typed = fmt::format("{} :: {}", parameter.name, to_string(parameter.types));
    const bool last = i + 1 == function.parameters.size();
    if (i > 0) text += ", ";
    text += i < function.required ? typed : "[" + typed + "]";
    if (last && function.variadic) text += ", …";
  }
  return text + ") :: " + to_string(function.result);
}

Value invoke(const Function& function, FunctionContext& context, std::span<const Value> arguments) {
  bool any_null = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Parameter& parameter = function.parameters[std::min(i, function.parameters.size() - 1)];
    if (!parameter.types.contains(arguments[i].type())) refuse(function, parameter, arguments[i]);
    any_null = any_null || arguments[i].is_null();
  }
  if (any_null && function.null_is_null) return {};
  return function.call(context, arguments);
}

}  // namespace attest
