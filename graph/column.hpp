// The values of one property key over all nodes, or over all relationships.
//
// While all values of the key have one type they lie in one array of that type; strings lie end to end in
// one run of characters. A key that few elements have is packed: its values stand in the order of the
// ids, found by counting bits. Writes are in place.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <attest/graph/bitmap.hpp>
#include <attest/graph/value.hpp>

namespace attest {

class Column {
 public:
  enum class Kind : std::uint8_t { boolean, integer, floating, string, mixed };

  /// Where a string stands in characters().
  struct Slice {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
  };
  /// The arrays, in the order of Kind. Kind::mixed holds what no single type can.
  using Values = std::variant<std::vector<std::uint8_t>, std::vector<std::int64_t>, std::vector<double>,
                              std::vector<Slice>, std::vector<Value>>;

  Column() = default;
  /// From parts as the accessors below give them. `values` has present.size() entries where dense,
  /// present.count() where packed.
  Column(Bitmap present, Values values, std::vector<char> characters, bool dense);

  Kind kind() const { return static_cast<Kind>(values_.index()); }
  /// Ids at or beyond it are null.
  std::size_t size() const { return present_.size(); }
  /// How many ids have a value.
  std::size_t count() const { return count_; }
  const Bitmap& present() const { return present_; }
  bool has(std::uint32_t id) const { return present_.test(id); }
  /// The value; null where there is none.
  Value at(std::uint32_t id) const;

  // Raw access, for scans. The arrays are by slot; the entry of an id that has no value is unspecified.
  // All of it is valid until the next write.

  /// True where slot(id) == id.
  bool dense() const { return dense_; }
  /// Requires has(id).
  std::size_t slot(std::uint32_t id) const { return dense_ ? id : rank(id); }
  /// Requires the kind of the name.
  std::span<const std::uint8_t> booleans() const { return std::get<std::vector<std::uint8_t>>(values_); }
  std::span<const std::int64_t> integers() const { return std::get<std::vector<std::int64_t>>(values_); }
  std::span<const double> floatings() const { return std::get<std::vector<double>>(values_); }
  std::span<const Slice> slices() const { return std::get<std::vector<Slice>>(values_); }
  std::span<const Value> mixed() const { return std::get<std::vector<Value>>(values_); }
  std::span<const char> characters() const { return characters_; }
  std::string_view string(std::size_t slot) const {
    const Slice slice = std::get<std::vector<Slice>>(values_)[slot];
    return {characters_.data() + slice.offset, slice.length};
  }

  /// Null removes.
  void set(std::uint32_t id, const Value& value);
  /// Appends one value for each id from `first` on, all at or beyond size(); `present` says which of them are
  /// there (bit i for id first + i), all where it is null. Spans of bool are std::uint8_t.
  using Block =
      std::variant<std::span<const std::uint8_t>, std::span<const std::int64_t>, std::span<const double>,
                   std::span<const std::string_view>, std::span<const Value>>;
  void append(std::uint32_t first, const Block& block, const Bitmap* present = nullptr);
  /// Forgets replaced strings and picks the tightest kind and form for the values there are.
  void compact();

 private:
  std::size_t rank(std::uint32_t id) const;
  void insert(std::uint32_t id, const Value& value);
  void write(std::size_t slot, const Value& value);
  void erase(std::uint32_t id);
  void make_dense();
  void make_packed();
  void make_mixed();
  void rebuild_ranks(std::size_t from_id);
  Slice store(std::string_view text);

  Bitmap present_;
  Values values_;
  std::vector<char> characters_;
  std::vector<std::uint32_t> ranks_;  // packed: ids present before each block of 512
  std::size_t count_ = 0;
  std::size_t garbage_ = 0;  // characters that no slice names any more
  bool dense_ = true;
};

}  // namespace attest
