#include <attest/extractor/facts/syntax.hpp>

#include <algorithm>

#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr int most_steps = 12;  // up a tree; keeps walks from the depths of a huge sentence short

bool has_predicate_subject(Deprel relation) {
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
}

}  // namespace

Syntax::Syntax(const AnnotatedDocument& document) : document_(document) {
  const std::size_t count = document.tokens.size();
  words_.reserve(count);
  for (const Token& token : document.tokens) {  // an ex-minister is a minister, formerly
    const std::string_view lemma = token.lemma;
    words_.push_back(&word_info(lemma.starts_with("ex-") ? lemma.substr(3) : lemma));
  }
  sentences_.assign(count, 0);
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s)
    for (TokenIndex t = document.sentences[s].first; t < document.sentences[s].last; ++t) sentences_[t] = s;
  link_children();
  measure_subtrees();
}

void Syntax::link_children() {
  const std::size_t count = document_.tokens.size();
  first_child_.assign(count + 1, 0);
  const auto head_of = [&](TokenIndex t) -> std::optional<TokenIndex> {
    const std::int32_t head = document_.tokens[t].head;
    if (head < 0 || static_cast<std::size_t>(head) >= count || static_cast<TokenIndex>(head) == t)
      return std::nullopt;
    return static_cast<TokenIndex>(head);
  };
  for (TokenIndex t = 0; t < count; ++t)
    if (const auto head = head_of(t)) ++first_child_[*head + 1];
  for (std::size_t i = 0; i < count; ++i) first_child_[i + 1] += first_child_[i];
  children_.resize(first_child_[count]);
  std::vector<std::uint32_t> next(first_child_.begin(), first_child_.end() - 1);
  for (TokenIndex t = 0; t < count; ++t)
    if (const auto head = head_of(t)) children_[next[*head]++] = t;
}

// From the leaves up; tokens on a cycle keep their own extent.
void Syntax::measure_subtrees() {
  const std::size_t count = document_.tokens.size();
  left_.resize(count);
  right_.resize(count);
  std::vector<std::uint32_t> open(count);
  std::vector<TokenIndex> ready;
  for (TokenIndex t = 0; t < count; ++t) {
    left_[t] = t;
    right_[t] = t + 1;
    open[t] = first_child_[t + 1] - first_child_[t];
    if (open[t] == 0) ready.push_back(t);
  }
  while (!ready.empty()) {
    const TokenIndex t = ready.back();
    ready.pop_back();
    const auto parent = head(t);
    if (!parent) continue;
    left_[*parent] = std::min(left_[*parent], left_[t]);
    right_[*parent] = std::max(right_[*parent], right_[t]);
    if (--open[*parent] == 0) ready.push_back(*parent);
  }
}

std::span<const TokenIndex> Syntax::children(TokenIndex t) const {
  const std::size_t size = first_child_[t + 1] - first_child_[t];
  return {children_.data() + first_child_[t], std::min(size, most_children)};
}

std::optional<TokenIndex> Syntax::child(TokenIndex t, Deprel relation) const {
  for (TokenIndex c : children(t))
    if (token(c).relation == relation) return c;
  return std::nullopt;
}

std::optional<TokenIndex> Syntax::child(TokenIndex t, std::initializer_list<Deprel> relations) const {
  for (Deprel relation : relations)
    if (const auto found = child(t, relation)) return found;
  return std::nullopt;
}

std::optional<TokenIndex> Syntax::head(TokenIndex t) const {
  const std::int32_t head = token(t).head;
  if (head < 0 || static_cast<std::size_t>(head) >= document_.tokens.size() ||
      static_cast<TokenIndex>(head) == t)
    return std::nullopt;
  return static_cast<TokenIndex>(head);
}

Span Syntax::span(TokenIndex first, TokenIndex last) const {
  return {token(first).span.begin, token(last - 1).span.end};
}

std::string_view Syntax::preposition(TokenIndex t) const {
  const auto found = child(t, Deprel::case_);
  return found ? std::string_view(token(*found).lemma) : std::string_view();
}

bool Syntax::is_passive(TokenIndex verb) const {
  if (child(verb, {Deprel::aux_pass, Deprel::nsubj_pass, Deprel::obl_agent})) return true;
  if (complement_above(verb)) return true;
  // "was arrested and charged": the second participle shares the auxiliary.
  const bool joined = token(verb).relation == Deprel::conj && token(verb).penn == Penn::VBN;
  if (!joined || child(verb, {Deprel::aux, Deprel::nsubj, Deprel::obj})) return false;
  const auto first = head(verb);
  return first && child(*first, {Deprel::aux_pass, Deprel::nsubj_pass});
}

bool Syntax::has_modal(TokenIndex verb) const {
  for (TokenIndex c : children(verb))
    if (token(c).penn == Penn::MD) return true;
  return false;
}

bool Syntax::is_negated(TokenIndex t) const {
  for (TokenIndex c : children(t)) {
    const Deprel relation = token(c).relation;
    const bool modifies = relation == Deprel::advmod || relation == Deprel::det || relation == Deprel::aux ||
                          relation == Deprel::dep;
    if (modifies && word(c).negation) return true;
    if (has_predicate_subject(relation) && word(c).negation) return true;  // "nobody was hurt"
    if (has_predicate_subject(relation))
      for (TokenIndex d : children(c))
        if (token(d).relation == Deprel::det && word(d).negation) return true;
  }
  return false;
}

std::optional<TokenIndex> Syntax::complement_above(TokenIndex participle) const {
  if (token(participle).relation != Deprel::amod || token(participle).penn != Penn::VBN) return std::nullopt;
  const auto noun = head(participle);
  const auto copula = noun ? child(*noun, Deprel::cop) : std::nullopt;
  const bool swallowed = copula && *copula < participle && *noun == participle + 1 &&
                         !child(*noun, Deprel::det) && child(*noun, Deprel::nsubj);
  return swallowed ? noun : std::nullopt;
}

TokenIndex Syntax::clause_of(TokenIndex t) const {
  for (int step = 0; step < most_steps; ++step) {
    if (const auto noun = complement_above(t)) return *noun;
    if (token(t).upos == Upos::VERB || child(t, {Deprel::cop, Deprel::nsubj, Deprel::nsubj_pass})) return t;
    const auto parent = head(t);
    if (!parent) return t;
    t = *parent;
  }
  return t;
}

bool Syntax::leads_clause(TokenIndex noun) const {
  const Deprel relation = token(noun).relation;
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::obj ||
         relation == Deprel::root;
}

// Of two the one next to the verb: a heading may run into the sentence ("Early life Smith was born").
std::optional<TokenIndex> Syntax::nearest_subject(TokenIndex verb) const {
  std::optional<TokenIndex> found = child(verb, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::csubj});
  if (found && *found < verb)
    for (TokenIndex c : children(verb))
      if (c > *found && c < verb && has_predicate_subject(token(c).relation)) found = c;
  return found;
}

// "thanked them for sending aid", "accused N of killing": the object does it.
std::optional<TokenIndex> Syntax::controller(TokenIndex verb, TokenIndex above) const {
  constexpr std::string_view verbs[] = {"thank", "accuse",  "blame",   "criticize", "criticise", "praise",
                                        "stop",  "prevent", "suspect", "condemn",   "applaud",   "bar",
                                        "ban",   "fault",   "chide",   "denounce",  "warn",      "keep"};
  if (is_passive(above) || !is_one_of(token(above).lemma, verbs)) return std::nullopt;
  const auto mark = child(verb, {Deprel::mark, Deprel::case_});
  const bool gerund = mark && (lemma_is(*mark, "for") || lemma_is(*mark, "of") || lemma_is(*mark, "from"));
  return gerund ? child(above, Deprel::obj) : std::nullopt;
}

std::optional<TokenIndex> Syntax::subject(TokenIndex verb) const {
  for (int step = 0; step < 4; ++step) {
    if (const auto found = nearest_subject(verb)) return found;
    if (const auto noun = complement_above(verb)) return nearest_subject(*noun);
    const Deprel relation = token(verb).relation;
    const auto parent = head(verb);
    if (!parent) return std::nullopt;
    if (relation == Deprel::acl || relation == Deprel::acl_relcl) return parent;
    const bool shares = relation == Deprel::conj || relation == Deprel::advcl || relation == Deprel::xcomp ||
                        relation == Deprel::parataxis || relation == Deprel::dep;
    if (!shares) return std::nullopt;
    if (relation == Deprel::xcomp)
      if (const auto controlled = child(*parent, Deprel::obj)) return controlled;
    if (relation == Deprel::advcl)
      if (const auto controlled = controller(verb, *parent)) return controlled;
    verb = *parent;
  }
  return std::nullopt;
}

// One in the past tense, or with an object of its own, is the sentence's verb after all, hung too low: "The
// Board, the regulator, fined the bank in 2006".
bool Syntax::is_reduced_passive(TokenIndex verb) const {
  const bool participle =
      token(verb).relation == Deprel::acl && !text(verb).ends_with("ing") && !child(verb, Deprel::mark);
  if (!participle) return false;
  if (child(verb, Deprel::obl_agent)) return true;
  const auto object = child(verb, Deprel::obj);
  return token(verb).penn != Penn::VBD && (!object || !is_noun(*object));
}

std::optional<TokenIndex> Syntax::agent(TokenIndex verb) const {
  if (const auto found = child(verb, Deprel::obl_agent)) return found;
  if (is_passive(verb)) {
    for (TokenIndex c : children(verb))
      if (token(c).relation == Deprel::obl && preposition(c) == "by") return c;
    return std::nullopt;
  }
  if (is_reduced_passive(verb)) {
    for (TokenIndex c : children(verb))
      if (token(c).relation == Deprel::obl && preposition(c) == "by") return c;
    return std::nullopt;
  }
  return subject(verb);
}

// "killed at least 17 rebels", "carried out more than 70 raids": the tree takes the count for a phrase of its
// own.
std::optional<TokenIndex> Syntax::counted_object(TokenIndex verb) const {
  constexpr std::string_view spans[] = {"second",    "minute",    "hour",   "day",   "week",
                                        "month",     "year",      "decade", "time",  "mile",
                                        "kilometer", "kilometre", "meter",  "metre", "percent"};
  for (TokenIndex c : children(verb)) {
    const bool phrase = c > verb && token(c).relation == Deprel::obl && token(c).upos == Upos::NOUN;
    const auto count = phrase ? child(c, Deprel::nummod) : std::nullopt;
    if (count && left(c) == verb + 1 + (child(verb, Deprel::compound_prt) ? 1 : 0) &&
        preposition(c).empty() && !is_one_of(token(c).lemma, spans))
      return c;
  }
  return std::nullopt;
}

std::optional<TokenIndex> Syntax::patient(TokenIndex verb) const {
  if (const auto found = child(verb, Deprel::nsubj_pass)) return found;
  if (is_reduced_passive(verb)) return head(verb);
  auto object = child(verb, Deprel::obj);
  if (!object) object = counted_object(verb);
  if (!is_passive(verb)) return object;
  const auto shared = subject(verb);  // "fled and was taken prisoner": the object is what the subject becomes
  return shared ? shared : object;
}

TokenIndex Syntax::antecedent(TokenIndex t) const {
  const bool relative = token(t).lemma == "who" || token(t).lemma == "which" || token(t).lemma == "that";
  const auto clause = relative && token(t).upos == Upos::PRON ? head(t) : std::nullopt;
  if (!clause || token(*clause).relation != Deprel::acl_relcl) return t;
  const auto noun = head(*clause);
  return noun && *noun < t ? *noun : t;
}

std::vector<TokenIndex> Syntax::conjuncts(TokenIndex t) const {
  std::vector<TokenIndex> all{t};
  for (std::size_t i = 0; i < all.size() && all.size() < most_children; ++i)
    for (TokenIndex c : children(all[i]))
      if (token(c).relation == Deprel::conj) all.push_back(c);
  return all;
}

}  // namespace attest::extract
