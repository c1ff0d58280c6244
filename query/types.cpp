#include <attest/query/types.hpp>

namespace attest {

std::string to_string(TypeSet types) {
  if (types == types::any) return "ANY";
  if (types == types::temporal) return "TEMPORAL";
  std::string text;
  for (unsigned type = 1; type < std::variant_size_v<Value::Data>; ++type) {
    if (!types.intersects(static_cast<Value::Type>(type))) continue;
    if (!text.empty()) text += " or ";
    text += type_name(static_cast<Value::Type>(type));
  }
  return text.empty() ? "NULL" : text;
}

}  // namespace attest
