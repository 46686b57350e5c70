"""Why two sentences are linked or not → text and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from newsdiff import __version__
from newsdiff.aligning.explaining import Explanation, NotCompared, Part
from newsdiff.export.formats.json import write_paraphrase, written
from newsdiff.model import Article, Nearest, Pair, Role, Side
from newsdiff.wording.blocks import Block, as_text, percent
from newsdiff.wording.decisions import tell_chance, tell_decision

SCHEMA: Final = "newsdiff/explanation/1"
_DECIMALS: Final = 4
_HEAD: Final = "  adds  value  usual weight  "
_NOT_LOOKED_AT: Final = (
    "They were not looked at as a pair, since both have closer candidates or share no "
    "telling word. The figures are what they would have got."
)
_MORE: Final = "With --table, what every feature adds is printed too."
_SCALE: Final = (
    "What speaks for a link (+) and against it (-), in log-odds: +0.7 doubles the "
    "odds, -0.7 halves them. Features of a group overlap and make up for each other: "
    "their sum counts."
)


def explanation_text(
    explained: Explanation | NotCompared, *, table: bool = False
) -> str:
    """The explanation in words, ending with a line feed.

    Args:
        explained: What to write.
        table: Whether to add what every feature adds.
    """
    if isinstance(explained, NotCompared):
        return as_text(
            [
                write_sentences(explained),
                [("", line) for line in write_not_compared(explained)],
            ]
        )
    return as_text(
        [
            [("", tell_decision(explained))],
            write_sentences(explained),
            write_verdict(explained),
            write_runners_up(explained),
            *(write_table(explained) if table else [[("", _MORE)]]),
        ]
    )


def write_not_compared(explained: NotCompared) -> Iterator[str]:
    """Why there is nothing to explain, a sentence for each side concerned."""
    for side in explained.sides:
        sentence = explained.articles[side].sentences[explained.sentences[side]]
        what = "a dateline" if sentence.role is Role.DATELINE else "boilerplate"
        rule = f" (rule {sentence.rule})" if sentence.rule else ""
        name = f"{side.name} {explained.sentences[side] + 1}"
        yield f"{name} is {what}{rule}: it is not compared, so nothing was weighed."


def write_sentences(explained: Explanation | NotCompared) -> Block:
    """Both sentences with their numbers."""
    lines = []
    for side in Side:
        article, index = explained.articles[side], explained.sentences[side]
        lines.append(("", f"{side.name} {index + 1}, {article.label}"))
        lines.append(("  ", article.words_of(index)))
    return lines


def write_verdict(explained: Explanation) -> Block:
    """The probability, and what it is set against."""
    lines = [tell_chance(explained)]
    if explained.identical:
        lines.append(f"Weighed, it would be {percent(explained.weighed)}.")
    elif not explained.candidate:
        lines.append(_NOT_LOOKED_AT)
    return [("", line) for line in lines]


def write_runners_up(explained: Explanation) -> Block:
    """The best other candidate of each of the two."""
    lines: Block = []
    for side in Side:
        name = f"{side.name} {explained.sentences[side] + 1}"
        rival = explained.runner_up[side]
        if rival is None:
            lines.append(("", f"{name} has no other candidate."))
            continue
        other = f"{side.other.name} {rival.sentence + 1}"
        words = explained.articles[side.other].words_of(rival.sentence)
        lines.append(("", f"Best other candidate of {name}: {percent(rival.score)}"))
        lines.append((f"  {other:<6} ", words))
    return lines


def write_table(explained: Explanation) -> Iterator[Block]:
    """What every group of features adds in log-odds; below each, its features."""
    yield [("", _SCALE)]
    yield [
        *((f"{_signed(total)}  ", group.value) for group, total in explained.groups),
        (f"{_signed(explained.bias)}  ", "where the sum starts"),
        (
            f"{_signed(_total(explained))}  ",
            f"the sum, in log-odds: {percent(explained.weighed)}",
        ),
    ]
    for group, total in explained.groups:
        parts = [part for part in explained.parts if part.group is group]
        yield [
            (f"{_signed(total)}  ", f"{group.value}, of which:"),
            (_HEAD, "feature: what it says"),
            *((_columns(part), f"{part.name}: {part.meaning}") for part in parts),
        ]


def _columns(part: Part) -> str:
    numbers = f"{part.value:6.2f} {part.usual:6.2f} {_signed(part.weight)}"
    return f"{_signed(part.part)} {numbers}  "


def _signed(number: float) -> str:
    """Six columns; what is next to nothing has no minus."""
    return f"{round(number, 2) + 0.0:+6.2f}"


def _total(explained: Explanation) -> float:
    return explained.bias + sum(part.part for part in explained.parts)


def explanation_json(explained: Explanation | NotCompared) -> str:
    """The explanation as one JSON document, ending with a line feed."""
    return written(
        {
            "schema": SCHEMA,
            "newsdiff": __version__,
            "articles": [
                _article(explained.articles[side], explained.sentences[side])
                for side in Side
            ],
            **_details(explained),
        }
    )


def _article(article: Article, index: int) -> dict[str, Any]:
    sentence = article.sentences[index]
    return {
        "label": article.label,
        "source": article.source,
        "sentence": index,
        "start": sentence.start,
        "end": sentence.end,
        "role": sentence.role.value,
        "rule": sentence.rule,
        "text": article.words_of(index),
    }


def _details(explained: Explanation | NotCompared) -> dict[str, Any]:
    if isinstance(explained, NotCompared):
        return {"compared": False}
    return {
        "compared": True,
        "state": explained.state and explained.state.value,
        "score": round(explained.score, _DECIMALS),
        "weighed": round(explained.weighed, _DECIMALS),
        "least": dict(explained.least),
        "measured": dict(explained.measured),
        "identical": explained.identical,
        "candidate": explained.candidate,
        "decision": tell_decision(explained),
        "reason": list(explained.reason),
        "lacking": {s.value: list(explained.lacking[s]) for s in Side},
        "paraphrases": [
            write_paraphrase(one, explained.articles) for one in explained.paraphrases
        ],
        "runner_up": _sides(explained.runner_up),
        "bias": explained.bias,
        "groups": [
            {"name": group.value, "part": round(total, _DECIMALS)}
            for group, total in explained.groups
        ],
        "features": [
            {
                "name": part.name,
                "group": part.group.value,
                "meaning": part.meaning,
                "value": round(part.value, _DECIMALS),
                "usual": part.usual,
                "scale": part.scale,
                "weight": part.weight,
                "part": round(part.part, _DECIMALS),
            }
            for part in explained.parts
        ],
    }


def _sides(pair: Pair[Nearest | None]) -> dict[str, Any]:
    return {
        side.value: near
        and {"sentence": near.sentence, "score": round(near.score, _DECIMALS)}
        for side in Side
        for near in [pair[side]]
    }
