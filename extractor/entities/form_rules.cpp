#include <attest/extractor/entities/form_rules.hpp>

#include <algorithm>
#include <functional>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/lexicon.hpp>

namespace attest::extract {
namespace {

std::string initials(const Words& words, bool all) {
  std::string letters;
  for (const std::string& word : words)
    if (all || !is_function_word(word)) letters += word.front();
  return letters;
}

/// Letter by letter, the places after which it can stand: in the word of the letter before, or first in a
/// later one.
bool match_letters(std::string_view letters, std::string_view text) {
  constexpr std::size_t longest = 160;
  text = text.substr(0, longest);
  std::vector<char> reached(text.size(), 0);
  reached[0] = letters.front() == text.front();
  for (const char letter : letters.substr(1)) {
    std::vector<char> next(text.size(), 0);
    for (std::size_t from = 0; from < text.size(); ++from) {
      if (!reached[from]) continue;
      bool same_word = true;
      for (std::size_t i = from + 1; i < text.size(); ++i) {
        if (text[i] == ' ') same_word = false;
        if (text[i] == letter && (same_word || text[i - 1] == ' ')) next[i] = 1;
      }
    }
    reached.swap(next);
  }
  return std::find(reached.begin(), reached.end(), 1) != reached.end();
}

Words without_generation(const Words& words, std::string& generation) {
  Words rest = words;
  if (rest.size() > 1 && is_generation(rest.back())) {
    generation = rest.back();
    rest.pop_back();
  }
  return rest;
}

bool same_word(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const std::string& shorter = a.size() < b.size() ? a : b;
  const std::string& longer = a.size() < b.size() ? b : a;
  return shorter.size() == 1 && longer.front() == shorter.front();
}

/// The words of `part` stand in `whole` in the same order.
template <class Same>
bool in_order(const Words& part, const Words& whole, Same same) {
  std::size_t at = 0;
  for (const std::string& word : part) {
    while (at < whole.size() && !same(word, whole[at])) ++at;
    if (at == whole.size()) return false;
    ++at;
  }
  return true;
}

/// "emperor trajan" → "trajan"; a style alone, or before a single letter, stays.
Words without_style(const Words& words, std::string& style) {
  if (words.size() < 2 || !is_style(words[0]) || words[1].size() < 2) return words;
  style = words[0];
  return {words.begin() + 1, words.end()};
}

/// "jh marlow" beside "john henry marlow" → "j h marlow": letters that were written as initials.
Words with_initials_apart(const Words& words, const Words& other) {
  const std::string& letters = words.front();
  if (words.size() < 2 || letters.size() < 2 || letters.size() > 3 || other.size() <= letters.size())
    return words;
  Words apart;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (other[i].front() != letters[i]) return words;
    apart.emplace_back(1, letters[i]);
  }
  apart.insert(apart.end(), words.begin() + 1, words.end());
  return apart;
}

template <class Same>
bool persons_agree(const Words& a, const Words& b, Same same) {
  std::string generation_a, generation_b, style_a, style_b;
  const Words bare_a = without_style(without_generation(a, generation_a), style_a),
              bare_b = without_style(without_generation(b, generation_b), style_b);
  if (bare_a.empty() || bare_b.empty()) return false;
  const Words whole_a = with_initials_apart(bare_a, bare_b), whole_b = with_initials_apart(bare_b, bare_a);
  if (!style_a.empty() && !style_b.empty() && style_a != style_b) return false;
  if (!generation_a.empty() && !generation_b.empty() && generation_a != generation_b) return false;
  const Words& part = whole_a.size() <= whole_b.size() ? whole_a : whole_b;
  const Words& whole = whole_a.size() <= whole_b.size() ? whole_b : whole_a;
  if (part.empty() || part.back().size() < 2 || whole.back().size() < 2) return false;
  if (part.size() == 1) return same(part[0], whole.back()) || same(part[0], whole.front());
  const bool with_particle = is_name_particle(part.front()) && part.size() < whole.size();
  if (with_particle && std::equal(part.rbegin(), part.rend(), whole.rbegin(), same)) return true;
  return same(part.back(), whole.back()) && same(part.front(), whole.front()) && in_order(part, whole, same);
}

/// Words of the country's name, or its adjective, that the words from `at` on begin with.
std::size_t country_at(const Words& words, std::size_t at, std::string& code) {
  std::string name;
  std::size_t found = 0;
  for (std::size_t n = 1; n <= 6 && at + n <= words.size(); ++n) {
    name += (n > 1 ? " " : "") + words[at + n - 1];
    if (const auto c = country_code(name); !c.empty()) {
      found = n;
      code = "@" + std::string(c);
    }
  }
  if (found > 0) return found;
  const std::string_view country = country_of_adjective(words[at]);
  if (country.empty()) return 0;
  const auto c = country_code(fold_name(country));
  code = "@" + std::string(c);
  return c.empty() ? 0 : 1;
}

/// "royal army", "council of europe", "united nations"
bool names_parent_body(const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return is_parent_body_noun(word); });
}

}  // namespace

std::string join(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

bool spells_initials(std::string_view letters, const Words& words) {
  if (words.size() < 2 || letters.size() < 2) return false;
  return letters == initials(words, true) || letters == initials(words, false);
}

bool abbreviates(std::string_view letters, const Words& words) {
  if (words.size() < 2 || letters.size() < 2 || letters.size() > 10 ||
      letters.front() != words.front().front())
    return false;
  return spells_initials(letters, words) || match_letters(letters, join(words));
}

bool same_person(const Words& a, const Words& b) {
  return persons_agree(a, b, same_word);
}

bool is_part_of_name(const Words& part, const Words& whole) {
  const bool full =
      std::all_of(part.begin(), part.end(), [](const std::string& word) { return word.size() > 1; });
  return full && part.size() > 1 && part.size() < whole.size() && !is_generation(whole.back()) &&
         in_order(part, whole, std::equal_to<>());
}

bool sounds_like_person(const Words& a, const Words& b) {
  return persons_agree(a, b, [](const std::string& x, const std::string& y) {
    return same_word(x, y) || (x.size() > 3 && y.size() > 3 && sound_key(x) == sound_key(y));
  });
}

namespace {

/// Bodies are spelt both ways, and a ministry of internal affairs is one of the interior.
std::string_view common_form(std::string_view word) {
  constexpr std::pair<std::string_view, std::string_view> pairs[] = {
      {"centre", "center"}, {"defence", "defense"},           {"interior", "internal"},
      {"labour", "labor"},  {"organisation", "organization"}, {"qaeda", "qaida"}};
  for (const auto& [form, common] : pairs)
    if (word == form) return common;
  return word;
}

}  // namespace

Words organization_bag(const Words& words) {
  Words bag;
  for (std::size_t i = 0; i < words.size();) {
    std::string code;
    if (const std::size_t n = country_at(words, i, code)) {
      bag.push_back(code);
      i += n;
      continue;
    }
    const bool system = words[i] == "system" && words.size() > 2;  // "Elm Reserve System"
    if (words[i] != "of" && words[i] != "the" && !system) bag.emplace_back(common_form(words[i]));
    ++i;
  }
  std::sort(bag.begin(), bag.end());
  return bag;
}

bool is_short_organization(const Words& part, const Words& whole) {
  if (part.empty() || part.size() >= whole.size()) return false;
  const Words few = organization_bag(part), many = organization_bag(whole);
  if (few.empty() || few == many) return !few.empty();
  const bool only_country = few.size() == 1 && few[0].front() == '@';
  if (only_country) return false;
  if (std::includes(many.begin(), many.end(), few.begin(), few.end())) {
    Words rest;
    std::set_difference(many.begin(), many.end(), few.begin(), few.end(), std::back_inserter(rest));
    const bool droppable = std::all_of(rest.begin(), rest.end(), [](const std::string& word) {
      return word.front() == '@' || is_droppable_noun(word);
    });
    if (droppable) return true;
  }
  // "the Church" beside "Church of Norway"
  if (part.size() == 1 && is_organization_noun(part[0]) && part[0] == whole[0] && whole[1] == "of")
    return true;
  const std::string tail = join(part), all = join(whole);
  // "the Royal Academy" beside "Royal Academy of Painting", "Board of Governors" beside that of a bank
  const bool goes_on = all.starts_with(tail + " of ") || all.starts_with(tail + " for ");
  const bool headed = is_organization_noun(part.back()) || (part.size() > 2 && is_body_with_of(part.front()));
  if (part.size() > 1 && goes_on && headed) return true;
  // "Minerva" is the Church of Minerva; the Royal Army is not the Northern Command of the Royal Army.
  const bool body = is_organization_noun(part.back());
  if (all.ends_with(" of " + tail) || all.ends_with(" of the " + tail))
    return part.size() == 1 || !names_parent_body(part);
  return body && all.ends_with(" " + tail);
}

Words without_state_form(const Words& words) {
  if (words.size() > 2 && is_state_form(words[0]) && words[1] == "of") {
    std::size_t from = 2;
    if (words.size() > 3 && words[2] == "the") from = 3;
    return {words.begin() + static_cast<std::ptrdiff_t>(from), words.end()};
  }
  if (words.size() > 1 && is_state_form(words.back()) && words.back() != "state")
    return {words.begin(), words.end() - 1};
  return words;
}

}  // namespace attest::extract
