#include <attest/extractor/names/document_evidence.hpp>

#include <algorithm>

namespace attest::extract {

DocumentEvidence::DocumentEvidence(const AnnotatedDocument& document, const Forms& forms,
                                   const std::vector<std::uint8_t>& labels)
    : counts_(forms.size()) {
  std::unordered_map<std::uint64_t, std::uint32_t> lower;  // tokens in lower case, by word
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    const Form& f = forms.of(i);
    Counts& c = counts_[forms.index(i)];
    ++c.classes[static_cast<std::size_t>(class_of_label(labels[i]))];
    ++c.all;
    if (f.casing == Casing::lower) ++lower[f.lower];
  }
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    if (labels[i] == outside_label || part_of_label(labels[i]) != NamePart::begin) continue;
    std::size_t last = i + 1;
    while (last < labels.size() && is_open(labels[last])) ++last;
    const auto size = static_cast<std::uint32_t>(last + 1 - i);
    for (std::size_t k = i; k <= last && k < labels.size(); ++k) {
      Counts& c = counts_[forms.index(k)];
      if (size <= c.long_size) continue;
      c.long_size = size;
      c.long_class = static_cast<std::uint8_t>(class_of_label(labels[i]));
      c.long_part = k == i ? 1 : k == last ? 3 : 2;
    }
  }
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    const Form& f = forms.of(i);
    if (f.casing < Casing::capital) continue;
    const auto found = lower.find(f.lower);
    if (found != lower.end()) counts_[forms.index(i)].lower = found->second;
  }
}

}  // namespace attest::extract
