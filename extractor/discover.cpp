#include "discover.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

namespace attest::extract {
namespace {

namespace fs = std::filesystem;

class Walk {
 public:
  explicit Walk(Sources& into) : sources_(into) {}

  void visit(const fs::path& path, const fs::path& root) {
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (status.type() == fs::file_type::not_found) return problem(path, "there is no such file or folder");
    if (failed) return problem(path, failed.message());
    if (fs::is_directory(status)) {
      visit_folder(path, root.empty() ? path : root);
    } else if (fs::is_regular_file(status)) {
      add_file(path, root);
    } else {
      problem(path, "is neither a file nor a folder");
    }
  }

 private:
  void problem(const fs::path& path, std::string message) {
    sources_.problems.push_back({path.string(), std::move(message)});
  }

  /// False where the same file or folder has been met under another name.
  bool first_visit(const fs::path& path) {
    std::error_code failed;
    const fs::path real = fs::canonical(path, failed);
    return visited_.insert(failed ? path : real).second;
  }

  void visit_folder(const fs::path& folder, const fs::path& root) {
    if (!first_visit(folder)) return;
    std::error_code failed;
    std::vector<fs::path> entries;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
      if (entry->path().filename().string().front() != '.') entries.push_back(entry->path());
    }
    if (failed) problem(folder, fmt::format("cannot be listed: {}", failed.message()));
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) visit(entry, root);
  }

  void add_file(const fs::path& path, const fs::path& root) {
    if (!first_visit(path)) return;
    std::error_code failed;
    const std::uint64_t size = fs::file_size(path, failed);
    const fs::path normal = path.lexically_normal();
    const fs::path name = root.empty() ? normal.filename() : path.lexically_relative(root);
    sources_.files.push_back({normal, name.generic_string(), failed ? 0 : size});
  }

  Sources& sources_;
  std::set<fs::path> visited_;
};

/// Files that would get one name are named by their whole paths.
void make_names_unique(std::vector<SourceFile>& files) {
  std::map<std::string, int> uses;
  for (const SourceFile& file : files) ++uses[file.name];
  for (SourceFile& file : files) {
    if (uses[file.name] > 1) file.name = file.path.generic_string();
  }
}

}  // namespace

Sources discover(std::span<const std::string> paths) {
  Sources sources;
  Walk walk(sources);
  for (const std::string& path : paths) walk.visit(path, {});
  make_names_unique(sources.files);
  return sources;
}

}  // namespace attest::extract
