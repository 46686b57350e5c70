"""How comparisons are shown at first: the settings, and what was chosen since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from newsdiff.comparing import Order
from newsdiff.config import Settings
from newsdiff.layout import UNFOLDED, Folding, LayoutOptions, View, auto_view
from newsdiff.tui.diff.ruler import RULER
from newsdiff.tui.shared.screen import SHORT

_VIEWS: Final = {"auto": None, "split": View.SPLIT, "unified": View.UNIFIED}
_CONTEXT: Final = range(101)
_LEAD: Final = 1
"""Cells in front of the page, where the bar of the current row stands."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How a person wants to see comparisons; kept while leafing through pairs."""

    view: View | None = None
    """None: whatever suits the width."""
    order: Order = Order.BOTH
    boilerplate: bool = False
    numbers: bool = True
    folding: Folding = UNFOLDED
    ascii: bool = False

    def next_view(self) -> Choices:
        """Auto → side by side → unified → auto."""
        views = (None, View.SPLIT, View.UNIFIED)
        return replace(self, view=views[(views.index(self.view) + 1) % len(views)])

    def options(self, columns: int, lines: int) -> LayoutOptions:
        """The layout for a view that is `columns` wide, its ruler included.

        Args:
            columns: Of the view.
            lines: Of the screen it is on.
        """
        return LayoutOptions(
            width=max(1, columns - _LEAD - RULER),
            view=self.view or auto_view(columns),
            order=self.order,
            boilerplate=self.boilerplate,
            folding=self.folding,
            numbers=self.numbers,
            ascii=self.ascii,
            short=lines < SHORT,
        )


def choices_of(settings: Settings, chosen: Mapping[str, Any]) -> Choices:
    """The choices to begin with.

    Args:
        settings: What the person has written down.
        chosen: What `chosen_since` gave the last time; what is no choice is passed
            over.
    """
    first = Choices(
        view=_VIEWS[settings.view],
        numbers=settings.numbers,
        folding=replace(UNFOLDED, context=settings.context),
        ascii=settings.ascii,
    )
    wanted = _by_name(first) | {k: v for k, v in chosen.items() if _is_choice(k, v)}
    return replace(
        first,
        view=_VIEWS[wanted["view"]],
        order=Order(wanted["order"]),
        boilerplate=wanted["boilerplate"],
        numbers=wanted["numbers"],
        folding=replace(UNFOLDED, common=wanted["common"], context=wanted["context"]),
    )


def chosen_since(settings: Settings, choices: Choices) -> dict[str, Any]:
    """What has been chosen otherwise than the settings have it."""
    before = _by_name(choices_of(settings, {}))
    return {k: v for k, v in _by_name(choices).items() if v != before[k]}


def _by_name(choices: Choices) -> dict[str, Any]:
    views = {view: name for name, view in _VIEWS.items()}
    return {
        "view": views[choices.view],
        "order": choices.order.value,
        "boilerplate": choices.boilerplate,
        "numbers": choices.numbers,
        "common": choices.folding.common,
        "context": choices.folding.context,
    }


def _is_choice(name: str, value: object) -> bool:
    if name == "view":
        return isinstance(value, str) and value in _VIEWS
    if name == "order":
        return value in [order.value for order in Order]
    if name == "context":
        return type(value) is int and value in _CONTEXT
    return name in ("boilerplate", "numbers", "common") and isinstance(value, bool)
