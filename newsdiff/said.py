"""What a person says of a sentence, a link or a fact; and whose finding one is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Origin(StrEnum):
    """Who says that there is a link or a fact."""

    ENGINE = "engine"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Said:
    """What a person has said of one thing; false where that is nothing."""

    checked: bool = False
    """Whether it was looked at and found right."""
    note: str = ""

    def __bool__(self) -> bool:
        return self.checked or bool(self.note)


NOTHING_SAID: Final = Said()
