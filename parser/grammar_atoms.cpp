// Atoms: literals, parameters, variables, lists, maps, comprehensions and parentheses.
#include <limits>

#include <attest/parser/grammar.hpp>
#include <attest/parser/lookahead.hpp>

namespace attest::parser_detail {
namespace {

using ast::Expression;
using ast::ListComprehension;
using ast::ListLiteral;
using ast::Literal;
using ast::MapEntry;
using ast::MapLiteral;
using ast::Parameter;
using ast::PatternComprehension;

// ---- Literals ----

constexpr auto integer_value = [](auto& context) {
  std::uint64_t magnitude = x3::_attr(context).integer;
  state_of(context).least_integer = magnitude > std::numeric_limits<std::int64_t>::max();
  x3::_val(context).value = static_cast<std::int64_t>(magnitude);
};
constexpr auto floating_value = [](auto& context) { x3::_val(context).value = x3::_attr(context).floating; };
constexpr auto string_value = [](auto& context) {
  x3::_val(context).value = unquote(x3::_attr(context).text(state_of(context).source));
};
template <auto Constant>
constexpr auto constant = [](auto& context) { x3::_val(context).value = Constant; };

struct literal_rule {};
const x3::rule<literal_rule, Literal> literal = "literal";
const auto literal_def = integer[integer_value] | floating[floating_value] | string[string_value] |
                         kw(Keyword::true_)[constant<true>] | kw(Keyword::false_)[constant<false>] |
                         kw(Keyword::null)[constant<std::monostate{}>];

// ---- Parameters and variables ----

constexpr auto parameter_name = [](auto& context) {
  x3::_val(context).name = std::move(x3::_attr(context).text);
};
constexpr auto parameter_number = [](auto& context) {
  x3::_val(context).name = std::string(x3::_attr(context).text(state_of(context).source));
};
const auto parameter_def = dollar >> (any_name[parameter_name] | integer[parameter_number]);

constexpr auto variable_name = [](auto& context) {
  x3::_val(context).node = ast::Variable{std::move(x3::_attr(context).text)};
};

// ---- Maps ----

struct map_entry_rule {};
const x3::rule<map_entry_rule, MapEntry> map_entry = "map entry";
const auto map_entry_def = key_name[put<&MapEntry::key>] >> colon >> expression[put<&MapEntry::value>];
const auto map_literal_def =
    nested[left_brace >> -(map_entry[add<&MapLiteral::entries>] % comma) >> right_brace];
const auto properties_def = placed[map_literal[node] | parameter[node]];

// ---- Lists ----

struct list_rule {};
const x3::rule<list_rule, ListLiteral> list_literal = "list";
const auto list_literal_def =
    nested[left_bracket >> -(expression[add<&ListLiteral::items>] % comma) >> right_bracket];

struct list_comprehension_rule {};
const x3::rule<list_comprehension_rule, ListComprehension> list_comprehension = "list comprehension";
const auto list_comprehension_def =
    nested[left_bracket >> variable[put<&ListComprehension::variable>] >> kw(Keyword::in) >>
           before_bar[expression][put<&ListComprehension::list>] >>
           -(kw(Keyword::where) >> before_bar[expression][put<&ListComprehension::where>]) >>
           -(bar >> expression[put<&ListComprehension::projection>]) >> right_bracket];

struct pattern_comprehension_rule {};
const x3::rule<pattern_comprehension_rule, PatternComprehension> pattern_comprehension =
    "pattern comprehension";
const auto pattern_comprehension_def =
    nested[left_bracket >> named_path_pattern[put<&PatternComprehension::pattern>] >>
           -(kw(Keyword::where) >> before_bar[expression][put<&PatternComprehension::where>]) >> bar >>
           expression[put<&PatternComprehension::projection>] >> right_bracket];

// ---- Parentheses ----

struct pattern_expression_rule {};
const x3::rule<pattern_expression_rule, ast::PatternExpression> pattern_expression = "pattern";
const auto pattern_expression_def = path_pattern[put<&ast::PatternExpression::pattern>];

const auto parenthesized = nested[left_parenthesis >> expression[self] >> right_parenthesis];

const auto list_form =
    (Ahead(at_list_comprehension) >> list_comprehension[node]) |
    (Ahead(at_pattern_comprehension) >> pattern_comprehension[node]) |
    (!Ahead(at_list_comprehension) >> !Ahead(at_pattern_comprehension) >> list_literal[node]);
const auto parenthesis_form =
    (Ahead(at_pattern) >> pattern_expression[node]) | (!Ahead(at_pattern) >> parenthesized);

const auto atom_def = placed[literal[node] | parameter[node] | bracketed[self] | list_form |
                             map_literal[node] | parenthesis_form | variable[variable_name]];

BOOST_SPIRIT_DEFINE(literal, map_entry, list_literal, list_comprehension, pattern_comprehension,
                    pattern_expression)

}  // namespace

BOOST_SPIRIT_DEFINE(atom, map_literal, parameter, properties)

BOOST_SPIRIT_INSTANTIATE(decltype(atom), Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(decltype(map_literal), Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(decltype(parameter), Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(decltype(properties), Iterator, Context)

}  // namespace attest::parser_detail
