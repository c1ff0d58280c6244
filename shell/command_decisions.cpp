// attest same, attest different, attest why: what the user knows better, and why the graph is as it is.
#include <fmt/format.h>

#include <attest/error.hpp>
#include <attest/extractor/build.hpp>
#include <attest/extractor/resolution.hpp>
#include <string>
#include <vector>

#include "commands.hpp"
#include "session.hpp"

namespace attest::shell {

int run(const DecideArguments& arguments) {
  if (arguments.a == arguments.b) throw UsageError(fmt::format("'{}' is the same name twice", arguments.a));
  require_file(arguments.file);
  Store store = Store::open(arguments.file, Store::Mode::write);
  store.decide({arguments.a, arguments.b, arguments.same});
  extract::refresh(store);
  fmt::print(stderr, "'{}' and '{}' are {} from now on\n", arguments.a, arguments.b,
             arguments.same ? "one thing" : "two things");
  return 0;
}

int run(const WhyArguments& arguments) {
  const Store store = Store::open(arguments.file, Store::Mode::read);
  std::vector<Fragment> fragments;
  for (const StoredFragment& stored : store.fragments())
    fragments.push_back(parse_fragment(stored.json, stored.name));
  const std::vector<Decision> decisions = store.decisions();
  for (const std::string& reason :
       extract::explain_resolution(fragments, decisions, arguments.a, arguments.b)) {
    fmt::print("{}\n", reason);
  }
  return 0;
}

}  // namespace attest::shell
