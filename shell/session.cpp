#include "session.hpp"

#include <attest/parser/parse.hpp>
#include <attest/parser/writes.hpp>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace attest::shell {

Session::Session(std::string name, Store opened, Store::Mode opened_for)
    : file(std::move(name)),
      store(std::move(opened)),
      mode(opened_for),
      graph(store.load_graph()),
      engine(graph, &store) {}

std::unique_ptr<Session> open_session(const std::string& file, Store::Mode mode) {
  if (file == ":memory:") mode = Store::Mode::write;
  return std::make_unique<Session>(file, Store::open(file, mode), mode);
}

void require_file(const std::string& file) {
  if (file != ":memory:" && !std::filesystem::exists(file)) throw StoreError(file + ": no such file");
}

std::unique_ptr<Session> open_session_for(const std::string& file, std::string_view script) {
  bool writing = false;
  try {
    const auto statements = split_script(script);
    writing = std::any_of(statements.begin(), statements.end(),
                          [](const auto& statement) { return writes(parse(statement.text)); });
  } catch (const QueryError&) {
    // The engine will say what is wrong, with its place.
  }
  return open_session(file, writing ? Store::Mode::write : Store::Mode::read);
}

}  // namespace attest::shell
