#include <attest/extractor/resolution/records.hpp>

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/fold.hpp>

namespace attest::extract {
namespace {

RecordKind kind_of(const FragmentNode& node) {
  if (has_label(node, "Person")) return RecordKind::person;
  if (has_label(node, "Place")) return RecordKind::place;
  if (has_label(node, "Organization")) return RecordKind::organization;
  if (has_label(node, "Event")) return RecordKind::event;
  return RecordKind::other;
}

std::string document_name(const Fragment& fragment) {
  for (const FragmentNode& node : fragment.nodes)
    if (has_label(node, "Document")) return text_of(node.properties, "name");
  return "";
}

Record make_record(const FragmentNode& node, std::uint32_t fragment, std::uint32_t position) {
  Record record;
  record.fragment = fragment;
  record.node = position;
  record.kind = kind_of(node);
  record.name = text_of(node.properties, "name");
  record.aliases = texts_of(node.properties, "aliases");
  record.place_kind = text_of(node.properties, "kind");
  const auto add = [&](const std::string& form) {
    std::string key = fold_name(form);
    if (!key.empty() && std::find(record.keys.begin(), record.keys.end(), key) == record.keys.end())
      record.keys.push_back(std::move(key));
  };
  add(record.name);
  for (const std::string& alias : record.aliases) add(alias);
  if (record.kind == RecordKind::place)
    for (const std::string& key : record.keys)
      if (record.country.empty()) record.country = country_code(key);
  return record;
}

/// By document name; doubles of one name by their content.
std::vector<const Fragment*> in_order(std::span<const Fragment> fragments) {
  std::vector<std::string> names;
  for (const Fragment& fragment : fragments) names.push_back(document_name(fragment));
  std::vector<std::size_t> order(fragments.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (names[a] != names[b]) return names[a] < names[b];
    return a != b && to_json(fragments[a]) < to_json(fragments[b]);
  });
  std::vector<const Fragment*> sorted;
  for (const std::size_t i : order) sorted.push_back(&fragments[i]);
  return sorted;
}

}  // namespace

std::string text_of(const Map& properties, std::string_view key) {
  const auto at = properties.find(key);
  return at != properties.end() && at->second.type() == Value::Type::string ? at->second.string() : "";
}

std::vector<std::string> texts_of(const Map& properties, std::string_view key) {
  std::vector<std::string> texts;
  const auto at = properties.find(key);
  if (at == properties.end() || at->second.type() != Value::Type::list) return texts;
  for (const Value& item : at->second.list())
    if (item.type() == Value::Type::string) texts.push_back(item.string());
  return texts;
}

bool has_label(const FragmentNode& node, std::string_view label) {
  return std::find(node.labels.begin(), node.labels.end(), label) != node.labels.end();
}

Records collect_records(std::span<const Fragment> fragments) {
  Records records;
  records.order = in_order(fragments);
  for (std::uint32_t f = 0; f < records.order.size(); ++f) {
    const Fragment& fragment = *records.order[f];
    records.documents.push_back(document_name(fragment));
    std::vector<std::uint32_t> of_fragment;
    std::vector<std::int32_t> of_node(fragment.nodes.size(), -1);
    for (std::uint32_t n = 0; n < fragment.nodes.size(); ++n) {
      const FragmentNode& node = fragment.nodes[n];
      if (has_label(node, "Document") || has_label(node, "Claim")) continue;
      of_node[n] = static_cast<std::int32_t>(records.all.size());
      of_fragment.push_back(static_cast<std::uint32_t>(records.all.size()));
      records.all.push_back(make_record(node, f, n));
    }
    records.of_fragment.push_back(std::move(of_fragment));
    records.record_of_node.push_back(std::move(of_node));
  }
  return records;
}

}  // namespace attest::extract
