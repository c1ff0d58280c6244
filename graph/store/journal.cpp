// Statements' changes since the graph was last saved whole.
#include <fmt/format.h>

#include <attest/graph/error.hpp>
#include <attest/graph/store/impl.hpp>
#include <attest/graph/store/segments.hpp>
#include <attest/graph/store/value_codec.hpp>

namespace attest::store {

void append_journal(const Database& database, std::span<const char> entry) {
  Statement insert(database, "INSERT INTO journal(checksum, data) VALUES(?, ?)");
  insert.bind(std::int64_t{checksum(entry)}).bind_blob(entry).run();
}

std::int64_t journal_size(const Database& database) {
  return database.integer("SELECT coalesce(sum(length(data)), 0) FROM journal");
}

void for_each_entry(const Database& database, const std::function<void(std::span<const char>)>& take) {
  Statement select(database, "SELECT id, checksum, data FROM journal ORDER BY id");
  while (select.step()) {
    const std::span<const char> entry = select.blob(2);
    if (checksum(entry) != select.integer(1)) {
      throw StoreError(fmt::format("{}: is damaged: entry {} of the journal does not match its checksum",
                                   database.file(), select.integer(0)));
    }
    take(entry);
  }
}

void replay_journal(const Database& database, Graph& graph) {
  for_each_entry(database, [&](std::span<const char> entry) {
    for (const Change& change : decode_changes(entry, graph)) graph.redo(change);
  });
}

}  // namespace attest::store
