"""Which bindings the tests press, over all modules of this folder."""

from __future__ import annotations

import ast
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

from newsdiff.tui.keys import table as keys

Test = Callable[..., Awaitable[None]]
BINDINGS = {
    binding.id: binding.key.split(",")
    for binding in keys.bindings(*keys.GROUPS.values())
    if binding.id
}
"""The keys of every binding."""


def presses(*names: str) -> Callable[[Test], Test]:
    """Marks a test as one that presses all keys of some bindings."""
    unknown = set(names) - set(BINDINGS)
    assert not unknown, f"there are no such bindings: {unknown}"
    return lambda test: test


def pressed() -> set[str]:
    """The bindings of all `@presses(…)` in this folder, whatever tests are run."""
    return {name for path in Path(__file__).parent.glob("*.py") for name in _in(path)}


def _in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id == "presses":
            names = (a.value for a in node.args if isinstance(a, ast.Constant))
            yield from (name for name in names if isinstance(name, str))
