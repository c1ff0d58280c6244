#include <attest/extractor/entities/no_names.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/entities/peoples.hpp>
#include <attest/extractor/entities/range_words.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// "Professor of Ancient Languages", "Minister of Foreign Affairs": a field, not a body.
bool is_field(const TokenWords& words, const NameRange& range) {
  constexpr auto heads = std::to_array<std::string_view>(
      {"bachelor", "coordinator", "doctor", "envoy", "lecturer", "master", "minister", "ministers",
       "professor", "representative", "secretary", "undersecretary"});
  constexpr std::array<std::string_view, 3> links{"for", "in", "of"};
  if (range.label != NameClass::organization || range.first < 2 ||
      !is_one_of(words.lower(range.first - 1), links))
    return false;
  const bool of = words.lower(range.first - 1) == "of";
  if (of && words.lower(range.first) == "state" && words.lower(range.first - 2) == "secretary") return true;
  if (!of && range.last - range.first < 2) return false;
  for (std::uint32_t i = range.first; i < range.last && words.lower(i) != "of"; ++i)
    if (is_organization_noun(words.lower(i)) || is_acronym(words.text(i))) return false;
  return is_one_of(words.lower(range.first - 2), heads);
}

bool is_ruler(std::string_view word) {
  constexpr std::array<std::string_view, 14> rulers{"king",  "queen",     "emperor", "empress",  "sultan",
                                                    "tsar",  "president", "premier", "minister", "governor",
                                                    "mayor", "secretary", "speaker", "chairman"};
  return is_one_of(word, rulers);
}
/// Titles that are nobody's surname.
bool is_post(std::string_view word) {
  constexpr std::array<std::string_view, 12> posts{
      "professor", "president",   "minister",   "secretary",    "director", "chairman",
      "spokesman", "spokeswoman", "ambassador", "commissioner", "senator",  "correspondent"};
  return is_one_of(word, posts);
}

/// "Minister of Foreign Affairs", "Emperor of Brazil", "Norwegian MP", "Regius Professor": offices that
/// somebody holds.
bool is_office(const TokenWords& words, const NameRange& range) {
  if (range.last - range.first < 2) return false;
  const std::string& first = words.lower(range.first);
  const std::string& last = words.lower(range.last - 1);
  const bool of = words.lower(range.first + 1) == "of";
  if (first == "pro" && (last == "tempore" || last == "tem")) return true;
  if (first == "office" && last == "presidency") return true;
  if (of && (first == "master" || first == "bachelor" || first == "doctor")) return true;
  if (range.label == NameClass::person) return (of && is_ruler(first)) || is_post(last);
  for (std::uint32_t i = range.first; i < range.last; ++i)
    if (words.lower(i) == "professor") return true;
  return (of && (words.is_title(range.first) || is_style(first) || first == "member")) ||
         (is_demonym(words.text(range.first)) && words.is_title(range.last - 1));
}

/// "the Hale-Marlow Administration": two persons' years.
bool is_joint_administration(const TokenWords& words, const NameRange& range) {
  if (range.last - range.first < 2 || words.lower(range.last - 1) != "administration") return false;
  std::string front;
  for (std::uint32_t i = range.first; i + 1 < range.last; ++i) front += words.text(i);
  const std::size_t hyphen = front.find('-');
  return hyphen != std::string::npos && hyphen + 1 < front.size() &&
         std::isupper(static_cast<unsigned char>(front[hyphen + 1])) && range.last - range.first < 5;
}

/// "National Security" + "Adviser": a field of somebody's.
bool is_modifier_of_title(const TokenWords& words, const NameRange& range) {
  if (range.last >= words.size() || !words.is_title(range.last) || !words.follows(range.last)) return false;
  for (std::uint32_t i = range.first; i < range.last; ++i)
    if (!is_title_modifier(words.lower(i))) return false;
  return range.last - range.first > 1;
}

/// "District 8-4A", "Group B": one of many, told by its number or letter.
bool is_numbered(const TokenWords& words, const NameRange& range) {
  if (range.last - range.first < 2) return false;
  const std::string& kind = words.lower(range.first);
  const std::string_view mark = words.text(range.last - 1);
  return (kind == "district" &&
          std::isdigit(static_cast<unsigned char>(words.text(range.first + 1).front()))) ||
         (kind == "group" && mark.size() == 1 && range.last - range.first < 4);
}

/// "National Socialism": what people believe.
bool is_creed(const TokenWords& words, const NameRange& range) {
  const std::string& last = words.lower(range.last - 1);
  return range.last - range.first == 2 && range.label != NameClass::person && last.size() > 6 &&
         last.ends_with("ism") && last != "tourism" && last != "journalism" &&
         !is_organization_noun(words.lower(range.first));
}

/// "Marlow v. Elm Lumber Company": a case at law.
bool is_case(const TokenWords& words, const NameRange& range) {
  constexpr std::array<std::string_view, 4> marks{"v", "v.", "vs", "vs."};
  for (std::uint32_t i = range.first + 1; i + 1 < range.last; ++i)
    if (is_one_of(words.text(i), marks)) return true;
  return false;
}

/// "Commander of the" + "Order of the Elm", "M.D.": what somebody was made.
bool is_rank(const TokenWords& words, const NameRange& range) {
  constexpr std::array<std::string_view, 7> ranks{"commander", "companion", "cross",  "dame",
                                                  "knight",    "member",    "officer"};
  constexpr std::array<std::string_view, 6> degrees{"bsc", "llb", "mba", "md", "msc", "phd"};
  const bool maryland = words.text(range.first).starts_with("Md");
  if (!maryland && is_one_of(words.folded(range.first, range.last), degrees)) return true;
  const bool bracketed = range.first > 0 && words.text(range.first - 1) == "(";
  if (bracketed && range.last - range.first == 1 && is_honour_title(words.text(range.first))) return true;
  if (range.last - range.first < 3 || words.lower(range.first) != "order" || range.first < 3) return false;
  return words.lower(range.first - 1) == "the" && words.lower(range.first - 2) == "of" &&
         is_one_of(words.lower(range.first - 3), ranks);
}

/// "a Royal Commission": one that has no name yet; "the Liberal Government": who governs.
bool is_indefinite(const TokenWords& words, const NameRange& range) {
  if (range.label != NameClass::organization || range.last - range.first != 2 || range.first == 0)
    return false;
  const std::string &first = words.lower(range.first), &last = words.lower(range.last - 1);
  if (last == "government") return is_party_member(first) || first == "labour" || first == "labor";
  constexpr std::array<std::string_view, 9> kinds{"board", "commission", "committee", "council", "court",
                                                  "fund",  "inquiry",    "tribunal",  "union"};
  const std::string& before = words.lower(range.first - 1);
  const bool goes_on = range.last < words.size() && (words.token(range.last).upos == Upos::NOUN ||
                                                     words.token(range.last).upos == Upos::PROPN);
  return (before == "a" || before == "an") && !goes_on && is_one_of(last, kinds);
}

/// "John 4:23": a book, and a verse of it.
bool is_verse(const TokenWords& words, const NameRange& range) {
  if (range.last - range.first != 1 || range.last >= words.size() || !words.follows(range.last)) return false;
  const std::string_view text = words.text(range.last);
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && colon > 0 && colon + 1 < text.size() &&
         text.find_first_not_of("0123456789:-") == std::string_view::npos;
}

/// "the All-Norland Team": who was the best.
bool is_selection(const TokenWords& words, const NameRange& range) {
  return range.first > 1 && words.text(range.first - 1) == "-" && words.text(range.first - 2) == "All" &&
         words.token(range.first - 1).span.end == words.token(range.first).span.begin;
}

/// "the Golden Reel Award", "Academy Awards", whatever gives them.
bool is_award(const TokenWords& words, const NameRange& range) {
  constexpr std::array<std::string_view, 8> awards{"award",  "awards", "honours", "medal",
                                                   "medals", "oscar",  "prize",   "prizes"};
  const std::uint32_t last = range.last - 1;
  const bool of_the_year =
      last > range.first + 1 && words.lower(last) == "year" && words.lower(last - 1) == "the";
  return range.last - range.first > 1 && (of_the_year || is_one_of(words.lower(last), awards));
}

/// "the Treaty of Elm", "the Elm Accords": the place where it was signed gives the name.
bool is_in_treaty(const TokenWords& words, const NameRange& range) {
  constexpr std::array<std::string_view, 9> treaties{"accord",    "accords",    "agreement",
                                                     "armistice", "convention", "declaration",
                                                     "pact",      "protocol",   "treaty"};
  if (range.label != NameClass::place || range.first < 2 || words.lower(range.first - 1) != "of")
    return false;
  return words.is_capitalized(range.first - 2) && is_one_of(words.lower(range.first - 2), treaties);
}

/// "@elmnews": an address.
bool is_address(const TokenWords& words, const NameRange& range) {
  return range.first > 0 && words.text(range.first - 1) == "@" &&
         words.token(range.first - 1).span.end == words.token(range.first).span.begin;
}

/// "the Clean Rivers Act", "Harvest Day", "Convention on Rivers", "Penal Code of Norland": called a place or
/// a body, and neither.
bool is_law_or_day(const TokenWords& words, const NameRange& range) {
  constexpr std::array<std::string_view, 13> ends{
      "act", "agreement", "amendment", "bill",       "charter",     "code",  "constitution",
      "day", "law",       "protocol",  "provisions", "regulations", "treaty"};
  constexpr std::array<std::string_view, 7> heads{"act",         "charter",     "code",    "convention",
                                                  "conventions", "declaration", "protocol"};
  constexpr std::array<std::string_view, 4> links{"against", "for", "of", "on"};
  if (range.label == NameClass::person || range.last - range.first < 2) return false;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const std::string& word = words.lower(i);
    if (i + 1 < range.last && is_one_of(word, heads) && is_one_of(words.lower(i + 1), links)) return true;
    if (is_organization_noun(word)) return false;  // "Institute of Roman Law"
  }
  const std::string& last = words.lower(range.last - 1);
  return is_one_of(last, ends) && (range.label == NameClass::place || last != "treaty");
}

/// "Ann Hale, QC, OBE": letters behind a name.
bool are_honours(const TokenWords& words, const NameRange& range) {
  const std::uint32_t behind =
      range.first > 1 && words.text(range.first - 1) == "," ? range.first - 1 : range.first;
  if (behind == 0 || words.token(behind - 1).name != NameClass::person) return false;
  for (std::uint32_t i = range.first; i < range.last; ++i)
    if (words.text(i) != "," && !is_honour_title(words.text(i))) return false;
  return range.first < range.last;
}

/// "the space shuttle Discovery", "the cruiser Otto Berg", "the Dawn spacecraft", "Kepler Telescope": a
/// craft, and no person, place or body.
bool is_craft(const TokenWords& words, const NameRange& range) {
  constexpr auto spacecraft =
      std::to_array<std::string_view>({"capsule", "cubesat", "lander", "microsatellite", "orbiter", "probe",
                                       "rocket", "rover", "satellite", "shuttle", "spacecraft", "telescope"});
  constexpr std::array<std::string_view, 17> ships{
      "battleship", "cruiser",   "destroyer", "ferry",   "frigate", "hms",    "liner",   "schooner", "ship",
      "steamer",    "submarine", "tanker",    "trawler", "uss",     "vessel", "warship", "yacht"};
  if (range.label == NameClass::event) return false;
  if (range.last - range.first > 1 && is_one_of(words.lower(range.last - 1), spacecraft)) return true;
  const bool behind = range.last < words.size() && words.follows(range.last) &&
                      is_one_of(words.lower(range.last), spacecraft);
  // Bodies and countries have craft; a name in front of a capital is part of the craft's.
  if (behind && (words.is_capitalized(range.last) || range.label == NameClass::person) &&
      country_code(words.folded(range.first, range.last)).empty() && !is_acronym(words.text(range.first)))
    return true;
  // "Acme Kestrel" of "the Acme Kestrel spacecraft"; one word may be who has it.
  if (behind && range.label == NameClass::organization && range.last - range.first > 1 &&
      country_code(words.folded(range.first, range.last)).empty() &&
      !holds_body_mark(words, range.first, range.last))
    return true;
  constexpr std::array<std::string_view, 5> prefixes{"HMCS", "HMS", "RMS", "USNS", "USS"};
  if (range.last - range.first == 1 && is_one_of(words.text(range.first), prefixes)) return true;
  if (range.first == 0 || !words.follows(range.first)) return false;
  const std::string& before = words.lower(range.first - 1);
  return is_one_of(before, spacecraft) || (range.label == NameClass::person && is_one_of(before, ships));
}

/// "A.": somebody, but who?
bool is_bare_initial(const TokenWords& words, const NameRange& range) {
  return range.last - range.first == 1 && range.label == NameClass::person &&
         words.text(range.first).size() == 2 && words.text(range.first)[1] == '.';
}

/// Behind the acronym or the name of a country or of a union of them; `first` where there is none.
std::uint32_t behind_body(const TokenWords& words, std::uint32_t first, std::uint32_t last) {
  constexpr std::array<std::string_view, 4> unions{"african union", "european commission", "european union",
                                                   "united nations"};
  for (std::uint32_t end = std::min(first + 4, last); end > first; --end) {
    const std::string name = words.folded(first, end);
    if (!country_code(name).empty() || is_one_of(name, unions)) return end;
  }
  return is_acronym(words.text(first)) && !words.is_title(first) ? first + 1 : first;
}

/// Nouns that texts write with a capital, and that name nothing by themselves.
bool is_common_noun(std::string_view word) {
  constexpr auto nouns = std::to_array<std::string_view>({"bible",     "center",     "centre",
                                                          "ceo",       "company",    "constitution",
                                                          "democrat",  "department", "god",
                                                          "group",     "heaven",     "hell",
                                                          "internet",  "koran",      "ministry",
                                                          "mp",        "nation",     "news",
                                                          "ngo",       "office",     "party",
                                                          "pm",        "program",    "quran",
                                                          "regent",    "republican", "state",
                                                          "team",      "television", "tv",
                                                          "uav",       "web",        "parliamentarian",
                                                          "scripture", "marine",     "solicitor",
                                                          "counsel",   "states",     "coalition"});
  return is_one_of(word, nouns);
}

/// "the Court", "the Palace": nouns that mean the one spoken of, whatever it is called.
bool is_bare_kind(const TokenWords& words, const NameRange& range) {
  constexpr auto bodies = std::to_array<std::string_view>(
      {"agency", "association", "authority", "board", "club", "college", "commission", "committee", "council",
       "foundation", "fund", "institute", "prophet", "school", "society", "trust", "university"});
  constexpr auto places = std::to_array<std::string_view>(
      {"airport", "bridge", "castle", "city",   "county",  "desert", "district", "hotel",  "island",
       "lake",    "lodge",  "museum", "palace", "park",    "place",  "province", "region", "republic",
       "river",   "sea",    "square", "states", "station", "street", "town",     "village"});
  const std::string& word = words.lower(range.first);
  if (range.label == NameClass::organization) return is_one_of(word, bodies);
  return range.label == NameClass::place && is_one_of(word, places);
}

/// What is abbreviated everywhere and names nobody: diseases, measures, times, things.
bool is_common_abbreviation(std::string_view word) {
  constexpr auto terms = std::to_array<std::string_view>(
      {"AD",  "ADHD", "AIDS",  "AM",       "ATM",  "BC",   "BCE", "BSE", "CD",   "CDT",  "CE",  "CEST", "CET",
       "CEO", "CFO",  "COVID", "COVID-19", "CST",  "DIY",  "DNA", "DVD", "EDT",  "EST",  "EUR", "FAQ",  "GBP",
       "GDP", "GMT",  "GNP",   "GPS",      "H1N1", "H5N1", "HD",  "HIV", "HTML", "HTTP", "ID",  "IED",  "IPO",
       "IQ",  "IT",   "LCD",   "LED",      "LGBT", "MBA",  "MRI", "OK",  "PC",   "PDF",  "PDT", "PIN",  "PM",
       "POW", "PR",   "PST",   "RNA",      "RSS",  "SARS", "SIM", "SMS", "SUV",  "TB",   "TNT", "TV",   "UAV",
       "UFO", "URL",  "USB",   "USD",      "UTC",  "VAT",  "VHF", "VIP", "WMD",  "XML"});
  return is_one_of(word, terms);
}

}  // namespace

bool is_no_name(const TokenWords& words, const NameRange& range) {
  if (is_common_abbreviation(words.text(range.first)) && is_common_abbreviation(words.text(range.last - 1)))
    return true;
  return is_nationality(words, range) || is_people(words, range) || is_language_or_feast(words, range) ||
         is_office(words, range) || is_field(words, range) || is_law_or_day(words, range) ||
         is_bare_initial(words, range) || are_honours(words, range) || is_award(words, range) ||
         is_in_treaty(words, range) || is_address(words, range) || is_deity(words, range) ||
         is_numbered(words, range) || is_joint_administration(words, range) ||
         is_modifier_of_title(words, range) || is_case(words, range) || is_creed(words, range) ||
         is_rank(words, range) || is_indefinite(words, range) || is_verse(words, range) ||
         is_selection(words, range) || is_craft(words, range);
}

std::uint32_t body_before_office(const TokenWords& words, const NameRange& range) {
  constexpr std::array<std::string_view, 5> ranks{"chief", "high", "permanent", "resident", "special"};
  constexpr std::array<std::string_view, 3> more{"chairman-in-office", "chairperson-in-office",
                                                 "coordinator"};
  const auto is_head = [&](std::uint32_t i) { return words.is_title(i) || is_one_of(words.lower(i), more); };
  // "European Union Trade" + "Commissioner"
  const bool behind = range.last < words.size() && words.follows(range.last) && words.is_title(range.last);
  const std::uint32_t last = range.last + (behind ? 1 : 0);
  std::uint32_t head = range.first + 1;
  while (head < last && !is_head(head)) ++head;
  if (head >= last) return 0;
  const std::uint32_t office = behind_body(words, range.first, range.last);
  if (office == range.first || office == range.last) return 0;
  head = office;
  while (head < last && !words.is_title(head) &&
         (is_title_modifier(words.bare(head)) || is_one_of(words.lower(head), ranks)))
    ++head;
  if (head == last || !is_head(head)) return 0;
  if (words.lower(head) == "commissioner" && head + 1 < range.last && words.lower(head + 1) == "for")
    return 0;
  for (std::uint32_t i = head + 1; i < range.last && words.text(i) != "-" && words.lower(i) != "of"; ++i)
    if (is_organization_noun(words.lower(i))) return 0;  // "UN General Assembly"
  return office - range.first;
}

bool may_stand_alone(const TokenWords& words, const NameRange& range) {
  const std::string& word = words.lower(range.first);
  if (word.size() < 2 || is_function_word(word) || word.ends_with("ism") || is_common_noun(word))
    return false;
  if (words.text(range.first) == word && words.token(range.first).upos == Upos::NOUN) return false;
  if (is_bare_kind(words, range) || is_common_abbreviation(words.text(range.first))) return false;
  if (range.label != NameClass::person && is_style(word) && range.first > 0 &&
      words.lower(range.first - 1) == "the")
    return false;
  constexpr std::array<std::string_view, 6> pointers{"his", "its", "our", "that", "their", "this"};
  const bool kind = is_organization_noun(word) || !place_kind(word).empty();
  if (kind && range.first > 0 && is_one_of(words.lower(range.first - 1), pointers)) return false;
  const bool behind_comma = range.first > 0 && words.text(range.first - 1) == ",";
  if (behind_comma && is_honour_title(words.text(range.first))) return false;
  if (is_compound_adjective(words.text(range.first)) && words.token(range.first).upos != Upos::PROPN)
    return false;
  if (range.label == NameClass::person)
    return !words.is_title(range.first) && !is_style(word) && gender_of_noun(word) == Gender::unknown;
  // "UAVs", "NGOs": many things, not one.
  const std::string_view text = words.text(range.first);
  return !(text.size() > 2 && text.ends_with("s") && is_acronym(text.substr(0, text.size() - 1)) &&
           std::isupper(static_cast<unsigned char>(text[text.size() - 2])));
}

bool is_honour_title(std::string_view word) {
  constexpr auto honours = std::to_array<std::string_view>(
      {"CB",  "CBE",  "CH",   "CMG", "CVO", "DBE", "DFC",  "DSO",  "Esq", "FBA", "FRS", "FRSE", "FRSL", "GBE",
       "GCB", "GCMG", "GCVO", "KBE", "KC",  "KCB", "KCMG", "KCVO", "LVO", "MBE", "MC",  "MD",   "MVO",  "OAM",
       "OBE", "OFM",  "OM",   "OP",  "OSB", "PC",  "Ph.D", "PhD",  "QC",  "RA",  "SC",  "SJ",   "VC"});
  return is_one_of(word, honours);
}

bool is_compound_adjective(std::string_view word) {
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == std::string_view::npos || word.size() - hyphen < 5) return false;
  return std::all_of(word.begin() + static_cast<std::ptrdiff_t>(hyphen) + 1, word.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace attest::extract
