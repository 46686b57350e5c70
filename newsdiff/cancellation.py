"""Long work ends early once nobody waits for its result, and tells how far it is.

Whoever starts it says how to tell, with `cancel_when`; what takes long goes through its
sentences with `cancellable`. A thread cannot be ended from outside. With `reporting_to`
they say who wants to know of it, and what takes longest tells with `report`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

_T = TypeVar("_T")
_Hear = Callable[[float], object]
_unwanted: ContextVar[Callable[[], bool] | None] = ContextVar("unwanted", default=None)
_hear: ContextVar[_Hear | None] = ContextVar("hear", default=None)


class CancelledWorkError(Exception):
    """Nobody waits for the result any more."""


@contextmanager
def cancel_when(unwanted: Callable[[], bool]) -> Iterator[None]:
    """Inside it, `cancellable` ends with `CancelledWorkError` once `unwanted` says so.

    Inside another one either may say so. It holds for the thread it is entered in; in
    all others work goes on to its end.
    """
    outer = _unwanted.get()
    both = unwanted if outer is None else lambda: outer() or unwanted()
    before = _unwanted.set(both)
    try:
        yield
    finally:
        _unwanted.reset(before)


def cancellable(items: Iterable[_T]) -> Iterator[_T]:
    """The items, as long as somebody waits for what is made of them.

    Raises:
        CancelledWorkError: Before the next item, once nobody does.
    """
    unwanted = _unwanted.get()
    return iter(items) if unwanted is None else _asking(items, unwanted)


def is_unwanted() -> bool:
    """Whether nobody waits any more for what this thread does."""
    unwanted = _unwanted.get()
    return unwanted is not None and unwanted()


@contextmanager
def reporting_to(hear: Callable[[float], object]) -> Iterator[None]:
    """Inside it, `report` calls `hear`; it holds for the thread it is entered in."""
    before = _hear.set(hear)
    try:
        yield
    finally:
        _hear.reset(before)


def report(share: float) -> None:
    """Tells which share of the work is done, 0..1, if anybody wants to know."""
    if hear := _hear.get():
        hear(share)


def _asking(items: Iterable[_T], unwanted: Callable[[], bool]) -> Iterator[_T]:
    for item in items:
        if unwanted():
            raise CancelledWorkError
        yield item
