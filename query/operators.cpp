#include <attest/query/operators.hpp>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <unordered_map>

#include <fmt/format.h>
#include <re2/re2.h>

#include <attest/query/run_time_error.hpp>
#include <attest/query/size_limits.hpp>
#include <attest/query/temporal_arithmetic.hpp>
#include <attest/query/temporal_fields.hpp>
#include <attest/query/text.hpp>
#include <attest/query/types.hpp>

namespace attest {
namespace {

using Type = Value::Type;

[[noreturn]] void refuse(std::string_view operation, const Value& a, const Value& b) {
  throw type_error("InvalidArgumentType",
                   fmt::format("cannot {} {} and {}", operation, type_name(a.type()), type_name(b.type())));
}

[[noreturn]] void overflow(const Value& a, char sign, const Value& b) {
  throw arithmetic_error("NumberOutOfRange", fmt::format("{} {} {} does not fit an INTEGER of 64 bits",
                                                         a.integer(), sign, b.integer()));
}

bool any_null(const Value& a, const Value& b) {
  return a.is_null() || b.is_null();
}
bool both_integers(const Value& a, const Value& b) {
  return a.type() == Type::integer && b.type() == Type::integer;
}
bool both_numbers(const Value& a, const Value& b) {
  return a.is_number() && b.is_number();
}
bool both_strings(const Value& a, const Value& b) {
  return a.type() == Type::string && b.type() == Type::string;
}
bool is_instant(const Value& value) {
  return !value.is_null() && types::instant.contains(value.type());
}
double real(const Value& number) {
  return number.type() == Type::integer ? static_cast<double>(number.integer()) : number.floating();
}

// ---- Addition ----------------------------------------------------------------------------------

Value join_lists(const Value& a, const Value& b) {
  List joined;
  const auto append = [&](const Value& value) {
    if (value.type() == Type::list)
      joined.insert(joined.end(), value.list().begin(), value.list().end());
    else
      joined.push_back(value);
  };
  const auto count = [](const Value& value) { return value.type() == Type::list ? value.list().size() : 1; };
  check_list_size(count(a) + count(b));
  joined.reserve(count(a) + count(b));
  append(a);
  append(b);
  return joined;
}

Value add_others(const Value& a, const Value& b) {
  if (a.type() == Type::list || b.type() == Type::list) return join_lists(a, b);
  if (a.type() == Type::string || b.type() == Type::string) {
    if (!has_text(a) || !has_text(b)) refuse("add", a, b);
    const std::string left = text_of(a);
    const std::string right = text_of(b);
    check_text_size(left.size() + right.size());
    return left + right;
  }
  if (a.type() == Type::duration && b.type() == Type::duration) return add(a.duration(), b.duration());
  if (is_instant(a) && b.type() == Type::duration) return add_to_instant(a, b.duration(), 1);
  if (a.type() == Type::duration && is_instant(b)) return add_to_instant(b, a.duration(), 1);
  refuse("add", a, b);
}

Value divide_integers(const Value& a, const Value& b) {
  if (b.integer() == 0) throw arithmetic_error("DivisionByZero", fmt::format("{} / 0", a.integer()));
  if (a.integer() == INT64_MIN && b.integer() == -1) overflow(a, '/', b);
  return a.integer() / b.integer();
}

// ---- Elements ----------------------------------------------------------------------------------

/// The position an index means, or nothing where it is outside.
std::optional<std::size_t> position(std::int64_t index, std::size_t size) {
  const auto signed_size = static_cast<std::int64_t>(size);
  if (index < 0) index += signed_size;
  if (index < 0 || index >= signed_size) return std::nullopt;
  return static_cast<std::size_t>(index);
}

/// A slice's bound, drawn into the list.
std::size_t bound(const Value& value, std::size_t size) {
  if (value.type() != Type::integer)
    throw type_error("InvalidArgumentType",
                     fmt::format("the bounds of a list slice are INTEGERs, not {}", type_name(value.type())));
  const auto signed_size = static_cast<std::int64_t>(size);
  const std::int64_t index = value.integer() < 0 ? value.integer() + signed_size : value.integer();
  return static_cast<std::size_t>(std::clamp<std::int64_t>(index, 0, signed_size));
}

[[noreturn]] void fail_deleted(std::string_view what) {
  throw run_time_error("EntityNotFound", "DeletedEntityAccess",
                       fmt::format("the {} has been deleted in this statement", what));
}

void check_alive(const Graph& graph, NodeId node) {
  if (!graph.contains(node)) fail_deleted("node");
}
void check_alive(const Graph& graph, RelationshipId relationship) {
  if (!graph.contains(relationship)) fail_deleted("relationship");
}

template <class Id>
Value element_property(const Graph& graph, Id id, std::optional<KeyId> key) {
  check_alive(graph, id);
  return key ? graph.property(id, *key) : Value();
}

template <class Id>
Map element_properties(const Graph& graph, Id id) {
  check_alive(graph, id);
  Map map;
  for (auto& [key, value] : graph.properties(id)) map.emplace(graph.keys().name(key), std::move(value));
  return map;
}

Value map_entry(const Map& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? Value() : found->second;
}

// ---- Regular expressions -----------------------------------------------------------------------

std::unique_ptr<RE2> compile(const std::string& pattern) {
  RE2::Options options;
  options.set_log_errors(false);
  auto expression = std::make_unique<RE2>(pattern, options);
  if (!expression->ok())
    throw run_time_error(
        "SyntaxError", "InvalidRegularExpression",
        fmt::format("'{}' is no regular expression of RE2 syntax (which has no back-references and "
                    "no look-around): {}",
                    pattern, expression->error()));
  return expression;
}

/// Compiled patterns are kept: a query runs one pattern over many rows.
const RE2& regular_expression(const std::string& pattern) {
  constexpr std::size_t limit = 64;
  thread_local std::unordered_map<std::string, std::unique_ptr<RE2>> compiled;
  const auto found = compiled.find(pattern);
  if (found != compiled.end()) return *found->second;
  auto expression = compile(pattern);
  if (compiled.size() >= limit) compiled.clear();
  return *compiled.emplace(pattern, std::move(expression)).first->second;
}

}  // namespace

// ---- Arithmetic --------------------------------------------------------------------------------

Value add(const Value& a, const Value& b) {
  if (both_integers(a, b)) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a.integer(), b.integer(), &sum)) overflow(a, '+', b);
    return sum;
  }
  if (any_null(a, b)) return {};
  if (both_numbers(a, b)) return real(a) + real(b);
  return add_others(a, b);
}

Value subtract(const Value& a, const Value& b) {
  if (both_integers(a, b)) {
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(a.integer(), b.integer(), &difference)) overflow(a, '-', b);
    return difference;
  }
  if (any_null(a, b)) return {};
  if (both_numbers(a, b)) return real(a) - real(b);
  if (a.type() == Type::duration && b.type() == Type::duration)
    return add(a.duration(), negate(b.duration()));
  if (is_instant(a) && b.type() == Type::duration) return add_to_instant(a, b.duration(), -1);
  refuse("subtract", a, b);
}

Value multiply(const Value& a, const Value& b) {
  if (both_integers(a, b)) {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(a.integer(), b.integer(), &product)) overflow(a, '*', b);
    return product;
  }
  if (any_null(a, b)) return {};
  if (both_numbers(a, b)) return real(a) * real(b);
  if (a.type() == Type::duration && b.is_number()) return multiply(a.duration(), real(b));
  if (a.is_number() && b.type() == Type::duration) return multiply(b.duration(), real(a));
  refuse("multiply", a, b);
}

Value divide(const Value& a, const Value& b) {
  if (both_integers(a, b)) return divide_integers(a, b);
  if (any_null(a, b)) return {};
  if (both_numbers(a, b)) return real(a) / real(b);
  if (a.type() != Type::duration || !b.is_number()) refuse("divide", a, b);
  if (real(b) == 0) throw arithmetic_error("DivisionByZero", fmt::format("{} / 0", to_string(a.duration())));
  return divide(a.duration(), real(b));
}

Value modulo(const Value& a, const Value& b) {
  if (any_null(a, b)) return {};
  if (!both_numbers(a, b)) refuse("take the remainder of", a, b);
  if (!both_integers(a, b)) return std::fmod(real(a), real(b));
  if (b.integer() == 0) throw arithmetic_error("DivisionByZero", fmt::format("{} % 0", a.integer()));
  return b.integer() == -1 ? 0 : a.integer() % b.integer();  // INT64_MIN % -1 traps on x86
}

Value power(const Value& a, const Value& b) {
  if (any_null(a, b)) return {};
  if (!both_numbers(a, b)) refuse("raise to a power", a, b);
  return std::pow(real(a), real(b));
}

Value negate(const Value& a) {
  if (a.type() == Type::integer) return subtract(0, a);
  if (a.type() == Type::floating) return -a.floating();
  if (a.type() == Type::duration) return negate(a.duration());
  return affirm(a);
}

Value affirm(const Value& a) {
  if (a.is_null() || a.is_number() || a.type() == Type::duration) return a;
  throw type_error("InvalidArgumentType", fmt::format("{} has no sign", type_name(a.type())));
}

// ---- Logic -------------------------------------------------------------------------------------

Ternary truth(const Value& a) {
  if (a.is_null()) return Ternary::unknown;
  if (a.type() == Type::boolean) return ternary(a.boolean());
  throw type_error("InvalidArgumentType",
                   fmt::format("a BOOLEAN is wanted here, not {}", type_name(a.type())));
}

Ternary conjunction(Ternary a, Ternary b) {
  if (a == Ternary::no || b == Ternary::no) return Ternary::no;
  return a == Ternary::unknown ? a : b;
}

Ternary disjunction(Ternary a, Ternary b) {
  if (a == Ternary::yes || b == Ternary::yes) return Ternary::yes;
  return a == Ternary::unknown ? a : b;
}

Ternary exclusive(Ternary a, Ternary b) {
  if (a == Ternary::unknown || b == Ternary::unknown) return Ternary::unknown;
  return ternary(a != b);
}

// ---- Strings -----------------------------------------------------------------------------------

Value starts_with(const Value& text, const Value& prefix) {
  return both_strings(text, prefix) ? Value(text.string().starts_with(prefix.string())) : Value();
}

Value ends_with(const Value& text, const Value& suffix) {
  return both_strings(text, suffix) ? Value(text.string().ends_with(suffix.string())) : Value();
}

Value contains(const Value& text, const Value& part) {
  return both_strings(text, part) ? Value(text.string().find(part.string()) != std::string::npos) : Value();
}

Value matches(const Value& text, const Value& pattern) {
  return both_strings(text, pattern)
             ? Value(RE2::FullMatch(text.string(), regular_expression(pattern.string())))
             : Value();
}

// ---- Lists, maps, graph elements ---------------------------------------------------------------

Value in_list(const Value& element, const Value& list) {
  if (list.is_null()) return {};
  if (list.type() != Type::list)
    throw type_error("InvalidArgumentType",
                     fmt::format("IN needs a LIST on its right side, not {}", type_name(list.type())));
  Ternary found = Ternary::no;
  for (const Value& item : list.list()) {
    found = disjunction(found, equal(element, item));
    if (found == Ternary::yes) break;
  }
  return to_value(found);
}

Value subscript(const Graph& graph, const Value& container, const Value& index) {
  if (any_null(container, index)) return {};
  switch (container.type()) {
    case Type::list: {
      if (index.type() != Type::integer)
        throw type_error("InvalidArgumentType",
                         fmt::format("a LIST is indexed by an INTEGER, not {}", type_name(index.type())));
      const auto at = position(index.integer(), container.list().size());
      return at ? container.list()[*at] : Value();
    }
    case Type::map:
    case Type::node:
    case Type::relationship:
      if (index.type() != Type::string)
        throw type_error("MapElementAccessByNonString",
                         fmt::format("{} is indexed by a STRING, not {}", type_name(container.type()),
                                     type_name(index.type())));
      return property(graph, container, index.string());
    default:
      throw type_error("InvalidArgumentType",
                       fmt::format("{} has no elements to index", type_name(container.type())));
  }
}

Value slice(const Value& list, const Value* from, const Value* to) {
  if (list.is_null() || (from && from->is_null()) || (to && to->is_null())) return {};
  if (list.type() != Type::list)
    throw type_error("InvalidArgumentType",
                     fmt::format("a LIST can be sliced, {} not", type_name(list.type())));
  const List& items = list.list();
  const std::size_t begin = from ? bound(*from, items.size()) : 0;
  const std::size_t end = to ? bound(*to, items.size()) : items.size();
  if (begin >= end) return List{};
  return List(items.begin() + static_cast<std::ptrdiff_t>(begin),
              items.begin() + static_cast<std::ptrdiff_t>(end));
}

Value property(const Graph& graph, const Value& owner, std::string_view key, std::optional<KeyId> id) {
  switch (owner.type()) {
    case Type::null:
      return {};
    case Type::map:
      return map_entry(owner.map(), key);
    case Type::node:
      return element_property(graph, owner.node(), id);
    case Type::relationship:
      return element_property(graph, owner.relationship(), id);
    default:
      break;
  }
  if (types::temporal.contains(owner.type())) return temporal_component(owner, key);
  throw type_error("InvalidArgumentType",
                   fmt::format("{} has no property '{}'", type_name(owner.type()), key));
}

Value property(const Graph& graph, const Value& owner, std::string_view key) {
  return property(graph, owner, key, graph.keys().find(key));
}

Value properties(const Graph& graph, const Value& owner) {
  switch (owner.type()) {
    case Type::null:
    case Type::map:
      return owner;
    case Type::node:
      return element_properties(graph, owner.node());
    case Type::relationship:
      return element_properties(graph, owner.relationship());
    default:
      throw type_error("InvalidArgumentType", fmt::format("{} has no properties", type_name(owner.type())));
  }
}

Value has_label(const Graph& graph, const Value& owner, std::string_view label) {
  if (owner.is_null()) return {};
  if (owner.type() == Type::relationship) {
    const auto type = graph.types().find(label);
    return type && graph.type_of(owner.relationship()) == *type;
  }
  if (owner.type() != Type::node)
    throw type_error("InvalidArgumentType", fmt::format("{} has no labels", type_name(owner.type())));
  check_alive(graph, owner.node());
  const auto id = graph.labels().find(label);
  return id && graph.has_label(owner.node(), *id);
}

}  // namespace attest
