#include <attest/extractor/lemmas.hpp>

#include <array>
#include <initializer_list>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/irregular_forms.hpp>
#include <attest/extractor/model/hashing.hpp>

namespace attest::extract {

namespace {

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}
bool has_vowel(std::string_view s) {
  return s.find_first_of("aeiouy") != std::string_view::npos;
}
bool is_doubled(std::string_view s) {
  return s.size() > 2 && s.back() == s[s.size() - 2] && !is_vowel(s.back());
}
bool ends_with_any(std::string_view s, std::initializer_list<std::string_view> ends) {
  for (const std::string_view e : ends)
    if (s.ends_with(e)) return true;
  return false;
}

class Chooser {
 public:
  explicit Chooser(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // The first candidate that is a known word; the first of all where none is.
  std::string choose(std::initializer_list<std::string> candidates) const {
    for (const std::string& c : candidates)
      if (known(c)) return c;
    return *candidates.begin();
  }

  // "stopp", "declar", "visit": the stem before -ed, -ing, -er or -est.
  std::string from_stem(std::string_view stem) const {
    const std::string plain(stem);
    const std::string with_e = plain + "e";
    if (is_doubled(stem)) {
      if (stem.size() == 3) return plain;  // "added", "erred"
      const std::string single = plain.substr(0, plain.size() - 1);
      return ends_with_any(stem, {"ll", "ss", "ff", "zz"}) ? choose({plain, single})
                                                           : choose({single, plain});
    }
    if (stem.ends_with('i')) return plain.substr(0, plain.size() - 1) + "y";
    return expects_e(stem) ? choose({with_e, plain}) : choose({plain, with_e});
  }

 private:
  bool known(const std::string& word) const {
    const std::uint64_t hash = hash_of(word);
    return lexicon_.word(hash, hash).cluster != 0;
  }
  // One vowel and one consonant ("hop", "rat"): a base without e would have doubled its consonant. And
  // endings that hardly stand without e.
  static bool expects_e(std::string_view s) {
    if (ends_with_any(
            s, {"c", "v", "u", "dg", "iz", "as", "os", "us", "rs", "ns", "bl", "tl", "dl", "gl", "pl"}))
      return true;
    const std::size_t n = s.size();
    // Unstressed endings double nothing either: "imprisoned", "delivered", "targeted".
    if (n > 4 && has_vowel(s.substr(0, n - 3)) &&
        ends_with_any(s, {"on", "er", "en", "et", "or", "om", "el", "op"}))
      return false;
    return n >= 3 && !is_vowel(s[n - 1]) && is_vowel(s[n - 2]) && !is_vowel(s[n - 3]) && s[n - 1] != 'w' &&
           s[n - 1] != 'x' && s[n - 1] != 'y';
  }
  const Lexicon& lexicon_;
};

std::string without(const std::string& word, std::size_t letters) {
  return word.substr(0, word.size() - letters);
}

std::string without_s(const std::string& w, const Chooser& chooser) {
  if (w.size() < 3 || !w.ends_with('s') || w.ends_with("ss") || w.ends_with("us") || w.ends_with("is"))
    return w;
  if (w.ends_with("ies") && w.size() > 4) return without(w, 3) + "y";
  if (ends_with_any(w, {"sses", "shes", "ches", "xes", "zzes"}))
    return chooser.choose({without(w, 2), without(w, 1)});
  if (ends_with_any(w, {"oes", "ses", "zes"})) return chooser.choose({without(w, 1), without(w, 2)});
  return without(w, 1);
}

std::string verb(const std::string& w, Penn penn, const Chooser& chooser) {
  if (penn == Penn::VBZ) return without_s(w, chooser);
  if (penn == Penn::VBG && w.size() > 4 && w.ends_with("ing") && has_vowel(without(w, 3)))
    return chooser.from_stem(without(w, 3));
  if ((penn == Penn::VBD || penn == Penn::VBN) && w.size() > 3 && w.ends_with("ed") &&
      has_vowel(without(w, 2)))
    return chooser.from_stem(without(w, 2));
  return w;
}

std::string comparison(const std::string& w, Penn penn, const Chooser& chooser) {
  if ((penn == Penn::JJR || penn == Penn::RBR) && w.size() > 4 && w.ends_with("er"))
    return chooser.from_stem(without(w, 2));
  if ((penn == Penn::JJS || penn == Penn::RBS) && w.size() > 5 && w.ends_with("est"))
    return chooser.from_stem(without(w, 3));
  return w;
}

// The lemma of a word in lower case.
std::string common_lemma(std::string w, Upos upos, Penn penn, const Chooser& chooser) {
  const auto table = [&](Inflection kind) { return std::string(irregular_lemma(w, kind)); };
  std::string found;
  switch (upos) {
    case Upos::VERB:
    case Upos::AUX:
      if (penn == Penn::VB || penn == Penn::VBP) {
        if (upos == Upos::AUX) found = table(Inflection::verb);
        return found.empty() ? w : found;
      }
      found = table(Inflection::verb);
      return found.empty() ? verb(w, penn, chooser) : found;
    case Upos::NOUN:
      if (penn != Penn::NNS) return w;
      found = table(Inflection::noun);
      return found.empty() ? without_s(w, chooser) : found;
    case Upos::ADJ:
    case Upos::ADV:
      found = penn == Penn::JJ || penn == Penn::RB ? std::string() : table(Inflection::adjective);
      return found.empty() ? comparison(w, penn, chooser) : found;
    case Upos::PRON:
      found = penn == Penn::PRP || penn == Penn::WP ? table(Inflection::pronoun) : std::string();
      return found.empty() ? w : found;
    case Upos::PART:
      return w == "n't" || w == "n’t" ? "not" : w;
    default:
      return w;
  }
}

}  // namespace

std::string lemma_of(std::string_view form, Upos upos, Penn penn, const Lexicon& lexicon) {
  if (upos == Upos::PROPN || upos == Upos::PUNCT || upos == Upos::SYM || upos == Upos::NUM || upos == Upos::X)
    return std::string(form);
  if (form == "I") return "I";
  return common_lemma(lower_case(form), upos, penn, Chooser(lexicon));
}

}  // namespace attest::extract
