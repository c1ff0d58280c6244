#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <unordered_map>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/labels.hpp>
#include <attest/extractor/tagging/contexts.hpp>
#include <attest/extractor/tagging/forms.hpp>
#include <attest/extractor/tagging/tagger.hpp>
#include <attest/extractor/training/corpus.hpp>
#include <attest/extractor/training/files.hpp>
#include <attest/extractor/training/name_corpus.hpp>
#include <attest/extractor/training/steps.hpp>
#include <attest/graph/error.hpp>

namespace attest::extract::training {

namespace {

// Writes the array as WORK/NAME.
template <class T>
void write_array(const Paths& paths, const std::string& name, const std::vector<T>& values) {
  std::ofstream out(paths.work / name, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(values.data()),
            static_cast<std::streamsize>(values.size() * sizeof(T)));
  if (!out.flush()) throw IoError("cannot write " + (paths.work / name).string());
}

std::string upper_case(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}
std::string capital_case(std::string_view text) {
  std::string out = lower_case(text);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

// All forms of the corpora, numbered as they are seen.
class FormTable {
 public:
  std::uint32_t number(const std::string& text) {
    const auto [at, added] = numbers_.try_emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (added) texts_.push_back(text);
    return at->second;
  }
  void write(const Paths& paths, const Lexicon& lexicon) {
    std::vector<std::uint32_t> others;  // the form in lower case, in capitals, with a capital
    const std::size_t seen = texts_.size();
    for (std::size_t i = 0; i < seen; ++i) {
      const std::string text = texts_[i];
      others.push_back(number(lower_case(text)));
      others.push_back(number(upper_case(text)));
      others.push_back(number(capital_case(text)));
    }
    std::vector<std::uint64_t> keys;
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> clusters;
    for (const std::string& text : texts_) {
      begins.push_back(static_cast<std::uint32_t>(keys.size()));
      const Form form = make_form(text, lexicon);
      word_keys(text, form, keys);
      clusters.push_back(form.facts.cluster);
    }
    begins.push_back(static_cast<std::uint32_t>(keys.size()));
    write_array(paths, "forms.keys.u64", keys);
    write_array(paths, "forms.begins.u32", begins);
    write_array(paths, "forms.others.u32", others);
    write_array(paths, "forms.clusters.u32", clusters);
    std::ofstream out(paths.work / "forms.txt");
    for (const std::string& text : texts_) out << text << '\n';
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> texts_;
};

template <class T>
std::uint32_t number_in(std::vector<T>& list, const T& value) {
  const auto found = std::find(list.begin(), list.end(), value);
  if (found != list.end()) return static_cast<std::uint32_t>(found - list.begin());
  list.push_back(value);
  return static_cast<std::uint32_t>(list.size() - 1);
}

class Preparer {
 public:
  explicit Preparer(const Paths& paths)
      : paths_(paths),
        lexicon_file_(paths.models / "lexicon.model"),
        lexicon_(Container(lexicon_file_.bytes())) {}

  void trees(const std::string& corpus, const std::string& split) {
    std::vector<std::uint32_t> tags, relations;
    std::vector<std::int32_t> heads;
    Words words;
    for (GoldDocument& gold : read_corpus(paths_.corpora, corpus, split)) {
      if (!gold.has_tags()) continue;
      add_document(gold.document, words);
      for (std::size_t i = 0; i < gold.upos.size(); ++i) {
        const auto upos = upos_named(gold.upos[i]);
        if (!upos) throw Error("unknown tag '" + gold.upos[i] + "' in " + corpus);
        tags.push_back(number_in(tags_, TagPair{*upos, penn_named(gold.penn[i]).value_or(Penn::XX)}));
        relations.push_back(number_in(relations_, gold.relation[i]));
      }
      for (const Sentence& s : gold.document.sentences)
        for (std::size_t i = s.first; i < s.last; ++i)
          heads.push_back(gold.head[i] < 0 ? -1 : gold.head[i] - static_cast<std::int32_t>(s.first));
    }
    const std::string name = "trees." + corpus + "." + split + ".";
    write_words(name, words);
    write_array(paths_, name + "tags.u32", tags);
    write_array(paths_, name + "relations.u32", relations);
    write_array(paths_, name + "heads.i32", heads);
  }

  void names(const std::string& corpus, const std::string& split) {
    std::vector<std::uint32_t> allowed, gold;
    Words words;
    for (NameDocument& doc : read_name_corpus(paths_.corpora, corpus, split)) {
      const auto number = words.documents;
      add_document(doc.document, words);
      allowed.insert(allowed.end(), doc.allowed.begin(), doc.allowed.end());
      for (const GoldName& g : doc.gold)
        gold.insert(gold.end(), {number, g.span.begin, g.span.end, static_cast<std::uint32_t>(g.name)});
    }
    const std::string name = "names." + corpus + "." + split + ".";
    write_words(name, words);
    write_array(paths_, name + "allowed.u32", allowed);
    write_array(paths_, name + "gold.u32", gold);
  }

  void finish() {
    forms_.write(paths_, lexicon_);
    std::vector<std::uint32_t> tags;
    for (const TagPair& t : tags_)
      tags.insert(tags.end(), {static_cast<std::uint32_t>(t.upos), static_cast<std::uint32_t>(t.penn)});
    write_array(paths_, "tags.u32", tags);
    std::vector<std::uint32_t> relations;
    for (const std::string& r : relations_)
      relations.push_back(static_cast<std::uint32_t>(deprel_named(r).value_or(Deprel::dep)));
    write_array(paths_, "relations.u32", relations);
  }

 private:
  struct Words {
    std::vector<std::uint32_t> forms, contexts, sentences, documents_of, spans;
    std::uint32_t documents = 0;
  };

  void add_document(const AnnotatedDocument& doc, Words& words) {
    const Forms forms(doc.document.text, doc.tokens, lexicon_);
    const Spellings spellings(doc, forms);
    std::vector<Context> contexts;
    for (const Sentence& s : doc.sentences) {
      contexts_of(s, forms, lexicon_, spellings, contexts);
      words.contexts.insert(words.contexts.end(), contexts.begin(), contexts.end());
      for (std::size_t i = s.first; i < s.last; ++i) {
        words.forms.push_back(forms_.number(std::string(doc.text(doc.tokens[i]))));
        words.spans.insert(words.spans.end(), {doc.tokens[i].span.begin, doc.tokens[i].span.end});
      }
      words.sentences.push_back(s.last - s.first);
      words.documents_of.push_back(words.documents);
    }
    ++words.documents;
  }
  void write_words(const std::string& name, const Words& words) {
    write_array(paths_, name + "forms.u32", words.forms);
    write_array(paths_, name + "contexts.u32", words.contexts);
    write_array(paths_, name + "sentences.u32", words.sentences);
    write_array(paths_, name + "documents.u32", words.documents_of);
    write_array(paths_, name + "spans.u32", words.spans);
  }

  const Paths& paths_;
  ModelFile lexicon_file_;
  Lexicon lexicon_;
  FormTable forms_;
  std::vector<TagPair> tags_;
  std::vector<std::string> relations_;
};

}  // namespace

void prepare(const Paths& paths) {
  std::filesystem::create_directories(paths.work);
  Preparer preparer(paths);
  for (const char* corpus : {"uner_ewt", "gum"})
    for (const char* split : {"train", "dev"}) preparer.trees(corpus, split);
  for (const char* corpus :
       {"uner_ewt", "gum", "wikigold", "crossner", "redocred", "masc", "gmb", "litbank", "multiner_en"})
    for (const char* split : {"train", "dev"}) preparer.names(corpus, split);
  preparer.finish();
}

}  // namespace attest::extract::training
