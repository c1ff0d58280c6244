// Speech without quotation marks that the layout sets off: a paragraph after "X said:", the turns of a
// transcript.
#include <algorithm>
#include <optional>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/clauses.hpp>
#include <attest/extractor/facts/voices.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

bool is_first_person(std::string_view lemma) {
  return lemma == "i" || lemma == "I" || lemma == "we" || lemma == "my" || lemma == "our" || lemma == "me" ||
         lemma == "us";
}

struct Passage {
  TokenIndex first = 0, last = 0;
  std::uint32_t block = 0;
};

class Displayed {
 public:
  Displayed(const Reading& reading, const std::vector<Attribution>& attributions)
      : reading_(reading),
        attributions_(attributions),
        count_(static_cast<TokenIndex>(reading.document.tokens.size())) {}

  std::vector<Claim> run() {
    for (const Attribution& attribution : attributions_) after_colon(attribution);
    headed();
    transcript();
    answers();
    return std::move(claims_);
  }

 private:
  const Block& block(std::uint32_t index) const { return reading_.document.document.blocks[index]; }

  // The block that begins at a token.
  Passage passage_at(TokenIndex first) const {
    Passage passage{first, first, reading_.block_of(first)};
    while (passage.last < count_ && reading_.block_of(passage.last) == passage.block) ++passage.last;
    return passage;
  }
  // Not what a dash begins: that is who signs.
  bool is_text(const Passage& passage) const {
    if (reading_.text(passage.first) == "\xE2\x80\x94" || reading_.text(passage.first) == "--") return false;
    const BlockKind kind = block(passage.block).kind;
    return kind == BlockKind::paragraph || kind == BlockKind::quotation;
  }
  bool holds_quotation(const Passage& passage) const {
    const TokenIndex end = std::min(passage.last, passage.first + 2);
    for (TokenIndex t = passage.first; t < end; ++t)
      if (reading_.quotation_of[t] >= 0) return true;
    return false;
  }
  bool in_first_person(const Passage& passage) const {
    for (TokenIndex t = passage.first; t < passage.last; ++t)
      if (reading_.token(t).upos == Upos::PRON && reading_.quotation_of[t] < 0 &&
          is_first_person(reading_.token(t).lemma))
        return true;
    return false;
  }
  bool attributes(const Passage& passage) const {
    const auto at = std::lower_bound(attributions_.begin(), attributions_.end(), passage.first,
                                     [](const Attribution& a, TokenIndex t) { return a.verb < t; });
    return at != attributions_.end() && at->verb < passage.last;
  }

  void append(const Passage& passage, Voice voice) {
    voice.quoted = block(passage.block).kind == BlockKind::quotation;
    append_sentences(reading_, reading_.syntax.span(passage.first, passage.last), passage.first, passage.last,
                     voice, claims_);
  }

  // "In it, X observed:" at the end of a paragraph: the next one is what X observed, and those after it that
  // go on as "I" or "we".
  void after_colon(const Attribution& attribution) {
    const Sentence& sentence = reading_.sentence(attribution.verb);
    if (sentence.last >= count_ || reading_.text(sentence.last - 1) != ":") return;
    const bool inverted = attribution.speaker_token > attribution.verb;
    const TokenIndex said =
        inverted ? reading_.syntax.right(attribution.speaker_token) : attribution.verb + 1;
    if (holds_clause(reading_, said, sentence.last)) return;  // "X said that the following words are new:"
    Passage passage = passage_at(sentence.last);
    if (passage.block == sentence.block || !is_text(passage) || holds_quotation(passage)) return;
    Voice voice = voice_of(reading_, attribution, 0.75f);
    voice.speech = Speech::say;
    const BlockKind kind = block(passage.block).kind;
    append(passage, voice);
    // What goes on up to the last "I" or "we" is the same speech.
    std::vector<Passage> waiting;
    for (int more = 0; more < most_passages && passage.last < count_; ++more) {
      passage = passage_at(passage.last);
      if (!goes_on(passage) || attributes(passage)) return;
      if (kind == BlockKind::quotation && block(passage.block).kind != kind) return;
      waiting.push_back(passage);
      if (kind != BlockKind::quotation && !in_first_person(passage)) continue;
      for (const Passage& next : waiting) append(next, voice);
      waiting.clear();
    }
  }
  static constexpr int most_passages = 20;

  // A paragraph of whole sentences that is not quoted: no heading, no list of links.
  bool goes_on(const Passage& passage) const {
    if (!is_text(passage) || holds_quotation(passage)) return false;
    const std::string_view end = reading_.text(passage.last - 1);
    return end == "." || end == "!" || end == "?" || end == "\xE2\x80\xA6";
  }

  // "Statement from President P:" on a line of its own, over the paragraphs that are the statement.
  void headed() {
    for (TokenIndex first = 0; first < count_;) {
      Passage passage = passage_at(first);
      first = passage.last;
      const EntityIndex speaker = author_of_heading(passage);
      for (int more = 0; speaker != no_entity && more < most_passages && passage.last < count_; ++more) {
        passage = passage_at(passage.last);
        if (!goes_on(passage)) break;
        append(passage, {speaker, Speech::say, 0.7f});
      }
    }
  }
  EntityIndex author_of_heading(const Passage& passage) const {
    constexpr std::string_view nouns[] = {"comment", "comments", "message", "quote", "response", "statement"};
    constexpr TokenIndex longest = 24;
    const TokenIndex size = passage.last - passage.first;
    if (size < 4 || size > longest || reading_.text(passage.last - 1) != ":") return no_entity;
    const std::string_view link = reading_.text(passage.first + 1);
    if (!is_one_of(lower_case(reading_.text(passage.first)), nouns)) return no_entity;
    if (link != "from" && link != "by" && link != "of") return no_entity;
    for (TokenIndex t = passage.first + 2; t < passage.last; ++t) {
      const EntityIndex named = reading_.actor_at(t);
      if (named != no_entity && reading_.type_of(named) != EntityType::place) return named;
    }
    return no_entity;
  }

  // "NAME: what NAME says", at least two such paragraphs.
  void transcript() {
    std::vector<std::pair<Passage, EntityIndex>> turns;
    for (TokenIndex first = 0; first < count_;) {
      const Passage passage = passage_at(first);
      if (const auto speaker = turn_of(passage)) turns.emplace_back(passage, *speaker);
      first = passage.last;
    }
    if (turns.size() < 2) return;
    for (const auto& [passage, speaker] : turns) {
      const TokenIndex start = reading_.mention_at(name_in(passage))->last + 1;
      append({start, passage.last, passage.block}, {speaker, Speech::say, 0.7f});
    }
  }
  // "Q: …" and "A: …": the answers are those of the person whom the lines before name most.
  void answers() {
    std::vector<Passage> given;
    std::optional<TokenIndex> asked;
    for (TokenIndex first = 0; first < count_;) {
      const Passage passage = passage_at(first);
      if (is_turn(passage, {"Q", "Question"}) && !asked) asked = first;
      if (is_turn(passage, {"A", "Answer"}) && asked) given.push_back(passage);
      first = passage.last;
    }
    const EntityIndex speaker = asked ? most_named_before(*asked) : no_entity;
    if (speaker == no_entity) return;
    for (const Passage& passage : given)
      append({label_end(passage) + 1, passage.last, passage.block}, {speaker, Speech::say, 0.7f});
  }
  bool is_turn(const Passage& passage, std::initializer_list<std::string_view> labels) const {
    const std::string_view word = reading_.text(passage.first);
    return passage.last > passage.first + 3 && reading_.text(label_end(passage)) == ":" &&
           std::find(labels.begin(), labels.end(), word) != labels.end();
  }
  TokenIndex label_end(const Passage& passage) const { return passage.first + 1; }
  EntityIndex most_named_before(TokenIndex end) const {
    EntityIndex best = no_entity;
    std::ptrdiff_t most = 0;
    const auto& entities = reading_.entities.entities;
    for (EntityIndex e = 0; e < entities.size(); ++e) {
      if (entities[e].type != EntityType::person) continue;
      const auto& own = entities[e].mentions;
      const auto named = std::count_if(
          own.begin(), own.end(), [&](std::uint32_t m) { return reading_.entities.mentions[m].first < end; });
      if (named > most) best = e, most = named;
    }
    return best;
  }

  // Where the name is that a paragraph begins with, after a title.
  TokenIndex name_in(const Passage& passage) const {
    TokenIndex t = passage.first;
    while (t + 1 < passage.last && t < passage.first + 3 && !reading_.mention_at(t)) ++t;
    return t;
  }
  std::optional<EntityIndex> turn_of(const Passage& passage) const {
    const Mention* mention = reading_.mention_at(name_in(passage));
    if (!mention || mention->kind != MentionKind::name || mention->entity == no_entity) return std::nullopt;
    const TokenIndex colon = mention->last;
    constexpr TokenIndex shortest = 3;
    if (colon + shortest >= passage.last || reading_.text(colon) != ":" ||
        reading_.quotation_of[colon + 1] >= 0)
      return std::nullopt;
    if (colon + 2 < passage.last && reading_.quotation_of[colon + 2] >= 0) return std::nullopt;
    const bool person = reading_.type_of(mention->entity) == EntityType::person;
    const bool speaks = is_text(passage) && states(colon + 1, passage.last);
    return person && speaks ? std::optional(mention->entity) : std::nullopt;
  }
  bool states(TokenIndex first, TokenIndex last) const {
    for (TokenIndex t = first; t < last; ++t)
      if (reading_.token(t).relation == Deprel::nsubj || reading_.token(t).relation == Deprel::nsubj_pass)
        return true;
    return false;
  }

  const Reading& reading_;
  const std::vector<Attribution>& attributions_;
  TokenIndex count_;
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> find_displayed_speech(const Reading& reading,
                                         const std::vector<Attribution>& attributions) {
  return Displayed(reading, attributions).run();
}

}  // namespace attest::extract
