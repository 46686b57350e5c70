"""Figures beside what they are set against, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

HEADINGS = ("what", "newsdiff", "set against", "ratio", "wanted", "")


@dataclass(frozen=True)
class Row:
    """One figure, and what it is set against."""

    what: str
    value: float
    unit: str
    beside: float | None = None
    """The same of what it is set against; None where it stands alone."""
    against: str = ""
    most: float | None = None
    """The most wanted: of the ratio where something stands beside it, else itself."""

    @property
    def cells(self) -> tuple[str, ...]:
        """The row under HEADINGS."""
        shown = _shown(self.value, self.unit)
        if self.beside is None:
            beside, ratio, judged, unit = "", "", self.value, f" {self.unit}"
        else:
            beside = f"{_shown(self.beside, self.unit)}: {self.against}"
            judged, unit = self.value / self.beside, ""
            ratio = f"{judged:.2f}"
        if self.most is None:
            return self.what, shown, beside, ratio, "", ""
        met = "met" if judged <= self.most else "missed"
        return self.what, shown, beside, ratio, f"≤ {self.most:g}{unit}", met


def _shown(value: float, unit: str) -> str:
    return f"{value:.0f} {unit}" if value >= 10 else f"{value:.1f} {unit}"


def table(rows: Iterable[Row]) -> Iterator[str]:
    """The rows as lines of a Markdown table."""
    for cells in (HEADINGS, ("---",) * len(HEADINGS), *(row.cells for row in rows)):
        yield f"| {' | '.join(cells)} |"
