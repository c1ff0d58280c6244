// The tables of a graph file; docs/file-format.md tells them to the world.
#pragma once

#include <attest/graph/store/sqlite.hpp>

namespace attest::store {

/// Makes the tables where the file is new. Throws StoreError where it is a database of another program, or of
/// a newer Attest.
void prepare_for_writing(const Database& database);
void check_for_reading(const Database& database);

/// Counters of the table `meta`.
std::int64_t counter(const Database& database, std::string_view name);
void set_counter(const Database& database, std::string_view name, std::int64_t value);

/// Says that documents or decisions have changed: what is derived from them is out of date.
void touch_content(const Database& database);

}  // namespace attest::store
