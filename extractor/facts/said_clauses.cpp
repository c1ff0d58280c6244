#include <attest/extractor/facts/said_clauses.hpp>

#include <algorithm>

namespace attest::extract {
namespace {

bool opens_subject(const Reading& reading, TokenIndex t) {
  const Upos upos = reading.token(t).upos;
  return upos == Upos::DET || upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::ADJ ||
         upos == Upos::NUM;
}

bool is_one_run(const Reading& reading, TokenIndex first, TokenIndex last) {
  for (TokenIndex t = first; t < last; ++t)
    if (reading.token(t).upos == Upos::PUNCT || reading.quotation_of[t] >= 0) return false;
  return true;
}

bool holds_finite_verb(const Reading& reading, TokenIndex first, TokenIndex last) {
  for (TokenIndex t = first; t < last; ++t) {
    const Penn penn = reading.token(t).penn;
    if (penn == Penn::VBD || penn == Penn::VBZ || penn == Penn::VBP || penn == Penn::MD) return true;
  }
  return false;
}

/// One past the sentence's last word; at a semicolon or a quotation before it.
TokenIndex end_of_words(const Reading& reading, TokenIndex t) {
  TokenIndex end = reading.sentence(t).last;
  while (end > t && reading.token(end - 1).upos == Upos::PUNCT) --end;
  for (TokenIndex i = t + 1; i < end; ++i)
    if (reading.text(i) == ";" || reading.quotation_of[i] >= 0) return i;
  return end;
}

}  // namespace

void take_in_subject(const Reading& reading, TokenIndex verb, Statement& statement) {
  TokenIndex first = verb + 1;
  if (statement.first <= verb || reading.text(first) == "that") return;
  const auto date = std::lower_bound(reading.dates.begin(), reading.dates.end(), first,
                                     [](const DateMention& d, TokenIndex t) { return d.first < t; });
  if (date != reading.dates.end() && date->first == first) first = date->last;
  if (first < statement.first && opens_subject(reading, first) && is_one_run(reading, first, statement.first))
    statement.first = first;
  if (statement.first != first || holds_finite_verb(reading, statement.first, statement.last)) return;
  const TokenIndex end = end_of_words(reading, verb);
  if (statement.last < end && holds_finite_verb(reading, statement.last, end)) statement.last = end;
}

}  // namespace attest::extract
