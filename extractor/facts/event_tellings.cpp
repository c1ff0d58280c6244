// One telling of an event: who and where, when, how sure, and whether it is told as having happened.
#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/date_grammar.hpp>
#include <attest/extractor/facts/event_clues.hpp>
#include <attest/extractor/facts/word_list.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class Describer {
 public:
  Describer(const Reading& reading, const EventTrigger& trigger)
      : reading_(reading), syntax_(reading.syntax), clues_(reading) {
    telling_.trigger = trigger;
    telling_.clause = syntax_.clause_of(trigger.token);
  }

  Telling run(const PlaceReferences& references) {
    find_participants(reading_, references, telling_);
    find_places(reading_, references, telling_);
    telling_.date = date_told(reading_, telling_);
    telling_.setting = setting();
    set_evidence();
    telling_.definite = is_definite();
    telling_.timed = is_timed();
    telling_.generic = is_generic();
    telling_.finished = is_finished();
    telling_.modality = modality();
    telling_.confidence = confidence();
    return std::move(telling_);
  }

 private:
  // The event that this one is told to be a part of: "during the attack", "as a result of the blockade", "The
  // war displaced thousands".
  TokenIndex setting() const {
    for (const TokenIndex top : {telling_.trigger.token, telling_.clause})
      for (TokenIndex c : syntax_.children(top)) {
        const Deprel relation = reading_.token(c).relation;
        if ((relation != Deprel::obl && relation != Deprel::nmod) || c == telling_.trigger.token) continue;
        const std::string_view preposition = syntax_.preposition(c);
        const bool inside =
            preposition == "in" || preposition == "during" || preposition == "at" || preposition == "amid";
        if (inside && syntax_.word(c).noun.type != EventType::none) return c;
        if (preposition != "as" || !syntax_.lemma_is(c, "result")) continue;
        for (TokenIndex d : syntax_.children(c))
          if (syntax_.preposition(d) == "of" && syntax_.word(d).noun.type != EventType::none) return d;
      }
    const auto subject =
        telling_.trigger.nominal ? std::nullopt : syntax_.child(telling_.trigger.token, Deprel::nsubj);
    const EventType does = subject ? syntax_.word(*subject).noun.type : EventType::none;
    return does != EventType::none && does != telling_.trigger.type ? *subject : no_token;
  }

  void set_evidence() {
    const Sentence& sentence = reading_.sentence(telling_.trigger.token);
    TokenIndex first = std::max(syntax_.left(telling_.clause), sentence.first);
    TokenIndex last = std::min(syntax_.right(telling_.clause), sentence.last);
    first = std::min(first, telling_.trigger.token);
    last = std::max(last, telling_.trigger.token + 1);
    if (last - first > 60) {
      first = std::max(first, telling_.trigger.token > 30 ? telling_.trigger.token - 30 : 0);
      last = std::min(last, telling_.trigger.token + 31);
    }
    telling_.evidence = syntax_.span(first, last);
    while (telling_.evidence.size() > 1 && reading_.document.document.text[telling_.evidence.end - 1] == '.')
      --telling_.evidence.end;
  }

  // Births and deaths of things, and what the present tense says of nobody in particular.
  bool is_generic() const {
    const TokenIndex t = telling_.trigger.token;
    if (telling_.timed || !telling_.date.empty()) return false;
    const bool present = tense_of(reading_, telling_.clause) == Tense::present;
    if (present && is_habit(telling_.clause)) return true;
    if (telling_.trigger.nominal || !telling_.participants.empty()) return false;
    if (telling_.trigger.type == EventType::birth) return true;
    const Penn form = reading_.token(t).penn;
    const bool own =
        form == Penn::VBZ || form == Penn::VBP || syntax_.child(t, {Deprel::aux, Deprel::aux_pass});
    const bool reduced = syntax_.is_reduced_passive(t);
    if (!present || form == Penn::VBG || (!own && !reduced)) return false;
    const auto subject = syntax_.subject(t);
    const bool one = reduced && subject && syntax_.child(*subject, Deprel::det);
    return subject && !one &&
           (is_any_of_a_kind(*subject) ||
            (telling_.trigger.type == EventType::death && reading_.token(*subject).upos == Upos::PRON));
  }

  // "rebels routinely attack"
  bool is_habit(TokenIndex clause) const {
    constexpr std::string_view adverbs[] = {
        "routinely",   "usually",   "often",      "always",   "generally", "typically",     "regularly",
        "customarily", "sometimes", "frequently", "normally", "commonly",  "traditionally", "habitually"};
    for (TokenIndex c : syntax_.children(clause))
      if (reading_.token(c).relation == Deprel::advmod && is_one_of(reading_.text(c), adverbs)) return true;
    return false;
  }

  // "birds migrate", "a roof alone provides shelter"
  bool is_any_of_a_kind(TokenIndex noun) const {
    if (reading_.token(noun).upos != Upos::NOUN || reading_.actor_of_phrase(noun) != no_entity) return false;
    const auto determiner = syntax_.child(noun, Deprel::det);
    if (determiner) return syntax_.lemma_is(*determiner, "a") || syntax_.lemma_is(*determiner, "an");
    return !syntax_.child(noun, {Deprel::nmod_poss, Deprel::nummod});
  }

  // "Police charged five men": told as done, though nobody in it has a name. What people do all the time
  // ("met a friend", "bought shares") takes more.
  bool is_finished() const {
    constexpr EventType everyday[] = {EventType::founding, EventType::meeting, EventType::agreement,
                                      EventType::appointment};
    const TokenIndex t = telling_.trigger.token;
    if (telling_.trigger.nominal) return is_carried_out(t);
    if (t != telling_.clause ||
        std::find(std::begin(everyday), std::end(everyday), telling_.trigger.type) != std::end(everyday))
      return false;
    const Tense tense = tense_of(reading_, t);
    return (tense == Tense::past || tense == Tense::perfect) && syntax_.patient(t) &&
           syntax_.child(t, {Deprel::nsubj, Deprel::nsubj_pass});
  }

  // "staged a strike", "carried out a raid"
  bool is_carried_out(TokenIndex noun) const {
    const Tense tense = tense_of(reading_, telling_.clause);
    const auto verb = syntax_.head(noun);
    return verb && reading_.token(noun).relation == Deprel::obj &&
           (tense == Tense::past || tense == Tense::perfect) &&
           has_word("stage launch carry conduct mount", reading_.token(*verb).lemma);
  }

  // A day or a month, though its year may not be known.
  bool is_timed() const {
    for (TokenIndex c : syntax_.children(telling_.clause)) {
      if (is_day_or_month(c)) return true;
      for (TokenIndex d : syntax_.children(c))
        if (is_day_or_month(d)) return true;
    }
    return false;
  }

  bool is_day_or_month(TokenIndex t) const {
    const std::string_view text = reading_.text(t);
    if (has_word("yesterday today tonight", text)) return true;
    const std::string lower = lower_case(text);
    return lower != text && (is_month(lower) || is_weekday(lower));
  }

  // Known to the reader: "the attack", and what only tells of whom somebody speaks: "those who were
  // displaced".
  bool is_definite() const {
    const Deprel relation = reading_.token(telling_.trigger.token).relation;
    const bool modifies = relation == Deprel::acl_relcl || relation == Deprel::acl;
    if (!telling_.trigger.nominal) return modifies && telling_.date.empty();
    const auto determiner = syntax_.child(telling_.trigger.token, Deprel::det);
    if (!determiner || is_proper() || is_numbered()) return false;
    const std::string& lemma = reading_.token(*determiner).lemma;
    return lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those" ||
           lemma == "such";
  }

  // "the first war", "the second attack": one of several.
  bool is_numbered() const {
    constexpr std::string_view ordinals[] = {"first", "second", "third", "fourth", "fifth"};
    for (TokenIndex c : syntax_.children(telling_.trigger.token))
      if (is_one_of(reading_.token(c).lemma, ordinals)) return true;
    return false;
  }

  // "the Battle of N": a name of its own.
  bool is_proper() const {
    if (reading_.token(telling_.trigger.token).upos != Upos::PROPN) return false;
    for (TokenIndex c : syntax_.children(telling_.trigger.token))
      if (syntax_.preposition(c) == "of" && reading_.token(c).upos == Upos::PROPN) return true;
    return false;
  }

  std::string modality() const {
    const TokenIndex trigger = telling_.trigger.token;
    if (reading_.quotation_of[trigger] >= 0) return "reported";
    if (is_object_of_denial(trigger)) return "denied";
    bool ahead = has_word_of(trigger,
                             "planned proposed upcoming possible potential expected future scheduled "
                             "prospective forthcoming impending") ||
                 is_ahead(telling_.clause);
    TokenIndex t = telling_.clause;
    for (int step = 0; step < 6; ++step) {
      const auto head = syntax_.head(t);
      if (!head) break;
      const Deprel relation = reading_.token(t).relation;
      const Speech speech = syntax_.word(*head).speech;
      const bool complement = relation == Deprel::ccomp || relation == Deprel::xcomp;
      ahead |= relation == Deprel::xcomp && is_planning(*head);
      if (syntax_.is_verb(*head) && complement && speech == Speech::deny) return "denied";
      if (syntax_.is_verb(*head) && complement && speech != Speech::none && !ahead) return "reported";
      if (syntax_.is_verb(*head) && speech == Speech::accuse && t == telling_.clause) return "reported";
      t = *head;
    }
    constexpr std::string_view rumoured =
        "alleged allegedly suspected reportedly apparently supposedly purported";
    if (has_word_of(trigger, rumoured) || has_word_of(telling_.clause, rumoured)) return "reported";
    return ahead ? "hypothetical" : "";
  }

  bool has_word_of(TokenIndex t, std::string_view list) const {
    for (TokenIndex c : syntax_.children(t))
      if (has_word(list, reading_.token(c).lemma) || has_word(list, reading_.text(c))) return true;
    return false;
  }

  // "denied the attack"
  bool is_object_of_denial(TokenIndex t) const {
    const auto verb = syntax_.head(t);
    return verb && reading_.token(t).relation == Deprel::obj && syntax_.lemma_is(*verb, "deny");
  }

  // "will leave", "is going to leave"
  bool is_ahead(TokenIndex clause) const {
    for (TokenIndex c : syntax_.children(clause))
      if (reading_.token(c).relation == Deprel::aux && syntax_.lemma_is(c, "will")) return true;
    return false;
  }
  // "plans to leave", "is due to leave"
  bool is_planning(TokenIndex t) const {
    return has_word(
        "plan intend schedule expect hope aim prepare propose want vow promise pledge threaten agree "
        "decide set slate due scheduled slated poised ready expected go",
        reading_.token(t).lemma);
  }

  float confidence() const {
    float value = telling_.trigger.strength == Strength::strong ? 0.7f : 0.5f;
    if (!telling_.participants.empty()) value += 0.15f;
    if (!telling_.date.empty()) value += 0.05f;
    if (!telling_.places.empty()) value += 0.05f;
    return telling_.modality.empty() ? value : value * 0.9f;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  EventClues clues_;
  Telling telling_;
};

}  // namespace

Telling describe(const Reading& reading, const PlaceReferences& references, const EventTrigger& trigger) {
  return Describer(reading, trigger).run(references);
}

bool is_told(const Telling& telling) {
  if (telling.generic) return false;
  if (telling.trigger.named != no_entity || telling.trigger.strength == Strength::strong) return true;
  if (telling.timed || !telling.date.empty()) return true;
  if (telling.trigger.strength == Strength::argument) return false;
  return telling.finished || !telling.participants.empty() || !telling.places.empty();
}

}  // namespace attest::extract
