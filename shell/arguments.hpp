// The command line of `attest`, parsed into plain values: one struct a command.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace attest::shell {

/// Which documents: files, folders, and what standard input brings.
struct DocumentArguments {
  std::vector<std::string> paths;        ///< "-" stands for a list of paths on standard input, one a line
  std::optional<std::string> text_name;  ///< standard input is the text of a document of this name
  unsigned threads = 0;                  ///< 0: all cores
};

struct BuildArguments {
  DocumentArguments documents;
  std::string output;
  bool quiet = false;
  bool report = false;  ///< one JSON line a document on standard output
};

struct ExtractArguments {
  DocumentArguments documents;
  std::string format = "jsonl";
};

struct LoadArguments {
  std::string file;
};

/// Limits and parameters of statements.
struct StatementArguments {
  std::vector<std::string> parameters;         ///< "name=value"; the value a literal, or else a string
  std::optional<std::string> parameters_file;  ///< a JSON object
  double timeout = 0;                          ///< seconds; 0: none
  std::size_t memory = 0;                      ///< MiB; 0: none
};

struct QueryArguments {
  std::string file;
  std::optional<std::string> text;  ///< none: a script on standard input
  std::string format = "table";
  StatementArguments statement;
  bool timing = false;
};

struct ShellArguments {
  std::string file = ":memory:";
};

struct ExportArguments {
  std::string file;
  std::string format;
  std::optional<std::string> output;  ///< none: standard output
  std::optional<std::string> query;   ///< the subgraph that its rows bring
  std::optional<std::string> style;
  std::optional<std::string> dialect;
  std::optional<std::string> layout;
  bool yed = false;
  bool rdf_star = false;
  bool open = false;          ///< show the file in the browser or viewer
  bool list_formats = false;  ///< print the formats' names and nothing else
  StatementArguments statement;
};

struct ImportArguments {
  std::string file;
  std::vector<std::string> paths;
  std::optional<std::string> format;  ///< none: by the file's ending
};

struct RemoveArguments {
  std::string file;
  std::vector<std::string> documents;  ///< names or paths
};

struct DecideArguments {
  std::string file;
  std::string a;
  std::string b;
  bool same = false;
};

struct WhyArguments {
  std::string file;
  std::string a;
  std::string b;
};

struct StatsArguments {
  std::string file;
  std::string format = "table";
};

struct VerifyArguments {
  std::string file;
};

using Command = std::variant<BuildArguments, ExtractArguments, LoadArguments, QueryArguments, ShellArguments,
                             ExportArguments, ImportArguments, RemoveArguments, DecideArguments, WhyArguments,
                             StatsArguments, VerifyArguments>;

/// What the words of the command line ask for; or, for --help, --version and wrong usage, the exit status of
/// a program that has printed its answer (wrong usage: 2).
std::variant<Command, int> parse_arguments(int argc, const char* const* argv);

}  // namespace attest::shell
