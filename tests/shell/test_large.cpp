// Documents far larger than any real one. Minutes of work, so run by name: test_shell '[large]'.
#include <catch2/catch.hpp>
#include <fstream>

#include "process.hpp"
#include "support.hpp"

using attest::test::Outcome;
using attest::test::run_attest;
using attest::test::TemporaryDirectory;

namespace {

/// Writes `piece` until the file has `size` bytes.
void write_repeated(const std::filesystem::path& path, const std::string& piece, std::size_t size) {
  std::ofstream out(path, std::ios::binary);
  for (std::size_t written = 0; written < size; written += piece.size()) out << piece;
}

void check_builds(const std::string& piece, std::size_t size) {
  const TemporaryDirectory folder;
  write_repeated(folder.path() / "large.txt", piece, size);
  const std::string file = folder.path() / "g.attest";
  const Outcome outcome = run_attest({"build", folder.path() / "large.txt", "-o", file});
  CHECK(outcome.status == 0);
  const Outcome found = run_attest(
      {"query", file, "MATCH (p:Person {name: 'Ada Lovelace'}) RETURN count(p) AS n", "-f", "csv"});
  CHECK(found.out == "n\r\n1\r\n");
}

}  // namespace

TEST_CASE("a text of 200 MB is read to its end", "[.large]") {
  check_builds(
      "Ada Lovelace lived in London. She wrote a long letter about the engine and its many wheels.\n\n",
      200'000'000);
}

TEST_CASE("a line of 50 MB is read to its end", "[.large]") {
  check_builds("Ada Lovelace lived in London. She wrote a long letter about the engine and its many wheels. ",
               50'000'000);
}
