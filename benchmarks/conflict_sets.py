"""How right newsdiff is about values: what differs, what does not, by kind.

    python -m benchmarks.conflict_sets [--write]

Short pairs (values/: equal, differ, apart) and the annotated conflicts of real articles
(outlets2_dev, ecb_dev). `--write` puts the tables into `docs/accuracy.md`. The sets lie
in `../shared/eval` and are no part of the repository.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from benchmarks.goldsets import EVAL, ROOT, rows
from newsdiff import compare
from newsdiff.model import Article, Comparison, Fact, Kind, Pair, Side, Span, Status
from newsdiff.reading import read_text

PAGE: Final = ROOT / "docs" / "accuracy.md"
SHORT_SETS: Final = ("equal", "differ", "apart")
REAL_SETS: Final = ("outlets2_dev", "ecb_dev")
ALONE: Final = (Kind.NUMBER, Kind.DATE, Kind.QUOTE)
"""Kinds besides names that equal texts must not have on one side alone."""

Gold = tuple[Pair[Span], str]
"""The two phrases of an annotated conflict, and its kind."""


def short_rows(name: str) -> Iterator[dict[str, str]]:
    """The lines of one set of short pairs; none where it is not there."""
    path = EVAL / "values" / f"{name}.tsv"
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def short_pair(row: dict[str, str]) -> Pair[Article]:
    """Both texts of a line as articles."""
    texts = Pair(row["A"], row["B"])
    return texts.map(lambda t: read_text(t.replace("\\n", "\n"), source="text"))


def short_gold(row: dict[str, str], articles: Pair[Article]) -> list[Gold]:
    """The two phrases of a line that differ; none where none are given."""
    phrases = Pair(row.get("phrase of A"), row.get("phrase of B"))
    if not (phrases.a and phrases.b):
        return []
    spans = articles.map(lambda one, words: _place(one.text, words), phrases)
    return [(spans, row["kind"])]


def _place(text: str, phrase: str | None) -> Span:
    words = phrase or ""
    found = re.search(rf"(?<!\w){re.escape(words)}", text)
    start = found.start() if found else text.index(words)
    return Span(start, start + len(words))


def real_pair(row: dict[str, Any]) -> tuple[Pair[Article], list[Gold]]:
    """Both articles of a row, a sentence a paragraph, and where they differ."""
    sentences = Pair(row["a"], row["b"])
    articles = sentences.map(lambda own: read_text("\n\n".join(own), source="text"))
    starts = articles.map(_starts, sentences)
    gold = []
    for i, phrase, j, other, kind in row["conflicts"]:
        a = starts.a[i] + row["a"][i].index(phrase)
        b = starts.b[j] + row["b"][j].index(other)
        spans = Pair(Span(a, a + len(phrase)), Span(b, b + len(other)))
        gold.append((spans, kind))
    return articles, gold


def _starts(article: Article, sentences: list[str]) -> list[int]:
    starts, at = [], 0
    for sentence in sentences:
        at = article.text.index(sentence.strip(), at)
        starts.append(at)
        at += len(sentence.strip())
    return starts


def covers(spans: Pair[tuple[Span, ...]], phrases: Pair[Span]) -> bool:
    """Whether places overlap a phrase on both sides."""
    return all(
        any(p.start < phrases[s].end and phrases[s].start < p.end for p in spans[s])
        for s in Side
    )


def is_right(name: str, comparison: Comparison, gold: list[Gold]) -> bool:
    """Whether a short pair is compared as its set wants it."""
    conflicts = _conflicts(comparison)
    if name == "apart":
        return not conflicts
    if name == "equal":
        return not conflicts and not any(map(_stands_alone, comparison.facts))
    hits = [fact for fact in conflicts if covers(fact.spans, gold[0][0])]
    return bool(hits) and len(conflicts) - len(hits) <= 1


def _conflicts(comparison: Comparison) -> list[Fact]:
    return [f for f in comparison.facts if f.status is Status.CONFLICT]


def _stands_alone(fact: Fact) -> bool:
    return fact.status.side is not None and (fact.kind.is_name or fact.kind in ALONE)


def short_table() -> str:
    """A line for each kind of short pair: how many are right."""
    lines = ["| set | kind | right | lines |", "|---|---|---|---|"]
    for name in SHORT_SETS:
        right: Counter[str] = Counter()
        every: Counter[str] = Counter()
        for row in short_rows(name):
            articles = short_pair(row)
            found = compare(*articles)
            every[row["kind"]] += 1
            right[row["kind"]] += is_right(name, found, short_gold(row, articles))
        share = right.total() / (every.total() or 1)
        lines.append(f"| {name} | all | **{share:.3f}** | {every.total()} |")
        lines += [f"| {name} | {k} | {right[k]} | {every[k]} |" for k in every]
    return "\n".join(lines)


def real_table() -> str:
    """A line for each set of real articles, and for each kind of conflict."""
    lines = ["| set | kind | found | annotated |", "|---|---|---|---|"]
    for name in REAL_SETS:
        found: Counter[str] = Counter()
        true: Counter[str] = Counter()
        said = right = 0
        for row in rows(name):
            if "conflicts" not in row:
                continue
            articles, gold = real_pair(row)
            facts = _conflicts(compare(*articles))
            said += len(facts)
            right += sum(any(covers(f.spans, g) for g, _ in gold) for f in facts)
            for phrases, kind in gold:
                true[kind] += 1
                found[kind] += any(covers(f.spans, phrases) for f in facts)
        recall = found.total() / (true.total() or 1)
        precision = right / (said or 1)
        lines.append(
            f"| {name} | all: recall **{recall:.3f}**, precision ≥ **{precision:.3f}** "
            f"of {said} said | {found.total()} | {true.total()} |"
        )
        lines += [f"| {name} | {k} | {found[k]} | {true[k]} |" for k in sorted(true)]
    return "\n".join(lines)


def main() -> None:
    """Measures, prints and, where asked, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    if not (EVAL / "values").is_dir():
        sys.exit("../shared/eval is needed to measure")
    page = PAGE.read_text("utf-8")
    for title, table in (("short pairs", short_table()), ("real", real_table())):
        print(table, "\n")
        part = rf"(<!-- {title} -->\n).*?(?=<!-- end -->)"
        page = re.sub(part, rf"\g<1>{table}\n", page, flags=re.DOTALL)
    if write:
        PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
