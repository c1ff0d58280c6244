// Feature files as the openCypher TCK writes them: scenarios, outlines with examples, backgrounds.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace attest::conformance {

using TableRow = std::vector<std::string>;

struct Step {
  std::string text;  ///< without Given, When, Then, And, But
  std::string document;
  std::vector<TableRow> table;
  std::size_t line = 0;
};

/// One scenario, or one example of an outline with its placeholders filled in; background steps come first.
struct Scenario {
  std::string name;
  std::filesystem::path file;
  std::size_t line = 0;
  std::vector<Step> steps;
};

/// The cells of `| a | b |`: in them `\|` is a bar, `\\` a backslash, `\n` a line end.
TableRow split_row(std::string_view line);

/// Throws std::runtime_error with file and line on what is not a feature.
std::vector<Scenario> parse_feature(std::string_view text, const std::filesystem::path& file);

}  // namespace attest::conformance
