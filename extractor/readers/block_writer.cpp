#include <attest/extractor/readers/block_writer.hpp>

namespace attest::extract {

void BlockWriter::text(std::string_view characters) {
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char c = characters[i];
    const bool no_break_space = c == '\xC2' && i + 1 < characters.size() && characters[i + 1] == '\xA0';
    if (no_break_space) ++i;
    if (no_break_space || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
      if (!open_.empty() && open_.back() != ' ' && open_.back() != '\n' && open_.back() != '\t') open_ += ' ';
    } else {
      open_ += c;
    }
  }
}

void BlockWriter::trim_spaces() {
  while (!open_.empty() && (open_.back() == ' ' || open_.back() == '\n' || open_.back() == '\t'))
    open_.pop_back();
}

void BlockWriter::line_break() {
  trim_spaces();
  if (!open_.empty()) open_ += '\n';
}

void BlockWriter::tab() {
  trim_spaces();
  if (!open_.empty()) open_ += '\t';
}

void BlockWriter::end(BlockKind kind, std::uint8_t level) {
  trim_spaces();
  if (open_.empty()) return;
  std::string& text = document_.text;
  if (!text.empty()) text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += open_;
  document_.blocks.push_back({{begin, static_cast<std::uint32_t>(text.size())}, kind, level, false});
  open_.clear();
}

}  // namespace attest::extract
