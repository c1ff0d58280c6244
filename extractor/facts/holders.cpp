#include <algorithm>

#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr TokenIndex reach = 14;  // tokens looked at on either side of a noun

// "named P president": what they make of their object.
constexpr std::string_view making_verbs[] = {
    "name",     "make",      "appoint",  "elect",      "proclaim", "declare",   "crown",
    "nominate", "install",   "re-elect", "reelect",    "confirm",  "promote",   "swear",
    "hire",     "reappoint", "ordain",   "consecrate", "enthrone", "designate", "create"};
// "served as president", "became president": what they say of their subject.
constexpr std::string_view being_verbs[] = {
    "become",  "serve",    "remain", "work",   "act",     "know",   "return", "resign", "retire",
    "reign",   "rule",     "take",   "follow", "succeed", "step",   "start",  "begin",  "join",
    "replace", "continue", "stay",   "leave",  "quit",    "employ", "sit",    "double"};

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
    named_after(false);
    if (found_.empty()) named_before(false);
    if (found_.empty()) named_after(true);
    if (found_.empty()) named_before(true);
    if (found_.empty()) made_so();
    if (found_.empty()) apposed();
    if (found_.empty()) predicated();
    if (found_.empty()) complement();
    if (found_.empty()) in_post();
    if (found_.empty())
      if (const auto verb = verb_including(reading_, noun_)) subject_of(*verb);
    if (found_.empty()) one_of();
    if (found_.empty()) counted();
    if (found_.empty()) led_to();
    if (found_.empty() && reading_.token(noun_).relation == Deprel::conj) shared();
    return std::move(found_);
  }

 private:
  /// Persons; of members and founders organizations and states, too.
  bool accepts(EntityIndex entity) const {
    if (entity == no_entity) return false;
    const EntityType type = reading_.type_of(entity);
    if (type == EntityType::person) return true;
    if (syntax_.lemma_is(noun_, "member")) return type != EntityType::event;
    return syntax_.word(noun_).noun_role == NounRole::founder && type == EntityType::organization;
  }
  /// The name over a token, where such a one can be meant.
  const Mention* name_at(TokenIndex t) const {
    const Mention* mention = reading_.mention_at(t);
    return mention && mention->kind == MentionKind::name && accepts(mention->entity) ? mention : nullptr;
  }

  bool add(EntityIndex entity, TokenIndex t, float confidence, bool former = false) {
    if (!accepts(entity)) return false;
    found_.push_back({entity, t, "", former, confidence * (0.5f + 0.5f * reading_.confidence_at(t))});
    return true;
  }
  /// Whoever the phrase speaks of.
  void add_all(TokenIndex head, float confidence, bool former = false) {
    for (const Bound& one : referents(reading_, head))
      if (one.token != noun_) add(one.entity, one.token, confidence, former);
    if (found_.empty() && head != noun_) add(reading_.actor_of_phrase(head), head, confidence, former);
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
        if (reading_.text(t) != "," && !is_quote(t)) return;
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
  bool is_quote(TokenIndex t) const {
    const std::string_view text = reading_.text(t);
    return text == "\"" || text == "\xE2\x80\x9C" || text == "\xE2\x80\x9D";
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

  // "named P president", "named P as president", by the words alone.
  void made_so() {
    const TokenIndex begin = reading_.sentence(noun_).first;
    TokenIndex t = noun_;
    for (int steps = 0; t > begin && steps < 5 && !name_at(t); ++steps) {
      --t;
      const Upos upos = reading_.token(t).upos;
      const bool modifies = upos == Upos::ADJ || upos == Upos::NOUN || upos == Upos::DET ||
                            upos == Upos::PROPN || reading_.text(t) == "as" ||
                            reading_.token(t).relation == Deprel::nmod_poss;
      if (!modifies && !name_at(t)) return;
    }
    const Mention* mention = name_at(t);
    if (!mention || mention->first == begin) return;
    const bool as =
        mention->last < noun_ && reading_.text(mention->last) == "as" && !is_followed(mention->first);
    if (as || is_one_of(reading_.token(mention->first - 1).lemma, making_verbs))
      add(mention->entity, t, 0.8f);
  }

  // "succeeded P as director" does not make P one, "succeeded by P as director" does.
  bool is_followed(TokenIndex name) const {
    constexpr std::string_view following[] = {"succeed", "replace", "follow", "join"};
    if (reading_.text(name - 1) != "by") return is_one_of(reading_.token(name - 1).lemma, following);
    return name < 2 || !is_one_of(reading_.token(name - 2).lemma, following);
  }

  void apposed() {
    if (reading_.token(noun_).relation == Deprel::appos)
      if (const auto head = syntax_.head(noun_)) {
        add_all_but_plain(*head);
        said_too(*head);
        if (found_.empty() && *head < noun_ && holds_alike(*head) && !inside_name(reading_, *head))
          found_ = HolderFinder(reading_, *head).run_once();  // "as chairman of A, president of B"
      }
    for (TokenIndex c : syntax_.children(noun_)) {
      const Mention* name = c > noun_ ? name_at(c) : nullptr;
      const bool owner = name && is_owner(*name);
      if (reading_.token(c).relation == Deprel::appos && !owner) add_all_but_plain(c);
    }
  }
  // "P is an academic, professor at O": said of P, too.
  void said_too(TokenIndex head) {
    if (!found_.empty() || !syntax_.child(head, Deprel::cop) || !is_person_noun(reading_, head)) return;
    if (const auto subject = syntax_.subject(head)) add_all(*subject, 0.7f);
  }
  // Of a list only the one next to the noun, if the noun is singular.
  void add_all_but_plain(TokenIndex t) {
    if (is_plural()) return add_all(t, 0.85f);
    if (!add(reading_.actor_at(t), t, 0.85f)) add(reading_.actor_of_phrase(t), t, 0.85f);
  }

  // "P is the president of O", "the president of O is P"
  void predicated() {
    if (const auto copula = syntax_.child(noun_, Deprel::cop)) {
      auto subject = syntax_.child(noun_, {Deprel::nsubj, Deprel::nsubj_pass});
      if (!subject && reading_.token(noun_).relation == Deprel::xcomp && used_to_be())
        subject = syntax_.subject(noun_);
      if (!subject || syntax_.is_negated(noun_)) return;
      return add_all(*subject, 0.85f, is_past(*copula));
    }
    const auto name = syntax_.head(noun_);
    if (!name || reading_.token(noun_).relation != Deprel::nsubj || syntax_.is_negated(*name)) return;
    const auto copula = syntax_.child(*name, Deprel::cop);
    if (!copula) return;
    if (accepts(reading_.actor_at(*name)) || named_in(*name)) add_all(*name, 0.85f, is_past(*copula));
  }
  // "P used to be the president of O", "P continues to be …"
  bool used_to_be() const {
    constexpr std::string_view verbs[] = {"use", "continue", "happen", "go", "come"};
    const auto verb = syntax_.head(noun_);
    return verb && is_one_of(reading_.token(*verb).lemma, verbs);
  }
  // "her father was the painter P"
  bool named_in(TokenIndex noun) const {
    for (TokenIndex c : syntax_.children(noun))
      if (reading_.token(c).relation == Deprel::appos && c > noun && accepts(reading_.actor_at(c)))
        return true;
    return false;
  }
  bool is_past(TokenIndex copula) const {
    const std::string_view form = reading_.text(copula);
    if (form != "was" && form != "were" && form != "been") return false;
    const auto head = syntax_.head(copula);  // "has been" goes on
    if (form == "been" && head)
      for (TokenIndex c : syntax_.children(*head))
        if (reading_.text(c) == "has" || reading_.text(c) == "have") return false;
    return true;
  }

  // "served as president", "became president", "named P president"
  void complement() {
    const Deprel relation = reading_.token(noun_).relation;
    const auto verb = syntax_.head(noun_);
    if (!verb || !(relation == Deprel::xcomp || relation == Deprel::obl || relation == Deprel::obj ||
                   relation == Deprel::advcl))
      return;
    const std::string_view preposition = syntax_.preposition(noun_);
    if (preposition == "as" || is_marked_as()) return acting_as(*verb);
    const bool visiting =
        reading_.text(*verb) == "visiting" && *verb + 1 == noun_;  // "was visiting professor"
    if (is_meanwhile() || visiting) return subject_of(*verb);
    constexpr std::string_view holding[] = {"hold", "assume", "occupy"};  // "holds the chair of physics at O"
    if (relation == Deprel::obj && is_one_of(reading_.token(*verb).lemma, holding)) return subject_of(*verb);
    const bool makes = is_one_of(reading_.token(*verb).lemma, making_verbs);
    if (!makes && !is_one_of(reading_.token(*verb).lemma, being_verbs)) return;
    if (relation == Deprel::obl && !(makes && preposition == "to")) return;
    const bool direct = syntax_.lemma_is(*verb, "become") || syntax_.lemma_is(*verb, "remain") ||
                        (reading_.text(*verb) == "acting" && relation == Deprel::obj);
    if (relation != Deprel::obl && !makes && !direct) return;
    const auto object = syntax_.child(*verb, Deprel::obj);
    if (makes && object && *object != noun_ && accepts(reading_.actor_at(*object)))
      return add_all(*object, 0.8f);
    if (makes && !syntax_.is_passive(*verb) && reading_.token(*verb).relation != Deprel::acl &&
        !syntax_.child(noun_, Deprel::case_))
      return;
    subject_of(*verb);
  }
  // "While president of O, P slept"
  bool is_meanwhile() const {
    const auto mark = syntax_.child(noun_, Deprel::mark);
    return mark && (reading_.token(*mark).lemma == "while" || reading_.token(*mark).lemma == "when");
  }
  bool is_marked_as() const {
    const auto mark = syntax_.child(noun_, Deprel::mark);
    return mark && reading_.text(*mark) == "as";
  }
  // "served as president", "appointed P as president", "succeeded Q as president"
  void acting_as(TokenIndex verb) {
    if (!syntax_.is_verb(verb)) return;
    constexpr std::string_view following[] = {"succeed", "replace", "follow", "join",  "serve",
                                              "lead",    "leave",   "quit",   "enter", "represent"};
    const std::string& lemma = reading_.token(verb).lemma;
    const bool follows = is_one_of(lemma, following);
    const auto object = syntax_.child(verb, Deprel::obj);
    if (!follows && object && accepts(reading_.actor_at(*object))) return add_all(*object, 0.75f);
    if ((lemma == "succeed" || lemma == "replace" || lemma == "follow") && syntax_.is_passive(verb))
      if (const auto agent = syntax_.agent(verb)) add_all(*agent, 0.75f);
    if (found_.empty()) subject_of(verb);
  }
  // "the nomination of P to serve as president": P.
  std::optional<TokenIndex> nominee(TokenIndex verb) const {
    constexpr std::string_view nouns[] = {"nomination", "appointment", "election", "selection",
                                          "choice",     "intent",      "candidacy"};
    const Deprel relation = reading_.token(verb).relation;
    const auto noun = relation == Deprel::acl || relation == Deprel::xcomp || relation == Deprel::advcl
                          ? syntax_.head(verb)
                          : std::nullopt;
    if (!noun) return std::nullopt;
    const auto named = syntax_.is_verb(*noun) ? syntax_.child(*noun, Deprel::obj) : noun;
    if (!named || !is_one_of(reading_.token(*named).lemma, nouns)) return std::nullopt;
    for (TokenIndex c : syntax_.children(*named))
      if (reading_.token(c).relation == Deprel::nmod && syntax_.preposition(c) == "of" &&
          accepts(reading_.actor_at(c)))
        return c;
    return std::nullopt;
  }
  void subject_of(TokenIndex verb) {
    if (const auto person = nominee(verb)) return add_all(*person, 0.75f);
    if (is_one_of(reading_.token(verb).lemma, making_verbs) && !syntax_.is_passive(verb) &&
        !syntax_.is_reduced_passive(verb)) {  // "the Senate confirmed P for a term as president"
      if (const auto object = syntax_.child(verb, Deprel::obj)) add_all(*object, 0.75f);
      return;
    }
    constexpr std::string_view past[] = {"serve", "resign", "retire", "step", "quit", "leave"};
    const auto subject = syntax_.subject(verb);
    if (subject && !syntax_.is_negated(verb))
      add_all(*subject, 0.8f, is_one_of(reading_.token(verb).lemma, past) && reading_.text(verb) != "serves");
  }

  // "P was one of the founders of O", "P, one of the directors of O"
  void one_of() {
    const auto one = syntax_.head(noun_);
    if (!one || reading_.token(noun_).relation != Deprel::nmod || syntax_.preposition(noun_) != "of" ||
        reading_.token(*one).lemma != "one")
      return;
    if (syntax_.child(*one, Deprel::cop) && !syntax_.is_negated(*one)) {
      if (const auto subject = syntax_.subject(*one)) add_all(*subject, 0.8f);
    } else if (const auto name = syntax_.head(*one); name && reading_.token(*one).relation == Deprel::appos) {
      add_all_but_plain(*name);
    }
  }
  // "his children include A and B", "past presidents included P"
  void counted() {
    const auto verb = syntax_.head(noun_);
    if (!verb || reading_.token(noun_).relation != Deprel::nsubj || !syntax_.lemma_is(*verb, "include"))
      return;
    if (const auto object = syntax_.child(*verb, Deprel::obj)) add_all(*object, 0.75f);
  }
  // "The son of Q, he …", "Born in L, the daughter of the actor Q, P …": said of the subject behind it.
  void led_to() {
    const Sentence& sentence = reading_.sentence(noun_);
    const TokenIndex start = phrase_start(reading_, noun_);
    const bool leads = start == sentence.first || reading_.text(start - 1) == ",";
    if (!leads || is_plural() || syntax_.child(noun_, {Deprel::case_, Deprel::cop})) return;
    for (TokenIndex t = noun_ + 1; t + 1 < std::min(sentence.last, noun_ + reach + 6); ++t) {
      if (opens_clause(reading_, t)) return;
      if (reading_.text(t) != ",") continue;
      const Mention* subject = reading_.mention_at(t + 1);
      if (!subject || subject->first != t + 1) continue;
      const Deprel relation = reading_.token(subject->head).relation;
      if (relation != Deprel::nsubj && relation != Deprel::nsubj_pass) continue;
      add(subject->entity, subject->head, 0.8f);
      return;
    }
  }

  // "his post as president", "P's appointment as president", "the position of president"
  void in_post() {
    constexpr std::string_view posts[] = {
        "post",       "job",       "role",      "tenure",   "appointment", "position", "work",   "career",
        "capacity",   "stint",     "term",      "election", "resignation", "time",     "office", "rank",
        "nomination", "promotion", "selection", "removal",  "years",       "year",     "title",  "place"};
    const auto post = syntax_.head(noun_);
    if (!post || !is_one_of(reading_.token(*post).lemma, posts)) return;
    const std::string_view preposition = syntax_.preposition(noun_);
    if (preposition != "as" && preposition != "of") return;
    for (TokenIndex c : syntax_.children(*post)) {
      const Deprel relation = reading_.token(c).relation;
      const bool of = relation == Deprel::nmod && syntax_.preposition(c) == "of" && c != noun_;
      if (relation == Deprel::nmod_poss || of) add_all(c, 0.75f);
    }
    const auto verb = syntax_.head(*post);
    if (!found_.empty() || !verb || !syntax_.is_verb(*verb)) return;
    const auto object = syntax_.child(*verb, Deprel::obj);  // "named P to the post of president"
    const bool makes = is_one_of(reading_.token(*verb).lemma, making_verbs);
    if (makes && object && object != post && accepts(reading_.actor_at(*object)))
      return add_all(*object, 0.75f);
    subject_of(*verb);
  }

  // "the founder and chairman", "president of A and member of B": said of whom the first is.
  void shared() {
    const TokenIndex start = phrase_start(reading_, noun_);
    if (start > reading_.sentence(noun_).first + 1 && reading_.text(start - 1) == "and" &&
        holds_alike(start - 2)) {
      found_ = HolderFinder(reading_, start - 2).run_once();
      return;
    }
    std::optional<TokenIndex> first = syntax_.head(noun_);
    for (int step = 0; step < 3 && first; ++step, first = syntax_.head(*first)) {
      if (*first >= noun_) return;
      if (reading_.token(*first).upos == Upos::NUM) continue;
      if (!syntax_.is_noun(*first)) return;
      if (described_before(*first)) return add_all_but_plain(*first);
      if (const auto name = syntax_.head(*first);  // "P, the author and a professor at O"
          name && reading_.token(*first).relation == Deprel::appos && accepts(reading_.actor_at(*name)))
        return add_all_but_plain(*name);
      if (holds_alike(*first) || (syntax_.child(*first, Deprel::cop) && is_person_noun(reading_, *first))) {
        found_ = HolderFinder(reading_, *first).run_once();
        return;
      }
    }
  }
  // "P, chairman of O and a director of Q": a name that an office stands behind.
  bool described_before(TokenIndex name) const {
    if (!accepts(reading_.actor_at(name))) return false;
    for (TokenIndex c : syntax_.children(name))
      if (reading_.token(c).relation == Deprel::appos && c > name && c < noun_ && holds_alike(c)) return true;
    return false;
  }
  bool holds_alike(TokenIndex t) const {
    const NounRole role = syntax_.word(t).noun_role;
    return role == NounRole::office || role == NounRole::founder || role == NounRole::membership ||
           (role >= NounRole::kin_parent && role <= NounRole::kin_other);
  }
  std::vector<Bound> run_once() {
    named_before(true);
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

}  // namespace

std::vector<Bound> holders_of(const Reading& reading, TokenIndex noun) {
  return HolderFinder(reading, noun).run();
}

}  // namespace attest::extract
