#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

// What states and bodies have, too: "Norway's accession to O".
constexpr std::string_view of_states[] = {"accession", "membership", "withdrawal", "admission",
                                          "expulsion", "entry",      "exit",       "suspension"};

/// Membership told by what somebody has or is counted in: degrees, careers, boards, lists of members.
class MembershipFinder {
 public:
  MembershipFinder(const Reading& reading, const Demonyms& demonyms, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), demonyms_(demonyms), relations_(relations) {}

  void run() {
    constexpr std::string_view letters[] = {
        "BFA",     "MFA",   "B.F.A.", "M.F.A.",  "DSc",   "D.Sc.",  "EdD",      "Ed.D.",  "MPhil",
        "M.Phil.", "Ph.D.", "PhD",    "B.A.",    "BA",    "BSc",    "B.Sc.",    "B.S.",   "M.A.",
        "MA",      "MSc",   "M.Sc.",  "M.S.",    "MBA",   "M.B.A.", "LL.B.",    "LLB",    "LL.M.",
        "J.D.",    "JD",    "M.D.",   "D.Phil.", "DPhil", "A.B.",   "Bachelor", "Master", "Doctor"};
    constexpr std::string_view degrees[] = {
        "degree",      "doctorate",   "bachelor",   "master",         "phd",           "diploma",
        "ph.d.",       "mba",         "career",     "professorship",  "study",         "fellowship",
        "scholarship", "research",    "internship", "apprenticeship", "education",     "habilitation",
        "training",    "lectureship", "job",        "position",       "post",          "appointment",
        "stint",       "rotation",    "secondment", "residency",      "baccalaureate", "certificate",
        "master's"};
    constexpr std::string_view bodies[] = {"board", "faculty", "staff", "panel", "team"};
    constexpr std::string_view composing[] = {"include", "consist", "comprise", "feature"};
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      const std::string& lemma = reading_.token(t).lemma;
      if (syntax_.is_noun(t) &&
          (is_one_of(lemma, degrees) || is_one_of(reading_.text(t), letters) || is_graduate_work(t)))
        degree(t);
      if (syntax_.is_noun(t) && is_one_of(lemma, bodies) && syntax_.preposition(t) == "on") seat(t);
      if (syntax_.is_noun(t)) stay(t);
      if (lemma == "while" || lemma == "when") meanwhile(t);
      if (syntax_.is_verb(t) && is_one_of(lemma, composing)) composed(t);
      if (syntax_.is_verb(t) && lemma == "go") schooled(t);
      if (syntax_.is_verb(t) && lemma == "spend") spent(t);
    }
  }

 private:
  void add(const Bound& who, EntityIndex body, TokenIndex t, TokenIndex last, float confidence) {
    const bool state = syntax_.is_noun(t) && is_one_of(reading_.token(t).lemma, of_states);
    if ((reading_.is_type(who.entity, EntityType::person) || state) &&
        reading_.is_type(body, EntityType::organization))
      relations_.add("MEMBER_OF", who.entity, body, std::min({who.token, t, last}),
                     std::max({who.token, t, last}) + 1, confidence);
  }

  // "P earned a doctorate in physics from O", "P began her career at O"
  void degree(TokenIndex t) {
    const auto verb = verb_of(t);
    if (!verb || syntax_.is_negated(*verb)) return;
    const auto subject = syntax_.subject(*verb);
    if (!subject || is_honour(t)) return;
    const TokenIndex end = std::min(reading_.sentence(t).last, t + 14);
    for (TokenIndex i = t + 1; i + 1 < end; ++i) {
      const bool gerund = reading_.token(i).penn == Penn::VBG;  // "a job teaching at O"
      if (opens_clause(reading_, i) && !gerund) return;
      const std::string_view preposition = reading_.text(i);
      const bool to = preposition == "to" && reading_.token(t).lemma == "scholarship";
      const bool with = preposition == "with" && is_employment(t) && reading_.text(i - 1) != ",";
      const bool by = preposition == "by" && is_given(*verb);
      if (preposition != "from" && preposition != "at" && !to && !with && !by) continue;
      const TokenIndex name = i + 1 + (reading_.token(i + 1).upos == Upos::DET);
      if (name >= reading_.sentence(t).last) return;
      for (const Bound& who : referents(reading_, *subject))
        for (TokenIndex body : bodies_listed(reading_, name))
          add(who, reading_.actor_at(body), t, body, 0.75f);
      return;
    }
  }
  // The verb above a degree, or the degree itself: "is a master of law from O".
  std::optional<TokenIndex> verb_of(TokenIndex degree) const {
    constexpr int steps = 4;  // "a BA from O and a law degree from Q"
    if (syntax_.child(degree, Deprel::cop)) return degree;
    std::optional<TokenIndex> t = syntax_.head(degree);
    for (int step = 0; t && !syntax_.is_verb(*t) && step < steps; ++step) t = syntax_.head(*t);
    return t && syntax_.is_verb(*t) ? t : std::nullopt;
  }
  bool is_given(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"award", "grant", "confer", "give"};
    return is_one_of(reading_.token(verb).lemma, verbs) && syntax_.is_passive(verb);
  }
  // "postdoctoral work", "graduate courses"
  bool is_graduate_work(TokenIndex t) const {
    constexpr std::string_view works[] = {"work", "course", "coursework", "year", "residency", "thesis"};
    constexpr std::string_view levels[] = {"postdoctoral", "post-doctoral", "graduate",      "undergraduate",
                                           "doctoral",     "postgraduate",  "post-graduate", "medical"};
    if (!is_one_of(reading_.token(t).lemma, works)) return false;
    return reading_.token(t).lemma == "residency" ||
           (t > reading_.sentence(t).first && is_one_of(lower_case(reading_.text(t - 1)), levels));
  }
  bool is_employment(TokenIndex t) const {
    constexpr std::string_view nouns[] = {"job", "position", "post", "career", "stint", "internship"};
    return is_one_of(reading_.token(t).lemma, nouns);
  }

  bool is_honour(TokenIndex t) const {
    for (TokenIndex i = phrase_start(reading_, t); i < t; ++i)
      if (lower_case(reading_.text(i)) == "honorary") return true;
    return false;
  }

  // "While at O, P sang"
  void meanwhile(TokenIndex t) {
    const TokenIndex end = reading_.sentence(t).last;
    if (t + 2 >= end || reading_.text(t + 1) != "at") return;
    const TokenIndex name = t + 2 + (reading_.token(t + 2).upos == Upos::DET);
    const Mention* body = name < end ? reading_.outer_mention_at(name) : nullptr;
    if (!body || body->first != name || body->last + 1 >= end || reading_.text(body->last) != ",") return;
    const Mention* who = reading_.mention_at(body->last + 1);
    const bool acts = who && reading_.token(who->head).relation == Deprel::nsubj;
    if (acts && reading_.is_type(who->entity, EntityType::person))
      add({who->entity, who->head, "", false, 0.7f}, body->entity, t, body->head, 0.65f);
  }
  // "his expulsion from O", "P's studies at O", "her membership of O"
  void stay(TokenIndex t) {
    constexpr std::string_view leaving[] = {"expulsion",  "dismissal",  "discharge", "resignation",
                                            "retirement", "graduation", "departure", "defection",
                                            "withdrawal", "exit",       "suspension"};
    constexpr std::string_view staying[] = {
        "study",     "education",  "training", "internship", "residency",  "employment", "career",
        "tenure",    "time",       "year",     "stint",      "service",    "enlistment", "membership",
        "enrolment", "enrollment", "day",      "schooling",  "fellowship", "colleague",  "team",
        "group",     "laboratory", "lab",      "coauthor",   "co-author",  "student"};
    constexpr std::string_view entering[] = {"admission",   "election",  "transfer", "initiation",
                                             "appointment", "accession", "entry"};
    const std::string& lemma = reading_.token(t).lemma;
    const auto whose = syntax_.child(t, Deprel::nmod_poss);
    const TokenIndex end = reading_.sentence(t).last;
    if (!whose || t + 2 >= end) return;
    const std::string_view preposition = reading_.text(t + 1);
    const bool left = preposition == "from" && is_one_of(lemma, leaving);
    const bool stayed = (preposition == "at" || preposition == "with" || preposition == "in" ||
                         (preposition == "of" && lemma == "membership")) &&
                        is_one_of(lemma, staying);
    const bool entered = (preposition == "to" || preposition == "into") && is_one_of(lemma, entering);
    if (!left && !stayed && !entered) return;
    const TokenIndex name = t + 2 + (reading_.token(t + 2).upos == Upos::DET);
    if (name >= end) return;
    for (const Bound& who : referents(reading_, *whose)) add(who, reading_.actor_at(name), t, name, 0.7f);
  }

  // "P spent ten years at O"
  void spent(TokenIndex t) {
    constexpr std::string_view times[] = {"year", "month", "season", "decade", "semester", "term", "career"};
    const auto object = syntax_.child(t, Deprel::obj);
    const auto subject = syntax_.subject(t);
    if (!object || !subject || !is_one_of(reading_.token(*object).lemma, times)) return;
    const TokenIndex end = std::min(reading_.sentence(t).last, *object + 6);
    for (TokenIndex i = *object + 1; i + 1 < end; ++i) {
      const std::string_view preposition = reading_.text(i);
      if (preposition != "at" && preposition != "with" && preposition != "in") continue;
      const TokenIndex name = i + 1 + (reading_.token(i + 1).upos == Upos::DET);
      if (name < reading_.sentence(t).last)
        for (const Bound& who : referents(reading_, *subject))
          add(who, reading_.actor_at(name), t, name, 0.7f);
      return;
    }
  }

  // "P sits on the board of O", "P is on the staff of O"
  void seat(TokenIndex t) {
    const auto subject = syntax_.child(t, Deprel::cop)
                             ? syntax_.child(t, Deprel::nsubj)
                             : (syntax_.head(t) ? syntax_.subject(*syntax_.head(t)) : std::nullopt);
    if (!subject) return;
    for (const Bound& owner : owners_of(reading_, demonyms_, t))
      for (const Bound& who : referents(reading_, *subject)) add(who, owner.entity, t, owner.token, 0.75f);
  }

  // "O consisted of P and Q", "the members of O included P and Q"
  void composed(TokenIndex t) {
    const auto subject = syntax_.subject(t);
    if (!subject) return;
    std::vector<Bound> bodies = referents(reading_, *subject);
    if (syntax_.word(*subject).noun_role == NounRole::membership) {
      bodies = owners_of(reading_, demonyms_, *subject);
      whose(*subject, bodies);
    } else if (reading_.token(t).lemma == "include") {
      return;
    }
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation != Deprel::obj && !(relation == Deprel::obl && syntax_.preposition(c) == "of")) continue;
      for (const Bound& body : bodies)
        for (const Bound& who : referents(reading_, c)) add(who, body.entity, t, body.token, 0.75f);
    }
  }
  // "O, whose members included P"
  void whose(TokenIndex noun, std::vector<Bound>& bodies) const {
    if (!bodies.empty()) return;
    for (TokenIndex c : syntax_.children(noun))
      if (reading_.token(c).relation == Deprel::nmod_poss)
        for (const Bound& one : referents(reading_, c)) bodies.push_back(one);
  }

  // "P went to Acme College"
  void schooled(TokenIndex t) {
    constexpr std::string_view schools[] = {"University", "College", "School", "Academy", "Institute"};
    const auto subject = syntax_.subject(t);
    if (!subject || syntax_.is_negated(t)) return;
    for (TokenIndex c : syntax_.children(t)) {
      const Mention* mention = reading_.mention_at(c);
      if (!mention || syntax_.preposition(c) != "to") continue;
      const bool school = is_one_of(reading_.text(mention->last - 1), schools) ||
                          is_one_of(reading_.text(mention->first), schools);
      if (!school) continue;
      for (const Bound& who : referents(reading_, *subject)) add(who, mention->entity, t, c, 0.7f);
    }
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const Demonyms& demonyms_;
  RelationCollector& relations_;
};

}  // namespace

void find_membership(const Reading& reading, const Demonyms& demonyms, RelationCollector& relations) {
  MembershipFinder(reading, demonyms, relations).run();
}

}  // namespace attest::extract
