// CSV with Neo4j's bulk-import headers: a file for each set of labels and for each relationship type.
#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <string>

#include <attest/exporters/view.hpp>

namespace attest {

/// Opens the file of that name ("nodes-Person.csv") and calls the writer with it. Files come one after
/// another.
using CsvOpen = std::function<void(const std::string& name, const std::function<void(std::ostream&)>& write)>;

void write_csv(const GraphView& view, const CsvOpen& open);

/// True of the names that write_csv gives.
bool is_csv_export_name(const std::filesystem::path& file);

}  // namespace attest
