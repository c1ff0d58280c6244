#include <attest/extractor/facts/relations.hpp>

#include <algorithm>
#include <set>
#include <utility>

#include <attest/extractor/facts/focus.hpp>
#include <attest/extractor/facts/place_nouns.hpp>
#include <attest/extractor/facts/place_references.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

bool is_symmetric(std::string_view type) {
  return type == "SPOUSE_OF" || type == "SIBLING_OF" || type == "RELATIVE_OF";
}

}  // namespace

// A country lies in another one or in a part of the world, never in a town; a part of the world in no
// country.
bool RelationCollector::may_contain(EntityIndex part, EntityIndex whole) const {
  const Entity &inner = reading_.entities.entities[part], &outer = reading_.entities.entities[whole];
  if (inner.type == EntityType::place && is_continent(inner.name)) return outer.kind.empty();
  if (inner.kind == "water" && is_open_water(inner.name) && outer.kind == "country") return false;
  return inner.kind != "country" || outer.kind == "country" || holds_countries(outer.name);
}

// Whole names, not the tokens in them that a finder looked at; whichever of the two comes first in the text.
Span RelationCollector::evidence_of(TokenIndex first, TokenIndex last) const {
  if (last <= first) first = std::exchange(last, first + 1) - 1;
  if (const Mention* mention = reading_.mention_at(first)) first = std::min(first, mention->first);
  if (const Mention* mention = reading_.mention_at(last - 1)) last = std::max(last, mention->last);
  return reading_.syntax.span(first, last);
}

bool RelationCollector::fits(std::string_view type, EntityIndex subject, EntityIndex object) const {
  const EntityType from = reading_.type_of(subject), to = reading_.type_of(object);
  const bool from_person = from == EntityType::person, to_place = to == EntityType::place;
  const bool to_body = to == EntityType::organization;
  if (from == EntityType::event || to == EntityType::event) return false;
  if (type == "HOLDS_POSITION") return from_person && (to_body || to_place);
  if (type == "MEMBER_OF" || type == "FOUNDED") return to_body;
  if (type == "BORN_IN" || type == "LIVES_IN" || type == "CITIZEN_OF") return from_person && to_place;
  if (type == "LOCATED_IN") return !from_person && to_place && may_contain(subject, object);
  if (type == "PART_OF") return from == EntityType::organization && (to_body || to_place);
  return from_person && to == EntityType::person;
}

Relation* RelationCollector::add(std::string_view type, EntityIndex subject, EntityIndex object,
                                 TokenIndex first, TokenIndex last, float confidence) {
  if (subject == no_entity || object == no_entity || subject == object || !fits(type, subject, object))
    return nullptr;
  if (is_symmetric(type) && object < subject) std::swap(subject, object);
  const Span evidence = evidence_of(first, last);
  const auto [known, added] = known_.try_emplace({std::string(type), subject, object}, relations_.size());
  if (added) {
    Relation relation;
    relation.type = type;
    relation.subject = subject;
    relation.object = object;
    relation.confidence = confidence;
    if (reading_.quotation_of[first] >= 0) relation.modality = "reported";
    relations_.push_back(std::move(relation));
  }
  Relation& relation = relations_[known->second];
  if (added && type == "HOLDS_POSITION") offices_[subject].push_back(known->second);
  relation.confidence = std::max(relation.confidence, confidence);
  if (reading_.quotation_of[first] < 0) relation.modality.clear();
  relation.evidence.push_back(evidence);
  return &relation;
}

const Relation* RelationCollector::office_of(EntityIndex person, std::size_t end) const {
  const auto offices = offices_.find(person);
  if (offices == offices_.end()) return nullptr;
  const auto rank = [&](const Relation& office) {  // the higher the better
    const std::size_t told = office.evidence[0].end;
    return std::tuple(!office.former, told <= end, told <= end ? told : ~told);
  };
  const Relation* best = nullptr;
  for (const std::size_t r : offices->second)
    if (!best || rank(relations_[r]) > rank(*best)) best = &relations_[r];
  return best;
}

namespace {

/// Some evidence of the one lies in some of the other.
bool told_together(const Relation& a, const Relation& b) {
  return std::any_of(a.evidence.begin(), a.evidence.end(), [&](Span one) {
    return std::any_of(b.evidence.begin(), b.evidence.end(), [&](Span other) {
      return (one.begin <= other.begin && other.end <= one.end) ||
             (other.begin <= one.begin && one.end <= other.end);
    });
  });
}

// "O's chairman P" tells an office, and no membership besides.
void drop_members_with_office(std::vector<Relation>& relations) {
  std::map<std::pair<EntityIndex, EntityIndex>, const Relation*> offices;
  for (const Relation& relation : relations)
    if (relation.type == "HOLDS_POSITION") offices[{relation.subject, relation.object}] = &relation;
  std::vector<char> dropped;
  for (const Relation& relation : relations) {
    const auto office = offices.find({relation.subject, relation.object});
    dropped.push_back(relation.type == "MEMBER_OF" && office != offices.end() &&
                      told_together(relation, *office->second));
  }
  std::size_t at = 0;
  std::erase_if(relations, [&](const Relation&) { return dropped[at++] != 0; });
}

/// All evidence of the one lies in some of the other.
bool told_only_with(const Relation& a, const Relation& b) {
  return std::all_of(a.evidence.begin(), a.evidence.end(), [&](Span one) {
    return std::any_of(b.evidence.begin(), b.evidence.end(),
                       [&](Span other) { return other.begin <= one.begin && one.end <= other.end; });
  });
}

// "a scientist at O's laboratory Q": Q's, and no member of O besides.
void drop_members_of_wholes(std::vector<Relation>& relations) {
  std::map<EntityIndex, std::vector<EntityIndex>> parts;  // of a whole
  std::map<std::pair<EntityIndex, EntityIndex>, const Relation*> posts;
  for (const Relation& relation : relations) {
    if (relation.type == "PART_OF") parts[relation.object].push_back(relation.subject);
    if (relation.type == "MEMBER_OF" || relation.type == "HOLDS_POSITION")
      posts.try_emplace({relation.subject, relation.object}, &relation);
  }
  std::vector<char> dropped;
  for (const Relation& relation : relations) {
    const auto within = relation.type == "MEMBER_OF" ? parts.find(relation.object) : parts.end();
    dropped.push_back(within != parts.end() &&
                      std::any_of(within->second.begin(), within->second.end(), [&](EntityIndex part) {
                        const auto post = posts.find({relation.subject, part});
                        return post != posts.end() && told_only_with(relation, *post->second);
                      }));
  }
  std::size_t at = 0;
  std::erase_if(relations, [&](const Relation&) { return dropped[at++] != 0; });
}

// "the U.S. central bank, O": an organ of the state, and no seat besides.
void drop_seats_of_parts(std::vector<Relation>& relations) {
  std::set<std::pair<EntityIndex, EntityIndex>> parts;
  for (const Relation& relation : relations)
    if (relation.type == "PART_OF") parts.insert({relation.subject, relation.object});
  std::erase_if(relations, [&](const Relation& relation) {
    return relation.type == "LOCATED_IN" && parts.contains({relation.subject, relation.object});
  });
}

}  // namespace

std::vector<Relation> find_relations(const Reading& reading) {
  RelationCollector relations(reading);
  const Demonyms demonyms(reading.entities);
  const OfficeFocus focus(reading, demonyms);
  find_positions(reading, demonyms, focus, relations);
  find_employment(reading, relations);
  find_leadership(reading, relations);
  find_careers(reading, relations);
  find_team_careers(reading, relations);
  find_affiliations(reading, relations);
  find_membership(reading, demonyms, relations);
  find_bylines(reading, relations);
  find_derived_offices(reading, demonyms, relations);
  find_founding(reading, relations);
  find_kinship(reading, relations);
  const PlaceReferences places(reading);
  find_residence(reading, places, relations);
  find_origins(reading, demonyms, places, relations);
  find_place_chains(reading, relations);
  find_containment(reading, relations);
  find_definitions(reading, relations);
  find_situations(reading, relations);
  find_bodies(reading, demonyms, focus, relations);
  find_described_bodies(reading, demonyms, focus, relations);
  find_regions(reading, demonyms, relations);
  find_parts(reading, relations);
  find_phrases(reading, relations);
  std::vector<Relation> all = relations.take();
  drop_members_with_office(all);
  drop_members_of_wholes(all);
  drop_seats_of_parts(all);
  std::stable_sort(all.begin(), all.end(), [](const Relation& a, const Relation& b) {
    return std::tie(a.evidence[0], a.type, a.subject, a.object) <
           std::tie(b.evidence[0], b.type, b.subject, b.object);
  });
  return all;
}

}  // namespace attest::extract
