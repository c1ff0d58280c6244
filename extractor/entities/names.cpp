#include <attest/extractor/entities/names.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>
#include <unordered_set>

#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/listed_places.hpp>
#include <attest/extractor/entities/name_context.hpp>
#include <attest/extractor/entities/name_lists.hpp>
#include <attest/extractor/entities/name_words.hpp>
#include <attest/extractor/entities/nested_names.hpp>
#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/span_rules.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {
namespace {

std::string collapse(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

class Finder {
 public:
  Finder(const AnnotatedDocument& document, const Lexicon& lexicon)
      : document_(document),
        lexicon_(lexicon),
        tokens_(document.tokens),
        words_(document),
        places_(lexicon, words_) {
    for (std::uint32_t i = 0; i < words_.size(); ++i)
      if (words_.text(i) == words_.lower(i)) common_.insert(words_.lower(i));
  }

  Names run() {
    std::vector<NameRange> ranges = with_repeats(labelled_ranges(document_, words_, places_));
    const std::vector<NameRange> within = names_within(words_, places_, ranges);
    ranges.insert(ranges.end(), within.begin(), within.end());
    std::sort(ranges.begin(), ranges.end(), [](const NameRange& a, const NameRange& b) {
      return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    for (const NameRange& range : ranges) add(range);
    vote_by_lists();
    for (NameForm& form : names_.forms) {
      form.acronym = is_acronym(form.surfaces.begin()->first) && !is_parent_body_noun(form.key);  // "SENATE"
      vote_by_words(form, is_town_paper(form));
    }
    vote_for_persons();
    return std::move(names_);
  }

 private:
  /// "Ada Lovelace" is a person where "Lovelace" or "Ada" is one alone, and "Lovelace" where "Ada Lovelace"
  /// is.
  void vote_for_persons() {
    std::unordered_set<std::string_view> alone, surnames;
    for (const NameForm& form : names_.forms) {
      if (form.type() != NameClass::person) continue;
      if (form.words.size() == 1) alone.insert(form.key);
      if (form.words.size() > 1) surnames.insert(form.words.back());
    }
    for (NameForm& form : names_.forms) {
      const std::string &first = form.words.front(), &last = form.words.back();
      const bool full = (form.words.size() == 2 || form.words.size() == 3) &&
                        gender_of_forename(first) != Gender::unknown &&
                        (alone.contains(first) || alone.contains(last));
      const bool surname = form.words.size() == 1 && !form.acronym && !form.listed_place &&
                           !form.listed_city && surnames.contains(last);
      if (full || surname)
        form.votes[static_cast<std::size_t>(NameClass::person)] +=
            0.6F * static_cast<float>(form.mentions.size());
    }
  }

  std::string_view text(std::uint32_t i) const { return words_.text(i); }

  // Repeats: forms that were labelled somewhere are names wherever they stand.

  struct Known {
    std::vector<std::string> tokens;
    NameClass label;
    float weight;
  };

  std::string key_of(std::uint32_t first, std::uint32_t last) const {
    std::string key;
    for (std::uint32_t i = first; i < last; ++i) (key += text(i)) += ' ';
    return key;
  }

  std::vector<NameRange> with_repeats(std::vector<NameRange> ranges) const {
    const auto known = known_forms(ranges);
    std::unordered_map<std::string, std::vector<const Known*>> by_first;  // looked up, never listed
    for (const auto& [key, form] : known) by_first[form.tokens.front()].push_back(&form);
    std::vector<std::int32_t> owner(tokens_.size(), -1);
    for (std::size_t r = 0; r < ranges.size(); ++r)
      for (std::uint32_t i = ranges[r].first; i < ranges[r].last; ++i)
        owner[i] = static_cast<std::int32_t>(r);
    std::vector<NameRange> all;
    std::vector<char> replaced(ranges.size(), 0);
    for (const Sentence& sentence : document_.sentences)
      for (std::uint32_t i = sentence.first; i < sentence.last;) {
        const Known* best = longest_at(by_first, i, sentence.last, owner, ranges);
        if (!best || words_.is_maiden_name(i)) {
          ++i;
          continue;
        }
        const auto end = i + static_cast<std::uint32_t>(best->tokens.size());
        for (std::uint32_t k = i; k < end; ++k)
          if (owner[k] >= 0) replaced[static_cast<std::size_t>(owner[k])] = 1;
        all.push_back({i, end, best->label, best->weight * 0.5F});
        i = end;
      }
    for (std::size_t r = 0; r < ranges.size(); ++r)
      if (!replaced[r]) all.push_back(ranges[r]);
    std::sort(all.begin(), all.end(),
              [](const NameRange& a, const NameRange& b) { return a.first < b.first; });
    return all;
  }

  std::map<std::string, Known> known_forms(const std::vector<NameRange>& ranges) const {
    std::map<std::string, Known> known;
    for (const NameRange& range : ranges) {
      Known form;
      for (std::uint32_t i = range.first; i < range.last; ++i) form.tokens.emplace_back(text(i));
      if (form.tokens.size() == 1 && !is_safe_single(range.first)) continue;
      form.label = range.label;
      form.weight = range.confidence;
      const auto [at, fresh] = known.emplace(key_of(range.first, range.last), form);
      if (!fresh && range.confidence > at->second.weight)
        at->second.label = range.label, at->second.weight = range.confidence;
    }
    for (const NameRange& range : ranges) add_surname(range, known);
    return known;
  }

  /// "Frost", "Costa" at the head of a sentence look like any noun where "Nora Frost" was not named before.
  void add_surname(const NameRange& range, std::map<std::string, Known>& known) const {
    const std::uint32_t last = range.last - 1;
    if (range.label != NameClass::person || range.last - range.first < 2 || !is_safe_single(last)) return;
    const char second = text(last)[1];
    if (second >= 'A' && second <= 'Z') return;  // "Henry III", "Smith MBE"
    known.try_emplace(key_of(last, range.last),
                      Known{{std::string(text(last))}, range.label, range.confidence * 0.8F});
  }

  /// One-word forms are looked for elsewhere only where they cannot be a common word of the text.
  bool is_safe_single(std::uint32_t i) const {
    return text(i).size() >= 3 && words_.is_capitalized(i) && !common_.contains(words_.lower(i)) &&
           !words_.is_title(i);
  }

  const Known* longest_at(const std::unordered_map<std::string, std::vector<const Known*>>& by_first,
                          std::uint32_t i, std::uint32_t limit, const std::vector<std::int32_t>& owner,
                          const std::vector<NameRange>& ranges) const {
    const auto found = by_first.find(std::string(text(i)));
    if (found == by_first.end()) return nullptr;
    const Known* best = nullptr;
    for (const Known* form : found->second) {
      const auto size = static_cast<std::uint32_t>(form->tokens.size());
      if (i + size > limit || (best && best->tokens.size() >= size)) continue;
      bool same = true;
      for (std::uint32_t k = 0; k < size && same; ++k) same = text(i + k) == form->tokens[k];
      if (same && fits(i, i + size, owner, ranges)) best = form;
    }
    return best;
  }

  /// Free, or longer than every labelled name it touches. A one-word form next to a capitalized word is part
  /// of another name.
  bool fits(std::uint32_t first, std::uint32_t last, const std::vector<std::int32_t>& owner,
            const std::vector<NameRange>& ranges) const {
    bool free = true;
    for (std::uint32_t i = first; i < last; ++i) {
      if (owner[i] < 0) continue;
      free = false;
      const NameRange& there = ranges[static_cast<std::size_t>(owner[i])];
      if (there.first < first || there.last > last || there.last - there.first >= last - first) return false;
    }
    if (!free || last - first > 1) return true;
    if (tokens_[first].name == NameClass::other && is_demonym(text(first))) return false;
    const auto joins = [&](std::uint32_t i) {
      return words_.is_capitalized(i) && tokens_[i].upos == Upos::PROPN && owner[i] < 0 &&
             !words_.is_title(i);
    };
    const bool after = last < words_.size() && words_.follows(last) && joins(last);
    const bool before = first > 0 && words_.follows(first) && joins(first - 1);
    return !after && !before;
  }

  // Forms.

  /// The end of "Evora" in "Evora region", "Evora economic region": what is written small tells the kind.
  std::uint32_t end_of_proper_part(const NameRange& range) const {
    const auto is_small = [&](std::uint32_t i) { return text(i) == words_.lower(i); };
    std::uint32_t end = range.last - 1;
    if (range.label != NameClass::place || end == range.first || !is_small(end) ||
        !is_division_noun(words_.lower(end)))
      return range.last;
    while (end > range.first + 1 && is_small(end - 1)) --end;
    return end;
  }

  /// Lists know names as they are usually written; the first mention may be in capitals.
  void note_lists(const NameRange& range, NameForm& form) const {
    constexpr std::size_t enough = 3;  // mentions
    if (form.listed_place || form.listed_city || form.listed_region || form.mentions.size() > enough) return;
    form.listed_city = places_.is_city(range.first, range.last);
    form.listed_region = places_.is_region(range.first, range.last);
    form.listed_place = places_.only_place(range.first, range.last);
  }

  void add(const NameRange& range) {
    NameMention mention{range.first,      range.last,      {},   0, range.label,
                        range.confidence, Gender::unknown, false};
    mention.span = {tokens_[range.first].span.begin, tokens_[range.last - 1].span.end};
    if (range.first > 0) {
      mention.titled = words_.is_title(range.first - 1) && range.label == NameClass::person;
      mention.gender = gender_of_noun(words_.bare(range.first - 1));
    }
    const std::string surface = collapse(document_.text(mention.span));
    mention.span.end = tokens_[end_of_proper_part(range) - 1].span.end;
    std::string key = fold_name(surface);
    if (key.empty()) return;
    const auto [at, fresh] = index_.emplace(key, names_.forms.size());
    if (fresh) {
      NameForm form;
      form.key = std::move(key);
      for (const std::string_view word : words_of(form.key)) form.words.emplace_back(word);
      names_.forms.push_back(std::move(form));
    }
    NameForm& form = names_.forms[at->second];
    mention.form = static_cast<std::uint32_t>(at->second);
    note_lists(range, form);
    ++form.surfaces[surface];
    if (const std::string proper = collapse(document_.text(mention.span)); proper != surface)
      form.surfaces[proper];
    form.mentions.push_back(static_cast<std::uint32_t>(names_.mentions.size()));
    form.votes[static_cast<std::size_t>(range.label)] += range.confidence;
    if (mention.titled) form.votes[static_cast<std::size_t>(NameClass::person)] += 0.5F;
    if (mention.gender != Gender::unknown) form.gender = mention.gender;
    vote_by_context(document_, lexicon_, words_, range, form);
    names_.mentions.push_back(mention);
  }

  /// "bands such as Elm and Rowan"
  void vote_by_lists() {
    const std::vector<NameRange> items = listed_names(document_, words_);
    auto item = items.begin();
    for (const NameMention& mention : names_.mentions) {
      while (item != items.end() && item->first < mention.first) ++item;
      if (item == items.end()) return;
      if (item->first == mention.first && item->last == mention.last)
        names_.forms[mention.form].votes[static_cast<std::size_t>(item->label)] += 1.2F;
    }
  }

  /// "Lima World": papers of a town that are called as many things are.
  bool is_town_paper(const NameForm& form) const {
    const NameMention& mention = names_.mentions[form.mentions.front()];
    return is_paper_noun(form.words.back()) && places_.contains(mention.first, mention.last - 1);
  }

  const AnnotatedDocument& document_;
  const Lexicon& lexicon_;
  const std::vector<Token>& tokens_;
  TokenWords words_;
  ListedPlaces places_;
  std::unordered_set<std::string> common_;  // words that stand in the text in lower case
  std::unordered_map<std::string, std::size_t> index_;
  Names names_;
};

}  // namespace

NameClass NameForm::type() const {
  constexpr std::array order{NameClass::person, NameClass::place, NameClass::organization, NameClass::event};
  NameClass best = order[0];
  for (const NameClass c : order)
    if (votes[static_cast<std::size_t>(c)] > votes[static_cast<std::size_t>(best)]) best = c;
  return best;
}

bool is_acronym(std::string_view surface) {
  std::size_t upper = 0, letters = 0;
  for (const char c : surface) {
    const auto u = static_cast<unsigned char>(c);
    if (u >= 0x80 || u == ' ') return false;
    upper += std::isupper(u) != 0;
    letters += std::isalpha(u) != 0;
  }
  return upper >= 2 && letters <= 8 && upper * 2 >= letters;
}

Names find_names(const AnnotatedDocument& document, const Lexicon& lexicon) {
  return Finder(document, lexicon).run();
}

}  // namespace attest::extract
