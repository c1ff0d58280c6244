#include <attest/extractor/facts/holder_names.hpp>

#include <algorithm>

#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr TokenIndex reach = 14;  // tokens looked at on either side of a noun

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

class NameFinder {
 public:
  NameFinder(const Reading& reading, TokenIndex noun)
      : reading_(reading), syntax_(reading.syntax), noun_(noun) {}

  std::vector<Bound> beside() {
    named_after(false);
    if (found_.empty()) named_before(false);
    if (found_.empty()) named_after(true);
    if (found_.empty()) named_before(true);
    return std::move(found_);
  }
  std::vector<Bound> in_front() {
    named_before(true);
    return std::move(found_);
  }
  // "the daughter of General P": nothing but a title between the preposition and the name.
  bool is_owner(const Mention& mention) const {
    if (serves_title(mention)) return true;
    TokenIndex head = mention.head;  // "the daughter of the painter P"
    if (reading_.token(head).relation == Deprel::appos || reading_.token(head).relation == Deprel::flat)
      if (const auto noun = syntax_.head(head);
          noun && *noun > noun_ && *noun < mention.first && is_person_noun(reading_, *noun))
        head = *noun;
    if (head == mention.head && mention.first > noun_ + 1 && is_person_noun(reading_, mention.first - 1))
      head = mention.first - 1;
    if (!syntax_.child(head, Deprel::case_)) head = mention.head;
    const auto preposition = syntax_.child(head, Deprel::case_);
    if (reading_.token(head).relation != Deprel::nmod || !preposition || *preposition < noun_) return false;
    if (head != mention.head) return *preposition > noun_ && reading_.text(*preposition) == "of";
    for (TokenIndex t = *preposition + 1; t < mention.first; ++t) {
      const Upos upos = reading_.token(t).upos;  // "of former president P", "of Sir P"
      const bool modifies = upos == Upos::DET || upos == Upos::ADJ || is_form_of_address(t);
      if (!modifies && syntax_.word(t).noun_role != NounRole::office) return false;
    }
    return true;
  }

 private:
  bool accepts(EntityIndex entity) const { return can_hold(reading_, noun_, entity); }
  /// The name over a token, where such a one can be meant.
  const Mention* name_at(TokenIndex t) const { return holder_name_at(reading_, noun_, t); }
  void add(EntityIndex entity, TokenIndex t, float confidence) {
    if (accepts(entity))
      found_.push_back({entity, t, "", false, confidence * (0.5f + 0.5f * reading_.confidence_at(t))});
  }
  bool is_plural() const { return reading_.token(noun_).penn == Penn::NNS; }

  // "President P", "Minister of Foreign Affairs P", "an attorney, P,"
  void named_after(bool past_comma) {
    const Sentence& sentence = reading_.sentence(noun_);
    bool comma = false;
    for (TokenIndex t = noun_ + 1; t < std::min(sentence.last, noun_ + reach); ++t) {
      const Upos upos = reading_.token(t).upos;
      if (name_at(t) && !belongs_to_title(t)) return accept_after(t, comma);
      const bool place_chain = comma && is_other_name(t);
      if (place_chain) {
        comma = false;
        continue;
      }
      const bool described =
          comma && is_kin_noun() && (upos == Upos::DET || upos == Upos::ADJ || upos == Upos::NOUN);
      if (described) continue;  // "his wife, the singer P"
      const bool titled = syntax_.word(t).noun_role == NounRole::office || is_form_of_address(t);
      if (comma && t + 1 < sentence.last && titled && name_at(t + 1))
        continue;  // "the chair of O, Senator P,"
      if (comma || opens_clause(reading_, t) || upos == Upos::SCONJ || upos == Upos::PRON) return;
      if (upos == Upos::PUNCT) {
        if (is_title_suffix(t)) {
          ++t;
          continue;
        }
        if (reading_.text(t) == ":" && is_plural()) return accept_list(t + 1, 0.85f);
        if (reading_.text(t) == "(") {  // "the director of the O (Q), P,"
          t = past_bracket(t) - 1;
          continue;
        }
        if (reading_.text(t) != "," && !is_double_mark(reading_.text(t))) return;
        comma = reading_.text(t) == ",";
        if (comma && (!past_comma || is_said_of_person())) return;
      }
    }
  }
  // "president-elect P", "minister-designate P"
  bool is_title_suffix(TokenIndex hyphen) const {
    if (reading_.text(hyphen) != "-" || hyphen + 1 >= reading_.sentence(noun_).last) return false;
    const std::string_view word = reading_.text(hyphen + 1);
    return word == "elect" || word == "designate" || word == "Elect" || word == "Designate";
  }
  // "P was an adviser to the minister, Q": P's.
  bool is_said_of_person() const {
    const auto subject =
        syntax_.child(noun_, Deprel::cop) ? syntax_.child(noun_, Deprel::nsubj) : std::nullopt;
    return subject && accepts(reading_.actor_at(*subject));
  }
  bool is_kin_noun() const {
    const NounRole role = syntax_.word(noun_).noun_role;
    return role >= NounRole::kin_parent && role <= NounRole::kin_other;
  }
  // "a member of O": the name after the preposition is the owner's.
  bool belongs_to_title(TokenIndex t) const {
    if (reading_.type_of(reading_.mention_at(t)->entity) == EntityType::person) return false;
    TokenIndex before = t - 1;
    while (before > noun_ && (reading_.token(before).upos == Upos::DET || is_other_name(before) ||
                              reading_.token(before).upos == Upos::ADJ))
      --before;
    return before > noun_ && reading_.token(before).upos != Upos::PUNCT;
  }
  // "A native of Syracuse, New York, P": a place between.
  bool is_other_name(TokenIndex t) const {
    const Mention* mention = reading_.mention_at(t);
    return mention && mention->kind == MentionKind::name && mention->entity != no_entity &&
           !accepts(mention->entity);
  }

  void accept_after(TokenIndex t, bool comma) {
    const Mention& mention = *reading_.mention_at(t);
    const bool adjacent = t == noun_ + 1 || (t == noun_ + 3 && is_title_suffix(noun_ + 1));
    const bool joined = in_one_phrase(reading_, mention.head, noun_) || is_double(t);
    const Upos before = reading_.token(t - 1).upos;
    if (!adjacent && (before == Upos::ADP || before == Upos::CCONJ || before == Upos::PART)) return;
    if (!comma && is_owner(mention)) return;
    if (comma && is_plural()) return accept_list(t, 0.8f);
    if (comma && !joined && !closes_apposition(mention)) return;
    const bool titled = past_title(noun_ + 1, t + 1) == t;  // "O astronaut Commander P"
    if (!comma && !adjacent && !joined && !titled && !is_long_title(t)) return;
    if (is_plural()) return accept_list(t, 0.85f);
    add(mention.entity, t, possesses(mention) ? 0.75f : adjacent ? 0.95f : joined ? 0.9f : 0.7f);
  }
  bool is_form_of_address(TokenIndex t) const {
    constexpr std::string_view forms[] = {"Sir", "Lord", "Lady", "Dame", "Dr.",   "Dr",
                                          "Mr.", "Mrs.", "Ms.",  "Mr",   "Prof.", "Rev."};
    return is_one_of(reading_.text(t), forms);
  }
  // "the singer and actress P"
  bool is_double(TokenIndex name) const {
    return name == noun_ + 3 && reading_.text(noun_ + 1) == "and" && is_person_noun(reading_, noun_ + 2) &&
           reading_.token(noun_ + 2).upos == Upos::NOUN;
  }
  // "an aide to Minister P", "the wife of President P", "an aide to the president of O P"
  bool serves_title(const Mention& mention) const {
    bool linked = false;
    for (TokenIndex t = noun_ + 1; t < mention.first; ++t) {
      linked |= reading_.text(t) == "to" || (reading_.text(t) == "of" && t + 2 == mention.first);
      if (linked && syntax_.word(t).noun_role == NounRole::office) return true;
    }
    return false;
  }
  // "sons A, B and C": names with nothing but commas and "and" between.
  void accept_list(TokenIndex t, float confidence) {
    const Sentence& sentence = reading_.sentence(noun_);
    while (t < sentence.last) {
      t = past_title(t, sentence.last);
      const Mention* mention = name_at(t);
      if (!mention || mention->first != t) return;
      add(mention->entity, t, confidence);
      t = mention->last;
      while (t < sentence.last && opens_bracket(t)) t = past_bracket(t);
      while (t < sentence.last && (reading_.text(t) == "," || reading_.text(t) == "and")) ++t;
    }
  }
  // Past "Mission Specialist" of "Mission Specialist P"; `t` where no such title stands there.
  TokenIndex past_title(TokenIndex t, TokenIndex end) const {
    constexpr TokenIndex longest = 3;
    TokenIndex i = t;
    while (i < std::min(end, t + longest) && !reading_.mention_at(i) && is_capital(reading_.text(i))) ++i;
    return i > t && i < end && name_at(i) && is_person_noun(reading_, i - 1) ? i : t;
  }
  static bool is_capital(std::string_view word) { return word[0] >= 'A' && word[0] <= 'Z'; }
  bool opens_bracket(TokenIndex t) const { return reading_.text(t) == "(" || reading_.text(t) == "["; }
  TokenIndex past_bracket(TokenIndex t) const {
    constexpr int longest = 30;
    const std::string_view close = reading_.text(t) == "(" ? ")" : "]";
    const TokenIndex end = reading_.sentence(noun_).last;
    for (int steps = 0; t < end && steps < longest && reading_.text(t++) != close; ++steps) {
    }
    return t;
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
    const bool verb = after == Upos::VERB || after == Upos::AUX;
    const bool aside =
        verb && syntax_.child(noun_, Deprel::case_);  // "After a talk with the head of O, P said"
    return determiner && !aside && (after == Upos::PUNCT || verb);
  }

  // "P, the president of O", "P (president of O)", "P [the last President of O]", "A and B, both members"
  void named_before(bool by_words) {
    const Sentence& sentence = reading_.sentence(noun_);
    TokenIndex start = phrase_start(reading_, noun_);
    const bool inside = reading_.text(start) == "both" || reading_.text(start) == "all";
    const bool both = inside || (start > sentence.first + 1 &&
                                 (reading_.text(start - 1) == "both" || reading_.text(start - 1) == "all"));
    if (both && !inside) --start;
    constexpr std::string_view times[] = {"previously", "formerly", "then",  "now",
                                          "currently",  "once",     "later", "until"};
    const bool timed = start > sentence.first + 2 && is_one_of(reading_.text(start - 1), times);
    if (timed) --start;  // "P, then governor of L"
    if (start < sentence.first + 2 || reading_.token(start - 1).upos != Upos::PUNCT) return;
    TokenIndex t = start - 2;
    if (reading_.token(t).upos == Upos::NUM) {  // "P, 19, a member of O"
      if (t < sentence.first + 2 || reading_.text(t - 1) != ",") return;
      t -= 2;
    }
    const Mention* mention = name_at(t);
    if (!mention) return;
    const std::string_view sign = reading_.text(start - 1);
    const bool dash = timed && (sign == "-" || sign == "\u2013" || sign == "\u2014");
    const bool bracket = sign == "(" || sign == "[" || dash;
    const bool tree = both || reading_.token(noun_).relation == Deprel::appos ||
                      reading_.token(noun_).relation == Deprel::parataxis ||
                      in_one_phrase(reading_, noun_, mention->head);
    const bool each = is_plural() && noun_ + 1 < sentence.last && reading_.text(noun_ + 1) == "of" &&
                      mention->first > sentence.first && reading_.text(mention->first - 1) == "and";
    if (sign == "," && !tree && !(by_words && (leads_to_owner(start) || each))) return;
    if (sign != "," && !bracket) return;
    if (sign == "," && names_come_behind(mention->first)) return;
    add(mention->entity, t, bracket || !tree ? 0.8f : 0.9f);
    const bool listed = reading_.text(noun_) != "member" && is_plural();
    if (both || listed) earlier_in_list(mention->first);
  }
  // "the dean, P, the bishop of L, Q, and the mayor, R": the name before has its office before it.
  bool names_come_behind(TokenIndex name) const {
    const Sentence& sentence = reading_.sentence(noun_);
    if (name > sentence.first && syntax_.word(name - 1).noun_role == NounRole::office) --name;  // "Senator P"
    if (name < sentence.first + 2 || reading_.text(name - 1) != ",") return false;
    TokenIndex t = name - 1;
    for (TokenIndex steps = 0; t > sentence.first && steps < reach; ++steps) {
      --t;
      if (syntax_.word(t).noun_role == NounRole::office && !inside_name(reading_, t)) break;
      if (name_at(t) || opens_clause(reading_, t) || reading_.token(t).upos == Upos::PUNCT) return false;
    }
    if (syntax_.word(t).noun_role != NounRole::office || inside_name(reading_, t)) return false;
    for (t = noun_ + 1; t + 1 < std::min(sentence.last, noun_ + reach); ++t) {
      if (opens_clause(reading_, t) || name_at(t)) return false;
      if (reading_.text(t) != ",") continue;
      const bool title =
          reading_.text(t + 1).ends_with(".") || syntax_.word(t + 1).noun_role == NounRole::office;
      const TokenIndex next = t + 1 + title;
      return next < sentence.last && name_at(next) != nullptr;
    }
    return false;
  }
  // "P, the president of O", "P, president and chief executive", whatever the tree: an article or nothing
  // before the noun, "of" behind it; of an office without an owner the phrase's end.
  bool leads_to_owner(TokenIndex start) const {
    if (noun_ + 1 >= reading_.sentence(noun_).last || is_plural()) return false;
    const std::string_view next = reading_.text(noun_ + 1);
    const NounRole role = syntax_.word(noun_).noun_role;
    const bool office = role == NounRole::office || role == NounRole::founder;
    const auto owner = syntax_.child(noun_, Deprel::nmod_poss);  // "P, O's envoy for L"
    const EntityIndex whose = owner ? reading_.actor_at(*owner) : no_entity;
    if (office && whose != no_entity && reading_.type_of(whose) != EntityType::person) return true;
    const bool closed = next == "and" || next == "," || next == "." || next == ";";
    if (office && closed && reading_.token(start).upos != Upos::DET) return true;
    return (next == "of" || next == "at" || next == "for" || (office && next == "to")) &&
           (start == noun_ || reading_.token(start).upos == Upos::DET);
  }
  // "A, B and C, members of O": the names before the last.
  void earlier_in_list(TokenIndex first) {
    const TokenIndex begin = reading_.sentence(noun_).first;
    while (first > begin + 1) {
      TokenIndex t = first - 1;
      while (t > begin && (reading_.text(t) == "and" || reading_.text(t) == ",")) --t;
      const Mention* mention = t + 1 < first ? name_at(t) : nullptr;
      if (!mention) return;
      add(mention->entity, t, 0.8f);
      first = mention->first;
    }
  }

  const Reading& reading_;
  const Syntax& syntax_;
  TokenIndex noun_;
  std::vector<Bound> found_;
};

}  // namespace

bool can_hold(const Reading& reading, TokenIndex noun, EntityIndex entity) {
  if (entity == no_entity) return false;
  const EntityType type = reading.type_of(entity);
  if (type == EntityType::person) return true;
  if (reading.syntax.lemma_is(noun, "member")) return type != EntityType::event;
  return reading.syntax.word(noun).noun_role == NounRole::founder && type == EntityType::organization;
}

const Mention* holder_name_at(const Reading& reading, TokenIndex noun, TokenIndex t) {
  const Mention* mention = reading.mention_at(t);
  const bool name = mention && mention->kind == MentionKind::name;
  return name && can_hold(reading, noun, mention->entity) ? mention : nullptr;
}

std::vector<Bound> names_beside(const Reading& reading, TokenIndex noun) {
  return NameFinder(reading, noun).beside();
}

std::vector<Bound> names_in_front(const Reading& reading, TokenIndex noun) {
  return NameFinder(reading, noun).in_front();
}

bool is_owners_name(const Reading& reading, TokenIndex noun, const Mention& mention) {
  return NameFinder(reading, noun).is_owner(mention);
}

}  // namespace attest::extract
