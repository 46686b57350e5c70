"""Stories in words in any of the formats, chosen by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.story.account import Account
from newsdiff.wording.blocks import WIDTH

ACCOUNT_FORMATS: Final = {
    "text": (".txt", ".text"),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "json": (".json",),
    "csv": (".csv",),
}
"""The formats, and the ends of the names of their files."""


def render_accounts(
    accounts: Sequence[Account],
    wanted: str,
    width: int | None = None,
    *,
    only_ascii: bool = False,
) -> str:
    """Some stories in one of `ACCOUNT_FORMATS`, ending with a line feed.

    Args:
        accounts: What to write, each on a page of its own.
        wanted: The name of the format.
        width: Columns of text; None for what suits.
        only_ascii: Whether the signs of newsdiff's own are ASCII in text.
    """
    if wanted == "json":
        from newsdiff.export.accounts.json import accounts_json

        return accounts_json(accounts)
    if wanted == "csv":
        from newsdiff.export.accounts.csv import accounts_csv

        return accounts_csv(accounts)
    if wanted == "markdown":
        from newsdiff.export.accounts.markdown import accounts_markdown

        return accounts_markdown(accounts)
    if wanted == "html":
        from newsdiff.export.accounts.html import accounts_html

        return accounts_html(accounts)
    from newsdiff.export.accounts.text import accounts_text

    return accounts_text(accounts, width or WIDTH, only_ascii=only_ascii)
