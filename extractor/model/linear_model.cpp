#include <attest/extractor/model/linear_model.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>

#include <attest/graph/error.hpp>

namespace attest::extract {

struct LinearModel::Header {
  char magic[8];
  std::uint32_t classes;
  std::uint32_t buckets;
  std::uint32_t pairs;
  float unit;
  std::uint32_t reserved[10];
};

namespace {

constexpr char magic[8] = {'a', 't', 't', 'l', 'i', 'n', '0', '2'};

// One unit of weight: all but one weight in ten thousand fit into 127 of them.
float choose_unit(const std::vector<LinearModel::Row>& rows) {
  std::vector<float> sizes;
  for (const auto& row : rows)
    for (const auto& [which, weight] : row.weights)
      if (weight != 0) sizes.push_back(std::abs(weight));
  if (sizes.empty()) return 1;
  const auto nth = sizes.begin() + static_cast<std::ptrdiff_t>((sizes.size() - 1) * 9999 / 10000);
  std::nth_element(sizes.begin(), nth, sizes.end());
  return *nth / 127;
}

std::vector<LinearModel::Pair> rounded(const LinearModel::Row& row, float unit) {
  std::vector<LinearModel::Pair> pairs;
  for (const auto& [which, weight] : row.weights) {
    const float value = std::clamp(std::round(weight / unit), -127.0F, 127.0F);
    if (value != 0) pairs.push_back({which, static_cast<std::int8_t>(value)});
  }
  std::sort(pairs.begin(), pairs.end(), [](auto a, auto b) { return a.which < b.which; });
  return pairs;
}

}  // namespace

LinearModel::LinearModel(std::span<const std::byte> bytes) {
  Header header;
  if (bytes.size() < sizeof header) throw Error("the model is cut off");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, magic, sizeof magic) != 0) throw Error("these bytes are no linear model");
  const std::size_t size = sizeof header + header.buckets * sizeof(Bucket) + header.pairs * sizeof(Pair);
  if (bytes.size() < size || header.buckets == 0) throw Error("the model is cut off");
  buckets_ = reinterpret_cast<const Bucket*>(bytes.data() + sizeof header);
  pairs_ = reinterpret_cast<const Pair*>(buckets_ + header.buckets);
  bucket_count_ = header.buckets;
  classes_ = header.classes;
  width_ = width_of(classes_);
}

float LinearModel::unit_of(std::span<const std::byte> bytes) {
  Header header;
  if (bytes.size() < sizeof header) throw Error("the model is cut off");
  std::memcpy(&header, bytes.data(), sizeof header);
  return header.unit;
}

std::vector<LinearModel::Pair> LinearModel::densified(const std::vector<Pair>& pairs, std::uint32_t width) {
  std::vector<std::int8_t> weights(width, 0);
  for (const Pair& pair : pairs) weights[pair.which] = pair.weight;
  std::vector<Pair> out(width / sizeof(Pair));
  std::memcpy(out.data(), weights.data(), width);
  return out;
}

std::vector<std::byte> LinearModel::write(std::vector<Row> rows, std::uint32_t classes) {
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.feature < b.feature; });
  const float unit = choose_unit(rows);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> places;
  std::vector<Pair> pairs;
  for (const Row& row : rows) {
    std::vector<Pair> own = rounded(row, unit);
    if (own.empty()) continue;
    const bool many = own.size() * 4 >= width_of(classes);
    places.emplace_back(row.feature,
                        static_cast<std::uint32_t>(pairs.size() << 8 | (many ? dense : own.size())));
    if (many) own = densified(own, width_of(classes));
    pairs.insert(pairs.end(), own.begin(), own.end());
    if (pairs.size() >= 1u << 24) throw Error("the model has too many weights");
  }
  const auto count = static_cast<std::uint32_t>(places.size() / 8 + 1);
  std::vector<Bucket> buckets(count);
  std::memset(static_cast<void*>(buckets.data()), 0, buckets.size() * sizeof(Bucket));
  for (const auto& [feature, row] : places) {
    std::size_t at = place(feature, count);
    for (;; at = at + 1 == count ? 0 : at + 1) {
      auto* const free = std::find(std::begin(buckets[at].check), std::end(buckets[at].check), 0);
      if (free != std::end(buckets[at].check)) {
        *free = fingerprint(feature);
        buckets[at].row[free - buckets[at].check] = row;
        break;
      }
      buckets[at].overflows = 1;
    }
  }
  Header header{};
  std::memcpy(header.magic, magic, sizeof magic);
  header.classes = classes;
  header.buckets = count;
  header.pairs = static_cast<std::uint32_t>(pairs.size());
  header.unit = unit;
  static_assert(sizeof header == 64);
  std::vector<std::byte> out(sizeof header + count * sizeof(Bucket) + pairs.size() * sizeof(Pair));
  std::memcpy(out.data(), &header, sizeof header);
  std::memcpy(out.data() + sizeof header, buckets.data(), count * sizeof(Bucket));
  std::memcpy(out.data() + sizeof header + count * sizeof(Bucket), pairs.data(), pairs.size() * sizeof(Pair));
  return out;
}

}  // namespace attest::extract
