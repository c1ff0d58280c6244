// A model file: named sections of bytes, each aligned to 64 bytes, read in place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attest::extract {

using Bytes = std::span<const std::byte>;

class Container {
 public:
  /// `bytes` must outlive the container and be aligned to 64 bytes. Throws attest::Error where they are none.
  explicit Container(Bytes bytes) : bytes_(bytes) {}
  /// The section's bytes; throws attest::Error where there is none.
  Bytes section(std::string_view name) const;
  /// The section as an array of plain values.
  template <class T>
  std::span<const T> array(std::string_view name) const {
    const Bytes bytes = section(name);
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

  static std::vector<std::byte> write(const std::map<std::string, std::vector<std::byte>>& sections);

 private:
  Bytes bytes_;
};

template <class T>
std::vector<std::byte> bytes_of(const std::vector<T>& values) {
  const auto* begin = reinterpret_cast<const std::byte*>(values.data());
  return {begin, begin + values.size() * sizeof(T)};
}

}  // namespace attest::extract
