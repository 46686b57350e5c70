"""How comparisons are shown at first: the settings, and what was chosen since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from newsdiff.config import Settings
from newsdiff.layout import UNFOLDED, Entry, View
from newsdiff.model import Side
from newsdiff.tui.diff.view import Choices

_VIEWS: Final = {"auto": None, "split": View.SPLIT, "unified": View.UNIFIED}
_CONTEXT: Final = range(101)


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
    told = _told(first) | {k: v for k, v in chosen.items() if _is_choice(k, v)}
    return replace(
        first,
        view=_VIEWS[told["view"]],
        order=Side(told["order"]),
        boilerplate=told["boilerplate"],
        numbers=told["numbers"],
        folding=replace(UNFOLDED, common=told["common"], context=told["context"]),
    )


def chosen_since(settings: Settings, choices: Choices) -> dict[str, Any]:
    """What has been chosen otherwise than the settings have it."""
    before = _told(choices_of(settings, {}))
    return {k: v for k, v in _told(choices).items() if v != before[k]}


def place_of(entry: Entry) -> tuple[Side, int]:
    """The first sentence of a row: it is found again in whatever way it is shown."""
    side = Side.A if entry.sentences.a else Side.B
    return side, entry.sentences[side][0]


def _told(choices: Choices) -> dict[str, Any]:
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
        return value in [side.value for side in Side]
    if name == "context":
        return type(value) is int and value in _CONTEXT
    return name in ("boilerplate", "numbers", "common") and isinstance(value, bool)
