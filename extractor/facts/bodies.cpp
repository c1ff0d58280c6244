#include <algorithm>
#include <map>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/facts/focus.hpp>
#include <attest/extractor/facts/lexicon.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/place_nouns.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// What organizations are part of and where they are, told by their names and by nouns like "unit", "parent"
/// and "headquarters".
class BodyFinder {
 public:
  BodyFinder(const Reading& reading, const Demonyms& demonyms, const OfficeFocus& focus,
             RelationCollector& relations)
      : reading_(reading),
        syntax_(reading.syntax),
        demonyms_(demonyms),
        focus_(focus),
        relations_(relations) {
    for (EntityIndex e = 0; e < reading.entities.entities.size(); ++e) {
      const Entity& entity = reading.entities.entities[e];
      if (entity.type != EntityType::organization) continue;
      bodies_.try_emplace(entity.name, e);
      for (const std::string& alias : entity.aliases) bodies_.try_emplace(alias, e);
    }
  }

  void run() {
    for (const Mention& mention : reading_.entities.mentions) {
      if (mention.kind != MentionKind::name) continue;
      house_of_place(mention);
      if (!reading_.is_type(mention.entity, EntityType::organization)) continue;
      inside_own_name(mention);
      of_nation(mention);
    }
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      if (reading_.token(t).upos == Upos::NOUN) {
        seat(t);
        body_noun(t);
      }
      if (syntax_.lemma_is(t, "parent") || syntax_.lemma_is(t, "owner")) parent(t);
    }
  }

 private:
  // "United States Navy", "University of L", "Greek Interior Ministry", "Norway's Foreign Ministry": the
  // place is in the name or before it.
  void inside_own_name(const Mention& mention) {
    const EntityIndex front = place_in_front(mention);
    const TokenIndex last = mention.last;
    const bool organ = is_state_organ(reading_, mention) || name_ends_in_school_district(mention);
    if (name_ends_in_government(mention)) return;
    const bool of_front = front != no_entity && !is_continent(reading_.entities.entities[front].name);
    if (of_front && organ && !is_abroad(mention, front))
      relations_.add("PART_OF", mention.entity, front, mention.first, last, 0.8f);
    const std::string_view name = reading_.document.text(mention.span);
    if (const EntityIndex whole = whole_named_in_front(name); whole != no_entity)
      relations_.add("PART_OF", mention.entity, whole, mention.first, last, 0.7f);
    if (front != no_entity && organ) return;
    if (const EntityIndex whole = whole_named_in(name); whole != no_entity) {
      relations_.add("PART_OF", mention.entity, whole, mention.first, last, 0.75f);
      return;
    }
    constexpr std::string_view joints[] = {" of the ", " of ", " at ", " in ", " de ", " di ", " von "};
    for (std::string_view joint : joints) {
      const std::size_t at = name.rfind(joint);
      if (at == std::string_view::npos) continue;
      const std::string_view tail = name.substr(at + joint.size());
      const EntityIndex place = place_named(tail.substr(0, tail.find(',')));  // "of California, Berkeley"
      if (place == no_entity) continue;
      const bool bank = name.find("Bank") != std::string_view::npos && !reading_.is_country(place);
      const bool state_body = organ && !bank && (joint == " of " || joint == " of the ");
      relations_.add(state_body ? "PART_OF" : "LOCATED_IN", mention.entity, place, mention.first, last,
                     0.75f);
      return;
    }
  }
  // "Norwegian National Committee of America": of those who live there, no organ of the state
  bool is_abroad(const Mention& mention, EntityIndex front) const {
    const std::string_view name = reading_.document.text(mention.span);
    const std::size_t of = name.rfind(" of ");
    if (of == std::string_view::npos) return false;
    const EntityIndex other = place_named(name.substr(of + 4));
    return other != no_entity && other != front && reading_.is_country(other);
  }
  bool name_ends_in_school_district(const Mention& mention) const {
    return mention.last - mention.first > 2 && reading_.text(mention.last - 1) == "District" &&
           reading_.text(mention.last - 2) == "School";
  }
  // "the Norwegian Government", "the Norwegian State" describe; that is no organ of a name of its own.
  bool name_ends_in_government(const Mention& mention) const {
    const std::string last = lower_case(reading_.text(mention.last - 1));
    return last == "government" || last == "state";
  }
  // "Elm General Hospital", "Gate Cathedral of Elm" where Elm is named alone, too
  void house_of_place(const Mention& mention) {
    constexpr std::string_view houses[] = {
        "airport",   "cathedral", "hospital", "library",   "museum",   "stadium", "station",
        "zoo",       "centre",    "center",   "theatre",   "opera",    "house",   "church",
        "chapel",    "mosque",    "temple",   "monastery", "prison",   "castle",  "palace",
        "synagogue", "airfield",  "arena",    "cemetery",  "shipyard", "clinic"};
    const std::string_view name = reading_.document.text(mention.span);
    const std::size_t of = name.find(" of ");
    const std::string_view head = of == std::string_view::npos ? name : name.substr(0, of);
    const std::size_t space = head.rfind(' ');
    if (space == std::string_view::npos || !is_one_of(lower_case(head.substr(space + 1)), houses)) return;
    EntityIndex place = no_entity;
    if (of != std::string_view::npos) place = place_named(name.substr(of + 4));
    if (place == no_entity) place = place_among(head.substr(0, space));
    constexpr std::string_view settled[] = {"", "city", "region", "village"};
    if (place == no_entity || place == mention.entity ||
        !is_one_of(reading_.entities.entities[place].kind, settled))
      return;
    relations_.add("LOCATED_IN", mention.entity, place, mention.first, mention.last, 0.65f);
  }
  // The place that the words begin with, past "Royal" and the like: "Elm" of "Royal Elm General"
  EntityIndex place_among(std::string_view words) const {
    constexpr std::string_view passed[] = {"Central", "Grand",        "Greater", "Imperial",
                                           "Metro",   "Metropolitan", "Old",     "Royal"};
    const std::size_t space = words.find(' ');
    if (space != std::string_view::npos && is_one_of(words.substr(0, space), passed))
      words.remove_prefix(space + 1);
    for (std::size_t end = words.size(); end != std::string_view::npos && end > 0;
         end = words.rfind(' ', end - 1))
      if (const EntityIndex place = place_named(words.substr(0, end)); place != no_entity) return place;
    return no_entity;
  }
  // "parliament", "foreign ministry": names that say what an organ is but not of which state
  static bool is_bare_organ(std::string_view lower) {
    constexpr std::string_view organs[] = {"army",
                                           "cabinet",
                                           "central bank",
                                           "congress",
                                           "constitutional court",
                                           "defence ministry",
                                           "defense ministry",
                                           "finance ministry",
                                           "foreign ministry",
                                           "health ministry",
                                           "house of representatives",
                                           "interior ministry",
                                           "justice ministry",
                                           "legislative council",
                                           "legislature",
                                           "national assembly",
                                           "national guard",
                                           "navy",
                                           "parliament",
                                           "senate",
                                           "supreme court",
                                           "treasury"};
    return is_one_of(lower, organs);
  }
  // "Norland needs a strong Congress": an organ of the only state that the sentence tells of.
  void of_nation(const Mention& mention) {
    const std::string name = lower_case(reading_.document.text(mention.span));
    if (!is_bare_organ(name)) return;
    constexpr TokenIndex reach = 60;  // tokens; keeps huge sentences linear
    const Sentence& sentence = reading_.sentence(mention.first);
    TokenIndex near = mention.first;
    EntityIndex state = no_entity;
    for (TokenIndex t = std::max(sentence.first, mention.first > reach ? mention.first - reach : 0);
         t < std::min(sentence.last, mention.last + reach); ++t) {
      EntityIndex place = reading_.actor_at(t);
      if (place == no_entity) place = demonyms_.place_of(reading_.text(t));
      if (place == no_entity || !reading_.is_type(place, EntityType::place) || !reading_.is_country(place))
        continue;
      if (state != no_entity && place != state) return;
      state = place;
      const Deprel relation = reading_.token(t).relation;
      if (relation == Deprel::nsubj || relation == Deprel::nmod_poss || relation == Deprel::amod ||
          relation == Deprel::nmod)
        near = t;
    }
    // What American papers call their own: "The Army said two soldiers died in Norland".
    constexpr std::string_view american[] = {
        "army", "congress", "house of representatives", "navy", "senate", "national guard", "treasury"};
    if (state != focus_.country() && is_one_of(name, american)) return;
    if (near != mention.first)
      relations_.add("PART_OF", mention.entity, state, std::min(near, mention.first),
                     std::max(near + 1, mention.last), 0.6f);
  }
  // "Northern Command of the Royal Army" where the Royal Army is named alone, too.
  EntityIndex whole_named_in(std::string_view name) const {
    for (std::string_view joint : {std::string_view(" of the "), std::string_view(" of ")}) {
      const std::size_t at = name.find(joint);
      if (at == std::string_view::npos) continue;
      const std::string_view tail = name.substr(at + joint.size());
      const std::string_view head = name.substr(0, at);
      if (!is_organization_noun(lower_case(head.substr(head.rfind(' ') + 1)))) continue;
      if (tail.find(' ') == std::string_view::npos && !is_acronym(tail)) continue;
      const auto whole = bodies_.find(tail);
      if (whole != bodies_.end()) return whole->second;
    }
    return no_entity;
  }
  // "Senate Finance Committee", "UN Security Council" where the Senate and the UN are named alone, too.
  EntityIndex whole_named_in_front(std::string_view name) const {
    constexpr std::string_view parts[] = {
        "agency",  "assembly",   "association",  "board",     "branch",    "bureau",      "center",
        "centre",  "chapter",    "college",      "command",   "council",   "commission",  "committee",
        "court",   "department", "faculty",      "institute", "division",  "fund",        "laboratory",
        "mission", "office",     "directorate",  "program",   "programme", "secretariat", "school",
        "section", "service",    "subcommittee", "unit"};
    const std::size_t last = name.rfind(' ');
    if (last == std::string_view::npos || name.find('&') != std::string_view::npos) return no_entity;
    if (!is_one_of(lower_case(name.substr(last + 1)), parts)) return no_entity;
    for (std::size_t end = last; end != std::string_view::npos && end > 0; end = name.rfind(' ', end - 1)) {
      const auto whole = bodies_.find(name.substr(0, end));
      if (whole != bodies_.end()) return whole->second;
    }
    return no_entity;
  }
  EntityIndex place_in_front(const Mention& mention) const {
    std::string words;
    for (TokenIndex t = mention.first; t + 1 < mention.last && t < mention.first + 3; ++t) {
      if (!words.empty()) words += ' ';
      words += reading_.text(t);
      if (words == "the" || words == "The") {
        words.clear();
        continue;
      }
      if (reading_.token(t).upos == Upos::ADP || reading_.token(t).upos == Upos::CCONJ) break;
      if (const EntityIndex place = place_named(words); place != no_entity) return place;
      if (const EntityIndex country = demonyms_.place_of(words); country != no_entity) return country;
      if (const EntityIndex country = demonyms_.place_of(reading_.text(t)); country != no_entity)
        return country;
    }
    const Sentence& sentence = reading_.sentence(mention.first);
    if (mention.first == sentence.first) return no_entity;
    TokenIndex before = mention.first - 1;
    if (const EntityIndex country = demonyms_.place_of(reading_.text(before)); country != no_entity)
      return country;
    const Mention* place = reading_.mention_at(before);  // "the US Department of Energy"
    const bool beside = place && place->kind == MentionKind::name && place->last == mention.first;
    return beside && reading_.is_type(place->entity, EntityType::place) ? place->entity : no_entity;
  }

  EntityIndex place_named(std::string_view name) const {
    if (names_.empty()) {
      for (EntityIndex e = 0; e < reading_.entities.entities.size(); ++e) {
        const Entity& entity = reading_.entities.entities[e];
        if (entity.type != EntityType::place) continue;
        names_.try_emplace(entity.name, e);
        for (const std::string& alias : entity.aliases) names_.try_emplace(alias, e);
      }
      names_.try_emplace("", no_entity);
    }
    const auto found = names_.find(name);
    return found == names_.end() ? no_entity : found->second;
  }

  // "O, a subsidiary of Q", "Q's elite unit O", "an elite group within Q called O"
  void body_noun(TokenIndex t) {
    constexpr std::string_view selves[] = {"party", "group",  "company", "bank",   "government", "army",
                                           "force", "police", "agency",  "channel"};  // "the O party": O
    const NounRole role = syntax_.word(t).noun_role;
    if ((role != NounRole::body && !syntax_.lemma_is(t, "part")) || reading_.actor_at(t) != no_entity) return;
    if (t > 0 && (syntax_.lemma_is(t - 1, "sister") || syntax_.lemma_is(t - 1, "rival"))) return;
    if (t > 0 && (syntax_.lemma_is(t - 1, "parent") || syntax_.lemma_is(t - 1, "holding"))) return parent(t);
    std::vector<Bound> wholes;
    for (const Bound& owner : owners_of(reading_, demonyms_, t)) {
      const bool within =
          owner.preposition == "within" || owner.preposition == "of" || owner.preposition == "'s" ||
          (owner.preposition.empty() && owner.token + 1 == t && !is_one_of(reading_.token(t).lemma, selves));
      if (within && reading_.is_type(owner.entity, EntityType::organization)) wholes.push_back(owner);
    }
    if (wholes.empty()) return;
    std::vector<Bound> parts = referents(reading_, t);
    if (parts.empty()) parts = named_in_front(t);
    for (const Bound& one : parts)
      for (const Bound& whole : wholes)
        if (reading_.is_type(one.entity, EntityType::organization))
          relations_.add("PART_OF", one.entity, whole.entity, std::min({t, one.token, whole.token}),
                         std::max({t, one.token, whole.token}) + 1, 0.7f);
  }

  // "its O unit"
  std::vector<Bound> named_in_front(TokenIndex t) const {
    const Mention* mention = t > reading_.sentence(t).first ? reading_.mention_at(t - 1) : nullptr;
    if (!mention || mention->kind != MentionKind::name ||
        !reading_.is_type(mention->entity, EntityType::organization))
      return {};
    return {{mention->entity, t - 1, "", false, 0.7f}};
  }
  // "O, the parent of Q", "Q's owner, O"
  void parent(TokenIndex t) {
    if (reading_.actor_at(t) != no_entity) return;
    std::vector<Bound> wholes = referents(reading_, t);
    std::erase_if(wholes,
                  [&](const Bound& one) { return !reading_.is_type(one.entity, EntityType::organization); });
    if (wholes.empty()) wholes = before_comma(t);
    for (const Bound& part : owners_of(reading_, demonyms_, t))
      for (const Bound& whole : wholes)
        if (reading_.is_type(part.entity, EntityType::organization) &&
            reading_.is_type(whole.entity, EntityType::organization))
          relations_.add("PART_OF", part.entity, whole.entity, std::min({t, part.token, whole.token}),
                         std::max({t, part.token, whole.token}) + 1, 0.7f);
  }
  // "O, former parent of Q," by the words alone
  std::vector<Bound> before_comma(TokenIndex t) const {
    const TokenIndex start = phrase_start(reading_, t);
    if (start < reading_.sentence(t).first + 2 || reading_.text(start - 1) != ",") return {};
    const EntityIndex before = reading_.actor_at(start - 2);
    if (before == no_entity) return {};
    return {{before, start - 2, "", false, 0.7f}};
  }

  // "O has its headquarters in L", "O's headquarters are in L", "the headquarters of O in L"
  void seat(TokenIndex t) {
    constexpr std::string_view seats[] = {"headquarters", "headquarter", "seat", "office", "base"};
    if (!is_one_of(reading_.token(t).lemma, seats)) return;
    const auto possessor = syntax_.child(t, Deprel::nmod_poss);
    const bool own_seat =
        reading_.token(t).lemma == "seat" && possessor && reading_.text(*possessor) == "its";
    const bool main =
        own_seat || reading_.token(t).lemma.starts_with("headquarter") || syntax_.child(t, Deprel::amod);
    if (!main) return;
    for (const Bound& body : seated(t))
      for (const TokenIndex c : seat_places(t))
        if (reading_.is_type(body.entity, EntityType::organization))
          relations_.add("LOCATED_IN", body.entity, place_of_phrase(reading_, c),
                         std::min({body.token, t, c}), std::max({body.token, t, c}) + 1, 0.8f);
  }
  std::vector<Bound> seated(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      const bool of = relation == Deprel::nmod && syntax_.preposition(c) == "of";
      if (of || relation == Deprel::nmod_poss || relation == Deprel::compound)
        if (auto found = referents(reading_, c); !found.empty()) return found;
    }
    const auto verb = syntax_.head(t);
    if (!verb) return {};
    const bool with = syntax_.preposition(t) == "with" && reading_.actor_at(*verb) != no_entity;
    if (with) return {{reading_.actor_at(*verb), *verb, "", false, 0.8f}};  // "O, with headquarters in L"
    const auto possessor = syntax_.child(t, Deprel::nmod_poss);
    const bool own = syntax_.lemma_is(*verb, "have") || (possessor && reading_.text(*possessor) == "its");
    if (own && syntax_.is_verb(*verb))
      if (const auto subject = syntax_.subject(*verb)) return referents(reading_, *subject);
    return {};
  }
  std::vector<TokenIndex> seat_places(TokenIndex t) const {
    std::vector<TokenIndex> places;
    const auto look = [&](TokenIndex head) {
      const bool moves = syntax_.lemma_is(head, "move") || syntax_.lemma_is(head, "relocate");
      for (TokenIndex c : syntax_.children(head))
        if (syntax_.preposition(c) == "in" || syntax_.preposition(c) == "at" ||
            (moves && syntax_.preposition(c) == "to"))
          places.push_back(c);
    };
    look(t);
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation == Deprel::acl && (syntax_.lemma_is(c, "locate") || syntax_.lemma_is(c, "situate")))
        look(c);
      if (relation == Deprel::compound && reading_.is_type(reading_.actor_at(c), EntityType::place))
        places.push_back(c);
    }
    if (const auto head = syntax_.head(t); head && places.empty()) {
      look(*head);
      if (syntax_.child(*head, Deprel::cop) && reading_.token(t).relation == Deprel::nsubj &&
          syntax_.preposition(*head) == "in")
        places.push_back(*head);
    }
    return places;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const Demonyms& demonyms_;
  const OfficeFocus& focus_;
  RelationCollector& relations_;
  std::map<std::string_view, EntityIndex> bodies_;  // organizations by their names
  mutable std::map<std::string, EntityIndex, std::less<>> names_;
};

}  // namespace

void find_bodies(const Reading& reading, const Demonyms& demonyms, const OfficeFocus& focus,
                 RelationCollector& relations) {
  BodyFinder(reading, demonyms, focus, relations).run();
}

}  // namespace attest::extract
