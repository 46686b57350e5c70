"""Opens the reader and ends it in good order."""

from __future__ import annotations

import gc
from collections.abc import Callable

from newsdiff.config import SettingsFile
from newsdiff.engine import Engine
from newsdiff.gathering import Gathered
from newsdiff.log import note, note_failure


def run(
    gathered: Gathered,
    file: SettingsFile,
    say: Callable[[str], None],
    engine: Engine,
) -> int:
    """Opens the reader on some articles; returns the process's exit code.

    Args:
        gathered: At least one source, and what is left to open.
        file: The settings.
        say: Takes a sentence that is left to say when the screen is gone.
        engine: What reads and compares articles.
    """
    # Modules live as long as the program: looking for garbage among them while they
    # are being imported, and ever after, would only delay the first screen.
    gc.disable()
    from newsdiff.paths import state_file
    from newsdiff.tui.app import NewsdiffApp
    from newsdiff.tui.session.memory import Memory

    memory = Memory(state_file()) if file.settings.remember else None
    app = NewsdiffApp(gathered, file, memory, engine)
    gc.freeze()
    # Looking through all of two long articles takes longer than any key may.
    gc.set_threshold(700, 10, 1000)
    gc.enable()
    for sentence in file.problems:
        note("%s", sentence)
    app.run()
    engine.end()
    if crash := getattr(app, "_exception", None):  # Textual has shown it
        note_failure("the reader", crash)
    if problem := app.remember():
        say(problem)
    return app.return_code or 0
