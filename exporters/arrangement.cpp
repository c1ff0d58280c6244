#include <attest/exporters/arrangement.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace attest {
namespace {

constexpr auto none = std::numeric_limits<std::uint32_t>::max();

/// Grows with the number of relationships, the less the more there are.
double radius_of(double degree) {
  return std::min(22.0, 3 + 1.4 * std::sqrt(degree));
}

class Arranger {
 public:
  explicit Arranger(const GraphView& view)
      : view_(view), graph_(view.graph()), document_(graph_.labels().find("Document")) {
    arrangement_.places.resize(graph_.node_limit());
    arrangement_.radii.resize(graph_.node_limit());
  }

  Arrangement with_radii(const std::function<double(NodeId)>& radius) {
    number_nodes();
    for (const NodeId node : nodes_) arrangement_.radii[index(node)] = radius(node);
    place_nodes(drawn_edges());
    return std::move(arrangement_);
  }

  Arrangement by_degree() {
    view_.each_relationship([&](RelationshipId id) {
      if (!touches_document(id)) arrangement_.folds_documents = document_.has_value();
    });
    number_nodes();
    count_degrees();
    place_nodes(drawn_edges());
    if (arrangement_.folds_documents) place_documents();
    return std::move(arrangement_);
  }

 private:
  bool is_document(NodeId node) const { return document_ && graph_.has_label(node, *document_); }
  bool touches_document(RelationshipId id) const {
    return is_document(graph_.start_of(id)) || is_document(graph_.end_of(id));
  }

  void number_nodes() {
    number_.assign(graph_.node_limit(), none);
    view_.each_node([&](NodeId node) {
      if (arrangement_.folds_documents && is_document(node)) return;
      number_[index(node)] = static_cast<std::uint32_t>(nodes_.size());
      nodes_.push_back(node);
    });
  }

  bool is_laid_out(NodeId node) const { return number_[index(node)] != none; }

  std::vector<LayoutEdge> drawn_edges() const {
    std::vector<LayoutEdge> edges;
    view_.each_relationship([&](RelationshipId id) {
      const NodeId start = graph_.start_of(id), end = graph_.end_of(id);
      if (is_laid_out(start) && is_laid_out(end))
        edges.emplace_back(number_[index(start)], number_[index(end)]);
    });
    return edges;
  }

  /// Relationships with a document count for the document alone.
  void count_degrees() {
    std::vector<double> degrees(graph_.node_limit());
    view_.each_relationship([&](RelationshipId id) {
      const NodeId start = graph_.start_of(id), end = graph_.end_of(id);
      const bool drawn = is_laid_out(start) && is_laid_out(end);
      if (drawn || !is_laid_out(start)) ++degrees[index(start)];
      if (drawn || !is_laid_out(end)) ++degrees[index(end)];
    });
    std::transform(degrees.begin(), degrees.end(), arrangement_.radii.begin(), radius_of);
  }

  void place_nodes(const std::vector<LayoutEdge>& edges) {
    std::vector<double> radii;
    for (const NodeId node : nodes_) radii.push_back(arrangement_.radii[index(node)]);
    const std::vector<Place> places = lay_out(radii, edges);
    for (std::size_t i = 0; i < nodes_.size(); ++i) arrangement_.places[index(nodes_[i])] = places[i];
  }

  /// Each amid its neighbours, beside those that would stand on the same place.
  void place_documents() {
    std::vector<Place> sums(graph_.node_limit());
    std::vector<double> counts(graph_.node_limit());
    const auto count = [&](NodeId document, NodeId other) {
      if (!is_document(document) || is_document(other)) return;
      const Place& at = arrangement_.places[index(other)];
      sums[index(document)] = {sums[index(document)].x + at.x, sums[index(document)].y + at.y};
      ++counts[index(document)];
    };
    view_.each_relationship([&](RelationshipId id) {
      count(graph_.start_of(id), graph_.end_of(id));
      count(graph_.end_of(id), graph_.start_of(id));
    });
    double turn = 0;
    view_.each_node([&](NodeId node) {
      if (!is_document(node)) return;
      const Place& sum = sums[index(node)];
      const double n = std::max(counts[index(node)], 1.0);
      const double apart = 30 * std::sqrt(++turn);
      arrangement_.places[index(node)] = {sum.x / n + apart * std::cos(2.4 * turn),
                                          sum.y / n + apart * std::sin(2.4 * turn)};
    });
  }

  const GraphView& view_;
  const Graph& graph_;
  std::optional<LabelId> document_;
  Arrangement arrangement_;
  std::vector<std::uint32_t> number_;  // by node id, among those laid out
  std::vector<NodeId> nodes_;
};

}  // namespace

Arrangement arrange(const GraphView& view) {
  return Arranger(view).by_degree();
}

Arrangement arrange(const GraphView& view, const std::function<double(NodeId)>& radius) {
  return Arranger(view).with_radii(radius);
}

}  // namespace attest
