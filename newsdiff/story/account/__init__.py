"""A story in statements: what all tell, what is told differently, who alone tells what.

Pure functions from the comparisons of all pairs of a story to frozen statements that
point into the texts; how they are said is in `wording/`.

- `compare_all(articles, compare)`: what is kept of every pair.
- `give_account(articles, summaries)`: the statements of a story, most telling first.
- `shortened(account)`: those of them that fit on a page.
"""

from newsdiff.story.account.shortening import shortened
from newsdiff.story.account.statements import (
    Account,
    Form,
    Lack,
    Section,
    Statement,
    Version,
)
from newsdiff.story.account.teller import give_account
from newsdiff.story.account.told import MOST_ARTICLES, compare_all

__all__ = [
    "MOST_ARTICLES",
    "Account",
    "Form",
    "Lack",
    "Section",
    "Statement",
    "Version",
    "compare_all",
    "give_account",
    "shortened",
]
