// Other programs that read what was exported.
#pragma once

#include <filesystem>
#include <string>

namespace attest::test {

struct Outcome {
  int status = 0;
  std::string output;  // standard output and standard error
};

/// Runs a shell command. Status 127 where the program is not installed.
Outcome run(const std::string& command);

/// True where the command is found; otherwise says that the test is skipped.
bool have(const std::string& program);

/// The text in quotes for the shell.
std::string quoted(const std::filesystem::path& path);

std::string read_file(const std::filesystem::path& path);
void write_text(const std::filesystem::path& path, std::string_view text);

}  // namespace attest::test
