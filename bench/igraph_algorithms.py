#!/usr/bin/env python3
"""PageRank, components and betweenness by igraph on the same CSV files: milliseconds as one line of JSON.

    igraph_algorithms.py CSV_FOLDER RUNS
"""
import json
import statistics
import sys
import time
from pathlib import Path

import igraph

RELATIONSHIP_FILES = ("relative_of", "member_of", "lives_in", "participated_in", "event_located_in")


def read(folder):
    nodes = 0
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in RELATIONSHIP_FILES:
            with open(path, encoding="utf-8") as rows:
                nodes += sum(1 for _ in rows) - 1
    edges = []
    for file in RELATIONSHIP_FILES:
        with open(folder / f"{file}.csv", encoding="utf-8") as rows:
            next(rows)
            edges.extend(tuple(map(int, row.split(",", 2)[:2])) for row in rows)
    return igraph.Graph(n=nodes, edges=edges, directed=True)


def median(runs, action):
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        action()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def main():
    graph, runs = read(Path(sys.argv[1])), int(sys.argv[2])
    out = {"pagerank": median(runs, graph.pagerank),
           "components": median(runs, lambda: graph.connected_components(mode="weak"))}
    if graph.vcount() <= 20_000:
        out["betweenness"] = median(1, graph.betweenness)
    print(json.dumps(out))


main()
