#include <attest/extractor/facts/event_phrases.hpp>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/event_clues.hpp>
#include <attest/extractor/facts/event_phrase_table.hpp>
#include <attest/extractor/facts/word_list.hpp>

namespace attest::extract {
namespace {

// The phrases of a word, in the order of their table.
template <class Phrase>
class PhraseIndex {
 public:
  PhraseIndex(std::span<const Phrase> phrases, std::string_view Phrase::*words) {
    for (const Phrase& phrase : phrases)
      each_word(phrase.*words, [&](std::string_view word) { of_[word].push_back(&phrase); });
  }

  const std::vector<const Phrase*>& of(std::string_view word) const {
    static const std::vector<const Phrase*> none;
    const auto found = of_.find(word);
    return found == of_.end() ? none : found->second;
  }

 private:
  std::unordered_map<std::string_view, std::vector<const Phrase*>> of_;
};

const std::vector<const VerbPhrase*>& phrases_of_verb(std::string_view verb) {
  static const PhraseIndex<VerbPhrase> index(verb_phrases(), &VerbPhrase::verbs);
  return index.of(verb);
}
const std::vector<const NounPhrase*>& phrases_of_noun(std::string_view noun) {
  static const PhraseIndex<NounPhrase> index(noun_phrases(), &NounPhrase::nouns);
  return index.of(noun);
}

// Whether a word of the text is one of a list of the table.
class Listing {
 public:
  explicit Listing(const Reading& reading) : reading_(reading), syntax_(reading.syntax), clues_(reading) {}

  // Of a name each word counts: "Republic of N", "N Court of Appeal".
  bool has(std::string_view list, TokenIndex t) const {
    if (list == "ANY") return true;
    const Mention* mention = reading_.mention_at(t);
    const bool named = mention && mention->kind == MentionKind::name && mention->entity != no_entity;
    std::vector<std::string> words;
    for (TokenIndex k = named ? mention->first : t; k < (named ? mention->last : t + 1); ++k)
      words.push_back(lower_case(named ? reading_.text(k) : std::string_view(reading_.token(k).lemma)));
    bool found = false;
    each_word(list, [&](std::string_view item) {
      found |= std::find(words.begin(), words.end(), item) != words.end() || is_of_class(t, item);
    });
    return found;
  }

  // Also what is joined to it, and what a relative pronoun stands for.
  bool has_any(std::string_view list, TokenIndex t) const {
    const auto all = syntax_.conjuncts(syntax_.antecedent(t));
    return std::any_of(all.begin(), all.end(), [&](TokenIndex k) { return has(list, k); });
  }

 private:
  bool is_of_class(TokenIndex t, std::string_view name) const {
    if (name.front() < 'A' || name.front() > 'Z') return false;
    const EntityIndex actor = reading_.actor_at(t);
    const NounRole role = syntax_.word(t).noun_role;
    if (name == "OFFICE") return clues_.names_office(t);
    if (name == "BODY") return role == NounRole::body || is_firm_noun(reading_.token(t).lemma);
    if (name == "PERSON") return clues_.is_personal(t);
    if (name == "IT") return actor == no_entity && (reading_.text(t) == "it" || reading_.text(t) == "It");
    if (actor == no_entity) return false;
    return reading_.type_of(actor) == (name == "ORG" ? EntityType::organization : EntityType::place);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  EventClues clues_;
};

class VerbPhraseReader {
 public:
  VerbPhraseReader(const Reading& reading, TokenIndex verb)
      : reading_(reading), syntax_(reading.syntax), listing_(reading), verb_(verb) {}

  std::optional<Trigger> read() const {
    const std::string& lemma = reading_.token(verb_).lemma;
    if (const auto particle = this->particle(); !particle.empty())
      if (const auto found = first_of(phrases_of_verb(lemma + "-" + std::string(particle)))) return found;
    return first_of(phrases_of_verb(lemma));
  }

 private:
  std::string_view particle() const {
    for (TokenIndex c : syntax_.children(verb_)) {
      const Deprel relation = reading_.token(c).relation;
      const bool behind = c == verb_ + 1 && relation == Deprel::advmod;
      if (behind || (c > verb_ && relation == Deprel::compound_prt)) return reading_.token(c).lemma;
    }
    return {};
  }

  std::optional<Trigger> first_of(const std::vector<const VerbPhrase*>& known) const {
    std::optional<Trigger> surest;
    for (const VerbPhrase* phrase : known)
      if ((!surest || phrase->strength < surest->strength) && has_link(*phrase) && has_subject(*phrase) &&
          has_object(*phrase))
        surest = Trigger{phrase->type, phrase->strength};
    return surest;
  }

  bool has_subject(const VerbPhrase& phrase) const {
    if (phrase.subjects.empty()) return true;
    const auto subject = syntax_.agent(verb_);
    return subject && listing_.has(phrase.subjects, syntax_.antecedent(*subject));
  }
  bool has_object(const VerbPhrase& phrase) const {
    if (phrase.objects.empty()) return true;
    const auto object = syntax_.patient(verb_);
    return object && listing_.has_any(phrase.objects, *object);
  }

  bool has_link(const VerbPhrase& phrase) const {
    if (phrase.link.empty()) return true;
    if (phrase.link == "clause") return syntax_.child(verb_, Deprel::ccomp).has_value();
    if (phrase.link == "complement") return has_complement(phrase.nouns);
    if (phrase.link == "object") {
      const auto object = syntax_.child(verb_, Deprel::obj), patient = syntax_.patient(verb_);
      return (object && is_listed(*object, phrase)) || (patient && is_listed(*patient, phrase));
    }
    if (phrase.link == "subject") {
      if (syntax_.child(verb_, {Deprel::obj, Deprel::xcomp})) return false;
      const auto subject = syntax_.subject(verb_);
      return subject && is_listed(*subject, phrase);
    }
    return has_oblique(phrase);
  }

  bool has_complement(std::string_view nouns) const {
    for (TokenIndex c : syntax_.children(verb_)) {
      const Deprel relation = reading_.token(c).relation;
      // "was elected a member", "became a prisoner"
      const bool made =
          relation == Deprel::obj && (syntax_.is_passive(verb_) || syntax_.lemma_is(verb_, "become"));
      if (c < verb_ || (relation != Deprel::xcomp && !made)) continue;
      if (nouns == "ANY" ? relation == Deprel::xcomp : listing_.has(nouns, c)) return true;
    }
    return false;
  }

  // Also behind the object: "described the fossil in a paper".
  bool has_oblique(const VerbPhrase& phrase) const {
    const auto among = [&](TokenIndex head) {
      for (TokenIndex c : syntax_.children(head))
        if (has_word(phrase.link, syntax_.preposition(c), '|') && listing_.has(phrase.nouns, c)) return true;
      return false;
    };
    const auto object = syntax_.child(verb_, Deprel::obj);
    return among(verb_) || (object && among(*object));
  }

  bool is_listed(TokenIndex head, const VerbPhrase& phrase) const {
    if (phrase.nouns != "ANY") return listing_.has_any(phrase.nouns, head);
    // "announced the resignation": the resignation is what happened.
    const EventType told = syntax_.word(head).noun.type;
    return told == EventType::none || told == phrase.type || phrase.type != EventType::publication;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  Listing listing_;
  TokenIndex verb_;
};

bool has_link(const Reading& reading, const Listing& listing, TokenIndex noun, const NounPhrase& phrase) {
  for (TokenIndex c : reading.syntax.children(noun)) {
    const Deprel relation = reading.token(c).relation;
    const bool modifies = c < noun && (relation == Deprel::compound || relation == Deprel::amod);
    const bool linked =
        (modifies && has_word(phrase.link, "modifier", '|')) ||
        (relation == Deprel::nmod && has_word(phrase.link, reading.syntax.preposition(c), '|'));
    if (linked && listing.has_any(phrase.others, c)) return true;
  }
  return false;
}

}  // namespace

std::optional<Trigger> trigger_of_phrase(const Reading& reading, TokenIndex verb) {
  return VerbPhraseReader(reading, verb).read();
}

std::optional<Trigger> trigger_of_noun_phrase(const Reading& reading, TokenIndex noun) {
  const auto& known = phrases_of_noun(reading.token(noun).lemma);
  if (known.empty()) return std::nullopt;
  const Listing listing(reading);
  for (const NounPhrase* phrase : known)
    if (has_link(reading, listing, noun, *phrase)) return Trigger{phrase->type, phrase->strength};
  return std::nullopt;
}

}  // namespace attest::extract
