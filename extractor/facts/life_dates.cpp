#include <attest/extractor/edtf.hpp>
#include <attest/extractor/facts/events.hpp>

namespace attest::extract {
namespace {

// The mention of a person that an opening bracket follows, up to `most` tokens before the date.
const Mention* person_before(const Reading& reading, const DateMention& date, TokenIndex& bracket) {
  constexpr TokenIndex most = 30;
  const TokenIndex start = reading.sentence(date.first).first;
  TokenIndex t = date.first;
  for (TokenIndex steps = 0; t > start && steps < most; ++steps) {
    --t;
    const std::string_view text = reading.text(t);
    if (text == ")") return nullptr;
    if (text != "(") continue;
    bracket = t;
    if (t == start) return nullptr;
    const Mention* mention = reading.mention_at(t - 1);
    const bool person = mention && mention->entity != no_entity && mention->kind == MentionKind::name &&
                        reading.type_of(mention->entity) == EntityType::person;
    return person ? mention : nullptr;
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

bool says(const Reading& reading, TokenIndex first, TokenIndex last, std::string_view a, std::string_view b) {
  for (TokenIndex t = first; t < last; ++t)
    if (reading.text(t) == a || reading.text(t) == b) return true;
  return false;
}

bool is_dash(std::string_view text) {
  return text == "-" || text == "\xE2\x80\x93" || text == "\xE2\x80\x94";
}
bool follows_dash(const Reading& reading, const DateMention& date) {
  return date.first > 0 && is_dash(reading.text(date.first - 1));
}
bool leads_to_dash(const Reading& reading, const DateMention& date) {
  return date.last < reading.document.tokens.size() && is_dash(reading.text(date.last));
}

}  // namespace

std::vector<Telling> find_life_dates(const Reading& reading) {
  std::vector<Telling> tellings;
  for (const DateMention& date : reading.dates) {
    TokenIndex bracket = 0;
    const Mention* person = person_before(reading, date, bracket);
    const auto range = person ? parse_edtf(date.edtf) : std::nullopt;
    if (!range || range->first.precision < Precision::year || range->open) continue;
    if (range->last) {
      tellings.push_back(life_event(EventType::birth, *person, date, range->first));
      tellings.push_back(life_event(EventType::death, *person, date, *range->last));
    } else if (says(reading, bracket, date.first, "died", "d.") ||
               (follows_dash(reading, date) && !tellings.empty())) {
      tellings.push_back(life_event(EventType::death, *person, date, range->first));
    } else if (says(reading, bracket, date.first, "born", "b.") || leads_to_dash(reading, date)) {
      tellings.push_back(life_event(EventType::birth, *person, date, range->first));
    }
  }
  return tellings;
}

}  // namespace attest::extract
