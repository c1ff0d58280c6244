#include <attest/query/run/context.hpp>

#include <atomic>
#include <random>

#include <fmt/format.h>

#include <attest/error.hpp>
#include <attest/graph/store.hpp>

namespace attest::query {

Limits::Limits(const QueryOptions& options)
    : deadline_(std::chrono::steady_clock::now() + options.timeout),
      timed_(options.timeout.count() > 0),
      memory_limit_(static_cast<std::int64_t>(options.memory_limit)),
      interrupt_(options.interrupt) {}

void Limits::check() {
  countdown_ = interval;
  if (interrupt_ && interrupt_->load(std::memory_order_relaxed)) {
    throw LimitError("Interrupted", "the statement was interrupted; nothing was changed");
  }
  if (timed_ && std::chrono::steady_clock::now() > deadline_) {
    throw LimitError("Timeout", "the statement ran longer than its time limit; nothing was changed");
  }
}

void Limits::charge(std::int64_t bytes) {
  memory_ += bytes;
  allow(0);
}

void Limits::allow(std::size_t bytes) const {
  if (memory_limit_ <= 0 || memory_ + static_cast<std::int64_t>(bytes) <= memory_limit_) return;
  throw LimitError("MemoryLimit", fmt::format("the statement needs more than its memory limit of {} bytes; "
                                              "nothing was changed",
                                              memory_limit_));
}

namespace {

/// Another one for every statement; the system is asked for entropy once.
std::uint64_t fresh_seed() {
  static std::atomic<std::uint64_t> next = [] {
    std::random_device device;
    return std::uint64_t{device()} << 32 | device();
  }();
  return next.fetch_add(0x9E3779B97F4A7C15, std::memory_order_relaxed);
}

}  // namespace

Context::Context(Graph& the_graph, const Store* the_store, const Map& the_parameters,
                 const QueryOptions& options)
    : graph(the_graph),
      store(the_store),
      parameters(the_parameters),
      functions{the_graph, {}, Clock::at_now(), std::mt19937_64(options.seed ? *options.seed : fresh_seed())},
      limits(options) {
  functions.need = [this](std::size_t bytes) {
    limits.check();
    limits.allow(bytes);
  };
  if (!store) return;
  functions.document_text = [this](std::string_view name) -> std::optional<std::string_view> {
    auto found = documents.find(name);
    if (found == documents.end()) {
      auto document = store->document(name);
      if (!document) return std::nullopt;
      found = documents.emplace(std::string(name), std::move(document->text)).first;
    }
    return found->second;
  };
}

}  // namespace attest::query
