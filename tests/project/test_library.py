"""The face that newsdiff shows to other programs."""

from __future__ import annotations

import doctest
import inspect
import subprocess
import sys
import typing
from pathlib import Path

import pytest

import newsdiff

PAGE = Path(__file__).parents[2] / "docs" / "library.md"
FUNCTIONS = [n for n in newsdiff.__all__ if inspect.isfunction(getattr(newsdiff, n))]


def test_the_examples_of_the_page_are_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert (failed, tried > 15) == (0, True)


def test_the_page_tells_of_every_name() -> None:
    told = PAGE.read_text("utf-8")
    assert [n for n in newsdiff.__all__ if f"`{n}" not in told and n not in told] == []


def test_what_is_listed_is_there_and_nothing_else() -> None:
    assert dir(newsdiff) == sorted(newsdiff.__all__)
    for name in newsdiff.__all__:
        assert getattr(newsdiff, name) is not None
    with pytest.raises(AttributeError, match="has no attribute 'comparison'"):
        _ = newsdiff.comparison


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_is_typed_and_says_what_it_does(name: str) -> None:
    function = getattr(newsdiff, name)
    hints = typing.get_type_hints(function)
    assert {*inspect.signature(function).parameters, "return"} <= hints.keys()
    assert inspect.getdoc(function)


def test_importing_it_loads_next_to_nothing() -> None:
    program = "import sys, newsdiff; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = done.stdout.split()
    assert [n for n in loaded if n.startswith("newsdiff.")] == []
