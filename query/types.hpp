// Sets of value types: what a parameter takes, what an expression may give.
#pragma once

#include <cstdint>
#include <string>

#include <attest/graph/value.hpp>

namespace attest {

/// Null belongs to every set and is not counted.
class TypeSet {
 public:
  constexpr TypeSet() = default;
  constexpr TypeSet(Value::Type type) : bits_(1u << static_cast<unsigned>(type)) {}
  constexpr bool contains(Value::Type type) const {
    return type == Value::Type::null || (bits_ & TypeSet(type).bits_) != 0;
  }
  constexpr bool intersects(TypeSet other) const { return (bits_ & other.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr TypeSet operator|(TypeSet other) const { return TypeSet(bits_ | other.bits_); }
  constexpr TypeSet operator&(TypeSet other) const { return TypeSet(bits_ & other.bits_); }
  constexpr bool operator==(const TypeSet&) const = default;

 private:
  constexpr explicit TypeSet(std::uint32_t bits) : bits_(bits) {}
  std::uint32_t bits_ = 0;
};

namespace types {
inline constexpr TypeSet boolean = Value::Type::boolean;
inline constexpr TypeSet integer = Value::Type::integer;
inline constexpr TypeSet floating = Value::Type::floating;
inline constexpr TypeSet number = integer | floating;
inline constexpr TypeSet string = Value::Type::string;
inline constexpr TypeSet list = Value::Type::list;
inline constexpr TypeSet map = Value::Type::map;
inline constexpr TypeSet node = Value::Type::node;
inline constexpr TypeSet relationship = Value::Type::relationship;
inline constexpr TypeSet path = Value::Type::path;
inline constexpr TypeSet element = node | relationship;
inline constexpr TypeSet date = Value::Type::date;
inline constexpr TypeSet local_time = Value::Type::local_time;
inline constexpr TypeSet time = Value::Type::time;
inline constexpr TypeSet local_date_time = Value::Type::local_date_time;
inline constexpr TypeSet date_time = Value::Type::date_time;
inline constexpr TypeSet duration = Value::Type::duration;
inline constexpr TypeSet instant = date | local_time | time | local_date_time | date_time;
inline constexpr TypeSet temporal = instant | duration;
inline constexpr TypeSet any = boolean | number | string | list | map | element | path | temporal;
}  // namespace types

/// "INTEGER or FLOAT", "ANY".
std::string to_string(TypeSet types);

}  // namespace attest
