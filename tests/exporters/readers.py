"""Reads exported files with the programs that people use, and prints what they saw as one JSON object.

readers.py networkx-graphml|igraph-graphml|networkx-gexf|networkx-json|cytoscape|d3 FILE
"""
import json
import math
import sys


def plain(value):
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)  # JSON has no such numbers
    return value if isinstance(value, (bool, int, float, str)) or value is None else str(value)


def seen(nodes, edges):
    return {
        "nodes": [{k: plain(v) for k, v in n.items()} for n in nodes],
        "edges": [{k: plain(v) for k, v in e.items()} for e in edges],
    }


def of_networkx(graph):
    return seen(
        [{"#": i, **d} for i, d in graph.nodes(data=True)],
        [{"#": k, "from": a, "to": b, **d} for a, b, k, d in graph.edges(keys=True, data=True)],
    )


def main(kind, file):
    if kind == "networkx-graphml":
        import networkx
        return of_networkx(networkx.read_graphml(file, force_multigraph=True))
    if kind == "igraph-graphml":
        import igraph
        graph = igraph.Graph.Read_GraphML(file)
        return seen([v.attributes() for v in graph.vs],
                    [{"from": e.source, "to": e.target, **e.attributes()} for e in graph.es])
    if kind == "networkx-gexf":
        import networkx
        return of_networkx(networkx.MultiDiGraph(networkx.read_gexf(file)))
    data = json.load(open(file, encoding="utf-8"))
    if kind == "networkx-json":
        import networkx
        return of_networkx(networkx.node_link_graph(data))
    if kind == "cytoscape":
        return seen([n["data"] for n in data["elements"]["nodes"]], [e["data"] for e in data["elements"]["edges"]])
    if kind == "d3":
        return seen(data["nodes"], data["links"])
    raise SystemExit("unknown reader " + kind)


try:
    print(json.dumps(main(*sys.argv[1:])))
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(77)
