#include <attest/extractor/facts/quotations.hpp>

#include <algorithm>
#include <optional>

#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

bool is_letter(unsigned char c) {
  return ((c | 32) >= 'a' && (c | 32) <= 'z') || c >= 0x80;
}
bool is_space(unsigned char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

enum class Mark : std::uint8_t {
  none,
  open_double,
  close_double,
  straight_double,
  open_single,
  close_single,
  straight_single
};

struct Found {
  Mark mark = Mark::none;
  std::uint32_t size = 1;
};

Found mark_at(std::string_view text, std::size_t at) {
  const auto three = text.substr(at, 3);
  if (three == "\xE2\x80\x9C") return {Mark::open_double, 3};
  if (three == "\xE2\x80\x9D") return {Mark::close_double, 3};
  if (three == "\xE2\x80\x98") return {Mark::open_single, 3};
  if (three == "\xE2\x80\x99") return {Mark::close_single, 3};
  const auto two = text.substr(at, 2);
  if (two == "``") return {Mark::open_double, 2};
  if (two == "''") return {Mark::close_double, 2};
  if (two == "\xC2\xAB") return {Mark::open_double, 2};
  if (two == "\xC2\xBB") return {Mark::close_double, 2};
  if (text[at] == '"') return {Mark::straight_double, 1};
  if (text[at] == '\'') return {Mark::straight_single, 1};
  return {};
}

// Scans blocks one after the other; holds the marks that are open.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  void scan(Span block, std::uint32_t index, bool continues) {
    const bool closed_here = !continues && depth_ > 0 && closes_first(block);
    const bool whole = continues || break_off(closed_here || begins_with_mark(block));
    block_ = block;
    index_ = index;
    if (closed_here && whole) {
      depth_ = 1;
      double_ = {block.begin, block.begin};
      opened_in_ = index;
    }
    for (std::uint32_t at = block.begin; at < block.end;) {
      const Found found = mark_at(text_, at);
      if (found.mark != Mark::none) handle(found, at);
      at += found.size;
    }
    last_end_ = block.end;
  }

  std::vector<Quotation> finish() {
    break_off(false);
    return std::move(quotations_);
  }

 private:
  bool opens(std::uint32_t at, std::uint32_t size) const {
    const bool starts = at == block_.begin || is_space(static_cast<unsigned char>(text_[at - 1])) ||
                        text_[at - 1] == '(' || text_[at - 1] == '[' || text_[at - 1] == '-' ||
                        text_[at - 1] == '*' || (at >= 3 && text_.substr(at - 3, 2) == "\xE2\x80");
    const std::uint32_t next = at + size;
    // A mark set apart from its words closes where a comma or a full stop follows: so ",
    return starts && next < block_.end && !is_space(static_cast<unsigned char>(text_[next])) &&
           !is_one_of(text_[next], std::string_view(",.;:!?)"));
  }
  bool letter_after(std::uint32_t at, std::uint32_t size) const {
    return at + size < block_.end && is_letter(static_cast<unsigned char>(text_[at + size]));
  }
  bool space_before(std::uint32_t at) const {
    return at == block_.begin || is_space(static_cast<unsigned char>(text_[at - 1]));
  }

  void handle(Found found, std::uint32_t at) {
    switch (found.mark) {
      case Mark::open_double:
        return open_double(at, found.size);
      case Mark::close_double:
        return close_double(at, found.size);
      case Mark::straight_double:
        if (depth_ == 0) spaced_ = at + 1 < block_.end && is_space(static_cast<unsigned char>(text_[at + 1]));
        if (depth_ == 0 || (!spaced_ && opens(at, 1))) return open_double(at, 1);
        return close_double(at, 1);
      case Mark::open_single:
        if (depth_ == 0 && !single_ && opens(at, found.size) && letter_after(at, found.size))
          single_ = Span{at, at + found.size};
        return;
      case Mark::straight_single:
        if (depth_ == 0 && !single_ && opens(at, 1) && letter_after(at, 1)) {
          single_ = Span{at, at + 1};
          return;
        }
        [[fallthrough]];
      case Mark::close_single:
        if (single_ && depth_ == 0 && !letter_after(at, found.size) && !space_before(at))
          close(*single_, at, found.size, index_);
        return;
      case Mark::none:
        return;
    }
  }

  bool begins_with_mark(Span block) const {
    const Mark mark = block.empty() ? Mark::none : mark_at(text_, block.begin).mark;
    return mark == Mark::open_double || mark == Mark::straight_double;
  }

  // A mark closes in this paragraph before any opens: it closes the quotation of the one before.
  bool closes_first(Span block) const {
    for (std::uint32_t at = block.begin; at < block.end;) {
      const Found found = mark_at(text_, at);
      if (found.mark == Mark::close_double) return true;
      if (found.mark == Mark::straight_double) return at > block.begin && stands_behind_word(block, at);
      if (found.mark == Mark::open_double) return false;
      at += found.size;
    }
    return false;
  }

  bool stands_behind_word(Span block, std::uint32_t at) const {
    const bool space_behind = at + 1 >= block.end || is_space(static_cast<unsigned char>(text_[at + 1]));
    return space_behind && !is_space(static_cast<unsigned char>(text_[at - 1]));
  }

  void open_double(std::uint32_t at, std::uint32_t size) {
    // A paragraph of a longer quotation opens anew with no mark closed before.
    if (depth_ > 0 && at == block_.begin) {
      depth_ = 1;
      return;
    }
    if (depth_++ == 0) {
      double_ = {at, at + size};
      opened_in_ = index_;
      single_.reset();
      nested_.clear();
    } else if (depth_ == 2) {
      inner_ = {at, at + size};
    }
  }
  void close_double(std::uint32_t at, std::uint32_t size) {
    if (depth_ == 0) return;
    if (--depth_ == 0) {
      close(double_, at, size, opened_in_);
    } else if (depth_ == 1 && inner_.end < at) {
      nested_.push_back({{inner_.end, at}, {inner_.begin, at + size}, 0, 0, index_, true});
    }
  }
  void close(Span opening, std::uint32_t at, std::uint32_t size, std::uint32_t block) {
    Span inner{opening.end, at};
    while (spaced_ && !inner.empty() && is_space(static_cast<unsigned char>(text_[inner.end - 1])))
      --inner.end;
    if (!inner.empty()) quotations_.push_back({inner, {opening.begin, at + size}, 0, 0, block, true});
    single_.reset();
  }
  // The paragraph ends inside a quotation: it goes on in the next, or its mark is missing. In the second case
  // what was closed inside it are the quotations, as they are where they hold whole statements.
  // Returns whether the quotation was kept as one.
  bool break_off(bool goes_on) {
    single_.reset();
    const bool statements =
        std::any_of(nested_.begin(), nested_.end(), [&](const Quotation& q) { return ends_itself(q.inner); });
    const bool parts = depth_ > 0 && !nested_.empty() && (statements || !goes_on);
    if (parts) {
      quotations_.insert(quotations_.end(), nested_.begin(), nested_.end());
    } else if (depth_ > 0 && double_.end < last_end_) {
      quotations_.push_back({{double_.end, last_end_}, {double_.begin, last_end_}, 0, 0, opened_in_, false});
    }
    depth_ = 0;
    nested_.clear();
    return !parts;
  }
  bool ends_itself(Span inner) const {
    constexpr std::uint32_t shortest = 12;  // bytes; shorter ones are words set off
    const char last = text_[inner.end - 1];
    return inner.size() >= shortest && (last == ',' || last == '.' || last == '!' || last == '?');
  }

  std::string_view text_;
  Span block_, double_, inner_;
  std::optional<Span> single_;
  bool spaced_ =
      false;  // the open mark is set apart from its words (" so "): the next one closes, however set
  std::uint32_t depth_ = 0, index_ = 0, opened_in_ = 0, last_end_ = 0;
  std::vector<Quotation> quotations_, nested_;
};

}  // namespace

bool is_quotation_mark(std::string_view token) {
  constexpr std::string_view marks[] = {"'",        "``",      "''", "\xE2\x80\x98", "\xE2\x80\x99",
                                        "\xC2\xAB", "\xC2\xBB"};
  return is_double_mark(token) || is_one_of(token, marks);
}

bool is_double_mark(std::string_view token) {
  return token == "\"" || token == "\xE2\x80\x9C" || token == "\xE2\x80\x9D";
}

std::vector<Quotation> find_quotations(const AnnotatedDocument& document) {
  Scanner scanner(document.document.text);
  const auto& blocks = document.document.blocks;
  for (std::uint32_t b = 0; b < blocks.size(); ++b)
    if (is_running_text(blocks[b].kind)) scanner.scan(blocks[b].span, b, blocks[b].continues);
  std::vector<Quotation> quotations = scanner.finish();
  std::uint32_t t = 0;
  for (Quotation& quotation : quotations) {
    const auto count = static_cast<std::uint32_t>(document.tokens.size());
    while (t < count && document.tokens[t].span.begin < quotation.inner.begin) ++t;
    quotation.first = t;
    while (t < count && document.tokens[t].span.begin < quotation.inner.end) ++t;
    quotation.last = t;
  }
  std::erase_if(quotations, [](const Quotation& q) { return q.first >= q.last; });
  return quotations;
}

}  // namespace attest::extract
