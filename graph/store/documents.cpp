// Documents and decisions: rows that carry a checksum of all their fields.
#include <fmt/format.h>

#include <attest/graph/error.hpp>
#include <attest/graph/store/impl.hpp>
#include <attest/graph/store/schema.hpp>
#include <attest/graph/store/segments.hpp>

namespace attest::store {

namespace {

std::uint32_t checksum_of(std::initializer_list<std::string_view> fields) {
  std::uint32_t sum = 0;
  for (const std::string_view field : fields) {
    const std::string length = std::to_string(field.size()) + ":";
    sum = checksum(field, checksum(std::string_view(length), sum));
  }
  return sum;
}

std::uint32_t checksum_of(const StoredDocument& d) {
  return checksum_of({d.name, d.path, d.sha256, d.report, d.fragment, d.text});
}

std::uint32_t checksum_of(const Decision& d) {
  return checksum_of({d.a, d.b, d.same ? "same" : "different"});
}

}  // namespace

std::vector<std::string> document_names(const Database& database) {
  std::vector<std::string> names;
  Statement select(database, "SELECT name FROM documents ORDER BY name");
  while (select.step()) names.emplace_back(select.text(0));
  return names;
}

std::optional<StoredDocument> document(const Database& database, std::string_view name) {
  Statement select(
      database, "SELECT name, path, sha256, report, fragment, text, checksum FROM documents WHERE name = ?");
  if (!select.bind(name).step()) return std::nullopt;
  StoredDocument found;
  found.name = select.text(0);
  found.path = select.text(1);
  found.sha256 = select.text(2);
  found.report = select.text(3);
  found.fragment = select.text(4);
  found.text = select.text(5);
  if (checksum_of(found) != select.integer(6)) {
    throw StoreError(
        fmt::format("{}: is damaged: document \"{}\" does not match its checksum; remove it and "
                    "build it again from its source",
                    database.file(), name));
  }
  return found;
}

std::optional<std::string> first_text(const Database& database, const char* query,
                                      std::string_view argument) {
  Statement select(database, query);
  if (!select.bind(argument).step()) return std::nullopt;
  return std::string(select.text(0));
}

std::vector<StoredFragment> fragments(const Database& database) {
  std::vector<StoredFragment> out;
  for (const std::string& name : document_names(database)) {
    // The whole row is read for its checksum's sake: facts that a disk has altered must not get into the
    // graph.
    if (auto found = document(database, name)) out.push_back({name, std::move(found->fragment)});
  }
  return out;
}

bool remove_document(const Database& database, std::string_view name) {
  Statement select(database, "SELECT id, text FROM documents WHERE name = ?");
  if (!select.bind(name).step()) return false;
  // The index keeps no text of its own: to forget a document it must be told the old one.
  Statement(database, "INSERT INTO document_text(document_text, rowid, text) VALUES('delete', ?, ?)")
      .bind(select.integer(0))
      .bind(select.text(1))
      .run();
  Statement(database, "DELETE FROM documents WHERE id = ?").bind(select.integer(0)).run();
  return true;
}

void put_document(const Database& database, const StoredDocument& d) {
  remove_document(database, d.name);
  Statement insert(database,
                   "INSERT INTO documents(name, path, sha256, report, fragment, text, checksum) "
                   "VALUES(?, ?, ?, ?, ?, ?, ?)");
  insert.bind(d.name).bind(d.path).bind(d.sha256).bind(d.report).bind(d.fragment).bind(d.text);
  insert.bind(std::int64_t{checksum_of(d)}).run();
  Statement(database, "INSERT INTO document_text(rowid, text) VALUES(?, ?)")
      .bind(database.last_row())
      .bind(d.text)
      .run();
}

std::vector<Decision> decisions(const Database& database) {
  std::vector<Decision> out;
  Statement select(database, "SELECT a, b, same, checksum FROM decisions ORDER BY id");
  while (select.step()) {
    Decision decision{std::string(select.text(0)), std::string(select.text(1)), select.integer(2) != 0};
    if (checksum_of(decision) != select.integer(3)) {
      throw StoreError(
          fmt::format("{}: is damaged: the decision on \"{}\" and \"{}\" does not match its checksum",
                      database.file(), decision.a, decision.b));
    }
    out.push_back(std::move(decision));
  }
  return out;
}

void decide(const Database& database, const Decision& d) {
  Statement remove(database, "DELETE FROM decisions WHERE (a = ? AND b = ?) OR (b = ? AND a = ?)");
  remove.bind(d.a).bind(d.b).bind(d.a).bind(d.b).run();
  Statement insert(database, "INSERT INTO decisions(a, b, same, checksum) VALUES(?, ?, ?, ?)");
  insert.bind(d.a).bind(d.b).bind(std::int64_t{d.same}).bind(std::int64_t{checksum_of(d)}).run();
}

}  // namespace attest::store
