"""How the quote desk says things, on the screen and in every export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.model import Article
from newsdiff.story.desk.naming import Sort, Who
from newsdiff.story.desk.quotations import QuoteRow, Wording
from newsdiff.story.desk.sources import SourceRow
from newsdiff.story.desk.ties import How
from newsdiff.story.desk.timeline import Placed, TimeRow, When
from newsdiff.wording.about import count, dated

MARKS: Final = "“”"
SORTS: Final = {
    Sort.PERSON: "People with a name",
    Sort.BODY: "Bodies and states",
    Sort.UNNAMED: "Without a name",
    Sort.OUTLET: "Other outlets and agencies",
}
PLACED: Final = {
    Placed.DAY: "By date",
    Placed.HOUR: "By the hour; the sentence names no day",
    Placed.OPEN: "Not placed: the article has no publication date",
}
NOTHING: Final = "None was found."
NOBODY: Final = "nobody is named"


def quotation_head(row: QuoteRow) -> tuple[str, str]:
    """Who is quoted, and in few words what the outlets make of it."""
    speaker = row.speaker
    who = named(speaker) if speaker else NOBODY
    more = []
    if row.disputed:
        more.append("another speaker")
    if row.retold:
        more.append("told in other words")
    elif row.drifts:
        more.append("words differ")
    quiet = len(row.outlets) - len(row.quoting)
    if quiet:
        more.append(f"{quiet} without quoting it")
    return who, " · ".join(more)


def named(who: Who) -> str:
    """A source, with "?" where no verb of saying names it."""
    return f"{who.name}?" if who.guessed else who.name


def beside(row: QuoteRow, wording: Wording) -> str:
    """Whom one outlet names, where the heading names another."""
    parts = []
    speaker, usual = wording.speaker, row.speaker
    if speaker is None and usual is not None:
        parts.append(NOBODY)
    elif speaker and usual and (speaker.name != usual.name or speaker.guessed):
        sign = "! " if wording.other_speaker else ""
        parts.append(f"{sign}{named(speaker)}")
    if wording.agency:
        parts.append(f"by way of {wording.agency.name}")
    return f"({', '.join(parts)})" if parts else ""


def counts_words(counts: tuple[int, int]) -> str:
    """How often a source is quoted and cited: "2+1", "2", "+1"."""
    quoted, cited = counts
    return f"{quoted or ''}{f'+{cited}' if cited else ''}"


def when_words(row: TimeRow) -> str:
    """The time that a thing is placed by; the article's words where there is none."""
    if row.resolved is None:
        return f"“{row.usual.words}”"
    return row.resolved.replace("T", " ").strip()


def wording_words(row: QuoteRow, wording: Wording, label: str) -> str:
    """The chosen wording: who says it, where."""
    where = f"{label}, sentence {wording.sentence + 1}"
    if wording.how is not How.QUOTED:
        return f"{where} tells it {wording.how.value}"
    speaker = wording.speaker
    if speaker is None:
        said = "says not whose words they are"
    elif speaker.guessed:
        said = f"quotes {speaker.name}, as it seems"
    else:
        said = f"quotes {speaker.name}"
    agency = f" by way of {wording.agency.name}" if wording.agency else ""
    other = ": another speaker than others name" if wording.other_speaker else ""
    alone = "; no other has it" if len(row.outlets) == 1 else ""
    return f"{where} {said}{agency}{other}{alone}"


def source_words(
    rows: Sequence[SourceRow], row: SourceRow, column: int, label: str
) -> str:
    """How often one article cites the chosen source, and how many have no name."""
    quoted, cited = row.counts(column)
    times = f"quoted {_times(quoted)}, cited {_times(cited)}"
    own = [(one, sum(one.counts(column))) for one in rows]
    total = sum(number for _, number in own)
    unnamed = sum(number for one, number in own if one.sort is Sort.UNNAMED)
    of = f"{count(total, 'citation')} in all, {unnamed} of them without a name"
    if not (quoted or cited):
        return f"{label} does not cite {row.name} · {of}"
    return f"{label}: {row.name} {times} · {of}"


def _times(number: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")


def time_words(row: TimeRow, column: int, label: str, article: Article | None) -> str:
    """What one article says of when a thing was, and how that was placed."""
    times = row.of(column)
    if not times:
        return f"{label} was not found to tell it"
    when = next((w for w in times if w.differs), times[0])
    where = f"{label}, sentence {when.sentence + 1}"
    if when.date is None:
        return f"{where}, probably tells it without a time"
    other = ", another time than others have" if when.differs else ""
    return f"{where}: “{when.date.words}”{other}{_placing(when, article)}"


def _placing(when: When, article: Article | None) -> str:
    """How a time was understood."""
    date = when.date
    if date is None or article is None:
        return ""
    published = dated(article)
    if date.resolved is None:
        return "; which day that is, no publication date tells"
    if date.resolved.startswith("T"):
        return "; the sentence names no day"
    if date.resolved in date.words or not published:
        return ""
    shown = date.resolved.replace("T", " ")
    return f" = {shown}, by publication date {published[:10]}"
