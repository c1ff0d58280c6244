#include <attest/extractor/facts/statement_forms.hpp>

#include <algorithm>

#include <attest/extractor/facts/clauses.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class Surroundings {
 public:
  explicit Surroundings(const Reading& reading) : reading_(reading), syntax_(reading.syntax) {}

  // "According to X, S", "S, according to X"
  std::optional<Statement> around_phrase(const Attribution& attribution) const {
    const Sentence& sentence = reading_.sentence(attribution.verb);
    const TokenIndex end = std::min(attribution.phrase_end, sentence.last);
    if (const auto quoted = quoted_words(end)) return quoted;
    const TokenIndex first =
        follows_relative(attribution.verb) || has_word(reading_, attribution.verb - 1, ";") ? attribution.verb
                                                                                            : sentence.first;
    return longer_side(first, attribution.verb, end, sentence.last, 0.85f);
  }

  // "S, as X says", "As X put it, S"
  std::optional<Statement> around_as_clause(TokenIndex verb) const {
    if (!is_subordinate(reading_.token(verb).relation)) return std::nullopt;
    const auto mark = syntax_.child(verb, {Deprel::mark, Deprel::case_, Deprel::advmod});
    if (!mark || !syntax_.lemma_is(*mark, "as") || *mark > verb) return std::nullopt;
    const bool spoken =
        syntax_.child(verb, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::obl_agent}).has_value();
    const auto by = syntax_.child(verb, Deprel::obl);
    if (!spoken && !(by && syntax_.preposition(*by) == "by"))
      return std::nullopt;  // "as predicted", "as stipulated in the act"
    const bool object = syntax_.child(verb, {Deprel::obj, Deprel::ccomp}).has_value();
    if (object && !has_word(reading_, verb + 1, "it")) return std::nullopt;
    const Sentence& sentence = reading_.sentence(verb);
    return longer_side(sentence.first, *mark, std::max(syntax_.right(verb), verb + 1), sentence.last, 0.75f);
  }

  // "S, X said": the statement is what the verb of speech hangs on.
  std::optional<Statement> host_of(TokenIndex verb) const {
    const auto host = syntax_.head(verb);
    if (!host || syntax_.right(verb) - syntax_.left(verb) > 40 || is_bare_participle(reading_, *host) ||
        begins_anew(*host, verb) || is_relative(verb))
      return std::nullopt;
    if (is_inserted(verb)) return Statement{verb + 1, syntax_.right(*host), false, 0.6f};
    return longer_side(behind_semicolon(syntax_.left(*host), syntax_.left(verb)), syntax_.left(verb),
                       syntax_.right(verb), syntax_.right(*host), 0.8f);
  }

 private:
  // "posted a video it says shows S": what follows is said, not what stands in front.
  bool is_inserted(TokenIndex verb) const {
    const auto subject = syntax_.child(verb, Deprel::nsubj);
    if (!subject || *subject + 1 != verb || verb + 1 >= reading_.sentence(verb).last) return false;
    const TokenIndex first = syntax_.left(*subject);
    const Penn next = reading_.token(verb + 1).penn;
    const bool finite = next == Penn::VBZ || next == Penn::VBD || next == Penn::VBP || next == Penn::MD;
    return finite && first > 0 && syntax_.is_noun(first - 1);
  }

  // "…, who alleged": of a clause that the tree has not joined to its noun.
  bool is_relative(TokenIndex verb) const {
    const auto subject = syntax_.child(verb, {Deprel::nsubj, Deprel::nsubj_pass});
    return subject && *subject < verb && is_relative_word(reading_, *subject);
  }

  // "R; X said that S", "R: X felt that S": nothing says that R is X's.
  bool begins_anew(TokenIndex host, TokenIndex verb) const {
    const TokenIndex first = syntax_.left(verb);
    for (TokenIndex t = std::max(host + 1, first - 1); t <= first; ++t)
      if (has_word(reading_, t, ";") || has_word(reading_, t, ":")) return true;
    return false;
  }

  // "Y warned that R; S, X said": what X said begins behind the semicolon.
  TokenIndex behind_semicolon(TokenIndex first, TokenIndex last) const {
    for (TokenIndex t = last; t > first + 1; --t)
      if (has_word(reading_, t - 1, ";")) return t;
    return first;
  }

  // "in his own words, “…”": the quotation alone.
  std::optional<Statement> quoted_words(TokenIndex phrase_end) const {
    if (!has_word(reading_, phrase_end - 1, "words")) return std::nullopt;
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
    if (t > first && has_word(reading_, t - 1, ",")) --t;
    return t > first && is_relative_word(reading_, t - 1);
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

  const Reading& reading_;
  const Syntax& syntax_;
};

}  // namespace

std::optional<Statement> statement_around_phrase(const Reading& reading, const Attribution& attribution) {
  return Surroundings(reading).around_phrase(attribution);
}

std::optional<Statement> statement_around_as(const Reading& reading, TokenIndex verb) {
  return Surroundings(reading).around_as_clause(verb);
}

std::optional<Statement> statement_hosting(const Reading& reading, TokenIndex verb) {
  return Surroundings(reading).host_of(verb);
}

}  // namespace attest::extract
