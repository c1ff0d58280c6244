#!/usr/bin/env python3
"""What networkx says of a graph: the reference that the graph algorithms are compared with.

Reads {"nodes": [id], "edges": [[start, end, weight]], "groups": {id: group}, "source": id} on standard
input, prints one JSON object of results by name on standard output.
"""
import json
import sys

import networkx as nx
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python


def group_numbers(groups):
    """node -> group, groups numbered in the order of their lowest nodes."""
    return {node: number for number, group in enumerate(sorted(groups, key=min)) for node in group}


def main():
    data = json.load(sys.stdin)
    directed = nx.DiGraph()
    directed.add_nodes_from(data["nodes"])
    directed.add_weighted_edges_from(data["edges"])
    both = nx.MultiGraph()
    both.add_nodes_from(data["nodes"])
    both.add_weighted_edges_from(data["edges"])
    simple = nx.Graph(directed)
    source = data["source"]
    groups = {}
    for node, group in data["groups"].items():
        groups.setdefault(group, set()).add(int(node))
    rank = dict(tol=1e-15, max_iter=2000, weight=None)
    results = {
        "pagerank": _pagerank_python(directed, **rank),
        "pagerank_both": _pagerank_python(nx.DiGraph(simple), **rank),
        "betweenness": nx.betweenness_centrality(directed, normalized=False),
        "betweenness_normalized": nx.betweenness_centrality(directed, normalized=True),
        "betweenness_both": nx.betweenness_centrality(simple, normalized=False),
        "closeness": nx.closeness_centrality(directed),
        "closeness_both": nx.closeness_centrality(simple),
        "out_degree": dict(directed.out_degree()),
        "in_degree": dict(directed.in_degree()),
        "degree": dict(both.degree()),
        "components": group_numbers(nx.connected_components(simple)),
        "strong_components": group_numbers(nx.strongly_connected_components(directed)),
        "core": nx.core_number(simple),
        "clustering": nx.clustering(simple),
        "hops": nx.single_source_shortest_path_length(directed, source),
        "distance": nx.single_source_dijkstra_path_length(directed, source),
        "tree_weight": {0: nx.minimum_spanning_tree(both).size(weight="weight")},
        "modularity": {0: nx.algorithms.community.modularity(both, groups.values())},
        "louvain": {0: nx.algorithms.community.modularity(
            both, nx.algorithms.community.louvain_communities(both, seed=1))},
    }
    json.dump(results, sys.stdout)


main()
