"""The fields of a Nexis export ("BYLINE: …"), in the languages they were seen in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of export writes an article."""

    is_upper: bool = True
    """Labels are in capitals: "LENGTH: "."""
    is_title_first: bool = False
    """The title comes before the outlet."""
    is_wrapped: bool = False
    """Lines are those of 79 columns; else a line end is one that was meant."""


PLAIN: Final = Style(is_wrapped=True)


class Place(NamedTuple):
    """Where a field stands, and what it holds."""

    where: str
    """ "header": before the body. "tail": after it, as no story begins a paragraph.
    "weak": after it too, but only among others."""
    key: str = ""


_PLACES: Final = {
    Place("header", "author"): "byline auteur autor autorin author",
    Place("header", "title"): "headline titre titel",
    Place("header", "standfirst"): "highlight insert encart abstract",
    Place("header", "body"): "body text corps",
    Place("header", "length"): "length longueur länge",
    Place("header"): "section rubrique rubrik dateline series column show edition",
    Place("tail", "language"): "language langue sprache",
    Place("tail", "correction-date"): "correction-date",
    Place("tail"): (
        "load-date date-chargement update publication-type type-publication "
        "journal-code code-revue subject sujet classification distribution "
        "localisation-geo symbole-boursier secteur-activite document-type "
        "geographic organization organisation ticker industry"
    ),
    Place("weak", "graphic"): "graphic grafik",
    Place("weak", "url"): "url",
    Place("weak", "correction"): "correction",
    Place("weak"): "notes note societe company person city state country type",
}
_FIELDS: Final[Mapping[str, Place]] = {
    "journal code": Place("tail"),
    **{label: place for place, labels in _PLACES.items() for label in labels.split()},
}
"""Labels in the languages that exports were seen in: English, French, German."""
_LABEL: Final = re.compile(
    r"\s*(?P<name>[^\W\d_][\w-]*(?: code)?):(?:\s|$)", re.IGNORECASE
)
_BARE: Final = frozenset("Body Text Classification Graphic Notes Correction".split())
"""Labels that Nexis Uni writes on a line of their own, without a colon."""


class Field(NamedTuple):
    """A field of an export."""

    place: Place
    value: str


def field_of(block: str, style: Style) -> Field | None:
    """The field that a block is, if it begins with a known label."""
    if found := _LABEL.match(block):
        name = found["name"]
        place = _FIELDS.get(name.casefold())
        is_label = name.isupper() if style.is_upper else name[0].isupper()
        value = block[found.end() :].strip()
        return Field(place, value) if place and is_label else None
    if not style.is_upper and (bare := block.strip()) in _BARE:
        return Field(_FIELDS[bare.casefold()], "")
    return None
