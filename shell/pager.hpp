// Long answers, a screen at a time.
#pragma once

#include <string_view>

namespace attest::shell {

/// Writes `text` to standard output; through $PAGER (default "less -FRSX") where `allowed` and it is longer
/// than the terminal is high.
void page(std::string_view text, bool allowed);

}  // namespace attest::shell
