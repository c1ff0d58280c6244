// attest: the command line. Parses the words, runs the command, turns errors into messages and exit statuses.
#include <malloc.h>
#include <unistd.h>

#include <attest/error.hpp>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "arguments.hpp"
#include "commands.hpp"
#include "terminal.hpp"

namespace {

constexpr int failed = 1;
constexpr int wrong_usage = 2;

int report(const char* message, int status) {
  const std::string label = attest::shell::styled("attest:", attest::shell::Style::red,
                                                  attest::shell::takes_colours(STDERR_FILENO));
  std::fprintf(stderr, "%s %s\n", label.c_str(), message);
  return status;
}

/// Keeps the memory of one document for the next: giving it back and faulting it in again took a sixth of the
/// time of reading many small documents.
void keep_freed_memory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_TOP_PAD, 16 << 20);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  std::setlocale(LC_CTYPE, "");
  std::signal(SIGPIPE, SIG_IGN);  // a reader that went away is a write error, not an end without a word
  try {
    const auto parsed = attest::shell::parse_arguments(argc, argv);
    if (const int* status = std::get_if<int>(&parsed)) return *status;
    const int status = std::visit([](const auto& arguments) { return attest::shell::run(arguments); },
                                  std::get<attest::shell::Command>(parsed));
    if (std::fflush(stdout) != 0) return report("cannot write to standard output", failed);
    return status;
  } catch (const attest::UsageError& error) {
    return report(error.what(), wrong_usage);
  } catch (const std::bad_alloc&) {
    return report("out of memory", failed);
  } catch (const std::exception& error) {
    return report(error.what(), failed);
  }
}
