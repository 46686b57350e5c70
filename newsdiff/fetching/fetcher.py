"""An address → its page, by way of robots.txt and redirects."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Final, Self

from newsdiff.errors import SourceError
from newsdiff.fetching.addresses import Address, LedAstrayError, led_to, parsed
from newsdiff.fetching.answers import Answer
from newsdiff.fetching.hosts import Known, wait_asked_for
from newsdiff.fetching.limits import INSTEAD, Budget, Rules
from newsdiff.fetching.pages import Pages, conditions
from newsdiff.fetching.robots import Robots, robots_of
from newsdiff.log import note

_LEADING: Final = (301, 302, 303, 307, 308)
_LATER: Final = (429, 503)
_TRIES: Final = 3
"""How often a host that asks to wait a moment is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave."""

    address: str
    """The one that was asked for, without what stands behind "#"."""
    final: str
    """The one that gave it, after redirects."""
    data: bytes = field(repr=False)
    """The bytes as they were before they were packed for the way."""
    content_type: str | None = None
    """Such as "text/html", in lower case; what the bytes are decides."""
    charset: str | None = None
    """The one that the server names; only if Python knows it. It may be wrong."""
    etag: str | None = None
    last_modified: str | None = None
    notes: tuple[str, ...] = ()
    """One sentence each, for the reader."""
    from_cache: bool = False
    """Whether the page had not changed since it was last read."""


class Fetcher:
    """Fetches addresses, for several threads if need be; remembers how hosts are.

    Left as a context, it fetches nothing more: whoever is at it ends with
    `CancelledWorkError`.

    Args:
        rules: What is fetched, and how much.
        cache: The folder in which to keep pages; None keeps none.
    """

    def __init__(self, rules: Rules | None = None, cache: Path | None = None) -> None:
        self._rules = rules or Rules()
        self._pages = Pages(cache)
        self._known = Known()
        self._ended = Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()

    def fetch(self, address: str) -> Fetched:
        """The page at an address.

        Args:
            address: As a person or a page names it.

        Raises:
            SourceError: It cannot be had: what, where, what to do.
            CancelledWorkError: Nobody waits for it any more.
        """
        asked = parsed(address)
        began = time.monotonic()
        budget = Budget(asked.shown, self._rules, self._ended.is_set)
        answer = self._page(asked, budget)
        seconds = time.monotonic() - began
        size = len(answer.body)
        note("fetched %s: %d bytes in %.1f s", asked.shown, size, seconds)
        return _fetched(asked, answer)

    def _page(self, asked: Address, budget: Budget) -> Answer:
        """The page, or that it cannot be had."""
        answer = self._followed(asked, budget, as_page=True)
        if answer.status not in (200, 203):
            from newsdiff.fetching.failures import sentence_for

            raise SourceError(sentence_for(answer.status, budget.name))
        if not answer.body.strip():
            message = f"{budget.name} is empty: there is no article in it"
            raise SourceError(message)
        if not answer.is_kept:
            self._pages.keep(answer)
        return answer

    def _followed(self, address: Address, budget: Budget, *, as_page: bool) -> Answer:
        """The first answer that leads no further.

        Args:
            address: Where to begin.
            budget: What there is for all of it.
            as_page: Whether each host is first asked for its robots.txt, and for a
                page only if it is not the one that is kept.
        """
        seen: set[Address] = set()
        while len(seen) <= self._rules.redirects:
            kept = None
            if as_page:
                self._refuse_forbidden(address, budget)
                kept = self._pages.kept(address)
            answer = self._asked(address, kept, budget)
            if answer.status not in _LEADING or not answer.header("location"):
                return answer
            seen.add(address)
            address = led_to(address, answer.header("location"))
            if address in seen:
                message = f"{budget.name} leads in a circle: {INSTEAD}"
                raise LedAstrayError(message)
        message = (
            f"{budget.name} leads on more than {self._rules.redirects} times: {INSTEAD}"
        )
        raise LedAstrayError(message)

    def _asked(self, address: Address, kept: Answer | None, budget: Budget) -> Answer:
        """The answer of a host, also where it first asks to wait a moment."""
        from newsdiff.fetching.requesting import answer_to

        host = self._known.host(address)
        for _ in range(_TRIES):
            with host.turn(budget):
                answer = answer_to(address, conditions(kept), budget)
            wait = wait_asked_for(answer.header("retry-after"))
            if answer.status not in _LATER or wait is None:
                break
            host.close_for(wait)
        return kept if kept and answer.status == 304 else answer

    def _refuse_forbidden(self, address: Address, budget: Budget) -> None:
        """Ends where the host does not want programs to read a page.

        Raises:
            SourceError: It does not.
        """
        origin = self._known.origin(address)
        with budget.in_turn(origin.lock):
            if origin.robots is None:
                origin.robots = self._robots(address, budget)
                host = self._known.host(address)
                host.delay = max(host.delay, origin.robots.delay)
        if not origin.robots.allows(address.target):
            message = (
                f"{address.shown} is not to be read by programs, says the robots.txt "
                f"of {address.host}: {INSTEAD}"
            )
            raise SourceError(message)

    def _robots(self, address: Address, budget: Budget) -> Robots:
        """What a host lets programs fetch: all of it, where it does not say.

        Raises:
            SourceError: It cannot say now.
        """
        try:
            answer = self._followed(address.robots, budget, as_page=False)
        except LedAstrayError:
            return Robots()  # the standard takes it for one that is not there
        if answer.status >= 500 or answer.status == 429:
            message = (
                f"{budget.name} is not fetched now: the robots.txt of {address.host} "
                f"cannot be had (the server answers {answer.status}); try again later"
            )
            raise SourceError(message)
        return robots_of(answer.body)


def fetch(address: str, rules: Rules, *, cache: Path | None) -> Fetched:
    """The page at one address; for several see `Fetcher`.

    Args:
        address: As a person or a page names it.
        rules: What is fetched, and how much.
        cache: The folder in which to keep pages; None keeps none.

    Raises:
        SourceError: It cannot be had: what, where, what to do.
        CancelledWorkError: Nobody waits for it any more.
    """
    return Fetcher(rules, cache).fetch(address)


def _fetched(asked: Address, answer: Answer) -> Fetched:
    final = answer.address
    led = f"{asked.shown} led to {final.shown}" if asked.host != final.host else None
    return Fetched(
        address=asked.text,
        final=final.text,
        data=answer.body,
        content_type=answer.content_type,
        charset=answer.charset,
        etag=answer.header("etag") or None,
        last_modified=answer.header("last-modified") or None,
        notes=(led,) if led else (),
        from_cache=answer.is_kept,
    )
