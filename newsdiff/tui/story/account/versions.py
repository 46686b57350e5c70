"""Which of the versions of a statement are compared."""

from __future__ import annotations

from newsdiff.story.account import Form, Statement, Version


def other_version(statement: Statement, version: Version) -> Version | None:
    """What a version is compared with: one that differs, else another."""
    groups = statement.versions
    own = next((g for g in groups if version in g), groups[0])
    others = [v for g in groups if g is not own for v in g] or [*own]
    if statement.form is Form.NAMES:
        others = [*own]
    apart = (v for v in others if v.article != version.article)
    return next(apart, None)
