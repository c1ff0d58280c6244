#include "example.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <attest/error.hpp>
#include <attest/parser/parse.hpp>
#include <attest/query/format.hpp>
#include <attest/query/query.hpp>

#include "term.hpp"

namespace attest::conformance {
namespace {

std::string_view trim(std::string_view text) {
  std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

bool is_rule(const TableRow& row) {
  return std::all_of(row.begin(), row.end(), [](const std::string& cell) {
    return !cell.empty() && cell.find_first_not_of("-: ") == std::string::npos;
  });
}

class MarkdownReader {
 public:
  explicit MarkdownReader(std::string_view text) {
    while (!text.empty()) {
      std::size_t end = text.find('\n');
      lines_.push_back(text.substr(0, end));
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
  }

  std::vector<Example> read() {
    for (; at_ < lines_.size(); ++at_) {
      std::string_view line = trim(lines_[at_]);
      if (line.starts_with("```"))
        read_block(line.substr(3));
      else if (line.starts_with('|'))
        read_row(line);
      else if (!line.empty())
        answerable_ = false;
    }
    return std::move(examples_);
  }

 private:
  void read_block(std::string_view info) {
    std::size_t opened = at_ + 1;
    std::string content;
    for (++at_; at_ < lines_.size() && trim(lines_[at_]) != "```"; ++at_)
      content += std::string(lines_[at_]) + "\n";
    if (at_ == lines_.size())
      throw std::runtime_error(fmt::format("line {}: the block is not closed", opened));
    if (info == "cypher graph") {
      graph_ = content;
    } else if (info == "json parameters") {
      parameters_ = content;
    } else if (info == "cypher") {
      examples_.push_back({graph_, std::exchange(parameters_, {}), content, {}, {}, opened});
      answerable_ = true;
      return;
    } else if (info == "text" && answerable_) {
      examples_.back().error = content.substr(0, content.find_last_not_of('\n') + 1);
    }
    answerable_ = false;
  }

  void read_row(std::string_view line) {
    if (!answerable_) return;
    auto& table = examples_.back().table;
    if (!table) table.emplace();
    TableRow row = split_row(line);
    if (table->size() == 1 && is_rule(row)) return;
    table->push_back(std::move(row));
  }

  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  std::string graph_;
  std::string parameters_;
  bool answerable_ = false;  ///< only blanks stand between the last example and here
  std::vector<Example> examples_;
};

/// A cell may be set as code: `'text'`.
std::string bare(const std::string& cell) {
  bool code = cell.size() > 2 && cell.front() == '`' && cell.back() == '`';
  return code ? cell.substr(1, cell.size() - 2) : cell;
}

std::string joined(const std::vector<std::string>& cells) {
  return fmt::format("| {} |", fmt::join(cells, " | "));
}

std::vector<std::string> expected_rows(const std::vector<TableRow>& table) {
  std::vector<std::string> rows;
  for (const TableRow& cells : table) {
    std::vector<std::string> texts;
    for (const std::string& cell : cells)
      texts.push_back(rows.empty() ? bare(cell) : canonical(parse_term(bare(cell))));
    rows.push_back(joined(texts));
  }
  return rows;
}

std::vector<std::string> actual_rows(const Result& result, const Graph& graph) {
  std::vector<std::string> rows{joined(result.columns)};
  for (std::size_t i = 0; i < result.row_count; ++i) {
    std::vector<std::string> texts;
    for (const Value& cell : result.row(i)) texts.push_back(canonical(to_term(cell, graph)));
    rows.push_back(joined(texts));
  }
  return rows;
}

std::optional<std::string> compare(const Example& example, const Result& result, const Graph& graph,
                                   std::string_view last) {
  if (!example.table) return std::nullopt;
  std::vector<std::string> expected = expected_rows(*example.table);
  std::vector<std::string> actual = actual_rows(result, graph);
  std::string shown = fmt::format("expected:\n      {}\n    actual:\n      {}",
                                  fmt::join(expected, "\n      "), fmt::join(actual, "\n      "));
  if (last.find("ORDER BY") == std::string_view::npos) {
    std::sort(expected.begin() + 1, expected.end());
    std::sort(actual.begin() + 1, actual.end());
  }
  return expected == actual ? std::nullopt : std::optional(shown);
}

std::optional<std::string> compare(const Example& example, const QueryError& error,
                                   std::string_view statement) {
  std::string actual = render_error(error, statement);
  if (!example.error) return "unexpected error:\n" + actual;
  if (*example.error == actual) return std::nullopt;
  return fmt::format("expected error:\n{}\nactual error:\n{}", *example.error, actual);
}

}  // namespace

std::vector<Example> parse_examples(std::string_view markdown) {
  return MarkdownReader(markdown).read();
}

std::optional<std::string> run_example(const Example& example) {
  Graph graph;
  Engine engine(graph);
  std::string_view statement;
  try {
    for (const ScriptStatement& part : split_script(example.graph)) engine.run(part.text);
    Map parameters;
    if (!example.parameters.empty()) parameters = value_from_json(example.parameters).map();
    Result result;
    for (const ScriptStatement& part : split_script(example.statements)) {
      statement = part.text;
      result = engine.run(part.text, parameters);
    }
    if (example.error) return "expected an error, got none:\n" + *example.error;
    return compare(example, result, graph, statement);
  } catch (const QueryError& error) {
    return compare(example, error, statement);
  } catch (const std::exception& error) {
    return fmt::format("unexpected failure: {}", error.what());
  }
}

}  // namespace attest::conformance
