// Files that are there whole or not at all.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>

namespace attest {

/// Calls `write` with a stream to a temporary file beside `path`, flushes it to the disk and renames it to
/// `path`. Whatever fails, `path` stays as it was, and the temporary file is removed. A path that is not a
/// regular file (/dev/stdout, a pipe) is written directly. Throws IoError that names the file and the cause.
void write_file(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);

/// The same for a folder: `fill` gets a new, empty folder beside `path`, which then takes its place. A folder
/// that is there already is replaced only where `mine` says of every file in it that it came from here.
void write_folder(const std::filesystem::path& path,
                  const std::function<void(const std::filesystem::path&)>& fill,
                  const std::function<bool(const std::filesystem::path&)>& mine);

}  // namespace attest
