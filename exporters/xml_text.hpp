// Text inside XML 1.0, and back.
//
// XML 1.0 cannot hold most control characters, U+FFFE and U+FFFF. They are spelled _x0001_, and text that
// looks like such a spelling has its underscore spelled _x005F_ (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
#pragma once

#include <string>
#include <string_view>

namespace attest {

/// Escapes for element content and for attribute values in double quotes alike; broken UTF-8 becomes U+FFFD.
void append_xml(std::string& out, std::string_view text);
std::string xml(std::string_view text);

/// Undoes the _xHHHH_ spelling (an XML parser undoes the rest).
std::string unspell_controls(std::string_view text);

}  // namespace attest
