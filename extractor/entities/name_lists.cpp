#include <attest/extractor/entities/name_lists.hpp>

#include <array>
#include <cstdint>
#include <string_view>

#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/range_words.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// What a noun in the plural says of the names behind it.
NameClass class_of_plural(std::string_view noun) {
  constexpr auto bodies = std::to_array<std::string_view>(
      {"agencies",    "airlines",      "associations",  "automakers",   "bands",    "banks",
       "brands",      "broadcasters",  "carmakers",     "charities",    "clubs",    "companies",
       "contractors", "firms",         "foundations",   "institutions", "insurers", "labels",
       "magazines",   "makers",        "manufacturers", "militias",     "networks", "newspapers",
       "ngos",        "organisations", "organizations", "outlets",      "parties",  "publications",
       "publishers",  "retailers",     "squads",        "studios",      "teams",    "unions",
       "universities"});
  constexpr auto places = std::to_array<std::string_view>(
      {"capitals",      "cities",         "countries", "counties",    "destinations",   "districts",
       "islands",       "lakes",          "locations", "markets",     "municipalities", "nations",
       "neighborhoods", "neighbourhoods", "places",    "provinces",   "regions",        "republics",
       "rivers",        "states",         "suburbs",   "territories", "towns",          "villages"});
  constexpr auto persons = std::to_array<std::string_view>(
      {"activists",   "actors",    "actresses",  "artists",    "authors",      "candidates",  "composers",
       "critics",     "directors", "economists", "guitarists", "historians",   "journalists", "lawmakers",
       "leaders",     "musicians", "novelists",  "painters",   "philosophers", "players",     "poets",
       "politicians", "rappers",   "scholars",   "scientists", "senators",     "singers",     "songwriters",
       "stars",       "theorists", "thinkers",   "writers"});
  if (is_one_of(noun, bodies)) return NameClass::organization;
  if (is_one_of(noun, places)) return NameClass::place;
  return is_one_of(noun, persons) ? NameClass::person : NameClass::none;
}

class Lists {
 public:
  Lists(const AnnotatedDocument& document, const TokenWords& words) : document_(document), words_(words) {}

  std::vector<NameRange> run() {
    for (const Sentence& sentence : document_.sentences)
      for (std::uint32_t t = sentence.first + 1; t + 1 < sentence.last; ++t)
        if (const NameClass kind = class_before(t, sentence); kind != NameClass::none)
          read(t + 1, sentence.last, kind);
    return std::move(items_);
  }

 private:
  /// Of the list that opens behind token t: "such as", "including", "like".
  NameClass class_before(std::uint32_t t, const Sentence& sentence) const {
    const std::string& word = words_.lower(t);
    const bool such = word == "as" && words_.lower(t - 1) == "such";
    if (!such && word != "including" && word != "like") return NameClass::none;
    std::uint32_t noun = such ? t - 1 : t;  // the token behind it
    if (noun > sentence.first && words_.text(noun - 1) == ",") --noun;
    if (noun == sentence.first || words_.text(noun - 1) != words_.lower(noun - 1)) return NameClass::none;
    return class_of_plural(words_.lower(noun - 1));
  }

  bool is_separator(std::uint32_t t) const {
    const std::string& word = words_.lower(t);
    return word == "," || word == "and" || word == "or" || word == "&" || word == ";";
  }
  bool is_name_word(std::uint32_t t) const {
    return (words_.is_capitalized(t) && words_.token(t).upos != Upos::PRON) || words_.text(t) == "-";
  }

  /// Items up to the first that is none.
  void read(std::uint32_t t, std::uint32_t limit, NameClass kind) {
    while (t < limit) {
      t = words_.lower(t) == "the" ? t + 1 : t;
      const std::uint32_t end = item_end(t, limit);
      if (end == t || !words_.has_letter(t)) return;
      items_.push_back({t, end, kind, 0.6F});
      t = end;
      if (t >= limit || !is_separator(t)) return;
      while (t < limit && is_separator(t)) ++t;
    }
  }
  /// "Elm", "Rowan of the Hill"
  std::uint32_t item_end(std::uint32_t t, std::uint32_t limit) const {
    if (t >= limit || !words_.is_capitalized(t)) return t;
    while (t < limit && is_name_word(t)) {
      ++t;
      const std::uint32_t behind =
          t + 1 < limit && words_.lower(t) == "of" ? behind_article(words_, t + 1) : t;
      if (behind > t && behind < limit && words_.is_capitalized(behind)) t = behind;
    }
    return t;
  }

  const AnnotatedDocument& document_;
  const TokenWords& words_;
  std::vector<NameRange> items_;
};

}  // namespace

std::vector<NameRange> listed_names(const AnnotatedDocument& document, const TokenWords& words) {
  return Lists(document, words).run();
}

}  // namespace attest::extract
