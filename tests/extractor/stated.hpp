// The relations that a text states, read with the models, as tests compare them.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <attest/extractor/pipeline.hpp>
#include <attest/extractor/readers/reader.hpp>

namespace attest::test {

// "Anna Berg HOLDS_POSITION Acme as chairman"
class Stated {
 public:
  explicit Stated(std::string text) {
    const extract::AnnotatedDocument document =
        extract::annotate(extract::read_document(std::move(text), extract::Format::text, "t.txt", "t.txt"),
                          extract::builtin_models());
    const extract::Entities entities = extract::find_entities(document, extract::builtin_models());
    for (const extract::Relation& r : extract::find_facts(document, entities).relations) {
      const std::string ends =
          entities.entities[r.subject].name + " " + r.type + " " + entities.entities[r.object].name;
      lines_.push_back(r.title.empty() ? ends : ends + " as " + r.title);
    }
  }
  bool has(const std::string& line) const {
    return std::find(lines_.begin(), lines_.end(), line) != lines_.end();
  }
  std::size_t count(const std::string& type) const {
    return static_cast<std::size_t>(std::count_if(lines_.begin(), lines_.end(), [&](const auto& line) {
      return line.find(" " + type + " ") != std::string::npos;
    }));
  }

 private:
  std::vector<std::string> lines_;
};

}  // namespace attest::test
