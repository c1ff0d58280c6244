#include <attest/extractor/labels.hpp>

#include <algorithm>
#include <array>

#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, 17> upos_names = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                         "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                         "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::array<std::string_view, 43> penn_names = {
    "ADD", "AFX",  "CC",    "CD",  "DT",  "EX",  "FW",  "GW",   "HYPH", "IN",  "JJ",
    "JJR", "JJS",  "LS",    "MD",  "NFP", "NN",  "NNP", "NNPS", "NNS",  "PDT", "POS",
    "PRP", "PRP$", "PUNCT", "RB",  "RBR", "RBS", "RP",  "SYM",  "TO",   "UH",  "VB",
    "VBD", "VBG",  "VBN",   "VBP", "VBZ", "WDT", "WP",  "WP$",  "WRB",  "XX"};
constexpr std::array<std::string_view, 47> deprel_names = {
    "acl",      "acl:relcl",  "advcl",      "advmod",    "amod",     "appos",        "aux",
    "aux:pass", "case",       "cc",         "ccomp",     "compound", "compound:prt", "conj",
    "cop",      "csubj",      "csubj:pass", "dep",       "det",      "discourse",    "dislocated",
    "expl",     "fixed",      "flat",       "goeswith",  "iobj",     "list",         "mark",
    "nmod",     "nmod:poss",  "nmod:npmod", "nmod:tmod", "nsubj",    "nsubj:pass",   "nummod",
    "obj",      "obl",        "obl:agent",  "obl:npmod", "obl:tmod", "orphan",       "parataxis",
    "punct",    "reparandum", "root",       "vocative",  "xcomp"};
constexpr std::array<std::string_view, 6> name_classes = {"none",         "person", "place",
                                                          "organization", "event",  "other"};
static_assert(static_cast<std::size_t>(Upos::X) + 1 == upos_names.size());
static_assert(static_cast<std::size_t>(Penn::XX) + 1 == penn_names.size());
static_assert(static_cast<std::size_t>(Deprel::xcomp) + 1 == deprel_names.size());

template <class T, std::size_t N>
std::optional<T> find(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<T>(found - names.begin());
}

}  // namespace

std::string_view name_of(Upos tag) {
  return upos_names[static_cast<std::size_t>(tag)];
}
std::string_view name_of(Penn tag) {
  return penn_names[static_cast<std::size_t>(tag)];
}
std::string_view name_of(Deprel relation) {
  return deprel_names[static_cast<std::size_t>(relation)];
}
std::string_view name_of(NameClass name) {
  return name_classes[static_cast<std::size_t>(name)];
}

std::optional<Upos> upos_named(std::string_view name) {
  return find<Upos>(upos_names, name);
}

std::optional<Penn> penn_named(std::string_view name) {
  if (const auto found = find<Penn>(penn_names, name)) return found;
  static constexpr std::array<std::string_view, 9> marks = {".",     ",",     ":", "``", "''",
                                                            "-LRB-", "-RRB-", "$", "#"};
  if (!is_one_of(name, marks)) return std::nullopt;
  return name == "$" || name == "#" ? Penn::SYM : Penn::PUNCT;
}

std::optional<Deprel> deprel_named(std::string_view name) {
  if (const auto found = find<Deprel>(deprel_names, name)) return found;
  if (name == "nmod:unmarked") return Deprel::nmod_npmod;
  if (name == "obl:unmarked") return Deprel::obl_npmod;
  if (name == "nmod:desc") return Deprel::compound;  // "President Obama": the title before the name
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::nullopt : find<Deprel>(deprel_names, name.substr(0, colon));
}

}  // namespace attest::extract
