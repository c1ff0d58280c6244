#include <attest/extractor/facts/focus.hpp>

#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/place_references.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr std::string_view of_body[] = {
    "spokesman", "spokeswoman",   "spokesperson", "chairman",    "chairwoman",   "chairperson", "ceo",
    "executive", "administrator", "cfo",          "coo",         "officer",      "manager",     "treasurer",
    "founder",   "co-founder",    "co-chair",     "co-chairman", "vice-chairman"};
constexpr std::string_view of_state[] = {"president",      "minister",  "premier",
                                         "chancellor",     "secretary", "undersecretary",
                                         "vice-president", "ombudsman", "ombudswoman"};

// Spoken of more often than all others of its kind together, and not once or twice; the only one of its kind
// at least `least_alone` times. `times`: by entity.
template <class Predicate>
EntityIndex in_focus(const Reading& reading, const std::vector<std::size_t>& times, std::size_t least_alone,
                     const Predicate& is_one) {
  constexpr std::size_t least = 3;
  std::size_t all = 0, most = 0;
  EntityIndex best = no_entity;
  for (EntityIndex e = 0; e < times.size(); ++e) {
    if (!is_one(reading.entities.entities[e])) continue;
    all += times[e];
    if (times[e] > most) most = times[e], best = e;
  }
  return (most >= least && 2 * most > all) || (most >= least_alone && most == all) ? best : no_entity;
}

std::vector<std::size_t> count_mentions(const Reading& reading) {
  std::vector<std::size_t> times;
  for (const Entity& entity : reading.entities.entities) times.push_back(entity.mentions.size());
  return times;
}
// Of "Norwegian" for Norway.
void count_nationalities(const Reading& reading, const Demonyms& demonyms, std::vector<std::size_t>& times) {
  for (TokenIndex t = 0; t < reading.document.tokens.size(); ++t)
    if (reading.mention_at(t) == nullptr)
      if (const EntityIndex country = demonyms.place_of(reading.text(t)); country != no_entity)
        ++times[country];
}
bool is_country(const Entity& entity) {
  return entity.type == EntityType::place && entity.kind == "country";
}

// "died in Norway": where it happened, not who acts.
bool is_where(const Reading& reading, TokenIndex t) {
  const Mention* mention = reading.mention_at(t);
  if (!mention || mention->first == reading.sentence(t).first) return false;
  const std::string_view before = reading.text(mention->first - 1);
  return before == "in" || before == "from";
}

// The one country that a report begins with: "Norway's parliament on Monday …"; none where another is told of
// often.
EntityIndex lead_country(const Reading& reading, const Demonyms& demonyms,
                         const std::vector<std::size_t>& times) {
  constexpr std::size_t sentences = 2, tokens = 100, often = 3;
  EntityIndex found = no_entity;
  const auto& all = reading.document.sentences;
  if (all.empty()) return no_entity;
  const TokenIndex end = std::min<TokenIndex>(all[std::min(sentences, all.size()) - 1].last, tokens);
  for (TokenIndex t = 0; t < end; ++t) {
    EntityIndex country = reading.actor_at(t);
    if (country == no_entity) country = demonyms.place_of(reading.text(t));
    if (country == no_entity || !is_country(reading.entities.entities[country]) || is_where(reading, t))
      continue;
    if (found != no_entity && found != country) return no_entity;
    found = country;
  }
  for (EntityIndex e = 0; e < times.size(); ++e)
    if (e != found && times[e] >= often && is_country(reading.entities.entities[e])) return no_entity;
  return found;
}

// A country beside others, "from A, B and C": where something is from, not whom the text is about.
bool is_listed(const Reading& reading, const Mention& mention) {
  const Sentence& sentence = reading.sentence(mention.first);
  const auto names_country = [&](TokenIndex t) {
    const EntityIndex other = reading.actor_at(t);
    return other != no_entity && other != mention.entity && is_country(reading.entities.entities[other]);
  };
  const auto joins = [&](TokenIndex t) { return reading.text(t) == "," || reading.text(t) == "and"; };
  TokenIndex before = mention.first, after = mention.last;
  while (before > sentence.first && joins(before - 1)) --before;
  while (after < sentence.last && joins(after)) ++after;
  return (before < mention.first && before > sentence.first && names_country(before - 1)) ||
         (after > mention.last && after < sentence.last && names_country(after));
}
// The country that a body is named after: "Norwegian Central Bank", "UK Treasury".
EntityIndex country_of_body(const Reading& reading, const Demonyms& demonyms, const Mention& mention) {
  std::string words;
  for (TokenIndex t = mention.first; t < std::min(mention.last, mention.first + 3); ++t) {
    words += (words.empty() ? "" : " ") + std::string(reading.text(t));
    const EntityIndex country = demonyms.place_of(words);
    if (country != no_entity) return country;
    if (const EntityIndex named = demonyms.place_called(words); named != no_entity) return named;
  }
  return no_entity;
}
// How often each country is told of as one that acts: its name outside of lists, its adjective, its bodies.
std::vector<std::size_t> count_countries(const Reading& reading, const Demonyms& demonyms) {
  std::vector<std::size_t> times(reading.entities.entities.size());
  count_nationalities(reading, demonyms, times);
  for (const Mention& mention : reading.entities.mentions) {
    if (mention.entity == no_entity || mention.kind != MentionKind::name) continue;
    const Entity& entity = reading.entities.entities[mention.entity];
    if (is_country(entity) && !is_listed(reading, mention)) ++times[mention.entity];
    if (entity.type != EntityType::organization) continue;
    if (const EntityIndex country = country_of_body(reading, demonyms, mention); country != no_entity)
      ++times[country];
  }
  return times;
}

// A report that begins with a country that it never names but by adjective, "Kenyan troops …".
bool begins_elsewhere(const Reading& reading, const Demonyms& demonyms) {
  if (reading.document.sentences.empty()) return false;
  constexpr TokenIndex longest = 60;
  const TokenIndex end = std::min(reading.document.sentences.front().last, longest);
  for (TokenIndex t = 0; t < end; ++t) {
    const EntityIndex named = reading.actor_at(t);
    if (named != no_entity && is_country(reading.entities.entities[named])) return false;
    if (is_demonym(reading.text(t))) return demonyms.place_of(reading.text(t)) == no_entity;
  }
  return false;
}

bool is_central_bank(const Entity& entity) {
  if (entity.type != EntityType::organization) return false;
  const std::string name = lower_case(entity.name);
  constexpr std::string_view parts[] = {"bank of ", "central bank", "national bank", "reserve bank"};
  return std::any_of(std::begin(parts), std::end(parts),
                     [&](std::string_view part) { return name.find(part) != std::string::npos; });
}

bool is_subject(Deprel relation) {
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
}

}  // namespace

OfficeFocus::OfficeFocus(const Reading& reading, const Demonyms& demonyms)
    : reading_(reading), acting_(reading, demonyms), america_(demonyms.place_called("United States")) {
  std::vector<std::size_t> times = count_mentions(reading);
  country_ = in_focus(reading, times, 2, is_country);
  body_ = in_focus(reading, times, 2, [](const Entity& e) { return e.type == EntityType::organization; });
  count_nationalities(reading, demonyms, times);
  nation_ = in_focus(reading, times, 1, is_country);
  const EntityIndex lead =
      country_ == no_entity || nation_ == no_entity ? lead_country(reading, demonyms, times) : no_entity;
  if (country_ == no_entity) country_ = lead;
  if (nation_ == no_entity) nation_ = lead;
  if (nation_ == no_entity) nation_ = in_focus(reading, count_countries(reading, demonyms), 2, is_country);
  constexpr std::size_t often = 3;
  if (nation_ != no_entity && times[nation_] < often && begins_elsewhere(reading, demonyms))
    country_ = nation_ = no_entity;
}

// "OSLO (Reuters) - …": the agency that reports.
bool OfficeFocus::is_bracketed(const Mention& mention) const {
  return mention.first > reading_.sentence(mention.first).first && reading_.text(mention.first - 1) == "(";
}

// The last name of the sentences before that fits, the nearest first.
template <class Predicate>
std::optional<Bound> OfficeFocus::last_before(TokenIndex t, const Predicate& fits) const {
  constexpr TokenIndex reach = 200;  // tokens; keeps huge sentences linear
  const std::uint32_t sentence = reading_.syntax.sentence_of(t);
  const TokenIndex begin = std::max(reading_.document.sentences[sentence >= 2 ? sentence - 2 : 0].first,
                                    t > reach ? t - reach : 0);
  for (TokenIndex i = t; i > begin; --i) {
    const Mention* mention = reading_.mention_at(i - 1);
    if (mention && mention->head == i - 1 && mention->entity != no_entity && !is_bracketed(*mention) &&
        fits(reading_.entities.entities[mention->entity], i - 1))
      return Bound{mention->entity, i - 1, "", false, 0.55f};
  }
  return std::nullopt;
}

// A subject, or the owner of one: "shares of O fell", "O's profit fell".
bool OfficeFocus::speaks_of(TokenIndex head) const {
  const Deprel relation = reading_.token(head).relation;
  if (is_subject(relation)) return true;
  const bool owns = relation == Deprel::nmod || relation == Deprel::nmod_poss || relation == Deprel::compound;
  const auto owned = owns ? reading_.syntax.head(head) : std::nullopt;
  return owned && reading_.actor_at(*owned) == no_entity && is_subject(reading_.token(*owned).relation) &&
         (relation != Deprel::nmod || reading_.syntax.preposition(head) == "of");
}

std::optional<Bound> OfficeFocus::body_before(TokenIndex t) const {
  const auto subject = last_before(t, [&](const Entity& entity, TokenIndex head) {
    return entity.type == EntityType::organization && speaks_of(head);
  });
  if (subject || body_ == no_entity) return subject;
  return Bound{body_, t, "", false, 0.5f};
}

// "At O's briefing, spokesman P said": named in the same sentence.
std::optional<Bound> OfficeFocus::body_in_clause(TokenIndex t) const {
  constexpr TokenIndex reach = 15;
  const TokenIndex begin = std::max(reading_.sentence(t).first, t > reach ? t - reach : 0);
  for (TokenIndex i = t; i > begin; --i) {
    const EntityIndex body = reading_.actor_at(i - 1);
    if (reading_.is_type(body, EntityType::organization) &&
        reading_.mention_at(i - 1)->kind == MentionKind::name)
      return Bound{body, i - 1, "", false, 0.55f};
  }
  return std::nullopt;
}

// "LEEDS (Reuters) - …", "RENO, Nev. — …": whose mayor a report names without more.
std::optional<Bound> OfficeFocus::dateline_town(TokenIndex t) const {
  const EntityIndex town = dateline_place(reading_);
  if (town == no_entity) return std::nullopt;
  const std::string& kind = reading_.entities.entities[town].kind;
  if (kind == "country" || kind == "region") return std::nullopt;
  return Bound{town, t, "", false, 0.5f};
}

std::optional<Bound> OfficeFocus::governed(TokenIndex t) const {
  const bool mayor = reading_.token(t).lemma == "mayor" || lower_case(reading_.text(t)) == "mayor";
  if (mayor) {
    auto town = last_before(t, [](const Entity& entity, TokenIndex) {
      if (entity.type == EntityType::organization)
        return entity.name.starts_with("City of") || entity.name.starts_with("Municipality");
      return entity.type == EntityType::place &&
             (entity.kind == "city" || entity.kind == "town" || entity.kind == "village");
    });
    if (!town && t > 0 && (reading_.text(t - 1) == "city" || reading_.text(t - 1) == "town"))
      town = last_before(t, [](const Entity& entity, TokenIndex) {
        return entity.type == EntityType::place && entity.kind.empty();
      });
    return town ? town : dateline_town(t);
  }
  const auto bank = last_before(t, [](const Entity& entity, TokenIndex) { return is_central_bank(entity); });
  if (bank) return bank;
  return last_before(t, [](const Entity& entity, TokenIndex) {
    return entity.type == EntityType::place && entity.kind == "region";
  });
}

// "the committee's chairman": of a body whose name has the noun.
std::optional<Bound> OfficeFocus::body_called(TokenIndex office) const {
  const auto noun = reading_.syntax.child(office, Deprel::nmod_poss);
  if (!noun) return std::nullopt;
  const std::string kind = lower_case(reading_.text(*noun));
  return last_before(office, [&](const Entity& entity, TokenIndex) {
    return entity.type == EntityType::organization && lower_case(entity.name).find(kind) != std::string::npos;
  });
}
bool OfficeFocus::is_of_other_kind(TokenIndex t) const {
  const auto noun = reading_.syntax.child(t, Deprel::nmod_poss);
  return noun && reading_.token(*noun).upos == Upos::NOUN && !is_of_something(t);
}

// "its chairman", "the bank's chairman": of the body in focus, where nothing better is known.
bool OfficeFocus::is_of_something(TokenIndex t) const {
  for (TokenIndex c : reading_.syntax.children(t)) {
    if (reading_.token(c).relation != Deprel::nmod_poss) continue;
    const std::string word = lower_case(reading_.text(c));
    constexpr std::string_view bodies[] = {"company",      "firm",         "bank",    "group",
                                           "agency",       "club",         "union",   "association",
                                           "corporation",  "lender",       "charity", "foundation",
                                           "organization", "organisation", "airline"};
    if (word == "its" || is_one_of(word, bodies)) return true;
  }
  return false;
}

// "the country's president"
bool OfficeFocus::is_of_country(TokenIndex t) const {
  for (TokenIndex c : reading_.syntax.children(t))
    if (reading_.token(c).relation == Deprel::nmod_poss &&
        (reading_.token(c).lemma == "country" || reading_.token(c).lemma == "nation"))
      return true;
  return false;
}

// "chief executive", "finance director", "vice president", "president and chief executive": offices that
// companies have.
bool OfficeFocus::is_of_company(TokenIndex t, std::string_view lemma) const {
  if (is_one_of(lemma, of_body)) return true;
  const Sentence& sentence = reading_.sentence(t);
  const std::string before = t > sentence.first ? lower_case(reading_.text(t - 1)) : std::string();
  if (lemma == "director") {
    constexpr std::string_view fields[] = {
        "finance",   "managing",   "executive", "marketing",      "technical", "sales",      "operations",
        "financial", "commercial", "general",   "communications", "mission",   "project",    "flight",
        "programme", "program",    "medical",   "research",       "security",  "scientific", "deputy"};
    return is_one_of(before, fields);
  }
  if (lemma == "chief") return before == "finance" || before == "operations" || before == "technology";
  if (lemma != "president" || reading_.text(t)[0] != 'p') return false;
  const bool joined = t + 2 < sentence.last && reading_.text(t + 1) == "and" &&
                      (reading_.text(t + 2) == "chief" || lower_case(reading_.text(t + 2)) == "ceo");
  return before == "vice" || joined;
}

// The name behind "Minister P", "Minister of Education P", where capitals make the noun a title: what is left
// out is the state.
const Mention* OfficeFocus::titled(TokenIndex t) const {
  const TokenIndex end = std::min(reading_.sentence(t).last, t + 6);
  if (reading_.text(t) == lower_case(reading_.text(t))) return nullptr;
  for (TokenIndex i = t + 1; i < end; ++i) {
    const Mention* mention = reading_.mention_at(i);
    if (mention && mention->kind == MentionKind::name) return mention->first == i ? mention : nullptr;
    const Upos upos = reading_.token(i).upos;
    if (upos != Upos::ADP && upos != Upos::PROPN && upos != Upos::CCONJ && upos != Upos::NOUN) return nullptr;
  }
  return nullptr;
}

// "P's spokesman", "his deputy": of the person's office.
bool OfficeFocus::serves_person(TokenIndex t) const {
  for (TokenIndex c : reading_.syntax.children(t)) {
    if (reading_.token(c).relation != Deprel::nmod_poss) continue;
    const EntityIndex who = reading_.actor_at(c);
    if (reading_.is_type(who, EntityType::person)) return true;
  }
  return false;
}

// "minister of the separatist regime": of a body without a name; not "of the interior".
bool OfficeFocus::is_of_unnamed(TokenIndex t) const {
  constexpr std::string_view portfolios[] = {"interior", "economy", "environment", "treasury",
                                             "exterior", "sea",     "exchequer",   "state",
                                             "affair",   "country", "nation"};
  for (TokenIndex c : reading_.syntax.children(t)) {
    const bool of = reading_.token(c).relation == Deprel::nmod && reading_.syntax.preposition(c) == "of";
    if (of && reading_.token(c).upos == Upos::NOUN && reading_.actor_at(c) == no_entity &&
        reading_.syntax.child(c, Deprel::det) && !is_one_of(reading_.token(c).lemma, portfolios))
      return true;
  }
  return false;
}

// "army chief", "government spokesman", "parliament speaker", "attorney general", "chief justice"
bool OfficeFocus::leads_state_body(TokenIndex t, std::string_view lemma) const {
  constexpr std::string_view bodies[] = {"army",         "military",   "navy",         "naval",
                                         "government",   "parliament", "presidential", "assembly",
                                         "intelligence", "cabinet"};
  constexpr std::string_view heads[] = {"chief",       "commander",    "speaker", "spokesman",
                                        "spokeswoman", "spokesperson", "head",    "leader"};
  if (t == reading_.sentence(t).first || reading_.syntax.child(t, Deprel::nmod_poss)) return false;
  const std::string before = lower_case(reading_.text(t - 1));
  if (lemma == "general") return before == "attorney" || before == "prosecutor" || before == "solicitor";
  if (lemma == "justice") return before == "chief";
  return is_one_of(lemma, heads) && is_one_of(before, bodies);
}

// "Vantage CEO P" where Vantage was not seen to be a name.
bool OfficeFocus::has_unknown_owner(TokenIndex t, std::string_view lemma) const {
  constexpr std::string_view offices[] = {"ceo",         "cfo",          "coo",     "spokesman",
                                          "spokeswoman", "spokesperson", "founder", "co-founder"};
  constexpr std::string_view titles[] = {"chief", "vice", "deputy", "acting", "senior", "company", "group"};
  if (!is_one_of(lemma, offices) || t == reading_.sentence(t).first) return false;
  return reading_.token(t - 1).upos == Upos::PROPN && !reading_.mention_at(t - 1) &&
         !is_one_of(lower_case(reading_.text(t - 1)), titles);
}

// "P returned to Norway as adviser to President Q"
bool OfficeFocus::told_in_sentence(EntityIndex country, TokenIndex t) const {
  if (country == no_entity) return false;
  constexpr TokenIndex reach = 40;
  const TokenIndex begin = std::max(reading_.sentence(t).first, t > reach ? t - reach : 0);
  for (TokenIndex i = begin; i < t; ++i)
    if (reading_.actor_at(i) == country) return true;
  return false;
}

std::optional<Bound> OfficeFocus::owner_of(TokenIndex office) const {
  const std::string lemma = lower_case(reading_.token(office).lemma);
  if (serves_person(office) || has_unknown_owner(office, lemma)) return std::nullopt;
  for (TokenIndex t = phrase_start(reading_, office); t < office; ++t)
    if (is_demonym(reading_.text(t))) return std::nullopt;  // of a country that the document does not name
  if (is_of_country(office) && nation_ != no_entity) return Bound{nation_, office, "", false, 0.6f};
  if (leads_state_body(office, lemma))
    return nation_ == no_entity ? std::nullopt : std::optional(Bound{nation_, office, "", false, 0.5f});
  if (is_of_something(office) || is_of_company(office, lemma)) {
    if (is_of_other_kind(office)) return body_called(office);
    if (lemma.starts_with("spokes"))
      if (const auto body = body_in_clause(office)) return body;
    return body_before(office);
  }
  if (lemma == "mayor" || (lemma == "governor" && titled(office))) return governed(office);
  if (!is_one_of(lemma, of_state) || is_of_unnamed(office)) return std::nullopt;
  const bool minister =
      lemma == "undersecretary" || lemma == "minister" || lemma == "premier" || lemma.starts_with("ombuds");
  const EntityIndex state =
      minister || (country_ == no_entity && told_in_sentence(nation_, office)) ? nation_ : country_;
  if (state == no_entity || !(minister || titled(office)) || is_american(office, lemma)) return std::nullopt;
  return Bound{state, office, "", false, 0.5f};
}

// "President Berg" by surname alone, or "Treasury Secretary Berg", where the United States are named.
bool OfficeFocus::is_american(TokenIndex office, std::string_view lemma) const {
  const Mention* name = titled(office);
  if (america_ == no_entity || !name || name->entity == no_entity) return false;
  if (lemma == "secretary") return !is_british(office);
  return lemma.ends_with("president") &&
         reading_.entities.entities[name->entity].name.find(' ') == std::string::npos;
}

// "President P of L"
bool OfficeFocus::is_followed_by_owner(const Mention& name) const {
  return name.last < reading_.sentence(name.first).last && reading_.text(name.last) == "of";
}

std::optional<Bound> OfficeFocus::likely_state_of(TokenIndex office) const {
  const std::string lemma = lower_case(reading_.token(office).lemma);
  const Mention* name = is_one_of(lemma, of_state) && !serves_person(office) ? titled(office) : nullptr;
  if (!name || name->entity == no_entity || is_followed_by_owner(*name) || is_of_unnamed(office))
    return std::nullopt;
  for (TokenIndex t = phrase_start(reading_, office); t < office; ++t)
    if (is_demonym(reading_.text(t))) return std::nullopt;
  const bool surname_alone = reading_.entities.entities[name->entity].name.find(' ') == std::string::npos;
  EntityIndex state = no_entity;
  if (lemma == "secretary" && is_american(office, lemma)) state = america_;
  if (lemma != "secretary" && !surname_alone) state = acting_.before(office, name->entity);
  if (state == no_entity) return std::nullopt;
  return Bound{state, office, "", false, 0.5f};
}

// "Home Secretary", "Press Secretary": not of an American department.
bool OfficeFocus::is_british(TokenIndex secretary) const {
  constexpr std::string_view fields[] = {"foreign", "home",    "general",   "press", "private", "defence",
                                         "shadow",  "cabinet", "permanent", "first", "party",   "colonial"};
  return secretary > 0 && is_one_of(lower_case(reading_.text(secretary - 1)), fields);
}

}  // namespace attest::extract
