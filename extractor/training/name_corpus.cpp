#include <attest/extractor/training/name_corpus.hpp>

#include <algorithm>
#include <array>

#include <attest/extractor/tokenize.hpp>

namespace attest::extract::training {

namespace {

// How a corpus annotates, as far as they differ.
struct Convention {
  std::string_view corpus;
  bool other_in_outside;   // names of other classes are left outside
  bool event_in_other;     // named events are among its MISC
  bool other_may_be_none;  // what it calls MISC may be no name at all
};
constexpr std::array conventions = {
    Convention{"uner_ewt", true, true, true},    Convention{"gum", false, false, false},
    Convention{"gmb", false, false, false},      Convention{"wikigold", false, true, false},
    Convention{"crossner", false, true, true},   Convention{"redocred", false, true, false},
    Convention{"litbank", true, false, true},    Convention{"masc", true, true, true},
    Convention{"multiner_en", true, true, true},
};

const Convention& convention_of(std::string_view corpus) {
  const auto* const found = std::find_if(conventions.begin(), conventions.end(),
                                         [&](const Convention& c) { return c.corpus == corpus; });
  return found == conventions.end() ? conventions[1] : *found;
}

constexpr LabelSet bit(std::uint8_t label) {
  return LabelSet{1} << label;
}
LabelSet all_parts(NameClass name) {
  LabelSet set = 0;
  for (const NamePart part : {NamePart::begin, NamePart::inside, NamePart::last, NamePart::only})
    set |= bit(label_of(name, part));
  return set;
}

NameClass scored_class(std::string_view type) {
  if (type == "PER") return NameClass::person;
  if (type == "LOC") return NameClass::place;
  if (type == "ORG") return NameClass::organization;
  if (type == "EVENT") return NameClass::event;
  return NameClass::none;
}

// A country is a place, also where it acts.
bool is_country(std::string_view name) {
  static constexpr std::array<std::string_view, 30> countries = {
      "US",      "U.S.",    "U.S",     "USA",      "U.S.A.", "UK",           "U.K.",  "Britain",
      "England", "America", "Israel",  "Iran",     "Iraq",   "Russia",       "China", "France",
      "Germany", "Japan",   "India",   "Pakistan", "Syria",  "Turkey",       "Egypt", "Sudan",
      "Ukraine", "Georgia", "Lebanon", "Italy",    "Spain",  "United States"};
  return std::find(countries.begin(), countries.end(), name) != countries.end();
}

// The treebank whose names are not annotated says by its tags where they are: proper nouns are names (days
// and months apart), other words stand at most inside of one.
LabelSet allowed_by_tag(std::string_view upos, std::string_view form) {
  static constexpr std::array<std::string_view, 38> calendar = {
      "Monday",    "Tuesday",  "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon",
      "Tue",       "Tues",     "Wed",       "Thu",      "Thurs",  "Fri",      "Sat",    "Sun",
      "January",   "February", "March",     "April",    "May",    "June",     "July",   "August",
      "September", "October",  "November",  "December", "Jan",    "Feb",      "Mar",    "Apr",
      "Jun",       "Jul",      "Aug",       "Sept",     "Oct",    "Nov"};
  LabelSet inside = 0;
  LabelSet any = 0;
  for (const NameClass name :
       {NameClass::person, NameClass::place, NameClass::organization, NameClass::event, NameClass::other}) {
    any |= all_parts(name);
    inside |= bit(label_of(name, NamePart::inside));
  }
  if (upos == "PROPN") {
    const bool day = std::find(calendar.begin(), calendar.end(), form) != calendar.end();
    return day ? bit(outside_label) : any;
  }
  if (upos == "ADP" || upos == "DET" || upos == "PUNCT" || upos == "CCONJ" || upos == "PART" || upos == "SYM")
    return bit(outside_label) | inside;
  if (upos == "NOUN" || upos == "ADJ" || upos == "NUM" || upos == "VERB")
    return form[0] >= 'A' && form[0] <= 'Z' ? bit(outside_label) | any : bit(outside_label);
  return bit(outside_label);
}

bool is_no_name(std::string_view type) {
  return type == "TIME" || type == "NUM" || type == "NAT";
}

// The classes that a mention of this type may have.
std::vector<NameClass> classes_of(const Convention& c, std::string_view type) {
  if (const NameClass name = scored_class(type); name != NameClass::none) return {name};
  if (type == "CONFERENCE") return {NameClass::event, NameClass::other};
  if (c.event_in_other && type == "MISC") return {NameClass::other, NameClass::event};
  return {NameClass::other};
}

struct Mention {
  Span span;
  std::string type;
};

std::vector<Mention> mentions_of(const GoldDocument& gold, const Sentence& s) {
  std::vector<Mention> mentions;
  bool open = false;
  for (std::size_t i = s.first; i < s.last; ++i) {
    const std::string& tag = gold.names[i];
    const Span span = gold.document.tokens[i].span;
    if (tag.size() < 3 || tag[1] != '-') {
      open = false;
    } else if (tag[0] == 'B' || !open) {
      mentions.push_back({span, tag.substr(2)});
      open = true;
    } else {
      mentions.back().span.end = span.end;
    }
  }
  return mentions;
}

void allow(NameDocument& doc, std::size_t first, const Mention& mention, const Convention& convention,
           const std::vector<NameClass>& classes) {
  std::size_t begin = first;
  while (begin < doc.document.tokens.size() && doc.document.tokens[begin].span.end <= mention.span.begin)
    ++begin;
  std::size_t end = begin;
  while (end < doc.document.tokens.size() && doc.document.tokens[end].span.begin < mention.span.end) ++end;
  const bool none_too = classes[0] == NameClass::other && convention.other_may_be_none;
  for (std::size_t i = begin; i < end; ++i) {
    doc.allowed[i] = none_too ? bit(outside_label) : 0;
    for (const NameClass name : classes) {
      const NamePart part = end - begin == 1 ? NamePart::only
                            : i == begin     ? NamePart::begin
                            : i + 1 == end   ? NamePart::last
                                             : NamePart::inside;
      doc.allowed[i] |= bit(label_of(name, part));
    }
  }
}

void add_sentence(NameDocument& doc, const GoldDocument& gold, const Sentence& s,
                  const Convention& convention) {
  const auto first = static_cast<std::uint32_t>(doc.document.tokens.size());
  std::vector<Span> spans;
  tokenize(gold.document.document.text,
           {gold.document.tokens[s.first].span.begin, gold.document.tokens[s.last - 1].span.end}, spans);
  LabelSet outside = bit(outside_label);
  if (convention.other_in_outside) outside |= all_parts(NameClass::other) | all_parts(NameClass::event);
  const bool annotated = gold.names[s.first] != "_";
  doc.annotated = doc.annotated && annotated;
  std::size_t k = s.first;
  for (const Span span : spans) {
    doc.document.tokens.emplace_back().span = span;
    while (k + 1 < s.last && gold.document.tokens[k].span.end <= span.begin) ++k;
    const std::string_view form =
        std::string_view(gold.document.document.text).substr(span.begin, span.size());
    doc.allowed.push_back(annotated ? outside : allowed_by_tag(gold.upos[k], form));
  }
  for (const Mention& mention : mentions_of(gold, s)) {
    doc.gold.push_back({mention.span, scored_class(mention.type)});
    if (is_no_name(mention.type)) continue;
    const std::string_view text =
        std::string_view(gold.document.document.text).substr(mention.span.begin, mention.span.size());
    const bool place = mention.type == "ORG" && is_country(text);
    allow(doc, first, mention, convention,
          place ? std::vector{NameClass::place} : classes_of(convention, mention.type));
  }
  doc.document.sentences.push_back({first, static_cast<std::uint32_t>(doc.document.tokens.size()), 0});
}

}  // namespace

std::vector<NameDocument> read_name_corpus(const std::filesystem::path& root, const std::string& corpus,
                                           const std::string& split) {
  const Convention& convention = convention_of(corpus);
  std::vector<NameDocument> out;
  for (GoldDocument& gold : read_corpus(root, corpus, split)) {
    NameDocument& doc = out.emplace_back();
    doc.corpus = corpus;
    for (const Sentence& s : gold.document.sentences) add_sentence(doc, gold, s, convention);
    doc.document.document = std::move(gold.document.document);
  }
  return out;
}

}  // namespace attest::extract::training
