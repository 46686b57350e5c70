"""OPML: a list of feeds. It holds no article: its feeds are fetched when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, NoReturn

from newsdiff.errors import SourceError
from newsdiff.formats.addresses import is_page
from newsdiff.formats.extracts import Options, counted, one_line
from newsdiff.formats.xml_trees import root_name, xml_of

if TYPE_CHECKING:
    from newsdiff.formats.registry import Probe


class Subscription(NamedTuple):
    """A feed that a list names."""

    title: str
    url: str
    """http or https."""


def recognises(probe: Probe, _options: Options) -> bool:
    """Whether a file is a list of feeds: by its root element."""
    return root_name(probe.head) == "opml"


def extract(data: bytes, name: str, _options: Options) -> NoReturn:
    """Nothing: it only says what the list is.

    Args:
        data: The file.
        name: What to call it in messages.

    Raises:
        SourceError: Always: how many feeds it names, and how to open them.
    """
    count = len(subscriptions(data, name))
    message = f"{name} is a list of feeds without a feed: there is nothing to open"
    if count:
        feeds = counted(count, "feed")
        message = f"{name} is a list of {feeds}: newsdiff --follow {name} opens them"
    raise SourceError(message)


def subscriptions(data: bytes, name: str) -> tuple[Subscription, ...]:
    """The feeds that a list names, each once, in its order, also those in folders.

    Args:
        data: The file.
        name: What to call it in messages.

    Raises:
        SourceError: It cannot be read.
    """
    found: dict[str, Subscription] = {}
    for outline in xml_of(data, name).root.iter("{*}outline"):
        said = {key.lower(): value for key, value in outline.attrib.items()}
        url = "".join(said.get("xmlurl", "").split())
        if is_page(url):
            title = one_line(said.get("title") or said.get("text") or "")
            found.setdefault(url, Subscription(title or url, url))
    return tuple(found.values())
