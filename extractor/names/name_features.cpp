#include <attest/extractor/names/name_features.hpp>

namespace attest::extract {

namespace {

void mark_lists(const Sentence& s, const Forms& forms, const Lexicon& lexicon,
                std::vector<NameContext>& contexts) {
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
      NameContext& c = contexts[k - s.first];
      c.lists = static_cast<std::uint16_t>(found);
      c.list_place = end - i == 1 ? 1 : k == i ? 2 : k + 1 == end ? 4 : 3;
    }
    i = end;
  }
}

void mark_runs(const AnnotatedDocument& document, const Sentence& s, const Forms& forms,
               std::vector<NameContext>& contexts) {
  const auto joins = [&](std::uint32_t i) {  // "-" and "&" between capitalized words
    const std::string_view t = document.text(document.tokens[i]);
    return (t == "-" || t == "&" || t == "–") && i + 1 < s.last && is_capitalized(forms.of(i + 1));
  };
  for (std::uint32_t i = s.first; i < s.last;) {
    std::uint32_t end = i;
    while (end < s.last && (is_capitalized(forms.of(end)) || (end > i && joins(end)))) ++end;
    for (std::uint32_t k = i; k < end; ++k) {
      contexts[k - s.first].run_first = i;
      contexts[k - s.first].run_last = end;
    }
    i = std::max(end, i + 1);
  }
}

}  // namespace

void name_contexts(const AnnotatedDocument& document, const Sentence& sentence, const Forms& forms,
                   const Lexicon& lexicon, std::vector<NameContext>& contexts) {
  contexts.assign(sentence.last - sentence.first, {});
  mark_lists(sentence, forms, lexicon, contexts);
  mark_runs(document, sentence, forms, contexts);
}

}  // namespace attest::extract
