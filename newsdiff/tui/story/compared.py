"""The message by which a screen of a whole story hears of a pair."""

from __future__ import annotations

from textual.message import Message

from newsdiff.model import Article, Pair
from newsdiff.story.shares import Summary
from newsdiff.tui.session.shelf import PairOf, ReadArticles


class Compared(Message):
    """It is known what a pair has in common."""

    def __init__(
        self,
        pair: PairOf,
        reading: ReadArticles,
        articles: Pair[Article],
        summary: Summary,
    ) -> None:
        super().__init__()
        self.pair = pair
        self.reading = reading
        self.articles = articles
        self.summary = summary
