#include "document_report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace attest::extract {
namespace {

std::string_view outcome_name(DocumentReport::Outcome outcome) {
  switch (outcome) {
    case DocumentReport::Outcome::read:
      return "read";
    case DocumentReport::Outcome::unchanged:
      return "unchanged";
    case DocumentReport::Outcome::skipped:
      return "skipped";
    case DocumentReport::Outcome::failed:
      return "failed";
  }
  return "";
}

void count_nodes(const Fragment& fragment, DocumentReport& report) {
  for (const FragmentNode& node : fragment.nodes) {
    const auto has = [&](std::string_view label) {
      return std::find(node.labels.begin(), node.labels.end(), label) != node.labels.end();
    };
    report.entities += has("Person") || has("Place") || has("Organization");
    report.events += has("Event");
    report.claims += has("Claim");
  }
}

void count_relationships(const Fragment& fragment, DocumentReport& report) {
  constexpr std::array<std::string_view, 4> of_claims_and_events = {"MADE_BY", "ABOUT", "STATED_IN",
                                                                    "PARTICIPATED_IN"};
  for (const FragmentRelationship& relationship : fragment.relationships) {
    if (relationship.type == "MENTIONED_IN") {
      const auto spans = relationship.properties.find("spans");
      if (spans != relationship.properties.end()) report.mentions += spans->second.list().size();
    } else if (std::find(of_claims_and_events.begin(), of_claims_and_events.end(), relationship.type) ==
               of_claims_and_events.end()) {
      ++report.relations;
    }
  }
}

}  // namespace

std::string_view block_kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return "heading";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::list_item:
      return "list_item";
    case BlockKind::quotation:
      return "quotation";
    case BlockKind::table:
      return "table";
    case BlockKind::abbreviations:
      return "abbreviations";
    case BlockKind::footnote:
      return "footnote";
    case BlockKind::running_head:
      return "running_head";
    case BlockKind::furniture:
      return "furniture";
    case BlockKind::code:
      return "code";
  }
  return "";
}

bool is_set_aside(BlockKind kind) {
  switch (kind) {
    case BlockKind::table:
    case BlockKind::footnote:
    case BlockKind::running_head:
    case BlockKind::furniture:
    case BlockKind::code:
      return true;
    default:
      return false;
  }
}

namespace {

/// A document of which next to nothing is running text may have been misread.
void warn_of_little_text(DocumentReport& report) {
  std::uint64_t aside = 0;
  std::string kinds;
  for (const auto& [kind, characters] : report.set_aside) {
    aside += characters;
    kinds += (kinds.empty() ? "" : ", ") + kind;
  }
  if (aside == 0 || aside * 10 < report.characters * 9) return;
  report.warnings.push_back("next to no running text: " + std::to_string(aside) + " of " +
                            std::to_string(report.characters) + " characters set aside (" + kinds + ")");
}

}  // namespace

DocumentReport make_report(const Document& document, const Fragment& fragment, std::uint64_t bytes) {
  DocumentReport report;
  report.name = document.name;
  report.path = document.path;
  report.warnings = document.warnings;
  report.bytes = bytes;
  const CodePoints places(document.text);
  report.characters = places.at(static_cast<std::uint32_t>(document.text.size()));
  for (const Block& block : document.blocks) {
    if (!is_set_aside(block.kind)) continue;
    report.set_aside[std::string(block_kind_name(block.kind))] +=
        places.at(block.span.end) - places.at(block.span.begin);
  }
  warn_of_little_text(report);
  count_nodes(fragment, report);
  count_relationships(fragment, report);
  return report;
}

std::string to_json(const DocumentReport& report) {
  nlohmann::ordered_json json = {
      {"name", report.name}, {"path", report.path}, {"outcome", outcome_name(report.outcome)}};
  if (!report.message.empty()) json["message"] = report.message;
  if (!report.warnings.empty()) json["warnings"] = report.warnings;
  if (report.outcome == DocumentReport::Outcome::read) {
    json["bytes"] = report.bytes;
    json["characters"] = report.characters;
    json["set_aside"] = report.set_aside;
    json["mentions"] = report.mentions;
    json["entities"] = report.entities;
    json["relations"] = report.relations;
    json["events"] = report.events;
    json["claims"] = report.claims;
  }
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace attest::extract
