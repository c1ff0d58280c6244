#include <attest/extractor/training/clusters.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

namespace attest::extract::training {

namespace {

using Id = std::uint32_t;
struct Neighbour {
  Id word;
  std::uint32_t count;
};

double plogp(std::int64_t n) {
  return n <= 0 ? 0.0 : static_cast<double>(n) * std::log(static_cast<double>(n));
}

// x log x of small numbers, looked up.
class XLogX {
 public:
  XLogX() : table_(1 << 16) {
    for (std::size_t i = 0; i < table_.size(); ++i) table_[i] = plogp(static_cast<std::int64_t>(i));
  }
  double operator()(std::int64_t n) const {
    return n >= 0 && n < static_cast<std::int64_t>(table_.size()) ? table_[static_cast<std::size_t>(n)]
                                                                  : plogp(n);
  }

 private:
  std::vector<double> table_;
};

// Items with their neighbours, to be spread over `classes` classes.
struct Problem {
  std::vector<std::vector<Neighbour>> left;  // of each item
  std::vector<std::vector<Neighbour>> right;
  std::vector<std::int64_t> count;
  std::uint32_t classes;
};

class Exchange {
 public:
  Exchange(const Problem& problem, std::uint32_t rounds)
      : p_(problem), n_(problem.classes), bigrams_(std::size_t{n_} * n_), totals_(n_), from_(n_), to_(n_) {
    class_.resize(p_.count.size());
    // The most frequent items start alone, the others in turn.
    for (Id w = 0; w < class_.size(); ++w) class_[w] = w % n_;
    for (Id w = 0; w < class_.size(); ++w) {
      totals_[class_[w]] += p_.count[w];
      for (const Neighbour& r : p_.right[w]) at(class_[w], class_[r.word]) += r.count;
    }
    for (std::uint32_t round = 0; round < rounds; ++round)
      if (improve() == 0) break;
  }
  const std::vector<std::uint32_t>& classes() const { return class_; }

 private:
  std::int64_t& at(std::uint32_t a, std::uint32_t b) { return bigrams_[std::size_t{a} * n_ + b]; }

  std::size_t improve() {
    std::size_t moved = 0;
    for (Id w = 0; w < class_.size(); ++w) moved += move(w);
    return moved;
  }

  // Counts of w's neighbours by class; w itself apart, its own bigram counted in `self_`.
  void gather(Id w) {
    std::fill(from_.begin(), from_.end(), 0);
    std::fill(to_.begin(), to_.end(), 0);
    self_ = 0;
    for (const Neighbour& l : p_.left[w])
      if (l.word != w) from_[class_[l.word]] += l.count;
    for (const Neighbour& r : p_.right[w]) {
      if (r.word == w)
        self_ += r.count;
      else
        to_[class_[r.word]] += r.count;
    }
    touched_from_.clear();
    touched_to_.clear();
    for (std::uint32_t c = 0; c < n_; ++c) {
      if (from_[c]) touched_from_.push_back(c);
      if (to_[c]) touched_to_.push_back(c);
    }
  }

  void shift(Id w, std::uint32_t k, std::int64_t sign) {
    for (const std::uint32_t c : touched_from_) at(c, k) += sign * from_[c];
    for (const std::uint32_t c : touched_to_) at(k, c) += sign * to_[c];
    at(k, k) += sign * self_;
    totals_[k] += sign * p_.count[w];
  }

  // What the likelihood gains when w joins class k (w is in no class now).
  double gain(Id w, std::uint32_t k) {
    double g = 0;
    for (const std::uint32_t c : touched_from_) {
      if (c == k) continue;
      const std::int64_t n = at(c, k);
      g += f_(n + from_[c]) - f_(n);
    }
    for (const std::uint32_t c : touched_to_) {
      if (c == k) continue;
      const std::int64_t n = at(k, c);
      g += f_(n + to_[c]) - f_(n);
    }
    const std::int64_t own = at(k, k);
    g += f_(own + from_[k] + to_[k] + self_) - f_(own);
    return g - 2 * (f_(totals_[k] + p_.count[w]) - f_(totals_[k]));
  }

  bool move(Id w) {
    gather(w);
    const std::uint32_t old = class_[w];
    shift(w, old, -1);
    std::uint32_t best = old;
    double best_gain = gain(w, old) + 1e-9;
    for (std::uint32_t k = 0; k < n_; ++k) {
      const double g = k == old ? -1e300 : gain(w, k);
      if (g > best_gain) {
        best_gain = g;
        best = k;
      }
    }
    class_[w] = best;
    shift(w, best, 1);
    return best != old;
  }

  const Problem& p_;
  std::uint32_t n_;
  XLogX f_;
  std::vector<std::uint32_t> class_;
  std::vector<std::int64_t> bigrams_;
  std::vector<std::int64_t> totals_;
  std::vector<std::int64_t> from_;
  std::vector<std::int64_t> to_;
  std::vector<std::uint32_t> touched_from_;
  std::vector<std::uint32_t> touched_to_;
  std::int64_t self_ = 0;
};

std::vector<std::pair<std::string, std::int64_t>> vocabulary(
    const std::vector<std::vector<std::string>>& sentences, std::uint32_t least) {
  std::map<std::string, std::int64_t> counts;
  for (const auto& sentence : sentences)
    for (const std::string& word : sentence) ++counts[word];
  std::vector<std::pair<std::string, std::int64_t>> words;
  for (const auto& entry : counts)
    if (entry.second >= least) words.push_back(entry);
  std::stable_sort(words.begin(), words.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return words;
}

using Bigrams = std::map<std::pair<Id, Id>, std::uint32_t>;

Problem problem_of(const Bigrams& bigrams, std::size_t items, std::uint32_t classes) {
  Problem p;
  p.left.resize(items);
  p.right.resize(items);
  p.count.assign(items, 0);
  p.classes = classes;
  for (const auto& [pair, count] : bigrams) {
    p.right[pair.first].push_back({pair.second, count});
    p.left[pair.second].push_back({pair.first, count});
    p.count[pair.first] += count;
  }
  return p;
}

}  // namespace

std::vector<Cluster> cluster_words(const std::vector<std::vector<std::string>>& sentences,
                                   const ClusterOptions& options) {
  const auto words = vocabulary(sentences, options.least_count);
  const Id rare = static_cast<Id>(words.size());
  const Id border = rare + 1;
  std::unordered_map<std::string, Id> ids;
  for (Id i = 0; i < rare; ++i) ids.emplace(words[i].first, i);
  Bigrams bigrams;
  for (const auto& sentence : sentences) {
    Id before = border;
    for (const std::string& word : sentence) {
      const auto found = ids.find(word);
      const Id id = found == ids.end() ? rare : found->second;
      ++bigrams[{before, id}];
      before = id;
    }
    ++bigrams[{before, border}];
  }
  const Problem fine = problem_of(bigrams, border + 1, options.clusters);
  const std::vector<std::uint32_t> classes = Exchange(fine, options.rounds).classes();
  Bigrams of_classes;
  for (const auto& [pair, count] : bigrams) of_classes[{classes[pair.first], classes[pair.second]}] += count;
  const Problem coarse = problem_of(of_classes, options.clusters, options.coarse);
  const std::vector<std::uint32_t> above = Exchange(coarse, options.rounds * 2).classes();
  std::vector<Cluster> out;
  for (Id i = 0; i < rare; ++i) {
    out.push_back({words[i].first, static_cast<std::uint16_t>(classes[i] + 1),
                   static_cast<std::uint16_t>(above[classes[i]] + 1)});
  }
  return out;
}

}  // namespace attest::extract::training
