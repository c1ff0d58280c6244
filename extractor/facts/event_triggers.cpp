// The words of a document that may tell of events: names, verbs and nouns.
#include <attest/extractor/facts/event_clues.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class TriggerFinder {
 public:
  explicit TriggerFinder(const Reading& reading) : reading_(reading), syntax_(reading.syntax) {}

  std::vector<EventTrigger> run() {
    mark_dates();
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      if (asks(t) || is_label(t)) continue;
      if (const Mention* mention = reading_.mention_at(t); mention && mention->kind == MentionKind::name) {
        if (mention->first == t) add_named(*mention);  // also "the 2010 Games"
        if (is_event(*mention) || mention->head != t || reading_.token(t).upos == Upos::PROPN) continue;
      }
      if (in_date_[t] || reading_.text(t) == "March") continue;
      const Upos upos = reading_.token(t).upos;
      if (upos == Upos::VERB || (upos == Upos::ADJ && reading_.text(t) == "born"))
        add(trigger_of_verb(reading_, t));
      if (upos == Upos::NOUN || upos == Upos::PROPN) add(trigger_of_noun(reading_, t));
    }
    return std::move(found_);
  }

 private:
  void add(const std::optional<EventTrigger>& trigger) {
    if (trigger) found_.push_back(*trigger);
  }

  // "March" is no march, whether read as a date or not.
  void mark_dates() {
    in_date_.assign(reading_.document.tokens.size(), false);
    for (const DateMention& date : reading_.dates)
      for (TokenIndex t = date.first; t < date.last; ++t) in_date_[t] = true;
  }

  // A question tells of nothing.
  bool asks(TokenIndex t) const {
    const Sentence& sentence = reading_.sentence(t);
    for (TokenIndex last = sentence.last; last > sentence.first && sentence.last - last < 3; --last)
      if (reading_.text(last - 1) == "?") return true;
    return false;
  }

  // "Published: 14 March 2021", "First published on 14 March 2021"
  bool is_label(TokenIndex t) const {
    constexpr std::string_view labels[] = {"publish", "post", "update", "issue", "release"};
    const Sentence& sentence = reading_.sentence(t);
    if (t > sentence.first + 1 || t + 1 >= sentence.last) return false;
    if (t == sentence.first && reading_.text(t + 1) == ":") return true;
    const TokenIndex next = reading_.text(t + 1) == "on" ? t + 2 : t + 1;
    return next < sentence.last && in_date_[next] && is_one_of(reading_.token(t).lemma, labels) &&
           !syntax_.child(t, {Deprel::nsubj, Deprel::nsubj_pass});
  }

  bool is_event(const Mention& mention) const { return reading_.is_type(mention.entity, EntityType::event); }

  void add_named(const Mention& mention) {
    if (!is_event(mention)) return;
    EventType type = EventType::other;
    for (TokenIndex t = mention.first; t < mention.last; ++t)
      if (const auto told = syntax_.word(t).noun.type; told != EventType::none) type = told;
    if (type == EventType::publication || type == EventType::aid) type = EventType::other;
    constexpr std::string_view unarmed[] = {"Cold", "Culture", "Price", "Trade"};
    if (type == EventType::attack && is_one_of(reading_.text(mention.first), unarmed))
      type = EventType::other;
    if (type == EventType::blockade) type = EventType::attack;  // "the Siege of N" is a battle
    found_.push_back({type, Strength::strong, mention.head, true, mention.entity, mention.span});
  }

  const Reading& reading_;
  const Syntax& syntax_;
  std::vector<bool> in_date_;
  std::vector<EventTrigger> found_;
};

}  // namespace

std::vector<EventTrigger> find_triggers(const Reading& reading) {
  return TriggerFinder(reading).run();
}

}  // namespace attest::extract
