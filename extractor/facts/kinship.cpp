#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>

namespace attest::extract {
namespace {

bool is_kin(NounRole role) {
  return role >= NounRole::kin_parent && role <= NounRole::kin_other;
}

class KinshipFinder {
 public:
  KinshipFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), relations_(relations) {}

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      const Upos upos = reading_.token(t).upos;
      if (upos == Upos::NOUN || upos == Upos::PROPN) {
        if (is_kin(syntax_.word(t).noun_role) || is_family_member(t)) kin_noun(t);
        if (syntax_.lemma_is(t, "marriage")) union_of(t);
      } else if (upos == Upos::VERB || upos == Upos::ADJ) {
        if (syntax_.lemma_is(t, "marry") || reading_.text(t) == "married" || reading_.text(t) == "wed" ||
            syntax_.lemma_is(t, "divorce") || syntax_.lemma_is(t, "remarry"))
          marriage(t);
        if (upos == Upos::VERB && (syntax_.lemma_is(t, "father") || syntax_.lemma_is(t, "adopt")))
          fathered(t);
        if (syntax_.lemma_is(t, "engage") || reading_.text(t) == "engaged") kindred(t, "to");
        if (reading_.text(t) == "born") parents(t);
        if (syntax_.lemma_is(t, "relate") || reading_.text(t) == "related") kindred(t, "to");
        if (syntax_.lemma_is(t, "descend") || reading_.text(t) == "descended") kindred(t, "from");
      }
    }
  }

 private:
  bool is_family_member(TokenIndex t) const {
    return syntax_.lemma_is(t, "member") && t > 0 && reading_.text(t - 1) == "family";
  }
  // "mother-in-law", also in pieces
  bool is_in_law(TokenIndex noun) const {
    TokenIndex t = noun + 1;
    const TokenIndex end = reading_.sentence(noun).last;
    if (t < end && reading_.text(t) == "-") ++t;
    return t < end && reading_.text(t) == "in" && t + 1 < end &&
           (reading_.text(t + 1) == "law" || (t + 2 < end && reading_.text(t + 2) == "law"));
  }
  // The last piece of it, which a tree may take for the predicate.
  TokenIndex law_of(TokenIndex noun) const {
    while (reading_.text(noun) != "law") ++noun;
    return noun;
  }
  NounRole role_of(TokenIndex noun) const {
    const NounRole role = syntax_.word(noun).noun_role;
    return is_kin(role) && !is_in_law(noun) ? role : NounRole::kin_other;
  }

  // "P is related to Q", "P, descended from Q,"
  void kindred(TokenIndex verb, std::string_view preposition) {
    auto subject = syntax_.patient(verb);
    if (!subject) subject = syntax_.subject(verb);
    if (!subject || syntax_.is_negated(verb)) return;
    for (TokenIndex c : syntax_.children(verb)) {
      if (reading_.token(c).relation != Deprel::obl || syntax_.preposition(c) != preposition) continue;
      for (const Bound& one : referents(reading_, *subject))
        for (const Bound& other : referents(reading_, c))
          relate(NounRole::kin_other, one, other, verb, 0.75f);
    }
  }

  // "his wife P", "the son of P", "P's father", "the brothers P and Q"
  void kin_noun(TokenIndex noun) {
    std::vector<Bound> holders = holders_of(reading_, noun);
    if (holders.empty()) holders = born_so(noun);
    if (holders.empty()) holders = one_of(noun);
    if (holders.empty() && is_in_law(noun)) holders = holders_of(reading_, law_of(noun));
    if (reading_.token(noun).penn == Penn::NNS && holders.size() == 1) add_listed(holders);
    const std::vector<Bound> owners = relatives_of(noun);
    for (const Bound& holder : holders)
      for (const Bound& owner : owners) relate(role_of(noun), holder, owner, noun, holder.confidence);
    const NounRole role = syntax_.word(noun).noun_role;
    const bool mutual = role == NounRole::kin_sibling || syntax_.lemma_is(noun, "cousin") ||
                        syntax_.lemma_is(noun, "relative") || syntax_.lemma_is(noun, "kinsman");
    if (owners.empty() && holders.size() > 1 && mutual && reading_.token(noun).penn == Penn::NNS)
      among(holders, noun);
  }

  // "her grandparents were P "Pip" Q, and Dame R": the second, whatever the tree
  void add_listed(std::vector<Bound>& holders) const {
    const Mention* first = reading_.mention_at(holders.front().token);
    if (!first) return;
    constexpr TokenIndex titles = 4;
    const TokenIndex end = reading_.sentence(first->first).last;
    TokenIndex t = first->last;
    while (t < end && reading_.token(t).upos == Upos::PUNCT && reading_.text(t) != ".") ++t;
    if (t >= end || reading_.text(t) != "and") return;
    for (TokenIndex name = t + 1; name < std::min(end, t + 1 + titles); ++name) {
      const Mention* other = reading_.mention_at(name);
      if (other && other->first == name && other->kind == MentionKind::name && other->entity != no_entity) {
        if (reading_.type_of(other->entity) == EntityType::person)
          holders.push_back({other->entity, other->head, "", false, 0.7f});
        return;
      }
      if (reading_.token(name).upos != Upos::PROPN && reading_.token(name).upos != Upos::DET) return;
    }
  }

  // "P was the third of five children of Q"
  std::vector<Bound> one_of(TokenIndex noun) const {
    const auto rank = syntax_.head(noun);
    const Deprel relation = reading_.token(noun).relation;
    const bool partitive = relation == Deprel::nmod || relation == Deprel::obl;
    if (!rank || !partitive || syntax_.preposition(noun) != "of" || !syntax_.child(*rank, Deprel::cop) ||
        syntax_.is_negated(*rank))
      return {};
    const auto subject = syntax_.subject(*rank);
    return subject ? referents(reading_, *subject) : std::vector<Bound>{};
  }

  // "P was born in L, the son of Q": said of who was born.
  std::vector<Bound> born_so(TokenIndex noun) const {
    const auto determiner = syntax_.child(noun, Deprel::det);
    if (syntax_.word(noun).noun_role != NounRole::kin_child || !determiner) return {};
    const TokenIndex start = phrase_start(reading_, noun);
    if (start == 0 || reading_.text(start - 1) != "," || reading_.token(noun).penn == Penn::NNS) return {};
    constexpr int reach = 20;
    const TokenIndex begin = reading_.sentence(noun).first;
    TokenIndex t = noun;
    for (int steps = 0; t > begin && steps < reach; ++steps) {
      --t;
      if (reading_.text(t) != "born") continue;
      const auto subject = syntax_.subject(t);
      if (!subject || *subject > t) return {};
      return referents(reading_, *subject);
    }
    return {};
  }

  // Whose kin the noun names.
  std::vector<Bound> relatives_of(TokenIndex noun) const {
    std::vector<Bound> owners;
    for (TokenIndex c : syntax_.children(noun)) {
      const Deprel relation = reading_.token(c).relation;
      const bool of =
          relation == Deprel::nmod && (syntax_.preposition(c) == "of" || syntax_.preposition(c) == "to");
      if (relation != Deprel::nmod_poss && !of) continue;
      if (const auto mate = joined_name(noun, c)) return {*mate};
      if (speaks_of_couple(c) || (lower_case(reading_.text(c)) == "their" && told_of_couple(c)))
        return couple_;
      if (const auto same = same_pronoun_before(c)) return referents(reading_, *same);
      if (const auto child = child_of_both(noun, c)) return referents(reading_, *child);
      for (const Bound& one : referents(reading_, c)) owners.push_back(one);
      if (of && owners.size() == 1) other_parent(noun, owners);
    }
    if (owners.empty()) had_by(noun, owners);
    return owners;
  }

  // "his father, P, … and his mother": both times the same one's.
  std::optional<TokenIndex> same_pronoun_before(TokenIndex possessor) const {
    const std::string word = lower_case(reading_.text(possessor));
    if (word != "his" && word != "her") return std::nullopt;
    constexpr int reach = 30;
    const TokenIndex begin = reading_.sentence(possessor).first;
    TokenIndex t = possessor;
    std::optional<TokenIndex> found;
    for (int steps = 0; t > begin && steps < reach; ++steps) {
      --t;
      if (lower_case(reading_.text(t)) != word || reading_.token(t).relation != Deprel::nmod_poss) continue;
      const auto noun = syntax_.head(t);
      if (noun && is_kin(syntax_.word(*noun).noun_role)) found = t;
    }
    return found;
  }

  // "P's father, Q, sang, and his mother danced": P's mother.
  std::optional<TokenIndex> child_of_both(TokenIndex noun, TokenIndex possessor) const {
    if (syntax_.word(noun).noun_role != NounRole::kin_parent || reading_.token(possessor).upos != Upos::PRON)
      return std::nullopt;
    constexpr TokenIndex reach = 30;
    const TokenIndex begin = std::max(reading_.sentence(noun).first, noun > reach ? noun - reach : 0);
    for (TokenIndex t = possessor; t > begin; --t) {
      if (syntax_.word(t - 1).noun_role != NounRole::kin_parent ||
          syntax_.lemma_is(t - 1, reading_.token(noun).lemma))
        continue;
      const auto whose = syntax_.child(t - 1, Deprel::nmod_poss);
      const EntityIndex child = whose ? reading_.actor_at(*whose) : no_entity;
      if (reading_.is_type(child, EntityType::person)) return whose;
    }
    return std::nullopt;
  }

  // "the son of P and Q" where the tree misses Q.
  void other_parent(TokenIndex noun, std::vector<Bound>& owners) const {
    const Mention* first = reading_.mention_at(owners[0].token);
    if (syntax_.word(noun).noun_role != NounRole::kin_child || !first) return;
    TokenIndex t = first->last + 1;
    const TokenIndex end = reading_.sentence(noun).last;
    if (t >= end || reading_.text(t - 1) != "and") return;
    if (t + 2 < end && reading_.token(t).upos == Upos::PRON &&
        syntax_.word(t + 1).noun_role == NounRole::kin_spouse)  // "and his wife Q"
      t += reading_.text(t + 2) == "," ? 3 : 2;
    if (t >= end) return;
    const Mention* second = reading_.mention_at(t);
    if (second && second->first == t && second->kind == MentionKind::name && second->entity != no_entity)
      owners.push_back({second->entity, t, "", false, 0.8f});
  }

  // "P and his wife Q": the pronoun is P's.
  std::optional<Bound> joined_name(TokenIndex noun, TokenIndex possessor) const {
    if (reading_.token(possessor).upos != Upos::PRON || possessor == 0) return std::nullopt;
    const TokenIndex begin = reading_.sentence(noun).first;
    TokenIndex t = possessor;
    const bool of = t > begin + 2 && reading_.token(t - 1).upos == Upos::ADP;  // "of P and of his wife"
    if (of) --t;
    if (t <= begin + 1 || reading_.text(t - 1) != "and") return std::nullopt;
    t -= 2;
    if (reading_.text(t) == ",") --t;
    if (reading_.text(t) == ")")
      for (int steps = 0; t > begin && steps < 30 && reading_.text(t) != "("; ++steps) --t;
    if (reading_.text(t) == "(" && t > begin) --t;
    const Mention* mention = reading_.mention_at(t);
    if (!mention || mention->kind != MentionKind::name || mention->entity == no_entity ||
        reading_.type_of(mention->entity) != EntityType::person)
      return std::nullopt;
    if (const auto other = owner_of_other_gender(*mention, possessor)) return other;
    constexpr TokenIndex near = 8;  // "his mother-in-law, P, and his nephew": both times the same one's
    if (const auto same = same_pronoun_before(possessor);
        same && *same < mention->first && mention->first - *same < near)
      return std::nullopt;
    return Bound{mention->entity, t, "", false, 0.9f};
  }
  // "P's husband, Q, and her mother": not the husband's.
  std::optional<Bound> owner_of_other_gender(const Mention& name, TokenIndex possessor) const {
    if (name.first < reading_.sentence(possessor).first + 2) return std::nullopt;
    const TokenIndex kin = name.first - (reading_.text(name.first - 1) == "," ? 2 : 1);
    const Gender gender = gender_of_noun(reading_.token(kin).lemma);
    const bool her = lower_case(reading_.text(possessor)) == "her";
    const bool other = (gender == Gender::male && her) ||
                       (gender == Gender::female && lower_case(reading_.text(possessor)) == "his");
    const auto whose = other ? syntax_.child(kin, Deprel::nmod_poss) : std::nullopt;
    if (!whose) return std::nullopt;
    const std::vector<Bound> owners = referents(reading_, *whose);
    return owners.empty() ? std::nullopt : std::optional(owners[0]);
  }

  // "P has two sons, Q and R"
  void had_by(TokenIndex noun, std::vector<Bound>& owners) const {
    if (left_behind(noun, owners)) return;
    noun = first_joined(noun);
    auto verb = syntax_.head(noun);
    if (verb && syntax_.lemma_is(*verb, "birth")) {  // "P gave birth to a son, Q"
      const auto giving = syntax_.head(*verb);
      if (giving && syntax_.lemma_is(*giving, "give"))
        if (const auto mother = syntax_.subject(*giving)) owners = referents(reading_, *mother);
      return;
    }
    if (!verb || reading_.token(noun).relation != Deprel::obj || syntax_.is_negated(*verb)) return;
    if (!syntax_.lemma_is(*verb, "have") && !syntax_.lemma_is(*verb, "leave")) return;
    const auto subject = syntax_.subject(*verb);
    if (!subject) return;
    owners = referents(reading_, *subject);
    const bool together =
        owners.empty() ? speaks_of_couple(*subject) : has_with_whom(*verb) && told_of_couple(*verb);
    if (together) owners = couple_;
  }
  // "daughters" of "two daughters and a son"
  TokenIndex first_joined(TokenIndex noun) const {
    constexpr int steps_up = 3;
    for (int step = 0; step < steps_up && reading_.token(noun).relation == Deprel::conj; ++step)
      noun = syntax_.head(noun).value_or(noun);
    return noun;
  }
  // "P married Q, with whom he had two sons"
  bool has_with_whom(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb))
      if (reading_.text(c) == "whom" && syntax_.preposition(c) == "with") return true;
    return false;
  }
  // "P was survived by his wife and two sons, Q and R"
  bool left_behind(TokenIndex noun, std::vector<Bound>& owners) const {
    noun = first_joined(noun);
    const auto verb = syntax_.head(noun);
    if (!verb || !syntax_.lemma_is(*verb, "survive") || syntax_.preposition(noun) != "by") return false;
    if (const auto subject = syntax_.patient(*verb)) owners = referents(reading_, *subject);
    return !owners.empty();
  }
  // "They had two sons", "the couple had a daughter", soon after the marriage was told.
  bool speaks_of_couple(TokenIndex t) const { return means_two(t) && told_of_couple(t); }
  bool told_of_couple(TokenIndex t) const {
    constexpr TokenIndex reach = 60;
    return !couple_.empty() && t - std::min(t, couple_[0].token) < reach;
  }

  // `kin` is the one the noun names, `of` the one whose kin it is.
  void relate(NounRole role, const Bound& kin, const Bound& of, TokenIndex noun, float confidence) {
    const TokenIndex first = std::min({noun, of.token, kin.token}),
                     last = std::max({noun, of.token, kin.token}) + 1;
    switch (role) {
      case NounRole::kin_parent:
        relations_.add("PARENT_OF", kin.entity, of.entity, first, last, confidence);
        return;
      case NounRole::kin_child:
        relations_.add("PARENT_OF", of.entity, kin.entity, first, last, confidence);
        return;
      case NounRole::kin_spouse:
        if (relations_.add("SPOUSE_OF", kin.entity, of.entity, first, last, confidence)) couple_ = {kin, of};
        return;
      case NounRole::kin_sibling:
        relations_.add("SIBLING_OF", kin.entity, of.entity, first, last, confidence);
        return;
      default:
        relations_.add("RELATIVE_OF", kin.entity, of.entity, first, last, confidence);
    }
  }

  void among(const std::vector<Bound>& siblings, TokenIndex noun) {
    for (std::size_t i = 0; i < siblings.size(); ++i)
      for (std::size_t k = i + 1; k < siblings.size(); ++k)
        relate(role_of(noun), siblings[k], siblings[i], noun, siblings[k].confidence);
  }

  // "P married Q", "P and Q married", "P was married to Q"
  void marriage(TokenIndex verb) {
    const auto subject = syntax_.subject(verb);
    if (!subject || syntax_.is_negated(verb)) return;
    std::vector<Bound> couple = referents(reading_, *subject);
    if (couple.empty() && means_two(*subject)) couple = two_before(*subject);
    if (couple.empty()) return;
    for (TokenIndex c : syntax_.children(verb)) {
      const Deprel relation = reading_.token(c).relation;
      const bool partner =
          relation == Deprel::obj || (relation == Deprel::obl && syntax_.preposition(c) == "to");
      if (!partner) continue;
      std::vector<Bound> others = referents(reading_, c);
      if (others.empty()) others = by_the_name_of(c);
      if (others.empty()) others.push_back({reading_.actor_of_phrase(c), c, "", false, 0.7f});
      if (others[0].entity == no_entity) continue;
      if (relations_.add("SPOUSE_OF", couple[0].entity, others[0].entity,
                         std::min({verb, c, couple[0].token}),
                         std::max({verb, others[0].token, couple[0].token}) + 1, 0.85f))
        couple_ = {couple[0], others[0]};
      return;
    }
    if (married_in_turn(verb, couple[0])) return;
    if (couple.size() == 2 && relations_.add("SPOUSE_OF", couple[0].entity, couple[1].entity, couple[0].token,
                                             std::max(couple[1].token, verb) + 1, 0.7f))
      couple_ = couple;
  }
  // "P was married twice, first to Q and then to R", "P married, first, Q and, second, R": by the words alone
  bool married_in_turn(TokenIndex verb, const Bound& who) {
    constexpr TokenIndex reach = 30;
    const TokenIndex end = std::min(reading_.sentence(verb).last, verb + reach);
    bool ordered = false, found = false;
    for (TokenIndex t = verb + 1; t < end && !(opens_clause(reading_, t) && found); ++t) {
      const std::string word = lower_case(reading_.text(t));
      ordered |=
          word == "first" || word == "firstly" || word == "twice" || word == "then" || word == "secondly";
      const Mention* name = reading_.mention_at(t);
      if (!ordered || !name || name->first != t || name->kind != MentionKind::name ||
          name->entity == no_entity || reading_.type_of(name->entity) != EntityType::person)
        continue;
      found |= relations_.add("SPOUSE_OF", who.entity, name->entity, std::min(verb, who.token), name->last,
                              0.7f) != nullptr;
    }
    return found;
  }
  // "P's marriage to Q", "the marriage of P and Q", "P's second marriage was to Q"
  void union_of(TokenIndex t) {
    const auto possessor = syntax_.child(t, Deprel::nmod_poss);
    for (TokenIndex c : syntax_.children(t)) {
      if (reading_.token(c).relation != Deprel::nmod) continue;
      const std::string_view preposition = syntax_.preposition(c);
      if (possessor && preposition == "to") wed(referents(reading_, *possessor), referents(reading_, c));
      if (preposition != "of" && preposition != "between") continue;
      if (const std::vector<Bound> couple = referents(reading_, c); couple.size() == 2)
        wed({couple[0]}, {couple[1]});
    }
    const auto predicate = syntax_.head(t);
    if (possessor && predicate && reading_.token(t).relation == Deprel::nsubj &&
        syntax_.child(*predicate, Deprel::cop) && syntax_.preposition(*predicate) == "to")
      wed(referents(reading_, *possessor), referents(reading_, *predicate));
  }
  void wed(const std::vector<Bound>& ones, const std::vector<Bound>& others) {
    for (const Bound& one : ones)
      for (const Bound& other : others)
        relations_.add("SPOUSE_OF", one.entity, other.entity, std::min(one.token, other.token),
                       std::max(one.token, other.token) + 1, 0.75f);
  }
  // "P fathered Q", "P adopted Q"
  void fathered(TokenIndex t) {
    const auto father = syntax_.agent(t), child = syntax_.patient(t);
    if (!father || !child) return;
    for (const Bound& one : referents(reading_, *father))
      for (const Bound& other : referents(reading_, *child))
        relations_.add("PARENT_OF", one.entity, other.entity, std::min(one.token, other.token),
                       std::max(one.token, other.token) + 1, 0.75f);
  }
  // "a lady by the name of Q"
  std::vector<Bound> by_the_name_of(TokenIndex noun) const {
    constexpr TokenIndex longest = 7;
    const TokenIndex end = std::min(reading_.sentence(noun).last, noun + longest);
    for (TokenIndex t = noun + 1; t + 2 < end; ++t)
      if (reading_.text(t) == "name" && reading_.text(t + 1) == "of" && reading_.actor_at(t + 2) != no_entity)
        return {{reading_.actor_at(t + 2), t + 2, "", false, 0.7f}};
    return {};
  }
  bool means_two(TokenIndex t) const {
    return lower_case(reading_.text(t)) == "they" || syntax_.lemma_is(t, "couple") ||
           syntax_.lemma_is(t, "pair") || syntax_.lemma_is(t, "two");
  }
  // "P met Q in 1990. They married": the persons of the sentence before, if they are two.
  std::vector<Bound> two_before(TokenIndex t) const {
    const std::uint32_t sentence = syntax_.sentence_of(t);
    if (sentence == 0) return {};
    std::vector<Bound> found;
    const Sentence& before = reading_.document.sentences[sentence - 1];
    for (TokenIndex i = before.first; i < before.last && found.size() < 3; ++i) {
      const EntityIndex one = reading_.actor_at(i);
      const bool known =
          std::any_of(found.begin(), found.end(), [&](const Bound& b) { return b.entity == one; });
      if (one != no_entity && !known && reading_.type_of(one) == EntityType::person)
        found.push_back({one, i, "", false, 0.7f});
    }
    return found.size() == 2 ? found : std::vector<Bound>{};
  }

  // "P was born to Q and R", "P was born in L to Q and his wife R"
  void parents(TokenIndex verb) {
    const auto child = syntax_.subject(verb);
    if (!child) return;
    const std::vector<Bound> children = referents(reading_, *child);
    const TokenIndex end = reading_.sentence(verb).last;
    constexpr TokenIndex reach = 12;
    for (TokenIndex t = verb + 1; t + 1 < std::min(end, verb + reach); ++t) {
      if (reading_.token(t).upos == Upos::VERB || reading_.text(t) == ";") return;
      if (reading_.text(t) != "to") continue;
      for (const Bound& parent : referents(reading_, head_behind(t)))
        for (const Bound& one : children)
          relations_.add("PARENT_OF", parent.entity, one.entity, std::min(verb, one.token),
                         std::max(verb, parent.token) + 1, 0.8f);
      return;
    }
  }
  // The head of the phrase that a preposition begins: the name in it, else its last noun.
  TokenIndex head_behind(TokenIndex preposition) const {
    const TokenIndex end = reading_.sentence(preposition).last;
    TokenIndex t = preposition + 1;
    while (t + 1 < end && !reading_.mention_at(t) && reading_.token(t).upos != Upos::NOUN) ++t;
    while (t + 1 < end && !reading_.mention_at(t) && reading_.token(t + 1).upos == Upos::NOUN) ++t;
    return reading_.mention_at(t) ? reading_.mention_at(t)->head : t;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  RelationCollector& relations_;
  std::vector<Bound> couple_;  // the two last told to be married
};

}  // namespace

void find_kinship(const Reading& reading, RelationCollector& relations) {
  KinshipFinder(reading, relations).run();
}

}  // namespace attest::extract
