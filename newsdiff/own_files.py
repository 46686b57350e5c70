"""Files that newsdiff writes, always whole; those it keeps are no pipes or devices."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

_FIXED: Final = (errno.EACCES, errno.EPERM, errno.EBUSY)
"""Why no other file may take the place of one that may be written."""
_KINDS: Final = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a named pipe"}


def instead_of_file(path: Path) -> str:
    """What stands in the place of a file, "a named pipe" for example.

    To open it might take for ever, and to write there would replace it.

    Returns:
        Empty where a file stands there, or nothing, or where nobody may look.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # whoever opens it says why that cannot be
        return ""
    return "" if stat.S_ISREG(mode) else _KINDS.get(stat.S_IFMT(mode), "a device")


def write_whole(path: Path, text: str) -> None:
    """Writes a file, all of it or nothing; what was there before is replaced at once.

    A file that may be written, in a folder where nothing else may, is written over.

    Args:
        path: The file, or a link to it; a pipe or device is written to as it is.
        text: What to write; what UTF-8 has no bytes for becomes a question mark.

    Raises:
        OSError: It cannot be written: nothing has changed then, but for a file that had
            to be written over.
    """
    data = text.encode("utf-8", "replace")
    if instead_of_file(path):
        path.write_bytes(data)
        return
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise _error(errno.ELOOP, path)
    if target.exists() and not os.access(target, os.W_OK):
        raise _error(errno.EACCES, path)  # to replace it would need no leave of it
    part = target.parent / f".{uuid4().hex}.part"
    try:
        part.write_bytes(data)
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):  # a full disk, of all, is to keep no half of it
            part.unlink(missing_ok=True)
        if error.errno not in _FIXED or not target.is_file():
            raise
        target.write_bytes(data)


def _error(code: int, path: Path) -> OSError:
    return OSError(code, os.strerror(code), str(path))
