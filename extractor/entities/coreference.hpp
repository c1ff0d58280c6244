// Pronouns and descriptions that stand for a named entity.
#pragma once

#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entity.hpp>

namespace attest::extract {

/// Adds mentions of kind pronoun ("he", "her", "its") and description ("the ministry", "the president") where
/// one entity is clearly meant: by gender, nearness, being the subject and how much the document speaks of
/// it, and by the nouns that the text gave the entity before (in its name, as a title, an apposition, a
/// predicate) or that say what it is ("the country", "the company"). `genders`: one for each entity. Mentions
/// stay sorted, entities' lists of them too.
void add_references(const AnnotatedDocument& document, std::vector<Gender> genders, Entities& entities);

}  // namespace attest::extract
