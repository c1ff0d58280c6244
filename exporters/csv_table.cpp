#include <attest/exporters/csv_table.hpp>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <optional>
#include <unordered_map>

#include <attest/exporters/csv_cells.hpp>
#include <attest/graph/error.hpp>
#include <attest/graph/value_text.hpp>

namespace attest {

struct CsvTable::Storage {
  std::string text;
  CsvArena arena;
};

namespace {

using Role = CsvColumn::Role;
using Cell = CsvCells::Cell;

std::string read_whole(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw IoError(file.string() + ": cannot be read: " + std::strerror(errno));
  std::error_code unknown;
  const auto size = std::filesystem::file_size(file, unknown);
  std::string text;
  if (!unknown) {
    text.resize(size);
    in.read(text.data(), static_cast<std::streamsize>(size));
    text.resize(static_cast<std::size_t>(in.gcount()));
  } else {
    text.assign(std::istreambuf_iterator<char>(in), {});
  }
  if (in.bad()) throw IoError(file.string() + ": reading failed: " + std::strerror(errno));
  return text;
}

std::string_view trim(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

template <class Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

/// True where printing the number gives the text again: "7" but not "07" or "+7".
bool read_canonical(std::string_view text, std::int64_t& number) {
  if (text.empty() || text.size() > 19) return false;
  if (text[0] == '0') return number = 0, text.size() == 1;
  if (text[0] == '-' && (text.size() == 1 || text[1] == '0')) return false;
  return read_number(text, number);
}

enum class Kind : std::uint8_t {
  boolean,
  integer,
  floating,
  string,
  value,
  list,
  id,
  names,
  type_words,
  ignore
};

/// One column while its file is read: where each cell goes.
struct Reader {
  CsvColumn column;
  Kind kind = Kind::string;
  CsvValues values;
  CsvIds ids;
  CsvNames names;
  std::unordered_map<std::string_view, std::uint32_t> name_index;
};

Kind kind_of(const CsvColumn& column) {
  switch (column.role) {
    case Role::id:
    case Role::start_id:
    case Role::end_id:
      return Kind::id;
    case Role::label:
    case Role::type:
      return Kind::names;
    case Role::ignore:
      return Kind::ignore;
    case Role::type_words:
      return Kind::type_words;
    case Role::property:
      break;
  }
  if (column.list) return Kind::list;
  for (const std::string_view word : {"int", "integer", "long", "short", "byte"})
    if (column.type == word) return Kind::integer;
  if (column.type == "float" || column.type == "double") return Kind::floating;
  if (column.type == "boolean") return Kind::boolean;
  return column.type == "string" || column.type == "char" ? Kind::string : Kind::value;
}

Reader make_reader(const CsvColumn& column) {
  Reader reader{column, kind_of(column), {}, {}, {}, {}};
  reader.values.name = column.name;
  reader.ids.space = column.space;
  switch (reader.kind) {
    case Kind::boolean:
      reader.values.values.emplace<std::vector<std::uint8_t>>();
      break;
    case Kind::integer:
      reader.values.values.emplace<std::vector<std::int64_t>>();
      break;
    case Kind::floating:
      reader.values.values.emplace<std::vector<double>>();
      break;
    case Kind::value:
    case Kind::list:
      reader.values.values.emplace<std::vector<Value>>();
      break;
    default:
      reader.values.values.emplace<std::vector<std::string_view>>();
      break;
  }
  return reader;
}

/// A list's cell: items between delimiters. Nothing where an item is not of the type.
std::optional<Value> parse_list(const CsvColumn& column, std::string_view text, char delimiter) {
  List items;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(delimiter, at), text.size());
    auto item = parse_text(column.type, text.substr(at, end - at));
    if (!item) return {};
    items.push_back(std::move(*item));
    at = end + 1;
  }
  return Value(std::move(items));
}

class Parser {
 public:
  Parser(const std::filesystem::path& file, const ImportOptions& options)
      : file_(file), options_(options), storage_(std::make_shared<CsvTable::Storage>()) {
    storage_->text = read_whole(file);
  }

  CsvTable parse() {
    CsvCells cells(storage_->text, options_.delimiter, storage_->arena);
    read_header(cells);
    const std::size_t width = readers_.size();
    while (cells.more()) {
      row_start_ = cells.position();
      for (std::size_t i = 0;; ++i) {
        const Cell cell = cells.next();
        if (i == width) fail("expected " + std::to_string(width) + " cells as in the header, found more");
        if (cell.unclosed) fail("a quote is opened and never closed");
        take(readers_[i], cell);
        if (!cell.last) continue;
        if (i + 1 < width)
          fail("expected " + std::to_string(width) + " cells as in the header, found " +
               std::to_string(i + 1));
        break;
      }
      if (++row_ == UINT32_MAX) fail("more rows than a graph has ids (4,294,967,295)");
    }
    return finish();
  }

 private:
  void read_header(CsvCells& cells) {
    row_start_ = cells.position();
    std::vector<std::string> names;
    if (!cells.more()) fail("expected a header line, found an empty file");
    for (bool last = false; !last;) {
      const Cell cell = cells.next();
      names.emplace_back(cell.text);
      last = cell.last;
    }
    try {
      for (const CsvColumn& column : parse_csv_header(names)) readers_.push_back(make_reader(column));
    } catch (const UsageError& error) {
      fail(error.what());
    }
  }

  void take(Reader& reader, const Cell& cell) {
    switch (reader.kind) {
      case Kind::string:
        return take_string(reader, cell);
      case Kind::integer:
        return take_number<std::int64_t>(reader, cell);
      case Kind::floating:
        return take_number<double>(reader, cell);
      case Kind::id:
        return take_id(reader, cell.text);
      case Kind::names:
        return take_name(reader, cell.text);
      case Kind::boolean:
        return take_boolean(reader, cell.text);
      case Kind::value:
      case Kind::list:
        return take_value(reader, cell.text);
      case Kind::type_words:
        std::get<std::vector<std::string_view>>(reader.values.values).push_back(cell.text);
        return;
      case Kind::ignore:
        return;
    }
  }

  void take_string(Reader& reader, const Cell& cell) {
    std::get<std::vector<std::string_view>>(reader.values.values).push_back(cell.text);
    if (cell.text.empty() && !cell.quoted) reader.values.missing.push_back(row_);
  }

  template <class Number>
  void take_number(Reader& reader, const Cell& cell) {
    Number number{};
    if (cell.text.empty()) {
      reader.values.missing.push_back(row_);
    } else if (!read_number(cell.text, number)) {
      const std::string_view text = trim(cell.text);
      if (!read_number(text.starts_with('+') ? text.substr(1) : text, number)) unexpected(reader, cell.text);
    }
    std::get<std::vector<Number>>(reader.values.values).push_back(number);
  }

  void take_boolean(Reader& reader, std::string_view text) {
    const auto value = parse_text("boolean", trim(text));
    if (text.empty())
      reader.values.missing.push_back(row_);
    else if (!value)
      unexpected(reader, text);
    std::get<std::vector<std::uint8_t>>(reader.values.values).push_back(value && value->boolean() ? 1 : 0);
  }

  void take_value(Reader& reader, std::string_view text) {
    auto& values = std::get<std::vector<Value>>(reader.values.values);
    if (text.empty()) {
      reader.values.missing.push_back(row_);
      values.emplace_back();
      return;
    }
    auto value = reader.kind == Kind::list ? parse_list(reader.column, text, options_.array_delimiter)
                                           : parse_text(reader.column.type, trim(text));
    if (!value) unexpected(reader, text);
    values.push_back(std::move(*value));
  }

  void take_id(Reader& reader, std::string_view text) {
    std::int64_t number = 0;
    if (text.empty()) fail("expected an id, found an empty cell");
    if (!read_canonical(text, number)) {
      number = 0;
      reader.ids.texts.emplace_back(row_, text);
    }
    reader.ids.numbers.push_back(number);
  }

  void take_name(Reader& reader, std::string_view text) {
    auto& [distinct, rows] = reader.names;
    if (rows.empty() || distinct[rows.back()] != text) {
      const auto [found, added] = reader.name_index.try_emplace(text, distinct.size());
      if (added) distinct.push_back(text);
      rows.push_back(found->second);
    } else {
      rows.push_back(rows.back());
    }
  }

  CsvTable finish() {
    CsvTable table;
    table.file = file_;
    table.rows = row_;
    table.storage = storage_;
    table.delimiter = options_.delimiter;
    for (std::size_t i = 0; i < readers_.size(); ++i) {
      Reader& reader = readers_[i];
      switch (reader.column.role) {
        case Role::id:
          if (!reader.column.name.empty()) table.properties.push_back(id_property(reader));
          table.ids = std::move(reader.ids);
          break;
        case Role::start_id:
          table.relationships = true;
          table.starts = std::move(reader.ids);
          break;
        case Role::end_id:
          table.ends = std::move(reader.ids);
          break;
        case Role::label:
          merge_names(table.names, std::move(reader.names));
          break;
        case Role::type:
          table.names = std::move(reader.names);
          break;
        case Role::property:
          if (reader.column.typed_by_next) apply_types(reader, readers_[i + 1]);
          table.properties.push_back(std::move(reader.values));
          break;
        default:
          break;
      }
    }
    return table;
  }

  /// Ids as a property: integers where all are, else texts.
  CsvValues id_property(const Reader& reader) const {
    if (reader.ids.texts.empty()) return {reader.column.name, reader.ids.numbers, {}};
    std::vector<std::string_view> texts;
    auto text = reader.ids.texts.begin();
    for (std::uint32_t row = 0; row < reader.ids.numbers.size(); ++row) {
      if (text != reader.ids.texts.end() && text->first == row)
        texts.push_back((text++)->second);
      else
        texts.push_back(storage_->arena.keep(std::to_string(reader.ids.numbers[row])));
    }
    return {reader.column.name, std::move(texts), {}};
  }

  /// Several :LABEL columns count as one with the cells joined.
  void merge_names(CsvNames& names, CsvNames more) {
    if (names.rows.empty()) {
      names = std::move(more);
      return;
    }
    CsvNames joined;
    std::unordered_map<std::uint64_t, std::uint32_t> index;
    for (std::size_t row = 0; row < names.rows.size(); ++row) {
      const std::uint64_t pair = std::uint64_t{names.rows[row]} << 32 | more.rows[row];
      const auto [found, added] = index.try_emplace(pair, joined.distinct.size());
      if (added) {
        std::string text(names.distinct[names.rows[row]]);
        if (!text.empty() && !more.distinct[more.rows[row]].empty()) text += options_.array_delimiter;
        joined.distinct.push_back(storage_->arena.keep(text.append(more.distinct[more.rows[row]])));
      }
      joined.rows.push_back(found->second);
    }
    names = std::move(joined);
  }

  void apply_types(Reader& reader, const Reader& words) {
    const auto texts = std::get<std::vector<std::string_view>>(std::move(reader.values.values));
    const auto& types = std::get<std::vector<std::string_view>>(words.values.values);
    std::vector<Value> values(texts.size());
    auto missing = reader.values.missing.begin();
    for (std::uint32_t row = 0; row < texts.size(); ++row) {
      if (missing != reader.values.missing.end() && *missing == row) {
        ++missing;
        continue;
      }
      auto value = parse_text(types[row].empty() ? "string" : types[row], texts[row]);
      if (!value) {
        row_ = row;
        row_start_ = nullptr;
        unexpected(reader, texts[row], types[row]);
      }
      values[row] = std::move(*value);
    }
    reader.values.values = std::move(values);
  }

  [[noreturn]] void unexpected(const Reader& reader, std::string_view text, std::string_view type = {}) {
    std::string shown(text.substr(0, 60));
    if (shown.size() < text.size()) shown += "…";
    fail("column \"" + reader.column.name + "\": expected " +
         std::string(type.empty() ? reader.column.type : std::string(type)) +
         (reader.column.list ? "[]" : "") + ", found \"" + shown + "\"");
  }

  [[noreturn]] void fail(const std::string& message) {
    std::uint64_t line = 1;
    if (row_start_) {
      line += static_cast<std::uint64_t>(
          std::count(static_cast<const char*>(storage_->text.data()), row_start_, '\n'));
    } else {
      CsvTable place;
      place.storage = storage_;
      place.delimiter = options_.delimiter;
      line = place.line_of(row_);
    }
    throw FormatError(file_.string() + ":" + std::to_string(line) + ": " + message, file_.string(), line);
  }

  std::filesystem::path file_;
  const ImportOptions& options_;
  std::shared_ptr<CsvTable::Storage> storage_;
  std::vector<Reader> readers_;
  std::uint32_t row_ = 0;
  const char* row_start_ = nullptr;
};

}  // namespace

std::uint64_t CsvTable::line_of(std::size_t row) const {
  CsvArena scratch;
  CsvCells cells(storage->text, delimiter, scratch);
  for (std::size_t rows = 0; cells.more(); ++rows) {
    if (rows == row + 1) break;  // the header is the first
    while (!cells.next().last) continue;
  }
  return 1 + static_cast<std::uint64_t>(
                 std::count(static_cast<const char*>(storage->text.data()), cells.position(), '\n'));
}

CsvTable parse_csv(const std::filesystem::path& file, const ImportOptions& options) {
  return Parser(file, options).parse();
}

}  // namespace attest
