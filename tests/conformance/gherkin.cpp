#include "gherkin.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

namespace attest::conformance {
namespace {

constexpr std::string_view fence = "\"\"\"";

std::string_view trim(std::string_view text) {
  std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// What follows one of the words, or nothing.
std::optional<std::string_view> after(std::string_view line, std::initializer_list<std::string_view> words) {
  for (std::string_view word : words)
    if (line.starts_with(word)) return trim(line.substr(word.size()));
  return std::nullopt;
}

void replace_all(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

void fill(Step& step, const TableRow& names, const TableRow& values) {
  for (std::size_t i = 0; i < names.size() && i < values.size(); ++i) {
    std::string placeholder = "<" + names[i] + ">";
    replace_all(step.text, placeholder, values[i]);
    replace_all(step.document, placeholder, values[i]);
    for (TableRow& row : step.table)
      for (std::string& cell : row) replace_all(cell, placeholder, values[i]);
  }
}

class FeatureReader {
 public:
  FeatureReader(std::string_view text, const std::filesystem::path& file) : file_(file) {
    while (!text.empty()) {
      std::size_t end = text.find('\n');
      lines_.push_back(text.substr(0, end));
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
  }

  std::vector<Scenario> read() {
    for (; at_ < lines_.size(); ++at_) {
      std::string_view line = trim(lines_[at_]);
      if (line.empty() || line.starts_with('#') || line.starts_with('@')) continue;
      read_line(line);
    }
    finish_scenario();
    if (!has_feature_) fail("no Feature");
    return std::move(scenarios_);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const {
    throw std::runtime_error(fmt::format("{}:{}: {}", file_.string(), at_ + 1, message));
  }

  void read_line(std::string_view line) {
    if (after(line, {"Feature:"})) {
      has_feature_ = true;
    } else if (after(line, {"Background:"})) {
      finish_scenario();
      steps_ = &background_;
    } else if (auto name =
                   after(line, {"Scenario Outline:", "Scenario Template:", "Scenario:", "Example:"})) {
      finish_scenario();
      scenario_ = Scenario{std::string(*name), file_, at_ + 1, {}};
      steps_ = &scenario_->steps;
      outline_ = line.starts_with("Scenario Outline") || line.starts_with("Scenario Template");
    } else if (after(line, {"Examples:", "Scenarios:"})) {
      examples_.emplace_back();
      steps_ = nullptr;
    } else if (auto text = after(line, {"Given ", "When ", "Then ", "And ", "But ", "* "})) {
      if (!steps_) fail("a step outside of a scenario");
      steps_->push_back({std::string(*text), {}, {}, at_ + 1});
    } else if (line.starts_with('|')) {
      read_row(line);
    } else if (line.starts_with(fence)) {
      read_document();
    } else if (steps_ || scenario_) {
      fail(fmt::format("unexpected \"{}\"", line));
    }  // else: the feature's description
  }

  void read_row(std::string_view line) {
    if (steps_ && !steps_->empty())
      steps_->back().table.push_back(split_row(line));
    else if (!examples_.empty())
      examples_.back().push_back(split_row(line));
    else
      fail("a table without a step");
  }

  void read_document() {
    if (!steps_ || steps_->empty()) fail("a text without a step");
    std::size_t indent = lines_[at_].find(fence);
    std::string& document = steps_->back().document;
    for (++at_; at_ < lines_.size() && trim(lines_[at_]) != fence; ++at_) {
      std::string_view line = lines_[at_];
      std::size_t margin = line.find_first_not_of(" \t");
      line.remove_prefix(std::min({indent, margin, line.size()}));
      if (!document.empty()) document += '\n';
      document += line;
    }
    if (at_ == lines_.size()) fail("the text is not closed with \"\"\"");
  }

  void finish_scenario() {
    if (!scenario_) return;
    scenario_->steps.insert(scenario_->steps.begin(), background_.begin(), background_.end());
    if (outline_)
      add_examples();
    else
      scenarios_.push_back(std::move(*scenario_));
    scenario_.reset();
    examples_.clear();
    steps_ = nullptr;
  }

  void add_examples() {
    std::size_t number = 0;
    for (const std::vector<TableRow>& table : examples_) {
      for (std::size_t row = 1; row < table.size(); ++row) {
        Scenario example = *scenario_;
        example.name += fmt::format(" (example {})", ++number);
        for (Step& step : example.steps) fill(step, table.front(), table[row]);
        scenarios_.push_back(std::move(example));
      }
    }
    if (number == 0) fail(fmt::format("the outline \"{}\" has no examples", scenario_->name));
  }

  std::filesystem::path file_;
  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  bool has_feature_ = false;
  bool outline_ = false;
  std::vector<Step> background_;
  std::optional<Scenario> scenario_;
  std::vector<std::vector<TableRow>> examples_;
  std::vector<Step>* steps_ = nullptr;
  std::vector<Scenario> scenarios_;
};

}  // namespace

TableRow split_row(std::string_view line) {
  TableRow cells;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() &&
        std::string_view("|\\n").find(line[i + 1]) != std::string::npos) {
      ++i;
      cell += line[i] == 'n' ? '\n' : line[i];
    } else if (line[i] == '|') {
      cells.emplace_back(trim(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return cells;
}

std::vector<Scenario> parse_feature(std::string_view text, const std::filesystem::path& file) {
  return FeatureReader(text, file).read();
}

}  // namespace attest::conformance
