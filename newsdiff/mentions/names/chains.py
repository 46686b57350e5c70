"""A run of capitals read as names: title and person, body, place.

"Russian Defense Minister Sergei Shoigu" is one person named Sergei Shoigu; what stands
before the name is the title. What a run alone does not decide (a single unknown word)
is left open: the kind of a candidate is None.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from newsdiff.english.gazetteer import Known
from newsdiff.english.lexicon import (
    is_common_word,
    is_given_name,
    is_modifier,
    is_surname,
    is_title,
)
from newsdiff.english.tables import word_group
from newsdiff.mentions.names.keys import (
    body_key,
    is_generation,
    is_suffix,
    person_key,
    place_key,
    street_word,
)
from newsdiff.mentions.names.runs import Run
from newsdiff.mentions.names.ships import is_ship
from newsdiff.mentions.names.titles import (
    LONGEST_NAME,
    ends_in_title,
    is_body_name,
    title_end,
)
from newsdiff.mentions.names.units import Unit
from newsdiff.model import Kind, Span

_DIRECTIONS: Final = frozenset(
    "north south east west northern southern eastern western central downtown upper "
    "lower greater inner outer".split()
)


_EMPLOYER: Final = (Kind.ORGANIZATION, "capital")


class Candidate(NamedTuple):
    """A name found, perhaps without its kind."""

    kind: Kind | None
    span: Span
    title: Span | None
    """What stands before a person's name."""
    key: str
    rule: str
    known: Known | None
    words: tuple[str, ...]
    """Its words, folded."""
    in_title: bool = False
    """A place or body named inside a person's title."""


def read_chain(run: Run) -> Iterator[Candidate]:
    """The names of one run, in order.

    Letters behind a person's name belong to it: "Lena Kvist MP". A suffix that follows
    no name is none.
    """
    units = run.units
    if [unit.folded for unit in units[1:]] == ["of", "parliament"]:
        units = ()  # "Member of Parliament" is an "MP"
    suffixes = word_group("names", "suffixes")
    while units and units[0].is_word and units[0].folded in suffixes:
        units = units[1:]
    if len(units) > 1 and _is_rank(run, units):
        units = units[1:]
    end = _before_letters(run, units)
    found = list(_read(run, units[:end])) if units else []
    if found and end < len(units):
        last = found[-1]
        if last.known is None and last.kind in (Kind.PERSON, None):
            whole = Span(last.span.start, run.text_span(units)[1])
            rule = "suffix" if last.kind is None else last.rule
            found[-1] = last._replace(kind=Kind.PERSON, span=whole, rule=rule)
        else:
            found += _read(run, units[end:])
    yield from found


def _is_rank(run: Run, units: Sequence[Unit]) -> bool:
    """Whether a run begins with a rank in capitals and a given name: "DI Ann"."""
    surface = run.words[units[0].first].text
    rank = units[0].folded in word_group("names", "ranks") and surface.isupper()
    return rank and is_given_name(units[1].folded)


def _before_letters(run: Run, units: Sequence[Unit]) -> int:
    """Index of the first of the letters that end a run; 0 is none of them."""
    end = len(units)
    while end > 1 and units[end - 1].folded.replace(".", "") in _letters():
        surface = run.words[units[end - 1].first].text
        if not (surface[0].isupper() and surface.rstrip(".")[-1].isupper()):
            break
        end -= 1
    return end


def _letters() -> frozenset[str]:
    return word_group("names", "letters")


def _read(run: Run, units: Sequence[Unit]) -> Iterator[Candidate]:
    if is_ship(run, units):
        yield _named(run, units, Kind.ORGANIZATION, "ship")
        return
    if ends_in_title(units):
        yield _named(run, units, Kind.PERSON, "given-name")
        return
    split = title_end(units)
    if split is not None:
        yield from _before_person(run, units[:split])
        yield _person(run, units[split:], units[:split])
        return
    for part in _without_titles(units):
        yield from _untitled(run, part)


def _before_person(run: Run, title: Sequence[Unit]) -> Iterator[Candidate]:
    """Bodies and places named inside a title: "Senate", "Russian", "Voss CEO"."""
    for end, unit in enumerate(title):
        plain = is_common_word(unit.folded) or is_modifier(unit.folded)
        if not unit.is_word or plain or is_title(unit.folded):
            if end and (is_title(unit.folded) or is_modifier(unit.folded)):
                yield _named(run, title[:end], *_EMPLOYER)._replace(in_title=True)
            break
    for unit in title:
        if unit.known:
            yield _known(run, unit)._replace(in_title=True)


def _without_titles(units: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    """The run cut at titles that no name follows ("Prime Minister", "President")."""
    body = _is_body(units)
    if body:
        yield units
        return
    part: list[Unit] = []
    for unit in units:
        if unit.is_word and (is_title(unit.folded) or _is_bare_modifier(unit, units)):
            if part:
                yield part
            part = []
        else:
            part.append(unit)
    if part:
        yield part


def _is_bare_modifier(unit: Unit, units: Sequence[Unit]) -> bool:
    titled = any(u.is_word and is_title(u.folded) for u in units)
    return titled and is_modifier(unit.folded)


def _is_body(units: Sequence[Unit]) -> bool:
    """Whether the run as a whole names an organisation."""
    if len(units) == 1:
        return False
    bodies = word_group("names", "organizations")
    if is_title(units[0].folded) and units[1].folded == "of":
        return False  # "Member of Parliament"
    if units[-1].folded in bodies and (units[-1].is_word or _is_own_congress(units)):
        return True
    return any(
        unit.is_word and unit.folded in bodies and following.folded in ("of", "for")
        for unit, following in pairwise(units)
    )


def _is_own_congress(units: Sequence[Unit]) -> bool:
    """Whether a known body's word ends another's name: "Trades Union Congress"."""
    last = units[-1]
    known = last.known is not None and last.known.form == "government"
    words = [u for u in units[:-1] if u.is_word and not is_title(u.folded)]
    whole = len(words) == len(units) - 1 and last.end - last.first == 1
    return known and whole and not _is_plain(words)


def _untitled(run: Run, units: Sequence[Unit]) -> Iterator[Candidate]:
    units = _trimmed(units)
    while units and units[0].is_word and _is_plain(units[:1]) and len(units) > 1:
        if not units[1].known:
            break
        units = units[1:]  # "super PAC | America Rising"
    if not units:
        return
    if len(units) == 1 and units[0].known:
        yield _known(run, units[0])
        return
    if _is_body(units):
        yield from _body(run, units)
        return
    if whole := _whole(units):
        yield _named(run, units, *whole)
        return
    yield from _pieces(run, units)


def _trimmed(units: Sequence[Unit]) -> Sequence[Unit]:
    """Without small words at either end."""
    small = ("of", "for", "and", "&", "the")
    plain = word_group("names", "plain")
    while units and units[-1].is_word and units[-1].folded in small:
        units = units[:-1]
    while len(units) > 1 and units[-1].is_word and units[-1].folded in plain:
        units = units[:-1]  # "a Denver TV station"
    while units and units[0].is_word and units[0].folded in small:
        units = units[1:]
    return units


def _body(run: Run, units: Sequence[Unit]) -> Iterator[Candidate]:
    """An organisation; a nationality before a plain body is a place of its own."""
    first = units[0]
    if first.known and first.known.kind is Kind.PLACE and len(units) > 1:
        plain = all(
            u.known
            or u.folded in word_group("names", "organizations")
            or is_modifier(u.folded)
            or is_title(u.folded)
            for u in units[1:]
        )
        if plain and first.known.form in ("demonyms", "names"):
            yield _known(run, first)
            units = units[1:]
            if len(units) == 1 and units[0].known:
                yield _known(run, units[0])
                return
    yield _named(run, units, Kind.ORGANIZATION, "organization-word")


def _whole(units: Sequence[Unit]) -> tuple[Kind, str] | None:
    """What several units together are, where they are one name of one kind."""
    if len(units) < 2:
        return None
    first, last = units[0], units[-1]
    if last.is_word and last.folded in word_group("names", "things"):
        return Kind.ORGANIZATION, "thing-word"
    places = word_group("names", "places")
    long_place = len(units) > 2 and last.is_word and last.folded in places
    long_place = long_place or (last.is_word and street_word(last.folded) is not None)
    if not long_place and _is_given_and_surname(units):
        return Kind.PERSON, "given-name"
    if long_place or _is_named_place(first, last):
        return Kind.PLACE, "place-word"
    if first.is_word and first.folded in _DIRECTIONS and _is_place(last):
        return Kind.PLACE, "direction"
    body = _is_titled_work(units) or (
        any(unit.paired for unit in units) and any(unit.is_word for unit in units)
    )
    return (Kind.ORGANIZATION, "capitals") if body else None


def _is_given_and_surname(units: Sequence[Unit]) -> bool:
    first = units[0]
    may_be_person = first.known is None or first.known.form == "city"
    if not may_be_person or not is_given_name(first.folded):
        return False
    single = all(unit.end - unit.first == 1 or unit.is_word for unit in units)
    single = single and not any(unit.paired for unit in units)
    return single and not any(is_body_name(units, i) for i in range(1, len(units)))


def _is_named_place(first: Unit, last: Unit) -> bool:
    """Whether a place-word stands first or last: "Lake Como", "Pier 33"."""
    places = word_group("names", "places")
    if last.is_word and (last.folded in places or last.folded.isdigit()):
        return first.is_word or _is_place(first)
    return first.is_word and first.folded in places


def _is_titled_work(units: Sequence[Unit]) -> bool:
    """A place among common words: "America Rising", "Voice of America"."""
    words = [unit.folded for unit in units if unit.is_word]
    places = [unit for unit in units if _is_place(unit)]
    if not places or len(words) + len(places) < len(units):
        return False
    if "of" in words[1:] or "for" in words[1:]:
        return True
    plain = all(
        is_common_word(word) and not is_modifier(word) and word not in _DIRECTIONS
        for word in words
    )
    country = places[0].known is not None and places[0].known.form == "names"
    return plain and len(places) == 1 and (country or _is_place(units[0]))


def _is_place(unit: Unit) -> bool:
    return unit.known is not None and unit.known.kind is Kind.PLACE


def _pieces(run: Run, units: Sequence[Unit]) -> Iterator[Candidate]:
    """Known names each alone; the words between them as names of their own."""
    words: list[Unit] = []
    for unit in (*units, None):
        if unit is not None and unit.is_word:
            words.append(unit)
            continue
        core = _trimmed(words)
        if core and not _is_plain(core):
            yield _named(run, core, *kind_of_words([u.folded for u in core]))
        words = []
        if unit is not None:
            yield _known(run, unit)


def _is_plain(core: Sequence[Unit]) -> bool:
    """Words that only custom capitalises: "Western", "Former"."""
    return all(
        unit.folded.replace(".", "") in word_group("names", "plain")
        or is_modifier(unit.folded)
        for unit in core
    )


def kind_of_words(folded: Sequence[str]) -> tuple[Kind | None, str]:
    """What words with capitals name; None as kind where one word leaves it open."""
    if len(folded) == 1:
        return None, "capitals"
    suffix = is_suffix(folded[-1]) or is_generation(folded[-1])
    initial = any(len(word) == 1 for word in folded[1:-1])
    if suffix or initial:
        return Kind.PERSON, "suffix" if suffix else "initial"
    if is_given_name(folded[0]) and len(folded) <= LONGEST_NAME:
        return Kind.PERSON, "given-name"
    common = [
        word for word in folded if is_common_word(word) or any(map(str.isdigit, word))
    ]
    if len(folded) <= LONGEST_NAME - 1 and not common:
        return Kind.PERSON, "capitals"
    if (
        len(folded) == 2
        and len(common) == 1
        and (
            is_surname(folded[1])
            if folded[1] in common
            else folded[0] not in word_group("names", "things_before")
        )
    ):
        return Kind.PERSON, "capitals"
    return Kind.ORGANIZATION, "capitals"


def _person(run: Run, name: Sequence[Unit], title: Sequence[Unit]) -> Candidate:
    found = _named(run, name, Kind.PERSON, "title")
    return found._replace(title=Span(*run.text_span(title)))


def _known(run: Run, unit: Unit) -> Candidate:
    known = unit.known
    if known is None:
        message = "a unit that no table knows"
        raise ValueError(message)
    words = tuple(token.folded for token in run.words[unit.first : unit.end])
    rule = f"known-{known.form}"
    return Candidate(
        known.kind, Span(*run.text_span([unit])), None, known.key, rule, known, words
    )


def _named(run: Run, units: Sequence[Unit], kind: Kind | None, rule: str) -> Candidate:
    tokens = [token for unit in units for token in run.words[unit.first : unit.end]]
    words = tuple(token.folded for token in tokens)
    key = key_of(kind, words)
    return Candidate(kind, Span(*run.text_span(units)), None, key, rule, None, words)


def key_of(kind: Kind | None, words: Sequence[str]) -> str:
    """The key of a name that no table knows; an open one may be a person's."""
    if kind is Kind.PLACE:
        return place_key(words)
    return body_key(words) if kind is Kind.ORGANIZATION else person_key(words)
