#include "runner.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <re2/re2.h>
#include <attest/error.hpp>
#include <attest/query/query.hpp>
#include <nlohmann/json.hpp>

#include "procedure_step.hpp"
#include "side_effects.hpp"
#include "term.hpp"

namespace attest::conformance {
namespace {

namespace fs = std::filesystem;
using Rows = std::vector<std::string>;

/// An expectation that did not hold.
class Mismatch : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return text.str();
}

/// The folder of a named graph: `graphs/NAME` beside the feature file or in a folder above it.
fs::path find_graph(const fs::path& feature, const std::string& name) {
  for (fs::path folder = fs::absolute(feature).parent_path();; folder = folder.parent_path()) {
    fs::path candidate = folder / "graphs" / name;
    if (fs::exists(candidate / (name + ".json"))) return candidate;
    if (folder == folder.parent_path()) break;
  }
  throw std::runtime_error("no graph " + name + " beside or above the feature");
}

std::string describe(const QueryError& error) {
  bool early = error.phase() == QueryError::Phase::compile_time;
  return fmt::format("{} at {}: {} ({})", error.type(), early ? "compile time" : "runtime", error.detail(),
                     error.what());
}

std::string describe(const SideEffects& effects) {
  std::vector<std::string> parts;
  for (const auto& [name, count] : effects) parts.push_back(fmt::format("{} {}", name, count));
  return parts.empty() ? "none" : fmt::format("{}", fmt::join(parts, ", "));
}

std::string table(const Rows& rows) {
  std::string text;
  for (const std::string& row : rows) text += "\n      " + row;
  return rows.empty() ? "\n      (no rows)" : text;
}

struct Order {
  bool rows = false;
  bool lists = true;
};

class World {
 public:
  explicit World(const Scenario& scenario) : scenario_(scenario), engine_(graph_) {}

  void run() {
    for (const Step& step : scenario_.steps) perform(step);
    if (error_ && !error_checked_) throw Mismatch("unexpected error: " + describe(*error_));
  }

 private:
  void perform(const Step& step) {
    const std::string& text = step.text;
    if (text == "an empty graph" || text == "any graph") return;
    if (text.starts_with("the ") && text.ends_with(" graph")) return load_graph(text);
    if (text == "having executed:") return prepare(step.document);
    if (text.starts_with("parameters are:")) return set_parameters(step);
    if (text.starts_with("there exists a procedure")) return engine_.add_procedure(table_procedure(step));
    if (text.starts_with("executing query:") || text.starts_with("executing control query:"))
      return execute(step.document);
    if (text.starts_with("the result should be")) return check_result(step);
    if (text == "no side effects") return check_side_effects({});
    if (text.starts_with("the side effects should be:")) return check_side_effects(expected_effects(step));
    if (text.find(" should be raised at ") != std::string::npos) return check_error(text);
    throw std::runtime_error("unknown step: " + text);
  }

  void load_graph(const std::string& step) {
    constexpr std::string_view before = "the ", behind = " graph";
    std::string name = step.substr(before.size(), step.size() - before.size() - behind.size());
    fs::path folder = find_graph(scenario_.file, name);
    nlohmann::json description = nlohmann::json::parse(read_file(folder / (name + ".json")));
    for (const auto& script : description.at("scripts")) {
      fs::path path = folder / script.get<std::string>();
      prepare(read_file(fs::exists(path) ? path : fs::path(path.string() + ".cypher")));
    }
  }

  void prepare(const std::string& statement) {
    try {
      engine_.run(statement);
    } catch (const QueryError& error) {
      throw Mismatch("the graph could not be set up: " + describe(error));
    }
  }

  void set_parameters(const Step& step) {
    for (const TableRow& row : step.table) parameters_[row.at(0)] = to_value(parse_term(row.at(1)));
  }

  void execute(const std::string& statement) {
    if (error_ && !error_checked_) throw Mismatch("unexpected error: " + describe(*error_));
    error_.reset();
    result_.reset();
    before_ = take_snapshot(graph_);
    try {
      QueryOptions options;
      options.timeout = std::chrono::seconds(30);
      result_ = engine_.run(statement, parameters_, options);
    } catch (const QueryError& error) {
      error_ = error;
      error_checked_ = false;
    }
    effects_ = difference(before_, take_snapshot(graph_));
  }

  // ---- Results ----

  void check_result(const Step& step) {
    const std::string& text = step.text;
    std::vector<TableRow> expected = step.table;
    if (error_) throw Mismatch("unexpected error: " + describe(*error_));
    if (!result_) throw Mismatch("no query was executed");
    if (text == "the result should be empty") {
      if (result_->row_count > 0) mismatch({}, actual_rows(result_->columns, true));
      return;
    }
    Order order{text.find("in order") != std::string::npos,
                text.find("ignoring element order for lists") == std::string::npos};
    bool known = order.rows || !order.lists || text.find("in any order") != std::string::npos;
    if (!known || expected.empty()) throw std::runtime_error("unknown step: " + text);
    compare(expected, order);
  }

  void compare(const std::vector<TableRow>& expected, Order order) const {
    const TableRow& header = expected.front();
    if (sorted(header) != sorted(result_->columns))
      throw Mismatch(fmt::format("expected columns: {}\n    actual columns:   {}", fmt::join(header, " | "),
                                 fmt::join(result_->columns, " | ")));
    Rows wanted;
    for (std::size_t i = 1; i < expected.size(); ++i)
      wanted.push_back(expected_row(expected[i], order.lists));
    Rows got = actual_rows(header, order.lists);
    bool same = order.rows ? wanted == got : sorted(wanted) == sorted(got);
    if (!same) mismatch(wanted, got);
  }

  static Rows sorted(Rows rows) {
    std::sort(rows.begin(), rows.end());
    return rows;
  }

  static std::string expected_row(const TableRow& cells, bool lists_ordered) {
    Rows texts;
    for (const std::string& cell : cells) texts.push_back(canonical(parse_term(cell), !lists_ordered));
    return fmt::format("| {} |", fmt::join(texts, " | "));
  }

  /// The rows with the columns in the order of `header`.
  Rows actual_rows(const TableRow& header, bool lists_ordered) const {
    std::vector<std::size_t> places;
    for (const std::string& name : header)
      places.push_back(static_cast<std::size_t>(
          std::find(result_->columns.begin(), result_->columns.end(), name) - result_->columns.begin()));
    Rows rows;
    for (std::size_t i = 0; i < result_->row_count; ++i) {
      Rows texts;
      for (std::size_t place : places)
        texts.push_back(canonical(to_term(result_->row(i)[place], graph_), !lists_ordered));
      rows.push_back(fmt::format("| {} |", fmt::join(texts, " | ")));
    }
    return rows;
  }

  [[noreturn]] static void mismatch(const Rows& expected, const Rows& actual) {
    throw Mismatch("expected rows:" + table(expected) + "\n    actual rows:" + table(actual));
  }

  // ---- Side effects and errors ----

  static SideEffects expected_effects(const Step& step) {
    SideEffects effects;
    for (const TableRow& row : step.table)
      if (std::size_t count = std::stoul(row.at(1))) effects[row.at(0)] = count;
    return effects;
  }

  void check_side_effects(const SideEffects& expected) const {
    if (effects_ != expected)
      throw Mismatch(fmt::format("expected side effects: {}\n    actual side effects:   {}",
                                 describe(expected), describe(effects_)));
  }

  void check_error(const std::string& text) {
    static const RE2 form(R"(an? (\w+) should be raised at (compile time|runtime|any time): (\S+))");
    std::string type, when, detail;
    if (!RE2::FullMatch(text, form, &type, &when, &detail)) throw std::runtime_error("unknown step: " + text);
    if (!error_) throw Mismatch("expected: " + text + "\n    actual: no error");
    error_checked_ = true;
    std::string phase = error_->phase() == QueryError::Phase::compile_time ? "compile time" : "runtime";
    bool same = error_->type() == type && (when == "any time" || phase == when) &&
                (detail == "*" || error_->detail() == detail);
    if (!same) throw Mismatch("expected: " + text + "\n    actual: " + describe(*error_));
  }

  const Scenario& scenario_;
  Graph graph_;
  Engine engine_;
  Map parameters_;
  Snapshot before_;
  SideEffects effects_;
  std::optional<Result> result_;
  std::optional<QueryError> error_;
  bool error_checked_ = false;
};

}  // namespace

std::optional<std::string> run_scenario(const Scenario& scenario) {
  try {
    World(scenario).run();
    return std::nullopt;
  } catch (const std::exception& failure) {
    return failure.what();
  }
}

}  // namespace attest::conformance
