"""Examples as `attest_train prepare` writes them: plain arrays, one file each."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from vectors import Vectors

TYPES = {"u32": np.uint32, "i32": np.int32, "u64": np.uint64}
TRUSTED = 1 << 30  # context bit: the corpus names things as the extractor is to (see docs/models.md)
FIRST, UPPER, TITLE, LOWER = 1 << 24, 1 << 25, 1 << 26, 1 << 27  # as in tagging/contexts.hpp


def read_array(folder: Path, name: str) -> np.ndarray:
    values = np.fromfile(folder / name, dtype=TYPES[name.rsplit(".", 1)[1]])
    return values if values.dtype == np.uint64 else values.astype(np.int64)


@dataclass(frozen=True)
class Source:
    """A corpus with names, and what it counts for."""

    corpus: str
    parts: int = 1  # an epoch reads one sentence in so many: silver data counts less
    weight: float = 1.0
    trusted: bool = True


NAME_SOURCES = [
    Source("gum"),
    Source("wikigold"),
    Source("crossner"),
    Source("redocred"),
    Source("masc", trusted=False),
    Source("gmb", parts=6, weight=0.7, trusted=False),
    Source("litbank", parts=2, weight=0.5, trusted=False),
    Source("multiner_en", parts=3, weight=0.3, trusted=False),
    Source("uner_ewt", weight=0.5),
]
TREE_CORPORA = ["uner_ewt", "gum"]


class Corpus:
    """Sentences of a corpus; every layer is one array over all tokens."""

    def __init__(self, folder: Path, kind: str, corpus: str, split: str, trusted: bool = True, weight: float = 1.0):
        def layer(name):
            return read_array(folder, f"{kind}.{corpus}.{split}.{name}")

        self.name, self.weight = corpus, weight
        self.layers = {"forms": layer("forms.u32"), "contexts": layer("contexts.u32")}
        if trusted:
            self.layers["contexts"] |= TRUSTED
        if kind == "trees":
            for name in ("tags.u32", "relations.u32", "heads.i32"):
                self.layers[name[:-4]] = layer(name)
        else:
            self.layers["allowed"] = layer("allowed.u32")
        self.sizes = layer("sentences.u32")
        self.begins = np.concatenate([[0], np.cumsum(self.sizes)])[:-1]

    def tokens(self, layer: str, sentence: int) -> np.ndarray:
        begin = self.begins[sentence]
        return self.layers[layer][begin : begin + self.sizes[sentence]]


class Words:
    """The features of every form, numbered: those that occur often enough are rows of a table, from 0."""

    LEAST_WORD, LEAST_FORMS, LEAST_TOKENS = 3, 4, 30

    def __init__(self, folder: Path, corpora: list, vectors: Vectors):
        keys = read_array(folder, "forms.keys.u64")
        begins = read_array(folder, "forms.begins.u32")
        self.others = read_array(folder, "forms.others.u32").reshape(-1, 3)
        self.clusters = read_array(folder, "forms.clusters.u32")
        forms = len(begins) - 1
        self.vectors = vectors.rows((folder / "forms.txt").read_text().split("\n")[:forms])
        tokens = np.zeros(forms, np.int64)
        for corpus in corpora:
            np.add.at(tokens, corpus.layers["forms"], 1)
        owner = np.repeat(np.arange(forms), np.diff(begins))
        unique, number = np.unique(keys, return_inverse=True)
        token_count = np.bincount(number, weights=tokens[owner], minlength=len(unique)).astype(np.int64)
        form_count = np.bincount(number, weights=tokens[owner] > 0, minlength=len(unique)).astype(np.int64)
        is_word = np.zeros(len(unique), bool)  # the first two features of a form are its spellings
        is_word[number[np.arange(len(keys)) - begins[owner] < 2]] = True
        keep = np.where(
            is_word,
            token_count >= self.LEAST_WORD,
            (form_count >= self.LEAST_FORMS) | (token_count >= self.LEAST_TOKENS),
        )
        row = np.cumsum(keep) - 1
        kept = keep[number]
        self.keys = unique[keep]
        self.rows = row[number[kept]]
        self.begins = np.searchsorted(owner[kept], np.arange(forms + 1))
        # Rare words are left out often, so that what is known of all words is learned, too.
        rare = 2.0 / (2.0 + np.sqrt(token_count[keep]))
        self.dropped = np.where(is_word[keep], np.minimum(rare, 0.6), 0.0) + 0.05

    def bags(self, forms: np.ndarray, random=None):
        """Rows of each form one after another, and where each form's begin."""
        begins, ends = self.begins[forms], self.begins[forms + 1]
        rows = np.concatenate([self.rows[b:e] for b, e in zip(begins, ends)])
        owner = np.repeat(np.arange(len(forms)), ends - begins)
        if random is not None:
            keep = random.random_sample(len(rows)) >= self.dropped[rows]
            rows, owner = rows[keep], owner[keep]
        return rows, np.searchsorted(owner, np.arange(len(forms)))


class Batch:
    """Sentences of similar length, the longest first."""

    def __init__(self, items: list, words: Words, random=None, recased: float = 0.0):
        self.items = sorted(items, key=lambda item: -item[0].sizes[item[1]])
        self.sizes = np.array([corpus.sizes[s] for corpus, s in self.items])
        forms, contexts = [], []
        for corpus, s in self.items:
            f, c = corpus.tokens("forms", s), corpus.tokens("contexts", s)
            if random is not None and random.random_sample() < recased:
                f, c = recase(f, c, words, random)
            forms.append(f)
            contexts.append(c)
        self.forms, self.contexts = np.concatenate(forms), np.concatenate(contexts)

    def padded(self, layer: str, fill: int) -> np.ndarray:
        return self.pad([corpus.tokens(layer, s) for corpus, s in self.items], fill)

    def pad(self, rows: list, fill: int) -> np.ndarray:
        out = np.full((len(rows), self.sizes[0]), fill, np.int64)
        for i, row in enumerate(rows):
            out[i, : len(row)] = row
        return out


def recase(forms, contexts, words: Words, random):
    """The sentence as it would be in lower case, in capitals, or as a headline."""
    how = random.randint(3)
    changed = words.others[forms, how]
    if how == 2:
        changed = np.where(random.random_sample(len(forms)) < 0.9, changed, forms)
    style = [LOWER, UPPER, TITLE][how] if len(forms) > 3 else 0
    contexts = (contexts & TRUSTED) | style
    contexts[0] |= FIRST
    return changed, contexts


def batches(items: list, tokens: int, random=None):
    """Lists of items of similar length; shuffled where `random` is given. Overlong sentences are left out."""
    if random is not None:
        items = [items[i] for i in random.permutation(len(items))]
        items = [(c, s) for c, s in items if c.sizes[s] <= 120]
    items = sorted(items, key=lambda item: item[0].sizes[item[1]])
    out, current = [], []
    for item in items:
        if current and (len(current) + 1) * item[0].sizes[item[1]] > tokens:
            out.append(current)
            current = []
        current.append(item)
    if current:
        out.append(current)
    return out if random is None else [out[i] for i in random.permutation(len(out))]
