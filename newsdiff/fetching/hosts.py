"""How hosts are treated: one request at a time, as often as they allow."""

from __future__ import annotations

import math
import re
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Lock
from typing import Final

from newsdiff.errors import SourceError
from newsdiff.fetching.addresses import Address
from newsdiff.fetching.limits import Budget
from newsdiff.fetching.robots import Robots

_SECONDS: Final = re.compile(r"\d{1,9}")


class Host:
    """What is known of one host while addresses are fetched."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._next = 0.0
        """When it may be asked again, after the pause that its robots.txt asks for."""
        self._closed_until = 0.0
        """When it may be asked again, after it was asked too often."""
        self.delay = 0.0
        """Seconds between two addresses."""

    @contextmanager
    def turn(self, budget: Budget) -> Iterator[None]:
        """Waits until it may be asked; nobody else asks it until this ends.

        Raises:
            SourceError: It wants to be left alone for longer than there is time.
            CancelledWorkError: Nobody waits for it any more.
        """
        with budget.in_turn(self._lock):
            pause = self._closed_until - time.monotonic()
            if pause > budget.left():
                message = (
                    f"{budget.name} cannot be had now: its server asks to wait "
                    f"{_in_words(pause)}; try again after that"
                )
                raise SourceError(message)
            budget.sleep(pause)
            if self not in budget.paused_for:  # redirects are one visit
                budget.paused_for.add(self)
                with budget.paused():
                    budget.sleep(self._next - time.monotonic())
            try:
                yield
            finally:
                self._next = time.monotonic() + self.delay

    def close_for(self, seconds: float) -> None:
        """Leaves it alone for a time."""
        self._closed_until = max(self._closed_until, time.monotonic() + seconds)


class Origin:
    """What is known of scheme, host and port together: whose robots.txt holds."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.robots: Robots | None = None
        """None: not read yet."""


class Known:
    """All hosts that are asked; several threads may ask."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._hosts: dict[str, Host] = defaultdict(Host)
        self._origins: dict[str, Origin] = defaultdict(Origin)

    def host(self, address: Address) -> Host:
        """Whom to wait for; the same for every port and scheme."""
        with self._lock:
            return self._hosts[address.host]

    def origin(self, address: Address) -> Origin:
        """Whose robots.txt holds."""
        with self._lock:
            return self._origins[address.origin]


def wait_asked_for(text: str) -> float | None:
    """The seconds of a Retry-After, given as such or as a date; None if there is none.

    Args:
        text: The header.
    """
    if _SECONDS.fullmatch(text := text.strip()):
        return float(text)
    from email.utils import parsedate_to_datetime

    try:
        until = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())


def _in_words(seconds: float) -> str:
    whole = math.ceil(seconds)
    units = ((86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))
    size, unit = next((one for one in units if whole >= one[0]), units[-1])
    count = round(whole / size)
    return f"{count:,} {unit}{'s' * (count != 1)}"
