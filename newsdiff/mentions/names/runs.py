"""Runs of words that may be one name: neighbours with capitals, and what joins them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsdiff.english.gazetteer import Known, known_names
from newsdiff.english.lexicon import (
    CALENDAR,
    is_common_word,
    is_given_name,
    is_modifier,
    is_surname,
    is_title,
)
from newsdiff.english.tables import Match, word_group
from newsdiff.english.words import Token, is_number_word, rarity
from newsdiff.mentions.names.casing import Casing, is_small
from newsdiff.mentions.names.digits import is_sum_or_age, leads_number
from newsdiff.mentions.names.keys import is_generation, is_suffix
from newsdiff.mentions.names.units import Unit, after_nickname, number_after
from newsdiff.mentions.names.unknowns import acts, is_person_not_month

_PRONOUNS: Final = frozenset("i i'm i've i'll i'd".split())
_BEFORE_MONTHS: Final = frozenset(
    "in since until till by of from during last next this early late mid".split()
)
_SMALL_NAMES: Final = frozenset("Per Will To So Do No My".split())
"""Given names that are words of grammar too."""
_ARTICLE: Final = re.compile(
    r"(?:al|el|ad|ar|as|ash|az|ul|d|l)[-’'](?=[^\W\d_])(?![a-zà-ÿ])"
)
"""An article that a name keeps in lower case, before its capital."""
_RARE: Final = 50.0
"""Rarity from which on a word that opens a sentence is rather the city."""
_SHORTENED: Final = ("st", "ft", "mt", "dept", "assn", "assoc", "univ", "inst")
"""Words of places and bodies that a full stop can end."""
_LONGEST: Final = 12
"""Units of a run; what is longer is no name."""


class Run(NamedTuple):
    """Neighbouring units that look like one name or a chain of them."""

    words: Sequence[Token]
    """All words of the sentence."""
    units: tuple[Unit, ...]

    def text_span(self, units: Sequence[Unit]) -> tuple[int, int]:
        """Offsets from the first of some units to the end of the last."""
        return self.words[units[0].first].start, self.words[units[-1].end - 1].end


class RunFinder:
    """Finds the runs of one article's ordinary sentences.

    Args:
        text: The article's text.
        casing: The evidence of its capitals.
    """

    def __init__(self, text: str, casing: Casing) -> None:
        self._text = text
        self._casing = casing

    def runs(self, words: Sequence[Token]) -> Iterator[Run]:
        """The runs of one sentence, in order."""
        i = 0
        while i < len(words):
            units = self._run(words, i) if _has_capital(words[i]) else ()
            if not units:
                i += 1
                continue
            yield Run(words, units)
            i = units[-1].end

    def _run(self, words: Sequence[Token], i: int) -> tuple[Unit, ...]:
        units: list[Unit] = []
        while i < len(words) and len(units) < _LONGEST:
            if units:
                i = after_nickname(self._text, words, i, units[-1])
            if units and not self._touches(words, i, units):
                break
            if units and leads_number(self._text, words, i):
                break
            unit = self._unit(words, i, opening=not units)
            if unit is None and units:
                unit = number_after(words, i, units) or self._joiner(words, i, units)
            if unit is None:
                break
            pair = i and self._text[words[i - 1].end : words[i].start].strip() == "&"
            units.append(unit._replace(paired=bool(units and pair)))
            i = unit.end
        while units and units[-1].is_word and _is_joiner(words[units[-1].first]):
            if is_generation(units[-1].folded):
                break
            units.pop()
        return tuple(units)

    def _unit(self, words: Sequence[Token], i: int, *, opening: bool) -> Unit | None:
        token = words[i]
        if not _has_capital(token):
            return None
        match = known_names().longest(words, i) or _in_capitals(words, i)
        starts = opening and self._casing.opens(words, i)
        if match and self._is_known(words, i, match.size, match.value, starts=starts):
            end = i + match.size
            return Unit(i, end, match.value, words[end - 1].folded)
        person = self._is_month_person(words, i)
        if not person and self._is_no_name(words, i, opening=opening):
            return None
        if starts and not person and not self._starts_name(words, i):
            return None
        return Unit(i, i + 1, None, token.folded)

    def _is_no_name(self, words: Sequence[Token], i: int, *, opening: bool) -> bool:
        """Whether a capital stands on a pronoun, a month or a small word."""
        token = words[i]
        if token.folded in _PRONOUNS or is_sum_or_age(token):
            return True
        if token.folded in CALENDAR:
            return not self._is_given(words, i)
        if not is_small(token) or is_title(token.folded):
            return False
        initial = not opening and self._is_initial(words, i)
        return not initial and not self._is_small_given(words, i)

    def _is_small_given(self, words: Sequence[Token], i: int) -> bool:
        """Whether a word of grammar is a given name here: "Per Holm"."""
        following = words[i + 1] if i + 1 < len(words) else None
        return (
            words[i].text in _SMALL_NAMES
            and following is not None
            and following.text[0].isupper()
            and self._text[words[i].end : following.start] == " "
            and not is_common_word(following.folded)
            and known_names().longest(words, i + 1) is None
            and (words[i].text == "Per" or not self._casing.opens(words, i))
        )

    def _is_initial(self, words: Sequence[Token], i: int) -> bool:
        """Whether a letter stands inside a name: "Gregory A. Vega"."""
        ahead = self._text[words[i].end : words[i].end + 3]
        return len(words[i].text) == 1 and ahead[:2] == ". " and ahead[2:].isupper()

    def _is_given(self, words: Sequence[Token], i: int) -> bool:
        """Whether a month's name is a person's here: "April Holm", not "in April"."""
        following = words[i + 1] if i + 1 < len(words) else None
        before = words[i - 1].folded if i else ""
        if following is None or before in _BEFORE_MONTHS:
            return False
        return (
            is_given_name(words[i].folded)
            and self._text[words[i].end : following.start] == " "
            and following.text[0].isupper()
            and (is_title(before) or is_surname(following.folded))
            and known_names().longest(words, i + 1) is None
        )

    def _is_month_person(self, words: Sequence[Token], i: int) -> bool:
        """Whether a month's name is a person's surname: "Olga May", "May said"."""
        before = words[i - 1].folded if i else ""
        if before not in _BEFORE_MONTHS and is_person_not_month(
            self._text, words[i].end, words[i].folded
        ):
            return True
        following = words[i + 1].text if i + 1 < len(words) else ""
        called = is_given_name(before) or before in word_group("names", "forms")
        unknown = i > 0 and words[i - 1].text.istitle() and not is_common_word(before)
        if unknown and known_names().longest(words, i - 1) is None:
            called = called or acts(self._text, words[i].end)  # "Fredric March may"
        called = called and before not in CALENDAR
        named = words[i].folded in word_group("names", "months")
        return called and named and not following.isdigit()

    def _is_known(
        self, words: Sequence[Token], i: int, size: int, known: Known, *, starts: bool
    ) -> bool:
        """Whether a phrase of the tables is meant, and no common word or person."""
        if known.form == "abbreviation":
            return self._text[words[i].end : words[i].end + 1] == "."
        if size > 1 or not starts:
            return not known.ambiguous or self._is_located(words, i, size)
        if known.ambiguous:
            return False
        token = words[i]
        if not is_common_word(token.folded) or _is_acronym(token):
            return True
        rare = known.form == "city" and rarity(token.folded) > _RARE
        if rare or known.form in ("names", "demonyms", "state"):
            return token.folded not in self._casing.lower  # "French", "Turkey"
        following = words[i + 1] if i + 1 < len(words) else None
        followed = following is not None and following.text[0].isupper()
        return known.form == "parties" or (
            (known.form == "government")
            and (followed or token.folded in self._casing.upper)
        )

    def _is_located(self, words: Sequence[Token], i: int, size: int) -> bool:
        before = words[i - 1].folded if i else ""
        if before in ("in", "at", "near", "from", "outside", "around", "to", "into"):
            after = words[i + size] if i + size < len(words) else None
            return after is None or not (
                after.text[0].isupper()
                and self._text[words[i + size - 1].end : after.start] == " "
            )
        return False

    def _starts_name(self, words: Sequence[Token], i: int) -> bool:
        token = words[i]
        if self._casing.is_name_at_start(words, i) or self._is_small_given(words, i):
            return True
        if token.folded in word_group("names", "openers") or i + 1 >= len(words):
            return False
        following = words[i + 1]
        if following.text in ("of", "for") and i + 2 < len(words):
            the = words[i + 2].text == "the" and i + 3 < len(words)
            following = words[i + 3 if the else i + 2]
            if not is_title(token.folded) and not _heads_body_word(token.folded):
                return False
        month = following.folded in CALENDAR and not self._is_given(words, i + 1)
        if not following.text[0].isupper() or month:
            return False
        leads = is_title(token.folded) or is_modifier(token.folded)
        if leads or _heads_body_word(token.folded):
            return True
        return self._continues_common(words, i)

    def _continues_common(self, words: Sequence[Token], i: int) -> bool:
        """A common word before another capitalised common word: "Affordable Care"."""
        following = words[i + 1]
        if token_is_adverb(words[i]) or is_number_word(words[i].folded):
            return False
        return (
            self._text[words[i].end : following.start] == " "
            and is_common_word(following.folded)
            and not is_title(following.folded)
            and known_names().longest(words, i + 1) is None
        )

    def _touches(self, words: Sequence[Token], i: int, units: Sequence[Unit]) -> bool:
        """Whether the next word stands right after the run, as in one name."""
        before, token = words[i - 1], words[i]
        gap = self._text[before.end : token.start]
        if gap in (" ", " & ") or units[-1].end < i:  # a nickname stands between
            return True
        if gap == ". ":
            return _is_short(before.folded, token.folded)
        if gap in ("'s ", "’s ", "' ", "’ "):
            owned = token.text[0].isupper() and _heads_body_word(token.folded)
            return owned and units[-1].is_word and is_common_word(before.folded)
        if gap in ("", "&"):
            return token.text.isupper() if gap else before.text[-1] == "."
        surface = token.text.rstrip(".")
        company = token.folded in word_group("names", "companies")
        suffix = (company or is_suffix(token.folded)) and surface[0].isupper()
        whole = surface.istitle() or surface[-1].isupper()
        return gap == ", " and suffix and whole and units[-1].is_word

    def _joiner(
        self, words: Sequence[Token], i: int, units: Sequence[Unit]
    ) -> Unit | None:
        """A small word inside a name, where what stands around it is one name."""
        token = words[i]
        following = words[i + 1] if i + 1 < len(words) else None
        unit = Unit(i, i + 1, None, token.folded)
        last = units[-1]
        if token.text.isdigit() and len(token.text) < 4:
            numbered = last.is_word and last.folded in word_group("names", "places")
            return unit if numbered else None
        if token.text == "of" and following and following.text == "the":
            titled = last.is_word and last.folded in ("secretary", "department")
            return unit if titled else None
        if following and following.text in word_group("names", "particles"):
            after = words[i + 2] if i + 2 < len(words) else None
            small = token.text in word_group("names", "particles")
            return unit if small and after and after.text[0].isupper() else None
        if following is None or not following.text[0].isupper():
            return None
        if self._text[token.end : following.start] != " ":
            return None
        return unit if _joins(words, i, units) else None


def _joins(words: Sequence[Token], i: int, units: Sequence[Unit]) -> bool:
    """Whether the small word `words[i]` stands inside a name."""
    word, last = words[i].text, units[-1]
    if word in word_group("names", "particles"):
        return last.is_word and not is_title(last.folded)
    if word == "the":
        return words[i - 1].text == "of"
    if word in ("of", "for"):
        place = known_names().longest(words, i + 1)
        if not _heads_body(last) and any(is_given_name(u.folded) for u in units[:-1]):
            return False
        person = is_surname(last.folded) and not _heads_body(last)
        return _takes_of(last) and not (person and place)
    return word in ("and", "&") and _joins_and(words, i, units)


def _in_capitals(words: Sequence[Token], i: int) -> Match[Known] | None:
    """A place in capitals, as datelines have it: "HONG KONG (AP)"."""
    run = [token for token in words[i : i + 3] if token.text.isupper()]
    if not run or run[0] is not words[i] or len(run[0].text) < 4:
        return None
    return known_names().longest(
        [token._replace(text=token.text.capitalize()) for token in run], 0
    )


def _has_capital(token: Token) -> bool:
    """Whether a name may begin here; "al-Qaeda" and "d'Holm" have it inside."""
    if token.text == token.folded:
        return False  # as most words
    return token.text[:1].isupper() or _ARTICLE.match(token.text) is not None


def token_is_adverb(token: Token) -> bool:
    """Whether the word looks like an adverb: "Additionally"."""
    return token.folded.endswith("ly")


def _is_acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def _is_short(before: str, folded: str) -> bool:
    """Whether a full stop ends an abbreviation inside a name: "St. Holm", "Co. KG"."""
    companies = word_group("names", "companies")
    if before in companies and folded in companies:
        return True
    return len(before) == 1 or is_title(before) or before in _SHORTENED


def _is_joiner(token: Token) -> bool:
    small = token.text[0].islower() and not _has_capital(token)
    return small or token.text == "&"


def _takes_of(last: Unit) -> bool:
    """Whether "of" may follow inside a name: "Bank of", not "McCain of Arizona"."""
    if last.known:
        return last.known.form == "government"
    return _heads_body(last) or is_common_word(last.folded)


def _heads_body_word(folded: str) -> bool:
    """Whether a body or a place may begin with the word: "Bank", "Lake"."""
    groups = ("organizations", "places")
    return any(folded in word_group("names", group) for group in groups)


def _heads_body(unit: Unit) -> bool:
    """Whether a body, place, title or thing may begin with the word."""
    groups = ("organizations", "places", "titles", "things")
    return any(unit.folded in word_group("names", group) for group in groups)


def _joins_and(words: Sequence[Token], i: int, units: Sequence[Unit]) -> bool:
    """Whether "and" stands inside one body's name: "Fish and Wildlife Service"."""
    bodies = word_group("names", "organizations")
    if _is_shared_name(words, i, units):
        return True
    if any(unit.known or unit.folded in bodies for unit in units[-1:]):
        return False
    if not is_common_word(units[-1].folded) or is_title(units[-1].folded):
        return False
    if is_given_name(units[0].folded) or known_names().longest(words, i + 1):
        return False
    ahead = []
    for token in words[i + 1 : i + 4]:
        if not token.text[0].isupper():
            break
        ahead.append(token.folded)
    of = any(unit.folded in ("of", "for") for unit in units)
    return bool(ahead) and (of or (len(ahead) > 1 and ahead[-1] in bodies))


def _is_shared_name(words: Sequence[Token], i: int, units: Sequence[Unit]) -> bool:
    """Whether two names make one: "Devon and Cornwall Police", "Holm and Tarn Ltd"."""
    known = units[0].known
    if len(units) > 1 or (known and known.form != "city") or i + 2 >= len(words):
        return False
    last = words[i + 2]
    company = last.folded in word_group("names", "companies") and last.text[0].isupper()
    return company or last.text in ("Police", "Constabulary")
