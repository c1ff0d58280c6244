// Forms of one person's name.
#pragma once

#include <map>
#include <vector>

#include <attest/extractor/entities/form_sets.hpp>

namespace attest::extract {

/// Forms that several persons could be meant by, and those persons' fuller ones.
using AmbiguousNames = std::map<FormIndex, std::vector<FormIndex>>;

/// Makes persons of single words that are a person's surname elsewhere: "Florence" beside "Clara Florence",
/// unless the text puts somebody in it.
void settle_surnames(FormSets& forms);

/// Joins surnames, forenames, initials and spellings to the full names that they fit.
AmbiguousNames join_persons(FormSets& forms);

}  // namespace attest::extract
