#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/place_nouns.hpp>
#include <attest/extractor/facts/place_references.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// What a noun like "city" or "province" says of the places around it, by the words alone: such phrases are
/// short and their order is fixed.
class RegionFinder {
 public:
  RegionFinder(const Reading& reading, const Demonyms& demonyms, RelationCollector& relations)
      : reading_(reading), demonyms_(demonyms), relations_(relations) {}

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      const bool noun = reading_.token(t).upos == Upos::NOUN || reading_.token(t).upos == Upos::PROPN;
      if (noun && reading_.syntax.word(t).noun_role == NounRole::region) region_noun(t);
    }
    for (const Mention& mention : reading_.entities.mentions)
      if (is_place_name(&mention)) bracketed(mention);
  }

 private:
  struct Place {
    EntityIndex entity = no_entity;
    TokenIndex first = 0, last = 0;
    bool is_name = true;  ///< else a nationality ("Austrian")
    bool owns = false;    ///< "Austria's"
    explicit operator bool() const { return entity != no_entity; }
  };

  bool is_place(const Mention* mention) const {
    return mention && reading_.is_type(mention->entity, EntityType::place);
  }
  bool is_place_name(const Mention* mention) const {
    return is_place(mention) && mention->kind == MentionKind::name;
  }

  // "Kalmar County", "the Styria region"
  bool is_region_name(const Place& place) const {
    return is_named_in_front(lower_case(reading_.text(place.last - 1)));
  }

  void region_noun(TokenIndex noun) {
    const Sentence& sentence = reading_.sentence(noun);
    const Place front = in_front(noun, sentence), of = behind_of(noun + 1, sentence),
                name = of ? Place{} : behind(noun, sentence, front.owns);
    if (of && !front && reading_.token(noun).lemma == "capital")
      if (const Place city = behind(of.last - 1, sentence, true)) inside(city, of);
    if (!front && !of && reading_.token(noun).lemma == "capital") capital_of_named(noun, sentence);
    if (!of && reading_.token(noun).lemma == "capital") capital_is(noun, sentence);
    best_after(noun, of, sentence);
    if (of || name) inside_next(of ? of : name, sentence);
    if (front && name) return inside(name, front);
    if (front && !of) return only_in_front(noun, front, sentence);
    if (!front || !of) return;
    const bool wider = reading_.is_country(of.entity) || is_region_name(of) || named_in_front(noun);
    const bool front_is_part = front.is_name && !front.owns && !reading_.is_country(front.entity) && wider;
    front_is_part ? inside(front, of) : inside(of, front);
    if (front_is_part)
      for (const Place& other : joined_before(front, sentence)) inside(other, of);
    if (!front_is_part && reading_.token(noun).penn == Penn::NNS)  // "the Styrian towns of A and B"
      for (const Mention* town : places_from(reading_, of.first, sentence.last))
        inside({town->entity, town->first, town->last, true, false}, front);
  }
  // "the second largest city in Norland after Elm": that one, too
  void best_after(TokenIndex noun, const Place& of, const Sentence& sentence) {
    TokenIndex t = noun + 1;
    if (t + 1 >= sentence.last || (!of && reading_.text(t) != "in")) return;
    const TokenIndex first = t + 1 + (reading_.token(t + 1).upos == Upos::DET);
    const Place whole = of ? of : first < sentence.last ? name_from(first) : Place{};
    if (!whole) return;
    t = whole.last;
    if (t < sentence.last && reading_.text(t) == ",") ++t;
    if (t + 1 >= sentence.last || (reading_.text(t) != "after" && reading_.text(t) != "behind")) return;
    for (const Mention* part : places_from(reading_, t + 1, sentence.last))
      inside({part->entity, part->first, part->last, true, false}, whole);
  }
  bool named_in_front(TokenIndex noun) const { return is_named_in_front(reading_.token(noun).lemma); }
  // "a Greek island", "Norland's second city" of another name; "the Elm district in Norland" itself
  void only_in_front(TokenIndex noun, const Place& front, const Sentence& sentence) {
    if (inside_name(reading_, noun)) return;
    if (!front.is_name || front.owns) return said_of(noun, front);
    constexpr std::string_view towns[] = {"village", "town", "city", "settlement", "township", "state"};
    const bool town = !reading_.is_country(front.entity) &&
                      is_one_of(reading_.token(noun).lemma, towns);  // "Elm village in"
    if (!named_in_front(noun) && !town) return;
    std::vector<Place> parts = joined_before(front, sentence);
    parts.push_back(front);
    for (const Place& part : parts) inside_next({part.entity, part.first, noun + 1, true, false}, sentence);
  }
  // "the Elm, Orm and Dal regions of Norland": Elm and Orm
  std::vector<Place> joined_before(const Place& place, const Sentence& sentence) const {
    constexpr std::size_t most = 8;
    std::vector<Place> others;
    for (TokenIndex first = place.first; first >= sentence.first + 2 && others.size() < most;) {
      const std::string_view joint = reading_.text(first - 1);
      const Mention* other = reading_.mention_at(first - 2);
      if (joint != (others.empty() ? "and" : ",")) break;
      if (!is_place_name(other) || other->last + 1 != first || reading_.is_country(other->entity)) break;
      others.push_back({other->entity, other->first, other->last, true, false});
      first = other->first;
    }
    return others;
  }

  // "across Austria and in the capital Vienna": of the country named before
  void capital_of_named(TokenIndex noun, const Sentence& sentence) {
    constexpr TokenIndex reach = 25;
    const Place city = behind(noun, sentence, true);
    if (!city || noun == sentence.first || lower_case(reading_.text(noun - 1)) != "the") return;
    Place country;
    for (TokenIndex t = noun; t > sentence.first && noun - t < reach; --t) {
      const Mention* mention = reading_.mention_at(t - 1);
      if (!is_place_name(mention) || !reading_.is_country(mention->entity)) continue;
      if (country && country.entity != mention->entity) return;  // of which of them?
      country = {mention->entity, mention->first, mention->last, true, false};
    }
    if (country) inside(city, country);
  }
  // "Its capital is Elm"
  void capital_is(TokenIndex noun, const Sentence& sentence) {
    const auto whose = reading_.syntax.child(noun, Deprel::nmod_poss);
    TokenIndex t = noun + 1;
    while (t < sentence.last && reading_.token(t).upos == Upos::AUX) ++t;
    const Place city = t > noun + 1 && t < sentence.last ? name_from(t) : Place{};
    const EntityIndex owner = whose ? reading_.actor_at(*whose) : no_entity;
    if (city && reading_.is_type(owner, EntityType::place))
      inside(city, {owner, *whose, *whose + 1, false, true});
  }
  // "Crete is a Greek island", "Graz, an Austrian city,"
  void said_of(TokenIndex noun, const Place& front) {
    for (const Bound& one : referents(reading_, noun))
      if (reading_.type_of(one.entity) == EntityType::place && !reading_.is_country(one.entity) &&
          one.token != noun)
        relations_.add("LOCATED_IN", one.entity, front.entity, std::min(one.token, front.first),
                       std::max(one.token, noun) + 1, 0.75f);
  }

  // "the town of Graz in southern Austria"
  void inside_next(const Place& part, const Sentence& sentence) {
    TokenIndex t = part.last;
    if (t + 1 >= sentence.last || reading_.text(t) != "in") return;
    for (++t; t < sentence.last; ++t) {
      if (const Place whole = name_from(t)) return inside(part, whole);
      const Upos upos = reading_.token(t).upos;
      if (upos != Upos::DET && upos != Upos::ADJ) return;
    }
  }

  void inside(const Place& part, const Place& whole) {
    relations_.add("LOCATED_IN", part.entity, whole.entity, std::min(part.first, whole.first),
                   std::max(part.last, whole.last), 0.8f);
  }

  // "Austria's second city", "the southern Austrian city", "the Styria region"
  Place in_front(TokenIndex noun, const Sentence& sentence) const {
    bool owns = false;
    for (TokenIndex t = noun, steps = 0; t > sentence.first && steps < 5; ++steps) {
      --t;
      const Mention* mention = reading_.mention_at(t);
      if (is_place_name(mention) || (owns && is_place(mention)))
        return {mention->entity, mention->first, mention->last, true, owns};
      if (mention && mention->kind == MentionKind::name) return {};
      if (const EntityIndex country = country_ending_at(reading_, demonyms_, t); country != no_entity)
        return {country, t, t + 1, false, false};
      const Upos upos = reading_.token(t).upos;
      owns |= upos == Upos::PART && reading_.text(t).ends_with('s');
      if (names_other(t)) return {};
      const bool joins = upos == Upos::CCONJ && reading_.token(t + 1).upos == Upos::ADJ;
      if (upos != Upos::ADJ && upos != Upos::NOUN && upos != Upos::NUM && upos != Upos::ADV &&
          upos != Upos::PROPN && upos != Upos::PUNCT && upos != Upos::PART && !joins)
        return {};
      if (upos == Upos::PUNCT && reading_.text(t) != "-") return {};
    }
    return {};
  }
  // "Norland's neighbouring town", "its twin city": no part of it
  bool names_other(TokenIndex t) const {
    return names_another_place(reading_.token(t).lemma) || names_another_place(reading_.text(t));
  }
  // "of Graz", "of the Styria"
  Place behind_of(TokenIndex t, const Sentence& sentence) const {
    if (t >= sentence.last || reading_.text(t) != "of") return {};
    for (++t; t < sentence.last; ++t) {
      if (const Place place = name_from(t)) return place;
      const Upos upos = reading_.token(t).upos;
      if (upos != Upos::DET && upos != Upos::ADJ) return {};
    }
    return {};
  }
  // "the Austrian city Graz", "Austria's capital, Graz,"
  Place behind(TokenIndex noun, const Sentence& sentence, bool owned) const {
    TokenIndex t = noun + 1;
    if (t >= sentence.last) return {};
    const bool comma = reading_.text(t) == ",";
    if (comma && (!owned || t + 1 >= sentence.last)) return {};
    const Place place = name_from(comma ? t + 1 : t);
    const bool closed =
        !comma || place.last >= sentence.last || reading_.token(place.last).upos == Upos::PUNCT;
    return place && closed ? place : Place{};
  }
  Place name_from(TokenIndex t) const {
    const Mention* mention = reading_.mention_at(t);
    return is_place_name(mention) && mention->first == t
               ? Place{mention->entity, mention->first, mention->last, true, false}
               : Place{};
  }

  // "Graz (Austria)"
  void bracketed(const Mention& mention) {
    const Sentence& sentence = reading_.sentence(mention.first);
    if (mention.last + 2 >= sentence.last || reading_.text(mention.last) != "(") return;
    const Place whole = name_from(mention.last + 1);
    if (!whole || whole.last >= sentence.last) return;
    const std::string_view sign = reading_.text(whole.last);
    const bool chain = sign == "," && whole.last + 1 < sentence.last && name_from(whole.last + 1);
    if (sign != ")" && !chain) return;
    if ((chain || reading_.is_country(whole.entity) || is_region_name(whole)) &&
        !reading_.is_country(mention.entity))
      inside({mention.entity, mention.first, mention.last, true, false}, whole);
  }

  const Reading& reading_;
  const Demonyms& demonyms_;
  RelationCollector& relations_;
};

}  // namespace

void find_regions(const Reading& reading, const Demonyms& demonyms, RelationCollector& relations) {
  RegionFinder(reading, demonyms, relations).run();
}

}  // namespace attest::extract
