"""Sources by their names, and what each of them is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from newsdiff.analysis import AnalysedArticle
from newsdiff.english.tables import table, word_group
from newsdiff.english.words import is_function_word
from newsdiff.model import Kind, Mention

_GUESSED: Final = ("subject", "last-speaker")
"""Rules that find whose a quotation is where no verb of saying stands beside it."""
_MOST_BEFORE: Final = 2
"""Words before a noun that tell more of it."""
_OWNED: Final = re.compile(r"['’]s(?: [A-Z][\w-]+)+")


class Sort(StrEnum):
    """What a source is, as far as the text says."""

    PERSON = "person"
    BODY = "body"
    UNNAMED = "unnamed"
    OUTLET = "outlet"
    """A news agency or outlet that carries what others say."""

    @property
    def is_named(self) -> bool:
        """Whether it is a person with a name."""
        return self is Sort.PERSON


@dataclass(frozen=True, slots=True)
class Who:
    """A source as one article names it."""

    key: str
    name: str
    """The fullest name of a person; else the words that stand there."""
    sort: Sort
    guessed: bool = False
    """Whether no verb of saying says so."""


class Namer:
    """Sources of an article by their names."""

    def __init__(self, article: AnalysedArticle) -> None:
        self._article = article
        self._kinds: dict[str, Kind] = {}
        self._names: dict[str, str] = {}
        for mention in article.canonical:
            if mention.kind.is_name:
                self._kinds[mention.key] = mention.kind
                name = article.words_at(mention.span)
                known = self._names.get(mention.key, "")
                best = max(known, name, key=lambda n: (len(n), n))
                self._names[mention.key] = best

    def who(self, source: Mention, *, carries: bool = False) -> Who:
        """A source with its name and what it is."""
        sort = Sort.OUTLET if carries else self.sort_of(source)
        name = self._worded(source)
        if sort is Sort.PERSON or source.rule == "pronoun":
            name = self._names.get(source.key) or self._last_noun(source) or name
        return Who(source.key, name, sort, source.rule in _GUESSED)

    def _worded(self, source: Mention) -> str:
        """A source as it is called where it speaks."""
        words = " ".join(self._article.words_at(source.span).split())
        if source.rule == "noun-of":  # "official at South Korea" goes on
            further = _OWNED.match(self._article.article.text, source.span.end)
            words += further.group() if further else ""
        return self._with_words_before(source) if source.rule == "noun" else words

    def _last_noun(self, source: Mention) -> str:
        """What "it" or "they" stands for: the source of that key before it."""
        named = ""
        for said in self._article.sayings.values():
            for one in said:
                before = one.source.span < source.span and one.source.rule != "pronoun"
                if before and one.source.key == source.key:
                    named = self._worded(one.source)
        return named

    def _with_words_before(self, source: Mention) -> str:
        """A noun with what stands before it: "coast guard"."""
        text = self._article.article.text
        start = source.span.start
        verbs = word_group("attribution", "verbs")
        before = [
            word
            for word in self._article.tokens.get(source.sentence, ())
            if word.end <= start
        ]
        for word in reversed(before[-_MOST_BEFORE:]):
            small = is_function_word(word.folded) or word.folded in verbs
            if small or not text[word.end : start].isspace():
                break
            start = word.start
        return " ".join(text[start : source.span.end].split())

    def sort_of(self, source: Mention) -> Sort:
        """What a source is."""
        if self._kinds.get(source.key) is Kind.PERSON:
            return Sort.PERSON
        if source.rule == "noun":
            words = self._with_words_before(source).casefold()
            if words in table("desk")["phrases"]["bodies"]:
                return Sort.BODY
        if source.rule in ("known-agencies", "known-outlets"):
            return Sort.OUTLET
        noun, of, _ = source.key.partition(" of ")
        named = source.key in self._kinds or source.key.startswith("place:")
        bodies = word_group("desk", "bodies")
        is_body = (named and not of) or noun in bodies
        return Sort.BODY if is_body else Sort.UNNAMED
