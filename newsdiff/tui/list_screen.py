"""The list of articles: mark two, open them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from newsdiff.export.phrases import headline
from newsdiff.layout import fit
from newsdiff.model import Article, Pair, Side
from newsdiff.tui import keys
from newsdiff.tui.screen import NewsScreen, TooSmall, plain
from newsdiff.tui.shelf import Shelf
from newsdiff.visible import visible

if TYPE_CHECKING:
    from newsdiff.tui.shelf import Reading

_LABEL, _DATE, _COUNT = 18, 10, 6
"""Cells of the columns of fixed width."""
_DATED = 76
"""Columns of the screen from which the date has room."""


class ArticleList(OptionList, inherit_bindings=False):
    """The rows, and the keys that move among them."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.LIST[1].bindings]

    def action_half(self, direction: int) -> None:
        """Half a page on (1) or back (-1)."""
        if self.highlighted is not None:
            step = direction * max(1, self.size.height // 2)
            last = self.option_count - 1
            self.highlighted = min(max(0, self.highlighted + step), last)


class ListScreen(NewsScreen):
    """One row an article.

    Args:
        shelf: The articles.
        problems: A sentence for each thing that could not be read.
    """

    SECTIONS = keys.LIST
    BINDINGS: ClassVar[list[BindingType]] = [*keys.LIST[0].bindings]

    def __init__(self, shelf: Shelf, problems: Sequence[str]) -> None:
        super().__init__()
        self._shelf = shelf
        self._problems = tuple(problems)
        self._marked: list[int] = []
        """Places of marked articles, the older mark first; at most two."""

    def compose(self) -> ComposeResult:
        """Header, rows, what is known of the highlighted one, keys."""
        yield TooSmall()
        yield Static(self._heading(), classes="bar")
        yield Static(id="columns")
        yield ArticleList()
        yield Static(id="about")
        yield Static(self._standing(), classes="status", id="standing")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Starts reading; says at once what could not be read."""
        self._list.focus()
        if self._problems:
            self.say("\n".join(self._problems), warning=True)
        self._read()

    def on_resize(self, event: events.Resize) -> None:
        """Lays the columns out for the new width."""
        super().on_resize(event)
        self._fill()

    @property
    def _list(self) -> ArticleList:
        return self.query_one(ArticleList)

    def _heading(self) -> Content:
        number = len(self._shelf)
        noun = "article" if number == 1 else "articles"
        return Content.assemble(("newsdiff", "bold"), f"   {number} {noun}")

    def _standing(self) -> Content:
        if self._problems:
            count = len(self._problems)
            first = self._problems[0]
            rest = f" (and {count - 1} more)" if count > 1 else ""
            return plain(f"not opened: {first}{rest}")
        if len(self._shelf) == 1:
            return Content("nothing to compare with: name a second article")
        match len(self._marked):
            case 0:
                return Content("Enter compares this article with the next one")
            case 1:
                return Content("Enter compares the marked article with this one")
            case _:
                return Content("Enter compares the two marked articles")

    def _fill(self) -> None:
        """Writes every row anew, keeping the highlight where it is."""
        width = self.size.width - 2
        if width <= 0:
            return
        rows = self._list
        at = rows.highlighted
        rows.set_options(
            Option(self._row(place, width)) for place in range(len(self._shelf))
        )
        rows.highlighted = min(at or 0, len(self._shelf) - 1)
        self.query_one("#columns", Static).update(self._columns(width))
        self.query_one("#standing", Static).update(self._standing())

    def _text_width(self, width: int) -> int:
        dated = _DATE + 2 if width >= _DATED else 0
        return max(8, width - 3 - self._label_width(width) - 2 - dated - 2 * _COUNT)

    def _label_width(self, width: int) -> int:
        return _LABEL if width >= _DATED else _LABEL // 2 + 2

    def _columns(self, width: int) -> Content:
        names = [
            " " * 3 + fit("outlet", self._label_width(width)),
            fit("headline", self._text_width(width)),
            *([fit("date", _DATE)] if width >= _DATED else []),
        ]
        return Content("  ".join(names) + f"{'words':>{_COUNT}}{'sent.':>{_COUNT}}")

    def _row(self, place: int, width: int) -> Content:
        article = self._shelf.articles[place]
        mark, tone = self._mark(place)
        label = article.label if article else self._shelf.sources[place].given
        parts: list[str | tuple[str, str]] = [
            (f"{mark:<3}", tone),
            (visible(fit(label, self._label_width(width))), tone or "bold"),
            "  ",
        ]
        if article is None:
            parts.append(("reading …", "$faint italic"))
        else:
            parts += self._facts(article, width)
        return Content.assemble(*parts)

    def _facts(self, article: Article, width: int) -> list[str | tuple[str, str]]:
        title = fit(visible(headline(article)), self._text_width(width))
        words, sentences = article.word_count, article.sentence_count
        date = fit((article.published or "")[:_DATE], _DATE)
        return [
            (title, "" if article.title else "$faint italic"),
            (f"  {date}" if width >= _DATED else "", "$faint"),
            (f"{words:>{_COUNT}}{sentences:>{_COUNT}}", "$faint"),
        ]

    def _mark(self, place: int) -> tuple[str, str]:
        """The letter of the side an article is marked for, and its colour."""
        if place not in self._marked:
            return "", ""
        side = (Side.A, Side.B)[self._marked.index(place)]
        return side.name, f"$side-{side} bold"

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        """Reads the articles one after another, away from the screen."""
        from newsdiff.tui.work import read_all

        worker = get_current_worker()
        for place, source in enumerate(list(self._shelf.sources)):
            if worker.is_cancelled:
                return
            if self._shelf.articles[place] is None:
                reading = read_all({place: source})
                self.app.call_from_thread(self._take, reading)
        # Ready for the first comparison before it is asked for.
        from newsdiff.comparing import warm_up

        warm_up()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _reread(self) -> None:
        from newsdiff.tui.work import reread

        reading = reread(dict(enumerate(self._shelf.sources)))
        self.app.call_from_thread(self._take, reading)
        said = reading.notices or ("no file has changed",)
        self.app.call_from_thread(self.say, "\n".join(said))

    def _take(self, reading: Reading) -> None:
        for place, (source, article) in reading.articles.items():
            self._shelf.put(place, source, article)
        self._fill()
        self._describe()

    def on_option_list_option_highlighted(self) -> None:
        """Tells more of the highlighted article."""
        self._describe()

    def on_screen_resume(self) -> None:
        """Shows what has been read since."""
        self._fill()

    def _describe(self) -> None:
        place = self._list.highlighted
        article = self._shelf.articles[place] if place is not None else None
        if article is None:
            self.query_one("#about", Static).update("")
            return
        lines = [headline(article)]
        outlet = article.outlet if article.outlet != article.label else None
        known = [outlet, article.published, article.source, *article.notes]
        lines.append(" · ".join(part for part in known if part))
        self.query_one("#about", Static).update(plain("\n").join(map(plain, lines)))

    def on_option_list_option_selected(self) -> None:
        """A click on the highlighted row opens it, as Enter does."""
        self.action_open()

    def action_mark(self) -> None:
        """Marks the highlighted article; a third mark takes the place of the oldest."""
        place = self._list.highlighted
        if place is None:
            return
        if place in self._marked:
            self._marked.remove(place)
        else:
            self._marked = [*self._marked[-1:], place]
        self._fill()

    def action_clear(self) -> None:
        """Takes the marks away; while articles are being read, stops that."""
        if self._marked:
            self._marked = []
            self._fill()
        elif None in self._shelf.articles:
            self.workers.cancel_node(self)
            self.say("Reading was stopped; R goes on with it.")

    def action_open(self) -> None:
        """Opens the marked pair, or the highlighted article with another."""
        from newsdiff.tui.diff_screen import DiffScreen

        here = self._list.highlighted
        if len(self._shelf) < 2 or here is None:
            self.say("There is nothing to compare with.", warning=True)
            return
        match self._marked:
            case [a, b]:
                pair = Pair(a, b)
            case [a] if a != here:
                pair = Pair(a, here)
            case _:
                pair = Pair(here, (here + 1) % len(self._shelf))
        self.app.push_screen(DiffScreen(self._shelf, pair))

    def action_reload(self) -> None:
        """Reads what has changed; goes on with what was stopped."""
        if None in self._shelf.articles:
            self._read()
        else:
            self._reread()
