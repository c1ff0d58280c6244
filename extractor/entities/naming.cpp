#include <algorithm>
#include <tuple>

#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/entities/naming.hpp>

namespace attest::extract {
namespace {

auto fullness(const std::string& form, std::uint32_t often, bool person) {
  const std::string folded = fold_name(form);
  const auto words = words_of(folded);
  const auto spelt = static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](std::string_view word) { return word.size() > 1; }));
  const bool mixed = std::any_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return std::tuple(!is_acronym(form), person ? spelt : std::size_t{0}, words.size(), mixed, often,
                    form.size());
}

}  // namespace

const std::string& fullest_form(const std::map<std::string, std::uint32_t>& forms, bool person) {
  auto best = forms.begin();
  for (auto at = forms.begin(); at != forms.end(); ++at)
    if (fullness(at->first, at->second, person) > fullness(best->first, best->second, person)) best = at;
  return best->first;
}

}  // namespace attest::extract
