#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/place_references.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// Whose citizen somebody is and where one is from, told by nouns, adjectives and what stands beside a name:
/// "a resident of L", "P from L", "the Norwegian physicist P", "P holds Norwegian citizenship".
class OriginFinder {
 public:
  OriginFinder(const Reading& reading, const Demonyms& demonyms, const PlaceReferences& places,
               RelationCollector& relations)
      : reading_(reading),
        syntax_(reading.syntax),
        demonyms_(demonyms),
        places_(places),
        relations_(relations) {}

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      const Upos upos = reading_.token(t).upos;
      if (upos == Upos::NOUN || upos == Upos::PROPN) {
        noun(t);
      } else if (upos == Upos::ADJ && reading_.text(t) == "native" && reading_.actor_at(t) != no_entity) {
        belonging(t, NounRole::native);
      } else if (upos == Upos::ADJ && reading_.text(t) == "national" && !modifies_noun(t)) {
        belonging(t, NounRole::citizen);
      } else if (upos == Upos::ADJ && syntax_.child(t, Deprel::cop)) {
        predicate(t);
      }
      if (reading_.text(t) == "born") born_abroad(t);
      const Mention* mention = reading_.mention_at(t);
      const bool name = mention && mention->first == t && mention->kind == MentionKind::name &&
                        mention->entity != no_entity;
      if (name && reading_.type_of(mention->entity) == EntityType::person) origin_beside(*mention);
    }
  }

 private:
  void noun(TokenIndex t) {
    const NounRole role = syntax_.word(t).noun_role;
    if (role == NounRole::citizen || role == NounRole::resident || role == NounRole::native)
      belonging(t, role);
    origin(t);
    origin_behind(t);
    if (is_person_noun(reading_, t)) {
      nationality(t);
      local(t);
    }
    if (reading_.token(t).relation == Deprel::appos) countryman(t);
    if (syntax_.lemma_is(t, "citizenship") || syntax_.lemma_is(t, "nationality")) citizenship(t);
    if (syntax_.child(t, Deprel::cop) && syntax_.preposition(t) == "from") comes_from(t);
  }

  // "P, a resident of L", "P became an American citizen"
  void belonging(TokenIndex t, NounRole role) {
    const std::string_view type = role == NounRole::citizen    ? "CITIZEN_OF"
                                  : role == NounRole::resident ? "LIVES_IN"
                                                               : "BORN_IN";
    auto holders = holders_of(reading_, t);
    if (holders.empty()) itself(t, holders);
    if (holders.empty()) return;
    std::vector<Bound> owners = owners_of(reading_, demonyms_, t);
    if (const auto chain = role == NounRole::native ? chain_before(t) : std::nullopt) owners = {*chain};
    if (owners.empty()) meant_place(t, owners);
    for (const Bound& owner : owners)
      for (const Bound& holder : holders)
        relations_.add(type, holder.entity, owner.entity, std::min({t, holder.token, owner.token}),
                       std::max({t, holder.token, owner.token}) + 1, holder.confidence * owner.confidence);
  }

  // "The Oslo native": of whom the text spoke last.
  void itself(TokenIndex t, std::vector<Bound>& holders) const {
    const EntityIndex who = reading_.actor_at(t);
    if (reading_.is_type(who, EntityType::person)) holders.push_back({who, t, "", false, 0.75f});
  }
  // "The Salem, Oregon, native": Salem.
  std::optional<Bound> chain_before(TokenIndex t) const {
    const TokenIndex begin = reading_.sentence(t).first;
    if (t < begin + 4 || reading_.text(t - 1) != ",") return std::nullopt;
    const Mention* whole = reading_.mention_at(t - 2);
    if (!whole || whole->first < begin + 2 || reading_.text(whole->first - 1) != ",") return std::nullopt;
    const Mention* town = reading_.mention_at(whole->first - 2);
    const bool places = town && is_place(*town) && is_place(*whole);
    return places ? std::optional(Bound{town->entity, town->head, "", false, 0.85f}) : std::nullopt;
  }
  bool is_place(const Mention& mention) const {
    return mention.kind == MentionKind::name && reading_.is_type(mention.entity, EntityType::place);
  }

  // "a resident of the village"
  void meant_place(TokenIndex t, std::vector<Bound>& owners) const {
    for (TokenIndex c : syntax_.children(t))
      if (reading_.token(c).relation == Deprel::nmod && syntax_.preposition(c) == "of")
        if (const EntityIndex place = places_.place_at(c); place != no_entity)
          owners.push_back({place, c, "of", false, 0.7f});
  }

  // "P, a Norwegian,"
  void countryman(TokenIndex t) {
    const auto holder = syntax_.head(t);
    const auto article = syntax_.child(t, Deprel::det);
    const EntityIndex country = demonyms_.place_of(reading_.text(t));
    if (!holder || !article || country == no_entity || reading_.actor_at(t) != no_entity) return;
    if (const EntityIndex who = reading_.actor_at(*holder); who != no_entity)
      relations_.add("CITIZEN_OF", who, country, std::min(*holder, t), std::max(*holder, t) + 1, 0.65f);
  }
  // "the Norwegian-born physicist P", "Norwegian-born P"
  void born_abroad(TokenIndex born) {
    const TokenIndex begin = reading_.sentence(born).first, end = reading_.sentence(born).last;
    if (born < begin + 2 || reading_.text(born - 1) != "-") return;
    const EntityIndex country = demonyms_.place_of(reading_.text(born - 2));
    if (country == no_entity) return;
    constexpr TokenIndex longest = 6;
    TokenIndex noun = born + 1;
    while (noun < std::min(end, born + longest) && !reading_.mention_at(noun) &&
           (reading_.token(noun).upos == Upos::NOUN || reading_.token(noun).upos == Upos::ADJ))
      ++noun;
    const Mention* name = noun < end ? reading_.mention_at(noun) : nullptr;
    if (name && name->first == noun && name->kind == MentionKind::name) {
      relations_.add("BORN_IN", name->entity, country, born - 2, name->last, 0.7f);
    } else if (noun > born + 1) {
      for (const Bound& one : referents(reading_, noun - 1))
        relations_.add("BORN_IN", one.entity, country, std::min(one.token, born - 2),
                       std::max(one.token + 1, noun), 0.65f);
    }
  }
  // "P holds Norwegian citizenship", "both French and Spanish citizenship", "was granted citizenship of L"
  void citizenship(TokenIndex t) {
    const auto verb = syntax_.head(t);
    if (!verb || !syntax_.is_verb(*verb) || syntax_.is_negated(*verb)) return;
    constexpr std::string_view lost[] = {"lose",   "renounce", "seek",  "deny",    "refuse",
                                         "revoke", "strip",    "apply", "request", "want"};
    const auto subject = syntax_.is_passive(*verb) ? syntax_.patient(*verb) : syntax_.subject(*verb);
    if (!subject || is_one_of(reading_.token(*verb).lemma, lost)) return;
    const auto state = [&](EntityIndex country, TokenIndex at) {
      for (const Bound& who : referents(reading_, *subject))
        relations_.add("CITIZEN_OF", who.entity, country, std::min(who.token, at),
                       std::max({who.token, t, at}) + 1, 0.75f);
    };
    for (TokenIndex m = phrase_start(reading_, t); m < t; ++m)
      if (const EntityIndex country = demonyms_.place_of(reading_.text(m)); country != no_entity)
        state(country, m);
    for (TokenIndex c : syntax_.children(t)) {
      if (reading_.token(c).relation == Deprel::amod)
        for (const TokenIndex one : syntax_.conjuncts(c))
          if (const EntityIndex country = demonyms_.place_of(reading_.text(one)); country != no_entity)
            state(country, one);
      if (reading_.token(c).relation == Deprel::nmod && syntax_.preposition(c) == "of")
        if (const EntityIndex country = place_of_phrase(reading_, c); country != no_entity) state(country, c);
    }
  }
  // "P was from L"
  void comes_from(TokenIndex place) {
    const auto subject = syntax_.child(place, Deprel::nsubj);
    if (!subject || syntax_.is_negated(place)) return;
    for (const Bound& who : referents(reading_, *subject))
      relations_.add("LIVES_IN", who.entity, place_of_phrase(reading_, place), std::min(who.token, place),
                     std::max(who.token, place) + 1, 0.75f);
  }

  // "P from L", "P of L", "P was an artist from L"
  void origin(TokenIndex t) {
    for (TokenIndex c : syntax_.children(t)) {
      if (reading_.token(c).relation != Deprel::nmod) continue;
      const std::string_view preposition = syntax_.preposition(c);
      if (preposition != "from" && preposition != "of") continue;
      const EntityIndex place = place_of_phrase(reading_, c);
      if (place == no_entity) continue;
      const EntityIndex own = reading_.actor_at(t);
      const float sure = preposition == "from" ? 0.8f : 0.5f;
      if (own != no_entity) {
        if (reading_.mention_at(t)->kind == MentionKind::name && !(preposition == "of" && is_titled(t)))
          relations_.add("LIVES_IN", own, place, t, c + 1, sure);
      } else if (preposition == "from" && syntax_.word(t).noun_role != NounRole::office) {
        for (const Bound& holder : holders_of(reading_, t))
          relations_.add("LIVES_IN", holder.entity, place, std::min(t, holder.token),
                         std::max(c, holder.token) + 1, 0.7f * holder.confidence);
      }
    }
  }

  // "P, a mother of three from L", by the words alone
  void origin_behind(TokenIndex t) {
    if (reading_.token(t).relation != Deprel::appos || !is_person_noun(reading_, t)) return;
    constexpr TokenIndex longest = 6;
    const TokenIndex end = std::min(reading_.sentence(t).last, t + longest);
    TokenIndex i = t + 1;
    while (i + 1 < end && reading_.text(i) != "from" && reading_.token(i).upos != Upos::PUNCT &&
           !opens_clause(reading_, i))
      ++i;
    if (i + 1 >= end || i == t + 1 || reading_.text(i) != "from") return;
    if (const Mention* place = place_phrase_from(reading_, i + 1, reading_.sentence(t).last))
      for (const Bound& holder : holders_of(reading_, t))
        relations_.add("LIVES_IN", holder.entity, place->entity, std::min(t, holder.token),
                       std::max(place->last, holder.token + 1), 0.65f);
  }

  // "King P of L": the title's place, not a home.
  bool is_titled(TokenIndex t) const {
    const Mention& mention = *reading_.mention_at(t);
    const TokenIndex first = mention.first;
    const std::string_view last = reading_.text(mention.last - 1);  // "Erik II of L"
    if (mention.last - first > 1 && last.find_first_not_of("IVX") == std::string_view::npos) return true;
    if (first + 1 < mention.last && syntax_.word(first).noun_role == NounRole::office) return true;
    return title_before(reading_, mention).has_value();
  }

  // "brought P from L": where the way began.
  bool is_carried(TokenIndex t) const {
    constexpr std::string_view verbs[] = {"bring",     "return", "carry", "take",   "send",      "move",
                                          "transfer",  "deport", "expel", "remove", "transport", "fly",
                                          "extradite", "free",   "exile", "recall", "evacuate",  "rescue"};
    for (int step = 0; step < 4; ++step) {
      if (syntax_.is_verb(t)) return is_one_of(reading_.token(t).lemma, verbs);
      const auto head = syntax_.head(t);
      if (!head || reading_.token(t).relation == Deprel::nsubj) return false;
      t = *head;
    }
    return false;
  }

  // "P from L", "P from the village of L" by the words alone.
  void origin_beside(const Mention& mention) {
    const Sentence& sentence = reading_.sentence(mention.first);
    TokenIndex t = mention.last;
    if (t >= sentence.last || reading_.text(t) != "from" || is_carried(mention.head)) return;
    for (++t; t < std::min(sentence.last, mention.last + 6); ++t) {
      const Mention* place = reading_.mention_at(t);
      if (place && place->first == t && place->kind == MentionKind::name) {
        relations_.add("LIVES_IN", mention.entity, place->entity, mention.first, place->last, 0.7f);
        return;
      }
      const Upos upos = reading_.token(t).upos;
      const bool leads_on = upos == Upos::DET || upos == Upos::ADJ || reading_.text(t) == "of" ||
                            syntax_.word(t).noun_role == NounRole::region;
      if (!leads_on) return;
    }
  }

  // "P was a Peruvian-Danish architect", "P, a German physicist", "German physicist P"
  void nationality(TokenIndex t) {
    const Deprel relation = reading_.token(t).relation;
    const bool said_of = relation == Deprel::appos || syntax_.child(t, Deprel::cop) || before_name(t);
    if (!said_of || inside_name(reading_, t) || syntax_.word(t).noun_role == NounRole::office) return;
    for (TokenIndex m = phrase_start(reading_, t); m < t; ++m) {
      if (reading_.actor_at(m) != no_entity || holds_office(m, t)) continue;
      const std::string_view word = reading_.text(m);
      for (std::size_t at = 0; at < word.size();) {
        const std::size_t end = std::min(word.find('-', at), word.size());
        const EntityIndex country = demonyms_.place_of(word.substr(at, end - at));
        at = end + 1;
        if (country == no_entity) continue;
        for (const Bound& holder : holders_of(reading_, t))
          relations_.add("CITIZEN_OF", holder.entity, country, std::min(m, holder.token),
                         std::max(t, holder.token) + 1, 0.6f * holder.confidence);
      }
    }
  }

  // "P was French"
  void predicate(TokenIndex t) {
    const EntityIndex country = demonyms_.place_of(reading_.text(t));
    const auto subject = syntax_.subject(t);
    if (country == no_entity || !subject || syntax_.is_negated(t)) return;
    const EntityIndex who = reading_.actor_at(*subject);
    if (who != no_entity)
      relations_.add("CITIZEN_OF", who, country, std::min(t, *subject), std::max(t, *subject) + 1, 0.7f);
  }

  // "the French president": of the office, not the person.
  bool holds_office(TokenIndex first, TokenIndex last) const {
    for (TokenIndex t = first; t <= last; ++t)
      if (syntax_.word(t).noun_role == NounRole::office || syntax_.word(t).noun_role == NounRole::collective)
        return true;
    return false;
  }
  bool before_name(TokenIndex t) const {
    if (t + 1 >= reading_.sentence(t).last || reading_.token(t).upos != Upos::NOUN) return false;
    const bool pair = t + 3 < reading_.sentence(t).last && reading_.text(t + 1) == "and" &&
                      reading_.token(t + 2).upos == Upos::NOUN;  // "Norwegian singer and actress P"
    const TokenIndex name = pair ? t + 3 : t + 1;
    const Mention* mention = reading_.mention_at(name);
    return mention && mention->first == name && mention->kind == MentionKind::name;
  }
  // "U.S. rap star P", "Texas student P", "P, a Houston banker": of a country, or at home in a town
  void local(TokenIndex t) {
    constexpr std::string_view elsewhere[] = {"champion", "winner",     "veteran",  "expert", "finalist",
                                              "survivor", "specialist", "scholar",  "victim", "detainee",
                                              "prisoner", "suspect",    "hero",     "fan",    "supporter",
                                              "critic",   "bomber",     "attacker", "officer"};
    const std::string& lemma = reading_.token(t).lemma;
    const bool said_of = reading_.token(t).relation == Deprel::appos || before_name(t);
    if (!said_of || inside_name(reading_, t) || holds_office(t, t)) return;
    if (is_firm_noun(lemma) || is_one_of(lemma, elsewhere)) return;
    const TokenIndex begin = reading_.sentence(t).first;
    TokenIndex m = t;
    while (m > begin && !reading_.mention_at(m - 1) &&
           (reading_.token(m - 1).upos == Upos::ADJ || reading_.token(m - 1).upos == Upos::NOUN))
      --m;
    const Mention* place = m > begin ? reading_.mention_at(m - 1) : nullptr;
    if (!place || place->last != m || place->kind != MentionKind::name || place->entity == no_entity ||
        reading_.type_of(place->entity) != EntityType::place || holds_office(m, t))
      return;
    const bool country = reading_.entities.entities[place->entity].kind == "country";
    if (!country && m != t) return;
    for (const Bound& holder : holders_of(reading_, t))
      relations_.add(country ? "CITIZEN_OF" : "LIVES_IN", holder.entity, place->entity,
                     std::min(place->first, holder.token), std::max(t, holder.token) + 1,
                     0.65f * holder.confidence);
  }
  bool modifies_noun(TokenIndex t) const {
    const TokenIndex next = t + 1;
    return next < reading_.sentence(t).last && reading_.token(next).upos == Upos::NOUN;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const Demonyms& demonyms_;
  const PlaceReferences& places_;
  RelationCollector& relations_;
};

}  // namespace

void find_origins(const Reading& reading, const Demonyms& demonyms, const PlaceReferences& places,
                  RelationCollector& relations) {
  OriginFinder(reading, demonyms, places, relations).run();
}

}  // namespace attest::extract
