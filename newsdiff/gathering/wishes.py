"""How a person wants things opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newsdiff.formats import Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How a person wants things opened."""

    deep: bool = False
    """Folders in folders too."""
    follow: bool = False
    """The page of each entry of a feed instead of what the feed has of it."""
    allow_private: bool = False
    """Addresses of this computer and of private networks too."""
    options: Options = Options()
    """What tables call their columns."""
    cache: Path | None = None
    """The folder in which pages are kept, to ask only whether they have changed."""
