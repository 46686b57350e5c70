"""How well articles are grouped into stories: the annotated sets, pooled as one list.

    python -m benchmarks.grouping_accuracy [--errors]

The articles of outlets_dev, outlets2_dev, omissions_dev, superpal_dev, ecb_dev and
ecb2_dev in `../shared/eval`, each once, as one list; those of one event are one group.
Fables (aesop_dev) are no news. Five events stand there under two ids, as reading them
showed; they count as one, and the first line of the table says what comes out if not.

Figures: precision, recall and F1 of pairs, the same by B-cubed, purity. How alike two
articles must be is set by the events of the other folds (ten), as the best F1 of
their pairs in the grouping of all; who else is in the story of an article is judged by
the threshold of its own fold. `--errors` lists the stories that are mixed or in pieces.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.goldsets import rows
from benchmarks.logistic import fold_of
from newsdiff.grouping import Signature, Stories, group, signature
from newsdiff.grouping.clustering import Rule, groups_of
from newsdiff.grouping.index import UNIT
from newsdiff.grouping.partition import ALIKE
from newsdiff.reading import read_text

SETS: Final = {
    **dict.fromkeys(("outlets_dev", "outlets2_dev", "omissions_dev"), 0),
    **dict.fromkeys(("ecb_dev", "ecb2_dev"), 0),
    "superpal_dev": 1,
}
"""Which part of an id is the event."""
SAME: Final = {"h27": "g14", "h23": "g31", "h21": "g32", "h31": "g13", "h26": "g29"}
"""Events under two ids: read, and found to be the same."""
LEVELS: Final = tuple(n / 100 for n in range(10, 32))
SHOWN: Final = 100
"""Characters of an article that tell a reader which it is."""
FIRST: Final = date(2024, 1, 1).toordinal()

Labels = NDArray[np.int64]
Together = NDArray[np.bool_]


class Figures(NamedTuple):
    """What a grouping is worth."""

    precision: float
    recall: float
    f1: float
    b_precision: float
    b_recall: float
    b_f1: float
    purity: float


@dataclass(frozen=True)
class Pool:
    """All articles as one list."""

    texts: tuple[str, ...]
    events: tuple[str, ...]

    def signatures(self) -> list[Signature]:
        """Of each article, undated."""
        return [signature(text) for text in self.texts]

    def dated(self) -> list[Signature]:
        """Of each article, dated by what reading finds in it."""
        return [signature(text, published=_published(text)) for text in self.texts]

    def with_invented_days(self, most: int) -> list[Signature]:
        """As if each event were of a day, drawn by chance, or one of the next two.

        Args:
            most: Days to draw from.
        """
        draw = random.Random(0)  # noqa: S311 - no secret
        days = {event: draw.randrange(most) for event in sorted(set(self.events))}
        return [
            replace(one, day=FIRST + days[event] + draw.randrange(3))
            for one, event in zip(self.signatures(), self.events, strict=True)
        ]


def pool(same: Mapping[str, str] = SAME) -> Pool:
    """The articles of the annotated sets, each once.

    Args:
        same: Ids of events that are another's.
    """
    found: dict[str, str] = {}
    for name, part in SETS.items():
        for row in rows(name):
            event = row["id"].split("/")[part]
            for side in ("a", "b"):
                found.setdefault("\n\n".join(row[side]), same.get(event, event))
    return Pool(tuple(found), tuple(found.values()))


def figures(found: Labels, gold: Labels) -> Figures:
    """What a grouping is worth.

    Args:
        found: The group of each article.
        gold: Its event.
    """
    return figures_of(found[:, None] == found[None], gold)


def figures_of(mine: Together, gold: Labels) -> Figures:
    """What is worth that articles are taken to be of one story.

    Args:
        mine: For each article, which articles are in its story, itself too.
        gold: The event of each.
    """
    right = gold[:, None] == gold[None]
    shared, size, wanted = (mine & right).sum(1), mine.sum(1), right.sum(1)
    precision = float((shared - 1).sum() / max(1, (size - 1).sum()))
    recall = float((shared - 1).sum() / max(1, (wanted - 1).sum()))
    b_precision, b_recall = (
        float((shared / size).mean()),
        float((shared / wanted).mean()),
    )
    most = [Counter(gold[row].tolist()).most_common(1)[0][1] for row in mine]
    return Figures(
        precision,
        recall,
        _f1(precision, recall),
        b_precision,
        b_recall,
        _f1(b_precision, b_recall),
        float((np.array(most) / size).mean()),
    )


def by_average(stories: Stories, least: float) -> Labels:
    """Groups by average link, as newsdiff makes them, from any likeness on."""
    edges = stories.partition.edges
    keys = [one.key for one in stories.signatures]
    groups = groups_of(range(len(keys)), edges, keys, least * UNIT, Rule())
    return _labels(groups, len(keys))


def by_extremes(stories: Stories, least: float, *, single: bool) -> Labels:
    """Groups by single link (any pair will do) or complete link (all must)."""
    number = len(stories.signatures)
    alike = np.zeros((number, number))
    a, b, how = stories.partition.edges
    alike[a, b] = alike[b, a] = how / UNIT
    pick = np.maximum if single else np.minimum
    groups = {n: frozenset((n,)) for n in range(number)}
    while True:
        one, other = divmod(int(alike.argmax()), number)
        if alike[one, other] < least:
            return _labels(groups.values(), number)
        groups[one] |= groups.pop(other)
        alike[one] = alike[:, one] = pick(alike[one], alike[other])
        alike[one, one] = 0
        alike[other] = alike[:, other] = 0


def by_first_come(stories: Stories, least: float) -> Labels:
    """Each article in turn to the group it is most like on average, or alone."""
    alike: dict[int, dict[int, float]] = defaultdict(dict)
    for a, b, how in zip(*stories.partition.edges, strict=True):
        alike[int(b)][int(a)] = alike[int(a)][int(b)] = how / UNIT
    groups: list[list[int]] = []
    for number in range(len(stories.signatures)):
        own = alike[number]
        means = [sum(own.get(m, 0.0) for m in g) / len(g) for g in groups]
        best = max(range(len(means)), key=means.__getitem__, default=None)
        if best is None or means[best] < least:
            groups.append([number])
        else:
            groups[best].append(number)
    return _labels(map(frozenset, groups), len(stories.signatures))


def cross_validated(
    make: Callable[[float], Labels], events: Sequence[str]
) -> tuple[Figures, list[float]]:
    """Figures where each event is judged by what the events of other folds chose.

    Args:
        make: The groups from a likeness on.
        events: The event of each article.
    """
    gold = numbered(events)
    fold = fold_of(events)
    folds = np.array([fold[event] for event in events])
    made = {level: make(level) for level in LEVELS}
    mine = np.zeros((len(gold), len(gold)), bool)
    chosen = []
    for each in sorted(set(folds.tolist())):
        own = folds == each
        chosen.append(
            max(LEVELS, key=lambda level: figures(made[level][~own], gold[~own]).f1)
        )
        labels = made[chosen[-1]]
        mine[own] = labels[own][:, None] == labels[None]
    return figures_of(mine, gold), chosen


def numbered(names: Sequence[str]) -> Labels:
    """Names as numbers."""
    order = {name: n for n, name in enumerate(dict.fromkeys(names))}
    return np.array([order[name] for name in names])


def labels_of(stories: Stories, signatures: Sequence[Signature]) -> Labels:
    """The story of each article."""
    of = {key: n for n, story in enumerate(stories.stories) for key in story.keys}
    return np.array([of[one.key] for one in signatures])


def errors(found: Labels, articles: Pool) -> Iterator[str]:
    """The stories that hold several events, and the events in several stories."""
    heads = [text.replace("\n", " ")[:SHOWN] for text in articles.texts]
    events = np.array(articles.events)
    for label in sorted(set(found.tolist())):
        inside = events[found == label]
        if len(set(inside)) > 1:
            yield f"mixed: {dict(Counter(inside.tolist()))}"
            for event in sorted(set(inside)):
                first = int(np.flatnonzero((found == label) & (events == event))[0])
                yield f"    {event}  {heads[first]}"
    for event in sorted(set(articles.events)):
        pieces = Counter(found[events == event].tolist())
        if len(pieces) > 1:
            yield f"in pieces: {event} {sorted(pieces.values(), reverse=True)}"
            for label in pieces:
                first = int(np.flatnonzero((found == label) & (events == event))[0])
                yield f"    {pieces[label]}  {heads[first]}"


def small_lists(
    signatures: Sequence[Signature], events: Sequence[str], number: int, lists: int
) -> Figures:
    """What is right in short lists of articles on some events, drawn by chance."""
    draw = random.Random(0)  # noqa: S311 - no secret
    names = sorted(set(events))
    parts = []
    for _ in range(lists):
        chosen = set(draw.sample(names, number))
        inside = [one for one, e in zip(signatures, events, strict=True) if e in chosen]
        gold = numbered([e for e in events if e in chosen])
        parts.append(figures(labels_of(group(inside), inside), gold))
    mean = Figures(*np.array(parts).mean(0).tolist())
    f1, b_f1 = _f1(mean.precision, mean.recall), _f1(mean.b_precision, mean.b_recall)
    return mean._replace(f1=f1, b_f1=b_f1)


def late_counts(signatures: Sequence[Signature], share: float) -> float:
    """Articles, of all, in another story where a part was added after counting.

    Args:
        signatures: Of all articles.
        share: How much of them was counted.
    """
    mixed = list(signatures)
    random.Random(0).shuffle(mixed)  # noqa: S311 - no secret
    begun = round(share * len(mixed))
    grown = group(mixed[:begun]).with_articles(mixed[begun:])
    anew = group(mixed)
    changed = [
        one for one in mixed if grown.story_of(one.key) != anew.story_of(one.key)
    ]
    return len(changed) / len(mixed)


def _labels(groups: Iterable[frozenset[int]], number: int) -> Labels:
    found = np.zeros(number, np.int64)
    for label, members in enumerate(groups):
        found[list(members)] = label
    return found


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(precision + recall, 1e-9)


def _published(text: str) -> str | None:
    return read_text(text, source="-").published


def _line(name: str, found: Figures) -> str:
    return (
        f"| {name} | "
        + " | ".join(f"{value:.3f}"[1:] if value < 1 else "1" for value in found)
        + " |"
    )


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    articles = pool()
    if not articles.texts:
        print("../shared/eval is not there.")
        return
    bare = articles.signatures()
    stories = group(bare)
    found = labels_of(stories, bare)
    print(f"{len(articles.texts)} articles, {len(set(articles.events))} events\n")
    print(
        "| | pairs: precision | recall | F1 "
        "| B-cubed: precision | recall | F1 | purity |"
    )
    print("|---|---|---|---|---|---|---|---|")
    print(*_packaged(articles, found), sep="\n")
    print(*_other_ways(articles, stories), sep="\n")
    for number, lists in ((1, 146), (2, 100), (5, 60), (20, 20)):
        name = f"packaged, lists of {number} events"
        print(_line(name, small_lists(bare, articles.events, number, lists)))
    print()
    for share in (0.9, 0.5, 0.0):
        print(
            f"counted with {share:.0%} of the articles, the others added one by one: "
            f"{late_counts(bare, share):.1%} of them in another story"
        )
    if asked.errors:
        print()
        print(*errors(found, articles), sep="\n")


def _packaged(articles: Pool, found: Labels) -> Iterator[str]:
    """Lines of what newsdiff does: without days, with those known, with invented ones.

    Args:
        articles: All of them.
        found: The story of each without its day.
    """
    gold, dated = numbered(articles.events), articles.dated()
    strict = numbered(pool({}).events)
    yield _line(f"packaged ({ALIKE / UNIT}), ids as they are", figures(found, strict))
    yield _line("packaged", figures(found, gold))
    days = sum(one.day is not None for one in dated)
    of = labels_of(group(dated), dated)
    yield _line(f"packaged, {days} dated", figures(of, gold))
    for span in (365, 60):
        invented = articles.with_invented_days(span)
        name = f"packaged, events on invented days of {span}"
        yield _line(name, figures(labels_of(group(invented), invented), gold))


def _other_ways(articles: Pool, stories: Stories) -> Iterator[str]:
    """Lines of other ways of grouping."""
    ways: dict[str, Callable[[float], Labels]] = {
        "average link": lambda level: by_average(stories, level),
        "single link": lambda level: by_extremes(stories, level, single=True),
        "complete link": lambda level: by_extremes(stories, level, single=False),
        "first come, by average": lambda level: by_first_come(stories, level),
    }
    for name, make in ways.items():
        mean, chosen = cross_validated(make, articles.events)
        levels = f"{min(chosen):.2f}–{max(chosen):.2f}"
        yield _line(f"{name}, cross-validated ({levels})", mean)


if __name__ == "__main__":
    main()
