"""The page that tells a story in words: who tells it, then section by section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsdiff.story.account import Account, Form, Section, Statement
from newsdiff.wording.about import describe, headline
from newsdiff.wording.decisions import tell_thresholds
from newsdiff.wording.statements import Line, Piece, Style, in_words, statement_line

TITLE: Final = "The story in words"


def account_lines(account: Account) -> Iterator[Line]:
    """The whole page: who tells it, then section by section."""
    yield _heading(TITLE, 1)
    for article in account.articles:
        name = Piece(article.label, Style.NAME)
        words = headline(article)
        shown = Piece(f"“{words}”", Style.QUOTE) if words else Piece("no headline")
        yield Line((name, Piece(": "), shown, Piece(f" ({describe(article)})")))
    yield _plain(
        "A number in brackets is that of a sentence; several are those of the articles "
        "in the order above."
    )
    yield from map(_plain, filter(None, _reservations(account)))
    for section in Section:
        yield from _section(account, section)
    yield _plain(
        "“Appears nowhere” is certain: the words are not there. “Tells it too” and "
        "“was not found” are probable: read the passage before you rely on it."
    )


def _reservations(account: Account) -> Iterator[str]:
    """What a reader must know of how it was told: pairs that failed, thresholds."""
    yield tell_thresholds(account.thresholds)
    if not account.not_compared:
        return
    pairs = ", ".join(
        " with ".join(account.articles[n].label for n in pair)
        for pair in account.not_compared
    )
    yield (
        f"Not compared, because that failed: {pairs}. Of what one of two such articles "
        "tells, nothing is said of the other."
    )


def _section(account: Account, section: Section) -> Iterator[Line]:
    statements = account.of(section)
    if not statements:
        if section in (Section.ALL, Section.DISPUTED):
            yield _heading(section_name(account, section), 2)
            yield _plain(_nothing(account, section))
        return
    yield _heading(section_name(account, section), 2)
    if section is not Section.ALONE:
        yield from (statement_line(account, n, one) for n, one in statements)
    else:
        yield from _alone(account, statements)
    if left := dict(account.left_out).get(section):
        verb = "is" if left == 1 else "are"
        yield _plain(f"{in_words(left).capitalize()} more {verb} left out.")


def _alone(
    account: Account, statements: Sequence[tuple[int, Statement]]
) -> Iterator[Line]:
    for place, article in enumerate(account.articles):
        own = [(n, one) for n, one in statements if one.first.article == place]
        if not own:
            continue
        name = Piece(article.label, Style.NAME)
        if any(one.form is Form.UNTOLD for _, one in own):
            said = f". {_others(account, place)} found to say this:"
            yield Line((Piece("Only in "), name, Piece(said)), level=3)
        else:
            yield Line((Piece("Only in "), name), level=3)
        yield from (statement_line(account, n, one) for n, one in own)


def section_name(account: Account, section: Section) -> str:
    """The heading of a section."""
    number = len(account.articles)
    all_of_them = "both" if number == 2 else f"all {in_words(number)}"
    return {
        Section.ALL: f"What {all_of_them} tell",
        Section.DISPUTED: "What is disputed",
        Section.SOME: "What some tell",
        Section.ALONE: "What one alone tells",
    }[section]


def _nothing(account: Account, section: Section) -> str:
    if section is Section.DISPUTED:
        return "Nothing was found that they tell differently."
    whole = "both" if len(account.articles) == 2 else "all of them"
    return f"Nothing was found that {whole} tell."


def _others(account: Account, place: int) -> str:
    number = len(account.articles) - 1
    if len(account.compared_with(place)) < number:
        return "None of those it was compared with was"
    return "The other was not" if number == 1 else "None of the others was"


def _heading(text: str, level: int) -> Line:
    return Line((Piece(text),), level=level)


def _plain(text: str) -> Line:
    return Line((Piece(text),))
