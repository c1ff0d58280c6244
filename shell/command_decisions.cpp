// attest same, attest different, attest why: what the user knows better, and why the graph is as it is.
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <attest/error.hpp>
#include <attest/extractor/build.hpp>
#include <attest/extractor/resolution.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "commands.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace attest::shell {
namespace {

std::vector<Fragment> fragments_of(const Store& store) {
  std::vector<Fragment> fragments;
  for (const StoredFragment& stored : store.fragments())
    fragments.push_back(parse_fragment(stored.json, stored.name));
  return fragments;
}

/// A decision may come before its documents; more often an unknown name is misspelled.
void warn_of_unknown_names(const Store& store, const DecideArguments& arguments) {
  const std::array<std::string_view, 2> names{arguments.a, arguments.b};
  const std::string label = styled("warning", Style::yellow, takes_colours(STDERR_FILENO));
  for (const std::string& unknown : extract::unknown_names(fragments_of(store), names))
    fmt::print(stderr, "{}: {}: {}{} The decision waits for a document that does.\n", label, arguments.file,
               unknown, unknown.ends_with('?') ? "" : ".");
}

}  // namespace

int run(const DecideArguments& arguments) {
  if (arguments.a == arguments.b) throw UsageError(fmt::format("'{}' is the same name twice", arguments.a));
  require_file(arguments.file);
  Store store = Store::open(arguments.file, Store::Mode::write);
  store.decide({arguments.a, arguments.b, arguments.same});
  extract::refresh(store);
  warn_of_unknown_names(store, arguments);
  fmt::print(stderr, "'{}' and '{}' are {} from now on\n", arguments.a, arguments.b,
             arguments.same ? "one thing" : "two things");
  return 0;
}

int run(const WhyArguments& arguments) {
  const Store store = Store::open(arguments.file, Store::Mode::read);
  const std::vector<Decision> decisions = store.decisions();
  for (const std::string& reason :
       extract::explain_resolution(fragments_of(store), decisions, arguments.a, arguments.b)) {
    fmt::print("{}\n", reason);
  }
  return 0;
}

}  // namespace attest::shell
