#include <attest/extractor/entities/form_sets.hpp>

#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/lexicon.hpp>

namespace attest::extract {

FormSets::FormSets(const AnnotatedDocument& document, const Names& names)
    : document_(document), names_(names), sets_(names.forms.size()) {
  types_.reserve(names.forms.size());
  for (const NameForm& form : names.forms) types_.push_back(form.type());
  for (FormIndex f = 0; f < count(); ++f) {
    const Words& words = form(f).words;
    by_key_.emplace(form(f).key, f);
    if (words.size() < 2) continue;
    by_last_[words.back()].push_back(f);
    by_first_[words.front()].push_back(f);
    std::string all, main;
    for (const std::string& word : words) {
      all += word.front();
      if (!is_function_word(word)) main += word.front();
    }
    by_initials_[main].push_back(f);
    if (all != main) by_initials_[all].push_back(f);
    const bool kind = is_firm_suffix(words.back()) || words.back() == "fc" || words.back() == "cf";
    if (kind && main.size() > 3)
      by_initials_[main.substr(0, main.size() - 1)].push_back(f);  // "Elm Dairy Mills Inc."
  }
}

std::optional<FormIndex> FormSets::single(const std::vector<FormIndex>& forms) const {
  std::optional<FormIndex> found;
  for (const FormIndex f : forms) {
    if (found && sets_.find(*found) != sets_.find(f)) return std::nullopt;
    found = f;
  }
  return found;
}

std::optional<FormIndex> FormSets::find(const std::string& key) const {
  const auto at = by_key_.find(key);
  return at == by_key_.end() ? std::nullopt : std::optional(at->second);
}

std::size_t FormSets::sentence_of(std::uint32_t mention) const {
  const auto& sentences = document_.sentences;
  const auto next = std::upper_bound(sentences.begin(), sentences.end(), names_.mentions[mention].first,
                                     [](std::uint32_t t, const Sentence& s) { return t < s.first; });
  return static_cast<std::size_t>(next - sentences.begin());
}

std::string FormSets::word_before(std::uint32_t mention, std::uint32_t back) const {
  const std::uint32_t first = names_.mentions[mention].first;
  return first < back ? std::string() : lower_case(document_.text(document_.tokens[first - back]));
}

}  // namespace attest::extract
