// What is said in a phrase where others use a clause: "complained of the delay", "estimated the cost at two
// million", "credited P with saving it".
#include <attest/extractor/facts/statement_forms.hpp>

#include <algorithm>

#include <attest/extractor/facts/clauses.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// A verb whose object and the phrase or gerund behind a preposition are together what is said.
struct Frame {
  std::string_view verb, preposition;
};
constexpr Frame frames[] = {
    {"ascribe", "to"},  {"attribute", "to"},  {"castigate", "for"}, {"commend", "for"}, {"condemn", "for"},
    {"credit", "with"}, {"criticise", "for"}, {"criticize", "for"}, {"estimate", "at"}, {"laud", "for"},
    {"praise", "for"},  {"slam", "for"},      {"liken", "to"},      {"applaud", "for"},
};

class Phrases {
 public:
  explicit Phrases(const Reading& reading) : reading_(reading), syntax_(reading.syntax) {}

  std::optional<Statement> find(TokenIndex verb) const {
    if (syntax_.is_passive(verb)) return std::nullopt;
    if (const auto found = with_object(verb)) return found;
    if (const auto found = of_something(verb)) return found;
    return gerund(verb);
  }

 private:
  // "credited P with saving it"
  std::optional<Statement> with_object(TokenIndex verb) const {
    const auto object = syntax_.child(verb, {Deprel::obj, Deprel::iobj});
    if (!object || *object < verb) return std::nullopt;
    for (TokenIndex c : syntax_.children(verb)) {
      const auto mark = syntax_.child(c, {Deprel::case_, Deprel::mark});
      if (c < *object || !mark || !has_frame(verb, *mark)) continue;
      // "criticized him for the plan" names what is criticized, but says nothing of it.
      const bool event = syntax_.lemma_is(*mark, "for") && !syntax_.is_verb(c);
      if (!event) return Statement{syntax_.left(*object), syntax_.right(c), false, 0.6f};
    }
    return std::nullopt;
  }
  bool has_frame(TokenIndex verb, TokenIndex preposition) const {
    return std::any_of(std::begin(frames), std::end(frames), [&](const Frame& frame) {
      return syntax_.lemma_is(verb, frame.verb) && syntax_.lemma_is(preposition, frame.preposition);
    });
  }

  // "complained of a lack of money", "warned against closing the bridge"
  std::optional<Statement> of_something(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"complain", "warn", "write"};
    constexpr std::string_view prepositions[] = {"about", "against", "of"};
    constexpr TokenIndex shortest = 4;  // the preposition and some words
    if (!is_one_of(reading_.token(verb).lemma, verbs)) return std::nullopt;
    for (TokenIndex c : syntax_.children(verb)) {
      const auto mark = syntax_.child(c, {Deprel::case_, Deprel::mark});
      if (c < verb || !mark || *mark != syntax_.left(c) || *mark > verb + 2) continue;
      if (!is_one_of(reading_.token(*mark).lemma, prepositions)) continue;
      if (syntax_.lemma_is(verb, "write") && !syntax_.lemma_is(*mark, "of")) continue;
      const TokenIndex last = end_of_phrases(verb, syntax_.right(c));
      if (last - *mark >= shortest) return Statement{*mark + 1, last, false, 0.55f};
    }
    return std::nullopt;
  }
  // What follows at once and hangs on the verb: "of a lack of money | in the town".
  TokenIndex end_of_phrases(TokenIndex verb, TokenIndex last) const {
    for (TokenIndex c : syntax_.children(verb))
      if (reading_.token(c).relation == Deprel::obl && syntax_.left(c) == last &&
          syntax_.child(c, Deprel::case_))
        last = syntax_.right(c);
    return last;
  }

  // "acknowledged selling the ship", "confessed to selling it"
  std::optional<Statement> gerund(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"acknowledge", "admit",     "advocate", "confess",
                                          "recall",      "recommend", "remember", "suggest"};
    if (!is_one_of(reading_.token(verb).lemma, verbs)) return std::nullopt;
    const auto clause = syntax_.child(verb, {Deprel::xcomp, Deprel::advcl, Deprel::ccomp});
    if (!clause || *clause < verb || reading_.token(*clause).penn != Penn::VBG) return std::nullopt;
    TokenIndex first = syntax_.left(*clause);
    if (first > verb + 1 && !has_word(reading_, first - 1, "to")) return std::nullopt;
    if (has_word(reading_, first, "to")) ++first;
    if (reading_.token(first).upos == Upos::ADP || reading_.token(first).upos == Upos::SCONJ)
      return std::nullopt;  // "recommended against selling"
    const bool more = syntax_.right(*clause) > first + 1;
    return more ? std::optional(Statement{first, syntax_.right(*clause), false, 0.6f}) : std::nullopt;
  }

  const Reading& reading_;
  const Syntax& syntax_;
};

}  // namespace

std::optional<Statement> phrase_statement(const Reading& reading, TokenIndex verb) {
  return Phrases(reading).find(verb);
}

}  // namespace attest::extract
