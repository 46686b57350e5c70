"""When a page was published and changed, as it states.

The page's own statements come first, the day in its address last; nothing is taken from
footers or from the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from newsdiff.formats.dates import StatedDate, stated_date, update_of
from newsdiff.formats.web.json_ld import Item, text_of
from newsdiff.formats.web.meta import PageMeta

_PUBLISHED: Final = """
    article:published_time article:published og:published_time og:article:published_time
    datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime
    cxenseparse:publishtime publish-date publish_date publishdate published_time
    publication_date pubdate dc.date.issued dcterms.issued dcterms.created dcterms.date
    dc.date dc.date.created citation_publication_date article_date_original
    originalpublicationdate rnews:datepublished date datecreated
""".split()
_UPDATED: Final = """
    article:modified_time article:updated_time og:updated_time og:article:modified_time
    datemodified article:modified dc.date.modified dcterms.modified modified_time
    last-modified lastmod revised updated_time
""".split()
_NEVER: Final = ("0001-", "1900-01-01", "1970-01-01T00:00")
"""What systems write where no date was given."""
_ADDRESS_DAY: Final = re.compile(
    r"[/-]((?:19|20)\d\d)[/-]?(\d\d|[a-z]{3})[/-]?(\d\d)(?=[/_.-]|$)", re.IGNORECASE
)
_IS_UPDATED: Final = re.compile(
    r"\b(?:updated|modified|edited|revised|aktualisiert|mis à jour)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PageDates:
    """When a page was published and changed, as it states."""

    published: str | None = None
    unsure: str | None = None
    updated: str | None = None
    from_address: bool = False
    """Whether only the address of the page tells its day."""


def dates_of(meta: PageMeta, stated: Iterable[tuple[str, str]]) -> PageDates:
    """When a page was published and changed.

    Args:
        meta: What its head says.
        stated: What stands near its headline, in order: the words around a date ("" or
            "Updated"), and the date ("2023-09-05T22:31", "5 September 2023").
    """
    near = [(bool(_IS_UPDATED.search(around)), date) for around, date in stated]
    published = _first_date(
        [
            *_of_item(meta.own, "datePublished", "dateCreated"),
            *meta.all_of(_PUBLISHED),
            *(date for is_updated, date in near if not is_updated),
        ]
    )
    updated = _first_date(
        [
            *_of_item(meta.own, "dateModified"),
            *meta.all_of(_UPDATED),
            *(date for is_updated, date in near if is_updated),
        ]
    )
    by_address = None if published.iso else _day_of_address(meta.address)
    if published.unsure and by_address not in _readings(published.unsure):
        by_address = None
    day = published.iso or by_address
    return PageDates(
        published=day,
        unsure=None if day else published.unsure,
        updated=update_of(updated.iso, day),
        from_address=by_address is not None,
    )


def _of_item(item: Item, *keys: str) -> list[str]:
    return [text for key in keys if (text := text_of(item.get(key)))]


def _first_date(candidates: Iterable[str]) -> StatedDate:
    """The first that is a date; else the first that is one, but unsure."""
    read = [stated_date(words) for words in candidates]
    sure = (date for date in read if date.iso and not date.iso.startswith(_NEVER))
    unsure = (date for date in read if date.unsure)
    return next(sure, None) or next(unsure, StatedDate(None))


def _readings(unsure: str) -> set[str | None]:
    return {stated_date(unsure, day_first=first).iso for first in (True, False)}


def _day_of_address(address: str | None) -> str | None:
    found = _ADDRESS_DAY.search(_path_of(address)) if address else None
    if not found:
        return None
    year, month, day = found.groups()
    words = f"{day} {month} {year}" if month.isalpha() else f"{year}-{month}-{day}"
    return stated_date(words).iso


def _path_of(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""
