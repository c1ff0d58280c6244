// Is the file sound: SQLite's pages, our checksums, and every place that evidence points at.
#include <map>

#include <fmt/format.h>

#include <attest/graph/error.hpp>
#include <attest/graph/store/derived.hpp>
#include <attest/graph/store/graph_codec.hpp>
#include <attest/graph/store/impl.hpp>

namespace attest::store {

namespace {

constexpr std::size_t most_findings = 100;

/// What has been found so far, and the lengths of the documents' texts in code points.
struct Report {
  std::vector<std::string> findings;
  std::map<std::string, std::uint64_t, std::less<>> lengths;

  void add(std::string finding) {
    if (findings.size() < most_findings) findings.push_back(std::move(finding));
  }
  /// Runs one check; what it throws is a finding.
  template <class Check>
  void attempt(Check&& check) {
    try {
      check();
    } catch (const Error& error) {
      add(error.what());
    }
  }
};

void check_pages(const Database& database, Report& report) {
  Statement select(database, "PRAGMA integrity_check(20)");
  while (select.step()) {
    if (select.text(0) != "ok") report.add(fmt::format("{}: {}", database.file(), select.text(0)));
  }
}

/// Spans of mentions ("char=1,2", in `own`) and evidence ("name#char=1,2") in one property.
void check_spans(const Value& value, std::string_view own, std::string_view where, Report& report) {
  if (value.type() != Value::Type::list) return;
  for (const Value& item : value.list()) {
    if (item.type() != Value::Type::string) continue;
    const std::string& text = item.string();
    const std::string full = text.starts_with("char=") ? fmt::format("{}#{}", own, text) : text;
    const auto evidence = parse_evidence(full);
    if (!evidence) {
      report.add(fmt::format("{}: \"{}\" is not a place in a document", where, text));
      continue;
    }
    const auto length = report.lengths.find(evidence->document);
    if (length == report.lengths.end()) {
      report.add(fmt::format("{}: \"{}\" names a document that is not in the file", where, text));
    } else if (evidence->end > length->second) {
      report.add(
          fmt::format("{}: \"{}\" lies beyond the document's {} characters", where, text, length->second));
    }
  }
}

void check_provenance(const Map& properties, std::string_view own, std::string_view where, Report& report) {
  for (const std::string_view key : {"evidence", "spans"}) {
    if (const auto found = properties.find(key); found != properties.end()) {
      check_spans(found->second, own, where, report);
    }
  }
}

void check_documents(const Database& database, Report& report) {
  std::vector<StoredFragment> fragments;
  for (const std::string& name : document_names(database)) {
    report.attempt([&] {
      auto found = document(database, name);
      report.lengths[name] = count_code_points(found->text);
      fragments.push_back({name, std::move(found->fragment)});
    });
  }
  for (const StoredFragment& fragment : fragments) {
    if (fragment.json.empty()) continue;
    report.attempt([&] {
      const Fragment parsed = parse_fragment(fragment.json, fragment.name);
      const std::string where = fmt::format("{}: fragment of \"{}\"", database.file(), fragment.name);
      for (const FragmentNode& node : parsed.nodes) {
        check_provenance(node.properties, fragment.name, where, report);
      }
      for (const FragmentRelationship& r : parsed.relationships) {
        check_provenance(r.properties, fragment.name, where, report);
      }
    });
  }
}

std::string name_of(const Graph& graph, NodeId node) {
  const auto key = graph.keys().find("name");
  const Value name = key ? graph.property(node, *key) : Value();
  return name.type() == Value::Type::string ? name.string() : std::string();
}

void check_graph(const Database& database, Report& report) {
  Graph graph = GraphCodec::load(database);
  replay_journal(database, graph);
  (void)load_identity(database);
  (void)load_edits(database);
  const auto evidence = graph.keys().find("evidence");
  const auto spans = graph.keys().find("spans");
  if (report.lengths.empty()) return;  // a graph that was imported, not read from documents
  graph.nodes().for_each([&](std::uint32_t id) {
    if (!evidence) return;
    const Value value = graph.property(NodeId{id}, *evidence);
    check_spans(value, {}, fmt::format("{}: node {}", database.file(), id), report);
  });
  graph.relationships().for_each([&](std::uint32_t id) {
    const RelationshipId r{id};
    const std::string where = fmt::format("{}: relationship {}", database.file(), id);
    if (evidence) check_spans(graph.property(r, *evidence), {}, where, report);
    if (spans) check_spans(graph.property(r, *spans), name_of(graph, graph.end_of(r)), where, report);
  });
}

}  // namespace

std::vector<std::string> verify(const Database& database) {
  Report report;
  report.attempt([&] { check_pages(database, report); });
  report.attempt([&] { check_documents(database, report); });
  report.attempt([&] { (void)decisions(database); });
  report.attempt([&] { check_graph(database, report); });
  return std::move(report.findings);
}

}  // namespace attest::store
