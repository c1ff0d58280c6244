#include <attest/extractor/entities/aliases.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <attest/extractor/entities/body_aliases.hpp>
#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/equations.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/form_sets.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/person_aliases.hpp>
#include <attest/extractor/entities/place_aliases.hpp>

namespace attest::extract {
namespace {

class Grouper {
 public:
  Grouper(const AnnotatedDocument& document, const Names& names) : forms_(document, names) {}

  std::vector<NameGroup> run() {
    settle_surnames(forms_);
    join_equations();
    join_abbreviations();
    join_countries();
    join_places(forms_);
    join_acronyms();
    join_bodies(forms_);
    ambiguous_ = join_persons(forms_);
    return groups();
  }

 private:
  void join_equations() {
    for (const auto& [a, b] : find_equations(forms_.document(), forms_.names())) {
      const FormIndex fa = forms_.names().mentions[a].form, fb = forms_.names().mentions[b].form;
      const std::string_view ca = country_code(forms_.form(fa).key), cb = country_code(forms_.form(fb).key);
      if (forms_.is(fa, NameClass::organization) && forms_.form(fb).acronym)
        forms_.set_type(fb, forms_.type(fa));
      if (ca.empty() || cb.empty() || ca == cb) forms_.join(fa, fb);
      if (forms_.form(fa).key == "washington" && forms_.form(fb).key == "dc") teach_capital(a, b);
    }
  }

  /// "Washington, D.C." where it is written so.
  void teach_capital(std::uint32_t a, std::uint32_t b) {
    const NameMention &city = forms_.names().mentions[a], &district = forms_.names().mentions[b];
    if (district.first <= city.last + 1 && district.first >= city.last)
      taught_[city.form].emplace_back(forms_.document().text(Span{city.span.begin, district.span.end}));
  }

  void join_abbreviations() {
    for (const AbbreviationEntry& entry : abbreviation_entries(forms_.document().document)) {
      const auto acronym = forms_.find(fold_name(entry.acronym));
      const auto expansion = forms_.find(fold_name(entry.expansion));
      if (!acronym) continue;
      if (expansion)
        forms_.join(*acronym, *expansion);
      else
        taught_[*acronym].push_back(entry.expansion);
    }
  }

  void join_countries() {
    for (FormIndex f = 0; f < forms_.count(); ++f)
      if (const auto code = country_code(forms_.form(f).key); !code.empty())
        forms_.join(countries_.emplace(code, f).first->second, f);
  }

  void join_acronyms() {
    for (FormIndex f = 0; f < forms_.count(); ++f) {
      if (!forms_.form(f).acronym || !country_code(forms_.form(f).key).empty()) continue;
      const auto spelt = forms_.by_initials().find(forms_.form(f).key);
      std::vector<FormIndex> hosts;
      if (spelt != forms_.by_initials().end())
        for (const FormIndex h : spelt->second)
          if (!forms_.is(h, NameClass::person) && (forms_.type(h) == forms_.type(f) || weak(f)) &&
              !is_division_noun(forms_.form(h).words.back()))
            hosts.push_back(h);
      if (hosts.empty()) join_country_acronym(f);
      if (const auto host = forms_.single(hosts)) forms_.join(f, *host);
    }
  }
  // "the NC authorities": the initials of another name of the one state told of.
  void join_country_acronym(FormIndex f) {
    if (forms_.is(f, NameClass::person) || (forms_.is(f, NameClass::organization) && !weak(f))) return;
    std::vector<FormIndex> states;
    for (const auto& [code, state] : countries_)
      if (abbreviates_country(forms_.form(f).key, code)) states.push_back(state);
    if (states.size() != 1) return;
    forms_.join(f, states[0]);
    forms_.set_type(f, NameClass::place);
  }
  bool weak(FormIndex f) const { return forms_.form(f).mentions.size() < 4; }

  // Of several persons of a name.

  /// What speaks for one bearer of a short name: named in full often, and first; named last before it.
  struct Bearer {
    FormIndex form = 0;
    std::size_t full = 0;               // mentions by longer names
    std::optional<std::uint32_t> last;  // mention that named it last
  };
  std::vector<Bearer> bearers_of(FormIndex f, const std::vector<FormIndex>& hosts) const {
    std::map<std::uint32_t, Bearer> by_set;
    for (const FormIndex h : hosts) {
      Bearer& bearer = by_set[forms_.set_of(h)];
      if (bearer.full == 0) bearer.form = h;
      if (forms_.form(h).words.size() > forms_.form(f).words.size())
        bearer.full += forms_.form(h).mentions.size();
    }
    std::vector<Bearer> bearers;
    for (const auto& [set, bearer] : by_set) bearers.push_back(bearer);
    return bearers;
  }
  bool is_subject(std::uint32_t mention) const {
    for (std::uint32_t t = forms_.names().mentions[mention].first; t < forms_.names().mentions[mention].last;
         ++t) {
      const Deprel relation = forms_.document().tokens[t].relation;
      if (relation == Deprel::nsubj || relation == Deprel::nsubj_pass) return true;
    }
    return false;
  }

  /// A text goes on about the person it is about: the one it names first and most in full. Where that one has
  /// not been named for long, the one named last is meant.
  std::uint32_t bearer_of(std::uint32_t mention, const std::vector<Bearer>& bearers) const {
    constexpr double enough = 3, long_ago = 20;  // mentions
    const Bearer* best = nullptr;
    double best_score = -1e9;
    std::uint32_t first = ~0U, latest = 0;
    for (const Bearer& b : bearers) {
      first = std::min(first, forms_.first_mention(b.form));
      if (b.last) latest = std::max(latest, *b.last);
    }
    for (const Bearer& b : bearers) {
      double score = std::min<double>(static_cast<double>(b.full), enough);
      if (forms_.first_mention(b.form) == first) score += is_subject(first) ? 1.0 : 0.5;
      if (b.last && *b.last == latest) score += 0.75;
      score -= b.last ? std::min(1.5, (mention - *b.last) / long_ago) : 1.5;
      if (score > best_score) best = &b, best_score = score;
    }
    return best->form;
  }

  std::vector<NameGroup> groups() const {
    std::vector<std::uint32_t> set_of(forms_.names().mentions.size());
    std::map<FormIndex, std::vector<Bearer>> bearers;
    std::unordered_map<std::uint32_t, std::vector<Bearer*>> of_set;  // looked up, never listed
    for (const auto& [f, hosts] : ambiguous_)
      for (Bearer& b : bearers[f] = bearers_of(f, hosts)) of_set[forms_.set_of(b.form)].push_back(&b);
    for (std::uint32_t m = 0; m < forms_.names().mentions.size(); ++m) {
      const FormIndex f = forms_.names().mentions[m].form;
      const auto choice = bearers.find(f);
      set_of[m] = forms_.set_of(choice == bearers.end() ? f : bearer_of(m, choice->second));
      if (const auto meant = of_set.find(set_of[m]); meant != of_set.end())
        for (Bearer* b : meant->second) b->last = m;
    }
    std::vector<NameGroup> result;
    std::map<std::uint32_t, std::size_t> place;
    for (std::uint32_t m = 0; m < set_of.size(); ++m) {
      const auto [at, fresh] = place.emplace(set_of[m], result.size());
      if (fresh) result.emplace_back();
      result[at->second].mentions.push_back(m);
    }
    for (NameGroup& group : result) settle(group);
    return result;
  }

  void settle(NameGroup& group) const {
    std::set<FormIndex> forms;
    for (const std::uint32_t m : group.mentions) forms.insert(forms_.names().mentions[m].form);
    std::array<float, 6> votes{};
    for (const FormIndex f : forms) {
      float all = 0;
      for (const float vote : forms_.form(f).votes) all += vote;
      for (std::size_t c = 0; c < votes.size(); ++c)
        if (forms_.type(f) == forms_.form(f).type()) votes[c] += forms_.form(f).votes[c];
      if (forms_.type(f) != forms_.form(f).type()) votes[static_cast<std::size_t>(forms_.type(f))] += all;
      if (forms_.form(f).gender != Gender::unknown) group.gender = forms_.form(f).gender;
      if (const auto taught = taught_.find(f); taught != taught_.end())
        group.taught.insert(group.taught.end(), taught->second.begin(), taught->second.end());
    }
    NameForm sum;
    sum.votes = votes;
    group.type = sum.type();
  }

  FormSets forms_;
  std::map<std::string_view, FormIndex> countries_;  // by code
  std::map<FormIndex, std::vector<std::string>> taught_;
  AmbiguousNames ambiguous_;
};

}  // namespace

std::vector<NameGroup> group_names(const AnnotatedDocument& document, const Names& names) {
  return Grouper(document, names).run();
}

}  // namespace attest::extract
