// head, range, size, coalesce …: lists, and functions of any value.
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include <attest/query/compare.hpp>
#include <attest/query/functions_registry.hpp>
#include <attest/query/run_time_error.hpp>
#include <attest/query/size_limits.hpp>
#include <attest/query/unicode.hpp>

namespace attest::registry {
namespace {

using Type = Value::Type;

Value head(FunctionContext&, Arguments args) {
  const List& list = args[0].list();
  return list.empty() ? Value() : list.front();
}

Value last(FunctionContext&, Arguments args) {
  const List& list = args[0].list();
  return list.empty() ? Value() : list.back();
}

Value tail(FunctionContext&, Arguments args) {
  const List& list = args[0].list();
  return list.empty() ? List{} : List(list.begin() + 1, list.end());
}

Value reverse(FunctionContext&, Arguments args) {
  if (args[0].type() == Type::string) return unicode::reversed(args[0].string());
  return List(args[0].list().rbegin(), args[0].list().rend());
}

Value size(FunctionContext&, Arguments args) {
  const std::size_t count =
      args[0].type() == Type::string ? unicode::length(args[0].string()) : args[0].list().size();
  return static_cast<std::int64_t>(count);
}

Value is_empty(FunctionContext&, Arguments args) {
  if (args[0].type() == Type::string) return args[0].string().empty();
  return args[0].type() == Type::list ? args[0].list().empty() : args[0].map().empty();
}

// ---- range -------------------------------------------------------------------------------------

std::int64_t range_bound(const Value& value) {
  if (value.type() == Type::integer) return value.integer();
  throw argument_error("InvalidArgumentType",
                       fmt::format("range() counts with INTEGERs, not {}", type_name(value.type())));
}

/// How many steps fit; in 128 bits, for the bounds may be 2^64 apart.
std::size_t range_size(std::int64_t from, std::int64_t to, std::int64_t step) {
  __extension__ using Wide = __int128;
  const Wide distance = step > 0 ? Wide(to) - from : Wide(from) - to;
  if (distance < 0) return 0;
  const Wide count = distance / (step > 0 ? Wide(step) : -Wide(step)) + 1;
  check_list_size(static_cast<std::size_t>(std::min<Wide>(count, INT64_MAX)));
  return static_cast<std::size_t>(count);
}

Value range(FunctionContext& context, Arguments args) {
  constexpr std::size_t stretch = 1 << 16;  // numbers between two looks at the limits
  const std::int64_t from = range_bound(args[0]);
  const std::int64_t to = range_bound(args[1]);
  const std::int64_t step = args.size() > 2 ? range_bound(args[2]) : 1;
  if (step == 0) throw argument_error("NumberOutOfRange", "the step of range() must not be 0");
  const std::size_t count = range_size(from, to, step);
  if (context.need) context.need(count * sizeof(Value));
  List numbers;
  numbers.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (i % stretch == stretch - 1 && context.need) context.need(0);
    const std::uint64_t at =
        static_cast<std::uint64_t>(from) + i * static_cast<std::uint64_t>(step);  // modulo 2^64
    numbers.emplace_back(static_cast<std::int64_t>(at));
  }
  return numbers;
}

// ---- Any value ---------------------------------------------------------------------------------

Value coalesce(FunctionContext&, Arguments args) {
  const auto present = std::find_if(args.begin(), args.end(), [](const Value& v) { return !v.is_null(); });
  return present == args.end() ? Value() : *present;
}

Value null_if(FunctionContext&, Arguments args) {
  return equal(args[0], args[1]) == Ternary::yes ? Value() : args[0];
}

Value exists(FunctionContext&, Arguments args) {
  return !args[0].is_null();
}

Value random_uuid(FunctionContext& context, Arguments) {
  const std::uint64_t high = (context.random() & ~0xF000ull) | 0x4000ull;       // version 4
  const std::uint64_t low = (context.random() & ~(3ull << 62)) | (2ull << 62);  // variant 1
  return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, high >> 16 & 0xFFFF, high & 0xFFFF,
                     low >> 48, low & 0xFFFF'FFFF'FFFFull);
}

void add_one(Functions& functions, std::string_view name, std::vector<Parameter> parameters, TypeSet result,
             std::string_view doc, std::string_view example, Value (*call)(FunctionContext&, Arguments)) {
  const std::size_t required = parameters.size();
  functions.push_back({.name = name,
                       .section = "List",
                       .parameters = std::move(parameters),
                       .required = required,
                       .result = result,
                       .doc = doc,
                       .example = example,
                       .call = call});
}

void add_predicates(Functions& functions) {
  functions.push_back({.name = "coalesce",
                       .section = "Predicate and scalar",
                       .parameters = {{"value", types::any}},
                       .required = 1,
                       .variadic = true,
                       .null_is_null = false,
                       .result = types::any,
                       .doc = "The first of its arguments that is not null.",
                       .example = "coalesce(null, 'unknown')",
                       .call = coalesce});
  functions.push_back({.name = "nullIf",
                       .section = "Predicate and scalar",
                       .parameters = {{"value", types::any}, {"other", types::any}},
                       .required = 2,
                       .null_is_null = false,
                       .result = types::any,
                       .doc = "The value, or null where it equals the other.",
                       .example = "nullIf('', '')",
                       .call = null_if});
  functions.push_back({.name = "exists",
                       .section = "Predicate and scalar",
                       .parameters = {{"value", types::any}},
                       .required = 1,
                       .null_is_null = false,
                       .result = types::boolean,
                       .doc = "Whether the value is not null; of a pattern, whether the graph has it.",
                       .example = "exists({name: 'Porto'}.name)",
                       .call = exists});
  functions.push_back({.name = "isEmpty",
                       .section = "Predicate and scalar",
                       .parameters = {{"value", types::string | types::list | types::map}},
                       .required = 1,
                       .result = types::boolean,
                       .doc = "Whether a text, list or map has nothing in it.",
                       .example = "isEmpty('')",
                       .call = is_empty});
  functions.push_back({.name = "randomUUID",
                       .section = "Predicate and scalar",
                       .purity = Purity::unstable,
                       .result = types::string,
                       .doc = "A random identifier, version 4 of RFC 4122.",
                       .example = "size(randomUUID())",
                       .call = random_uuid});
}

}  // namespace

void add_list(Functions& functions) {
  add_one(functions, "head", {{"list", types::list}}, types::any, "The first item; null of an empty list.",
          "head(['a', 'b'])", head);
  add_one(functions, "last", {{"list", types::list}}, types::any, "The last item; null of an empty list.",
          "last(['a', 'b'])", last);
  add_one(functions, "tail", {{"list", types::list}}, types::list, "All items but the first.",
          "tail(['a', 'b', 'c'])", tail);
  add_one(functions, "reverse", {{"value", types::list | types::string}}, types::list | types::string,
          "A list's items or a text's characters in the other order.", "reverse([1, 2, 3])", reverse);
  add_one(functions, "size", {{"value", types::list | types::string}}, types::integer,
          "How many items a list or characters a text has.", "size(['a', 'b'])", size);
  functions.push_back({.name = "range",
                       .section = "List",
                       .parameters = {{"start", types::any}, {"end", types::any}, {"step", types::any}},
                       .required = 2,
                       .null_is_null = false,
                       .result = types::list,
                       .doc = "The INTEGERs from `start` to `end`, both included, `step` (1) apart.",
                       .example = "range(0, 10, 3)",
                       .call = range});
  add_predicates(functions);
}

}  // namespace attest::registry
