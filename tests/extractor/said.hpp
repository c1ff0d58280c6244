// Claims of a small annotated document as tests compare them.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include <attest/extractor/pipeline.hpp>

#include "annotated.hpp"

namespace attest::test {

struct Said {
  std::string speaker, text;
  bool quoted, denied;
  bool operator==(const Said&) const = default;
};
inline std::ostream& operator<<(std::ostream& out, const Said& said) {
  return out << said.speaker << ": " << said.text << (said.quoted ? " (quoted)" : "")
             << (said.denied ? " (denied)" : "");
}

inline std::vector<Said> claims(const ParsedDocument& parsed) {
  std::vector<Said> all;
  for (const extract::Claim& claim : extract::find_facts(parsed.document, parsed.entities).claims)
    all.push_back({parsed.name(claim.speaker), parsed.text(claim.text), claim.quoted, claim.denied});
  return all;
}

}  // namespace attest::test
