// The desktop's program for a file.
#pragma once

#include <filesystem>

namespace attest::shell {

/// Opens the file with $BROWSER, or else with what xdg-open finds, and lets it run on. False where neither is
/// there or it fails at once.
bool show_file(const std::filesystem::path& file);

}  // namespace attest::shell
