#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace attest::shell {

bool is_terminal(int descriptor) {
  return isatty(descriptor) == 1;
}

std::size_t terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  if (const char* columns = std::getenv("COLUMNS")) {
    if (const int width = std::atoi(columns); width > 0) return static_cast<std::size_t>(width);
  }
  return 80;
}

bool takes_colours(int descriptor) {
  const char* no_color = std::getenv("NO_COLOR");
  if (no_color && *no_color) return false;
  const char* terminal = std::getenv("TERM");
  return is_terminal(descriptor) && terminal && std::string_view(terminal) != "dumb";
}

std::string styled(std::string_view text, Style style, bool colours) {
  static constexpr std::string_view codes[] = {"", "1", "2", "31", "32", "33", "34", "36"};
  if (!colours || style == Style::plain) return std::string(text);
  std::string out = "\033[";
  out.append(codes[static_cast<int>(style)]).append("m").append(text).append("\033[0m");
  return out;
}

}  // namespace attest::shell
