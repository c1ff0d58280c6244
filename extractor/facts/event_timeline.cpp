// The time that a narrative has reached (Reichenbach's reference time: the past tense goes on from the last
// time told, the perfect looks back from the document's date), for what is told without a date of its own.
#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include <attest/extractor/edtf.hpp>
#include <attest/extractor/facts/events.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

// Whether a stretch of a document tells of one year: then what it leaves undated is of that time, too.
class Focus {
 public:
  explicit Focus(const Reading& reading) : reading_(reading) {}

  /// Whether most dates of the sentences around are of the year, and more than one.
  bool is_on(int year, std::uint32_t sentence) const {
    constexpr std::uint32_t behind = 25, ahead = 10;
    const auto& sentences = reading_.document.sentences;
    const TokenIndex first = sentences[sentence < behind ? 0 : sentence - behind].first;
    const TokenIndex last = sentences[std::min<std::size_t>(sentence + ahead, sentences.size() - 1)].last;
    auto at = std::lower_bound(reading_.dates.begin(), reading_.dates.end(), first,
                               [](const DateMention& d, TokenIndex token) { return d.first < token; });
    std::size_t same = 0, all = 0;
    for (int seen = 0; at != reading_.dates.end() && at->first < last && seen < 64; ++at, ++seen) {
      const auto range = parse_edtf(at->edtf);
      if (!range || range->first.precision < Precision::year) continue;
      same += range->first.year == year;
      ++all;
    }
    return same >= 4 && 2 * same > all;
  }

 private:
  const Reading& reading_;
};

// Where headings part the blocks of a document; asked in constant time.
class Headings {
 public:
  explicit Headings(const Document& document) {
    until_.reserve(document.blocks.size() + 1);
    until_.push_back(0);
    for (const Block& block : document.blocks)
      until_.push_back(until_.back() + (block.kind == BlockKind::heading ? 1u : 0u));
  }
  /// Whether a heading stands behind block `a` and before block `b`.
  bool between(std::uint32_t a, std::uint32_t b) const { return a + 1 < b && until_[b] > until_[a + 1]; }

 private:
  std::vector<std::uint32_t> until_;  // headings before each block
};

// Dates that stand over a stretch of text: the heading of a section, the head of an entry in a chronology
// ("1898, May 1. The fleet …").
class Entries {
 public:
  explicit Entries(const Reading& reading) : reading_(reading), headings_(reading.document.document) {
    const auto written = date_written(reading.document.document);
    for (const DateMention& date : reading.dates) {
      if (!heads_entry(date) || (written && to_edtf(*written) == date.edtf)) continue;
      heads_.emplace(reading.block_of(date.first), &date);
    }
  }

  /// The date over the block of a token; empty where there is none.
  std::string over(TokenIndex t) const {
    const std::uint32_t block = reading_.block_of(t);
    auto head = heads_.upper_bound(block);
    if (head == heads_.begin()) return {};
    --head;
    if (head->first == block) return head->second->first < t ? head->second->edtf : std::string();
    const bool is_heading = reading_.document.document.blocks[head->first].kind == BlockKind::heading;
    return is_heading && !headings_.between(head->first, block) ? head->second->edtf : std::string();
  }

 private:
  // At the start of its block, and set off from what follows.
  bool heads_entry(const DateMention& date) const {
    constexpr TokenIndex most_marks = 3;
    const Sentence& sentence = reading_.sentence(date.first);
    const bool first = sentence.first == 0 || reading_.block_of(sentence.first - 1) != sentence.block;
    if (!first || date.first > sentence.first + most_marks) return false;
    for (TokenIndex t = sentence.first; t < date.first; ++t)
      if (reading_.token(t).upos != Upos::PUNCT && reading_.token(t).upos != Upos::SYM) return false;
    if (date.last >= sentence.last) return true;
    const std::string_view mark = reading_.text(date.last);
    return mark == "." || mark == ":" || mark == "-" || mark == "–" || mark == "—" || mark == "*" ||
           mark == "**";
  }

  const Reading& reading_;
  Headings headings_;
  std::map<std::uint32_t, const DateMention*> heads_;  // by block
};

class Timeline {
 public:
  explicit Timeline(const Reading& reading)
      : reading_(reading),
        syntax_(reading.syntax),
        focus_(reading),
        headings_(reading.document.document),
        entries_(reading) {
    if (const auto written = date_written(reading.document.document);
        written && written->precision == Precision::day)
      written_ = PartialDate{written->year, written->month, 0, Precision::month, false};
  }

  void run(std::vector<Telling>& tellings) {
    for (std::size_t i = 0; i < tellings.size(); ++i) {
      Telling& telling = tellings[i];
      pass_to(syntax_.sentence_of(telling.trigger.token));
      if (telling.date.empty() && telling.setting != no_token) telling.date = of_setting(telling, tellings);
      if (telling.date.empty() && is_narrated(telling))
        telling.date = date_of_visit(reading_, std::span(tellings).first(i), telling);
      if (telling.date.empty()) {
        telling.date = reached(telling);
        telling.date_carried = time_ && telling.date == to_edtf(month_reached());
      }
      if (!telling.date.empty()) advance(telling);
    }
    const std::string day = election_day(tellings);
    for (Telling& telling : tellings)
      if (telling.date.empty() && is_of_main(telling)) telling.date = day;
  }

 private:
  static constexpr std::uint32_t at_once = 1;     // sentences that a day lasts; one more its month
  static constexpr std::uint32_t same_time = 15;  // sentences that a month lasts

  // Only what happens one after the other in the past tense goes on from the time told last.
  Tense tense(const Telling& telling) const { return tense_of(reading_, telling.clause); }
  bool is_timeless(const Telling& telling) const {
    const EventType type = telling.trigger.type;
    return telling.trigger.named != no_entity || type == EventType::birth || type == EventType::publication ||
           type == EventType::founding;
  }
  bool modifies(const Telling& telling) const {
    const Deprel relation = reading_.token(telling.trigger.token).relation;
    if (relation == Deprel::acl || relation == Deprel::acl_relcl) return true;
    return has_other_time(reading_, telling.trigger.token);
  }

  bool is_narrated(const Telling& telling) const {
    return tense(telling) == Tense::past && telling.modality.empty() && !modifies(telling) &&
           !is_bounded(telling);
  }

  // What happened in the course of another event, or was done by it, happened when that did.
  static std::string of_setting(const Telling& telling, std::span<const Telling> tellings) {
    const auto around = std::find_if(tellings.begin(), tellings.end(), [&](const Telling& other) {
      return other.trigger.token == telling.setting;
    });
    return around == tellings.end() ? std::string() : around->date;
  }

  // A report on one election tells of its parts without its day.
  bool is_of_main(const Telling& telling) const {
    if (telling.trigger.type != EventType::election || telling.trigger.nominal) return false;
    return telling.trigger.named == no_entity && tense(telling) == Tense::past && telling.modality.empty();
  }
  // The day of all elections that have one; empty where they disagree.
  static std::string election_day(const std::vector<Telling>& tellings) {
    std::string day;
    for (const Telling& telling : tellings) {
      if (telling.trigger.type != EventType::election || !is_day(parse_edtf(telling.date))) continue;
      if (!day.empty() && day != telling.date) return {};
      day = telling.date;
    }
    return day;
  }

  // Dates of clauses that tell of no event move the time on as well: "On 5 May the guests arrived. They met
  // …". When something was said is not when what follows in quotation marks happened.
  void pass_to(std::uint32_t sentence) {
    for (; date_ < reading_.dates.size() && syntax_.sentence_of(reading_.dates[date_].first) < sentence;
         ++date_) {
      const DateMention& date = reading_.dates[date_];
      const TokenIndex verb = syntax_.clause_of(date.first);
      const auto value = parse_edtf(date.edtf);
      const bool frames =
          syntax_.is_verb(verb) && (syntax_.head(date.first) == verb || syntax_.head(date.last - 1) == verb);
      if (!frames || !moves_time(value)) continue;
      if (syntax_.word(verb).speech != Speech::none) {
        time_.reset();
      } else if (tense_of(reading_, verb) == Tense::past) {
        set(value->first, date.first);
      }
    }
    if (time_ && passes_heading(sentence)) time_.reset();
  }
  bool passes_heading(std::uint32_t sentence) {
    return headings_.between(block_, reading_.document.sentences[sentence].block);
  }
  static bool is_day(const std::optional<DateRange>& date) {
    return date && date->first.precision == Precision::day && !date->last && !date->open;
  }
  // A month or a year alone ends what goes on from sentence to sentence.
  static bool moves_time(const std::optional<DateRange>& date) {
    return date && !date->last && !date->open && date->first.precision >= Precision::year;
  }
  void set(const PartialDate& time, TokenIndex t) {
    last_sentence_ = syntax_.sentence_of(t);
    if (time.precision < Precision::day) return;
    time_ = time;
    sentence_ = last_sentence_;
    block_ = reading_.block_of(t);
    quotation_ = reading_.quotation_of[t];
  }

  // "held them for twelve years": no day, and no month
  bool lasts(const Telling& telling) const {
    constexpr std::string_view units[] = {"week", "month", "year", "decade", "century"};
    for (TokenIndex c : syntax_.children(telling.clause))
      if (is_one_of(reading_.token(c).lemma, units) && syntax_.preposition(c) == "for") return true;
    return false;
  }

  // "They attacked before 1994": a date of the clause that does not date it bounds it.
  bool is_bounded(const Telling& telling) const {
    const Sentence& sentence = reading_.sentence(telling.trigger.token);
    auto at = std::lower_bound(reading_.dates.begin(), reading_.dates.end(), sentence.first,
                               [](const DateMention& d, TokenIndex token) { return d.first < token; });
    for (; at != reading_.dates.end() && at->first < sentence.last; ++at)
      if (syntax_.clause_of(at->first) == telling.clause) return true;
    return false;
  }

  std::string reached(const Telling& telling) const {
    if (lasts(telling) || is_bounded(telling)) return {};
    if (std::string entry = of_entry(telling); !entry.empty()) return entry;
    std::string date = goes_on(telling);
    return date.empty() ? of_lead(telling) : date;
  }

  std::string of_entry(const Telling& telling) const {
    const Tense told = tense(telling);
    if (telling.trigger.named != no_entity || modifies(telling) || told == Tense::pluperfect ||
        told == Tense::future)
      return {};
    if (!telling.modality.empty() || telling.trigger.type == EventType::birth) return {};
    return entries_.over(telling.trigger.token);
  }

  // The first sentences of a dated item tell what is new.
  std::string of_lead(const Telling& telling) const {
    constexpr std::uint32_t most = 5;  // sentences, with headline and dateline
    if (!written_ || is_timeless(telling) || modifies(telling)) return {};
    if (telling.trigger.nominal || syntax_.sentence_of(telling.trigger.token) >= most) return {};
    const Tense told = tense(telling);
    return told == Tense::past || told == Tense::perfect ? to_edtf(*written_) : std::string();
  }

  std::string goes_on(const Telling& telling) const {
    if (!time_ || is_timeless(telling) || modifies(telling)) return {};
    const TokenIndex t = telling.trigger.token;
    const std::uint32_t passed = syntax_.sentence_of(t) - sentence_;
    const Tense told = tense(telling);
    const bool narrated = (!telling.trigger.nominal || is_setting_of_speech(telling)) &&
                          told == Tense::past && (telling.modality.empty() || telling.modality == "reported");
    if (narrated && last_sentence_ > sentence_ && syntax_.sentence_of(t) <= last_sentence_ + at_once)
      return {};
    if (narrated && passed <= at_once && reading_.quotation_of[t] == quotation_) return to_edtf(*time_);
    if (narrated && passed <= at_once + 1) return to_edtf(month_reached());
    const bool past = told == Tense::past || told == Tense::perfect;
    if (telling.trigger.nominal || !past || passed > same_time ||
        !focus_.is_on(time_->year, syntax_.sentence_of(t)))
      return {};
    if (!telling.modality.empty() && reading_.quotation_of[t] != quotation_) return {};
    return to_edtf(month_reached());
  }
  // "At a news conference, P said"
  bool is_setting_of_speech(const Telling& telling) const {
    return telling.trigger.type == EventType::meeting &&
           reading_.token(telling.trigger.token).relation == Deprel::obl &&
           syntax_.word(telling.clause).speech != Speech::none;
  }
  PartialDate month_reached() const { return {time_->year, time_->month, 0, Precision::month, false}; }

  void advance(const Telling& telling) {
    // "the agreement of 5 May" is no new time: only what is told at its date is.
    const Deprel relation = reading_.token(telling.trigger.token).relation;
    const bool told = !telling.trigger.nominal || relation == Deprel::nsubj ||
                      relation == Deprel::nsubj_pass || relation == Deprel::obj || relation == Deprel::root;
    const bool ahead = telling.modality == "hypothetical" || tense(telling) == Tense::future;
    const auto date = parse_edtf(telling.date);
    if (telling.trigger.named == no_entity && told && !ahead && moves_time(date))
      set(date->first, telling.trigger.token);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  Focus focus_;
  Headings headings_;
  Entries entries_;
  std::optional<PartialDate> written_;  // the month of the document's own date
  std::optional<PartialDate> time_;     // the day told last
  std::uint32_t last_sentence_ = 0;     // that told a day, a month or a year
  std::uint32_t sentence_ = 0, block_ = 0;
  std::int32_t quotation_ = -1;
  std::size_t date_ = 0;  // first not yet passed
};

}  // namespace

void carry_dates(const Reading& reading, std::vector<Telling>& tellings) {
  Timeline(reading).run(tellings);
}

}  // namespace attest::extract
