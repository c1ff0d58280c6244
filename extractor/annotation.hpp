// What tagging and syntax say of a document: sentences of tokens with part of speech, lemma, head and
// relation (Universal Dependencies), and named-entity labels.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <attest/extractor/document.hpp>

namespace attest::extract {

/// Universal part-of-speech tags (universaldependencies.org/u/pos).
enum class Upos : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
};

/// Tags of the Penn Treebank as the English UD treebanks use them: what UPOS leaves open (tense, number,
/// participle). Punctuation marks are `PUNCT`.
enum class Penn : std::uint8_t {
  ADD,
  AFX,
  CC,
  CD,
  DT,
  EX,
  FW,
  GW,
  HYPH,
  IN,
  JJ,
  JJR,
  JJS,
  LS,
  MD,
  NFP,
  NN,
  NNP,
  NNPS,
  NNS,
  PDT,
  POS,
  PRP,
  PRPS,  ///< PRP$: "their"
  PUNCT,
  RB,
  RBR,
  RBS,
  RP,
  SYM,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  WPS,  ///< WP$: "whose"
  WRB,
  XX
};

/// Universal dependency relations, subtypes folded into those that matter to facts.
enum class Deprel : std::uint8_t {
  acl,
  acl_relcl,
  advcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_pass,
  dep,
  det,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_poss,
  nmod_npmod,
  nmod_tmod,
  nsubj,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_npmod,
  obl_tmod,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp
};

/// Classes of names. Demonyms ("Norwegian") are `other`: not entities, but known to be none.
enum class NameClass : std::uint8_t { none, person, place, organization, event, other };

struct Token {
  Span span;
  Upos upos = Upos::X;
  Penn penn = Penn::XX;
  Deprel relation = Deprel::dep;
  std::int32_t head = -1;  ///< index of the head token within the document; -1 for the sentence's root
  NameClass name = NameClass::none;
  bool name_begins = false;   ///< first token of a name (IOB2 "B-")
  float name_confidence = 0;  ///< 0 … 1, of the whole name
  std::string lemma;          ///< lower-case dictionary form ("be", "city"); names keep their form
};

/// Tokens [first, last) of the document. A sentence that goes on across a page break has tokens from two
/// blocks.
struct Sentence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t block = 0;  ///< index into Document::blocks, of its first token
};

/// A document with its annotation. Only running-text and abbreviation blocks have sentences.
struct AnnotatedDocument {
  Document document;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;

  std::string_view text(Span span) const {
    return std::string_view(document.text).substr(span.begin, span.size());
  }
  std::string_view text(const Token& token) const { return text(token.span); }
};

}  // namespace attest::extract
