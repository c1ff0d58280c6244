// The four ways openCypher compares values (CIP2016-06-14, "Comparability, orderability, equality,
// equivalence").
//
//   equality       a = b     three-valued; null is unknown, NaN equals nothing, 1 = 1.0, lists and maps by
//   element comparability  a < b     three-valued; unknown across types (numbers compare with numbers)
//   orderability   ORDER BY  total over all values, of any types; null last, NaN after every number
//   equivalence    DISTINCT  two-valued; null is null, NaN is NaN; what grouping and sets of values go by
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

#include <attest/graph/value.hpp>

namespace attest {

/// A truth value of openCypher's logic.
enum class Ternary : std::uint8_t { no, yes, unknown };

constexpr Ternary ternary(bool truth) {
  return truth ? Ternary::yes : Ternary::no;
}
/// true, false or null.
Value to_value(Ternary truth);
constexpr Ternary operator!(Ternary a) {
  return a == Ternary::unknown ? a : ternary(a == Ternary::no);
}

/// `a = b`.
Ternary equal(const Value& a, const Value& b);
/// `a < b`.
Ternary less(const Value& a, const Value& b);
/// `a <= b`. Not the same as `NOT b < a`: both are false where one side is NaN.
Ternary less_or_equal(const Value& a, const Value& b);

/// The ascending order of ORDER BY: MAP < NODE < RELATIONSHIP < LIST < PATH < date-times < dates < times <
/// DURATION < STRING < BOOLEAN < numbers < null.
std::weak_ordering order(const Value& a, const Value& b);

/// Equivalence; implies equal hash() of graph/value.hpp.
bool equivalent(const Value& a, const Value& b);

/// For hash tables of values.
struct ValueHash {
  std::size_t operator()(const Value& value) const { return hash(value); }
};
struct ValueEquivalent {
  bool operator()(const Value& a, const Value& b) const { return equivalent(a, b); }
};

}  // namespace attest
