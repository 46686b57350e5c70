"""The list of articles: mark two, open them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from newsdiff.model import Pair, Side
from newsdiff.text.cells import cells
from newsdiff.text.visible import visible
from newsdiff.tui.articles.asking import Asking
from newsdiff.tui.articles.correcting import Corrector
from newsdiff.tui.articles.filter import Filter
from newsdiff.tui.articles.loader import Loader
from newsdiff.tui.articles.named_pair import NamedPair
from newsdiff.tui.articles.origins import Origins
from newsdiff.tui.articles.preparer import Preparer
from newsdiff.tui.articles.preview import make_preview
from newsdiff.tui.articles.rows import Columns, Marked
from newsdiff.tui.articles.stories import (
    Row,
    copies_in_words,
    heading,
    rows_of,
    sign_of,
)
from newsdiff.tui.articles.tables import Tables
from newsdiff.tui.articles.view import ArticleList
from newsdiff.tui.keys import table as keys
from newsdiff.tui.session.listing import Sorting
from newsdiff.tui.session.shelf import PairOf, Shelf
from newsdiff.tui.shared.bringing import bring
from newsdiff.tui.shared.key_bar import KeyBar
from newsdiff.tui.shared.screen import NewsScreen, TooSmall, both_ends
from newsdiff.wording.about import count

if TYPE_CHECKING:
    from textual.widgets import Input
    from textual.worker import Worker

    from newsdiff.gathering import Gathered
    from newsdiff.tui.shared.find_bar import FindInput

_SCROLLBAR = 1
"""Cells that the rows leave free at the end."""
_NOTHING: Final = (
    "There is nothing to compare with: put a second file in the folder, or start "
    "newsdiff with two files."
)


class ArticlesScreen(NewsScreen):
    """One row an article.

    Args:
        shelf: The articles.
        gathered: What could not be read, and what is left to open.
    """

    HELP = (
        "One line an article. Enter compares the highlighted article with the next; "
        "Space marks two of your own choice, A and B; of three, the last two stay. The "
        "order of the list is also that of the pairs."
    )
    SECTIONS = keys.LIST
    BINDINGS: ClassVar[list[BindingType]] = [*keys.LIST[0].bindings]

    def __init__(self, shelf: Shelf, gathered: Gathered) -> None:
        super().__init__()
        self._shelf = shelf
        self._problems = [*gathered.problems]
        self._notices = gathered.notices
        self._marked: dict[int, Side] = {}
        """The side each marked article is for, the older mark first; at most two."""
        self._gone = ""
        """The article whose mark the last one took away; empty where it took none."""
        self._places: list[int] = []
        """The articles that are shown."""
        self._rows: list[Row] = []
        self._columns = Columns(0, 0, dated=False)
        self._filled_for = (0, 0)
        """The width, and the state of the shelf, that the rows were written for."""
        self._filter = Filter(self, shelf)
        self._loader = Loader(self, shelf, gathered, self._take)
        self._preparer = Preparer(self, shelf, self._guess, self._write_standing)
        self._named_pair = NamedPair(self, shelf, gathered)
        self._origins = Origins(self, shelf, self._loader)
        corrector, tables = Corrector(self, shelf), Tables(self, shelf)
        asking = Asking(self, shelf, self._filter, lambda: self._loader.coming)
        self.add_parts(self._filter, self._loader, corrector, tables)
        self.add_parts(self._origins, asking)

    def compose(self) -> ComposeResult:
        """Header, rows, the highlighted article more closely, keys."""
        yield TooSmall()
        yield Static(classes="bar", id="title")
        yield Static(id="columns")
        yield ArticleList(self._draw)
        yield Static(id="preview")
        yield Static(classes="status", id="standing")
        yield KeyBar()

    def on_mount(self) -> None:
        """Starts reading; says at once what could not be read."""
        self.rows.focus()
        self._mark_left(self._shelf.bookmark.pair)
        if self._problems:
            self.say("; ".join(self._problems), warning=True)
        for notice in self._notices:
            self.say(notice)
        self._loader.glance(self.app.size.height)
        # All are read behind the first picture, not in its way.
        self.call_after_refresh(self._loader.read)
        self.call_after_refresh(self._named_pair.open)

    def on_resize(self, event: events.Resize) -> None:
        """Lays the columns out for the new width."""
        if event.size.width != self._filled_for[0]:
            self.fill()

    @property
    def rows(self) -> ArticleList:
        """The list itself."""
        return self.query_one(ArticleList)

    # What is written

    def _heading(self, width: int) -> Content:
        shelf, hint = self._shelf, ""
        words = count(len(shelf), "article")
        if coming := self._loader.coming:
            words += f" · {coming}"
        if sought := self._filter.sought:
            typed = visible(sought.words.strip())
            words = f"{len(self._places)} of {words} · “{typed}”"
        if order := shelf.bookmark.sorting.words:
            words += f" · sorted {order}"
        if shelf.is_sample:
            words = f"sample story · {words}"
            hint = "newsdiff FILE… opens your own"
        if self._problems:
            hint = f"{len(self._problems)} not opened"
        left = Content.assemble(("newsdiff", "bold"), f"   {words}")
        if cells(left.plain) + cells(hint) >= width:
            return left
        return both_ends(left, Content.styled(hint, "$faint"), width)

    def _standing(self) -> Content:
        if len(self._shelf) == 1 and not self._loader.is_reading:
            return Content(_NOTHING)
        if not self._places:
            return Content(self._filter.nothing)
        pair = self.chosen()
        if pair is None:
            return Content("")
        names = [
            (f"{side.name} {visible(self._shelf.label(pair[side]))}", f"$side-{side}")
            for side in Side
        ]
        gone = f"; no longer {self._gone}" if self._gone else ""
        return Content.assemble("Enter compares ", names[0], " with ", names[1], gone)

    @property
    def marked(self) -> Mapping[int, Side]:
        """The marked articles, and the side that each is for."""
        return self._marked

    @property
    def here(self) -> int | None:
        """The highlighted article."""
        row = self.rows.highlighted
        return None if row is None else self._rows[row].place

    def _take(self, problems: Sequence[str] = ()) -> None:
        """Shows what has been read; says what could not be."""
        if problems:
            self._problems += problems
            self.say("; ".join(problems), warning=True)
        self.fill(self._recalled())
        self._named_pair.open()

    def _recalled(self) -> int | None:
        """The article at which all that was named was left, once it has been opened."""
        untouched = not self._marked and self.here in (None, self._shelf.order[0])
        if self._loader.coming or not untouched:
            return None
        pair = self._shelf.recall()
        self._mark_left(pair)
        return pair.a if pair else None

    def _mark_left(self, pair: PairOf | None) -> None:
        """Marks the pair that was looked at last."""
        if pair:
            self._marked = {pair[side]: side for side in Side}

    def fill(self, here: int | None = None) -> None:
        """Writes everything anew.

        Args:
            here: The article to highlight if it is shown; else the one that was.
        """
        width, shelf, rows = self.app.size.width - 2, self._shelf, self.rows
        if width <= _SCROLLBAR:
            return
        self._filled_for = self.app.size.width, shelf.changes
        if here is None:
            first = shelf.bookmark.pair.a if shelf.bookmark.pair else shelf.order[0]
            here = first if self.here is None else self.here
        labels = [shelf.label(place) for place in shelf.order]
        dated = any(one is None or one.dated for one in shelf.listed)
        room = width - _SCROLLBAR
        self._columns = Columns.for_labels(labels, room, dated=dated)
        self._places = [*filter(self._filter.passes, shelf.order)]
        self._rows = rows_of(self._places, shelf.groups)
        choosable = [row.place is not None for row in self._rows]
        at = next((n for n, row in enumerate(self._rows) if row.place == here), None)
        if at is None and self._places:
            at = choosable.index(True)
        rows.show(choosable, at)
        self._write("#title", self._heading(width))
        names = self._columns.names(sought=bool(self._filter.sought))
        self._write("#columns", names)
        self._describe()

    def _draw(self, row: int) -> Content:
        """The line of a row."""
        place = self._rows[row].place
        if place is None:
            return heading(self._rows[row], self._shelf, self.app.size.width - 2)
        article, side = self._shelf.known(place), self._marked.get(place)
        label, sought = self._shelf.label(place), self._filter.sought
        hits = self._filter.hits(place)
        number = (hits.count if hits else 0) if sought else None
        marked = Marked(side, sign_of(self._shelf, place), number)
        return self._columns.row(label, article, marked, sought)

    def _describe(self) -> None:
        """Tells more of the highlighted article, and what Enter would do."""
        place = self.here
        article = self._shelf.articles.kept(place) if place is not None else None
        if place is not None and self._shelf.is_away(place):
            bring(self, self._shelf, [place], self._describe_brought)
        shown = Content("")
        if article is not None and place is not None:
            copies = copies_in_words(self._shelf, place)
            hits, width = self._filter.hits(place), self.app.size.width
            shown = make_preview(article, copies, hits, width)
        self._write("#preview", shown)
        self._write_standing()

    def _describe_brought(self) -> None:
        """The highlighted article, once it is here; one that is no more is not."""
        if (place := self.here) is not None and not self._shelf.is_away(place):
            self._describe()

    def _write_standing(self) -> None:
        right = Content(self._filter.progress or self._preparer.words)
        # Where the preview has no room, the words around the first hit stand here.
        hit = self._filter.first_hit if self.has_class("-short") else None
        left = hit or self._standing()
        line = both_ends(left, right, max(1, self.app.size.width - 2))
        self._write("#standing", line)

    def _write(self, where: str, content: Content) -> None:
        """Fills a widget whose place does not depend on what is in it."""
        self.query_one(where, Static).update(content, layout=False)

    def on_article_list_highlighted(self) -> None:
        """Another article is highlighted."""
        self._describe()

    def on_screen_resume(self) -> None:
        """Shows what has been read since."""
        if self._shelf.changes != self._filled_for[1]:
            self.fill()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shows what passes the filter so far."""
        event.stop()
        self._filter.type(event.value)

    async def on_find_input_left(self, event: FindInput.Left) -> None:
        """Keeps the filter, or shows what was shown before."""
        await self._filter.end_typing(keep=event.keep)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What failed is said."""
        self._preparer.hear(event)
        self._loader.say_failure(event)
        self._origins.say_failure(event)

    # Keys

    def chosen(self) -> PairOf | None:
        """The pair that Enter opens: what is marked, filled up from the highlight."""
        here = self.here
        if here is None or len(self._shelf) < 2:
            return None
        places = {side: place for place, side in self._marked.items()}
        if not places:
            places[Side.A] = here
        if len(places) == 1:
            (side, kept), *_ = places.items()
            places[side.other] = self._following(kept) if here == kept else here
        return Pair(places[Side.A], places[Side.B])

    def _following(self, place: int) -> int:
        """The next article that is shown; where that is the only one, the next."""
        onward = self._shelf.onward([place])
        return next((i for i in onward if i in self._places), onward[0])

    def _guess(self) -> Iterable[int]:
        """Which articles may be opened next, in this order."""
        return (*(self.chosen() or ()), *self._places, *self._shelf.order)

    def on_article_list_opened(self) -> None:
        """A click on a row opens it, as Enter does."""
        if self.is_active:  # the click before may have opened it
            self.action_open()

    def action_mark(self) -> None:
        """Marks the highlighted article; of three marks the last two stay."""
        place = self.here
        if place is None:
            return
        gone = ""
        if place in self._marked:
            del self._marked[place]
        elif len(self._marked) < 2:
            taken = self._marked.values()
            self._marked[place] = Side.B if Side.A in taken else Side.A
        else:
            oldest, kept = self._marked
            self._marked = {kept: Side.A, place: Side.B}
            gone = visible(self._shelf.label(oldest))
        self._gone = gone
        self.fill()

    def action_clear(self) -> None:
        """Shows all articles again, else takes the marks away, else stops reading."""
        if self._filter.end():
            return
        if self._marked:
            self._marked.clear()
            self._gone = ""
            self.fill()
        elif self._loader.is_reading:
            self.workers.cancel_node(self)
            self.say("Reading was stopped; R goes on with it.")

    def action_open(self) -> None:
        """Opens the chosen pair."""
        from newsdiff.tui.diff.screen import DiffScreen

        if pair := self.chosen():
            at, words = self._filter.leads_to(pair)
            self.app.push_screen(DiffScreen(self._shelf, pair, at, words))
        else:
            self.say_why_not()

    def say_why_not(self) -> None:
        """The status line says it too, where it has room."""
        self.say(self._standing().plain, warning=True)

    def action_sort(self) -> None:
        """The next order."""
        self._sort(self._shelf.bookmark.sorting.next)

    def action_backwards(self) -> None:
        """The same order the other way round."""
        self._sort(self._shelf.bookmark.sorting.reversed)

    def _sort(self, sorting: Sorting) -> None:
        before = [*self._shelf.order]
        self._shelf.sort(sorting)
        self.fill()
        if self._shelf.order == before:
            how = sorting.words or "as they were named"
            self.done(f"Sorted {how}: that is how they stood.")

    # More of them

    def action_add(self) -> None:
        """Asks for something else to open."""
        from newsdiff.tui.articles.add_screen import AddScreen

        self.app.push_screen(AddScreen(), self._add)

    def _add(self, words: str | None) -> None:
        if words is not None:
            self._loader.add(words)
