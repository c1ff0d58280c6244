#include <algorithm>
#include <array>
#include <optional>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>

namespace attest::extract {
namespace {

/// A phrase begins with a name and is made of: P, O, L (a person, organization, place; 1 the relation's
/// subject, 2 its object, else passed over), words ("in|at"), DATE, NUM, NOUNS (none to four words of a noun
/// phrase); '?' before an item makes it optional.
struct Phrase {
  std::string_view type;
  std::string_view items;
  float confidence;
  std::string_view title = {};
};

constexpr auto phrases = std::to_array<Phrase>({
    {"LOCATED_IN", "L2 ?, ?L - based|headquartered NOUNS ?,|-|\u2013 ?the|The O1", 0.85f},
    {"LOCATED_IN", "O1 , based|headquartered in L2", 0.85f},
    {"LOCATED_IN", "O1 , a|an NOUNS L2 ?, ?L - based|headquartered", 0.85f},
    {"LOCATED_IN", "O1 is|was a|an NOUNS L2 ?, ?L - based|headquartered", 0.85f},
    {"LOCATED_IN", "O1 , NOUNS incorporated|based|headquartered|located|founded in ?the L2", 0.75f},
    {"LOCATED_IN", "O1 , from L2", 0.7f},
    {"LOCATED_IN", "O1 ( L2 ,|)", 0.65f},
    {"LOCATED_IN", "L2 ?, ?L team|club|side|band|group|firm|company|startup ?the|The O1", 0.7f},
    {"PART_OF", "O2 - owned|controlled|led|run NOUNS O1", 0.75f},
    {"PART_OF", "O2 ?, through|, its O1 NOUNS unit|subsidiary|division|arm|branch", 0.7f},
    {"PART_OF", "O2 and its NOUNS unit|subsidiary|affiliate|division|arm|branch ?, O1", 0.75f},
    {"PART_OF", "O2 through|, its NOUNS unit|subsidiary|division|arm|branch ?, O1", 0.7f},
    {"PART_OF", "O2 acquired|bought ?the ?rest ?of O1", 0.65f},
    {"PART_OF", "O2 completed|closed|finalized its NOUNS acquisition|purchase|takeover of O1", 0.75f},
    {"PART_OF", "O2 completed|closed its tender offer for O1", 0.7f},
    {"PART_OF", "O2 's|\u2019s NOUNS acquisition|purchase|takeover of NOUNS O1", 0.65f},
    {"PART_OF", "O1 was acquired|bought ?DATE by O2", 0.75f},
    {"BORN_IN", "P1 ( born ?DATE ?, ?in|at L2", 0.85f},
    {"BORN_IN", "P1 , born ?DATE ?, in|at L2", 0.85f},
    {"BORN_IN", "P1 ( DATE ?, ?in L2", 0.75f},
    {"BORN_IN", "P1 of L ( DATE ?, ?in L2", 0.75f},
    {"BORN_IN", "P1 ( ;|: DATE ?, ?in L2", 0.75f},
    {"BORN_IN", "P1 ?, n\u00e9e|n\u00e9 P ( DATE ?, ?in L2", 0.75f},
    {"BORN_IN", "P1 ( L2 ?, ?L ?, ?L , DATE", 0.75f},
    {"BORN_IN", "P1 ( born P ?on ?DATE ?, ?in|at L2", 0.8f},
    {"BORN_IN", "P1 ?, born ?DATE ( L2", 0.75f},
    {"BORN_IN", "P1 or P ( DATE ?, ?in L2", 0.75f},
    {"BORN_IN", "P1 was born ?DATE in|at L2", 0.85f},
    {"BORN_IN", "L2 - born NOUNS P1", 0.8f},
    {"MEMBER_OF", "O2 's|\u2019s P1", 0.7f},
    {"LIVES_IN", "P1 , NUM , of|from L2", 0.8f},
    {"LIVES_IN", "P1 , formerly|originally|now|currently of|from ?the L2", 0.75f},
    {"LIVES_IN", "P1 's|\u2019s hometown|home ?town|village|city ?of|, ?the L2", 0.75f},
    {"LIVES_IN", "L2 is|was ?the hometown ?of P1", 0.75f},
    {"LIVES_IN", "P1 's|\u2019s hometown is|was L2", 0.75f},
    {"BORN_IN", "P1 's|\u2019s birthplace is|was|, ?the ?village|town|city ?of L2", 0.75f},
    {"BORN_IN", "L2 native P1", 0.75f},
    {"LOCATED_IN", "L2 headquarters|offices of ?the O1", 0.75f},
    {"BORN_IN", "L2 is|was ?the birthplace of NOUNS P1", 0.75f},
    {"LIVES_IN", "P1 lives|lived|resides|resided ?NUM in|at L2", 0.8f},
    {"LIVES_IN", "P1 divides|divided|splits his|her|their time between L2", 0.8f},
    {"LIVES_IN", "P1 divides|divided|splits his|her|their time between L and L2", 0.8f},
    {"LIVES_IN", "P1 lives|lived and works|worked in|at L2", 0.8f},
    {"LIVES_IN", "P1 ?, who lives|lived|resides|resided ?NUM in|at L2", 0.8f},
    {"LIVES_IN", "P1 emigrated|moved|immigrated|relocated from L to L2", 0.8f},
    {"LIVES_IN", "L2 ?, ?L resident|residents P1", 0.8f},
    {"LIVES_IN", "P1 , ?a|an|the ?former L2 -|\u2011 based", 0.7f},
    {"LIVES_IN", "L2 -|\u2011 based NOUNS P1", 0.7f},
    {"LIVES_IN", "P1 ( NUM , ?from ?the ?village|town|city ?of L2 )", 0.7f},
    {"LIVES_IN", "P1 ( NOUNS , ?from ?the ?village|town|city ?of L2 )", 0.65f},
    {"MEMBER_OF", "P1 / O2", 0.7f},
    {"MEMBER_OF", "P1 ,|( ex - O2", 0.7f},
    {"MEMBER_OF", "P1 c.|\u00a9 NUM ?the O2", 0.6f},
    {"MEMBER_OF", "P1 , of|from|with ?the NOUNS O2", 0.65f},
    {"MEMBER_OF", "P1 ,|( formerly|currently|now|then|previously|later of|with|at ?the O2", 0.7f},
    {"HOLDS_POSITION", "O2 under the command of NOUNS P1", 0.75f, "commander"},
    {"HOLDS_POSITION", "P1 took|assumed|takes|assumes command of ?the O2", 0.75f, "commander"},
    {"HOLDS_POSITION", "O2 under P1", 0.6f, "head"},
    {"MEMBER_OF", "P1 and colleagues|co-workers|coworkers|others at|from|of ?the O2", 0.7f},
    {"MEMBER_OF",
     "P1 and his|her|their NOUNS team|group|collaborators|students|lab|laboratory|co-authors|coauthors "
     "at|from|of ?the O2",
     0.7f},
    {"LOCATED_IN", "L1 at ?the O in L2", 0.65f},
    {"LOCATED_IN", "O1 at ?the O in L2", 0.6f},
    {"PART_OF", "O1 , ?which ?is managed|operated|administered|run|funded by ?the O2", 0.7f},
    {"PART_OF", "O1 is|was managed|operated|administered|run by ?the O2", 0.7f},
    {"PART_OF", "O1 reports|answers to ?the O2", 0.7f},
    {"PART_OF", "O1 within ?the O2", 0.7f},
    {"LOCATED_IN", "L2 is|was home ?first to ?the O1", 0.75f},
    {"LOCATED_IN", "L2 is|was home ?first to ?the L1", 0.75f},
    {"HOLDS_POSITION", "O2 under the leadership of NOUNS P1", 0.75f, "leader"},
    {"HOLDS_POSITION", "O2 under the direction of NOUNS P1", 0.7f, "director"},
});

struct Match {
  TokenIndex end = 0;
  EntityIndex subject = no_entity, object = no_entity;
};

class PhraseFinder {
 public:
  PhraseFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), relations_(relations), date_end_(reading.document.tokens.size(), 0) {
    for (const DateMention& date : reading.dates) date_end_[date.first] = date.last;
  }

  void run() {
    for (const Mention& mention : reading_.entities.mentions) {
      if (!name_at(mention.first) || ends_chain(mention)) continue;
      for (const Phrase& phrase : phrases)
        if (letter_of(mention) == phrase.items[0])
          if (const auto match = fits(phrase.items, {mention.first, no_entity, no_entity}, mention.first))
            state(phrase, mention.first, *match);
    }
  }

 private:
  const Mention* name_at(TokenIndex t) const {
    const Mention* mention = reading_.mention_at(t);
    const bool starts = mention && mention->first == t && mention->kind == MentionKind::name;
    return starts && mention->entity != no_entity ? mention : nullptr;
  }
  // "Nevada" of "Reno, Nevada": what follows is said of the first.
  bool ends_chain(const Mention& mention) const {
    if (letter_of(mention) != 'L' || mention.first < 2 || reading_.text(mention.first - 1) != ",")
      return false;
    const Mention* before = reading_.mention_at(mention.first - 2);
    return before && before->kind == MentionKind::name && before->entity != no_entity &&
           letter_of(*before) == 'L';
  }
  char letter_of(const Mention& mention) const {
    switch (reading_.type_of(mention.entity)) {
      case EntityType::person:
        return 'P';
      case EntityType::place:
        return 'L';
      case EntityType::organization:
        return 'O';
      default:
        return 'E';
    }
  }

  void state(const Phrase& phrase, TokenIndex first, const Match& match) {
    if (phrase.title == "head" && is_school(match.object)) return;  // "studied at O under P"
    Relation* relation =
        relations_.add(phrase.type, match.subject, match.object, first, match.end, phrase.confidence);
    if (relation && relation->title.empty()) relation->title = phrase.title;
  }

  bool is_school(EntityIndex body) const {
    const std::string& name = reading_.entities.entities[body].name;
    constexpr std::string_view schools[] = {"University", "College", "School", "Academy", "Institute"};
    return std::any_of(std::begin(schools), std::end(schools),
                       [&](std::string_view school) { return name.find(school) != std::string::npos; });
  }

  std::optional<Match> fits(std::string_view items, Match match, TokenIndex start) const {
    if (items.empty()) return match;
    const std::size_t space = std::min(items.find(' '), items.size());
    std::string_view item = items.substr(0, space);
    const std::string_view rest = items.substr(std::min(space + 1, items.size()));
    const bool optional = item.front() == '?';
    if (optional) item.remove_prefix(1);
    if (item == "NOUNS") return after_nouns(rest, match, start);
    Match next = match;
    if (match.end < reading_.sentence(start).last && step(item, next))
      if (auto found = fits(rest, next, start)) return found;
    return optional ? fits(rest, match, start) : std::nullopt;
  }

  std::optional<Match> after_nouns(std::string_view rest, Match match, TokenIndex start) const {
    const TokenIndex limit = std::min(reading_.sentence(start).last, match.end + 5);
    for (; match.end < limit; ++match.end) {
      if (auto found = fits(rest, match, start)) return found;
      const Upos upos = reading_.token(match.end).upos;
      const Deprel relation = reading_.token(match.end).relation;
      const bool modifies = relation == Deprel::amod || relation == Deprel::compound;
      const bool inside = upos == Upos::NOUN || upos == Upos::ADJ || upos == Upos::DET ||
                          upos == Upos::PROPN || (modifies && reading_.text(match.end).ends_with("ing"));
      if (!inside || reading_.actor_at(match.end) != no_entity) return std::nullopt;
    }
    return std::nullopt;
  }

  // One item at match.end.
  bool step(std::string_view item, Match& match) const {
    const TokenIndex t = match.end;
    if (item == "DATE") {
      match.end = date_end_[t];
      return match.end > t;
    }
    if (item == "NUM") {
      ++match.end;
      return reading_.token(t).upos == Upos::NUM;
    }
    if (item.front() == 'P' || item.front() == 'O' || item.front() == 'L') {
      const Mention* mention = name_at(t);
      if (!mention || letter_of(*mention) != item.front()) return false;
      if (item.ends_with('1')) match.subject = mention->entity;
      if (item.ends_with('2')) match.object = mention->entity;
      match.end = mention->last;
      return true;
    }
    ++match.end;
    return is_word_of(item, lower_case(reading_.text(t)));
  }
  static bool is_word_of(std::string_view words, std::string_view word) {
    while (!words.empty()) {
      const std::size_t bar = std::min(words.find('|'), words.size());
      if (words.substr(0, bar) == word) return true;
      words.remove_prefix(std::min(bar + 1, words.size()));
    }
    return false;
  }

  const Reading& reading_;
  RelationCollector& relations_;
  std::vector<TokenIndex> date_end_;  // of the expression of time that begins at a token; 0 where none
};

}  // namespace

void find_phrases(const Reading& reading, RelationCollector& relations) {
  PhraseFinder(reading, relations).run();
}

}  // namespace attest::extract
