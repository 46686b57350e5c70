"""What is written of a desk: the articles of a story, the desk, which views."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from newsdiff.model import MEASURED, Article, Span, Thresholds
from newsdiff.story.desk.desk import Desk
from newsdiff.story.desk.quotations import Wording
from newsdiff.story.desk.ties import How


class DeskView(StrEnum):
    """One of the three tables."""

    QUOTES = "quotes"
    SOURCES = "sources"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The desk of one story."""

    articles: Sequence[Article]
    desk: Desk
    views: Sequence[DeskView] = tuple(DeskView)
    thresholds: Thresholds = MEASURED
    """From where on links were made."""

    def words(self, wording: Wording) -> Iterator[tuple[str, bool]]:
        """The words of a wording, and which of them another outlet has otherwise."""
        article = self.articles[wording.article]
        if wording.how is not How.QUOTED:
            yield one_line(article.words_of(wording.sentence)), False
            return
        for number, place in enumerate(wording.places):
            if number:
                yield " ", False
            yield from _parted(article.text, place, wording.differing)

    def plain(self, wording: Wording) -> str:
        """The words of a wording in one line."""
        return one_line("".join(text for text, _ in self.words(wording)))

    def differing(self, wording: Wording) -> str:
        """Those of its words that another outlet has otherwise."""
        text = self.articles[wording.article].text
        return " … ".join(one_line(text[slice(*span)]) for span in wording.differing)


def _parted(
    text: str, place: Span, differing: Sequence[Span]
) -> Iterator[tuple[str, bool]]:
    at = place.start
    for span in differing:
        if at <= span.start and span.end <= place.end:
            yield text[at : span.start], False
            yield text[slice(*span)], True
            at = span.end
    yield text[at : place.end], False


def one_line(text: str) -> str:
    """Words without the line ends of their article."""
    return " ".join(text.split())
