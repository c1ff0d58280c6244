// The cells of RFC 4180 one by one: quotes doubled inside quotes, line breaks inside quotes, CRLF or LF.
#pragma once

#include <cstring>
#include <deque>
#include <string>
#include <string_view>

namespace attest {

/// Text that had to be unescaped, kept where it is.
class CsvArena {
 public:
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

 private:
  std::deque<std::string> texts_;
};

class CsvCells {
 public:
  struct Cell {
    std::string_view text;
    bool quoted = false;
    bool last = false;      ///< of its row
    bool unclosed = false;  ///< the file ended inside quotes
  };

  CsvCells(std::string_view text, char delimiter, CsvArena& arena)
      : at_(text.data()), end_(text.data() + text.size()), delimiter_(delimiter), arena_(&arena) {
    if (text.starts_with("\xEF\xBB\xBF")) at_ += 3;
  }

  /// Skips empty lines; false at the end of the file.
  bool more() {
    while (at_ != end_ && (*at_ == '\n' || *at_ == '\r')) ++at_;
    return at_ != end_;
  }
  /// Where the next cell starts.
  const char* position() const { return at_; }

  Cell next() {
    if (at_ != end_ && *at_ == '"') return quoted();
    const char* start = at_;
    while (at_ != end_ && *at_ != delimiter_ && *at_ != '\n' && *at_ != '\r') ++at_;
    Cell cell{{start, static_cast<std::size_t>(at_ - start)}};
    cell.last = finish();
    return cell;
  }

 private:
  /// Moves past the delimiter or the line's end; true for the latter.
  bool finish() {
    if (at_ == end_) return true;
    if (*at_ == delimiter_) {
      ++at_;
      return false;
    }
    if (*at_ == '\r') ++at_;
    if (at_ != end_ && *at_ == '\n') ++at_;
    return true;
  }

  Cell quoted() {
    const char* start = ++at_;
    bool doubled = false;
    for (;;) {
      const void* found = at_ == end_ ? nullptr : std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_));
      if (!found) {
        at_ = end_;
        return {{start, static_cast<std::size_t>(end_ - start)}, true, true, true};
      }
      at_ = static_cast<const char*>(found) + 1;
      if (at_ == end_ || *at_ != '"') break;
      doubled = true;
      ++at_;
    }
    Cell cell{{start, static_cast<std::size_t>(at_ - 1 - start)}, true};
    if (doubled) cell.text = arena_->keep(undouble(cell.text));
    // Anything between the closing quote and the delimiter is kept as it is: "a"b is ab.
    if (at_ != end_ && *at_ != delimiter_ && *at_ != '\n' && *at_ != '\r') {
      const char* tail = at_;
      while (at_ != end_ && *at_ != delimiter_ && *at_ != '\n' && *at_ != '\r') ++at_;
      cell.text = arena_->keep(std::string(cell.text).append(tail, at_));
    }
    cell.last = finish();
    return cell;
  }

  static std::string undouble(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
      out += text[i];
      if (text[i] == '"') ++i;
    }
    return out;
  }

  const char* at_;
  const char* end_;
  char delimiter_;
  CsvArena* arena_;
};

}  // namespace attest
