#include <algorithm>
#include <cstdio>
#include <limits>
#include <map>
#include <random>

#include <attest/extractor/labels.hpp>
#include <attest/extractor/syntax/parse_features.hpp>
#include <attest/extractor/syntax/parser.hpp>
#include <attest/extractor/tagging/tagger.hpp>
#include <attest/extractor/training/corpus.hpp>
#include <attest/extractor/training/files.hpp>
#include <attest/extractor/training/perceptron.hpp>
#include <attest/extractor/training/shuffle.hpp>
#include <attest/extractor/training/steps.hpp>
#include <attest/extractor/training/tag_learner.hpp>
#include <attest/graph/error.hpp>

namespace attest::extract::training {

namespace {

constexpr std::uint32_t epochs = 7;
constexpr float margin = 1;  // by which the right move has to win in training
constexpr std::uint32_t least_updates = 4;
constexpr float smallest_weight = 0.12F;
constexpr std::uint32_t tag_folds = 4;

struct GoldTree {
  std::vector<std::int32_t> head;  // of the sentence, its size for the root
  std::vector<std::uint8_t> relation;
  ParseWords words;
};

// The arcs that a transition makes impossible (Goldberg & Nivre 2013, arc-hybrid).
class Oracle {
 public:
  explicit Oracle(const GoldTree& gold) : gold_(gold) {}

  int cost_of_shift(const ParseState& s) const {
    const std::int32_t b = s.next();
    int cost = 0;
    for (std::size_t i = 0; i < s.depth(); ++i) {
      const std::int32_t k = s.stack(i);
      cost += gold_.head[at(k)] == b;
      cost += i > 0 && gold_.head[at(b)] == k;
    }
    return cost;
  }
  int cost_of_left(const ParseState& s) const {
    const std::int32_t child = s.stack(0);
    const std::int32_t head = gold_.head[at(child)];
    int cost = children_ahead(s, child);
    cost += s.depth() > 1 && head == s.stack(1);
    cost += head > s.next() && head <= s.size();
    return cost;
  }
  int cost_of_right(const ParseState& s) const {
    const std::int32_t child = s.stack(0);
    return children_ahead(s, child) + (gold_.head[at(child)] >= s.next());
  }
  bool is_gold(std::int32_t head, std::int32_t child) const { return gold_.head[at(child)] == head; }
  std::uint8_t relation(std::int32_t child) const { return gold_.relation[at(child)]; }

 private:
  static std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }
  int children_ahead(const ParseState& s, std::int32_t head) const {
    int count = 0;
    for (std::int32_t k = s.next(); k < s.size(); ++k) count += gold_.head[at(k)] == head;
    return count;
  }
  const GoldTree& gold_;
};

// The relations that Deprel tells apart, and those of the treebanks that it folds, numbered.
struct Relations {
  std::vector<std::string> names;

  std::uint8_t number(const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<std::uint8_t>(found - names.begin());
    names.push_back(name);
    return static_cast<std::uint8_t>(names.size() - 1);
  }
  std::vector<Deprel> folded() const {
    std::vector<Deprel> out;
    for (const std::string& name : names) out.push_back(deprel_named(name).value_or(Deprel::dep));
    return out;
  }
};

GoldTree tree_of(const GoldDocument& gold, const Sentence& s, const Forms& forms, Relations& relations) {
  GoldTree tree;
  const auto size = static_cast<std::int32_t>(s.last - s.first);
  for (std::size_t i = s.first; i < s.last; ++i) {
    tree.head.push_back(gold.head[i] < 0 ? size : gold.head[i] - static_cast<std::int32_t>(s.first));
    tree.relation.push_back(relations.number(gold.relation[i]));
    tree.words.words.push_back(parse_word(forms.of(i), gold.document.tokens[i]));
  }
  tree.words.finish();
  return tree;
}

class ParserTrainer {
 public:
  ParserTrainer(std::uint32_t relations, std::uint32_t seed)
      : model_(1 + 2 * relations, least_updates), scores_(model_.classes()), random_(seed) {}

  void learn(const GoldTree& gold, bool explore) {
    const Oracle oracle(gold);
    state_.start(static_cast<std::int32_t>(gold.head.size()));
    while (!state_.finished()) {
      features_.clear();
      parse_features(state_, gold.words, [&](std::uint64_t f) { features_.push_back(f); });
      std::fill(scores_.begin(), scores_.end(), 0.0F);
      model_.score(features_, scores_.data());
      const std::uint8_t guess = best([](std::uint8_t) { return true; });
      mark_correct(oracle);
      const std::uint8_t good = best([&](std::uint8_t m) { return correct_[m]; });
      const std::uint8_t rival = correct_[guess] ? best([&](std::uint8_t m) { return !correct_[m]; }) : guess;
      if (!correct_[rival] && scores_[good] - scores_[rival] < margin) model_.update(features_, good, rival);
      model_.tick();
      const bool follow = correct_[guess] || (explore && random_() % 10 != 0);
      state_.apply(follow ? guess : good);
    }
  }
  const Perceptron& model() const { return model_; }

 private:
  template <class Accept>
  std::uint8_t best(Accept&& accept) const {
    float most = -std::numeric_limits<float>::infinity();
    std::uint8_t move = shift_move;
    for (std::uint32_t m = 0; m < model_.classes(); ++m) {
      const auto candidate = static_cast<std::uint8_t>(m);
      const bool possible = candidate == shift_move ? state_.can_shift()
                            : is_left(candidate)    ? state_.can_left()
                                                    : state_.can_right();
      if (possible && scores_[m] > most && accept(candidate)) {
        most = scores_[m];
        move = candidate;
      }
    }
    return move;
  }

  // Moves of least cost; an arc of the gold tree only with its relation.
  void mark_correct(const Oracle& oracle) {
    constexpr int impossible = 1 << 20;
    const int shift = state_.can_shift() ? oracle.cost_of_shift(state_) : impossible;
    const int left = state_.can_left() ? oracle.cost_of_left(state_) : impossible;
    const int right = state_.can_right() ? oracle.cost_of_right(state_) : impossible;
    const int least = std::min({shift, left, right});
    correct_.assign(model_.classes(), false);
    correct_[shift_move] = shift == least;
    const auto mark = [&](bool is_left_arc, std::int32_t head) {
      const std::int32_t child = state_.stack(0);
      for (std::uint32_t m = is_left_arc ? 1 : 2; m < model_.classes(); m += 2) {
        const auto move = static_cast<std::uint8_t>(m);
        correct_[m] = !oracle.is_gold(head, child) || relation_of(move) == oracle.relation(child);
      }
    };
    if (left == least) mark(true, state_.next());
    if (right == least) mark(false, state_.stack(1));
  }

  Perceptron model_;
  std::vector<float> scores_;
  std::vector<std::uint64_t> features_;
  std::vector<char> correct_;
  ParseState state_;
  std::mt19937 random_;
};

void print_attachment(const Parser& parser, const Tagger& tagger, const Lexicon& lexicon,
                      const Relations& relations, const std::filesystem::path& corpora,
                      const std::string& corpus) {
  std::size_t heads = 0;
  std::size_t labelled = 0;
  std::size_t folded = 0;
  std::size_t all = 0;
  const std::vector<Deprel> folds = relations.folded();
  std::vector<std::int32_t> head;
  std::vector<std::uint8_t> relation;
  for (GoldDocument& gold : read_corpus(corpora, corpus, "dev")) {
    if (!gold.has_tags()) continue;
    const Forms forms(gold.document.document.text, gold.document.tokens, lexicon);
    tagger.tag(gold.document, forms);
    for (const Sentence& s : gold.document.sentences) {
      parser.parse(gold.document, forms, s, head, relation);
      for (std::size_t i = s.first; i < s.last; ++i) {
        const std::int32_t want = gold.head[i] < 0 ? -1 : gold.head[i] - static_cast<std::int32_t>(s.first);
        const std::size_t k = i - s.first;
        ++all;
        if (head[k] != want) continue;
        ++heads;
        const std::string said = head[k] < 0 ? "root" : relations.names[relation[k]];
        labelled += said == gold.relation[i];
        folded += (head[k] < 0 ? Deprel::root : folds[relation[k]]) ==
                  deprel_named(gold.relation[i]).value_or(Deprel::dep);
      }
    }
  }
  const auto percent = [&](std::size_t n) {
    return 100.0 * static_cast<double>(n) / static_cast<double>(all);
  };
  std::printf("trees, %s dev: UAS %.2f LAS %.2f (relations as Deprel folds them %.2f) of %zu tokens\n",
              corpus.c_str(), percent(heads), percent(labelled), percent(folded), all);
}

}  // namespace

void train_parser(const Paths& paths) {
  const ModelFile lexicon_file(paths.models / "lexicon.model");
  const Lexicon lexicon(lexicon_file.container());
  std::vector<GoldDocument> documents = read_corpus(paths.corpora, "uner_ewt", "train");
  for (GoldDocument& d : read_corpus(paths.corpora, "gum", "train")) documents.push_back(std::move(d));
  // The parser learns from tags as wrong as those that it will see.
  tag_across_folds(documents, lexicon, tag_folds);

  Relations relations;
  std::vector<GoldTree> trees;
  for (const GoldDocument& gold : documents) {
    const Forms forms(gold.document.document.text, gold.document.tokens, lexicon);
    for (const Sentence& s : gold.document.sentences) trees.push_back(tree_of(gold, s, forms, relations));
  }
  std::vector<std::uint32_t> order(trees.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  ParserTrainer trainer(static_cast<std::uint32_t>(relations.names.size()), 3);
  std::mt19937 random(3);
  for (std::uint32_t epoch = 0; epoch < epochs; ++epoch) {
    shuffle(order, random);
    for (const std::uint32_t t : order) trainer.learn(trees[t], epoch > 0);
    std::printf("parser: epoch %u of %u\n", epoch + 1, epochs);
    std::fflush(stdout);
  }
  write_file(paths.models / "parser.model",
             Container::write({{"parser", LinearModel::write(trainer.model().averaged(smallest_weight),
                                                             trainer.model().classes())},
                               {"relations", bytes_of(relations.folded())}}));
  const ModelFile file(paths.models / "parser.model");
  const Parser parser(file.container());
  const ModelFile tagger_file(paths.models / "tagger.model");
  const Tagger tagger(tagger_file.container());
  print_attachment(parser, tagger, lexicon, relations, paths.corpora, "uner_ewt");
  print_attachment(parser, tagger, lexicon, relations, paths.corpora, "gum");
}

}  // namespace attest::extract::training
