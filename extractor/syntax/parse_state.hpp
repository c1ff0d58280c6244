// States and transitions of the arc-hybrid system. Tokens of the sentence are numbered from 0; the root
// stands behind the last one (Ballesteros & Nivre 2013).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace attest::extract {

/// Classes of the parser's model: shift, then left arcs and right arcs by relation.
constexpr std::uint8_t shift_move = 0;
constexpr std::uint8_t left_move(std::uint8_t relation) {
  return static_cast<std::uint8_t>(1 + 2 * relation);
}
constexpr std::uint8_t right_move(std::uint8_t relation) {
  return static_cast<std::uint8_t>(2 + 2 * relation);
}
constexpr bool is_left(std::uint8_t move) {
  return move != 0 && move % 2 == 1;
}
constexpr bool is_right(std::uint8_t move) {
  return move != 0 && move % 2 == 0;
}
constexpr std::uint8_t relation_of(std::uint8_t move) {
  return static_cast<std::uint8_t>((move - 1) / 2);
}

constexpr std::uint8_t no_relation = 255;

class ParseState {
 public:
  static constexpr std::int32_t none = -1;

  void start(std::int32_t size) {
    size_ = size;
    next_ = 0;
    stack_.clear();
    nodes_.assign(static_cast<std::size_t>(size) + 1, Node{});
  }

  bool finished() const { return next_ == size_ && stack_.empty(); }
  bool can_shift() const { return next_ < size_; }
  /// The root takes its only child when nothing else is left.
  bool can_left() const { return !stack_.empty() && (next_ < size_ || stack_.size() == 1); }
  bool can_right() const { return stack_.size() > 1; }

  void apply(std::uint8_t move) {
    if (move == shift_move) {
      stack_.push_back(next_++);
      return;
    }
    const std::int32_t child = stack_.back();
    stack_.pop_back();
    attach(is_left(move) ? next_ : stack_.back(), child, relation_of(move));
  }

  std::int32_t size() const { return size_; }
  /// Token `i` from the top of the stack, or none.
  std::int32_t stack(std::size_t i) const { return i < stack_.size() ? stack_[stack_.size() - 1 - i] : none; }
  std::size_t depth() const { return stack_.size(); }
  /// Token `i` of the input that is left (`size()` is the root), or none.
  std::int32_t input(std::int32_t i) const { return next_ + i <= size_ ? next_ + i : none; }
  std::int32_t next() const { return next_; }

  struct Node {
    std::int32_t head = none;
    std::int32_t left = none, left2 = none;    // outermost children before the token
    std::int32_t right = none, right2 = none;  // outermost children after it
    std::uint8_t relation = no_relation;
    std::uint8_t lefts = 0, rights = 0;  // how many, at most 255
  };
  const Node& node(std::int32_t i) const { return nodes_[static_cast<std::size_t>(i)]; }

 private:
  void attach(std::int32_t head, std::int32_t child, std::uint8_t relation) {
    Node& c = nodes_[static_cast<std::size_t>(child)];
    c.head = head;
    c.relation = relation;
    Node& h = nodes_[static_cast<std::size_t>(head)];
    // Children come from the inside out on the left, in text order on the right.
    if (child < head) {
      h.left2 = h.left;
      h.left = child;
      if (h.lefts < 255) ++h.lefts;
    } else {
      h.right2 = h.right;
      h.right = child;
      if (h.rights < 255) ++h.rights;
    }
  }

  std::int32_t size_ = 0;
  std::int32_t next_ = 0;
  std::vector<std::int32_t> stack_;
  std::vector<Node> nodes_;
};

}  // namespace attest::extract
