// Who took part in an event that a noun tells of: from what hangs on the noun.
#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/event_arguments.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class NounArguments {
 public:
  NounArguments(const Reading& reading, const PlaceReferences& references, Telling& telling)
      : reading_(reading),
        syntax_(reading.syntax),
        references_(references),
        telling_(telling),
        cast_(reading, references, telling) {}

  void run() {
    const TokenIndex noun = telling_.trigger.token;
    if (syntax_.lemma_is(noun, "author")) return add_author(noun);
    add_sides_in_name();
    const std::vector<TokenIndex> modifiers = modifiers_of(noun);
    for (TokenIndex c : modifiers)  // "the attack of N against M": N attacked
      if (type() == EventType::attack && syntax_.preposition(c) == "of" && is_against_somebody(modifiers))
        cast_.add(reading_.actor_at(c), Role::agent);
    for (TokenIndex c : modifiers) add_modifier(c);
    if (const auto first = syntax_.head(noun); first && reading_.token(noun).relation == Deprel::conj)
      for (TokenIndex c : syntax_.children(*first))  // "crimes and killings committed by L"
        if (c > noun && telling_.participants.empty()) add_modifier(c);
  }

 private:
  EventType type() const { return telling_.trigger.type; }

  // What hangs on a noun; also "by M" that a tree hangs on the name in "the invasion of N by M".
  std::vector<TokenIndex> modifiers_of(TokenIndex noun) const {
    const auto children = syntax_.children(noun);
    std::vector<TokenIndex> all(children.begin(), children.end());
    for (TokenIndex c : children) {
      if (reading_.token(c).relation != Deprel::nmod || reading_.actor_at(c) == no_entity) continue;
      for (TokenIndex d : syntax_.children(c))
        if (syntax_.preposition(d) == "by" || syntax_.preposition(d) == "against") all.push_back(d);
    }
    return all;
  }
  bool is_against_somebody(const std::vector<TokenIndex>& modifiers) const {
    for (TokenIndex c : modifiers)
      if (syntax_.preposition(c) == "against" ||
          (syntax_.preposition(c) == "on" && reading_.actor_at(c) != no_entity))
        return true;
    return false;
  }

  // "P, author of a book", "P is the author of a book"
  void add_author(TokenIndex noun) {
    const auto head = syntax_.head(noun);
    const bool beside =
        reading_.token(noun).relation == Deprel::appos || reading_.token(noun).relation == Deprel::conj;
    if (const auto subject = syntax_.child(noun, Deprel::nsubj)) {
      cast_.add_phrase(*subject, Role::agent);
    } else if (beside && head) {
      cast_.add(reading_.actor_at(*head), Role::agent);
    }
  }

  // "Norway-Denmark talks": both sides; whether the word is one half of such a pair.
  bool add_pair(TokenIndex t) {
    const Mention* mention = reading_.mention_at(t);
    const TokenIndex first = mention ? mention->first : t, last = mention ? mention->last : t + 1;
    const Sentence& sentence = reading_.sentence(t);
    return (first >= sentence.first + 2 && add_joined(first - 2, first)) ||
           (last + 1 < sentence.last && add_joined(last - 1, last + 1));
  }
  // The two around a dash.
  bool add_joined(TokenIndex left, TokenIndex right) {
    const std::string_view dash = reading_.text(left + 1);
    if (dash != "-" && dash != "–") return false;
    const auto named = [&](TokenIndex t) {
      const EntityIndex actor = reading_.actor_at(t);
      return actor != no_entity ? actor : called(reading_.text(t));
    };
    const EntityIndex one = named(left), other = named(right);
    if (one == no_entity || other == no_entity) return false;
    cast_.add(one, Role::participant);
    cast_.add(other, Role::participant);
    return true;
  }
  // "the U.S.-EU Summit", a name: the bodies and states that its words name.
  void add_sides_in_name() {
    const Mention* mention = reading_.mention_at(telling_.trigger.token);
    if (telling_.trigger.named == no_entity || !is_mutual(type()) || !mention) return;
    for (TokenIndex t = mention->first; t + 2 < mention->last; ++t) add_joined(t, t + 2);
  }
  // The state or body of that name.
  EntityIndex called(std::string_view name) const {
    const auto& all = reading_.entities.entities;
    for (EntityIndex e = 0; e < all.size(); ++e) {
      if (all[e].type != EntityType::place && all[e].type != EntityType::organization) continue;
      if (all[e].name == name ||
          std::find(all[e].aliases.begin(), all[e].aliases.end(), name) != all[e].aliases.end())
        return e;
    }
    return no_entity;
  }

  // "the U.S.-led invasion", "EU-hosted talks"
  void add_leader(TokenIndex participle) {
    constexpr std::string_view verbs[] = {"lead",    "host",  "mediate", "broker",  "sponsor",
                                          "convene", "back",  "impose",  "conduct", "organize",
                                          "stage",   "order", "chair",   "moderate"};
    if (!is_one_of(reading_.token(participle).lemma, verbs)) return;
    for (TokenIndex c : syntax_.children(participle))
      if (c < participle && reading_.token(c).relation == Deprel::compound)
        cast_.add(reading_.actor_at(c), is_mutual(type()) ? Role::participant : Role::agent);
  }

  void add_modifier(TokenIndex c) {
    const Deprel relation = reading_.token(c).relation;
    if (relation == Deprel::amod || relation == Deprel::advcl) add_leader(c);
    if (relation == Deprel::amod || relation == Deprel::compound)
      if (const EntityIndex country = references_.country_of(c); country != no_entity) {
        if (is_within_country()) return cast_.add_place(country);          // "the Norlandic civil war"
        if (type() == EventType::attack) cast_.add(country, Role::agent);  // "the Norlandic invasion"
        return;
      }
    if (relation == Deprel::compound && is_mutual(type()) && add_pair(c)) return;
    if (relation == Deprel::nmod_poss || relation == Deprel::compound) {
      const EntityIndex actor = reading_.actor_of_phrase(c);
      if (actor == no_entity && relation == Deprel::nmod_poss) return cast_.add_phrase(c, role_of_owner());
      if (actor == no_entity) return;
      const bool place = relation == Deprel::compound && reading_.type_of(actor) == EntityType::place;
      if (place && type() == EventType::agreement) return;  // "the Velden agreement" says what it is called
      if (place && is_adjective_of_country(reading_, c))
        return cast_.add(actor, is_mutual(type()) && !is_visit(reading_, telling_.trigger) ? Role::participant
                                                                                           : Role::agent);
      if (place) return cast_.add_place(actor);
      const bool held_in = type() == EventType::election || is_within_country();
      if (held_in && reading_.type_of(actor) == EntityType::place) return cast_.add_place(actor);
      if (relation == Deprel::compound && is_purchase(reading_, telling_.trigger))
        return cast_.add(actor, Role::target);
      const bool body = relation == Deprel::compound && reading_.type_of(actor) == EntityType::organization;
      if (body && type() == EventType::arrest) return cast_.add(actor, Role::agent);  // "NATO custody"
      if (relation == Deprel::compound && is_visit(reading_, telling_.trigger) &&
          reading_.type_of(actor) != EntityType::person)
        return;
      return cast_.add(actor, role_of_owner());
    }
    if (relation == Deprel::acl_relcl) {  // "an attack which was launched by L"
      const WordInfo& verb = syntax_.word(c);
      if (verb.verb_role == VerbRole::light || verb.verb.type == type())
        for (TokenIndex d : syntax_.children(c))
          if (syntax_.preposition(d) == "by" || reading_.token(d).relation == Deprel::obl_agent)
            cast_.add_phrase(d, role_of_doer(reading_, telling_.trigger));
      return;
    }
    if (relation == Deprel::acl && syntax_.child(c, Deprel::nsubj))
      return;  // "the largest offensive since N ousted M"
    if (relation == Deprel::acl) {
      if (const auto agent = syntax_.agent(c))
        cast_.add_phrase(*agent, is_mutual(type()) ? Role::participant : Role::agent);
      for (TokenIndex d : syntax_.children(c)) add_oblique(reading_, telling_.trigger, cast_, d);
      const auto object = syntax_.child(c, Deprel::obj);
      if (object && !is_mutual(type()) && type() != EventType::publication)
        cast_.add_phrase(*object, Role::target);
      if (object && type() == EventType::agreement)
        cast_.add(reading_.actor_at(*object), Role::participant);  // "to buy O"
      return;
    }
    if (relation != Deprel::nmod) return;
    const std::string_view preposition = syntax_.preposition(c);
    if (preposition == "of") return add_phrase_of(c);
    if (preposition == "by" && is_visit(reading_, telling_.trigger)) return cast_.add_phrase(c, Role::agent);
    if (preposition == "from" && type() == EventType::publication) {
      const EntityIndex place = references_.place_at(c);  // "reports from N"
      return place != no_entity ? cast_.add_place(place) : cast_.add_phrase(c, Role::agent);
    }
    if (preposition == "to" && type() == EventType::publication)
      return cast_.add_phrase(c, Role::participant);
    add_oblique(reading_, telling_.trigger, cast_, c);
  }
  // What a country does not do to another but lives through.
  bool is_within_country() const {
    constexpr std::string_view nouns[] = {"revolution", "coup",   "uprising", "insurgency", "rebellion",
                                          "revolt",     "mutiny", "conflict", "putsch",     "unrest"};
    const TokenIndex noun = telling_.trigger.token;
    const auto kind = syntax_.child(noun, Deprel::amod);
    bool civil = false;
    for (TokenIndex c : syntax_.children(noun)) civil |= lower_case(reading_.text(c)) == "civil";
    return kind && (civil || is_one_of(lower_case(reading_.token(noun).lemma), nouns));
  }

  Role role_of_owner() const {
    if (is_purchase(reading_, telling_.trigger)) return Role::agent;
    if (syntax_.lemma_is(telling_.trigger.token, "biography")) return Role::target;  // "her biography"
    if (is_waged()) return Role::agent;                                              // "N's campaign"
    if (is_fought_by_sides(reading_, telling_.trigger)) return Role::participant;    // "N's longest war"
    if (type() == EventType::meeting)
      return is_visit(reading_, telling_.trigger) ? Role::agent : Role::participant;
    if (type() == EventType::agreement) return Role::participant;
    const bool befalls = befalls_subject(type()) || type() == EventType::killing ||
                         type() == EventType::arrest || type() == EventType::trial ||
                         type() == EventType::appointment || type() == EventType::displacement;
    return befalls ? Role::target : Role::agent;
  }
  // One side wages it, on the other.
  bool is_waged() const {
    constexpr std::string_view nouns[] = {"expedition", "campaign", "operation", "offensive"};
    return is_one_of(reading_.token(telling_.trigger.token).lemma, nouns);
  }
  void add_phrase_of(TokenIndex c) {
    const bool located =
        type() == EventType::displacement || type() == EventType::meeting || type() == EventType::election;
    if (type() == EventType::agreement && !is_purchase(reading_, telling_.trigger) && names_town(c)) return;
    if (telling_.trigger.named != no_entity && is_fought_by_sides(reading_, telling_.trigger) &&
        names_town(c))
      return;
    for (TokenIndex t : syntax_.conjuncts(c)) {
      const EntityIndex place = located ? references_.place_at(t) : no_entity;
      if (place != no_entity) {
        cast_.add_place(place);
      } else {
        cast_.add_phrase(t, role_of_named_in(t));
      }
    }
  }

  // "the treaty of L", "the agreements of L and M" were made there by others; "the agreement of the states N
  // and M" by both.
  bool names_town(TokenIndex t) const {
    const auto all = syntax_.conjuncts(t);
    return std::all_of(all.begin(), all.end(), [&](TokenIndex named) {
      const EntityIndex place = reading_.actor_at(named);
      return reading_.is_type(place, EntityType::place) &&
             (all.size() == 1 || reading_.entities.entities[place].kind != "country");
    });
  }

  // "the sentence of the Velden Court": the court gave it.
  Role role_of_named_in(TokenIndex t) const {
    if (is_purchase(reading_, telling_.trigger)) return Role::target;
    if (is_mutual(type()) || type() == EventType::election) return Role::participant;
    if (is_issued() && reading_.actor_of_phrase(t) != no_entity) return Role::agent;
    const Mention* mention = type() == EventType::trial ? reading_.mention_at(t) : nullptr;
    for (TokenIndex k = mention ? mention->first : 0; mention && k < mention->last; ++k)
      if (reading_.text(k) == "Court" || reading_.text(k) == "Tribunal") return Role::agent;
    return Role::target;
  }

  // "the decree of P", "a statement of O": P and O issued it.
  bool is_issued() const {
    constexpr std::string_view nouns[] = {"decree",       "order",      "edict",       "statement",
                                          "letter",       "resolution", "declaration", "proclamation",
                                          "message",      "memorandum", "communique",  "communiqué",
                                          "announcement", "article",    "novel"};
    return is_text(type()) && is_one_of(reading_.token(telling_.trigger.token).lemma, nouns);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const PlaceReferences& references_;
  Telling& telling_;
  Cast cast_;
};

}  // namespace

void find_modifiers_of_noun(const Reading& reading, const PlaceReferences& references, Telling& telling) {
  NounArguments(reading, references, telling).run();
}

}  // namespace attest::extract
