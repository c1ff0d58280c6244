// The model files as they are in extractor/models, placed in the library's read-only data by the assembler.
#include <attest/extractor/model/models.hpp>

#define ATTEST_EMBED(name)                                                                               \
  asm(".pushsection .rodata\n.balign 64\nattest_model_" #name ":\n.incbin \"" ATTEST_MODEL_DIR "/" #name \
      ".model\"\nattest_model_" #name "_end:\n.byte 0\n.popsection\n");                                  \
  extern "C" __attribute__((visibility("hidden"))) const std::byte attest_model_##name[];                \
  extern "C" __attribute__((visibility("hidden"))) const std::byte attest_model_##name##_end[];

ATTEST_EMBED(lexicon)
ATTEST_EMBED(network)

namespace attest::extract {

const Models& builtin_models() {
  static const Models models({Bytes(attest_model_lexicon, attest_model_lexicon_end),
                              Bytes(attest_model_network, attest_model_network_end)});
  return models;
}

}  // namespace attest::extract
