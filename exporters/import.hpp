// File formats → graph: GraphML, GEXF, JSON, CSV with Neo4j's bulk-import headers.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include <attest/graph/graph.hpp>

namespace attest {

struct ImportOptions {
  std::string format;          ///< graphml, gexf, json, csv; empty goes by each file's extension
  char delimiter = ',';        ///< csv
  char array_delimiter = ';';  ///< csv: between the items of a list, and between labels
  unsigned threads = 0;        ///< csv; 0 takes what the machine has
};

struct ImportSummary {
  std::size_t nodes = 0;
  std::size_t relationships = 0;
};

/// The names an ImportOptions::format may have.
std::span<const std::string_view> import_formats();

/// Reads the files (a folder stands for the files of a known extension in it, by name) and adds their nodes
/// and relationships to the graph. Nothing is half imported: the graph is touched once all files are read and
/// checked. Not inside a transaction. FormatError names file, line and what was expected; IoError a file
/// that cannot be read; UsageError an unknown format.
ImportSummary import_files(Graph& graph, std::span<const std::filesystem::path> paths,
                           const ImportOptions& options = {});

}  // namespace attest
