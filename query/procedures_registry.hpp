// How the files procedures*.cpp hand their procedures to builtin_procedures(). Not for callers of the
// library.
#pragma once

#include <vector>

#include <attest/query/procedure.hpp>

namespace attest {

namespace registry {
// Each appends its procedures.
void add_descriptive(std::vector<Procedure>& procedures);
void add_algorithms(std::vector<Procedure>& procedures);
void add_search(std::vector<Procedure>& procedures);
}  // namespace registry

/// "algo.pagerank([options :: MAP]) :: (node :: NODE, score :: FLOAT)".
std::string signature(const Procedure& procedure);

}  // namespace attest
