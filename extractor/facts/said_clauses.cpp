#include <attest/extractor/facts/said_clauses.hpp>

#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/date_grammar.hpp>
#include <attest/extractor/facts/clauses.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

// No hearer stands between these and what is said.
bool takes_no_hearer(const Reading& reading, TokenIndex verb) {
  constexpr std::string_view verbs[] = {"add",     "allege",   "announce", "argue",   "believe", "claim",
                                        "confirm", "contend",  "estimate", "explain", "fear",    "hope",
                                        "insist",  "maintain", "note",     "predict", "report",  "say",
                                        "state",   "stress",   "suggest",  "think",   "write"};
  return is_one_of(reading.token(verb).lemma, verbs);
}

bool opens_subject(const Reading& reading, TokenIndex t) {
  const Upos upos = reading.token(t).upos;
  return upos == Upos::DET || upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::ADJ ||
         upos == Upos::NUM || upos == Upos::ADV || reading.token(t).penn == Penn::VBG;
}

// "if", "although"; not "that".
bool opens_condition(const Reading& reading, TokenIndex t) {
  constexpr std::string_view words[] = {"after", "although", "as",     "because", "before", "if",   "once",
                                        "since", "though",   "unless", "until",   "when",   "while"};
  return is_one_of(reading.text(t), words);
}

bool is_hyphen(const Reading& reading, TokenIndex t) {
  return reading.text(t) == "-";
}

// A quotation of more than a few words set off.
bool holds_statement(const Reading& reading, std::int32_t quotation) {
  constexpr TokenIndex words_set_off = 6;
  if (quotation < 0) return false;
  const Quotation& quote = reading.quotations[static_cast<std::size_t>(quotation)];
  return quote.last - quote.first > words_set_off;
}

// No mark but hyphens, brackets and those of words set off; commas where they may be.
bool is_one_run(const Reading& reading, TokenIndex first, TokenIndex last, bool commas) {
  for (TokenIndex t = first; t < last; ++t) {
    const std::string_view text = reading.text(t);
    const bool allowed = is_hyphen(reading, t) || is_quotation_mark(text) || text == "(" || text == ")" ||
                         (commas && text == ",");
    if (reading.token(t).upos == Upos::PUNCT && !allowed) return false;
    if (holds_statement(reading, reading.quotation_of[t])) return false;
  }
  return true;
}

// "some of whom were held": the subject stands before it.
bool opens_with_relative(const Reading& reading, const Statement& statement) {
  constexpr TokenIndex reach = 3;
  const TokenIndex end = std::min(statement.last, statement.first + reach);
  for (TokenIndex t = statement.first; t < end; ++t)
    if (is_relative_word(reading, t) && !has_word(reading, t, "that")) return true;
  return false;
}

bool holds_finite_verb(const Reading& reading, TokenIndex first, TokenIndex last) {
  for (TokenIndex t = first; t < last; ++t) {
    const Penn penn = reading.token(t).penn;
    if (penn == Penn::VBD || penn == Penn::VBZ || penn == Penn::VBP || penn == Penn::MD) return true;
  }
  return false;
}

// Where a date that begins at the token ends; the token itself where none does.
TokenIndex behind_date(const Reading& reading, TokenIndex t) {
  const auto date = std::lower_bound(reading.dates.begin(), reading.dates.end(), t,
                                     [](const DateMention& d, TokenIndex at) { return d.first < at; });
  if (date != reading.dates.end() && date->first == t) return date->last;
  // Without a date of the document nothing is known of its days.
  if (t >= reading.document.tokens.size()) return t;
  const std::string_view text = reading.text(t);
  const std::string lower = lower_case(text);
  const bool day = text == "today" || text == "yesterday" || (lower != text && is_weekday(lower));
  return day ? t + 1 : t;
}

// One past the sentence's last word; at a semicolon or a quotation behind the token before it.
TokenIndex end_of_words(const Reading& reading, TokenIndex t) {
  TokenIndex end = reading.sentence(t).last;
  while (end > t && reading.token(end - 1).upos == Upos::PUNCT) --end;
  for (TokenIndex i = t + 1; i < end; ++i)
    if (reading.text(i) == ";" || holds_statement(reading, reading.quotation_of[i])) return i;
  return end;
}

// "said Monday that S", "said Monday S": the day is that of saying it; not of "said Monday was fine".
void leave_date(const Reading& reading, TokenIndex verb, Statement& statement) {
  if (statement.first != verb + 1) return;
  const TokenIndex behind = behind_date(reading, statement.first);
  if (behind == statement.first || behind + 1 >= statement.last) return;
  const Upos next = reading.token(behind).upos;
  if (next == Upos::VERB || next == Upos::AUX || next == Upos::PART || next == Upos::ADP) return;
  statement.first = has_word(reading, behind, "that") ? behind + 1 : behind;
}

void take_in_subject(const Reading& reading, TokenIndex verb, Statement& statement) {
  TokenIndex first = verb + 1;
  if (!has_word(reading, first, "that")) first = behind_date(reading, first);
  if (has_word(reading, first, "that")) ++first;
  if (first >= statement.first || has_word(reading, statement.first - 1, "that")) return;
  if (behind_date(reading, first + 1) > first + 1) return;  // "late Monday"
  const bool condition = opens_condition(reading, first) && has_word(reading, statement.first - 1, ",");
  const bool commas = condition || opens_with_relative(reading, statement);
  if ((condition || opens_subject(reading, first)) && is_one_run(reading, first, statement.first, commas))
    statement.first = first;
}

// "and denied that T": another act of speech, not part of this one.
bool joins_speech(const Reading& reading, TokenIndex conjunction, TokenIndex end) {
  constexpr TokenIndex reach = 4;
  for (TokenIndex t = conjunction + 1; t < std::min(end, conjunction + reach); ++t) {
    const Upos upos = reading.token(t).upos;
    if (upos == Upos::VERB) return reading.syntax.word(t).speech != Speech::none;
    if (upos != Upos::ADV && upos != Upos::AUX) return false;
  }
  return false;
}

TokenIndex next_break(const Reading& reading, TokenIndex t, TokenIndex end) {
  for (; t < end; ++t) {
    const Upos upos = reading.token(t).upos;
    if (upos == Upos::PUNCT && !is_hyphen(reading, t) && !is_quotation_mark(reading.text(t))) return t;
    if (upos == Upos::CCONJ && joins_speech(reading, t, end)) return t;
  }
  return end;
}

// ", and that T": where T begins.
TokenIndex behind_and_that(const Reading& reading, TokenIndex t, TokenIndex end) {
  if (t < end && has_word(reading, t, ",")) ++t;
  const bool joined = t + 2 < end && reading.token(t).upos == Upos::CCONJ && has_word(reading, t + 1, "that");
  return joined && reading.token(t + 1).upos == Upos::SCONJ ? t + 2 : 0;
}

// What follows with no mark between belongs to the clause, and so does what "and that" joins to it.
void take_in_rest(const Reading& reading, Statement& statement) {
  const TokenIndex end = end_of_words(reading, statement.last - 1);
  if (statement.last >= end) return;
  const bool bare = !holds_finite_verb(reading, statement.first, statement.last);
  if (bare && holds_finite_verb(reading, statement.last, end)) {
    statement.last = end;
    return;
  }
  const Upos next = reading.token(statement.last).upos;
  if (next != Upos::PUNCT && next != Upos::CCONJ) statement.last = next_break(reading, statement.last, end);
  while (const TokenIndex more = behind_and_that(reading, statement.last, end))
    statement.last = next_break(reading, more, end);
}

// Of "P resigned and Q follows, the company said" the tree may give a part: all in front of the comma is
// said.
void take_in_front(const Reading& reading, TokenIndex verb, Statement& statement) {
  const auto subject = reading.syntax.subject(verb);
  TokenIndex end = subject && *subject < verb ? std::min(verb, reading.syntax.left(*subject)) : verb;
  const TokenIndex first = reading.sentence(verb).first;
  if (reading.quotation_of[statement.first] >= 0) return;
  const bool quoted = end > first + 2 && is_quotation_mark(reading.text(end - 1));  // "S of “a kind,” X said"
  if (end <= first + 2 || !has_word(reading, end - (quoted ? 2 : 1), ",")) return;
  for (TokenIndex t = statement.last; t < end; ++t)  // "S, said X before Y spoke, Z said"
    if (reading.syntax.word(t).speech != Speech::none && has_own_subject(reading, t)) return;
  if (!quoted) --end;
  TokenIndex start = statement.first;
  while (start > first && !has_word(reading, start - 1, ";") && reading.quotation_of[start - 1] < 0 &&
         !is_quotation_mark(reading.text(start - 1)))
    --start;
  statement = {start, end, statement.denied, statement.confidence};
}

}  // namespace

void complete_clause(const Reading& reading, TokenIndex verb, Statement& statement) {
  if (statement.last <= verb) take_in_front(reading, verb, statement);
  if (statement.first <= verb || !takes_no_hearer(reading, verb)) return;
  leave_date(reading, verb, statement);
  take_in_subject(reading, verb, statement);
  take_in_rest(reading, statement);
}

}  // namespace attest::extract
