// Where an event happened: the names of places in its phrases, down to the name ("on the road to N"), in
// those of the clause that it leads, and in its own name.
#include <algorithm>

#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/facts/events.hpp>
#include <attest/extractor/facts/place_nouns.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr std::string_view locative[] = {"in",     "at",   "near",    "on",         "into",   "outside",
                                         "inside", "over", "around",  "across",     "aboard", "within",
                                         "along",  "off",  "through", "throughout", "beside"};
// Behind a noun of place any of these leads on to names: "the road from N to M", "a base near N".
constexpr std::string_view leading_on[] = {"of",   "in",      "near", "at",     "to",
                                           "from", "between", "on",   "outside"};
// Behind any other noun only these do: "on a bus in N".
constexpr std::string_view inside[] = {"in", "at", "near", "outside"};
constexpr std::string_view motion[] = {"travel", "go",    "fly",  "come", "return", "move",   "arrive",
                                       "sail",   "drive", "head", "walk", "gather", "journey"};

// What is told by where it happened: violence, disaster, protest.
bool is_violent(EventType type) {
  return type == EventType::attack || type == EventType::killing || type == EventType::destruction ||
         type == EventType::displacement || type == EventType::arrest || type == EventType::blockade;
}
bool is_of_ground(EventType type) {
  return is_violent(type) || type == EventType::death || type == EventType::protest;
}

class PlaceFinder {
 public:
  PlaceFinder(const Reading& reading, const PlaceReferences& references, Telling& telling)
      : reading_(reading), syntax_(reading.syntax), references_(references), telling_(telling) {}

  void run() {
    const TokenIndex trigger = telling_.trigger.token;
    if (is_worldwide()) return;
    in_phrases_of(trigger);
    if (telling_.trigger.nominal && telling_.clause != trigger && syntax_.leads_clause(trigger))
      in_phrases_of(telling_.clause);
    if (telling_.trigger.nominal) in_relative_clauses(trigger);
    if (none() && telling_.trigger.nominal && type() == EventType::displacement) behind_those_moved(trigger);
    if (type() == EventType::displacement && !telling_.trigger.nominal) at_origin();
    if (none() && !telling_.trigger.nominal)
      if (const auto patient = syntax_.patient(trigger)) in_phrases_of(*patient);
    if (none()) in_clause_of_cause(trigger);
    if (none()) at_antecedent();
    if (none()) in_clause_above();
    if (none() && !is_mentioned_in_passing()) in_clause();
    if (none() && !telling_.trigger.nominal) at_start_of_sentence();
    if (suffers_in_place()) at_targets();
    // "born at L, a village near M on the border of N": once, at the place told first.
    const bool once = type() == EventType::birth || type() == EventType::death;
    if (once && telling_.places.size() > 1)
      telling_.places.erase(telling_.places.begin() + 1, telling_.places.end());
  }

 private:
  EventType type() const { return telling_.trigger.type; }
  // "the memorial of World War II in N"
  bool is_worldwide() const {
    return telling_.trigger.named != no_entity && type() == EventType::attack &&
           reading_.entities.entities[telling_.trigger.named].name.find("World War") != std::string::npos;
  }
  bool none() const { return telling_.places.empty(); }

  void add(EntityIndex place) {
    if (place == no_entity || takes_part(place)) return;
    if (std::find(telling_.places.begin(), telling_.places.end(), place) == telling_.places.end())
      telling_.places.push_back(place);
  }
  bool takes_part(EntityIndex entity) const {
    return std::any_of(telling_.participants.begin(), telling_.participants.end(),
                       [&](const auto& p) { return p.first == entity && p.second != Role::target; });
  }

  bool suffers_in_place() const {
    return type() == EventType::attack || type() == EventType::blockade || type() == EventType::destruction;
  }
  // What is attacked is also where it happened; but not where "U.S. troops" come from.
  void at_targets() {
    const auto& others = telling_.represented;
    for (const auto& [entity, role] : telling_.participants)
      if (role == Role::target && std::find(others.begin(), others.end(), entity) == others.end() &&
          reading_.type_of(entity) == EntityType::place)
        add(entity);
  }

  bool says_where(std::string_view preposition) const {
    if (preposition == "on" && type() == EventType::legislation) return false;
    if (is_one_of(preposition, locative)) return true;
    const bool moves = type() == EventType::displacement || type() == EventType::meeting;
    const bool deployed = type() == EventType::deployment;
    if (preposition == "to")
      return moves || type() == EventType::aid || deployed || type() == EventType::blockade;
    if (preposition == "of") return type() == EventType::displacement;
    return preposition == "from" && (type() == EventType::displacement || deployed);
  }

  void in_phrases_of(TokenIndex head) {
    for (TokenIndex c : syntax_.children(head)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation == Deprel::obl || relation == Deprel::nmod) {
        if (says_where(syntax_.preposition(c))) in_phrase(c, 0);
        if (relation == Deprel::nmod) behind_visitor(c);
      } else if (relation == Deprel::advmod) {
        add(references_.place_at(c));                        // "there"
        if (none() && is_direction(c)) behind(c, false, 0);  // "south of N"
      } else if (relation == Deprel::acl && !is_setting(c)) {
        in_phrases_of(c);
      }
    }
  }

  // "a novel set in N"
  bool is_setting(TokenIndex participle) const {
    return type() == EventType::publication && syntax_.word(participle).verb.type != EventType::publication;
  }

  // "a visit by P to N": the tree hangs N on P.
  void behind_visitor(TokenIndex name) {
    const EntityIndex person = reading_.actor_at(name);
    if (person == no_entity || reading_.type_of(person) != EntityType::person) return;
    for (TokenIndex c : syntax_.children(name))
      if (says_where(syntax_.preposition(c)) && reading_.token(c).relation == Deprel::nmod) in_phrase(c, 0);
  }

  // "in the town of N", "on the road from N to M", "at a base in N": down to the names.
  void in_phrase(TokenIndex t, int depth) {
    constexpr int deepest = 3;
    for (TokenIndex noun : syntax_.conjuncts(t)) {
      const EntityIndex place = references_.place_at(noun);
      add(place);
      if (depth < deepest && (place != no_entity || is_site(reading_.token(noun).lemma)))
        behind(noun, place != no_entity, depth);
      if (depth == 0 && none()) in_scene(noun);
    }
  }
  // "killed in a raid in N", "on a bus in N", "in a blast south of N"
  void in_scene(TokenIndex noun) {
    const std::string_view preposition = syntax_.preposition(noun);
    const bool event = syntax_.word(noun).noun.type != EventType::none;
    if (event && (preposition == "in" || preposition == "at")) return in_phrases_of(noun);
    for (TokenIndex c : syntax_.children(noun)) {
      if (is_one_of(syntax_.preposition(c), inside)) in_phrase(c, 1);
      if (is_direction(c)) behind(c, false, 1);
    }
  }
  bool is_direction(TokenIndex t) const {
    return reading_.token(t).relation == Deprel::advmod && is_compass_point(reading_.token(t).lemma);
  }
  void behind(TokenIndex noun, bool named, int depth) {
    for (TokenIndex c : syntax_.children(noun)) {
      const Deprel relation = reading_.token(c).relation;
      const std::string_view preposition = syntax_.preposition(c);
      if (relation == Deprel::nmod || relation == Deprel::obl) {
        const bool leads =
            named ? preposition == "in" || preposition == "of" : is_one_of(preposition, leading_on);
        if (leads) in_phrase(c, depth + 1);
      } else if (named && (relation == Deprel::nmod_npmod || relation == Deprel::appos)) {
        if (reading_.text(c - 1) == ",") in_phrase(c, depth + 1);  // "Bergen, Norway"
      } else if (!named && (relation == Deprel::compound || relation == Deprel::appos ||
                            relation == Deprel::nmod_poss || relation == Deprel::amod)) {
        if (!is_adjective_of_country(reading_, c)) add(references_.place_at(c));
      } else if (!named && relation == Deprel::acl) {
        for (TokenIndex d : syntax_.children(c))
          if (is_one_of(syntax_.preposition(d), leading_on)) in_phrase(d, depth + 1);
      }
    }
  }

  // "people from N were evacuated"
  void at_origin() {
    if (const auto moved = syntax_.patient(telling_.trigger.token))
      for (TokenIndex c : syntax_.children(*moved))
        if (syntax_.preposition(c) == "from") in_phrase(c, 0);
  }
  // "the deportation of families from N"
  void behind_those_moved(TokenIndex noun) {
    for (TokenIndex c : syntax_.children(noun))
      if (reading_.token(c).relation == Deprel::nmod && syntax_.preposition(c) == "of") in_phrases_of(c);
  }

  // "a conference which was held in N"
  void in_relative_clauses(TokenIndex noun) {
    for (TokenIndex c : syntax_.children(noun)) {
      if (reading_.token(c).relation != Deprel::acl_relcl) continue;
      const VerbRole role = syntax_.word(c).verb_role;
      if (role == VerbRole::light || role == VerbRole::happen) in_phrases_of(c);
    }
  }

  // "died when a bridge collapsed in N"
  void in_clause_of_cause(TokenIndex verb) {
    for (TokenIndex c : syntax_.children(verb)) {
      if (reading_.token(c).relation != Deprel::advcl) continue;
      const auto when = syntax_.child(c, {Deprel::mark, Deprel::advmod});
      if (when && syntax_.lemma_is(*when, "when")) in_phrases_of(c);
    }
  }

  // "travelled to N to meet", "shelled N, killing", "In N, they met and signed"
  void in_clause_above() {
    const auto above = syntax_.head(telling_.clause);
    if (!above || !syntax_.is_verb(*above)) return;
    const Deprel relation = reading_.token(telling_.clause).relation;
    if (relation == Deprel::ccomp || relation == Deprel::parataxis) return before_speech(*above);
    const bool below = relation == Deprel::advcl || relation == Deprel::xcomp;
    if (below && is_one_of(reading_.token(*above).lemma, motion)) {
      for (TokenIndex c : syntax_.children(*above))
        if (syntax_.preposition(c) == "to" || is_one_of(syntax_.preposition(c), locative)) in_phrase(c, 0);
    } else if (relation == Deprel::advcl && reading_.text(telling_.clause).ends_with("ing") &&
               !syntax_.child(telling_.clause, Deprel::mark)) {
      in_phrases_of(*above);
      if (const auto object = syntax_.patient(*above)) add(references_.place_at(*object));
    } else if (relation == Deprel::conj) {
      for (TokenIndex c : syntax_.children(*above))
        if (c < *above && is_one_of(syntax_.preposition(c), locative)) in_phrase(c, 0);
    }
  }

  // "In N, police say four were killed"
  void before_speech(TokenIndex says) {
    if (syntax_.word(says).speech == Speech::none || !is_of_ground(type())) return;
    for (TokenIndex c : syntax_.children(says))
      if (c == syntax_.left(says) + 1 && is_one_of(syntax_.preposition(c), inside)) in_phrase(c, 0);
  }

  // "a base in N, where troops are stationed": there.
  void at_antecedent() {
    if (reading_.token(telling_.clause).relation != Deprel::acl_relcl) return;
    const auto where = syntax_.child(telling_.clause, Deprel::advmod);
    const auto site =
        where && syntax_.lemma_is(*where, "where") ? syntax_.head(telling_.clause) : std::nullopt;
    if (site) in_phrase(*site, 0);
  }

  // "the memorial of the Great War in N", "since the Games": the places of the clause are not the event's.
  bool is_mentioned_in_passing() const {
    const TokenIndex trigger = telling_.trigger.token;
    if (telling_.trigger.named == no_entity || syntax_.leads_clause(trigger)) return false;
    const std::string_view preposition = syntax_.preposition(trigger);
    return preposition != "at" && preposition != "in";
  }
  // "adopted a resolution on the crisis in N": a text about N.
  bool is_of_subject_matter(TokenIndex place) const {
    if (type() != EventType::legislation && type() != EventType::publication) return false;
    const auto head = syntax_.head(place);
    return head && (syntax_.preposition(*head) == "on" || syntax_.preposition(*head) == "about");
  }

  // Any place of the same clause that a preposition of place stands before.
  void in_clause() {
    constexpr TokenIndex reach = 30;
    const Sentence& sentence = reading_.sentence(telling_.trigger.token);
    const TokenIndex trigger = telling_.trigger.token;
    const TokenIndex first =
        std::max({sentence.first, syntax_.left(telling_.clause), trigger > reach ? trigger - reach : 0});
    const TokenIndex last = std::min({sentence.last, syntax_.right(telling_.clause), trigger + reach});
    for (TokenIndex t = first; t < last; ++t) {
      const EntityIndex place = references_.place_at(t);
      if (place == no_entity || reading_.mention_at(t) == nullptr || reading_.mention_at(t)->head != t)
        continue;
      const std::string_view preposition = syntax_.preposition(t);
      const bool locates = preposition == "in" || preposition == "at" || preposition == "near" ||
                           preposition == "aboard" || preposition == "into" || preposition == "outside";
      const bool told_so = reading_.quotation_of[t] == reading_.quotation_of[trigger];
      if (locates && told_so && syntax_.clause_of(t) == telling_.clause && !is_of_subject_matter(t))
        add(place);
    }
  }

  // "In Norway Minister P met …": whatever the tree makes of the words behind the place.
  void at_start_of_sentence() {
    const Sentence& sentence = reading_.sentence(telling_.trigger.token);
    if (reading_.token(telling_.clause).relation != Deprel::root || sentence.last < sentence.first + 3)
      return;
    const std::string_view word = reading_.text(sentence.first);
    const TokenIndex name = sentence.first + 1;
    const Mention* mention = word == "In" || word == "At" ? reading_.mention_at(name) : nullptr;
    if (mention && mention->first == name) add(references_.place_at(mention->head));
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const PlaceReferences& references_;
  Telling& telling_;
};

// Whole words of the name.
bool holds(std::string_view name, std::string_view part) {
  if (part.size() < 3) return false;
  const auto is_edge = [&](std::size_t at) {
    return at >= name.size() || name[at] == ' ' || name[at] == '-';
  };
  for (std::size_t at = name.find(part); at != std::string_view::npos; at = name.find(part, at + 1))
    if ((at == 0 || is_edge(at - 1)) && is_edge(at + part.size())) return true;
  return false;
}

}  // namespace

std::vector<EntityIndex> places_in_name(const Reading& reading, EntityIndex event) {
  const std::string& name = reading.entities.entities[event].name;
  std::vector<EntityIndex> places;
  for (EntityIndex e = 0; e < reading.entities.entities.size(); ++e) {
    const Entity& entity = reading.entities.entities[e];
    if (entity.type != EntityType::place) continue;
    const auto& aliases = entity.aliases;
    const bool here = holds(name, entity.name) || std::any_of(aliases.begin(), aliases.end(),
                                                              [&](const auto& a) { return holds(name, a); });
    if (here) places.push_back(e);
  }
  return places;
}

void share_places(const Reading& reading, std::vector<Telling>& tellings) {
  const Telling* last = nullptr;
  for (Telling& telling : tellings) {
    const bool biographic = telling.trigger.type == EventType::death && telling.trigger.nominal;
    if (!is_of_ground(telling.trigger.type) || biographic || telling.trigger.named != no_entity) continue;
    const auto sentence = [&](const Telling& t) { return reading.syntax.sentence_of(t.trigger.token); };
    if (!telling.places.empty()) {
      last = &telling;
    } else if (last && sentence(*last) == sentence(telling) &&
               (last->date.empty() || telling.date.empty() || last->date == telling.date)) {
      telling.places = last->places;
    }
  }
}

void find_places(const Reading& reading, const PlaceReferences& references, Telling& telling) {
  PlaceFinder(reading, references, telling).run();
}

}  // namespace attest::extract
