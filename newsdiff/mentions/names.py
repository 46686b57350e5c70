"""Names of people, organisations and places, by capitals, titles and gazetteer.

The trap is the first word of a sentence, capitalised whatever it is: it counts as a
name only where the text writes it with a capital elsewhere too, or where English
hardly knows it as a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsdiff.mentions.gazetteer import longest_place, name_words, places
from newsdiff.mentions.words import (
    Token,
    is_function_word,
    is_number_word,
    rarity,
)
from newsdiff.model import Kind, Mention, Span

_JOINERS: Final = frozenset("of de del der van von bin al el la the for and".split())
_ORDINARY: Final = 52.0
"""Rarity below which a word at the start of a sentence is taken as a common one."""
_MOST_NAMES: Final = 4
"""Words of a person's name; longer runs of capitals are titles of things."""
_CALENDAR: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december".split()
)


class _Run(NamedTuple):
    """Neighbouring words that look like one name."""

    tokens: tuple[Token, ...]
    opens: bool
    """Whether it stands first in its sentence or quotation."""


class NameFinder:
    """Finds names in sentences of one article.

    Args:
        text: The article's text.
        sentences: The words of each of its sentences.
    """

    def __init__(self, text: str, sentences: Sequence[Sequence[Token]]) -> None:
        self._text = text
        self._capital = {
            token.folded
            for words in sentences
            for i, token in enumerate(words)
            if i and token.text[0].isupper() and not self._opens(words, i)
        }
        self._lower = {
            token.folded
            for words in sentences
            for token in words
            if token.text[0].islower()
        }

    def names(self, words: Sequence[Token], sentence: int) -> Iterator[Mention]:
        """The names among the words of one sentence, in order."""
        yield from self._places(words, sentence)
        for run in self._runs(words):
            if name := self._classify(run, sentence):
                yield name

    def _opens(self, words: Sequence[Token], i: int) -> bool:
        before = self._text[words[i - 1].end : words[i].start] if i else ""
        return not i or any(mark in before for mark in '“"«.?!:—–')

    def _places(self, words: Sequence[Token], sentence: int) -> Iterator[Mention]:
        known = places()
        i = 0
        while i < len(words):
            for size in range(min(longest_place(), len(words) - i), 0, -1):
                span = Span(words[i].start, words[i + size - 1].end)
                surface = self._text[span.start : span.end]
                place = known.get(surface) or known.get(surface.removesuffix("’s"))
                place = place or known.get(surface.removesuffix("'s"))
                if place is None and self._text[span.end : span.end + 1] == ".":
                    place = known.get(surface + ".")
                if place is None:
                    continue
                yield Mention(
                    kind=Kind.PLACE,
                    span=self._with_role(words, i + size, span, place.form),
                    sentence=sentence,
                    key=f"place:{place.code}",
                    rule=f"gazetteer-{place.form}",
                )
                i += size - 1
                break
            i += 1

    def _with_role(
        self, words: Sequence[Token], after: int, span: Span, form: str
    ) -> Span:
        """The span widened over a role: "Slovak" becomes "Slovak citizen"."""
        if form != "demonyms" or after >= len(words):
            return span
        token = words[after]
        if token.text in name_words("roles") and token.start == span.end + 1:
            return Span(span.start, token.end)
        return span

    def _runs(self, words: Sequence[Token]) -> Iterator[_Run]:
        i = 0
        while i < len(words):
            if not self._may_start(words, i):
                i += 1
                continue
            j = i + 1
            while j < len(words) and self._continues(words, j):
                j += 1
            while words[j - 1].text in _JOINERS:
                j -= 1
            yield _Run(tuple(words[i:j]), self._opens(words, i))
            i = j

    def _may_start(self, words: Sequence[Token], i: int) -> bool:
        token = words[i]
        if not token.text[0].isupper() or token.folded in _CALENDAR:
            return False
        if is_function_word(token.folded) and not token.text.isupper():
            return False
        if token.text == "I" or token.folded in ("i'm", "i've", "i'll", "i'd"):
            return False
        return not self._opens(words, i) or self._is_name_at_start(words, i)

    def _is_name_at_start(self, words: Sequence[Token], i: int) -> bool:
        word = words[i].folded
        if word.endswith("ly") or any(is_number_word(w) for w in word.split("-")):
            return False
        if word in self._capital:
            return word not in self._lower or self._continues(words, i + 1)
        if word in self._lower:
            return False
        follows = i + 1 < len(words) and words[i + 1].text[0].isupper()
        return rarity(word) > _ORDINARY or (follows and rarity(word) > 40)

    def _continues(self, words: Sequence[Token], j: int) -> bool:
        if j >= len(words):
            return False
        token, before = words[j], words[j - 1]
        gap = self._text[before.end : token.start]
        initial = len(before.text) == 1 and gap == ". "
        titled = gap == ". " and before.folded in name_words("titles")
        if (gap != " " and not initial and not titled) or before.text[-2:] in (
            "’s",
            "'s",
        ):
            return False
        if token.text[0].isupper() and token.folded not in _CALENDAR:
            return not is_function_word(token.folded) or token.text.isupper()
        if token.text.isdigit():
            return before.folded in name_words("places")
        following = words[j + 1] if j + 1 < len(words) else None
        return (
            token.text in ("of", "de", "del", "der", "van", "von", "bin", "al", "for")
            and following is not None
            and following.text[0].isupper()
            and following.folded not in _CALENDAR
            and self._text[token.end : following.start] == " "
        )

    def _classify(self, run: _Run, sentence: int) -> Mention | None:
        """The run as a mention; None where only titles or places are in it."""
        core = list(run.tokens)
        titled = False
        while core and self._is_lead(core):
            titled = titled or core[0].folded in name_words("titles")
            core.pop(0)
        if not core:
            return None
        span = Span(core[0].start, core[-1].end)
        surface = self._text[span.start : span.end]
        if surface.removesuffix("’s").removesuffix("'s") in places():
            return None
        kind, rule = self._kind(core, titled=titled)
        return Mention(
            kind=kind,
            span=Span(span.start, span.end - (len(surface) - len(_bare(surface)))),
            sentence=sentence,
            key=" ".join(token.folded.replace("-", " ") for token in core),
            rule=rule,
        )

    def _is_lead(self, core: Sequence[Token]) -> bool:
        """Whether the first words are a title or a nationality before a name."""
        if any(t.folded in name_words("organizations") for t in core[1:]):
            return False
        return core[0].folded in name_words("titles") or core[0].text in places()

    def _kind(self, core: Sequence[Token], *, titled: bool) -> tuple[Kind, str]:
        words = {token.folded for token in core}
        whole = all(token.text[0].isupper() for token in core)
        if words & name_words("organizations"):
            return Kind.ORGANIZATION, "organization-word"
        if words & name_words("places") or core[-1].text.isdigit():
            return Kind.PLACE, "place-word"
        if len(core) == 1 and core[0].text.isupper() and len(core[0].text) > 1:
            return Kind.ORGANIZATION, "acronym"
        if titled or (whole and len(core) <= _MOST_NAMES):
            return Kind.PERSON, "title" if titled else "capitals"
        return Kind.ORGANIZATION, "capitals"


def _bare(surface: str) -> str:
    return surface.removesuffix("’s").removesuffix("'s")
