"""Who says what: the reporting verbs of a sentence with their subjects."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from newsdiff.english.tables import Phrases, table, word_group
from newsdiff.english.words import Token
from newsdiff.mentions.statements.sources import Row, Source, ahead, named, named_after
from newsdiff.mentions.statements.subjects import (
    before_apposition,
    before_verb,
    of_sentence,
)
from newsdiff.model import Kind, Span

_NO_VERB_AFTER: Final = frozenset("is are was were be been being the a to as".split())
"""After these, "reported" is no statement: "the reported talks", "is expected"."""
_AUXILIARY: Final = frozenset(
    "has have had also later then again previously earlier repeatedly recently "
    "publicly further once only initially originally would could will did not "
    "simply".split()
)
_JOINING: Final = frozenset("and or but by in while when after before without".split())
"""After these, "saying" belongs to the subject of the sentence."""
_QUOTING: Final = frozenset("quoted cited quoting citing quotes cites".split())


class Attribution(NamedTuple):
    """A source and the words that make it one."""

    source: Source
    verb: Span
    """The verb, or the phrase ("according to")."""
    is_participle: bool = False
    """A form like "adding": who speaks already goes on."""

    @property
    def carries(self) -> bool:
        """Whether the source carries what another says: an outlet, an agency."""
        return self.source.kind == "outlet"


@cache
def _phrases() -> Phrases[str]:
    data = table("attribution")
    return Phrases(
        dict.fromkeys(data["before"]["words"], "before")
        | dict.fromkeys(data["carried"]["words"], "carried"),
        folded=True,
    )


def find_attributions(row: Row, last: Source | None) -> list[Attribution]:
    """The attributions of one sentence, in the order of their verbs.

    Args:
        row: The sentence's units, those inside quotations left out.
        last: The source that spoke last before it: what "he added" means.
    """
    found: list[Attribution] = []
    for one in _found(row):
        source = one.source
        speaking = [a.source for a in found if not a.carries]
        if one.is_participle and speaking:
            source = speaking[-1]
        elif source.kind == "pronoun":
            known = speaking[-1] if speaking else last or _person_before(row, source)
            if known is None or source.key in ("i", "we"):
                continue
            source = known._replace(span=source.span, rule="pronoun")
        found.append(one._replace(source=source))
    return found


def _person_before(row: Row, pronoun: Source) -> Source | None:
    """The person named last before a pronoun in its own sentence."""
    names = [u.name for u in row.units if u.name and u.end <= pronoun.span.start]
    people = [name for name in names if name.kind is Kind.PERSON]
    return named(people[-1]) if people else None


def _found(row: Row) -> Iterator[Attribution]:
    words = [Token(u.start, u.end, u.folded, u.folded) for u in row.units]
    for i, unit in enumerate(row.units):
        if unit.name:
            continue
        if match := _phrases().longest(words, i):
            after = ahead(row, i + match.size)
            verb = Span(unit.start, words[i + match.size - 1].end)
            if after and (match.value == "before" or after.kind == "outlet"):
                yield Attribution(after, verb)
        if unit.folded in _QUOTING:
            yield from _quoting(row, i)
        elif unit.folded in word_group("attribution", "verbs"):
            yield from _verb(row, i)
        elif unit.folded in word_group("attribution", "participles"):
            apart = _stands_apart(row, i) or row.word(i - 1) in _JOINING
            # In "one clerk saying so" it is the clerk who says it.
            subject = of_sentence(row, i) if apart else before_verb(row, i)
            if subject:
                yield Attribution(subject, Span(unit.start, unit.end), apart)


def _verb(row: Row, i: int) -> Iterator[Attribution]:
    if row.word(i - 1) in _NO_VERB_AFTER or _is_handled(row, i):
        return
    source = before_apposition(row, i)
    inverted = row.word(i) in word_group("attribution", "inverted")
    if source is None and inverted and _stands_apart(row, i):
        source = ahead(row, i + 1) or named_after(row, i + 1)
    source = source or before_verb(row, _with_auxiliaries(row, i))
    if source:
        yield Attribution(source, Span(row[i].start, row[i].end))


def _is_handled(row: Row, i: int) -> bool:
    """Whether a verb is done to a thing: "pointed a gun"."""
    handled = word_group("attribution", "handled")
    return row.word(i) in handled and row.word(i + 1) in ("a", "an", "the")


def _with_auxiliaries(row: Row, i: int) -> int:
    while i and (row.word(i - 1) in _AUXILIARY or row.word(i - 1).endswith("ly")):
        i -= 1
    return i


def _stands_apart(row: Row, i: int) -> bool:
    """Whether the sentence begins, or a comma or quotation ends, before the verb."""
    return i == 0 or any(mark in row.gap(i) for mark in ',”"?!—')


def _quoting(row: Row, i: int) -> Iterator[Attribution]:
    """In "TASS quoted Anna Berg as saying" the agency carries, the person speaks."""
    if row.word(i - 1) in ("as", "was", "were", "been"):
        return
    verb = Span(row[i].start, row[i].end)
    carrier = before_verb(row, _with_auxiliaries(row, i)) or of_sentence(row, i)
    if carrier:
        yield Attribution(carrier, verb)
    if speaker := ahead(row, i + 1):
        yield Attribution(speaker, verb)
