#include <attest/query/aggregates.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

#include <attest/query/compare.hpp>
#include <attest/query/run_time_error.hpp>
#include <attest/query/temporal_arithmetic.hpp>

namespace attest {
namespace {

using Type = Value::Type;
__extension__ using Wide = __int128;

constexpr TypeSet kSummable = types::number | types::duration;

constexpr std::array<AggregateFunction, 10> kAggregates = {{
    {"avg", Aggregate::avg, 1, kSummable, types::floating | types::duration,
     "The mean of numbers or durations; null of none.", "avg(n.age)"},
    {"collect", Aggregate::collect, 1, types::any, types::list, "A list of the values that are not null.",
     "collect(n.name)"},
    {"count", Aggregate::count, 1, types::any, types::integer,
     "How many values are not null; count(*) counts rows.", "count(DISTINCT n.name)"},
    {"max", Aggregate::max, 1, types::any, types::any, "The value that ORDER BY puts last; null of none.",
     "max(n.age)"},
    {"min", Aggregate::min, 1, types::any, types::any, "The value that ORDER BY puts first; null of none.",
     "min(n.age)"},
    {"percentileCont", Aggregate::percentile_cont, 2, types::number, types::floating,
     "The percentile (0 … 1) of the numbers, interpolated between two where it falls between.",
     "percentileCont(n.age, 0.4)"},
    {"percentileDisc", Aggregate::percentile_disc, 2, types::number, types::number,
     "The number nearest to the percentile (0 … 1).", "percentileDisc(n.age, 0.5)"},
    {"stDev", Aggregate::st_dev, 1, types::number, types::floating,
     "The standard deviation of a sample (divided by n - 1).", "stDev(n.age)"},
    {"stDevP", Aggregate::st_dev_p, 1, types::number, types::floating,
     "The standard deviation of a whole population (divided by n).", "stDevP(n.age)"},
    {"sum", Aggregate::sum, 1, kSummable, kSummable, "The sum of numbers or durations; 0 of none.",
     "sum(n.age)"},
}};

bool same_name(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

/// Of an aggregate that takes only some types.
void check_type(Aggregate aggregate, TypeSet takes, const Value& value) {
  if (takes.contains(value.type())) return;
  const auto of_this = [&](const AggregateFunction& f) { return f.aggregate == aggregate; };
  const std::string_view name = std::find_if(kAggregates.begin(), kAggregates.end(), of_this)->name;
  throw type_error("InvalidArgumentValue",
                   fmt::format("{}() takes {}, not {}", name, to_string(takes), type_name(value.type())));
}

double real(const Value& number) {
  return number.type() == Type::integer ? static_cast<double>(number.integer()) : number.floating();
}

/// Numbers in ascending order, NaN last.
std::vector<Value> sorted(std::vector<Value> values) {
  std::sort(values.begin(), values.end(), [](const Value& a, const Value& b) { return order(a, b) < 0; });
  return values;
}

Value discrete(const std::vector<Value>& ascending, double percentile) {
  const double place = std::ceil(percentile * static_cast<double>(ascending.size()));
  return ascending[place < 1 ? 0 : static_cast<std::size_t>(place) - 1];
}

Value continuous(const std::vector<Value>& ascending, double percentile) {
  const double place = percentile * static_cast<double>(ascending.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const double low = real(ascending[below]);
  const double fraction = place - static_cast<double>(below);
  return fraction == 0 ? low : low + fraction * (real(ascending[below + 1]) - low);
}

}  // namespace

// ---- State -------------------------------------------------------------------------------------

/// Integers exactly, floats with Neumaier's compensation, durations by part; and Welford's running mean.
struct Aggregator::Sums {
  Wide integers = 0;
  double floats = 0;
  double compensation = 0;
  Duration durations;
  bool any_float = false;
  bool any_duration = false;
  bool any_number = false;
  double mean = 0;
  double squares = 0;

  void add(const Value& value) {
    if (value.type() == Type::duration) {
      any_duration = true;
      durations = attest::add(durations, value.duration());
    } else if (value.type() == Type::integer) {
      any_number = true;
      integers += value.integer();
    } else {
      any_number = any_float = true;
      add_float(value.floating());
    }
    if (any_duration && any_number)
      throw type_error("InvalidArgumentValue", "numbers and durations cannot be summed together");
  }

  void add_float(double x) {
    const double sum = floats + x;
    compensation += std::fabs(floats) >= std::fabs(x) ? (floats - sum) + x : (x - sum) + floats;
    floats = sum;
  }

  double total() const {
    const double sum = floats + static_cast<double>(integers);
    return std::isfinite(sum) ? sum + compensation : sum;  // the compensation of an infinity is NaN
  }

  void deviate(double x, std::int64_t count) {
    const double delta = x - mean;
    mean += delta / static_cast<double>(count);
    squares += delta * (x - mean);
  }

  /// Deviations of two samples of these sizes joined by Chan's formula.
  void merge(const Sums& other, std::int64_t count, std::int64_t other_count) {
    const double all = static_cast<double>(count + other_count);
    const double share = static_cast<double>(other_count) / all;
    const double delta = other.mean - mean;
    squares += other.squares + delta * delta * static_cast<double>(count) * share;
    mean += delta * share;
    integers += other.integers;
    add_float(other.floats);
    compensation += other.compensation;
    durations = attest::add(durations, other.durations);
    any_float |= other.any_float;
    any_duration |= other.any_duration;
    any_number |= other.any_number;
  }
};

struct Aggregator::Values {
  std::vector<Value> list;  // collect, percentiles; of DISTINCT, in order of first appearance
  std::unordered_set<Value, ValueHash, ValueEquivalent> seen;
  double percentile = 0;
};

Aggregator::Aggregator(Aggregate aggregate, bool distinct) : aggregate_(aggregate), distinct_(distinct) {}
Aggregator::Aggregator(Aggregator&&) noexcept = default;
Aggregator& Aggregator::operator=(Aggregator&&) noexcept = default;
Aggregator::~Aggregator() = default;

Aggregator::Sums& Aggregator::sums() {
  if (!sums_) sums_ = std::make_unique<Sums>();
  return *sums_;
}

Aggregator::Values& Aggregator::values() {
  if (!values_) values_ = std::make_unique<Values>();
  return *values_;
}

// ---- Rows --------------------------------------------------------------------------------------

void Aggregator::step(const Value& value) {
  if (value.is_null()) return;
  if (distinct_ && !values().seen.insert(value).second) return;
  accumulate(value);
}

void Aggregator::accumulate(const Value& value) {
  switch (aggregate_) {
    case Aggregate::count:
      break;
    case Aggregate::collect:
      values().list.push_back(value);
      break;
    case Aggregate::min:
      if (best_.is_null() || order(value, best_) < 0) best_ = value;
      break;
    case Aggregate::max:
      if (best_.is_null() || order(value, best_) > 0) best_ = value;
      break;
    case Aggregate::sum:
    case Aggregate::avg:
      check_type(aggregate_, kSummable, value);
      sums().add(value);
      break;
    case Aggregate::st_dev:
    case Aggregate::st_dev_p:
      check_type(aggregate_, types::number, value);
      sums().deviate(real(value), count_ + 1);
      break;
    case Aggregate::percentile_cont:
    case Aggregate::percentile_disc:
      check_type(aggregate_, types::number, value);
      values().list.push_back(value);
  }
  ++count_;
}

void Aggregator::set_percentile(const Value& percentile) {
  if (!percentile.is_number())
    throw argument_error("NumberOutOfRange", "the percentile must be a number, 0 … 1");
  const double p = real(percentile);
  if (!(p >= 0 && p <= 1))
    throw argument_error("NumberOutOfRange", fmt::format("the percentile must be in 0 … 1, not {}", p));
  values().percentile = p;
}

void Aggregator::merge(const Aggregator& other) {
  if (distinct_) {
    if (other.values_)
      for (const Value& value : other.values_->seen) step(value);
    return;
  }
  if (!other.best_.is_null()) {
    const auto than_mine = order(other.best_, best_);
    if (best_.is_null() || (aggregate_ == Aggregate::min ? than_mine < 0 : than_mine > 0))
      best_ = other.best_;
  }
  if (other.sums_) sums().merge(*other.sums_, count_, other.count_);
  if (other.values_) {
    values().list.insert(values().list.end(), other.values_->list.begin(), other.values_->list.end());
    values().percentile = other.values_->percentile;
  }
  count_ += other.count_;
}

// ---- Results -----------------------------------------------------------------------------------

Value Aggregator::sum() const {
  if (!sums_) return 0;
  if (sums_->any_duration) return sums_->durations;
  if (sums_->any_float) return sums_->total();
  if (sums_->integers > INT64_MAX || sums_->integers < INT64_MIN)
    throw arithmetic_error("NumberOutOfRange", "the sum does not fit an INTEGER of 64 bits");
  return static_cast<std::int64_t>(sums_->integers);
}

Value Aggregator::average() const {
  if (count_ == 0) return {};
  if (sums_->any_duration) return divide(sums_->durations, static_cast<double>(count_));
  return sums_->total() / static_cast<double>(count_);
}

Value Aggregator::finish() const {
  switch (aggregate_) {
    case Aggregate::count:
      return count_;
    case Aggregate::sum:
      return sum();
    case Aggregate::avg:
      return average();
    case Aggregate::min:
    case Aggregate::max:
      return best_;
    case Aggregate::collect:
      return values_ ? values_->list : List{};
    case Aggregate::st_dev:
      return count_ < 2 ? 0.0 : std::sqrt(sums_->squares / static_cast<double>(count_ - 1));
    case Aggregate::st_dev_p:
      return count_ < 2 ? 0.0 : std::sqrt(sums_->squares / static_cast<double>(count_));
    default:
      break;
  }
  if (count_ == 0) return {};
  const std::vector<Value> ascending = sorted(values_->list);
  return aggregate_ == Aggregate::percentile_disc ? discrete(ascending, values_->percentile)
                                                  : continuous(ascending, values_->percentile);
}

std::size_t Aggregator::memory() const {
  std::size_t bytes = sums_ ? sizeof(Sums) : 0;
  if (values_)
    bytes += sizeof(Values) + values_->list.capacity() * sizeof(Value) +
             values_->seen.size() * (sizeof(Value) + 3 * sizeof(void*));
  return bytes;
}

std::span<const AggregateFunction> aggregates() {
  return kAggregates;
}

const AggregateFunction* find_aggregate(std::string_view name) {
  const auto found = std::find_if(kAggregates.begin(), kAggregates.end(),
                                  [&](const AggregateFunction& f) { return same_name(f.name, name); });
  return found == kAggregates.end() ? nullptr : found;
}

}  // namespace attest
