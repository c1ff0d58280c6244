#include <attest/extractor/tagging/tagger.hpp>

#include <algorithm>

#include <attest/graph/error.hpp>

namespace attest::extract {

Tagger::Tagger(const Container& container)
    : layer_(container, "tags"), tags_(container.array<TagPair>("tag pairs")) {
  if (tags_.size() != layer_.outputs()) throw Error("the tagger's parts do not fit together");
}

void Tagger::tag(const States& states, std::span<Token> tokens, std::vector<std::int32_t>& scratch) const {
  const std::size_t width = layer_.width();
  scratch.resize(std::max(scratch.size(), tokens.size() * width));
  layer_.multiply(states.row(0), states.width, tokens.size(), scratch.data());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const TagPair best = tags_[kernels().greatest(&scratch[i * width], tags_.size())];
    tokens[i].upos = best.upos;
    tokens[i].penn = best.penn;
  }
}

}  // namespace attest::extract
