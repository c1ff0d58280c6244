#include <attest/extractor/resolution/clusters.hpp>

#include <algorithm>

#include <attest/extractor/entities/fold.hpp>

namespace attest::extract {
namespace {

Words split(std::string_view key) {
  Words words;
  for (const std::string_view word : words_of(key)) words.emplace_back(word);
  return words;
}

bool is_settlement(const std::string& kind) {
  return kind == "city" || kind == "village";
}

}  // namespace

Clusters::Clusters(const Records& records)
    : records_(records), sets_(records.all.size()), properties_(records.all.size()) {
  for (std::size_t r = 0; r < records.all.size(); ++r) {
    const Record& record = records.all[r];
    Set& set = properties_[r];
    if (record.kind == RecordKind::person && !record.keys.empty() &&
        record.keys.front().find(' ') != std::string::npos)
      set.full_names.push_back(record.keys.front());
    if (!record.country.empty()) set.countries.insert(record.country);
    if (!record.place_kind.empty()) set.place_kinds.insert(record.place_kind);
  }
}

void Clusters::forbid(std::uint32_t record, std::uint32_t decision, bool side) {
  properties_[record].sides.insert(std::int64_t{2} * decision + side);
}

bool Clusters::decided_apart(std::uint32_t a, std::uint32_t b) const {
  const auto& fewer = properties_[find(a)].sides;
  const auto& other = properties_[find(b)].sides;
  return std::any_of(fewer.begin(), fewer.end(), [&](std::int64_t side) { return other.contains(side ^ 1); });
}

std::string Clusters::objection(std::uint32_t a, std::uint32_t b) const {
  if (records_.all[a].kind != records_.all[b].kind) return "are things of different kinds";
  if (decided_apart(a, b)) return "were said to be different";
  const Set& one = properties_[find(a)];
  const Set& other = properties_[find(b)];
  for (const std::string& name : one.full_names)
    for (const std::string& name_b : other.full_names)
      if (name != name_b && !sounds_like_person(split(name), split(name_b)))
        return "belong to persons with different full names (" + name + ", " + name_b + ")";
  if (!one.countries.empty() && !other.countries.empty() && one.countries != other.countries)
    return "are different countries";
  for (const std::string& kind : one.place_kinds)
    for (const std::string& kind_b : other.place_kinds)
      if (kind != kind_b && (is_settlement(kind) != is_settlement(kind_b)))
        return "are places of different kinds (" + kind + ", " + kind_b + ")";
  return "";
}

void Clusters::merge(std::uint32_t a, std::uint32_t b) {
  a = find(a), b = find(b);
  sets_.join(a, b);
  const std::uint32_t root = find(a);
  Set& into = properties_[root];
  Set& from = properties_[root == a ? b : a];
  for (std::string& name : from.full_names)
    if (std::find(into.full_names.begin(), into.full_names.end(), name) == into.full_names.end())
      into.full_names.push_back(std::move(name));
  into.countries.merge(from.countries);
  into.place_kinds.merge(from.place_kinds);
  into.sides.merge(from.sides);
  from = {};
}

void Clusters::join_decided(std::uint32_t a, std::uint32_t b, const std::string& reason) {
  if (same(a, b)) return;
  const bool apart = decided_apart(a, b);
  steps_.push_back({a, b, !apart, apart ? "were said to be different" : reason});
  if (!apart) merge(a, b);
}

bool Clusters::join(std::uint32_t a, std::uint32_t b, const std::string& reason) {
  if (same(a, b)) return true;
  const std::string against = objection(a, b);
  steps_.push_back({a, b, against.empty(), against.empty() ? reason : against});
  if (against.empty()) merge(a, b);
  return against.empty();
}

}  // namespace attest::extract
