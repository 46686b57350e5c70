"""An account → the statements of it that fit on a page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final

from newsdiff.story.account.statements import Account, Form, Section, Statement

_MOST: Final = {Section.ALL: 6, Section.DISPUTED: 12, Section.SOME: 5}
"""Statements of a section on a page."""
_ALONE: Final = 12
"""Those of single articles together; each has two at least, five at most."""
_MOST_WORDS: Final = 6
"""Names that are listed in one statement."""


def shortened(account: Account) -> Account:
    """The most telling statements, with numbers of their own, and how many are left."""
    kept = [n for n, one in enumerate(account.statements) if _Count.fits(account, n)]
    numbers = {old + 1: new for new, old in enumerate(kept, 1)}
    left = Counter(
        one.section for n, one in enumerate(account.statements) if n + 1 not in numbers
    )
    statements = (
        replace(
            one,
            sees=tuple(numbers[n] for n in one.sees if n in numbers),
            versions=one.versions[:_MOST_WORDS] if _is_list(one) else one.versions,
        )
        for one in (account.statements[n] for n in kept)
    )
    return replace(
        account,
        statements=tuple(statements),
        left_out=tuple(
            (section, left[section]) for section in Section if left[section]
        ),
    )


def _is_list(one: Statement) -> bool:
    return one.form in (Form.NAMES, Form.NOWHERE)


class _Count:
    """Which place a statement has among those it competes with."""

    @staticmethod
    def fits(account: Account, number: int) -> bool:
        """Whether a statement is among the first of its section, or of its article."""
        one = account.statements[number]
        if _is_list(one):
            return True
        most = _MOST.get(one.section)
        if most is None:
            most = min(max(2, _ALONE // len(account.articles)), 5)
        before = (
            other
            for other in account.statements[:number]
            if other.section is one.section
            and not _is_list(other)
            and (
                one.section is not Section.ALONE
                or other.first.article == one.first.article
            )
        )
        return sum(1 for _ in before) < most
