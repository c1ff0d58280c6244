#include <attest/extractor/entities/fold.hpp>

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <array>
#include <cctype>
#include <memory>
#include <mutex>

#include <attest/extractor/entities/romanize.hpp>

namespace attest::extract {
namespace {

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

/// Latin letters that are no base letter with a mark.
const char* plain_latin(UChar32 c) {
  switch (c) {
    case 0xE6:
      return "ae";
    case 0xF8:
      return "o";
    case 0x142:
      return "l";
    case 0x111:
    case 0xF0:
      return "d";
    case 0xFE:
      return "th";
    case 0xDF:
      return "ss";
    case 0x153:
      return "oe";
    case 0x131:
      return "i";
    case 0x259:
      return "a";  // ə
    case 0x127:
      return "h";
    default:
      return nullptr;
  }
}

/// Making a transliterator reads megabytes of tables, so it is made once, and only for scripts that
/// `romanize` has not.
void to_latin(icu::UnicodeString& text) {
  static std::mutex mutex;
  static std::unique_ptr<icu::Transliterator> transliterator;
  const std::lock_guard lock(mutex);
  if (!transliterator) {
    UErrorCode status = U_ZERO_ERROR;
    transliterator.reset(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) transliterator.reset();
  }
  if (transliterator) transliterator->transliterate(text);
}

bool has_other_script(const icu::UnicodeString& text) {
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (c > 0x24F && !plain_latin(c) && u_isalpha(c) && (c < 0x1E00 || c > 0x1EFF)) return true;
  }
  return false;
}

void append_gap(std::string& out) {
  if (!out.empty() && out.back() != ' ') out += ' ';
}

/// Most names are ASCII: these go without tables.
void append_ascii(std::string& out, char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (letter)
    out += static_cast<char>(c | 0x20);
  else if (c >= '0' && c <= '9')
    out += c;
  else if (c != '\'' && c != '`' && c != '.')  // part of a word
    append_gap(out);
}

void append_folded(std::string& out, UChar32 c) {
  if (c < 0x80) {
    append_ascii(out, static_cast<char>(c));
  } else if (const char* plain = plain_latin(c)) {
    out += plain;
  } else if (c == 0x2019 || c == 0x2018 || c == 0x2BC || c == 0x2BB) {
    // part of a word
  } else if (u_isalnum(c)) {
    icu::UnicodeString(c).toUTF8String(out);
  } else if (u_charType(c) != U_NON_SPACING_MARK) {  // a mark's letter stays
    append_gap(out);
  }
}

template <class Use>
void each_word(std::string_view folded, Use&& use) {
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) use(folded.substr(at, end - at));
    at = end + 1;
  }
}

/// Single letters in a row are initials of one word: "u s" → "us".
std::string join_letters(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  bool after_letter = false;
  each_word(text, [&](std::string_view word) {
    const bool letter = word.size() == 1 && word[0] >= 'a' && word[0] <= 'z';
    if (!out.empty() && !(letter && after_letter)) out += ' ';
    out += word;
    after_letter = letter;
  });
  return out;
}

/// "N.Hale" → "N. Hale"; "U.S." stays.
std::string part_initials(std::string_view name) {
  const auto is_letter = [&](std::size_t i) {
    return i < name.size() && (std::isalpha(static_cast<unsigned char>(name[i])) || (name[i] & 0x80));
  };
  const auto begins_word = [&](std::size_t i) { return i == 0 || !is_letter(i - 1); };
  std::string out;
  std::size_t letter = 0;  // where the last character begins
  for (std::size_t i = 0; i < name.size(); ++i) {
    out += name[i];
    const bool initial = i > 0 && is_letter(letter) && begins_word(letter);
    if (name[i] == '.' && initial && is_letter(i + 1) && is_letter(i + 2)) out += ' ';
    if ((name[i] & 0xC0) != 0x80) letter = i;
  }
  return out;
}

std::string fold_characters(std::string_view whole) {
  const std::string name = part_initials(whole);
  std::string out;
  out.reserve(name.size());
  const auto append = [&](std::string_view latin) {
    for (const char c : latin)
      if (c & 0x80)
        out += c;  // of a letter that ASCII has not
      else
        append_ascii(out, c);
  };
  if (is_ascii(name)) {
    append(name);
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  if (has_other_script(text)) {
    if (const std::optional<std::string> latin = romanize(name)) {
      append(*latin);
      return out;
    }
    to_latin(text);
  }
  text.toLower(icu::Locale::getRoot());
  const icu::UnicodeString parts = decompose->normalize(text, status);
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1))
    append_folded(out, parts.char32At(i));
  return out;
}

struct Respelling {
  std::string_view from;
  std::string_view to;
};
// Longest first. Spellings of one sound in the common romanizations of Cyrillic, Arabic, Armenian, Georgian,
// Persian and Turkic names, and of Greek and Hebrew ones.
constexpr auto respellings = std::to_array<Respelling>({
    {"tsch", "c"}, {"shch", "s"}, {"iyev", "ev"}, {"ayev", "aev"}, {"eyev", "eev"}, {"iev", "ev"},
    {"yev", "ev"}, {"sch", "s"},  {"tch", "c"},   {"dzh", "j"},    {"iy", "i"},     {"yi", "i"},
    {"ij", "i"},   {"ii", "i"},   {"ia", "a"},    {"ya", "a"},     {"ja", "a"},     {"iu", "u"},
    {"yu", "u"},   {"ju", "u"},   {"yo", "o"},    {"io", "o"},     {"ye", "e"},     {"ie", "e"},
    {"sh", "s"},   {"ch", "c"},   {"zh", "j"},    {"dj", "j"},     {"kh", "h"},     {"gh", "g"},
    {"ph", "f"},   {"th", "t"},   {"ou", "u"},    {"oo", "u"},     {"ee", "i"},     {"ck", "k"},
    {"ts", "c"},   {"tz", "c"},   {"ks", "x"},    {"qu", "k"},     {"y", "i"},      {"w", "v"},
    {"q", "g"},
});

}  // namespace

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  each_word(folded, [&](std::string_view word) { words.push_back(word); });
  return words;
}

std::string fold_name(std::string_view name) {
  std::string out = join_letters(fold_characters(name));
  if (out.starts_with("the ") && out.size() > 4) out.erase(0, 4);
  return out;
}

std::string sound_key(std::string_view word) {
  std::string key;
  for (std::size_t at = 0; at < word.size();) {
    std::string_view spelt = word.substr(at, 1), sound = spelt;
    for (const Respelling& rule : respellings)
      if (word.substr(at).starts_with(rule.from)) {
        spelt = rule.from;
        sound = rule.to;
        break;
      }
    for (const char c : sound)
      if (key.empty() || key.back() != c) key += c;
    at += spelt.size();
  }
  return key;
}

}  // namespace attest::extract
