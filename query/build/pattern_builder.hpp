// Binds the patterns of MATCH: declares their variables and turns them into a graph for the planner.
#pragma once

#include <vector>

#include <attest/query/build/environment.hpp>
#include <attest/query/plan/pattern.hpp>

namespace attest::query {

class PatternBuilder {
 public:
  enum class NewVariables : bool { refuse, declare };

  /// Adds what the patterns declare to `scope`.
  PatternBuilder(Environment& environment, Scope& scope, NewVariables new_variables = NewVariables::declare)
      : environment_(environment), scope_(scope), new_variables_(new_variables) {}

  /// One MATCH clause; relationships of different calls may be equal.
  void add(const std::vector<ast::PathPattern>& patterns, const ast::Expression* where);
  void add(const ast::PathPattern& pattern);
  /// An expression that gives the path of the pattern last added.
  Expr last_path() const { return last_path_; }
  /// Slots that the pattern binds, paths included.
  const std::vector<Slot>& introduced() const { return introduced_; }
  /// Computations that must come before the pattern: values that are used as nodes or relationships.
  std::vector<Compute::Item>& casts() { return casts_; }
  Pattern& pattern() { return pattern_; }

 private:
  struct Pending {  // bound when all variables are declared
    const ast::Expression* expression;
    std::size_t element;
    Slot slot;
    enum class Kind : std::uint8_t {
      node_map,
      relationship_map,
      length_map,
      predicate,
      length_predicate
    } kind;
  };

  std::size_t declare_node(const ast::NodePattern& node);
  std::size_t declare_relationship(const ast::RelationshipPattern& relationship);
  void declare_path(const ast::PathPattern& pattern);
  Slot node_slot(const ast::Name& name, bool& bound);
  Slot relationship_slot(const ast::Name& name, bool variable_length, bool& bound);
  Slot cast(const ast::Name& name, const Variable& variable, Expr::Kind kind, SlotKind slot_kind,
            TypeSet types);
  void add_labels(std::size_t node, const ast::LabelExpression& labels);
  void add_types(PatternRelationship& relationship, const ast::RelationshipPattern& pattern);
  void check_introduced(const ast::Name& name) const;
  void bind_pending();
  void bind_map(const Pending& pending);
  Expr path_of(const ast::PathPattern& pattern, std::size_t first_node, std::size_t first_relationship) const;

  Environment& environment_;
  Scope& scope_;
  NewVariables new_variables_;
  Pattern pattern_;
  std::vector<Slot> introduced_;
  std::vector<Compute::Item> casts_;
  std::vector<Pending> pending_;
  std::vector<std::string> clause_relationships_;
  std::size_t clause_ = 0;
  Expr last_path_;
};

}  // namespace attest::query
