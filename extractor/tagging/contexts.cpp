#include <attest/extractor/tagging/contexts.hpp>

#include <attest/extractor/model/hashing.hpp>

namespace attest::extract {

namespace {

bool is_capitalized(const Form& f) {
  return f.casing >= Casing::capital;
}

void mark_lists(const Sentence& s, const Forms& forms, const Lexicon& lexicon,
                std::vector<Context>& contexts) {
  for (std::uint32_t i = s.first; i < s.last;) {
    std::uint32_t end = i;
    std::uint32_t found = 0;
    if (is_capitalized(forms.of(i))) {
      std::uint64_t key = 0;
      for (std::uint32_t k = i; k < s.last; ++k) {
        key = combine(key, forms.of(k).exact);
        const std::uint32_t value = lexicon.phrase(key);
        if (value & lists::all) {
          found = value & lists::all;
          end = k + 1;
        }
        if (!(value & lists::longer)) break;
      }
    }
    if (found == 0) {
      ++i;
      continue;
    }
    for (std::uint32_t k = i; k < end; ++k) {
      const std::uint32_t place = end - i == 1 ? 0 : k == i ? 1 : k + 1 == end ? 3 : 2;
      for (std::uint32_t list = 0; list < 6; ++list)
        if (found >> list & 1) contexts[k - s.first] |= context::listed(list, place);
      if (found & lists::organization) contexts[k - s.first] |= context::organization;
    }
    i = end;
  }
}

// Sentences of few words say nothing of how they are written.
Context style_of(const Sentence& s, const Forms& forms) {
  std::uint32_t lower = 0, capital = 0, upper = 0;
  for (std::uint32_t i = s.first; i < s.last; ++i) {
    const Form& f = forms.of(i);
    if (f.casing == Casing::none || f.size < 2) continue;
    if (f.casing == Casing::lower) lower += f.size > 3 ? 1 : 0;
    if (f.casing == Casing::capital || f.casing == Casing::mixed) ++capital;
    if (f.casing == Casing::upper) ++upper;
  }
  if (upper > 2 && upper * 4 >= (lower + capital + upper) * 3) return context::all_upper;
  if (capital > 3 && capital * 4 >= (lower + capital + upper) * 3) return context::title;
  if (capital + upper == 0 && lower > 2) return context::all_lower;
  return 0;
}

}  // namespace

Spellings::Spellings(const AnnotatedDocument& document, const Forms& forms) {
  for (const Sentence& s : document.sentences) {
    const Context style = style_of(s, forms);
    if (style == context::all_upper || style == context::title) continue;
    for (std::uint32_t i = s.first; i < s.last; ++i) {
      const Form& f = forms.of(i);
      if (f.casing == Casing::lower) ++counts_[f.lower].lower;
      if (is_capitalized(f) && i != s.first) ++counts_[f.lower].inner_capital;
    }
  }
}

Context Spellings::of(const Form& form, bool first) const {
  const auto found = counts_.find(form.lower);
  if (found == counts_.end()) return 0;
  const Counts& c = found->second;
  return (c.lower > 0 ? context::lower_elsewhere : 0) |
         (c.inner_capital > (first ? 0U : 1U) ? context::capital_elsewhere : 0);
}

void contexts_of(const Sentence& sentence, const Forms& forms, const Lexicon& lexicon,
                 const Spellings& spellings, std::vector<Context>& contexts) {
  contexts.assign(sentence.last - sentence.first, style_of(sentence, forms));
  if (!contexts.empty()) contexts[0] |= context::first;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (is_capitalized(forms.of(i)))
      contexts[i - sentence.first] |= spellings.of(forms.of(i), i == sentence.first);
  mark_lists(sentence, forms, lexicon, contexts);
}

}  // namespace attest::extract
