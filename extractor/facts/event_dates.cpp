// When an event happened: its sentence's own date, else the time that the narrative has reached
// (Reichenbach's reference time: the past tense goes on from the last time told, the perfect looks back from
// the document's date).
#include <algorithm>

#include <attest/extractor/edtf.hpp>
#include <attest/extractor/facts/events.hpp>

namespace attest::extract {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// "killed in the attack of 5 May": what stands inside an event shares its date; "after the war of 1912" not.
constexpr std::string_view inside[] = {"in", "during", "at", "amid", "on", "of", "throughout", "through"};
// A date after these bounds the time of the clause; it is not it.
constexpr std::string_view bounds[] = {"before", "after", "until", "till", "prior", "than", "following"};

class Dating {
 public:
  Dating(const Reading& reading, const Telling& telling)
      : reading_(reading), syntax_(reading.syntax), telling_(telling) {}

  // The date nearest to the trigger, best under it in the tree, then in its clause, then in its sentence
  // where no other verb has it.
  std::string best() const {
    const Sentence& sentence = reading_.sentence(telling_.trigger.token);
    auto at = std::lower_bound(reading_.dates.begin(), reading_.dates.end(), sentence.first,
                               [](const DateMention& d, TokenIndex token) { return d.first < token; });
    int best = 0;
    std::string date;
    for (int seen = 0; at != reading_.dates.end() && at->first < sentence.last && seen < 24; ++at, ++seen) {
      const int score = closeness(*at);
      if (score > best) best = score, date = at->edtf;
    }
    return date;
  }

 private:
  int closeness(const DateMention& date) const {
    const Span name = telling_.trigger.span;
    if (name.begin <= date.span.begin && date.span.end <= name.end) return 2000;
    if (!same_speech(date.first) || bounds_only(date)) return 0;
    const TokenIndex trigger = telling_.trigger.token;
    const int distance = static_cast<int>(date.first > trigger ? date.first - trigger : trigger - date.first);
    const int near = std::max(0, 100 - distance);
    if (reaches(date, trigger)) return 900 + near;
    if (telling_.clause != trigger && leads_clause() && reaches(date, telling_.clause)) return 600 + near;
    if (belongs_elsewhere(date)) return 0;
    const TokenIndex governor = syntax_.clause_of(date.first);
    if (governor == telling_.clause) return 400 + near;
    if (shares_time(governor)) return 100 + near;
    return distance <= 8 && no_verb_between(date, trigger) ? near / 2 : 0;
  }

  // A date in somebody's words dates what those words tell, and nothing else.
  bool same_speech(TokenIndex date) const {
    constexpr std::uint32_t longest_mention = 6;  // more than a name or a few words in quotation marks
    const std::int32_t a = reading_.quotation_of[date], b = reading_.quotation_of[telling_.trigger.token];
    if (a == b) return true;
    const auto is_speech = [&](std::int32_t q) {
      if (q < 0) return false;
      const Quotation& quotation = reading_.quotations[static_cast<std::size_t>(q)];
      return quotation.last - quotation.first > longest_mention;
    };
    return !is_speech(a) && !is_speech(b);
  }

  // "before 1912", "until 5 May"
  bool bounds_only(const DateMention& date) const {
    for (TokenIndex t = date.first; t < date.last; ++t)
      for (TokenIndex c : syntax_.children(t))
        if (c < date.first && is_case(c) && is_one_of(reading_.token(c).lemma, bounds)) return true;
    return false;
  }
  bool is_case(TokenIndex t) const {
    const Deprel relation = reading_.token(t).relation;
    return relation == Deprel::case_ || relation == Deprel::mark;
  }

  bool tells_event(TokenIndex t) const {
    if (const Mention* mention = reading_.mention_at(t);
        mention && mention->entity != no_entity && reading_.type_of(mention->entity) == EntityType::event)
      return true;
    const Trigger& noun = syntax_.word(t).noun;
    return syntax_.is_noun(t) && noun.type != EventType::none && noun.strength == Strength::strong;
  }

  // The date is that of another event in the sentence that this one does not stand in: "after the war of
  // 1912".
  bool belongs_elsewhere(const DateMention& date) const {
    TokenIndex t = date.last - 1;
    for (int step = 0; step < 8; ++step) {
      const auto head = syntax_.head(t);
      if (!head || *head == telling_.trigger.token || *head == telling_.clause) return false;
      const Deprel relation = reading_.token(t).relation;
      if (hangs_on_noun(relation) && tells_event(*head) && !stands_inside(*head)) return true;
      t = *head;
    }
    return false;
  }
  static bool hangs_on_noun(Deprel relation) {
    return relation == Deprel::nmod || relation == Deprel::nummod || relation == Deprel::nmod_tmod ||
           relation == Deprel::nmod_npmod || relation == Deprel::compound || relation == Deprel::amod ||
           relation == Deprel::appos || relation == Deprel::acl;
  }
  bool stands_inside(TokenIndex event) const { return is_one_of(syntax_.preposition(event), inside); }

  // Where the tree says nothing, a date close by with no other verb between.
  bool no_verb_between(const DateMention& date, TokenIndex trigger) const {
    const TokenIndex first = std::min(date.last, trigger + 1), last = std::max(date.first, trigger);
    for (TokenIndex t = first; t < last; ++t)
      if (t != telling_.clause && syntax_.is_verb(t)) return false;
    return true;
  }

  // Whether the date hangs on the token with no other clause, and no other event, between.
  bool reaches(const DateMention& date, TokenIndex top) const {
    TokenIndex t = date.last - 1;
    for (int step = 0; step < 8; ++step) {
      if (t == top) return true;
      const auto head = syntax_.head(t);
      if (!head) return false;
      if (*head == top) return true;
      const Deprel relation = reading_.token(t).relation;
      if (relation == Deprel::ccomp || relation == Deprel::advcl || relation == Deprel::acl_relcl ||
          (relation == Deprel::conj && syntax_.is_verb(t)))
        return false;
      if (hangs_on_noun(relation) && tells_event(*head) && !stands_inside(*head)) return false;
      t = *head;
    }
    return false;
  }

  // A verb above dates what is told below it: "On Tuesday they met and signed", "In 1945 he left to become
  // …".
  bool shares_time(TokenIndex governor) const {
    TokenIndex t = telling_.clause;
    for (int step = 0; step < 4; ++step) {
      const auto head = syntax_.head(t);
      const Deprel relation = reading_.token(t).relation;
      const bool passes = relation == Deprel::conj || relation == Deprel::advcl ||
                          relation == Deprel::xcomp || relation == Deprel::parataxis || !syntax_.is_verb(t);
      if (!head || !passes) return false;
      t = *head;
      if (t == governor) return true;
    }
    return false;
  }

  // The clause is about the event: its subject or its object.
  bool leads_clause() const {
    const Deprel relation = reading_.token(telling_.trigger.token).relation;
    return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::obj ||
           relation == Deprel::root;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const Telling& telling_;
};

bool is_day(const std::string& edtf) {
  const auto date = parse_edtf(edtf);
  return date && date->first.precision == Precision::day && !date->last && !date->open;
}

// ---- the time that the narrative has reached --------------------------------------------------------

class Timeline {
 public:
  explicit Timeline(const Reading& reading) : reading_(reading), syntax_(reading.syntax) {}

  void run(std::vector<Telling>& tellings) {
    for (Telling& telling : tellings) {
      if (telling.date.empty()) telling.date = reached(telling);
      if (!telling.date.empty()) advance(telling);
    }
  }

 private:
  // Only what happens one after the other in the past tense goes on from the time told last.
  bool narrates(const Telling& telling) const {
    return telling.trigger.named == no_entity && !telling.trigger.nominal && telling.modality.empty() &&
           tense_of(reading_, telling.clause) == Tense::past;
  }

  std::string reached(const Telling& telling) const {
    if (time_.empty() || !narrates(telling)) return {};
    const TokenIndex t = telling.trigger.token;
    const bool near = syntax_.sentence_of(t) <= sentence_ + 1 && reading_.block_of(t) == block_;
    return near && reading_.quotation_of[t] == quotation_ ? time_ : std::string();
  }

  void advance(const Telling& telling) {
    if (telling.trigger.named != no_entity || !is_day(telling.date)) return;
    const TokenIndex t = telling.trigger.token;
    time_ = telling.date;
    sentence_ = syntax_.sentence_of(t);
    block_ = reading_.block_of(t);
    quotation_ = reading_.quotation_of[t];
  }

  const Reading& reading_;
  const Syntax& syntax_;
  std::string time_;
  std::uint32_t sentence_ = 0, block_ = 0;
  std::int32_t quotation_ = -1;
};

// The finite verb's tense: the first auxiliary's, where there is one.
Tense tense_of_verb(const Reading& reading, TokenIndex verb) {
  const Syntax& syntax = reading.syntax;
  for (TokenIndex c : syntax.children(verb)) {
    const Deprel relation = reading.token(c).relation;
    if (relation != Deprel::aux && relation != Deprel::aux_pass && relation != Deprel::cop) continue;
    const std::string_view text = reading.text(c);
    if (text == "will" || text == "'ll" || text == "’ll" || text == "shall") return Tense::future;
    if (text == "has" || text == "have" || text == "'ve" || text == "’ve") return Tense::perfect;
    if (text == "had") return Tense::pluperfect;
    if (text == "was" || text == "were" || text == "did" || text == "got") return Tense::past;
    if (text == "is" || text == "are" || text == "am" || text == "does" || text == "do")
      return Tense::present;
  }
  const Penn penn = reading.token(verb).penn;
  if (penn == Penn::VBD) return Tense::past;
  return penn == Penn::VBZ || penn == Penn::VBP ? Tense::present : Tense::none;
}

}  // namespace

Tense tense_of(const Reading& reading, TokenIndex clause) {
  for (int step = 0; step < 4; ++step) {
    const Tense tense = tense_of_verb(reading, clause);
    if (tense != Tense::none) return tense;
    const auto head = reading.syntax.head(clause);
    if (!head) return Tense::none;
    clause = reading.syntax.clause_of(*head);
  }
  return Tense::none;
}

std::string date_told(const Reading& reading, const Telling& telling) {
  return Dating(reading, telling).best();
}

void carry_dates(const Reading& reading, std::vector<Telling>& tellings) {
  Timeline(reading).run(tellings);
}

}  // namespace attest::extract
