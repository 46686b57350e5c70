"""Stories in words → what leaves the program, one module a format.

All of them write the same statements; `renderer` chooses among them.
"""

from newsdiff.export.accounts.json import account_schema
from newsdiff.export.accounts.renderer import ACCOUNT_FORMATS, render_accounts

__all__ = ["ACCOUNT_FORMATS", "account_schema", "render_accounts"]
