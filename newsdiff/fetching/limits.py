"""How much is fetched, and how long anybody waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Final

from newsdiff.cancellation import CancelledWorkError, is_unwanted
from newsdiff.errors import SourceError

SLICE: Final = 0.1
"""Seconds after which whoever waits asks whether the result is still wanted."""
INSTEAD: Final = "open it in the browser, save the page and name the file"
"""What a person does where newsdiff cannot fetch."""
_FRAMING: Final = 1_000_000
"""Bytes around a body: headers, and the marks of its chunks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What is fetched, and how much of it."""

    allow_private: bool = False
    """Whether addresses of this computer and of private networks are fetched too."""
    max_bytes: int = 10_000_000
    """Of one body, as it comes and as it is when unpacked."""
    seconds: float = 20.0
    """For one address in all: redirects, robots.txt and what a server asks to wait;
    the time behind others in the queue of a host does not count."""
    redirects: int = 5


class Budget:
    """What is left of time and bytes for one address.

    Args:
        name: What to call the address in messages.
        rules: What it begins with.
        stopped: Whether nothing is to be fetched any more.
    """

    def __init__(self, name: str, rules: Rules, stopped: Callable[[], bool]) -> None:
        self.name = name
        self.rules = rules
        self.paused_for: set[object] = set()
        """The hosts that were given the pause they ask for before this address."""
        self._stopped = stopped
        self._end = time.monotonic() + rules.seconds
        self._received = 0

    def left(self) -> float:
        """Seconds that are left, more than none.

        Raises:
            SourceError: None is.
            CancelledWorkError: Nobody waits for the result any more.
        """
        if self._stopped() or is_unwanted():
            raise CancelledWorkError
        left = self._end - time.monotonic()
        if left <= 0:
            message = (
                f"{self.name} did not come within {self.rules.seconds:g} seconds: try "
                f"again later, or {INSTEAD}"
            )
            raise SourceError(message)
        return left

    def begin_answer(self) -> None:
        """From here on the bytes of another answer are counted."""
        self._received = 0

    def received(self, count: int) -> None:
        """Counts bytes as they come.

        Raises:
            SourceError: They are too many.
        """
        self._received += count
        if self._received > self.rules.max_bytes + _FRAMING:
            raise self.too_large()

    def too_large(self) -> SourceError:
        """What to raise when a body does not end."""
        size = f"{self.rules.max_bytes / 1_000_000:g} MB"
        message = f"{self.name} is larger than {size}: {INSTEAD}"
        return SourceError(message)

    def sleep(self, seconds: float) -> None:
        """Waits, as long as there is time.

        Raises:
            SourceError: There is none left.
            CancelledWorkError: Nobody waits for the result any more.
        """
        end = time.monotonic() + seconds
        while (rest := end - time.monotonic()) > 0:
            time.sleep(min(rest, SLICE, self.left()))

    @contextmanager
    def in_turn(self, lock: Lock) -> Iterator[None]:
        """Holds a lock; the time until it is free does not count.

        Raises:
            CancelledWorkError: Nobody waits for the result any more.
        """
        with self.paused():
            while not lock.acquire(timeout=SLICE):
                if self._stopped() or is_unwanted():
                    raise CancelledWorkError
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Time spent inside it does not count."""
        began = time.monotonic()
        end, self._end = self._end, float("inf")
        try:
            yield
        finally:
            self._end = end + time.monotonic() - began
