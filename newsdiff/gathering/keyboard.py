"""What a person pastes into the terminal, up to Ctrl-D."""

from __future__ import annotations

import os
import re
import termios
from typing import Final

_END: Final = re.compile(b"[\\x04\\0]")
"""Ctrl-D; what was typed before newsdiff read it has a null character in its place."""
_AT_ONCE: Final = 65_536


def read_typed(terminal: int, most: int) -> bytes:
    """What is typed or pasted up to Ctrl-D, however long its lines are.

    As a terminal hands lines over by itself, it cuts each after 4,095 bytes: of an
    article that was copied as one line the rest would be gone.

    Args:
        terminal: Its number as an open file.
        most: Bytes that are read at most.
    """
    before = termios.tcgetattr(terminal)
    by_key = termios.tcgetattr(terminal)
    by_key[3] &= ~termios.ICANON  # the local modes
    read = bytearray()
    try:
        termios.tcsetattr(terminal, termios.TCSADRAIN, by_key)
        while len(read) < most and not _END.search(read, max(0, len(read) - _AT_ONCE)):
            part = os.read(terminal, _AT_ONCE)
            if not part:  # the terminal has gone
                break
            read += part
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
    end = _END.search(read)
    return bytes(read[: end.start()] if end else read)
