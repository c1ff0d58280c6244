// An open graph file: the store, its graph in memory, and the engine over both.
#pragma once

#include <memory>
#include <string>

#include <attest/graph/graph.hpp>
#include <attest/graph/store.hpp>
#include <attest/query/query.hpp>

namespace attest::shell {

struct Session {
  Session(std::string name, Store opened, Store::Mode opened_for);

  std::string file;
  Store store;
  Store::Mode mode;
  Graph graph;
  Engine engine;
};

/// Opens FILE and loads its graph. Mode::read never locks out a build; Mode::write creates the file where
/// there is none.
std::unique_ptr<Session> open_session(const std::string& file, Store::Mode mode);

/// Opens FILE for writing only if one of the script's statements writes, so that a question can be asked
/// while a build runs and of a file that may not be written. A script that does not parse opens for reading.
std::unique_ptr<Session> open_session_for(const std::string& file, std::string_view script);

/// Throws StoreError where there is no such file, for commands that change a graph and make none.
void require_file(const std::string& file);

}  // namespace attest::shell
