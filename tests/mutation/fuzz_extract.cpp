// Any bytes are a document or an attest::Error; a document's fragment keeps its invariants.
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

#include <attest/extractor/pipeline.hpp>
#include <attest/extractor/readers/reader.hpp>
#include <attest/graph/error.hpp>

#include "fragment_checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attest::extract;
  if (size == 0) return 0;
  constexpr Format formats[] = {Format::text, Format::markdown, Format::html, Format::docx};
  try {
    std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    Document document = read_document(std::move(bytes), formats[data[0] % 4], "input", "input");
    const std::string text = document.text;
    for (const std::string& fault : attest::test::faults_of(extract_fragment(std::move(document)), text)) {
      std::cerr << fault << '\n';
      std::abort();
    }
  } catch (const attest::Error&) {
  }
  return 0;
}
