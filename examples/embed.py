"""Attest from Python: a graph from a text, a question, its rows as dicts."""
import attest

with attest.open(":memory:") as graph:
    report = graph.build_text("note.txt", "Grace Hopper, an admiral of the United States Navy, was born in New York City in 1906.\n")
    print(report["characters"], "characters read,", report["entities"], "entities found")
    for row in graph.query("MATCH (p:Person)-[b:BORN_IN]->(place) RETURN p.name AS who, place.name AS born_in"):
        print(row["who"], "was born in", row["born_in"])
    for row in graph.query("MATCH (p:Person) WHERE p.name CONTAINS $part RETURN p.name AS name", part="Hopper"):
        print(row["name"])
    try:
        graph.query("MATCH (p) RETURN q")
    except attest.QueryError as error:
        print(f"{error.detail}, line {error.line}, column {error.column}")
