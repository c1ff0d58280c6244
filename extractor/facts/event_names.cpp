// What a told event is called: its words with those who took part, short enough for a caption.
#include <algorithm>

#include <attest/extractor/facts/events.hpp>

namespace attest::extract {
namespace {

class Caption {
 public:
  Caption(const Reading& reading, const Telling& telling)
      : reading_(reading), syntax_(reading.syntax), telling_(telling) {}

  std::string run() const {
    const TokenIndex t = telling_.trigger.token;
    const EventType type = telling_.trigger.type;
    if ((type == EventType::birth || type == EventType::death) && !telling_.participants.empty())
      return std::string(name_of(type)) + " of " + name(telling_.participants[0].first);
    std::string words = telling_.trigger.nominal ? noun_phrase(t) : clause(t);
    if (words == reading_.text(t)) words += told_more();
    return words;
  }

 private:
  static constexpr TokenIndex longest = 12;  // words

  const std::string& name(EntityIndex entity) const { return reading_.entities.entities[entity].name; }

  std::string text(TokenIndex first, TokenIndex last) const {
    std::string words(reading_.document.text(syntax_.span(first, last)));
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
  }

  // "large-scale attack on Sudland": modifiers, then the first phrase behind the noun.
  std::string noun_phrase(TokenIndex noun) const {
    const Sentence& sentence = reading_.sentence(noun);
    const TokenIndex first = start_of_modifiers(noun);
    TokenIndex last = noun + 1;
    for (TokenIndex c : syntax_.children(noun)) {
      if (c < last || reading_.token(c).relation != Deprel::nmod) continue;
      if (syntax_.left(c) != last || syntax_.right(c) - first > longest) break;
      last = syntax_.right(c);
      break;
    }
    return text(first, std::min(last, sentence.last));
  }
  TokenIndex start_of_modifiers(TokenIndex noun) const {
    const TokenIndex begin = reading_.sentence(noun).first;
    TokenIndex first = noun;
    while (first > begin && (is_modifier(first - 1, noun) || is_hyphen(first - 1, begin)))
      first -= is_hyphen(first - 1, begin) ? 2 : 1;
    return first;
  }
  // Of "large-scale": its first half goes with it.
  bool is_hyphen(TokenIndex t, TokenIndex begin) const {
    if (t <= begin || reading_.text(t) != "-") return false;
    return reading_.token(t - 1).span.end == reading_.token(t).span.begin &&
           reading_.token(t).span.end == reading_.token(t + 1).span.begin;
  }
  bool is_modifier(TokenIndex t, TokenIndex noun) const {
    const Token& token = reading_.token(t);
    const bool modifies = token.relation == Deprel::amod || token.relation == Deprel::compound ||
                          token.relation == Deprel::nummod;
    return modifies && token.head == static_cast<std::int32_t>(noun);
  }

  // "Norland invaded Sudland", "killed three civilians": the verb with its named subject and its object.
  std::string clause(TokenIndex verb) const {
    const auto subject = syntax_.child(verb, {Deprel::nsubj, Deprel::nsubj_pass});
    const auto particle = syntax_.child(verb, Deprel::compound_prt);
    std::string words = text(verb, particle == verb + 1 ? verb + 2 : verb + 1);
    if (const auto object = syntax_.child(verb, Deprel::obj)) words += " " + short_phrase(*object);
    if (!subject || reading_.token(*subject).upos == Upos::PRON) return words;
    return short_phrase(*subject) + " " + words;
  }
  std::string short_phrase(TokenIndex head) const {
    if (const EntityIndex actor = reading_.actor_at(head); actor != no_entity) return name(actor);
    return text(start_of_modifiers(head), head + 1);
  }

  // The word alone would be a mention, not a name.
  std::string told_more() const {
    if (!telling_.participants.empty()) return " (" + name(telling_.participants[0].first) + ")";
    if (!telling_.places.empty()) return " (" + name(telling_.places[0]) + ")";
    if (!telling_.date.empty()) return " (" + telling_.date + ")";
    return " (" + std::string(name_of(telling_.trigger.type)) + ")";
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const Telling& telling_;
};

}  // namespace

std::string describe_in_words(const Reading& reading, const Telling& telling) {
  return Caption(reading, telling).run();
}

}  // namespace attest::extract
