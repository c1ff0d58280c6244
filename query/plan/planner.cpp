// Orders a pattern: where to start, which relationship to walk next, where to filter. Greedy: every node is
// tried as the start, from there always the relationship that gives the fewest rows; the start whose sum of
// rows is least wins. (Steinbrunn et al., "Heuristic and randomized optimization for the join ordering
// problem", 1997, show how close such minimum-selectivity orders come for chains, stars and small cycles.)
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <attest/query/plan/estimate.hpp>
#include <attest/query/plan/pattern.hpp>
#include <attest/query/run/expand.hpp>
#include <attest/query/run/expand_path.hpp>
#include <attest/query/run/scan.hpp>

namespace attest::query {

std::size_t Pattern::node_of(Slot slot) const {
  const auto found =
      std::find_if(nodes.begin(), nodes.end(), [&](const PatternNode& n) { return n.slot == slot; });
  return static_cast<std::size_t>(found - nodes.begin());
}

namespace {

/// Which nodes are bound and which relationships and predicates are done, at one point of a plan.
struct Progress {
  std::vector<bool> nodes;
  std::vector<bool> relationships;
  std::vector<bool> predicates;
  double rows = 1;
  double cost = 0;
};

class Planner {
 public:
  Planner(OperatorPtr input, Pattern pattern, const Graph& graph, LabelFacts* facts)
      : pattern_(std::move(pattern)),
        graph_(graph),
        facts_(facts),
        estimator_(graph, pattern_),
        root_(std::move(input)) {}

  OperatorPtr run();

 private:
  struct Choice {
    std::size_t relationship = SIZE_MAX;
    double growth = 0;
  };

  // What the order is decided by.
  bool ready(const Expr& predicate, const Progress& progress) const;
  double take_predicates(Progress& progress) const;
  double start(std::size_t node, Progress& progress) const;
  std::optional<Choice> next(const Progress& progress) const;
  void take(const Choice& choice, Progress& progress) const;
  void complete(Progress& progress) const;
  std::size_t relationships_at(std::size_t node) const;
  std::optional<std::size_t> best_start(const Progress& progress) const;
  std::vector<IndexLookup> lookups(std::size_t node, const Progress& progress) const;
  std::optional<IndexLookup> best_lookup(std::size_t node, const Progress& progress, double& rows) const;
  std::optional<std::size_t> id_lookup(std::size_t node, const Progress& progress) const;

  // What is built when it is decided.
  void emit_start(std::size_t node);
  void emit_step(const Choice& choice);
  void emit_variable_length(const PatternRelationship& relationship, Step step, bool reversed, bool into);
  void emit_filters();
  void emit_labels(std::size_t node, std::optional<LabelId> known);
  Step step_of(const PatternRelationship& relationship, bool reversed, bool into) const;
  void drop_known_labels(Step& step, const PatternRelationship& relationship) const;
  void add(OperatorPtr next);
  std::string describe(const PatternRelationship& relationship, bool reversed) const;
  std::string describe(const std::vector<Expr>& predicates) const;

  Pattern pattern_;
  const Graph& graph_;
  LabelFacts* facts_;
  Estimator estimator_;
  OperatorPtr root_;
  Progress now_;
};

// ---- Deciding ----------------------------------------------------------------------------------

bool Planner::ready(const Expr& predicate, const Progress& progress) const {
  const SlotSet slots = slots_of(predicate);
  for (std::size_t i = 0; i < pattern_.nodes.size(); ++i) {
    if (!progress.nodes[i] && slots.contains(pattern_.nodes[i].slot)) return false;
  }
  for (std::size_t i = 0; i < pattern_.relationships.size(); ++i) {
    const PatternRelationship& relationship = pattern_.relationships[i];
    if (!progress.relationships[i] && !relationship.bound && slots.contains(relationship.slot)) return false;
  }
  return std::none_of(pattern_.paths.begin(), pattern_.paths.end(),
                      [&](const Compute::Item& path) { return slots.contains(path.first); });
}

/// The share of rows that all newly ready predicates leave.
double Planner::take_predicates(Progress& progress) const {
  double share = 1;
  for (std::size_t i = 0; i < pattern_.predicates.size(); ++i) {
    if (progress.predicates[i] || !ready(pattern_.predicates[i], progress)) continue;
    progress.predicates[i] = true;
    share *= estimator_.selectivity(pattern_.predicates[i]);
  }
  return share;
}

std::vector<IndexLookup> Planner::lookups(std::size_t node, const Progress& progress) const {
  std::vector<IndexLookup> found;
  const PatternNode& wanted = pattern_.nodes[node];
  for (std::size_t i = 0; i < pattern_.predicates.size(); ++i) {
    const Expr& predicate = pattern_.predicates[i];
    if (progress.predicates[i] || predicate.kind != Expr::Kind::equal) continue;
    for (const std::size_t side : {0, 1}) {
      const Expr& property = predicate.children[side];
      const Expr& value = predicate.children[1 - side];
      if (property.kind != Expr::Kind::property || !property.key || !property.children[0].is_slot()) continue;
      if (property.children[0].index != wanted.slot || slots_of(value).contains(wanted.slot)) continue;
      if (!ready(value, progress) || has_kind(value, Expr::Kind::subquery)) continue;
      for (const LabelId label : wanted.labels) found.push_back({label, *property.key, &value, i});
    }
  }
  return found;
}

std::optional<IndexLookup> Planner::best_lookup(std::size_t node, const Progress& progress,
                                                double& rows) const {
  std::optional<IndexLookup> best;
  for (const IndexLookup& lookup : lookups(node, progress)) {
    const double count = estimator_.lookup(lookup);
    if (best && count >= rows) continue;
    best = lookup;
    rows = count;
  }
  return best;
}

/// `id(node) = value`
std::optional<std::size_t> Planner::id_lookup(std::size_t node, const Progress& progress) const {
  for (std::size_t i = 0; i < pattern_.predicates.size(); ++i) {
    const Expr& predicate = pattern_.predicates[i];
    if (progress.predicates[i] || predicate.kind != Expr::Kind::equal) continue;
    const Expr& call = predicate.children[0];
    if (call.kind != Expr::Kind::call || call.function->name != "id" || !call.children[0].is_slot()) continue;
    if (call.children[0].index != pattern_.nodes[node].slot) continue;
    if (slots_of(predicate.children[1]).contains(pattern_.nodes[node].slot)) continue;
    if (ready(predicate.children[1], progress)) return i;
  }
  return std::nullopt;
}

/// Rows that starting (again) at the node multiplies by.
double Planner::start(std::size_t node, Progress& progress) const {
  double rows = estimator_.nodes(pattern_.nodes[node]);
  if (const auto id = id_lookup(node, progress)) {
    progress.predicates[*id] = true;
    rows = 1;
  } else if (const auto lookup = best_lookup(node, progress, rows)) {
    progress.predicates[lookup->predicate] = true;
  }
  progress.nodes[node] = true;
  return rows * take_predicates(progress);
}

/// The relationship with a bound end (or bound itself) that gives the fewest rows.
std::optional<Planner::Choice> Planner::next(const Progress& progress) const {
  std::optional<Choice> best;
  for (std::size_t i = 0; i < pattern_.relationships.size(); ++i) {
    const PatternRelationship& relationship = pattern_.relationships[i];
    if (progress.relationships[i]) continue;
    const bool left = progress.nodes[relationship.left];
    const bool right = progress.nodes[relationship.right];
    const bool shortest = relationship.shortest != PatternRelationship::Shortest::no;
    const bool direct = relationship.bound && !relationship.variable_length;
    if (shortest ? !(left && right) : !(left || right || direct)) continue;
    Choice choice{i, 0};
    if (direct || shortest) {
      choice.growth = 0.9;
    } else if (left && right) {
      const double others = std::max(1.0, estimator_.nodes(pattern_.nodes[relationship.right]));
      choice.growth = std::min(0.9, estimator_.degree(relationship, true) / others);
    } else {
      Progress after = progress;
      after.relationships[i] = true;
      after.nodes[left ? relationship.right : relationship.left] = true;
      choice.growth = estimator_.degree(relationship, left) * take_predicates(after);
    }
    if (!best || choice.growth < best->growth) best = choice;
  }
  return best;
}

void Planner::take(const Choice& choice, Progress& progress) const {
  const PatternRelationship& relationship = pattern_.relationships[choice.relationship];
  progress.relationships[choice.relationship] = true;
  progress.nodes[relationship.left] = true;
  progress.nodes[relationship.right] = true;
  take_predicates(progress);
  progress.rows *= choice.growth;
  progress.cost += progress.rows;
}

void Planner::complete(Progress& progress) const {
  while (const auto choice = next(progress)) take(*choice, progress);
}

std::size_t Planner::relationships_at(std::size_t node) const {
  return static_cast<std::size_t>(std::count_if(
      pattern_.relationships.begin(), pattern_.relationships.end(),
      [&](const PatternRelationship& each) { return each.left == node || each.right == node; }));
}

/// The unbound node from which the rest costs least; nothing where all are bound.
std::optional<std::size_t> Planner::best_start(const Progress& progress) const {
  std::optional<std::size_t> best;
  double least = 0;
  for (std::size_t node = 0; node < pattern_.nodes.size(); ++node) {
    if (progress.nodes[node]) continue;
    Progress trial = progress;
    trial.cost = 0;
    trial.rows *= start(node, trial);
    trial.cost += trial.rows;
    complete(trial);
    // Of starts that cost the same, the middle of the pattern: its relationships may be counted side by side.
    const bool better = !best || trial.cost < 0.99 * least ||
                        (trial.cost < 1.01 * least && relationships_at(node) > relationships_at(*best));
    if (!better) continue;
    best = node;
    least = trial.cost;
  }
  return best;
}

// ---- Building ----------------------------------------------------------------------------------

void Planner::add(OperatorPtr next) {
  next->set_estimate(now_.rows);
  root_ = std::move(next);
}

std::string Planner::describe(const std::vector<Expr>& predicates) const {
  std::string text;
  for (const Expr& predicate : predicates) text += (text.empty() ? "" : " AND ") + to_string(predicate);
  return text;
}

std::string Planner::describe(const PatternRelationship& relationship, bool reversed) const {
  const Direction direction = relationship.direction;
  const bool to_left = direction == (reversed ? Direction::out : Direction::in);
  const bool to_right = direction == (reversed ? Direction::in : Direction::out);
  const PatternNode& from = pattern_.nodes[reversed ? relationship.right : relationship.left];
  const PatternNode& to = pattern_.nodes[reversed ? relationship.left : relationship.right];
  std::string length;
  if (relationship.variable_length) {
    length = fmt::format("*{}..", relationship.minimum);
    if (relationship.maximum != std::numeric_limits<std::uint64_t>::max())
      length += std::to_string(relationship.maximum);
  }
  return fmt::format("({}){}[{}{}]{}({})", from.text, to_left ? "<-" : "-", relationship.text, length,
                     to_right ? "->" : "-", to.text);
}

void Planner::emit_filters() {
  std::vector<Expr> filters;
  for (std::size_t i = 0; i < pattern_.predicates.size(); ++i) {
    if (now_.predicates[i] || !ready(pattern_.predicates[i], now_)) continue;
    now_.predicates[i] = true;
    now_.rows *= estimator_.selectivity(pattern_.predicates[i]);
    filters.push_back(pattern_.predicates[i]);
  }
  if (filters.empty()) return;
  std::string details = describe(filters);
  add(std::make_unique<Filter>(std::move(root_), std::move(filters), std::move(details)));
}

/// The labels of a node that was found without them.
void Planner::emit_labels(std::size_t node, std::optional<LabelId> known) {
  std::vector<Expr> filters;
  for (const LabelId label : pattern_.nodes[node].labels) {
    if (known && label == *known) continue;
    Expr test =
        unary_expr(Expr::Kind::has_label, slot_expr(pattern_.nodes[node].slot, types::node), types::boolean);
    test.label = label;
    test.name = graph_.labels().name(label);
    filters.push_back(std::move(test));
  }
  if (pattern_.nodes[node].impossible) filters.push_back(constant_expr(false));
  if (filters.empty()) return;
  std::string details = describe(filters);
  add(std::make_unique<Filter>(std::move(root_), std::move(filters), std::move(details)));
}

void Planner::emit_start(std::size_t node) {
  const PatternNode& wanted = pattern_.nodes[node];
  std::optional<LabelId> known;
  double rows = estimator_.nodes(wanted);
  const std::string text = "(" + wanted.text + ")";
  if (const auto id = id_lookup(node, now_)) {
    now_.predicates[*id] = true;
    add(std::make_unique<IdSeek>(std::move(root_), wanted.slot, pattern_.predicates[*id].children[1], text));
  } else if (const auto lookup = best_lookup(node, now_, rows)) {
    now_.predicates[lookup->predicate] = true;
    now_.rows *= rows;
    known = lookup->label;
    add(std::make_unique<IndexSeek>(
        std::move(root_), wanted.slot, lookup->label, lookup->key, *lookup->value,
        fmt::format("{} {} = {}", text, graph_.keys().name(lookup->key), to_string(*lookup->value))));
  } else {
    for (const LabelId label : wanted.labels) {
      if (!known || graph_.count_nodes(label) < graph_.count_nodes(*known)) known = label;
    }
    now_.rows *= rows;
    add(std::make_unique<NodeScan>(std::move(root_), wanted.slot, known, text));
  }
  now_.nodes[node] = true;
  emit_labels(node, known);
  emit_filters();
}

/// Labels that all ends of the types carry need no test, where many would be made.
void Planner::drop_known_labels(Step& step, const PatternRelationship& relationship) const {
  constexpr double many = 50000;
  if (!facts_ || now_.rows < many || step.any_type || step.direction == Direction::both) return;
  if (relationship.variable_length) return;
  std::erase_if(step.to_labels, [&](LabelId label) {
    return std::all_of(step.types.begin(), step.types.end(),
                       [&](TypeId type) { return facts_->always(graph_, type, step.direction, label); });
  });
}

Step Planner::step_of(const PatternRelationship& relationship, bool reversed, bool into) const {
  Step step;
  step.relationship = relationship.slot;
  step.from = pattern_.nodes[reversed ? relationship.right : relationship.left].slot;
  const PatternNode& to = pattern_.nodes[reversed ? relationship.left : relationship.right];
  step.to = to.slot;
  if (!into) step.to_labels = to.labels;
  step.direction = relationship.direction;
  if (reversed && step.direction != Direction::both) {
    step.direction = step.direction == Direction::out ? Direction::in : Direction::out;
  }
  step.any_type = relationship.any_type;
  step.types = relationship.types;
  drop_known_labels(step, relationship);
  const auto overlap = [&](const PatternRelationship& other) {
    return relationship.any_type || other.any_type ||
           std::find_first_of(relationship.types.begin(), relationship.types.end(), other.types.begin(),
                              other.types.end()) != relationship.types.end();
  };
  for (std::size_t i = 0; i < pattern_.relationships.size(); ++i) {
    const PatternRelationship& other = pattern_.relationships[i];
    if (&other == &relationship || !now_.relationships[i] || other.clause != relationship.clause) continue;
    if (overlap(other)) step.distinct_from.push_back(other.slot);
  }
  return step;
}

void Planner::emit_variable_length(const PatternRelationship& relationship, Step step, bool reversed,
                                   bool into) {
  Walk walk;
  walk.step = std::move(step);
  walk.minimum = relationship.minimum;
  walk.maximum = relationship.maximum;
  walk.reversed = reversed;
  walk.conditions = relationship.conditions;
  walk.local = relationship.local;
  std::string text = describe(relationship, reversed);
  if (relationship.shortest != PatternRelationship::Shortest::no) {
    const bool all = relationship.shortest == PatternRelationship::Shortest::all;
    add(std::make_unique<ShortestPaths>(std::move(root_), std::move(walk), all, std::move(text)));
  } else if (relationship.bound) {
    add(std::make_unique<FollowTrail>(std::move(root_), std::move(walk), into, std::move(text)));
  } else {
    add(std::make_unique<ExpandTrail>(std::move(root_), std::move(walk), into, std::move(text)));
  }
}

void Planner::emit_step(const Choice& choice) {
  const PatternRelationship& relationship = pattern_.relationships[choice.relationship];
  const bool left = now_.nodes[relationship.left];
  const bool right = now_.nodes[relationship.right];
  const bool reversed = !left && right;
  const bool into = left && right;
  const std::size_t far = reversed ? relationship.left : relationship.right;
  Step step = step_of(relationship, reversed, into);
  now_.relationships[choice.relationship] = true;
  const double degree = left || right ? estimator_.degree(relationship, left) : 1;
  now_.rows *= into ? choice.growth : degree;
  std::string text = describe(relationship, reversed);
  if (relationship.variable_length) {
    emit_variable_length(relationship, std::move(step), reversed, into);
  } else if (relationship.bound) {
    const bool from_bound = left || right;
    add(std::make_unique<Endpoints>(std::move(root_), std::move(step), from_bound, into, std::move(text)));
    if (!from_bound) emit_labels(relationship.left, std::nullopt);
  } else {
    add(std::make_unique<Expand>(std::move(root_), std::move(step), into, std::move(text)));
  }
  now_.nodes[relationship.left] = true;
  now_.nodes[relationship.right] = true;
  if (!into && pattern_.nodes[far].impossible) {
    add(std::make_unique<Filter>(std::move(root_), std::vector<Expr>{constant_expr(false)}, "false"));
  }
  emit_filters();
}

OperatorPtr Planner::run() {
  now_.rows = std::max(root_->estimate(), 0.0);
  now_.relationships.resize(pattern_.relationships.size());
  now_.predicates.resize(pattern_.predicates.size());
  for (const PatternNode& node : pattern_.nodes) now_.nodes.push_back(node.bound);
  for (std::size_t i = 0; i < pattern_.nodes.size(); ++i) {
    if (!pattern_.nodes[i].bound) continue;
    Expr missing =
        unary_expr(Expr::Kind::is_not_null, slot_expr(pattern_.nodes[i].slot, types::node), types::boolean);
    missing.children[0].name = pattern_.nodes[i].text;
    if (relationships_at(i) == 0) pattern_.predicates.push_back(std::move(missing));
    emit_labels(i, std::nullopt);
  }
  now_.predicates.resize(pattern_.predicates.size());
  emit_filters();
  while (true) {
    if (const auto choice = next(now_)) {
      emit_step(*choice);
    } else if (const auto node = best_start(now_)) {
      emit_start(*node);
    } else {
      break;
    }
  }
  if (!pattern_.paths.empty()) {
    auto paths = std::move(pattern_.paths);
    pattern_.paths.clear();
    add(std::make_unique<Compute>(std::move(root_), std::move(paths), "paths"));
    emit_filters();
  }
  return std::move(root_);
}

}  // namespace

OperatorPtr plan_match(OperatorPtr input, Pattern pattern, const Graph& graph, LabelFacts* facts) {
  return Planner(std::move(input), std::move(pattern), graph, facts).run();
}

}  // namespace attest::query
