// Which names of a document are one entity's.
#pragma once

#include <cstdint>
#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/entities/names.hpp>

namespace attest::extract {

struct NameGroup {
  NameClass type = NameClass::none;
  Gender gender = Gender::unknown;
  std::vector<std::uint32_t> mentions;  ///< indices into Names::mentions, ascending
  std::vector<std::string> taught;      ///< forms that only a table of abbreviations gives
};

/// Groups the mentions of names into entities, by first mention. Joined are: equal forms; what the text
/// equates ("X (Y)", "X, also known as Y", a table of abbreviations); forms of one country; acronyms and what
/// they spell; short forms of organizations; short names and initials of persons, by nearness where several
/// persons could be meant.
std::vector<NameGroup> group_names(const AnnotatedDocument& document, const Names& names);

}  // namespace attest::extract
