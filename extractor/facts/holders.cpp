#include <algorithm>

#include <attest/extractor/facts/holder_names.hpp>
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

class HolderFinder {
 public:
  HolderFinder(const Reading& reading, TokenIndex noun)
      : reading_(reading), syntax_(reading.syntax), noun_(noun) {}

  std::vector<Bound> run() {
    found_ = names_beside(reading_, noun_);
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
  bool accepts(EntityIndex entity) const { return can_hold(reading_, noun_, entity); }
  /// The name over a token, where such a one can be meant.
  const Mention* name_at(TokenIndex t) const { return holder_name_at(reading_, noun_, t); }

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

  // "named P president", "named P as president", by the words alone.
  void made_so() {
    const TokenIndex begin = reading_.sentence(noun_).first;
    TokenIndex t = noun_;
    for (int steps = 0; t > begin && steps < 7 && !name_at(t); ++steps) {
      --t;
      const Upos upos = reading_.token(t).upos;
      const bool modifies = upos == Upos::ADJ || upos == Upos::NOUN || upos == Upos::DET ||
                            upos == Upos::PROPN || reading_.text(t) == "as" || is_age(t) ||
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

  // A token of ", 42,"
  bool is_age(TokenIndex t) const {
    const auto is_number = [&](TokenIndex n) {
      return n > 0 && n + 1 < reading_.sentence(noun_).last && reading_.token(n).upos == Upos::NUM &&
             reading_.text(n - 1) == "," && reading_.text(n + 1) == ",";
    };
    return is_number(t) || (reading_.text(t) == "," && t > 0 && (is_number(t - 1) || is_number(t + 1)));
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
      const bool owner = name && is_owners_name(reading_, noun_, *name);
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
    found_ = names_in_front(reading_, noun_);
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
