#ifdef __x86_64__
#define ATTEST_KERNELS avx512_kernels
#include <attest/extractor/model/kernels_body.hpp>
#endif
