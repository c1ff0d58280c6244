// What of two tellings says that they tell of one occurrence, or that they do not: the step that each is of a
// longer course, the office, the count of people, the name of the law.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <attest/extractor/facts/reading.hpp>

namespace attest::extract {

/// Courses have steps: to be charged, tried and sentenced are three things, so are to join, to rise and to
/// leave. 0 for a word that may be any of them.
int step_of(EventType type, std::string_view lemma);

/// The office that a trigger of an appointment tells of: "served as *minister*"; empty where none is told.
std::string office_told(const Reading& reading, TokenIndex trigger);

/// Numbers of two digits or more among those it was done by or to: "killed *107* people".
std::vector<std::string_view> counts_told(const Reading& reading, TokenIndex trigger);

/// The words before a law's "Act": "Clean Streets"; empty where the trigger is none.
std::string name_of_law(const Reading& reading, TokenIndex trigger);

}  // namespace attest::extract
