#include <attest/extractor/entities/equations.hpp>

#include <algorithm>
#include <array>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/entities/form_rules.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/no_names.hpp>
#include <attest/extractor/one_of.hpp>
#include <attest/extractor/structure/lines.hpp>

namespace attest::extract {
namespace {

/// Letters of the text between two names, in lower case, with brackets and commas kept and quotes dropped.
std::string link_text(std::string_view between) {
  std::string out;
  for (std::size_t at = 0; at < between.size();) {
    const Character c = character_at(between, at);
    at += c.size;
    const CharClass kind = class_of(c.code);
    if (is_word(kind))
      append_utf8(out, to_lower(c.code));
    else if (c.code == '(' || c.code == '[' || c.code == ')' || c.code == ']' || c.code == ',')
      out += static_cast<char>(c.code);
    else if (kind == CharClass::space && !out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

/// "also known as", "formerly", "hereinafter": words that only an equation puts between two names.
bool is_equating(std::string_view link) {
  while (!link.empty() && (link.front() == ' ' || link.front() == ',' || link.front() == '(' ||
                           link.front() == ')' || link.front() == '['))
    link.remove_prefix(1);
  for (const std::string_view opening : {"which is ", "which was ", "who was "})
    if (link.starts_with(opening)) link.remove_prefix(opening.size());
  while (!link.empty() && (link.back() == ' ' || link.back() == ',')) link.remove_suffix(1);
  if (link.ends_with(" the")) link.remove_suffix(4);
  constexpr auto phrases = std::to_array<std::string_view>({"a k a",
                                                            "abbreviated as",
                                                            "abbreviated to",
                                                            "aka",
                                                            "also called",
                                                            "also known as",
                                                            "also known simply as",
                                                            "also spelled",
                                                            "also spelt",
                                                            "better known as",
                                                            "born",
                                                            "commonly known as",
                                                            "formally known as",
                                                            "formerly",
                                                            "formerly called",
                                                            "formerly known as",
                                                            "hereafter",
                                                            "hereafter referred to as",
                                                            "hereinafter",
                                                            "hereinafter referred to as",
                                                            "known as",
                                                            "known before as",
                                                            "known by its acronym",
                                                            "known locally as",
                                                            "later renamed",
                                                            "now",
                                                            "now called",
                                                            "now known as",
                                                            "officially",
                                                            "officially known as",
                                                            "or simply",
                                                            "otherwise known as",
                                                            "previously known as",
                                                            "renamed",
                                                            "self identified as",
                                                            "since renamed",
                                                            "then called",
                                                            "then known as",
                                                            "today",
                                                            "whose real name is"});
  return is_one_of(link, phrases);
}

/// "(Norwegian: ", "(/ˈnɔːr/; Latin: ", "; Greek: ": what follows is the name in that language.
bool tells_language(std::string_view link, std::string_view between) {
  const std::size_t mark = between.find_last_not_of(' ');
  const std::size_t start = between.find_first_not_of(' ');
  if (mark == std::string_view::npos || between[mark] != ':') return false;
  if (between[start] != '(' && between[start] != '[' && between[start] != ';') return false;
  std::string language(link.substr(link.find_last_of(" ([") + 1));
  if (language.empty() || language[0] < 'a' || language[0] > 'z') return false;
  language[0] = static_cast<char>(language[0] - 'a' + 'A');
  return language == "Latin" || is_demonym(language);
}

class Equations {
 public:
  Equations(const AnnotatedDocument& document, const Names& names) : document_(document), names_(names) {}

  std::vector<std::pair<std::uint32_t, std::uint32_t>> run() {
    for (std::uint32_t i = 0; i + 1 < names_.mentions.size(); ++i) {
      std::uint32_t next = i + 1;  // past a place in the name itself
      if (next + 1 < names_.mentions.size() && names_.mentions[next].last <= names_.mentions[i].last) ++next;
      if (equated(names_.mentions[i], names_.mentions[next]) || is_another_alias(i, next))
        pairs_.emplace_back(i, next);
    }
    equate_capital();
    return std::move(pairs_);
  }

 private:
  const NameForm& form(const NameMention& mention) const { return names_.forms[mention.form]; }

  bool equated(const NameMention& a, const NameMention& b) const {
    constexpr std::uint32_t farthest = 48;  // bytes between two names in one equation
    if (b.span.begin < a.span.end || b.span.begin - a.span.end > farthest) return false;
    const std::string_view between = document_.text(Span{a.span.end, b.span.begin});
    const std::string link = link_text(between);
    if (is_capital_in_district(form(a), form(b), link)) return true;
    const bool types = form(a).type() == form(b).type();
    if (is_equating(link) || tells_language(link, between))
      return !is_within(a, link) && (types || form(a).mentions.size() == 1 || form(b).mentions.size() == 1);
    if (link != "(" && link != " (" && link != "[" && link != " [") return false;
    const std::string after =
        link_text(document_.text(Span{b.span.end, std::min<std::uint32_t>(b.span.end + 4, size())}));
    if (after.empty() || (after[0] != ')' && after[0] != ']')) return false;
    return bracketed(form(a), form(b), link.back() == '[', types) ||
           (is_introduced(b) && may_go_by_letters(form(a), form(b)));
  }

  /// "Washington D.C." with its district in the name.
  void equate_capital() {
    const auto first = [&](std::string_view key) {
      return std::find_if(names_.mentions.begin(), names_.mentions.end(),
                          [&](const NameMention& m) { return form(m).key == key; });
    };
    const auto bare = first("washington"), whole = first("washington dc"), end = names_.mentions.end();
    if (bare == end || whole == end || form(*bare).type() != NameClass::place) return;
    pairs_.emplace_back(std::min(bare, whole) - names_.mentions.begin(),
                        std::max(bare, whole) - names_.mentions.begin());
  }

  /// "Washington, D.C.": the city and its district are one.
  static bool is_capital_in_district(const NameForm& a, const NameForm& b, std::string_view link) {
    return (link == "," || link.empty()) && a.key == "washington" && (b.key == "dc" || b.key == "d c");
  }

  /// "X, also known as Y and Z"
  bool is_another_alias(std::uint32_t y, std::uint32_t z) const {
    const NameMention &a = names_.mentions[y], &b = names_.mentions[z];
    if (pairs_.empty() || pairs_.back().second != y || b.span.begin < a.span.end) return false;
    const std::string link = link_text(document_.text(Span{a.span.end, std::max(a.span.end, b.span.begin)}));
    const NameMention& x = names_.mentions[pairs_.back().first];
    const std::string before =
        link_text(document_.text(Span{x.span.end, std::max(x.span.end, a.span.begin)}));
    return (link == "and" || link == "or") && is_equating(before) && form(a).type() == form(b).type();
  }

  /// Named here for the first time.
  bool is_introduced(const NameMention& mention) const {
    return &names_.mentions[form(mention).mentions.front()] == &mention;
  }

  /// "Physicians Without Borders (MSF)": letters that stand for the name in another language, or for more.
  static bool may_go_by_letters(const NameForm& a, const NameForm& b) {
    constexpr std::array<std::string_view, 6> exchanges{"amex", "lse", "nasdaq", "nyse", "otc", "tsx"};
    return b.acronym && b.key.size() > 2 && a.type() == NameClass::organization && a.words.size() > 1 &&
           !is_firm_suffix(a.words.back()) && country_code(b.key).empty() && !is_one_of(b.key, exchanges) &&
           !is_honour_title(b.surfaces.begin()->first);
  }

  /// "a graveyard in Lima known as the Old Gate": the graveyard is called so.
  bool is_within(const NameMention& a, std::string_view link) const {
    constexpr std::string_view inward[] = {"at", "in", "near", "outside"};
    if (form(a).type() != NameClass::place || a.first == 0) return false;
    if (link.starts_with(',') || link.starts_with('(')) return false;
    return is_one_of(lower_case(document_.text(document_.tokens[a.first - 1])), inward);
  }

  /// "Elm cemetery (Lima)", "Austin (Texas)": where a building or a city is; "Elm bridge (Old Bridge)" are
  /// two names of one.
  static bool tells_seat(const NameForm& a, const NameForm& b) {
    if (a.listed_city && b.listed_region && !b.listed_city) return true;
    return place_kind(a.words.back()) == "facility" && place_kind(b.words.back()) != "facility";
  }

  /// "A (B)".
  static bool bracketed(const NameForm& a, const NameForm& b, bool square, bool types) {
    if (b.acronym && abbreviates(b.key, a.words)) return true;
    if (a.acronym && abbreviates(a.key, b.words)) return true;
    if (!types) return false;
    if (square) return country_code(a.key).empty() == country_code(b.key).empty();
    // "Lima (Peru)" says where it lies, "Anna (Smith)" may be anything.
    const bool place = a.type() == NameClass::place;
    return place && country_code(a.key).empty() && country_code(b.key).empty() && !b.acronym &&
           !tells_seat(a, b);
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(document_.document.text.size()); }

  const AnnotatedDocument& document_;
  const Names& names_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
};

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> find_equations(const AnnotatedDocument& document,
                                                                    const Names& names) {
  return Equations(document, names).run();
}

std::vector<AbbreviationEntry> abbreviation_entries(const Document& document) {
  std::vector<AbbreviationEntry> entries;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::abbreviations) continue;
    const AbbreviationRow row = abbreviation_row(document.text, block.span);
    if (!row.found()) continue;
    entries.push_back({document.text.substr(row.acronym.begin, row.acronym.size()),
                       document.text.substr(row.expansion.begin, row.expansion.size())});
  }
  return entries;
}

}  // namespace attest::extract
