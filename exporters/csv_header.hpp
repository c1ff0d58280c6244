// The header line of Neo4j's bulk import: "id:ID(Person)", "name", "born:int", ":LABEL", "names:string[]", …
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attest {

struct CsvColumn {
  enum class Role { property, id, start_id, end_id, label, type, ignore, type_words };
  Role role = Role::property;
  std::string name;             ///< of the property; may be empty for id
  std::string type = "string";  ///< the word in value_text.hpp; of a list, that of its items
  bool list = false;
  bool typed_by_next = false;  ///< the next column (Role::type_words) says the type of each value
  std::string space;           ///< of ids: what stands in brackets
};

/// How a column of value types is called that belongs to the property column before it.
std::string type_words_name(std::string_view property);

/// Splits and checks the cells of the header line. Throws UsageError that says what was expected (the caller
/// adds the place).
std::vector<CsvColumn> parse_csv_header(const std::vector<std::string>& cells);

/// True where the columns are those of relationships; nodes otherwise.
bool is_relationship_header(const std::vector<CsvColumn>& columns);

}  // namespace attest
