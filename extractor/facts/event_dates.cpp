// The date that the sentence of an event gives it, and the tense that it is told in.
#include <algorithm>
#include <optional>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/events.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

// "killed in the attack of 5 May": what stands inside an event shares its date; "after the war of 1912" not.
constexpr std::string_view inside[] = {"in", "during", "at", "amid", "on", "of", "throughout", "through"};
// What a noun of an event does at its own time, and what it does when it is over.
constexpr std::string_view beginnings[] = {"begin",    "start", "erupt", "break",
                                           "commence", "last",  "occur", "happen"};
constexpr std::string_view endings[] = {"end", "cease", "stop"};
// A date after these bounds the time of the clause; it is not it.
constexpr std::string_view bounds[] = {"before", "after", "until",     "till",
                                       "prior",  "than",  "following", "follow"};

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
      const int score = continues_list(*at) ? 0 : closeness(*at);
      if (score > best) best = score, date = at->edtf;
    }
    return date;
  }

 private:
  // "in 1687 and 1689", "from 1699 or 1700": the first counts
  bool continues_list(const DateMention& date) const {
    constexpr std::string_view links[] = {"and", "or", ","};
    if (&date == reading_.dates.data() || date.last - date.first != 1) return false;
    const DateMention& before = *(&date - 1);
    return before.last + 1 == date.first && before.last - before.first == 1 &&
           is_one_of(reading_.text(before.last), links);
  }

  int closeness(const DateMention& date) const {
    const Span name = telling_.trigger.span;
    if (name.begin <= date.span.begin && date.span.end <= name.end) return 2000;
    if (!same_speech(date.first) || bounds_only(date)) return 0;
    const TokenIndex trigger = telling_.trigger.token;
    if (const auto verb = verb_said_of(date)) {
      if (is_one_of(reading_.token(*verb).lemma, endings)) return 0;
      if (is_one_of(reading_.token(*verb).lemma, beginnings)) return 950;
    }
    const int distance = static_cast<int>(date.first > trigger ? date.first - trigger : trigger - date.first);
    const int near = std::max(0, 100 - distance);
    const auto opened = stands_beside() ? std::nullopt : clause_opened_by(date);
    if (opened && *opened > date.last - 1 && trigger < date.first && *opened != telling_.clause &&
        (telling_.trigger.nominal || reading_.text(date.last) != ","))
      return 0;
    if (follows_verb(date)) return 1100 + near;
    if (reaches(date, trigger) || is_part_of_phrase(date)) return 1000 + near;
    if (opened && *opened == telling_.clause) return is_only_mentioned() ? 0 : 900 + near;
    if (opened && shares_time(*opened)) return 150 + near;
    if (stands_beside() || is_only_mentioned()) return 0;
    if (telling_.clause != trigger && syntax_.leads_clause(trigger) && reaches(date, telling_.clause))
      return 600 + near;
    if (belongs_elsewhere(date) || explains_name()) return 0;
    const TokenIndex governor = syntax_.clause_of(date.first);
    if (governor == telling_.clause) return 400 + near;
    if (shares_time(governor)) return 100 + near;
    // When somebody was appointed, or said it, is not when this was.
    const bool taken = has_other_time(reading_, telling_.clause) || turns_to_future(telling_.clause) ||
                       (syntax_.is_verb(governor) &&
                        (is_relative_clause(governor) || syntax_.word(governor).speech != Speech::none));
    return distance <= 8 && !taken && no_verb_between(date, trigger) ? near / 2 : 0;
  }

  // Of "the war that began on 5 May and ended on 6 June" the verb that a date hangs on.
  std::optional<TokenIndex> verb_said_of(const DateMention& date) const {
    if (!telling_.trigger.nominal) return std::nullopt;
    const TokenIndex verb = syntax_.clause_of(date.first);
    TokenIndex top = verb;
    if (reading_.token(top).relation == Deprel::conj && syntax_.head(top)) top = *syntax_.head(top);
    const bool relative =
        reading_.token(top).relation == Deprel::acl_relcl || reading_.token(top).relation == Deprel::acl;
    const bool of_noun = relative && syntax_.head(top) == telling_.trigger.token;
    return of_noun || syntax_.subject(top) == telling_.trigger.token ? std::optional(verb) : std::nullopt;
  }

  // "The war ended on 5 May", "condemned the war on 5 May": that is not when it was.
  bool is_only_mentioned() const {
    constexpr std::string_view verbs[] = {"end",         "cease",       "stop",    "finish",    "conclude",
                                          "cover",       "mark",        "condemn", "criticize", "criticise",
                                          "denounce",    "deplore",     "mourn",   "recall",    "remember",
                                          "investigate", "commemorate", "regret",  "deny",      "praise"};
    return telling_.trigger.nominal && is_one_of(reading_.token(telling_.clause).lemma, verbs);
  }

  // "the election of 2024", "the 2020 border war"
  bool is_part_of_phrase(const DateMention& date) const {
    constexpr TokenIndex most = 3;  // words between
    if (!telling_.trigger.nominal) return false;
    const TokenIndex trigger = telling_.trigger.token;
    const bool behind = date.first > trigger;
    const TokenIndex first = behind ? trigger + 1 : date.last, last = behind ? date.first : trigger;
    if (first > last || last - first > most) return false;
    for (TokenIndex t = first; t < last; ++t) {
      const Upos upos = reading_.token(t).upos;
      const bool links =
          behind ? upos == Upos::ADP || upos == Upos::DET : syntax_.is_noun(t) || upos == Upos::ADJ;
      if (!links) return false;
    }
    return behind ? first < last : !reading_.text(date.first).ends_with(",");
  }

  // "Born 23 January 1928", "arrested on 5 May"
  bool follows_verb(const DateMention& date) const {
    constexpr TokenIndex most = 2;  // words between
    const TokenIndex next = telling_.trigger.token + 1;
    if (telling_.trigger.nominal || date.first < next || date.first - next > most) return false;
    for (TokenIndex t = next; t < date.first; ++t)
      if (reading_.token(t).upos != Upos::ADP && reading_.token(t).upos != Upos::DET) return false;
    return true;
  }

  // "led it until her death", "after the war": the clause has a time of its own.
  bool stands_beside() const {
    constexpr std::string_view also[] = {"since",   "about", "over", "for",     "against",
                                         "despite", "like",  "due",  "because", "owing"};
    if (!telling_.trigger.nominal) return false;
    const TokenIndex first = first_of_list();
    const std::string_view preposition = syntax_.preposition(first);
    return is_one_of(preposition, bounds) || is_one_of(preposition, also) || is_followed() || surrounds() ||
           is_left_behind() || is_topic(first);
  }
  // "after the attack and the siege": what a preposition leads, it leads to the end.
  TokenIndex first_of_list() const {
    TokenIndex t = telling_.trigger.token;
    for (int step = 0; step < 4 && reading_.token(t).relation == Deprel::conj; ++step) {
      const auto head = syntax_.head(t);
      if (!head || *head > t || syntax_.is_verb(*head) || syntax_.preposition(t) != "") break;
      t = *head;
    }
    return t;
  }
  // "talks on the war", "a report on the attack"
  bool is_topic(TokenIndex t) const {
    const auto head = syntax_.head(t);
    if (!head || reading_.token(t).relation != Deprel::nmod || syntax_.preposition(t) != "on") return false;
    const EventType type = syntax_.word(*head).noun.type;
    return type == EventType::meeting || type == EventType::publication ||
           syntax_.word(*head).speech_noun != Speech::none;
  }

  // "in the wake of the attack", "on the eve of the election", "as a result of the war"
  bool is_left_behind() const {
    constexpr std::string_view nouns[] = {"wake",   "aftermath",   "eve",
                                          "run-up", "anniversary", "anticipation"};
    constexpr std::string_view effects[] = {"result", "consequence"};
    const auto noun = syntax_.head(telling_.trigger.token);
    if (!noun || reading_.token(telling_.trigger.token).relation != Deprel::nmod) return false;
    const std::string_view lemma = reading_.token(*noun).lemma;
    return is_one_of(lemma, nouns) || (is_one_of(lemma, effects) && lasts());
  }

  // "On 5 May, during the war, …": the day is of what happened in it.
  bool surrounds() const {
    constexpr std::string_view within[] = {"in", "during", "throughout", "amid"};
    return is_one_of(syntax_.preposition(telling_.trigger.token), within) && lasts();
  }
  bool lasts() const {
    constexpr std::string_view nouns[] = {"war",      "conflict",  "occupation", "siege",    "blockade",
                                          "campaign", "hostility", "revolution", "uprising", "rebellion"};
    return is_one_of(lower_case(reading_.token(telling_.trigger.token).lemma), nouns);
  }

  // "following her death", where the tree has a participle
  bool is_followed() const {
    const auto head = syntax_.head(telling_.trigger.token);
    return head && reading_.text(*head) == "following" &&
           reading_.token(telling_.trigger.token).relation == Deprel::obj;
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

  // "in the attack of 5 May", "the 1912 treaty": the date is the noun's own, and reaches the clause only from
  // an event that the clause stands in. Of other nouns only the tightly bound date is.
  bool keeps_date(TokenIndex noun, TokenIndex below) const {
    const Deprel relation = reading_.token(below).relation;
    if (!hangs_on_noun(relation) || !syntax_.is_noun(noun) || stands_inside(noun)) return false;
    if (const Mention* mention = reading_.mention_at(noun);
        mention && reading_.is_type(mention->entity, EntityType::event))
      return true;
    const bool bound = relation != Deprel::nmod || syntax_.preposition(below) == "of";
    if (is_time(noun)) return false;
    return bound || (tells_event(noun) && syntax_.word(noun).noun.strength == Strength::strong);
  }
  // "A storm yesterday sank the ship", "The court on Thursday ruled": between a subject and its verb.
  bool stands_before_verb(const DateMention& date, TokenIndex noun) const {
    const Deprel relation = reading_.token(noun).relation;
    const bool is_subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
    if (!is_subject || noun > date.first || date.last >= reading_.sentence(noun).last) return false;
    if (syntax_.preposition(date.last - 1) == "of") return false;
    const TokenIndex next = date.last;
    const auto verb = syntax_.head(noun);
    return verb && (next == *verb || syntax_.head(next) == verb) && reading_.token(next).upos != Upos::PUNCT;
  }
  bool tells_event(TokenIndex noun) const { return syntax_.word(noun).noun.type != EventType::none; }
  // "the night of 5 May", "the end of 1912"
  bool is_time(TokenIndex noun) const {
    constexpr std::string_view nouns[] = {
        "night", "morning", "evening", "afternoon", "day",    "end",    "start",  "beginning", "middle",
        "week",  "month",   "year",    "spring",    "summer", "autumn", "winter", "hour",      "date",
        "half",  "weekend", "eve",     "period",    "early",  "late",   "course"};
    return is_one_of(reading_.token(noun).lemma, nouns) || is_dated(noun);
  }
  // "…, and on 5 May, they fled": between commas, a date opens the clause behind it, whatever the tree says.
  std::optional<TokenIndex> clause_opened_by(const DateMention& date) const {
    const Sentence& sentence = reading_.sentence(date.first);
    TokenIndex start = date.first;
    while (start > sentence.first && leads_to_date(start - 1)) --start;
    const bool opens = start == sentence.first || ends_clause(start - 1);
    if (!opens || date.last >= sentence.last) return std::nullopt;
    if (reading_.text(date.last) != ",")
      return start > sentence.first ? verb_right_behind(date) : verb_of_subject_behind(date);
    constexpr TokenIndex reach = 24;
    const TokenIndex last = std::min(sentence.last, date.last + reach);
    for (TokenIndex t = date.last; t < last; ++t) {
      const Deprel relation = reading_.token(t).relation;
      if (relation == Deprel::acl || relation == Deprel::acl_relcl || relation == Deprel::amod) continue;
      if (has_other_time(reading_, t)) continue;
      if (syntax_.is_verb(t)) return t;
    }
    return std::nullopt;
  }
  // "In 2013 floods destroyed a dam", where the tree counts the floods
  std::optional<TokenIndex> verb_of_subject_behind(const DateMention& date) const {
    const auto noun = syntax_.head(date.last - 1);
    if (!noun || *noun < date.last || !syntax_.is_noun(*noun)) return std::nullopt;
    const bool determined = date.first > 0 && reading_.token(date.first - 1).upos == Upos::DET;
    if (determined) return std::nullopt;  // "The 2018 amendment followed"
    const Deprel relation = reading_.token(*noun).relation;
    const auto verb = syntax_.head(*noun);
    const bool is_subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
    return is_subject && verb && *verb > *noun ? verb : std::nullopt;
  }
  // "joined the Guard, and in 1665 was sent away"
  std::optional<TokenIndex> verb_right_behind(const DateMention& date) const {
    if (reading_.token(date.last).upos == Upos::VERB) return date.last;
    if (reading_.token(date.last).upos != Upos::AUX) return std::nullopt;
    const auto verb = syntax_.head(date.last);
    return verb && *verb > date.last && syntax_.is_verb(*verb) ? verb : std::nullopt;
  }
  bool leads_to_date(TokenIndex t) const {
    const Upos upos = reading_.token(t).upos;
    return upos == Upos::ADP || upos == Upos::DET || is_time(t);
  }
  bool ends_clause(TokenIndex t) const {
    const std::string_view text = reading_.text(t);
    return text == "," || text == ";" || text == "and" || text == "but" || text == "then";
  }
  // Part of a date itself: "September 2023".
  bool is_dated(TokenIndex t) const {
    const auto at = std::upper_bound(reading_.dates.begin(), reading_.dates.end(), t,
                                     [](TokenIndex token, const DateMention& d) { return token < d.first; });
    return at != reading_.dates.begin() && t < std::prev(at)->last;
  }

  // The date is that of another event in the sentence that this one does not stand in: "after the war of
  // 1912".
  bool belongs_elsewhere(const DateMention& date) const {
    TokenIndex t = date.last - 1;
    for (int step = 0; step < 8; ++step) {
      const auto head = syntax_.head(t);
      if (!head || *head == telling_.trigger.token || *head == telling_.clause) return false;
      if (keeps_date(*head, t) && !stands_before_verb(date, *head)) return true;
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
      const Deprel relation = reading_.token(t).relation;
      const bool other = relation == Deprel::ccomp || relation == Deprel::acl_relcl ||
                         (relation == Deprel::advcl && !is_at_once(t)) ||
                         (relation == Deprel::conj && syntax_.is_verb(t));
      if (other) return false;
      if (*head == top) return true;
      if (keeps_date(*head, t) && !stands_before_verb(date, *head)) return false;
      t = *head;
    }
    return false;
  }

  // "died when a wall fell on Tuesday"
  bool is_at_once(TokenIndex clause) const {
    constexpr std::string_view words[] = {"when", "as", "while"};
    const auto word = syntax_.child(clause, {Deprel::mark, Deprel::advmod});
    return word && *word < clause && is_one_of(reading_.token(*word).lemma, words);
  }

  // A verb above dates what is told below it: "On Tuesday they met and signed", "In 1945 he left to become
  // …".
  bool shares_time(TokenIndex governor) const {
    TokenIndex t = telling_.clause;
    if (opens_as_participle(t)) return false;
    for (int step = 0; step < 4; ++step) {
      const auto head = syntax_.head(t);
      const Deprel relation = reading_.token(t).relation;
      const bool passes = relation == Deprel::conj || relation == Deprel::advcl ||
                          relation == Deprel::xcomp || relation == Deprel::parataxis || !syntax_.is_verb(t) ||
                          is_where(t);
      if (!head || !passes || has_other_time(reading_, t) || turns_to_future(t)) return false;
      t = *head;
      if (t == governor) return true;
    }
    return false;
  }

  bool is_relative_clause(TokenIndex verb) const {
    return reading_.token(verb).relation == Deprel::acl_relcl;
  }

  // "Born in L, he left for M in 1910"
  bool opens_as_participle(TokenIndex clause) const {
    const auto above = syntax_.head(clause);
    const bool participle = reading_.token(clause).penn == Penn::VBN && !syntax_.child(clause, Deprel::mark);
    return reading_.token(clause).relation == Deprel::advcl && participle && above && clause < *above &&
           clause == reading_.sentence(clause).first;
  }
  // "married the officer P, author of a history": what tells who somebody is has a time of its own
  bool explains_name() const {
    return telling_.trigger.nominal && reading_.token(telling_.trigger.token).relation == Deprel::appos;
  }

  // "was arrested in January and will go on trial"
  bool turns_to_future(TokenIndex clause) const {
    return reading_.token(clause).relation == Deprel::conj && tense_of(reading_, clause) == Tense::future;
  }

  // "taught in L, where he met X"
  bool is_where(TokenIndex clause) const {
    if (!is_relative_clause(clause)) return false;
    const auto adverb = syntax_.child(clause, Deprel::advmod);
    return adverb && syntax_.lemma_is(*adverb, "where");
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const Telling& telling_;
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

bool has_other_time(const Reading& reading, TokenIndex clause) {
  constexpr std::string_view marks[] = {"after", "before", "since", "until", "till"};
  constexpr TokenIndex reach = 12;
  if (reading.token(clause).relation != Deprel::advcl) return false;
  const auto mark = reading.syntax.child(clause, Deprel::mark);
  if (mark && is_one_of(reading.token(*mark).lemma, marks)) return true;
  const auto above = reading.syntax.head(clause);
  if (!above || *above > clause) return false;
  for (TokenIndex t = clause; t > *above + 1 && clause - t < reach; --t)
    if (is_one_of(reading.text(t - 1), marks)) return true;
  return false;
}

std::string date_told(const Reading& reading, const Telling& telling) {
  std::string date = Dating(reading, telling).best();
  // "is dissolved from 1 January 2024": once, on that day
  const EventType type = telling.trigger.type;
  const bool at_once =
      type == EventType::dissolution || type == EventType::founding || type == EventType::legislation;
  constexpr std::string_view open_end = "/..";
  if (at_once && date.ends_with(open_end)) date.resize(date.size() - open_end.size());
  return date;
}

}  // namespace attest::extract
