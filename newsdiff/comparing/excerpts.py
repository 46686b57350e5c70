"""What of a sentence is listed, so that it can be read without the rest of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from typing import Final, NamedTuple

from newsdiff.comparing.widening import widen_to_clauses
from newsdiff.english.words import Token, folded_words, is_function_word
from newsdiff.model import Span

FEWEST_WORDS: Final = 3
"""Content words of a part of a sentence: fewer say nothing by themselves."""
_FEWEST_OWN: Final = 2
"""Those of them that must be in the stretch itself."""
_REACH: Final = 2
"""Words, of which one may open the next clause."""
_PAUSE: Final = re.compile(r"[,;:)\]]\s|\s[(\[–-]|[—…]")
"""What stands between two words that do not belong together."""
_MARK: Final = re.compile(r"[“”„»«\"]")
_CLOSING: Final = re.compile(r"[.,!?…]*[”“»\"]")
_OPENS: Final = "„«"
_CLOSES: Final = "”»"


class Excerpt(NamedTuple):
    """A part of a sentence."""

    listed: Span
    """What can be read by itself."""
    stretches: tuple[Span, ...]
    """What of it was asked for; it can reach a little farther."""


def make_excerpts(
    text: str, sentence: Span, words: Sequence[Token], stretches: Iterable[Span]
) -> list[Excerpt]:
    """The parts of a sentence that can be read by themselves, in order.

    A stretch is cut where a quotation begins or ends of which it has not the other
    end. From both ends of a part small words go, and a content word that a pause parts
    from the others: "[agreement, and he] vowed to hold talks". What is left is listed
    with the whole of its clauses, where these say enough. What overlaps is one.

    Args:
        text: The article's text.
        sentence: The place of the sentence.
        words: Those of the sentence.
        stretches: Places in it, in order.
    """
    found: list[Excerpt] = []
    for stretch in stretches:
        for part in _parts(text, sentence, stretch, words):
            whole = part
            while found and whole.listed.start < found[-1].listed.end:
                whole = _joined(found.pop(), whole)
            found.append(whole)
    return found


def _joined(one: Excerpt, other: Excerpt) -> Excerpt:
    start = min(one.listed.start, other.listed.start)
    end = max(one.listed.end, other.listed.end)
    return Excerpt(Span(start, end), (*one.stretches, *other.stretches))


def _parts(
    text: str, sentence: Span, stretch: Span, words: Sequence[Token]
) -> Iterator[Excerpt]:
    span = _with_marks(text, stretch)
    for start, end in pairwise([span.start, *_unpaired(text, span), span.end]):
        inside = [n for n, w in enumerate(words) if start <= w.start and w.end <= end]
        kept = _trimmed(text, words, inside)
        if _content(words, kept) < _FEWEST_OWN:
            continue
        for places in (kept, _reaching(text, words, kept)):
            listed = widen_to_clauses(text, sentence, _place(words, places))
            if _says_enough(text, listed):
                yield Excerpt(_with_marks(text, listed), (_place(words, inside),))
                break


def _says_enough(text: str, listed: Span) -> bool:
    words = folded_words(text, *listed)
    return sum(not is_function_word(word) for word in words) >= FEWEST_WORDS


def _reaching(text: str, words: Sequence[Token], places: Sequence[int]) -> range:
    """Places with two more on either side, into a clause that no pause parts."""
    first, last = places[0], places[-1]
    for _ in range(_REACH):
        if first and not _is_parted(text, words, first, -1):
            first -= 1
        if last + 1 < len(words) and not _is_parted(text, words, last, 1):
            last += 1
    return range(first, last + 1)


def _place(words: Sequence[Token], places: Sequence[int]) -> Span:
    return Span(words[places[0]].start, words[places[-1]].end)


def _with_marks(text: str, span: Span) -> Span:
    """A place with the quotation marks beside it, where theirs are the partners."""
    before = _MARK.match(text, span.start - 1) if span.start else None
    after = _CLOSING.match(text, span.end)
    starts = (span.start, *([before.start()] if before else []))
    ends = (span.end, *([after.end()] if after else []))
    both = (Span(start, end) for start, end in product(starts, ends))
    return next((one for one in both if not _unpaired(text, one)), span)


def _unpaired(text: str, span: Span) -> list[int]:
    """Where quotation marks stand that have no partner in a stretch."""
    opened: list[int] = []
    alone: list[int] = []
    for match in _MARK.finditer(text, *span):
        mark, at = match.group(), match.start()
        first = not at or text[at - 1].isspace() or text[at - 1] in "([—"
        if mark in _OPENS or (mark not in _CLOSES and first):
            opened.append(at)
        elif opened:
            opened.pop()
        else:
            alone.append(at)
    return sorted(alone + opened)


def _content(words: Sequence[Token], places: Sequence[int]) -> int:
    return sum(not is_function_word(words[n].folded) for n in places)


def _trimmed(text: str, words: Sequence[Token], places: Sequence[int]) -> Sequence[int]:
    begun = _begun(text, words, places, 1)
    return _begun(text, words, begun[::-1], -1)[::-1]


def _begun(
    text: str, words: Sequence[Token], places: Sequence[int], step: int
) -> Sequence[int]:
    """Places without those at their beginning that are of no use."""
    content = [n for n in places if not is_function_word(words[n].folded)]
    while len(content) > 1 and _is_parted(text, words, content[0], step):
        content = content[1:]
    return places[places.index(content[0]) :] if content else []


def _is_parted(text: str, words: Sequence[Token], place: int, step: int) -> bool:
    """Whether there is a pause between a word and the one before or behind it."""
    one, other = sorted((words[place], words[place + step]))
    return bool(_PAUSE.search(text, one.end, other.start))
