#include <attest/extractor/facts/statement_forms.hpp>

#include <algorithm>

#include <attest/extractor/facts/clauses.hpp>
#include <attest/extractor/facts/speakers.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class ClauseFinder {
 public:
  explicit ClauseFinder(const Reading& reading) : reading_(reading), syntax_(reading.syntax) {}

  std::optional<Statement> find(TokenIndex verb) const {
    if (const auto found = quoted_as(verb)) return found;
    if (const auto clause = said_clause(reading_, verb))
      return Statement{behind_hearer(clause_start(reading_, *clause), verb), end_of(*clause, verb), false,
                       0.85f};
    if (const auto found = around_parenthesis(verb)) return found;
    if (const auto found = after_that(verb)) return found;
    if (const auto found = after_date(verb)) return found;
    if (const auto found = of_relative(verb)) return found;
    if (const auto found = told(verb)) return found;
    if (const auto found = stressed(verb)) return found;
    return result(verb);
  }

 private:
  // "quoted X as saying S", whatever the tree hangs S on.
  std::optional<Statement> quoted_as(TokenIndex verb) const {
    const Sentence& sentence = reading_.sentence(verb);
    const bool as =
        verb > sentence.first && has_word(reading_, verb - 1, "as") && reading_.token(verb).penn == Penn::VBG;
    if (!as) return std::nullopt;
    const TokenIndex first = has_word(reading_, verb + 1, "that") ? verb + 2 : verb + 1;
    TokenIndex last = sentence.last;
    while (last > first && reading_.token(last - 1).upos == Upos::PUNCT) --last;
    return last > first ? std::optional(Statement{first, last, false, 0.75f}) : std::nullopt;
  }

  // Of "told O the bridge was safe" the tree may take O into the clause.
  TokenIndex behind_hearer(TokenIndex first, TokenIndex verb) const {
    if (!tells(verb) || first != verb + 1) return first;
    const Mention* hearer = name_from(first);
    const bool people = reading_.token(first).penn == Penn::NNS;  // "told reporters"
    const TokenIndex behind = hearer ? hearer->last : first + (people ? 1 : 0);
    if (behind == first || behind + 1 >= reading_.sentence(verb).last) return first;
    const Token& next = reading_.token(behind);
    const bool anew = next.upos == Upos::DET || next.upos == Upos::PRON || next.upos == Upos::PROPN;
    return anew ? behind : first;
  }
  // The name that begins here, after an article.
  const Mention* name_from(TokenIndex t) const {
    const TokenIndex start = reading_.token(t).upos == Upos::DET ? t + 1 : t;
    const Mention* mention = start < reading_.sentence(t).last ? reading_.mention_at(start) : nullptr;
    return mention && mention->kind == MentionKind::name && mention->first <= start ? mention : nullptr;
  }
  bool tells(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"advise", "assure", "inform", "remind", "tell", "warn"};
    return is_one_of(reading_.token(verb).lemma, verbs);
  }

  // "stressed the importance of the bridge", "emphasized the need to repair it"
  std::optional<Statement> stressed(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"emphasise", "emphasize", "reaffirm",  "reiterate",
                                          "stress",    "underline", "underscore"};
    constexpr std::string_view nouns[] = {
        "commitment", "danger",       "difficulty", "importance", "inadmissibility", "necessity",
        "need",       "priority",     "readiness",  "relevance",  "right",           "risk",
        "role",       "significance", "support",    "urgency",    "value",           "willingness"};
    if (!is_one_of(reading_.token(verb).lemma, verbs) || syntax_.is_passive(verb)) return std::nullopt;
    const auto object = syntax_.child(verb, Deprel::obj);
    if (!object || *object < verb || !is_one_of(reading_.token(*object).lemma, nouns)) return std::nullopt;
    if (syntax_.right(*object) < *object + 3) return std::nullopt;
    return Statement{syntax_.left(*object), syntax_.right(*object), false, 0.6f};
  }

  // "The bridge, X noted, was built in May": the clause on both sides, as one.
  std::optional<Statement> around_parenthesis(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb)) {
      if (reading_.token(c).relation != Deprel::ccomp || !is_around(reading_, c, verb) ||
          is_question(reading_, c))
        continue;
      if (!ends_with_comma(verb)) continue;
      return Statement{clause_start(reading_, c), end_of_words_in(reading_, c), false, 0.7f};
    }
    return std::nullopt;
  }

  // "X noted," and "said X,"
  bool ends_with_comma(TokenIndex verb) const {
    const auto subject = syntax_.child(verb, Deprel::nsubj);
    if (!subject || *subject < verb) return has_word(reading_, verb + 1, ",");
    const TokenIndex end = syntax_.right(*subject);
    return has_word(reading_, end - 1, ",") || has_word(reading_, end, ",");
  }

  // "the bridge, which X said was safe": what follows the verb.
  std::optional<Statement> of_relative(TokenIndex verb) const {
    const auto subject = syntax_.subject(verb);
    if (!subject || *subject > verb || verb + 2 >= reading_.sentence(verb).last) return std::nullopt;
    const TokenIndex first = syntax_.left(*subject);
    const Upos next = reading_.token(verb + 1).upos;
    if (first < 2 || !is_relative_word(reading_, first - 1) || reading_.token(first - 2).upos == Upos::ADP ||
        (next != Upos::AUX && next != Upos::VERB))
      return std::nullopt;
    TokenIndex clause = verb + 1;
    while (syntax_.head(clause) && *syntax_.head(clause) > clause) clause = *syntax_.head(clause);
    return Statement{verb + 1, std::min(syntax_.right(clause), reading_.sentence(verb).last), false, 0.65f};
  }

  // "told reporters the bridge was safe": the tree takes the clause for one of the reporters.
  std::optional<Statement> told(TokenIndex verb) const {
    if (const auto found = finite_participle(verb)) return found;
    if (!tells(verb)) return std::nullopt;
    const auto hearer = syntax_.child(verb, {Deprel::obj, Deprel::iobj});
    const auto clause = hearer && *hearer > verb ? syntax_.child(*hearer, Deprel::acl_relcl) : std::nullopt;
    if (!clause) return std::nullopt;
    const auto subject = syntax_.child(*clause, {Deprel::nsubj, Deprel::nsubj_pass});
    const TokenIndex first = syntax_.left(*clause);
    if (!subject || first <= *hearer || is_relative_word(reading_, first) ||
        is_relative_word(reading_, *subject))
      return std::nullopt;
    return Statement{first, syntax_.right(*clause), false, 0.65f};
  }

  // "alleged the exodus amounted to a crime": the past tense, taken for a participle of the noun.
  std::optional<Statement> finite_participle(TokenIndex verb) const {
    const bool may = syntax_.word(verb).speech != Speech::urge && !syntax_.is_passive(verb);
    const auto object = may ? syntax_.child(verb, Deprel::obj) : std::nullopt;
    const auto clause = object && *object > verb ? syntax_.child(*object, Deprel::acl) : std::nullopt;
    if (!clause || reading_.token(*clause).penn != Penn::VBD || *clause < *object) return std::nullopt;
    return Statement{syntax_.left(*object), syntax_.right(*object), false, 0.6f};
  }

  // "reported 20 villages destroyed", "reported a loss of 35 million"
  std::optional<Statement> result(TokenIndex verb) const {
    if (const auto found = foreseen(verb)) return found;
    const bool may = syntax_.lemma_is(verb, "report") || syntax_.lemma_is(verb, "estimate");
    const auto object = may ? syntax_.child(verb, Deprel::obj) : std::nullopt;
    if (!object || *object < verb || syntax_.is_passive(verb)) return std::nullopt;
    const TokenIndex last = syntax_.right(*object);
    if (syntax_.lemma_is(verb, "report") && is_figure(*object))
      return Statement{syntax_.left(*object), last, false, 0.55f};
    const bool participle = last - 1 > *object && reading_.token(last - 1).penn == Penn::VBN;
    if (participle) return Statement{syntax_.left(*object), last, false, 0.6f};
    const auto complement = syntax_.child(verb, Deprel::xcomp);
    const bool stated = complement && *complement > *object && reading_.token(*complement).penn == Penn::VBN;
    return stated ? std::optional(Statement{syntax_.left(*object), syntax_.right(*complement), false, 0.6f})
                  : std::nullopt;
  }

  // "forecast a growth of 3% this year"
  std::optional<Statement> foreseen(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"forecast", "predict", "project"};
    constexpr TokenIndex shortest = 4;
    const bool may = is_one_of(reading_.token(verb).lemma, verbs) && !syntax_.is_passive(verb);
    const auto object = may ? syntax_.child(verb, Deprel::obj) : std::nullopt;
    if (!object || *object < verb) return std::nullopt;
    const TokenIndex first = syntax_.left(*object), last = syntax_.right(*object);
    return last >= first + shortest ? std::optional(Statement{first, last, false, 0.55f}) : std::nullopt;
  }

  // "a net loss of $35 million"
  bool is_figure(TokenIndex noun) const {
    constexpr TokenIndex shortest = 4;
    const TokenIndex first = syntax_.left(noun), last = syntax_.right(noun);
    if (last - first < shortest || reading_.token(noun).upos != Upos::NOUN) return false;
    for (TokenIndex t = first; t < last; ++t)
      if (reading_.token(t).upos == Upos::NUM) return true;
    return false;
  }

  // A clause behind another that the tree hangs beside it, on the verb of speech: not another's "S, X said".
  bool goes_on(TokenIndex clause) const {
    const Deprel relation = reading_.token(clause).relation;
    return relation == Deprel::ccomp || (relation == Deprel::advcl && syntax_.child(clause, Deprel::mark));
  }

  // A second predicate of the clause that the tree hangs on the verb of speech belongs to the clause: "said
  // that they worked and were tired".
  TokenIndex end_of(TokenIndex clause, TokenIndex verb) const {
    if (clause < verb) return end_of_words_in(reading_, clause);
    TokenIndex last = syntax_.right(clause);
    for (TokenIndex c : syntax_.children(verb)) {
      if (c < clause || syntax_.left(c) != last || !is_subordinate(reading_.token(c).relation)) continue;
      const bool joined = reading_.token(last).upos == Upos::CCONJ;
      const bool own_subject = syntax_.child(c, {Deprel::nsubj, Deprel::nsubj_pass}).has_value();
      const bool same = !own_subject || reading_.token(last - 1).upos != Upos::PUNCT;
      const bool further = own_subject && goes_on(c) && !has_word(reading_, last, ";");  // "…, now that S"
      if (((joined && same) || further) && syntax_.word(c).speech == Speech::none) last = syntax_.right(c);
    }
    return last;
  }

  // "told P in a statement that S": the first "that" after the verb, where the tree hangs its clause
  // elsewhere.
  std::optional<Statement> after_that(TokenIndex verb) const {
    const TokenIndex end = std::min<TokenIndex>(reading_.sentence(verb).last, verb + 14);
    for (TokenIndex t = verb + 1; t < end; ++t) {
      const Upos upos = reading_.token(t).upos;
      if (has_word(reading_, t, "that") && upos != Upos::DET && t + 2 < end && !syntax_.is_noun(verb)) {
        const auto head = syntax_.head(t);
        const bool clause = head && *head > t && syntax_.child(*head, {Deprel::nsubj, Deprel::nsubj_pass});
        const bool relative = t > verb + 1 && !is_document_noun(reading_.token(t - 1).lemma) &&
                              (upos == Upos::PRON || describes(t - 1));
        if (!clause || relative) return std::nullopt;
        return Statement{t + 1, syntax_.right(*head), false, 0.7f};
      }
      const bool participle =
          upos == Upos::VERB && reading_.token(t).penn == Penn::VBN && syntax_.is_noun(t - 1);
      if ((upos == Upos::VERB && !participle) || upos == Upos::AUX || has_word(reading_, t, ";") ||
          has_word(reading_, t, ":"))
        return std::nullopt;
    }
    return std::nullopt;
  }

  // "said on Thursday it had won": the tree takes the clause for one of the noun between.
  std::optional<Statement> after_date(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb)) {
      const Deprel relation = reading_.token(c).relation;
      if (c < verb || (relation != Deprel::obl && relation != Deprel::iobj && relation != Deprel::obj))
        continue;
      const auto clause = syntax_.child(c, {Deprel::acl_relcl, Deprel::ccomp});
      if (!clause) continue;
      const auto subject = syntax_.child(*clause, {Deprel::nsubj, Deprel::nsubj_pass});
      const bool bare =
          subject && syntax_.left(*clause) == syntax_.left(*subject) && !is_relative_word(reading_, *subject);
      if (bare && syntax_.left(*clause) > c &&
          (reading_.token(c).upos == Upos::PROPN || relation == Deprel::iobj))
        return Statement{syntax_.left(*clause), syntax_.right(*clause), false, 0.65f};
    }
    return std::nullopt;
  }

  // "the fact that", "the way that": the clause is the noun's.
  bool describes(TokenIndex noun) const {
    constexpr std::string_view nouns[] = {"assumption", "basis",  "condition",     "evidence", "extent",
                                          "fact",       "ground", "idea",          "notion",   "possibility",
                                          "proviso",    "sense",  "understanding", "way"};
    return is_one_of(reading_.token(noun).lemma, nouns);
  }

  const Reading& reading_;
  const Syntax& syntax_;
};

}  // namespace

std::optional<Statement> clause_statement(const Reading& reading, TokenIndex verb) {
  return ClauseFinder(reading).find(verb);
}

}  // namespace attest::extract
