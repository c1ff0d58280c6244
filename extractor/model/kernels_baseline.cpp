#define ATTEST_KERNELS baseline_kernels
#include <attest/extractor/model/kernels_body.hpp>
