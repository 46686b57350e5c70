"""Testing a claim: which articles of a story state it, tell it otherwise, or neither.

They are looked through one after another, away from the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Final
from unicodedata import normalize

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from newsdiff.cancellation import CancelledWorkError
from newsdiff.log import note_failure
from newsdiff.model import Article
from newsdiff.text.visible import visible
from newsdiff.tui.asking.findings import Finding, FindingsList
from newsdiff.tui.keys import table as keys
from newsdiff.tui.session.jobs import read_one, unless_cancelled
from newsdiff.tui.shared.find_bar import FindInput
from newsdiff.tui.shared.key_bar import KeyBar
from newsdiff.tui.shared.screen import NewsScreen, TooSmall, both_ends, plain
from newsdiff.wording.about import count

if TYPE_CHECKING:
    from newsdiff.reading import Source
    from newsdiff.tui.session.shelf import Shelf

_HINT: Final = "Type a short sentence: Enter looks for it in {}, Esc goes back."
_OVER: Final = "Type over it, or press → to change it: Enter looks for it in {}."
_BEFORE: Final = "Numbers, dates, names, denials and speaker are checked."
_STOPPED: Final = "stopped"


class ClaimInput(FindInput):
    """Its keys are named in the key bar, which stays in sight."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.CLAIM[2].bindings]


class ClaimScreen(NewsScreen):
    """A line to type in, and below it what each article has of the claim.

    Args:
        shelf: The articles.
        places: Those that are looked through, in this order.
        words: What stands in the line at first.
        opens: What Enter does with an article and the sentence found in it.
    """

    CSS_PATH = "claim_screen.tcss"
    HELP = (
        "A claim is looked for in every article of the story: which states it, which "
        "tells it with another value or the other way round, and in which no sentence "
        "was found to say it. That is probable, never certain."
    )
    SECTIONS = keys.CLAIM
    BINDINGS: ClassVar[list[BindingType]] = [*keys.CLAIM[0].bindings]

    class Found(Message):
        """One more article has been looked through."""

        def __init__(self, claim: str, finding: Finding) -> None:
            super().__init__()
            self.claim = claim
            self.finding = finding

    class Missed(Message):
        """Some articles could not be looked through, in a sentence."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(
        self,
        shelf: Shelf,
        places: Sequence[int],
        opens: Callable[[int, int], None],
        words: str = "",
    ) -> None:
        super().__init__()
        self._shelf = shelf
        self._places = tuple(places)
        self._opens = opens
        self._words = " ".join(words.split())
        self._claim = ""
        """What is looked for; empty before anything was."""
        self._said = ""
        """What was to be said of the work in the background: that it was stopped."""

    def compose(self) -> ComposeResult:
        """What it is, the line, what was found in all, what in each, the keys."""
        yield TooSmall()
        yield Static(classes="bar", id="title")
        with Horizontal(id="claim"):
            yield Static(Content("› "), classes="sign")
            yield ClaimInput(self._words, compact=True, select_on_focus=False)
        yield Static(id="summary")
        yield FindingsList()
        yield Static(classes="status", id="note")
        yield KeyBar()

    def on_mount(self) -> None:
        """The line is typed in at once, over what stands there at first."""
        self._line.focus()
        self._line.select_all()
        self._write()

    def on_resize(self) -> None:
        """Writes for the new width."""
        self._write()

    @property
    def _line(self) -> ClaimInput:
        return self.query_one(ClaimInput)

    @property
    def _list(self) -> FindingsList:
        return self.query_one(FindingsList)

    @property
    def _is_looking(self) -> bool:
        return any(w.group == "claim" and not w.is_finished for w in self.workers)

    # What is written

    def _write(self) -> None:
        from newsdiff.wording.claims import LIMIT, tell_summary

        width = self.app.size.width - 2
        if width < 1:
            return
        done, number = len(self._list.findings), len(self._places)
        left = Content.assemble(("Claim", "bold"), f"   {count(number, 'article')}")
        right = self._said
        if self._claim and done < number and not right:
            right = f"{done} of {number} looked through"
        line = both_ends(left, Content(right), width)
        self.query_one("#title", Static).update(line, layout=False)
        hint = _OVER if self._words else _HINT
        summary, note = hint.format(count(number, "article")), _BEFORE
        if self._claim:
            summary = tell_summary(f.found for f in self._list.findings)
            note = LIMIT
        elif self._said:
            summary = self._said
        self.query_one("#summary", Static).update(plain(summary))
        shown = Content(note).truncate(width, ellipsis=True)
        self.query_one("#note", Static).update(shown, layout=False)

    # Typing

    def on_find_input_left(self, event: FindInput.Left) -> None:
        """Enter looks for what was typed; Esc leaves it as it was, or goes back."""
        event.stop()
        if event.keep:
            self._ask(normalize("NFC", " ".join(self._line.value.split())))
        elif self._claim:
            self._line.value = self._claim
            self._list.focus()
        else:
            self.app.pop_screen()

    def _ask(self, claim: str) -> None:
        from newsdiff.wording.claims import what_is_wrong

        if not claim:
            return
        if wrong := what_is_wrong(claim):
            self.say(wrong, warning=True)
            return
        self._claim, self._said = claim, ""
        self._list.clear()
        self._list.focus()
        self._look(claim)
        self._write()

    # Looking

    def _look(self, claim: str) -> None:
        kept = {place: self._shelf.articles.kept(place) for place in self._places}
        sources = {place: self._shelf.sources[place] for place in self._places}
        labels = {place: self._shelf.label(place) for place in self._places}
        self._work(claim, kept, sources, labels)

    @work(thread=True, exclusive=True, exit_on_error=False, group="claim")
    def _work(
        self,
        claim: str,
        kept: dict[int, Article | None],
        sources: dict[int, Source],
        labels: dict[int, str],
    ) -> None:
        """Looks through one article after another; one that fails ends no other."""

        def look(place: int, article: Article | None) -> Finding:
            text = article or read_one(self.engine, sources[place], labels[place])
            found = self.engine.find_claim(text, claim)
            return Finding(place, labels[place], text, found)

        def work() -> bool:
            missed: list[str] = []
            for place, article in kept.items():
                try:
                    self.post_message(self.Found(claim, look(place, article)))
                except CancelledWorkError:
                    raise
                except Exception as problem:
                    note_failure(f"looking through {labels[place]}", problem)
                    missed.append(f"{labels[place]}: {problem}")
                    if len(missed) == len(kept):
                        raise
            if missed:
                self.post_message(self.Missed(_missed_words(missed)))
            return True

        unless_cancelled(work)

    def on_claim_screen_missed(self, event: Missed) -> None:
        """Says which were not looked through."""
        self.say(event.words, warning=True)

    def on_claim_screen_found(self, event: Found) -> None:
        """Lists it, unless another claim has been asked for since."""
        if event.claim == self._claim and not self._said:
            self._list.add(event.finding)
            self._write()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What could not be looked through is said; so is why words alone decide."""
        if event.state is WorkerState.ERROR:
            self._said = _STOPPED
            self.say(f"The claim could not be looked for: {event.worker.error}")
            self._write()
        elif event.state is WorkerState.SUCCESS:
            articles = [one.article for one in self._list.findings]
            for sentence in self.engine.problems_of(*articles, claim=self._claim):
                self.say(visible(sentence))

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While words are typed, no key means anything else."""
        if action in ("edit", "select", "close"):
            return not self._line.has_focus
        return super().check_action(action, parameters)

    def action_edit(self) -> None:
        """Back to the line, its words as they are."""
        self._line.focus()

    def action_select(self) -> None:
        """Goes to the sentence of the highlighted article."""
        finding = self._list.here
        if finding is None:
            return
        if finding.sentence is None:
            self.say(f"{finding.label} has no sentence to go to.")
        else:
            self._opens(finding.place, finding.sentence)

    def on_option_list_option_selected(self) -> None:
        """A click on an article goes there too."""
        if self.is_active:
            self.action_select()

    def action_close(self) -> None:
        """Stops looking; else goes back."""
        if self._is_looking:
            self.workers.cancel_group(self, "claim")
            self._said = _STOPPED
            self._write()
        else:
            self.app.pop_screen()


def _missed_words(missed: Sequence[str]) -> str:
    """That some were not looked through, and why the first of them."""
    first, number = missed[0], count(len(missed), "article")
    return f"{number} could not be looked through ({first})"


def claimable(article: Article, sentence: int) -> str:
    """A sentence as a claim to begin with; empty where it is none of the story."""
    sentences = article.sentences
    if sentence >= len(sentences) or not sentences[sentence].role.compared:
        return ""
    words = article.words_of(sentence)
    return words if any(map(str.isalnum, words)) else ""
