"""A package is a room with a door: `__init__` shows what is inside, no more."""

from __future__ import annotations

import ast
import inspect
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "newsdiff").rglob("*.py"))
DOORS = [path for path in MODULES if path.name == "__init__.py"]
LAZY = [ROOT / "newsdiff" / name for name in ("__init__.py", "reading/__init__.py")]
"""Load what they name when that is first used, for both serve a launch and a library.

Of `newsdiff` a program wants its version alone. Of `reading` the list of articles wants
`Source` and labels before its first picture, and not `parse`, whose modules take as
long to import as a picture may. A strict door would show either too much for a launch
or not what the room is for: whoever reads would have to know that `parse` is in
`reading.reader` and `Source` in `reading.source`, here and in a hundred tests.
"""


def dotted(path: Path) -> str:
    """The name by which a module is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


STARTS = "newsdiff.__main__"
"""Importing it runs the program."""
NAMES = [n for n in map(dotted, MODULES) if "." in n and n != STARTS]
OWN_WAY = ("newsdiff.cli.main", "newsdiff.text.")
"""Where a program begins is called `main`; in `text/` a function is called as what it
gives: `cells("Oslo")`, `visible(title)`."""


def test_no_name_of_a_package_hides_a_module_of_it() -> None:
    hidden = []
    for name in NAMES:
        module = import_module(name)
        package, _, leaf = name.rpartition(".")
        if getattr(import_module(package), leaf) is not module:
            hidden.append(name)
    assert hidden == []


def test_no_function_is_called_as_its_module() -> None:
    names = [name for name in NAMES if not name.startswith(OWN_WAY)]
    called = [(n, getattr(import_module(n), n.rpartition(".")[2], None)) for n in names]
    assert [name for name, here in called if inspect.isfunction(here)] == []


@pytest.mark.parametrize("path", [p for p in DOORS if p not in LAZY], ids=dotted)
def test_a_door_only_shows_what_is_inside(path: Path) -> None:
    docstring, *rest = ast.parse(path.read_text("utf-8")).body
    assert isinstance(docstring, ast.Expr)
    assert isinstance(docstring.value, ast.Constant)
    imports = [node for node in rest if isinstance(node, ast.ImportFrom)]
    lists = [node for node in rest if isinstance(node, ast.Assign)]
    assert len(rest) == len(imports) + len(lists)
    assert [ast.unparse(one.targets[0]) for one in lists] in ([], ["__all__"])
    inside = [one for one in imports if one.module != "__future__"]
    names = [a.asname or a.name for one in inside for a in one.names]
    shown = [name for one in lists for name in ast.literal_eval(one.value)]
    assert sorted(names) == sorted(shown)
