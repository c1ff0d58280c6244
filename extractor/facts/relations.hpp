// Relations of the ontology between two entities that one sentence states.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/facts/reading.hpp>

namespace attest::extract {

class OfficeFocus;
class PlaceReferences;

/// Collects relations, each (type, subject, object) once, with all its evidence.
class RelationCollector {
 public:
  explicit RelationCollector(const Reading& reading) : reading_(reading) {}

  /// Leaves out what cannot be: an unknown end, both ends the same, ends of the wrong types. `first` and
  /// `last` are the tokens that state it.
  Relation* add(std::string_view type, EntityIndex subject, EntityIndex object, TokenIndex first,
                TokenIndex last, float confidence);
  /// The office of a person that is told last up to `end` (in characters), else the first told; one held no
  /// more only where there is no other. nullptr where there is none. Valid until the next add.
  const Relation* office_of(EntityIndex person, std::size_t end) const;
  /// All so far, in the order in which they were found.
  const std::vector<Relation>& found() const { return relations_; }
  std::vector<Relation> take() { return std::move(relations_); }

 private:
  bool fits(std::string_view type, EntityIndex subject, EntityIndex object) const;
  bool may_contain(EntityIndex part, EntityIndex whole) const;
  Span evidence_of(TokenIndex first, TokenIndex last) const;

  const Reading& reading_;
  std::vector<Relation> relations_;
  std::map<std::tuple<std::string, EntityIndex, EntityIndex>, std::size_t> known_;
  std::map<EntityIndex, std::vector<std::size_t>> offices_;  // by person
};

/// Offices and membership by nouns: HOLDS_POSITION, MEMBER_OF, FOUNDED ("the founder of").
void find_positions(const Reading& reading, const Demonyms& demonyms, const OfficeFocus& focus,
                    RelationCollector& relations);
/// HOLDS_POSITION of deputies, counterparts and successors, by the offices found before.
void find_derived_offices(const Reading& reading, const Demonyms& demonyms, RelationCollector& relations);
/// HOLDS_POSITION and MEMBER_OF in lines without a verb: signatures, bylines, lists of those present.
void find_bylines(const Reading& reading, RelationCollector& relations);
/// Work and study by verbs: MEMBER_OF.
void find_employment(const Reading& reading, RelationCollector& relations);
/// Who leads what by verbs: HOLDS_POSITION.
void find_leadership(const Reading& reading, RelationCollector& relations);
/// Posts that somebody moved to, chairs held, the first of a country, homes of couples: HOLDS_POSITION,
/// LIVES_IN, CITIZEN_OF.
void find_careers(const Reading& reading, RelationCollector& relations);
/// MEMBER_OF of players: seasons, moves, drafts.
void find_team_careers(const Reading& reading, RelationCollector& relations);
/// MEMBER_OF and HOLDS_POSITION by what stands beside a name: "P of O", "O's P", "P (O)".
void find_affiliations(const Reading& reading, RelationCollector& relations);
/// MEMBER_OF by degrees, careers, boards and lists of members.
void find_membership(const Reading& reading, const Demonyms& demonyms, RelationCollector& relations);
/// FOUNDED by verbs, and PART_OF between owner and owned.
void find_founding(const Reading& reading, RelationCollector& relations);
/// SPOUSE_OF, PARENT_OF, SIBLING_OF, RELATIVE_OF.
void find_kinship(const Reading& reading, RelationCollector& relations);
/// BORN_IN and LIVES_IN by verbs and homes: "born in", "settled in", "her house in".
void find_residence(const Reading& reading, const PlaceReferences& places, RelationCollector& relations);
/// CITIZEN_OF, LIVES_IN and BORN_IN by nouns and adjectives: "resident of", "P from L", "the Norwegian poet
/// P".
void find_origins(const Reading& reading, const Demonyms& demonyms, const PlaceReferences& places,
                  RelationCollector& relations);
/// LOCATED_IN and PART_OF between names with commas between: "Oslo, Norway".
void find_place_chains(const Reading& reading, RelationCollector& relations);
/// PART_OF and LOCATED_IN of organizations by what describes them: "Norland's largest bank, O", "L-based O".
void find_described_bodies(const Reading& reading, const Demonyms& demonyms, const OfficeFocus& focus,
                           RelationCollector& relations);
/// PART_OF and LOCATED_IN of organizations, by their names and by nouns ("unit of", "headquarters in").
void find_bodies(const Reading& reading, const Demonyms& demonyms, const OfficeFocus& focus,
                 RelationCollector& relations);
/// LOCATED_IN and PART_OF by what stands beside a name: "X in L", "L's X", "X, a town in L".
void find_containment(const Reading& reading, RelationCollector& relations);
/// LOCATED_IN in sentences that say what a place or body is: "X (…) is a village in the A district of B".
void find_definitions(const Reading& reading, RelationCollector& relations);
/// LOCATED_IN by verbs: "lies in", "based in", "built in", "belongs to".
void find_situations(const Reading& reading, RelationCollector& relations);
/// LOCATED_IN around nouns like "city" and "province", and in brackets.
void find_regions(const Reading& reading, const Demonyms& demonyms, RelationCollector& relations);
/// LOCATED_IN and PART_OF by words of parts and wholes: "part of", "incorporated into", "including".
void find_parts(const Reading& reading, RelationCollector& relations);
/// What fixed strings of words say where trees are least sure: seats, births, residence.
void find_phrases(const Reading& reading, RelationCollector& relations);

std::vector<Relation> find_relations(const Reading& reading);

}  // namespace attest::extract
