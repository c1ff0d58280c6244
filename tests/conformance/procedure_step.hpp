// "there exists a procedure name(in :: TYPE) :: (out :: TYPE):" with a table of its answers.
#pragma once

#include <attest/query/procedure.hpp>

#include "gherkin.hpp"

namespace attest::conformance {

/// The procedure answers with the rows of the table whose argument columns equal the arguments.
Procedure table_procedure(const Step& step);

}  // namespace attest::conformance
