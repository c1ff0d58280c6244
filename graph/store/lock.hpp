// One writer at a time, for as long as it has the file open.
#pragma once

#include <chrono>
#include <string>

namespace attest::store {

/// Holds FILE-lock, an advisory lock beside the graph file; the system drops it when the process ends,
/// however it ends. (A lock on the graph file itself would disturb SQLite's own.)
class WriterLock {
 public:
  /// Waits at most `wait` for another writer; then throws StoreError that names the file and the process.
  WriterLock(const std::string& file, std::chrono::milliseconds wait);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  bool try_lock(const std::string& file);

  std::string path_;
  int descriptor_ = -1;
};

}  // namespace attest::store
