// Builds a document's text block by block, for formats whose structure is marked up.
#pragma once

#include <string>
#include <string_view>

#include <attest/extractor/document.hpp>

namespace attest::extract {

/// Appends blocks to a document, a blank line between them. White space inside a block is collapsed,
/// except line breaks asked for.
class BlockWriter {
 public:
  explicit BlockWriter(Document& document) : document_(document) {}

  /// Adds characters to the open block.
  void text(std::string_view characters);
  /// A line break inside the block ("<br>").
  void line_break();
  /// A column's edge inside a table row.
  void tab();
  bool empty() const { return open_.empty(); }
  std::string_view open_text() const { return open_; }
  /// Ends the open block as `kind`; nothing happens where it is empty.
  void end(BlockKind kind, std::uint8_t level = 0);

 private:
  void trim_spaces();

  Document& document_;
  std::string open_;
};

}  // namespace attest::extract
