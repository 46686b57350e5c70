"""Modules and functions stay small enough to be read at one sitting."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "newsdiff").rglob("*.py"))
MAX_MODULE, MAX_MEDIAN = 400, 150
MAX_FUNCTION, MAX_PARAMETERS = 40, 5

Function = ast.FunctionDef | ast.AsyncFunctionDef


def lines_of(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def functions_of(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, Function):
            yield node


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def parameters(function: Function) -> int:
    given = function.args
    named = [a.arg for a in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return len([name for name in named if name not in ("self", "cls")])


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_module_and_its_functions_are_short(path: Path) -> None:
    assert lines_of(path) <= MAX_MODULE
    long = [f.name for f in functions_of(path) if length(f) > MAX_FUNCTION]
    wide = [f.name for f in functions_of(path) if parameters(f) > MAX_PARAMETERS]
    assert (long, wide) == ([], [])


def test_most_modules_are_shorter_still() -> None:
    assert median(map(lines_of, MODULES)) <= MAX_MEDIAN
