// One telling of an event: who and where, when, how sure, and whether it is told as having happened.
#include <algorithm>

#include <attest/extractor/facts/events.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class Describer {
 public:
  Describer(const Reading& reading, const EventTrigger& trigger)
      : reading_(reading), syntax_(reading.syntax) {
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
    telling_.generic = is_generic();
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
    if (telling_.trigger.nominal || !telling_.participants.empty() || !telling_.date.empty()) return false;
    const auto subject = syntax_.subject(telling_.trigger.token);
    if (telling_.trigger.type == EventType::birth) return true;
    const bool present = tense_of(reading_, telling_.clause) == Tense::present;
    return telling_.trigger.type == EventType::death && present && subject &&
           reading_.token(*subject).upos == Upos::PRON;
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
    if (reading_.quotation_of[telling_.trigger.token] >= 0) return "reported";
    TokenIndex t = telling_.clause;
    for (int step = 0; step < 6; ++step) {
      const auto head = syntax_.head(t);
      if (!head) break;
      const Deprel relation = reading_.token(t).relation;
      const Speech speech = syntax_.word(*head).speech;
      const bool complement = relation == Deprel::ccomp || relation == Deprel::xcomp;
      if (complement && syntax_.is_verb(*head) && speech == Speech::deny) return "denied";
      if (complement && syntax_.is_verb(*head) && speech != Speech::none) return "reported";
      t = *head;
    }
    for (TokenIndex c : syntax_.children(telling_.clause))
      if (reading_.token(c).relation == Deprel::aux && syntax_.lemma_is(c, "will")) return "hypothetical";
    for (TokenIndex c : syntax_.children(telling_.trigger.token))
      if (syntax_.lemma_is(c, "alleged") || syntax_.lemma_is(c, "allegedly") ||
          syntax_.lemma_is(c, "suspected"))
        return "reported";
    return {};
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
  Telling telling_;
};

}  // namespace

Telling describe(const Reading& reading, const PlaceReferences& references, const EventTrigger& trigger) {
  return Describer(reading, trigger).run(references);
}

bool is_told(const Telling& telling) {
  if (telling.generic) return false;
  if (telling.trigger.strength == Strength::argument) return !telling.date.empty();
  if (telling.trigger.named != no_entity || telling.trigger.strength == Strength::strong) return true;
  return !telling.participants.empty() || !telling.places.empty() || !telling.date.empty();
}

}  // namespace attest::extract
