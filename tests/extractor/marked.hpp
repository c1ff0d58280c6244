// Entities of texts whose names are marked by hand.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <attest/extractor/pipeline.hpp>
#include <attest/extractor/structure.hpp>

namespace attest::test {

using namespace extract;

inline NameClass class_of_mark(char mark) {
  switch (mark) {
    case 'p':
      return NameClass::person;
    case 'l':
      return NameClass::place;
    case 'o':
      return NameClass::organization;
    case 'e':
      return NameClass::event;
    default:
      return NameClass::other;
  }
}

/// Tags and trees as the models give them, names as the text marks them: "{p:Ann Lee} of {l:Oslo}".
inline AnnotatedDocument marked(const std::string& text) {
  Document document;
  std::vector<std::pair<Span, NameClass>> names;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '{') {
      names.push_back({{static_cast<std::uint32_t>(document.text.size()), 0}, class_of_mark(text[at + 1])});
      at += 2;
    } else if (text[at] == '}') {
      names.back().first.end = static_cast<std::uint32_t>(document.text.size());
    } else {
      document.text += text[at];
    }
  }
  find_structure(document);
  AnnotatedDocument annotated = annotate(std::move(document), builtin_models());
  for (Token& token : annotated.tokens) {
    token.name = NameClass::none;
    token.name_begins = false;
    for (const auto& [span, label] : names)
      if (span.contains(token.span)) {
        token.name = label;
        token.name_begins = token.span.begin == span.begin;
        token.name_confidence = 0.9F;
      }
  }
  return annotated;
}

inline constexpr const char* type_letters = "PLOE";

/// "P Ann Lee | Lee": type, name, aliases; one string an entity, in the order of first mention.
inline std::vector<std::string> entities(const std::string& text) {
  const AnnotatedDocument document = marked(text);
  std::vector<std::string> lines;
  for (const Entity& entity : find_entities(document, builtin_models()).entities) {
    std::string line =
        std::string(1, type_letters[static_cast<std::size_t>(entity.type)]) + " " + entity.name;
    for (std::size_t i = 0; i < entity.aliases.size(); ++i) line += (i ? ", " : " | ") + entity.aliases[i];
    lines.push_back(line);
  }
  return lines;
}
using Lines = std::vector<std::string>;

}  // namespace attest::test
