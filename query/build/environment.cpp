#include <attest/query/build/environment.hpp>

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace attest::query {

std::string lower_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

std::optional<LabelId> Environment::label(const std::string& name) {
  return writes ? context.graph.label(name) : graph().labels().find(name);
}

std::optional<TypeId> Environment::type(const std::string& name) {
  return writes ? context.graph.type(name) : graph().types().find(name);
}

std::optional<KeyId> Environment::key(const std::string& name) {
  return writes ? context.graph.key(name) : graph().keys().find(name);
}

const Variable* Scope::find(std::string_view name) const {
  for (const Variable& variable : variables_) {
    if (variable.name == name) return &variable;
  }
  return nullptr;
}

void Scope::add(Variable variable) {
  for (Variable& present : variables_) {
    if (present.name != variable.name) continue;
    present = std::move(variable);
    return;
  }
  variables_.push_back(std::move(variable));
}

void compile_error(const ast::Span& span, std::string type, std::string detail, const std::string& message) {
  throw QueryError(std::move(type), std::move(detail), QueryError::Phase::compile_time, message,
                   span.begin.line, span.begin.column);
}

void syntax_error(const ast::Span& span, std::string detail, const std::string& message) {
  compile_error(span, "SyntaxError", std::move(detail), message);
}

void undefined_variable(const ast::Span& span, const std::string& name, const Scope& scope) {
  std::vector<std::string> names;
  for (const Variable& variable : scope.variables()) names.push_back(variable.name);
  syntax_error(span, "UndefinedVariable",
               fmt::format("the variable \"{}\" is not defined here{}", name, did_you_mean(name, names)));
}

namespace {

/// Damerau-Levenshtein distance (optimal string alignment), upper and lower case alike.
std::size_t distance(std::string_view left, std::string_view right) {
  const std::string a = lower_case(left);
  const std::string b = lower_case(right);
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({change, last[j] + 1, now[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        now[j] = std::min(now[j], before_last[j - 2] + 1);
      }
    }
    before_last.swap(last);
    last.swap(now);
  }
  return last[b.size()];
}

}  // namespace

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates) {
  const std::string* best = nullptr;
  std::size_t least = std::min<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    if (candidate == name) continue;
    const std::size_t away = distance(name, candidate);
    if (away >= least) continue;
    least = away;
    best = &candidate;
  }
  return best ? fmt::format("; did you mean \"{}\"?", *best) : "";
}

}  // namespace attest::query
