"""Whether two sources may be one: an office and its holder, a body and its voice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.english.lexicon import is_title
from newsdiff.english.tables import word_group
from newsdiff.english.words import Token, is_function_word
from newsdiff.mentions.values.nouns import singular_of
from newsdiff.model import SIDES, Kind, Mention, Pair, Span

_BEFORE: Final = 6
"""Words before a name that may tell what somebody is."""
_BEHIND: Final = 12
"""Words behind a name and a comma that may do so."""
_SENT: Final = (["to"], ["to", "the"], ["against"], ["against", "the"])
"""What stands before those whom somebody deals with and does not speak for."""
_LETTERS: Final = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS: Final = 2


def may_be_one(sides: Pair[ConflictSide], sources: Pair[Mention]) -> bool:
    """Whether either article calls one of two sources by what the other is called.

    "The A.G." may be whom the other names where a text has "Attorney General Ada
    Lund"; so may a body and the initials of its name.
    """
    words = Pair.each(lambda s: sides[s].analysed.words_at(sources[s].span))
    return any(
        _are_initials(words[s], words[s.other].split())
        or any(
            sources[s.other].key.partition(" of ")[0] in told
            or _are_initials(words[s.other], told)
            for side in sides
            for told in _told_of(side, sources[s])
        )
        for s in SIDES
    )


def speaks_for(sides: Pair[ConflictSide], sources: Pair[Mention]) -> bool:
    """Whether one of two sources holds an office of the other, as a text says.

    The Palace, and "Per Holm, a spokesman for the Palace".
    """
    return any(
        _has_role(told)
        and place.start <= body.span.start < place.end
        and sources[s.other].key in (body.key, f"place:{body.resolved}")
        and not _is_sent_to(told, body)
        for s in SIDES
        for side in sides
        for mention, told in _named(side, sources[s])
        for place in (Span(told[0].start, told[-1].end),)
        for body in side.mentions[mention.sentence]
    )


def _told_of(side: ConflictSide, source: Mention) -> Iterator[list[str]]:
    """The words of each description of a source."""
    for _, told in _named(side, source):
        yield [word.folded for word in told]


def _named(
    side: ConflictSide, source: Mention
) -> Iterator[tuple[Mention, Sequence[Token]]]:
    """Each place that names a source, with what it tells of who that is."""
    for mentions in side.mentions.values():
        for mention in mentions:
            if mention.key == source.key:
                for told in _descriptions(side, mention):
                    yield mention, told


def _has_role(words: Sequence[Token]) -> bool:
    """Whether words say what somebody is: "a spokesman for the Palace"."""
    return any(is_title(singular_of(word.folded)) for word in words)


def _is_sent_to(words: Sequence[Token], place: Mention) -> bool:
    """Whether somebody is only sent there: "ambassador to Norway"."""
    before = [word.folded for word in words if word.end <= place.span.start]
    return before[-1:] in _SENT or before[-2:] in _SENT


def _descriptions(side: ConflictSide, name: Mention) -> Iterator[Sequence[Token]]:
    """The words that tell who somebody is: before a name, and between commas behind."""
    text = side.analysed.article.text
    words = side.analysed.tokens.get(name.sentence, ())
    verbs = word_group("attribution", "verbs")
    before = [word for word in words if word.end <= name.span.start]
    found: list[Token] = []
    end = name.span.start
    for word in reversed(before[-_BEFORE:]):
        if text[word.end : end].strip("’'s ") or word.folded in verbs:
            break
        found.insert(0, word)
        end = word.start
    if found:
        yield found
    behind = [word for word in words if word.start >= name.span.end]
    if name.kind is Kind.PERSON and text[name.span.end : name.span.end + 2] == ", ":
        last = next(
            (n for n, w in enumerate(behind) if text[w.end : w.end + 1] in ",.;:"),
            len(behind),
        )
        told = behind[: last + 1]
        if told and len(told) <= _BEHIND:
            yield told


def _are_initials(short: str, words: Sequence[str]) -> bool:
    """Whether letters are the first ones of words in a row: "A.G."."""
    letters = "".join(_LETTERS.findall(short)).casefold()
    is_short = short.isupper() and " " not in short.strip()
    if not is_short or len(letters) < _FEWEST_LETTERS:
        return False
    content = [w.casefold() for w in words if w and not is_function_word(w.casefold())]
    return letters in "".join(word[0] for word in content)
