"""A claim and what was found of it in some articles → text and JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from newsdiff import __version__
from newsdiff.aligning.claims import Claimed, Difference, FoundClaim
from newsdiff.export.formats.json import written
from newsdiff.model import Article
from newsdiff.wording.about import count
from newsdiff.wording.blocks import Block, as_text, percent
from newsdiff.wording.differences import tell_differences

SCHEMA: Final = "newsdiff/claim/1"
_CAUTION: Final = (
    "Its numbers, dates, names, denials and speaker are checked. A free retelling may "
    "not be found."
)
_DECIMALS: Final = 4

Finding = tuple[Article, FoundClaim]


def claim_text(claim: str, findings: Sequence[Finding]) -> str:
    """What each article says of a claim, in words, ending with a line feed."""
    head = [("", line) for line in (f"Claim: “{claim}”", _CAUTION, _summary(findings))]
    blocks = [list(_finding(article, found)) for article, found in findings]
    return as_text([head, *blocks])


def claim_json(claim: str, findings: Sequence[Finding]) -> str:
    """The same as one JSON document, ending with a line feed."""
    return written(
        {
            "schema": SCHEMA,
            "newsdiff": __version__,
            "claim": claim,
            "articles": [
                {
                    "label": article.label,
                    "source": article.source,
                    "state": found.state.value,
                    "score": round(found.score, _DECIMALS),
                    "opposed": found.opposed,
                    "differences": [_difference(one) for one in found.differences],
                    "sentences": [_sentence(article, i) for i in found.sentences],
                    "nearest": None
                    if found.nearest is None
                    else _sentence(article, found.nearest),
                    "found": list(found.reason),
                    "missing": list(found.missing),
                }
                for article, found in findings
            ],
        }
    )


def _sentence(article: Article, index: int) -> dict[str, Any]:
    return {
        "sentence": index,
        "start": article.sentences[index].start,
        "end": article.sentences[index].end,
        "text": article.words_of(index),
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "kind": difference.kind.value,
        "sentence": difference.sentence,
        "start": difference.span.start,
        "end": difference.span.end,
        "text": difference.words,
        "claimed": difference.claimed,
    }


def _summary(findings: Sequence[Finding]) -> str:
    counted = Counter(None if f.differences else f.state for _, f in findings)
    return (
        f"Probably stated in {counted[Claimed.STATED]} of "
        f"{count(len(findings), 'article')}, told otherwise in {counted[None]}, "
        f"unclear in {counted[Claimed.UNCLEAR]}, "
        f"not found in {counted[Claimed.ABSENT]}."
    )


def _finding(article: Article, found: FoundClaim) -> Iterator[tuple[str, str]]:
    yield "", f"{article.label}: {_said(found)}"
    if found.state is Claimed.ABSENT:
        yield "  ", f"No sentence of {article.label} was found to say this."
    if found.sentences:
        yield from _numbered(article, found.sentences)
    elif found.nearest is not None:
        yield "  ", "The closest:"
        yield from _numbered(article, [found.nearest])
    if found.nearest is not None:
        yield "  ", _words(found)


def _said(found: FoundClaim) -> str:
    if found.differences:
        return tell_differences(found.differences)
    likely = percent(found.score)
    match found.state:
        case Claimed.STATED:
            return f"probably states it, {likely}"
        case Claimed.UNCLEAR:
            return f"unclear, {likely} likely to be stated"
        case Claimed.ABSENT:
            return f"not found, {likely} likely to be stated"


def _numbered(article: Article, indexes: Sequence[int]) -> Block:
    return [(f"  {i + 1:<4} ", article.words_of(i)) for i in indexes]


def _words(found: FoundClaim) -> str:
    """Which words of the claim these sentences have, and which they lack."""
    said = {"there": found.reason, "missing": found.missing}
    parts = (f"Words {w}: {', '.join(words)}." for w, words in said.items() if words)
    return " ".join(parts)
