#include <attest/extractor/facts/place_references.hpp>

#include <algorithm>

#include <attest/extractor/facts/place_nouns.hpp>

namespace attest::extract {
namespace {

constexpr std::uint32_t reach = 7;  // sentences back

bool is_locative(std::string_view preposition) {
  return preposition == "in" || preposition == "at" || preposition == "to" || preposition == "into" ||
         preposition == "near" || preposition == "from";
}

// "left for L"
bool is_bound_for(const Syntax& syntax, TokenIndex t) {
  const auto verb = syntax.head(t);
  return verb && syntax.preposition(t) == "for" &&
         (syntax.lemma_is(*verb, "leave") || syntax.lemma_is(*verb, "depart"));
}

}  // namespace

EntityIndex dateline_place(const Reading& reading) {
  constexpr TokenIndex longest = 60;
  const auto count = static_cast<TokenIndex>(reading.document.tokens.size());
  const Mention* first = nullptr;
  for (TokenIndex t = 0; t < std::min(count, longest) && !first; ++t)
    if (t == reading.sentence(t).first) first = reading.mention_at(t);
  if (!first || first->entity == no_entity || first->last >= reading.sentence(first->first).last)
    return no_entity;
  const std::string_view name = reading.text(first->first);
  const bool capitals =
      name.size() > 2 && std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool verbless = reading.token(first->last).upos == Upos::PUNCT;
  return capitals && verbless && reading.type_of(first->entity) == EntityType::place ? first->entity
                                                                                     : no_entity;
}

EntityIndex country_ending_at(const Reading& reading, const Demonyms& demonyms, TokenIndex last) {
  if (last > reading.sentence(last).first) {
    const std::string two = std::string(reading.text(last - 1)) + " " + std::string(reading.text(last));
    if (const EntityIndex country = demonyms.place_of(two); country != no_entity) return country;
  }
  return demonyms.place_of(reading.text(last));
}

bool is_adjective_of_country(const Reading& reading, TokenIndex t) {
  const std::string_view word = reading.text(t);
  return reading.token(t).relation == Deprel::compound && word.size() > 1 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c == '.' || (c >= 'A' && c <= 'Z'); });
}

PlaceReferences::PlaceReferences(const Reading& reading)
    : reading_(reading), demonyms_(reading.entities), dateline_(dateline_place(reading)) {
  for (TokenIndex t = 0; t < reading.document.tokens.size(); ++t) {
    const Mention* mention = reading.mention_at(t);
    const bool place = mention && mention->entity != no_entity && mention->head == t &&
                       reading.type_of(mention->entity) == EntityType::place;
    if (place && mention->kind == MentionKind::name) learn(*mention);
    if (!mention) resolve(t);
  }
}

EntityIndex PlaceReferences::place_at(TokenIndex t) const {
  const EntityIndex named = reading_.actor_at(t);
  if (named != no_entity) return reading_.type_of(named) == EntityType::place ? named : no_entity;
  const auto meant = meant_.find(t);
  return meant == meant_.end() ? no_entity : meant->second;
}

EntityIndex PlaceReferences::country_of(TokenIndex adjective) const {
  if (reading_.mention_at(adjective)) return no_entity;
  return demonyms_.place_of(reading_.text(adjective));
}

void PlaceReferences::call(const std::string& noun, EntityIndex place, TokenIndex t) {
  if (is_site(noun)) called_[noun] = {place, reading_.syntax.sentence_of(t)};
}

// "the village of N in the east of M": the village is N.
bool PlaceReferences::is_called_before(TokenIndex noun, TokenIndex t) const {
  for (TokenIndex c : reading_.syntax.children(noun)) {
    const EntityIndex named = c < t ? reading_.actor_at(c) : no_entity;
    if (reading_.is_type(named, EntityType::place) && reading_.syntax.preposition(c) == "of") return true;
  }
  return false;
}

// "N village", "the village of N", "N, a village", a name that ends in the noun, a country.
void PlaceReferences::learn(const Mention& mention) {
  const Syntax& syntax = reading_.syntax;
  const TokenIndex t = mention.head;
  if (is_adjective_of_country(reading_, t)) return;
  const bool locates = is_locative(syntax.preposition(t)) || is_bound_for(syntax, t);
  if (locates) located_ = {mention.entity, syntax.sentence_of(t)};
  // Of states that act or are spoken to, "the country" is the one where something is.
  const std::string& kind = reading_.entities.entities[mention.entity].kind;
  if (locates || kind != "country" || !called_.contains(kind)) call(kind, mention.entity, t);
  call(reading_.token(mention.last - 1).lemma, mention.entity, t);
  const Deprel relation = reading_.token(t).relation;
  const bool of = relation == Deprel::nmod && syntax.preposition(t) == "of";
  if (const auto head = syntax.head(t); head && !(of && is_called_before(*head, t)) &&
                                        (of || relation == Deprel::compound || relation == Deprel::appos))
    if (reading_.token(*head).upos == Upos::NOUN) call(reading_.token(*head).lemma, mention.entity, t);
  for (TokenIndex c : syntax.children(t))
    if (reading_.token(c).relation == Deprel::appos) call(reading_.token(c).lemma, mention.entity, t);
}

// "the village" with nothing more to it, and "there".
void PlaceReferences::resolve(TokenIndex t) {
  const Syntax& syntax = reading_.syntax;
  const std::uint32_t sentence = syntax.sentence_of(t);
  if (syntax.lemma_is(t, "there") && reading_.token(t).upos == Upos::ADV) {
    if (located_.place != no_entity && sentence <= located_.sentence + 1) meant_[t] = located_.place;
    return;
  }
  if (syntax.lemma_is(t, "here") && reading_.token(t).upos == Upos::ADV) {
    if (dateline_ != no_entity && reading_.quotation_of[t] < 0) meant_[t] = dateline_;
    return;
  }
  if (reading_.token(t).upos != Upos::NOUN || reading_.token(t).penn == Penn::NNS ||
      !is_site(reading_.token(t).lemma))
    return;
  bool definite = false;
  for (TokenIndex c : syntax.children(t)) {
    const Deprel relation = reading_.token(c).relation;
    if (relation == Deprel::nmod || relation == Deprel::nmod_poss || relation == Deprel::compound ||
        relation == Deprel::amod || relation == Deprel::acl_relcl)
      return;
    const std::string& lemma = reading_.token(c).lemma;
    definite |= relation == Deprel::det && (lemma == "the" || lemma == "this" || lemma == "that");
  }
  if (!definite) return;
  const auto known = called_.find(reading_.token(t).lemma);
  if (known != called_.end() && sentence <= known->second.sentence + reach) meant_[t] = known->second.place;
}

}  // namespace attest::extract
