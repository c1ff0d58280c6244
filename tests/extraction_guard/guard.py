#!/usr/bin/env python3
"""Holds what is read out of the example documents against gold graphs, so that a change cannot make it worse unseen.

guard.py ATTEST DOCUMENTS            fails where an F1 is more than one point below baseline.json
guard.py ATTEST DOCUMENTS --update   writes baseline.json anew: for changes that are meant
guard.py ATTEST DOCUMENTS --list     also lists what is missed and what is wrong

gold/NAME.json holds what one document states: entities with all their forms, relations, told and named events, claims;
every form and every piece of evidence is a piece of the document's text. What counts as right:

  entities   the same label and a form in common, one to one; forms are compared without case, marks and titles
  relations  the same type between matched entities
  events     the same type, and evidence that overlaps the gold evidence, one to one
  arguments  role and entity, or place, of matched events
  dates      the same EDTF, of matched events
  claims     the same speaker, and texts that overlap by half of the longer, one to one
"""
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BASELINE = HERE / "baseline.json"
TOLERANCE = 1.0  # points of F1
ENTITIES = {"Person", "Place", "Organization"}
BETWEEN_ENTITIES = {"HOLDS_POSITION", "MEMBER_OF", "PART_OF", "LOCATED_IN", "BORN_IN", "LIVES_IN", "CITIZEN_OF", "SPOUSE_OF",
                    "PARENT_OF", "SIBLING_OF", "RELATIVE_OF", "FOUNDED"}
SYMMETRIC = {"SPOUSE_OF", "SIBLING_OF", "RELATIVE_OF"}
KINDS = ["entities", "relations", "events", "arguments", "dates", "claims"]


def read_documents(attest, documents):
    """Text and fragment of each document, as a build keeps them."""
    with tempfile.TemporaryDirectory() as folder:
        graph = pathlib.Path(folder) / "guard.attest"
        subprocess.run([attest, "build", "-q", documents, "-o", graph], check=True)
        with sqlite3.connect(graph) as store:
            rows = store.execute("SELECT name, text, fragment FROM documents").fetchall()
    return {name: (text, json.loads(fragment)) for name, text, fragment in rows}


def folded(form):
    words = re.sub(r"[^\w\s]", " ", form.casefold().replace("’s", "").replace("'s", "")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def spans_of(properties, key):
    return [tuple(map(int, re.search(r"char=(\d+),(\d+)$", place).groups())) for place in properties.get(key, [])]


def places_of(piece, text):
    return [match.span() for match in re.finditer(re.escape(piece), text)]


def overlap(left, right):
    """Of any two of the spans: what they share, by the longer of them."""
    return max((max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(a[1] - a[0], b[1] - b[0]) for a in left for b in right),
               default=0)


def one_to_one(weights):
    """{left: right} of {(left, right): weight}, the heaviest first."""
    pairs = {}
    for (left, right), weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if weight > 0 and left not in pairs and right not in pairs.values():
            pairs[left] = right
    return pairs


class Said:
    """A fragment by kinds of facts."""

    def __init__(self, fragment):
        self.nodes = {node["id"]: node for node in fragment["nodes"]}
        self.links = fragment["relationships"]

    def labelled(self, labels):
        return {i: node["properties"] for i, node in self.nodes.items() if node["labels"][0] in labels}

    def linked(self, kind):
        return [link for link in self.links if link["type"] == kind]


def match_entities(said, gold):
    forms = {i: (said.nodes[i]["labels"][0], {folded(f) for f in [p["name"], *p["aliases"]]})
             for i, p in said.labelled(ENTITIES).items()}
    wanted = {e["id"]: (e["label"], {folded(f) for f in [e["name"], *e["aliases"]]}) for e in gold["entities"]}
    return one_to_one({(i, e): len(mine & theirs) for i, (label, mine) in forms.items()
                       for e, (wanted_label, theirs) in wanted.items() if label == wanted_label})


def relation_key(kind, start, end):
    return (kind, *sorted((start, end))) if kind in SYMMETRIC else (kind, start, end)


def score_relations(said, gold, entities):
    mine = {relation_key(link["type"], entities.get(link["start"], "?" + link["start"]),
                         entities.get(link["end"], "?" + link["end"]))
            for link in said.links if link["type"] in BETWEEN_ENTITIES and
            {said.nodes[link["start"]]["labels"][0], said.nodes[link["end"]]["labels"][0]} <= ENTITIES}
    return mine, {relation_key(r["type"], r["subject"], r["object"]) for r in gold["relations"]}


def match_events(said, gold, text):
    mine = {i: (p["type"], spans_of(p, "evidence")) for i, p in said.labelled({"Event"}).items()}
    wanted = {e["id"]: (e["type"], [s for piece in [e["evidence"], *e.get("more_evidence", [])]
                                    for s in places_of(piece, text)]) for e in gold["events"]}
    return one_to_one({(i, e): overlap(spans, places) for i, (kind, spans) in mine.items()
                       for e, (wanted_kind, places) in wanted.items() if kind == wanted_kind})


def score_arguments(said, gold, entities, events):
    mine = {(events[link["end"]], link["properties"]["role"], entities.get(link["start"], link["start"]))
            for link in said.linked("PARTICIPATED_IN") if link["end"] in events}
    mine |= {(events[link["start"]], "place", entities.get(link["end"], link["end"]))
             for link in said.linked("LOCATED_IN") if link["start"] in events}
    wanted = set()
    for event in gold["events"]:
        if event["id"] in events.values():
            wanted |= {(event["id"], p["role"], p["entity"]) for p in event["participants"]}
            wanted |= {(event["id"], "place", place) for place in event["places"]}
    return mine, wanted


def score_dates(said, gold, events):
    mine = {(event, said.nodes[i]["properties"]["date"]) for i, event in events.items()
            if "date" in said.nodes[i]["properties"]}
    return mine, {(e["id"], e["date"]) for e in gold["events"] if e["date"] and e["id"] in events.values()}


def match_claims(said, gold, text, entities):
    speaker = {link["start"]: entities.get(link["end"]) for link in said.linked("MADE_BY")}
    weights = {}
    for i, properties in said.labelled({"Claim"}).items():
        for number, claim in enumerate(gold["claims"]):
            share = overlap(spans_of(properties, "evidence"), places_of(claim["evidence"], text))
            weights[i, number] = share if speaker[i] == claim["speaker"] and share >= 0.5 else 0
    return one_to_one(weights)


def score(said, gold, text):
    """(right, said, gold) of each kind, and the facts that are missed or wrong."""
    entities = match_entities(said, gold)
    events = match_events(said, gold, text)
    claims = match_claims(said, gold, text, entities)
    counts = {"entities": (len(entities), len(said.labelled(ENTITIES)), len(gold["entities"])),
              "events": (len(events), len(said.labelled({"Event"})), len(gold["events"])),
              "claims": (len(claims), len(said.labelled({"Claim"})), len(gold["claims"]))}
    sets = {"relations": score_relations(said, gold, entities),
            "arguments": score_arguments(said, gold, entities, events), "dates": score_dates(said, gold, events)}
    faults = [f"missed: {e['name']}" for e in gold["entities"] if e["id"] not in entities.values()]
    faults += [f"wrong: {p['name']}" for i, p in said.labelled(ENTITIES).items() if i not in entities]
    faults += [f"missed event: {e['evidence']}" for e in gold["events"] if e["id"] not in events.values()]
    faults += [f"missed claim: {c['evidence']}" for n, c in enumerate(gold["claims"]) if n not in claims.values()]
    for kind, (mine, wanted) in sets.items():
        counts[kind] = (len(mine & wanted), len(mine), len(wanted))
        faults += [f"missed {kind}: {fact}" for fact in sorted(wanted - mine)]
        faults += [f"wrong {kind}: {fact}" for fact in sorted(mine - wanted)]
    return counts, faults


def f1(right, said, gold):
    return round(200 * right / (said + gold), 1) if said + gold else 0.0


def main():
    attest, documents, *options = sys.argv[1:]
    read = read_documents(attest, documents)
    total = {kind: [0, 0, 0] for kind in KINDS}
    for path in sorted((HERE / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text, fragment = read[gold["document"]]
        counts, faults = score(Said(fragment), gold, text)
        for kind in KINDS:
            total[kind] = [a + b for a, b in zip(total[kind], counts[kind])]
        if "--list" in options:
            print(f"== {gold['document']}", *faults, sep="\n")
    now = {kind: f1(*total[kind]) for kind in KINDS}
    if "--update" in options:
        BASELINE.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
    baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    fallen = [kind for kind in KINDS if now[kind] < baseline[kind] - TOLERANCE]
    for kind in KINDS:
        print(f"{kind:10} F1 {now[kind]:5.1f}  baseline {baseline[kind]:5.1f}  right/said/gold {total[kind]}"
              + ("  FALLEN" if kind in fallen else ""))
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
