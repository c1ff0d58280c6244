// The forms of a document's names while they are joined into entities.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/entities/form_rules.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/entities/union_find.hpp>

namespace attest::extract {

using FormIndex = std::uint32_t;  ///< into Names::forms
/// Forms by a word of theirs; looked up, never listed.
using FormsByWord = std::unordered_map<std::string, std::vector<FormIndex>>;

/// Which forms are one entity's so far, and of what type; finds forms by their words.
class FormSets {
 public:
  /// Both must outlive it.
  FormSets(const AnnotatedDocument& document, const Names& names);

  const AnnotatedDocument& document() const { return document_; }
  const Names& names() const { return names_; }
  FormIndex count() const { return static_cast<FormIndex>(names_.forms.size()); }
  const NameForm& form(FormIndex f) const { return names_.forms[f]; }
  NameClass type(FormIndex f) const { return types_[f]; }
  bool is(FormIndex f, NameClass type) const { return types_[f] == type; }
  void set_type(FormIndex f, NameClass type) { types_[f] = type; }

  void join(FormIndex a, FormIndex b) { sets_.join(a, b); }
  /// The least form of the set that f belongs to.
  FormIndex set_of(FormIndex f) const { return sets_.find(f); }
  /// The one set that all of `forms` belong to; nothing where they are of several or there is none.
  std::optional<FormIndex> single(const std::vector<FormIndex>& forms) const;

  /// The form of that key (fold_name).
  std::optional<FormIndex> find(const std::string& key) const;
  /// Forms of several words by their first word, their last one, their initials.
  const FormsByWord& by_first() const { return by_first_; }
  const FormsByWord& by_last() const { return by_last_; }
  const FormsByWord& by_initials() const { return by_initials_; }

  /// Mentions are indices into Names::mentions.
  std::uint32_t first_mention(FormIndex f) const { return form(f).mentions.front(); }
  /// Ordinal of the sentence, from 1.
  std::size_t sentence_of(std::uint32_t mention) const;
  /// The token before a mention, or `back` tokens before it, in lower case; empty at the text's beginning.
  std::string word_before(std::uint32_t mention, std::uint32_t back = 1) const;

 private:
  const AnnotatedDocument& document_;
  const Names& names_;
  UnionFind sets_;
  std::vector<NameClass> types_;
  std::unordered_map<std::string, FormIndex> by_key_;
  FormsByWord by_first_, by_last_, by_initials_;
};

}  // namespace attest::extract
