#include "pager.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace attest::shell {
namespace {

bool fits_the_screen(std::string_view text) {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0) return true;
  return std::count(text.begin(), text.end(), '\n') < size.ws_row;
}

}  // namespace

void page(std::string_view text, bool allowed) {
  if (allowed && !fits_the_screen(text)) {
    const char* chosen = std::getenv("PAGER");
    const std::string command = chosen && *chosen ? chosen : "less -FRSX";
    std::fflush(stdout);
    if (std::FILE* pager = popen(command.c_str(), "w")) {
      std::fwrite(text.data(), 1, text.size(), pager);
      if (pclose(pager) == 0) return;
    }
  }
  std::fwrite(text.data(), 1, text.size(), stdout);
}

}  // namespace attest::shell
