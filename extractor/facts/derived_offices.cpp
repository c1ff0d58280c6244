#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// Offices that are told by somebody else's: a deputy serves where his chief does, a counterpart holds the
/// same office elsewhere, a successor the same one later.
class DerivedOfficeFinder {
 public:
  DerivedOfficeFinder(const Reading& reading, const Demonyms& demonyms, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), demonyms_(demonyms), relations_(relations) {}

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      if (syntax_.is_verb(t)) {
        succession(t);
      } else if (syntax_.is_noun(t)) {
        if (syntax_.lemma_is(t, "counterpart")) counterpart(t);
        servant(t);
      }
    }
  }

 private:
  void hold(EntityIndex who, EntityIndex body, std::string title, bool former, TokenIndex first,
            TokenIndex last) {
    Relation* relation = relations_.add("HOLDS_POSITION", who, body, first, last + 1, 0.6f);
    if (!relation) return;
    if (relation->title.empty()) relation->title = std::move(title);
    relation->former |= former;
  }

  // "O's chairman P and his deputy, Q", "Q, an aide to President P", "P's predecessor, Q"
  void servant(TokenIndex noun) {
    constexpr std::string_view nouns[] = {
        "deputy",    "assistant", "aide",           "adviser",      "advisor", "spokesman", "spokeswoman",
        "secretary", "envoy",     "representative", "spokesperson", "chief",   "counsel",   "counsellor"};
    const bool same = syntax_.lemma_is(noun, "predecessor") || syntax_.lemma_is(noun, "successor");
    if ((!same && !is_one_of(syntax_.token(noun).lemma, nouns)) || inside_name(reading_, noun)) return;
    const auto chief = served_by(noun);
    if (!chief) return;
    const Relation* office = relations_.office_of(chief->entity, reading_.token(noun).span.end);
    const EntityIndex body = office ? office->object : country_of_lead(noun);  // the collector may move it
    if (body == no_entity) return;
    if (!office) chief_of(body, *chief);
    if (same && !office) return;
    const std::string title = same ? office->title : title_of(reading_, noun);
    const bool former = syntax_.lemma_is(noun, "predecessor") || is_former(reading_, noun);
    for (const Bound& holder : holders_of(reading_, noun))
      if (holder.entity != chief->entity)
        hold(holder.entity, body, title, former, std::min({noun, chief->token, holder.token}),
             std::max({noun, chief->token, holder.token}));
  }
  // "A Norwegian official denied it. P, an aide to President Q, …": who a lead tells of without a name is
  // named next.
  EntityIndex country_of_lead(TokenIndex noun) const {
    constexpr TokenIndex reach = 40;
    const std::uint32_t sentence = syntax_.sentence_of(noun);
    if (sentence == 0) return no_entity;
    const Sentence& lead = reading_.document.sentences[sentence - 1];
    if (reading_.actor_at(reading_.sentence(noun).first) == no_entity) return no_entity;
    for (TokenIndex t = lead.first; t < std::min(lead.last, lead.first + reach); ++t) {
      const Deprel relation = reading_.token(t).relation;
      if (relation != Deprel::nsubj && relation != Deprel::nsubj_pass) continue;
      const auto article = syntax_.child(t, Deprel::det);
      if (!article || reading_.token(*article).lemma != "a" || reading_.actor_at(t) != no_entity)
        return no_entity;
      for (TokenIndex c : syntax_.children(t))
        if (const EntityIndex country = demonyms_.place_of(reading_.text(c)); country != no_entity)
          return country;
      return no_entity;
    }
    return no_entity;
  }
  // The title in front of the name, if there is one.
  void chief_of(EntityIndex country, const Bound& chief) {
    const Mention* name = reading_.mention_at(chief.token);
    if (!name || name->first == 0 || syntax_.word(name->first - 1).noun_role != NounRole::office) return;
    hold(chief.entity, country, title_of(reading_, name->first - 1), false, name->first - 1, chief.token);
  }
  std::optional<Bound> served_by(TokenIndex noun) const {
    for (TokenIndex c : syntax_.children(noun)) {
      const Deprel relation = reading_.token(c).relation;
      const std::string_view preposition = syntax_.preposition(c);
      const bool to = relation == Deprel::nmod && (preposition == "to" || preposition == "of");
      if (relation != Deprel::nmod_poss && !to) continue;
      EntityIndex who = reading_.actor_at(c);
      if (who == no_entity) who = reading_.actor_of_phrase(c);
      if (reading_.is_type(who, EntityType::person)) return Bound{who, c, "", false, 0.7f};
    }
    return std::nullopt;
  }

  // "the Norwegian foreign minister, P, and his Danish counterpart, Q"
  void counterpart(TokenIndex noun) {
    constexpr TokenIndex reach = 40;
    const TokenIndex begin = std::max(reading_.sentence(noun).first, noun > reach ? noun - reach : 0);
    TokenIndex office = noun;
    while (office > begin && syntax_.word(office).noun_role != NounRole::office) --office;
    const bool told = syntax_.word(office).noun_role == NounRole::office && !inside_name(reading_, office);
    const bool titled = noun + 1 < reading_.sentence(noun).last && reading_.mention_at(noun + 1);
    if (!told && !titled) return;
    for (const Bound& owner : owners_of(reading_, demonyms_, noun))
      for (const Bound& holder : holders_of(reading_, noun))
        hold(holder.entity, owner.entity, told ? title_of(reading_, office) : "counterpart", false,
             std::min({noun, owner.token, holder.token}), std::max({noun, owner.token, holder.token}));
  }

  // "Q succeeded P as chairman", "P will be succeeded by Q": one office, told of one of them near by
  void succession(TokenIndex verb) {
    const std::string& lemma = reading_.token(verb).lemma;
    if ((lemma != "succeed" && lemma != "replace") || syntax_.is_negated(verb)) return;
    const auto named = named_above(verb);
    const auto later = named ? named : syntax_.agent(verb), earlier = syntax_.patient(verb);
    if (!later || !earlier) return;
    const std::vector<Bound> successors = referents(reading_, *later), before = referents(reading_, *earlier);
    if (successors.size() != 1 || before.size() != 1 ||
        !reading_.is_type(successors[0].entity, EntityType::person) ||
        !reading_.is_type(before[0].entity, EntityType::person) || successors[0].entity == before[0].entity)
      return;
    const Relation* known = told_near(before[0].entity, verb);
    if (!known && lemma == "succeed")
      known = relations_.office_of(before[0].entity, reading_.token(verb).span.end);
    if (!known || known->evidence[0].begin > reading_.token(verb).span.begin)  // "…, who became envoy to L"
      if (const Relation* own = told_near(successors[0].entity, verb);
          own && own->evidence[0].begin < reading_.token(verb).span.begin)
        known = own;
    if (!known) return;
    const EntityIndex body = known->object;
    std::string title = known->title;
    if (const auto noun = title_behind(verb)) title = title_of(reading_, *noun);
    hold(successors[0].entity, body, title, false, verb, successors[0].token);
    hold(before[0].entity, body, std::move(title), true, verb, before[0].token);
  }
  // "O named Q director, replacing P": Q does.
  std::optional<TokenIndex> named_above(TokenIndex verb) const {
    constexpr std::string_view naming[] = {"name",   "appoint", "elect", "hire", "choose",
                                           "select", "promote", "pick",  "tap",  "install"};
    const auto above = syntax_.head(verb);
    if (!above || *above > verb || reading_.token(verb).penn != Penn::VBG ||
        !is_one_of(reading_.token(*above).lemma, naming))
      return std::nullopt;
    return syntax_.patient(*above);
  }
  std::optional<TokenIndex> title_behind(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb))
      if (c > verb && syntax_.word(c).noun_role == NounRole::office && syntax_.preposition(c) == "as")
        return c;
    return std::nullopt;
  }
  // An office told in the same or a neighbouring sentence.
  const Relation* told_near(EntityIndex person, TokenIndex t) const {
    const Relation* office = relations_.office_of(person, reading_.token(t).span.end);
    if (!office) return nullptr;
    const std::uint32_t sentence = syntax_.sentence_of(t);
    const auto& sentences = reading_.document.sentences;
    const Span near =
        syntax_.span(sentences[sentence >= 2 ? sentence - 2 : 0].first, sentences[sentence].last);
    const bool told = std::any_of(office->evidence.begin(), office->evidence.end(), [&](Span span) {
      return near.begin <= span.begin && span.end <= near.end;
    });
    return told ? office : nullptr;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const Demonyms& demonyms_;
  RelationCollector& relations_;
};

}  // namespace

void find_derived_offices(const Reading& reading, const Demonyms& demonyms, RelationCollector& relations) {
  DerivedOfficeFinder(reading, demonyms, relations).run();
}

}  // namespace attest::extract
