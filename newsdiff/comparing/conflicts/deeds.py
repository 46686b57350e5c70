"""Who did it to whom: the same event with another doer, or with both exchanged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsdiff.cancellation import cancellable
from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.likeness import Likeness
from newsdiff.comparing.conflicts.scenes import Scene
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.english.events import actor_of
from newsdiff.english.words import is_function_word
from newsdiff.model import Kind, Link, Pair, Side, Span, State

_ALIKE: Final = Likeness(link=0.85, share=0.35, weight=1.5)
_REACH: Final = 7
"""Words before or behind a verb among which its doer stands."""
_DETERMINERS: Final = frozenset("the a an its his her their our my this that".split())
_BEFORE_VERB: Final = frozenset(
    "will would shall should can could may might must do does did is are was were be "
    "been being has have had to not never also then later again reportedly".split()
)
_BE: Final = frozenset("is are was were be been being".split())
_BORDERS: Final = frozenset(
    "and but or that which who when while after before as".split()
)
_NOBODY: Final = frozenset("he she it they we i you who which".split())


class Deed(NamedTuple):
    """An event with who did it, and to whom, as far as the sentence says."""

    events: frozenset[str]
    doer: range
    done_to: range


def find_doers(sides: Pair[ConflictSide], links: Sequence[Link]) -> Iterator[Conflict]:
    """Events of sentences that surely tell the same, done by somebody else."""
    for link in cancellable(links):
        if link.state is not State.MATCHED or link.score < _ALIKE.link:
            continue
        scenes = Pair.each(lambda s, link=link: Scene(sides[s], link.index(s)))
        if not _ALIKE.holds(scenes):
            continue
        deeds = scenes.map(read_deeds)
        pairs = (Pair(a, b) for a in deeds.a for b in deeds.b if a.events & b.events)
        found = next((pair for pair in pairs if _differ(scenes, pair)), None)
        if found:
            spans = scenes.map(lambda scene, deed: _span(scene, deed.doer), found)
            yield Conflict(
                kind=Kind.CLAIM,
                value=scenes.map(
                    lambda scene, span: scene.side.analysed.words_at(span), spans
                ),
                spans=spans.map(lambda span: (span,)),
                note="done by somebody else",
                mentions=Pair.each(
                    lambda s: sides[s].inside(spans[s], scenes[s].sentence)
                ),
            )


def read_deeds(scene: Scene) -> tuple[Deed, ...]:
    """The events of a sentence whose doer it names, in order."""
    return tuple(
        deed for n in sorted(scene.events) if (deed := _deed(scene, n)) is not None
    )


def _deed(scene: Scene, n: int) -> Deed | None:
    ahead = _phrase_behind(scene, n)
    before = _phrase_before(scene, n)
    if agent := _agent(scene, n):
        return Deed(scene.events[n], agent, before)
    if _is_passive(scene, n) or not before:
        return None
    return Deed(scene.events[n], before, ahead)


def _is_passive(scene: Scene, n: int) -> bool:
    earlier = [word.folded for word in scene.words[max(0, n - 3) : n]]
    return bool(_BE & set(earlier)) and not scene.words[n].folded.endswith("ing")


def _agent(scene: Scene, n: int) -> range:
    """Who did it by "by", or by "from" behind a noun: "came under fire from"."""
    for k in range(n + 1, min(len(scene.words), n + 1 + _REACH)):
        folded = scene.words[k].folded
        noun = folded == "from" and "under" in _folded(scene, range(max(0, n - 3), n))
        if folded == "by" or noun:
            return _phrase(scene, k + 1)
    return range(0)


def _phrase(scene: Scene, first: int) -> range:
    """The noun phrase that begins at a word."""
    last = first
    while last < min(len(scene.words), first + _REACH):
        folded = scene.words[last].folded
        if last > first and not _goes_on(scene, last):
            break
        if is_function_word(folded) and folded not in _DETERMINERS and folded != "of":
            break
        last += 1
    while last > first and is_function_word(scene.words[last - 1].folded):
        last -= 1
    return range(first, last)


def _goes_on(scene: Scene, k: int) -> bool:
    """Whether nothing but a blank parts a word from the one before."""
    text = scene.side.analysed.article.text
    between = text[scene.words[k - 1].end : scene.words[k].start]
    return between.strip("’'s") in ("", " ", "-")


def _phrase_behind(scene: Scene, n: int) -> range:
    k = n + 1
    while k < len(scene.words) and scene.words[k].folded in ("over", "at", "on", "up"):
        k += 1
    return _phrase(scene, k)


def _phrase_before(scene: Scene, n: int) -> range:
    """The noun phrase that ends before a verb and what helps it."""
    last = n
    while last and _goes_on(scene, last) and _helps(scene, last - 1):
        last -= 1
    first = last
    while first and last - first < _REACH and (first == last or _goes_on(scene, first)):
        folded = scene.words[first - 1].folded
        if folded in _BORDERS or (first - 1 in scene.events and first != last):
            break
        if is_function_word(folded) and folded not in _DETERMINERS and folded != "of":
            break
        if not _goes_on(scene, first) if first < len(scene.words) else False:
            break
        first -= 1
        if folded in _DETERMINERS and scene.words[max(0, first - 1)].folded != "of":
            break
    return range(first, last)


def _helps(scene: Scene, k: int) -> bool:
    folded = scene.words[k].folded
    return folded in _BEFORE_VERB or folded.endswith("ly")


def _folded(scene: Scene, words: range) -> list[str]:
    return [scene.words[k].folded for k in words]


def _span(scene: Scene, words: range) -> Span:
    return Span(scene.words[words.start].start, scene.words[words.stop - 1].end)


def _differ(scenes: Pair[Scene], deeds: Pair[Deed]) -> bool:
    doers = scenes.map(lambda scene, deed: _who(scene, deed.doer), deeds)
    if not (doers.a and doers.b) or doers.a & doers.b:
        return False
    targets = scenes.map(lambda scene, deed: _who(scene, deed.done_to), deeds)
    if doers.a & targets.b and doers.b & targets.a:
        return True
    everywhere = scenes.map(lambda scene: _who(scene, range(len(scene.words))))
    return not any(doers[s] & everywhere[s.other] for s in Side)


def _who(scene: Scene, words: range) -> frozenset[str]:
    """Who is meant by a phrase: names, and nouns for people and bodies."""
    if not words:
        return frozenset()
    folded = _folded(scene, words)
    if len(folded) == 1 and folded[0] in _NOBODY:
        return frozenset()
    span = _span(scene, words)
    names = {
        m.key
        for m in scene.mentions
        if m.kind.is_name and span.start <= m.span.start and m.span.end <= span.end
    }
    return frozenset(names | {actor for w in folded if (actor := actor_of(w))})
