"""What feeds and newsletters put around a text that is none of it: links, pixels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from newsdiff.formats.markup import Paragraph

_MORE: Final = (
    r"(?:read (?:more|on|the (?:full|whole|rest)[\w ]{0,30}|full [\w ]{0,20}|in full)"
    r"|continue reading|keep reading|full (?:story|article|text)|see more|more"
    r"|weiterlesen|mehr lesen|lire (?:la suite|plus)|leer m[áa]s|seguir leyendo"
    r"|continua a leggere|leggi tutto|lees (?:verder|meer)|leia mais|continue lendo)"
)
_MARKS: Final = r"[\s.…\[\]()→»›>:|-]*"
_READ_MORE: Final = re.compile(
    rf"{_MARKS}{_MORE}(?:\s+[“\"«].{{1,300}}[”\"»])?{_MARKS}", re.IGNORECASE | re.DOTALL
)
_TRAILING: Final = re.compile(
    rf"(?<=[.…!?\]”\"])\s+(?:read more|continue reading|read the (?:full|whole) story)"
    rf"{_MARKS}\Z",
    re.IGNORECASE,
)
"""Such a link at the end of the last sentence."""
_APPEARED: Final = re.compile(
    r"\s*(?:The (?:post|article) .{1,300}(?:appeared first|first appeared)"
    r"|Der Beitrag .{1,300} erschien zuerst|L[’']article .{1,300} est apparu en premier"
    r"|La entrada .{1,300} (?:se public[óo] primero|aparece primero)"
    r"|Het bericht .{1,300} verscheen eerst)\b.{0,200}",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST: Final = 600
"""Characters of the longest line of furniture."""
_PIXEL: Final = re.compile(r"\s*[01](?:px)?\s*")
_STYLED: Final = re.compile(
    r"(?:^|;)\s*(?:max-)?(width|height)\s*:\s*[01](?:px)?\s*(?=;|$)"
)


def without_links_on(
    paragraphs: Iterable[Paragraph], counts: Counter[str]
) -> Iterator[Paragraph]:
    """Paragraphs without "Read more" and "The post … appeared first on …".

    Args:
        paragraphs: Those of an entry or a letter.
        counts: What is left out is added here.
    """
    for text, role in paragraphs:
        if len(text) <= _LONGEST and _APPEARED.fullmatch(text):
            counts["“appeared first” line"] += 1
        elif len(text) <= _LONGEST and _READ_MORE.fullmatch(text):
            counts["“read more” link"] += 1
        else:
            shorter, cuts = _TRAILING.subn("", text)
            counts["“read more” link"] += cuts
            yield shorter, role


def count_pixels(tree: Any, counts: Counter[str]) -> None:
    """Count the images that are there to be fetched and not to be seen."""
    counts["tracking image"] += sum(
        _is_pixel(image) for image in tree.iter("{*}img") if isinstance(image.tag, str)
    )


def _is_pixel(image: Any) -> bool:
    sides = {
        side for side in ("width", "height") if _PIXEL.fullmatch(image.get(side) or "")
    }
    sides.update(_STYLED.findall((image.get("style") or "").lower()))
    return len(sides) == 2
