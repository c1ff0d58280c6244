#include <attest/extractor/syntax/parser.hpp>

#include <algorithm>
#include <limits>

#include <attest/extractor/syntax/spanning_tree.hpp>
#include <attest/graph/error.hpp>

namespace attest::extract {

namespace {

constexpr std::int32_t widest = 32767;
constexpr std::int32_t never = std::numeric_limits<std::int32_t>::min();

// Memory for `size` values at least.
template <class T>
T* grown(std::vector<T>& memory, std::size_t size) {
  if (memory.size() < size) memory.resize(size);
  return memory.data();
}

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

void Parser::read(const States& states, std::size_t tokens, Scratch& scratch) const {
  words_.apply(states.row(0) + (states.width - words_.inputs()), states.width, tokens, -widest, widest,
               scratch.sums, grown(scratch.words, tokens * words_.width()));
}

void Parser::parse(std::size_t first, std::size_t tokens, Scratch& scratch, Tree& tree) const {
  const std::int16_t* const words = scratch.words.data() + first * words_.width();
  score_arcs(words, tokens, scratch, tree);
  label_arcs(words, tokens, scratch, tree);
}

void Parser::score_arcs(const std::int16_t* words, std::size_t tokens, Scratch& scratch, Tree& tree) const {
  const std::size_t width = words_.width();
  const auto positive = [](std::int16_t x) { return std::max<std::int16_t>(x, 0); };
  std::int16_t* const asked = grown(scratch.asked, tokens * arc_);
  for (std::size_t i = 0; i < tokens; ++i)
    for (std::size_t k = 0; k < arc_; ++k) asked[i * arc_ + k] = positive(words[i * width + k]);
  bilinear_.apply(asked, arc_, tokens, -widest, widest, scratch.sums, asked);

  // The heads are the weights of a layer that the dependents are put through.
  PackedMatrix heads;
  heads.inputs = arc_;
  heads.outputs = tiled(static_cast<std::uint32_t>(tokens + 1));
  std::int16_t* const packed = grown(scratch.heads, std::size_t{heads.outputs} * arc_);
  for (std::size_t k = 0; k < arc_; ++k) packed[packed_place(0, k, arc_)] = arc_root_[k];
  for (std::size_t h = 0; h < tokens; ++h) {
    const std::int16_t* const head = words + h * width + arc_;
    std::int16_t* const place = packed + packed_place(h + 1, 0, arc_);
    for (std::size_t k = 0; k < arc_; k += 2) {  // two by two, a tile apart
      place[16 * k] = positive(head[k]);
      place[16 * k + 1] = positive(head[k + 1]);
    }
  }
  heads.weights = packed;
  heads.bias = grown(scratch.no_bias, heads.outputs);
  std::int32_t* const scores = grown(scratch.scores, tokens * heads.outputs);
  kernels().multiply(heads, asked, arc_, tokens, scores);
  best_tree({scores, tokens, heads.outputs}, tree.heads);
}

void Parser::label_arcs(const std::int16_t* words, std::size_t tokens, Scratch& scratch, Tree& tree) const {
  const std::size_t width = words_.width();
  std::int16_t* const arcs = grown(scratch.arcs, tokens * label_);
  for (std::size_t i = 0; i < tokens; ++i) {
    const std::int16_t* const child = words + i * width + 2 * arc_;
    const std::int16_t* const head =
        tree.heads[i] < 0 ? label_root_.data()
                          : words + static_cast<std::size_t>(tree.heads[i]) * width + 2 * arc_ + label_;
    kernels().add(child, head, label_, 0, arcs + i * label_);
  }
  std::int32_t* const scores = grown(scratch.scores, tokens * labels_.width());
  labels_.multiply(arcs, label_, tokens, scores);
  tree.relations.resize(tokens);
  for (std::size_t i = 0; i < tokens; ++i) {
    // The root's child has a relation of its own, and no other has it.
    std::int32_t* const own = scores + i * labels_.width();
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
