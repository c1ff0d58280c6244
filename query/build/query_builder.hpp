// Builds the plan of a query: each clause is bound in the scope that the one before it leaves, and becomes
// operators on top of those so far.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <attest/query/build/environment.hpp>
#include <attest/query/build/pattern_builder.hpp>
#include <attest/query/run/aggregate.hpp>
#include <attest/query/run/scan.hpp>
#include <attest/query/run/update.hpp>

namespace attest::query {

/// Where a (sub)query starts from: nothing, or the rows of an outer plan.
struct Origin {
  std::shared_ptr<Outer> outer;            ///< empty for a whole statement
  std::vector<const Argument*> arguments;  ///< all leaves made for it
};

/// A plan with the columns it gives; `returns` is false where the query ends with an update.
struct BuiltQuery {
  OperatorPtr root;
  std::vector<std::string> columns;
  std::vector<Slot> slots;
  std::vector<TypeSet> types;
  bool returns = false;
};

BuiltQuery build_query(Environment& environment, const ast::Query& query, const Scope& scope, Origin& origin,
                       bool subquery);

/// The subplans of expressions.
/// `[(a)-->(b) WHERE … | projection]`, or the pattern alone for a predicate. `declare`: it may name new
/// variables.
std::shared_ptr<Subplan> pattern_subplan(Environment& environment, const Scope& scope,
                                         const ast::PathPattern& pattern, const ast::Expression* where,
                                         const ast::Expression* projection, bool declare);
/// The paths of a shortestPath(…) that stands as a value.
std::shared_ptr<Subplan> path_subplan(Environment& environment, const Scope& scope,
                                      const ast::PathPattern& pattern);
/// `EXISTS { … }` and its like.
std::shared_ptr<Subplan> query_subplan(Environment& environment, const Scope& scope, const ast::Query& query);

/// One query without UNION, clause by clause.
class QueryBuilder {
 public:
  QueryBuilder(Environment& environment, Scope scope, Origin& origin, bool subquery);

  BuiltQuery build(const ast::SingleQuery& query);

  // For the subplans of expressions.
  void match(const std::vector<ast::PathPattern>& patterns, const ast::Expression* where,
             PatternBuilder::NewVariables variables, Expr* last_path = nullptr);
  Slot compute(const ast::Expression& expression);
  Slot compute(Expr expr);
  OperatorPtr take_root() { return std::move(root_); }

 private:
  // Reading clauses.
  void add(const ast::Match& clause);
  void add(const ast::Unwind& clause);
  void add(const ast::With& clause);
  void add(const ast::Return& clause);
  void add(const ast::CallProcedure& clause);
  void add(const ast::CallSubquery& clause);
  void optional_match(const ast::Match& clause);
  void cast_values(PatternBuilder& builder);
  OperatorPtr plan_pattern(OperatorPtr input, PatternBuilder& builder);

  // Projections: projection_builder.cpp.
  struct Item {
    std::string name;
    Expr expr;
    ast::Span span;
    bool aggregated = false;
  };
  struct Projected {
    std::vector<Item> items;
    std::vector<AggregateCall> calls;
    bool closed = false;                      ///< what stood before is gone: by aggregation or DISTINCT
    std::vector<std::pair<Expr, Slot>> keys;  ///< what each expression before has become
  };
  void project(const ast::Projection& projection, const ast::Expression* where, bool is_return);
  std::vector<Item> collect_items(const ast::Projection& projection, bool is_return,
                                  std::vector<AggregateCall>& calls);
  void check_names(const std::vector<Item>& items, bool is_return) const;
  void aggregate(Projected& projected);
  void compute_items(Projected& projected);
  std::optional<Expr> bind_to_new(const ast::Expression& condition, const Scope& names);
  Expr bind_after(const ast::Expression& expression, Projected& projected, bool predicate);
  void close(Expr& expr, const Projected& projected, const ast::Span& span, const char* detail,
             bool any_key) const;
  void order(const ast::Projection& projection, Projected& projected);
  Expr row_count(const ast::Expression& expression, const char* what);

  // Updates: update_builder.cpp.
  void add(const ast::Create& clause);
  void add(const ast::Merge& clause);
  void add(const ast::Set& clause);
  void add(const ast::Remove& clause);
  void add(const ast::Delete& clause);
  void add(const ast::Foreach& clause);
  std::vector<NewElement> new_elements(const ast::PathPattern& pattern, bool merge, Expr& path);
  void name_path(const ast::PathPattern& pattern, Expr path);
  Pattern merge_pattern(const std::vector<NewElement>& elements, const ast::PathPattern& written);
  std::vector<LabelId> label_ids(const std::vector<ast::Name>& names);
  ElementChange change_of(const ast::SetProperty& item);
  ElementChange change_of(const ast::SetProperties& item);
  ElementChange change_of(const ast::SetLabels& item);
  Slot new_node(const ast::NodePattern& node, bool alone, bool merge, std::vector<NewElement>& elements);
  void new_relationship(const ast::RelationshipPattern& pattern, Slot left, Slot right, bool merge,
                        std::vector<NewElement>& elements);
  PropertySpec property_spec(const ast::Ptr<ast::Expression>& properties, bool merge);
  Slot end_slot(const ast::Name& name, const Variable& variable);
  std::vector<ElementChange> changes(const std::vector<ast::SetItem>& items);
  ElementChange property_change(const ast::Expression& target, Expr value);

  void add_argument();
  template <class T, class... Arguments>
  void push(Arguments&&... arguments);

  Environment& environment_;
  Scope scope_;
  Origin& origin_;
  bool subquery_;
  bool standalone_ = false;  // the query is one CALL
  OperatorPtr root_;
  BuiltQuery built_;
};

template <class T, class... Arguments>
void QueryBuilder::push(Arguments&&... arguments) {
  const double rows = root_->estimate();
  root_ = std::make_unique<T>(std::move(root_), std::forward<Arguments>(arguments)...);
  if (root_->estimate() == 0) root_->set_estimate(rows);
}

}  // namespace attest::query
