#include <attest/extractor/facts/noun_phrases.hpp>

#include <algorithm>

namespace attest::extract {
namespace {

constexpr TokenIndex reach = 14;  // tokens looked at on either side of a noun

bool is_person_name(const Reading& reading, TokenIndex t) {
  const Mention* mention = reading.mention_at(t);
  return mention && mention->kind == MentionKind::name && mention->entity != no_entity &&
         reading.type_of(mention->entity) == EntityType::person;
}

bool is_person(const Reading& reading, TokenIndex t) {
  const EntityIndex entity = reading.actor_at(t);
  return entity != no_entity && reading.type_of(entity) == EntityType::person;
}

// Connected in the tree within a few steps, through relations inside a noun phrase.
bool in_one_phrase(const Reading& reading, TokenIndex a, TokenIndex b) {
  const auto climbs = [&](TokenIndex from, TokenIndex to) {
    for (int step = 0; step < 4; ++step) {
      if (from == to) return true;
      const Deprel relation = reading.token(from).relation;
      const bool inside = relation == Deprel::flat || relation == Deprel::compound ||
                          relation == Deprel::appos || relation == Deprel::nmod || relation == Deprel::list ||
                          relation == Deprel::dep;
      const auto head = reading.syntax.head(from);
      if (!inside || !head) return false;
      from = *head;
    }
    return from == to;
  };
  return climbs(a, b) || climbs(b, a);
}

class HolderFinder {
 public:
  HolderFinder(const Reading& reading, TokenIndex noun)
      : reading_(reading), syntax_(reading.syntax), noun_(noun) {}

  std::vector<Bound> run() {
    named_after();
    if (found_.empty()) named_before();
    if (found_.empty()) apposed();
    if (found_.empty()) predicated();
    if (found_.empty()) complement();
    if (found_.empty() && reading_.token(noun_).relation == Deprel::conj) shared();
    return std::move(found_);
  }

 private:
  void add(TokenIndex t, float confidence, bool former = false) {
    EntityIndex entity = reading_.actor_at(t);
    if (entity == no_entity && t != noun_) entity = reading_.actor_of_phrase(t);
    if (entity == no_entity || reading_.type_of(entity) != EntityType::person) return;
    found_.push_back({entity, t, "", former, confidence * (0.5f + 0.5f * reading_.confidence_at(t))});
  }
  void add_all(TokenIndex head, float confidence, bool former = false) {
    for (TokenIndex t : syntax_.conjuncts(head)) add(t, confidence, former);
  }

  // "President P", "Minister of Foreign Affairs P", "an attorney, P,"
  void named_after() {
    const Sentence& sentence = reading_.sentence(noun_);
    bool comma = false;
    for (TokenIndex t = noun_ + 1; t < std::min(sentence.last, noun_ + reach); ++t) {
      const Upos upos = reading_.token(t).upos;
      if (is_person_name(reading_, t)) return accept_after(t, comma);
      if (comma || upos == Upos::VERB || upos == Upos::AUX || upos == Upos::SCONJ || upos == Upos::PRON)
        return;
      if (upos == Upos::PUNCT) {
        if (reading_.text(t) != "," && !is_quote(t)) return;
        comma = reading_.text(t) == ",";
      }
    }
  }
  bool is_quote(TokenIndex t) const {
    const std::string_view text = reading_.text(t);
    return text == "\"" || text == "\xE2\x80\x9C" || text == "\xE2\x80\x9D";
  }

  void accept_after(TokenIndex t, bool comma) {
    const Mention& mention = *reading_.mention_at(t);
    const bool adjacent = t == noun_ + 1;
    const bool joined = in_one_phrase(reading_, mention.head, noun_);
    const Upos before = reading_.token(t - 1).upos;
    if (!adjacent && (before == Upos::ADP || before == Upos::CCONJ || before == Upos::PART)) return;
    if (comma && !joined && !closes_apposition(mention)) return;
    if (!comma && !adjacent && !joined && !is_long_title(t)) return;
    if (possesses(mention)) return add(t, 0.75f);
    add(t, adjacent ? 0.95f : joined ? 0.9f : 0.7f);
  }
  // "Minister of Foreign Affairs P": capitals all the way.
  bool is_long_title(TokenIndex name) const {
    for (TokenIndex t = noun_; t < name; ++t) {
      const char first = reading_.text(t)[0];
      const Upos upos = reading_.token(t).upos;
      if (!(first >= 'A' && first <= 'Z') && upos != Upos::ADP && upos != Upos::CCONJ && upos != Upos::DET)
        return false;
    }
    return true;
  }
  bool possesses(const Mention& mention) const {
    return mention.last < reading_.document.tokens.size() && reading_.text(mention.last).starts_with("'");
  }
  // "an MP from the party, P, said": a comma, a colon or a verb ends it.
  bool closes_apposition(const Mention& mention) const {
    if (mention.last >= reading_.sentence(noun_).last) return true;
    const auto determiner = syntax_.child(noun_, {Deprel::det, Deprel::nmod_poss});
    const Upos after = reading_.token(mention.last).upos;
    return determiner && (after == Upos::PUNCT || after == Upos::VERB || after == Upos::AUX);
  }

  // "P, the president of O", "P (president of O)", "P [the last President of O]"
  void named_before() {
    const TokenIndex start = phrase_start(reading_, noun_);
    const Sentence& sentence = reading_.sentence(noun_);
    if (start < sentence.first + 2 || reading_.token(start - 1).upos != Upos::PUNCT) return;
    TokenIndex t = start - 2;
    if (reading_.token(t).upos == Upos::NUM) {  // "P, 19, a member of O"
      if (t < sentence.first + 2 || reading_.text(t - 1) != ",") return;
      t -= 2;
    }
    if (!is_person_name(reading_, t)) return;
    const std::string_view sign = reading_.text(start - 1);
    const bool bracket = sign == "(" || sign == "[";
    const bool tree = reading_.token(noun_).relation == Deprel::appos ||
                      reading_.token(noun_).relation == Deprel::parataxis ||
                      in_one_phrase(reading_, noun_, reading_.mention_at(t)->head);
    if (sign == "," && !tree) return;
    if (sign == "," || bracket) add(t, bracket ? 0.8f : 0.9f);
  }

  void apposed() {
    if (reading_.token(noun_).relation == Deprel::appos)
      if (const auto head = syntax_.head(noun_)) add(*head, 0.85f);
    for (TokenIndex c : syntax_.children(noun_))
      if (reading_.token(c).relation == Deprel::appos) add(c, 0.85f);
  }

  // "P is the president of O"
  void predicated() {
    const auto copula = syntax_.child(noun_, Deprel::cop);
    const auto subject = syntax_.child(noun_, {Deprel::nsubj, Deprel::nsubj_pass});
    if (!copula || !subject || syntax_.is_negated(noun_)) return;
    const std::string_view form = reading_.text(*copula);
    add_all(*subject, 0.85f, form == "was" || form == "were" || form == "been");
  }

  // "served as president", "became president", "named P president"
  void complement() {
    const Deprel relation = reading_.token(noun_).relation;
    const auto verb = syntax_.head(noun_);
    if (!verb || !(relation == Deprel::xcomp || relation == Deprel::obl || relation == Deprel::obj)) return;
    constexpr std::string_view verbs[] = {"become",   "serve",   "name",     "make",    "appoint", "elect",
                                          "proclaim", "declare", "nominate", "crown",   "remain",  "work",
                                          "act",      "install", "re-elect", "reelect", "confirm", "promote",
                                          "swear",    "hire",    "know",     "return",  "resign",  "retire"};
    if (std::find(std::begin(verbs), std::end(verbs), reading_.token(*verb).lemma) == std::end(verbs)) return;
    if (relation == Deprel::obl && syntax_.preposition(noun_) != "as" && syntax_.preposition(noun_) != "to")
      return;
    const auto object = syntax_.child(*verb, Deprel::obj);
    const auto subject = syntax_.subject(*verb);
    if (object && *object != noun_ && is_person(reading_, *object)) return add_all(*object, 0.8f);
    const bool past = syntax_.lemma_is(*verb, "serve") || syntax_.lemma_is(*verb, "resign") ||
                      syntax_.lemma_is(*verb, "retire");
    if (subject && !syntax_.is_negated(*verb))
      add_all(*subject, 0.8f, past && reading_.text(*verb) != "serves");
  }

  // "the founder and chairman": the second is said of whom the first is.
  void shared() {
    const auto first = syntax_.head(noun_);
    if (!first || !syntax_.is_noun(*first) || *first >= noun_) return;
    const NounRole role = syntax_.word(*first).noun_role;
    if (role != NounRole::office && role != NounRole::founder && role != NounRole::membership) return;
    found_ = HolderFinder(reading_, *first).run_once();
  }
  std::vector<Bound> run_once() {
    named_before();
    if (found_.empty()) apposed();
    if (found_.empty()) predicated();
    if (found_.empty()) complement();
    return std::move(found_);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  TokenIndex noun_;
  std::vector<Bound> found_;
};

class OwnerFinder {
 public:
  OwnerFinder(const Reading& reading, const Demonyms& demonyms, TokenIndex noun)
      : reading_(reading), syntax_(reading.syntax), demonyms_(demonyms), noun_(noun) {}

  std::vector<Bound> run() {
    for (TokenIndex c : syntax_.children(noun_)) modifier(c);
    const bool only_from =
        std::all_of(found_.begin(), found_.end(), [](const Bound& b) { return b.preposition == "from"; });
    if (only_from) in_front();
    if (found_.empty()) of_conjunct();
    if (found_.empty()) further_right();
    if (found_.empty()) ambassador_to();
    return std::move(found_);
  }

 private:
  void add(EntityIndex entity, TokenIndex t, std::string_view preposition, float confidence) {
    if (entity == no_entity || reading_.type_of(entity) == EntityType::person) return;
    found_.push_back({entity, t, preposition, false, confidence});
  }

  void modifier(TokenIndex c) {
    const Deprel relation = reading_.token(c).relation;
    if (relation == Deprel::nmod_poss) return possessor(c);
    if (relation != Deprel::nmod && relation != Deprel::obl) return;
    const std::string_view preposition = syntax_.preposition(c);
    const bool belongs = preposition == "of" || preposition == "for" || preposition == "at" ||
                         preposition == "in" || preposition == "with" || preposition == "from" ||
                         preposition == "on" || preposition == "within";
    const bool serves = preposition == "to" && syntax_.word(c).noun_role == NounRole::office;
    if (belongs || serves) descend(c, preposition, 0);
  }

  void possessor(TokenIndex c) {
    const EntityIndex entity = reading_.actor_at(c);
    if (entity != no_entity) return add(entity, c, "'s", 0.85f);
    descend(c, "'s", 1);
  }

  // "minister of foreign affairs of O", "head of the department of O": to the first name.
  void descend(TokenIndex t, std::string_view preposition, int depth) {
    for (TokenIndex one : syntax_.conjuncts(t)) {
      const EntityIndex entity = reading_.actor_at(one);
      if (entity != no_entity) {
        add(entity, one, preposition, depth == 0 ? 0.9f : 0.75f);
        continue;
      }
      if (depth >= 2) continue;
      const std::size_t before = found_.size();
      for (TokenIndex c : syntax_.children(one)) {
        const Deprel relation = reading_.token(c).relation;
        const bool down =
            relation == Deprel::nmod && (syntax_.preposition(c) == "of" || syntax_.preposition(c) == "for");
        if (down || relation == Deprel::nmod_poss) descend(c, preposition, depth + 1);
        if (relation == Deprel::compound || relation == Deprel::appos || relation == Deprel::amod)
          name_or_demonym(c, preposition);
        if (found_.size() > before) break;
      }
    }
  }

  void name_or_demonym(TokenIndex t, std::string_view preposition) {
    const EntityIndex entity = reading_.actor_at(t);
    if (entity != no_entity) return add(entity, t, preposition, 0.75f);
    add(demonyms_.place_of(reading_.text(t)), t, preposition, 0.7f);
  }

  // "U.S. President P", "Armenian foreign minister", "LA Sheriff's office spokesman"
  void in_front() {
    const Sentence& sentence = reading_.sentence(noun_);
    TokenIndex t = noun_;
    for (TokenIndex steps = 0; t > sentence.first && steps < 7; ++steps) {
      --t;
      const Upos upos = reading_.token(t).upos;
      const Mention* mention = reading_.mention_at(t);
      if (mention && mention->kind == MentionKind::name && mention->entity != no_entity) {
        if (reading_.type_of(mention->entity) != EntityType::event) add(mention->entity, t, "", 0.85f);
        return;
      }
      if (const EntityIndex country = country_at(t); country != no_entity) return add(country, t, "", 0.8f);
      const bool modifies = upos == Upos::ADJ || upos == Upos::NOUN || upos == Upos::PROPN ||
                            upos == Upos::PART || reading_.text(t) == "-";
      if (!modifies) return;
    }
  }

  // "Armenian", "South Korean"
  EntityIndex country_at(TokenIndex t) const {
    if (t > reading_.sentence(t).first) {
      const std::string two = std::string(reading_.text(t - 1)) + " " + std::string(reading_.text(t));
      if (const EntityIndex country = demonyms_.place_of(two); country != no_entity) return country;
    }
    return demonyms_.place_of(reading_.text(t));
  }

  // "chairman and founder of O"
  void of_conjunct() {
    for (TokenIndex c : syntax_.children(noun_)) {
      if (reading_.token(c).relation != Deprel::conj || !syntax_.is_noun(c)) continue;
      for (TokenIndex d : syntax_.children(c))
        if (reading_.token(d).relation == Deprel::nmod && syntax_.preposition(d) == "of") descend(d, "of", 0);
    }
  }

  // "Professor of East Asian Studies and Music at O": the first organization after it, where the tree has
  // none.
  void further_right() {
    const Sentence& sentence = reading_.sentence(noun_);
    for (TokenIndex t = noun_ + 1; t < std::min(sentence.last, noun_ + reach); ++t) {
      const Upos upos = reading_.token(t).upos;
      if (upos == Upos::VERB || upos == Upos::AUX || upos == Upos::PUNCT || upos == Upos::SCONJ) return;
      const Mention* mention = reading_.mention_at(t);
      if (!mention || mention->first != t || mention->kind != MentionKind::name ||
          mention->entity == no_entity)
        continue;
      if (reading_.type_of(mention->entity) == EntityType::person) return;
      TokenIndex before = t - 1;
      if (reading_.token(before).upos == Upos::DET && before > noun_) --before;
      const std::string_view preposition = reading_.text(before);
      if (preposition == "of" || preposition == "at" || preposition == "for")
        add(mention->entity, t, preposition, 0.7f);
      return;
    }
  }

  // What an ambassador is sent to is not what he stands for; only where nothing else is known.
  void ambassador_to() {
    for (TokenIndex c : syntax_.children(noun_))
      if (reading_.token(c).relation == Deprel::nmod && syntax_.preposition(c) == "to") descend(c, "to", 1);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const Demonyms& demonyms_;
  TokenIndex noun_;
  std::vector<Bound> found_;
};

}  // namespace

TokenIndex phrase_start(const Reading& reading, TokenIndex noun) {
  const Sentence& sentence = reading.sentence(noun);
  TokenIndex start = noun;
  while (start > sentence.first && noun - start < reach) {
    const Token& token = reading.token(start - 1);
    const bool inside = token.upos == Upos::DET || token.upos == Upos::ADJ || token.upos == Upos::NOUN ||
                        token.upos == Upos::PROPN || token.upos == Upos::PART || token.upos == Upos::NUM ||
                        token.relation == Deprel::nmod_poss || token.relation == Deprel::compound;
    const bool list_of_adjectives = token.upos == Upos::PUNCT && start - 1 > sentence.first &&
                                    reading.token(start - 2).upos == Upos::ADJ &&
                                    reading.token(start).upos == Upos::ADJ;
    if (!inside && !list_of_adjectives) break;
    --start;
    if (token.upos == Upos::DET) break;
  }
  return start;
}

std::vector<Bound> holders_of(const Reading& reading, TokenIndex noun) {
  return HolderFinder(reading, noun).run();
}

std::vector<Bound> owners_of(const Reading& reading, const Demonyms& demonyms, TokenIndex noun) {
  return OwnerFinder(reading, demonyms, noun).run();
}

static bool is_capital(std::string_view word) {
  return word[0] >= 'A' && word[0] <= 'Z';
}

std::string title_of(const Reading& reading, TokenIndex noun) {
  const Sentence& sentence = reading.sentence(noun);
  TokenIndex first = noun, last = noun + 1;
  while (first > sentence.first) {
    const Token& token = reading.token(first - 1);
    const Mention* mention = reading.mention_at(first - 1);
    const bool modifier = token.upos == Upos::ADJ || token.upos == Upos::NOUN || token.upos == Upos::PROPN;
    if (!modifier || (mention && mention->kind == MentionKind::name)) break;
    const bool nationality =
        token.upos == Upos::ADJ && is_capital(reading.text(first - 1)) && !is_capital(reading.text(noun));
    if (nationality || token.name == NameClass::other || token.lemma == "former") break;
    --first;
  }
  for (TokenIndex c : reading.syntax.children(noun)) {
    if (reading.token(c).relation != Deprel::nmod || c < noun || reading.syntax.left(c) != last) continue;
    TokenIndex end = reading.syntax.right(c);
    for (TokenIndex t = last; t < end; ++t)
      if (reading.actor_at(t) != no_entity && reading.mention_at(t)->kind == MentionKind::name) end = t;
    while (end > last &&
           (reading.token(end - 1).upos == Upos::ADP || reading.token(end - 1).upos == Upos::DET ||
            reading.token(end - 1).upos == Upos::PUNCT))
      --end;
    if (end - noun < reach) last = end;
    break;
  }
  return std::string(reading.document.text(reading.syntax.span(first, last)));
}

bool is_former(const Reading& reading, TokenIndex noun) {
  for (TokenIndex t = phrase_start(reading, noun); t < noun; ++t) {
    const std::string& lemma = reading.token(t).lemma;
    if (lemma == "former" || lemma == "ex" || lemma == "ex-" || lemma == "late" || lemma == "then" ||
        lemma == "onetime")
      return true;
  }
  return reading.token(noun).lemma.starts_with("ex-");
}

}  // namespace attest::extract
