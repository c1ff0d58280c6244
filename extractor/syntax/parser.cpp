#include <attest/extractor/syntax/parser.hpp>

#include <array>
#include <limits>

#include <attest/extractor/syntax/parse_features.hpp>

namespace attest::extract {

namespace {

constexpr std::size_t most_moves = 128;

std::uint8_t best_move(const ParseState& state, const std::int16_t* scores, std::uint32_t moves) {
  int best = std::numeric_limits<int>::min();
  std::uint8_t move = shift_move;
  if (state.can_shift()) best = scores[shift_move];
  const bool left = state.can_left();
  const bool right = state.can_right();
  for (std::uint32_t m = 1; m + 1 < moves; m += 2) {
    if (left && scores[m] > best) {
      best = scores[m];
      move = static_cast<std::uint8_t>(m);
    }
    if (right && scores[m + 1] > best) {
      best = scores[m + 1];
      move = static_cast<std::uint8_t>(m + 1);
    }
  }
  return move;
}

void read_words(const AnnotatedDocument& document, const Forms& forms, const Sentence& s, ParseWords& words) {
  words.words.clear();
  for (std::size_t i = s.first; i < s.last; ++i)
    words.words.push_back(parse_word(forms.of(i), document.tokens[i]));
  words.finish();
}

}  // namespace

void Parser::parse(const AnnotatedDocument& document, const Forms& forms, const Sentence& sentence,
                   std::vector<std::int32_t>& heads, std::vector<std::uint8_t>& relations) const {
  ParseWords words;
  read_words(document, forms, sentence, words);
  ParseState state;
  state.start(static_cast<std::int32_t>(sentence.last - sentence.first));
  while (!state.finished()) {
    std::array<std::int16_t, most_moves> scores{};
    std::array<std::uint64_t, 128> features;
    std::size_t count = 0;
    parse_features(state, words, [&](std::uint64_t f) {
      model_.prefetch(f);
      features[count++] = f;
    });
    model_.add(std::span(features.data(), count), scores.data());
    state.apply(best_move(state, scores.data(), model_.classes()));
  }
  heads.clear();
  relations.clear();
  for (std::int32_t i = 0; i < state.size(); ++i) {
    const ParseState::Node& node = state.node(i);
    heads.push_back(node.head == state.size() ? -1 : node.head);
    relations.push_back(node.relation);
  }
}

void Parser::parse(AnnotatedDocument& document, const Forms& forms) const {
  std::vector<std::int32_t> heads;
  std::vector<std::uint8_t> relations;
  for (const Sentence& s : document.sentences) {
    parse(document, forms, s, heads, relations);
    for (std::size_t i = 0; i < heads.size(); ++i) {
      Token& token = document.tokens[s.first + i];
      token.head = heads[i] < 0 ? -1 : static_cast<std::int32_t>(s.first) + heads[i];
      token.relation = heads[i] < 0 ? Deprel::root : relations_[relations[i]];
    }
  }
}

}  // namespace attest::extract
