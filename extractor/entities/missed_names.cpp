#include <attest/extractor/entities/missed_names.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/entities/known_bodies.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/name_lists.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/entities/no_names.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

bool is_article(std::string_view word) {
  return word == "the" || word == "a" || word == "an";
}

class MissedNames {
 public:
  MissedNames(const AnnotatedDocument& document, const TokenWords& words, std::vector<NameRange>& ranges)
      : document_(document), words_(words), ranges_(ranges), covered_(words.size(), 0) {}

  void run() {
    add_countries();
    for (const NameRange& range : ranges_)
      std::fill(covered_.begin() + range.first, covered_.begin() + range.last, 1);
    add_settlements();
    add_sites();
    add_papers();
    add_listed();
    add_known_bodies();
  }

 private:
  const Token& token(std::uint32_t i) const { return words_.token(i); }

  void add(const NameRange& range) {
    ranges_.push_back(range);
    std::fill(covered_.begin() + range.first, covered_.begin() + range.last, 1);
  }

  void add_countries() {
    std::vector<std::int32_t> owner(words_.size(), -1);
    for (std::size_t r = 0; r < ranges_.size(); ++r)
      for (std::uint32_t i = ranges_[r].first; i < ranges_[r].last; ++i)
        owner[i] = static_cast<std::int32_t>(r);
    std::vector<char> gone(ranges_.size(), 0);
    std::vector<NameRange> found;
    for (const Sentence& sentence : document_.sentences)
      for (std::uint32_t i = sentence.first; i < sentence.last;) {
        const std::uint32_t end = country_end(words_, i, sentence.last);
        if (end > i && is_missed(i, end, owner)) {
          for (std::uint32_t k = i; k < end; ++k)
            if (owner[k] >= 0) gone[static_cast<std::size_t>(owner[k])] = 1;
          found.push_back({i, end, NameClass::place, 0.8F});
        }
        i = std::max(i + 1, end);
      }
    for (std::size_t r = 0; r < ranges_.size(); ++r)
      if (!gone[r]) found.push_back(ranges_[r]);
    ranges_ = std::move(found);
  }

  /// "the Rahn village", "in Kesten district" where no label is
  void add_settlements() {
    constexpr std::array<std::string_view, 6> kinds{"district", "oblast", "province",
                                                    "raion",    "region", "village"};
    constexpr std::array<std::string_view, 8> openings{"at", "from", "in", "into", "near", "of", "the", "to"};
    for (std::uint32_t i = 1; i + 1 < words_.size(); ++i)
      if (!covered_[i] && token(i).name == NameClass::none && token(i).upos == Upos::PROPN &&
          words_.is_capitalized(i) && words_.text(i).size() > 3 && is_one_of(words_.text(i + 1), kinds) &&
          is_one_of(words_.text(i - 1), openings) && !is_demonym(words_.text(i)) &&
          !is_direction(words_.lower(i)))
        add({i, i + 1, NameClass::place, 0.6F});
  }

  /// The tagger has nothing there, or only pieces of it. One word next to another capital is part of a name.
  bool is_missed(std::uint32_t first, std::uint32_t last, const std::vector<std::int32_t>& owner) const {
    for (std::uint32_t i = first; i < last; ++i) {
      if (owner[i] < 0) continue;
      const NameRange& there = ranges_[static_cast<std::size_t>(owner[i])];
      if (there.first < first || there.last > last || there.last - there.first == last - first) return false;
    }
    if (last - first > 1) return true;
    const bool clear = words_.text(first).size() >= 4 || is_acronym(words_.text(first));
    if (token(first).name != NameClass::none || !clear) return false;
    const auto named = [&](std::uint32_t i) {
      return words_.is_capitalized(i) && words_.has_letter(i) && !words_.is_title(i);
    };
    const bool after = last < words_.size() && words_.follows(last) && named(last);
    const bool before =
        first > 0 && words_.follows(first) && named(first - 1) && words_.lower(first - 1) != "the";
    return !after && !before;
  }

  /// "UN", "WHO" among other words, where no label is.
  void add_known_bodies() {
    const auto is_shouted = [&](std::uint32_t i) {
      return i < words_.size() && words_.has_letter(i) && words_.text(i).size() > 1 &&
             !words_.has_lower_case(i);
    };
    for (std::uint32_t i = 0; i < words_.size(); ++i)
      if (!covered_[i] && is_shouted(i) && is_known_body_acronym(words_.text(i)) && !is_shouted(i + 1) &&
          (i == 0 || !is_shouted(i - 1)) && token(i).name == NameClass::none)
        add({i, i + 1, NameClass::organization, 0.6F});
  }

  /// "bands such as Elm and Rowan" where no label is.
  void add_listed() {
    for (const NameRange& item : listed_names(document_, words_)) {
      const auto first = covered_.begin() + item.first, last = covered_.begin() + item.last;
      if (std::find(first, last, 1) != last || is_no_name(words_, item)) continue;
      if (item.last - item.first == 1 && !may_stand_alone(words_, item)) continue;
      add(item);
    }
  }

  /// "in the journal Rivers": what a paper's kind introduces, where no label is.
  void add_papers() {
    constexpr std::array<std::string_view, 5> kinds{"journal", "magazine", "newspaper", "tabloid", "weekly"};
    constexpr std::uint32_t longest = 4;
    for (std::uint32_t i = 0; i + 1 < words_.size(); ++i) {
      if (!is_one_of(words_.text(i), kinds)) continue;
      std::uint32_t end = i + 1;
      while (end < words_.size() && end - i <= longest && words_.follows(end) && !covered_[end] &&
             words_.is_capitalized(end) && words_.has_letter(end) && token(end).upos == Upos::PROPN &&
             !words_.is_title(end) && !words_.lower(end).ends_with("day"))
        ++end;
      const bool part = end < words_.size() && covered_[end] && words_.follows(end);
      if (end > i + 1 && !part) add({i + 1, end, NameClass::organization, 0.6F});
    }
  }

  /// "Marlow.com said": a name that is an address is that of a firm, where it does something.
  void add_sites() {
    constexpr std::array<std::string_view, 3> domains{".com", ".org", ".net"};
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      const std::string_view text = words_.text(i);
      if (covered_[i] || !words_.is_capitalized(i) || text.find('/') != std::string_view::npos ||
          text.find('@') != std::string_view::npos || text.starts_with("Www"))
        continue;
      const Deprel relation = token(i).relation;
      const bool such = i > 1 && words_.lower(i - 1) == "as" && words_.lower(i - 2) == "such";
      if (relation != Deprel::nsubj && relation != Deprel::nsubj_pass && !such) continue;
      const bool site = std::any_of(domains.begin(), domains.end(), [&](std::string_view domain) {
        return text.ends_with(domain) && text.size() > domain.size() + 1;
      });
      if (site) add({i, i + 1, NameClass::organization, 0.6F});
    }
  }

  const AnnotatedDocument& document_;
  const TokenWords& words_;
  std::vector<NameRange>& ranges_;
  std::vector<char> covered_;  // tokens of names, from add_settlements on
};

}  // namespace

std::uint32_t country_end(const TokenWords& words, std::uint32_t first, std::uint32_t limit) {
  if (!words.is_capitalized(first) || words.text(first).size() < 2 || is_article(words.lower(first)))
    return first;
  std::uint32_t end = first;
  constexpr std::uint32_t most = 6;
  for (std::uint32_t k = first + 1; k <= limit && k <= first + most; ++k) {
    if (!words.has_letter(k - 1)) break;
    const std::string name = words.folded(first, k);
    if (!begins_country(name)) break;
    if (words.is_capitalized(k - 1) && !country_code(name).empty()) end = k;
  }
  return end;
}

void add_missed_names(const AnnotatedDocument& document, const TokenWords& words,
                      std::vector<NameRange>& ranges) {
  MissedNames(document, words, ranges).run();
}

}  // namespace attest::extract
