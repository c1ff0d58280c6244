// Any bytes are a statement or a clear error that points into them.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <attest/parser/parse.hpp>

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    attest::ast::Statement tree = attest::parse(text);
    require(!tree.query.first.clauses.empty());
  } catch (const attest::QueryError& error) {
    require(error.type() == "SyntaxError" && error.line() >= 1 && error.column() >= 1);
    require(!attest::render_error(error, text).empty());
  }
  for (const attest::ScriptStatement& statement : attest::split_script(text))
    require(!statement.text.empty() && statement.begin.offset < size);
  attest::is_incomplete(text);
  return 0;
}
