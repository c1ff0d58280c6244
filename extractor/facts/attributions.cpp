#include <algorithm>

#include <attest/extractor/facts/claims.hpp>

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

  std::optional<Attribution> according_to(TokenIndex t) {
    const TokenIndex end = std::min<TokenIndex>(reading_.sentence(t).last, t + 12);
    const auto head = syntax_.head(t);
    if (head && *head > t && *head < end && syntax_.is_noun(*head)) {
      const EntityIndex speaker = speaker_of(*head);
      if (speaker != no_entity) return Attribution{t, Speech::say, speaker, *head};
    }
    for (TokenIndex at = t + 2; at < end && reading_.text(at) != ","; ++at) {
      const EntityIndex named = reading_.actor_at(at);
      if (named == no_entity) continue;
      const Mention& mention = *reading_.mention_at(at);
      const EntityIndex speaker = speaker_of(mention.head);
      return Attribution{t, Speech::say, speaker == no_entity ? named : speaker, mention.head};
    }
    return std::nullopt;
  }

  // The subject by the tree; where the tree has none, the name beside the verb.
  std::optional<TokenIndex> speaker_token(TokenIndex verb) const {
    if (syntax_.is_passive(verb)) return passive_speaker(verb);
    if (const auto subject = syntax_.subject(verb)) {
      if (reading_.quotation_of[*subject] < 0) return subject;
    }
    return beside(verb);
  }

  // "X was quoted as saying" and "it was said by X"; not "it is said".
  std::optional<TokenIndex> passive_speaker(TokenIndex verb) const {
    if (syntax_.lemma_is(verb, "quote")) return syntax_.subject(verb);
    return syntax_.agent(verb);
  }

  std::optional<TokenIndex> beside(TokenIndex verb) const {
    const Sentence& sentence = reading_.sentence(verb);
    for (TokenIndex t = verb + 1; t < std::min(sentence.last, verb + 5); ++t)
      if (reading_.actor_at(t) != no_entity && reading_.quotation_of[t] < 0 &&
          reading_.text(verb + 1) != "that")
        return reading_.mention_at(t)->head;
    for (TokenIndex t = verb; t > sentence.first && t + 3 > verb; --t)
      if (reading_.actor_at(t - 1) != no_entity && reading_.quotation_of[t - 1] < 0)
        return reading_.mention_at(t - 1)->head;
    return std::nullopt;
  }

  EntityIndex speaker_of(TokenIndex who) const {
    const EntityIndex named = reading_.actor_of_phrase(who);
    if (named != no_entity) return named;
    return stands_for_last_speaker(who) ? (is_plural(who) ? last_ : last_person_) : no_entity;
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
