"""What is said while articles are gathered."""

from __future__ import annotations

import io
import sys

import pytest

from newsdiff.cli import sources


class Terminal(io.StringIO):
    """Standard error that a person reads."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            ["https://example.org/\x1b[31ma", "b.txt"],
            "newsdiff: fetching https://example.org/␛[31ma; Ctrl-C stops\n",
        ),
        (["b.txt", "https://example.org/a"], ""),
        ([], ""),
    ],
)
def test_an_address_that_is_waited_for_is_named(
    monkeypatch: pytest.MonkeyPatch, given: list[str], said: str
) -> None:
    monkeypatch.setattr(sys, "stderr", told := Terminal())
    sources._say_what_is_fetched(given)
    assert told.getvalue() == said


def test_nothing_is_said_where_nobody_reads(
    capsys: pytest.CaptureFixture[str],
) -> None:
    sources._say_what_is_fetched(["https://example.org/a"])
    assert capsys.readouterr().err == ""
