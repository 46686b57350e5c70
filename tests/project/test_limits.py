"""Modules and functions stay small enough to be read at one sitting."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

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


def test_modules_and_their_functions_are_short() -> None:
    assert [str(path) for path in MODULES if lines_of(path) > MAX_MODULE] == []
    every = [
        (path.name, function) for path in MODULES for function in functions_of(path)
    ]
    assert [(n, f.name) for n, f in every if length(f) > MAX_FUNCTION] == []
    assert [(n, f.name) for n, f in every if parameters(f) > MAX_PARAMETERS] == []


def test_most_modules_are_shorter_still() -> None:
    assert median(map(lines_of, MODULES)) <= MAX_MEDIAN
