"""The story that comes with newsdiff."""

from __future__ import annotations

from importlib.resources import files

from newsdiff.formats.decoding import decode
from newsdiff.reading import Source


def sample_sources() -> tuple[Source, ...]:
    """The five articles of the story that comes with newsdiff."""
    folder = files("newsdiff").joinpath("sample")
    texts = sorted(
        (entry.name, entry.read_bytes())
        for entry in folder.iterdir()
        if entry.name.endswith(".txt")
    )
    return tuple(
        Source(given=name, text=decode(data, name).text) for name, data in texts
    )
