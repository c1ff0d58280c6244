// Expressions: operators between operands, and what may follow an atom.
#include <attest/parser/grammar.hpp>
#include <attest/parser/lookahead.hpp>
#include <attest/parser/operators.hpp>

namespace attest::parser_detail {
namespace {

using ast::Expression;

// ---- What follows an atom ----

/// `[…]` after an atom: one index, or a slice where `dots` was read.
struct Brackets {
  ast::Ptr<Expression> from;
  ast::Ptr<Expression> to;
  bool slice = false;
  ast::Span span;
};

void count_level(auto& context, const ast::Span& place) {
  State& state = state_of(context);
  Token at;
  at.begin = place.begin;
  require_shallow(++state.height, at);
}

/// The rule's expression becomes the object of a node that ends at `end`.
template <class Node>
void wrap(auto& context, Node tail, std::uint32_t end) {
  Expression& object = x3::_val(context);
  ast::Span span{object.span.begin, end};
  count_level(context, span);
  tail.object = Expression(std::move(object));
  object.node = std::move(tail);
  object.span = span;
}

constexpr auto property = [](auto& context) {
  std::uint32_t end = x3::_attr(context).span.end;
  wrap(context, ast::Property{{}, std::move(x3::_attr(context))}, end);
};
constexpr auto index_or_slice = [](auto& context) {
  Brackets& read = x3::_attr(context);
  if (read.slice)
    wrap(context, ast::Slice{{}, std::move(read.from), std::move(read.to)}, read.span.end);
  else
    wrap(context, ast::Subscript{{}, std::move(read.from)}, read.span.end);
};
constexpr auto label_predicate = [](auto& context) {
  std::uint32_t end = x3::_attr(context).span.end;
  wrap(context, ast::LabelPredicate{{}, std::move(x3::_attr(context))}, end);
};

struct brackets_rule {};
const x3::rule<brackets_rule, Brackets> brackets = "index";
const auto slice_end = dots[(is<&Brackets::slice, true>)] >> -expression[put<&Brackets::to>];
const auto brackets_def =
    placed[nested[left_bracket >> (slice_end | (expression[put<&Brackets::from>] >> -slice_end)) >>
                  right_bracket]];

const auto target_def = atom[self] >>
                        *called("an operator")[(dot >> key_name[property]) | brackets[index_or_slice]];
const auto postfix_expression_def = target[self] >> *called("an operator")[label_expression[label_predicate]];

// ---- Operators ----

/// The token before the one the rule has come to: the operator's own.
struct OperatorWord {
  Operator op;
  const Token* at = nullptr;
};
template <auto Value>
constexpr auto means = [](auto& context) { x3::_val(context).op = Value; };

/// Remembers where the operator's sign stands.
template <class Subject>
struct Located : x3::unary_parser<Subject, Located<Subject>> {
  using base = x3::unary_parser<Subject, Located<Subject>>;
  static constexpr bool is_pass_through_unary = true;
  static constexpr bool handles_container = Subject::handles_container;
  constexpr explicit Located(const Subject& subject) : base(subject) {}
  template <class AnyContext, class Tree, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const AnyContext& context, Tree& tree,
             Attribute& out) const {
    tree.at = first;
    return this->subject.parse(first, last, context, tree, out);
  }
};
constexpr Make<Located> located;

struct prefix_rule {};
struct infix_rule {};
const x3::rule<prefix_rule, OperatorWord> prefix_operator = "operator";
const x3::rule<infix_rule, OperatorWord> infix_operator = "operator";

using Binary = ast::Binary::Operator;
using Comparison = ast::Comparison::Operator;
using Logical = ast::Logical::Operator;
using Unary = ast::Unary::Operator;

const auto prefix_operator_def = located[kw(Keyword::not_)[means<Unary::logical_not>] |
                                         minus[means<Unary::minus>] | plus[means<Unary::plus>]];

const auto arithmetic = plus[means<Binary::add>] | minus[means<Binary::subtract>] |
                        star[means<Binary::multiply>] | slash[means<Binary::divide>] |
                        percent[means<Binary::modulo>] | caret[means<Binary::power>];
const auto comparison = equal[means<Comparison::equal>] | not_equal[means<Comparison::not_equal>] |
                        less_equal[means<Comparison::less_equal>] | less[means<Comparison::less>] |
                        greater_equal[means<Comparison::greater_equal>] | greater[means<Comparison::greater>];
const auto logical = kw(Keyword::and_)[means<Logical::logical_and>] |
                     kw(Keyword::or_)[means<Logical::logical_or>] |
                     kw(Keyword::xor_)[means<Logical::logical_xor>];
const auto predicate = kw(Keyword::in)[means<Binary::in>] |
                       (kw(Keyword::starts) >> kw(Keyword::with))[means<Binary::starts_with>] |
                       (kw(Keyword::ends) >> kw(Keyword::with))[means<Binary::ends_with>] |
                       kw(Keyword::contains)[means<Binary::contains>] | matches[means<Binary::matches>];
const auto infix_operator_def = located[comparison | logical | arithmetic | predicate];

struct NullWords {
  bool negated = false;
  ast::Span span;
  const Token* at = nullptr;
};
struct null_words_rule {};
const x3::rule<null_words_rule, NullWords> null_words = "IS NULL";
const auto null_words_def =
    located[placed[kw(Keyword::is) >> -kw(Keyword::not_)[(is<&NullWords::negated, true>)] >>
                   kw(Keyword::null)]];

constexpr auto push_prefix = [](auto& context) {
  const OperatorWord& word = x3::_attr(context);
  x3::_val(context).prefix(std::get<Unary>(word.op), *word.at);
};
constexpr auto push_operand = [](auto& context) {
  x3::_val(context).operand(std::move(x3::_attr(context)), state_of(context));
};
constexpr auto push_infix = [](auto& context) {
  const OperatorWord& word = x3::_attr(context);
  x3::_val(context).infix(word.op, *word.at, state_of(context));
};
constexpr auto push_null_test = [](auto& context) {
  const NullWords& words = x3::_attr(context);
  x3::_val(context).null_test(words.negated, *words.at, words.span.end, state_of(context));
};

struct chain_rule {};
const x3::rule<chain_rule, OperatorChain> chain = "expression";
const auto operand = *prefix_operator[push_prefix] >> postfix_expression[push_operand] >>
                     *called("an operator")[null_words[push_null_test]];
// Expected, not only wanted: an operator without its operand must not be left in the chain.
const auto chain_def = called("an expression")[operand] >>
                       *(called("an operator")[infix_operator[push_infix]] >
                         called("an expression")[operand]);

constexpr auto finish = [](auto& context) {
  x3::_val(context) = x3::_attr(context).finish(state_of(context));
};
const auto expression_def = chain[finish];

BOOST_SPIRIT_DEFINE(brackets, prefix_operator, infix_operator, null_words, chain)

}  // namespace

BOOST_SPIRIT_DEFINE(expression, postfix_expression, target)

BOOST_SPIRIT_INSTANTIATE(decltype(expression), Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(decltype(postfix_expression), Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(decltype(target), Iterator, Context)

}  // namespace attest::parser_detail
