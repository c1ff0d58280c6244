// Statements and their reading clauses: MATCH, UNWIND, CALL, WITH, RETURN, UNION.
#include <attest/parser/grammar.hpp>
#include <attest/parser/lookahead.hpp>

namespace attest::parser_detail {
namespace {

using ast::CallProcedure;
using ast::CallSubquery;
using ast::Match;
using ast::Projection;
using ast::ProjectionItem;
using ast::SingleQuery;
using ast::SortItem;
using ast::Statement;
using ast::UnionPart;
using ast::With;
using ast::YieldItem;

// ---- MATCH and UNWIND ----

struct match_rule {};
const x3::rule<match_rule, Match> match = "MATCH";
const auto match_def = -kw(Keyword::optional)[(is<&Match::optional, true>)] >> kw(Keyword::match) >>
                       (named_path_pattern[add<&Match::patterns>] % comma) >>
                       -(kw(Keyword::where) >> expression[put<&Match::where>]);

struct unwind_rule {};
const x3::rule<unwind_rule, ast::Unwind> unwind = "UNWIND";
const auto unwind_def = kw(Keyword::unwind) >> expression[put<&ast::Unwind::list>] >>
                        kw(Keyword::as) >> variable[put<&ast::Unwind::variable>];

// ---- WITH and RETURN ----

constexpr auto projected = [](auto& context) {
  ProjectionItem& item = x3::_val(context);
  item.expression = std::move(x3::_attr(context));
  item.text = std::string(item.expression.span.text(state_of(context).source));
};
struct projection_item_rule {};
const x3::rule<projection_item_rule, ProjectionItem> projection_item = "column";
const auto projection_item_def = expression[projected] >>
                                 -(kw(Keyword::as) >> variable[put<&ProjectionItem::alias>]);

struct sort_item_rule {};
const x3::rule<sort_item_rule, SortItem> sort_item = "order";
const auto sort_item_def = expression[put<&SortItem::expression>] >>
                           -(kw(Keyword::ascending) | kw(Keyword::asc) |
                             (kw(Keyword::descending) |
                              kw(Keyword::desc))[(is<&SortItem::descending, true>)]);

struct projection_rule {};
const x3::rule<projection_rule, Projection> projection = "columns";
const auto columns =
    (star[(is<&Projection::all, true>)] >> *(comma >> projection_item[add<&Projection::items>])) |
    (projection_item[add<&Projection::items>] % comma);
const auto projection_def = -kw(Keyword::distinct)[(is<&Projection::distinct, true>)] >> columns >>
                            -(kw(Keyword::order) >> kw(Keyword::by) >>
                              (sort_item[add<&Projection::order>] % comma)) >>
                            -(kw(Keyword::skip) >> expression[put<&Projection::skip>]) >>
                            -(kw(Keyword::limit) >> expression[put<&Projection::limit>]);

struct with_rule {};
const x3::rule<with_rule, With> with = "WITH";
const auto with_def = kw(Keyword::with) >> projection[put<&With::projection>] >>
                      -(kw(Keyword::where) >> expression[put<&With::where>]);
struct return_rule {};
const x3::rule<return_rule, ast::Return> return_ = "RETURN";
const auto return__def = kw(Keyword::return_) >> projection[put<&ast::Return::projection>];

// ---- CALL ----

struct yield_item_rule {};
const x3::rule<yield_item_rule, YieldItem> yield_item = "result field";
const auto yield_item_def = any_name[put<&YieldItem::field>] >>
                            -(kw(Keyword::as) >> variable[put<&YieldItem::alias>]);

struct call_rule {};
const x3::rule<call_rule, CallProcedure> call = "CALL";
const auto arguments =
    nested[left_parenthesis[present<&CallProcedure::arguments>] >>
           -(expression[add_to_present<&CallProcedure::arguments>] % comma) >> right_parenthesis];
const auto yield = kw(Keyword::yield) >>
                   (star[(is<&CallProcedure::yield_all, true>)] | minus[present<&CallProcedure::yield>] |
                    (x3::eps[present<&CallProcedure::yield>] >>
                     (yield_item[add_to_present<&CallProcedure::yield>] % comma))) >>
                   -(kw(Keyword::where) >> expression[put<&CallProcedure::where>]);
const auto call_def = kw(Keyword::call) >> qualified_name[put<&CallProcedure::name>] >> -arguments >> -yield;

struct subquery_call_rule {};
const x3::rule<subquery_call_rule, CallSubquery> subquery_call = "CALL";
const auto imports = nested[left_parenthesis[present<&CallSubquery::imports>] >>
                            -(star[(is<&CallSubquery::import_all, true>)] |
                              (variable[add_to_present<&CallSubquery::imports>] % comma)) >>
                            right_parenthesis];
const auto subquery_call_def = -kw(Keyword::optional)[(is<&CallSubquery::optional, true>)] >>
                               Ahead(at_subquery_call) >> kw(Keyword::call) >> -imports
                               >> nested[left_brace >> query[put<&CallSubquery::query>] >> right_brace];

// ---- Queries ----

const auto clause_def = placed[match[node] | unwind[node] | with[node] | return_[node] | subquery_call[node] |
                               call[node] | update_clause[self]];

struct single_query_rule {};
const x3::rule<single_query_rule, SingleQuery> single_query = "query";
const auto single_query_def = placed[called("a clause")[clause[add<&SingleQuery::clauses>]] >>
                                     *called("a clause")[clause[add<&SingleQuery::clauses>]]];

struct union_rule {};
const x3::rule<union_rule, UnionPart> union_part = "UNION";
const auto union_part_def = placed[kw(Keyword::union_) >> -kw(Keyword::all)[(is<&UnionPart::all, true>)] >>
                                   single_query[put<&UnionPart::query>]];
const auto query_def = single_query[put<&ast::Query::first>] >> *union_part[add<&ast::Query::rest>];

const auto mode = kw(Keyword::explain)[(is<&Statement::mode, Statement::Mode::explain>)] |
                  kw(Keyword::profile)[(is<&Statement::mode, Statement::Mode::profile>)];
const auto statement_def = -mode >> query[put<&Statement::query>] >> -semicolon >> end_of_text;

BOOST_SPIRIT_DEFINE(match, unwind, projection_item, sort_item, projection, with, return_, yield_item, call,
                    subquery_call, single_query, union_part)

}  // namespace

BOOST_SPIRIT_DEFINE(clause, query, statement)

BOOST_SPIRIT_INSTANTIATE(decltype(clause), Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(decltype(query), Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(decltype(statement), Iterator, Context)

}  // namespace attest::parser_detail
