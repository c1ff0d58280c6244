#include <attest/exporters/csv_header.hpp>

#include <algorithm>
#include <array>

#include <attest/graph/error.hpp>

namespace attest {
namespace {

using Role = CsvColumn::Role;

constexpr std::array<std::string_view, 17> types{
    "string", "int",  "integer",   "long", "short",         "byte",     "float",    "double", "boolean",
    "char",   "date", "localtime", "time", "localdatetime", "datetime", "duration", "map"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return out;
}

/// What follows the last colon, where it is a type of a header; `at` is then that colon.
std::string_view type_part(std::string_view cell, std::size_t& at) {
  at = cell.rfind(':');
  // Options in braces may hold colons: born:date{timezone:Europe/Berlin}.
  if (cell.ends_with('}')) {
    const auto brace = cell.rfind('{');
    if (brace != std::string_view::npos && brace > 0) at = cell.rfind(':', brace);
  }
  return at == std::string_view::npos ? std::string_view() : cell.substr(at + 1);
}

bool read_special(CsvColumn& column, std::string_view type) {
  constexpr std::array<std::pair<std::string_view, Role>, 6> words{{{"ID", Role::id},
                                                                    {"START_ID", Role::start_id},
                                                                    {"END_ID", Role::end_id},
                                                                    {"LABEL", Role::label},
                                                                    {"TYPE", Role::type},
                                                                    {"IGNORE", Role::ignore}}};
  std::string_view word = type.substr(0, type.find_first_of("({"));
  for (const auto& [name, role] : words) {
    if (word != name) continue;
    column.role = role;
    if (type.size() > word.size() && type[word.size()] == '(')
      column.space = type.substr(word.size() + 1, type.find(')') - word.size() - 1);
    return true;
  }
  return false;
}

CsvColumn parse_column(std::string_view cell) {
  CsvColumn column;
  std::size_t colon = 0;
  std::string_view type = type_part(cell, colon);
  if (colon == std::string_view::npos) {
    column.name = cell;
    return column;
  }
  column.name = cell.substr(0, colon);
  if (read_special(column, type)) return column;
  type = type.substr(0, type.find('{'));
  column.list = type.ends_with("[]");
  if (column.list) type.remove_suffix(2);
  column.type = type.empty() ? "string" : lower(type);
  if (std::find(types.begin(), types.end(), column.type) == types.end())
    throw UsageError(
        "column \"" + std::string(cell) + "\" has the type \"" + std::string(type) +
        "\"; expected ID, LABEL, START_ID, END_ID, TYPE, IGNORE, string, int, long, float, double, "
        "boolean, date, localtime, time, localdatetime, datetime, duration, or one of them with []");
  return column;
}

std::size_t count(const std::vector<CsvColumn>& columns, Role role) {
  return static_cast<std::size_t>(std::count_if(
      columns.begin(), columns.end(), [&](const CsvColumn& column) { return column.role == role; }));
}

}  // namespace

std::string type_words_name(std::string_view property) {
  return "_type_of_" + std::string(property);
}

std::vector<CsvColumn> parse_csv_header(const std::vector<std::string>& cells) {
  std::vector<CsvColumn> columns;
  for (const std::string& cell : cells) {
    columns.push_back(parse_column(cell));
    if (columns.size() < 2 || columns.back().role != Role::ignore) continue;
    CsvColumn& before = columns[columns.size() - 2];
    if (before.role != Role::property || columns.back().name != type_words_name(before.name)) continue;
    before.typed_by_next = true;
    columns.back().role = Role::type_words;
  }
  const std::size_t ids = count(columns, Role::id);
  const std::size_t starts = count(columns, Role::start_id);
  const std::size_t ends = count(columns, Role::end_id);
  if (ids == 0 && starts == 0 && ends == 0)
    throw UsageError(
        "expected a column :ID (nodes) or the columns :START_ID and :END_ID (relationships), as in "
        "\"personId:ID,name,:LABEL\"");
  if (ids > 0 && (starts > 0 || ends > 0))
    throw UsageError("expected either :ID or :START_ID and :END_ID, found both");
  if (ids > 1 || starts > 1 || ends > 1) throw UsageError("expected one column of ids of a kind, found two");
  if (ids == 0 && starts != ends)
    throw UsageError(starts == 0 ? "expected a column :START_ID beside :END_ID"
                                 : "expected a column :END_ID beside :START_ID");
  if (count(columns, Role::type) > 1) throw UsageError("expected one column :TYPE, found two");
  return columns;
}

bool is_relationship_header(const std::vector<CsvColumn>& columns) {
  return count(columns, Role::start_id) > 0;
}

}  // namespace attest
