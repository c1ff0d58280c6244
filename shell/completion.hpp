// What a word that is being typed may become: keywords, functions, procedures, and what the graph holds.
#pragma once

#include <string_view>

#include <attest/query/query.hpp>

#include "line_editor.hpp"

namespace attest::shell {

/// Labels inside (…:, types inside […:, property keys after a dot or in {…}, names inside quotation marks,
/// procedures after CALL, shell commands after a colon that opens the statement; else keywords, functions and
/// the statement's own variables.
Completion complete(std::string_view before_cursor, const Engine& engine);

}  // namespace attest::shell
