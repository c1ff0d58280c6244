// The rules that join entities of different documents, strongest first.
#pragma once

#include <span>

#include <attest/extractor/resolution/clusters.hpp>
#include <attest/extractor/resolution/records.hpp>
#include <attest/graph/store.hpp>

namespace attest::extract {

/// The user's word: records by any of their names. "different" binds before everything else.
void apply_decisions(const Records& records, std::span<const Decision> decisions, Clusters& clusters);

/// Persons, places and organizations by name: the same folded name; one country; an alias that is specific
/// enough; an acronym with one meaning; a spelling that sounds alike; initials, middle names and surnames
/// that only one known person fits. Near-linear: records meet only under a shared key.
void join_by_name(const Records& records, Clusters& clusters);

/// Events told in several documents: named ones by name; told ones by type and day with a participant or
/// place in common. Two events of one document stay two.
void join_events(const Records& records, Clusters& clusters);

}  // namespace attest::extract
