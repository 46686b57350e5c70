"""What a person says of the texts: P U C A - + B, and taken back with Ctrl-Z."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Final

from textual.message import Message

from newsdiff.corrections import (
    Saying,
    What,
    sentence_place,
)
from newsdiff.errors import CorrectionsError
from newsdiff.text.visible import visible
from newsdiff.tui.diff.chosen import (
    Subject,
    boilerplate_at,
    subject_of,
    subject_of_fact,
)
from newsdiff.tui.diff.fact_correcting import FactCorrecting
from newsdiff.tui.diff.pairing import Pairing
from newsdiff.wording.sayings import saying_words

if TYPE_CHECKING:
    from newsdiff.layout import Page
    from newsdiff.model import Article, Pair
    from newsdiff.tui.diff.folds import Folds
    from newsdiff.tui.diff.opening import Opening
    from newsdiff.tui.diff.screen import DiffScreen
    from newsdiff.tui.session.shelf import PairOf, Shelf

_GROUP: Final = "correct"
"""The group of the workers; none of them is cancelled: each keeps what was said."""


class Correcting:
    """Keeps what a person says, away from the screen, and then shows it.

    Args:
        screen: Where the texts are.
        opening: Which pair is on the screen.
        shelf: The articles.
        folds: What `B` does where there is no boilerplate.
        enter: What Enter does where nothing waits.
    """

    class Kept(Message):
        """Something was said and kept, and this is what the pair looks like now."""

        def __init__(self, pair: PairOf, page: Page, remark: str) -> None:
            super().__init__()
            self.pair = pair
            self.page = page
            self.remark = remark

    class Recast(Message):
        """Other lines of articles are compared now: the pair is to be opened again."""

        def __init__(self, pair: PairOf, articles: Pair[Article], remark: str) -> None:
            super().__init__()
            self.pair = pair
            self.articles = articles
            self.remark = remark

    class Failed(Message):
        """Something could not be kept."""

        def __init__(self, problem: str) -> None:
            super().__init__()
            self.problem = problem

    def __init__(
        self,
        screen: DiffScreen,
        opening: Opening,
        shelf: Shelf,
        folds: Folds,
        enter: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._enter = enter
        self._opening = opening
        self._shelf = shelf
        self._folds = folds
        self._one_by_one = Lock()
        self._remark = ""
        self._shown_at: int | None = None
        """The row from which boilerplate was shown: there `B` only hides it again."""
        self._pairing = Pairing(self, screen)
        self._facts = FactCorrecting(self, screen)
        self.action_part_fact = self._facts.part
        self.action_join_fact = self._facts.join
        self.action_join_here = self._facts.join_here

    # What waits for its other half

    @property
    def waiting(self) -> str:
        """What waits for its partner, for the status line; empty for nothing."""
        return self._facts.waiting or self._pairing.waiting

    def drop(self) -> bool:
        """Lets go of what waits; whether there was anything."""
        waited = bool(self.waiting)
        self.forget()
        if waited:
            self._screen.remark("nothing is taken")
        return waited

    def forget(self) -> None:
        """Other texts are shown: nothing of these is taken."""
        self._pairing.forget()
        self._facts.forget()

    def move(self) -> None:
        """The reader has moved."""
        self._pairing.move()
        if self._shown_at != self._screen.view.row:
            self._shown_at = None

    # Keys of the texts

    def action_pair_up(self) -> None:
        """Takes a sentence; on another row, pairs it with the one there."""
        if (page := self._page()) is not None:
            self._pairing.pair_up(page)

    def action_part(self) -> None:
        """Parts the sentences that are paired in the current row, or lead out of it."""
        if (page := self._page()) is not None:
            self._pairing.part(page)

    def action_enter(self) -> None:
        """Does what waits for its other half; else what Enter does on a line."""
        page = self._page()
        waits = page is not None and self._screen.view.at_item is None
        if not (
            waits and page and (self._facts.finish() or self._pairing.finish(page))
        ):
            self._enter()

    def action_check(self) -> None:
        """What is current was looked at and is right; or was not, after all."""
        subject = self._subject()
        if subject is not None:
            checked = not subject.said.checked
            self.say([Saying(what=What.CHECKED, place=subject.place, holds=checked)])

    def action_annotate(self) -> None:
        """Asks for a note on what is current."""
        from newsdiff.tui.diff.note_screen import NoteScreen

        subject = self._subject()
        if subject is None:
            return
        place, before = subject.place, subject.said.note

        def keep(words: str | None) -> None:
            if words is not None and words != before:
                note = Saying(
                    what=What.NOTED, place=place, holds=bool(words), words=words
                )
                self.say([note])

        self._screen.app.push_screen(NoteScreen(subject.name, before), keep)

    def _subject(self) -> Subject | None:
        """What a check or a note is of: the fact in the panel, else the row."""
        page = self._page()
        if page is None:
            return None
        if self._facts.in_panel:
            fact = self._facts.current
            return subject_of_fact(fact) if fact else None
        subject = subject_of(page.comparison, page.rows[self._screen.view.row])
        if subject is None:
            self._screen.remark("open the fold or go to a sentence for that")
        return subject

    def action_boilerplate(self) -> None:
        """On a line of boilerplate: into the comparison or out; else shows or folds."""
        page = self._page()
        row = page.rows[self._screen.view.row] if page else None
        line = boilerplate_at(page.comparison, row) if page and row else None
        just_shown = self._shown_at == self._screen.view.row
        if page is None or line is None or just_shown:
            self._folds.action_boilerplate()
            shown = self._screen.choices.boilerplate
            self._shown_at = self._screen.view.row if shown else None
            if shown and line is None and self._folds.has_boilerplate:
                key = self._screen.key_to("diff.boilerplate")
                words = f"boilerplate shown; {key} on a line of it compares that line"
                self._screen.remark(words)
            return
        side, number = line
        article = page.comparison.articles[side]
        sentence = article.sentences[number]
        back = Saying(
            what=What.COMPARED,
            place=sentence_place(article, side, number),
            holds=not sentence.role.compared,
            words=sentence.rule or "",
        )
        self.say([back])

    def action_undo(self) -> None:
        """Takes back what was said last of this pair."""
        self._turn("undo")

    def action_redo(self) -> None:
        """Says again what was taken back last."""
        self._turn("redo")

    # Keeping

    def _page(self) -> Page | None:
        """What is on the screen, if it is what was asked for."""
        page, opening = self._screen.view.page, self._opening
        there = page is not None and page.rows and opening.shown == opening.pair
        return page if there else None

    def say(self, sayings: Sequence[Saying]) -> None:
        """Keeps some sayings, all that one key says."""
        corrections = self._screen.engine.corrections

        def keep(articles: Pair[Article]) -> tuple[str, Sequence[Saying]]:
            corrections.say(articles, sayings)
            return "", sayings

        self._work(keep)

    def _turn(self, way: str) -> None:
        corrections = self._screen.engine.corrections
        turn = corrections.undo if way == "undo" else corrections.redo

        def keep(articles: Pair[Article]) -> tuple[str, Sequence[Saying]]:
            return ("taken back: " if way == "undo" else "again: "), turn(articles)

        self._work(keep)

    def _work(
        self, keep: Callable[[Pair[Article]], tuple[str, Sequence[Saying]]]
    ) -> None:
        page, pair = self._page(), self._opening.shown
        if page is None or pair is None:
            return
        self._screen.hush()
        work = partial(self._keep, pair, page, keep)
        self._screen.run_worker(work, "_keep", group=_GROUP, thread=True)

    def _keep(
        self,
        pair: PairOf,
        page: Page,
        keep: Callable[[Pair[Article]], tuple[str, Sequence[Saying]]],
    ) -> None:
        """Keeps what was said and works out what follows, off the screen's thread."""
        from newsdiff.layout import lay_out

        screen, articles = self._screen, page.comparison.articles
        corrections = screen.engine.corrections
        with self._one_by_one:
            try:
                before, said = keep(articles)
            except CorrectionsError as error:
                screen.post_message(self.Failed(str(error)))
                return
            if not said:
                screen.post_message(self.Failed("nothing more since newsdiff began"))
                return
            kept = "saved" if corrections.is_kept else "kept until you quit"
            if not before:
                kept += f", {screen.key_to('diff.undo')} undoes"
            words = "; ".join(saying_words(page.comparison, one) for one in said)
            remark = f"{before}{words} · {kept}"
            if any(one.what is What.COMPARED for one in said):
                wanted = articles.map(corrections.as_wanted)
                screen.post_message(self.Recast(pair, wanted, remark))
            else:
                made = corrections.corrected(page.comparison)
                laid_out = lay_out(made, page.options)
                screen.post_message(self.Kept(pair, laid_out, remark))

    def take(self, event: Kept) -> bool:
        """Keeps what came of it; whether it is of the pair on the screen."""
        self._shelf.renew(event.pair, event.page)
        return event.pair == self._opening.shown == self._opening.pair

    def list_facts(self, page: Page, labels: Pair[str]) -> None:
        """Lists the facts of the same texts anew, the current line in its place."""
        panel = self._screen.panel
        at = panel.facts.highlighted
        panel.show(page, labels)
        if at is not None:
            panel.facts.return_to(at)

    def tell(self, remark: str) -> None:
        """Says what came of it, and once what is wrong with the file."""
        self._screen.remark(visible(remark))
        if problem := self._screen.engine.take_problem():
            self._screen.say(problem, warning=True)

    def finish_fact(self) -> bool:
        """In the panel: joins the fact that was taken; whether there was one."""
        return self._facts.finish()

    def take_remark(self) -> str:
        """What came of lines that are compared now, once that is on the screen."""
        remark, self._remark = self._remark, ""
        return remark

    def recast(self, event: Recast) -> None:
        """Puts articles on the shelf some of whose lines are compared now, or not."""
        self._remark = visible(event.remark)
        for place, article in zip(event.pair, event.articles, strict=True):
            if not self._shelf.has([(place, article)]):
                self._shelf.put(place, self._shelf.sources[place], article)
