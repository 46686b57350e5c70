"""What an HTTP client needs is loaded when something is fetched."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """\
import sys
from newsdiff.fetching import Fetcher, Rules, fetch, is_address
Fetcher()
print(*sorted(sys.modules))
"""


def test_nothing_heavy_is_loaded_with_the_room() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], check=True, capture_output=True, text=True
    )
    heavy = {"urllib3", "ssl", "http.client", "email.message", "certifi", "lxml"}
    assert heavy.isdisjoint(done.stdout.split())
