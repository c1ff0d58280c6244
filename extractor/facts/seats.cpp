#include <attest/extractor/facts/seats.hpp>

#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

struct Seat {
  std::string_view title, house;
};
// The nearest body first.
constexpr Seat seats[] = {{"mep", "European Parliament"},
                          {"congressman", "Congress"},
                          {"congressman", "House of Representatives"},
                          {"congresswoman", "Congress"},
                          {"congresswoman", "House of Representatives"},
                          {"rep.", "House of Representatives"},
                          {"rep.", "Congress"},
                          {"representative", "House of Representatives"},
                          {"representative", "House"},
                          {"congressperson", "Congress"},
                          {"congressperson", "House of Representatives"},
                          {"assemblyman", "Assembly"},
                          {"assemblywoman", "Assembly"},
                          {"councilman", "City Council"},
                          {"councilwoman", "City Council"},
                          {"councilor", "City Council"},
                          {"councillor", "City Council"},
                          {"senator", "Senate"},
                          {"sen.", "Senate"},
                          {"mp", "House of Commons"},
                          {"mp", "Parliament"},
                          {"speaker", "House of Representatives"},
                          {"speaker", "House of Commons"},
                          {"speaker", "Knesset"},
                          {"speaker", "Parliament"},
                          {"speaker", "National Assembly"},
                          {"justice", "Supreme Court"},
                          {"emperor", "Empire"},
                          {"empress", "Empire"}};

// A house's name, "U.S." in front left out.
std::string_view plain_name(std::string_view name) {
  for (std::string_view front : {"U.S. ", "US ", "United States "})
    if (name.starts_with(front)) return name.substr(front.size());
  return name;
}

// "Senate" of "Norland Senate" and "Senate of Norland"; empty where the name is no house's of its own.
std::string_view house_in(std::string_view name) {
  constexpr std::string_view ambiguous[] = {"Congress", "Parliament", "House"};  // of unions, of Europe
  for (const Seat& seat : seats) {
    const bool begins = name.starts_with(seat.house) && name.substr(seat.house.size()).starts_with(" of ");
    const bool ends = name.ends_with(seat.house) && name[name.size() - seat.house.size() - 1] == ' ' &&
                      !is_one_of(seat.house, ambiguous);
    if ((begins && seat.house != "House") || ends) return seat.house;
  }
  return {};
}

// "Judiciary" of "House Judiciary Committee", "the Budget" of "Committee on the Budget"; empty where the name
// is no committee's.
std::string_view field_of(std::string_view name) {
  constexpr std::string_view end = " Committee", begin = "Committee on ";
  if (const std::size_t at = name.find(begin); at != std::string_view::npos) {
    name.remove_prefix(at + begin.size());
    if (name.starts_with("the ")) name.remove_prefix(4);
    return name;
  }
  if (!name.ends_with(end)) return {};
  name.remove_suffix(end.size());
  for (std::string_view front : {"House ", "Senate "})
    if (name.starts_with(front)) name.remove_prefix(front.size());
  return name;
}

void note(std::map<std::string, EntityIndex, std::less<>>& all, std::string_view name, EntityIndex entity) {
  const auto [known, added] = all.try_emplace(std::string(name), entity);
  if (!added) known->second = no_entity;
}

// "Speaker P" and "Justice P": the title right in front of the name; a speaker may be anybody who speaks.
bool is_bare_title(const Reading& reading, TokenIndex t) {
  if (t + 1 >= reading.sentence(t).last || reading.text(t)[0] < 'A' || reading.text(t)[0] > 'Z') return false;
  const Mention* mention = reading.mention_at(t + 1);
  return mention && mention->first == t + 1 && mention->kind == MentionKind::name;
}

}  // namespace

Houses::Houses(const Reading& reading) : reading_(reading) {
  std::map<std::string, EntityIndex, std::less<>> of_somewhere;
  for (EntityIndex e = 0; e < reading.entities.entities.size(); ++e) {
    const Entity& entity = reading.entities.entities[e];
    if (entity.type != EntityType::person && entity.name.ends_with(" Empire")) note(houses_, "Empire", e);
    if (entity.type != EntityType::organization) continue;
    const std::string_view name = plain_name(entity.name);
    const bool house =
        std::any_of(std::begin(seats), std::end(seats), [&](const Seat& seat) { return seat.house == name; });
    if (house) {  // "the Senate" and "the U.S. Senate" of one document are one: the name used more
      const auto [known, added] = houses_.try_emplace(std::string(name), e);
      if (!added && entity.mentions.size() > reading.entities.entities[known->second].mentions.size())
        known->second = e;
    }
    if (const std::string_view longer = house ? std::string_view() : house_in(name); !longer.empty())
      note(of_somewhere, longer, e);
    if (const std::string_view field = field_of(name); !field.empty()) note(committees_, field, e);
  }
  houses_.merge(of_somewhere);
}

std::optional<Bound> Houses::house_of(TokenIndex office) const {
  const std::string title = lower_case(reading_.token(office).lemma);
  if ((title == "speaker" || title == "justice" || title == "representative") &&
      !is_bare_title(reading_, office))
    return std::nullopt;
  const std::string_view article = reading_.text(phrase_start(reading_, office));
  if (title == "mp" && (article == "an" || article == "An")) return std::nullopt;  // of any house
  for (const Seat& seat : seats) {
    if (seat.title != title) continue;
    if (const auto house = houses_.find(seat.house); house != houses_.end() && house->second != no_entity)
      return Bound{house->second, office, "", false, 0.65f};
  }
  return std::nullopt;
}

std::optional<Bound> Houses::committee_of(TokenIndex office, const Bound& field) const {
  constexpr std::string_view chairs[] = {"chair", "chairman", "chairwoman", "chairperson"};
  if (!is_one_of(lower_case(reading_.token(office).lemma), chairs) || !field.preposition.empty() ||
      field.token + 1 != office)
    return std::nullopt;
  const auto committee = committees_.find(reading_.entities.entities[field.entity].name);
  if (committee == committees_.end() || committee->second == no_entity) return std::nullopt;
  return Bound{committee->second, field.token, "", false, field.confidence};
}

namespace {

/// "his deputy": no member of parliament.
bool is_somebodys(const Reading& reading, TokenIndex office) {
  const auto whose = reading.syntax.child(office, Deprel::nmod_poss);
  return whose && reading.token(*whose).upos == Upos::PRON;
}

/// "Senator P of O": not of a house.
bool sits_for(const Reading& reading, TokenIndex office, EntityIndex body) {
  constexpr std::string_view members[] = {"councillor",  "councilor",     "senator",  "mp",
                                          "congressman", "congresswoman", "lawmaker", "legislator",
                                          "politician",  "deputy"};
  constexpr std::string_view houses[] = {"parliament", "senate",  "assembly", "congress", "council",
                                         "house",      "chamber", "duma",     "knesset",  "legislature"};
  const Entity& entity = reading.entities.entities[body];
  const std::string lemma = lower_case(reading.token(office).lemma), name = lower_case(entity.name);
  if (lemma == "mep") return true;
  if (entity.type != EntityType::organization || !is_one_of(lemma, members) || is_somebodys(reading, office))
    return false;
  return std::none_of(std::begin(houses), std::end(houses),
                      [&](std::string_view house) { return name.find(house) != std::string::npos; });
}

/// "Labour's Shadow Home Secretary P": an office of the state or of the opposition.
bool speaks_for(const Reading& reading, TokenIndex office, EntityIndex body) {
  constexpr std::string_view parties[] = {"labour",
                                          "labor",
                                          "democrats",
                                          "republicans",
                                          "conservatives",
                                          "conservative",
                                          "democratic",
                                          "republican",
                                          "tory",
                                          "tories",
                                          "greens",
                                          "liberals",
                                          "liberal democrats",
                                          "social democrats",
                                          "christian democrats",
                                          "socialists",
                                          "communists",
                                          "lib dems",
                                          "gop",
                                          "snp",
                                          "plaid cymru",
                                          "sinn féin",
                                          "fine gael",
                                          "fianna fáil",
                                          "reform uk",
                                          "likud"};
  constexpr std::string_view of_state[] = {"minister", "chancellor", "premier", "senator",
                                           "mep",      "governor",   "mayor",   "speaker"};
  constexpr std::string_view portfolios[] = {"home",   "foreign", "health",    "defence",   "defense",
                                             "energy", "justice", "education", "transport", "treasury",
                                             "trade",  "culture", "business",  "work",      "environment"};
  const std::string name = lower_case(reading.entities.entities[body].name);
  if (!is_one_of(name, parties) && name.find("party") == std::string::npos) return false;
  const TokenIndex start = phrase_start(reading, office);
  bool shadow = false, portfolio = false;
  for (TokenIndex t = start; t < office; ++t) {
    const std::string word = lower_case(reading.text(t));
    shadow |= word == "shadow";
    portfolio |= is_one_of(word, portfolios);
  }
  const std::string lemma = lower_case(reading.token(office).lemma);
  return shadow || is_one_of(lemma, of_state) || (lemma == "secretary" && portfolio);
}

}  // namespace

bool is_told_with_party(const Reading& reading, TokenIndex office, EntityIndex body) {
  return sits_for(reading, office, body) || speaks_for(reading, office, body);
}

}  // namespace attest::extract
