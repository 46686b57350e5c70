"""A claim and what was found of it in some articles → text and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from newsdiff import __version__
from newsdiff.aligning.claims import Claimed, Difference, FoundClaim
from newsdiff.export.formats.json import written
from newsdiff.model import Article
from newsdiff.wording.blocks import Block, as_text
from newsdiff.wording.claims import CAUTION, tell_finding, tell_summary

SCHEMA: Final = "newsdiff/claim/1"
_DECIMALS: Final = 4

Finding = tuple[Article, FoundClaim]


def claim_text(claim: str, findings: Sequence[Finding]) -> str:
    """What each article says of a claim, in words, ending with a line feed."""
    summary = tell_summary(found for _, found in findings)
    head = [("", line) for line in (f"Claim: “{claim}”", CAUTION, summary)]
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


def _finding(article: Article, found: FoundClaim) -> Iterator[tuple[str, str]]:
    yield "", f"{article.label}: {tell_finding(found)}"
    if found.state is Claimed.ABSENT:
        yield "  ", f"No sentence of {article.label} was found to say this."
    if found.sentences:
        yield from _numbered(article, found.sentences)
    elif found.nearest is not None:
        yield "  ", "The closest:"
        yield from _numbered(article, [found.nearest])
    if found.nearest is not None:
        yield "  ", _words(found)


def _numbered(article: Article, indexes: Sequence[int]) -> Block:
    return [(f"  {i + 1:<4} ", article.words_of(i)) for i in indexes]


def _words(found: FoundClaim) -> str:
    """Which words of the claim these sentences have, and which they lack."""
    said = {"there": found.reason, "missing": found.missing}
    parts = (f"Words {w}: {', '.join(words)}." for w, words in said.items() if words)
    return " ".join(parts)
