#!/usr/bin/env python3
"""Write a made-up knowledge graph as CSV files with Neo4j's bulk-import headers.

    generate.py FOLDER [SCALE]

SCALE 1 (the default) is 10,000 nodes and about 50,000 relationships; 100 is a million and five million. A few
places, organizations and people are named everywhere and most hardly ever, as in graphs read from texts. The same
SCALE always gives the same files, byte for byte.
"""
import random
import sys
from pathlib import Path

LABELS = {"Person": ("people", 6000), "Organization": ("organizations", 1500), "Place": ("places", 1000),
          "Event": ("events", 1500)}
EVENT_TYPES = ("attack", "meeting", "agreement", "arrest", "protest", "election")
# type, file, start, end, how many at SCALE 1; True: the first of the label are chosen far more often
RELATIONSHIPS = (
    ("RELATIVE_OF", "relative_of", ("Person", False), ("Person", True), 15000),
    ("MEMBER_OF", "member_of", ("Person", False), ("Organization", True), 9000),
    ("LIVES_IN", "lives_in", ("Person", False), ("Place", True), 6000),
    ("PARTICIPATED_IN", "participated_in", ("Person", True), ("Event", False), 18000),
    ("LOCATED_IN", "event_located_in", ("Event", False), ("Place", True), 1500),
)


def node_rows(label, count, rng):
    """Header and rows of one label's file, without id and label."""
    if label == "Person":
        yield ["name", "born:int"]
        for i in range(count):
            yield [f"Person {i}", str(rng.randint(1900, 2009))]
    elif label == "Event":
        yield ["name", "date", "type"]
        for i in range(count):
            date = f"{rng.randint(1990, 2024)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
            yield [f"Event {i}", date, rng.choice(EVENT_TYPES)]
    else:
        yield ["name"]
        for i in range(count):
            yield [f"{label} {i}"]


def write_nodes(folder, scale, rng):
    """The files of nodes; the range of ids of each label."""
    ranges, first = {}, 0
    for label, (file, count) in LABELS.items():
        count = int(count * scale)
        ranges[label] = (first, count)
        rows = node_rows(label, count, rng)
        with open(folder / f"{file}.csv", "w", encoding="utf-8") as out:
            out.write(",".join(["id:ID", *next(rows), ":LABEL"]) + "\n")
            out.writelines(",".join([str(first + i), *row, label]) + "\n" for i, row in enumerate(rows))
        first += count
    return ranges


def chooser(ids, popular, rng):
    """A function that picks an id: evenly, or by the cube of chance, the first ids most of all."""
    first, count = ids
    exponent = 3 if popular else 1
    return lambda: first + int(count * rng.random() ** exponent)


def write_relationships(folder, scale, ranges, rng):
    for kind, file, start, end, count in RELATIONSHIPS:
        from_end = chooser(ranges[start[0]], start[1], rng)
        to_end = chooser(ranges[end[0]], end[1], rng)
        with open(folder / f"{file}.csv", "w", encoding="utf-8") as out:
            out.write(":START_ID,:END_ID,confidence:double,:TYPE\n")
            out.writelines(f"{from_end()},{to_end()},{rng.random():.3f},{kind}\n" for _ in range(int(count * scale)))


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    folder, scale = Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) == 3 else 1.0
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(7)
    write_relationships(folder, scale, write_nodes(folder, scale, rng), rng)


if __name__ == "__main__":
    main()
