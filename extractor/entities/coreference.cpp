#include <attest/extractor/entities/coreference.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/fold.hpp>

namespace attest::extract {
namespace {

constexpr std::uint32_t reach_of_pronoun = 3;       // sentences back
constexpr std::uint32_t reach_of_description = 10;  // sentences back

enum class Pronoun : std::uint8_t { none, he, she, it };

Pronoun pronoun_of(std::string_view lower) {
  constexpr std::array<std::string_view, 4> male{"he", "him", "his", "himself"};
  constexpr std::array<std::string_view, 4> female{"she", "her", "hers", "herself"};
  if (std::find(male.begin(), male.end(), lower) != male.end()) return Pronoun::he;
  if (std::find(female.begin(), female.end(), lower) != female.end()) return Pronoun::she;
  if (lower == "its" || lower == "itself" || lower == "it") return Pronoun::it;
  return Pronoun::none;
}

bool is_subject(Deprel relation) {
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
}

/// An entity as last spoken of.
struct Trace {
  std::uint32_t token = 0;
  std::uint32_t sentence = 0;
  bool subject = false;
  bool known = false;
  std::uint32_t times = 0;
};

class Resolver {
 public:
  Resolver(const AnnotatedDocument& document, std::vector<Gender> genders, Entities& entities)
      : document_(document),
        tokens_(document.tokens),
        entities_(entities),
        genders_(std::move(genders)),
        traces_(entities.entities.size()) {}

  void run() {
    std::size_t next = 0;  // of the named mentions
    const std::size_t named = entities_.mentions.size();
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const Sentence& sentence = document_.sentences[s];
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        while (next < named && entities_.mentions[next].first < i) ++next;
        if (next < named && entities_.mentions[next].first == i) {
          const Mention mention = entities_.mentions[next];
          note(mention, s);
          i = std::max(i, mention.last - 1);
        } else if (tokens_[i].upos == Upos::PRON || tokens_[i].upos == Upos::DET) {
          reference(i, s, sentence);
        }
      }
    }
    if (entities_.mentions.size() > named) rebuild();
  }

 private:
  std::string_view text(std::uint32_t i) const { return document_.text(tokens_[i]); }

  // What is known of entities.

  void note(const Mention& mention, std::uint32_t sentence) {
    if (mention.entity == no_entity) return;
    Trace& trace = traces_[mention.entity];
    const bool again = trace.known && trace.sentence == sentence && trace.subject;
    trace = {mention.head, sentence, is_subject(tokens_[mention.head].relation) || again, true,
             trace.times + 1};
    order_.erase(std::remove(order_.begin(), order_.end(), mention.entity), order_.end());
    order_.push_back(mention.entity);
    constexpr std::size_t remembered = 24;
    if (order_.size() > remembered) order_.erase(order_.begin());
    if (mention.kind == MentionKind::name) learn_nouns(mention);
  }

  void describe(const std::string& noun, EntityIndex entity) {
    if (!noun.empty()) described_[noun] = entity;
  }

  /// Nouns that the text calls the entity by: in its name, before it, in apposition, as its predicate.
  void learn_nouns(const Mention& mention) {
    const Entity& entity = entities_.entities[mention.entity];
    const std::string last = lower_case(text(mention.last - 1)), first = lower_case(text(mention.first));
    if (entity.type != EntityType::person && mention.last - mention.first > 1) {
      if (is_organization_noun(last) || !place_kind(last).empty()) describe(last, mention.entity);
      if (is_organization_noun(first) && lower_case(text(mention.first + 1)) == "of")
        describe(first, mention.entity);
    }
    if (entity.type == EntityType::person && mention.first > 0) {
      const std::string before = lower_case(text(mention.first - 1));
      if (is_title(before)) describe(before, mention.entity);
    }
    const Token& head = tokens_[mention.head];
    if (head.relation == Deprel::appos && head.head >= 0)
      describe_by(static_cast<std::uint32_t>(head.head), mention.entity);
    if (is_subject(head.relation) && head.head >= 0 &&
        has_child(static_cast<std::uint32_t>(head.head), Deprel::cop))
      describe_by(static_cast<std::uint32_t>(head.head), mention.entity);
    for (std::uint32_t i = mention.last; i < tokens_.size() && i < mention.last + 20; ++i)
      if (tokens_[i].relation == Deprel::appos && tokens_[i].head == static_cast<std::int32_t>(mention.head))
        describe_by(i, mention.entity);
  }

  void describe_by(std::uint32_t token, EntityIndex entity) {
    if (tokens_[token].upos == Upos::NOUN) describe(tokens_[token].lemma, entity);
  }

  bool has_child(std::uint32_t head, Deprel relation) const {
    const std::uint32_t from = head > 8 ? head - 8 : 0;
    for (std::uint32_t i = from; i < tokens_.size() && i < head + 8; ++i)
      if (tokens_[i].head == static_cast<std::int32_t>(head) && tokens_[i].relation == relation) return true;
    return false;
  }

  // References.

  void reference(std::uint32_t i, std::uint32_t s, const Sentence& sentence) {
    const std::string lower = lower_case(text(i));
    const Pronoun pronoun = pronoun_of(lower);
    std::optional<EntityIndex> entity;
    if (pronoun == Pronoun::he || pronoun == Pronoun::she) {
      entity = person_meant(i, s, sentence, pronoun == Pronoun::he ? Gender::male : Gender::female);
    } else if (pronoun == Pronoun::it) {
      entity = thing_meant(i, s, lower);
    } else if (lower == "the" || lower == "this" || lower == "that") {
      return description(i, s, sentence);
    }
    if (entity) add(i, i + 1, i, s, *entity, MentionKind::pronoun, pronoun == Pronoun::it ? 0.6F : 0.75F);
  }

  bool may_be(EntityIndex entity, Gender gender) const {
    return entities_.entities[entity].type == EntityType::person &&
           (genders_[entity] == Gender::unknown || genders_[entity] == gender);
  }

  std::optional<EntityIndex> person_meant(std::uint32_t i, std::uint32_t s, const Sentence& sentence,
                                          Gender gender) {
    std::optional<EntityIndex> best;
    double best_score = -1e9;
    for (const EntityIndex e : order_) {
      const Trace& trace = traces_[e];
      if (!may_be(e, gender) || s - trace.sentence > reach_of_pronoun) continue;
      const double score = -1.0 * (s - trace.sentence) + (trace.subject ? 0.8 : 0.0) +
                           (genders_[e] == gender ? 0.7 : 0.0) + 0.15 * std::log(1.0 + trace.times) +
                           1e-6 * trace.token;
      if (score > best_score) best = e, best_score = score;
    }
    if (!best) best = person_ahead(i, sentence, gender);
    if (best && genders_[*best] == Gender::unknown) genders_[*best] = gender;
    return best;
  }

  /// "In his speech, Smith said …": the subject that comes later in the sentence.
  std::optional<EntityIndex> person_ahead(std::uint32_t i, const Sentence& sentence, Gender gender) const {
    constexpr std::uint32_t reach = 12;
    for (std::uint32_t k = i + 1; k < sentence.last && k < i + reach; ++k) {
      const std::int32_t m = entities_.mention_of_token[k];
      if (m < 0) continue;
      const Mention& mention = entities_.mentions[static_cast<std::size_t>(m)];
      if (may_be(mention.entity, gender) && is_subject(tokens_[mention.head].relation)) return mention.entity;
    }
    return std::nullopt;
  }

  /// "its": the subject before it in the sentence, or of the sentence before. "It" only at a sentence's
  /// start, and not where it stands for nothing ("it is clear that").
  std::optional<EntityIndex> thing_meant(std::uint32_t i, std::uint32_t s, std::string_view lower) const {
    if (lower == "it") {
      const Token& token = tokens_[i];
      const bool verb = token.head >= 0 && tokens_[static_cast<std::size_t>(token.head)].upos == Upos::VERB;
      if (token.relation != Deprel::nsubj || !verb ||
          has_child(static_cast<std::uint32_t>(token.head), Deprel::expl))
        return std::nullopt;
      if (has_child(static_cast<std::uint32_t>(token.head), Deprel::csubj)) return std::nullopt;
    }
    std::optional<EntityIndex> best;
    std::uint32_t best_token = 0;
    for (const EntityIndex e : order_) {
      const Trace& trace = traces_[e];
      const EntityType type = entities_.entities[e].type;
      if (type != EntityType::organization && type != EntityType::place) continue;
      if (!trace.subject || s - trace.sentence > 1) continue;
      if (!best || trace.token > best_token) best = e, best_token = trace.token;
    }
    return best;
  }

  /// "the ministry": a noun that some entity was called by lately, with nothing more to it.
  void description(std::uint32_t i, std::uint32_t s, const Sentence& sentence) {
    if (i + 1 >= sentence.last || tokens_[i + 1].upos != Upos::NOUN) return;
    if (i + 2 < sentence.last) {
      const Upos after = tokens_[i + 2].upos;
      const std::string word = lower_case(text(i + 2));
      if (after == Upos::NOUN || after == Upos::PROPN || word == "of" || word == "'s" || word == "\u2019s" ||
          word == "who" || word == "that" || word == "which")
        return;
    }
    const auto found = described_.find(lower_case(text(i + 1)));
    if (found == described_.end()) return;
    const Trace& trace = traces_[found->second];
    if (!trace.known || s - trace.sentence > reach_of_description) return;
    add(i, i + 2, i + 1, s, found->second, MentionKind::description, 0.65F);
  }

  void add(std::uint32_t first, std::uint32_t last, std::uint32_t head, std::uint32_t sentence,
           EntityIndex entity, MentionKind kind, float confidence) {
    Mention mention{first, last,   head,      {tokens_[first].span.begin, tokens_[last - 1].span.end},
                    kind,  entity, confidence};
    note(mention, sentence);
    entities_.mentions.push_back(mention);
  }

  /// Puts the new mentions in their places.
  void rebuild() {
    std::stable_sort(entities_.mentions.begin(), entities_.mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.first < b.first; });
    for (Entity& entity : entities_.entities) entity.mentions.clear();
    for (std::uint32_t m = 0; m < entities_.mentions.size(); ++m) {
      const Mention& mention = entities_.mentions[m];
      entities_.entities[mention.entity].mentions.push_back(m);
    }
  }

  const AnnotatedDocument& document_;
  const std::vector<Token>& tokens_;
  Entities& entities_;
  std::vector<Gender> genders_;
  std::vector<Trace> traces_;                     // by entity
  std::vector<EntityIndex> order_;                // entities of late, the latest last
  std::map<std::string, EntityIndex> described_;  // noun → the entity last called so
};

}  // namespace

void add_references(const AnnotatedDocument& document, std::vector<Gender> genders, Entities& entities) {
  Resolver(document, std::move(genders), entities).run();
}

}  // namespace attest::extract
