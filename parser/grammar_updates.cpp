// Updating clauses: CREATE, MERGE, SET, REMOVE, DELETE, FOREACH.
#include <attest/parser/grammar.hpp>
#include <attest/parser/lookahead.hpp>

namespace attest::parser_detail {
namespace {

using ast::Create;
using ast::Delete;
using ast::Foreach;
using ast::Merge;
using ast::MergeAction;
using ast::Name;
using ast::Remove;
using ast::RemoveItem;
using ast::RemoveLabels;
using ast::RemoveProperty;
using ast::Set;
using ast::SetItem;
using ast::SetLabels;
using ast::SetProperties;
using ast::SetProperty;

struct create_rule {};
const x3::rule<create_rule, Create> create = "CREATE";
const auto create_def = kw(Keyword::create) >> (named_path_pattern[add<&Create::patterns>] % comma);

// ---- SET ----

/// `name = …`, `name += …`
struct set_properties_rule {};
const x3::rule<set_properties_rule, SetProperties> set_properties = "assignment";
const auto set_properties_def = variable[put<&SetProperties::variable>] >>
                                (equal | plus_equal[(is<&SetProperties::merge, true>)]) >>
                                expression[put<&SetProperties::value>];

/// `target = value` and `n:A:B` begin alike; the target is kept until one of them is sure.
struct Change {
  ast::Expression target;
  ast::Expression value;
  std::vector<Name> labels;
};
void require_property(const ast::Expression& target) {
  if (target.as<ast::Property>() || target.as<ast::Subscript>()) return;
  Token at;
  at.begin = target.span.begin;
  fail("UnexpectedSyntax", "only a property can be changed here, as in n.name", at);
}
constexpr auto checked_target = [](auto& context) { require_property(x3::_val(context).target); };

const auto labels = +(colon >> label_name[add<&Change::labels>]);
struct set_change_rule {};
const x3::rule<set_change_rule, Change> set_change = "assignment";
const auto set_change_def = target[put<&Change::target>] >>
                            (labels | (equal[checked_target] >> expression[put<&Change::value>]));

constexpr auto set_item_of_change = [](auto& context) {
  Change& change = x3::_attr(context);
  if (change.labels.empty())
    x3::_val(context) = SetProperty{std::move(change.target), std::move(change.value)};
  else
    x3::_val(context) = SetLabels{std::move(change.target), std::move(change.labels)};
};
struct set_item_rule {};
const x3::rule<set_item_rule, SetItem> set_item = "assignment";
const auto set_item_def = (Ahead(at_whole_assignment) >> set_properties[self]) |
                          (!Ahead(at_whole_assignment) >> set_change[set_item_of_change]);

struct set_rule {};
const x3::rule<set_rule, Set> set = "SET";
const auto set_def = kw(Keyword::set) >> (set_item[add<&Set::items>] % comma);

// ---- MERGE ----

struct merge_action_rule {};
const x3::rule<merge_action_rule, MergeAction> merge_action = "ON";
const auto merge_action_def = kw(Keyword::on) >>
                              (kw(Keyword::create)[(is<&MergeAction::when, MergeAction::When::on_create>)] |
                               kw(Keyword::match)[(is<&MergeAction::when, MergeAction::When::on_match>)]) >>
                              kw(Keyword::set) >> (set_item[add<&MergeAction::items>] % comma);
struct merge_rule {};
const x3::rule<merge_rule, Merge> merge = "MERGE";
const auto merge_def =
    kw(Keyword::merge) >> named_path_pattern[put<&Merge::pattern>] >> *merge_action[add<&Merge::actions>];

// ---- REMOVE and DELETE ----

struct remove_change_rule {};
const x3::rule<remove_change_rule, Change> remove_change = "property or labels";
const auto remove_change_def = target[put<&Change::target>] >> (labels | x3::eps[checked_target]);

constexpr auto remove_item_of_change = [](auto& context) {
  Change& change = x3::_attr(context);
  if (change.labels.empty())
    x3::_val(context) = RemoveProperty{std::move(change.target)};
  else
    x3::_val(context) = RemoveLabels{std::move(change.target), std::move(change.labels)};
};
struct remove_item_rule {};
const x3::rule<remove_item_rule, RemoveItem> remove_item = "property or labels";
const auto remove_item_def = remove_change[remove_item_of_change];

struct remove_rule {};
const x3::rule<remove_rule, Remove> remove = "REMOVE";
const auto remove_def = kw(Keyword::remove) >> (remove_item[add<&Remove::items>] % comma);

struct delete_rule {};
const x3::rule<delete_rule, Delete> delete_ = "DELETE";
const auto delete__def = -kw(Keyword::detach)[(is<&Delete::detach, true>)] >> kw(Keyword::delete_) >>
                         (expression[add<&Delete::targets>] % comma);

// ---- FOREACH ----

struct foreach_rule {};
const x3::rule<foreach_rule, Foreach> foreach = "FOREACH";
const auto foreach_def =
    kw(Keyword::foreach) >>
    nested[left_parenthesis >> variable[put<&Foreach::variable>] >> kw(Keyword::in) >>
           before_bar[expression][put<&Foreach::list>] >> bar >>
           called("an updating clause")[+update_clause[add<&Foreach::body>]] >> right_parenthesis];

const auto update_clause_def =
    placed[create[node] | merge[node] | set[node] | remove[node] | delete_[node] | foreach[node]];

BOOST_SPIRIT_DEFINE(create, set_properties, set_change, set_item, set, merge_action, merge, remove_change,
                    remove_item, remove, delete_, foreach)

}  // namespace

BOOST_SPIRIT_DEFINE(update_clause)

BOOST_SPIRIT_INSTANTIATE(decltype(update_clause), Iterator, Context)

}  // namespace attest::parser_detail
