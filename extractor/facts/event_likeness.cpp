#include <attest/extractor/facts/event_likeness.hpp>

#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/event_clues.hpp>
#include <attest/extractor/facts/word_list.hpp>

namespace attest::extract {
namespace {

struct Step {
  EventType type;
  int step;
  std::string_view words;
};

using enum EventType;
constexpr Step steps[] = {
    {appointment, 1, "nominate nomination"},
    {appointment, 2,
     "resign resignation retire retirement dismiss dismissal step sack oust ouster depose abdicate leave "
     "removal "
     "abdication quit fire overthrow topple discharge strip relieve expel suspend vacate remove lose"},
    {appointment, 3, "join enlist enter commission recruit draft conscript transfer"},
    {appointment, 4, "promote promotion knight"},
    {appointment, 5, "induct initiate ordain admit consecrate"},
    {trial, 1, "charge indict indictment arraignment"},
    {trial, 2, "convict sentence acquit verdict conviction acquittal find judgment judgement"},
    {trial, 3, "fine"},
    {trial, 4, "question quiz interrogate"},
    {trial, 5, "extradite extradition"},
    {deployment, 1, "launch lift blast liftoff"},
    {deployment, 2, "land touch dock splash enter reach splashdown"},
    {deployment, 3, "withdraw withdrawal pull pullout pull-out leave depart departure undock return"},
    {legislation, 1, "repeal revoke rescind annul lift lifting suspend abrogate"},
    {displacement, 1, "return repatriate resettle repatriation resettlement"},
    {arrest, 1, "kidnap abduct kidnapping abduction"},
};

}  // namespace

int step_of(EventType type, std::string_view lemma) {
  for (const Step& step : steps)
    if (step.type == type && has_word(step.words, lemma)) return step.step;
  return 0;
}

std::string office_told(const Reading& reading, TokenIndex trigger) {
  const Syntax& syntax = reading.syntax;
  const EventClues clues(reading);
  if (!syntax.is_verb(trigger))
    return clues.names_office(trigger) ? lower_case(reading.token(trigger).lemma) : std::string();
  for (TokenIndex c : syntax.children(trigger)) {
    const Deprel relation = reading.token(c).relation;
    const bool as = relation == Deprel::obl && syntax.preposition(c) == "as";
    const bool made = relation == Deprel::xcomp || relation == Deprel::obj;
    if (c > trigger && (as || made) && clues.names_office(c) && reading.actor_at(c) == no_entity)
      return lower_case(reading.token(c).lemma);
  }
  return {};
}

std::vector<std::string_view> counts_told(const Reading& reading, TokenIndex trigger) {
  const Syntax& syntax = reading.syntax;
  std::vector<std::string_view> counts;
  const auto add_of = [&](TokenIndex noun) {
    for (TokenIndex c : syntax.children(noun)) {
      const std::string_view text = reading.text(c);
      const bool number = reading.token(c).relation == Deprel::nummod || reading.token(c).upos == Upos::NUM;
      if (number && text.size() > 1 && text[0] >= '0' && text[0] <= '9') counts.push_back(text);
    }
    const std::string_view own = reading.text(noun);  // "killing 107"
    if (own.size() > 1 && own[0] >= '0' && own[0] <= '9') counts.push_back(own);
  };
  if (!syntax.is_verb(trigger)) {
    for (TokenIndex c : syntax.children(trigger))
      if (syntax.preposition(c) == "of") add_of(c);
    return counts;
  }
  if (const auto patient = syntax.patient(trigger)) add_of(*patient);
  if (const auto agent = syntax.agent(trigger)) add_of(*agent);
  return counts;
}

std::string name_of_law(const Reading& reading, TokenIndex trigger) {
  std::string name;
  if (reading.text(trigger) != "Act") return name;
  const TokenIndex first = reading.sentence(trigger).first;
  for (TokenIndex t = trigger; t > first; --t) {
    const std::string_view word = reading.text(t - 1);
    if (word.front() < 'A' || word.front() > 'Z') break;
    name = std::string(word) + " " + name;
  }
  return name;
}

}  // namespace attest::extract
