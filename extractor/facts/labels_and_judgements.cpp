#include <attest/extractor/facts/statement_forms.hpp>

#include <algorithm>

#include <attest/extractor/facts/clauses.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class Labels {
 public:
  explicit Labels(const Reading& reading) : reading_(reading), syntax_(reading.syntax) {}

  // "called her the inventor", "describes the camp as a retreat", "described how S"
  std::optional<Statement> label(TokenIndex verb) const {
    if (const auto clause = said_clause(reading_, verb))
      return Statement{clause_start(reading_, *clause), syntax_.right(*clause), false, 0.8f};
    if (has_word(reading_, verb + 1, "how") && syntax_.right(verb) > verb + 3)
      return Statement{verb + 2, syntax_.right(verb), false, 0.65f};
    if (syntax_.is_passive(verb)) return passive_label(verb);
    const bool participle =
        reading_.token(verb).relation == Deprel::acl && !reading_.text(verb).ends_with("ing");
    if (participle) return std::nullopt;
    if (const auto found = labelled(verb)) return found;
    return label_in_quotation(verb);
  }

  // "declared it “unsafe”", "believes the bridge to be safe", "expects sales to fall"
  std::optional<Statement> judgement(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {
        "anticipate", "assume",  "believe",  "consider",  "declare", "deem", "estimate", "expect", "forecast",
        "judge",      "predict", "proclaim", "pronounce", "reckon",  "rule", "think",    "rate"};
    if (!is_one_of(reading_.token(verb).lemma, verbs) || syntax_.is_passive(verb)) return std::nullopt;
    const auto object = syntax_.child(verb, Deprel::obj);
    const auto predicate = syntax_.child(verb, Deprel::xcomp);
    if (!object || *object < verb || !predicate || *predicate < *object) return std::nullopt;
    return Statement{syntax_.left(*object), syntax_.right(*predicate), false, 0.65f};
  }

 private:
  // "was described by X as Y"
  std::optional<Statement> passive_label(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb)) {
      const Deprel relation = reading_.token(c).relation;
      const bool as = relation == Deprel::obl && syntax_.preposition(c) == "as";
      if (c > verb && (as || relation == Deprel::xcomp))
        return Statement{syntax_.left(c) + (as ? 1 : 0), syntax_.right(c), false, 0.65f};
    }
    return std::nullopt;
  }

  std::optional<Statement> labelled(TokenIndex verb) const {
    TokenIndex last = 0;
    bool object = false, complement_found = false;
    for (TokenIndex c : syntax_.children(verb)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation == Deprel::obl && c > verb && calls_upon(verb, c))
        return Statement{syntax_.left(c) + 1, end_of_call(verb, c), false, 0.6f};
      const bool as = (relation == Deprel::obl || relation == Deprel::obj || relation == Deprel::advcl) &&
                      is_marked_as(c);
      complement_found |= relation == Deprel::xcomp || as;
      object |= relation == Deprel::obj;
      if (c > verb && (relation == Deprel::obj || relation == Deprel::xcomp || as))
        last = std::max(last, syntax_.right(c));
    }
    if (!complement_found) return small_clause(verb);
    if (last <= verb + 1) return std::nullopt;
    for (TokenIndex c : syntax_.children(verb))  // "as a beginning, with an exchange of views"
      if (c > last && syntax_.left(c) == last && syntax_.preposition(c) == "with") last = syntax_.right(c);
    TokenIndex first = verb + 1;
    if (syntax_.lemma_is(first, "as") || syntax_.lemma_is(first, "to")) ++first;  // "referred to it as"
    return first < last ? std::optional(Statement{first, last, false, object ? 0.7f : 0.6f}) : std::nullopt;
  }

  // "as a retreat", "as having left"
  bool is_marked_as(TokenIndex t) const {
    const auto mark = syntax_.child(t, {Deprel::case_, Deprel::mark});
    return mark && syntax_.lemma_is(*mark, "as");
  }

  // "called the plan part of a strategy", "called the plan weak": two objects, or an adjective behind one.
  std::optional<Statement> small_clause(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"brand", "call", "dub", "label", "term"};
    if (!is_one_of(reading_.token(verb).lemma, verbs)) return std::nullopt;
    std::optional<TokenIndex> object;
    for (TokenIndex c : syntax_.children(verb)) {
      const Deprel relation = reading_.token(c).relation;
      if (c < verb || (relation != Deprel::obj && relation != Deprel::iobj)) continue;
      if (object) return Statement{verb + 1, syntax_.right(c), false, 0.55f};
      object = c;
    }
    if (!object || !syntax_.is_noun(*object)) return std::nullopt;
    for (TokenIndex c : syntax_.children(*object))
      if (c > *object && reading_.token(c).upos == Upos::ADJ && reading_.token(c).relation == Deprel::amod)
        return Statement{verb + 1, syntax_.right(*object), false, 0.55f};
    return std::nullopt;
  }

  // "called for P", "called on P to leave"
  bool calls_upon(TokenIndex verb, TokenIndex phrase) const {
    const std::string_view preposition = syntax_.preposition(phrase);
    if (!syntax_.lemma_is(verb, "call")) return false;
    return preposition == "for" ||
           (preposition == "on" && syntax_.child(verb, {Deprel::xcomp, Deprel::advcl}));
  }

  TokenIndex end_of_call(TokenIndex verb, TokenIndex phrase) const {
    const auto clause = syntax_.child(verb, {Deprel::xcomp, Deprel::advcl});
    const bool same = clause && *clause > phrase && is_infinitive_with_to(reading_, *clause);
    return same ? syntax_.right(*clause) : syntax_.right(phrase);
  }

  // "called the move “a mistake”", whatever the tree makes of it.
  std::optional<Statement> label_in_quotation(TokenIndex verb) const {
    const Sentence& sentence = reading_.sentence(verb);
    TokenIndex t = verb + 1;
    while (t < sentence.last && t < verb + 10 && reading_.quotation_of[t] < 0) {
      const Upos upos = reading_.token(t).upos;
      if (upos == Upos::VERB || upos == Upos::AUX || has_word(reading_, t, ",") || has_word(reading_, t, ":"))
        return std::nullopt;
      ++t;
    }
    const bool as = has_word(reading_, verb + 1, "as");
    if (t >= sentence.last || reading_.quotation_of[t] < 0 || (t <= verb + 2 && !as)) return std::nullopt;
    const auto& quotation = reading_.quotations[static_cast<std::size_t>(reading_.quotation_of[t])];
    return Statement{verb + (as ? 2 : 1), std::min(sentence.last, quotation.last), false, 0.6f};
  }

  const Reading& reading_;
  const Syntax& syntax_;
};

}  // namespace

std::optional<Statement> label_statement(const Reading& reading, TokenIndex verb) {
  return Labels(reading).label(verb);
}

std::optional<Statement> judgement_statement(const Reading& reading, TokenIndex verb) {
  return Labels(reading).judgement(verb);
}

}  // namespace attest::extract
