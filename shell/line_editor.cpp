#include "line_editor.hpp"

#include <fcntl.h>
#include <histedit.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <attest/query/display_width.hpp>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "highlight.hpp"
#include "terminal.hpp"

namespace attest::shell {
namespace {

constexpr int history_size = 1000;

std::string common_prefix(const std::vector<std::string>& words) {
  std::string prefix = words.front();
  for (const std::string& word : words) {
    const auto differ = std::mismatch(prefix.begin(), prefix.end(), word.begin(), word.end());
    prefix.erase(differ.first, prefix.end());
  }
  return prefix;
}

void list_candidates(const std::vector<std::string>& words) {
  constexpr std::size_t shown = 100;
  std::size_t widest = 0;
  for (const std::string& word : words) widest = std::max(widest, word.size() + 2);
  const std::size_t columns = std::max<std::size_t>(1, terminal_width() / widest);
  std::fputc('\n', stdout);
  for (std::size_t i = 0; i < std::min(words.size(), shown); ++i) {
    std::fputs(words[i].c_str(), stdout);
    const bool last = i + 1 == std::min(words.size(), shown);
    if (last || (i + 1) % columns == 0) {
      std::fputc('\n', stdout);
    } else {
      std::fputs(std::string(widest - words[i].size(), ' ').c_str(), stdout);
    }
  }
  if (words.size() > shown) std::printf("… and %zu more\n", words.size() - shown);
}

bool draws_lines() {
  const char* terminal = std::getenv("TERM");
  return is_terminal(STDIN_FILENO) && is_terminal(STDOUT_FILENO) && terminal &&
         std::string_view(terminal) != "dumb";
}

/// Writes the line that was just entered once more, in colours: libedit has none while one types.
void repaint(const std::string& prompt, const std::string& text) {
  const std::size_t width = terminal_width();
  const std::size_t columns = display_width(prompt) + display_width(text);
  const std::size_t rows = 1 + (columns == 0 ? 0 : (columns - 1) / width);
  if (columns % width == 0 || text.find('\t') != std::string::npos)
    return;  // terminals differ in where the cursor is
  std::printf("\033[%zuA\r\033[J%s%s\n", rows, prompt.c_str(), highlighted(text).c_str());
  std::fflush(stdout);
}

/// The file exists and only its owner may read it, before a word of history is written.
void make_private(const std::string& file) {
  const int descriptor = open(file.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor < 0) return;
  fchmod(descriptor, 0600);
  close(descriptor);
}

}  // namespace

struct LineEditor::Impl {
  std::string history_file;
  bool colours = takes_colours(STDOUT_FILENO);
  Completer completer;
  std::string prompt;
  EditLine* editor = nullptr;
  History* history = nullptr;
  std::vector<std::string> plain_history;

  static char* prompt_of(EditLine* editor) {
    void* self = nullptr;
    el_get(editor, EL_CLIENTDATA, &self);
    return static_cast<Impl*>(self)->prompt.data();
  }

  static unsigned char complete(EditLine* editor, int) {
    void* self = nullptr;
    el_get(editor, EL_CLIENTDATA, &self);
    const LineInfo* line = el_line(editor);
    const std::string before(line->buffer, line->cursor);
    const Completion found = static_cast<Impl*>(self)->completer(before);
    if (found.candidates.empty()) return CC_REFRESH_BEEP;
    const std::string typed = before.substr(before.size() - std::min(found.replaced, before.size()));
    const bool only = found.candidates.size() == 1;
    const std::string wanted = only ? found.candidates.front() : common_prefix(found.candidates);
    if (wanted.size() > typed.size() || (only && wanted != typed)) {
      el_deletestr(editor, static_cast<int>(typed.size()));
      el_insertstr(editor, wanted.c_str());
      return CC_REFRESH;
    }
    if (only) return CC_REFRESH_BEEP;
    list_candidates(found.candidates);
    return CC_REDISPLAY;
  }

  void open_terminal() {
    editor = el_init("attest", stdin, stdout, stderr);
    history = history_init();
    HistEvent event;
    ::history(history, &event, H_SETSIZE, history_size);
    ::history(history, &event, H_SETUNIQUE, 1);
    if (!history_file.empty()) {
      make_private(history_file);
      ::history(history, &event, H_LOAD, history_file.c_str());
    }
    el_set(editor, EL_CLIENTDATA, this);
    el_set(editor, EL_PROMPT, &prompt_of);
    el_set(editor, EL_EDITOR, "emacs");
    el_set(editor, EL_HIST, ::history, history);
    el_set(editor, EL_ADDFN, "attest-complete", "Complete a word", &complete);
    el_set(editor, EL_BIND, "^I", "attest-complete", nullptr);
    el_set(editor, EL_BIND, "^R", "em-inc-search-prev", nullptr);
    el_source(editor, nullptr);
  }
};

LineEditor::LineEditor(const std::string& history_file, Completer completer)
    : impl_(std::make_unique<Impl>()) {
  impl_->history_file = history_file;
  impl_->completer = std::move(completer);
  if (draws_lines()) impl_->open_terminal();
}

LineEditor::~LineEditor() {
  if (impl_->history) history_end(impl_->history);
  if (impl_->editor) el_end(impl_->editor);
}

bool LineEditor::interactive() const {
  return impl_->editor != nullptr;
}

LineEditor::Input LineEditor::read(const std::string& prompt) {
  if (!impl_->editor) {
    Input input;
    if (!std::getline(std::cin, input.text)) input.end = End::end_of_input;
    return input;
  }
  impl_->prompt = prompt;
  int length = 0;
  errno = 0;
  const char* line = el_gets(impl_->editor, &length);
  if (!line || length <= 0) {
    if (errno == EINTR) {
      el_reset(impl_->editor);
      std::fputs("^C\n", stdout);
      return {End::interrupted, ""};
    }
    std::fputc('\n', stdout);
    return {End::end_of_input, ""};
  }
  std::string text(line, static_cast<std::size_t>(length));
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  if (impl_->colours) repaint(prompt, text);
  return {End::line, std::move(text)};
}

void LineEditor::remember(const std::string& entry) {
  if (!impl_->history) {
    impl_->plain_history.push_back(entry);
    return;
  }
  HistEvent event;
  ::history(impl_->history, &event, H_ENTER, entry.c_str());
  if (!impl_->history_file.empty()) ::history(impl_->history, &event, H_SAVE, impl_->history_file.c_str());
}

std::vector<std::string> LineEditor::history() const {
  if (!impl_->history) return impl_->plain_history;
  std::vector<std::string> entries;
  HistEvent event;
  for (int more = ::history(impl_->history, &event, H_LAST); more >= 0;
       more = ::history(impl_->history, &event, H_PREV)) {
    entries.emplace_back(event.str);
  }
  return entries;
}

}  // namespace attest::shell
