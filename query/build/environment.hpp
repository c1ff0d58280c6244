// What building a plan needs to know and what its parts share: the graph, the slots given out so far, and the
// errors of compile time.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <attest/error.hpp>
#include <attest/parser/ast.hpp>
#include <attest/query/expression.hpp>
#include <attest/query/plan/label_facts.hpp>
#include <attest/query/run/operator.hpp>

namespace attest::query {

/// Procedures by lower-case name.
using Procedures = std::map<std::string, Procedure, std::less<>>;

std::string lower_case(std::string_view text);

struct Environment {
  Context& context;  ///< for folding constants
  const Procedures& procedures;
  bool naive = false;
  bool writes = false;  ///< the statement changes the graph: names it uses are interned
  LabelFacts* facts = nullptr;
  bool runs = false;  ///< the statement will be run: what it needs must be there
  Layout layout = {};
  std::int32_t locals = 0;
  std::vector<std::string> slot_names = {};

  Slot add_slot(SlotKind kind, std::string name = "") {
    layout.push_back(kind);
    slot_names.push_back(std::move(name));
    return static_cast<Slot>(layout.size()) - 1;
  }
  const Graph& graph() const { return context.graph; }

  // Nothing where the graph does not know the name and the statement cannot make it.
  std::optional<LabelId> label(const std::string& name);
  std::optional<TypeId> type(const std::string& name);
  std::optional<KeyId> key(const std::string& name);
};

/// A name in scope: a slot of the row, or a local variable of an expression.
struct Variable {
  std::string name;
  std::int32_t index = -1;
  bool local = false;
  TypeSet types = attest::types::any;
  TypeSet elements = attest::types::any;  ///< of a list
};

/// The variables that can be named at one place.
class Scope {
 public:
  const Variable* find(std::string_view name) const;
  /// Adds it, or replaces the one of its name.
  void add(Variable variable);
  const std::vector<Variable>& variables() const { return variables_; }
  bool empty() const { return variables_.empty(); }

 private:
  std::vector<Variable> variables_;
};

/// Throws SyntaxError with the detail, at compile time, at the place of the span.
[[noreturn]] void syntax_error(const ast::Span& span, std::string detail, const std::string& message);
[[noreturn]] void compile_error(const ast::Span& span, std::string type, std::string detail,
                                const std::string& message);
/// Throws UndefinedVariable with a suggestion.
[[noreturn]] void undefined_variable(const ast::Span& span, const std::string& name, const Scope& scope);
/// "; did you mean "X"?" for the candidate that is spelled most alike, or nothing.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace attest::query
