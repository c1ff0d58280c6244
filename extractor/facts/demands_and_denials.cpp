#include <attest/extractor/facts/statement_forms.hpp>

#include <algorithm>

#include <attest/extractor/facts/clauses.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class Demands {
 public:
  explicit Demands(const Reading& reading) : reading_(reading), syntax_(reading.syntax) {}

  // "accused P of …"; of "was accused by X of …" what follows.
  std::optional<Statement> accusation(TokenIndex verb) const {
    const auto target = syntax_.child(verb, {Deprel::obj, Deprel::iobj});
    TokenIndex first = 0, last = 0;
    for (TokenIndex c : syntax_.children(verb)) {
      const Deprel relation = reading_.token(c).relation;
      const bool agent = relation == Deprel::obl_agent || syntax_.preposition(c) == "by";
      const bool content = relation == Deprel::obl || relation == Deprel::advcl ||
                           relation == Deprel::xcomp || relation == Deprel::obl_agent;
      if (c <= verb || !content) continue;
      if (!agent && first == 0) first = syntax_.left(c);
      last = std::max(last, syntax_.right(c));
    }
    if (target && last <= *target) last = end_of_blame(*target);
    if (target && last > *target) {
      const bool meant = reading_.token(*target).upos == Upos::PRON &&
                         has_word(reading_, *target + 1, "of") && last > *target + 3;
      return Statement{meant ? *target + 2 : syntax_.left(*target), last, false, 0.75f};
    }
    if (!syntax_.is_passive(verb)) return std::nullopt;
    if (first == 0)
      if (const auto of = next_word(verb, last, "of")) first = *of;
    if (first == 0 || last <= first + 1) return std::nullopt;
    return Statement{has_word(reading_, first, "of") ? first + 1 : first, last, false, 0.65f};
  }

  // "denied having …", "rejected accusations of …", "denying the existence of …"
  std::optional<Statement> denial(TokenIndex verb) const {
    const auto clause = syntax_.child(verb, {Deprel::xcomp, Deprel::advcl});
    if (clause && *clause > verb &&
        !has_word(reading_, clause_start(reading_, *clause) - 1, ","))  // not "rejected it, saying"
      return Statement{clause_start(reading_, *clause), syntax_.right(*clause), true, 0.8f};
    const auto object = syntax_.child(verb, Deprel::obj);
    if (!object || reading_.token(*object).upos == Upos::PRON || reading_.token(*object).upos == Upos::DET)
      return std::nullopt;
    if (syntax_.word(*object).speech_noun != Speech::none) return denied_noun(*object);
    const bool ruled = syntax_.lemma_is(verb, "dismiss") || syntax_.lemma_is(verb, "reject");
    if (ruled && !is_opinion(*object)) return std::nullopt;  // "dismissed an appeal", "rejected the offer"
    const bool guilt = syntax_.lemma_is(verb, "deny") && !is_definite(*object);
    if (syntax_.lemma_is(verb, "deny") && (is_refusable(*object) || (!guilt && !is_opinion(*object))))
      return std::nullopt;
    if (!guilt && syntax_.right(*object) - syntax_.left(*object) < 3) return std::nullopt;
    return Statement{syntax_.left(*object), with_phrases(*object, syntax_.right(*object)), true, 0.55f};
  }
  // Of "denied responsibility for the fall" the tree may hang the fall on the verb.
  TokenIndex with_phrases(TokenIndex object, TokenIndex last) const {
    constexpr std::string_view prepositions[] = {"behind", "between", "for", "in",
                                                 "of",     "over",    "to",  "with"};
    const auto verb = syntax_.head(object);
    if (!verb) return last;
    for (TokenIndex c : syntax_.children(*verb))
      if (c >= last && reading_.token(c).relation == Deprel::obl && syntax_.left(c) == last &&
          is_one_of(syntax_.preposition(c), prepositions))
        last = syntax_.right(c);
    return last;
  }

  // "urged P to leave", "demanded the release of P", "ordered that …"
  std::optional<Statement> urging(TokenIndex verb) const {
    auto object = syntax_.child(verb, {Deprel::obj, Deprel::iobj});
    if (!object && syntax_.lemma_is(verb, "appeal")) object = appealed_to(verb);
    const auto clause = syntax_.child(verb, {Deprel::xcomp, Deprel::advcl});
    if (object && clause && *object > verb && *clause > *object && is_infinitive_with_to(reading_, *clause))
      return Statement{syntax_.left(*object) + (syntax_.child(*object, Deprel::case_) ? 1 : 0),
                       syntax_.right(*clause), false, 0.6f};
    return std::nullopt;
  }

  // "claimed to be …", "vowed to …"
  std::optional<Statement> controlled(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"claim", "vow",      "pledge",  "promise", "swear", "admit",
                                          "deny",  "threaten", "propose", "expect",  "offer"};
    if (!is_one_of(reading_.token(verb).lemma, verbs)) return std::nullopt;
    auto clause = syntax_.child(verb, Deprel::xcomp);
    if (!clause && has_word(reading_, verb + 1, "to"))
      clause = syntax_.child(verb, {Deprel::obj, Deprel::obl, Deprel::advcl});
    if (!clause || *clause < verb || syntax_.child(*clause, Deprel::case_)) return std::nullopt;
    return Statement{syntax_.left(*clause), syntax_.right(*clause), false, 0.7f};
  }

 private:
  // "accused the party of lying", where the tree hangs what it did on the party.
  TokenIndex end_of_blame(TokenIndex target) const {
    const bool of = has_word(reading_, target + 1, "of") || has_word(reading_, target + 1, "for");
    return of ? syntax_.right(target) : target;
  }

  std::optional<TokenIndex> next_word(TokenIndex from, TokenIndex to, std::string_view word) const {
    for (TokenIndex t = from; t < to; ++t)
      if (has_word(reading_, t, word) && reading_.token(t).upos != Upos::ADP) return t;
    return std::nullopt;
  }

  bool is_opinion(TokenIndex noun) const {
    constexpr std::string_view nouns[] = {
        "authenticity", "complicity",  "connection",   "crime",          "criticism",   "existence",
        "fact",         "genocide",    "guilt",        "idea",           "importance",  "influence",
        "intention",    "involvement", "knowledge",    "legitimacy",     "link",        "logic",
        "narrative",    "need",        "notion",       "participation",  "possibility", "premise",
        "presence",     "reality",     "relationship", "responsibility", "right",       "role",
        "rumor",        "rumour",      "tie",          "truth",          "use",         "validity",
        "wrongdoing"};
    return is_one_of(reading_.token(noun).lemma, nouns);
  }
  // "denied a visa", "denied bail": not granted.
  bool is_refusable(TokenIndex noun) const {
    constexpr std::string_view nouns[] = {
        "access",      "admission",   "aid",     "appeal",    "application", "asylum",  "bail",
        "citizenship", "chance",      "entry",   "funding",   "leave",       "license", "licence",
        "motion",      "opportunity", "parole",  "passage",   "permission",  "permit",  "petition",
        "promotion",   "request",     "service", "treatment", "visa"};
    return is_one_of(reading_.token(noun).lemma, nouns);
  }

  // "the charges": of "denied the charges" nothing is told of what they are; of "denied wrongdoing" it is.
  bool is_definite(TokenIndex noun) const {
    const auto determiner = syntax_.child(noun, Deprel::det);
    return determiner && !syntax_.lemma_is(*determiner, "any") && !syntax_.lemma_is(*determiner, "all");
  }

  std::optional<Statement> denied_noun(TokenIndex noun) const {
    if (auto clause = statement_of_noun(reading_, noun)) {
      clause->denied = true;
      return clause;
    }
    const auto content = syntax_.child(noun, {Deprel::nmod, Deprel::acl});
    if (!content || syntax_.preposition(*content) == "by") return std::nullopt;
    const TokenIndex first = syntax_.left(*content) + (syntax_.child(*content, Deprel::case_) ? 1 : 0);
    return Statement{first, with_phrases(noun, syntax_.right(*content)), true, 0.75f};
  }

  // "appealed to P to leave"
  std::optional<TokenIndex> appealed_to(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb))
      if (c > verb && reading_.token(c).relation == Deprel::obl && syntax_.preposition(c) == "to") return c;
    return std::nullopt;
  }

  const Reading& reading_;
  const Syntax& syntax_;
};

}  // namespace

std::optional<Statement> accusation_statement(const Reading& reading, TokenIndex verb) {
  return Demands(reading).accusation(verb);
}

std::optional<Statement> denial_statement(const Reading& reading, TokenIndex verb) {
  return Demands(reading).denial(verb);
}

std::optional<Statement> urging_statement(const Reading& reading, TokenIndex verb) {
  return Demands(reading).urging(verb);
}

std::optional<Statement> vow_statement(const Reading& reading, TokenIndex verb) {
  return Demands(reading).controlled(verb);
}

}  // namespace attest::extract
