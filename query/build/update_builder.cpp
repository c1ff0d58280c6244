// The updating clauses: CREATE, MERGE, SET, REMOVE, DELETE, FOREACH.
#include <algorithm>

#include <fmt/format.h>

#include <attest/query/build/expression_builder.hpp>
#include <attest/query/build/query_builder.hpp>
#include <attest/query/run/apply.hpp>

namespace attest::query {

// ---- New elements ------------------------------------------------------------------------------

PropertySpec QueryBuilder::property_spec(const ast::Ptr<ast::Expression>& properties, bool merge) {
  PropertySpec spec;
  if (!properties) return spec;
  ExpressionBuilder builder(environment_, scope_);
  const auto* map = properties->as<ast::MapLiteral>();
  if (map) {
    for (const ast::MapEntry& entry : map->entries) {
      spec.entries.emplace_back(entry.key.text, builder.build(entry.value));
    }
    return spec;
  }
  if (merge) {
    syntax_error(properties->span, "InvalidParameterUse",
                 "a parameter cannot stand for the properties of a MERGE pattern; write {key: $parameter}");
  }
  spec.map = builder.build(*properties);
  return spec;
}

/// The slot of a variable that a new relationship ends at.
Slot QueryBuilder::end_slot(const ast::Name& name, const Variable& variable) {
  if (!variable.types.empty() && !variable.types.contains(Value::Type::node)) {
    syntax_error(name.span, "VariableTypeConflict",
                 fmt::format("the variable \"{}\" stands for a node here, but it is {}", name.text,
                             to_string(variable.types)));
  }
  const bool is_node =
      !variable.local && environment_.layout[static_cast<std::size_t>(variable.index)] == SlotKind::node;
  if (is_node) return variable.index;
  const Slot slot = environment_.add_slot(SlotKind::node, name.text);
  Expr value = slot_expr(variable.index, variable.types);
  if (variable.local) value.kind = Expr::Kind::local;
  std::vector<Compute::Item> items;
  items.emplace_back(slot, unary_expr(Expr::Kind::as_node, std::move(value), types::node));
  push<Compute>(std::move(items), name.text);
  scope_.add({name.text, slot, false, types::node, types::any});
  return slot;
}

Slot QueryBuilder::new_node(const ast::NodePattern& node, bool alone, bool merge,
                            std::vector<NewElement>& elements) {
  if (node.where)
    syntax_error(node.where->span, "UnexpectedSyntax", "WHERE cannot stand in a pattern that is created");
  const Variable* present = node.variable ? scope_.find(node.variable->text) : nullptr;
  if (present) {
    if (alone || node.labels || node.properties) {
      syntax_error(
          node.variable->span, "VariableAlreadyBound",
          fmt::format("the variable \"{}\" is bound already: it cannot be created, nor given labels or "
                      "properties here",
                      node.variable->text));
    }
    return end_slot(*node.variable, *present);
  }
  NewNode created;
  if (node.labels) {
    const auto labels = ast::plain_labels(*node.labels);
    if (!labels)
      syntax_error(node.labels->span, "UnexpectedSyntax", "a created node takes plain labels, as in (:A:B)");
    for (const ast::Name& label : *labels) {
      const LabelId id = *environment_.label(label.text);
      if (std::find(created.labels.begin(), created.labels.end(), id) == created.labels.end()) {
        created.labels.push_back(id);
      }
    }
  }
  created.properties = property_spec(node.properties, merge);
  created.slot = environment_.add_slot(SlotKind::node, node.variable ? node.variable->text : "");
  if (node.variable) scope_.add({node.variable->text, created.slot, false, types::node, types::any});
  elements.emplace_back(std::move(created));
  return slot_of(elements.back());
}

void QueryBuilder::new_relationship(const ast::RelationshipPattern& pattern, Slot left, Slot right,
                                    bool merge, std::vector<NewElement>& elements) {
  using Direction = ast::RelationshipPattern::Direction;
  if (pattern.variable && scope_.find(pattern.variable->text)) {
    syntax_error(pattern.variable->span, "VariableAlreadyBound",
                 fmt::format("the variable \"{}\" is bound already and cannot name a new relationship",
                             pattern.variable->text));
  }
  if (pattern.length) {
    syntax_error(pattern.span, "CreatingVarLength", "a relationship of variable length cannot be created");
  }
  const auto types = pattern.types ? ast::plain_types(*pattern.types) : std::nullopt;
  if (!types || types->size() != 1) {
    syntax_error(pattern.span, "NoSingleRelationshipType",
                 "a relationship is created with exactly one type, as in -[:KNOWS]->");
  }
  if (!merge && pattern.direction == Direction::either) {
    syntax_error(pattern.span, "RequiresDirectedRelationship",
                 "a relationship is created with one direction: --> or <--");
  }
  NewRelationship created;
  created.type = *environment_.type(types->front().text);
  created.start = pattern.direction == Direction::left ? right : left;
  created.end = pattern.direction == Direction::left ? left : right;
  created.properties = property_spec(pattern.properties, merge);
  created.slot =
      environment_.add_slot(SlotKind::relationship, pattern.variable ? pattern.variable->text : "");
  if (pattern.variable) {
    scope_.add({pattern.variable->text, created.slot, false, types::relationship, types::any});
  }
  elements.emplace_back(std::move(created));
}

std::vector<NewElement> QueryBuilder::new_elements(const ast::PathPattern& pattern, bool merge, Expr& path) {
  if (pattern.function != ast::PathPattern::Function::none) {
    syntax_error(pattern.span, "UnexpectedSyntax", "shortestPath() cannot be created");
  }
  std::vector<NewElement> elements;
  path = Expr();
  path.kind = Expr::Kind::path;
  path.types = types::path;
  Slot left = new_node(pattern.start, pattern.steps.empty(), merge, elements);
  path.children.push_back(slot_expr(left, types::node));
  for (const ast::PathStep& step : pattern.steps) {
    const Slot right = new_node(step.node, false, merge, elements);
    new_relationship(step.relationship, left, right, merge, elements);
    path.children.push_back(slot_expr(slot_of(elements.back())));
    left = right;
  }
  return elements;
}

void QueryBuilder::name_path(const ast::PathPattern& pattern, Expr path) {
  if (!pattern.variable) return;
  const Slot slot = environment_.add_slot(SlotKind::value, pattern.variable->text);
  std::vector<Compute::Item> items;
  items.emplace_back(slot, std::move(path));
  push<Compute>(std::move(items), pattern.variable->text);
  scope_.add({pattern.variable->text, slot, false, types::path, types::any});
}

namespace {

void check_path_name(const ast::PathPattern& pattern, const Scope& scope) {
  if (!pattern.variable || !scope.find(pattern.variable->text)) return;
  syntax_error(
      pattern.variable->span, "VariableAlreadyBound",
      fmt::format("the variable \"{}\" is bound already and cannot name a path", pattern.variable->text));
}

}  // namespace

void QueryBuilder::add(const ast::Create& clause) {
  std::vector<NewElement> elements;
  std::vector<Expr> paths(clause.patterns.size());
  for (std::size_t i = 0; i < clause.patterns.size(); ++i) {
    check_path_name(clause.patterns[i], scope_);
    for (NewElement& element : new_elements(clause.patterns[i], false, paths[i])) {
      elements.push_back(std::move(element));
    }
  }
  push<Create>(std::move(elements));
  for (std::size_t i = 0; i < clause.patterns.size(); ++i) name_path(clause.patterns[i], std::move(paths[i]));
}

// ---- MERGE -------------------------------------------------------------------------------------

namespace {

/// What must hold of an element for MERGE to take it: its properties as predicates.
void add_predicates(const PropertySpec& spec, Expr object, const std::vector<std::optional<KeyId>>& keys,
                    std::vector<Expr>& predicates) {
  for (std::size_t i = 0; i < spec.entries.size(); ++i) {
    Expr property = unary_expr(Expr::Kind::property, object, types::any);
    property.name = spec.entries[i].first;
    property.key = keys[i];
    predicates.push_back(
        binary_expr(Expr::Kind::equal, std::move(property), spec.entries[i].second, types::boolean));
  }
}

}  // namespace

/// The pattern to match: the new elements as unbound, the nodes they hang on as bound.
Pattern QueryBuilder::merge_pattern(const std::vector<NewElement>& elements,
                                    const ast::PathPattern& written) {
  Pattern pattern;
  const auto node_index = [&](Slot slot, bool bound) {
    const std::size_t at = pattern.node_of(slot);
    if (at == pattern.nodes.size()) {
      pattern.nodes.emplace_back();
      pattern.nodes[at].slot = slot;
      pattern.nodes[at].bound = bound;
    }
    return at;
  };
  const auto keys_of = [&](const PropertySpec& spec) {
    std::vector<std::optional<KeyId>> keys;
    for (const auto& [key, value] : spec.entries) keys.push_back(environment_.key(key));
    return keys;
  };
  for (const NewElement& element : elements) {
    if (const auto* node = std::get_if<NewNode>(&element)) {
      PatternNode& wanted = pattern.nodes[node_index(node->slot, false)];
      wanted.labels = node->labels;
      add_predicates(node->properties, slot_expr(node->slot, types::node), keys_of(node->properties),
                     pattern.predicates);
    }
  }
  std::size_t step = 0;
  for (const NewElement& element : elements) {
    const auto* relationship = std::get_if<NewRelationship>(&element);
    if (!relationship) continue;
    PatternRelationship wanted;
    wanted.slot = relationship->slot;
    wanted.left = node_index(relationship->start, true);
    wanted.right = node_index(relationship->end, true);
    const bool either =
        written.steps[step++].relationship.direction == ast::RelationshipPattern::Direction::either;
    wanted.direction = either ? attest::Direction::both : attest::Direction::out;
    wanted.any_type = false;
    wanted.types = {relationship->type};
    pattern.relationships.push_back(std::move(wanted));
    add_predicates(relationship->properties, slot_expr(relationship->slot, types::relationship),
                   keys_of(relationship->properties), pattern.predicates);
  }
  return pattern;
}

void QueryBuilder::add(const ast::Merge& clause) {
  check_path_name(clause.pattern, scope_);
  Merge::Spec spec;
  Expr path;
  spec.elements = new_elements(clause.pattern, true, path);
  auto outer = std::make_shared<Outer>();
  auto argument = std::make_unique<Argument>(outer);
  const Argument* leaf = argument.get();
  OperatorPtr matched = plan_match(std::move(argument), merge_pattern(spec.elements, clause.pattern),
                                   environment_.graph(), nullptr);
  auto plan = std::make_shared<Subplan>();
  plan->outer = outer;
  plan->root = std::move(matched);
  SlotSet made;
  for (const NewElement& element : spec.elements) made.insert(slot_of(element));
  plan->root->prepare(made);
  plan->imports = leaf->imports();
  spec.match = std::move(plan);
  for (const ast::MergeAction& action : clause.actions) {
    auto& changes_of = action.when == ast::MergeAction::When::on_create ? spec.on_create : spec.on_match;
    for (ElementChange& change : changes(action.items)) changes_of.push_back(std::move(change));
  }
  push<Merge>(std::move(spec));
  name_path(clause.pattern, std::move(path));
}

// ---- SET and REMOVE ----------------------------------------------------------------------------

ElementChange QueryBuilder::property_change(const ast::Expression& target, Expr value) {
  ExpressionBuilder builder(environment_, scope_);
  if (const auto* property = target.as<ast::Property>()) {
    return PropertyChange{builder.build(*property->object), constant_expr(Value(property->key.text)),
                          std::move(value)};
  }
  const auto* subscript = target.as<ast::Subscript>();
  if (!subscript)
    syntax_error(target.span, "UnexpectedSyntax", "SET and REMOVE take a property here, as in n.name");
  return PropertyChange{builder.build(*subscript->object), builder.build(*subscript->index),
                        std::move(value)};
}

std::vector<LabelId> QueryBuilder::label_ids(const std::vector<ast::Name>& names) {
  std::vector<LabelId> labels;
  for (const ast::Name& name : names) labels.push_back(*environment_.label(name.text));
  return labels;
}

ElementChange QueryBuilder::change_of(const ast::SetProperty& item) {
  ExpressionBuilder builder(environment_, scope_);
  return property_change(item.target, builder.build(item.value));
}

ElementChange QueryBuilder::change_of(const ast::SetProperties& item) {
  ExpressionBuilder builder(environment_, scope_);
  ast::Expression object{ast::Variable{item.variable.text}, item.variable.span};
  return PropertiesChange{builder.build(object), item.merge, builder.build(item.value)};
}

ElementChange QueryBuilder::change_of(const ast::SetLabels& item) {
  ExpressionBuilder builder(environment_, scope_);
  return LabelsChange{builder.build(item.object), label_ids(item.labels), false};
}

std::vector<ElementChange> QueryBuilder::changes(const std::vector<ast::SetItem>& items) {
  std::vector<ElementChange> result;
  for (const ast::SetItem& item : items) {
    result.push_back(std::visit([this](const auto& each) { return change_of(each); }, item));
  }
  return result;
}

void QueryBuilder::add(const ast::Set& clause) {
  push<ChangeElements>(changes(clause.items));
}

void QueryBuilder::add(const ast::Remove& clause) {
  std::vector<ElementChange> result;
  for (const ast::RemoveItem& item : clause.items) {
    if (const auto* property = std::get_if<ast::RemoveProperty>(&item)) {
      result.push_back(property_change(property->target, constant_expr(Value())));
      continue;
    }
    const auto& labels = std::get<ast::RemoveLabels>(item);
    ExpressionBuilder builder(environment_, scope_);
    result.push_back(LabelsChange{builder.build(labels.object), label_ids(labels.labels), true});
  }
  push<ChangeElements>(std::move(result));
}

// ---- DELETE and FOREACH ------------------------------------------------------------------------

void QueryBuilder::add(const ast::Delete& clause) {
  std::vector<Expr> targets;
  for (const ast::Expression& target : clause.targets) {
    ExpressionBuilder builder(environment_, scope_);
    Expr expr = builder.build(target);
    if (target.as<ast::LabelPredicate>()) {
      syntax_error(target.span, "InvalidDelete",
                   "DELETE takes nodes and relationships; to take a label off a node use REMOVE n:Label");
    }
    if (!expr.types.empty() && !expr.types.intersects(types::element | types::path)) {
      syntax_error(target.span, "InvalidArgumentType",
                   fmt::format("DELETE takes nodes, relationships and paths, not {}", to_string(expr.types)));
    }
    targets.push_back(std::move(expr));
  }
  push<Delete>(std::move(targets), clause.detach);
}

void QueryBuilder::add(const ast::Foreach& clause) {
  Origin origin{std::make_shared<Outer>(), {}};
  QueryBuilder body(environment_, scope_, origin, true);
  body.add(ast::Unwind{clause.list, clause.variable});
  for (const ast::Clause& each : clause.body) {
    std::visit([&](const auto& node) { body.add(node); }, each.node);
  }
  auto plan = std::make_shared<Subplan>();
  plan->outer = origin.outer;
  plan->root = body.take_root();
  plan->root->prepare({});
  for (const Argument* argument : origin.arguments) plan->imports.insert(argument->imports());
  push<Eager>();
  push<CallSubquery>(std::move(plan), std::vector<Slot>(), true);
  push<Eager>();
}

}  // namespace attest::query
