// Building a graph file from whatever a folder holds: nothing crashes, nothing is lost, nothing hangs on
// luck.
#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <map>
#include <random>

#include <attest/extractor/build.hpp>
#include <attest/graph/error.hpp>

#include "support.hpp"

namespace attest::extract {
namespace {

namespace fs = std::filesystem;
using Outcome = DocumentReport::Outcome;

void write(const fs::path& file, const std::string& content) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << content;
}

struct Built {
  BuildSummary summary;
  std::map<std::string, DocumentReport> reports;  // by path below the folder
};

Built build_folder(Store& store, const fs::path& folder, unsigned threads = 2) {
  Built built;
  BuildOptions options;
  options.threads = threads;
  options.report = [&](const DocumentReport& report) {
    built.reports[fs::path(report.path).lexically_relative(folder).string()] = report;
  };
  const std::vector<std::string> paths{folder.string()};
  built.summary = build(store, paths, options);
  return built;
}

/// All that the documents say and what was made of it, as one text.
std::string content(const Store& store) {
  std::string all;
  for (const StoredFragment& fragment : store.fragments()) all += fragment.name + '\n' + fragment.json + '\n';
  const Graph graph = store.load_graph();
  return all + std::to_string(graph.node_count()) + ' ' + std::to_string(graph.relationship_count());
}

const char* const note = "Ann Lee, the mayor of Oslo, met Peter Wood in Norway on 3 May 2021.\n";

TEST_CASE("every kind of bad input leaves the others read", "[build]") {
  const test::TemporaryDirectory folder;
  const fs::path in = folder.path() / "in";
  write(in / "good.txt", note);
  write(in / "empty.txt", "");
  write(in / "broken.txt", std::string(note) + "\xFF\xFE broken \xC3 bytes");
  write(in / "picture.txt", std::string("\x89PNG\0\0\0\1", 8) + std::string(5000, '\0'));
  write(in / "table.txt", "Year\tSnow\tRain\n1998\t12\t40\n");
  write(in / "torn.pdf", "%PDF-1.4 torn");
  write(in / "torn.docx", "PK\x03\x04 torn");
  write(in / "deep" / "deeper" / "good.txt", "Mary Stone lives in Lima, Peru.\n");
  write(in / ".hidden.txt", note);
  fs::create_directory_symlink(in, in / "deep" / "loop");
  fs::create_symlink(in / "nowhere.txt", in / "dangling.txt");
  Store store = Store::open(":memory:", Store::Mode::write);
  Built built = build_folder(store, in);
  CHECK(built.reports.at("good.txt").outcome == Outcome::read);
  CHECK(built.reports.at("empty.txt").outcome == Outcome::read);
  CHECK(built.reports.at("empty.txt").warnings.size() == 1);
  CHECK(built.reports.at("broken.txt").outcome == Outcome::read);
  CHECK(built.reports.at("broken.txt").warnings.size() == 1);
  CHECK(built.reports.at("table.txt").warnings.size() == 1);  // all of it set aside
  CHECK(built.reports.at("picture.txt").outcome == Outcome::skipped);
  CHECK(built.reports.at("torn.pdf").outcome != Outcome::read);
  CHECK(built.reports.at("torn.docx").outcome == Outcome::skipped);
  CHECK(built.reports.at("deep/deeper/good.txt").outcome == Outcome::read);
  CHECK_FALSE(built.reports.contains(".hidden.txt"));
  CHECK(built.summary.read == 5);
  CHECK(store.document_names().size() == 5);  // two of one name have two names
  CHECK(store.verify().empty());
}

TEST_CASE("an unchanged document is not read again, a changed one is replaced", "[build]") {
  const test::TemporaryDirectory folder;
  const fs::path in = folder.path() / "in";
  write(in / "a.txt", note);
  write(in / "b.txt", "Mary Stone lives in Lima, Peru.\n");
  Store store = Store::open((folder.path() / "k.attest").string(), Store::Mode::write);
  CHECK(build_folder(store, in).summary.read == 2);
  const std::string first = content(store);
  const Built again = build_folder(store, in);
  CHECK(again.summary.read == 0);
  CHECK(again.summary.unchanged == 2);
  CHECK(content(store) == first);
  write(in / "b.txt", "Nothing is said here.\n");
  CHECK(build_folder(store, in).summary.read == 1);
  CHECK(content(store) != first);
  write(in / "b.txt", "Mary Stone lives in Lima, Peru.\n");
  build_folder(store, in);
  CHECK(content(store) == first);
}

TEST_CASE("removing a document takes away its facts and no others", "[build]") {
  const test::TemporaryDirectory folder;
  const fs::path in = folder.path() / "in";
  write(in / "a.txt", note);
  Store store = Store::open(":memory:", Store::Mode::write);
  build_folder(store, in);
  const std::string first = content(store);
  write(in / "b.txt", "Mary Stone lives in Oslo, Norway. Ann Lee left.\n");
  build_folder(store, in);
  const std::vector<std::string> names{"b.txt"};
  remove_documents(store, names);
  CHECK(content(store) == first);
  CHECK_THROWS_AS(remove_documents(store, names), UsageError);
}

/// Documents that speak of common things.
void write_many(const fs::path& in, int count) {
  std::mt19937 random(11);
  const std::vector<std::string> people{"Ann Lee", "Peter Wood", "Mary Stone", "Samuel Shaw", "Lee", "Shaw"};
  const std::vector<std::string> places{"Oslo", "Norway", "Lima", "Peru", "Ankara", "Turkey"};
  for (int d = 0; d < count; ++d) {
    std::string text;
    for (int s = 0; s < 12; ++s)
      text += people[random() % people.size()] + " met " + people[random() % people.size()] + " in " +
              places[random() % places.size()] + " on " + std::to_string(1 + random() % 28) + " May 2021. ";
    write(in / ("doc" + std::to_string(d) + ".txt"), text);
  }
}

TEST_CASE("threads change nothing", "[build]") {
  const test::TemporaryDirectory folder;
  write_many(folder.path() / "in", 24);
  std::string first;
  for (const unsigned threads : {1U, 2U, 4U}) {
    Store store = Store::open(":memory:", Store::Mode::write);
    build_folder(store, folder.path() / "in", threads);
    if (first.empty()) first = content(store);
    CHECK(content(store) == first);
  }
}

TEST_CASE("a build that is killed carries on", "[build]") {
  const test::TemporaryDirectory folder;
  if (!fs::exists(test::binary())) {
    WARN("the attest program is not built; skipped");
    return;
  }
  const std::string in = (folder.path() / "in").string(), file = (folder.path() / "k.attest").string();
  write_many(in, 200);
  for (const useconds_t after : {20'000U, 200'000U, 600'000U}) {
    const pid_t child = fork();
    if (child == 0) {
      execl(test::binary().c_str(), "attest", "build", in.c_str(), "-o", file.c_str(),
            static_cast<char*>(nullptr));
      _exit(127);
    }
    usleep(after);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
  }
  Store store = Store::open(file, Store::Mode::write);
  CHECK(store.verify().empty());
  build_folder(store, in);
  Store fresh = Store::open(":memory:", Store::Mode::write);
  build_folder(fresh, in);
  CHECK(content(store) == content(fresh));
}

TEST_CASE("a second build of one file says that the first is at work", "[build]") {
  const test::TemporaryDirectory folder;
  const std::string file = (folder.path() / "k.attest").string();
  const Store first = Store::open(file, Store::Mode::write);
  CHECK_THROWS_AS(Store::open(file, Store::Mode::write, std::chrono::milliseconds(50)), StoreError);
}

TEST_CASE("a stop keeps what is done", "[build]") {
  const test::TemporaryDirectory folder;
  write_many(folder.path() / "in", 50);
  Store store = Store::open(":memory:", Store::Mode::write);
  std::atomic<bool> stop = false;
  BuildOptions options;
  options.threads = 1;
  options.stop = &stop;
  options.progress = [&](const BuildProgress& progress) { stop = progress.documents >= 5; };
  const std::vector<std::string> paths{(folder.path() / "in").string()};
  const BuildSummary summary = build(store, paths, options);
  CHECK(summary.stopped);
  CHECK(summary.read >= 5);
  CHECK(summary.read < 50);
  CHECK(store.document_names().size() == summary.read);
}

}  // namespace
}  // namespace attest::extract
