// Interned names: labels, relationship types and property keys as small integers.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace attest {

enum class LabelId : std::uint32_t {};
enum class TypeId : std::uint32_t {};
enum class KeyId : std::uint32_t {};

/// A table of names. Ids are dense, count from 0 in order of first use and are never reused.
template <class Id>
class Symbols {
 public:
  /// The id of `name`, given one if it has none yet.
  Id intern(std::string_view name) {
    if (auto found = ids_.find(name); found != ids_.end()) return found->second;
    const Id id{static_cast<std::uint32_t>(names_.size())};
    ids_.emplace(names_.emplace_back(name), id);
    return id;
  }
  std::optional<Id> find(std::string_view name) const {
    auto found = ids_.find(name);
    return found == ids_.end() ? std::nullopt : std::optional<Id>(found->second);
  }
  const std::string& name(Id id) const { return names_[static_cast<std::uint32_t>(id)]; }
  std::size_t size() const { return names_.size(); }

 private:
  std::deque<std::string> names_;  // a deque: the views below stay valid as it grows
  std::unordered_map<std::string_view, Id> ids_;
};

}  // namespace attest
