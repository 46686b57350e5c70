"""A comparison that nobody waits for ends early and leaves nothing half done."""

from __future__ import annotations

import itertools

import pytest

from newsdiff.aligning.explaining import explain
from newsdiff.cancellation import (
    CancelledWorkError,
    cancel_when,
    cancellable,
    is_unwanted,
    report,
    reporting_to,
)
from newsdiff.comparing import compare
from newsdiff.model import Article, Pair
from newsdiff.reading import read_text


def article(name: str) -> Article:
    return read_text(
        f"The bridge in {name} was closed on Monday, Anna Berg said.\n\n"
        "Engineers had found 12 cracks in it. Nobody was hurt.\n",
        source=f"{name}.txt",
    )


def stopped_after(asked: int, a: Article, b: Article) -> bool:
    """Whether a comparison that is unwanted from some question on ends early."""
    questions = itertools.count(1)
    try:
        with cancel_when(lambda: next(questions) > asked):
            compare(a, b)
    except CancelledWorkError:
        return True
    return False


def test_wherever_it_is_stopped_the_next_one_is_right() -> None:
    known = compare(article("Valona"), article("Oslo"))
    asked = 0
    # Each round is stopped one question later.
    while stopped_after(asked, article(f"Valona {asked}"), article(f"Oslo {asked}")):
        again = compare(article(f"Valona {asked}"), article(f"Oslo {asked}"))
        assert [link.state for link in again.links] == [
            link.state for link in known.links
        ]
        asked += 1
    assert asked > 20


def test_an_explanation_is_stopped_too() -> None:
    articles = Pair(article("Bergen"), article("Narvik"))
    with pytest.raises(CancelledWorkError), cancel_when(lambda: True):
        explain(articles, 0, 0)


def test_outside_it_work_goes_on_to_its_end() -> None:
    assert list(cancellable("abc")) == ["a", "b", "c"]
    with cancel_when(lambda: False):
        assert list(cancellable("abc")) == ["a", "b", "c"]
    with pytest.raises(CancelledWorkError), cancel_when(lambda: True):
        list(cancellable("abc"))
    assert list(cancellable("abc")) == ["a", "b", "c"]


def test_inside_another_one_either_may_say_that_it_is_unwanted() -> None:
    assert not is_unwanted()
    said: set[str] = set()
    with cancel_when(lambda: "outer" in said), cancel_when(lambda: "inner" in said):
        assert not is_unwanted()
        for one in ("outer", "inner"):
            said = {one}
            assert is_unwanted()
    assert not is_unwanted()


def test_how_far_it_is_is_told_to_whoever_wants_to_know() -> None:
    heard = list[float]()
    report(0.1)
    with reporting_to(heard.append):
        report(0.5)
        report(1)
    report(0.2)
    assert heard == [0.5, 1]
