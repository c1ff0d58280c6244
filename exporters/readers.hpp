// The readers behind import_files, one function a format. Each reads and checks a whole file, touching no
// graph.
#pragma once

#include <filesystem>

#include <attest/graph/fragment.hpp>

namespace attest {

Fragment read_graphml(const std::filesystem::path& file);
Fragment read_gexf(const std::filesystem::path& file);
/// One fragment, or one for each line of a JSON Lines file; ids count inside each.
std::vector<Fragment> read_json(const std::filesystem::path& file);

}  // namespace attest
