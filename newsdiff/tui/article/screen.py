"""One article alone: what of it the others carry, and who does."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from newsdiff.model import Article, Pair
from newsdiff.story.coverage import (
    Carried,
    Count,
    Degree,
    carried_by,
    counted,
    prominence_of,
)
from newsdiff.text.cells import cells
from newsdiff.text.visible import visible
from newsdiff.tui.article.find import Finder
from newsdiff.tui.article.number_words import (
    NO_OTHER,
    NOT_COMPARED,
    is_compared,
    legends,
)
from newsdiff.tui.article.view import ArticleView
from newsdiff.tui.keys import table as keys
from newsdiff.tui.session.jobs import Task, compare_pair, unless_cancelled
from newsdiff.tui.session.shelf import ReadArticles, Shelf
from newsdiff.tui.shared.bringing import bring, say_gone
from newsdiff.tui.shared.find_bar import FindInput
from newsdiff.tui.shared.key_bar import KeyBar
from newsdiff.tui.shared.moved import moved_thresholds
from newsdiff.tui.shared.screen import (
    NOTHING_FAILED,
    DeskWanted,
    Legend,
    NewsScreen,
    TooSmall,
    both_ends,
    compared_words,
    within,
)
from newsdiff.wording.about import count, describe


class ArticleScreen(NewsScreen):
    """The annotated article.

    Args:
        shelf: The articles.
        place: Which one; it has been read.
        sentence: The sentence to begin at; None for the first one of the story.
    """

    CSS_PATH = "screen.tcss"
    HELP = (
        "One article, and how many of the others were found to tell each sentence: 3/4 "
        "is three of four, by one sentence of theirs or by several together; ~ says "
        "that one more tells some of it. Enter shows who they are, in which words, "
        "where in their articles, and what they leave out."
    )
    LEGEND = Legend.NUMBERS
    SECTIONS = keys.ALONE
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.ALONE)]

    class Compared(Message):
        """It is known what another article carries."""

        def __init__(
            self,
            pair: Pair[int],
            reading: ReadArticles,
            articles: Pair[Article],
            of: Carried,
        ) -> None:
            super().__init__()
            self.pair = pair
            self.reading = reading
            self.articles = articles
            self.carried = of

    def __init__(self, shelf: Shelf, place: int, sentence: int | None = None) -> None:
        super().__init__()
        self._shelf = shelf
        self._place = place
        self._sentence = sentence
        self._article: Article | None = None
        """As it is shown: the shelf may have a newer reading of its file."""
        self._carried: dict[int, Carried] = {}
        """What each of the others tells, by its place."""
        self._judged = 0
        """By which of a person's judgements they were counted."""
        self._failed: set[int] = set()
        """The others that could not be compared."""
        self._asked: int | None = None
        """The other that is being compared."""
        self._gone: set[int] = set()
        """Those that could not be read again when the reader came to them."""
        self._finder = Finder(self)
        self.add_parts(self._finder)
        self._articles: dict[int, Article] = {}
        """The others as they were compared."""

    def compose(self) -> ComposeResult:
        """Who, the text, the current sentence in words, the keys."""
        yield TooSmall()
        yield Static(classes="bar", id="title")
        yield ArticleView()
        yield Static(classes="status", id="carried")
        yield KeyBar()

    def on_mount(self) -> None:
        """Shows the article at once and compares it with the others."""
        self.view.focus()
        self._open()

    def on_resize(self) -> None:
        """Writes for the new width."""
        self._write()

    @property
    def view(self) -> ArticleView:
        """The article itself."""
        return self.query_one(ArticleView)

    @property
    def _others(self) -> int:
        return len(self._shelf.around([self._place])) - 1

    def _open(self) -> None:
        bring(self, self._shelf, [self._place], self._show)

    def _show(self) -> None:
        article = self._shelf.articles.kept(self._place)
        if article is None:
            say_gone(self, self._shelf, self._place)
            return
        self._article = article
        self._carried, self._articles = {}, {}
        self._judged, self._failed = self._shelf.judged, set()
        if self._sentence is None:
            compared = (s.role.compared for s in article.sentences)
            self._sentence = next((i for i, yes in enumerate(compared) if yes), 0)
        # The sentence may be one of an older, longer reading.
        at = max(0, min(self._sentence, len(article.sentences) - 1))
        plain = self._shelf.settings.ascii
        self.view.show(article, self._others, at, only_ascii=plain)
        self.view.count(self._count)
        # What has been compared is there at once, the rest comes one by one.
        for other in self._shelf.around([self._place]):
            page = self._shelf.page(Pair(self._place, other))
            if page is not None and page.is_summed_up:
                self._carried[other] = page.sum_up().tellings.a
                self._articles[other] = page.comparison.articles.b
        self._write()
        self._go_on()

    def _keeps_up(self) -> bool:
        """Opens anew what was shown or counted if its file has been read again."""
        if self._article is None:
            return True
        shown = [(self._place, self._article), *self._articles.items()]
        latest = self._judged == self._shelf.judged and self._shelf.has(shown)
        if not latest:
            self._sentence = self.view.sentence
            self._open()
        return latest

    def on_screen_resume(self) -> None:
        """Shows what has been read again behind another screen."""
        self._keeps_up()

    def _in_order(self) -> list[int]:
        """The others that have been compared."""
        return [place for place in self._shelf.order if place in self._carried]

    def _count(self, sentence: int) -> Count:
        return counted([*self._carried.values()], sentence)

    # Comparing

    def _go_on(self) -> None:
        for other in self._shelf.around([self._place]):
            known = other in self._carried or other in self._failed
            if other != self._place and not known:
                self._asked = other
                self._compare(Task.of(self._shelf, Pair(self._place, other)))
                return

    @work(thread=True, exclusive=True, exit_on_error=False, group="carried")
    def _compare(self, task: Task) -> None:
        """Compares with one of the others."""

        def work() -> ArticleScreen.Compared:
            reading, comparison = compare_pair(self.engine, task)
            carried = carried_by(comparison)
            return self.Compared(task.pair, reading, comparison.articles, carried)

        if done := unless_cancelled(work):
            self.post_message(done)

    def on_article_screen_compared(self, event: Compared) -> None:
        """Counts one more, if it was compared with what is shown."""
        self._shelf.take(event.reading)
        if not self._keeps_up() or event.pair.a != self._place:
            return
        if self._shelf.holds(event.reading, event.pair, event.articles):
            self._carried[event.pair.b] = event.carried
            self._articles[event.pair.b] = event.articles.b
            self.view.count(self._count)
            self._write()
        self._go_on()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What could not be compared is said, and the next one is."""
        if event.state is WorkerState.ERROR and self._asked is not None:
            self._failed.add(self._asked)
            name, error = self._shelf.label(self._asked), event.worker.error
            self.say(f"{name} could not be compared: {error}", warning=True)
            self._write()
            self.call_later(self._go_on)

    # What is written

    def on_article_view_moved(self) -> None:
        """Says who carries the current sentence."""
        self._write()

    def _write(self) -> None:
        article, width = self._article, self.app.size.width - 2
        if article is None or width < 1:
            return
        done, others = len(self._carried), self._others
        name = (visible(self._shelf.label(self._place)), "bold")
        left = Content.assemble(name, f"   {visible(describe(article))}")
        failed = len(self._failed)
        compared = compared_words(done, others, failed, self.key_to("alone.retry"))
        rights = [compared] if compared else legends(others)
        moved = moved_thresholds(self.engine.thresholds, width // 2)
        room = width if failed else width - cells(left.plain) - cells(moved.plain)
        right = next((words for words in rights if cells(words) < room), "")
        line = both_ends(left, moved + right if right else moved[:-3], width)
        self.query_one("#title", Static).update(line, layout=False)
        lines = max(1, self.query_one("#carried").size.height)
        words = within(self._words(article), width, lines)
        self.query_one("#carried", Static).update(Content(words), layout=False)

    def _words(self, article: Article) -> str:
        i = self.view.sentence
        if not article.sentences:
            return "there is nothing to read"
        if not is_compared(article, i):
            return f"sentence {i + 1} is not compared"
        if not self._others:
            return f"sentence {i + 1} · {NO_OTHER}"
        number, names = self._count(i), self._names(i)
        told = f"told by {number.told} of {count(number.of, 'other')}"
        more = f", some of it by {number.partly}" if number.partly else ""
        listed = f": {', '.join(names)}" if names else ""
        return f"sentence {i + 1}, {prominence_of(article, i)} · {told}{more}{listed}"

    def _names(self, sentence: int) -> list[str]:
        """The others that tell a sentence and where, those first that tell part."""
        named = []
        for place in self._in_order():
            telling = self._carried[place][sentence]
            if telling is None or telling.degree is Degree.NOT:
                continue
            is_part = telling.degree is Degree.PART
            there = telling.there
            where = (
                [] if there is None else [prominence_of(self._articles[place], there)]
            )
            notes = ", ".join(["in part"] * is_part + [*where])
            label = visible(self._shelf.label(place))
            named.append((not is_part, f"{label} ({notes})" if notes else label))
        return [name for _, name in sorted(named, key=lambda one: one[0])]

    # Finding

    def on_input_changed(self, event: Input.Changed) -> None:
        """Goes to what has the words typed so far."""
        event.stop()
        self._finder.type(event.value)

    async def on_find_input_left(self, event: FindInput.Left) -> None:
        """Keeps what was typed, or goes back."""
        await self._finder.end_typing(keep=event.keep)

    # Keys

    def action_step(self, step: int) -> None:
        """The next (1) or previous (-1) sentence."""
        self.view.step(step)

    def action_boilerplate(self) -> None:
        """Shows boilerplate or folds it away."""
        self.view.fold(boilerplate=not self.view.boilerplate)

    def action_own(self, step: int) -> None:
        """The next (1) or previous (-1) sentence that no other article carries."""
        article, here = self._article, self.view.sentence
        if article is None or not self._carried:
            self.say("No other article has been compared with it yet.")
            return
        own = [
            i
            for i, sentence in enumerate(article.sentences)
            if sentence.role.compared and not self._count(i).told
        ]
        ahead = [i for i in own if (i - here) * step > 0] or own
        if ahead:
            self.view.go_to(min(ahead) if step > 0 else max(ahead))

    def action_page(self, halves: int) -> None:
        """Half pages down, or up for a negative number."""
        self.view.page(halves)

    def action_end(self, end: int) -> None:
        """The first (0) or the last (-1) sentence."""
        article = self._article
        if article is not None and article.sentences:
            self.view.go_to(0 if end == 0 else len(article.sentences) - 1)

    def action_other(self, step: int) -> None:
        """The next (1) or previous (-1) article of the list that has been read."""
        places = self._shelf.onward([self._place], step)
        listed = self._shelf.listed
        read = [p for p in places if listed[p] is not None and p not in self._gone]
        if read:
            bring(self, self._shelf, read[:1], partial(self._go_over, read[0]))

    def _go_over(self, place: int) -> None:
        """Shows another article instead; one that is gone is passed over next time."""
        if self._shelf.is_away(place):
            self._gone.add(place)
            say_gone(self, self._shelf, place)
            return
        self.workers.cancel_group(self, "carried")
        self._place, self._sentence = place, None
        self._open()

    def action_who(self) -> None:
        """Who carries the current sentence, and with which words."""
        from newsdiff.tui.article.carriers_screen import CarriersScreen, OtherArticle

        article, i = self._article, self.view.sentence
        if article is None or not is_compared(article, i) or not self._others:
            words = f"{NO_OTHER.capitalize()}." if not self._others else NOT_COMPARED
            self.say(words)
            return
        others = [
            OtherArticle(
                self._shelf.label(place), self._articles[place], self._carried[place][i]
            )
            for place in self._in_order()
        ]
        self.app.push_screen(CarriersScreen(article, i, others))

    def action_retry(self) -> None:
        """Compares again with those that could not be compared."""
        if self._failed:
            self._failed = set()
            self._go_on()
            self._write()
        else:
            self.say(NOTHING_FAILED)

    def action_desk(self) -> None:
        """Who says what, and when, in all articles of the story."""
        self.post_message(DeskWanted([self._place]))

    def action_claim(self) -> None:
        """Tests a claim against the story; the current sentence is one."""
        from newsdiff.tui.asking.claim_screen import ClaimScreen, claimable

        article = self._article
        if article is None:
            return

        def show(place: int, sentence: int) -> None:
            self.app.push_screen(ArticleScreen(self._shelf, place, sentence))

        places = self._shelf.around([self._place])
        words = claimable(article, self.view.sentence)
        self.app.push_screen(ClaimScreen(self._shelf, places, show, words))

    def action_close(self) -> None:
        """Ends the search; where there is none, back."""
        if not self._finder.end():
            self.app.pop_screen()
