"""What can go wrong, as a tree, and the exit codes.

NewsdiffError            a sentence that says what, where and what to do
├── SourceError          an article cannot be read
├── UsageError           the request itself makes no sense
├── OutputError          the result cannot be written
├── CorrectionsError     what a person corrected cannot be read or kept
└── EncoderError         the model that reads meaning cannot be had, or fails
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process tells its caller."""

    DONE = 0
    DIFFERENT = 1
    """Differences were found; only where the caller asked for this code."""
    USAGE = 2
    """Wrong arguments, unreadable input, unwritable output, an error of newsdiff's own;
    diff says 2 of all trouble as well."""
    INTERRUPTED = 130
    """Ctrl-C: 128 + SIGINT."""
    HUNG_UP = 129
    """128 + SIGHUP."""
    TERMINATED = 143
    """128 + SIGTERM."""


class NewsdiffError(Exception):
    """A fault with one clear sentence for the person in front of it."""


class SourceError(NewsdiffError):
    """An article cannot be read: missing, forbidden, binary, empty."""


class UsageError(NewsdiffError):
    """The request cannot be carried out as it was put."""


class OutputError(NewsdiffError):
    """The result cannot be written: the disk is full, the stream is closed."""


class CorrectionsError(NewsdiffError):
    """What a person corrected cannot be read or kept."""


class EncoderError(NewsdiffError):
    """The encoder cannot be had, or fails at its work."""
