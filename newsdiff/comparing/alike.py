"""Sentences that are only written otherwise state nothing that their partners lack."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsdiff.comparing.written_forms import is_written_alike
from newsdiff.model import SIDES, Article, Fact, Link, Pair, State, Status


def without_forms(
    facts: Sequence[Fact], articles: Pair[Article], links: Iterable[Link]
) -> tuple[Fact, ...]:
    """The facts without those that come of how the same sentence is written.

    Left out are facts of one side, and conflicts, all of whose places lie in sentences
    whose partner is the same sentence, written otherwise.
    """
    alike = [
        link
        for link in links
        if link.state is State.MATCHED
        and is_written_alike(
            *(articles[side].words_of(link.index(side)) for side in SIDES)
        )
    ]
    if not alike:
        return tuple(facts)
    same = Pair.each(lambda side: {link.index(side) for link in alike})

    def lies_within(fact: Fact) -> bool:
        return all(
            articles[side].sentence_at(span.start) in same[side]
            for side in SIDES
            for span in fact.spans[side]
        )

    return tuple(
        fact for fact in facts if fact.status is Status.BOTH or not lies_within(fact)
    )
