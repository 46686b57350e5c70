"""Names of people, organisations and places in one article.

Ordinary sentences are read first. What they say of a name then decides what single
words are ("Sullivan") and which words of a headline in capitals are names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from newsdiff.cancellation import cancellable
from newsdiff.english.lexicon import (
    is_common_word,
    is_modifier,
    is_title,
)
from newsdiff.english.tables import word_group
from newsdiff.english.words import Token, rarity
from newsdiff.mentions.names.casing import Casing, Style, segments
from newsdiff.mentions.names.chains import Candidate, read_chain
from newsdiff.mentions.names.headlines import HeadlineReader
from newsdiff.mentions.names.keys import is_suffix, place_key
from newsdiff.mentions.names.labels import is_label
from newsdiff.mentions.names.runs import Run, RunFinder
from newsdiff.mentions.names.states import has_state, states_after
from newsdiff.mentions.names.unknowns import (
    Context,
    is_human,
    is_located,
    is_person_not_month,
    is_quoted,
    is_stressed,
    kind_of_unknown,
    looks_like_body,
    setting_after,
    speaks_or_is_paired,
)
from newsdiff.model import Kind, Mention, Span

_AFFILIATED: Final = re.compile(r",? ?\(?[RDI]-[A-Z]|, (?:\d{2},|who\b)")
_SHORT: Final = re.compile(
    r" \((?:the )?[“\"]?(?P<short>[A-Z][A-Za-z.&-]{1,9}?)s?[”\"]?\)"
)
_APPOSED_WORDS: Final = 7
_MOST_NAMES: Final = 3
_RARE: Final = 45.0
"""Rarity from which on a word in capitals after "the" is an acronym, not stressed."""
_OPENING: Final = '“"‘'
_CLOSING: Final = '”"’'
_OFTEN: Final = 2
"""How often a common word must have a capital to be a name."""
_NEVER_PEOPLE: Final = frozenset("demonyms seats government parties bodies".split())
"""Known names that stay what they are, whoever shares them."""
_SPEAKING: Final = frozenset("said says told tells added asked wrote argued".split())
_CITY_AFTER: Final = frozenset("in at near outside from around across into".split())
_LOCATING: Final = frozenset("in at near from outside around to into across of".split())


class NameFinder:
    """Finds the names of one article.

    Args:
        text: The article's text.
        sentences: Number of each sentence → its words.
        headings: Numbers of the sentences that are headlines or subheadings.
    """

    def __init__(
        self,
        text: str,
        sentences: Mapping[int, Sequence[Token]],
        headings: Collection[int] = (),
    ) -> None:
        self._text = text
        self._ends = {i: words[-1].end for i, words in sentences.items() if words}
        parts = segments(text, sentences, headings)
        plain = [part for part in parts if part.style is Style.NORMAL]
        casing = Casing(text, [part.words for part in plain])
        self._capitals = casing.upper + casing.opening
        self._lower = casing.lower
        runs = RunFinder(text, casing)
        self._found: dict[int, list[Candidate]] = {i: [] for i in sentences}
        for part in cancellable(plain):
            words = casing.apart(part.words)
            self._found[part.sentence] += self._read(runs.runs(words))
        self._gather()
        reader = HeadlineReader(text, casing, self._people, self._chains)
        for part in parts:
            if part.style is not Style.NORMAL:
                words = casing.apart(part.words)
                self._found[part.sentence] += reader.names(words, part.style)

    def mentions(self) -> Iterator[Mention]:
        """All names of the article."""
        plain = {
            c.key for found in self._found.values() for c in found if not c.in_title
        }
        for i, found in sorted(self._found.items()):
            states = [
                mention
                for candidate in found
                for mention in states_after(
                    self._text, candidate.span, self._ends[i], i
                )
            ]
            yield from states
            taken = {m.span for m in states}
            for candidate in found:
                if candidate.in_title and candidate.key in plain:
                    continue
                if self._is_chance(candidate):
                    continue
                if not any(_overlap(candidate.span, span) for span in taken):
                    yield self._mention(candidate, i)

    def _read(self, runs: Iterator[Run]) -> list[Candidate]:
        found: list[Candidate] = []
        for run in runs:
            chain = list(read_chain(run))
            if not chain:
                continue
            chain[-1] = self._with_setting(chain[-1], run)
            chain[-1] = self._with_apposition(chain[-1], run)
            first = next((i for i, c in enumerate(chain) if not c.in_title), 0)
            chain[first] = self._with_title_before(chain[first], run)
            if (title := chain[first].title) and found:
                before = found[-1]
                if before.known and before.span.end + 1 == title.start:
                    found[-1] = before._replace(in_title=True)
                    title = Span(before.span.start, title.end)
                    chain[first] = chain[first]._replace(title=title)
            found += chain
        return found

    def _with_title_before(self, candidate: Candidate, run: Run) -> Candidate:
        """A name after titles in lower case: "former president Maria Silva"."""
        if candidate.known or candidate.in_title:
            return candidate
        start = candidate.title or candidate.span
        i = run.units[0].first
        if run.words[i].start != start.start or not i:
            return candidate
        first = i
        while first and self._is_title_word(run.words, first - 1):
            first -= 1
        head = run.words[i - 1]
        titles_name = is_title(head.folded) and (
            head.folded not in word_group("names", "capital_titles")
        )
        if first == i or not (candidate.title or titles_name):
            return candidate
        titled = Span(run.words[first].start, head.end)
        if candidate.title:
            titled = Span(titled.start, candidate.title.end)
        if candidate.kind not in (None, Kind.PERSON) and candidate.rule != "capitals":
            return candidate
        return candidate._replace(kind=Kind.PERSON, title=titled, rule="title")

    def _is_title_word(self, words: Sequence[Token], i: int) -> bool:
        token = words[i]
        joined = self._text[token.end : words[i + 1].start] == " "
        lower = token.text[0].islower() or i == 0
        return (
            joined and lower and (is_title(token.folded) or is_modifier(token.folded))
        )

    def _with_setting(self, candidate: Candidate, run: Run) -> Candidate:
        """A place by the word behind it: "the Brask river"."""
        following = run.words[run.units[-1].end :]
        is_open = candidate.kind is None or candidate.rule == "capitals"
        is_open = is_open and not looks_like_body(self._surface(candidate))
        if not (is_open and setting_after(self._text, candidate.span.end, following)):
            return candidate
        words = (*candidate.words, following[0].folded)
        return candidate._replace(
            kind=Kind.PLACE,
            span=Span(candidate.span.start, following[0].end),
            key=place_key(words),
            rule="place-word",
            words=words,
        )

    def _with_apposition(self, candidate: Candidate, run: Run) -> Candidate:
        """A name that what follows shows to be a person's: ", a spokesman"."""
        open_kind = candidate.kind is None or candidate.rule == "capitals"
        word = candidate.words[-1]
        body = word in word_group("names", "organizations")
        body = body or word in word_group("names", "groups")
        body = body and candidate.kind is None
        loud = is_stressed(self._surface(candidate))
        if not open_kind or candidate.known or body or loud:
            return candidate
        end = candidate.span.end
        owned = self._before(candidate) in _LOCATING
        affiliated = _AFFILIATED.match(self._text, end) and not owned
        rule = "affiliation" if affiliated else None
        ahead = run.words[run.units[-1].end :][:_APPOSED_WORDS]
        if rule is None and ahead and self._text[end : ahead[0].start] == ", ":
            for before, token in zip([None, *ahead], ahead, strict=False):
                if before and "," in self._text[before.end : token.start]:
                    break
                if is_title(token.folded):
                    rule = "apposition"
                    break
        speaks = ahead and ahead[0].folded in _SPEAKING and not owned
        if rule is None and speaks and candidate.kind is None:
            rule = "speaks"
        if rule is None and ahead and self._text[end : ahead[0].start] == " ":
            owns = ahead[0].text in word_group("names", "belongings")
            rule = "belonging" if owns and candidate.kind is None else None
        if rule is None or (
            rule in ("speaks", "belonging")
            and looks_like_body(self._surface(candidate))
        ):
            return candidate
        return candidate._replace(kind=Kind.PERSON, rule=rule)

    def _gather(self) -> None:
        """What the ordinary sentences tell of people, chains and abbreviations."""
        named = [c for i in sorted(self._found) for c in self._found[i]]
        full = [c.key.split() for c in named if c.kind is Kind.PERSON]
        self._surnames = {words[-1] for words in full if len(words) > 1}
        self._people = self._surnames | {words[0] for words in full}
        single = [
            c for c in named if c.kind is None and not looks_like_body(self._surface(c))
        ]
        self._people |= {
            c.words[0]
            for c in single
            if not (is_common_word(c.words[0]) or is_suffix(c.words[0].rstrip("s")))
            and is_human(self._context(c))
        }
        self._chains = {c.words: c for c in named if len(c.words) > 1}
        self._located = {c.words[0] for c in named if c.known and c.known.ambiguous}
        self._located |= {
            c.words[0] for c in single if is_located(c.words[0], self._context(c))
        }
        self._short: dict[str, str] = {}
        for c in named:
            match = _SHORT.match(self._text, c.span.end)
            if match and c.kind and _abbreviates(match["short"], c.words):
                self._short.setdefault(match["short"].replace(".", ""), c.key)

    def _mention(self, candidate: Candidate, i: int) -> Mention:
        kind, rule = self._kind(candidate)
        several = len(candidate.words) > 1
        if kind is Kind.PERSON and several and is_quoted(self._text, candidate.span):
            kind, rule = Kind.ORGANIZATION, "thing-word"
        key, known = candidate.key, candidate.known
        surface = self._text[slice(*candidate.span)].replace(".", "")
        if kind is Kind.ORGANIZATION:
            key = self._short.get(surface, key)
        if kind is not Kind.PLACE or known is None or known.kind is not kind:
            own = kind is Kind.PERSON and known is not None
            key = " ".join(candidate.words) if own else key.removeprefix("place:")
        elif known.form == "capital" and self._is_city(candidate):
            key, rule = known.city or key, "capital-city"
        if kind is Kind.PLACE and not key.startswith("place:"):
            key = f"place:{key}"
        phrase = None
        if candidate.title:
            phrase = Span(candidate.title.start, candidate.span.end)
        span = self._with_role(candidate)
        return Mention(
            kind=kind,
            span=span,
            sentence=i,
            key=key,
            rule=rule if span == candidate.span else "nationality-and-role",
            resolved=self._country(candidate) if kind is Kind.PLACE else None,
            phrase=phrase,
        )

    def _is_chance(self, candidate: Candidate) -> bool:
        """A common word with a capital once: a title of something, or for stress."""
        word = candidate.words[0]
        if candidate.kind is not None or len(candidate.words) > 1:
            return False
        capitals = self._surface(candidate).isupper()
        form = word in word_group("names", "companies")
        several = is_suffix(word.removesuffix("s"))  # "MPs"
        if len(word) < 2 or ((form or several) and not capitals):
            return True
        if word in self._people | self._located or word in word_group(
            "names", "groups"
        ):
            return False
        end = candidate.span.end
        if speaks_or_is_paired(self._text, end, word) or is_person_not_month(
            self._text, end, word
        ):
            return False
        article = self._before(candidate) == "the" and rarity(word) > _RARE
        if looks_like_body(self._surface(candidate)) and (
            article or not is_common_word(word)
        ):
            return False
        once = self._capitals[word] < _OFTEN or word in self._lower
        once = once and self._text[candidate.span.end : candidate.span.end + 2] not in (
            "'s",
            "’s",
        )
        body = word in word_group("names", "organizations")
        return once and is_common_word(word) and not body

    def _country(self, candidate: Candidate) -> str | None:
        """The country of a place; a state behind it decides between two Cambridges."""
        if has_state(self._text, candidate.span.end):
            return "US"
        return candidate.known.country if candidate.known else None

    def _kind(self, candidate: Candidate) -> tuple[Kind, str]:
        """The kind of a candidate, open ones decided by the rest of the article."""
        if self._is_person(candidate):
            return Kind.PERSON, "surname"
        if candidate.kind is not None:
            return candidate.kind, candidate.rule
        word = candidate.words[-1]
        if word in word_group("names", "groups"):
            return Kind.ORGANIZATION, "group"
        if is_label(self._text, candidate.span, word):
            return Kind.PERSON, "speaks"
        if word in self._located or has_state(self._text, candidate.span.end):
            return Kind.PLACE, "located"
        return kind_of_unknown(word, self._surface(candidate), self._context(candidate))

    def _is_person(self, candidate: Candidate) -> bool:
        """Whether the article names a person with this surname."""
        word = candidate.words[-1]
        known = candidate.known
        if known:
            single = len(candidate.words) == 1 and word in self._surnames
            fixed = known.form in _NEVER_PEOPLE
            return single and not fixed and self._before(candidate) not in _LOCATING
        if candidate.kind is None:
            return word in self._people and not is_stressed(self._surface(candidate))
        several = 1 < len(candidate.words) <= _MOST_NAMES
        is_open = candidate.rule == "capitals" and candidate.kind is Kind.ORGANIZATION
        return several and is_open and word in self._surnames

    def _surface(self, candidate: Candidate) -> str:
        return self._text[slice(*candidate.span)]

    def _before(self, candidate: Candidate) -> str:
        return self._context(candidate).before

    def _context(self, candidate: Candidate) -> Context:
        start, end = (
            candidate.title.start if candidate.title else candidate.span.start,
            candidate.span.end,
        )
        ahead = ["", "", *self._text[max(0, start - 30) : start].casefold().split()]
        behind = self._text[end : end + 20]
        is_owner = behind[:2] in ("'s", "’s")
        behind = behind[2:] if is_owner else behind
        following = behind.split(maxsplit=1)[:1] if behind[:1] == " " else []
        after = following[0].casefold().rstrip(".,;:!?") if following else ""
        return Context(ahead[-2], ahead[-1], after, is_owner=is_owner)

    def _is_city(self, candidate: Candidate) -> bool:
        """Whether a capital is meant as a place, not as its government."""
        after = self._text[candidate.span.end : candidate.span.end + 6]
        district = candidate.words[-1] in ("d.c.", "dc")
        located = self._before(candidate) in _CITY_AFTER
        dateline = after.startswith((", D.C.", ", DC", " —", " –", " ("))
        return district or located or dateline

    def _with_role(self, candidate: Candidate) -> Span:
        """The span widened over a role: "Slovak" becomes "Slovak citizen"."""
        span, known = candidate.span, candidate.known
        if (
            known
            and known.form == "demonyms"
            and self._text[span.end : span.end + 1] == " "
        ):
            following = self._text[span.end + 1 : span.end + 20].split(" ")[0]
            word = following.rstrip('.,;:!?”"’)')
            if word in word_group("names", "roles"):
                return Span(span.start, span.end + 1 + len(word))
        return span


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _abbreviates(short: str, words: Sequence[str]) -> bool:
    """Whether the letters are the first ones of the words, small words left out."""
    letters = [c for c in short.casefold() if c.isalpha()]
    initials = iter(part[0] for word in words for part in word.split("-") if part)
    return words[0][0] == letters[0] and all(c in initials for c in letters)
