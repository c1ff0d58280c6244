// Patterns: nodes, relationships, paths, and the label expressions of both.
#include <attest/parser/grammar.hpp>
#include <attest/parser/lookahead.hpp>

namespace attest::parser_detail {
namespace {

using ast::LabelExpression;
using ast::NodePattern;
using ast::PathPattern;
using ast::PathStep;
using ast::Range;
using ast::RelationshipPattern;
using Kind = LabelExpression::Kind;

// ---- Labels ----

/// The rule's label expression and the one just read become one of `kind`; equal kinds are joined flat.
template <Kind kind>
constexpr auto join = [](auto& context) {
  LabelExpression& left = x3::_val(context);
  LabelExpression& right = x3::_attr(context);
  if (left.kind != kind) {
    LabelExpression group;
    group.kind = kind;
    group.span = left.span;
    group.operands.push_back(std::move(left));
    left = std::move(group);
  }
  left.span.end = right.span.end;
  left.operands.push_back(std::move(right));
};
constexpr auto named_label = [](auto& context) { x3::_val(context).name = std::move(x3::_attr(context)); };
constexpr auto negated = [](auto& context) {
  x3::_val(context).kind = Kind::negation;
  x3::_val(context).operands.push_back(std::move(x3::_attr(context)));
};

struct label_unary_rule {};
struct label_and_rule {};
struct label_or_rule {};
const x3::rule<label_unary_rule, LabelExpression> label_unary = "label";
const x3::rule<label_and_rule, LabelExpression> label_and = "label";
const x3::rule<label_or_rule, LabelExpression> label_or = "label";

const auto label_unary_def = placed[label_name[named_label] | nested[bang >> label_unary[negated]] |
                                    nested[left_parenthesis >> label_or[self] >> right_parenthesis] |
                                    percent[(is<&LabelExpression::kind, Kind::any>)]];
const auto label_and_def =
    placed[label_unary[self] >> *((ampersand | colon) >> label_unary[join<Kind::conjunction>])];
const auto label_or_def = placed[label_and[self] >> *(Ahead(bar_joins_labels) >> bar >> -colon >>
                                                      label_and[join<Kind::disjunction>])];
const auto label_expression_def = placed[colon >> label_or[self]];

// ---- Nodes ----

struct node_rule {};
const x3::rule<node_rule, NodePattern> node_pattern = "node";
const auto node_pattern_def =
    placed[nested[left_parenthesis >> -variable[put<&NodePattern::variable>] >>
                  -label_expression[put<&NodePattern::labels>] >>
                  -properties[put<&NodePattern::properties>] >>
                  -(kw(Keyword::where) >> expression[put<&NodePattern::where>]) >> right_parenthesis]];

// ---- Relationships ----

void refuse_negative_length(const Token& at) {
  if (at.kind == TokenKind::minus)
    fail("InvalidRelationshipPattern", "the length of a relationship cannot be negative", at);
}
void refuse_range_without_star(const Token& at) {
  if (at.kind == TokenKind::dots)
    fail("InvalidRelationshipPattern", "the length of a relationship starts with *, as in *1..3", at);
}

constexpr auto exact_length = [](auto& context) {
  x3::_val(context).minimum = x3::_val(context).maximum = x3::_attr(context).integer;
};
constexpr auto open_length = [](auto& context) { x3::_val(context).maximum.reset(); };
constexpr auto longest_length = [](auto& context) { x3::_val(context).maximum = x3::_attr(context).integer; };

struct range_rule {};
const x3::rule<range_rule, Range> range = "length";
const auto range_def = star >> Refuse(refuse_negative_length) >> -integer[exact_length] >>
                       -(dots[open_length] >> Refuse(refuse_negative_length) >> -integer[longest_length]);

using Direction = RelationshipPattern::Direction;
constexpr auto right_arrow = [](auto& context) {
  RelationshipPattern& relationship = x3::_val(context);
  relationship.both_arrows = relationship.direction == Direction::left;
  relationship.direction = relationship.both_arrows ? Direction::either : Direction::right;
};

const auto any_dash = minus | dash;
struct relationship_rule {};
const x3::rule<relationship_rule, RelationshipPattern> relationship = "relationship";
const auto relationship_def =
    placed[-less[(is<&RelationshipPattern::direction, Direction::left>)] >> any_dash >>
           -nested[left_bracket >> -variable[put<&RelationshipPattern::variable>] >>
                   -label_expression[put<&RelationshipPattern::types>] >> Refuse(refuse_range_without_star) >>
                   -range[put<&RelationshipPattern::length>] >>
                   -properties[put<&RelationshipPattern::properties>] >>
                   -(kw(Keyword::where) >> expression[put<&RelationshipPattern::where>]) >> right_bracket] >>
           any_dash >> -greater[right_arrow]];

// ---- Paths ----

struct step_rule {};
const x3::rule<step_rule, PathStep> step = "step";
const auto step_def = called("a relationship")[relationship[put<&PathStep::relationship>]] >>
                      node_pattern[put<&PathStep::node>];

void refuse_quantified(const Token& at) {
  if (at.kind == TokenKind::left_brace || at.kind == TokenKind::plus || at.kind == TokenKind::star)
    fail("UnsupportedFeature",
         "quantified path patterns are not supported; write a variable-length relationship: -[:TYPE*1..3]->",
         at);
}

/// Takes start and steps, keeps the name.
constexpr auto elements = [](auto& context) {
  x3::_val(context).start = std::move(x3::_attr(context).start);
  x3::_val(context).steps = std::move(x3::_attr(context).steps);
};

using Function = PathPattern::Function;
struct path_elements_rule {};
const x3::rule<path_elements_rule, PathPattern> path_elements = "pattern";
const auto path_elements_def =
    placed[(Ahead(at_double_parenthesis) >>
            nested[left_parenthesis >> path_elements[elements] >> right_parenthesis] >>
            Refuse(refuse_quantified)) |
           (node_pattern[put<&PathPattern::start>] >> *step[add<&PathPattern::steps>])];

const auto shortest_word =
    kw(Keyword::shortestpath)[(is<&PathPattern::function, Function::shortest_path>)] |
    kw(Keyword::allshortestpaths)[(is<&PathPattern::function, Function::all_shortest_paths>)];
const auto path_pattern_def =
    placed[called("a pattern")[(Ahead(at_shortest_path) >> shortest_word >>
                                nested[left_parenthesis >> path_elements[elements] >> right_parenthesis]) |
                               path_elements[elements]]];

constexpr auto unnamed = [](auto& context) {
  auto name = std::move(x3::_val(context).variable);
  x3::_val(context) = std::move(x3::_attr(context));
  x3::_val(context).variable = std::move(name);
};
const auto named_path_pattern_def =
    placed[-(Ahead(at_path_name) >> variable[put<&PathPattern::variable>] >> equal) >> path_pattern[unnamed]];

BOOST_SPIRIT_DEFINE(label_unary, label_and, label_or, node_pattern, range, relationship, step, path_elements)

}  // namespace

BOOST_SPIRIT_DEFINE(label_expression, path_pattern, named_path_pattern)

BOOST_SPIRIT_INSTANTIATE(decltype(label_expression), Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(decltype(path_pattern), Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(decltype(named_path_pattern), Iterator, Context)

}  // namespace attest::parser_detail
