#include <attest/extractor/facts/statements.hpp>

#include <algorithm>

#include <attest/extractor/facts/said_clauses.hpp>
#include <attest/extractor/facts/speakers.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class StatementFinder {
 public:
  explicit StatementFinder(const Reading& reading) : reading_(reading), syntax_(reading.syntax) {}

  std::optional<Statement> of_verb(const Attribution& attribution) const {
    auto statement = by_clause(attribution);
    if (statement && attribution.phrase_end == 0 && syntax_.lemma_is(attribution.verb, "say"))
      take_in_subject(reading_, attribution.verb, *statement);
    return statement;
  }

  std::optional<Statement> of_noun(TokenIndex noun) const {
    if (const auto clause = that_clause(noun))
      return Statement{start_of(*clause), syntax_.right(*clause), false, 0.7f};
    if (const auto found = said_to_be(noun)) return found;
    for (TokenIndex c : syntax_.children(noun))  // "the claim by X that S", where the clause hangs on X
      if (c > noun && reading_.token(c).relation == Deprel::nmod)
        if (const auto clause = that_clause(c))
          return Statement{start_of(*clause), syntax_.right(*clause), false, 0.6f};
    const TokenIndex that = noun + 1;
    if (that + 2 >= reading_.sentence(noun).last || reading_.text(that) != "that") return std::nullopt;
    // The tree may take "that" for a pronoun: the finite verb after it ends the clause.
    const auto verb = syntax_.head(that);
    const auto subject = verb ? syntax_.child(*verb, {Deprel::nsubj, Deprel::nsubj_pass}) : std::nullopt;
    if (!subject || *subject <= that || *verb < *subject) return std::nullopt;
    return Statement{that + 1, syntax_.right(*verb), false, 0.6f};
  }

 private:
  std::optional<Statement> by_clause(const Attribution& attribution) const {
    const TokenIndex verb = attribution.verb;
    if (attribution.phrase_end > 0) return around_phrase(attribution);
    if (const auto found = around_as_clause(verb)) return found;
    if (reading_.token(verb).relation == Deprel::parataxis && !leads_to_quotation(verb))
      if (const auto found = host_of(verb)) return found;
    if (attribution.speech == Speech::label) return label(verb);
    if (attribution.speech == Speech::accuse) return accusation(verb);
    if (const auto clause = complement(verb))
      return Statement{start_of(*clause), end_of(*clause, verb), false, 0.85f};
    if (const auto found = around_parenthesis(verb)) return found;
    if (const auto found = after_that(verb)) return found;
    if (const auto found = after_date(verb)) return found;
    if (const auto found = of_relative(verb)) return found;
    if (const auto found = told(verb)) return found;
    if (const auto found = result(verb)) return found;
    if (attribution.speech == Speech::deny) return denial(verb);
    if (const auto found = judgement(verb)) return found;
    if (attribution.speech == Speech::urge || asks_somebody(verb)) return urging(verb);
    return controlled(verb);
  }

  /// False behind the document's last word, too.
  bool has_word(TokenIndex t, std::string_view word) const {
    return t < reading_.document.tokens.size() && reading_.text(t) == word;
  }
  bool is_subordinate(Deprel relation) const {
    return relation == Deprel::advcl || relation == Deprel::acl || relation == Deprel::acl_relcl ||
           relation == Deprel::ccomp || relation == Deprel::dep || relation == Deprel::conj ||
           relation == Deprel::parataxis;
  }

  std::optional<TokenIndex> that_clause(TokenIndex noun) const {
    for (TokenIndex c : syntax_.children(noun)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation != Deprel::acl && relation != Deprel::ccomp && relation != Deprel::acl_relcl) continue;
      const auto mark = syntax_.child(c, Deprel::mark);
      if (mark && syntax_.lemma_is(*mark, "that") && syntax_.child(c, {Deprel::nsubj, Deprel::nsubj_pass}))
        return c;
    }
    return std::nullopt;
  }

  // "X's view is that S"
  std::optional<Statement> said_to_be(TokenIndex noun) const {
    if (reading_.token(noun).relation != Deprel::nsubj) return std::nullopt;
    const auto predicate = syntax_.head(noun);
    if (!predicate || *predicate < noun) return std::nullopt;
    const auto copula = syntax_.child(*predicate, Deprel::cop);
    for (TokenIndex c : syntax_.children(*predicate)) {
      const bool that = copula && reading_.token(c).relation == Deprel::mark && syntax_.lemma_is(c, "that");
      if (that && c == *copula + 1) return Statement{c + 1, right_of_words(*predicate), false, 0.7f};
      if (reading_.token(c).relation == Deprel::ccomp && syntax_.lemma_is(*predicate, "be"))
        return Statement{start_of(c), syntax_.right(c), false, 0.7f};
    }
    return std::nullopt;
  }

  // "reported 20 villages destroyed", "reported a loss of 35 million"
  std::optional<Statement> result(TokenIndex verb) const {
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

  // "a net loss of $35 million"
  bool is_figure(TokenIndex noun) const {
    constexpr TokenIndex shortest = 4;
    const TokenIndex first = syntax_.left(noun), last = syntax_.right(noun);
    if (last - first < shortest || reading_.token(noun).upos != Upos::NOUN) return false;
    for (TokenIndex t = first; t < last; ++t)
      if (reading_.token(t).upos == Upos::NUM) return true;
    return false;
  }

  // Clauses that depend on the verb.

  std::optional<TokenIndex> complement(TokenIndex verb) const {
    std::optional<TokenIndex> found;
    for (TokenIndex c : syntax_.children(verb))
      if (reading_.token(c).relation == Deprel::ccomp && !is_around(c, verb) && !is_question(c) &&
          !(c < verb && (leads_to_quotation(verb) || is_bare_participle(c))) &&
          (!found || (*found < verb && c > verb && has_own_subject(c))))
        found = c;
    return found;
  }
  bool has_own_subject(TokenIndex clause) const {
    return syntax_.child(clause, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::csubj, Deprel::expl})
        .has_value();
  }
  bool is_around(TokenIndex clause, TokenIndex verb) const {
    return syntax_.left(clause) <= verb && verb < right_of_words(clause);
  }
  // "Asked about it, X said S"
  bool is_bare_participle(TokenIndex clause) const {
    const Penn penn = reading_.token(clause).penn;
    return (penn == Penn::VBN || penn == Penn::VBG) &&
           !syntax_.child(clause,
                          {Deprel::nsubj, Deprel::nsubj_pass, Deprel::aux, Deprel::aux_pass, Deprel::cop});
  }

  // "The bridge, X noted, was built in May": the clause on both sides, as one.
  std::optional<Statement> around_parenthesis(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb)) {
      if (reading_.token(c).relation != Deprel::ccomp || !is_around(c, verb) || is_question(c)) continue;
      if (!has_word(verb + 1, ",")) continue;
      return Statement{start_of(c), right_of_words(c), false, 0.7f};
    }
    return std::nullopt;
  }

  // "the bridge, which X said was safe": what follows the verb.
  std::optional<Statement> of_relative(TokenIndex verb) const {
    const auto subject = syntax_.subject(verb);
    if (!subject || *subject > verb || verb + 2 >= reading_.sentence(verb).last) return std::nullopt;
    const TokenIndex first = syntax_.left(*subject);
    const Upos next = reading_.token(verb + 1).upos;
    if (first < 2 || !is_relative(first - 1) || reading_.token(first - 2).upos == Upos::ADP ||
        (next != Upos::AUX && next != Upos::VERB))
      return std::nullopt;
    TokenIndex clause = verb + 1;
    while (syntax_.head(clause) && *syntax_.head(clause) > clause) clause = *syntax_.head(clause);
    return Statement{verb + 1, std::min(syntax_.right(clause), reading_.sentence(verb).last), false, 0.65f};
  }

  // "told reporters the bridge was safe": the tree takes the clause for one of the reporters.
  std::optional<Statement> told(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"advise", "assure", "inform", "remind", "tell", "warn"};
    if (const auto found = finite_participle(verb)) return found;
    if (!is_one_of(reading_.token(verb).lemma, verbs)) return std::nullopt;
    const auto hearer = syntax_.child(verb, {Deprel::obj, Deprel::iobj});
    const auto clause = hearer && *hearer > verb ? syntax_.child(*hearer, Deprel::acl_relcl) : std::nullopt;
    if (!clause) return std::nullopt;
    const auto subject = syntax_.child(*clause, {Deprel::nsubj, Deprel::nsubj_pass});
    const TokenIndex first = syntax_.left(*clause);
    if (!subject || first <= *hearer || is_relative(first) || is_relative(*subject)) return std::nullopt;
    return Statement{first, syntax_.right(*clause), false, 0.65f};
  }

  // "alleged the exodus amounted to a crime": the past tense, taken for a participle of the noun.
  std::optional<Statement> finite_participle(TokenIndex verb) const {
    const auto object = syntax_.is_passive(verb) ? std::nullopt : syntax_.child(verb, Deprel::obj);
    const auto clause = object && *object > verb ? syntax_.child(*object, Deprel::acl) : std::nullopt;
    if (!clause || reading_.token(*clause).penn != Penn::VBD || *clause < *object) return std::nullopt;
    return Statement{syntax_.left(*object), syntax_.right(*object), false, 0.6f};
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

  // The end of a clause before marks that the tree may hang on it from behind the verb of speech.
  TokenIndex right_of_words(TokenIndex clause) const {
    TokenIndex last = clause + 1;
    for (TokenIndex c : syntax_.children(clause))
      if (reading_.token(c).relation != Deprel::punct) last = std::max(last, syntax_.right(c));
    for (TokenIndex c : syntax_.children(clause))
      if (c == last) ++last;  // marks that follow at once
    return last;
  }

  // "asked whether S" states nothing.
  bool is_question(TokenIndex clause) const {
    const auto mark = syntax_.child(clause, Deprel::mark);
    return mark && (syntax_.lemma_is(*mark, "whether") || syntax_.lemma_is(*mark, "if"));
  }

  // Without "that" and marks in front.
  TokenIndex start_of(TokenIndex clause) const {
    TokenIndex first = syntax_.left(clause);
    while (first < clause && (reading_.token(first).upos == Upos::PUNCT || syntax_.lemma_is(first, "that") ||
                              (syntax_.lemma_is(first, "as") && syntax_.head(first) == clause)))
      ++first;
    return first;
  }

  // A clause behind another that the tree hangs beside it, on the verb of speech: not another's "S, X said".
  bool goes_on(TokenIndex clause) const {
    const Deprel relation = reading_.token(clause).relation;
    return relation == Deprel::ccomp || (relation == Deprel::advcl && syntax_.child(clause, Deprel::mark));
  }

  // A second predicate of the clause that the tree hangs on the verb of speech belongs to the clause: "said
  // that they worked and were tired".
  TokenIndex end_of(TokenIndex clause, TokenIndex verb) const {
    if (clause < verb) return right_of_words(clause);
    TokenIndex last = syntax_.right(clause);
    for (TokenIndex c : syntax_.children(verb)) {
      if (c < clause || syntax_.left(c) != last || !is_subordinate(reading_.token(c).relation)) continue;
      const bool joined = reading_.token(last).upos == Upos::CCONJ;
      const bool own_subject = syntax_.child(c, {Deprel::nsubj, Deprel::nsubj_pass}).has_value();
      const bool same = !own_subject || reading_.token(last - 1).upos != Upos::PUNCT;
      const bool further = own_subject && goes_on(c) && !has_word(last, ";");  // "…, now that S"
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
      if (has_word(t, "that") && upos != Upos::DET && t + 2 < end && !syntax_.is_noun(verb)) {
        const auto head = syntax_.head(t);
        const bool clause = head && *head > t && syntax_.child(*head, {Deprel::nsubj, Deprel::nsubj_pass});
        const bool relative = t > verb + 1 && !is_document_noun(reading_.token(t - 1).lemma) &&
                              (upos == Upos::PRON || describes(t - 1));
        if (!clause || relative) return std::nullopt;
        return Statement{t + 1, syntax_.right(*head), false, 0.7f};
      }
      const bool participle =
          upos == Upos::VERB && reading_.token(t).penn == Penn::VBN && syntax_.is_noun(t - 1);
      if ((upos == Upos::VERB && !participle) || upos == Upos::AUX || has_word(t, ";") || has_word(t, ":"))
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
      const bool bare = subject && syntax_.left(*clause) == syntax_.left(*subject) && !is_relative(*subject);
      if (bare && syntax_.left(*clause) > c &&
          (reading_.token(c).upos == Upos::PROPN || relation == Deprel::iobj))
        return Statement{syntax_.left(*clause), syntax_.right(*clause), false, 0.65f};
    }
    return std::nullopt;
  }
  bool is_relative(TokenIndex t) const {
    const Penn penn = reading_.token(t).penn;
    return penn == Penn::WP || penn == Penn::WDT || penn == Penn::WPS || penn == Penn::WRB ||
           has_word(t, "that");
  }

  // "the fact that", "the way that": the clause is the noun's.
  bool describes(TokenIndex noun) const {
    constexpr std::string_view nouns[] = {"fact",        "way",      "idea",  "notion",
                                          "possibility", "evidence", "sense", "extent"};
    return is_one_of(reading_.token(noun).lemma, nouns);
  }

  // The sentence around the words that attribute it.

  // A colon, or a quotation, comes next: what is said is there.
  bool leads_to_quotation(TokenIndex verb) const {
    const TokenIndex end = reading_.sentence(verb).last;
    if (has_word(end - 1, ":")) return true;
    for (TokenIndex t = verb + 1; t < std::min(end, verb + 4); ++t) {
      if (reading_.quotation_of[t] >= 0) return true;
      if (reading_.token(t).upos != Upos::PUNCT) return has_word(t, ":");
    }
    return false;
  }

  // "S, X said": the statement is what the verb of speech hangs on.
  std::optional<Statement> host_of(TokenIndex verb) const {
    const auto host = syntax_.head(verb);
    if (!host || syntax_.right(verb) - syntax_.left(verb) > 40 || is_bare_participle(*host))
      return std::nullopt;
    return longer_side(behind_semicolon(syntax_.left(*host), syntax_.left(verb)), syntax_.left(verb),
                       syntax_.right(verb), syntax_.right(*host), 0.8f);
  }

  // "Y warned that R; S, X said": what X said begins behind the semicolon.
  TokenIndex behind_semicolon(TokenIndex first, TokenIndex last) const {
    for (TokenIndex t = last; t > first + 1; --t)
      if (has_word(t - 1, ";")) return t;
    return first;
  }

  // "S, as X says", "As X put it, S"
  std::optional<Statement> around_as_clause(TokenIndex verb) const {
    if (!is_subordinate(reading_.token(verb).relation)) return std::nullopt;
    const auto mark = syntax_.child(verb, {Deprel::mark, Deprel::case_, Deprel::advmod});
    if (!mark || !syntax_.lemma_is(*mark, "as") || *mark > verb) return std::nullopt;
    const bool object = syntax_.child(verb, {Deprel::obj, Deprel::ccomp}).has_value();
    if (object && !has_word(verb + 1, "it")) return std::nullopt;
    const Sentence& sentence = reading_.sentence(verb);
    return longer_side(sentence.first, *mark, std::max(syntax_.right(verb), verb + 1), sentence.last, 0.75f);
  }

  // "According to X, S", "S, according to X"
  std::optional<Statement> around_phrase(const Attribution& attribution) const {
    const Sentence& sentence = reading_.sentence(attribution.verb);
    const TokenIndex end = std::min(attribution.phrase_end, sentence.last);
    if (const auto quoted = quoted_words(end)) return quoted;
    const TokenIndex first = follows_relative(attribution.verb) || has_word(attribution.verb - 1, ";")
                                 ? attribution.verb
                                 : sentence.first;
    return longer_side(first, attribution.verb, end, sentence.last, 0.85f);
  }
  // "in his own words, “…”": the quotation alone.
  std::optional<Statement> quoted_words(TokenIndex phrase_end) const {
    if (!has_word(phrase_end - 1, "words")) return std::nullopt;
    const TokenIndex last = reading_.sentence(phrase_end - 1).last;
    TokenIndex t = phrase_end;
    while (t < last && reading_.token(t).upos == Upos::PUNCT) ++t;
    if (t >= last || reading_.quotation_of[t] < 0) return std::nullopt;
    const auto& quotation = reading_.quotations[static_cast<std::size_t>(reading_.quotation_of[t])];
    return Statement{t, std::min(last, quotation.last), false, 0.75f};
  }
  // "the harbour, which, according to X, is closed"
  bool follows_relative(TokenIndex phrase) const {
    const TokenIndex first = reading_.sentence(phrase).first;
    TokenIndex t = phrase;
    if (t > first && has_word(t - 1, ",")) --t;
    return t > first && is_relative(t - 1);
  }

  // The longer of [left, from) and [to, right).
  std::optional<Statement> longer_side(TokenIndex left, TokenIndex from, TokenIndex to, TokenIndex right,
                                       float confidence) const {
    const TokenIndex before = from > left ? from - left : 0, after = right > to ? right - to : 0;
    const Statement statement =
        before >= after ? Statement{left, from, false, confidence} : Statement{to, right, false, confidence};
    return states(statement) ? std::optional(statement) : std::nullopt;
  }
  // A date line or a caption is no statement: there is a verb in one.
  bool states(const Statement& statement) const {
    for (TokenIndex t = statement.first; t < statement.last; ++t)
      if (reading_.token(t).upos == Upos::VERB || reading_.token(t).upos == Upos::AUX) return true;
    return false;
  }

  // "called her the inventor", "describes the camp as a retreat", "described how S"
  std::optional<Statement> label(TokenIndex verb) const {
    if (const auto clause = complement(verb))
      return Statement{start_of(*clause), syntax_.right(*clause), false, 0.8f};
    if (has_word(verb + 1, "how") && syntax_.right(verb) > verb + 3)
      return Statement{verb + 2, syntax_.right(verb), false, 0.65f};
    if (syntax_.is_passive(verb)) return passive_label(verb);
    const bool participle =
        reading_.token(verb).relation == Deprel::acl && !reading_.text(verb).ends_with("ing");
    if (participle) return std::nullopt;
    if (const auto found = labelled(verb)) return found;
    return label_in_quotation(verb);
  }

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
      const bool as = (relation == Deprel::obl || relation == Deprel::obj) && syntax_.preposition(c) == "as";
      complement_found |= relation == Deprel::xcomp || as;
      object |= relation == Deprel::obj;
      if (c > verb && (relation == Deprel::obj || relation == Deprel::xcomp || as))
        last = std::max(last, syntax_.right(c));
    }
    if (!complement_found) return small_clause(verb);
    if (last <= verb + 1) return std::nullopt;
    TokenIndex first = verb + 1;
    if (syntax_.lemma_is(first, "as")) ++first;
    return first < last ? std::optional(Statement{first, last, false, object ? 0.7f : 0.6f}) : std::nullopt;
  }

  // "called the plan part of a strategy", "called the plan weak": two objects, or an adjective behind one.
  std::optional<Statement> small_clause(TokenIndex verb) const {
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
    if (preposition == "for") return true;
    return preposition == "on" && syntax_.lemma_is(verb, "call") &&
           syntax_.child(verb, {Deprel::xcomp, Deprel::advcl});
  }
  TokenIndex end_of_call(TokenIndex verb, TokenIndex phrase) const {
    const auto clause = syntax_.child(verb, {Deprel::xcomp, Deprel::advcl});
    const bool same = clause && *clause > phrase && has_child_to(*clause);
    return same ? syntax_.right(*clause) : syntax_.right(phrase);
  }

  // "called the move “a mistake”", whatever the tree makes of it.
  std::optional<Statement> label_in_quotation(TokenIndex verb) const {
    const Sentence& sentence = reading_.sentence(verb);
    TokenIndex t = verb + 1;
    while (t < sentence.last && t < verb + 10 && reading_.quotation_of[t] < 0) {
      const Upos upos = reading_.token(t).upos;
      if (upos == Upos::VERB || upos == Upos::AUX || has_word(t, ",") || has_word(t, ":"))
        return std::nullopt;
      ++t;
    }
    const bool as = has_word(verb + 1, "as");
    if (t >= sentence.last || reading_.quotation_of[t] < 0 || (t <= verb + 2 && !as)) return std::nullopt;
    const auto& quotation = reading_.quotations[static_cast<std::size_t>(reading_.quotation_of[t])];
    return Statement{verb + (as ? 2 : 1), std::min(sentence.last, quotation.last), false, 0.6f};
  }

  // "accused P of …"; of "was accused by X of …" what follows.
  std::optional<Statement> accusation(TokenIndex verb) const {
    const auto target = syntax_.child(verb, Deprel::obj);
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
    if (target && last > *target) return Statement{syntax_.left(*target), last, false, 0.75f};
    if (!syntax_.is_passive(verb)) return std::nullopt;
    if (first == 0)
      if (const auto of = next_word(verb, last, "of")) first = *of;
    if (first == 0 || last <= first + 1) return std::nullopt;
    return Statement{has_word(first, "of") ? first + 1 : first, last, false, 0.65f};
  }
  // "accused the party of lying", where the tree hangs what it did on the party.
  TokenIndex end_of_blame(TokenIndex target) const {
    const bool of = has_word(target + 1, "of") || has_word(target + 1, "for");
    return of ? syntax_.right(target) : target;
  }
  std::optional<TokenIndex> next_word(TokenIndex from, TokenIndex to, std::string_view word) const {
    for (TokenIndex t = from; t < to; ++t)
      if (has_word(t, word) && reading_.token(t).upos != Upos::ADP) return t;
    return std::nullopt;
  }

  // "denied having …", "rejected accusations of …", "denying the existence of …"
  std::optional<Statement> denial(TokenIndex verb) const {
    const auto clause = syntax_.child(verb, {Deprel::xcomp, Deprel::advcl});
    if (clause && *clause > verb && !has_word(start_of(*clause) - 1, ","))  // not "rejected it, saying"
      return Statement{start_of(*clause), syntax_.right(*clause), true, 0.8f};
    const auto object = syntax_.child(verb, Deprel::obj);
    if (!object || reading_.token(*object).upos == Upos::PRON || reading_.token(*object).upos == Upos::DET)
      return std::nullopt;
    if (syntax_.word(*object).speech_noun != Speech::none) return denied_noun(*object);
    const bool ruled = syntax_.lemma_is(verb, "dismiss") || syntax_.lemma_is(verb, "reject");
    if (ruled && !is_opinion(*object)) return std::nullopt;  // "dismissed an appeal", "rejected the offer"
    const bool guilt = syntax_.lemma_is(verb, "deny") && !is_definite(*object);
    if (!guilt && syntax_.right(*object) - syntax_.left(*object) < 3) return std::nullopt;
    return Statement{syntax_.left(*object), syntax_.right(*object), true, 0.55f};
  }
  bool is_opinion(TokenIndex noun) const {
    constexpr std::string_view nouns[] = {"criticism", "existence", "idea",      "involvement",
                                          "link",      "logic",     "narrative", "notion",
                                          "premise",   "right",     "rumor",     "rumour"};
    return is_one_of(reading_.token(noun).lemma, nouns);
  }
  // "the charges": of "denied the charges" nothing is told of what they are; of "denied wrongdoing" it is.
  bool is_definite(TokenIndex noun) const {
    const auto determiner = syntax_.child(noun, Deprel::det);
    return determiner && !syntax_.lemma_is(*determiner, "any") && !syntax_.lemma_is(*determiner, "all");
  }
  std::optional<Statement> denied_noun(TokenIndex noun) const {
    if (auto clause = of_noun(noun)) {
      clause->denied = true;
      return clause;
    }
    const auto content = syntax_.child(noun, {Deprel::nmod, Deprel::acl});
    if (!content || syntax_.preposition(*content) == "by") return std::nullopt;
    const TokenIndex first = syntax_.left(*content) + (syntax_.child(*content, Deprel::case_) ? 1 : 0);
    return Statement{first, syntax_.right(*content), true, 0.75f};
  }

  // "urged P to leave", "demanded the release of P", "ordered that …"
  std::optional<Statement> urging(TokenIndex verb) const {
    auto object = syntax_.child(verb, {Deprel::obj, Deprel::iobj});
    if (!object && syntax_.lemma_is(verb, "appeal")) object = appealed_to(verb);
    const auto clause = syntax_.child(verb, {Deprel::xcomp, Deprel::advcl});
    if (object && clause && *object > verb && *clause > *object && has_child_to(*clause))
      return Statement{syntax_.left(*object) + (syntax_.child(*object, Deprel::case_) ? 1 : 0),
                       syntax_.right(*clause), false, 0.6f};
    return std::nullopt;
  }
  // "appealed to P to leave"
  std::optional<TokenIndex> appealed_to(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb))
      if (c > verb && reading_.token(c).relation == Deprel::obl && syntax_.preposition(c) == "to") return c;
    return std::nullopt;
  }
  bool asks_somebody(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"ask", "request", "advise", "warn", "encourage"};
    return is_one_of(reading_.token(verb).lemma, verbs);
  }
  bool has_child_to(TokenIndex clause) const {
    const auto mark = syntax_.child(clause, Deprel::mark);
    return mark && syntax_.lemma_is(*mark, "to");
  }

  // "claimed to be …", "vowed to …"
  std::optional<Statement> controlled(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"claim", "vow",      "pledge",  "promise", "swear", "admit",
                                          "deny",  "threaten", "propose", "expect",  "offer"};
    if (!is_one_of(reading_.token(verb).lemma, verbs)) return std::nullopt;
    auto clause = syntax_.child(verb, Deprel::xcomp);
    if (!clause && has_word(verb + 1, "to"))
      clause = syntax_.child(verb, {Deprel::obj, Deprel::obl, Deprel::advcl});
    if (!clause || *clause < verb) return std::nullopt;
    return Statement{syntax_.left(*clause), syntax_.right(*clause), false, 0.7f};
  }

  const Reading& reading_;
  const Syntax& syntax_;
};

}  // namespace

std::optional<Statement> statement_of(const Reading& reading, const Attribution& attribution) {
  return StatementFinder(reading).of_verb(attribution);
}

std::optional<Statement> statement_of_noun(const Reading& reading, TokenIndex noun) {
  return StatementFinder(reading).of_noun(noun);
}

}  // namespace attest::extract
