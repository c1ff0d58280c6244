// The events that a text tells of, as lines for tests.
#pragma once

#include <string>
#include <vector>

#include <attest/extractor/pipeline.hpp>
#include <attest/extractor/readers/reader.hpp>

namespace attest::test {

// "attack 2011-05-12 agent=Norway in=Oslo", those of one type.
class Told {
 public:
  explicit Told(std::string text) {
    using namespace extract;
    const AnnotatedDocument document =
        annotate(read_document(std::move(text), Format::text, "t.txt", "t.txt"), builtin_models());
    const Entities entities = find_entities(document, builtin_models());
    for (const Event& event : find_facts(document, entities).events) {
      std::string line = event.type + " " + event.date;
      for (const auto& [entity, role] : event.participants)
        line += (role == Role::agent    ? " agent="
                 : role == Role::target ? " target="
                                        : " participant=") +
                entities.entities[entity].name;
      for (EntityIndex place : event.places) line += " in=" + entities.entities[place].name;
      lines_.push_back(line);
      names_.push_back(event.name);
      modalities_.push_back(event.modality);
    }
  }

  std::vector<std::string> of(const std::string& type) const {
    std::vector<std::string> found;
    for (const std::string& line : lines_)
      if (line.starts_with(type + " ")) found.push_back(line);
    return found;
  }
  std::string one(const std::string& type) const {
    const auto all = of(type);
    return all.size() == 1 ? all[0] : std::to_string(all.size()) + " events of " + type;
  }
  const std::vector<std::string>& names() const { return names_; }
  const std::vector<std::string>& modalities() const { return modalities_; }

 private:
  std::vector<std::string> lines_, names_, modalities_;
};

inline bool says(const std::string& line, const std::string& part) {
  return line.find(part) != std::string::npos;
}

}  // namespace attest::test
