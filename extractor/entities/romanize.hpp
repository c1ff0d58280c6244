// Names in Cyrillic, Armenian, Georgian, Hebrew and Arabic letters in Latin ones, without the tables for all
// scripts: reading those takes longer than reading many a document.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attest::extract {

/// `name` (UTF-8) in lower case as ICU's "Any-Latin; Latin-ASCII" spells it. Nothing where it has other
/// characters than Cyrillic, Armenian, Georgian, Hebrew, Arabic and ASCII ones, common dashes and quotation
/// marks, or one that depends on its neighbours.
std::optional<std::string> romanize(std::string_view name);

}  // namespace attest::extract
