"""Every file in this folder is a test; README.md says how to read one."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdiff.comparing import compare, differing_words, rows_of
from newsdiff.model import Comparison, Side
from newsdiff.reading import read_text

CASES = sorted(Path(__file__).parent.glob("*.txt"))


def parse(path: Path) -> tuple[Comparison, list[str]]:
    text = path.read_text("utf-8")
    _, rest = text.split("--- A\n", 1)
    a, rest = rest.split("--- B\n", 1)
    b, expected = rest.split("--- expect\n", 1)
    articles = [read_text(t.rstrip("\n"), source=s) for t, s in ((a, "A"), (b, "B"))]
    return compare(*articles), [line for line in expected.splitlines() if line.strip()]


def said(comparison: Comparison, status: str, wording: str) -> list[str | None]:
    """The kinds of absence of the facts with this status and wording."""
    return [
        fact.absence
        for fact in comparison.facts
        if fact.status == status and wording in (fact.value.a, fact.value.b)
    ]


def holds(comparison: Comparison, line: str) -> bool:
    what, _, rest = line.partition(" ")
    words = rest.split()
    match what:
        case "link" | "no-link":
            pair = (int(words[0]) - 1, int(words[1]) - 1)
            linked = pair in {(link.a, link.b) for link in comparison.links}
            return linked is (what == "link")
        case "row":
            numbers = [
                () if w == "-" else tuple(int(n) - 1 for n in w.split(","))
                for w in words[-2:]
            ]
            mark = " " if len(words) == 2 else words[0]
            return (mark, *numbers) in {
                (row.mark.value, row.sentences.a, row.sentences.b)
                for row in rows_of(comparison)
            }
        case "only_a" | "only_b":
            absence, _, wording = rest.partition(" ")
            return absence in said(comparison, what, wording)
        case "both":
            return bool(said(comparison, "both", rest))
        case "not-a-fact":
            return all(rest not in fact.value for fact in comparison.facts)
        case "role":
            side, number, role, *rule = words
            sentence = comparison.articles[Side(side.lower())].sentences[
                int(number) - 1
            ]
            return (sentence.role, sentence.rule) == (role, rule[0] if rule else None)
        case "title":
            side, _, title = rest.partition(" ")
            given = comparison.articles[Side(side.lower())].title
            return given == (None if title == "-" else title)
        case "emphasis":
            return words[1] in emphasised(comparison, Side(words[0].lower()))
    message = f"unknown expectation: {line}"
    raise ValueError(message)


def emphasised(comparison: Comparison, side: Side) -> set[str]:
    found = set()
    for row in rows_of(comparison):
        texts = [
            " ".join(comparison.articles[s].words_of(i) for i in row.sentences[s])
            for s in Side
        ]
        if all(texts):
            spans = differing_words(*texts)[side]
            text = texts[0] if side is Side.A else texts[1]
            found |= {text[span.start : span.end] for span in spans}
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    comparison, expected = parse(path)
    assert expected, "a case must expect something"
    failed = [line for line in expected if not holds(comparison, line)]
    assert not failed, describe(comparison)


def describe(comparison: Comparison) -> str:
    """What came out, for a person mending a case."""
    lines = []
    for side in Side:
        article = comparison.articles[side]
        lines += [
            f"{side} {i + 1} {s.role} {s.rule or ''} {article.words_of(i)!r}"
            for i, s in enumerate(article.sentences)
        ]
    lines += [
        f"link {k.a + 1} {k.b + 1} {k.state} {k.score:.2f}" for k in comparison.links
    ]
    lines += [f"{f.status} {f.absence} {f.kind} {f.value}" for f in comparison.facts]
    return "\n".join(lines)
