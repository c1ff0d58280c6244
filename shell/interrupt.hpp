// Ctrl-C as a flag that running statements and builds look at.
#pragma once

#include <atomic>

#include <csignal>

namespace attest::shell {

/// While one lives, SIGINT sets the flag instead of ending the program.
class InterruptGuard {
 public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

  const std::atomic<bool>& flag() const;

 private:
  struct sigaction previous_ {};
};

}  // namespace attest::shell
