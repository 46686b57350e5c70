"""What a host says to one request, and what a page's own headers say of it."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from newsdiff.fetching.addresses import Address

if TYPE_CHECKING:
    from email.message import Message

_NO_CHARSETS: Final = frozenset(
    "idna mbcs oem punycode raw_unicode_escape undefined unicode_escape utf_7".split()
)
"""What Python can decode, and no page is written in."""


@dataclass(frozen=True)
class Answer:
    """What a host says to one request."""

    address: Address
    status: int
    headers: Mapping[str, str]
    """Their names in lower case."""
    body: bytes = field(default=b"", repr=False)
    """Unpacked; only of a page that is there."""
    is_kept: bool = False
    """Whether it was said before, and still holds."""

    def header(self, name: str) -> str:
        """What a header says; empty where it is missing."""
        return self.headers.get(name, "").strip()

    @property
    def content_type(self) -> str | None:
        """Such as "text/html"; None where the host does not say, or nonsense."""
        return self._stated.get_content_type() if self.header("content-type") else None

    @property
    def charset(self) -> str | None:
        """The name of the charset that is stated, if a page can be in it."""
        name = self._stated.get_content_charset("")
        try:
            "".encode(name)  # fails for what makes no text, such as "base64"
            known = codecs.lookup(name).name
        except (LookupError, ValueError):
            return None
        return None if known.replace("-", "_") in _NO_CHARSETS else known

    @cached_property
    def _stated(self) -> Message:
        from email.message import Message

        stated = Message()
        stated["Content-Type"] = self.header("content-type")
        return stated
