// A document as read: its text, and how the text is built up.
//
// Inside the extractor a place is a range of UTF-8 bytes of Document::text; what leaves it (fragments,
// stores, exports) counts code points. CodePoints converts; nothing else does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attest::extract {

/// Half-open range of bytes of a document's text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

/// What a stretch of text is. Only running text (heading, paragraph, list_item, quotation) is read for facts;
/// abbreviations teach aliases; the others are set aside and reported.
enum class BlockKind : std::uint8_t {
  heading,
  paragraph,
  list_item,
  quotation,
  table,
  abbreviations,
  footnote,
  running_head,
  furniture,
  code
};

constexpr bool is_running_text(BlockKind kind) {
  return kind == BlockKind::heading || kind == BlockKind::paragraph || kind == BlockKind::list_item ||
         kind == BlockKind::quotation;
}

/// Blocks do not overlap and come in text order. One sentence of running text may go on from one paragraph
/// block to the next (`continues`), where a page break and footnotes stand in between.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  ///< of a heading, 1 … 6
  bool continues = false;  ///< the last sentence of the previous running block goes on here
};

struct Document {
  std::string name;    ///< file name; unique in a graph
  std::string path;    ///< as the user gave it
  std::string sha256;  ///< of the bytes read
  std::string title;   ///< empty where none is known
  std::string date;    ///< EDTF, empty where none is known
  std::string text;    ///< UTF-8, valid; what all offsets point into
  std::vector<Block> blocks;
  std::vector<std::string> warnings;  ///< e.g. "3 bytes that are not UTF-8 were replaced"
};

/// Converts byte offsets of one text to code-point offsets, in constant time a call.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  std::uint32_t at(std::uint32_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> every_block_;  // code points before each block of 64 bytes
};

}  // namespace attest::extract
