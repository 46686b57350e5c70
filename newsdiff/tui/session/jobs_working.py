"""Work in a thread, behind the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual.worker import get_current_worker

from newsdiff.cancellation import CancelledWorkError, cancel_when

_T = TypeVar("_T")


def unless_cancelled(work: Callable[[], _T]) -> _T | None:
    """What a worker does; None, and that soon, once it is cancelled."""
    worker = get_current_worker()
    try:
        with cancel_when(lambda: worker.is_cancelled):
            result = work()
    except CancelledWorkError:
        return None
    return None if worker.is_cancelled else result
