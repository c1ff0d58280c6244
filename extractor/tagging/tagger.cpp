#include <attest/extractor/tagging/tagger.hpp>

#include <attest/graph/error.hpp>

namespace attest::extract {

Tagger::Tagger(const Container& container)
    : layer_(container, "tags"), tags_(container.array<TagPair>("tag pairs")) {
  if (tags_.size() != layer_.outputs()) throw Error("the tagger's parts do not fit together");
}

void Tagger::tag(const States& states, std::size_t row, std::span<Token> tokens) const {
  const std::size_t width = layer_.width();
  std::vector<std::int32_t> scores(tokens.size() * width);
  layer_.multiply(states.row(row), states.width, tokens.size(), scores.data());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::int32_t* const own = scores.data() + i * width;
    const TagPair best = tags_[kernels().greatest(own, tags_.size())];
    tokens[i].upos = best.upos;
    tokens[i].penn = best.penn;
  }
}

}  // namespace attest::extract
