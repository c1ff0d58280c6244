#include <attest/graph/store/lock.hpp>

#include <cerrno>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <attest/graph/error.hpp>

namespace attest::store {

namespace {

constexpr std::chrono::milliseconds between_tries{20};

/// The process that holds the lock, as it wrote itself down; "another process" where it did not.
std::string holder(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  char text[24] = {};
  const ssize_t size = descriptor < 0 ? 0 : ::read(descriptor, text, sizeof text - 1);
  if (descriptor >= 0) ::close(descriptor);
  return size > 0 ? fmt::format("process {}", text) : "another process";
}

/// False where the file was removed or replaced after it was opened: then the lock is on nothing.
bool still_there(int descriptor, const std::string& path) {
  struct stat opened {};
  struct stat named {};
  return ::fstat(descriptor, &opened) == 0 && ::stat(path.c_str(), &named) == 0 &&
         opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

}  // namespace

WriterLock::WriterLock(const std::string& file, std::chrono::milliseconds wait) : path_(file + "-lock") {
  const auto deadline = std::chrono::steady_clock::now() + wait;
  while (!try_lock(file)) {
    if (std::chrono::steady_clock::now() >= deadline) {
      throw StoreError(
          fmt::format("{}: is being written by {}; try again when it is done", file, holder(path_)));
    }
    std::this_thread::sleep_for(between_tries);
  }
  const std::string me = std::to_string(::getpid());
  if (::ftruncate(descriptor_, 0) == 0) [[maybe_unused]]
    const ssize_t written = ::write(descriptor_, me.data(), me.size());
}

WriterLock::~WriterLock() {
  ::unlink(path_.c_str());
  ::close(descriptor_);
}

bool WriterLock::try_lock(const std::string& file) {
  descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) {
    throw StoreError(fmt::format("{}: cannot be written: {}", file, std::strerror(errno)));
  }
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 && still_there(descriptor_, path_)) return true;
  ::close(descriptor_);
  descriptor_ = -1;
  return false;
}

}  // namespace attest::store
