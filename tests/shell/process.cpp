#include "process.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "support.hpp"

namespace attest::test {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void redirect(const std::filesystem::path& file, int flags, int descriptor) {
  const int opened = open(file.c_str(), flags, 0600);
  if (opened < 0 || dup2(opened, descriptor) < 0) _exit(126);
}

}  // namespace

Outcome run(const std::vector<std::string>& words, const std::string& input) {
  const TemporaryDirectory folder;
  std::ofstream(folder.path() / "in", std::ios::binary) << input;
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) {
    redirect(folder.path() / "in", O_RDONLY, STDIN_FILENO);
    redirect(folder.path() / "out", O_WRONLY | O_CREAT, STDOUT_FILENO);
    redirect(folder.path() / "err", O_WRONLY | O_CREAT, STDERR_FILENO);
    execvp(arguments[0], arguments.data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_file(folder.path() / "out"),
          read_file(folder.path() / "err")};
}

Outcome run_attest(std::vector<std::string> arguments, const std::string& input) {
  arguments.insert(arguments.begin(), binary().string());
  return run(arguments, input);
}

}  // namespace attest::test
