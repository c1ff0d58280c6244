// Which files a build reads: what the user named, folders walked to their ends.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace attest::extract {

struct SourceFile {
  std::filesystem::path path;  ///< as given, or under the folder that was given; lexically normal
  std::string name;        ///< of the document: the file's name, or its place below the folder that was given
  std::uint64_t size = 0;  ///< bytes
};

/// A path that gives no document, and why.
struct SourceProblem {
  std::string path;
  std::string message;
};

struct Sources {
  std::vector<SourceFile> files;  ///< in the order of the paths given, each file once
  std::vector<SourceProblem> problems;
};

/// Folders are walked in the order of their names, through symbolic links (a loop is walked once). Files and
/// folders whose name begins with a dot are left out unless they are named themselves. Files of one name are
/// named by their whole path.
Sources discover(std::span<const std::string> paths);

}  // namespace attest::extract
