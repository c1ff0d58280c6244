#include "viewer.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>

extern char** environ;

namespace attest::shell {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 3s;  // what fails, fails sooner; what runs on is the viewer itself

/// The process, apart from this terminal's; 0 where the program is not there.
pid_t start(std::string program, std::string file) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
  char* arguments[] = {program.data(), file.data(), nullptr};
  pid_t child = 0;
  const int error = posix_spawnp(&child, program.c_str(), &actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? child : 0;
}

}  // namespace

bool show_file(const std::filesystem::path& file) {
  const char* browser = std::getenv("BROWSER");
  const std::string path = std::filesystem::absolute(file).string();
  const pid_t child = start(browser && *browser ? browser : "xdg-open", path);
  if (child == 0) return false;
  for (auto waited = 0ms; waited < patience; waited += 20ms) {
    int status = 0;
    if (waitpid(child, &status, WNOHANG) == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    std::this_thread::sleep_for(20ms);
  }
  return true;
}

}  // namespace attest::shell
