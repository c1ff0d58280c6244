#include "fragment_checks.hpp"

#include <fmt/format.h>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include <attest/extractor/document.hpp>

namespace attest::test {
namespace {

constexpr std::string_view named = "Person Place Organization";

struct Ends {
  std::string_view from, to;
};

const std::map<std::string_view, Ends>& ends_of_types() {
  static const std::map<std::string_view, Ends> ends = {
      {"HOLDS_POSITION", {"Person", "Organization Place"}},
      {"MEMBER_OF", {named, "Organization"}},
      {"PART_OF", {"Organization Event Place", "Organization Place Event"}},
      {"LOCATED_IN", {"Place Organization Event", "Place"}},
      {"BORN_IN", {"Person", "Place"}},
      {"LIVES_IN", {"Person", "Place"}},
      {"CITIZEN_OF", {"Person", "Place"}},
      {"SPOUSE_OF", {"Person", "Person"}},
      {"PARENT_OF", {"Person", "Person"}},
      {"SIBLING_OF", {"Person", "Person"}},
      {"RELATIVE_OF", {"Person", "Person"}},
      {"FOUNDED", {named, "Organization"}},
      {"PARTICIPATED_IN", {named, "Event"}},
      {"MADE_BY", {"Claim", named}},
      {"ABOUT", {"Claim", "Person Place Organization Event"}},
      {"STATED_IN", {"Claim", "Document"}},
      {"MENTIONED_IN", {"Person Place Organization Event", "Document"}}};
  return ends;
}

bool lists(std::string_view words, std::string_view word) {
  const std::size_t at = words.find(word);
  return at != std::string_view::npos && !word.empty();
}

class Checker {
 public:
  Checker(const Fragment& fragment, std::string_view text)
      : fragment_(fragment),
        text_(text),
        points_(text),
        length_(points_.at(static_cast<std::uint32_t>(text.size()))) {}

  std::vector<std::string> run() {
    for (const FragmentNode& node : fragment_.nodes) check(node);
    for (const FragmentRelationship& relationship : fragment_.relationships) check(relationship);
    if (documents_ != 1) fault("{} Document nodes", documents_);
    for (const auto& [id, label] : labels_)
      if (label == "Claim" && speakers_[id] != 1) fault("{} has {} speakers", id, speakers_[id]);
    return std::move(faults_);
  }

 private:
  template <class... Arguments>
  void fault(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    faults_.push_back(fmt::format(format, std::forward<Arguments>(arguments)...));
  }

  void check(const FragmentNode& node) {
    const std::string label = node.labels.size() == 1 ? node.labels[0] : "";
    if (!lists("Person Place Organization Event Claim Document", label))
      fault("{}: label '{}'", node.id, label);
    if (!labels_.emplace(node.id, label).second) fault("{}: a second node of that id", node.id);
    documents_ += label == "Document";
    if (label == "Document") document_ = string_of(node.properties, "name");
    if (string_of(node.properties, label == "Claim" ? "text" : "name").empty())
      fault("{}: no name or text", node.id);
    check(node.id, node.properties);
    if (label == "Claim") check_claim(node);
  }

  void check_claim(const FragmentNode& node) {
    const auto evidence = node.properties.find("evidence");
    if (evidence == node.properties.end() || evidence->second.list().size() != 1)
      return fault("{}: not one place of evidence", node.id);
    const auto place = place_of(evidence->second.list()[0].string());
    if (place && slice(place->first, place->second) != string_of(node.properties, "text"))
      fault("{}: its text is not what stands at its place", node.id);
  }

  void check(const FragmentRelationship& relationship) {
    if (!ids_.insert(relationship.id).second) fault("{}: a second relationship of that id", relationship.id);
    const auto ends = ends_of_types().find(relationship.type);
    if (ends == ends_of_types().end()) return fault("{}: type '{}'", relationship.id, relationship.type);
    const std::string &from = labels_[relationship.start], &to = labels_[relationship.end];
    if (!lists(ends->second.from, from) || !lists(ends->second.to, to))
      fault("{}: {} from '{}' to '{}'", relationship.id, relationship.type, from, to);
    speakers_[relationship.start] += relationship.type == "MADE_BY";
    check(relationship.id, relationship.properties);
  }

  void check(const std::string& id, const Map& properties) {
    if (const auto found = properties.find("confidence"); found != properties.end()) {
      const double confidence = found->second.floating();
      if (!(confidence >= 0 && confidence <= 1)) fault("{}: confidence {}", id, confidence);
    }
    for (const char* key : {"spans", "evidence"}) {
      const auto found = properties.find(key);
      if (found == properties.end()) continue;
      if (found->second.list().empty()) fault("{}: no {}", id, key);
      for (const Value& place : found->second.list()) check_place(id, place.string(), key);
    }
  }

  void check_place(const std::string& id, const std::string& place, std::string_view key) {
    const auto range = place_of(place);
    if (!range || range->first >= range->second || range->second > length_)
      fault("{}: {} '{}' in a text of {} characters", id, key, place, length_);
    if (key == "evidence" && !place.starts_with(document_ + "#char=")) fault("{}: evidence '{}'", id, place);
  }

  // "a.txt#char=10,24", "char=10,24"
  static std::optional<std::pair<std::uint32_t, std::uint32_t>> place_of(std::string_view place) {
    const std::size_t mark = place.rfind("char=");
    if (mark == std::string_view::npos) return std::nullopt;
    const char* end = place.data() + place.size();
    std::uint32_t from = 0, to = 0;
    const auto first = std::from_chars(place.data() + mark + 5, end, from);
    if (first.ec != std::errc() || first.ptr == end || *first.ptr != ',') return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, to);
    if (second.ec != std::errc() || second.ptr != end) return std::nullopt;
    return std::pair(from, to);
  }

  std::string slice(std::uint32_t from, std::uint32_t to) const {
    std::string piece;
    std::uint32_t point = 0;
    for (std::size_t at = 0; at < text_.size() && point <= to; ++at) {
      point += (static_cast<unsigned char>(text_[at]) & 0xC0) != 0x80;
      if (point > from && point <= to) piece += text_[at];
    }
    return piece;
  }

  static std::string string_of(const Map& properties, std::string_view key) {
    const auto found = properties.find(key);
    const bool is_text = found != properties.end() && found->second.type() == Value::Type::string;
    return is_text ? found->second.string() : "";
  }

  const Fragment& fragment_;
  std::string_view text_;
  extract::CodePoints points_;
  std::uint32_t length_;
  std::size_t documents_ = 0;
  std::string document_;
  std::map<std::string, std::string> labels_;
  std::map<std::string, int> speakers_;
  std::set<std::string> ids_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults_of(const Fragment& fragment, std::string_view text) {
  std::vector<std::string> faults = Checker(fragment, text).run();
  try {
    const std::string json = to_json(fragment);
    if (to_json(parse_fragment(json)) != json)
      faults.push_back("its JSON form reads back as another fragment");
  } catch (const std::exception& error) {
    faults.push_back(std::string("its JSON form does not read back: ") + error.what());
  }
  return faults;
}

}  // namespace attest::test
