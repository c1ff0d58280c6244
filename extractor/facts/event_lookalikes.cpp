// Verbs that look like events and are none, by what is done to whom.
#include <attest/extractor/facts/event_clues.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class Lookalikes {
 public:
  explicit Lookalikes(const Reading& reading) : reading_(reading), syntax_(reading.syntax), clues_(reading) {}

  // "demonstrated that", "helped him leave", "met his wife", "deployed a mirror", "it arrests us"
  bool means_something_else(TokenIndex t) const {
    const std::string& lemma = reading_.token(t).lemma;
    const auto object = syntax_.child(t, Deprel::obj);
    const bool clause = syntax_.child(t, {Deprel::ccomp, Deprel::xcomp}).has_value();
    if (lemma == "seize") return is_gripped(t);
    if (lemma == "demonstrate") return object || clause || is_shown_to(t);
    if (lemma == "attack") return is_in_words(t);
    if (lemma == "fight" || lemma == "battle") return object ? is_no_enemy(*object) : is_in_war(t);
    if (lemma == "surround" || lemma == "encircle" || lemma == "occupy") return is_of_space(t);
    if (is_of_animals(t)) return true;
    if (lemma == "die") return is_of_thing(t);
    if (lemma == "help" || lemma == "assist" || lemma == "commission") return clause;
    if (lemma == "nominate") return is_for_prize(t);
    if (lemma == "deploy") return is_equipment(t) || is_in_role(t);
    if (lemma == "charge") return object && clues_.is_unnamed(*object) && !is_with(t);
    if (lemma == "vote") return is_about_proposal(t);
    if (lemma == "strike" || lemma == "hit") return is_disaster(t);
    if (lemma == "establish" || lemma == "found") return object && is_reflexive(*object);
    if (lemma == "meet") return object && clues_.is_unnamed(*object) && !syntax_.is_passive(t);
    const auto subject = syntax_.child(t, Deprel::nsubj);
    if (!subject) return false;
    if (lemma == "collapse" || lemma == "erupt" || lemma == "crash" || lemma == "burn")
      return !is_thing(syntax_.antecedent(*subject));
    return syntax_.lemma_is(*subject, "it") && syntax_.word(t).verb.type == EventType::arrest;
  }

 private:
  // "charged high fees", but "charged two men with fraud"
  bool is_with(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb))
      if (syntax_.preposition(c) == "with") return true;
    const auto object = syntax_.child(verb, Deprel::obj);
    return object && fits_as_object(EventType::killing, reading_.token(*object).lemma);
  }
  // "vote on the merger", "voted to go": who votes so elects nobody.
  bool is_about_proposal(TokenIndex verb) const {
    if (syntax_.child(verb, Deprel::xcomp)) return true;
    for (TokenIndex c : syntax_.children(verb))
      if (syntax_.preposition(c) == "on" && reading_.token(c).upos == Upos::NOUN) return true;
    return false;
  }

  // "demonstrated to the world that"
  bool is_shown_to(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb))
      if (c > verb && syntax_.preposition(c) == "to") return true;
    return false;
  }
  // "an article that attacked the minister"
  bool is_in_words(TokenIndex verb) const {
    const auto subject = syntax_.agent(verb);
    return subject &&
           fits_as_object(EventType::publication, clues_.last_word_of(syntax_.antecedent(*subject)));
  }
  // "the craze died"
  bool is_of_thing(TokenIndex verb) const {
    constexpr std::string_view things[] = {"hope",  "idea",      "dream",  "craze",  "engine", "bill",
                                           "talk",  "battery",   "storm",  "fire",   "wind",   "love",
                                           "fad",   "tradition", "motion", "rumour", "rumor",  "language",
                                           "light", "sound",     "project"};
    const auto subject = syntax_.subject(verb);
    return subject && is_one_of(reading_.token(*subject).lemma, things);
  }

  // "slaughtered 200 chickens", "whales died"
  bool is_of_animals(TokenIndex verb) const {
    constexpr std::string_view animals[] = {
        "animal",   "bird", "chicken", "poultry", "quail",    "duck",  "goose",     "turkey",
        "cattle",   "cow",  "sheep",   "goat",    "pig",      "horse", "dog",       "cat",
        "whale",    "fish", "ant",     "insect",  "mosquito", "rat",   "mouse",     "bear",
        "elephant", "deer", "wolf",    "tree",    "plant",    "cell",  "bacterium", "virus"};
    const EventType type = syntax_.word(verb).verb.type;
    if (type != EventType::killing && type != EventType::death && !syntax_.lemma_is(verb, "shoot"))
      return false;
    const auto sufferer = type == EventType::death ? syntax_.subject(verb) : syntax_.patient(verb);
    return sufferer && is_one_of(reading_.token(*sufferer).lemma, animals);
  }

  // "nominated for an award", but "nominated for the senate"
  bool is_for_prize(TokenIndex verb) const {
    constexpr std::string_view offices[] = {"office",   "post", "seat",    "presidency",
                                            "position", "term", "election"};
    for (TokenIndex c : syntax_.children(verb))
      if (syntax_.preposition(c) == "for")
        return !clues_.names_office(c) && syntax_.word(c).noun_role != NounRole::body &&
               !is_one_of(reading_.token(c).lemma, offices);
    return false;
  }

  // "deployed as a midfielder"
  bool is_in_role(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb))
      if (syntax_.preposition(c) == "as") return true;
    return false;
  }

  // "an earthquake struck"
  bool is_disaster(TokenIndex verb) const {
    const auto subject = syntax_.agent(verb);
    return subject && syntax_.word(*subject).noun.type == EventType::destruction;
  }

  // "fought in the war": told by the war
  bool is_in_war(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb)) {
      const std::string_view preposition = syntax_.preposition(c);
      const bool inside = preposition == "in" || preposition == "at" || preposition == "during";
      const Mention* mention = inside ? reading_.mention_at(c) : nullptr;
      if (mention && reading_.is_type(mention->entity, EntityType::event)) return true;
    }
    return false;
  }

  // "fight malaria", "battled a blaze"
  bool is_no_enemy(TokenIndex noun) const {
    constexpr std::string_view words[] = {
        "malaria",   "piracy",         "hiv",         "aids",      "disease",   "poverty",   "corruption",
        "cancer",    "fire",           "blaze",       "flame",     "crime",     "hunger",    "virus",
        "inflation", "obesity",        "charge",      "lawsuit",   "case",      "racism",    "drug",
        "warming",   "discrimination", "trafficking", "injustice", "climate",   "addiction", "unemployment",
        "famine",    "flood",          "wildfire",    "outbreak",  "pandemic",  "epidemic",  "election",
        "problem",   "abuse",          "illness",     "infection", "recession", "crisis"};
    return is_one_of(reading_.token(noun).lemma, words);
  }

  // "is surrounded by mountains", "occupies an area of"
  bool is_of_space(TokenIndex verb) const {
    const auto agent = syntax_.agent(verb), object = syntax_.patient(verb);
    constexpr std::string_view spaces[] = {"area",   "space",   "site",  "seat",  "position",  "place",
                                           "acre",   "hectare", "metre", "meter", "kilometre", "kilometer",
                                           "square", "mile",    "room",  "floor", "property"};
    if (syntax_.lemma_is(verb, "occupy")) return object && is_one_of(reading_.token(*object).lemma, spaces);
    if (syntax_.is_passive(verb)) {
      const EntityIndex actor = agent ? reading_.actor_at(*agent) : no_entity;
      return reading_.is_type(actor, EntityType::place) || (agent && is_scenery(*agent));
    }
    return agent && is_scenery(*agent);
  }
  bool is_scenery(TokenIndex noun) const {
    constexpr std::string_view words[] = {
        "mountain", "hill",  "sea",    "water",  "ocean",    "forest", "wall",   "farm",   "park",   "garden",
        "river",    "field", "land",   "island", "desert",   "lake",   "fence",  "wood",   "moat",   "town",
        "village",  "house", "street", "suburb", "building", "area",   "region", "county", "valley", "cliff"};
    return is_one_of(reading_.token(noun).lemma, words);
  }

  // "seized with fear"
  bool is_gripped(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb))
      if (c > verb && syntax_.preposition(c) == "with" && reading_.actor_at(c) == no_entity) return true;
    return false;
  }

  // What is deployed is neither troops nor weapons nor anybody.
  bool is_equipment(TokenIndex verb) const {
    const auto object = syntax_.patient(verb);
    return object && clues_.is_unnamed(*object) &&
           !fits_as_object(EventType::deployment, reading_.token(*object).lemma);
  }

  // "established herself as"
  bool is_reflexive(TokenIndex t) const {
    return reading_.text(t).ends_with("self") || reading_.text(t).ends_with("selves");
  }

  // What can fall, crash or burn: not talks, markets or governments.
  bool is_thing(TokenIndex noun) const {
    constexpr std::string_view words[] = {
        "plane", "airplane",  "jet",     "helicopter", "aircraft", "train",   "bus",
        "car",   "truck",     "tower",   "roof",       "wall",     "volcano", "ceiling",
        "crane", "satellite", "rocket",  "spacecraft", "drone",    "vehicle", "structure",
        "shaft", "airliner",  "balloon", "probe",      "lander",   "rover"};
    const std::string& lemma = reading_.token(noun).lemma;
    const EntityIndex actor = reading_.actor_at(noun);
    if (actor != no_entity) return reading_.type_of(actor) == EntityType::place;
    return is_one_of(lemma, words) || fits_as_object(EventType::destruction, lemma) ||
           reading_.token(noun).upos == Upos::PRON || reading_.token(noun).upos == Upos::PROPN;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  EventClues clues_;
};

}  // namespace

bool means_something_else(const Reading& reading, TokenIndex verb) {
  return Lookalikes(reading).means_something_else(verb);
}

}  // namespace attest::extract
