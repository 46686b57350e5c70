"""Addresses → bytes, within limits: only what was named is fetched, nothing is run.

What an HTTP client needs is loaded when something is first fetched.
"""

from newsdiff.fetching.addresses import is_address
from newsdiff.fetching.fetcher import Fetched, Fetcher, fetch
from newsdiff.fetching.limits import Rules

__all__ = ["Fetched", "Fetcher", "Rules", "fetch", "is_address"]
