#include <attest/extractor/facts/acting_countries.hpp>

#include <algorithm>
#include <optional>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

// "Norway's army", "Norway signed", "Norway delegates": not "in Norway".
bool acts(const Reading& reading, const Mention& mention) {
  const bool owns = mention.last < reading.sentence(mention.head).last &&
                    (reading.text(mention.last) == "'s" || reading.text(mention.last) == "\xE2\x80\x99s" ||
                     reading.text(mention.last) == "'");
  Deprel relation = reading.token(mention.head).relation;
  if (const auto first = reading.syntax.head(mention.head); first && relation == Deprel::conj)
    relation = reading.token(*first).relation;
  return owns || relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::compound;
}

// "a Norwegian newspaper", "a Norwegian town": what is told there may be anybody's.
bool tells_of_media_or_site(const Reading& reading, TokenIndex adjective) {
  constexpr std::string_view nouns[] = {"newspaper", "daily", "magazine", "television", "media",   "news",
                                        "radio",     "paper", "colony",   "city",       "capital", "town",
                                        "border",    "coast", "embassy",  "language",   "descent"};
  return adjective + 1 < reading.sentence(adjective).last &&
         is_one_of(reading.token(adjective + 1).lemma, nouns);
}

struct Office {
  std::string lemma;
  EntityIndex holder = no_entity;
};

// "president" and P of "'s president P" behind a country's name or adjective, modifiers between.
std::optional<Office> office_behind(const Reading& reading, TokenIndex t) {
  constexpr TokenIndex longest = 6;
  const TokenIndex end = std::min(reading.sentence(t).last, t + longest);
  ++t;
  while (t < end && !reading.mention_at(t) &&
         (reading.token(t).upos == Upos::NOUN || reading.token(t).upos == Upos::PROPN ||
          reading.token(t).upos == Upos::ADJ || reading.token(t).upos == Upos::PART))
    ++t;
  if (t >= end || reading.syntax.word(t - 1).noun_role != NounRole::office) return std::nullopt;
  const EntityIndex holder = reading.actor_at(t);
  if (holder == no_entity || reading.type_of(holder) != EntityType::person) return std::nullopt;
  return Office{lower_case(reading.token(t - 1).lemma), holder};
}

}  // namespace

ActingCountries::ActingCountries(const Reading& reading, const Demonyms& demonyms) : reading_(reading) {
  constexpr std::string_view american[] = {"Washington", "White House", "Oval Office", "Capitol Hill"};
  const EntityIndex america = demonyms.place_called("United States");
  for (TokenIndex t = 0; t < reading.document.tokens.size(); ++t) {
    if (const Mention* mention = reading.mention_at(t)) {
      const bool country = mention->head == t && mention->kind == MentionKind::name &&
                           mention->entity != no_entity &&
                           reading.entities.entities[mention->entity].kind == "country";
      if (country && acts(reading, *mention)) tell(mention->last - 1, mention->entity);
      const bool site = mention->head == t && mention->entity != no_entity &&
                        is_one_of(reading.entities.entities[mention->entity].name, american);
      if (site) tell(mention->last - 1, america);
    } else if (is_demonym(reading.text(t)) && !tells_of_media_or_site(reading, t)) {
      tell(t, demonyms.place_of(reading.text(t)));
    }
  }
}

void ActingCountries::tell(TokenIndex at, EntityIndex country) {
  const auto office = office_behind(reading_, at);
  tellings_.push_back({at, country, office ? office->holder : no_entity});
  if (office && country != no_entity) held_[{country, office->lemma}].push_back(office->holder);
}

EntityIndex ActingCountries::before(TokenIndex office, EntityIndex holder) const {
  constexpr TokenIndex reach = 100;
  constexpr std::uint32_t sentences = 3;  // before the office's own
  const std::string lemma = lower_case(reading_.token(office).lemma);
  const std::uint32_t last = reading_.syntax.sentence_of(office);
  EntityIndex found = no_entity;
  std::uint32_t where = last;  // the sentence that tells of `found`
  auto telling = std::lower_bound(tellings_.begin(), tellings_.end(), office,
                                  [](const Telling& one, TokenIndex at) { return one.at < at; });
  while (telling != tellings_.begin() && office - (--telling)->at < reach) {
    const std::uint32_t sentence = reading_.syntax.sentence_of(telling->at);
    if (last - sentence > sentences || (found != no_entity && sentence != where)) break;
    if (telling->country == no_entity) return no_entity;
    if ((telling->holder != no_entity && telling->holder != holder) ||
        is_taken(telling->country, lemma, holder))
      continue;
    if (found != no_entity && found != telling->country) return no_entity;
    found = telling->country;
    where = sentence;
  }
  return found;
}

// "the Norwegian president Q" elsewhere.
bool ActingCountries::is_taken(EntityIndex country, const std::string& office, EntityIndex holder) const {
  const auto holders = held_.find({country, office});
  return holders != held_.end() && std::any_of(holders->second.begin(), holders->second.end(),
                                               [&](EntityIndex one) { return one != holder; });
}

}  // namespace attest::extract
