#!/usr/bin/env python3
"""Trains the network of the extractor: examples of `attest_train prepare` → real numbers for `attest_train pack`.

train.py WORK --vectors FILE [--epochs N] [--limit N] [--seed N]

Tags, trees and names are learned at once, in batches of each in turn by chance. The same examples give the
same numbers on the same machine. Needs PyTorch (Debian: python3-torch).
"""
import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"  # sums in one order

import argparse
import time
from pathlib import Path

import numpy as np
import torch

from examples import NAME_SOURCES, TREE_CORPORA, Batch, Corpus, Words, batches, read_array
from network import Network, name_loss, tree_loss
from vectors import Vectors

BATCH_TOKENS = 1200
RATE, LEAST_RATE, WARM_UP = 2e-3, 0.03, 100
TREE_ROUNDS = 2  # an epoch reads the trees so many times
RECASED = 0.06  # of the sentences are learned in another case


def sentences(corpora, limit, turn=None):
    """All sentences, or those whose turn it is where a source is read in parts."""
    out = []
    for i, corpus in enumerate(corpora):
        parts = 1 if turn is None else NAME_SOURCES[i].parts
        chosen = range(0 if turn is None else turn % parts, len(corpus.sizes), parts)
        out += [(corpus, s) for s in chosen[: limit or None] if corpus.sizes[s] > 0]
    return out


def train(net, trees, names, words, random, epochs, limit, save):
    dense = [p for name, p in net.named_parameters() if name != "rows.weight"]
    optimizers = [
        torch.optim.SparseAdam([net.rows.weight], lr=RATE, betas=(0.9, 0.98)),
        torch.optim.Adam(dense, lr=RATE, betas=(0.9, 0.98)),
    ]
    step, steps = 0, None
    for epoch in range(epochs):
        jobs = [
            (tree_loss, b)
            for _ in range(TREE_ROUNDS)
            for b in batches(sentences(trees, limit), BATCH_TOKENS, random)
        ]
        jobs += [(name_loss, b) for b in batches(sentences(names, limit, epoch), BATCH_TOKENS, random)]
        steps = steps or len(jobs) * epochs
        began, sums = time.time(), {tree_loss: [], name_loss: []}
        for j in random.permutation(len(jobs)):
            loss_of, items = jobs[j]
            rate = RATE * min(1, (step + 1) / WARM_UP) * max(LEAST_RATE, 1 - step / steps)
            step += 1
            loss = loss_of(net, Batch(items, words, random, RECASED), words, random)
            for optimizer in optimizers:
                optimizer.param_groups[0]["lr"] = rate
                optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(dense, 2.0)
            for optimizer in optimizers:
                optimizer.step()
            sums[loss_of].append(loss.item())
        print(
            f"network: epoch {epoch + 1} of {epochs}, loss of trees {np.mean(sums[tree_loss]):.3f}, "
            f"of names {np.mean(sums[name_loss]):.3f}, {time.time() - began:.0f} s",
            flush=True,
        )
        save()


def export(net, words, vectors, folder):
    """Every layer as [outputs][inputs] and its bias, under the names of the model file's sections."""
    folder.mkdir(exist_ok=True)

    def put(name, *tensors):
        flat = [t.detach().numpy().astype(np.float32).reshape(-1) for t in tensors]
        np.concatenate(flat).tofile(folder / f"{name}.f32")

    def layer(name, *linears):
        put(name, *(x.weight for x in linears))
        put(f"{name} bias", *(x.bias for x in linears))

    dimensions, units = net.rows.weight.shape[1], net.units
    (folder / "meaning words.txt").write_text("\n".join(vectors.words) + "\n")
    put("meanings", net.meaning(net.vectors[1:]))
    put("meaning", net.word.weight)
    words.keys.tofile(folder / "row keys.u64")
    put("rows", net.rows.weight)
    put("row bias", net.bias)
    first = [net.first.weight_ih_l0, net.first.weight_ih_l0_reverse]
    contexts = torch.cat([w[:, dimensions:] for w in first]).t()
    bias = torch.cat([net.first.bias_ih_l0 + net.first.bias_hh_l0, net.first.bias_ih_l0_reverse + net.first.bias_hh_l0_reverse])
    put("word gates", *(w[:, :dimensions] for w in first))
    put("word gates bias", bias + contexts[30])  # what is read is named as in the trusted corpora
    put("context gates", contexts)
    put("middle gates", net.second.weight_ih_l0, net.second.weight_ih_l0_reverse)
    put(
        "middle gates bias",
        net.second.bias_ih_l0 + net.second.bias_hh_l0,
        net.second.bias_ih_l0_reverse + net.second.bias_hh_l0_reverse,
    )
    for number, lstm in ((1, net.first), (2, net.second)):
        for direction, suffix in (("forward", ""), ("backward", "_reverse")):
            put(f"recurrent {number} {direction}", getattr(lstm, f"weight_hh_l0{suffix}"))
            put(f"recurrent {number} {direction} bias", torch.zeros(4 * units))
    layer("tags", net.tags)
    layer("parser words", net.arc_child, net.arc_head, net.label_child, net.label_head)
    put("bilinear", net.bilinear.t())
    put("bilinear bias", net.head_bias)
    put("arc root", net.arc_root)
    put("label root", net.label_root)
    layer("labels", net.relations)
    layer("names", net.names)
    put("transitions", net.transitions)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path, help="folder that attest_train prepare wrote")
    parser.add_argument("--vectors", type=Path, required=True, help="word vectors as scripts/fetch-vectors leaves them")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--limit", type=int, default=0, help="sentences of each corpus, for a trial")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(options.seed)
    random = np.random.RandomState(options.seed)
    trees = [Corpus(options.work, "trees", c, "train") for c in TREE_CORPORA]
    names = [Corpus(options.work, "names", s.corpus, "train", s.trusted, s.weight) for s in NAME_SOURCES]
    vectors = Vectors(options.vectors)
    words = Words(options.work, trees + names, vectors)
    tags = len(read_array(options.work, "tags.u32")) // 2
    relations = len(read_array(options.work, "relations.u32"))
    net = Network(len(words.keys), vectors.values, tags, relations, int(words.clusters.max()) + 1)
    print(f"network: {len(words.keys)} features of words, {tags} tags, {relations} relations", flush=True)
    save = lambda: export(net, words, vectors, options.work / "network")
    train(net, trees, names, words, random, options.epochs, options.limit, save)


if __name__ == "__main__":
    main()
