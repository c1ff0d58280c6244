#include <attest/extractor/facts/clauses.hpp>

#include <algorithm>

namespace attest::extract {

bool has_word(const Reading& reading, TokenIndex t, std::string_view word) {
  return t < reading.document.tokens.size() && reading.text(t) == word;
}

bool is_relative_word(const Reading& reading, TokenIndex t) {
  const Penn penn = reading.token(t).penn;
  return penn == Penn::WP || penn == Penn::WDT || penn == Penn::WPS || penn == Penn::WRB ||
         has_word(reading, t, "that");
}

bool is_subordinate(Deprel relation) {
  return relation == Deprel::advcl || relation == Deprel::acl || relation == Deprel::acl_relcl ||
         relation == Deprel::ccomp || relation == Deprel::dep || relation == Deprel::conj ||
         relation == Deprel::parataxis;
}

bool holds_clause(const Reading& reading, TokenIndex first, TokenIndex last) {
  for (TokenIndex t = first; t < last; ++t) {
    const Deprel relation = reading.token(t).relation;
    if (relation == Deprel::ccomp || relation == Deprel::nsubj || relation == Deprel::nsubj_pass) return true;
  }
  return false;
}

bool has_own_subject(const Reading& reading, TokenIndex clause) {
  return reading.syntax.child(clause, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::csubj, Deprel::expl})
      .has_value();
}

bool is_bare_participle(const Reading& reading, TokenIndex clause) {
  const Penn penn = reading.token(clause).penn;
  return (penn == Penn::VBN || penn == Penn::VBG) &&
         !reading.syntax.child(
             clause, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::aux, Deprel::aux_pass, Deprel::cop});
}

bool is_question(const Reading& reading, TokenIndex clause) {
  const auto mark = reading.syntax.child(clause, Deprel::mark);
  return mark && (reading.syntax.lemma_is(*mark, "whether") || reading.syntax.lemma_is(*mark, "if"));
}

bool is_around(const Reading& reading, TokenIndex clause, TokenIndex verb) {
  return reading.syntax.left(clause) <= verb && verb < end_of_words_in(reading, clause);
}

TokenIndex clause_start(const Reading& reading, TokenIndex clause) {
  TokenIndex first = reading.syntax.left(clause);
  while (first < clause &&
         (reading.token(first).upos == Upos::PUNCT || reading.syntax.lemma_is(first, "that") ||
          (reading.syntax.lemma_is(first, "as") && reading.syntax.head(first) == clause)))
    ++first;
  return first;
}

TokenIndex end_of_words_in(const Reading& reading, TokenIndex clause) {
  TokenIndex last = clause + 1;
  for (TokenIndex c : reading.syntax.children(clause))
    if (reading.token(c).relation != Deprel::punct) last = std::max(last, reading.syntax.right(c));
  for (TokenIndex c : reading.syntax.children(clause))
    if (c == last) ++last;  // marks that follow at once
  return last;
}

bool leads_to_quotation(const Reading& reading, TokenIndex verb) {
  const TokenIndex end = reading.sentence(verb).last;
  if (has_word(reading, end - 1, ":")) return true;
  for (TokenIndex t = verb + 1; t < std::min(end, verb + 4); ++t) {
    if (reading.quotation_of[t] >= 0) return true;
    if (reading.token(t).upos != Upos::PUNCT) return has_word(reading, t, ":");
  }
  return false;
}

std::optional<TokenIndex> said_clause(const Reading& reading, TokenIndex verb) {
  std::optional<TokenIndex> found;
  for (TokenIndex c : reading.syntax.children(verb))
    if (reading.token(c).relation == Deprel::ccomp && !is_around(reading, c, verb) &&
        !is_question(reading, c) &&
        !(c < verb && (leads_to_quotation(reading, verb) || is_bare_participle(reading, c))) &&
        (!found || (*found < verb && c > verb && has_own_subject(reading, c))))
      found = c;
  return found;
}

bool is_infinitive_with_to(const Reading& reading, TokenIndex clause) {
  const auto mark = reading.syntax.child(clause, Deprel::mark);
  return mark && reading.syntax.lemma_is(*mark, "to");
}

}  // namespace attest::extract
