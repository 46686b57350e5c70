"""Who says something in a sentence, and which of its words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsdiff.english.words import is_function_word, tokens
from newsdiff.mentions import Statement
from newsdiff.mentions.statements.finder import Voice
from newsdiff.model import Mention, Span

_FEWEST_SAID: Final = 2
"""Content words that someone must be able to have said."""
_GIVEN: Final = re.compile(r" (?:from|by) ")


class Saying(NamedTuple):
    """Someone who says something, and what."""

    sentence: int
    source: Mention
    verb: Span
    carries: bool
    """Whether it is an agency or outlet that carries what another says."""
    scope: tuple[Span, ...]
    """The words that are said."""


def find_sayings(text: str, statement: Statement) -> Iterator[Saying]:
    """The voices of a sentence with what each says.

    What follows the verb, up to the next voice; both sides of ", Anna Berg said," and
    of a voice between two quotations; what precedes a voice with little after it.

    Args:
        text: The article's text.
        statement: What the sentence states.
    """
    words = tokens(text, *statement.span)
    content = [w.start for w in words if not is_function_word(w.folded)]

    def says(span: Span) -> bool:
        inside = bisect_left(content, span.end) - bisect_left(content, span.start)
        return inside >= _FEWEST_SAID

    voices = [v for v in statement.voices if not _is_object(text, v.verb)]
    places = list(_places(statement.span, voices))
    ends = [statement.span.start, *(p.end for p in places)]
    starts = [*(p.start for p in places), statement.span.end]
    taken = False
    for n, voice in enumerate(voices):
        before = Span(ends[n], max(ends[n], starts[n]))
        after = Span(ends[n + 1], max(ends[n + 1], starts[n + 1]))
        closing = text[: before.end].rstrip()[-1:]
        apart = closing in ("”", '"') or (
            closing == "," and text.startswith(",", after.start)
        )
        scope = [part for part in (after,) if says(part)]
        if says(before) and not taken and (apart or not scope):
            scope = [before, *scope]
        taken = after in scope
        place = (statement.sentence, voice.source, voice.verb, voice.carries)
        yield Saying(*place, tuple(scope))


def _is_object(text: str, verb: Span) -> bool:
    """Whether a word of saying is a thing: "received a warning from the court"."""
    return _GIVEN.match(text, verb.end) is not None


def _places(sentence: Span, voices: Sequence[Voice]) -> Iterator[Span]:
    """From source to verb; the verb alone where the source has spoken before."""
    reached = sentence.start
    for voice in voices:
        source, verb = voice.source.span, voice.verb
        here = reached <= source.start and source.end <= sentence.end
        ends = (*source, *verb) if here else tuple(verb)
        yield Span(min(ends), max(ends))
        reached = max(reached, *ends)
