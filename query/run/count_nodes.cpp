#include <attest/query/run/count_nodes.hpp>

#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace attest::query {

CountNodes::CountNodes(Slot node, std::optional<LabelId> label, std::vector<Expr> predicates,
                       std::string details)
    : Operator("CountNodes", std::move(details)),
      node_(node),
      label_(label),
      predicates_(std::move(predicates)) {}

// ---- Ranges ------------------------------------------------------------------------------------

namespace {

/// The neighbour of a bound that leaves the bound itself out; nothing where there is none.
std::optional<std::int64_t> beyond(std::int64_t bound, bool up) {
  using Limits = std::numeric_limits<std::int64_t>;
  if (bound == (up ? Limits::max() : Limits::min())) return std::nullopt;
  return up ? bound + 1 : bound - 1;
}

std::optional<double> beyond(double bound, bool up) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (bound == (up ? infinity : -infinity)) return std::nullopt;
  return std::nextafter(bound, up ? infinity : -infinity);
}

/// Cuts the range by `value OP bound`; false where the comparison gives no range.
template <class T>
bool narrow(ColumnRange<T>& range, Expr::Kind op, T bound) {
  const bool low = op == Expr::Kind::greater || op == Expr::Kind::greater_equal || op == Expr::Kind::equal;
  const bool high = op == Expr::Kind::less || op == Expr::Kind::less_equal || op == Expr::Kind::equal;
  const bool strict = op == Expr::Kind::greater || op == Expr::Kind::less;
  if ((!low && !high) || bound != bound) return false;
  const std::optional<T> end = strict ? beyond(bound, low) : bound;
  if (!end) {
    range.low = 1;  // nothing
    range.high = 0;
    return true;
  }
  if (low) range.low = std::max(range.low, *end);
  if (high) range.high = std::min(range.high, *end);
  return true;
}

template <class T>
bool add_to(std::vector<ColumnRange<T>>& ranges, const Column& column, Expr::Kind op, T bound, T least,
            T most) {
  auto found = std::find_if(ranges.begin(), ranges.end(),
                            [&](const ColumnRange<T>& range) { return range.column == &column; });
  if (found != ranges.end()) return narrow(*found, op, bound);
  ColumnRange<T> range{&column, least, most};
  if (!narrow(range, op, bound)) return false;
  ranges.push_back(range);
  return true;
}

bool inside(std::int64_t value, const ColumnRange<std::int64_t>& range) {
  return static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(range.low) <=
         static_cast<std::uint64_t>(range.high) - static_cast<std::uint64_t>(range.low);
}

bool inside(double value, const ColumnRange<double>& range) {
  return value >= range.low && value <= range.high;
}

std::span<const std::int64_t> numbers(const ColumnRange<std::int64_t>& range) {
  return range.column->integers();
}

std::span<const double> numbers(const ColumnRange<double>& range) {
  return range.column->floatings();
}

std::uint64_t word_of(std::span<const std::uint64_t> words, std::size_t word) {
  return word < words.size() ? words[word] : 0;
}

/// Of the 64 nodes of the word those whose number is in the range. To be called for every word in turn.
template <class T>
std::uint64_t in_range(ColumnRange<T>& range, std::size_t word, std::uint64_t wanted) {
  const std::uint64_t present = word_of(range.column->present().words(), word);
  const std::size_t first = range.column->dense() ? word * 64 : range.next;
  range.next += static_cast<std::size_t>(std::popcount(present));
  wanted &= present;
  if (wanted == 0 || range.low > range.high) return 0;
  const T* values = numbers(range).data() + first;
  std::uint64_t result = 0;
  if (present == ~std::uint64_t{0}) {
    for (std::size_t i = 0; i < 64; ++i) result |= std::uint64_t{inside(values[i], range)} << i;
    return result & wanted;
  }
  for (std::uint64_t rest = wanted; rest != 0; rest &= rest - 1) {
    const auto bit = static_cast<std::size_t>(std::countr_zero(rest));
    const std::uint64_t below = present & ((std::uint64_t{1} << bit) - 1);
    const std::size_t at = range.column->dense() ? bit : static_cast<std::size_t>(std::popcount(below));
    result |= std::uint64_t{inside(values[at], range)} << bit;
  }
  return result;
}

/// Integers up to here are exact as doubles.
bool exact(std::int64_t value) {
  constexpr std::int64_t limit = std::int64_t{1} << 53;
  return value >= -limit && value <= limit;
}

}  // namespace

// ---- Counting ----------------------------------------------------------------------------------

bool CountNodes::add_range(const ColumnPredicate& predicate) {
  const Column& column = *predicate.column;
  const Value& value = predicate.value;
  if (column.kind() == Column::Kind::integer && value.type() == Value::Type::integer) {
    using Limits = std::numeric_limits<std::int64_t>;
    return add_to(integers_, column, predicate.op, value.integer(), Limits::min(), Limits::max());
  }
  if (column.kind() != Column::Kind::floating || !value.is_number()) return false;
  if (value.type() == Value::Type::integer && !exact(value.integer())) return false;
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const double bound =
      value.type() == Value::Type::integer ? static_cast<double>(value.integer()) : value.floating();
  return add_to(floatings_, column, predicate.op, bound, -infinity, infinity);
}

/// Finds the form of each predicate. Values of parameters are known only now.
void CountNodes::open(const Batch& layout, Context& context) {
  const Graph& graph = context.graph;
  labels_ = {label_ ? graph.nodes_with(*label_).words() : graph.nodes().words()};
  integers_.clear();
  floatings_.clear();
  rest_.clear();
  for (const Expr& predicate : predicates_) {
    const bool label = predicate.kind == Expr::Kind::has_label && predicate.label &&
                       predicate.children[0].is_slot() && predicate.children[0].index == node_;
    if (label) {
      labels_.push_back(graph.nodes_with(*predicate.label).words());
      continue;
    }
    const auto column = column_predicate(predicate, layout, context);
    if (!column || !add_range(*column)) rest_.push_back(&predicate);
  }
}

/// How many of the nodes fulfil the predicates that have no range; empties the batch.
std::int64_t CountNodes::count_rest(Batch& nodes, Context& context) {
  nodes.size = nodes.ids(node_).size();
  kept_.resize(nodes.size);
  std::iota(kept_.begin(), kept_.end(), 0u);
  for (const Expr* predicate : rest_) filter(*predicate, nodes, kept_, context);
  nodes.clear();
  return static_cast<std::int64_t>(kept_.size());
}

bool CountNodes::produce(Batch& out, Context& context) {
  if (done_) return false;
  done_ = true;
  Batch nodes(out.layout());
  open(nodes, context);
  std::int64_t total = 0;
  for (std::size_t word = 0; word < labels_[0].size(); ++word) {
    std::uint64_t wanted = labels_[0][word];
    for (std::size_t i = 1; i < labels_.size(); ++i) wanted &= word_of(labels_[i], word);
    context.hits += static_cast<std::uint64_t>(std::popcount(wanted));
    for (auto& range : integers_) wanted = in_range(range, word, wanted);
    for (auto& range : floatings_) wanted = in_range(range, word, wanted);
    context.limits.tick();
    if (rest_.empty()) {
      total += std::popcount(wanted);
      continue;
    }
    for (; wanted != 0; wanted &= wanted - 1) {
      nodes.ids(node_).push_back(static_cast<std::uint32_t>(word * 64) +
                                 static_cast<std::uint32_t>(std::countr_zero(wanted)));
    }
    if (nodes.ids(node_).size() + 64 > Batch::maximum) total += count_rest(nodes, context);
  }
  if (!rest_.empty()) total += count_rest(nodes, context);
  if (total == 0) return false;
  out.weights.assign(1, total);
  out.size = 1;
  return true;
}

}  // namespace attest::query
