#include <algorithm>

#include <attest/extractor/facts/claims.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>

namespace attest::extract {
namespace {

// Finds who speaks at each verb of speech; remembers the last speakers, whom a bare "he said" may mean.
class Attributor {
 public:
  explicit Attributor(const Reading& reading) : reading_(reading), syntax_(reading.syntax) {}

  std::vector<Attribution> run() {
    std::vector<Attribution> found;
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      if (reading_.quotation_of[t] >= 0) continue;
      auto attribution = at(t);
      if (!attribution) continue;
      last_ = attribution->speaker;
      last_block_ = reading_.block_of(t);
      if (reading_.type_of(last_) == EntityType::person) last_person_ = last_;
      found.push_back(*attribution);
    }
    return found;
  }

 private:
  std::optional<Attribution> at(TokenIndex t) {
    if (is_according_to(t)) return according_to(t);
    const Speech speech = syntax_.word(t).speech;
    if (speech == Speech::none || !may_be_verb(t)) return std::nullopt;
    const auto who = speaker_token(t);
    if (!who) return std::nullopt;
    const EntityIndex speaker = speaker_of(*who);
    if (speaker == no_entity) return std::nullopt;
    return Attribution{t, speech, speaker, *who};
  }

  bool may_be_verb(TokenIndex t) const {
    const Upos upos = reading_.token(t).upos;
    return upos == Upos::VERB || upos == Upos::AUX;
  }

  bool is_according_to(TokenIndex t) const {
    if (t + 2 >= reading_.document.tokens.size()) return false;
    const std::string_view text = reading_.text(t);
    return (text == "According" || text == "according") && reading_.text(t + 1) == "to";
  }

  // The phrase goes to a comma or a verb; a person in it speaks rather than what the person is of.
  std::optional<Attribution> according_to(TokenIndex t) {
    const TokenIndex end = std::min<TokenIndex>(reading_.sentence(t).last, t + 14);
    std::optional<Attribution> found;
    for (TokenIndex at = t + 2; at < end && reading_.text(at) != ","; ++at) {
      if (reading_.token(at).upos == Upos::VERB || reading_.token(at).upos == Upos::AUX) break;
      const EntityIndex named = reading_.actor_at(at);
      if (named == no_entity || (found && !is_person(named))) continue;
      found = Attribution{t, Speech::say, named, reading_.mention_at(at)->head};
      if (is_person(named)) return found;
    }
    if (found && found->speaker_token + 2 < end && reading_.text(found->speaker_token + 1) == ",")
      if (const auto person = person_at(found->speaker_token + 2))
        return Attribution{t, Speech::say, reading_.actor_at(*person), *person};
    return found;
  }
  bool is_person(EntityIndex entity) const { return reading_.type_of(entity) == EntityType::person; }
  // The head of a person's name that begins here.
  std::optional<TokenIndex> person_at(TokenIndex t) const {
    const Mention* mention = reading_.mention_at(t);
    const bool name =
        mention && mention->first == t && mention->kind == MentionKind::name && mention->entity != no_entity;
    return name && is_person(mention->entity) ? std::optional(mention->head) : std::nullopt;
  }

  // The subject by the tree where it is somebody; else the name or noun beside the verb.
  std::optional<TokenIndex> speaker_token(TokenIndex verb) const {
    if (syntax_.is_passive(verb)) return passive_speaker(verb);
    const auto subject = syntax_.subject(verb);
    const bool outside = subject && reading_.quotation_of[*subject] < 0;
    if (outside && speaks_as_person(*subject)) return subject;
    if (const auto adjacent = person_just_before(verb)) return adjacent;
    if (outside && speaker_of(*subject) != no_entity) return subject;
    if (meets_quotation(verb))
      if (const auto near = person_before(verb)) return near;
    if (const auto near = beside(verb)) return near;
    return outside ? subject : std::nullopt;
  }
  bool speaks_as_person(TokenIndex subject) const {
    const EntityIndex speaker = speaker_of(subject);
    return speaker != no_entity && is_person(speaker);
  }

  // "X was quoted as saying" and "it was said by X"; not "it is said".
  std::optional<TokenIndex> passive_speaker(TokenIndex verb) const {
    if (syntax_.lemma_is(verb, "quote")) return syntax_.subject(verb);
    return syntax_.agent(verb);
  }

  // "…, P, said": the name that ends right before the verb.
  std::optional<TokenIndex> person_just_before(TokenIndex verb) const {
    const TokenIndex start = reading_.sentence(verb).first;
    if (verb < start + 2) return std::nullopt;
    const TokenIndex t = reading_.text(verb - 1) == "," ? verb - 2 : verb - 1;
    const Mention* mention = reading_.mention_at(t);
    const bool name = mention && mention->kind == MentionKind::name && mention->last == t + 1 &&
                      mention->entity != no_entity;
    return name && is_person(mention->entity) ? std::optional(mention->head) : std::nullopt;
  }

  // A colon or a comma and an opening mark come right after the verb.
  bool meets_quotation(TokenIndex verb) const {
    const TokenIndex end = std::min<TokenIndex>(reading_.sentence(verb).last, verb + 4);
    for (TokenIndex t = verb + 1; t < end; ++t) {
      if (reading_.quotation_of[t] >= 0) return true;
      if (reading_.token(t).upos != Upos::PUNCT) return false;
    }
    return reading_.text(end - 1) == ":";
  }
  std::optional<TokenIndex> person_before(TokenIndex verb) const {
    const TokenIndex start = reading_.sentence(verb).first;
    for (TokenIndex t = verb; t > start && verb - t < 40; --t)
      if (reading_.quotation_of[t - 1] < 0 && reading_.mention_at(t - 1))
        if (const auto person = person_at(reading_.mention_at(t - 1)->first); person && !possesses(t))
          return person;
    return std::nullopt;
  }

  bool possesses(TokenIndex after) const { return reading_.token(after).upos == Upos::PART; }

  // "… said P", "… said the man"; "P … said" within two tokens.
  std::optional<TokenIndex> beside(TokenIndex verb) const {
    const Sentence& sentence = reading_.sentence(verb);
    const bool inverted =
        verb > sentence.first && (reading_.quotation_of[verb - 1] >= 0 || closes_quotation(verb - 1));
    for (TokenIndex t = verb + 1; t < std::min(sentence.last, verb + 6); ++t) {
      if (reading_.quotation_of[t] >= 0 || reading_.text(t) == "that") break;
      if (reading_.token(t).relation == Deprel::nmod_poss) continue;
      if (reading_.actor_at(t) != no_entity) return reading_.mention_at(t)->head;
      if (inverted && reading_.token(t).upos == Upos::NOUN && speaker_of(t) != no_entity) return t;
    }
    for (TokenIndex t = verb; t > sentence.first && t + 3 > verb; --t)
      if (reading_.actor_at(t - 1) != no_entity && reading_.quotation_of[t - 1] < 0)
        return reading_.mention_at(t - 1)->head;
    return std::nullopt;
  }
  bool closes_quotation(TokenIndex t) const {
    return reading_.token(t).upos == Upos::PUNCT && t > 0 && reading_.quotation_of[t - 1] >= 0;
  }

  EntityIndex speaker_of(TokenIndex who) const {
    EntityIndex named = reading_.actor_at(who);
    if (named != no_entity && is_singular_pronoun(who) && speaks_from_inside_quotation(who, named))
      named = last_person_;
    if (named == no_entity && reading_.token(who).upos != Upos::PRON)
      if (const auto holders = holders_of(reading_, who); !holders.empty()) named = holders[0].entity;
    if (named == no_entity) named = reading_.actor_of_phrase(who);
    if (named != no_entity) return named;
    return stands_for_last_speaker(who) ? (is_plural(who) ? last_ : last_person_) : no_entity;
  }

  bool is_singular_pronoun(TokenIndex who) const {
    const std::string& lemma = reading_.token(who).lemma;
    return reading_.token(who).upos == Upos::PRON && (lemma == "he" || lemma == "she");
  }
  // "“… against Putin,” X said. “…,” he said": who was named in the quotation only does not go on speaking.
  bool speaks_from_inside_quotation(TokenIndex who, EntityIndex named) const {
    if (last_person_ == no_entity || last_person_ == named || reading_.block_of(who) != last_block_)
      return false;
    const auto& mentions = reading_.entities.entities[named].mentions;
    const auto own = static_cast<std::uint32_t>(reading_.entities.mention_of_token[who]);
    const auto at = std::lower_bound(mentions.begin(), mentions.end(), own);
    return at != mentions.begin() && reading_.quotation_of[reading_.entities.mentions[*(at - 1)].first] >= 0;
  }

  bool is_plural(TokenIndex who) const {
    const std::string& lemma = reading_.token(who).lemma;
    return lemma == "it" || lemma == "they" || lemma == "we";
  }

  // "he", "the source", "the 64-year-old man": nobody new, so the one who spoke before, if near.
  bool stands_for_last_speaker(TokenIndex who) const {
    if (last_ == no_entity || reading_.block_of(who) > last_block_ + 1) return false;
    const Token& token = reading_.token(who);
    if (token.upos == Upos::PRON) {
      const std::string& lemma = token.lemma;
      const bool one = lemma == "he" || lemma == "she";
      return one ? last_person_ != no_entity : lemma == "it";
    }
    const auto determiner = syntax_.child(who, Deprel::det);
    const bool definite = determiner && syntax_.lemma_is(*determiner, "the");
    if (!definite || token.upos != Upos::NOUN || last_person_ == no_entity) return false;
    constexpr std::string_view persons[] = {"man",      "woman",      "interlocutor", "author",
                                            "official", "politician", "writer",       "witness",
                                            "speaker",  "expert",     "lawmaker",     "mp"};
    return std::find(std::begin(persons), std::end(persons), token.lemma) != std::end(persons);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  EntityIndex last_ = no_entity;
  EntityIndex last_person_ = no_entity;
  std::uint32_t last_block_ = 0;
};

}  // namespace

std::vector<Attribution> find_attributions(const Reading& reading) {
  return Attributor(reading).run();
}

}  // namespace attest::extract
