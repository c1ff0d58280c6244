#include <attest/extractor/resolution/folding.hpp>

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/entities/naming.hpp>

namespace attest::extract {
namespace {

/// FNV-1a, 64 bits: ids need to be stable and short, not secret.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

std::string slug(std::string_view name) {
  std::string text = fold_name(name);
  std::replace(text.begin(), text.end(), ' ', '-');
  return text;
}

/// That at least one of the tellings is right, were they independent; never certainty.
double combined(std::vector<double> confidences) {
  std::sort(confidences.begin(), confidences.end());  // the sum must not hang on the order
  double wrong = 1;
  for (const double c : confidences) wrong *= 1 - std::clamp(c, 0.0, 1.0);
  const double most = confidences.empty() ? 0 : std::max(confidences.back(), 0.99);
  return std::round(std::min(1 - wrong, most) * 100) / 100;
}

std::vector<double> numbers(const Map& properties, std::string_view key) {
  const auto at = properties.find(key);
  if (at == properties.end() || !at->second.is_number()) return {};
  return {at->second.type() == Value::Type::floating ? at->second.floating()
                                                     : static_cast<double>(at->second.integer())};
}

Value sorted_list(std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  List list;
  for (std::string& text : texts) list.emplace_back(std::move(text));
  return Value(std::move(list));
}

/// An evidence string or a span, in the order of the text: "char=4,9" before "char=10,12".
class Place {
 public:
  explicit Place(std::string text) : text_(std::move(text)), document_size_(text_.rfind('#')) {
    if (document_size_ == std::string::npos) document_size_ = 0;
    const std::size_t at = text_.rfind("char="), comma = text_.find(',', at);
    if (at == std::string::npos || comma == std::string::npos) return;
    begin_ = std::strtoull(text_.c_str() + at + 5, nullptr, 10);
    end_ = std::strtoull(text_.c_str() + comma + 1, nullptr, 10);
  }
  const std::string& text() const { return text_; }
  bool operator<(const Place& other) const {
    return std::tuple(document(), begin_, end_, std::string_view(text_)) <
           std::tuple(other.document(), other.begin_, other.end_, std::string_view(other.text_));
  }

 private:
  std::string_view document() const { return std::string_view(text_).substr(0, document_size_); }

  std::string text_;
  std::size_t document_size_;
  std::uint64_t begin_ = 0, end_ = 0;
};
using Places = std::set<Place>;

Value list_of(const Places& places) {
  List list;
  for (const Place& place : places) list.emplace_back(place.text());
  return Value(std::move(list));
}

/// The value that most of the given ones are; of equals the least by its text.
template <class T>
T commonest(const std::map<T, std::size_t>& counts) {
  const T* best = nullptr;
  std::size_t most = 0;
  for (const auto& [value, count] : counts)
    if (count > most) best = &value, most = count;
  return best ? *best : T{};
}

class Folder {
 public:
  Folder(const Records& records, const Clusters& clusters) : records_(records), clusters_(clusters) {}

  Fragment run() {
    add_clusters();
    for (std::uint32_t f = 0; f < records_.order.size(); ++f) add_own_nodes(f);
    for (std::uint32_t f = 0; f < records_.order.size(); ++f)
      for (const FragmentRelationship& tie : records_.order[f]->relationships) gather(f, tie);
    add_ties();
    return std::move(graph_);
  }

 private:
  using RecordIndex = std::uint32_t;
  const FragmentNode& node(RecordIndex r) const {
    return records_.order[records_.all[r].fragment]->nodes[records_.all[r].node];
  }

  std::string unique_id(const std::string& wanted) {
    const std::uint32_t times = ++taken_[wanted];
    return times == 1 ? wanted : fmt::format("{}~{}", wanted, times);
  }

  // Nodes.

  void add_clusters() {
    std::map<RecordIndex, std::vector<RecordIndex>> members;  // by the first record: in document order
    for (RecordIndex r = 0; r < records_.all.size(); ++r) members[clusters_.find(r)].push_back(r);
    for (const auto& [first, cluster] : members) {
      FragmentNode made = merged(cluster);
      for (const RecordIndex r : cluster) id_of_[{records_.all[r].fragment, node(r).id}] = made.id;
      graph_.nodes.push_back(std::move(made));
    }
  }

  FragmentNode merged(const std::vector<RecordIndex>& cluster) {
    FragmentNode made;
    std::map<std::vector<std::string>, std::size_t> labels;
    for (const RecordIndex r : cluster) ++labels[node(r).labels];
    made.labels = commonest(labels);
    const RecordKind kind = records_.all[cluster.front()].kind;
    if (kind == RecordKind::event) {
      merge_event(cluster, made.properties);
    } else if (kind == RecordKind::other) {
      made.properties = node(cluster.front()).properties;
    } else {
      merge_names(cluster, made.properties);
      std::map<std::string, std::size_t> kinds;
      for (const RecordIndex r : cluster)
        if (!records_.all[r].place_kind.empty()) ++kinds[records_.all[r].place_kind];
      if (!kinds.empty()) made.properties["kind"] = Value(commonest(kinds));
    }
    made.id = node_id(made, cluster);
    return made;
  }

  std::string node_id(const FragmentNode& made, const std::vector<RecordIndex>& cluster) {
    const std::string label = made.labels.empty() ? "Node" : made.labels.front();
    std::string name = slug(text_of(made.properties, "name"));
    if (records_.all[cluster.front()].kind == RecordKind::event) {
      const std::string date = text_of(made.properties, "date");
      if (!date.empty()) name = date + "-" + name;
    }
    if (name.empty())
      name = fmt::format("{:016x}", hash_of(records_.documents[records_.all[cluster.front()].fragment]));
    return unique_id(label + "/" + name);
  }

  /// Of a place's or body's forms those that more than one document in twenty, and of four or more documents
  /// more than one, has: what one writer of many calls it is no name to go by. Acronyms alone are no choice.
  static std::map<std::string, std::uint32_t> usual_forms(const std::map<std::string, std::uint32_t>& forms,
                                                          std::size_t documents) {
    constexpr std::size_t few = 4, share = 20;
    const std::size_t needed = documents < few ? 1 : std::max<std::size_t>(2, documents / share);
    std::map<std::string, std::uint32_t> usual;
    for (const auto& [form, often] : forms)
      if (often >= needed) usual.emplace(form, often);
    const bool spelt =
        std::any_of(usual.begin(), usual.end(), [](const auto& form) { return !is_acronym(form.first); });
    return spelt ? usual : forms;
  }

  void merge_names(const std::vector<RecordIndex>& cluster, Map& properties) const {
    std::map<std::string, std::uint32_t> forms;
    for (const RecordIndex r : cluster) {
      if (!records_.all[r].name.empty()) ++forms[records_.all[r].name];
      for (const std::string& alias : records_.all[r].aliases)
        if (!alias.empty()) ++forms[alias];
    }
    if (forms.empty()) return;
    const bool person = records_.all[cluster.front()].kind == RecordKind::person;
    const std::string name = fullest_form(person ? forms : usual_forms(forms, cluster.size()), person);
    std::vector<std::string> aliases;
    for (const auto& [form, often] : forms)
      if (form != name) aliases.push_back(form);
    properties["name"] = Value(name);
    properties["aliases"] = sorted_list(std::move(aliases));
  }

  void merge_event(const std::vector<RecordIndex>& cluster, Map& properties) const {
    std::map<std::string, std::size_t> names, types, dates, modalities;
    Places evidence;
    std::vector<double> confidences;
    std::set<std::string> forms;
    bool named = false, asserted = false;
    for (const RecordIndex r : cluster) {
      const Map& own = node(r).properties;
      const auto flag = own.find("named");
      const bool own_named =
          flag != own.end() && flag->second.type() == Value::Type::boolean && flag->second.boolean();
      if (own_named && !named) names.clear();
      named = named || own_named;
      if (own_named || !named) ++names[records_.all[r].name];
      if (own_named) forms.insert(records_.all[r].name);
      forms.insert(records_.all[r].aliases.begin(), records_.all[r].aliases.end());
      count(types, text_of(own, "type"));
      count(dates, text_of(own, "date"));
      count(modalities, text_of(own, "modality"));
      asserted = asserted || text_of(own, "modality").empty();
      for (std::string& place : texts_of(own, "evidence")) evidence.emplace(std::move(place));
      for (const double c : numbers(own, "confidence")) confidences.push_back(c);
    }
    properties["name"] = Value(commonest(names));
    forms.erase(commonest(names));
    if (!forms.empty()) properties["aliases"] = sorted_list({forms.begin(), forms.end()});
    if (!types.empty()) properties["type"] = Value(commonest(types));
    if (!dates.empty()) properties["date"] = Value(commonest(dates));
    if (!asserted && !modalities.empty()) properties["modality"] = Value(commonest(modalities));
    properties["named"] = Value(named);
    properties["evidence"] = list_of(evidence);
    properties["confidence"] = Value(combined(std::move(confidences)));
  }
  static void count(std::map<std::string, std::size_t>& counts, const std::string& text) {
    if (!text.empty()) ++counts[text];
  }

  /// Documents and claims are each document's own.
  void add_own_nodes(std::uint32_t f) {
    const Fragment& fragment = *records_.order[f];
    for (std::size_t n = 0; n < fragment.nodes.size(); ++n) {
      if (records_.record_of_node[f][n] >= 0) continue;
      FragmentNode own = fragment.nodes[n];
      const bool document = has_label(own, "Document");
      own.id = unique_id(document ? "Document/" + records_.documents[f]
                                  : fmt::format("Claim/{}/{}", records_.documents[f], own.id));
      id_of_[{f, fragment.nodes[n].id}] = own.id;
      graph_.nodes.push_back(std::move(own));
    }
  }

  // Relationships.

  struct Tie {
    std::string type, start, end;
    Map fixed;  // what makes it another relationship: title, role, modality …
    Places spans, evidence;
    std::vector<double> confidences;
  };

  void gather(std::uint32_t f, const FragmentRelationship& own) {
    const std::string& start = id_of_.at({f, own.start});
    const std::string& end = id_of_.at({f, own.end});
    if (start == end) return;  // a thing is no part of itself, though two of its names were
    Map fixed;
    for (const auto& [key, value] : own.properties)
      if (key != "spans" && key != "evidence" && key != "confidence") fixed.emplace(key, value);
    std::string key = own.type + '\n' + start + '\n' + end;
    for (const auto& [name, value] : fixed)
      key += '\n' + name + '=' + (name == "title" ? fold_name(text_of(fixed, name)) : to_literal(value));
    Tie& tie = ties_.try_emplace(std::move(key), Tie{own.type, start, end, std::move(fixed), {}, {}, {}})
                   .first->second;
    for (std::string& span : texts_of(own.properties, "spans")) tie.spans.emplace(std::move(span));
    for (std::string& place : texts_of(own.properties, "evidence")) tie.evidence.emplace(std::move(place));
    for (const double c : numbers(own.properties, "confidence")) tie.confidences.push_back(c);
  }

  void add_ties() {
    for (auto& [key, tie] : ties_) {
      Map properties = std::move(tie.fixed);
      if (!tie.spans.empty()) properties["spans"] = list_of(tie.spans);
      if (!tie.evidence.empty()) properties["evidence"] = list_of(tie.evidence);
      if (!tie.confidences.empty()) properties["confidence"] = Value(combined(std::move(tie.confidences)));
      graph_.relationships.push_back({unique_id(fmt::format("r{:016x}", hash_of(key))), tie.type, tie.start,
                                      tie.end, std::move(properties)});
    }
  }

  const Records& records_;
  const Clusters& clusters_;
  Fragment graph_;
  std::map<std::pair<std::uint32_t, std::string>, std::string> id_of_;  // fragment and local id → id
  std::unordered_map<std::string, std::uint32_t> taken_;
  std::map<std::string, Tie> ties_;
};

}  // namespace

Fragment fold(const Records& records, const Clusters& clusters) {
  return Folder(records, clusters).run();
}

}  // namespace attest::extract
