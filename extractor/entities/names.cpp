#include <attest/extractor/entities/names.hpp>

#include <algorithm>
#include <cctype>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/form_rules.hpp>

namespace attest::extract {
namespace {

constexpr std::size_t longest_name = 24;  // tokens; longer labels are errors

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

bool is_capitalized(std::string_view word) {
  const CharClass c = class_of(character_at(word, 0).code);
  return c == CharClass::upper || c == CharClass::digit || c == CharClass::letter;
}

bool has_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const Character c = character_at(word, at);
    if (is_cased_or_letter(class_of(c.code))) return true;
    at += c.size;
  }
  return false;
}

struct Range {
  std::uint32_t first;
  std::uint32_t last;
  NameClass label;
  float confidence;
};

class Finder {
 public:
  explicit Finder(const AnnotatedDocument& document) : document_(document), tokens_(document.tokens) {
    lower_.reserve(tokens_.size());
    for (const Token& token : tokens_) lower_.push_back(lower_case(document.text(token)));
  }

  Names run() {
    std::vector<Range> ranges = labelled();
    ranges = with_repeats(std::move(ranges));
    for (const Range& range : ranges) add(range);
    for (NameForm& form : names_.forms) weigh(form);
    return std::move(names_);
  }

 private:
  std::string_view text(std::uint32_t i) const { return document_.text(tokens_[i]); }

  /// Labelled stretches, trimmed. Demonyms and their like are no names.
  std::vector<Range> labelled() const {
    std::vector<Range> ranges;
    for (const Sentence& sentence : document_.sentences)
      for (std::uint32_t i = sentence.first; i < sentence.last;) {
        const NameClass label = tokens_[i].name;
        std::uint32_t end = i + 1;
        if (label == NameClass::none) {
          i = end;
          continue;
        }
        while (end < sentence.last && tokens_[end].name == label && !tokens_[end].name_begins) ++end;
        const float confidence = tokens_[i].name_confidence > 0 ? tokens_[i].name_confidence : 0.5F;
        Range range{i, end, label, confidence};
        if (label != NameClass::other && trim(range)) {
          ranges.push_back(range);
          if (const auto acronym = acronym_behind(range, sentence.last)) {
            ranges.push_back(*acronym);
            end = std::max(end, acronym->last);
          }
        }
        i = end;
      }
    return ranges;
  }

  /// "… of the Red Cross (ICRC)": the acronym is a name of what stands before it, whatever its own label.
  std::optional<Range> acronym_behind(const Range& range, std::uint32_t limit) const {
    const std::uint32_t at = range.last + 1;
    if (at + 1 >= limit || range.last - range.first < 2) return std::nullopt;
    if (text(range.last) != "(" && text(range.last) != "[") return std::nullopt;
    if (text(at + 1) != ")" && text(at + 1) != "]") return std::nullopt;
    if (!is_acronym(text(at))) return std::nullopt;
    Words words;
    const std::string folded =
        fold_name(document_.text(Span{tokens_[range.first].span.begin, tokens_[range.last - 1].span.end}));
    for (const std::string_view word : words_of(folded)) words.emplace_back(word);
    if (!abbreviates(fold_name(text(at)), words)) return std::nullopt;
    return Range{at, at + 1, range.label, range.confidence};
  }

  bool is_edge_mark(std::uint32_t i) const {
    return !has_letter(text(i)) && !std::isdigit(static_cast<unsigned char>(text(i).front()));
  }

  bool is_possessive(std::uint32_t i) const {
    const std::string_view mark = text(i);
    return mark == "'s" || mark == "\u2019s" || mark == "'" || mark == "\u2019" || mark == "'S";
  }

  /// Drops articles, titles and marks at the ends; false where no name is left.
  bool trim(Range& range) const {
    while (range.first < range.last && (is_edge_mark(range.last - 1) || is_possessive(range.last - 1)))
      --range.last;
    for (bool more = true; more && range.first < range.last;) {
      const std::string& word = lower_[range.first];
      const bool last_word = range.first + 1 == range.last;
      const bool title = range.label == NameClass::person && !last_word && is_leading_title(range);
      more = is_edge_mark(range.first) || word == "the" || word == "a" || word == "an" || title;
      if (more) ++range.first;
    }
    if (range.first >= range.last || range.last - range.first > longest_name) return false;
    const bool alone = range.first + 1 == range.last;
    if (alone && (lower_[range.first].size() < 2 || is_function_word(lower_[range.first]))) return false;
    if (alone && range.label == NameClass::person && is_title(lower_[range.first])) return false;
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (has_letter(text(i)) && is_capitalized(text(i))) return true;
    return range.confidence > 0.8F && has_letter(text(range.first));
  }

  bool is_leading_title(const Range& range) const {
    const std::string bare = bare_title(range.first);
    if (is_title(bare)) return true;
    return is_title_modifier(bare) && range.first + 2 < range.last && is_title(bare_title(range.first + 1));
  }

  std::string bare_title(std::uint32_t i) const {
    std::string word = lower_[i];
    if (word.ends_with('.')) word.pop_back();
    return word;
  }

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

  std::vector<Range> with_repeats(std::vector<Range> ranges) const {
    const auto known = known_forms(ranges);
    std::unordered_map<std::string, std::vector<const Known*>> by_first;  // looked up, never listed
    for (const auto& [key, form] : known) by_first[form.tokens.front()].push_back(&form);
    std::vector<std::int32_t> owner(tokens_.size(), -1);
    for (std::size_t r = 0; r < ranges.size(); ++r)
      for (std::uint32_t i = ranges[r].first; i < ranges[r].last; ++i)
        owner[i] = static_cast<std::int32_t>(r);
    std::vector<Range> all;
    std::vector<char> replaced(ranges.size(), 0);
    for (const Sentence& sentence : document_.sentences)
      for (std::uint32_t i = sentence.first; i < sentence.last;) {
        const Known* best = longest_at(by_first, i, sentence.last, owner, ranges);
        if (!best) {
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
    std::sort(all.begin(), all.end(), [](const Range& a, const Range& b) { return a.first < b.first; });
    return all;
  }

  std::map<std::string, Known> known_forms(const std::vector<Range>& ranges) const {
    std::map<std::string, Known> known;
    for (const Range& range : ranges) {
      Known form;
      for (std::uint32_t i = range.first; i < range.last; ++i) form.tokens.emplace_back(text(i));
      if (form.tokens.size() == 1 && !is_safe_single(range.first)) continue;
      form.label = range.label;
      form.weight = range.confidence;
      const auto [at, fresh] = known.emplace(key_of(range.first, range.last), form);
      if (!fresh && range.confidence > at->second.weight)
        at->second.label = range.label, at->second.weight = range.confidence;
    }
    return known;
  }

  /// One-word forms are looked for elsewhere only where they cannot be a common word of the text.
  bool is_safe_single(std::uint32_t i) const {
    return text(i).size() >= 3 && is_capitalized(text(i)) && !is_common(lower_[i]) && !is_title(lower_[i]);
  }

  /// The word stands in the text in lower case.
  bool is_common(const std::string& lower) const {
    if (common_.empty())
      for (std::uint32_t i = 0; i < tokens_.size(); ++i)
        if (text(i) == lower_[i]) common_.insert(lower_[i]);
    return common_.contains(lower);
  }

  const Known* longest_at(const std::unordered_map<std::string, std::vector<const Known*>>& by_first,
                          std::uint32_t i, std::uint32_t limit, const std::vector<std::int32_t>& owner,
                          const std::vector<Range>& ranges) const {
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
            const std::vector<Range>& ranges) const {
    bool free = true;
    for (std::uint32_t i = first; i < last; ++i) {
      if (owner[i] < 0) continue;
      free = false;
      const Range& there = ranges[static_cast<std::size_t>(owner[i])];
      if (there.first < first || there.last > last || there.last - there.first >= last - first) return false;
    }
    if (!free || last - first > 1) return true;
    if (tokens_[first].name == NameClass::other) return false;
    const auto joins = [&](std::uint32_t i) {
      return is_capitalized(text(i)) && tokens_[i].upos == Upos::PROPN && owner[i] < 0 &&
             !is_title(bare_title(i));
    };
    const bool after =
        last < tokens_.size() && tokens_[last].span.begin <= tokens_[first].span.end + 1 && joins(last);
    const bool before =
        first > 0 && tokens_[first].span.begin <= tokens_[first - 1].span.end + 1 && joins(first - 1);
    return !after && !before;
  }

  // Forms.

  void add(const Range& range) {
    NameMention mention{range.first,      range.last,      {},   0, range.label,
                        range.confidence, Gender::unknown, false};
    mention.span = {tokens_[range.first].span.begin, tokens_[range.last - 1].span.end};
    if (range.first > 0) {
      const std::string title = bare_title(range.first - 1);
      mention.titled = is_title(title) && range.label == NameClass::person;
      mention.gender = gender_of_noun(title);
    }
    const std::string surface = collapse(document_.text(mention.span));
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
    ++form.surfaces[surface];
    form.mentions.push_back(static_cast<std::uint32_t>(names_.mentions.size()));
    form.votes[static_cast<std::size_t>(range.label)] += range.confidence;
    if (mention.titled) form.votes[static_cast<std::size_t>(NameClass::person)] += 0.5F;
    if (mention.gender != Gender::unknown) form.gender = mention.gender;
    names_.mentions.push_back(mention);
  }

  /// What the words of a name say of its type weighs as much as several labels.
  void weigh(NameForm& form) const {
    const auto vote = [&](NameClass type, float weight) {
      form.votes[static_cast<std::size_t>(type)] += weight;
    };
    const auto n = static_cast<float>(form.mentions.size());
    form.acronym = is_acronym(form.surfaces.begin()->first);
    if (!country_code(form.key).empty()) return vote(NameClass::place, 2 * n + 1);
    if (form.words.size() < 2) return;
    const std::string& last = form.words.back();
    const std::string& first = form.words.front();
    const bool of = std::find(form.words.begin(), form.words.end(), "of") != form.words.end();
    const bool person = form.type() == NameClass::person;
    if (is_organization_noun(last) || (of && is_organization_noun(first))) {
      if (!person) vote(NameClass::organization, 0.6F * n);
    } else if (!place_kind(last).empty() || (of && !place_kind(first).empty())) {
      if (!person) vote(NameClass::place, 0.6F * n);
    }
  }

  const AnnotatedDocument& document_;
  const std::vector<Token>& tokens_;
  std::vector<std::string> lower_;
  mutable std::unordered_set<std::string> common_;
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

Names find_names(const AnnotatedDocument& document) {
  return Finder(document).run();
}

}  // namespace attest::extract
