// toUpper, substring, split …: strings, by Unicode code points.
#include <algorithm>
#include <limits>
#include <string>

#include <fmt/format.h>

#include <attest/query/functions_registry.hpp>
#include <attest/query/run_time_error.hpp>
#include <attest/query/size_limits.hpp>
#include <attest/query/unicode.hpp>

namespace attest::registry {
namespace {

/// A length or a place in a string.
std::size_t count(const Value& value, std::string_view function) {
  if (value.integer() < 0)
    throw argument_error(
        "NegativeIntegerArgument",
        fmt::format("{}() cannot take {} characters or start there", function, value.integer()));
  return static_cast<std::size_t>(value.integer());
}

Value upper(FunctionContext&, Arguments args) {
  return unicode::upper(args[0].string());
}
Value lower(FunctionContext&, Arguments args) {
  return unicode::lower(args[0].string());
}

std::string_view trim_set(Arguments args) {
  return args.size() > 1 ? std::string_view(args[1].string()) : std::string_view();
}
Value trim(FunctionContext&, Arguments args) {
  return unicode::trim_end(unicode::trim_start(args[0].string(), trim_set(args)), trim_set(args));
}
Value trim_left(FunctionContext&, Arguments args) {
  return unicode::trim_start(args[0].string(), trim_set(args));
}
Value trim_right(FunctionContext&, Arguments args) {
  return unicode::trim_end(args[0].string(), trim_set(args));
}

Value left(FunctionContext&, Arguments args) {
  return unicode::part(args[0].string(), 0, count(args[1], "left"));
}
Value right(FunctionContext&, Arguments args) {
  return unicode::last_part(args[0].string(), count(args[1], "right"));
}
Value substring(FunctionContext&, Arguments args) {
  const std::size_t length =
      args.size() > 2 ? count(args[2], "substring") : std::numeric_limits<std::size_t>::max();
  return unicode::part(args[0].string(), count(args[1], "substring"), length);
}

Value replace(FunctionContext&, Arguments args) {
  const std::string& text = args[0].string();
  const std::string& search = args[1].string();
  const std::string& replacement = args[2].string();
  if (search.empty()) return args[0];
  std::string result;
  std::size_t start = 0;
  for (std::size_t at = text.find(search); at != std::string::npos; at = text.find(search, start)) {
    result.append(text, start, at - start).append(replacement);
    check_text_size(result.size());
    start = at + search.size();
  }
  return result.append(text, start, std::string::npos);
}

/// The delimiters, longest first, so that none hides a longer one.
std::vector<std::string> delimiters(const Value& value) {
  if (value.type() == Value::Type::string) return {value.string()};
  std::vector<std::string> result;
  for (const Value& item : value.list()) {
    if (item.type() != Value::Type::string)
      throw type_error("InvalidArgumentValue",
                       "split() takes a STRING or a LIST of STRINGs as its delimiter");
    result.push_back(item.string());
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return result;
}

/// Between every two code points.
List split_characters(std::string_view text) {
  List parts;
  while (!text.empty()) {
    const std::string_view first = unicode::part(text, 0, 1);
    parts.emplace_back(first);
    text.remove_prefix(first.size());
  }
  return parts;
}

Value split(FunctionContext&, Arguments args) {
  const std::string_view text = args[0].string();
  const std::vector<std::string> marks = delimiters(args[1]);
  if (std::find(marks.begin(), marks.end(), "") != marks.end()) return split_characters(text);
  List parts;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto starts_here = [&](const std::string& mark) { return text.substr(at).starts_with(mark); };
    const auto mark = std::find_if(marks.begin(), marks.end(), starts_here);
    if (mark == marks.end()) {
      ++at;
      continue;
    }
    parts.emplace_back(text.substr(start, at - start));
    start = at += mark->size();
  }
  parts.emplace_back(text.substr(start));
  return parts;
}

Value character_length(FunctionContext&, Arguments args) {
  return static_cast<std::int64_t>(unicode::length(args[0].string()));
}

Value normalize(FunctionContext&, Arguments args) {
  const std::string form = args.size() > 1 ? args[1].string() : "NFC";
  if (form == "NFC") return unicode::normalize(args[0].string(), unicode::NormalForm::nfc);
  if (form == "NFD") return unicode::normalize(args[0].string(), unicode::NormalForm::nfd);
  if (form == "NFKC") return unicode::normalize(args[0].string(), unicode::NormalForm::nfkc);
  if (form == "NFKD") return unicode::normalize(args[0].string(), unicode::NormalForm::nfkd);
  throw argument_error("InvalidArgumentValue",
                       fmt::format("'{}' is no normal form; use NFC, NFD, NFKC or NFKD", form));
}

Value pad(Arguments args, bool front) {
  const std::string& text = args[0].string();
  const std::string filler = args.size() > 2 ? args[2].string() : " ";
  const std::size_t wanted = count(args[1], front ? "lpad" : "rpad");
  const std::size_t length = unicode::length(text);
  check_text_size(wanted);
  if (wanted <= length) return unicode::part(text, 0, wanted);
  if (filler.empty()) return args[0];
  const std::size_t missing = wanted - length;
  const std::size_t filler_length = unicode::length(filler);
  std::string padding;
  for (std::size_t i = 0; i < missing / filler_length; ++i) padding += filler;
  padding += unicode::part(filler, 0, missing % filler_length);
  return front ? padding + text : text + padding;
}
Value pad_left(FunctionContext&, Arguments args) {
  return pad(args, true);
}
Value pad_right(FunctionContext&, Arguments args) {
  return pad(args, false);
}

constexpr std::string_view kSection = "String";

/// Of a text and further parameters.
void add_one(Functions& functions, std::string_view name, std::vector<Parameter> parameters,
             std::size_t required, TypeSet result, std::string_view doc, std::string_view example,
             Value (*call)(FunctionContext&, Arguments)) {
  functions.push_back({.name = name,
                       .section = kSection,
                       .parameters = std::move(parameters),
                       .required = required,
                       .result = result,
                       .doc = doc,
                       .example = example,
                       .call = call});
}

}  // namespace

void add_string(Functions& functions) {
  const Parameter text{"text", types::string};
  const Parameter length{"length", types::integer};
  const Parameter characters{"characters", types::string};
  const auto add = [&](std::string_view name, std::vector<Parameter> parameters, std::size_t required,
                       std::string_view doc, std::string_view example, auto call) {
    add_one(functions, name, std::move(parameters), required, types::string, doc, example, call);
  };
  add("toUpper", {text}, 1, "The text in upper case.", "toUpper('straße')", upper);
  add("upper", {text}, 1, "The same as toUpper().", "upper('straße')", upper);
  add("toLower", {text}, 1, "The text in lower case.", "toLower('ÅNGSTRÖM')", lower);
  add("lower", {text}, 1, "The same as toLower().", "lower('ÅNGSTRÖM')", lower);
  add("trim", {text, characters}, 1, "The text without white space, or without `characters`, at both ends.",
      "trim('  Porto ')", trim);
  add("btrim", {text, characters}, 1, "The same as trim().", "btrim('**Porto**', '*')", trim);
  add("lTrim", {text, characters}, 1, "The text without white space, or without `characters`, at its start.",
      "lTrim('  Porto ')", trim_left);
  add("rTrim", {text, characters}, 1, "The text without white space, or without `characters`, at its end.",
      "rTrim('  Porto ')", trim_right);
  add("left", {text, length}, 2, "The first `length` characters.", "left('Casablanca', 4)", left);
  add("right", {text, length}, 2, "The last `length` characters.", "right('Casablanca', 4)", right);
  add("substring", {text, {"start", types::integer}, length}, 2,
      "`length` characters (to the end where it is left out) from `start` on, which counts from 0.",
      "substring('Casablanca', 4, 3)", substring);
  add("replace", {text, {"search", types::string}, {"replacement", types::string}}, 3,
      "The text with every `search` replaced.", "replace('2023/09/19', '/', '-')", replace);
  add("normalize", {text, {"form", types::string}}, 1,
      "The text in a Unicode normal form: NFC (the default), NFD, NFKC or NFKD.", "normalize('ﬁre', 'NFKC')",
      normalize);
  add("lpad", {text, length, {"filler", types::string}}, 2,
      "The text brought to `length` characters by fillers (spaces) in front, or cut.", "lpad('7', 3, '0')",
      pad_left);
  add("rpad", {text, length, {"filler", types::string}}, 2,
      "The text brought to `length` characters by fillers (spaces) behind, or cut.", "rpad('ab', 4, '.')",
      pad_right);
  add_one(
      functions, "split", {text, {"delimiter", types::string | types::list}}, 2, types::list,
      "The parts of the text between the delimiters (one, or any of a list); between all characters for ''.",
      "split('Porto, Lagos', ', ')", split);
  add_one(functions, "char_length", {text}, 1, types::integer, "How many characters the text has.",
          "char_length('Ağdam')", character_length);
  add_one(functions, "character_length", {text}, 1, types::integer, "The same as char_length().",
          "character_length('Ağdam')", character_length);
}

}  // namespace attest::registry
