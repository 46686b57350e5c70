"""The statements of a story in plain sentences, to be read or read aloud.

Templates around the texts' own words, which are quoted as they stand. Nothing is judged
and nothing added. What is probable ("was not found", "tell it too") and what is certain
("appears nowhere") have words of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from newsdiff.comparing.grounds import ends_unsure
from newsdiff.model import Absence, Kind
from newsdiff.story.account import Account, Form, Statement, Version
from newsdiff.wording.blocks import ASCII

_NUMBERS: Final = (
    "no one two three four five six seven eight nine ten eleven twelve".split()
)
_LEADS: Final = {
    Kind.NUMBER: "They give different numbers.",
    Kind.DATE: "They give different dates or times.",
    Kind.QUOTE: "They quote the same in different words.",
    Kind.PERSON: "They name different people.",
    Kind.ORGANIZATION: "They name different bodies.",
    Kind.PLACE: "They name different places.",
    Kind.ATTRIBUTION: "They name different sources.",
    Kind.CERTAINTY: "They are not equally sure.",
    Kind.CLAIM: "They tell it differently.",
}
_BY_NOTE: Final = {
    "The opposite.": "They say the opposite of each other.",
    "Another reason.": "They give different reasons.",
    "Another order of events.": "They tell the events in another order.",
    "Done by somebody else.": "They say that different people did it.",
    "Carried by another agency or outlet.": "They name different agencies or outlets.",
    "Quoted in one article, without quotation marks in the other.": (
        "Not all of them put it in quotation marks."
    ),
}
"""What is said first of a dispute, by its note or else by its kind."""
_MOST_REPEATED: Final = 4
"""Words that are said again when they stand nowhere in an article."""


class Style(StrEnum):
    """What a piece of a sentence is."""

    PLAIN = "plain"
    QUOTE = "quote"
    """An article's own words."""
    NAME = "name"
    """What an article is called."""
    PLACE = "place"
    """The number of a sentence, in brackets."""


class Piece(NamedTuple):
    """A piece of a sentence."""

    text: str
    style: Style = Style.PLAIN
    version: Version | None = None
    """The version that it belongs to."""


Pieces = list[Piece]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the page."""

    pieces: tuple[Piece, ...]
    level: int = 0
    """1 to 3 for a heading; 0 for text."""
    number: int = 0
    """The number of its statement; 0 for what is none."""
    statement: Statement | None = None

    @property
    def text(self) -> str:
        """All of it as one string."""
        return "".join(piece.text for piece in self.pieces)


def in_ascii(piece: Piece) -> Piece:
    """A piece with the signs of newsdiff's own in ASCII: of a quotation, its marks."""
    text, style, version = piece
    if style is Style.QUOTE:
        mark = "'" if text[0] in "‘'" else '"'
        return Piece(f"{mark}{text[1:-1]}{mark}", style, version)
    if style is Style.NAME:
        return piece
    return Piece(text.translate(ASCII), style, version)


def in_words(number: int) -> str:
    """A small number as a word: "four"; a larger one in digits."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def statement_line(
    account: Account, number: int, one: Statement, *, apart: bool = False
) -> Line:
    """A statement as a paragraph.

    Args:
        account: What it is of.
        number: Its number.
        one: The statement.
        apart: Whether it is read without the heading that it stands under.
    """
    words = {**_SAID, **_SAID_APART} if apart else _SAID
    said = words[one.form](_Words(account), one)
    return Line(tuple(said), number=number, statement=one)


@dataclass(frozen=True, slots=True)
class _Words:
    """How the statements of an account are said."""

    account: Account

    def retold(self, one: Statement) -> Iterator[Piece]:
        """Who says it in which words, who tells it too, who does not."""
        first, *others = one.versions[0]
        yield from self._who([first])
        yield Piece(" writes ")
        yield self._quote(first)
        yield Piece("; ")
        yield from self._who(others)
        yield Piece(" tells it too." if len(others) == 1 else " tell it too.")
        if one.sees:
            yield Piece(f" They differ in a part of it: see {_listed(one.sees)}.")
        elif one.differs:
            yield Piece(" They differ in a part of it.")
        if one.lacks:
            yield Piece(" ")
            yield from self._lacking([lack.article for lack in one.lacks])

    def names(self, one: Statement) -> Iterator[Piece]:
        """The names that all have."""
        number = len(self.account.articles)
        yield Piece(
            "Both speak of " if number == 2 else f"All {in_words(number)} speak of "
        )
        for n, group in enumerate(one.versions):
            yield Piece(_between(n, len(one.versions)))
            yield self._quote(max(group, key=lambda v: v.quoted.end - v.quoted.start))
            yield Piece(" ")
            places = ", ".join(str(version.sentence + 1) for version in group)
            yield Piece(f"({places})", Style.PLACE)
        yield Piece(".")

    def differs(self, one: Statement) -> Iterator[Piece]:
        """What is told differently, by whom in which words, who has nothing of it."""
        yield from self._lead(one)
        for n, group in enumerate(one.versions):
            if n:
                yield Piece("; but " if n == 1 else "; and ")
            yield from self._group(one, group)
        yield Piece(".")
        certain = [ln.article for ln in one.lacks if ln.absence is Absence.STRING]
        probable = [ln.article for ln in one.lacks if ln.absence is Absence.MEANING]
        if certain:
            yield Piece(" ")
            yield from self._nowhere(one, certain)
        if probable:
            yield Piece(" ")
            verb = "quote" if one.kind is Kind.QUOTE else "tell"
            yield from self._lacking(probable, verb)

    def _lead(self, one: Statement) -> Iterator[Piece]:
        """In what they differ, and whose words they are that they quote."""
        lead = _BY_NOTE.get(one.note or "") or _LEADS[one.kind]
        if ends_unsure(one.note):
            lead = f"Perhaps {lead[0].lower()}{lead[1:]}"
        named = [v for v in one.places if any(map(str.isupper, self._source(v)))]
        if one.kind is not Kind.QUOTE or not named or one.note in _BY_NOTE:
            yield Piece(f"{lead} ")
            return
        speaker = max(named, key=lambda version: len(self._source(version)))
        yield Piece("They quote ")
        yield Piece(f"“{self._source(speaker)}”", Style.QUOTE, speaker)
        yield Piece(" in different words. ")

    def _group(self, one: Statement, group: Sequence[Version]) -> Iterator[Piece]:
        """Articles that agree, each with its words; the same words once."""
        said: dict[tuple[str, str], list[Version]] = {}
        for version in group:
            source = "" if one.kind is Kind.QUOTE else self._source(version)
            said.setdefault((self._text(version).casefold(), source), []).append(
                version
            )
        for n, versions in enumerate(said.values()):
            yield Piece(_between(n, len(said)))
            yield from self._who(versions)
            yield from self._verb(one, versions)
            yield self._quote(versions[0])

    def _verb(self, one: Statement, versions: Sequence[Version]) -> Iterator[Piece]:
        many, source = len(versions) > 1, self._source(versions[0])
        if one.kind is Kind.QUOTE and one.note not in _BY_NOTE:
            yield Piece(" quote " if many else " quotes ")
            return
        if source:
            yield Piece(", citing ")
            yield Piece(f"“{source}”", Style.QUOTE, versions[0])
            yield Piece(",")
        yield Piece(" write " if many else " writes ")

    def untold(self, one: Statement) -> Iterator[Piece]:
        """What one says, under a heading that says who does not."""
        yield self._quote(one.first)
        yield Piece(f" ({one.first.sentence + 1})", Style.PLACE, one.first)
        yield Piece(".")

    def untold_apart(self, one: Statement) -> Iterator[Piece]:
        """The same without a heading."""
        yield Piece("Only ")
        yield from self._who([one.first])
        if len(self.account.compared_with(one.first.article)) < (
            len(self.account.articles) - 1
        ):
            yield Piece(", of those it was compared with,")
        yield Piece(" was found to say ")
        yield self._quote(one.first)
        yield Piece(".")

    def nowhere(self, one: Statement) -> Iterator[Piece]:
        """Words that stand in one article and nowhere else, under its name."""
        for n, group in enumerate(one.versions):
            yield Piece(_between(n, len(one.versions)))
            yield self._quote(group[0])
            yield Piece(f" ({group[0].sentence + 1})", Style.PLACE, group[0])
        verb = "appear" if len(one.versions) > 1 else "appears"
        compared = self.account.compared_with(one.first.article)
        number, every = len(compared), len(self.account.articles) - 1
        others = "other" if number == 1 else f"other {in_words(number)}"
        if number < every:
            others = f"{in_words(number)} it was compared with"
        yield Piece(f" {verb} nowhere in the {others}.")

    def nowhere_apart(self, one: Statement) -> Iterator[Piece]:
        """The same without a heading."""
        article = self.account.articles[one.first.article]
        yield Piece("Of ")
        yield Piece(article.label, Style.NAME, one.first)
        yield Piece(", ")
        yield from self.nowhere(one)

    # Parts of them

    def _who(self, versions: Sequence[Version]) -> Iterator[Piece]:
        """Articles with the numbers of their sentences."""
        for n, version in enumerate(versions):
            yield Piece(_between(n, len(versions)))
            label = self.account.articles[version.article].label
            yield Piece(label, Style.NAME, version)
            yield Piece(f" ({version.sentence + 1})", Style.PLACE, version)

    def _lacking(self, articles: Sequence[int], to: str = "tell") -> Iterator[Piece]:
        """Who was not found to tell it."""
        for n, article in enumerate(articles):
            yield Piece(_between(n, len(articles)))
            yield Piece(self.account.articles[article].label, Style.NAME)
        verb = "were" if len(articles) > 1 else "was"
        yield Piece(f" {verb} not found to {to} it.")

    def _nowhere(self, one: Statement, articles: Sequence[int]) -> Iterator[Piece]:
        """Who has none of the words, which is certain."""
        spots = dict.fromkeys(
            " ".join(self.account.articles[v.article].text[slice(*v.spot)].split())
            for v in one.places
            if v.spot is not None
        )
        if len(spots) > _MOST_REPEATED or one.kind is Kind.QUOTE:
            yield Piece("None of these appears anywhere in ")
        else:
            for n, words in enumerate(spots):
                yield Piece(_between(n, len(spots)))
                yield Piece(f"“{words}”", Style.QUOTE)
            yield Piece(f" appear{'s' if len(spots) == 1 else ''} nowhere in ")
        for n, article in enumerate(articles):
            yield Piece(_between(n, len(articles), "or"))
            yield Piece(self.account.articles[article].label, Style.NAME)
        yield Piece(".")

    def _quote(self, version: Version) -> Piece:
        words = self._text(version)
        marks = "‘’" if any(mark in words for mark in '“”"') else "“”"
        return Piece(f"{marks[0]}{words}{marks[1]}", Style.QUOTE, version)

    def _text(self, version: Version) -> str:
        text = self.account.articles[version.article].text
        return " ".join(text[slice(*version.quoted)].split())

    def _source(self, version: Version) -> str:
        if version.source is None:
            return ""
        text = self.account.articles[version.article].text
        return " ".join(text[slice(*version.source)].split())


_SAID: Final = {
    Form.RETOLD: _Words.retold,
    Form.NAMES: _Words.names,
    Form.DIFFERS: _Words.differs,
    Form.UNTOLD: _Words.untold,
    Form.NOWHERE: _Words.nowhere,
}
_SAID_APART: Final = {
    Form.UNTOLD: _Words.untold_apart,
    Form.NOWHERE: _Words.nowhere_apart,
}


def _between(n: int, number: int, last: str = "and") -> str:
    """What stands before the n-th of some things: nothing, a comma, "and"."""
    if n == 0:
        return ""
    return f" {last} " if n == number - 1 else ", "


def _listed(numbers: Sequence[int]) -> str:
    words = [str(number) for number in sorted(numbers)]
    return "".join(_between(n, len(words)) + word for n, word in enumerate(words))
