// How many columns of a terminal a text fills.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attest {

/// Wide and full-width characters (Unicode Standard Annex 11) and emoji fill two columns, combining marks
/// none.
std::size_t display_width(std::string_view text);

/// `text` in lines of at most `width` columns, broken at blanks where there are any. At least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace attest
