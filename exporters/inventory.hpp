// Which labels, types, keys and value types a view holds: what typed formats must announce before the data.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <attest/exporters/view.hpp>

namespace attest {

/// A property key and the types of its values, one bit for each Value::Type.
struct KeyUse {
  KeyId key{};
  std::uint32_t types = 0;

  static std::uint32_t bit(Value::Type type) { return 1u << static_cast<unsigned>(type); }
  /// The one type of all values; nothing where they are mixed.
  std::optional<Value::Type> single() const;
};

/// Ascending by key id.
using KeyUses = std::vector<KeyUse>;

struct Inventory {
  KeyUses node_keys;
  KeyUses relationship_keys;
  bool labelled = false;  ///< some node has a label
};

/// One pass over the view.
Inventory take_inventory(const GraphView& view);

/// Collects the keys of elements that are given one by one.
class KeyCollector {
 public:
  void add(const std::vector<Property>& properties);
  KeyUses uses() const;

 private:
  std::vector<std::uint32_t> types_;  // by key id
};

}  // namespace attest
