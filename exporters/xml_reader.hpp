// A pull parser over an XML file (libxml2's), with the line for messages. Namespaces prefixes are dropped.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <attest/graph/error.hpp>

namespace attest {

class XmlReader {
 public:
  enum class Event { start, text, end, done };

  /// Throws IoError where the file cannot be read. Nothing outside the file is ever loaded.
  explicit XmlReader(const std::filesystem::path& file);
  ~XmlReader();

  /// Moves on; whitespace between elements is text too. Throws FormatError where the file is not XML.
  Event next();
  /// Moves past the end of the element just started.
  void skip();
  /// The text of the element just started, up to its end; elements inside it are skipped.
  std::string text();

  /// Of the element just started or ended.
  std::string_view name() const;
  std::optional<std::string> attribute(const char* name) const;
  /// The attribute, or a FormatError that it is missing.
  std::string required(const char* name) const;
  /// Of the text.
  std::string_view content() const;

  /// A FormatError at this line: "FILE:LINE: message".
  FormatError error(const std::string& message) const;
  FormatError error_at(std::uint64_t line, const std::string& message) const;
  std::uint64_t line() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace attest
