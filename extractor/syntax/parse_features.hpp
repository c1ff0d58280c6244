// The parser's feature templates (after Zhang & Nivre 2011, on the arc-hybrid's configuration, with word
// clusters), shared by decoding and training.
#pragma once

#include <algorithm>

#include <attest/extractor/model/hashing.hpp>
#include <attest/extractor/syntax/parse_state.hpp>
#include <attest/extractor/tagging/forms.hpp>

namespace attest::extract {

/// What features ask of a token.
struct ParseWord {
  std::uint64_t word = 0;  ///< hash of the lower-cased form
  std::uint32_t tag = 0;   ///< Penn and universal tag
  std::uint32_t upos = 0;
  std::uint32_t cluster = 0;
  std::uint32_t coarse = 0;
};

inline ParseWord parse_word(const Form& form, const Token& token) {
  const auto upos = static_cast<std::uint32_t>(token.upos);
  return {form.lower, static_cast<std::uint32_t>(token.penn) * 32 + upos + 1, upos + 1, form.facts.cluster,
          form.facts.coarse};
}

/// The words of a sentence; the root at the end, nothing elsewhere.
struct ParseWords {
  std::vector<ParseWord> words;  ///< size + 1, the root last
  ParseWord nothing;

  void finish() {
    words.push_back({0x526F6F74, 2000, 40, 1000, 100});
    nothing = {0x4E6F6E65, 2001, 41, 1001, 101};
  }
  const ParseWord& operator[](std::int32_t i) const {
    return i < 0 ? nothing : words[static_cast<std::size_t>(i)];
  }
};

namespace parse_detail {

inline std::uint64_t distance(std::int32_t a, std::int32_t b) {
  if (a < 0 || b < 0) return 0;
  const std::int32_t d = b > a ? b - a : a - b;
  return d <= 4 ? static_cast<std::uint64_t>(d) : d <= 6 ? 5 : d <= 10 ? 6 : 7;
}

struct Children {
  std::int32_t left = -1, left2 = -1, right = -1, right2 = -1;
  std::uint64_t left_relation = 254, right_relation = 254, left2_relation = 254, right2_relation = 254;
  std::uint64_t lefts = 0, rights = 0;
};

inline Children children_of(const ParseState& s, std::int32_t i) {
  Children c;
  if (i < 0) return c;
  const ParseState::Node& n = s.node(i);
  const auto relation = [&](std::int32_t k) { return k < 0 ? std::uint64_t{254} : s.node(k).relation; };
  c.left = n.left;
  c.left2 = n.left2;
  c.right = n.right;
  c.right2 = n.right2;
  c.left_relation = relation(n.left);
  c.left2_relation = relation(n.left2);
  c.right_relation = relation(n.right);
  c.right2_relation = relation(n.right2);
  c.lefts = std::min<std::uint64_t>(n.lefts, 4);
  c.rights = std::min<std::uint64_t>(n.rights, 4);
  return c;
}

}  // namespace parse_detail

template <class Emit>
void parse_features(const ParseState& s, const ParseWords& words, Emit&& emit) {
  using namespace parse_detail;
  const std::int32_t i0 = s.stack(0), i1 = s.stack(1), i2 = s.stack(2);
  const std::int32_t j0 = s.input(0), j1 = s.input(1), j2 = s.input(2);
  const ParseWord &s0 = words[i0], &s1 = words[i1], &s2 = words[i2];
  const ParseWord &b0 = words[j0], &b1 = words[j1], &b2 = words[j2];
  const Children c0 = children_of(s, i0), c1 = children_of(s, i1), cb = children_of(s, j0);
  const std::uint64_t d0 = distance(i0, j0), d1 = distance(i1, i0);

  emit(feature(201));
  // Single words.
  emit(feature(202, s0.word, s0.tag));
  emit(feature(203, s0.word));
  emit(feature(204, s0.tag));
  emit(feature(205, s1.word, s1.tag));
  emit(feature(206, s1.word));
  emit(feature(207, s1.tag));
  emit(feature(208, b0.word, b0.tag));
  emit(feature(209, b0.word));
  emit(feature(210, b0.tag));
  emit(feature(211, b1.word, b1.tag));
  emit(feature(212, b1.word));
  emit(feature(213, b1.tag));
  emit(feature(214, b2.word, b2.tag));
  emit(feature(215, b2.tag));
  emit(feature(216, s2.tag));
  // Pairs.
  emit(feature(220, s0.word, s0.tag, b0.word, b0.tag));
  emit(feature(221, s0.word, s0.tag, b0.tag));
  emit(feature(222, s0.tag, b0.word, b0.tag));
  emit(feature(223, s0.word, b0.word));
  emit(feature(224, s0.tag, b0.tag));
  emit(feature(225, b0.tag, b1.tag));
  emit(feature(226, s1.word, s0.word));
  emit(feature(227, s1.word, s1.tag, s0.tag));
  emit(feature(228, s1.tag, s0.word, s0.tag));
  emit(feature(229, s1.tag, s0.tag));
  emit(feature(230, s1.word, s0.word, s0.tag, s1.tag));
  emit(feature(231, s1.tag, b0.tag));
  emit(feature(232, s1.word, b0.word));
  emit(feature(233, s0.word, b1.word));
  emit(feature(234, s0.tag, b1.word));
  emit(feature(235, b0.word, b1.word));
  // Triples of tags.
  emit(feature(240, b0.tag, b1.tag, b2.tag));
  emit(feature(241, s0.tag, b0.tag, b1.tag));
  emit(feature(242, s1.tag, s0.tag, b0.tag));
  emit(feature(243, s2.tag, s1.tag, s0.tag));
  emit(feature(244, s0.tag, words[c0.left].tag, b0.tag));
  emit(feature(245, s0.tag, words[c0.right].tag, b0.tag));
  emit(feature(246, s0.tag, b0.tag, words[cb.left].tag));
  emit(feature(247, s1.tag, words[c1.right].tag, s0.tag));
  emit(feature(248, s1.tag, words[c1.left].tag, s0.tag));
  emit(feature(249, s1.tag, s0.tag, words[c0.left].tag));
  emit(feature(250, s1.tag, s0.tag, words[c0.right].tag));
  emit(feature(251, s0.tag, words[c0.left].tag, words[c0.left2].tag));
  emit(feature(252, s0.tag, words[c0.right].tag, words[c0.right2].tag));
  emit(feature(253, b0.tag, words[cb.left].tag, words[cb.left2].tag));
  emit(feature(254, s0.word, b0.tag, b1.tag));
  emit(feature(255, s0.tag, b0.word, b1.tag));
  emit(feature(256, s1.word, s0.tag, b0.tag));
  emit(feature(257, s1.tag, s0.word, b0.tag));
  emit(feature(258, s1.tag, s0.tag, b0.word));
  // Distances.
  emit(feature(260, s0.tag, b0.tag, d0));
  emit(feature(261, s0.word, d0));
  emit(feature(262, b0.word, d0));
  emit(feature(263, s1.tag, s0.tag, d1));
  emit(feature(264, s1.word, d1));
  emit(feature(265, s0.word, d1));
  // Children: how many, which.
  emit(feature(270, s0.word, c0.lefts, c0.rights));
  emit(feature(271, s0.tag, c0.lefts, c0.rights));
  emit(feature(272, s1.word, c1.rights));
  emit(feature(273, s1.tag, c1.lefts, c1.rights));
  emit(feature(274, b0.word, cb.lefts));
  emit(feature(275, b0.tag, cb.lefts));
  emit(feature(276, s0.tag, c0.left_relation, c0.right_relation));
  emit(feature(277, s0.word, c0.left_relation, c0.right_relation));
  emit(feature(278, s1.tag, c1.left_relation, c1.right_relation));
  emit(feature(279, s1.word, c1.right_relation));
  emit(feature(280, b0.tag, cb.left_relation));
  emit(feature(281, b0.word, cb.left_relation, cb.left2_relation));
  emit(feature(282, s0.tag, b0.tag, c0.left_relation, c0.right_relation));
  emit(feature(283, s1.tag, s0.tag, c1.right_relation, c0.right_relation));
  emit(feature(284, words[c0.left].word, s0.tag));
  emit(feature(285, words[c0.right].word, s0.tag));
  emit(feature(286, words[cb.left].word, b0.tag));
  emit(feature(287, words[c1.right].word, s1.tag, s0.tag));
  emit(feature(288, s0.tag, words[c0.left].word, b0.tag));
  emit(feature(289, s1.word, s0.tag, words[c0.left].word));  // "spoke" … "of" + noun
  emit(feature(290, s1.tag, s0.word, words[c0.left].word));
  // Clusters.
  emit(feature(300, s0.cluster, b0.cluster));
  emit(feature(301, s1.cluster, s0.cluster));
  emit(feature(302, s0.cluster, b0.tag));
  emit(feature(303, s0.tag, b0.cluster));
  emit(feature(304, s1.cluster, s0.tag));
  emit(feature(305, s1.tag, s0.cluster));
  emit(feature(306, s0.coarse, b0.coarse, b1.coarse));
  emit(feature(307, s1.coarse, s0.coarse, b0.coarse));
  emit(feature(308, s0.tag, b0.tag, b1.cluster));
  emit(feature(309, s1.cluster, s0.tag, words[c0.left].word));
}

}  // namespace attest::extract
