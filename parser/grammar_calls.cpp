// The atoms that begin with a word: CASE, calls, quantifiers, reduce, subqueries, map projections.
#include <attest/parser/grammar.hpp>
#include <attest/parser/lookahead.hpp>

namespace attest::parser_detail {
namespace {

using ast::Case;
using ast::CaseBranch;
using ast::Expression;
using ast::FunctionCall;
using ast::MapProjection;
using ast::MapProjectionItem;
using ast::Quantifier;
using ast::Reduce;
using ast::Subquery;

// ---- CASE ----

struct case_branch_rule {};
const x3::rule<case_branch_rule, CaseBranch> case_branch = "WHEN";
const auto case_branch_def = kw(Keyword::when) >> expression[put<&CaseBranch::when>] >>
                             kw(Keyword::then) >> expression[put<&CaseBranch::then>];
struct case_rule {};
const x3::rule<case_rule, Case> case_expression = "CASE";
const auto case_expression_def =
    nested[kw(Keyword::case_) >> (case_branch[add<&Case::branches>] |
                                  (expression[put<&Case::subject>] >> case_branch[add<&Case::branches>])) >>
           *case_branch[add<&Case::branches>] >> -(kw(Keyword::else_) >> expression[put<&Case::otherwise>]) >>
           kw(Keyword::end)];

// ---- Calls ----

constexpr auto add_part = [](auto& context) {
  ast::Name& whole = x3::_val(context);
  ast::Name& part = x3::_attr(context);
  if (!whole.text.empty()) whole.text += '.';
  whole.text += part.text;
};

struct function_rule {};
const x3::rule<function_rule, FunctionCall> function_call = "function";
const auto function_call_def =
    qualified_name[put<&FunctionCall::name>] >>
    nested[left_parenthesis >> -kw(Keyword::distinct)[(is<&FunctionCall::distinct, true>)] >>
           -(expression[add<&FunctionCall::arguments>] % comma) >> right_parenthesis];
const auto qualified_name_def = placed[any_name[add_part] % dot];

constexpr auto count_star_node = [](auto& context) { x3::_val(context).node = ast::CountStar{}; };
const auto count_star = kw(Keyword::count) >> left_parenthesis >> star[count_star_node] >> right_parenthesis;

// ---- Quantifiers and reduce ----

using QuantifierKind = Quantifier::Kind;
struct quantifier_rule {};
const x3::rule<quantifier_rule, Quantifier> quantifier = "quantifier";
const auto quantifier_word = kw(Keyword::all)[(is<&Quantifier::kind, QuantifierKind::all>)] |
                             kw(Keyword::any)[(is<&Quantifier::kind, QuantifierKind::any>)] |
                             kw(Keyword::none_)[(is<&Quantifier::kind, QuantifierKind::none>)] |
                             kw(Keyword::single)[(is<&Quantifier::kind, QuantifierKind::single>)];
const auto quantifier_def =
    quantifier_word >> nested[left_parenthesis >> variable[put<&Quantifier::variable>] >> kw(Keyword::in) >>
                              expression[put<&Quantifier::list>] >> kw(Keyword::where) >>
                              expression[put<&Quantifier::where>] >> right_parenthesis];

struct reduce_rule {};
const x3::rule<reduce_rule, Reduce> reduce = "reduce";
const auto reduce_def =
    kw(Keyword::reduce) >>
    nested[left_parenthesis >> variable[put<&Reduce::accumulator>] >> equal >>
           expression[put<&Reduce::initial>] >> comma >> variable[put<&Reduce::variable>] >>
           kw(Keyword::in) >> before_bar[expression][put<&Reduce::list>] >> bar >>
           expression[put<&Reduce::expression>] >> right_parenthesis];

// ---- Subqueries ----

struct bare_match_rule {};
const x3::rule<bare_match_rule, ast::Match> bare_match = "pattern";
const auto bare_match_def = (named_path_pattern[add<&ast::Match::patterns>] % comma) >>
                            -(kw(Keyword::where) >> expression[put<&ast::Match::where>]);
struct bare_clause_rule {};
const x3::rule<bare_clause_rule, ast::Clause> bare_clause = "pattern";
const auto bare_clause_def = placed[bare_match[node]];
struct bare_single_rule {};
const x3::rule<bare_single_rule, ast::SingleQuery> bare_single = "pattern";
const auto bare_single_def = placed[bare_clause[add<&ast::SingleQuery::clauses>]];
struct bare_query_rule {};
const x3::rule<bare_query_rule, ast::Query> bare_query = "pattern";
const auto bare_query_def = bare_single[put<&ast::Query::first>];

using SubqueryKind = Subquery::Kind;
struct subquery_rule {};
const x3::rule<subquery_rule, Subquery> subquery = "subquery";
const auto subquery_word = kw(Keyword::exists)[(is<&Subquery::kind, SubqueryKind::exists>)] |
                           kw(Keyword::count)[(is<&Subquery::kind, SubqueryKind::count>)] |
                           kw(Keyword::collect)[(is<&Subquery::kind, SubqueryKind::collect>)];
const auto subquery_def =
    subquery_word >> nested[left_brace >> ((Ahead(at_bare_pattern) >> bare_query[put<&Subquery::query>]) |
                                           (!Ahead(at_bare_pattern) >> query[put<&Subquery::query>])) >>
                            right_brace];

// ---- Map projections ----

using ItemKind = MapProjectionItem::Kind;
struct map_projection_item_rule {};
const x3::rule<map_projection_item_rule, MapProjectionItem> map_projection_item = "map projection item";
const auto map_projection_item_def =
    (dot >> (star[(is<&MapProjectionItem::kind, ItemKind::all_properties>)] |
             key_name[put<&MapProjectionItem::name>])) |
    (any_name[put<&MapProjectionItem::name>] >>
     ((colon[(is<&MapProjectionItem::kind, ItemKind::entry>)] >> expression[put<&MapProjectionItem::value>]) |
      x3::eps[(is<&MapProjectionItem::kind, ItemKind::variable>)]));
struct map_projection_rule {};
const x3::rule<map_projection_rule, MapProjection> map_projection = "map projection";
const auto map_projection_def =
    variable[put<&MapProjection::variable>] >>
    nested[left_brace >> -(map_projection_item[add<&MapProjection::items>] % comma) >> right_brace];

struct shortest_rule {};
const x3::rule<shortest_rule, ast::PatternExpression> shortest = "shortest path";
const auto shortest_def = path_pattern[put<&ast::PatternExpression::pattern>];

const auto bracketed_def =
    case_expression[node] | (Ahead(at_count_star) >> count_star) | (Ahead(at_subquery) >> subquery[node]) |
    (Ahead(at_quantifier) >> quantifier[node]) | (Ahead(at_reduce) >> reduce[node]) |
    (Ahead(at_shortest_path) >> shortest[node]) | (Ahead(at_map_projection) >> map_projection[node]) |
    (Ahead(at_function_call) >> function_call[node]);

BOOST_SPIRIT_DEFINE(case_branch, case_expression, function_call, quantifier, reduce, bare_match, bare_clause,
                    bare_single, bare_query, subquery, map_projection_item, map_projection, shortest)

}  // namespace

BOOST_SPIRIT_DEFINE(bracketed, qualified_name)

BOOST_SPIRIT_INSTANTIATE(decltype(bracketed), Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(decltype(qualified_name), Iterator, Context)

}  // namespace attest::parser_detail
