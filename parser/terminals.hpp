// The grammar's smallest parts: X3 parsers that read one token or look ahead, and actions that put
// what was read into the tree. For the grammar's .cpp files only.
#pragma once

#include <boost/spirit/home/x3.hpp>

#include <attest/parser/ast.hpp>
#include <attest/parser/grammar_state.hpp>
#include <attest/parser/token.hpp>

namespace attest::parser_detail {

namespace x3 = boost::spirit::x3;

using Iterator = const Token*;
struct state_tag;
using Context = x3::context<state_tag, State, x3::unused_type>;

template <class AnyContext>
State& state_of(const AnyContext& context) {
  return x3::get<state_tag>(context);
}

ast::Span span_of(const Token& token);
ast::Span span_of(Iterator first, Iterator last);

// ---- Tokens ------------------------------------------------------------------------------------

/// A keyword, in any case.
struct Word : x3::parser<Word> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  constexpr explicit Word(Keyword k) : keyword(k) {}

  template <class AnyContext, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator&, const AnyContext& context, RContext&, Attribute&) const {
    if (first->keyword == keyword) return ++first, true;
    state_of(context).want(first, keyword);
    return false;
  }
  Keyword keyword;
};

/// A token of a kind; the attribute is the token.
struct Sign : x3::parser<Sign> {
  using attribute_type = Token;
  static constexpr bool has_attribute = true;
  constexpr Sign(TokenKind k, std::string_view n) : kind(k), name(n) {}

  template <class AnyContext, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator&, const AnyContext& context, RContext&, Attribute& out) const {
    if (first->kind != kind) {
      state_of(context).want(first, name);
      return false;
    }
    if constexpr (std::is_same_v<Attribute, Token>) out = *first;
    ++first;
    return true;
  }
  TokenKind kind;
  std::string_view name;
};

/// A name: in backquotes or a word. `words` says which words: any, or those that are not reserved.
struct NameParser : x3::parser<NameParser> {
  using attribute_type = ast::Name;
  static constexpr bool has_attribute = true;
  enum class Words { any, unreserved };
  constexpr NameParser(Words w, std::string_view n) : words(w), name(n) {}

  template <class AnyContext, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator&, const AnyContext& context, RContext&, Attribute& out) const {
    State& state = state_of(context);
    if (!accepts(*first)) {
      state.want(first, name);
      return false;
    }
    if constexpr (std::is_same_v<Attribute, ast::Name>) out = read(*first, state.source);
    ++first;
    return true;
  }
  bool accepts(const Token& token) const {
    return token.kind == TokenKind::quoted_name ||
           (token.kind == TokenKind::word && (words == Words::any || !is_reserved(token.keyword)));
  }
  static ast::Name read(const Token& token, std::string_view source);

  Words words;
  std::string_view name;
};

/// Reads nothing; succeeds where the test of the coming tokens does.
struct Ahead : x3::parser<Ahead> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  using Test = bool (*)(Iterator at, const State& state);
  constexpr explicit Ahead(Test t) : test(t) {}

  template <class AnyContext, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator&, const AnyContext& context, RContext&, Attribute&) const {
    return test(first, state_of(context));
  }
  Test test;
};

/// Reads nothing, always succeeds, and hands the coming token to a function that may throw.
struct Refuse : x3::parser<Refuse> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  using Raise = void (*)(const Token& at);
  constexpr explicit Refuse(Raise r) : raise(r) {}

  template <class AnyContext, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator&, const AnyContext&, RContext&, Attribute&) const {
    raise(*first);
    return true;
  }
  Raise raise;
};

// ---- Directives --------------------------------------------------------------------------------

/// Counts the depth of what its subject reads.
template <class Subject>
struct Nested : x3::unary_parser<Subject, Nested<Subject>> {
  using base = x3::unary_parser<Subject, Nested<Subject>>;
  static constexpr bool is_pass_through_unary = true;
  static constexpr bool handles_container = Subject::handles_container;
  constexpr explicit Nested(const Subject& subject) : base(subject) {}

  template <class AnyContext, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const AnyContext& context, RContext& rcontext,
             Attribute& out) const {
    Nesting level(state_of(context), *first);
    return this->subject.parse(first, last, context, rcontext, out);
  }
};

/// The rule's tree gets the span of what the subject read.
template <class Subject>
struct Placed : x3::unary_parser<Subject, Placed<Subject>> {
  using base = x3::unary_parser<Subject, Placed<Subject>>;
  static constexpr bool is_pass_through_unary = true;
  static constexpr bool handles_container = Subject::handles_container;
  constexpr explicit Placed(const Subject& subject) : base(subject) {}

  /// X3 hands the enclosing rule's tree down as `tree`.
  template <class AnyContext, class Tree, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const AnyContext& context, Tree& tree,
             Attribute& out) const {
    Iterator start = first;
    if (!this->subject.parse(first, last, context, tree, out)) return false;
    tree.span = span_of(start, first);
    return true;
  }
};

/// `|` ends the expressions its subject reads.
template <class Subject>
struct BeforeBar : x3::unary_parser<Subject, BeforeBar<Subject>> {
  using base = x3::unary_parser<Subject, BeforeBar<Subject>>;
  static constexpr bool is_pass_through_unary = true;
  static constexpr bool handles_container = Subject::handles_container;
  constexpr explicit BeforeBar(const Subject& subject) : base(subject) {}

  template <class AnyContext, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const AnyContext& context, RContext& rcontext,
             Attribute& out) const {
    State& state = state_of(context);
    bool outer = std::exchange(state.bar_separates, true);
    bool read = this->subject.parse(first, last, context, rcontext, out);
    state.bar_separates = outer;
    return read;
  }
};

/// Where the subject fails at its first token, errors say `name` rather than the subject's beginnings.
template <class Subject>
struct Called : x3::unary_parser<Subject, Called<Subject>> {
  using base = x3::unary_parser<Subject, Called<Subject>>;
  static constexpr bool is_pass_through_unary = true;
  static constexpr bool handles_container = Subject::handles_container;
  constexpr Called(const Subject& subject, std::string_view n) : base(subject), name(n) {}

  template <class AnyContext, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const AnyContext& context, RContext& rcontext,
             Attribute& out) const {
    State& state = state_of(context);
    if (!state.recording) return this->subject.parse(first, last, context, rcontext, out);
    const Token* start = first;
    std::vector<std::string> before;
    if (state.furthest.at == start) before = state.furthest.wanted;
    bool read = this->subject.parse(first, last, context, rcontext, out);
    if (!read && state.furthest.at == start) {
      state.furthest.wanted = std::move(before);
      state.want(start, name);
    }
    return read;
  }
  std::string_view name;
};

template <template <class> class Directive>
struct Make {
  template <class Subject>
  constexpr auto operator[](const Subject& subject) const {
    return Directive<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject));
  }
};
inline constexpr Make<Nested> nested;
inline constexpr Make<BeforeBar> before_bar;
inline constexpr Make<Placed> placed;

struct called {
  constexpr explicit called(std::string_view n) : name(n) {}
  template <class Subject>
  constexpr auto operator[](const Subject& subject) const {
    return Called<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject), name);
  }
  std::string_view name;
};

// ---- Actions -----------------------------------------------------------------------------------

/// The rule's tree is what was read.
inline constexpr auto self = [](auto& context) { x3::_val(context) = std::move(x3::_attr(context)); };
/// What was read becomes the node of the rule's Expression or Clause.
inline constexpr auto node = [](auto& context) { x3::_val(context).node = std::move(x3::_attr(context)); };

/// What was read becomes the member.
template <auto Member>
inline constexpr auto put = [](auto& context) { x3::_val(context).*Member = std::move(x3::_attr(context)); };
/// What was read is appended to the member.
template <auto Member>
inline constexpr auto add =
    [](auto& context) { (x3::_val(context).*Member).push_back(std::move(x3::_attr(context))); };
/// The member becomes a constant.
template <auto Member, auto Constant>
inline constexpr auto is = [](auto& context) { x3::_val(context).*Member = Constant; };
/// A repeated member, absent by default, is there: `()` has no arguments but is not left out.
template <auto Member>
inline constexpr auto present = [](auto& context) { (x3::_val(context).*Member).emplace(); };
template <auto Member>
inline constexpr auto add_to_present =
    [](auto& context) { (x3::_val(context).*Member)->push_back(std::move(x3::_attr(context))); };

// ---- Names of the parts ------------------------------------------------------------------------

constexpr Word kw(Keyword keyword) {
  return Word(keyword);
}

inline constexpr Sign left_parenthesis(TokenKind::left_parenthesis, "\"(\"");
inline constexpr Sign right_parenthesis(TokenKind::right_parenthesis, "\")\"");
inline constexpr Sign left_bracket(TokenKind::left_bracket, "\"[\"");
inline constexpr Sign right_bracket(TokenKind::right_bracket, "\"]\"");
inline constexpr Sign left_brace(TokenKind::left_brace, "\"{\"");
inline constexpr Sign right_brace(TokenKind::right_brace, "\"}\"");
inline constexpr Sign comma(TokenKind::comma, "\",\"");
inline constexpr Sign semicolon(TokenKind::semicolon, "the end of the statement");
inline constexpr Sign colon(TokenKind::colon, "\":\"");
inline constexpr Sign dot(TokenKind::dot, "\".\"");
inline constexpr Sign dots(TokenKind::dots, "\"..\"");
inline constexpr Sign bar(TokenKind::bar, "\"|\"");
inline constexpr Sign ampersand(TokenKind::ampersand, "\"&\"");
inline constexpr Sign bang(TokenKind::bang, "\"!\"");
inline constexpr Sign dollar(TokenKind::dollar, "\"$\"");
inline constexpr Sign plus(TokenKind::plus, "\"+\"");
inline constexpr Sign plus_equal(TokenKind::plus_equal, "\"+=\"");
inline constexpr Sign minus(TokenKind::minus, "\"-\"");
inline constexpr Sign star(TokenKind::star, "\"*\"");
inline constexpr Sign slash(TokenKind::slash, "\"/\"");
inline constexpr Sign percent(TokenKind::percent, "\"%\"");
inline constexpr Sign caret(TokenKind::caret, "\"^\"");
inline constexpr Sign equal(TokenKind::equal, "\"=\"");
inline constexpr Sign matches(TokenKind::matches, "\"=~\"");
inline constexpr Sign not_equal(TokenKind::not_equal, "\"<>\"");
inline constexpr Sign less(TokenKind::less, "\"<\"");
inline constexpr Sign less_equal(TokenKind::less_equal, "\"<=\"");
inline constexpr Sign greater(TokenKind::greater, "\">\"");
inline constexpr Sign greater_equal(TokenKind::greater_equal, "\">=\"");
inline constexpr Sign dash(TokenKind::dash, "\"-\"");
inline constexpr Sign integer(TokenKind::integer, "an integer");
inline constexpr Sign floating(TokenKind::floating, "a number");
inline constexpr Sign string(TokenKind::string, "a string");
inline constexpr Sign end_of_text(TokenKind::end, "the end of the statement");

inline constexpr NameParser variable(NameParser::Words::unreserved, "a variable");
inline constexpr NameParser label_name(NameParser::Words::any, "a label");
inline constexpr NameParser key_name(NameParser::Words::any, "a property key");
inline constexpr NameParser any_name(NameParser::Words::any, "a name");

}  // namespace attest::parser_detail
