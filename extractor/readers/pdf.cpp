#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <string>

#include <attest/extractor/readers/formats.hpp>
#include <attest/graph/error.hpp>

namespace attest::extract {
namespace {

constexpr std::chrono::seconds time_limit{300};  // a damaged file must not hold up a build

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int value = -1) : value_(value) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  int get() const { return value_; }
  void close() {
    if (value_ >= 0) ::close(value_);
    value_ = -1;
  }

 private:
  int value_;
};

[[noreturn]] void fail(const std::string& what) {
  throw IoError("cannot run pdftotext: " + what + ": " + std::strerror(errno));
}

Descriptor memory_file(std::string_view bytes) {
  Descriptor file(memfd_create("attest-pdf", MFD_CLOEXEC));
  if (file.get() < 0) fail("memory file");
  while (!bytes.empty()) {
    const ssize_t written = write(file.get(), bytes.data(), bytes.size());
    if (written < 0) fail("memory file");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (lseek(file.get(), 0, SEEK_SET) != 0) fail("memory file");
  return file;
}

struct Pipe {
  Descriptor read;
  Descriptor write;
};
Pipe make_pipe() {
  std::array<int, 2> ends;
  if (pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

pid_t start(int in, int out, int error) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, 0);
  posix_spawn_file_actions_adddup2(&actions, out, 1);
  posix_spawn_file_actions_adddup2(&actions, error, 2);
  std::array<std::string, 5> words{"pdftotext", "-enc", "UTF-8", "-", "-"};
  std::array<char*, 6> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
  pid_t child = 0;
  const int failed = posix_spawnp(&child, "pdftotext", &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed == ENOENT)
    throw IoError("pdftotext, which reads PDF files, is not installed; on Debian: apt install poppler-utils");
  if (failed) {
    errno = failed;
    fail("start");
  }
  return child;
}

/// Reads both pipes until they end; false where the time limit passed first.
bool drain(Pipe& out, Pipe& error, std::string& text, std::string& complaint) {
  const auto until = std::chrono::steady_clock::now() + time_limit;
  std::array<pollfd, 2> wait{pollfd{out.read.get(), POLLIN, 0}, pollfd{error.read.get(), POLLIN, 0}};
  std::array<char, 65536> buffer;
  while (wait[0].fd >= 0 || wait[1].fd >= 0) {
    if (std::chrono::steady_clock::now() > until) return false;
    if (poll(wait.data(), wait.size(), 1000) < 0 && errno != EINTR) fail("poll");
    for (std::size_t i = 0; i < wait.size(); ++i) {
      if (wait[i].fd < 0 || !wait[i].revents) continue;
      const ssize_t got = read(wait[i].fd, buffer.data(), buffer.size());
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) {
        wait[i].fd = -1;
        continue;
      }
      std::string& into = i == 0 ? text : complaint;
      if (i == 0 || into.size() < 4096) into.append(buffer.data(), static_cast<std::size_t>(got));
    }
  }
  return true;
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

std::string pdf_text(std::string_view bytes, const std::string& path) {
  const Descriptor file = memory_file(bytes);
  Pipe out = make_pipe(), error = make_pipe();
  const pid_t child = start(file.get(), out.write.get(), error.write.get());
  out.write.close();
  error.write.close();
  std::string text, complaint;
  if (!drain(out, error, text, complaint)) {
    kill(child, SIGKILL);
    wait_for(child);
    throw FormatError(path + ": pdftotext did not finish within 5 minutes", path, 0);
  }
  const int status = wait_for(child);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    const std::string reason = complaint.substr(0, complaint.find('\n'));
    throw FormatError(path + ": not a PDF that can be read" + (reason.empty() ? "" : " (" + reason + ")"),
                      path, 0);
  }
  return text;
}

}  // namespace attest::extract
