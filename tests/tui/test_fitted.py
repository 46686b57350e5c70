"""What is laid out for a width is laid out anew for another, whatever comes between."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

Opened = Callable[..., AbstractAsyncContextManager[Any]]


async def test_a_size_that_was_asked_for_too_early_is_still_told(
    opened: Opened,
) -> None:
    async with opened(size=(200, 50)) as reader:
        await reader.press("enter")
        screen = reader.app.screen
        view, panel, scroll = screen.view, screen.panel, screen.view.scroll_to
        before = view.size.width
        scroll(y=4, animate=False, force=True, immediate=True)
        screen._refresh_layout(scroll=True)
        panel.styles.display = "block"
        assert view.size.width < before, "Textual knows the new size before its layout"
        await reader.settle()
        assert view.page.options.width <= view.size.width < before
