#include <attest/extractor/entities/coreference.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr std::uint32_t reach_of_pronoun = 4;       // sentences back
constexpr std::uint32_t reach_of_description = 10;  // sentences back

enum class Pronoun : std::uint8_t { none, he, she, it };

Pronoun pronoun_of(std::string_view lower) {
  constexpr std::array<std::string_view, 4> male{"he", "him", "his", "himself"};
  constexpr std::array<std::string_view, 4> female{"she", "her", "hers", "herself"};
  if (is_one_of(lower, male)) return Pronoun::he;
  if (is_one_of(lower, female)) return Pronoun::she;
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
  bool possessive = false;
  std::uint32_t times = 0;
};

/// What speaks for an entity being meant, by "he" or "she" above all; found by coordinate ascent on the
/// training part of GUM, the reach of three to five sentences chosen on its dev part, the paragraph set by
/// hand.
struct Weights {
  double sentence = -0.3;    ///< each sentence back
  double paragraph = -0.6;   ///< last spoken of in another paragraph
  double here = 1;           ///< last spoken of in the same sentence
  double subject = 0.8;      ///< last spoken of as a subject
  double parallel = 0.6;     ///< and the reference is one, too
  double gender = 0.7;       ///< known to be of that gender
  double times = 0.6;        ///< × log of how often spoken of so far
  double share = 3;          ///< × share of the names in the document that are its
  double possessive = -0.4;  ///< last spoken of as the owner of something
};
constexpr Weights weights;

class Resolver {
 public:
  Resolver(const AnnotatedDocument& document, std::vector<Gender> genders, Entities& entities)
      : document_(document),
        tokens_(document.tokens),
        entities_(entities),
        genders_(std::move(genders)),
        traces_(entities.entities.size()) {}

  void run() {
    weigh_names();
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
        } else if (tokens_[i].upos == Upos::PRON || tokens_[i].upos == Upos::DET || text(i) == "native") {
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
    const Deprel relation = tokens_[mention.head].relation;
    // "Acme, a lender, …": what opens a sentence as its root is what the sentence is about.
    const bool topic = relation == Deprel::root && mention.first == document_.sentences[sentence].first &&
                       entities_.entities[mention.entity].type != EntityType::place;
    trace = {
        mention.head,   sentence, is_subject(relation) || topic || again, true, relation == Deprel::nmod_poss,
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
      if (is_title(before)) {
        describe(before, mention.entity);
        if (mention.first > 1) describe(lower_case(text(mention.first - 2)) + " " + before, mention.entity);
      }
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
    } else if (lower == "native") {
      entity = native_meant(i, s, sentence);
      if (entity) add(i, i + 1, i, s, *entity, MentionKind::description, 0.6F);
      return;
    } else if (lower == "the" || lower == "this" || lower == "that") {
      return description(i, s, sentence);
    }
    if (entity) add(i, i + 1, i, s, *entity, MentionKind::pronoun, pronoun == Pronoun::it ? 0.6F : 0.75F);
  }

  /// "The Oslo native", "The Salem, Oregon, native": the person spoken of last.
  std::optional<EntityIndex> native_meant(std::uint32_t i, std::uint32_t s, const Sentence& sentence) const {
    constexpr std::uint32_t longest = 8;
    const bool acts =
        i + 1 < sentence.last && (tokens_[i + 1].upos == Upos::VERB || tokens_[i + 1].upos == Upos::AUX);
    if (!acts) return std::nullopt;
    std::uint32_t t = i;
    bool place = false;
    while (t > sentence.first && i - t < longest && lower_case(text(t)) != "the") {
      --t;
      const std::int32_t mention = entities_.mention_of_token[t];
      place |= mention >= 0 && is_place(static_cast<std::size_t>(mention));
      if (mention < 0 && text(t) != "," && lower_case(text(t)) != "the") return std::nullopt;
    }
    if (!place || lower_case(text(t)) != "the") return std::nullopt;
    std::optional<EntityIndex> best;
    double best_score = -1e9;
    for (const EntityIndex e : order_) {
      const bool near = s - traces_[e].sentence <= reach_of_pronoun;
      if (!near || entities_.entities[e].type != EntityType::person) continue;
      const double score = score_of(e, i, s, Gender::unknown);
      if (score > best_score) best = e, best_score = score;
    }
    return best;
  }
  bool is_place(std::size_t mention) const {
    return entities_.entities[entities_.mentions[mention].entity].type == EntityType::place;
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
      if (!may_be(e, gender) || s - trace.sentence > reach_of_pronoun || is_bound(i, trace)) continue;
      const double score = score_of(e, i, s, gender);
      if (score > best_score) best = e, best_score = score;
    }
    if (!best) best = person_ahead(i, sentence, gender);
    if (best && genders_[*best] == Gender::unknown) genders_[*best] = gender;
    return best;
  }

  double score_of(EntityIndex e, std::uint32_t i, std::uint32_t s, Gender gender) const {
    const Trace& trace = traces_[e];
    double score = weights.sentence * (s - trace.sentence) + weights.times * std::log(1.0 + trace.times) +
                   weights.share * share_[e] + 1e-6 * trace.token;
    if (s == trace.sentence) score += weights.here;
    if (document_.sentences[s].block != document_.sentences[trace.sentence].block) score += weights.paragraph;
    if (trace.subject) score += weights.subject;
    if (trace.subject && is_subject(tokens_[i].relation)) score += weights.parallel;
    if (genders_[e] == gender) score += weights.gender;
    if (trace.possessive) score += weights.possessive;
    return score;
  }

  /// "Smith asked him": not Smith. What a verb does to "him" its subject does not do to itself.
  bool is_bound(std::uint32_t i, const Trace& trace) const {
    const Token& pronoun = tokens_[i];
    const bool object = pronoun.relation == Deprel::obj || pronoun.relation == Deprel::iobj ||
                        pronoun.relation == Deprel::obl || pronoun.relation == Deprel::obl_agent;
    const Token& other = tokens_[trace.token];
    const bool reflexive = pronoun.lemma.ends_with("self");
    return object && !reflexive && pronoun.head >= 0 && other.head == pronoun.head &&
           is_subject(other.relation);
  }

  /// How often an entity is named, by the names of all entities of its type.
  void weigh_names() {
    share_.assign(entities_.entities.size(), 0);
    std::array<double, 4> all{};
    const auto type_of = [&](EntityIndex e) { return static_cast<std::size_t>(entities_.entities[e].type); };
    for (const Mention& mention : entities_.mentions) {
      if (mention.entity == no_entity) continue;
      share_[mention.entity] += 1;
      all[type_of(mention.entity)] += 1;
    }
    for (EntityIndex e = 0; e < share_.size(); ++e) share_[e] /= std::max(all[type_of(e)], 1.0);
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
      const bool verb =
          token.head >= 0 && (tokens_[static_cast<std::size_t>(token.head)].upos == Upos::VERB ||
                              is_part(static_cast<std::uint32_t>(token.head)));
      if (!is_subject(token.relation) || !verb ||
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

  /// "It is part of", "It was a member of": said of a thing.
  bool is_part(std::uint32_t noun) const {
    const std::string& lemma = tokens_[noun].lemma;
    return lemma == "part" || lemma == "member" || lemma == "subsidiary" || lemma == "unit" ||
           lemma == "home";
  }

  /// "the ministry", "the Foreign Secretary": a noun that some entity was called by lately, with nothing more
  /// to it; "the city", "the company": what such a noun may stand for, nearest first.
  void description(std::uint32_t i, std::uint32_t s, const Sentence& sentence) {
    const std::uint32_t last = end_of_description(i, sentence);
    if (last == i + 1 || says_more(last, sentence)) return;
    const std::string noun = lower_case(text(last - 1));
    const auto found = described_.find(last - i == 2 ? noun : lower_case(text(last - 2)) + " " + noun);
    EntityIndex called = found == described_.end() ? no_entity : found->second;
    if (called != no_entity &&
        (!traces_[called].known || s - traces_[called].sentence > reach_of_description))
      called = no_entity;
    // A place called "X City" is not the only one that may be "the city", nor the bank named last "the bank".
    const bool several = !place_kind(noun).empty() || is_organization_noun(noun);
    const bool open = last - i == 2 && (found == described_.end() || several);
    const auto entity = open ? of_kind(noun, called, i, s) : std::nullopt;
    if (entity)
      add(i, last, last - 1, s, *entity, MentionKind::description, 0.5F);
    else if (called != no_entity)
      add(i, last, last - 1, s, called, MentionKind::description, 0.65F);
  }

  /// One past "ministry" of "the ministry", past "Secretary" of "the Foreign Secretary"; i + 1 where no noun
  /// is.
  std::uint32_t end_of_description(std::uint32_t i, const Sentence& sentence) const {
    constexpr std::uint32_t longest = 3;
    std::uint32_t end = i + 1;
    while (end < sentence.last && end - i <= longest && entities_.mention_of_token[end] < 0 &&
           (tokens_[end].upos == Upos::NOUN || tokens_[end].upos == Upos::PROPN ||
            (tokens_[end].upos == Upos::ADJ && is_capital(text(end)))))
      ++end;
    const bool noun = end > i + 1 && tokens_[end - 1].upos != Upos::ADJ;
    const bool titled = end == i + 2 || (end > i + 2 && is_capital(text(end - 1)));
    return noun && titled ? end : i + 1;
  }
  static bool is_capital(std::string_view word) { return word[0] >= 'A' && word[0] <= 'Z'; }

  /// What follows makes it another: "the president of …", "the man who …", "the ministry building".
  bool says_more(std::uint32_t after, const Sentence& sentence) const {
    if (after >= sentence.last) return false;
    const Upos upos = tokens_[after].upos;
    const std::string word = lower_case(text(after));
    return upos == Upos::NOUN || upos == Upos::PROPN || word == "of" || word == "who" || word == "that" ||
           word == "which" || word == "-";
  }

  /// The entity that a noun of its kind means where nothing was called so before.
  std::optional<EntityIndex> of_kind(std::string_view noun, EntityIndex called, std::uint32_t i,
                                     std::uint32_t s) const {
    constexpr std::uint32_t reach = 5;  // sentences back
    constexpr double salience = 1.5, taught = 2.5, located = 1;
    std::optional<EntityIndex> best;
    double best_score = -1e9;
    for (const EntityIndex e : order_) {
      const Trace& trace = traces_[e];
      if (s - trace.sentence > reach || !is_one(noun, entities_.entities[e])) continue;
      const bool place = entities_.entities[e].type == EntityType::place;
      const double score = score_of(e, i, s, Gender::unknown) + salience * share_[e] +
                           (e == called || is_bearer(noun, entities_.entities[e]) ? taught : 0) +
                           (place && is_where(trace.token) ? located : 0) -
                           (place && trace.subject ? weights.subject : 0);
      if (score > best_score) best = e, best_score = score;
    }
    return best;
  }
  /// "in Oslo"
  bool is_where(std::uint32_t head) const {
    constexpr std::uint32_t reach = 4;
    for (std::uint32_t k = head > reach ? head - reach : 0; k < head; ++k)
      if (tokens_[k].head == static_cast<std::int32_t>(head) && tokens_[k].relation == Deprel::case_)
        return true;
    return false;
  }
  static bool is_one(std::string_view noun, const Entity& entity) {
    if (entity.type == EntityType::organization) return may_be_called(noun, entity);
    if (entity.type != EntityType::place) return false;
    if (noun == "country" || noun == "nation") return entity.kind == "country";
    const std::string_view kind = place_kind(noun);
    if (kind == "city" || kind == "town" || kind == "village")
      return entity.kind.empty() || entity.kind == kind;
    return !kind.empty() && entity.kind == kind;
  }

  /// An organization whose name says that it is one such: "Bank of Norland" of "the bank".
  static bool is_bearer(std::string_view noun, const Entity& entity) {
    return entity.type == EntityType::organization && says(noun, entity.name);
  }
  static bool says(std::string_view noun, std::string_view name) {
    const std::string_view words = words_for(noun);
    return any_word(name, [&](const std::string& word) {
      return word == noun || words.find(" " + word + " ") != std::string_view::npos;
    });
  }
  /// Words in the names of what the noun stands for.
  static std::string_view words_for(std::string_view noun) {
    if (is_company(noun))
      return " corporation corp company co inc ltd plc llc gmbh holdings motors industries airlines systems ";
    if (noun == "agency") return " administration service bureau authority ";
    if (noun == "party") return " front movement alliance coalition bloc democrats ";
    return {};
  }
  template <typename Predicate>
  static bool any_word(std::string_view name, Predicate&& holds) {
    while (!name.empty()) {
      const std::size_t space = std::min(name.find(' '), name.size());
      std::string word = lower_case(name.substr(0, space));
      if (word.ends_with('.')) word.pop_back();
      if (holds(word)) return true;
      name.remove_prefix(std::min(space + 1, name.size()));
    }
    return false;
  }
  /// Such a body by its name, or one whose name does not say what it is.
  static bool may_be_called(std::string_view noun, const Entity& entity) {
    if (noun == "organization" || noun == "organisation" || noun == "team" || noun == "group") return true;
    if (says(noun, entity.name)) return true;
    if (is_company(noun)) return !any_word(entity.name, is_public);
    const bool common = noun == "agency" || noun == "party" || noun == "bank";
    return common && !any_word(entity.name, [](const std::string& word) {
             return is_organization_noun(word) ||
                    words_for("company").find(" " + word + " ") != std::string_view::npos;
           });
  }
  static bool is_company(std::string_view noun) {
    return noun == "company" || noun == "firm" || noun == "corporation";
  }
  /// A word in the name of what is no company.
  static bool is_public(const std::string& word) {
    constexpr std::string_view words[] = {"ministry",   "parliament", "senate",   "army",      "navy",
                                          "police",     "court",      "council",  "party",     "university",
                                          "department", "agency",     "assembly", "academy",   "government",
                                          "commission", "union",      "church",   "committee", "treasury"};
    return is_one_of(word, words);
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
  std::vector<double> share_;                     // by entity
  std::vector<EntityIndex> order_;                // entities of late, the latest last
  std::map<std::string, EntityIndex> described_;  // noun → the entity last called so
};

}  // namespace

void add_references(const AnnotatedDocument& document, std::vector<Gender> genders, Entities& entities) {
  Resolver(document, std::move(genders), entities).run();
}

}  // namespace attest::extract
