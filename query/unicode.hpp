// Strings by Unicode code points: lengths, parts, case, white space, normal forms. Text is UTF-8; bytes that
// are none count as a code point each.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attest::unicode {

std::size_t length(std::string_view text);
/// The byte at which code point `index` starts, or text.size() where there are not so many.
std::size_t offset_of(std::string_view text, std::size_t index);
/// `count` code points from code point `start` on.
std::string_view part(std::string_view text, std::size_t start, std::size_t count);
std::string_view last_part(std::string_view text, std::size_t count);

/// The code points in the other order.
std::string reversed(std::string_view text);
/// Full case mapping of no particular language: "ß" becomes "SS".
std::string upper(std::string_view text);
std::string lower(std::string_view text);

/// Without the code points at either end that are white space, or in `set` where it is not empty.
std::string_view trim_start(std::string_view text, std::string_view set = {});
std::string_view trim_end(std::string_view text, std::string_view set = {});

enum class NormalForm { nfc, nfd, nfkc, nfkd };
std::string normalize(std::string_view text, NormalForm form);

}  // namespace attest::unicode
