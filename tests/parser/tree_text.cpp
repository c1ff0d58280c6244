#include "tree_text.hpp"

#include <attest/parser/parse.hpp>

namespace attest::test {
namespace {

using namespace ast;

std::string optional_text(const Ptr<Expression>& expression) {
  return expression ? tree_text(*expression) : "_";
}

std::string list_text(const Expressions& expressions) {
  std::string text;
  for (const Expression& e : expressions) text += " " + tree_text(e);
  return text;
}

std::string number_text(double value) {
  std::string text = std::to_string(value);
  return text.substr(0, text.find_last_not_of('0') + 1) + "f";
}

struct LiteralText {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return number_text(value); }
  std::string operator()(const std::string& value) const { return "'" + value + "'"; }
};

std::string sign(Unary::Operator op) {
  constexpr const char* signs[] = {"NOT", "neg", "pos"};
  return signs[static_cast<int>(op)];
}
std::string sign(Binary::Operator op) {
  constexpr const char* signs[] = {"+", "-", "*", "/", "%", "^", "IN", "STARTS", "ENDS", "CONTAINS", "=~"};
  return signs[static_cast<int>(op)];
}
std::string sign(Logical::Operator op) {
  constexpr const char* signs[] = {"AND", "OR", "XOR"};
  return signs[static_cast<int>(op)];
}
std::string sign(Comparison::Operator op) {
  constexpr const char* signs[] = {"=", "<>", "<", "<=", ">", ">="};
  return signs[static_cast<int>(op)];
}

struct ExpressionText {
  std::string operator()(const Literal& node) const { return std::visit(LiteralText{}, node.value); }
  std::string operator()(const Parameter& node) const { return "$" + node.name; }
  std::string operator()(const Variable& node) const { return node.name; }
  std::string operator()(const ListLiteral& node) const { return "(list" + list_text(node.items) + ")"; }
  std::string operator()(const MapLiteral& node) const {
    std::string text = "(map";
    for (const MapEntry& entry : node.entries) text += " " + entry.key.text + ":" + tree_text(entry.value);
    return text + ")";
  }
  std::string operator()(const Property& node) const {
    return "(. " + tree_text(*node.object) + " " + node.key.text + ")";
  }
  std::string operator()(const Subscript& node) const {
    return "([] " + tree_text(*node.object) + " " + tree_text(*node.index) + ")";
  }
  std::string operator()(const Slice& node) const {
    return "(slice " + tree_text(*node.object) + " " + optional_text(node.from) + " " +
           optional_text(node.to) + ")";
  }
  std::string operator()(const LabelPredicate& node) const {
    return "(is " + tree_text(*node.object) + " " + tree_text(node.labels) + ")";
  }
  std::string operator()(const FunctionCall& node) const {
    return "(" + node.name.text + (node.distinct ? " DISTINCT" : "") + list_text(node.arguments) + ")";
  }
  std::string operator()(const CountStar&) const { return "(count *)"; }
  std::string operator()(const Unary& node) const {
    return "(" + sign(node.op) + " " + tree_text(*node.operand) + ")";
  }
  std::string operator()(const Binary& node) const {
    return "(" + sign(node.op) + " " + tree_text(*node.left) + " " + tree_text(*node.right) + ")";
  }
  std::string operator()(const Logical& node) const {
    return "(" + sign(node.op) + list_text(node.operands) + ")";
  }
  std::string operator()(const Comparison& node) const {
    std::string text = "(compare " + tree_text(*node.first);
    for (const ComparisonLink& link : node.rest) text += " " + sign(link.op) + " " + tree_text(link.operand);
    return text + ")";
  }
  std::string operator()(const NullTest& node) const {
    return std::string(node.negated ? "(not-null " : "(null ") + tree_text(*node.operand) + ")";
  }
  std::string operator()(const Case& node) const {
    std::string text = "(case " + optional_text(node.subject);
    for (const CaseBranch& branch : node.branches)
      text += " " + tree_text(branch.when) + "->" + tree_text(branch.then);
    return text + " else " + optional_text(node.otherwise) + ")";
  }
  std::string operator()(const ListComprehension& node) const {
    return "(for " + node.variable.text + " " + tree_text(*node.list) + " where " +
           optional_text(node.where) + " | " + optional_text(node.projection) + ")";
  }
  std::string operator()(const PatternComprehension& node) const {
    return "(match " + tree_text(*node.pattern) + " where " + optional_text(node.where) + " | " +
           tree_text(*node.projection) + ")";
  }
  std::string operator()(const Quantifier& node) const {
    constexpr const char* kinds[] = {"all", "any", "none", "single"};
    return std::string("(") + kinds[static_cast<int>(node.kind)] + " " + node.variable.text + " " +
           tree_text(*node.list) + " where " + tree_text(*node.where) + ")";
  }
  std::string operator()(const Reduce& node) const {
    return "(reduce " + node.accumulator.text + " " + tree_text(*node.initial) + " " + node.variable.text +
           " " + tree_text(*node.list) + " | " + tree_text(*node.expression) + ")";
  }
  std::string operator()(const PatternExpression& node) const {
    return "(pattern " + tree_text(*node.pattern) + ")";
  }
  std::string operator()(const MapProjection& node) const {
    std::string text = "(project " + node.variable.text;
    for (const MapProjectionItem& item : node.items) {
      constexpr const char* kinds[] = {".", ".*", "", "="};
      text += std::string(" ") + kinds[static_cast<int>(item.kind)] + item.name.text;
      if (item.value) text += ":" + tree_text(*item.value);
    }
    return text + ")";
  }
  std::string operator()(const Subquery& node) const {
    constexpr const char* kinds[] = {"exists", "count", "collect"};
    return std::string("(") + kinds[static_cast<int>(node.kind)] + " {" + tree_text(*node.query) + "})";
  }
};

std::string element_inside(const std::optional<Name>& variable, const std::optional<LabelExpression>& labels,
                           const Ptr<Expression>& properties, const Ptr<Expression>& where,
                           const std::string& length = "") {
  std::string text = variable ? variable->text : "";
  if (labels) text += ":" + tree_text(*labels);
  text += length;
  if (properties) text += " " + tree_text(*properties);
  if (where) text += " where " + tree_text(*where);
  return text;
}

std::string node_text(const NodePattern& node) {
  return "(" + element_inside(node.variable, node.labels, node.properties, node.where) + ")";
}

std::string length_text(const std::optional<Range>& length) {
  if (!length) return "";
  return "*" + (length->minimum ? std::to_string(*length->minimum) : "") + ".." +
         (length->maximum ? std::to_string(*length->maximum) : "");
}

std::string relationship_text(const RelationshipPattern& r) {
  using D = RelationshipPattern::Direction;
  return (r.direction == D::left || r.both_arrows ? "<-[" : "-[") +
         element_inside(r.variable, r.types, r.properties, r.where, length_text(r.length)) +
         (r.direction == D::right || r.both_arrows ? "]->" : "]-");
}

std::string set_item_text(const SetItem& item) {
  if (const auto* property = std::get_if<SetProperty>(&item))
    return tree_text(property->target) + "=" + tree_text(property->value);
  if (const auto* all = std::get_if<SetProperties>(&item))
    return all->variable.text + (all->merge ? "+=" : "=") + tree_text(all->value);
  const auto& labels = std::get<SetLabels>(item);
  std::string text = tree_text(labels.object);
  for (const Name& label : labels.labels) text += ":" + label.text;
  return text;
}

std::string items_text(const std::vector<SetItem>& items) {
  std::string text;
  for (const SetItem& item : items) text += " " + set_item_text(item);
  return text;
}

std::string projection_text(const Projection& projection) {
  std::string text = projection.distinct ? " DISTINCT" : "";
  if (projection.all) text += " *";
  for (const ProjectionItem& item : projection.items)
    text +=
        " " + tree_text(item.expression) + " AS " + (item.alias ? item.alias->text : "`" + item.text + "`");
  for (const SortItem& item : projection.order)
    text += std::string(item.descending ? " desc " : " asc ") + tree_text(item.expression);
  if (projection.skip) text += " skip " + tree_text(*projection.skip);
  if (projection.limit) text += " limit " + tree_text(*projection.limit);
  return text;
}

struct ClauseText {
  std::string operator()(const Match& clause) const {
    std::string text = clause.optional ? "OPTIONAL MATCH" : "MATCH";
    for (const PathPattern& pattern : clause.patterns) text += " " + tree_text(pattern);
    return text + (clause.where ? " where " + tree_text(*clause.where) : "");
  }
  std::string operator()(const Unwind& clause) const {
    return "UNWIND " + tree_text(clause.list) + " AS " + clause.variable.text;
  }
  std::string operator()(const With& clause) const {
    return "WITH" + projection_text(clause.projection) +
           (clause.where ? " where " + tree_text(*clause.where) : "");
  }
  std::string operator()(const Return& clause) const { return "RETURN" + projection_text(clause.projection); }
  std::string operator()(const Create& clause) const {
    std::string text = "CREATE";
    for (const PathPattern& pattern : clause.patterns) text += " " + tree_text(pattern);
    return text;
  }
  std::string operator()(const Merge& clause) const {
    std::string text = "MERGE " + tree_text(clause.pattern);
    for (const MergeAction& action : clause.actions)
      text += (action.when == MergeAction::When::on_create ? " on-create" : " on-match") +
              items_text(action.items);
    return text;
  }
  std::string operator()(const Set& clause) const { return "SET" + items_text(clause.items); }
  std::string operator()(const Remove& clause) const {
    std::string text = "REMOVE";
    for (const RemoveItem& item : clause.items) {
      if (const auto* property = std::get_if<RemoveProperty>(&item)) {
        text += " " + tree_text(property->target);
      } else {
        const auto& labels = std::get<RemoveLabels>(item);
        text += " " + tree_text(labels.object);
        for (const Name& label : labels.labels) text += ":" + label.text;
      }
    }
    return text;
  }
  std::string operator()(const Delete& clause) const {
    return (clause.detach ? "DETACH DELETE" : "DELETE") + list_text(clause.targets);
  }
  std::string operator()(const Foreach& clause) const {
    std::string text = "FOREACH " + clause.variable.text + " " + tree_text(clause.list);
    for (const Clause& inner : clause.body) text += " | " + tree_text(inner);
    return text;
  }
  std::string operator()(const CallProcedure& clause) const {
    std::string text = "CALL " + clause.name.text;
    if (clause.arguments) text += "(" + list_text(*clause.arguments) + " )";
    if (clause.yield_all) text += " yield *";
    if (clause.yield) text += " yield";
    if (clause.yield)
      for (const YieldItem& item : *clause.yield)
        text += " " + item.field.text + (item.alias ? " AS " + item.alias->text : "");
    return text + (clause.where ? " where " + tree_text(*clause.where) : "");
  }
  std::string operator()(const CallSubquery& clause) const {
    std::string text = clause.optional ? "OPTIONAL CALL" : "CALL";
    if (clause.import_all) text += " (*)";
    if (clause.imports && !clause.import_all) {
      text += " (";
      for (const Name& name : *clause.imports) text += " " + name.text;
      text += " )";
    }
    return text + " {" + tree_text(*clause.query) + "}";
  }
};

}  // namespace

std::string tree_text(const Expression& expression) {
  return std::visit(ExpressionText{}, expression.node);
}

std::string tree_text(const PathPattern& pattern) {
  std::string text = pattern.variable ? pattern.variable->text + "=" : "";
  constexpr const char* functions[] = {"", "shortest ", "all-shortest "};
  text += functions[static_cast<int>(pattern.function)];
  text += node_text(pattern.start);
  for (const PathStep& step : pattern.steps)
    text += relationship_text(step.relationship) + node_text(step.node);
  return text;
}

std::string tree_text(const LabelExpression& labels) {
  if (labels.kind == LabelExpression::Kind::name) return labels.name.text;
  if (labels.kind == LabelExpression::Kind::any) return "%";
  if (labels.kind == LabelExpression::Kind::negation) return "!" + tree_text(labels.operands.front());
  std::string text = labels.kind == LabelExpression::Kind::conjunction ? "(&" : "(|";
  for (const LabelExpression& operand : labels.operands) text += " " + tree_text(operand);
  return text + ")";
}

std::string tree_text(const Clause& clause) {
  return std::visit(ClauseText{}, clause.node);
}

std::string tree_text(const Query& query) {
  auto single = [](const SingleQuery& part) {
    std::string text;
    for (const Clause& clause : part.clauses) text += (text.empty() ? "" : "; ") + tree_text(clause);
    return text;
  };
  std::string text = single(query.first);
  for (const UnionPart& part : query.rest)
    text += (part.all ? " UNION ALL " : " UNION ") + single(part.query);
  return text;
}

std::string expression_tree(std::string_view text) {
  Statement statement = parse("RETURN " + std::string(text));
  return tree_text(statement.query.first.clauses.front().as<Return>()->projection.items.front().expression);
}

std::string statement_tree(std::string_view text) {
  return tree_text(parse(text).query);
}

}  // namespace attest::test
