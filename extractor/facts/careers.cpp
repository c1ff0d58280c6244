#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/event_clues.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// What lives tell: posts that somebody moved to, chairs held, who was the first of a country, where couples
/// come from, seats without an article.
class CareerFinder {
 public:
  CareerFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), relations_(relations) {}

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      if (reading_.token(t).upos == Upos::VERB) {
        moved_to_post(t);
        held_chair(t);
      } else if (syntax_.is_noun(t)) {
        first_of_country(t);
        seat_in_town(t);
        origin_of_couple(t);
      }
      crowned(t);
      lives(t);
    }
  }

 private:
  void hold(const Bound& who, EntityIndex where, TokenIndex at, TokenIndex office) {
    const TokenIndex first = std::min({who.token, at, office}), last = std::max({who.token, at, office});
    Relation* relation = relations_.add("HOLDS_POSITION", who.entity, where, first, last + 1, 0.65f);
    if (relation && relation->title.empty()) relation->title = title_of(reading_, office);
  }

  // "P went to L as professor of physics", "P returned to O as its rector"
  void moved_to_post(TokenIndex verb) {
    constexpr std::string_view moving[] = {"go",     "return",   "move",    "come",
                                           "travel", "relocate", "migrate", "emigrate"};
    constexpr std::string_view fetching[] = {"call",     "summon", "invite", "send",
                                             "transfer", "post",   "appoint"};
    const std::string& lemma = reading_.token(verb).lemma;
    const bool fetched = is_one_of(lemma, fetching) && syntax_.is_passive(verb);
    if ((!fetched && !is_one_of(lemma, moving)) || !EventClues(reading_).is_stated(verb)) return;
    const auto subject = fetched ? syntax_.patient(verb) : syntax_.subject(verb);
    const auto aim = phrase_with(verb, "to"), office = office_after_as(verb);
    if (!subject || !aim || !office) return;
    const EntityIndex body = reading_.actor_at(*aim);
    const EntityIndex place = place_of_phrase(reading_, *aim);
    for (const Bound& who : referents(reading_, *subject)) {
      if (reading_.is_type(place, EntityType::place))
        relations_.add("LIVES_IN", who.entity, place, std::min(who.token, verb),
                       std::max(*aim, who.token) + 1, 0.65f);
      const bool organization = reading_.is_type(body, EntityType::organization);
      const bool post = syntax_.word(*office).noun_role == NounRole::office;
      if (post && !has_owner(*office) &&
          (organization || (reading_.is_type(place, EntityType::place) && serves_town(*office))))
        hold(who, organization ? body : place, *aim, *office);
    }
  }
  std::optional<TokenIndex> phrase_with(TokenIndex verb, std::string_view preposition) const {
    for (TokenIndex c : syntax_.children(verb))
      if (reading_.token(c).relation == Deprel::obl && c > verb && syntax_.preposition(c) == preposition)
        return c;
    return std::nullopt;
  }
  // The office noun after "as", wherever the tree hangs it.
  std::optional<TokenIndex> office_after_as(TokenIndex verb) const {
    constexpr TokenIndex reach = 14, longest = 5;
    const TokenIndex end = std::min(reading_.sentence(verb).last, verb + reach);
    for (TokenIndex t = verb + 1; t + 1 < end && !opens_clause(reading_, t); ++t) {
      if (reading_.text(t) != "as") continue;
      for (TokenIndex n = t + 1; n < std::min(end, t + longest) && !opens_clause(reading_, n); ++n)
        if (syntax_.is_noun(n) && is_post(n)) return n;
      return std::nullopt;
    }
    return std::nullopt;
  }
  bool is_post(TokenIndex noun) const {
    const NounRole role = syntax_.word(noun).noun_role;
    const bool modifies = noun + 1 < reading_.sentence(noun).last && syntax_.is_noun(noun + 1);
    return role == NounRole::office || (role == NounRole::membership && !modifies);
  }
  // "as professor at O": not of where he went.
  bool has_owner(TokenIndex office) const {
    for (TokenIndex t = office + 1; t < std::min(reading_.sentence(office).last, office + 6); ++t) {
      if (reading_.token(t).upos == Upos::PUNCT || opens_clause(reading_, t)) return false;
      const Mention* mention = reading_.mention_at(t);
      if (mention && mention->entity != no_entity && !reading_.is_type(mention->entity, EntityType::person))
        return true;
    }
    return false;
  }
  // Posts that a town has, and not a state or a firm.
  bool serves_town(TokenIndex office) const {
    constexpr std::string_view posts[] = {"professor",  "lecturer", "rector",    "governor", "bishop",
                                          "archbishop", "mayor",    "judge",     "consul",   "vicar",
                                          "pastor",     "rabbi",    "headmaster"};
    return is_one_of(lower_case(reading_.token(office).lemma), posts);
  }

  // "P held the chair of physics at O", "O, where P held the chairs of medicine and botany"
  void held_chair(TokenIndex verb) {
    constexpr std::string_view holding[] = {"hold", "occupy", "take", "accept", "receive", "obtain"};
    constexpr std::string_view posts[] = {"chair",       "chairs",       "professorship", "professorships",
                                          "lectureship", "directorship", "rectorship",    "editorship"};
    if (!is_one_of(reading_.token(verb).lemma, holding)) return;
    const auto object = syntax_.child(verb, Deprel::obj);
    if (!object || !is_one_of(reading_.text(*object), posts)) return;
    const auto subject = syntax_.subject(verb);
    if (!subject || !EventClues(reading_).is_stated(verb)) return;
    auto body = body_where(verb);
    if (!body) body = body_at(*object);
    if (!body) return;
    for (const Bound& who : referents(reading_, *subject)) hold(who, body->entity, body->token, *object);
  }
  // "O, where P held …"
  std::optional<Bound> body_where(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb)) {
      if (reading_.text(c) != "where" || c < reading_.sentence(verb).first + 2) continue;
      const TokenIndex name = reading_.text(c - 1) == "," ? c - 2 : c - 1;
      return named(reading_.outer_mention_at(name));
    }
    return std::nullopt;
  }
  // The body after "at".
  std::optional<Bound> body_at(TokenIndex noun) const {
    constexpr TokenIndex reach = 10;
    const TokenIndex end = std::min(reading_.sentence(noun).last, noun + reach);
    for (TokenIndex t = noun + 1; t + 1 < end && !opens_clause(reading_, t); ++t)
      if (reading_.text(t) == "at") {
        const TokenIndex name = t + 1 + (reading_.token(t + 1).upos == Upos::DET);
        return name < end ? named(reading_.outer_mention_at(name)) : std::nullopt;
      }
    return std::nullopt;
  }
  std::optional<Bound> named(const Mention* mention) const {
    const bool body = mention && mention->kind == MentionKind::name &&
                      reading_.is_type(mention->entity, EntityType::organization);
    return body ? std::optional(Bound{mention->entity, mention->head, "at", false, 0.7f}) : std::nullopt;
  }

  // "P became L's first woman in space", "P, L's best-known poet": who is counted among a country's people.
  void first_of_country(TokenIndex noun) {
    if (syntax_.word(noun).noun_role == NounRole::office || inside_name(reading_, noun)) return;
    const auto owner = syntax_.child(noun, Deprel::nmod_poss);
    const EntityIndex country = owner ? reading_.actor_at(*owner) : no_entity;
    if (!reading_.is_type(country, EntityType::place) ||
        reading_.entities.entities[country].kind != "country")
      return;
    if (!is_person_noun(reading_, noun) && !is_human(noun)) return;
    if (!is_ranked(*owner, noun)) return;
    for (const Bound& holder : holders_of(reading_, noun))
      relations_.add("CITIZEN_OF", holder.entity, country, std::min(holder.token, *owner),
                     std::max(holder.token, noun) + 1, 0.7f * holder.confidence);
  }
  bool is_human(TokenIndex noun) const {
    constexpr std::string_view humans[] = {"man", "woman", "person", "citizen", "female", "male"};
    return is_one_of(reading_.token(noun).lemma, humans);
  }
  bool is_ranked(TokenIndex from, TokenIndex noun) const {
    constexpr std::string_view ranks[] = {
        "first",      "second",     "third",   "only",      "last",     "greatest", "leading", "foremost",
        "most",       "best",       "top",     "prominent", "youngest", "oldest",   "finest",  "famous",
        "celebrated", "well-known", "richest", "favourite", "favorite", "national"};
    for (TokenIndex t = from + 1; t < noun; ++t)
      if (is_one_of(lower_case(reading_.text(t)), ranks)) return true;
    return false;
  }

  // "P was Mayor in L", "P served as a councillor in L"; a judge in L is told elsewhere.
  void seat_in_town(TokenIndex noun) {
    constexpr std::string_view seats[] = {"mayor",     "councilman", "councilwoman", "councillor",
                                          "councilor", "alderman",   "alderwoman",   "burgomaster"};
    if (!is_one_of(lower_case(reading_.token(noun).lemma), seats) || inside_name(reading_, noun)) return;
    const TokenIndex end = std::min(reading_.sentence(noun).last, noun + 3);
    if (noun + 1 >= end || reading_.text(noun + 1) != "in" || noun + 2 >= end) return;
    const Mention* town = reading_.mention_at(noun + 2);
    if (!town || !reading_.is_type(town->entity, EntityType::place)) return;
    for (const Bound& holder : holders_of(reading_, noun))
      if (reading_.is_type(holder.entity, EntityType::person)) hold(holder, town->entity, town->first, noun);
  }

  // "Queen P of L" where the title is part of the name.
  void crowned(TokenIndex t) {
    constexpr std::string_view titles[] = {"King",   "Queen", "Emperor", "Empress", "Sultan",
                                           "Tsar",   "Czar",  "Pharaoh", "Emir",    "Shah",
                                           "Prince", "Duke",  "Bishop"};
    const Mention* name = reading_.mention_at(t);
    if (!name || name->first != t || t + 1 >= name->last || name->kind != MentionKind::name ||
        !reading_.is_type(name->entity, EntityType::person) || !is_one_of(reading_.text(t), titles))
      return;
    const TokenIndex end = reading_.sentence(t).last;
    if (name->last + 1 >= end || reading_.text(name->last) != "of") return;
    const Mention* realm = reading_.mention_at(name->last + 1);
    if (realm && reading_.is_type(realm->entity, EntityType::place))
      hold({name->entity, t, "of", false, 0.8f}, realm->entity, realm->first, t);
  }

  // "P was born in M and lives in L", by the words alone: "lives" is often taken for a noun.
  void lives(TokenIndex t) {
    const Sentence& sentence = reading_.sentence(t);
    if (reading_.text(t) != "lives" || t == sentence.first || t + 2 >= sentence.last) return;
    constexpr std::string_view leads[] = {"and", "but", "who", "now", "still", "also", "currently"};
    if (!is_one_of(reading_.text(t - 1), leads) || reading_.text(t + 1) != "in") return;
    const Mention* home = reading_.mention_at(t + 2);
    const auto subject = subject_before(t);
    if (!home || home->first != t + 2 || !reading_.is_type(home->entity, EntityType::place) || !subject)
      return;
    for (const Bound& who : referents(reading_, *subject))
      relations_.add("LIVES_IN", who.entity, home->entity, std::min(who.token, t), home->last, 0.7f);
  }
  // The nearest subject in front.
  std::optional<TokenIndex> subject_before(TokenIndex t) const {
    constexpr TokenIndex reach = 40;
    const TokenIndex begin = std::max(reading_.sentence(t).first, t > reach ? t - reach : 0);
    for (TokenIndex i = t; i > begin; --i) {
      const Deprel relation = reading_.token(i - 1).relation;
      if (relation == Deprel::nsubj || relation == Deprel::nsubj_pass) return i - 1;
    }
    return std::nullopt;
  }

  // "P, 42, and his wife Q, 36, from L": both.
  void origin_of_couple(TokenIndex spouse) {
    if (syntax_.word(spouse).noun_role != NounRole::kin_spouse) return;
    const Sentence& sentence = reading_.sentence(spouse);
    if (spouse < sentence.first + 3 || spouse + 1 >= sentence.last) return;
    const std::string_view whose = reading_.text(spouse - 1);
    if ((whose != "his" && whose != "her") || reading_.text(spouse - 2) != "and") return;
    TokenIndex before = past_age_backwards(spouse - 3, sentence.first);
    const Mention* one = reading_.mention_at(before);
    TokenIndex name = spouse + 1;
    if (reading_.text(name) == "," && name + 1 < sentence.last) ++name;
    const Mention* other = reading_.mention_at(name);
    if (!one || !other || !reading_.is_type(one->entity, EntityType::person) ||
        !reading_.is_type(other->entity, EntityType::person))
      return;
    TokenIndex t = other->last;
    if (t + 2 < sentence.last && reading_.text(t) == "," && reading_.token(t + 1).upos == Upos::NUM) t += 2;
    if (t < sentence.last && reading_.text(t) == ",") ++t;
    if (t + 1 >= sentence.last || (reading_.text(t) != "from" && reading_.text(t) != "of")) return;
    const Mention* home = reading_.mention_at(t + 1);
    if (!home || !reading_.is_type(home->entity, EntityType::place)) return;
    for (const Mention* person : {one, other})
      relations_.add("LIVES_IN", person->entity, home->entity, one->first, home->last, 0.7f);
  }
  // The token before ", 42,".
  TokenIndex past_age_backwards(TokenIndex t, TokenIndex begin) const {
    if (t > begin && reading_.text(t) == ",") --t;
    if (t > begin + 1 && reading_.token(t).upos == Upos::NUM && reading_.text(t - 1) == ",") t -= 2;
    return t;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  RelationCollector& relations_;
};

}  // namespace

void find_careers(const Reading& reading, RelationCollector& relations) {
  CareerFinder(reading, relations).run();
}

}  // namespace attest::extract
