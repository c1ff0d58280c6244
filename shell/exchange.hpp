// A session's graph out to other tools: shared by `attest export` and the shell's :export.
#pragma once

#include "arguments.hpp"
#include "session.hpp"

namespace attest::shell {

/// Writes the session's graph, or the part of it that arguments.query returns. `arguments.file` is not looked
/// at.
void export_session(Session& session, const ExportArguments& arguments);

}  // namespace attest::shell
