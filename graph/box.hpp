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
  /// `tag` is the maker's: 32 bits in what would be padding.
  explicit Box(T value, std::uint32_t tag = 0) : cell_(new Cell{std::move(value), tag}) {}
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
  std::uint32_t tag() const { return cell_->tag; }

 private:
  struct Cell {
    T value;
    std::uint32_t tag;
    std::atomic<std::uint32_t> count{1};
  };
  Cell* cell_;
};

}  // namespace attest
