// How the files functions_*.cpp hand their functions to the registry. Not for callers of the library.
#pragma once

#include <vector>

#include <attest/query/functions.hpp>

namespace attest::registry {

using Functions = std::vector<Function>;
using Arguments = std::span<const Value>;

// Each appends its functions.
void add_mathematical(Functions& functions);
void add_string(Functions& functions);
void add_conversion(Functions& functions);
void add_list(Functions& functions);
void add_graph(Functions& functions);
void add_temporal(Functions& functions);
void add_evidence(Functions& functions);
void add_edtf(Functions& functions);

/// INTEGER or FLOAT as a double.
inline double real(const Value& number) {
  return number.type() == Value::Type::integer ? static_cast<double>(number.integer()) : number.floating();
}

}  // namespace attest::registry
