// edtf.before, edtf.within …: comparing dates of any precision. The semantics are in edtf.hpp.
#include <string>

#include <fmt/format.h>

#include <attest/query/edtf.hpp>
#include <attest/query/functions_registry.hpp>
#include <attest/query/run_time_error.hpp>
#include <attest/query/temporal_fields.hpp>

namespace attest::registry {
namespace {

constexpr TypeSet kDated = types::string | types::date | types::local_date_time | types::date_time;

edtf::Interval read(const Value& value) {
  if (value.type() != Value::Type::string) {
    const auto day = components(value).date;
    return {day, day};
  }
  if (const auto interval = edtf::parse(value.string())) return *interval;
  throw argument_error("InvalidArgumentValue",
                       fmt::format("'{}' is no EDTF date; write '2023-09-19', '2023-09', '202X', '2023~' or "
                                   "'2020-09-27/2020-11-10'",
                                   value.string()));
}

Value bound(const std::optional<Date>& date) {
  return date ? Value(*date) : Value();
}

Value start(FunctionContext&, Arguments args) {
  return bound(read(args[0]).first);
}
Value end(FunctionContext&, Arguments args) {
  return bound(read(args[0]).last);
}
Value before(FunctionContext&, Arguments args) {
  return to_value(edtf::before(read(args[0]), read(args[1])));
}
Value after(FunctionContext&, Arguments args) {
  return to_value(edtf::before(read(args[1]), read(args[0])));
}
Value within(FunctionContext&, Arguments args) {
  return to_value(edtf::within(read(args[0]), read(args[1])));
}
Value overlaps(FunctionContext&, Arguments args) {
  return edtf::overlaps(read(args[0]), read(args[1]));
}
Value uncertain(FunctionContext&, Arguments args) {
  return read(args[0]).uncertain;
}
Value approximate(FunctionContext&, Arguments args) {
  return read(args[0]).approximate;
}
Value valid(FunctionContext&, Arguments args) {
  return args[0].type() != Value::Type::string || edtf::parse(args[0].string()).has_value();
}

}  // namespace

void add_edtf(Functions& functions) {
  const auto add = [&](std::string_view name, std::size_t arity, TypeSet result, std::string_view doc,
                       std::string_view example, Value (*call)(FunctionContext&, Arguments)) {
    std::vector<Parameter> parameters = {{"date", kDated}};
    if (arity == 2) parameters.push_back({"other", kDated});
    functions.push_back({.name = name,
                         .section = "EDTF",
                         .parameters = std::move(parameters),
                         .required = arity,
                         .result = result,
                         .doc = doc,
                         .example = example,
                         .call = call});
  };
  add("edtf.start", 1, types::date, "The first day that is meant; null where the start is open or not known.",
      "edtf.start('2023-09')", start);
  add("edtf.end", 1, types::date, "The last day that is meant; null where the end is open or not known.",
      "edtf.end('2023-09')", end);
  add("edtf.before", 2, types::boolean,
      "Whether the first date is over before the second begins; null where the precision cannot tell.",
      "edtf.before('2023-08', '2023-09-19')", before);
  add("edtf.after", 2, types::boolean,
      "Whether the first date begins after the second is over; null where the precision cannot tell.",
      "edtf.after('2023-10-01', '2023-09-19/2023-09-20')", after);
  add("edtf.within", 2, types::boolean,
      "Whether all of the first date lies in the second; null where the precision cannot tell.",
      "edtf.within('2023-09-19', '2023-09')", within);
  add("edtf.overlaps", 2, types::boolean, "Whether some day is in both: the two may be of one time.",
      "edtf.overlaps('2023', '2023-09-19')", overlaps);
  add("edtf.isUncertain", 1, types::boolean, "Whether the date is marked '?' or '%'.",
      "edtf.isUncertain('1988?')", uncertain);
  add("edtf.isApproximate", 1, types::boolean, "Whether the date is marked '~' or '%'.",
      "edtf.isApproximate('1988~')", approximate);
  add("edtf.isValid", 1, types::boolean, "Whether the text is an EDTF date of level 0 or 1.",
      "edtf.isValid('2023-09-XX')", valid);
}

}  // namespace attest::registry
