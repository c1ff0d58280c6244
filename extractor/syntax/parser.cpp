#include <attest/extractor/syntax/parser.hpp>

#include <algorithm>
#include <limits>

#include <attest/extractor/syntax/spanning_tree.hpp>
#include <attest/graph/error.hpp>

namespace attest::extract {

namespace {

constexpr std::int32_t widest = 32767;
constexpr std::int32_t never = std::numeric_limits<std::int32_t>::min();

}  // namespace

Parser::Parser(const Container& container)
    : words_(container, "parser words"),
      bilinear_(container, "bilinear"),
      labels_(container, "labels"),
      arc_root_(container.array<std::int16_t>("arc root")),
      label_root_(container.array<std::int16_t>("label root")),
      relations_(container.array<Deprel>("relations")),
      arc_(bilinear_.inputs()),
      label_(labels_.inputs()) {
  if (arc_ % 16 != 0 || bilinear_.outputs() != arc_ || words_.outputs() != 2 * (arc_ + label_) ||
      arc_root_.size() != arc_ || label_root_.size() != label_ || relations_.size() != labels_.outputs())
    throw Error("the parser's parts do not fit together");
  for (std::size_t r = 0; r < relations_.size(); ++r)
    if (relations_[r] == Deprel::root) root_relations_.push_back(r);
}

void Parser::parse(const States& states, std::size_t row, std::size_t tokens, Tree& tree) const {
  std::vector<std::int32_t> scratch;
  std::vector<std::int16_t> words(tokens * words_.width());
  words_.apply(states.row(row) + (states.width - words_.inputs()), states.width, tokens, -widest, widest,
               scratch, words.data());
  score_arcs(words, tokens, tree);
  label_arcs(words, tokens, tree);
}

void Parser::score_arcs(const std::vector<std::int16_t>& words, std::size_t tokens, Tree& tree) const {
  const std::size_t width = words_.width();
  const auto positive = [](std::int16_t x) { return std::max<std::int16_t>(x, 0); };
  std::vector<std::int16_t> asked(tokens * arc_);
  for (std::size_t i = 0; i < tokens; ++i)
    for (std::size_t k = 0; k < arc_; ++k) asked[i * arc_ + k] = positive(words[i * width + k]);
  std::vector<std::int32_t> scratch;
  bilinear_.apply(asked.data(), arc_, tokens, -widest, widest, scratch, asked.data());

  // The heads are the weights of a layer that the dependents are put through.
  PackedMatrix heads;
  heads.inputs = arc_;
  heads.outputs = tiled(static_cast<std::uint32_t>(tokens + 1));
  std::vector<std::int16_t> packed(std::size_t{heads.outputs} * arc_);
  for (std::size_t k = 0; k < arc_; ++k) packed[packed_place(0, k, arc_)] = arc_root_[k];
  for (std::size_t h = 0; h < tokens; ++h)
    for (std::size_t k = 0; k < arc_; ++k)
      packed[packed_place(h + 1, k, arc_)] = positive(words[h * width + arc_ + k]);
  const std::vector<std::int32_t> bias(heads.outputs);
  heads.weights = packed.data();
  heads.bias = bias.data();
  std::vector<std::int32_t> scores(tokens * heads.outputs);
  kernels().multiply(heads, asked.data(), arc_, tokens, scores.data());
  best_tree({scores.data(), tokens, heads.outputs}, tree.heads);
}

void Parser::label_arcs(const std::vector<std::int16_t>& words, std::size_t tokens, Tree& tree) const {
  const std::size_t width = words_.width();
  std::vector<std::int16_t> arcs(tokens * label_);
  for (std::size_t i = 0; i < tokens; ++i) {
    const std::int16_t* const child = &words[i * width + 2 * arc_];
    const std::int16_t* const head =
        tree.heads[i] < 0 ? label_root_.data()
                          : &words[static_cast<std::size_t>(tree.heads[i]) * width + 2 * arc_ + label_];
    kernels().add(child, head, label_, 0, &arcs[i * label_]);
  }
  std::vector<std::int32_t> scores(tokens * labels_.width());
  labels_.multiply(arcs.data(), label_, tokens, scores.data());
  tree.relations.resize(tokens);
  for (std::size_t i = 0; i < tokens; ++i) {
    // The root's child has a relation of its own, and no other has it.
    std::int32_t* const own = &scores[i * labels_.width()];
    if (tree.heads[i] >= 0) {
      for (const std::size_t r : root_relations_) own[r] = never;
    } else {
      for (std::size_t r = 0; r < relations_.size(); ++r)
        if (relations_[r] != Deprel::root) own[r] = never;
    }
    tree.relations[i] = static_cast<std::uint8_t>(kernels().greatest(own, relations_.size()));
  }
}

}  // namespace attest::extract
