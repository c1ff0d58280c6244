// The syntax tree of a statement: openCypher 9 and Attest's extensions, as plain values.
//
// parse() of parse.hpp builds it. Every node carries the span of the text it was read from. Names,
// strings and numbers are decoded; nothing is resolved: scopes and types are the query room's matter.
// A tree is never deeper than parse.hpp's limit, so that a recursive walk is safe.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace attest::ast {

// ---- Places ------------------------------------------------------------------------------------

/// A place in the statement's text: offset in UTF-8 bytes from 0; line and column in code points from 1.
struct Position {
  std::uint32_t offset = 0;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  bool operator==(const Position&) const = default;
};

/// Half-open: `end` is the byte offset behind the last character, trailing space not counted.
struct Span {
  Position begin;
  std::uint32_t end = 0;
  std::string_view text(std::string_view source) const {
    return source.substr(begin.offset, end - begin.offset);
  }
};

/// A variable, label, type, key, function or procedure name as written, without backquotes.
struct Name {
  std::string text;
  Span span;
};

// ---- Indirection -------------------------------------------------------------------------------

/// An owned T on the heap with value semantics: copying copies the T. May be empty where a field says so.
template <class T>
class Ptr {
 public:
  Ptr() = default;
  Ptr(T value) : held_(std::make_unique<T>(std::move(value))) {}
  Ptr(const Ptr& other) : held_(other.held_ ? std::make_unique<T>(*other.held_) : nullptr) {}
  Ptr(Ptr&&) noexcept = default;
  Ptr& operator=(Ptr other) noexcept {
    held_ = std::move(other.held_);
    return *this;
  }
  ~Ptr() = default;

  explicit operator bool() const { return held_ != nullptr; }
  const T& operator*() const { return *held_; }
  const T* operator->() const { return held_.get(); }
  T& operator*() { return *held_; }
  T* operator->() { return held_.get(); }

 private:
  std::unique_ptr<T> held_;
};

struct Expression;
struct Query;
struct Clause;
using Expressions = std::vector<Expression>;

// ---- Patterns ----------------------------------------------------------------------------------

/// `:A:B` (conjunction), `:A|B`, `:A&B`, `:!A`, `:%`, of a node or a relationship.
struct LabelExpression {
  enum class Kind : std::uint8_t { name, negation, conjunction, disjunction, any };
  Kind kind = Kind::name;
  Name name;                              ///< of Kind::name
  std::vector<LabelExpression> operands;  ///< one of a negation, two or more of con- and disjunctions
  Span span;
};

/// The names of `:A`, `:A:B` or `:A&B`; nothing where the expression says more than "all of these".
std::optional<std::vector<Name>> plain_labels(const LabelExpression& labels);
/// The names of `:A` or `:A|B`; nothing where the expression says more than "one of these".
std::optional<std::vector<Name>> plain_types(const LabelExpression& types);

/// `(n:Person {name: 'Eve'} WHERE n.age > 3)`
struct NodePattern {
  std::optional<Name> variable;
  std::optional<LabelExpression> labels;
  Ptr<Expression> properties;  ///< a MapLiteral or a Parameter; may be empty
  Ptr<Expression> where;       ///< may be empty
  Span span;
};

/// `*`, `*2`, `*1..3`, `*..3`, `*2..`: absent bounds are 1 and unbounded.
struct Range {
  std::optional<std::uint64_t> minimum;
  std::optional<std::uint64_t> maximum;
};

/// `-[r:KNOWS|LIKES *1..3 {since: 2020} WHERE r.x > 3]->`
struct RelationshipPattern {
  /// As written from left to right; `either` is `--` and `<-->`.
  enum class Direction : std::uint8_t { right, left, either };
  std::optional<Name> variable;
  std::optional<LabelExpression> types;
  std::optional<Range> length;  ///< present: a variable-length relationship
  Ptr<Expression> properties;   ///< a MapLiteral or a Parameter; may be empty
  Ptr<Expression> where;        ///< may be empty
  Direction direction = Direction::either;
  bool both_arrows = false;  ///< written `<-->`, which CREATE refuses like `--`
  Span span;
};

struct PathStep {
  RelationshipPattern relationship;
  NodePattern node;
};

/// `p = (a)-[r]->(b)`, `shortestPath((a)-[*]-(b))`
struct PathPattern {
  enum class Function : std::uint8_t { none, shortest_path, all_shortest_paths };
  std::optional<Name> variable;
  Function function = Function::none;
  NodePattern start;
  std::vector<PathStep> steps;
  Span span;
};

// ---- Expressions -------------------------------------------------------------------------------

struct Literal {
  /// monostate is null
  std::variant<std::monostate, bool, std::int64_t, double, std::string> value;
};
/// `$name`, `$0`, `$`any name``, legacy `{name}`
struct Parameter {
  std::string name;
};
struct Variable {
  std::string name;
};
struct ListLiteral {
  Expressions items;
};
struct MapEntry;
struct MapLiteral {
  std::vector<MapEntry> entries;
};
/// `object.key`
struct Property {
  Ptr<Expression> object;
  Name key;
};
/// `object[index]`: of a list by number, of a map, node or relationship by name
struct Subscript {
  Ptr<Expression> object;
  Ptr<Expression> index;
};
/// `object[from..to]`
struct Slice {
  Ptr<Expression> object;
  Ptr<Expression> from;  ///< may be empty
  Ptr<Expression> to;    ///< may be empty
};
/// `n:Person`, `r:KNOWS`, `n:A|B` as a predicate
struct LabelPredicate {
  Ptr<Expression> object;
  LabelExpression labels;
};
/// `name(arguments)`; the name keeps its namespace: "duration.between". Case as written.
struct FunctionCall {
  Name name;
  bool distinct = false;
  Expressions arguments;
};
/// `count(*)`
struct CountStar {};
struct Unary {
  enum class Operator : std::uint8_t { logical_not, minus, plus };
  Operator op = Operator::logical_not;
  Ptr<Expression> operand;
};
struct Binary {
  enum class Operator : std::uint8_t {
    add,
    subtract,
    multiply,
    divide,
    modulo,
    power,
    in,
    starts_with,
    ends_with,
    contains,
    matches  ///< `=~`
  };
  Operator op = Operator::add;
  Ptr<Expression> left;
  Ptr<Expression> right;
};
/// `a AND b AND c`: one node for a chain of one operator, two or more operands.
struct Logical {
  enum class Operator : std::uint8_t { logical_and, logical_or, logical_xor };
  Operator op = Operator::logical_and;
  Expressions operands;
};
struct ComparisonLink;
/// `a < b <= c`: the conjunction of each neighbouring pair's comparison.
struct Comparison {
  enum class Operator : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal };
  Ptr<Expression> first;
  std::vector<ComparisonLink> rest;  ///< one or more
};
/// `x IS NULL`, `x IS NOT NULL`
struct NullTest {
  Ptr<Expression> operand;
  bool negated = false;
};
struct CaseBranch;
/// `CASE subject WHEN value THEN result … ELSE otherwise END`, `CASE WHEN condition THEN result … END`
struct Case {
  Ptr<Expression> subject;  ///< may be empty: the searched form
  std::vector<CaseBranch> branches;
  Ptr<Expression> otherwise;  ///< may be empty: null
};
/// `[variable IN list WHERE where | projection]`
struct ListComprehension {
  Name variable;
  Ptr<Expression> list;
  Ptr<Expression> where;       ///< may be empty
  Ptr<Expression> projection;  ///< may be empty: the variable itself
};
/// `[p = (a)-->(b) WHERE where | projection]`
struct PatternComprehension {
  Ptr<PathPattern> pattern;
  Ptr<Expression> where;  ///< may be empty
  Ptr<Expression> projection;
};
/// `all(variable IN list WHERE where)`
struct Quantifier {
  enum class Kind : std::uint8_t { all, any, none, single };
  Kind kind = Kind::all;
  Name variable;
  Ptr<Expression> list;
  Ptr<Expression> where;
};
/// `reduce(accumulator = initial, variable IN list | expression)`
struct Reduce {
  Name accumulator;
  Ptr<Expression> initial;
  Name variable;
  Ptr<Expression> list;
  Ptr<Expression> expression;
};
/// `(a)-->(b)` as a predicate; with a Function, shortestPath(…) as a value. In a Query's expressions a
/// plain pattern stands only where a truth value is wanted, and in exists(…): parse() refuses others.
struct PatternExpression {
  Ptr<PathPattern> pattern;
};
struct MapProjectionItem;
/// `variable {.key, .*, key: value, other}`
struct MapProjection {
  Name variable;
  std::vector<MapProjectionItem> items;
};
/// `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`. The short form `EXISTS { (a)-->(b) WHERE … }` is one
/// MATCH clause; exists and count need no RETURN.
struct Subquery {
  enum class Kind : std::uint8_t { exists, count, collect };
  Kind kind = Kind::exists;
  Ptr<Query> query;
};

struct Expression {
  using Node = std::variant<Literal, Parameter, Variable, ListLiteral, MapLiteral, Property, Subscript, Slice,
                            LabelPredicate, FunctionCall, CountStar, Unary, Binary, Logical, Comparison,
                            NullTest, Case, ListComprehension, PatternComprehension, Quantifier, Reduce,
                            PatternExpression, MapProjection, Subquery>;
  Node node;
  Span span;  ///< with enclosing parentheses

  template <class T>
  const T* as() const {
    return std::get_if<T>(&node);
  }
};

struct MapEntry {
  Name key;
  Expression value;
};
struct ComparisonLink {
  Comparison::Operator op = Comparison::Operator::equal;
  Expression operand;
};
struct CaseBranch {
  Expression when;
  Expression then;
};
struct MapProjectionItem {
  enum class Kind : std::uint8_t {
    property,        ///< `.key`
    all_properties,  ///< `.*`
    entry,           ///< `key: value`
    variable         ///< `other`: the key is the variable's name
  };
  Kind kind = Kind::property;
  Name name;              ///< but of all_properties
  Ptr<Expression> value;  ///< of Kind::entry
};

// ---- Clauses -----------------------------------------------------------------------------------

struct Match {
  bool optional = false;
  std::vector<PathPattern> patterns;
  Ptr<Expression> where;  ///< may be empty
};
struct Unwind {
  Expression list;
  Name variable;
};

struct ProjectionItem {
  Expression expression;
  std::optional<Name> alias;
  std::string text;  ///< the expression exactly as written: the column's name where there is no alias
};
struct SortItem {
  Expression expression;
  bool descending = false;
};
/// What WITH and RETURN share.
struct Projection {
  bool distinct = false;
  bool all = false;  ///< `*`, before the items
  std::vector<ProjectionItem> items;
  std::vector<SortItem> order;
  Ptr<Expression> skip;   ///< may be empty
  Ptr<Expression> limit;  ///< may be empty
};
struct With {
  Projection projection;
  Ptr<Expression> where;  ///< may be empty
};
struct Return {
  Projection projection;
};

struct Create {
  std::vector<PathPattern> patterns;
};
/// `target = value`; the target is a Property or a Subscript.
struct SetProperty {
  Expression target;
  Expression value;
};
/// `variable = map`, `variable += map`
struct SetProperties {
  Name variable;
  bool merge = false;  ///< `+=`
  Expression value;
};
/// `n:A:B`
struct SetLabels {
  Expression object;
  std::vector<Name> labels;
};
using SetItem = std::variant<SetProperty, SetProperties, SetLabels>;
struct Set {
  std::vector<SetItem> items;
};
struct MergeAction {
  enum class When : std::uint8_t { on_create, on_match };
  When when = When::on_create;
  std::vector<SetItem> items;
};
struct Merge {
  PathPattern pattern;
  std::vector<MergeAction> actions;
};
/// The target is a Property or a Subscript.
struct RemoveProperty {
  Expression target;
};
struct RemoveLabels {
  Expression object;
  std::vector<Name> labels;
};
using RemoveItem = std::variant<RemoveProperty, RemoveLabels>;
struct Remove {
  std::vector<RemoveItem> items;
};
struct Delete {
  bool detach = false;
  Expressions targets;
};
/// `FOREACH (variable IN list | clauses)`
struct Foreach {
  Name variable;
  Expression list;
  std::vector<Clause> body;  ///< updating clauses only
};

struct YieldItem {
  Name field;
  std::optional<Name> alias;
};
/// `CALL name(arguments) YIELD field AS alias WHERE where`
struct CallProcedure {
  Name name;                             ///< with its namespace: "db.labels"
  std::optional<Expressions> arguments;  ///< absent: written without parentheses, taken from parameters
  bool yield_all = false;                ///< `YIELD *`, which only a standalone call may have
  std::optional<std::vector<YieldItem>> yield;  ///< absent: no YIELD; empty: `YIELD -`
  Ptr<Expression> where;                        ///< may be empty
};
/// `CALL { … }`, `CALL (a, b) { … }`. Without parentheses a leading `WITH a, b` imports.
struct CallSubquery {
  bool optional = false;
  bool import_all = false;                   ///< `CALL (*) { … }`
  std::optional<std::vector<Name>> imports;  ///< present: written `CALL (…)`
  Ptr<Query> query;
};

struct Clause {
  using Node = std::variant<Match, Unwind, With, Return, Create, Merge, Set, Remove, Delete, Foreach,
                            CallProcedure, CallSubquery>;
  Node node;
  Span span;

  template <class T>
  const T* as() const {
    return std::get_if<T>(&node);
  }
};

struct SingleQuery {
  std::vector<Clause> clauses;  ///< one or more
  Span span;
};
struct UnionPart {
  bool all = false;
  SingleQuery query;
  Span span;  ///< from the word UNION on
};
/// One or more queries joined by UNION, all of them with ALL or none.
struct Query {
  SingleQuery first;
  std::vector<UnionPart> rest;
};

struct Statement {
  enum class Mode : std::uint8_t { run, explain, profile };
  Mode mode = Mode::run;
  Query query;
};

}  // namespace attest::ast
