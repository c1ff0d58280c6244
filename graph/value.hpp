// A value of the query language and of properties: openCypher's types in 16 bytes.
//
// Values are immutable and cheap to copy: what does not fit in eight bytes lives in a shared,
// reference-counted box. Node and relationship values are ids into the graph they came from.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <attest/graph/box.hpp>
#include <attest/graph/temporal.hpp>

namespace attest {

/// Dense index of a node. Ids are never reused while a graph is open.
enum class NodeId : std::uint32_t {};
/// Dense index of a relationship.
enum class RelationshipId : std::uint32_t {};

constexpr std::uint32_t index(NodeId id) {
  return static_cast<std::uint32_t>(id);
}
constexpr std::uint32_t index(RelationshipId id) {
  return static_cast<std::uint32_t>(id);
}

class Value;
using List = std::vector<Value>;
/// Keys in code-point order, so that equal maps print alike.
using Map = std::map<std::string, Value, std::less<>>;

/// An alternating walk: nodes.size() == relationships.size() + 1.
struct Path {
  std::vector<NodeId> nodes;
  std::vector<RelationshipId> relationships;
  bool operator==(const Path&) const = default;
};

using Null = std::monostate;

/// How deep lists and maps may be nested: what walks them, destructors included, recurses.
inline constexpr std::uint32_t kDeepestValue = 1000;

class Value {
 public:
  /// The order of the variant's alternatives below.
  enum class Type : std::uint8_t {
    null,
    boolean,
    integer,
    floating,
    string,
    list,
    map,
    node,
    relationship,
    path,
    date,
    local_time,
    time,
    local_date_time,
    date_time,
    duration
  };
  using Data = std::variant<Null, bool, std::int64_t, double, Box<std::string>, Box<List>, Box<Map>, NodeId,
                            RelationshipId, Box<Path>, Date, LocalTime, Box<Time>, Box<LocalDateTime>,
                            Box<DateTime>, Box<Duration>>;

  Value() = default;
  Value(Null) {}
  Value(bool v) : data_(v) {}
  Value(std::int64_t v) : data_(v) {}
  Value(int v) : data_(std::int64_t{v}) {}
  Value(double v) : data_(v) {}
  Value(const char* v) : data_(Box<std::string>(std::string(v))) {}
  Value(std::string_view v) : data_(Box<std::string>(std::string(v))) {}
  Value(std::string v) : data_(Box<std::string>(std::move(v))) {}
  Value(List v);  ///< throws LimitError("NestingTooDeep") beyond kDeepestValue
  Value(Map v);   ///< likewise
  Value(NodeId v) : data_(v) {}
  Value(RelationshipId v) : data_(v) {}
  Value(Path v) : data_(Box<Path>(std::move(v))) {}
  Value(Date v) : data_(v) {}
  Value(LocalTime v) : data_(v) {}
  Value(Time v) : data_(Box<Time>(v)) {}
  Value(LocalDateTime v) : data_(Box<LocalDateTime>(v)) {}
  Value(DateTime v) : data_(Box<DateTime>(std::move(v))) {}
  Value(Duration v) : data_(Box<Duration>(v)) {}

  Type type() const { return static_cast<Type>(data_.index()); }
  bool is_null() const { return type() == Type::null; }
  /// 0; of a list or map, one more than the deepest of what it holds.
  std::uint32_t depth() const;
  bool is_number() const { return type() == Type::integer || type() == Type::floating; }

  /// The content; the caller has checked type(). Throws std::bad_variant_access otherwise.
  bool boolean() const { return std::get<bool>(data_); }
  std::int64_t integer() const { return std::get<std::int64_t>(data_); }
  double floating() const { return std::get<double>(data_); }
  const std::string& string() const { return *std::get<Box<std::string>>(data_); }
  const List& list() const { return *std::get<Box<List>>(data_); }
  const Map& map() const { return *std::get<Box<Map>>(data_); }
  NodeId node() const { return std::get<NodeId>(data_); }
  RelationshipId relationship() const { return std::get<RelationshipId>(data_); }
  const Path& path() const { return *std::get<Box<Path>>(data_); }
  Date date() const { return std::get<Date>(data_); }
  LocalTime local_time() const { return std::get<LocalTime>(data_); }
  const Time& time() const { return *std::get<Box<Time>>(data_); }
  const LocalDateTime& local_date_time() const { return *std::get<Box<LocalDateTime>>(data_); }
  const DateTime& date_time() const { return *std::get<Box<DateTime>>(data_); }
  const Duration& duration() const { return *std::get<Box<Duration>>(data_); }

  const Data& data() const { return data_; }

 private:
  Data data_;
};
static_assert(sizeof(Value) == 16);

/// The type's name as openCypher writes it: "INTEGER", "LIST", "DATE TIME" …
std::string_view type_name(Value::Type type);

/// Structural identity: same type and same content, NaN identical to NaN, 1 not identical to 1.0.
/// What stores, round trips and tests compare by; the language's `=` is in query/compare.hpp.
bool identical(const Value& a, const Value& b);

/// Equal for identical values, for an integer and a float of the same number, and for all NaNs.
std::size_t hash(const Value& value);
std::size_t hash_of_number(double value);  // hash() of the number, without making a Value of it
std::size_t hash_of_string(std::string_view value);

/// openCypher literal text of a value that holds no node, relationship or path: 'it\'s', [1, 2], {a: 1}.
std::string to_literal(const Value& value);

}  // namespace attest
