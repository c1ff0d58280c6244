// Small annotated documents for tests, written down by hand.
#pragma once

#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/entity.hpp>
#include <attest/extractor/labels.hpp>

namespace attest::test {

/// Tokens by white space and punctuation, no syntax: one sentence and one paragraph a line.
inline extract::AnnotatedDocument plain_document(std::string text, std::string date = {}) {
  extract::AnnotatedDocument document;
  document.document.date = std::move(date);
  document.document.text = std::move(text);
  const std::string& all = document.document.text;
  std::uint32_t at = 0;
  for (std::uint32_t start = 0; start < all.size(); start = at + 1) {
    at = static_cast<std::uint32_t>(std::min(all.find('\n', start), all.size()));
    const auto first = static_cast<std::uint32_t>(document.tokens.size());
    for (std::uint32_t i = start; i < at;) {
      std::uint32_t end = i + 1;
      const auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80); };
      if (is_word(all[i]))
        while (end < at && is_word(all[end])) ++end;
      extract::Token token;
      token.span = {i, end};
      if (all[i] != ' ') document.tokens.push_back(token);
      i = end;
    }
    document.sentences.push_back({first, static_cast<std::uint32_t>(document.tokens.size()),
                                  static_cast<std::uint32_t>(document.document.blocks.size())});
    document.document.blocks.push_back({{start, at}, extract::BlockKind::paragraph, 0, false});
  }
  return document;
}

/// What a name of a tag or relation names; throws for one that names none.
template <class Label>
Label label(std::optional<Label> named, const std::string& name) {
  if (!named) throw std::invalid_argument("no such tag or relation: " + name);
  return *named;
}

/// A document with syntax and entities. A line is a token: FORM UPOS HEAD DEPREL LEMMA [ENTITY], heads
/// counted from 1 in the sentence, 0 the root; an empty line ends a sentence, a line "¶" a paragraph. ENTITY
/// is a letter for its type (p person, l place, o organization, e event) and a number that is the same for
/// all mentions; tokens in a row with the same form one mention, and '*' after it marks a description or a
/// pronoun. Forms are joined by one space.
struct ParsedDocument {
  extract::AnnotatedDocument document;
  extract::Entities entities;

  std::string text(extract::Span span) const { return std::string(document.text(span)); }
  const std::string& name(extract::EntityIndex entity) const { return entities.entities.at(entity).name; }
};

class DocumentBuilder {
 public:
  ParsedDocument build(std::string_view columns, std::string date) {
    result_.document.document.date = std::move(date);
    std::istringstream lines{std::string(columns)};
    start_block();
    for (std::string line; std::getline(lines, line);) read_line(line);
    end_sentence();
    close_block();
    close_mention();
    return std::move(result_);
  }

 private:
  void read_line(const std::string& line) {
    std::istringstream fields(line);
    std::string form, upos, relation, lemma, entity;
    int head = 0;
    if (!(fields >> form)) return end_sentence();
    if (form == "¶") {
      end_sentence();
      close_block();
      return start_block();
    }
    fields >> upos >> head >> relation >> lemma >> entity;
    std::string& text = result_.document.document.text;
    if (!text.empty() && text.back() != '\n') text += ' ';
    extract::Token token;
    token.span.begin = static_cast<std::uint32_t>(text.size());
    text += form;
    token.span.end = static_cast<std::uint32_t>(text.size());
    token.upos = label(extract::upos_named(upos), upos);
    token.relation = label(extract::deprel_named(relation), relation);
    token.head = head == 0 ? -1 : static_cast<std::int32_t>(first_) + head - 1;
    token.lemma = lemma;
    mention(entity);
    result_.document.tokens.push_back(token);
    result_.entities.mention_of_token.push_back(
        current_.empty() ? -1 : static_cast<std::int32_t>(result_.entities.mentions.size()));
  }

  void mention(const std::string& entity) {
    if (entity == current_) return;
    close_mention();
    current_ = entity;
    mention_first_ = static_cast<std::uint32_t>(result_.document.tokens.size());
  }

  void close_mention() {
    if (current_.empty()) return;
    const bool is_name = current_.back() != '*';
    const std::string key = is_name ? current_ : current_.substr(0, current_.size() - 1);
    const auto [known, added] =
        ids_.try_emplace(key, static_cast<extract::EntityIndex>(result_.entities.entities.size()));
    if (added) {
      extract::Entity entity;
      entity.type = key[0] == 'p'   ? extract::EntityType::person
                    : key[0] == 'l' ? extract::EntityType::place
                    : key[0] == 'o' ? extract::EntityType::organization
                                    : extract::EntityType::event;
      result_.entities.entities.push_back(entity);
    }
    extract::Mention mention;
    mention.first = mention_first_;
    mention.last = static_cast<std::uint32_t>(result_.document.tokens.size());
    mention.head = head_of(mention.first, mention.last);
    mention.span = {result_.document.tokens[mention.first].span.begin,
                    result_.document.tokens[mention.last - 1].span.end};
    mention.kind = is_name ? extract::MentionKind::name : extract::MentionKind::description;
    mention.entity = known->second;
    mention.confidence = 1;
    extract::Entity& entity = result_.entities.entities[known->second];
    if (is_name && entity.name.empty()) entity.name = std::string(result_.document.text(mention.span));
    entity.mentions.push_back(static_cast<std::uint32_t>(result_.entities.mentions.size()));
    result_.entities.mentions.push_back(mention);
    current_.clear();
  }

  std::uint32_t head_of(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t) {
      const std::int32_t head = result_.document.tokens[t].head;
      if (head < static_cast<std::int32_t>(first) || head >= static_cast<std::int32_t>(last)) return t;
    }
    return first;
  }

  void start_block() { block_begin_ = static_cast<std::uint32_t>(result_.document.document.text.size()); }
  void close_block() {
    std::string& text = result_.document.document.text;
    result_.document.document.blocks.push_back(
        {{block_begin_, static_cast<std::uint32_t>(text.size())}, extract::BlockKind::paragraph, 0, false});
    text += '\n';
  }
  void end_sentence() {
    close_mention();
    const auto last = static_cast<std::uint32_t>(result_.document.tokens.size());
    if (last > first_)
      result_.document.sentences.push_back(
          {first_, last, static_cast<std::uint32_t>(result_.document.document.blocks.size())});
    first_ = last;
  }

  ParsedDocument result_;
  std::map<std::string, extract::EntityIndex> ids_;
  std::string current_;
  std::uint32_t mention_first_ = 0, first_ = 0, block_begin_ = 0;
};

inline ParsedDocument parsed_document(std::string_view columns, std::string date = {}) {
  return DocumentBuilder().build(columns, std::move(date));
}

}  // namespace attest::test
