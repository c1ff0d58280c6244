#include <attest/extractor/entities/demonyms.hpp>

#include <algorithm>
#include <cctype>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/fold.hpp>

namespace attest::extract {
namespace {

// "Country|other names=adjectives"; the first name is the key. Official names are known by the table of
// countries (entities/countries.hpp).
constexpr std::string_view table[] = {
    "Abkhazia|Republic of Abkhazia=Abkhaz,Abkhazian",
    "Afghanistan=Afghan",
    "Albania=Albanian",
    "Algeria=Algerian",
    "Andalusia=Andalusian",
    "Andorra=Andorran",
    "Angola=Angolan",
    "Antigua and Barbuda|Antigua=Antiguan",
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
    "Basque Country=Basque",
    "Bavaria=Bavarian",
    "Belarus=Belarusian",
    "Belgium=Belgian",
    "Belize=Belizean",
    "Bengal=Bengali",
    "Benin=Beninese",
    "Bermuda=Bermudian",
    "Bhutan=Bhutanese",
    "Bohemia=Bohemian",
    "Bolivia=Bolivian",
    "Bosnia|Bosnia and Herzegovina=Bosnian",
    "Botswana=Botswanan",
    "Brazil=Brazilian",
    "Britain|United Kingdom|UK|U.K.|Great Britain=British",
    "Brittany=Breton",
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
    "Castile=Castilian",
    "Catalonia=Catalan",
    "Central African Republic=Central African",
    "Chad=Chadian",
    "Chechnya=Chechen",
    "Chile=Chilean",
    "China|People's Republic of China|PRC=Chinese",
    "Colombia=Colombian",
    "Comoros=Comorian,Comoran",
    "Congo|Democratic Republic of the Congo=Congolese",
    "Cornwall=Cornish",
    "Corsica=Corsican",
    "Costa Rica=Costa Rican",
    "Crimea=Crimean",
    "Croatia=Croatian,Croat",
    "Cuba=Cuban",
    "Cyprus=Cypriot",
    "Czech Republic|Czechia=Czech",
    "Czechoslovakia=Czechoslovak,Czechoslovakian",
    "Dagestan=Dagestani",
    "Darfur=Darfuri",
    "Denmark=Danish",
    "Djibouti=Djiboutian",
    "Dominican Republic|the Dominican Republic=Dominican",
    "East Germany|GDR|German Democratic Republic=East German",
    "East Timor|Timor-Leste=Timorese",
    "Ecuador=Ecuadorian",
    "Egypt=Egyptian",
    "El Salvador=Salvadoran,Salvadorean",
    "England=English",
    "Equatorial Guinea=Equatorial Guinean,Equatoguinean",
    "Eritrea=Eritrean",
    "Estonia=Estonian",
    "Eswatini|Swaziland=Swazi",
    "Ethiopia=Ethiopian",
    "European Union|Europe|EU=European",
    "Faroe Islands=Faroese",
    "Fiji=Fijian",
    "Finland=Finnish",
    "Flanders=Flemish",
    "France=French",
    "Gabon=Gabonese",
    "Galicia=Galician",
    "Gambia|the Gambia|The Gambia=Gambian",
    "Gaza|Gaza Strip=Gazan",
    "Georgia=Georgian",
    "Germany=German",
    "Ghana=Ghanaian",
    "Gibraltar=Gibraltarian",
    "Greece=Greek",
    "Greenland=Greenlandic",
    "Grenada=Grenadian",
    "Guam=Guamanian",
    "Guatemala=Guatemalan",
    "Guinea-Bissau=Bissau-Guinean",
    "Guinea=Guinean",
    "Guyana=Guyanese",
    "Haiti=Haitian",
    "Hawaii=Hawaiian",
    "Honduras=Honduran",
    "Hong Kong=Hongkonger",
    "Hungary=Hungarian",
    "Iceland=Icelandic",
    "India=Indian",
    "Indonesia=Indonesian",
    "Ingushetia=Ingush",
    "Iran=Iranian",
    "Iraq=Iraqi",
    "Ireland=Irish",
    "Israel=Israeli",
    "Italy=Italian",
    "Ivory Coast|Côte d'Ivoire=Ivorian",
    "Jamaica=Jamaican",
    "Japan=Japanese",
    "Jordan=Jordanian",
    "Kashmir=Kashmiri",
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
    "Liechtenstein=Liechtensteiner",
    "Lithuania=Lithuanian",
    "Luxembourg=Luxembourgish",
    "Macau|Macao=Macanese",
    "Macedonia|North Macedonia=Macedonian",
    "Madagascar=Malagasy",
    "Malawi=Malawian",
    "Malaysia=Malaysian",
    "Maldives|the Maldives=Maldivian",
    "Mali=Malian",
    "Malta=Maltese",
    "Marshall Islands=Marshallese",
    "Mauritania=Mauritanian",
    "Mauritius=Mauritian",
    "Mexico=Mexican",
    "Micronesia=Micronesian",
    "Moldova=Moldovan",
    "Monaco=Monegasque",
    "Mongolia=Mongolian",
    "Montenegro=Montenegrin",
    "Morocco=Moroccan",
    "Mozambique=Mozambican",
    "Nagorno-Karabakh|Nagorno Karabakh|Nagorno-Karabakh Republic=Karabakhi",
    "Namibia=Namibian",
    "Nauru=Nauruan",
    "Nepal=Nepalese,Nepali",
    "Netherlands|the Netherlands|Holland=Dutch",
    "New Zealand=New Zealander",
    "Nicaragua=Nicaraguan",
    "Niger=Nigerien",
    "Nigeria=Nigerian",
    "North Korea|DPRK=North Korean",
    "Northern Cyprus=Turkish Cypriot",
    "Northern Ireland=Northern Irish",
    "Norway=Norwegian",
    "Oman=Omani",
    "Ottoman Empire|the Ottoman Empire=Ottoman",
    "Pakistan=Pakistani",
    "Palau=Palauan",
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
    "Punjab=Punjabi",
    "Qatar=Qatari",
    "Quebec|Québec=Québécois,Quebecois",
    "Romania=Romanian",
    "Russia|Russian Federation=Russian",
    "Rwanda=Rwandan",
    "Saint Kitts and Nevis=Kittitian",
    "Saint Lucia=Saint Lucian",
    "Saint Vincent and the Grenadines=Vincentian",
    "Samoa=Samoan",
    "San Marino=Sammarinese",
    "Sardinia=Sardinian",
    "Saudi Arabia=Saudi",
    "Saxony=Saxon",
    "Scotland=Scottish",
    "Senegal=Senegalese",
    "Serbia=Serbian,Serb",
    "Seychelles=Seychellois",
    "Siberia=Siberian",
    "Sicily=Sicilian",
    "Sierra Leone=Sierra Leonean",
    "Silesia=Silesian",
    "Singapore=Singaporean",
    "Slovakia=Slovak",
    "Slovenia=Slovenian,Slovene",
    "Solomon Islands=Solomon Islander",
    "Somalia=Somali",
    "Somaliland=Somalilander",
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
    "Tatarstan=Tatar",
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
    "Tuscany=Tuscan",
    "Tuvalu=Tuvaluan",
    "Uganda=Ugandan",
    "Ukraine=Ukrainian",
    "United Arab Emirates|UAE=Emirati",
    "United States|US|U.S.|U. S.|USA|U.S.A.|United States of America|America=American",
    "Uruguay=Uruguayan",
    "Uzbekistan=Uzbek",
    "Vanuatu=Ni-Vanuatu",
    "Venezuela=Venezuelan",
    "Vietnam=Vietnamese",
    "Wales=Welsh",
    "West Germany=West German",
    "Western Sahara=Sahrawi",
    "Yemen=Yemeni",
    "Yugoslavia=Yugoslav",
    "Zambia=Zambian",
    "Zanzibar=Zanzibari",
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
  std::unordered_map<std::string_view, std::string_view> key_of_name, key_of_adjective, key_of_code;

  /// The key of the row that a place's name belongs to; empty where there is none.
  std::string_view key_of(std::string_view name) const {
    if (const auto known = key_of_name.find(name); known != key_of_name.end()) return known->second;
    const auto state = key_of_code.find(country_code(fold_name(name)));
    return state == key_of_code.end() ? std::string_view{} : state->second;
  }
};

const Tables& tables() {
  static const Tables all = [] {
    Tables tables;
    for (std::string_view row : table) {
      const std::size_t sign = row.find('=');
      const std::string_view names = row.substr(0, sign), key = names.substr(0, names.find('|'));
      each_part(names, '|', [&](auto name) {
        tables.key_of_name[name] = key;
        if (const auto code = country_code(fold_name(name)); !code.empty())
          tables.key_of_code.try_emplace(code, key);
      });
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
  for (EntityIndex e = 0; e < entities.entities.size(); ++e) {
    const Entity& entity = entities.entities[e];
    if (entity.type != EntityType::place) continue;
    const auto note = [&](const std::string& form) {
      if (const std::string_view key = tables().key_of(form); !key.empty()) countries_.try_emplace(key, e);
    };
    note(entity.name);
    for (const std::string& alias : entity.aliases) note(alias);
  }
}

EntityIndex Demonyms::place_of(std::string_view adjective) const {
  const auto& adjectives = tables().key_of_adjective;
  if (const auto known = adjectives.find(adjective); known != adjectives.end()) return at(known->second);
  // "the US president", where the document names the United States
  const bool initials =
      adjective.size() > 1 && adjective.size() < 5 &&
      std::none_of(adjective.begin(), adjective.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!initials) return no_entity;
  const auto known = tables().key_of_name.find(adjective);
  return known == tables().key_of_name.end() ? no_entity : at(known->second);
}

EntityIndex Demonyms::place_called(std::string_view name) const {
  return at(tables().key_of(name));
}

EntityIndex Demonyms::at(std::string_view key) const {
  const auto country = countries_.find(key);
  return country == countries_.end() ? no_entity : country->second;
}

}  // namespace attest::extract
