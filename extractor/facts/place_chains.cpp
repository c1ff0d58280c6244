#include <algorithm>
#include <vector>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// Names with nothing but commas between: "Oslo, Norland", "Acme Corp., Reno, Nevada,", "Department of
/// Physics, University of Norland"; told apart from lists by what stands around them.
class ChainFinder {
 public:
  ChainFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), relations_(relations) {}

  void run() {
    for (const Mention& mention : reading_.entities.mentions) {
      if (mention.kind != MentionKind::name || mention.entity == no_entity) continue;
      const EntityType type = reading_.type_of(mention.entity);
      if (type != EntityType::place && type != EntityType::organization) continue;
      comma_chain(mention);
      of_body_behind(mention);
    }
  }

 private:
  // "Oslo, Norland": places with nothing but commas between, unless they are a list.
  void comma_chain(const Mention& mention) {
    const bool body = reading_.is_type(mention.entity, EntityType::organization);
    if (!reading_.is_type(mention.entity, EntityType::place) && !has_fixed_seat(reading_, mention) && !body)
      return;
    if (reading_.is_country(mention.entity) || follows_comma(mention) || reading_.is_nested(mention)) return;
    if (const Mention* town = town_in_name(mention)) return chain(*town, false);
    chain(mention, body);
  }
  // "Elm" of "Gate Church of Elm, Norland"
  const Mention* town_in_name(const Mention& mention) const {
    const Mention* inner = reading_.mention_at(mention.last - 1);
    return inner && inner != &mention && inner->first > mention.first && inner->kind == MentionKind::name &&
                   reading_.is_type(inner->entity, EntityType::place) &&
                   reading_.is_type(mention.entity, EntityType::place)
               ? inner
               : nullptr;
  }
  void chain(const Mention& mention, bool body) {
    std::vector<const Mention*> run = run_from(mention);
    if (opens_clause_behind(*run.back()) || owns_no_region(*run.back())) run.pop_back();
    if (run.size() < 2 || is_list(run)) return;
    if (body && !has_fixed_seat(reading_, mention) && !is_introduced(mention, run.back()->last)) return;
    for (std::size_t i = 0; i + 1 < run.size(); ++i) {
      if (reading_.is_country(run[i]->entity)) return;
      relations_.add("LOCATED_IN", run[i]->entity, run[i + 1]->entity, run[i]->first, run[i + 1]->last,
                     0.85f);
    }
  }
  // "the Department of Physics, University of Norland"
  void of_body_behind(const Mention& mention) {
    constexpr std::string_view parts[] = {"center", "centre",    "department", "division", "faculty",
                                          "school", "institute", "laboratory", "office",   "section"};
    constexpr std::string_view units[] = {"battalion", "brigade", "company", "platoon", "squadron"};
    const TokenIndex end = reading_.sentence(mention.first).last;
    if (!reading_.is_type(mention.entity, EntityType::organization) || mention.last + 1 >= end) return;
    const bool part = is_one_of(lower_case(reading_.text(mention.first)), parts);
    const bool unit = is_one_of(lower_case(reading_.text(mention.last - 1)), units);  // "1st Battalion, O"
    if (reading_.text(mention.last) != "," || (!part && !unit && !has_fixed_seat(reading_, mention))) return;
    const TokenIndex t = mention.last + 1 + (reading_.token(mention.last + 1).upos == Upos::DET);
    const Mention* whole = t < end ? reading_.mention_at(t) : nullptr;
    if (!whole || whole->first != t || whole->kind != MentionKind::name ||
        !reading_.is_type(whole->entity, EntityType::organization) ||
        is_one_of(lower_case(reading_.text(whole->first)), parts))
      return;
    // "Elm College, University of Norland"; not two schools of a list
    if (!part && !unit && (reading_.text(whole->first) != "University" || t != mention.last + 1)) return;
    if (!part && !unit && whole->last < end && is_joined(whole->last)) return;
    relations_.add("PART_OF", mention.entity, whole->entity, mention.first, whole->last, 0.7f);
  }
  // "In Oslo, Norway won": the last is the subject of what follows.
  bool opens_clause_behind(const Mention& last) const {
    const TokenIndex end = reading_.sentence(last.first).last;
    const Deprel relation = reading_.token(last.head).relation;
    return (relation == Deprel::nsubj || relation == Deprel::nsubj_pass) && last.last < end &&
           (reading_.token(last.last).upos == Upos::VERB || reading_.token(last.last).upos == Upos::AUX);
  }
  // "Mecca, Islam's holiest site"; "Graz, Austria's second city" tells where, all the same.
  bool owns_no_region(const Mention& last) const {
    constexpr TokenIndex longest = 5;
    const TokenIndex end = reading_.sentence(last.first).last;
    if (last.last >= end || reading_.token(last.last).penn != Penn::POS) return false;
    for (TokenIndex t = last.last + 1; t < std::min(end, last.last + longest); ++t)
      if (syntax_.word(t).noun_role == NounRole::region || !place_kind(lower_case(reading_.text(t))).empty())
        return false;
    return true;
  }
  // "Acme Corp., Oslo, said": a firm with its seat, closed by a comma.
  bool is_introduced(const Mention& mention, TokenIndex after) const {
    const TokenIndex end = reading_.sentence(mention.first).last;
    if (after + 1 < end && reading_.text(after) == ".") ++after;  // "Reno, Nev., said"
    if (after + 1 >= end || reading_.text(after) != ",") return false;
    if (is_firm_suffix(lower_case(reading_.text(mention.last - 1)))) return true;
    const Upos upos = reading_.token(after + 1).upos;
    return reading_.token(mention.head).relation == Deprel::nsubj &&
           (upos == Upos::VERB || upos == Upos::AUX);
  }
  bool follows_comma(const Mention& mention) const {
    const TokenIndex begin = reading_.sentence(mention.first).first;
    if (mention.first < begin + 2 || reading_.text(mention.first - 1) != ",") return false;
    const Mention* before = reading_.mention_at(mention.first - 2);
    return before && before->kind == MentionKind::name && reading_.is_type(before->entity, EntityType::place);
  }
  std::vector<const Mention*> run_from(const Mention& mention) const {
    const TokenIndex end = reading_.sentence(mention.first).last;
    std::vector<const Mention*> run{&mention};
    for (TokenIndex comma = behind_kind(mention, end); comma + 1 < end && reading_.text(comma) == ",";
         comma = run.back()->last) {
      const Mention* next = reading_.place_from(comma + 1);
      if (!next) next = behind_direction(comma + 1, end, is_locative(mention));
      if (!next) break;
      run.push_back(next);
    }
    return run;
  }
  // "Norland" of "Elm, northern Norland"; of what is no country only where something is said to be in Elm
  const Mention* behind_direction(TokenIndex t, TokenIndex end, bool in_it) const {
    if (t + 1 >= end || reading_.mention_at(t) || !is_direction(reading_.text(t))) return nullptr;
    const Mention* place = reading_.place_from(t + 1);
    return place && (in_it || reading_.is_country(place->entity)) ? place : nullptr;
  }
  bool is_locative(const Mention& mention) const {
    constexpr std::string_view prepositions[] = {"in", "at", "near", "from"};
    return mention.first > reading_.sentence(mention.first).first &&
           is_one_of(lower_case(reading_.text(mention.first - 1)), prepositions);
  }
  // Past "village" of "Elm village, Norland"
  TokenIndex behind_kind(const Mention& mention, TokenIndex end) const {
    const TokenIndex t = mention.last;
    const bool kind = t < end && reading_.is_type(mention.entity, EntityType::place) &&
                      reading_.token(t).upos == Upos::NOUN && reading_.token(t).penn == Penn::NN &&
                      syntax_.word(t).noun_role == NounRole::region;
    return kind ? t + 1 : t;
  }
  // "A, B and C", "between A, B": a list. "A, B and C, D": two chains.
  bool is_list(const std::vector<const Mention*>& run) const {
    constexpr std::size_t longest_chain = 3;
    const Sentence& sentence = reading_.sentence(run.front()->first);
    if (run.size() > longest_chain + 1 ||
        (run.size() > longest_chain && !reading_.is_country(run.back()->entity)))
      return true;
    const TokenIndex first = run.front()->first;
    if (first > sentence.first &&
        (reading_.text(first - 1) == "between" || reading_.text(first - 1) == ":" || is_joined(first - 1)))
      return !reading_.is_country(run.back()->entity) && run.size() > 2;
    if (run.size() == 2 && !reading_.is_country(run[1]->entity) && gives_examples(first)) return true;
    if (names_several_sites(run) || goes_on(*run.back(), sentence.last)) return true;
    TokenIndex t = run.back()->last;
    if (t < sentence.last && reading_.text(t) == ",") ++t;
    if (t + 1 >= sentence.last || !is_joined(t)) return false;
    const TokenIndex behind = t + 1 + (reading_.token(t + 1).upos == Upos::DET);
    const Mention* other = behind < sentence.last ? reading_.place_from(behind) : nullptr;
    if (!other) return false;
    return run_from(*other).size() < 2 &&
           !(run.size() == 2 && reading_.is_country(run[1]->entity) && comes_after_preposition(first));
  }
  // "regions such as A, B"
  bool gives_examples(TokenIndex first) const {
    constexpr std::string_view words[] = {"as", "including", "like", "are"};
    return first > reading_.sentence(first).first && is_one_of(reading_.text(first - 1), words);
  }
  // "Elm Airport, Dal Airport": a building or road holds no other
  bool names_several_sites(const std::vector<const Mention*>& run) const {
    const auto is_site_kind = [&](const Mention* place) {
      const std::string& kind = reading_.entities.entities[place->entity].kind;
      return kind == "facility" || kind == "road";
    };
    return std::adjacent_find(run.begin(), run.end(), [&](const Mention* part, const Mention* whole) {
             return is_site_kind(part) && is_site_kind(whole);
           }) != run.end();
  }
  // "A, B, C and": what is no state or region holds nothing where other names go on behind it
  bool goes_on(const Mention& last, TokenIndex end) const {
    const std::string& kind = reading_.entities.entities[last.entity].kind;
    if (kind == "country" || kind == "region" || last.last + 2 >= end || reading_.text(last.last) != ",")
      return false;
    const TokenIndex next = last.last + 1 + (reading_.token(last.last + 1).upos == Upos::DET);
    if (reading_.token(next).upos != Upos::PROPN) return false;
    TokenIndex t = next;
    while (t < end && reading_.token(t).upos == Upos::PROPN) ++t;
    return t < end && (reading_.text(t) == "," || is_joined(t) || reading_.text(t) == "(");
  }
  bool is_joined(TokenIndex t) const { return reading_.text(t) == "and" || reading_.text(t) == "or"; }
  bool comes_after_preposition(TokenIndex first) const {
    return first > reading_.sentence(first).first && reading_.token(first - 1).upos == Upos::ADP;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  RelationCollector& relations_;
};

}  // namespace

void find_place_chains(const Reading& reading, RelationCollector& relations) {
  ChainFinder(reading, relations).run();
}

}  // namespace attest::extract
