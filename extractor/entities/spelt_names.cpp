#include <attest/extractor/entities/spelt_names.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/form_rules.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/entities/range_words.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class SpeltNames {
 public:
  SpeltNames(const TokenWords& words, std::vector<NameRange>& ranges) : words_(words), ranges_(ranges) {
    std::sort(ranges_.begin(), ranges_.end(),
              [](const NameRange& a, const NameRange& b) { return a.first < b.first; });
  }

  void read(const Sentence& sentence) {
    for (std::uint32_t open = sentence.first + 2; open + 2 < sentence.last; ++open) {
      if (words_.text(open) != "(" || words_.text(open + 2) != ")" || !is_acronym(words_.text(open + 1)))
        continue;
      const auto first = begin_of(fold_name(words_.text(open + 1)), open, sentence);
      if (!first) continue;
      if (is_law(*first, open))
        laws_.insert(words_.text(open + 1));
      else
        take(*first, open);
    }
  }

  /// "Inland Free Trade Agreement (IFTA)": its letters name nobody, wherever they stand.
  void drop_laws() {
    std::erase_if(ranges_, [&](const NameRange& range) {
      return range.last - range.first == 1 && laws_.contains(words_.text(range.first));
    });
  }

  /// "Union of Rivers and Seas URS": the name and its letters.
  void part_letters() {
    std::vector<NameRange> more;
    for (NameRange& range : ranges_) {
      const std::uint32_t letters = range.last - 1;
      if (range.last - range.first < 4 || words_.text(letters).size() < 3 ||
          !is_acronym(words_.text(letters)))
        continue;
      if (!spells(fold_name(words_.text(letters)), range.first, letters)) continue;
      more.push_back({letters, range.last, range.label, range.confidence});
      range.last = letters;
    }
    ranges_.insert(ranges_.end(), more.begin(), more.end());
  }

 private:
  /// Where the capitals, links and commas before the bracket begin to spell the letters.
  std::optional<std::uint32_t> begin_of(const std::string& letters, std::uint32_t end,
                                        const Sentence& sentence) const {
    constexpr std::uint32_t longest = 16;
    if (letters.size() < 3 || !country_code(letters).empty()) return std::nullopt;
    for (std::uint32_t i = end; i > sentence.first && end - i < longest && may_belong(i - 1); --i)
      if (words_.is_capitalized(i - 1) && words_.has_letter(i - 1) && spells(letters, i - 1, end))
        return i - 1;
    return std::nullopt;
  }
  bool may_belong(std::uint32_t i) const {
    constexpr std::array<std::string_view, 4> marks{",", "-", "'s", "’s"};
    return (words_.has_letter(i) && words_.is_capitalized(i)) || is_function_word(words_.text(i)) ||
           is_one_of(words_.text(i), marks);
  }
  bool spells(const std::string& letters, std::uint32_t first, std::uint32_t last) const {
    const std::string folded = words_.folded(first, last);
    if (folded.empty() || folded.front() != letters.front()) return false;
    Words spelt;
    for (const std::string_view word : words_of(folded)) spelt.emplace_back(word);
    return spells_initials(letters, spelt);
  }

  bool is_law(std::uint32_t first, std::uint32_t last) const {
    constexpr std::array<std::string_view, 6> laws{"accord",   "act",        "agreement",
                                                   "protocol", "regulation", "treaty"};
    std::uint32_t head = first + 1;
    while (head < last && !is_function_word(words_.lower(head))) ++head;
    const bool on = head < last && (words_.lower(head) == "on" || words_.lower(head) == "for");
    return is_one_of(words_.lower(head - 1), laws) || (on && words_.lower(head - 1) == "convention");
  }

  /// Pieces give way to the whole; a name that begins earlier has it already, and what no label has a piece
  /// of is a term ("Gross Output Index (GOI)").
  void take(std::uint32_t first, std::uint32_t last) {
    const auto from = std::partition_point(ranges_.begin(), ranges_.end(),
                                           [&](const NameRange& range) { return range.last <= first; });
    NameRange whole{first, last, NameClass::none, 0};
    bool person = true;
    auto to = from;
    for (; to != ranges_.end() && to->first < last; ++to) {
      if (to->first < first || to->last > last || (to->first == first && to->last == last)) return;
      person &= to->label == NameClass::person;
      whole.label = NameClass::organization;
      whole.confidence = std::max(whole.confidence, to->confidence);
    }
    if (from == to || (person && !holds_body_mark(words_, first, last))) return;
    *from = whole;
    ranges_.erase(from + 1, to);
  }

  const TokenWords& words_;
  std::vector<NameRange>& ranges_;
  std::set<std::string_view> laws_;
};

}  // namespace

void join_spelt_names(const AnnotatedDocument& document, const TokenWords& words,
                      std::vector<NameRange>& ranges) {
  SpeltNames spelt(words, ranges);
  for (const Sentence& sentence : document.sentences) spelt.read(sentence);
  spelt.drop_laws();
  spelt.part_letters();
}

}  // namespace attest::extract
