#include <attest/graph/store/value_codec.hpp>

#include <map>

namespace attest::store {

namespace {

using T = Value::Type;
using Kind = Change::Kind;

constexpr int deepest = 1000;  // nesting of lists and maps in a file that is what it should be

void write(ByteWriter& out, const LocalDateTime& value) {
  out.integer(value.date.days);
  out.integer(value.time.nanoseconds);
}

LocalDateTime read_local_date_time(ByteReader& in) {
  const Date date{in.integer()};
  return {date, {in.integer()}};
}

Value read_value(ByteReader& in, int depth);

List read_list(ByteReader& in, int depth) {
  List list;
  for (std::uint64_t count = in.number(); count > 0; --count) list.push_back(read_value(in, depth + 1));
  return list;
}

Map read_map(ByteReader& in, int depth) {
  Map map;
  for (std::uint64_t count = in.number(); count > 0; --count) {
    std::string key(in.text());
    map.emplace(std::move(key), read_value(in, depth + 1));
  }
  return map;
}

Value read_value(ByteReader& in, int depth) {
  if (depth > deepest) throw StoreError("is damaged: a value is nested too deep");
  switch (static_cast<T>(in.byte())) {
    case T::null:
      return {};
    case T::boolean:
      return in.byte() != 0;
    case T::integer:
      return in.integer();
    case T::floating:
      return in.floating();
    case T::string:
      return in.text();
    case T::list:
      return read_list(in, depth);
    case T::map:
      return read_map(in, depth);
    case T::date:
      return Date{in.integer()};
    case T::local_time:
      return LocalTime{in.integer()};
    case T::time: {
      const LocalTime local{in.integer()};
      return Time{local, static_cast<std::int32_t>(in.integer())};
    }
    case T::local_date_time:
      return read_local_date_time(in);
    case T::date_time: {
      const LocalDateTime local = read_local_date_time(in);
      const auto offset = static_cast<std::int32_t>(in.integer());
      return DateTime{local, offset, std::string(in.text())};
    }
    case T::duration: {
      Duration d;
      d.months = in.integer();
      d.days = in.integer();
      d.seconds = in.integer();
      d.nanoseconds = static_cast<std::int32_t>(in.integer());
      return d;
    }
    case T::node:
    case T::relationship:
    case T::path:
      break;
  }
  throw StoreError("is damaged: a value of no known type");
}

enum class Naming : std::uint8_t { none, label, type, key };

Naming naming_of(Kind kind) {
  switch (kind) {
    case Kind::add_label:
    case Kind::remove_label:
      return Naming::label;
    case Kind::add_relationship:
    case Kind::remove_relationship:
      return Naming::type;
    case Kind::set_node_property:
    case Kind::set_relationship_property:
      return Naming::key;
    default:
      return Naming::none;
  }
}

std::string_view name_of(const Change& change, const Graph& graph) {
  switch (naming_of(change.kind)) {
    case Naming::label:
      return graph.labels().name(LabelId{change.name});
    case Naming::type:
      return graph.types().name(TypeId{change.name});
    case Naming::key:
      return graph.keys().name(KeyId{change.name});
    case Naming::none:
      break;
  }
  return {};
}

std::uint32_t id_of(Naming naming, std::string_view name, Graph& graph) {
  switch (naming) {
    case Naming::label:
      return static_cast<std::uint32_t>(graph.label(name));
    case Naming::type:
      return static_cast<std::uint32_t>(graph.type(name));
    case Naming::key:
      return static_cast<std::uint32_t>(graph.key(name));
    case Naming::none:
      break;
  }
  return 0;
}

bool is_relationship(Kind kind) {
  return kind == Kind::add_relationship || kind == Kind::remove_relationship;
}

bool sets_property(Kind kind) {
  return kind == Kind::set_node_property || kind == Kind::set_relationship_property;
}

}  // namespace

void write_value(ByteWriter& out, const Value& value) {
  out.byte(static_cast<std::uint8_t>(value.type()));
  switch (value.type()) {
    case T::null:
      return;
    case T::boolean:
      return out.byte(value.boolean() ? 1 : 0);
    case T::integer:
      return out.integer(value.integer());
    case T::floating:
      return out.floating(value.floating());
    case T::string:
      return out.text(value.string());
    case T::list:
      out.number(value.list().size());
      for (const Value& item : value.list()) write_value(out, item);
      return;
    case T::map:
      out.number(value.map().size());
      for (const auto& [key, item] : value.map()) {
        out.text(key);
        write_value(out, item);
      }
      return;
    case T::date:
      return out.integer(value.date().days);
    case T::local_time:
      return out.integer(value.local_time().nanoseconds);
    case T::time:
      out.integer(value.time().local.nanoseconds);
      return out.integer(value.time().offset);
    case T::local_date_time:
      return write(out, value.local_date_time());
    case T::date_time:
      write(out, value.date_time().local);
      out.integer(value.date_time().offset);
      return out.text(value.date_time().zone);
    case T::duration:
      out.integer(value.duration().months);
      out.integer(value.duration().days);
      out.integer(value.duration().seconds);
      return out.integer(value.duration().nanoseconds);
    case T::node:
    case T::relationship:
    case T::path:
      throw UsageError("a node, a relationship or a path cannot be a property");
  }
}

Value read_value(ByteReader& in) {
  return read_value(in, 0);
}

std::vector<char> encode_changes(std::span<const Change> changes, const Graph& graph) {
  std::map<std::pair<Naming, std::uint32_t>, std::uint64_t> places;
  ByteWriter names;
  ByteWriter body;
  for (const Change& change : changes) {
    body.byte(static_cast<std::uint8_t>(change.kind));
    body.number(change.element);
    if (const Naming naming = naming_of(change.kind); naming != Naming::none) {
      const auto [place, fresh] = places.try_emplace({naming, change.name}, places.size());
      if (fresh) {
        names.byte(static_cast<std::uint8_t>(naming));
        names.text(name_of(change, graph));
      }
      body.number(place->second);
    }
    if (is_relationship(change.kind)) {
      body.number(index(change.start));
      body.number(index(change.end));
    }
    if (sets_property(change.kind)) write_value(body, change.after);
  }
  ByteWriter out;
  out.number(places.size());
  std::vector<char> bytes = out.take();
  bytes.insert(bytes.end(), names.bytes().begin(), names.bytes().end());
  bytes.insert(bytes.end(), body.bytes().begin(), body.bytes().end());
  return bytes;
}

std::vector<Change> decode_changes(std::span<const char> bytes, Graph& graph) {
  ByteReader in(bytes);
  std::vector<std::uint32_t> ids;
  for (std::uint64_t count = in.number(); count > 0; --count) {
    const auto naming = static_cast<Naming>(in.byte());
    ids.push_back(id_of(naming, in.text(), graph));
  }
  std::vector<Change> changes;
  while (!in.done()) {
    Change change;
    change.kind = static_cast<Kind>(in.byte());
    if (change.kind > Kind::set_relationship_property)
      throw StoreError("is damaged: a change of no known kind");
    change.element = static_cast<std::uint32_t>(in.number());
    if (naming_of(change.kind) != Naming::none) {
      const std::uint64_t place = in.number();
      if (place >= ids.size()) throw StoreError("is damaged: a change names nothing");
      change.name = ids[place];
    }
    if (is_relationship(change.kind)) {
      change.start = NodeId{static_cast<std::uint32_t>(in.number())};
      change.end = NodeId{static_cast<std::uint32_t>(in.number())};
    }
    if (sets_property(change.kind)) change.after = read_value(in, 0);
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace attest::store
