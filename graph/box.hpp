// Box<T>: an immutable value on the heap, shared by count. Eight bytes, never null.
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

namespace attest {

/// Copies share the content; the count is atomic, so values may cross threads.
template <class T>
class Box {
 public:
  explicit Box(T value) : cell_(new Cell{std::move(value)}) {}
  Box(const Box& other) noexcept : cell_(other.cell_) {
    cell_->count.fetch_add(1, std::memory_order_relaxed);
  }
  Box(Box&& other) noexcept : cell_(std::exchange(other.cell_, nullptr)) {}
  Box& operator=(Box other) noexcept {
    std::swap(cell_, other.cell_);
    return *this;
  }
  ~Box() {
    if (cell_ && cell_->count.fetch_sub(1, std::memory_order_acq_rel) == 1) delete cell_;
  }

  const T& operator*() const { return cell_->value; }
  const T* operator->() const { return &cell_->value; }

 private:
  struct Cell {
    T value;
    std::atomic<std::uint32_t> count{1};
  };
  Cell* cell_;
};

}  // namespace attest
