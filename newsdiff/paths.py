"""Where newsdiff keeps its files. Nothing here creates or reads anything.

The places are those of the system; XDG variables are honoured on every system, because
a person who sets them means them.
"""

from __future__ import annotations

import os
from pathlib import Path

_NAME = "newsdiff"


def config_file() -> Path:
    """The file of settings: NEWSDIFF_CONFIG if set, else where settings belong."""
    named = os.environ.get("NEWSDIFF_CONFIG")
    if named:
        return Path(named).expanduser()
    return _folder("XDG_CONFIG_HOME", "user_config_path") / "config.toml"


def state_file() -> Path:
    """The file in which the reader remembers where it was left."""
    return _folder("XDG_STATE_HOME", "user_state_path") / "state.json"


def corrections_file() -> Path:
    """The file of what a person has corrected, which is nowhere else."""
    return _folder("XDG_DATA_HOME", "user_data_path") / "corrections.sqlite"


def vectors_folder() -> Path:
    """The folder of what was read out of articles before, which may be removed."""
    return _folder("XDG_CACHE_HOME", "user_cache_path") / "vectors"


def pages_folder() -> Path:
    """The folder of pages fetched before, which may be removed."""
    return _folder("XDG_CACHE_HOME", "user_cache_path") / "pages"


def _folder(variable: str, function: str) -> Path:
    given = os.environ.get(variable, "")
    if Path(given).is_absolute():  # the rule says that other values are ignored
        return Path(given) / _NAME
    import platformdirs

    found: Path = getattr(platformdirs, function)(_NAME, appauthor=False)
    return found
