"""The reader: screens, widgets and themes. Knows nothing about news."""

from __future__ import annotations

import gc
from collections.abc import Sequence

from newsdiff.config import Found
from newsdiff.reading import Source


def run(
    sources: Sequence[Source],
    problems: Sequence[str] = (),
    found: Found | None = None,
) -> int:
    """Opens the reader on some articles; returns the process's exit code.

    Args:
        sources: At least one, in the order in which they are listed.
        problems: A sentence for each thing that could not be read.
        found: The settings; without any, the defaults.
    """
    # Modules live as long as the program: looking for garbage among them while they
    # are being imported, and ever after, would only delay the first screen.
    gc.disable()
    from newsdiff.tui.app import NewsdiffApp

    app = NewsdiffApp(sources, problems, found)
    gc.freeze()
    gc.enable()
    app.run()
    return app.return_code or 0
