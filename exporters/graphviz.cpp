// Pictures: Graphviz runs as a separate program on the DOT form.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <attest/exporters/formats.hpp>
#include <attest/graph/error.hpp>

extern char** environ;

namespace attest {
namespace {

namespace fs = std::filesystem;

// Nodes; beyond, layers become a wall, and Graphviz's own force layout with routed lines takes minutes.
constexpr std::size_t layered_at_most = 150;

constexpr std::string_view as_placed = "as placed";  // in the DOT that the exporter writes

/// A folder of its own that goes with its files.
class Workplace {
 public:
  Workplace() {
    std::string pattern = (fs::temp_directory_path() / "attest-picture-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw IoError(pattern + ": cannot be made: " + std::strerror(errno));
    path_ = pattern;
  }
  ~Workplace() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  fs::path file(const char* name) const { return path_ / name; }

 private:
  fs::path path_;
};

/// Runs Graphviz, found by PATH, and gives its exit status. Messages go to the file.
int run_dot(const std::string& picture, const std::string& layout, const fs::path& in, const fs::path& out,
            const fs::path& messages) {
  const std::string type = "-T" + picture;
  const std::string engine = layout == as_placed ? "-n2" : "-K" + layout;
  const char* program = layout == as_placed ? "neato" : "dot";
  const std::string target = "-o" + out.string();
  std::string source = in.string();
  std::string arguments[] = {program, type, engine, target, source};
  char* argv[] = {arguments[0].data(), arguments[1].data(), arguments[2].data(),
                  arguments[3].data(), arguments[4].data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, messages.c_str(), O_WRONLY | O_CREAT, 0600);
  pid_t child = 0;
  const int error = posix_spawnp(&child, program, &actions, nullptr, argv, environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error == ENOENT)
    throw IoError(
        "pictures are drawn by Graphviz, which is not installed: install the package graphviz, or "
        "write --format dot");
  if (error != 0) throw IoError(std::string("Graphviz cannot be started: ") + std::strerror(error));
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

std::string first_line(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

std::string layout_for(const GraphView& view, const ExportOptions& options) {
  if (!options.layout.empty()) return options.layout;
  std::size_t nodes = 0;
  view.each_node([&](NodeId) { ++nodes; });
  return std::string(nodes <= layered_at_most ? "dot" : as_placed);
}

}  // namespace

void write_picture(const std::string& picture, const GraphView& view, std::ostream& out,
                   const ExportOptions& options) {
  const Workplace place;
  const std::string layout = layout_for(view, options);
  {
    std::ofstream dot(place.file("graph.dot"), std::ios::binary);
    (layout == as_placed ? write_placed_dot : write_dot)(view, dot, options);
  }
  const fs::path drawn = place.file("picture");
  const int status = run_dot(picture, layout, place.file("graph.dot"), drawn, place.file("messages"));
  std::error_code missing;
  if (status != 0 || fs::file_size(drawn, missing) == 0 || missing)
    throw IoError("Graphviz could not draw the picture: " + first_line(place.file("messages")));
  out << std::ifstream(drawn, std::ios::binary).rdbuf();
  if (!out.flush())
    throw IoError("the picture could not be written: the disk is full or the reader has gone");
}

}  // namespace attest
