// CSV tables → graph: ids of all files matched, then everything handed over by the column.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include <attest/exporters/csv_table.hpp>
#include <attest/exporters/import.hpp>

namespace attest {

/// The files read and checked: every relationship's ends are known. `add_to` cannot fail but for memory.
class CsvImport {
 public:
  CsvImport(std::span<const std::filesystem::path> files, const ImportOptions& options);

  /// Nodes come in the order of the files, then relationships likewise.
  ImportSummary add_to(Graph& graph) const;

 private:
  struct Ends {
    std::vector<NodeId> starts;  // counted from the first node of the import
    std::vector<NodeId> ends;
  };
  std::vector<CsvTable> tables_;
  std::vector<Ends> ends_;  // by table
  char array_delimiter_;
};

}  // namespace attest
