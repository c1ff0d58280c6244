#include <attest/query/evidence.hpp>

#include <algorithm>
#include <charconv>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/utext.h>

#include <attest/query/unicode.hpp>

namespace attest {
namespace {

using Type = Value::Type;
using Spans = std::vector<EvidenceSpan>;

std::optional<std::uint64_t> take_number(std::string_view& text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

// ---- From the graph ----------------------------------------------------------------------------

template <class Id>
Value named_property(const Graph& graph, Id id, std::string_view key) {
  const auto found = graph.keys().find(key);
  return found ? graph.property(id, *found) : Value();
}

void add_spans(Spans& spans, const Value& texts, std::string_view document) {
  if (texts.type() != Type::list) return;
  for (const Value& text : texts.list())
    if (text.type() == Type::string)
      if (auto span = parse_evidence(text.string(), document)) spans.push_back(std::move(*span));
}

std::string document_name(const Graph& graph, NodeId document) {
  const Value name = named_property(graph, document, "name");
  return name.type() == Type::string ? name.string() : "";
}

void add_mentions(const Graph& graph, NodeId node, Spans& spans) {
  const auto type = graph.types().find("MENTIONED_IN");
  if (!type) return;
  for (const RelationshipId mention : graph.adjacency(node, *type, Direction::out).relationships)
    add_spans(spans, named_property(graph, mention, "spans"), document_name(graph, graph.end_of(mention)));
}

void add_node(const Graph& graph, NodeId node, Spans& spans) {
  if (!graph.contains(node)) return;
  const Value own = named_property(graph, node, "evidence");
  own.is_null() ? add_mentions(graph, node, spans) : add_spans(spans, own, {});
}

void add_relationship(const Graph& graph, RelationshipId relationship, Spans& spans) {
  if (!graph.contains(relationship)) return;
  const Value own = named_property(graph, relationship, "evidence");
  if (!own.is_null()) return add_spans(spans, own, {});
  const Value mentions = named_property(graph, relationship, "spans");
  if (!mentions.is_null())
    return add_spans(spans, mentions, document_name(graph, graph.end_of(relationship)));
  add_spans(spans, named_property(graph, graph.start_of(relationship), "evidence"), {});
}

void collect(const Graph& graph, const Value& value, Spans& spans) {
  if (value.type() == Type::node) add_node(graph, value.node(), spans);
  if (value.type() == Type::relationship) add_relationship(graph, value.relationship(), spans);
  if (value.type() == Type::path)
    for (const RelationshipId relationship : value.path().relationships)
      add_relationship(graph, relationship, spans);
  if (value.type() == Type::list)
    for (const Value& item : value.list()) collect(graph, item, spans);
}

// ---- Sentences ---------------------------------------------------------------------------------

struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<ByteRange> bytes_of(std::string_view document, const EvidenceSpan& span) {
  if (span.end < span.start) return std::nullopt;
  const std::size_t begin = unicode::offset_of(document, span.start);
  const std::size_t length = unicode::offset_of(document.substr(begin), span.end - span.start);
  if (span.end > span.start && length == 0) return std::nullopt;
  return ByteRange{begin, begin + length};
}

/// Between the blank lines around the range: no sentence runs over one.
ByteRange paragraph_around(std::string_view document, const ByteRange& range) {
  const std::size_t before =
      range.begin == 0 ? std::string_view::npos : document.rfind("\n\n", range.begin - 1);
  const std::size_t after = document.find("\n\n", range.end);
  return {before == std::string_view::npos ? 0 : before + 2,
          after == std::string_view::npos ? document.size() : after};
}

/// ICU's sentence rules, with English abbreviations ("Mr.", "Gen.") that end none.
std::unique_ptr<icu::BreakIterator> make_sentence_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> plain(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
  std::unique_ptr<icu::FilteredBreakIteratorBuilder> builder(
      icu::FilteredBreakIteratorBuilder::createInstance(icu::Locale::getEnglish(), status));
  if (U_FAILURE(status)) return plain;
  for (const char* abbreviation :
       {"Gen.", "Col.", "Lt.", "Maj.", "Sgt.", "Adm.", "Gov.", "Sen.",  "Rep.", "Rev.",
        "St.",  "No.",  "vs.", "cf.",  "e.g.", "i.e.", "Art.", "para.", "p.",   "pp."})
    builder->suppressBreakAfter(icu::UnicodeString::fromUTF8(abbreviation), status);
  icu::BreakIterator* raw = plain.release();
  std::unique_ptr<icu::BreakIterator> filtered(builder->wrapIteratorWithFilter(raw, status));
  return filtered;
}

/// ICU's rules end a sentence at every line break; the page's are none.
std::string on_one_line(std::string_view paragraph) {
  std::string text(paragraph);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

ByteRange sentences_around(std::string_view paragraph, const ByteRange& range) {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = make_sentence_iterator();
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, paragraph.data(), static_cast<std::int64_t>(paragraph.size()), &status);
  iterator->setText(&text, status);
  ByteRange whole{0, paragraph.size()};
  if (U_SUCCESS(status)) {
    const std::int32_t begin = iterator->preceding(static_cast<std::int32_t>(range.begin) + 1);
    const std::size_t last = range.end > range.begin ? range.end - 1 : range.end;
    const std::int32_t end = iterator->following(static_cast<std::int32_t>(last));
    if (begin != icu::BreakIterator::DONE) whole.begin = static_cast<std::size_t>(begin);
    if (end != icu::BreakIterator::DONE) whole.end = static_cast<std::size_t>(end);
  }
  utext_close(&text);
  return whole;
}

/// One space where there are many, none at the ends.
std::string draw_together(std::string_view text) {
  std::string result;
  for (const char c : text)
    if (c != ' ' || (!result.empty() && result.back() != ' ')) result += c;
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace

std::optional<EvidenceSpan> parse_evidence(std::string_view text, std::string_view document) {
  constexpr std::string_view mark = "#char=";
  const std::size_t hash = text.rfind(mark);
  if (hash != std::string_view::npos) {
    document = text.substr(0, hash);
    text.remove_prefix(hash + 1);
  }
  if (!text.starts_with("char=")) return std::nullopt;
  text.remove_prefix(5);
  const auto start = take_number(text);
  if (!start || !text.starts_with(',')) return std::nullopt;
  text.remove_prefix(1);
  const auto end = take_number(text);
  if (!end || !text.empty()) return std::nullopt;
  return EvidenceSpan{std::string(document), *start, *end};
}

std::vector<EvidenceSpan> evidence_of(const Graph& graph, const Value& value) {
  Spans spans;
  collect(graph, value, spans);
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  return spans;
}

std::optional<std::string_view> text_of(std::string_view document, const EvidenceSpan& span) {
  const auto range = bytes_of(document, span);
  if (!range) return std::nullopt;
  return document.substr(range->begin, range->end - range->begin);
}

std::optional<std::string> sentences_of(std::string_view document, const EvidenceSpan& span) {
  const auto parts = quotation_of(document, span);
  if (!parts) return std::nullopt;
  return draw_together(parts->before + parts->words + parts->after);
}

std::optional<Quotation> quotation_of(std::string_view document, const EvidenceSpan& span) {
  const auto range = bytes_of(document, span);
  if (!range) return std::nullopt;
  const ByteRange paragraph = paragraph_around(document, *range);
  const std::string text = on_one_line(document.substr(paragraph.begin, paragraph.end - paragraph.begin));
  const ByteRange inner{range->begin - paragraph.begin, range->end - paragraph.begin};
  const ByteRange sentence = sentences_around(text, inner);
  const auto part = [&](std::size_t begin, std::size_t end) {
    return std::string_view(text).substr(begin, std::max(begin, end) - begin);
  };
  const auto with_blanks = [](std::string_view raw) {
    std::string drawn = draw_together(raw);
    if (raw.starts_with(' ')) drawn.insert(0, 1, ' ');
    if (raw.ends_with(' ') && drawn != " ") drawn += ' ';
    return drawn;
  };
  Quotation parts{with_blanks(part(sentence.begin, inner.begin)), with_blanks(part(inner.begin, inner.end)),
                  with_blanks(part(inner.end, sentence.end))};
  while (parts.before.starts_with(' ')) parts.before.erase(0, 1);
  while (parts.after.ends_with(' ')) parts.after.pop_back();
  return parts;
}

}  // namespace attest
