"""Pages kept from one time to the next, so that a host is only asked what is new.

A page is kept where its host names a version of it (ETag, Last-Modified) and does not
forbid it; whether it still is that version is asked each time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from newsdiff.fetching.addresses import Address
from newsdiff.fetching.answers import Answer
from newsdiff.keeping import Keeper

LIMIT: Final = 64_000_000
"""Bytes of all pages together; past it those go that were read longest ago."""
_FORMAT: Final = 1
_ASKED: Final = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
_KEPT: Final = (*_ASKED, "content-type")
"""The headers that are kept with a page."""


class Pages:
    """The pages kept in a folder.

    Args:
        folder: Where; None keeps nothing.
        limit: Bytes of all together.
    """

    def __init__(self, folder: Path | None, limit: int = LIMIT) -> None:
        self._files = Keeper(folder, "pages", _FORMAT, limit) if folder else None

    def kept(self, address: Address) -> Answer | None:
        """The page as it was when it was last read."""
        data = self._files.load(_name(address)) if self._files else None
        if data is None:
            return None
        head, _, body = bytes(data).partition(b"\n")
        return Answer(address, 200, json.loads(head), body, is_kept=True)

    def keep(self, answer: Answer) -> None:
        """Keeps a page for the next time, if it may be."""
        headers = {key: answer.headers[key] for key in _KEPT if key in answer.headers}
        forbidden = "no-store" in answer.header("cache-control").lower()
        if self._files and headers.keys() & _ASKED and not forbidden:
            head = json.dumps(headers).encode()
            self._files.keep(_name(answer.address), head + b"\n" + answer.body)


def conditions(kept: Answer | None) -> Mapping[str, str]:
    """What a request says of the version that is kept: only another one is wanted."""
    if kept is None:
        return {}
    return {
        asked: kept.headers[key] for key, asked in _ASKED.items() if key in kept.headers
    }


def _name(address: Address) -> str:
    return hashlib.sha256(address.text.encode()).hexdigest()[:40]
