#include <attest/extractor/facts/lexicon.hpp>
#include <attest/extractor/facts/speakers.hpp>

#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr std::string_view documents[] = {
    "report",        "statement",  "letter",      "paper",     "study",     "survey",       "review",
    "analysis",      "article",    "editorial",   "column",    "book",      "memoir",       "autobiography",
    "diary",         "note",       "memo",        "message",   "post",      "tweet",        "blog",
    "release",       "communique", "communiqué",  "filing",    "complaint", "lawsuit",      "indictment",
    "resolution",    "decree",     "declaration", "manifesto", "website",   "site",         "page",
    "investigation", "inquiry",    "testimony",   "speech",    "interview", "announcement", "ruling",
    "verdict",       "document",   "email",       "telegram",  "account",   "poll",         "data",
    "figure",        "bulletin",   "biography",   "essay",     "broadcast"};
// Who speaks for the body they belong to, besides offices and members.
constexpr std::string_view members[] = {"analyst",      "economist",   "researcher", "scientist", "historian",
                                        "expert",       "astronomer",  "physician",  "doctor",    "engineer",
                                        "investigator", "prosecutor",  "lawyer",     "attorney",  "colleague",
                                        "scholar",      "commentator", "strategist", "executive", "insider"};
// Parts of a body that speak for it.
constexpr std::string_view groups[] = {"administration", "cabinet",    "board",   "branch",   "chapter",
                                       "commission",     "committee",  "council", "division", "executive",
                                       "leadership",     "management", "mission", "panel",    "section",
                                       "staff",          "subsidiary", "team",    "unit"};
constexpr std::string_view persons[] = {
    "man",     "woman",  "interlocutor", "author", "official", "politician", "writer",  "witness",
    "speaker", "expert", "lawmaker",     "mp",     "singer",   "actor",      "actress", "scientist",
    "artist",  "player", "activist",     "lawyer", "survivor", "boy",        "girl",    "star"};

// Who speaks for a person: "X's office".
constexpr std::string_view mouths[] = {"camp",      "campaign",    "lawyer",       "office",   "attorney",
                                       "spokesman", "spokeswoman", "spokesperson", "publicist"};
// Whoever spoke before goes on through them.
constexpr std::string_view voices[] = {"spokesman", "spokeswoman", "spokesperson"};

bool is_relative(std::string_view lemma) {
  return lemma == "who" || lemma == "which" || lemma == "that";
}
bool is_author(std::string_view preposition) {
  return preposition == "by" || preposition == "from" || preposition == "of";
}
// "the pontiff" is the pope, "the premier" the prime minister.
std::string rank_of(std::string_view office) {
  constexpr std::pair<std::string_view, std::string_view> other[] = {
      {"pontiff", "pope"},       {"premier", "minister"},    {"monarch", "king"},    {"lawmaker", "senator"},
      {"legislator", "senator"}, {"diplomat", "ambassador"}, {"envoy", "ambassador"}};
  const std::string lemma = lower_case(office);
  for (const auto& [name, rank] : other)
    if (lemma == name) return std::string(rank);
  return lemma;
}
bool is_home(std::string_view preposition) {
  return preposition == "at" || preposition == "from" || preposition == "of" || preposition == "with" ||
         preposition == "for" || preposition == "in";
}

}  // namespace

bool is_document_noun(std::string_view lemma) {
  return is_one_of(lemma, documents);
}

EntityIndex Speakers::at(TokenIndex who) const {
  const EntityIndex speaker = reading_.token(who).upos == Upos::PRON ? of_pronoun(who) : of_noun(who);
  if (speaker != no_entity || !together(who).empty()) return speaker;
  if (is_of_several(who)) return no_entity;
  const EntityIndex last = last_if_meant(who);
  return last != no_entity ? last : spoken_for(who);
}

void Speakers::note_subject(TokenIndex t) {
  const Deprel relation = reading_.token(t).relation;
  if (relation != Deprel::nsubj && relation != Deprel::nsubj_pass) return;
  const Mention* mention = reading_.mention_at(t);
  if (!mention || mention->entity == no_entity || mention->kind == MentionKind::pronoun) return;
  if (reading_.type_of(mention->entity) != EntityType::organization) return;
  body_ = mention->entity;
  body_block_ = reading_.block_of(t);
}

void Speakers::spoke(EntityIndex speaker, TokenIndex verb, TokenIndex as) {
  last_noun_ = reading_.token(as).upos == Upos::NOUN ? reading_.token(as).lemma : std::string();
  last_ = speaker;
  last_block_ = reading_.block_of(verb);
  if (is_person(speaker)) last_person_ = speaker;
}

void Speakers::issued(EntityIndex author, TokenIndex document) {
  author_ = author;
  document_ = document;
}

EntityIndex Speakers::of_pronoun(TokenIndex who) const {
  const std::string& lemma = reading_.token(who).lemma;
  if (is_relative(lemma))
    if (const auto noun = antecedent(who)) return of_antecedent(*noun);
  const EntityIndex named = reading_.actor_at(who);
  if (lemma == "they") return named != no_entity ? named : of_they(who);
  const bool one = lemma == "he" || lemma == "she";
  if (named != no_entity && one && (named_only_in_quotation(who, named) || named_in_passing(who, named)))
    return last_person_;
  return named;
}

// Of "X adopted a resolution on the harbour, which said" the tree may hang the clause on the harbour.
EntityIndex Speakers::of_antecedent(TokenIndex noun) const {
  const EntityIndex named = of_noun(noun);
  constexpr int most_steps = 4;
  for (int step = 0; step < most_steps && reading_.token(noun).relation == Deprel::nmod; ++step) {
    const auto head = syntax_.head(noun);
    if (!head) break;
    noun = *head;
    if (!is_document_noun(reading_.token(noun).lemma)) continue;
    const EntityIndex author = of_noun(noun);
    if (author != no_entity) return author;
  }
  return named;
}

// "US Secretary of State tweeted": who was last called so, where the title is more than one word.
EntityIndex Speakers::holder_before(TokenIndex noun) const {
  if (syntax_.word(noun).noun_role != NounRole::office) return no_entity;
  const std::string title = lower_case(title_of(reading_, noun));
  if (title.find(' ') == std::string::npos) return no_entity;
  const auto found = holders_.find(title);
  return found == holders_.end() ? no_entity : found->second;
}

void Speakers::note_office(TokenIndex noun) {
  if (syntax_.word(noun).noun_role != NounRole::office || !syntax_.is_noun(noun)) return;
  EntityIndex person = person_behind_office(reading_, noun);
  if (person == no_entity)
    if (const auto holders = holders_of(reading_, noun); !holders.empty()) person = holders[0].entity;
  if (!is_person(person)) return;
  holders_[lower_case(title_of(reading_, noun))] = person;
  ranks_[rank_of(reading_.token(noun).lemma)] = {person, reading_.block_of(noun)};
}

EntityIndex Speakers::of_noun(TokenIndex who) const {
  if (is_of_several(who)) return no_entity;
  if (const EntityIndex named = reading_.actor_at(who); named != no_entity) return named;
  if (const auto holders = holders_of(reading_, who); !holders.empty()) return holders[0].entity;
  if (const EntityIndex named = person_behind_office(reading_, who); named != no_entity) return named;
  if (const EntityIndex named = holder_before(who); named != no_entity) return named;
  if (const EntityIndex named = reading_.actor_of_phrase(who);
      named != no_entity && !only_lives_in(who, named))
    return named;
  if (const EntityIndex named = behind(who); named != no_entity) return named;
  if (const EntityIndex named = called(who); named != no_entity) return named;
  if (const EntityIndex named = example_of(who); named != no_entity) return named;
  return issuer(who);
}

// "a Bergen judge", "Norway's news agency": does not speak for the place.
bool Speakers::only_lives_in(TokenIndex who, EntityIndex place) const {
  constexpr std::string_view own_voices[] = {
      "analyst",    "archbishop", "attorney",      "bishop",  "broadcaster", "channel",  "club",
      "coach",      "columnist",  "correspondent", "curator", "daily",       "dean",     "economist",
      "editor",     "imam",       "judge",         "justice", "lawyer",      "lecturer", "magazine",
      "magistrate", "manager",    "newspaper",     "owner",   "pastor",      "press",    "priest",
      "principal",  "professor",  "rabbi",         "radio",   "solicitor",   "station",  "strategist",
      "television", "trainer",    "university"};
  if (reading_.type_of(place) != EntityType::place) return false;
  // "Norway's news agency" is no voice of the country.
  const bool news = who > 0 && syntax_.lemma_is(who, "agency") && syntax_.child(who, Deprel::nmod_poss) &&
                    syntax_.lemma_is(who - 1, "news");
  return news || is_one_of(reading_.token(who).lemma, own_voices);
}

// "the ministers": not the one who was named before.
bool Speakers::is_of_several(TokenIndex who) const {
  const Token& token = reading_.token(who);
  const bool office = syntax_.word(who).noun_role == NounRole::office && token.penn == Penn::NNS;
  if (!office || is_one_of(token.lemma, voices)) return false;
  const Mention* mention = reading_.mention_at(who);
  if (mention) return mention->kind == MentionKind::description && is_person(mention->entity);
  for (TokenIndex t = syntax_.left(who); t < who; ++t)
    if (reading_.actor_at(t) != no_entity) return false;
  return true;
}

// "the shipping group O", "the news agency, O,", "the O food program": the body that a phrase names.
EntityIndex Speakers::called(TokenIndex noun) const {
  const bool person = is_person_noun(reading_, noun) || is_document_noun(reading_.token(noun).lemma);
  for (TokenIndex c : syntax_.children(noun)) {
    const Deprel relation = reading_.token(c).relation;
    const bool part = relation == Deprel::appos || relation == Deprel::flat || relation == Deprel::compound;
    const Mention* mention = part ? reading_.mention_at(c) : nullptr;
    if (!mention || mention->kind != MentionKind::name || reading_.actor_at(c) == no_entity) continue;
    if (reading_.type_of(mention->entity) != EntityType::organization) continue;
    if (c < noun ? !person && relation == Deprel::compound : mention->first <= noun + 2)
      return mention->entity;
  }
  return no_entity;
}

// "sites such as O": the one that is named.
EntityIndex Speakers::example_of(TokenIndex noun) const {
  constexpr std::string_view examples[] = {"including", "like", "such"};
  for (TokenIndex c : syntax_.children(noun))
    if (c > noun + 1 && reading_.token(c).relation == Deprel::nmod &&
        is_one_of(syntax_.preposition(c), examples))
      if (const EntityIndex named = reading_.actor_at(c); named != no_entity) return named;
  return no_entity;
}

// Of "X adopted a resolution, which said" X speaks.
EntityIndex Speakers::issuer(TokenIndex document) const {
  constexpr std::string_view verbs[] = {"adopt", "deliver", "file",    "issue", "make",   "pass",
                                        "post",  "publish", "release", "send",  "submit", "write"};
  const Token& noun = reading_.token(document);
  const bool object = noun.relation == Deprel::obj || noun.relation == Deprel::obl;
  const auto verb = object && is_document_noun(noun.lemma) ? syntax_.head(document) : std::nullopt;
  if (!verb || *verb > document || !is_one_of(reading_.token(*verb).lemma, verbs) ||
      syntax_.is_passive(*verb))
    return no_entity;
  const auto subject = syntax_.subject(*verb);
  return subject && *subject < *verb ? at(*subject) : no_entity;
}

// "the report by O", "O's letter", "scientists at O", "O researchers"
EntityIndex Speakers::behind(TokenIndex noun) const {
  const std::string& lemma = reading_.token(noun).lemma;
  const NounRole role = syntax_.word(noun).noun_role;
  const bool document = is_document_noun(lemma);
  const bool part = is_one_of(lemma, members) || is_one_of(lemma, groups) || role == NounRole::office ||
                    role == NounRole::membership;
  if (!document && !part && !is_one_of(lemma, mouths)) return no_entity;
  for (TokenIndex c : syntax_.children(noun)) {
    const Deprel relation = reading_.token(c).relation;
    const bool modifier = relation == Deprel::compound || relation == Deprel::amod;
    const bool owner = relation == Deprel::nmod_poss;
    if (!modifier && !owner && relation != Deprel::nmod) continue;
    if (relation == Deprel::nmod &&
        !(document ? is_author(syntax_.preposition(c)) : is_home(syntax_.preposition(c))))
      continue;
    const EntityIndex named = reading_.actor_of_phrase(c);
    if (named == no_entity) continue;
    const bool own = (owner && (is_one_of(lemma, mouths) || is_one_of(lemma, groups))) ||
                     (relation == Deprel::nmod && is_one_of(lemma, voices));  // "a spokesman for P"
    const bool any = (document && (!modifier || of_state(noun))) || own;
    if (any || reading_.type_of(named) == EntityType::organization) return named;
  }
  return no_entity;
}

// "a U.S. military statement": of the state.
bool Speakers::of_state(TokenIndex document) const {
  constexpr std::string_view words[] = {"army", "embassy", "government", "military", "official"};
  for (TokenIndex c : syntax_.children(document))
    if (c < document && is_one_of(reading_.token(c).lemma, words)) return true;
  return false;
}

// "X, who said": the noun that the relative clause is of.
std::optional<TokenIndex> Speakers::antecedent(TokenIndex relative) const {
  if (const auto verb = syntax_.head(relative); verb && reading_.token(*verb).relation == Deprel::acl_relcl)
    if (const auto noun = syntax_.head(*verb); noun && *noun < relative) return noun;
  const TokenIndex first = reading_.sentence(relative).first;
  TokenIndex t = relative;
  if (t > first && reading_.text(t - 1) == ",") --t;
  if (t == first) return std::nullopt;
  if (const Mention* mention = reading_.mention_at(t - 1)) return mention->head;
  return syntax_.is_noun(t - 1) ? std::optional(t - 1) : std::nullopt;
}

// "O officials went to the station, where they said": the last subject that stands for a body.
EntityIndex Speakers::of_they(TokenIndex who) const {
  constexpr TokenIndex reach = 60;
  const TokenIndex first = reading_.sentence(who).first;
  if (who >= first + 2)  // "In L they say"
    if (const TokenIndex t = reading_.text(who - 1) == "," ? who - 2 : who - 1;
        reading_.actor_at(t) != no_entity)
      return reading_.actor_at(t);
  for (TokenIndex t = who; t > 0 && who - t < reach; --t) {
    const TokenIndex subject = t - 1;
    const Deprel relation = reading_.token(subject).relation;
    if (relation != Deprel::nsubj && relation != Deprel::nsubj_pass) continue;
    if (reading_.quotation_of[subject] >= 0 || reading_.token(subject).upos == Upos::PRON) continue;
    const EntityIndex named = of_noun(subject);
    if (named != no_entity && !is_person(named)) return named;
    if (named == no_entity && reading_.token(subject).penn == Penn::NNS) return no_entity;
  }
  return no_entity;
}

// Which words stand for several that were named together.
bool Speakers::stands_for_two(TokenIndex who) const {
  const std::string& lemma = reading_.token(who).lemma;
  if (lemma == "both" || lemma == "pair" || lemma == "couple" || lemma == "duo") return true;
  if (lemma == "two") return reading_.token(who).upos == Upos::NUM;
  for (TokenIndex c : syntax_.children(who))
    if (c < who && (syntax_.lemma_is(c, "both") || syntax_.lemma_is(c, "two"))) return true;
  return false;
}

// "A, B and C" behind whose last name the token stands: their heads.
std::vector<TokenIndex> Speakers::joined_names(TokenIndex last) const {
  std::vector<TokenIndex> names;
  for (TokenIndex t = last;;) {
    const Mention* mention = reading_.mention_at(t);
    if (!mention || mention->kind != MentionKind::name || mention->last != t + 1) break;
    const EntityIndex named = reading_.actor_at(t);
    if (named == no_entity) break;
    if (!names.empty() && reading_.type_of(named) != reading_.type_of(reading_.actor_at(names.front())))
      break;
    names.insert(names.begin(), mention->head);
    const TokenIndex first = reading_.sentence(t).first;
    if (mention->first < first + 2) break;
    const std::string_view link = reading_.text(mention->first - 1);
    if (link != "and" && !(link == "," && names.size() > 1)) break;
    t = mention->first - 2;
    if (reading_.text(t) == "," && t > first) --t;
  }
  return names;
}

std::vector<TokenIndex> Speakers::together(TokenIndex who) const {
  constexpr TokenIndex reach = 60;
  constexpr std::uint32_t most_sentences = 2;
  const bool two = stands_for_two(who), they = syntax_.lemma_is(who, "they");
  if ((!two && !they) || reading_.actor_at(who) != no_entity) return {};
  for (TokenIndex t = who; t > 0 && who - t < reach; --t) {
    const TokenIndex name = t - 1;
    if (syntax_.sentence_of(name) + most_sentences < syntax_.sentence_of(who)) break;
    if (reading_.quotation_of[name] >= 0) continue;
    const auto names = joined_names(name);
    const bool persons = !names.empty() && is_person(reading_.actor_at(names.front()));
    if (names.size() == 2 ? persons || two : they && persons && names.size() > 2) return names;
    const Deprel relation = reading_.token(name).relation;
    const bool subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
    if (they && subject && reading_.token(name).upos != Upos::PRON) return {};
  }
  return {};
}

// "“… against Cato,” X said. “…,” he said": who was named in the quotation only does not go on speaking.
bool Speakers::named_only_in_quotation(TokenIndex who, EntityIndex named) const {
  if (last_person_ == no_entity || last_person_ == named || reading_.block_of(who) != last_block_)
    return false;
  const Mention* before = mention_before(who, named);
  return before && reading_.quotation_of[before->first] >= 0;
}

// "X runs the Cruise video. He said": who was last named as part of something else is not meant.
bool Speakers::named_in_passing(TokenIndex who, EntityIndex named) const {
  if (last_person_ == no_entity || last_person_ == named || reading_.block_of(who) > last_block_ + 1)
    return false;
  const Mention* before = mention_before(who, named);
  return before && before->kind == MentionKind::name &&
         reading_.token(before->head).relation == Deprel::compound;
}

const Mention* Speakers::mention_before(TokenIndex who, EntityIndex named) const {
  const auto& mentions = reading_.entities.entities[named].mentions;
  const auto own = static_cast<std::uint32_t>(reading_.entities.mention_of_token[who]);
  const auto at = std::lower_bound(mentions.begin(), mentions.end(), own);
  return at == mentions.begin() ? nullptr : &reading_.entities.mentions[*(at - 1)];
}

// The person that the paragraph up to here was last about: a subject by name.
EntityIndex Speakers::person_before(TokenIndex who) const {
  constexpr TokenIndex reach = 80;
  const std::uint32_t block = reading_.block_of(who);
  for (TokenIndex t = who; t > 0 && who - t < reach && reading_.block_of(t - 1) == block; --t) {
    const Deprel relation = reading_.token(t - 1).relation;
    if (relation != Deprel::nsubj && relation != Deprel::nsubj_pass) continue;
    if (reading_.quotation_of[t - 1] >= 0) continue;
    const Mention* mention = reading_.mention_at(t - 1);
    if (mention && mention->kind == MentionKind::name && is_person(mention->entity)) return mention->entity;
  }
  return no_entity;
}

// "the court" is no company: what names itself after its kind.
bool Speakers::may_be_called(EntityIndex body, std::string_view noun) const {
  constexpr std::string_view strict[] = {"army",    "college",  "congress",   "court",
                                         "embassy", "ministry", "parliament", "police",
                                         "school",  "senate",   "university"};
  if (!is_one_of(noun, strict)) return true;
  const Entity& entity = reading_.entities.entities[body];
  const auto names_it = [&](const std::string& name) {
    return lower_case(name).find(noun) != std::string::npos;
  };
  return names_it(entity.name) || std::any_of(entity.aliases.begin(), entity.aliases.end(), names_it);
}

// "the Iraqi government": of a nation that its adjective names.
bool Speakers::is_of_other_nation(TokenIndex who) const {
  constexpr std::string_view organs[] = {"army",     "authority", "court",      "government", "military",
                                         "ministry", "official",  "parliament", "police"};
  if (!is_one_of(reading_.token(who).lemma, organs)) return false;
  for (TokenIndex c : syntax_.children(who)) {
    const char start = reading_.text(c)[0];
    if (c < who && reading_.token(c).relation == Deprel::amod && start >= 'A' && start <= 'Z') return true;
  }
  return false;
}

// Of "a spokesman said", "a company spokesman said" the body that the text was last about.
EntityIndex Speakers::spoken_for(TokenIndex who) const {
  constexpr std::uint32_t most_blocks = 2;
  if (body_ == no_entity || reading_.block_of(who) > body_block_ + most_blocks) return no_entity;
  if (!is_one_of(reading_.token(who).lemma, voices)) return no_entity;
  for (TokenIndex c : syntax_.children(who)) {
    const Deprel relation = reading_.token(c).relation;
    if (relation == Deprel::det || relation == Deprel::punct) continue;
    if (relation != Deprel::compound || !is_firm_noun(reading_.token(c).lemma)) return no_entity;
  }
  return body_;
}

// "the secretary": who was last named with the office, if near.
EntityIndex Speakers::officer_before(TokenIndex who) const {
  constexpr std::uint32_t most_blocks = 3;
  constexpr std::string_view common[] = {"chief", "head", "leader"};
  const bool one = reading_.token(who).penn == Penn::NN;
  if (!one || syntax_.word(who).noun_role != NounRole::office || is_one_of(reading_.token(who).lemma, common))
    return no_entity;
  const auto found = ranks_.find(rank_of(reading_.token(who).lemma));
  if (found == ranks_.end() || reading_.block_of(who) > found->second.second + most_blocks) return no_entity;
  for (TokenIndex c : syntax_.children(who)) {
    const Deprel relation = reading_.token(c).relation;
    if (relation == Deprel::nmod || relation == Deprel::nmod_poss || relation == Deprel::compound ||
        relation == Deprel::acl_relcl || relation == Deprel::conj)
      return no_entity;  // of something: maybe another
  }
  return found->second.first;
}

// "Norway's military said … the army said": whoever spoke through the one speaks through the other.
bool Speakers::is_same_voice(TokenIndex who) const {
  constexpr std::string_view forces[] = {"army", "military", "police"};
  constexpr std::string_view officials[] = {"authority", "government", "ministry",
                                            "official",  "spokesman",  "spokeswoman"};
  const std::string& lemma = reading_.token(who).lemma;
  if (last_noun_.empty()) return false;
  return lemma == last_noun_ || (is_one_of(lemma, forces) && is_one_of(last_noun_, forces)) ||
         (is_one_of(lemma, officials) && is_one_of(last_noun_, officials));
}

// "he", "the source", "the 64-year-old man": nobody new, so the one who spoke before, if near.
EntityIndex Speakers::last_if_meant(TokenIndex who) const {
  constexpr std::uint32_t most_blocks = 2;
  const bool document = author_ != no_entity && document_ < who &&
                        reading_.block_of(who) <= reading_.block_of(document_) + most_blocks;
  if (document && syntax_.lemma_is(who, reading_.token(document_).lemma) && syntax_.child(who, Deprel::det))
    return author_;
  if (last_ == no_entity || reading_.block_of(who) > last_block_ + 1) return no_entity;
  const Token& token = reading_.token(who);
  if (token.upos == Upos::PRON) {
    if (token.lemma == "he" || token.lemma == "she") return last_person_;
    return token.lemma == "it" || token.lemma == "they" ? (is_person(last_) ? no_entity : last_) : no_entity;
  }
  const auto determiner = syntax_.child(who, Deprel::det);
  const bool definite = determiner && syntax_.lemma_is(*determiner, "the");
  if (!definite || token.upos != Upos::NOUN) return no_entity;
  if (is_one_of(token.lemma, persons)) {
    const EntityIndex named = person_before(who);
    return named != no_entity ? named : last_person_;
  }
  if (is_one_of(token.lemma, voices)) return last_;
  if (const EntityIndex named = officer_before(who); named != no_entity) return named;
  if (is_of_other_nation(who)) return no_entity;
  if (is_same_voice(who)) return last_;
  const bool body = syntax_.word(who).noun_role == NounRole::body || is_firm_noun(token.lemma);
  if (body && reading_.type_of(last_) == EntityType::organization && may_be_called(last_, token.lemma))
    return last_;
  return is_document_noun(token.lemma) && !is_person(last_) ? last_ : no_entity;
}

}  // namespace attest::extract
