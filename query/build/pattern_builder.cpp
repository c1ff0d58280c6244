#include <attest/query/build/pattern_builder.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <attest/query/build/expression_builder.hpp>

namespace attest::query {

using Relationship = ast::RelationshipPattern;

void PatternBuilder::add(const std::vector<ast::PathPattern>& patterns, const ast::Expression* where) {
  clause_relationships_.clear();
  ++clause_;
  for (const ast::PathPattern& pattern : patterns) add(pattern);
  bind_pending();
  if (!where) return;
  ExpressionBuilder builder(environment_, scope_);
  split_conjunction(builder.build_predicate(*where), pattern_.predicates);
}

void PatternBuilder::add(const ast::PathPattern& pattern) {
  const std::size_t first_relationship = pattern_.relationships.size();
  std::size_t left = declare_node(pattern.start);
  const std::size_t first_node = left;
  for (const ast::PathStep& step : pattern.steps) {
    const std::size_t relationship = declare_relationship(step.relationship);
    const std::size_t right = declare_node(step.node);
    pattern_.relationships[relationship].left = left;
    pattern_.relationships[relationship].right = right;
    left = right;
  }
  if (pattern.function != ast::PathPattern::Function::none) {
    if (pattern.steps.size() != 1) {
      syntax_error(pattern.span, "UnexpectedSyntax",
                   "shortestPath() takes a pattern of exactly one relationship");
    }
    PatternRelationship& relationship = pattern_.relationships[first_relationship];
    const bool all = pattern.function == ast::PathPattern::Function::all_shortest_paths;
    relationship.shortest = all ? PatternRelationship::Shortest::all : PatternRelationship::Shortest::one;
    if (!relationship.variable_length) {
      relationship.variable_length = true;
      relationship.maximum = 1;
    }
  }
  last_path_ = path_of(pattern, first_node, first_relationship);
  if (pattern.variable) declare_path(pattern);
}

Expr PatternBuilder::path_of(const ast::PathPattern& pattern, std::size_t first_node,
                             std::size_t first_relationship) const {
  Expr path;
  path.kind = Expr::Kind::path;
  path.types = types::path;
  path.children.push_back(slot_expr(pattern_.nodes[first_node].slot, types::node));
  for (std::size_t i = 0; i < pattern.steps.size(); ++i) {
    path.children.push_back(slot_expr(pattern_.relationships[first_relationship + i].slot));
  }
  return path;
}

void PatternBuilder::declare_path(const ast::PathPattern& pattern) {
  const ast::Name& name = *pattern.variable;
  if (scope_.find(name.text)) {
    syntax_error(name.span, "VariableAlreadyBound",
                 fmt::format("the variable \"{}\" is bound already and cannot name a path", name.text));
  }
  const Slot slot = environment_.add_slot(SlotKind::value, name.text);
  pattern_.paths.emplace_back(slot, last_path_);
  introduced_.push_back(slot);
  scope_.add({name.text, slot, false, types::path, types::any});
}

void PatternBuilder::check_introduced(const ast::Name& name) const {
  if (new_variables_ == NewVariables::refuse) undefined_variable(name.span, name.text, scope_);
}

// ---- Variables ---------------------------------------------------------------------------------

/// A value is taken for a node or relationship: it is checked once, in a slot of its own.
Slot PatternBuilder::cast(const ast::Name& name, const Variable& variable, Expr::Kind kind,
                          SlotKind slot_kind, TypeSet types) {
  const Slot slot = environment_.add_slot(slot_kind, name.text);
  Expr value = slot_expr(variable.index, variable.types);
  if (variable.local) value.kind = Expr::Kind::local;
  Expr checked = unary_expr(kind, std::move(value), types);
  checked.line = name.span.begin.line;
  checked.column = name.span.begin.column;
  casts_.emplace_back(slot, std::move(checked));
  scope_.add({name.text, slot, false, types, variable.elements});
  return slot;
}

Slot PatternBuilder::node_slot(const ast::Name& name, bool& bound) {
  const Variable* variable = scope_.find(name.text);
  bound = variable != nullptr;
  if (!variable) {
    check_introduced(name);
    const Slot slot = environment_.add_slot(SlotKind::node, name.text);
    scope_.add({name.text, slot, false, types::node, types::any});
    introduced_.push_back(slot);
    return slot;
  }
  if (!variable->types.empty() && !variable->types.contains(Value::Type::node)) {
    syntax_error(name.span, "VariableTypeConflict",
                 fmt::format("the variable \"{}\" stands for a node here, but it is {}", name.text,
                             to_string(variable->types)));
  }
  const bool is_node =
      !variable->local && environment_.layout[static_cast<std::size_t>(variable->index)] == SlotKind::node;
  if (is_node) return variable->index;
  return cast(name, *variable, Expr::Kind::as_node, SlotKind::node, types::node);
}

Slot PatternBuilder::relationship_slot(const ast::Name& name, bool variable_length, bool& bound) {
  const Variable* variable = scope_.find(name.text);
  bound = variable != nullptr;
  const TypeSet wanted = variable_length ? types::list : types::relationship;
  if (!variable) {
    check_introduced(name);
    const Slot slot =
        environment_.add_slot(variable_length ? SlotKind::value : SlotKind::relationship, name.text);
    scope_.add({name.text, slot, false, wanted, variable_length ? types::relationship : types::any});
    introduced_.push_back(slot);
    return slot;
  }
  if (!variable->types.empty() && !variable->types.intersects(wanted)) {
    syntax_error(name.span, "VariableTypeConflict",
                 fmt::format("the variable \"{}\" stands for {} here, but it is {}", name.text,
                             variable_length ? "a list of relationships" : "a relationship",
                             to_string(variable->types)));
  }
  if (std::find(clause_relationships_.begin(), clause_relationships_.end(), name.text) !=
      clause_relationships_.end()) {
    syntax_error(
        name.span, "RelationshipUniquenessViolation",
        fmt::format("the relationship \"{}\" stands twice in one MATCH, but relationships of one MATCH "
                    "are all different",
                    name.text));
  }
  if (variable_length)
    return variable->local ? cast(name, *variable, Expr::Kind::as_relationships, SlotKind::value, types::list)
                           : variable->index;
  const bool is_relationship =
      !variable->local &&
      environment_.layout[static_cast<std::size_t>(variable->index)] == SlotKind::relationship;
  if (is_relationship) return variable->index;
  return cast(name, *variable, Expr::Kind::as_relationship, SlotKind::relationship, types::relationship);
}

// ---- Elements ----------------------------------------------------------------------------------

std::size_t PatternBuilder::declare_node(const ast::NodePattern& node) {
  bool bound = false;
  const Slot slot = node.variable ? node_slot(*node.variable, bound) : environment_.add_slot(SlotKind::node);
  if (!node.variable) introduced_.push_back(slot);
  std::size_t at = pattern_.node_of(slot);
  if (at == pattern_.nodes.size()) {
    pattern_.nodes.emplace_back();
    pattern_.nodes[at].slot = slot;
    pattern_.nodes[at].bound = bound;
    pattern_.nodes[at].text = node.variable ? node.variable->text : "";
  }
  if (node.labels) add_labels(at, *node.labels);
  if (node.properties) pending_.push_back({&*node.properties, at, slot, Pending::Kind::node_map});
  if (node.where) pending_.push_back({&*node.where, at, slot, Pending::Kind::predicate});
  return at;
}

void PatternBuilder::add_labels(std::size_t at, const ast::LabelExpression& labels) {
  const auto plain = ast::plain_labels(labels);
  if (!plain) {
    ExpressionBuilder builder(environment_, scope_);
    pattern_.predicates.push_back(
        builder.build_labels(slot_expr(pattern_.nodes[at].slot, types::node), labels));
    return;
  }
  for (const ast::Name& name : *plain) {
    PatternNode& node = pattern_.nodes[at];
    node.text += ":" + name.text;
    if (const auto label = environment_.label(name.text)) {
      node.labels.push_back(*label);
    } else {
      node.impossible = true;
    }
  }
}

void PatternBuilder::add_types(PatternRelationship& relationship, const ast::RelationshipPattern& pattern) {
  if (!pattern.types) return;
  const auto plain = ast::plain_types(*pattern.types);
  if (plain) {
    relationship.any_type = false;
    for (const ast::Name& name : *plain) {
      relationship.text += (relationship.text.empty() ? ":" : "|") + name.text;
      const auto type = environment_.type(name.text);
      if (!type) continue;
      if (std::find(relationship.types.begin(), relationship.types.end(), *type) ==
          relationship.types.end()) {
        relationship.types.push_back(*type);
      }
    }
    return;
  }
  ExpressionBuilder builder(environment_, scope_);
  Expr object = slot_expr(relationship.slot, types::relationship);
  if (relationship.variable_length) {
    object = slot_expr(relationship.local, types::relationship);
    object.kind = Expr::Kind::local;
  }
  Expr predicate = builder.build_labels(object, *pattern.types);
  (relationship.variable_length ? relationship.conditions : pattern_.predicates)
      .push_back(std::move(predicate));
}

std::size_t PatternBuilder::declare_relationship(const ast::RelationshipPattern& pattern) {
  PatternRelationship relationship;
  relationship.variable_length = pattern.length.has_value();
  bool bound = false;
  if (pattern.variable) {
    relationship.slot = relationship_slot(*pattern.variable, relationship.variable_length, bound);
  } else {
    relationship.slot =
        environment_.add_slot(relationship.variable_length ? SlotKind::value : SlotKind::relationship);
    introduced_.push_back(relationship.slot);
  }
  if (pattern.variable) clause_relationships_.push_back(pattern.variable->text);
  relationship.bound = bound;
  relationship.clause = clause_;
  relationship.direction = pattern.direction == Relationship::Direction::right  ? Direction::out
                           : pattern.direction == Relationship::Direction::left ? Direction::in
                                                                                : Direction::both;
  if (pattern.length) {
    relationship.minimum = pattern.length->minimum.value_or(1);
    relationship.maximum = pattern.length->maximum.value_or(std::numeric_limits<std::uint64_t>::max());
    relationship.local = environment_.locals++;
  }
  add_types(relationship, pattern);
  const std::size_t at = pattern_.relationships.size();
  const bool many = relationship.variable_length;
  if (pattern.properties) {
    pending_.push_back({&*pattern.properties, at, relationship.slot,
                        many ? Pending::Kind::length_map : Pending::Kind::relationship_map});
  }
  if (pattern.where) {
    pending_.push_back({&*pattern.where, at, relationship.slot,
                        many ? Pending::Kind::length_predicate : Pending::Kind::predicate});
  }
  if (pattern.variable) relationship.text = pattern.variable->text + relationship.text;
  pattern_.relationships.push_back(std::move(relationship));
  return at;
}

// ---- What reads variables ----------------------------------------------------------------------

void PatternBuilder::bind_map(const Pending& pending) {
  const auto* map = pending.expression->as<ast::MapLiteral>();
  if (!map) {
    syntax_error(pending.expression->span, "InvalidParameterUse",
                 "a parameter cannot stand for the properties of a pattern here; write {key: $parameter}");
  }
  ExpressionBuilder builder(environment_, scope_);
  const bool many = pending.kind == Pending::Kind::length_map;
  for (const ast::MapEntry& entry : map->entries) {
    Expr object =
        slot_expr(pending.slot, pending.kind == Pending::Kind::node_map ? types::node : types::relationship);
    if (many) {
      object = slot_expr(pattern_.relationships[pending.element].local, types::relationship);
      object.kind = Expr::Kind::local;
    } else {
      object.name = environment_.slot_names[static_cast<std::size_t>(pending.slot)];
    }
    Expr property = unary_expr(Expr::Kind::property, std::move(object), types::any);
    property.name = entry.key.text;
    property.key = environment_.key(entry.key.text);
    Expr predicate =
        binary_expr(Expr::Kind::equal, std::move(property), builder.build(entry.value), types::boolean);
    (many ? pattern_.relationships[pending.element].conditions : pattern_.predicates)
        .push_back(std::move(predicate));
  }
}

void PatternBuilder::bind_pending() {
  for (const Pending& pending : pending_) {
    if (pending.kind == Pending::Kind::predicate) {
      ExpressionBuilder builder(environment_, scope_);
      split_conjunction(builder.build_predicate(*pending.expression), pattern_.predicates);
    } else if (pending.kind == Pending::Kind::length_predicate) {
      PatternRelationship& relationship = pattern_.relationships[pending.element];
      Scope scope = scope_;
      for (const Variable& variable : scope_.variables()) {
        if (variable.index != relationship.slot || variable.local) continue;
        scope.add({variable.name, relationship.local, true, types::relationship, types::any});
        break;
      }
      ExpressionBuilder builder(environment_, scope);
      relationship.conditions.push_back(builder.build_predicate(*pending.expression));
    } else {
      bind_map(pending);
    }
  }
  pending_.clear();
}

}  // namespace attest::query
