#include <attest/extractor/facts/unsaid.hpp>

#include <algorithm>

#include <attest/extractor/facts/clauses.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

// "is trying to show that S"
bool only_tried(const Reading& reading, TokenIndex head) {
  constexpr std::string_view verbs[] = {"attempt", "decline", "fail", "refuse", "seek", "try"};
  return is_one_of(reading.token(head).lemma, verbs);
}

bool is_purpose(const Reading& reading, TokenIndex verb) {
  const auto head = is_infinitive_with_to(reading, verb) ? reading.syntax.head(verb) : std::nullopt;
  const Deprel relation = reading.token(verb).relation;
  if (!head || says_indeed(reading, *head)) return false;
  return relation == Deprel::acl || relation == Deprel::advcl || only_tried(reading, *head);
}

bool is_condition(const Reading& reading, TokenIndex verb) {
  constexpr std::string_view words[] = {"if", "lest", "unless", "until", "whether"};
  const auto mark = reading.syntax.child(verb, Deprel::mark);
  return mark && *mark < verb && is_one_of(reading.text(*mark), words);
}

bool passes_word(const Reading& reading, TokenIndex verb) {
  constexpr TokenIndex reach = 24;
  if (!reading.syntax.lemma_is(verb, "quote") && !reading.syntax.lemma_is(verb, "cite")) return false;
  const TokenIndex end = std::min(reading.sentence(verb).last, verb + reach);
  for (TokenIndex t = verb + 1; t + 1 < end; ++t)
    if (has_word(reading, t, "as") && reading.token(t + 1).penn == Penn::VBG) return true;
  return false;
}

}  // namespace

bool says_nothing(const Reading& reading, TokenIndex verb) {
  return is_purpose(reading, verb) || is_condition(reading, verb) || passes_word(reading, verb);
}

bool says_indeed(const Reading& reading, TokenIndex head) {
  constexpr std::string_view words[] = {"careful", "continue", "eager",  "first", "go",   "keen",
                                        "proceed", "quick",    "reason", "right", "swift"};
  return is_one_of(reading.token(head).lemma, words);
}

bool is_nobody(const Reading& reading, TokenIndex speaker) {
  for (TokenIndex c : reading.syntax.children(speaker))
    if (c < speaker && reading.syntax.word(c).negation) return true;
  return false;
}

}  // namespace attest::extract
