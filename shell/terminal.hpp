// The terminal on the other side: whether there is one, how wide it is, and whether it takes colours.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attest::shell {

bool is_terminal(int descriptor);

/// Columns of the terminal on standard output; 80 where it is unknown.
std::size_t terminal_width();

/// True where escape sequences may be sent: a terminal, not a dumb one, NO_COLOR not set (no-color.org).
bool takes_colours(int descriptor);

enum class Style { plain, bold, dim, red, green, yellow, blue, cyan };

/// `text` in a style, or as it is where `colours` is false.
std::string styled(std::string_view text, Style style, bool colours);

}  // namespace attest::shell
