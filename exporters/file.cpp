#include <attest/exporters/file.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include <attest/graph/error.hpp>

namespace attest {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& what, int cause) {
  std::string message = path.string() + ": " + what;
  if (cause != 0) message += std::string(": ") + std::strerror(cause);
  throw IoError(message);
}

fs::path folder_of(const fs::path& path) {
  const fs::path folder = path.parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

/// A name beside `path` that no other writer of this machine takes.
fs::path temporary_name(const fs::path& path) {
  static std::atomic<unsigned> counter{0};
  return folder_of(path) /
         fmt::format(".{}.{}-{}.tmp", path.filename().string(), getpid(), counter.fetch_add(1));
}

/// Waits until the disk has the file (or the folder's entries).
void flush_to_disk(const fs::path& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path, "cannot be opened", errno);
  const int result = fsync(file);
  const int cause = errno;
  close(file);
  // Some file systems cannot do it for folders; the rename is still atomic.
  if (result != 0 && cause != EINVAL) fail(path, "cannot be flushed to the disk", cause);
}

/// A name that is removed with all that is under it unless it was kept.
struct Temporary {
  fs::path path;
  bool kept = false;
  explicit Temporary(fs::path p) : path(std::move(p)) {}
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    std::error_code ignored;
    if (!kept) fs::remove_all(path, ignored);
  }
};

/// Makes an empty file with the rights that `like` has, or those of any new file.
void create(const fs::path& path, const fs::path& like) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) fail(like, "cannot be written", errno);
  struct stat info {};
  const bool adopted = stat(like.c_str(), &info) != 0 || fchmod(file, info.st_mode & 07777) == 0;
  const int cause = errno;
  close(file);
  if (!adopted) fail(like, "its rights cannot be kept", cause);
}

void write_to(const fs::path& place, const fs::path& name, const std::function<void(std::ostream&)>& write) {
  std::ofstream out(place, std::ios::binary);
  if (!out) fail(name, "cannot be written", errno);
  try {
    write(out);
  } catch (const IoError&) {
    if (!out) fail(name, "cannot be written", errno);
    throw;
  }
  errno = 0;
  out.close();
  if (!out) fail(name, "cannot be written", errno);
}

void rename_to(const fs::path& from, const fs::path& to) {
  if (rename(from.c_str(), to.c_str()) != 0) fail(to, "cannot be put in place", errno);
  flush_to_disk(folder_of(to));
}

}  // namespace

void write_file(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (fs::is_directory(status)) fail(path, "is a folder; give the name of a file", 0);
  if (fs::exists(status) && !fs::is_regular_file(status)) return write_to(path, path, write);
  const fs::path target =
      fs::exists(status) ? fs::canonical(path) : path;  // a link keeps pointing at the file
  Temporary temporary(temporary_name(target));
  create(temporary.path, target);
  write_to(temporary.path, path, write);
  flush_to_disk(temporary.path);
  rename_to(temporary.path, target);
  temporary.kept = true;
}

void write_folder(const fs::path& given, const std::function<void(const fs::path&)>& fill,
                  const std::function<bool(const fs::path&)>& mine) {
  const fs::path path = given.has_filename() ? given : given.parent_path();  // "out/" is "out"
  if (fs::exists(path)) {
    if (!fs::is_directory(path)) fail(path, "is a file; give the name of a folder", 0);
    for (const auto& entry : fs::directory_iterator(path))
      if (!mine(entry.path()))
        fail(path,
             "holds " + entry.path().filename().string() + ", which is not of an export; give a new folder",
             0);
  }
  Temporary temporary(temporary_name(path));
  if (mkdir(temporary.path.c_str(), 0777) != 0) fail(path, "cannot be made", errno);
  fill(temporary.path);
  for (const auto& entry : fs::directory_iterator(temporary.path)) flush_to_disk(entry.path());
  flush_to_disk(temporary.path);
  if (!fs::exists(path)) {
    rename_to(temporary.path, path);
    temporary.kept = true;
    return;
  }
  // rename(2) does not replace a folder that has files; the old one steps aside and goes when it is done.
  Temporary old(temporary_name(path));
  rename_to(path, old.path);
  rename_to(temporary.path, path);
  temporary.kept = true;
}

}  // namespace attest
