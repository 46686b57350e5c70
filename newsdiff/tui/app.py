"""The application: which screen is shown, what the whole program answers to."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from rich.console import RenderableType
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.screen import Screen
from textual.theme import Theme

from newsdiff.colours import full_theme_name, theme_problem
from newsdiff.config import Settings, SettingsFile, keep
from newsdiff.engine import Engine
from newsdiff.errors import ExitCode
from newsdiff.gathering import Gathered
from newsdiff.log import note_failure
from newsdiff.model import SentencePlace
from newsdiff.terminal import end_once_gone, is_gone
from newsdiff.text.visible import visible
from newsdiff.tui.articles.screen import ArticlesScreen
from newsdiff.tui.keys import table as keys
from newsdiff.tui.keys.keymap import applied, key_map
from newsdiff.tui.keys.names import shown
from newsdiff.tui.session.memory import Memory
from newsdiff.tui.session.shelf import PairOf, Shelf
from newsdiff.tui.shared import themes
from newsdiff.tui.shared.ascii_only import AsciiOnly
from newsdiff.tui.shared.screen import AccountWanted, DeskWanted, NewsScreen

_SIGNALS = {
    signal.SIGINT: ExitCode.INTERRUPTED,
    signal.SIGTERM: ExitCode.TERMINATED,
    signal.SIGHUP: ExitCode.HUNG_UP,
}
_ALIVE = 5
"""Seconds from one look at whether the terminal is still there to the next."""
_GRACE = 5
"""Seconds for ending in good order once it is gone."""
_LONG = 12
"""Seconds for which a sentence is shown that names a file, a line and a remedy."""


def _commands() -> type[Provider]:
    """What the list of all commands is made of, loaded when it is first opened."""
    from newsdiff.tui.keys.palette import Commands

    return Commands


class NewsdiffApp(App[None]):
    """Opens on the list of articles.

    Args:
        gathered: At least one source, and what is left to open.
        file: The settings; without any, the defaults.
        memory: Where stories were left; without it, nothing is remembered.
        engine: What reads and compares; None for one as the settings say.
    """

    TITLE = "newsdiff"
    CSS_PATH = "newsdiff.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.APP)]

    def __init__(
        self,
        gathered: Gathered,
        file: SettingsFile | None = None,
        memory: Memory | None = None,
        engine: Engine | None = None,
    ) -> None:
        # Where colour is not wanted the terminal's own default colours are used:
        # Textual alone would paint 24-bit greys.
        colourless = bool(os.environ.get("NO_COLOR"))
        self.settings_file = file or SettingsFile(Path())
        self.memory = memory
        by = self.settings
        moved = by.matched_from, by.related_from
        self.engine = engine or Engine(by.engine, thresholds=moved)
        super().__init__(ansi_color=True if colourless else None)
        self.keys, wrong = key_map(self.settings_file)
        self.set_keymap(dict(self.keys))
        wrong += self._dress(colourless=colourless)
        self._first_theme = self.theme
        self._complaints = (*self.settings_file.problems, *wrong)
        if "TEXTUAL_ANIMATIONS" not in os.environ:
            self.animation_level = "none"  # a reader wants the text at once
        if self.settings.ascii:
            self._filters.append(AsciiOnly())
        self.shelf = Shelf(gathered.sources, self.settings)
        if memory:
            self.shelf.remembered = memory.bookmark
            self.shelf.recall()
            self.shelf.corrections = memory.corrections
            drawn = self.settings.ascii
            self.shelf.legend_gone = memory.is_legend_gone(only_ascii=drawn)
            self._complaints += (memory.problem,) if memory.problem else ()
        self._gathered = gathered

    @property
    def settings(self) -> Settings:
        """How the person wants the reader to be."""
        return self.settings_file.settings

    def _dress(self, *, colourless: bool) -> tuple[str, ...]:
        """Puts the theme on; returns what is wrong with the one asked for."""
        for theme in themes.make_themes(self.settings.palette):
            self.register_theme(theme)
        asked = os.environ.get("TEXTUAL_THEME", "")
        problem = theme_problem(asked)
        if problem:
            problem, asked = f"TEXTUAL_THEME: {problem}", ""
        last = self.memory.theme if self.memory else ""
        chosen = full_theme_name(asked or self.settings.theme or last)
        known = chosen if chosen in self.available_themes else themes.DEFAULT
        self.theme = "ansi-dark" if colourless else known
        return (problem,) if problem else ()

    def keep_thresholds(self) -> str:
        """Writes thresholds into the settings; returns what went wrong."""
        file, by = self.settings_file, self.engine.thresholds
        settings = replace(
            file.settings, matched_from=by.matched, related_from=by.related
        )
        if settings == file.settings or not file.path.name or not settings.remember:
            return ""
        names = ("matched_from", "related_from")
        problem = keep(file.path, {name: getattr(settings, name) for name in names})
        self.settings_file = replace(file, settings=settings)
        return problem

    def remember(self) -> str:
        """Writes down where the reader was left; returns what went wrong."""
        if self.memory is None:
            return ""
        self.memory.keep(self.shelf.corrections)
        if self.shelf.legend_gone:
            self.memory.put_legend_away(only_ascii=self.settings.ascii)
        chosen = self.theme if self.theme != self._first_theme else self.memory.theme
        return self.memory.save(self.shelf.sources, self.shelf.bookmark, chosen)

    def on_mount(self) -> None:
        """Says what is wrong with the settings."""
        if self._complaints:
            words = self.settings_file.listed([*map(visible, self._complaints)])
            self.notify(words, markup=False, severity="warning", timeout=_LONG)

        self.theme_changed_signal.subscribe(self, self._say_how_long)
        if not self.is_headless:
            self.set_interval(_ALIVE, self._end_with_terminal)
            end_once_gone(ExitCode.HUNG_UP, _ALIVE, _GRACE)

    def _end_with_terminal(self) -> None:
        if is_gone():
            self._end(ExitCode.HUNG_UP)

    def _say_how_long(self, _: Theme) -> None:
        """A theme that is not remembered does not come as a surprise the next time."""
        sets = "TEXTUAL_THEME" if os.environ.get("TEXTUAL_THEME") else ""
        if self.settings.theme and self.settings_file.sets("theme"):
            sets = sets or self.settings_file.path.name
        screens = [s for s in self.screen_stack if isinstance(s, NewsScreen)]
        if sets and screens and self.theme != self._first_theme:
            screens[-1].done(f"until you quit: {sets} sets the theme")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of the two sides, for themes that do not name them."""
        return themes.side_variables(self.current_theme, self.settings.palette)

    def on_load(self) -> None:
        """From here on signals end the program in good order.

        Nothing has been drawn yet, so none of them can leave the terminal in disorder.
        """
        loop = asyncio.get_running_loop()
        for number, code in _SIGNALS.items():
            loop.add_signal_handler(number, self._end, code)
        self.app_resume_signal.subscribe(self, self._came_back)

    def _came_back(self, _: App[None]) -> None:
        """From the background: the terminal has forgotten what was on the screen."""
        self.action_redraw()

    def get_default_screen(self) -> Screen[None]:
        """The list: every other screen stands on it."""
        return ArticlesScreen(self.shelf, self._gathered)

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Ends the program; every screen notes first where the reader is."""
        for screen in self.screen_stack:
            if isinstance(screen, NewsScreen) and screen.is_mounted:
                screen.leave()
        super().exit(result, return_code, message)

    def _end(self, code: ExitCode) -> None:
        # After the keys before it, in whose middle a screen may not yet be whole.
        self.call_later(self.exit, return_code=int(code))

    def _handle_exception(self, error: Exception) -> None:
        # Once it ends, Textual composes no screen any more, but mounts those that were
        # being opened: what they then miss must not change how the program ends.
        if self._exit:
            note_failure("while ending, the reader", error)
        else:
            super()._handle_exception(error)

    def get_key_display(self, binding: Binding) -> str:
        """A key as it is called in every place that names it."""
        return binding.key_display or shown(binding.key)

    def on_account_wanted(self, event: AccountWanted) -> None:
        """Opens a story in words; a pair or an article is opened over it."""
        from newsdiff.tui.story.account.screen import AccountScreen

        screen = AccountScreen(self.shelf, event.about, self._compare, self._read)
        self.push_screen(screen)

    def on_desk_wanted(self, event: DeskWanted) -> None:
        """Opens the quote desk; a pair or an article is opened over it."""
        from newsdiff.tui.story.desk.screen import DeskScreen

        screen = DeskScreen(self.shelf, event.about, self._compare, self._read)
        self.push_screen(screen)

    def _compare(self, pair: PairOf, at: SentencePlace) -> None:
        from newsdiff.tui.diff.screen import DiffScreen

        self.push_screen(DiffScreen(self.shelf, pair, at))

    def _read(self, place: int, sentence: int) -> None:
        from newsdiff.tui.article.screen import ArticleScreen

        self.push_screen(ArticleScreen(self.shelf, place, sentence))

    async def action_back(self) -> None:
        """One screen back; from the first one, out."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit()

    def action_interrupt(self) -> None:
        """Out at once, with the exit code that scripts know Ctrl-C by."""
        self.exit(return_code=int(ExitCode.INTERRUPTED))

    def action_command_palette(self) -> None:
        """The list of all commands."""
        from newsdiff.tui.keys.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def search_themes(self) -> None:
        """The list of all themes."""
        from textual.theme import ThemeProvider

        from newsdiff.tui.keys.palette import Palette

        self.push_screen(
            Palette(providers=[ThemeProvider], placeholder="Search for themes…")
        )

    def action_help(self) -> None:
        """The keys of the screen it was asked for on."""
        from newsdiff.tui.shared.help_screen import HelpScreen

        screen = self.screen
        if isinstance(screen, NewsScreen):
            own = applied(screen.SECTIONS, self.keys)
            others = keys.without(applied(keys.APP, self.keys), keys.bindings(own))
            first = applied(screen.focused_sections, self.keys)
            sections = (*first, *(s for s in own if s not in first), *others)
            legend = (screen.LEGEND, len(first))
            self.push_screen(HelpScreen(sections, screen.HELP or "", legend))

    def action_redraw(self) -> None:
        """Paints everything anew, after another program wrote over the screen."""
        self.screen.refresh(layout=True)
