#include <attest/extractor/facts/source_phrases.hpp>

#include <algorithm>

#include <attest/extractor/facts/clauses.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

// What somebody holds: "in X's view", "in the words of X".
constexpr std::string_view opinions[] = {"assessment", "estimation", "judgement", "judgment", "opinion",
                                         "phrase",     "telling",    "view",      "words"};
// What somebody goes by: "by X's own account".
constexpr std::string_view measures[] = {"account", "admission", "estimate", "estimation", "reckoning"};

class SourcePhrase {
 public:
  SourcePhrase(const Reading& reading, const Speakers& speakers)
      : reading_(reading), syntax_(reading.syntax), speakers_(speakers) {}

  std::optional<Attribution> at(TokenIndex t) const {
    if (const TokenIndex start = after_opening_words(t)) return source(t, start);
    if (const auto holder = finds_for_itself(t)) return holder;
    return own_view(t);
  }

 private:
  bool is_any(TokenIndex t, std::string_view word, std::string_view other) const {
    return has_word(reading_, t, word) || has_word(reading_, t, other);
  }

  // "For X, it is surprising that S"
  std::optional<Attribution> finds_for_itself(TokenIndex t) const {
    if (!has_word(reading_, t, "For") || t != reading_.sentence(t).first) return std::nullopt;
    const auto person = person_at(reading_, t + 1);
    if (!person) return std::nullopt;
    const TokenIndex end = behind_title(*person, reading_.mention_at(*person)->last);
    if (!has_word(reading_, end, ",") || !has_word(reading_, end + 1, "it")) return std::nullopt;
    return Attribution{t, Speech::say, speakers_.at(*person), *person, end};
  }

  // Where the speaker of a phrase that begins here is to be looked for; 0 where none begins.
  TokenIndex after_opening_words(TokenIndex t) const {
    const TokenIndex end = reading_.sentence(t).last;
    if (is_any(t, "According", "according"))
      return has_word(reading_, t + 1, "to") && t + 2 < end ? t + 2 : 0;
    if (!is_any(t, "In", "in")) return 0;
    const TokenIndex noun = has_word(reading_, t + 1, "the") ? t + 2 : t + 1;
    return noun + 2 < end && is_one_of(reading_.text(noun), opinions) && has_word(reading_, noun + 1, "of")
               ? noun + 2
               : 0;
  }

  // "In X's view", "by his own account"
  std::optional<Attribution> own_view(TokenIndex t) const {
    constexpr TokenIndex longest = 10;
    const bool by = is_any(t, "By", "by");
    if (!by && !is_any(t, "In", "in")) return std::nullopt;
    const TokenIndex end = std::min(reading_.sentence(t).last, t + longest);
    for (TokenIndex noun = t + 2; noun < end; ++noun) {
      const Upos upos = reading_.token(noun).upos;
      if (upos == Upos::VERB || upos == Upos::AUX || has_word(reading_, noun, ",")) return std::nullopt;
      const std::string_view word = reading_.text(noun);
      if (!(by ? is_one_of(word, measures) : is_one_of(word, opinions))) continue;
      const auto owner = syntax_.child(noun, Deprel::nmod_poss);
      if (!owner || *owner <= t || reading_.quotation_of[*owner] >= 0) return std::nullopt;
      const EntityIndex speaker = speakers_.at(*owner);
      if (speaker == no_entity) return std::nullopt;
      return Attribution{t, Speech::say, speaker, *owner, noun + 1};
    }
    return std::nullopt;
  }

  std::optional<Attribution> source(TokenIndex t, TokenIndex start) const {
    TokenIndex end = phrase_end(start);
    auto who = speaker_in(start, end);
    // "according to its coach, P,": the apposition belongs to the phrase.
    const bool named = who && (person_at(reading_, first_of_name(*who)) || speaks_itself(start, end));
    if (!named && reading_.text(end - 1) != "," && end + 1 < reading_.sentence(t).last &&
        reading_.text(end) == ",")
      if (const auto person = apposed_person(end + 1)) {
        who = person;
        end = reading_.mention_at(*person)->last;
      }
    if (who) end = behind_title(*who, end);
    if (!who) return std::nullopt;
    return Attribution{t, Speech::say, speakers_.at(*who), *who, end};
  }

  // "according to P, the head of O, S"
  TokenIndex behind_title(TokenIndex who, TokenIndex comma) const {
    const TokenIndex last = reading_.sentence(who).last;
    if (!speakers_.is_person(speakers_.at(who)) || comma >= last || reading_.text(comma) != ",") return comma;
    TokenIndex noun = comma + 1;
    while (noun < last && (reading_.token(noun).upos == Upos::DET || reading_.token(noun).upos == Upos::ADJ))
      ++noun;
    if (noun >= last || reading_.mention_at(noun) || !is_person_noun(reading_, noun)) return comma;
    TokenIndex end = noun;
    while (end < last && reading_.token(end).upos != Upos::PUNCT && reading_.token(end).upos != Upos::VERB)
      ++end;
    return end < last && reading_.text(end) == "," ? end : comma;
  }

  // The noun phrase ends at a comma or a verb, or where a new one begins ("according to X the town fell").
  TokenIndex phrase_end(TokenIndex start) const {
    const TokenIndex end = std::min<TokenIndex>(reading_.sentence(start).last, start + 24);
    bool named = false;
    TokenIndex t = start;
    for (; t < end; ++t) {
      const Upos upos = reading_.token(t).upos;
      const Mention* mention = reading_.mention_at(t);
      const bool name = mention && mention->kind == MentionKind::name;
      if (name && named && mention->first == t && begins_statement(t)) break;
      named |= name;
      if (name) continue;
      const bool issued = upos == Upos::VERB && t + 1 < end && leads_to_author(t + 1);
      if ((upos == Upos::VERB && !issued) || upos == Upos::AUX || upos == Upos::PUNCT) break;
      const bool anew =
          upos == Upos::DET || (upos == Upos::PRON && reading_.token(t).relation != Deprel::nmod_poss);
      if (t > start && named && anew && reading_.token(t - 1).upos != Upos::ADP) break;
      if (t == start && upos == Upos::PRON && reading_.token(t).relation != Deprel::nmod_poss) return t + 1;
    }
    return std::max(t, start + 1);
  }

  // "the statement issued by O", "data published by O"
  bool leads_to_author(TokenIndex t) const { return reading_.text(t) == "by" || reading_.text(t) == "from"; }

  // "according to X P fell": a second name that is a subject, with nothing that joins it to the first.
  bool begins_statement(TokenIndex name) const {
    const Upos before = reading_.token(name - 1).upos;
    const bool joined = before == Upos::ADP || before == Upos::DET || before == Upos::CCONJ ||
                        before == Upos::NOUN || before == Upos::ADJ || before == Upos::PART;
    const Deprel relation = reading_.token(reading_.mention_at(name)->head).relation;
    return !joined && (relation == Deprel::nsubj || relation == Deprel::nsubj_pass) &&
           !speakers_.is_person(reading_.mention_at(name)->entity);
  }

  // A person in the phrase speaks rather than what the person is of; else what stands first.
  std::optional<TokenIndex> speaker_in(TokenIndex start, TokenIndex end) const {
    std::optional<TokenIndex> first;
    for (TokenIndex t = start; t < end; ++t) {
      const EntityIndex named = reading_.actor_at(t);
      if (named == no_entity || reading_.quotation_of[t] >= 0) continue;
      if (reading_.mention_at(t)->kind == MentionKind::pronoun && t + 1 < end) continue;  // "her biographer"
      const TokenIndex head = reading_.mention_at(t)->head;
      if (speakers_.is_person(named) && !is_possessive(reading_, t)) return head;
      if (!first || is_possessive(reading_, *first)) first = head;  // of "N's Board" the Board
    }
    if (first) return first;
    for (TokenIndex t = start; t < end; ++t)
      if ((syntax_.is_noun(t) || reading_.token(t).upos == Upos::PRON) && speakers_.at(t) != no_entity)
        return t;
    return std::nullopt;
  }

  TokenIndex first_of_name(TokenIndex t) const {
    const Mention* mention = reading_.mention_at(t);
    return mention ? mention->first : t;
  }

  // "according to the Border Service, P, …": the body speaks; of "its coach, P," and "the head of the Border
  // Service, P," P does.
  bool speaks_itself(TokenIndex start, TokenIndex end) const {
    bool body = false;
    for (TokenIndex t = start; t < end; ++t) {
      const Mention* mention = reading_.mention_at(t);
      const bool name = mention && mention->kind == MentionKind::name;
      if (!name && reading_.token(t).upos == Upos::NOUN) return false;
      body |= name && reading_.type_of(mention->entity) == EntityType::organization;
    }
    return body;
  }

  std::optional<TokenIndex> apposed_person(TokenIndex t) const {
    const auto person = person_at(reading_, t);
    if (!person) return std::nullopt;
    const TokenIndex last = reading_.mention_at(*person)->last;
    const bool closed = last < reading_.sentence(t).last && reading_.token(last).upos == Upos::PUNCT;
    return closed ? person : std::nullopt;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const Speakers& speakers_;
};

}  // namespace

std::optional<Attribution> source_phrase(const Reading& reading, const Speakers& speakers, TokenIndex t) {
  return SourcePhrase(reading, speakers).at(t);
}

std::optional<TokenIndex> person_at(const Reading& reading, TokenIndex t) {
  const Mention* mention = reading.mention_at(t);
  const bool name =
      mention && mention->first == t && mention->kind == MentionKind::name && mention->entity != no_entity;
  return name && reading.type_of(mention->entity) == EntityType::person ? std::optional(mention->head)
                                                                        : std::nullopt;
}

bool is_possessive(const Reading& reading, TokenIndex named) {
  const Mention* mention = reading.mention_at(named);
  const TokenIndex after = mention ? mention->last : named + 1;
  return after < reading.sentence(named).last && reading.token(after).penn == Penn::POS;
}

}  // namespace attest::extract
