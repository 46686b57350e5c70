"""Why two sentences are linked or not → text and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from newsdiff import __version__
from newsdiff.aligning.explaining import Explanation, NotCompared, Part
from newsdiff.aligning.selection import LEADING
from newsdiff.export.formats.json import write_paraphrase, written
from newsdiff.model import Article, Nearest, Pair, Role, Side, State
from newsdiff.wording.blocks import Block, as_text, percent
from newsdiff.wording.reasons import in_quotes, tell_reason

SCHEMA: Final = "newsdiff/explanation/1"
_DECIMALS: Final = 4
_HEAD: Final = "  adds  value  usual weight  "
_NOT_LOOKED_AT: Final = (
    "They were not looked at as a pair, since both have closer candidates or share no "
    "telling word. The figures are what they would have got."
)
_STATES: Final = {
    State.MATCHED: "matched: they tell the same",
    State.RELATED: "only related: worth a look",
    None: "not linked",
}


def explanation_text(explained: Explanation | NotCompared) -> str:
    """The explanation in words, ending with a line feed."""
    if isinstance(explained, NotCompared):
        return as_text(
            [
                write_sentences(explained),
                [("", line) for line in write_not_compared(explained)],
            ]
        )
    return as_text(
        [
            write_sentences(explained),
            list(write_verdict(explained)),
            list(write_runners_up(explained)),
            list(_parts(explained)),
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
    """What both say in other words, the probability, the telling words both have."""
    least = explained.least
    chance = (
        f"Probability that both share a statement: {percent(explained.score)}, "
        f"{_STATES[explained.state]} (matched from {percent(least[State.MATCHED])}, "
        f"related from {percent(least[State.RELATED])}, or from "
        f"{percent(least[LEADING])} where one of the two has no other candidate "
        "half as likely)."
    )
    told = tell_reason(
        explained.articles,
        explained.paraphrases,
        explained.reason,
        matched=explained.state is State.MATCHED,
    )
    lines = [told, chance] if told else [chance]
    if explained.identical:
        weighed = percent(explained.weighed)
        lines.append(f"Both read the same, which settles it; weighed, it is {weighed}.")
    elif not explained.candidate:
        lines.append(_NOT_LOOKED_AT)
    if not explained.reason:
        lines.append("They share no telling word.")
    elif not told:
        lines.append(f"In both: {in_quotes(explained.reason)}.")
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


def _parts(explained: Explanation) -> Block:
    """A table: what each feature adds in log-odds, and from what."""
    return [
        (_HEAD, "feature: what it says"),
        *((_columns(part), f"{part.name}: {part.meaning}") for part in explained.parts),
        (f"{_signed(explained.bias)}  ", "where the sum starts"),
        (
            f"{_signed(_total(explained))}  ",
            f"the sum, in log-odds: {percent(explained.weighed)}",
        ),
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
        "identical": explained.identical,
        "candidate": explained.candidate,
        "reason": list(explained.reason),
        "paraphrases": [
            write_paraphrase(one, explained.articles) for one in explained.paraphrases
        ],
        "runner_up": _sides(explained.runner_up),
        "bias": explained.bias,
        "features": [
            {
                "name": part.name,
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
