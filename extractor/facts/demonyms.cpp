#include <attest/extractor/facts/demonyms.hpp>

#include <algorithm>
#include <cctype>

namespace attest::extract {
namespace {

// "Country|other names=adjectives"; the first name is the key.
constexpr std::string_view table[] = {
    "Abkhazia|Republic of Abkhazia=Abkhaz,Abkhazian",
    "Afghanistan=Afghan",
    "Albania=Albanian",
    "Algeria=Algerian",
    "Angola=Angolan",
    "Argentina=Argentine,Argentinian",
    "Armenia|Republic of Armenia=Armenian",
    "Artsakh|Republic of Artsakh|Artsakh Republic=Artsakhi",
    "Australia=Australian",
    "Austria-Hungary|Austro-Hungarian Empire=Austro-Hungarian",
    "Austria=Austrian",
    "Azerbaijan|Republic of Azerbaijan=Azerbaijani,Azeri",
    "Bahamas|the Bahamas=Bahamian",
    "Bahrain=Bahraini",
    "Bangladesh=Bangladeshi",
    "Barbados=Barbadian",
    "Bavaria=Bavarian",
    "Belarus=Belarusian",
    "Belgium=Belgian",
    "Belize=Belizean",
    "Benin=Beninese",
    "Bhutan=Bhutanese",
    "Bohemia=Bohemian",
    "Bolivia=Bolivian",
    "Bosnia|Bosnia and Herzegovina=Bosnian",
    "Botswana=Botswanan",
    "Brazil=Brazilian",
    "Britain|United Kingdom|UK|U.K.|Great Britain=British",
    "Brunei=Bruneian",
    "Bulgaria=Bulgarian",
    "Burkina Faso=Burkinabe,Burkinabé",
    "Burma|Myanmar=Burmese",
    "Burundi=Burundian",
    "California=Californian",
    "Cambodia=Cambodian",
    "Cameroon=Cameroonian",
    "Canada=Canadian",
    "Cape Verde=Cape Verdean",
    "Catalonia=Catalan",
    "Chad=Chadian",
    "Chechnya=Chechen",
    "Chile=Chilean",
    "China|People's Republic of China|PRC=Chinese",
    "Colombia=Colombian",
    "Congo|Democratic Republic of the Congo=Congolese",
    "Corsica=Corsican",
    "Costa Rica=Costa Rican",
    "Crimea=Crimean",
    "Croatia=Croatian,Croat",
    "Cuba=Cuban",
    "Cyprus=Cypriot",
    "Czech Republic|Czechia=Czech",
    "Czechoslovakia=Czechoslovak,Czechoslovakian",
    "Denmark=Danish",
    "Djibouti=Djiboutian",
    "Dominican Republic|the Dominican Republic=Dominican",
    "East Germany|GDR|German Democratic Republic=East German",
    "East Timor|Timor-Leste=Timorese",
    "Ecuador=Ecuadorian",
    "Egypt=Egyptian",
    "El Salvador=Salvadoran,Salvadorean",
    "England=English",
    "Eritrea=Eritrean",
    "Estonia=Estonian",
    "Eswatini|Swaziland=Swazi",
    "Ethiopia=Ethiopian",
    "European Union|Europe|EU=European",
    "Fiji=Fijian",
    "Finland=Finnish",
    "Flanders=Flemish",
    "France=French",
    "Gabon=Gabonese",
    "Gambia|the Gambia|The Gambia=Gambian",
    "Georgia=Georgian",
    "Germany=German",
    "Ghana=Ghanaian",
    "Greece=Greek",
    "Greenland=Greenlandic",
    "Grenada=Grenadian",
    "Guatemala=Guatemalan",
    "Guinea=Guinean",
    "Guyana=Guyanese",
    "Haiti=Haitian",
    "Honduras=Honduran",
    "Hungary=Hungarian",
    "Iceland=Icelandic",
    "India=Indian",
    "Indonesia=Indonesian",
    "Iran=Iranian",
    "Iraq=Iraqi",
    "Ireland=Irish",
    "Israel=Israeli",
    "Italy=Italian",
    "Ivory Coast|Côte d'Ivoire=Ivorian",
    "Jamaica=Jamaican",
    "Japan=Japanese",
    "Jordan=Jordanian",
    "Kazakhstan=Kazakh,Kazakhstani",
    "Kenya=Kenyan",
    "Kosovo=Kosovar",
    "Kuwait=Kuwaiti",
    "Kyrgyzstan=Kyrgyz",
    "Laos=Laotian,Lao",
    "Latvia=Latvian",
    "Lebanon=Lebanese",
    "Lesotho=Basotho",
    "Liberia=Liberian",
    "Libya=Libyan",
    "Lithuania=Lithuanian",
    "Luxembourg=Luxembourgish",
    "Macedonia|North Macedonia=Macedonian",
    "Madagascar=Malagasy",
    "Malawi=Malawian",
    "Malaysia=Malaysian",
    "Maldives|the Maldives=Maldivian",
    "Mali=Malian",
    "Malta=Maltese",
    "Mauritania=Mauritanian",
    "Mauritius=Mauritian",
    "Mexico=Mexican",
    "Moldova=Moldovan",
    "Monaco=Monegasque",
    "Mongolia=Mongolian",
    "Montenegro=Montenegrin",
    "Morocco=Moroccan",
    "Mozambique=Mozambican",
    "Nagorno-Karabakh|Nagorno Karabakh|Nagorno-Karabakh Republic=Karabakhi",
    "Namibia=Namibian",
    "Nepal=Nepalese,Nepali",
    "Netherlands|the Netherlands|Holland=Dutch",
    "New Zealand=New Zealander",
    "Nicaragua=Nicaraguan",
    "Niger=Nigerien",
    "Nigeria=Nigerian",
    "North Korea|DPRK=North Korean",
    "Norway=Norwegian",
    "Oman=Omani",
    "Ottoman Empire|the Ottoman Empire=Ottoman",
    "Pakistan=Pakistani",
    "Palestine|State of Palestine=Palestinian",
    "Panama=Panamanian",
    "Papua New Guinea=Papua New Guinean",
    "Paraguay=Paraguayan",
    "Persia=Persian",
    "Peru=Peruvian",
    "Philippines|the Philippines=Philippine,Filipino",
    "Poland=Polish",
    "Portugal=Portuguese",
    "Prussia=Prussian",
    "Puerto Rico=Puerto Rican",
    "Qatar=Qatari",
    "Romania=Romanian",
    "Russia|Russian Federation=Russian",
    "Rwanda=Rwandan",
    "Samoa=Samoan",
    "Saudi Arabia=Saudi",
    "Scotland=Scottish",
    "Senegal=Senegalese",
    "Serbia=Serbian,Serb",
    "Sicily=Sicilian",
    "Sierra Leone=Sierra Leonean",
    "Singapore=Singaporean",
    "Slovakia=Slovak",
    "Slovenia=Slovenian,Slovene",
    "Somalia=Somali",
    "South Africa=South African",
    "South Korea|Republic of Korea=South Korean",
    "South Ossetia=South Ossetian",
    "South Sudan=South Sudanese",
    "Soviet Union|USSR=Soviet",
    "Spain=Spanish",
    "Sri Lanka=Sri Lankan",
    "Sudan=Sudanese",
    "Suriname=Surinamese",
    "Sweden=Swedish",
    "Switzerland=Swiss",
    "Syria=Syrian",
    "Taiwan=Taiwanese",
    "Tajikistan=Tajik",
    "Tanzania=Tanzanian",
    "Texas=Texan",
    "Thailand=Thai",
    "Tibet=Tibetan",
    "Togo=Togolese",
    "Tonga=Tongan",
    "Transnistria=Transnistrian",
    "Trinidad and Tobago|Trinidad=Trinidadian",
    "Tunisia=Tunisian",
    "Turkey|Türkiye=Turkish",
    "Turkmenistan=Turkmen",
    "Uganda=Ugandan",
    "Ukraine=Ukrainian",
    "United Arab Emirates|UAE=Emirati",
    "United States|US|U.S.|U. S.|USA|U.S.A.|United States of America|America=American",
    "Uruguay=Uruguayan",
    "Uzbekistan=Uzbek",
    "Venezuela=Venezuelan",
    "Vietnam=Vietnamese",
    "Wales=Welsh",
    "West Germany=West German",
    "Yemen=Yemeni",
    "Yugoslavia=Yugoslav",
    "Zambia=Zambian",
    "Zimbabwe=Zimbabwean"};

template <class Function>
void each_part(std::string_view text, char separator, const Function& function) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    function(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

struct Tables {
  std::unordered_map<std::string_view, std::string_view> key_of_name, key_of_adjective;
};

const Tables& tables() {
  static const Tables all = [] {
    Tables tables;
    for (std::string_view row : table) {
      const std::size_t sign = row.find('=');
      const std::string_view names = row.substr(0, sign), key = names.substr(0, names.find('|'));
      each_part(names, '|', [&](auto name) { tables.key_of_name[name] = key; });
      each_part(row.substr(sign + 1), ',', [&](auto adjective) { tables.key_of_adjective[adjective] = key; });
    }
    return tables;
  }();
  return all;
}

}  // namespace

bool is_demonym(std::string_view word) {
  const auto& adjectives = tables().key_of_adjective;
  return adjectives.contains(word) ||
         (word.ends_with('s') && adjectives.contains(word.substr(0, word.size() - 1)));
}

std::string_view country_of_adjective(std::string_view lower) {
  if (lower.empty()) return {};
  std::string word(lower);
  word.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(word.front())));
  const auto found = tables().key_of_adjective.find(word);
  return found == tables().key_of_adjective.end() ? std::string_view{} : found->second;
}

Demonyms::Demonyms(const Entities& entities) {
  const auto& keys = tables().key_of_name;
  for (EntityIndex e = 0; e < entities.entities.size(); ++e) {
    const Entity& entity = entities.entities[e];
    if (entity.type != EntityType::place) continue;
    const auto note = [&](const std::string& form) {
      if (const auto known = keys.find(form); known != keys.end()) countries_.try_emplace(known->second, e);
    };
    note(entity.name);
    for (const std::string& alias : entity.aliases) note(alias);
  }
}

EntityIndex Demonyms::place_of(std::string_view adjective) const {
  const auto& adjectives = tables().key_of_adjective;
  auto key = adjectives.find(adjective);
  if (key == adjectives.end()) {  // "the US president", where the document names the United States
    const bool initials =
        adjective.size() > 1 && adjective.size() < 5 &&
        std::none_of(adjective.begin(), adjective.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!initials) return no_entity;
    key = tables().key_of_name.find(adjective);
    if (key == tables().key_of_name.end()) return no_entity;
  }
  const auto country = countries_.find(key->second);
  return country == countries_.end() ? no_entity : country->second;
}

EntityIndex Demonyms::place_called(std::string_view name) const {
  const auto key = tables().key_of_name.find(name);
  if (key == tables().key_of_name.end()) return no_entity;
  const auto country = countries_.find(key->second);
  return country == countries_.end() ? no_entity : country->second;
}

}  // namespace attest::extract
