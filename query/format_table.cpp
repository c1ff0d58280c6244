// Answers as tables that fit a terminal, and plans as trees.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <vector>

#include "display_width.hpp"
#include "format.hpp"
#include "format_parts.hpp"

namespace attest {
namespace {

constexpr std::size_t narrowest = 8;    // a column is not squeezed below this
constexpr std::size_t most_lines = 24;  // of one cell

using Cells = std::vector<std::string>;  // one row's

/// Control characters would break the table's lines.
std::string printable(std::string text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '\n') {
      out += "↵";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

struct Table {
  std::vector<Cells> rows;          // the first is the heading
  std::vector<bool> numeric;        // by column: aligned right
  std::vector<std::size_t> widths;  // by column
};

Table make_table(const Result& result, const Graph& graph) {
  Table table;
  const std::size_t columns = result.columns.size();
  table.numeric.assign(columns, result.row_count > 0);
  table.widths.assign(columns, 1);
  Cells heading;
  for (const std::string& column : result.columns) heading.push_back(printable(column));
  table.rows.push_back(std::move(heading));
  for (std::size_t r = 0; r < result.row_count; ++r) {
    Cells cells;
    for (std::size_t c = 0; c < columns; ++c) {
      const Value& value = result.row(r)[c];
      if (!value.is_number() && !value.is_null()) table.numeric[c] = false;
      cells.push_back(printable(to_text(value, graph)));
    }
    table.rows.push_back(std::move(cells));
  }
  for (const Cells& cells : table.rows) {
    for (std::size_t c = 0; c < columns; ++c)
      table.widths[c] = std::max(table.widths[c], display_width(cells[c]));
  }
  return table;
}

/// Takes from the widest columns until the table fits, or every column is at its narrowest.
void fit(std::vector<std::size_t>& widths, std::size_t width) {
  const std::size_t frame = 3 * widths.size() + 1;
  std::size_t all = frame;
  for (const std::size_t w : widths) all += w;
  while (all > width) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= narrowest) return;
    --*widest;
    --all;
  }
}

void print_rule(std::ostream& out, const Table& table, const char* left, const char* middle,
                const char* right) {
  out << left;
  for (std::size_t c = 0; c < table.widths.size(); ++c) {
    if (c) out << middle;
    for (std::size_t i = 0; i < table.widths[c] + 2; ++i) out << "─";
  }
  out << right << "\n";
}

void print_row(std::ostream& out, const Table& table, const Cells& cells) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 1;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    lines.push_back(wrap(cells[c], table.widths[c]));
    if (lines.back().size() > most_lines) {
      lines.back().resize(most_lines);
      lines.back().back() = "…";
    }
    height = std::max(height, lines.back().size());
  }
  for (std::size_t l = 0; l < height; ++l) {
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const std::string text = l < lines[c].size() ? lines[c][l] : "";
      const std::size_t used = display_width(text);
      const std::string fill(table.widths[c] > used ? table.widths[c] - used : 0, ' ');
      out << "│ " << (table.numeric[c] ? fill + text : text + fill) << ' ';
    }
    out << "│\n";
  }
}

void print_plan(std::ostream& out, const PlanNode& plan, bool profiled, const std::string& indent, bool last,
                bool root) {
  const std::string branch = root ? "" : indent + (last ? "└─ " : "├─ ");
  out << branch << plan.name;
  if (!plan.details.empty()) out << "  " << printable(plan.details);
  out << fmt::format("  [estimated {:.6g}", plan.estimated_rows);
  if (profiled) out << fmt::format(", rows {}, hits {}, {:.3f} ms", plan.rows, plan.hits, plan.milliseconds);
  out << "]\n";
  const std::string below = root ? "" : indent + (last ? "   " : "│  ");
  for (std::size_t i = 0; i < plan.children.size(); ++i) {
    print_plan(out, plan.children[i], profiled, below, i + 1 == plan.children.size(), false);
  }
}

}  // namespace

void print_table(std::ostream& out, const Result& result, const Graph& graph, std::size_t width) {
  if (!result.columns.empty()) {
    Table table = make_table(result, graph);
    if (width > 0) fit(table.widths, width);
    print_rule(out, table, "┌", "┬", "┐");
    print_row(out, table, table.rows.front());
    print_rule(out, table, "├", "┼", "┤");
    for (std::size_t r = 1; r < table.rows.size(); ++r) print_row(out, table, table.rows[r]);
    print_rule(out, table, "└", "┴", "┘");
  }
  if (result.plan) print_plan(out, *result.plan, result.profiled, "", true, true);
}

}  // namespace attest
