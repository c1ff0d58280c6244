#include <attest/extractor/entities/listed_persons.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class ListedPersons {
 public:
  ListedPersons(const TokenWords& words, std::vector<NameRange>& ranges) : words_(words), ranges_(ranges) {}

  void run() {
    for (std::uint32_t i = 0; i + 1 < words_.size(); ++i)
      if (is_plural_title(words_.bare(i))) read_list(i);
    std::erase_if(ranges_, [&](const NameRange& range) { return is_in_list(range); });
    ranges_.insert(ranges_.end(), persons_.begin(), persons_.end());
  }

 private:
  /// The names behind the title; one alone counts where it is labelled together with the title.
  void read_list(std::uint32_t title) {
    std::vector<NameRange> persons;
    for (std::uint32_t i = title + 1; i < words_.size() && words_.follows(i);) {
      const std::uint32_t end = name_end(i);
      if (end == i) break;
      persons.push_back({i, end, NameClass::person, 1});
      i = behind_link(end);
      if (i == end) break;
    }
    const bool labelled = words_.token(title).name == NameClass::person;
    if (persons.size() < (labelled ? 1 : 2)) return;
    lists_.push_back({title, persons.back().last, NameClass::person, 1});
    persons_.insert(persons_.end(), persons.begin(), persons.end());
  }

  /// Lists come in text order and do not overlap: a title ends the one before.
  bool is_in_list(const NameRange& range) const {
    const auto list = std::partition_point(lists_.begin(), lists_.end(),
                                           [&](const NameRange& l) { return l.last <= range.first; });
    return list != lists_.end() && list->first < range.last;
  }

  std::uint32_t name_end(std::uint32_t first) const {
    constexpr std::uint32_t longest = 4;
    std::uint32_t end = first;
    while (end < words_.size() && end - first < longest && is_name_word(end) &&
           (end == first || words_.follows(end)))
      ++end;
    const bool particle = end > first && words_.text(end - 1) == words_.lower(end - 1);
    const bool country = end > first && !country_code(words_.folded(first, end)).empty();
    return particle || country ? first : end;
  }
  bool is_name_word(std::uint32_t i) const {
    const std::string& word = words_.lower(i);
    if (is_name_particle(words_.text(i))) return true;
    const NameClass label = words_.token(i).name;
    return words_.is_capitalized(i) && words_.has_letter(i) && !words_.is_title(i) &&
           !is_plural_title(word) && (label == NameClass::person || words_.token(i).upos == Upos::PROPN) &&
           !is_organization_noun(word) && place_kind(word).empty() && !is_function_word(word) &&
           !is_demonym(words_.text(i));
  }
  /// Past ",", "and" or both where a name may follow; `end` where the list is over.
  std::uint32_t behind_link(std::uint32_t end) const {
    std::uint32_t i = end;
    if (i < words_.size() && words_.text(i) == ",") ++i;
    if (i < words_.size() && (words_.lower(i) == "and" || words_.lower(i) == "&")) ++i;
    return i < words_.size() ? i : end;
  }

  const TokenWords& words_;
  std::vector<NameRange>& ranges_;
  std::vector<NameRange> lists_;    // from the title to the last name
  std::vector<NameRange> persons_;  // in them
};

}  // namespace

void add_listed_persons(const TokenWords& words, std::vector<NameRange>& ranges) {
  ListedPersons(words, ranges).run();
}

}  // namespace attest::extract
