// The operators of the query language on values. Null in, null out, unless said otherwise.
//
// Errors are QueryError at run time: TypeError/InvalidArgumentType where an operator does not take the types
// it is given, ArithmeticError/NumberOutOfRange where an integer does not fit 64 bits,
// ArithmeticError/DivisionByZero where an integer is divided by 0.
#pragma once

#include <optional>
#include <string_view>

#include <attest/graph/graph.hpp>
#include <attest/graph/value.hpp>
#include <attest/query/compare.hpp>

namespace attest {

// Arithmetic. `+` also joins strings (with a number or a temporal value: its text) and lists, appends and
// prepends to lists, and adds durations to temporal values.
Value add(const Value& a, const Value& b);
Value subtract(const Value& a, const Value& b);
Value multiply(const Value& a, const Value& b);
Value divide(const Value& a, const Value& b);
Value modulo(const Value& a, const Value& b);
/// Always a FLOAT.
Value power(const Value& a, const Value& b);
Value negate(const Value& a);
/// Unary `+`: checks that it is given a number or a duration.
Value affirm(const Value& a);

// Logic. Throws TypeError/InvalidArgumentType on what is neither BOOLEAN nor null.
Ternary truth(const Value& a);
Ternary conjunction(Ternary a, Ternary b);
Ternary disjunction(Ternary a, Ternary b);
Ternary exclusive(Ternary a, Ternary b);

// Strings. Null where an operand is not a string.
Value starts_with(const Value& text, const Value& prefix);
Value ends_with(const Value& text, const Value& suffix);
Value contains(const Value& text, const Value& part);
/// `text =~ pattern`: the whole text matches the RE2 expression, in time linear in the text. Throws
/// SyntaxError/InvalidRegularExpression where the pattern is not one.
Value matches(const Value& text, const Value& pattern);

// Lists, maps, graph elements.
/// `element IN list`.
Value in_list(const Value& element, const Value& list);
/// `container[index]`: an element of a list (negative from the end; null outside), the value of a key of a
/// map, or a property of a node or relationship.
Value subscript(const Graph& graph, const Value& container, const Value& index);
/// `list[from..to]`; an absent bound is nullptr, a null bound gives null.
Value slice(const Value& list, const Value* from, const Value* to);
/// `owner.key`: of a map, a node, a relationship, or a component of a temporal value. Throws
/// TypeError/InvalidArgumentType on another type, EntityNotFound/DeletedEntityAccess on a deleted element.
Value property(const Graph& graph, const Value& owner, std::string_view key);
/// The same where the key is known: looks up a node or relationship by id of the key.
Value property(const Graph& graph, const Value& owner, std::string_view key, std::optional<KeyId> id);
/// All properties of a node, relationship or map, as a map.
Value properties(const Graph& graph, const Value& owner);
/// `n:Label`; null for null.
Value has_label(const Graph& graph, const Value& owner, std::string_view label);

}  // namespace attest
