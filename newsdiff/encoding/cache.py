"""Vectors kept from one time to the next, in a folder."""

from __future__ import annotations
