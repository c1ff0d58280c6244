// One CSV file (RFC 4180) parsed into columns, with no allocation a cell.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <attest/exporters/csv_header.hpp>
#include <attest/exporters/import.hpp>
#include <attest/graph/value.hpp>

namespace attest {

/// A column of ids. Most ids are integers; the others stand apart by row.
struct CsvIds {
  std::string space;
  std::vector<std::int64_t> numbers;                              // a row; 0 where the id is a text
  std::vector<std::pair<std::uint32_t, std::string_view>> texts;  // ascending by row
};

/// A property's values. Rows in `missing` (ascending) have none; their entry in the array is unspecified.
struct CsvValues {
  std::string name;
  std::variant<std::vector<std::uint8_t>, std::vector<std::int64_t>, std::vector<double>,
               std::vector<std::string_view>, std::vector<Value>>
      values;
  std::vector<std::uint32_t> missing;
};

/// Names that repeat (labels, types): the distinct texts, and which of them each row has.
struct CsvNames {
  std::vector<std::string_view> distinct;
  std::vector<std::uint32_t> rows;
};

struct CsvTable {
  std::filesystem::path file;
  bool relationships = false;
  std::size_t rows = 0;
  CsvIds ids;     // of nodes
  CsvIds starts;  // of relationships
  CsvIds ends;
  CsvNames names;  // the cells of :LABEL or :TYPE; no rows where there is no such column
  std::vector<CsvValues> properties;

  /// The line a row starts on, for messages; parses the file again.
  std::uint64_t line_of(std::size_t row) const;

  /// What the views above point into.
  struct Storage;
  std::shared_ptr<const Storage> storage;
  char delimiter = ',';
};

/// Throws FormatError (file, line, what was expected) and IoError.
CsvTable parse_csv(const std::filesystem::path& file, const ImportOptions& options);

}  // namespace attest
