// The command line: what each command takes, prints and returns.
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "process.hpp"
#include "support.hpp"

using attest::test::Outcome;
using attest::test::run_attest;
using attest::test::TemporaryDirectory;
using Catch::Matchers::Contains;

namespace {

void write_file(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const char* const two_people =
    "CREATE (:Person {name: 'Ada', born: 1815})-[:KNOWS {since: 1833}]->(:Person {name: 'Charles', born: "
    "1791});";

}  // namespace

TEST_CASE("wrong usage ends with status 2 and says what is wrong") {
  SECTION("no command") {
    CHECK(run_attest({}).status == 2);
  }
  SECTION("an unknown command") {
    const Outcome outcome = run_attest({"dance"});
    CHECK(outcome.status == 2);
    CHECK_THAT(outcome.err, Contains("attest: there is no command 'dance'; the commands are build,"));
  }
  SECTION("an option that is none, a number that is none") {
    CHECK_THAT(run_attest({"--hlp"}).err, Contains("there is no option '--hlp'"));
    CHECK_THAT(run_attest({"stats", "--frmat", "x"}).err,
               Contains("--frmat") && Contains("'attest stats --help'"));
    CHECK_THAT(run_attest({"build", ".", "-o", "x", "-j", "many"}).err,
               Contains("--threads takes a number, not 'many'"));
    CHECK(run_attest({"query", ":memory:", "RETURN 1", "--timeout", "-1"}).status == 2);
  }
  SECTION("a change to a graph that is not there") {
    for (const char* command : {"remove", "same", "different"}) {
      const Outcome outcome = run_attest({command, "nowhere.attest", "A", "B"});
      CHECK(outcome.status == 1);
      CHECK_THAT(outcome.err, Contains("nowhere.attest: no such file"));
      CHECK(!std::filesystem::exists("nowhere.attest"));
    }
    CHECK(run_attest({"same", "nowhere.attest", "A", "A"}).status == 2);
  }
  SECTION("an unknown output format") {
    const Outcome outcome = run_attest({"query", ":memory:", "RETURN 1", "--format", "xml"});
    CHECK(outcome.status == 2);
    CHECK_THAT(outcome.err, Contains("xml"));
  }
  SECTION("build without documents") {
    const TemporaryDirectory folder;
    const Outcome outcome = run_attest({"build", "-o", folder.path() / "g.attest"});
    CHECK(outcome.status == 2);
    CHECK_THAT(outcome.err, Contains("--text"));
  }
  SECTION("help and version are no errors") {
    CHECK(run_attest({"--help"}).status == 0);
    CHECK_THAT(run_attest({"--version"}).out, Contains("attest 0."));
  }
}

TEST_CASE("query answers on standard output") {
  SECTION("as JSON in the documented shape") {
    const Outcome outcome =
        run_attest({"query", ":memory:", "RETURN 1 AS one, 'a' AS a, [1.5, null] AS l", "--format", "json"});
    REQUIRE(outcome.status == 0);
    const auto json = nlohmann::json::parse(outcome.out);
    CHECK(json["columns"] == nlohmann::json::parse(R"(["one", "a", "l"])"));
    CHECK(json["rows"] == nlohmann::json::parse(R"([[1, "a", [1.5, null]]])"));
    CHECK(json["stats"]["nodes_created"] == 0);
    CHECK(json["plan"].is_null());
  }
  SECTION("as JSON lines: columns, then rows") {
    CHECK(run_attest({"query", ":memory:", "UNWIND [1, 2] AS x RETURN x", "--format", "jsonl"}).out ==
          "[\"x\"]\n[1]\n[2]\n");
  }
  SECTION("as CSV") {
    CHECK(run_attest({"query", ":memory:", "RETURN 'a,b' AS x, 2 AS y", "--format", "csv"}).out ==
          "x,y\r\n\"a,b\",2\r\n");
  }
  SECTION("as a table") {
    CHECK_THAT(run_attest({"query", ":memory:", "RETURN 'Ada' AS name"}).out, Contains("│ Ada  │"));
  }
  SECTION("with parameters: JSON values, or else strings") {
    const Outcome outcome = run_attest({"query", ":memory:", "RETURN $n + 1 AS n, $s AS s", "-p", "n=41",
                                        "-p", "s=plain text", "-f", "csv"});
    CHECK(outcome.out == "n,s\r\n42,plain text\r\n");
  }
}

TEST_CASE("a statement that fails ends with status 1 and marks the place") {
  SECTION("for people on standard error") {
    const Outcome outcome = run_attest({"query", ":memory:", "MATCH (n) RETURN m"});
    CHECK(outcome.status == 1);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.err, Contains("line 1, column 18") && Contains("^"));
  }
  SECTION("for programs as JSON") {
    const Outcome outcome = run_attest({"query", ":memory:", "MATCH (n) RETURN m", "--format", "json"});
    CHECK(outcome.status == 1);
    const auto json = nlohmann::json::parse(outcome.out);
    CHECK(json["error"]["type"] == "SyntaxError");
    CHECK(json["error"]["detail"] == "UndefinedVariable");
    CHECK(json["error"]["column"] == 18);
  }
}

TEST_CASE("statements that write are kept in the file") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "g.attest";
  REQUIRE(run_attest({"query", file, two_people}).status == 0);
  SECTION("and read by the next command") {
    const Outcome outcome =
        run_attest({"query", file, "MATCH (a)-[k:KNOWS]->(b) RETURN a.name, k.since, b.name", "-f", "csv"});
    CHECK(outcome.out == "a.name,k.since,b.name\r\nAda,1833,Charles\r\n");
  }
  SECTION("a script on standard input runs statement by statement, to the first that fails") {
    const Outcome outcome =
        run_attest({"query", file, "-f", "csv"},
                   "MATCH (n) SET n.seen = true; RETURN 1 AS x;\nRETURN y; RETURN 2 AS x;");
    CHECK(outcome.status == 1);
    CHECK_THAT(outcome.out, Contains("x\r\n1"));
    CHECK_THAT(outcome.out, !Contains("2"));
    CHECK(run_attest({"query", file, "MATCH (n) WHERE n.seen RETURN count(*) AS n", "-f", "csv"}).out ==
          "n\r\n2\r\n");
  }
  SECTION("stats counts them, verify finds nothing wrong") {
    const auto stats = nlohmann::json::parse(run_attest({"stats", file, "--format", "json"}).out);
    CHECK(stats["nodes"] == 2);
    CHECK(stats["labels"]["Person"] == 2);
    CHECK(stats["types"]["KNOWS"] == 1);
    CHECK(run_attest({"verify", file}).status == 0);
  }
  SECTION("a question is answered of a file that may not be written") {
    std::filesystem::permissions(file, std::filesystem::perms::owner_read);
    CHECK(run_attest({"query", file, "MATCH (n) RETURN count(*) AS n", "-f", "csv"}).out == "n\r\n2\r\n");
  }
}

TEST_CASE("a file that is no graph is told so") {
  const TemporaryDirectory folder;
  const std::filesystem::path file = folder.path() / "notes.txt";
  write_file(file, "not a database, just a text that is long enough to be looked at\n");
  for (const char* command : {"stats", "verify"}) {
    const Outcome outcome = run_attest({command, file});
    CHECK(outcome.status == 1);
    CHECK_THAT(outcome.err, Contains("notes.txt"));
  }
  CHECK(run_attest({"stats", folder.path() / "missing.attest"}).status == 1);
}

TEST_CASE("build, ask, remove: a small folder of documents") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "g.attest";
  const std::filesystem::path documents = attest::test::source_dir() / "examples" / "documents";
  REQUIRE(run_attest({"build", documents, "-o", file}).status == 0);
  const auto count = [&](const std::string& pattern) {
    return run_attest({"query", file, "MATCH " + pattern + " RETURN count(*) AS n", "-f", "csv"}).out;
  };
  SECTION("every document is there, with people and claims") {
    CHECK(count("(:Document)") == "n\r\n7\r\n");
    CHECK(count("(:Person {name: 'William T. Sampson'})") == "n\r\n1\r\n");
    CHECK(count("(c:Claim)-[:MADE_BY]->(:Person)") != "n\r\n0\r\n");
  }
  SECTION("building again reads nothing and changes no byte of the answers") {
    const std::string before = run_attest({"export", file, "--format", "json"}).out;
    CHECK_THAT(run_attest({"build", documents, "-o", file}).err, Contains("7 unchanged"));
    CHECK(run_attest({"export", file, "--format", "json"}).out == before);
  }
  SECTION("the graph is the same whatever the threads and the order of the files") {
    const std::string other = folder.path() / "other.attest";
    std::vector<std::string> words = {"build", "-j", "1", "-o", other};
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(documents)) paths.push_back(entry.path());
    std::sort(paths.rbegin(), paths.rend());
    words.insert(words.end(), paths.begin(), paths.end());
    REQUIRE(run_attest(words).status == 0);
    CHECK(run_attest({"export", other, "--format", "json"}).out ==
          run_attest({"export", file, "--format", "json"}).out);
  }
  SECTION("remove takes a document's facts away") {
    REQUIRE(run_attest({"remove", file, "sigsbee-biography.txt"}).status == 0);
    CHECK(count("(:Document)") == "n\r\n6\r\n");
    CHECK(count("(:Person {name: 'Eliza Rogers Lockwood'})") == "n\r\n0\r\n");
    CHECK(run_attest({"remove", file, "sigsbee-biography.txt"}).status == 2);
  }
  SECTION("fragments spread over processes fold to the same graph") {
    const std::string fragments = run_attest({"extract", documents}).out;
    const std::string loaded = folder.path() / "loaded.attest";
    REQUIRE(run_attest({"load", loaded}, fragments).status == 0);
    CHECK(run_attest({"export", loaded, "--format", "json"}).out ==
          run_attest({"export", file, "--format", "json"}).out);
  }
  SECTION("a damaged line of fragments is refused with its place, and nothing is loaded") {
    const std::string loaded = folder.path() / "loaded.attest";
    const Outcome outcome = run_attest({"load", loaded}, "{\"nodes\": [}\n");
    CHECK(outcome.status == 1);
    CHECK_THAT(outcome.err, Contains("standard input") && Contains("1"));
  }
}

TEST_CASE("the sentences behind a row stand in context, with the words that attest it marked") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "g.attest";
  const std::string text =
      "It rained on Monday. Ada Lovelace was born in London in 1815. She wrote of engines.\n";
  REQUIRE(run_attest({"build", "--text", "note.txt", "-q", "-o", file}, text).status == 0);
  const Outcome outcome =
      run_attest({"shell", file}, "MATCH (p:Person {name: 'Ada Lovelace'}) RETURN p;\n:why 1\n");
  CHECK_THAT(outcome.out, Contains("    [Ada Lovelace] was born in London in 1815.\n"));
  CHECK_THAT(outcome.out, Contains("note.txt#char=21,33"));
}

TEST_CASE("the words of other shells work in this one") {
  const Outcome outcome =
      run_attest({"shell", ":memory:"}, "help\nRETURN 1 AS one;\nexit\nRETURN 2 AS two;\n");
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Contains(":export FILE") && Contains("one") && !Contains("two"));
}

TEST_CASE("why knows names, and says which are like one that no document holds") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "g.attest";
  REQUIRE(run_attest({"build", "--text", "a.txt", "-q", "-o", file}, "Ada Lovelace was born in London.\n")
              .status == 0);
  const Outcome outcome = run_attest({"why", file, "Ada Lovelase", "London"});
  CHECK(outcome.status == 1);
  CHECK(outcome.out.empty());
  CHECK_THAT(outcome.err, Contains("no document names 'Ada Lovelase'; did you mean 'Ada Lovelace'?"));
  CHECK_THAT(run_attest({"why", file, "London", "Qqqqq"}).err, Contains("no document names 'Qqqqq'\n"));
}

TEST_CASE("same and different warn of names that no document holds, and keep the decision for later ones") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "g.attest";
  REQUIRE(run_attest({"build", "--text", "a.txt", "-q", "-o", file}, "Ada Lovelace was born in London.\n")
              .status == 0);
  SECTION("each unknown name, with those that are like it") {
    const Outcome outcome = run_attest({"same", file, "Ada Lovelase", "Qqqqq"});
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.err, Contains("warning: " + file +
                                     ": no document names 'Ada Lovelase'; did you mean "
                                     "'Ada Lovelace'?") &&
                                Contains("warning: " + file + ": no document names 'Qqqqq'"));
    CHECK_THAT(run_attest({"different", file, "London", "Qqqqq"}).err, Contains("no document names 'Qqqqq'"));
  }
  SECTION("the decision waits for a document that does") {
    CHECK_THAT(run_attest({"same", file, "Ada Lovelace", "Augusta King"}).err,
               Contains("The decision waits for a document that does"));
    REQUIRE(run_attest({"build", "--text", "b.txt", "-q", "-o", file}, "Augusta King lived in London.\n")
                .status == 0);
    CHECK_THAT(run_attest({"why", file, "Augusta King", "Ada Lovelace"}).out, Contains("are one node"));
  }
  SECTION("nothing is said of names that are known") {
    CHECK_THAT(run_attest({"different", file, "ada lovelace", "London"}).err, !Contains("warning"));
  }
}

TEST_CASE("an export goes where it is told") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "g.attest";
  REQUIRE(run_attest({"query", file, two_people}).status == 0);
  SECTION("- is standard output") {
    const Outcome outcome = run_attest({"export", file, "-f", "json", "-o", "-"});
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out, Contains("Charles"));
    CHECK(run_attest({"export", file, "-o", "-"}).status == 2);
  }
  SECTION("standard output cannot hold the files of csv") {
    const Outcome outcome = run_attest({"export", file, "-f", "csv", "-o", "-"});
    CHECK(outcome.status == 2);
    CHECK_THAT(outcome.err, Contains("name a folder for them with -o"));
    CHECK(!std::filesystem::exists("-"));
  }
  SECTION("--open writes beside the graph file and shows it") {
    const std::string seen = folder.path() / "seen";
    const std::string viewer = folder.path() / "viewer";
    write_file(viewer, "#!/bin/sh\necho \"$1\" > " + seen + "\n");
    std::filesystem::permissions(viewer, std::filesystem::perms::owner_all);
    setenv("BROWSER", viewer.c_str(), 1);
    CHECK(run_attest({"export", file, "-f", "graphml", "--open"}).status == 0);
    CHECK(text_of(seen) == (folder.path() / "g.graphml").string() + "\n");
    setenv("BROWSER", "/nonexistent", 1);
    const Outcome outcome = run_attest({"export", file, "-o", folder.path() / "g.ttl", "--open"});
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.err, Contains("g.ttl is written, but nothing here shows it"));
    unsetenv("BROWSER");
  }
}

TEST_CASE("messages name a file once") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "bad.pdf";
  write_file(file, "no PDF");
  const Outcome outcome = run_attest({"build", file, "-o", folder.path() / "g.attest"});
  CHECK(outcome.err.find(file) == outcome.err.rfind(file));
  CHECK_THAT(outcome.err, Contains("0 documents read, 1 "));
}

TEST_CASE("a document on standard input") {
  const Outcome outcome =
      run_attest({"extract", "--text", "note.txt"}, "Ada Lovelace was born in London in 1815.\n");
  REQUIRE(outcome.status == 0);
  const auto fragment = nlohmann::json::parse(outcome.out);
  CHECK(fragment["nodes"].size() > 1);
}

TEST_CASE("documents that cannot be read never stop the others") {
  const TemporaryDirectory folder;
  write_file(folder.path() / "in" / "good.txt", "Ada Lovelace was born in London.\n");
  write_file(folder.path() / "in" / "binary.bin", std::string("\x7f"
                                                              "ELF\0\0\0\0\1\2\3",
                                                              11));
  write_file(folder.path() / "in" / "empty.txt", "");
  write_file(folder.path() / "in" / "latin.txt", "caf\xe9 in Paris\n");
  std::filesystem::create_directory_symlink(folder.path() / "in", folder.path() / "in" / "loop");
  const Outcome outcome = run_attest({"build", folder.path() / "in", "-o", folder.path() / "g.attest"});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.err, Contains("binary.bin") && Contains("skipped"));
  CHECK_THAT(outcome.err, Contains("latin.txt") && Contains("warning"));
  CHECK_THAT(outcome.err, Contains("3 documents read"));
  SECTION("a path that is not there fails, after the others are read") {
    const Outcome missing =
        run_attest({"build", folder.path() / "in", folder.path() / "gone", "-o", folder.path() / "g.attest"});
    CHECK(missing.status == 1);
    CHECK_THAT(missing.err, Contains("gone") && Contains("3 unchanged"));
  }
}
