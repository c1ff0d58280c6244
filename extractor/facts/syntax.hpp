// Dependency trees made walkable: children, subtree extents, and the questions that facts ask of a clause.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/facts/lexicon.hpp>

namespace attest::extract {

using TokenIndex = std::uint32_t;

/// Children and extents of all trees of a document; built in linear time, safe on heads that form a cycle.
class Syntax {
 public:
  explicit Syntax(const AnnotatedDocument& document);

  const AnnotatedDocument& document() const { return document_; }
  const Token& token(TokenIndex t) const { return document_.tokens[t]; }
  const WordInfo& word(TokenIndex t) const { return *words_[t]; }
  std::string_view text(TokenIndex t) const { return document_.text(document_.tokens[t]); }
  std::uint32_t sentence_of(TokenIndex t) const { return sentences_[t]; }

  /// In text order. Those of a very long list are cut off (see `most_children`).
  std::span<const TokenIndex> children(TokenIndex t) const;
  static constexpr std::size_t most_children = 64;

  std::optional<TokenIndex> child(TokenIndex t, Deprel relation) const;
  std::optional<TokenIndex> child(TokenIndex t, std::initializer_list<Deprel> relations) const;
  std::optional<TokenIndex> head(TokenIndex t) const;

  /// First token, and one past the last, of all that hangs on `t`, cut to its sentence.
  TokenIndex left(TokenIndex t) const { return left_[t]; }
  TokenIndex right(TokenIndex t) const { return right_[t]; }
  Span span(TokenIndex first, TokenIndex last) const;

  bool lemma_is(TokenIndex t, std::string_view lemma) const { return token(t).lemma == lemma; }
  /// The text of the case marker ("by", "in"); empty where there is none.
  std::string_view preposition(TokenIndex t) const;
  bool is_verb(TokenIndex t) const { return token(t).upos == Upos::VERB; }
  bool is_noun(TokenIndex t) const { return token(t).upos == Upos::NOUN || token(t).upos == Upos::PROPN; }
  bool is_passive(TokenIndex verb) const;
  /// A bare participle behind a noun: "the book written by X", "a city founded in 1850".
  bool is_reduced_passive(TokenIndex verb) const;
  /// "was elected mayor": the noun that a tree takes for the predicate, the participle for its adjective.
  std::optional<TokenIndex> complement_above(TokenIndex participle) const;
  bool is_negated(TokenIndex t) const;
  /// "may", "would" depends on the verb.
  bool has_modal(TokenIndex verb) const;
  /// The nearest verb (or copular predicate) above a token, itself included.
  TokenIndex clause_of(TokenIndex t) const;
  /// A noun that its clause is about: its subject or object, or the root.
  bool leads_clause(TokenIndex noun) const;

  /// The grammatical subject, through conjuncts and controlled clauses ("he came and saw", "…, adding that").
  std::optional<TokenIndex> subject(TokenIndex verb) const;
  /// The logical subject: of a passive the agent after "by".
  std::optional<TokenIndex> agent(TokenIndex verb) const;
  /// The logical object: of a passive the subject.
  std::optional<TokenIndex> patient(TokenIndex verb) const;
  /// The noun that a relative pronoun stands for ("a lander which …": the lander); else `t`.
  TokenIndex antecedent(TokenIndex t) const;
  /// `t` and what is joined to it: "A, B and C".
  std::vector<TokenIndex> conjuncts(TokenIndex t) const;

 private:
  std::optional<TokenIndex> nearest_subject(TokenIndex verb) const;
  std::optional<TokenIndex> counted_object(TokenIndex verb) const;
  std::optional<TokenIndex> controller(TokenIndex verb, TokenIndex above) const;
  void link_children();
  void measure_subtrees();

  const AnnotatedDocument& document_;
  std::vector<std::uint32_t> first_child_;  // into children_, one more than tokens
  std::vector<TokenIndex> children_;
  std::vector<TokenIndex> left_, right_;
  std::vector<const WordInfo*> words_;
  std::vector<std::uint32_t> sentences_;
};

}  // namespace attest::extract
