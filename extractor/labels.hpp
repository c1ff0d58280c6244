// Names of tags and relations as the treebanks write them.
#pragma once

#include <optional>
#include <string_view>

#include <attest/extractor/annotation.hpp>

namespace attest::extract {

std::string_view name_of(Upos tag);
std::string_view name_of(Penn tag);
std::string_view name_of(Deprel relation);
std::string_view name_of(NameClass name);

std::optional<Upos> upos_named(std::string_view name);
/// Punctuation of any kind is Penn::PUNCT.
std::optional<Penn> penn_named(std::string_view name);
/// Subtypes that Deprel lacks fold into their relation ("nsubj:outer" is nsubj).
std::optional<Deprel> deprel_named(std::string_view name);

}  // namespace attest::extract
