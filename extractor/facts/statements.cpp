#include <attest/extractor/facts/statements.hpp>

#include <attest/extractor/facts/clauses.hpp>
#include <attest/extractor/facts/said_clauses.hpp>
#include <attest/extractor/facts/statement_forms.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

bool asks_somebody(const Reading& reading, TokenIndex verb) {
  constexpr std::string_view verbs[] = {"ask", "request", "advise", "warn", "encourage"};
  return is_one_of(reading.token(verb).lemma, verbs);
}

std::optional<Statement> of_verb(const Reading& reading, const Attribution& attribution) {
  const TokenIndex verb = attribution.verb;
  if (const auto found = statement_around_as(reading, verb)) return found;
  if (reading.token(verb).relation == Deprel::parataxis && !leads_to_quotation(reading, verb))
    if (const auto found = statement_hosting(reading, verb)) return found;
  if (attribution.speech == Speech::label) {
    const auto found = phrase_statement(reading, verb);
    return found ? found : label_statement(reading, verb);
  }
  if (attribution.speech == Speech::accuse) return accusation_statement(reading, verb);
  if (const auto found = clause_statement(reading, verb)) return found;
  if (attribution.speech == Speech::deny) return denial_statement(reading, verb);
  if (const auto found = judgement_statement(reading, verb)) return found;
  if (attribution.speech == Speech::urge || asks_somebody(reading, verb))
    return urging_statement(reading, verb);
  const auto vow = vow_statement(reading, verb);
  return vow ? vow : phrase_statement(reading, verb);
}

std::optional<TokenIndex> that_clause(const Reading& reading, TokenIndex noun) {
  for (TokenIndex c : reading.syntax.children(noun)) {
    const Deprel relation = reading.token(c).relation;
    if (relation != Deprel::acl && relation != Deprel::ccomp && relation != Deprel::acl_relcl) continue;
    const auto mark = reading.syntax.child(c, Deprel::mark);
    if (mark && reading.syntax.lemma_is(*mark, "that") &&
        reading.syntax.child(c, {Deprel::nsubj, Deprel::nsubj_pass}))
      return c;
  }
  return std::nullopt;
}

// "rejected claims she had left": a clause with a subject of its own and nothing that opens it.
std::optional<Statement> bare_clause(const Reading& reading, TokenIndex noun) {
  const auto clause = reading.syntax.child(noun, {Deprel::acl_relcl, Deprel::acl, Deprel::ccomp});
  if (!clause || *clause < noun) return std::nullopt;
  const auto subject = reading.syntax.child(*clause, {Deprel::nsubj, Deprel::nsubj_pass});
  const TokenIndex first = reading.syntax.left(*clause);
  const bool bare = subject && first == noun + 1 && reading.syntax.left(*subject) == first;
  // "claims she made" are made; "claims she made it up" state something.
  const bool whole =
      reading.syntax.child(*clause, {Deprel::obj, Deprel::cop, Deprel::aux, Deprel::aux_pass}).has_value();
  if (!bare || !whole || is_relative_word(reading, first)) return std::nullopt;
  return Statement{first, reading.syntax.right(*clause), false, 0.6f};
}

// "X's view is that S"
std::optional<Statement> said_to_be(const Reading& reading, TokenIndex noun) {
  if (reading.token(noun).relation != Deprel::nsubj) return std::nullopt;
  const auto predicate = reading.syntax.head(noun);
  if (!predicate || *predicate < noun) return std::nullopt;
  const auto copula = reading.syntax.child(*predicate, Deprel::cop);
  for (TokenIndex c : reading.syntax.children(*predicate)) {
    const bool that =
        copula && reading.token(c).relation == Deprel::mark && reading.syntax.lemma_is(c, "that");
    if (that && c == *copula + 1) return Statement{c + 1, end_of_words_in(reading, *predicate), false, 0.7f};
    if (reading.token(c).relation == Deprel::ccomp && reading.syntax.lemma_is(*predicate, "be"))
      return Statement{clause_start(reading, c), reading.syntax.right(c), false, 0.7f};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Statement> statement_of(const Reading& reading, const Attribution& attribution) {
  if (attribution.phrase_end > 0) return statement_around_phrase(reading, attribution);
  auto statement = of_verb(reading, attribution);
  if (statement) complete_clause(reading, attribution.verb, *statement);
  return statement;
}

std::optional<Statement> statement_of_noun(const Reading& reading, TokenIndex noun) {
  if (const auto clause = that_clause(reading, noun))
    return Statement{clause_start(reading, *clause), reading.syntax.right(*clause), false, 0.7f};
  if (const auto found = bare_clause(reading, noun)) return found;
  if (const auto found = said_to_be(reading, noun)) return found;
  for (TokenIndex c : reading.syntax.children(noun))  // "the claim by X that S", where the clause hangs on X
    if (c > noun && reading.token(c).relation == Deprel::nmod)
      if (const auto clause = that_clause(reading, c))
        return Statement{clause_start(reading, *clause), reading.syntax.right(*clause), false, 0.6f};
  const TokenIndex that = noun + 1;
  if (that + 2 >= reading.sentence(noun).last || reading.text(that) != "that") return std::nullopt;
  // The tree may take "that" for a pronoun: the finite verb after it ends the clause.
  const auto verb = reading.syntax.head(that);
  const auto subject = verb ? reading.syntax.child(*verb, {Deprel::nsubj, Deprel::nsubj_pass}) : std::nullopt;
  if (!subject || *subject <= that || *verb < *subject) return std::nullopt;
  return Statement{that + 1, reading.syntax.right(*verb), false, 0.6f};
}

}  // namespace attest::extract
