"""The network in real numbers: what model/encoder.hpp, tagging, syntax and names compute in integers."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

LABELS = 21  # of names: outside; begin, inside, last, only of five classes
CONTEXTS = 32
IMPOSSIBLE = -1e4
UNKNOWN = 0.1  # of the words are learned as if they had no vector


def may_start(label):
    return label == 0 or (label - 1) % 4 in (0, 3)


def is_open(label):
    return label != 0 and (label - 1) % 4 in (0, 1)


def may_follow(before, label):
    if not is_open(before):
        return may_start(label)
    return not may_start(label) and (before - 1) // 4 == (label - 1) // 4


def penalties(allowed):
    return torch.where(torch.tensor(allowed), 0.0, IMPOSSIBLE)


FOLLOW = penalties([[may_follow(a, b) for b in range(LABELS)] for a in range(LABELS)])
START = penalties([may_start(b) for b in range(LABELS)])
END = penalties([not is_open(b) for b in range(LABELS)])


class Network(nn.Module):
    def __init__(
        self, rows, vectors, tags, relations, clusters, dimensions=128, units=112, meaning=64, arc=96, label=64, dropout=0.33
    ):
        super().__init__()
        self.dropout = dropout
        self.units = units
        self.rows = nn.EmbeddingBag(rows, dimensions, mode="sum", sparse=True)
        nn.init.normal_(self.rows.weight, 0, 0.1)
        self.register_buffer("vectors", torch.from_numpy(vectors))  # given, not learned
        self.meaning = nn.Linear(vectors.shape[1], meaning, bias=False)
        self.word = nn.Linear(meaning, dimensions, bias=False)
        self.bias = nn.Parameter(torch.zeros(dimensions))
        self.first = nn.LSTM(dimensions + CONTEXTS, units, bidirectional=True, batch_first=True)
        self.second = nn.LSTM(2 * units, units, bidirectional=True, batch_first=True)
        self.next_cluster = nn.Linear(units, clusters)
        self.last_cluster = nn.Linear(units, clusters)
        self.tags = nn.Linear(4 * units, tags)
        self.arc_child = nn.Linear(2 * units, arc)
        self.arc_head = nn.Linear(2 * units, arc)
        self.bilinear = nn.Parameter(torch.randn(arc, arc) * 0.05)
        self.head_bias = nn.Parameter(torch.zeros(arc))
        self.arc_root = nn.Parameter(torch.randn(arc) * 0.1)
        self.label_child = nn.Linear(2 * units, label)
        self.label_head = nn.Linear(2 * units, label)
        self.label_root = nn.Parameter(torch.randn(label) * 0.1)
        self.relations = nn.Linear(label, relations)
        self.names = nn.Linear(4 * units, LABELS)
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))

    def drop(self, x):
        """The same units of a whole sequence (Gal & Ghahramani 2016)."""
        if not self.training:
            return x
        keep = 1 - self.dropout
        return x * ((torch.rand(x.shape[0], 1, x.shape[2]) < keep).float() / keep)

    def forward(self, batch, words, random=None):
        """States of both layers: [sentences, tokens, units]."""
        forms, place = np.unique(batch.forms, return_inverse=True)
        rows, begins = words.bags(forms, random)
        known = words.vectors[forms]
        if random is not None:
            known = known * (random.random_sample(len(known)) > UNKNOWN)
        vectors = self.word(self.meaning(self.vectors[torch.from_numpy(known)]))
        vectors = (vectors + self.rows(torch.from_numpy(rows), torch.from_numpy(begins)) + self.bias).clamp(0, 7.9)
        bits = ((batch.contexts[:, None] >> np.arange(CONTEXTS)) & 1).astype(np.float32)
        if random is not None:
            bits *= random.random_sample(bits.shape) > 0.1
        x = torch.cat([vectors[torch.from_numpy(place)], torch.from_numpy(bits)], 1)
        ends = np.cumsum(batch.sizes)
        where = batch.pad([np.arange(e - n, e) for e, n in zip(ends, batch.sizes)], len(batch.forms))
        x = torch.cat([x, torch.zeros(1, x.shape[1])])[torch.from_numpy(where)]
        first = self.drop(run(self.first, self.drop(x), batch.sizes))
        return first, self.drop(run(self.second, first, batch.sizes))

    def tag_scores(self, first, second):
        return self.tags(torch.cat([first, second], 2))

    def arc_scores(self, second, sizes):
        """[sentences, children, heads]; head 0 is the root."""
        child = self.arc_child(second).clamp(0, 15.9)
        head = self.arc_head(second).clamp(0, 15.9)
        head = torch.cat([self.arc_root.expand(len(sizes), 1, -1), head], 1)
        scores = torch.einsum("bik,bjk->bij", child @ self.bilinear + self.head_bias, head)
        inside = torch.arange(head.shape[1])[None, :] <= torch.from_numpy(sizes)[:, None]
        return scores.masked_fill(~inside[:, None, :], IMPOSSIBLE)

    def relation_scores(self, second, heads):
        child = self.label_child(second)
        head = torch.cat([self.label_root.expand(len(child), 1, -1), self.label_head(second)], 1)
        head = torch.gather(head, 1, heads[:, :, None].expand(-1, -1, head.shape[2]))
        return self.relations((child + head).clamp(0, 15.9))

    def name_scores(self, first, second):
        return self.names(torch.cat([first, second], 2))


def run(layer, x, sizes):
    packed = pack_padded_sequence(x, torch.from_numpy(sizes), batch_first=True)
    return pad_packed_sequence(layer(packed)[0], batch_first=True)[0]


def total(scores, transitions, sizes):
    """Logarithm of the summed weight of all label sequences of each sentence."""
    alpha = scores[:, 0] + START
    alphas = [alpha]
    for t in range(1, scores.shape[1]):
        alpha = torch.logsumexp(alpha[:, :, None] + transitions[None], 1) + scores[:, t]
        alphas.append(alpha)
    last = torch.stack(alphas, 1)[torch.arange(len(sizes)), torch.from_numpy(sizes) - 1]
    return torch.logsumexp(last + END, 1)


def entropy(scores, targets):
    return F.cross_entropy(scores.reshape(-1, scores.shape[-1]), targets.reshape(-1), ignore_index=-100, reduction="sum")


def cluster_loss(net, first, batch, words):
    """How badly each direction of the first layer foretells the cluster of the next word (Rei 2017)."""
    if first.shape[1] < 2:
        return 0.0
    ends = np.cumsum(batch.sizes)
    clusters = words.clusters[batch.forms]
    targets = torch.from_numpy(batch.pad([clusters[e - n : e] for e, n in zip(ends, batch.sizes)], -100))
    ahead = entropy(net.next_cluster(first[:, :-1, : net.units]), targets[:, 1:])
    before = torch.where(targets[:, 1:] < 0, -100, targets[:, :-1])
    return ahead + entropy(net.last_cluster(first[:, 1:, net.units :]), before)


def tree_loss(net, batch, words, random):
    first, second = net(batch, words, random)
    heads = torch.from_numpy(batch.padded("heads", -101)) + 1
    relations = torch.from_numpy(batch.padded("relations", -100))
    loss = 0.5 * entropy(net.tag_scores(first, second), torch.from_numpy(batch.padded("tags", -100)))
    loss = loss + entropy(net.arc_scores(second, batch.sizes), heads)
    loss = loss + 0.5 * entropy(net.relation_scores(second, heads.clamp(min=0)), relations)
    return (loss + 0.15 * cluster_loss(net, first, batch, words)) / batch.sizes.sum()


def name_loss(net, batch, words, random):
    """Of all label sequences that a sentence's partial annotation allows."""
    first, second = net(batch, words, random)
    scores = net.name_scores(first, second)
    allowed = (torch.from_numpy(batch.padded("allowed", 1))[:, :, None] >> torch.arange(LABELS)) & 1
    transitions = net.transitions + FOLLOW
    gold = total(scores.masked_fill(allowed == 0, IMPOSSIBLE), transitions, batch.sizes)
    weights = torch.tensor([corpus.weight for corpus, _ in batch.items])
    loss = ((total(scores, transitions, batch.sizes) - gold) * weights).sum()
    return 2 * (loss + 0.075 * cluster_loss(net, first, batch, words)) / batch.sizes.sum()
