#include <attest/extractor/model/kernels.hpp>

namespace attest::extract {

const Kernels& kernels() {
#ifdef __x86_64__
  static const Kernels& best = []() -> const Kernels& {
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni"))
      return avx512_kernels;
    return __builtin_cpu_supports("avx2") ? avx2_kernels : baseline_kernels;
  }();
  return best;
#else
  return baseline_kernels;
#endif
}

}  // namespace attest::extract
