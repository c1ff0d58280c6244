#include <attest/extractor/tagging/forms.hpp>

#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/model/hashing.hpp>

namespace attest::extract {

namespace {

// Features look at no more of a word than this; a longer one is no word.
constexpr std::size_t longest_form = 512;

char shape_of(char32_t code, CharClass k) {
  switch (k) {
    case CharClass::upper:
      return 'X';
    case CharClass::lower:
    case CharClass::letter:
    case CharClass::mark:
      return 'x';
    case CharClass::digit:
      return '0';
    default:
      return code < 128 ? static_cast<char>(code) : '?';
  }
}

Casing casing_of(std::string_view shape) {
  const auto count = [&](char c) { return std::count(shape.begin(), shape.end(), c); };
  const auto upper = count('X');
  const auto lower = count('x');
  if (upper == 0) return lower == 0 ? Casing::none : Casing::lower;
  if (lower == 0) return upper == 1 ? Casing::initial : Casing::upper;
  return upper == 1 && shape[0] == 'X' ? Casing::capital : Casing::mixed;
}

struct Spelling {
  std::string lower;
  std::string shape;
  std::vector<std::size_t> starts;  // of the characters of `lower`
};

Spelling spell(std::string_view text) {
  Spelling s;
  s.lower.reserve(text.size());
  s.shape.reserve(text.size());
  s.starts.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    // One spelling for both kinds of apostrophes and hyphens.
    const char32_t plain = c.code == 0x2019 ? U'\'' : c.code == 0x2010 || c.code == 0x2011 ? U'-' : c.code;
    s.starts.push_back(s.lower.size());
    append_utf8(s.lower, to_lower(plain));
    s.shape.push_back(shape_of(plain, class_of(plain)));
    at += c.size;
  }
  return s;
}

std::string squeeze(std::string_view shape) {
  std::string out;
  for (const char c : shape)
    if (out.empty() || out.back() != c) out.push_back(c);
  return out.substr(0, 8);
}

// Long runs count as four: "Xxxxx" and "Xxxxxxx" are one shape.
std::string clip(std::string_view shape) {
  std::string out;
  std::size_t run = 0;
  for (const char c : shape) {
    run = !out.empty() && out.back() == c ? run + 1 : 1;
    if (run <= 4) out.push_back(c);
  }
  return out.substr(0, 16);
}

}  // namespace

Form make_form(std::string_view text, const Lexicon& lexicon) {
  text = text.substr(0, longest_form);
  const Spelling s = spell(text);
  Form form;
  form.exact = hash_of(text);
  form.lower = hash_of(s.lower);
  const std::size_t size = s.starts.size();
  for (std::size_t n = 1; n <= 4 && n <= size; ++n) {
    const std::size_t end = n < size ? s.starts[n] : s.lower.size();
    form.prefix[n - 1] = hash_of(std::string_view(s.lower).substr(0, end));
    form.suffix[n - 1] = hash_of(std::string_view(s.lower).substr(s.starts[size - n]));
  }
  form.shape = hash_of(clip(s.shape));
  form.short_shape = hash_of(squeeze(s.shape));
  form.facts = lexicon.word(form.exact, form.lower);
  form.facts.senses = lexicon.senses(s.lower);
  form.casing = casing_of(s.shape);
  form.digit = s.shape.find('0') != std::string::npos;
  form.hyphen = s.shape.find('-') != std::string::npos;
  form.closed_by_period = size > 1 && s.lower.back() == '.';
  form.size = static_cast<std::uint8_t>(std::min<std::size_t>(size, 255));
  return form;
}

void word_keys(std::string_view text, const Form& f, std::vector<std::uint64_t>& keys) {
  const auto emit = [&](auto... values) { keys.push_back(feature(values...)); };
  emit(401U, f.lower);
  emit(402U, f.exact);
  for (std::uint64_t n = 1; n < 4; ++n)
    if (f.prefix[n] != 0) emit(403U, n, f.prefix[n]);
  for (std::uint64_t n = 0; n < 4; ++n)
    if (f.suffix[n] != 0) emit(404U, n, f.suffix[n]);
  emit(405U, f.shape);
  emit(406U, f.short_shape);
  emit(407U, f.casing, std::min<int>(f.size, 4));
  emit(408U, f.facts.cluster);
  emit(409U, f.facts.coarse);
  if (f.casing >= Casing::capital) emit(410U, f.facts.lists);
  emit(411U, f.facts.senses.noun, f.facts.senses.verb != 0);
  emit(412U, f.facts.senses.verb);
  emit(413U, f.facts.senses.adjective, f.facts.senses.adverb, f.facts.senses.noun != 0);
  // Three neighbouring characters, ends marked.
  const Spelling s = spell(text.substr(0, longest_form));
  const std::size_t size = std::min<std::size_t>(s.starts.size(), 24);
  const auto at = [&](std::size_t i) { return i < s.starts.size() ? s.starts[i] : s.lower.size(); };
  for (std::size_t i = 0; i + 3 <= size; ++i)
    emit(414U, hash_of(std::string_view(s.lower).substr(at(i), at(i + 3) - at(i))));
}

Forms::Forms(std::string_view text, const std::vector<Token>& tokens, const Lexicon& lexicon) {
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t index = 0;
  };
  std::vector<Slot> slots(1024);
  index_.reserve(tokens.size());
  for (const Token& token : tokens) {
    const std::string_view form =
        text.substr(token.span.begin, std::min<std::size_t>(token.span.size(), longest_form));
    const std::uint64_t hash = hash_of(form) | 1;
    std::size_t at = hash >> 32 & (slots.size() - 1);
    while (slots[at].hash != 0 && slots[at].hash != hash) at = (at + 1) & (slots.size() - 1);
    if (slots[at].hash == 0) {
      slots[at] = {hash, static_cast<std::uint32_t>(forms_.size())};
      forms_.push_back(make_form(form, lexicon));
    }
    index_.push_back(slots[at].index);
    if (forms_.size() * 2 < slots.size()) continue;
    std::vector<Slot> wider(slots.size() * 4);
    for (const Slot& slot : slots) {
      if (slot.hash == 0) continue;
      std::size_t to = slot.hash >> 32 & (wider.size() - 1);
      while (wider[to].hash != 0) to = (to + 1) & (wider.size() - 1);
      wider[to] = slot;
    }
    slots = std::move(wider);
  }
}

}  // namespace attest::extract
