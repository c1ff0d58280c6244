// What happens to a graph file happens: half of it, other bytes in it, another program's, no room, no right.
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <thread>

#include <sqlite3.h>

#include <attest/graph/error.hpp>
#include <attest/graph/store.hpp>

#include "../support.hpp"
#include "model.hpp"

namespace attest {
namespace {

using Catch::Contains;
using test::below;
using test::difference;
using test::Model;
using test::model_of;
using test::Random;
using test::TemporaryDirectory;
using namespace std::chrono_literals;

StoredDocument document(int number) {
  const std::string name = "document " + std::to_string(number) + ".txt";
  std::string text;
  for (int i = 0; i < 40; ++i)
    text += "Sentence " + std::to_string(i) + " of document " + std::to_string(number) + ". ";
  return {name, "/in/" + name, "hash " + name, text, R"({"nodes": [], "relationships": []})", "{}"};
}

/// A file with some of everything in it.
void fill(const std::string& file) {
  Random random(4);
  Graph graph;
  Model model;
  test::Writer writer(graph, model, random);
  for (int i = 0; i < 300; ++i) writer.step();
  Store store = Store::open(file, Store::Mode::write);
  for (int i = 0; i < 8; ++i) store.put_documents(std::vector{document(i)});
  store.decide({"Ada", "A. Lovelace", true});
  store.save_graph(graph);
  graph.begin();
  for (int i = 0; i < 20; ++i) writer.step();
  store.append(graph.commit(), graph);
}

std::string read_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_file(const std::string& file, const std::string& bytes) {
  for (const char* beside : {"-wal", "-shm"}) ::unlink((file + beside).c_str());
  std::ofstream(file, std::ios::binary) << bytes;
}

/// Everything in the file as text, or what was thrown.
struct Contents {
  std::string text;
  Model model;
  bool operator==(const Contents& other) const {
    return text == other.text && difference(model, other.model).empty();
  }
};

Contents contents(const std::string& file) {
  const Store store = Store::open(file, Store::Mode::read);
  Contents out;
  for (const std::string& name : store.document_names()) {
    const auto d = store.document(name);
    if (d) out.text += d->name + d->path + d->sha256 + d->text + d->fragment + d->report;
  }
  for (const Decision& d : store.decisions()) out.text += d.a + d.b + (d.same ? "=" : "!");
  out.model = model_of(store.load_graph());
  return out;
}

std::string error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const StoreError& error) {
    return error.what();
  }
  return "nothing thrown";
}

void open_to_read(const std::string& file) {
  Store::open(file, Store::Mode::read);
}
void open_to_write(const std::string& file) {
  Store::open(file, Store::Mode::write, 50ms);
}

/// Runs `action` in a process of its own; its exit status, or minus the signal that ended it.
int in_child(const std::function<int()>& action) {
  const pid_t child = ::fork();
  if (child == 0) {
    int status = 99;
    try {
      status = action();
    } catch (...) {
    }
    ::_exit(status);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace

TEST_CASE("what is not a graph file is refused by name and left alone") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "x.attest";
  SECTION("missing") {
    CHECK(error_of([&] { open_to_read(file); }) == file + ": no such file");
    CHECK_FALSE(std::filesystem::exists(file));
  }
  SECTION("a folder") {
    CHECK(error_of([&] { open_to_read(folder.path()); }) == folder.path().string() + ": is a folder");
    CHECK(error_of([&] { open_to_write(folder.path()); }) == folder.path().string() + ": is a folder");
  }
  SECTION("empty") {
    write_file(file, "");
    CHECK(error_of([&] { open_to_read(file); }) == file + ": is empty, not a graph file");
  }
  SECTION("some text") {
    const std::string text(5000, 'x');
    write_file(file, text);
    CHECK(error_of([&] { open_to_read(file); }) == file + ": is not an Attest graph file");
    CHECK(error_of([&] { open_to_write(file); }) == file + ": is not an Attest graph file");
    CHECK(read_file(file) == text);
  }
  SECTION("another program's database") {
    sqlite3* other = nullptr;
    sqlite3_open(file.c_str(), &other);
    sqlite3_exec(other, "CREATE TABLE t(x); INSERT INTO t VALUES(1)", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    const std::string before = read_file(file);
    CHECK(error_of([&] { open_to_read(file); }) == file + ": is not an Attest graph file");
    CHECK(error_of([&] { open_to_write(file); }) == file + ": is not an Attest graph file");
    CHECK(read_file(file) == before);
  }
  SECTION("of a newer version") {
    fill(file);
    sqlite3* other = nullptr;
    sqlite3_open(file.c_str(), &other);
    sqlite3_exec(other, "PRAGMA user_version = 7", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    CHECK_THAT(error_of([&] { open_to_read(file); }), Contains("is of format 7, newer than this program"));
    CHECK_THAT(error_of([&] { open_to_write(file); }), Contains("is of format 7, newer than this program"));
  }
  SECTION("where no file can be") {
    CHECK_THAT(error_of([] { open_to_write("/nonexistent/x.attest"); }), Contains("/nonexistent/x.attest"));
  }
}

TEST_CASE("a truncated file is an error, not a crash and not half a graph") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "g.attest";
  fill(file);
  const std::string whole = read_file(file);
  const Contents before = contents(file);
  for (std::size_t size = 0; size < whole.size(); size += whole.size() / 37) {
    write_file(file, whole.substr(0, size));
    INFO(size << " of " << whole.size() << " bytes");
    try {
      const bool same = contents(file) == before;
      CHECK(same);
    } catch (const StoreError& error) {
      CHECK_THAT(error.what(), Contains(file));
    }
  }
}

TEST_CASE("a flipped byte is found or does no harm") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "g.attest";
  fill(file);
  const std::string whole = read_file(file);
  const Contents before = contents(file);
  Random random(12);
  int found = 0;
  for (int round = 0; round < 400; ++round) {
    std::string damaged = whole;
    const std::size_t at = round < 100 ? static_cast<std::size_t>(round) : below(random, whole.size());
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << below(random, 8)));
    write_file(file, damaged);
    INFO("byte " << at << " of " << whole.size());
    try {
      const Contents now = contents(file);
      const bool same = now == before;
      // What the checksums cannot see (a name in an index, a row gone) the verification does.
      if (!same) REQUIRE_FALSE(Store::open(file, Store::Mode::read).verify().empty());
    } catch (const StoreError& error) {
      CHECK_THAT(error.what(), Contains(file));
      ++found;
    }
  }
  CHECK(found > 20);
}

TEST_CASE("verify says what is damaged") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "g.attest";
  fill(file);
  CHECK(Store::open(file, Store::Mode::read).verify().empty());
  std::string bytes = read_file(file);
  const std::size_t at = bytes.find("Sentence 7 of document 3");
  REQUIRE(at != std::string::npos);
  bytes[at] = 'X';
  write_file(file, bytes);
  const Store store = Store::open(file, Store::Mode::read);
  const auto findings = store.verify();
  REQUIRE(findings.size() == 1);
  CHECK_THAT(findings[0], Contains("document \"document 3.txt\" does not match its checksum"));
  CHECK_THROWS_AS(store.document("document 3.txt"), StoreError);
  CHECK(store.document("document 4.txt"));
}

TEST_CASE("a file that may only be read is read, and says so when written") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "g.attest";
  fill(file);
  const Contents before = contents(file);
  CHECK_THROWS_AS(Store::open(file, Store::Mode::read).remove_document("document 1.txt"), UsageError);
  if (::geteuid() == 0) {
    WARN("skipped in part: root may write everything");
    // What another user would see, in a process that gives its rights up.
    ::chmod(folder.path().c_str(), 0555);
    ::chmod(file.c_str(), 0444);
    CHECK(in_child([&] {
            if (::setuid(65534) != 0) return 1;
            if (!(contents(file) == before)) return 2;
            const std::string message = error_of([&] { open_to_write(file); });
            return message.find("cannot be written") != std::string::npos ? 0 : 3;
          }) == 0);
    ::chmod(folder.path().c_str(), 0755);
    return;
  }
  std::filesystem::permissions(folder.path(),
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  std::filesystem::permissions(file, std::filesystem::perms::owner_read);
  CHECK(contents(file) == before);
  CHECK_THAT(error_of([&] { open_to_write(file); }), Contains("cannot be written"));
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
}

TEST_CASE("a disk that is full leaves the file as it was") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "g.attest";
  fill(file);
  const Contents before = contents(file);
  CHECK(in_child([&] {
          // No file may grow beyond this: as a full disk, but for this process alone.
          ::signal(SIGXFSZ, SIG_IGN);
          const rlimit limit{600'000, 600'000};
          ::setrlimit(RLIMIT_FSIZE, &limit);
          StoredDocument large = document(99);
          large.text.assign(4'000'000, 'x');
          const std::string message = error_of([&] {
            Store store = Store::open(file, Store::Mode::write);
            store.put_documents(std::vector{large});
          });
          return message.starts_with(file) && message.find("full") != std::string::npos ? 0 : 1;
        }) == 0);
  CHECK(contents(file) == before);
  CHECK(Store::open(file, Store::Mode::read).verify().empty());
}

// Two processes.

TEST_CASE("a second writer waits, then says who writes; readers are never kept out") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "g.attest";
  fill(file);
  const Contents before = contents(file);
  {
    Store writer = Store::open(file, Store::Mode::write);
    writer.put_documents(std::vector{document(50)});
    CHECK(in_child([&] {
            const std::string message = error_of([&] { open_to_write(file); });
            return message == file + ": is being written by process " + std::to_string(::getppid()) +
                                  "; try again when it is done"
                       ? 0
                       : 1;
          }) == 0);
    CHECK(in_child([&] { return contents(file).text.find("document 50") != std::string::npos ? 0 : 1; }) ==
          0);
  }
  CHECK_FALSE(std::filesystem::exists(file + "-lock"));

  std::optional<Store> writer = Store::open(file, Store::Mode::write);
  std::jthread closes_soon([&] {
    std::this_thread::sleep_for(200ms);
    writer.reset();
  });
  CHECK_NOTHROW(Store::open(file, Store::Mode::write, 20s));
}

TEST_CASE("a reader sees one state while a writer changes it") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "g.attest";
  {
    Store store = Store::open(file, Store::Mode::write);
    store.save_graph(Graph());
  }
  const pid_t child = ::fork();
  if (child == 0) {
    Store store = Store::open(file, Store::Mode::write);
    for (int round = 1; round <= 60; ++round) {
      Graph graph;  // as many nodes as the number that each carries
      for (int i = 0; i < round * 10; ++i) {
        graph.add_node({}, std::vector{Property{graph.key("n"), round * 10}});
      }
      store.save_graph(graph);
    }
    ::_exit(0);
  }
  int status = 0;
  std::size_t seen = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    const Graph graph = Store::open(file, Store::Mode::read).load_graph();
    if (graph.node_count() == 0) continue;
    ++seen;
    const Value number = graph.property(NodeId{0}, *graph.keys().find("n"));
    REQUIRE(number.integer() == static_cast<std::int64_t>(graph.node_count()));
  }
  CHECK(WEXITSTATUS(status) == 0);
  CHECK(Store::open(file, Store::Mode::read).load_graph().node_count() == 600);
  INFO("states seen: " << seen);
}

TEST_CASE("kill -9 at any moment loses at most what was being written") {
  const TemporaryDirectory folder;
  const std::string file = folder.path() / "g.attest";
  Random random(21);
  std::size_t most = 0;
  for (int round = 0; round < 25; ++round) {
    int progress[2];
    REQUIRE(::pipe(progress) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
      ::close(progress[0]);
      Store store = Store::open(file, Store::Mode::write);
      Graph graph = store.load_graph();
      for (;;) {
        const int next = static_cast<int>(store.document_names().size());
        store.put_documents(std::vector{document(next)});
        graph.begin();
        graph.add_node(std::vector{graph.label("D")}, std::vector{Property{graph.key("n"), next}});
        store.append(graph.commit(), graph);
        if (next % 7 == 0) store.save_graph(graph);
        const int done = next + 1;
        [[maybe_unused]] const ssize_t written = ::write(progress[1], &done, sizeof done);
      }
    }
    ::close(progress[1]);
    std::this_thread::sleep_for(std::chrono::milliseconds(30 + below(random, 120)));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    int reported = 0;
    for (int done = 0; ::read(progress[0], &done, sizeof done) == sizeof done;) reported = done;
    ::close(progress[0]);
    if (!std::filesystem::exists(file)) continue;

    INFO("round " << round);
    const Store store = Store::open(file, Store::Mode::write);  // the lock died with its holder
    REQUIRE(store.verify().empty());
    const std::size_t documents = store.document_names().size();
    const std::size_t nodes = store.load_graph().node_count();
    REQUIRE(documents >= static_cast<std::size_t>(reported));
    REQUIRE(documents <=
            std::max<std::size_t>(most, static_cast<std::size_t>(reported)) + 1 + (reported == 0 ? 1 : 0));
    REQUIRE(nodes <= documents);
    REQUIRE(nodes + 25 >= documents);  // one document may be in without its node, a round
    most = documents;
  }
  CHECK(most > 0);
}

}  // namespace attest
