"""Every file in this folder is a test; README.md says how to read one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff.comparing import compare, differing_words, rows_of
from newsdiff.model import Comparison, Pair, Side, State, Status
from newsdiff.reading import read_text

Expectation = Callable[[Comparison, str], bool]
CASES = sorted(Path(__file__).parent.glob("*.txt"))


def parse(path: Path) -> tuple[Comparison, list[str]]:
    text = path.read_text("utf-8")
    _, rest = text.split("--- A\n", 1)
    a, rest = rest.split("--- B\n", 1)
    b, expected = rest.split("--- expect\n", 1)
    texts = Pair(a, b).map(lambda text: text.rstrip("\n"))
    comparison = compare(read_text(texts.a, source="A"), read_text(texts.b, source="B"))
    return comparison, [line for line in expected.splitlines() if line.strip()]


def said(comparison: Comparison, status: str, wording: str) -> list[str | None]:
    """The kinds of absence of the facts with this status and wording."""
    return [
        fact.absence
        for fact in comparison.facts
        if fact.status == status and wording in (fact.value.a, fact.value.b)
    ]


def is_linked(comparison: Comparison, rest: str) -> bool:
    return linked_as(comparison, rest) is not None


def linked_as(comparison: Comparison, rest: str) -> State | None:
    a, b = (int(number) - 1 for number in rest.split()[:2])
    states = {(link.a, link.b): link.state for link in comparison.links}
    return states.get((a, b))


def has_row(comparison: Comparison, rest: str) -> bool:
    *marks, a, b = rest.split()
    mark = marks[0] if marks else " "
    return (mark, numbers(a), numbers(b)) in {
        (row.mark.value, row.sentences.a, row.sentences.b)
        for row in rows_of(comparison)
    }


def numbers(given: str) -> tuple[int, ...]:
    return () if given == "-" else tuple(int(n) - 1 for n in given.split(","))


def is_only(status: str) -> Expectation:
    def holds(comparison: Comparison, rest: str) -> bool:
        absence, _, wording = rest.partition(" ")
        return absence in said(comparison, status, wording)

    return holds


def has_role(comparison: Comparison, rest: str) -> bool:
    side, number, role, *rule = rest.split()
    article = comparison.articles[Side(side.lower())]
    sentence = article.sentences[int(number) - 1]
    return (sentence.role, sentence.rule) == (role, rule[0] if rule else None)


def has_title(comparison: Comparison, rest: str) -> bool:
    side, _, title = rest.partition(" ")
    given = comparison.articles[Side(side.lower())].title
    return given == (None if title == "-" else title)


def conflicting(comparison: Comparison) -> set[str]:
    """The conflicts as "KIND VALUE_A | VALUE_B"."""
    facts = [fact for fact in comparison.facts if fact.status is Status.CONFLICT]
    return {f"{fact.kind} {fact.value.a} | {fact.value.b}" for fact in facts}


def is_emphasised(comparison: Comparison, rest: str) -> bool:
    side, word = rest.split()[:2]
    return word in emphasised(comparison, Side(side.lower()))


EXPECTATIONS: dict[str, Expectation] = {
    "link": is_linked,
    "no-link": lambda comparison, rest: not is_linked(comparison, rest),
    "matched": lambda comparison, rest: linked_as(comparison, rest) == "matched",
    "not-matched": lambda comparison, rest: linked_as(comparison, rest) != "matched",
    "row": has_row,
    "only_a": is_only("only_a"),
    "only_b": is_only("only_b"),
    "both": lambda comparison, rest: bool(said(comparison, "both", rest)),
    "not-a-fact": lambda comparison, rest: all(
        rest not in fact.value for fact in comparison.facts
    ),
    "conflict": lambda comparison, rest: rest in conflicting(comparison),
    "no-conflicts": lambda comparison, _: not conflicting(comparison),
    "role": has_role,
    "title": has_title,
    "emphasis": is_emphasised,
}
"""What the first word of an expectation asks for."""


def holds(comparison: Comparison, line: str) -> bool:
    what, _, rest = line.partition(" ")
    if what not in EXPECTATIONS:
        message = f"unknown expectation: {line}"
        raise ValueError(message)
    return EXPECTATIONS[what](comparison, rest)


def emphasised(comparison: Comparison, side: Side) -> set[str]:
    found = set()
    for row in rows_of(comparison):
        texts = [
            " ".join(comparison.articles[s].words_of(i) for i in row.sentences[s])
            for s in Side
        ]
        if all(texts):
            spans = differing_words(texts[0], texts[1])[side]
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
