#include <algorithm>

#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>

namespace attest::extract {
namespace {

/// Posts and bodies behind a name in a line without a verb: signatures, bylines, lists of those present.
class BylineFinder {
 public:
  BylineFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), relations_(relations) {}

  void run() {
    for (const Sentence& sentence : reading_.document.sentences)
      if (!is_told(sentence)) line(sentence);
  }

 private:
  static constexpr TokenIndex longest = 200;  // of a line; a long one is a table or no line at all

  bool is_told(const Sentence& sentence) const {
    if (sentence.last - sentence.first > longest) return true;
    for (TokenIndex t = sentence.first; t < sentence.last; ++t)
      if (opens_clause(reading_, t) && !reading_.mention_at(t)) return true;
    return false;
  }
  const Mention* name_at(TokenIndex t, EntityType type) const {
    const Mention* mention = reading_.outer_mention_at(t);
    const bool name = mention && mention->first == t && mention->kind == MentionKind::name &&
                      mention->entity != no_entity && reading_.type_of(mention->entity) == type;
    return name ? mention : nullptr;
  }
  // "P, professor of law, O; Q, O", "Photo: P/O"
  void line(const Sentence& sentence) {
    const Mention* person = nullptr;
    TokenIndex office = 0;
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
      if (const Mention* name = name_at(t, EntityType::person)) {
        person = parts(name->last, sentence.last) ? name : nullptr;
        office = 0;
        t = name->last - 1;
      } else if (const Mention* body = name_at(t, EntityType::organization)) {
        if (person && begins_item(t)) state(*person, office, *body);
        person = nullptr;
        t = body->last - 1;
      } else if (reading_.text(t) == ";") {
        person = nullptr;
      } else if (person && office == 0 && reading_.syntax.word(t).noun_role == NounRole::office &&
                 !inside_name(reading_, t)) {
        office = t;
      }
    }
  }
  bool parts(TokenIndex t, TokenIndex end) const {
    if (t >= end) return false;
    const std::string_view sign = reading_.text(t);
    return sign == "," || sign == "/" || sign == "|" || sign == "(" || sign == "\u2013" || sign == "\u2014" ||
           sign == "-" || sign == ":";
  }
  // Behind a comma or the like, an article between: no part of another phrase.
  bool begins_item(TokenIndex t) const {
    if (reading_.token(t - 1).upos == Upos::DET) --t;
    return parts(t - 1, t);
  }
  void state(const Mention& person, TokenIndex office, const Mention& body) {
    if (office == 0) {
      relations_.add("MEMBER_OF", person.entity, body.entity, person.first, body.last, 0.65f);
      return;
    }
    Relation* relation =
        relations_.add("HOLDS_POSITION", person.entity, body.entity, person.first, body.last, 0.65f);
    if (!relation) return;
    if (relation->title.empty()) relation->title = title_of(reading_, office);
    relation->former |= is_former(reading_, office);
  }

  const Reading& reading_;
  RelationCollector& relations_;
};

}  // namespace

void find_bylines(const Reading& reading, RelationCollector& relations) {
  BylineFinder(reading, relations).run();
}

}  // namespace attest::extract
