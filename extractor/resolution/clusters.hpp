// Sets of records that are one thing, grown by joins that may be refused; every join and refusal is
// remembered.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <attest/extractor/entities/union_find.hpp>
#include <attest/extractor/resolution/records.hpp>

namespace attest::extract {

/// One step of resolution: why two records were joined, or why they were not.
struct Step {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  bool joined = false;
  std::string reason;  ///< a sentence's middle: "have the same name"
};

class Clusters {
 public:
  explicit Clusters(const Records& records);

  std::uint32_t find(std::uint32_t record) const { return sets_.find(record); }
  bool same(std::uint32_t a, std::uint32_t b) const { return find(a) == find(b); }

  /// Marks the records of a side of a "different" decision; sets that hold both sides of one are never made.
  void forbid(std::uint32_t record, std::uint32_t decision, bool side);
  /// Joins by the user's word: only "different" decisions can refuse it.
  void join_decided(std::uint32_t a, std::uint32_t b, const std::string& reason);
  /// Joins unless something speaks against it; true where the two are one set afterwards.
  bool join(std::uint32_t a, std::uint32_t b, const std::string& reason);

  const std::vector<Step>& steps() const { return steps_; }

 private:
  /// What speaks against joining the sets of two records; empty where nothing does.
  std::string objection(std::uint32_t a, std::uint32_t b) const;
  bool decided_apart(std::uint32_t a, std::uint32_t b) const;
  void merge(std::uint32_t a, std::uint32_t b);

  struct Set {
    std::vector<std::string> full_names;  // of persons: folded names of several words
    std::set<std::string> countries;
    std::set<std::string> place_kinds;
    std::set<std::int64_t> sides;  // of decisions: 2 · decision + side
  };
  const Records& records_;
  UnionFind sets_;
  std::vector<Set> properties_;  // by representative
  std::vector<Step> steps_;
};

}  // namespace attest::extract
