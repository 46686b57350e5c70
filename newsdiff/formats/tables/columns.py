"""Tables of articles, one a row: which column holds what, and a row as an article.

CSV, JSON and Parquet have this in common. Columns are found by their names, in several
languages, or named by the person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import chain, islice
from typing import Any, Final

from newsdiff.errors import SourceError
from newsdiff.formats.dates import StatedDate, stated_date, update_of
from newsdiff.formats.extracts import (
    About,
    Extract,
    Extracted,
    Options,
    Unread,
    extract_of,
    language_of,
    left_out,
)
from newsdiff.formats.headlines import headed
from newsdiff.formats.markup import Paragraph, Walk
from newsdiff.formats.people import authors
from newsdiff.formats.wires.stories import is_markup, legible, plain_paragraphs

_NAMES: Final[Mapping[str, Sequence[str]]] = {
    what: names.split()
    for what, names in {
        "text": "text body fulltext content maintext articletext articlebody bodytext "
        "contenttext storytext newstext textbody article story texte contenu corps "
        "textecomplet artikeltext volltext inhalt artikel texto cuerpo contenido testo "
        "tekst document",
        "title": "title headline articletitle newstitle maintitle titre titel "
        "überschrift schlagzeile titular titulo título titolo heading hl",
        "outlet": "outlet newsoutlet source sourcename publication publicationname "
        "publisher newspaper publicationtitle sitename medium media zeitung quelle "
        "journal fuente medio periódico periodico sourcedomain domain",
        "date": "datepublished publisheddate publisheddatetime published publishedat "
        "publicationdate publishdate datepublish pubdate publishedtime date datetime "
        "datum erscheinungsdatum veröffentlicht datepublication publiéle fecha "
        "fechapublicación fechapublicacion fechadepublicacion data day",
        "epoch": "epoch epochs epochseconds epochms epochmillis unix unixtime "
        "unixtimestamp timestampms timestampunix createdutc posixtime",
        "updated": "datemodified modified modifiedat updated updatedat lastmodified "
        "dateupdated",
        "url": "url link articleurl canonicalurl weburl permalink href adresse lien "
        "enlace",
        "author": "author authors byline writer journalist autor autoren autores "
        "auteur auteurs autora authorname",
        "language": "language lang langue sprache idioma",
    }.items()
}
"""What columns are called, the surest name first, without blanks and hyphens."""
_NOTHING: Final = frozenset(("", "nan", "none", "null", "n/a", "na", "\\n"))
_NUMERIC: Final = re.compile(r"\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}\b")
_MIDNIGHT: Final = re.compile(r"T00:00(?::00)?$")
_EPOCH: Final = re.compile(r"(?P<seconds>\d{9,10})(?P<millis>\d{3})?(?:\.0*)?")
_LONG: Final = 80
"""Characters of a text that is an article even where nothing stands beside it."""
_SHOWN: Final = 5
"""Row numbers that are named of those left out."""
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a table by what they hold; None where there is none."""

    text: str
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    epoch: str | None = None
    updated: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None

    @property
    def used(self) -> list[str]:
        """The columns that are read, each once."""
        named = (
            self.text,
            self.title,
            self.outlet,
            self.date,
            self.epoch,
            self.updated,
            self.url,
            self.author,
            self.language,
        )
        return list(dict.fromkeys(name for name in named if name))


def has_text(names: Iterable[str], options: Options) -> bool:
    """Whether one of these columns holds a text, by its name or as a person says."""
    names = list(names)
    return bool(options.text and options.text in names) or _find(names, "text") != ""


def is_of_articles(names: Iterable[str], options: Options) -> bool:
    """Whether columns are those of articles, even where none is called a text."""
    names = list(names)
    if has_text(names, options):
        return True
    given = (options.text, options.title, options.outlet, options.date)
    return any(given) or _known(names) > 2


def _known(names: Sequence[str]) -> int:
    """How many columns say by their names what articles have beside a text."""
    others = ("title", "outlet", "date", "url", "author")
    return sum(_find(names, what) != "" for what in others)


def has_articles(rows: Sequence[Row | None], options: Options) -> bool:
    """Whether objects are articles: they have a text, and another thing or a long one.

    Programs keep all kinds of short texts in JSON.
    """
    names = list(dict.fromkeys(name for row in rows if row for name in row))
    if not has_text(names, options):
        return False
    text = options.text or _find(names, "text")
    texts = [row[text] for row in rows if row and isinstance(row.get(text), str | list)]
    return bool(texts) and (
        bool(options.text)
        or _known(names) > 0
        or any(len(words_of(words) or "") >= _LONG for words in texts)
    )


def columns_of(names: Sequence[str], options: Options, where: str) -> Columns:
    """Which column holds what.

    Args:
        names: All columns, in order.
        options: The ones that a person names.
        where: What to call the table in messages.

    Raises:
        SourceError: A column that a person names is not there, or none holds a text.
    """
    given = {
        "text": options.text,
        "title": options.title,
        "outlet": options.outlet,
        "date": options.date,
    }
    for column in given.values():
        if column and column not in names:
            message = (
                f"{where} has no column “{column}”: it has {', '.join(map(str, names))}"
            )
            raise SourceError(message)
    found = {what: given.get(what) or _find(names, what) or None for what in _NAMES}
    text = found.pop("text")
    if text is None:
        message = (
            f"no column of {where} is called as one with a text: name it with --text "
            f"(it has {', '.join(map(str, names))})"
        )
        raise SourceError(message)
    taken = {text, *(column for column in given.values() if column)}
    return Columns(
        text=text,
        **{
            what: column if given.get(what) or column not in taken else None
            for what, column in found.items()
        },
    )


def _find(names: Sequence[str], what: str) -> str:
    """The column that holds something by its name; empty: none."""
    known = {_bare(name): name for name in reversed(names)}
    return next((known[name] for name in _NAMES[what] if name in known), "")


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", name).casefold())


def day_first(dates: Iterable[Any]) -> bool | None:
    """Whether a column of dates writes days first, by those that can be but one.

    Returns:
        None where none tells, or two tell otherwise.
    """
    told = {
        int(found[1]) > 12
        for value in dates
        if isinstance(value, str)
        and (found := _NUMERIC.match(value))
        and (int(found[1]) > 12) != (int(found[2]) > 12)
    }
    return told.pop() if len(told) == 1 else None


def may_be_numeric(value: Any) -> bool:
    """Whether a date is written in figures that can be read in two ways."""
    return isinstance(value, str) and _NUMERIC.match(value) is not None


@dataclass
class _Tally:
    """Rows that give no article, by why."""

    empty: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)

    def unread(self, where: str) -> Iterator[Unread]:
        """What is said of them, once for each reason."""
        if self.empty:
            told = f"{_rows(self.empty)} of {where} without a text: left out"
            yield Unread("rows without a text", told)
        if self.broken:
            told = f"{_rows(self.broken)} of {where} damaged: left out"
            yield Unread("damaged rows", told)


def _rows(numbers: list[int]) -> str:
    shown = ", ".join(f"{n:,}" for n in numbers[:_SHOWN])
    if len(numbers) == 1:
        return f"row {shown}"
    more = f" and {len(numbers) - _SHOWN:,} more" if len(numbers) > _SHOWN else ""
    return f"{len(numbers):,} rows (numbers {shown}{more})"


def articles(
    rows: Iterable[Row | None],
    columns: Columns,
    where: str,
    *,
    days_first: bool | None = None,
    notes: Sequence[str] = (),
) -> Iterator[Extracted]:
    """The articles of a table, one a row.

    Args:
        rows: In order; None for a damaged one.
        columns: What they hold.
        where: What to call the table in messages.
        days_first: Whether its dates in figures begin with the day, where known.
        notes: What every article's reader must know.

    Raises:
        SourceError: No row has a text.
    """
    tally = _Tally()
    found = _texts(rows, columns, days_first, tally, notes)
    first_two = list(islice(found, 2))
    if not first_two:
        message = f"no row of {where} has a text in its column “{columns.text}”"
        raise SourceError(message)
    for number, read in chain(first_two, found):
        part = str(number) if len(first_two) > 1 else ""
        yield Extract(
            text=read.text,
            blocks=read.blocks,
            about=read.about,
            notes=read.notes,
            part=part,
        )
    yield from tally.unread(where)


def _texts(
    rows: Iterable[Row | None],
    columns: Columns,
    days_first: bool | None,
    tally: _Tally,
    notes: Sequence[str],
) -> Iterator[tuple[int, Extract]]:
    for number, row in enumerate(rows, 1):
        if row is None:
            tally.broken.append(number)
            continue
        read = article_of(row, columns, days_first, notes)
        if read is None:
            tally.empty.append(number)
        else:
            yield number, read


def article_of(
    row: Row,
    columns: Columns,
    days_first: bool | None = None,
    notes: Sequence[str] = (),
) -> Extract | None:
    """A row as an article; None where it has no text."""
    text = words_of(row.get(columns.text), "\n\n")
    if not text:
        return None
    paragraphs, note = _paragraphs(text)
    title = words_of(row.get(columns.title)) if columns.title else None
    title, paragraphs = headed(title, paragraphs)
    stated = _date(row, columns, days_first)
    updated = _stated(row.get(columns.updated), days_first) if columns.updated else None
    byline = row.get(columns.author) if columns.author else None
    url = words_of(row.get(columns.url)) if columns.url else None
    language = words_of(row.get(columns.language)) if columns.language else None
    about = About(
        title=title,
        outlet=words_of(row.get(columns.outlet)) if columns.outlet else None,
        author=_authors(byline),
        published=stated.iso,
        unsure_date=stated.unsure,
        updated=update_of(updated.iso, stated.iso) if updated else None,
        url=url if url and re.match(r"https?://\S+$", url) else None,
        language=language_of(language),
    )
    return extract_of(paragraphs, about=about, notes=(*notes, note))


def _paragraphs(text: str) -> tuple[list[Paragraph], str | None]:
    """The paragraphs of a text, and a note where it was markup."""
    if not is_markup(text):
        return [(p, None) for p in plain_paragraphs(legible(text))], None
    walk = Walk()
    paragraphs = list(walk.html(text))
    gone = left_out(walk.left_out)
    return paragraphs, f"its text was HTML{f'; {gone}' if gone else ''}"


def words_of(value: Any, between: str = ", ") -> str | None:
    """A value of a row as words; None where there are none.

    Args:
        value: A string, a number, a list of them, or an object with a name.
        between: What is written between those of a list.
    """
    if isinstance(value, str):
        words = legible(value).strip()
        return None if words.casefold() in _NOTHING else words
    if isinstance(value, list | tuple):
        return between.join(w for one in value if (w := words_of(one))) or None
    if isinstance(value, Mapping):
        return words_of(value.get("name") or value.get("title") or value.get("value"))
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return None


def _authors(value: Any) -> str | None:
    """The people in a column of authors: names as a list has them, or a byline."""
    if isinstance(value, str):
        value = re.sub(r"[\[\]'\"]", " ", value) if value.startswith("[") else value
    return authors(words_of(value))


def _date(row: Row, columns: Columns, days_first: bool | None) -> StatedDate:
    if columns.date and (stated := _stated(row.get(columns.date), days_first)) != (
        StatedDate(None)
    ):
        return stated
    return _of_epoch(row.get(columns.epoch)) if columns.epoch else StatedDate(None)


def _stated(value: Any, days_first: bool | None) -> StatedDate:
    if isinstance(value, datetime | date):
        value = value.isoformat()
    words = words_of(value)
    if not words:
        return StatedDate(None)
    stated = stated_date(words, day_first=days_first)
    # Programs write a day as its midnight; what has no zone is no time either.
    iso = _MIDNIGHT.sub("", stated.iso) if stated.iso else None
    return StatedDate(iso, stated.unsure)


def _of_epoch(value: Any) -> StatedDate:
    """Seconds or milliseconds since 1970, which are UTC."""
    if isinstance(value, float) and not value.is_integer():
        return StatedDate(None)
    found = _EPOCH.fullmatch(str(value).strip())
    if not found:
        return StatedDate(None)
    moment = datetime.fromtimestamp(int(found["seconds"]), UTC)
    return StatedDate(moment.isoformat("T", "seconds"))
