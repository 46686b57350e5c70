"""docs/keys.md lists exactly the keys that are bound.

    NEWSDIFF_WRITE=1 .venv/bin/pytest tests/project/test_keys_page.py

writes it anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from textual.binding import Binding

from newsdiff.gathering import Gathered
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.keys import table as keys
from newsdiff.tui.keys.table import Section

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"
HEAD = """\
# Keys

Every key of the reader. `?` shows those of the screen you are on, the last line of a
screen the ones needed most. The third column is the name of the binding.

Made from `newsdiff/tui/keys/table.py` by `tests/project/test_keys_page.py`.
"""


def shown(binding: Binding, app: NewsdiffApp) -> str:
    names = (
        app.get_key_display(binding.with_key(key)) for key in binding.key.split(",")
    )
    return " ".join(f"`{name}`" for name in names).replace("|", r"\|")


def lines() -> Iterator[str]:
    app = NewsdiffApp(Gathered(()))
    yield from HEAD.splitlines()
    for name, sections in keys.GROUPS.items():
        yield from ("", f"## {name}")
        for title, bindings in sections:
            yield from ("", f"| {title} | what it does | name |", "|---|---|---|")
            for binding in bindings:
                what = binding.description
                yield f"| {shown(binding, app)} | {what} | `{binding.id}` |"


def test_every_group_of_keys_is_listed() -> None:
    groups = [
        value
        for value in vars(keys).values()
        if isinstance(value, tuple) and all(isinstance(s, Section) for s in value)
    ]
    assert [g for g in groups if g not in keys.GROUPS.values()] == []


def test_the_page_lists_every_key() -> None:
    page = "\n".join(lines()) + "\n"
    if os.environ.get("NEWSDIFF_WRITE"):
        PAGE.write_text(page, "utf-8")
    assert PAGE.read_text("utf-8") == page
