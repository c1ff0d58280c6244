#include <algorithm>

#include <attest/extractor/facts/noun_phrases.hpp>

namespace attest::extract {
namespace {

constexpr int deepest = 5;  // steps from noun to noun until a name is found

bool is_relative(std::string_view word) {
  return word == "who" || word == "which" || word == "that" || word == "whose" || word == "whom";
}

class ReferentFinder {
 public:
  explicit ReferentFinder(const Reading& reading) : reading_(reading), syntax_(reading.syntax) {}

  std::vector<Bound> run(TokenIndex t) {
    for (TokenIndex one : listed(reading_, t)) at(one, 0.95f, 0);
    return std::move(found_);
  }

 private:
  void at(TokenIndex t, float confidence, int depth) {
    if (const EntityIndex own = reading_.actor_at(t); own != no_entity) return add(own, t, confidence);
    if (depth == deepest) return;
    if (const auto noun = antecedent(t)) return at(*noun, confidence, depth + 1);
    if (!syntax_.is_noun(t) && !syntax_.child(t, Deprel::cop))
      return;  // "is an academic", taken for an adjective
    if (named_by_part(t, confidence)) return;
    if (const auto said_of = described(t))
      for (TokenIndex one : listed(reading_, *said_of)) at(one, confidence * 0.95f, depth + 1);
  }

  void add(EntityIndex entity, TokenIndex t, float confidence) {
    const bool known =
        std::any_of(found_.begin(), found_.end(), [&](const Bound& b) { return b.entity == entity; });
    if (!known) found_.push_back({entity, t, "", false, confidence});
  }

  // "A, who left": what a relative pronoun stands for.
  std::optional<TokenIndex> antecedent(TokenIndex t) const {
    if (reading_.token(t).upos != Upos::PRON && reading_.token(t).upos != Upos::DET) return std::nullopt;
    if (!is_relative(reading_.text(t))) return std::nullopt;
    TokenIndex verb = t;
    for (int step = 0; step < 4; ++step) {
      const auto head = syntax_.head(verb);
      if (!head) break;
      if (reading_.token(verb).relation == Deprel::acl_relcl)
        return reading_.text(t) == "who" ? who_is(*head) : head;
      verb = *head;
    }
    const bool behind_comma = t > reading_.sentence(t).first + 1 && reading_.text(t - 1) == ",";
    return behind_comma && reading_.actor_at(t - 2) != no_entity ? std::optional(t - 2) : std::nullopt;
  }

  // "a native of L who lives in M": not L.
  TokenIndex who_is(TokenIndex head) const {
    const EntityIndex named = reading_.actor_at(head);
    const auto above = syntax_.head(head);
    const bool place = reading_.is_type(named, EntityType::place);
    return place && above && reading_.token(head).relation == Deprel::nmod && is_person_noun(reading_, *above)
               ? *above
               : head;
  }

  // "the carmaker Acme", "the carmaker, Acme,"
  bool named_by_part(TokenIndex t, float confidence) {
    const std::size_t before = found_.size();
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      if (c < t || (relation != Deprel::appos && relation != Deprel::flat && relation != Deprel::compound))
        continue;
      // "her husband, the physicist P"
      if (reading_.actor_at(c) == no_entity && relation == Deprel::appos && syntax_.is_noun(c))
        for (TokenIndex name : syntax_.children(c))
          if (name > c && reading_.token(name).relation == Deprel::appos &&
              reading_.actor_at(name) != no_entity)
            add(reading_.actor_at(name), name, confidence * 0.85f);
      // "the brothers P and Q"
      if (reading_.actor_at(c) == no_entity) continue;
      for (TokenIndex one : relation == Deprel::appos ? listed(reading_, c) : std::vector<TokenIndex>{c})
        if (const EntityIndex named = reading_.actor_at(one); named != no_entity)
          add(named, one, confidence * 0.9f);
    }
    if (found_.size() == before) called(t, confidence);
    if (found_.size() == before) beside(t, confidence);
    return found_.size() > before;
  }
  // "the engineer Ada" by the words alone
  void beside(TokenIndex t, float confidence) {
    if (t + 1 >= reading_.sentence(t).last || !is_person_noun(reading_, t)) return;
    const Mention* mention = reading_.mention_at(t + 1);
    if (mention && mention->first == t + 1 && mention->kind == MentionKind::name)
      if (const EntityIndex named = reading_.actor_at(t + 1); reading_.is_type(named, EntityType::person))
        add(named, t + 1, confidence * 0.85f);
  }
  // "a party called Acme"
  void called(TokenIndex t, float confidence) {
    for (TokenIndex c : syntax_.children(t)) {
      const bool names = syntax_.lemma_is(c, "call") || syntax_.lemma_is(c, "name") ||
                         syntax_.lemma_is(c, "dub") || syntax_.lemma_is(c, "know");
      if (!names || reading_.token(c).relation != Deprel::acl) continue;
      for (TokenIndex d : syntax_.children(c))
        if (const EntityIndex named = reading_.actor_at(d); named != no_entity && d > c)
          return add(named, d, confidence * 0.85f);
    }
  }

  // "Acme, a carmaker", "Acme is a carmaker", "the carmaker is Acme", "Acme became a carmaker"
  std::optional<TokenIndex> described(TokenIndex t) const {
    const Deprel relation = reading_.token(t).relation;
    const auto head = syntax_.head(t);
    if (syntax_.child(t, Deprel::cop) && !syntax_.is_negated(t)) {
      const auto own = syntax_.child(t, {Deprel::nsubj, Deprel::nsubj_pass});
      if (own || relation != Deprel::conj) return own;  // "is based in L and is a unit of O"
      return head && reading_.actor_at(*head) != no_entity ? head : syntax_.subject(t);
    }
    if (!head) return std::nullopt;
    if (relation == Deprel::conj) return described_with(t);
    if (relation == Deprel::appos) return head;
    if (relation == Deprel::nsubj && syntax_.child(*head, Deprel::cop) &&
        reading_.actor_at(*head) != no_entity)
      return head;
    const bool becomes = relation == Deprel::xcomp || relation == Deprel::obj;
    if (becomes && (syntax_.lemma_is(*head, "become") || syntax_.lemma_is(*head, "remain")) &&
        !syntax_.is_negated(*head))
      return syntax_.subject(*head);
    return std::nullopt;
  }

  // "A is an economist and politician who …": as the first of them.
  std::optional<TokenIndex> described_with(TokenIndex t) const {
    const TokenIndex first = *syntax_.head(t);
    const bool pair = first < t && reading_.token(first).relation != Deprel::conj &&
                      is_person_noun(reading_, t) && is_person_noun(reading_, first) &&
                      reading_.actor_at(first) == no_entity;
    return pair ? described(first) : std::nullopt;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  std::vector<Bound> found_;
};

}  // namespace

std::vector<Bound> referents(const Reading& reading, TokenIndex t) {
  return ReferentFinder(reading).run(t);
}

}  // namespace attest::extract
