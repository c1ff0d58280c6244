// A shuffle that is the same with every standard library.
#pragma once

#include <random>
#include <utility>
#include <vector>

namespace attest::extract::training {

template <class T>
void shuffle(std::vector<T>& items, std::mt19937& random) {
  for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random() % i]);
}

}  // namespace attest::extract::training
