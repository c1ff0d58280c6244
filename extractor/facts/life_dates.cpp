#include <algorithm>

#include <attest/extractor/edtf.hpp>
#include <attest/extractor/entities/no_names.hpp>
#include <attest/extractor/facts/events.hpp>

namespace attest::extract {
namespace {

const Mention* name_ending_at(const Reading& reading, TokenIndex t) {
  const Mention* mention = reading.mention_at(t);
  return mention && mention->entity != no_entity && mention->kind == MentionKind::name ? mention : nullptr;
}
bool is_person(const Reading& reading, const Mention* mention) {
  return mention && reading.type_of(mention->entity) == EntityType::person;
}

// The person named in front of a bracket, past honours, the mark of a note and, in "X of L (", the place.
const Mention* person_in_front(const Reading& reading, TokenIndex bracket, TokenIndex start) {
  TokenIndex t = bracket;
  if (t >= start + 3 && reading.text(t - 1) == "]" && reading.text(t - 3) == "[") t -= 3;
  while (t > start + 1 && !reading.mention_at(t - 1) &&
         (is_honour_title(reading.text(t - 1)) || reading.text(t - 1) == ","))
    --t;
  if (t == start) return nullptr;
  const Mention* mention = name_ending_at(reading, t - 1);
  if (is_person(reading, mention)) return mention;
  if (!mention || mention->first < start + 2 || reading.text(mention->first - 1) != "of") return nullptr;
  const Mention* named = name_ending_at(reading, mention->first - 2);
  return is_person(reading, named) ? named : nullptr;
}

// The person whose brackets a date stands in, up to `most` tokens behind the opening one.
const Mention* person_before(const Reading& reading, const DateMention& date, TokenIndex& bracket) {
  constexpr TokenIndex most = 40;
  const TokenIndex start = reading.sentence(date.first).first;
  TokenIndex t = date.first;
  for (TokenIndex steps = 0; t > start && steps < most; ++steps) {
    --t;
    const std::string_view text = reading.text(t);
    if (text == ")") return nullptr;
    if (text != "(") continue;
    bracket = t;
    return person_in_front(reading, bracket, start);
  }
  return nullptr;
}

Telling life_event(EventType type, const Mention& person, const DateMention& date, const PartialDate& day) {
  Telling telling;
  telling.trigger = {type, Strength::strong, date.first, true, no_entity, date.span};
  telling.clause = date.first;
  telling.participants.emplace_back(person.entity, Role::target);
  telling.date = to_edtf(day);
  telling.evidence = {person.span.begin, date.span.end};
  telling.confidence = 0.9f * (0.5f + 0.5f * person.confidence);
  return telling;
}

// A verb, or its short form with its stop apart from it or not.
bool says(const Reading& reading, TokenIndex first, TokenIndex last, std::string_view verb,
          std::string_view form, std::string_view letter) {
  for (TokenIndex t = first; t < last; ++t) {
    const std::string_view text = reading.text(t);
    if (text == verb || text == form || (text == letter && reading.text(t + 1) == ".")) return true;
  }
  return false;
}

bool is_dash(std::string_view text) {
  return text == "-" || text == "\xE2\x80\x93" || text == "\xE2\x80\x94";
}
// Between a date and the next, or the closing bracket, there is a dash: "(31 October 1950 in L – …"
bool leads_to_dash(const Reading& reading, const DateMention& date) {
  constexpr TokenIndex reach = 40;
  const TokenIndex last = std::min(reading.sentence(date.first).last, date.last + reach);
  for (TokenIndex t = date.last; t < last && reading.text(t) != ")"; ++t) {
    if (is_dash(reading.text(t))) return true;
    if (reading.text(t) == ";" || reading.token(t).upos == Upos::VERB) return false;
  }
  return false;
}
bool follows_dash(const Reading& reading, const DateMention& date) {
  return date.first > 0 && is_dash(reading.text(date.first - 1));
}

// "in L" right behind the date
void add_place_behind(const Reading& reading, const DateMention& date, Telling& telling) {
  if (date.last + 1 >= reading.sentence(date.first).last) return;
  const std::string_view word = reading.text(date.last);
  const TokenIndex t = word == "in" || word == "at" || word == "," ? date.last + 1 : date.last;
  const Mention* mention = name_ending_at(reading, t);
  if (mention && reading.type_of(mention->entity) == EntityType::place)
    telling.places.push_back(mention->entity);
}

}  // namespace

std::vector<Telling> find_life_dates(const Reading& reading) {
  std::vector<Telling> tellings;
  for (const DateMention& date : reading.dates) {
    TokenIndex bracket = 0;
    const Mention* person = person_before(reading, date, bracket);
    const auto range = person ? parse_edtf(date.edtf) : std::nullopt;
    if (!range || range->first.precision < Precision::year || range->open) continue;
    const auto add = [&](EventType type, const PartialDate& day) {
      tellings.push_back(life_event(type, *person, date, day));
      if (!range->last) add_place_behind(reading, date, tellings.back());
    };
    if (range->last) {
      add(EventType::birth, range->first);
      add(EventType::death, *range->last);
    } else if (says(reading, bracket, date.first, "died", "d.", "d") ||
               (follows_dash(reading, date) && !tellings.empty())) {
      add(EventType::death, range->first);
    } else if (says(reading, bracket, date.first, "born", "b.", "b") || leads_to_dash(reading, date)) {
      add(EventType::birth, range->first);
    }
  }
  return tellings;
}

}  // namespace attest::extract
