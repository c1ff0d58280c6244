#include <attest/query/temporal_zone.hpp>

#include <charconv>
#include <chrono>
#include <memory>
#include <unordered_map>

#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include <attest/graph/calendar.hpp>

namespace attest {
namespace {

constexpr std::int32_t kMaxOffset = 18 * 3600;

std::unique_ptr<icu::BasicTimeZone> load_zone(const std::string& name) {
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
  if (*zone == icu::TimeZone::getUnknown()) return nullptr;
  if (dynamic_cast<icu::BasicTimeZone*>(zone.get()) == nullptr) return nullptr;
  return std::unique_ptr<icu::BasicTimeZone>(static_cast<icu::BasicTimeZone*>(zone.release()));
}

/// nullptr where ICU knows no zone of that name. Loaded once a thread: ICU's zones are costly to make.
const icu::BasicTimeZone* named_zone(const std::string& name) {
  thread_local std::unordered_map<std::string, std::unique_ptr<icu::BasicTimeZone>> zones;
  auto found = zones.find(name);
  if (found == zones.end()) found = zones.emplace(name, load_zone(name)).first;
  return found->second.get();
}

/// Milliseconds that ICU can reckon with: years far off are moved by cycles of 400 years, after which the
/// calendar and the days of the week repeat.
UDate to_milliseconds(std::int64_t seconds) {
  constexpr std::int64_t cycle = 146'097 * kSecondsPerDay;
  constexpr std::int64_t far = 2'000 * cycle;
  if (seconds > far) seconds = cycle + seconds % cycle;
  if (seconds < -far) seconds = -100 * cycle + seconds % cycle;
  return static_cast<UDate>(seconds) * 1000.0;
}

std::int32_t offset_at(const Zone& zone, const Instant& instant) {
  if (zone.name.empty()) return zone.offset;
  std::int32_t raw = 0;
  std::int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  named_zone(zone.name)->getOffset(to_milliseconds(instant.seconds), false, raw, saving, status);
  return (raw + saving) / 1000;
}

/// The offset before the change, both for readings that come twice and for those left out.
std::int32_t offset_at_local(const Zone& zone, const LocalDateTime& local) {
  if (zone.name.empty()) return zone.offset;
  std::int32_t raw = 0;
  std::int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  named_zone(zone.name)->getOffsetFromLocal(to_milliseconds(instant_of(local).seconds), UCAL_TZ_LOCAL_FORMER,
                                            UCAL_TZ_LOCAL_FORMER, raw, saving, status);
  return (raw + saving) / 1000;
}

/// Two digits, taken off the front.
std::optional<int> two_digits(std::string_view& text) {
  int value = 0;
  if (text.size() < 2 || text[0] < '0' || text[0] > '9') return std::nullopt;
  if (std::from_chars(text.data(), text.data() + 2, value).ptr != text.data() + 2) return std::nullopt;
  text.remove_prefix(2);
  return value;
}

/// Hours, then minutes and seconds with or without colons; `text` has lost its sign.
std::optional<std::int32_t> parse_offset(std::string_view text) {
  std::int32_t total = 0;
  std::int32_t unit = 3600;
  for (int part = 0; part < 3 && (part == 0 || !text.empty()); ++part, unit /= 60) {
    if (part > 0 && text.front() == ':') text.remove_prefix(1);
    const auto number = two_digits(text);
    if (!number || (part > 0 && *number > 59)) return std::nullopt;
    total += *number * unit;
  }
  if (!text.empty() || total > kMaxOffset) return std::nullopt;
  return total;
}

}  // namespace

Instant now() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  const std::int64_t nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(since_epoch).count();
  return {floor_div(nanoseconds, kNanosPerSecond),
          static_cast<std::int32_t>(floor_mod(nanoseconds, kNanosPerSecond))};
}

Clock Clock::at_now() {
  const Instant instant = now();
  return {instant, instant, "Z"};
}

std::optional<Zone> parse_zone(std::string_view text) {
  if (text == "Z" || text == "z") return Zone{};
  if (text.empty()) return std::nullopt;
  if (text.front() == '+' || text.front() == '-') {
    const auto offset = parse_offset(text.substr(1));
    if (!offset) return std::nullopt;
    return Zone{"", text.front() == '-' ? -*offset : *offset};
  }
  std::string name(text);
  if (named_zone(name) == nullptr) return std::nullopt;
  return Zone{std::move(name), 0};
}

std::string to_string(const Zone& zone) {
  if (!zone.name.empty()) return zone.name;
  const std::string midnight = to_string(Time{{}, zone.offset});
  return midnight.substr(5);  // behind "00:00"
}

Zone zone_of(const DateTime& value) {
  return value.zone.empty() ? Zone{"", value.offset} : Zone{value.zone, 0};
}

DateTime at_zone(const LocalDateTime& local, const Zone& zone) {
  if (zone.name.empty()) return {local, zone.offset, ""};
  Instant instant = instant_of(local);
  instant.seconds -= offset_at_local(zone, local);
  return at_zone(instant, zone);
}

DateTime at_zone(const Instant& instant, const Zone& zone) {
  const std::int32_t offset = offset_at(zone, instant);
  return {local_of({instant.seconds + offset, instant.nanoseconds}), offset, zone.name};
}

Instant instant_of(const DateTime& value) {
  Instant instant = instant_of(value.local);
  instant.seconds -= value.offset;
  return instant;
}

Instant instant_of(const LocalDateTime& value) {
  return {value.date.days * kSecondsPerDay + value.time.nanoseconds / kNanosPerSecond,
          static_cast<std::int32_t>(value.time.nanoseconds % kNanosPerSecond)};
}

LocalDateTime local_of(const Instant& instant) {
  const std::int64_t second_of_day = floor_mod(instant.seconds, kSecondsPerDay);
  return {{floor_div(instant.seconds, kSecondsPerDay)},
          {second_of_day * kNanosPerSecond + instant.nanoseconds}};
}

}  // namespace attest
