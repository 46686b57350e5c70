"""What of an address can be told by its words alone: nothing is opened."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_page(address: str) -> bool:
    """Whether an address is one of http or https, with a host."""
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no address, for one
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
