"""What a person says of the texts: each key, what it shows, and that it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsdiff.corrections import Corrections
from newsdiff.engine import Engine
from newsdiff.model import Article, Comparison, Fact, Kind, Pair, Side, Status
from newsdiff.said import Origin, Said
from newsdiff.tui.diff.view import DiffView
from tests.story.invented import articles
from tests.tui.handmade import HandMade
from tests.tui.pressing import presses

Opened = Callable[..., AbstractAsyncContextManager[Any]]
Golden = Callable[[str, str], None]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "corrections.sqlite"


@pytest.fixture
def engine(bridge: Comparison, file: Path) -> HandMade:
    made = HandMade(bridge)
    made.corrections = Corrections(file)
    return made


def view_of(reader: Any) -> DiffView:
    view: DiffView = reader.app.screen.query_one(DiffView)
    return view


def shown(reader: Any) -> Comparison:
    page = view_of(reader).page
    assert page is not None
    return page.comparison


def status(reader: Any) -> str:
    return str(reader.lines[-2].strip())


async def go_to(reader: Any, side: Side, number: int) -> None:
    """The row of a sentence by its number, as the screen counts."""
    view_of(reader).go_to_place(side, number - 1)
    await reader.settle()


def links(comparison: Comparison) -> set[tuple[int, int]]:
    return {(link.a + 1, link.b + 1) for link in comparison.links}


# Pairing and parting


@presses("diff.pair-up")
async def test_two_sentences_are_paired(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        await go_to(reader, Side.A, 5)
        await reader.press("P")
        assert "A 5 taken: P or Enter on the other side, Esc drops it" in status(reader)
        await go_to(reader, Side.B, 13)
        await reader.press("P")
        assert "paired A 5 and B 13 · saved, Ctrl-Z undoes" in status(reader)
        link = shown(reader).links[0]
        assert (link.a, link.b, link.origin) == (4, 12, Origin.PERSON)
        assert "paired by hand" in reader.text
    async with opened() as reader:  # from the file, after an end
        await reader.press("enter")
        assert (5, 13) in links(shown(reader))


async def test_p_again_takes_the_next_sentence_of_the_row_and_then_none(
    opened: Opened,
) -> None:
    async with opened() as reader:
        await reader.press("enter")
        await go_to(reader, Side.A, 3)
        await reader.press("P")
        assert "A 3 taken" in status(reader)
        await reader.press("P")
        assert "B 6 taken" in status(reader)
        await reader.press("P")
        assert "nothing is taken" in status(reader)
        await reader.press("P", "j")
        assert "A 3 taken" in status(reader)
        await reader.press("escape")
        assert "nothing is taken" in status(reader)
        assert shown(reader).found is None


@presses("diff.pair-up", "diff.enter")
@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 36), (200, 50)])
async def test_enter_on_the_other_sentence_pairs_it_too(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with opened(size=size) as reader:
        await reader.press("enter")
        await go_to(reader, Side.A, 5)
        await reader.press("P")
        assert "A 5 taken: P or Enter on the other side, Esc drops it" in status(reader)
        await reader.press("enter")
        assert "this is A 5 itself: go to a sentence of B" in status(reader)
        await go_to(reader, Side.B, 13)
        await reader.press("enter")
        assert "paired A 5 and B 13" in status(reader)
        assert (5, 13) in links(shown(reader))
        await reader.press("ctrl+z", "P", "escape")
        assert "nothing is taken" in status(reader)
        before = links(shown(reader))
        await reader.press("enter")  # leads elsewhere again
        assert links(shown(reader)) == before


async def test_a_pair_needs_a_sentence_of_either_article(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        await go_to(reader, Side.A, 5)
        await reader.press("P")
        await go_to(reader, Side.A, 6)
        view = view_of(reader)
        assert view.page is not None
        if view.page.rows[view.row].sentences.b:
            await go_to(reader, Side.A, 11)
        await reader.press("P")
        assert "no compared sentence of B is here" in status(reader)


async def test_what_newsdiff_paired_is_not_paired_again(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        await go_to(reader, Side.A, 4)
        await reader.press("P")
        correcting = reader.app.screen._correcting
        correcting._pairing.pair(shown(reader), Pair(3, 6))
        await reader.settle()
        assert "newsdiff pairs them too: C marks it checked" in status(reader)


@presses("diff.part", "diff.enter", "diff.undo")
@pytest.mark.parametrize("size", [(60, 15), (120, 36)])
async def test_of_several_links_one_is_parted(
    opened: Opened, engine: HandMade, bridge: Comparison, size: tuple[int, int]
) -> None:
    best = next(link for link in bridge.links if (link.a, link.b) == (3, 6))
    second = replace(best, b=7, score=best.score - 0.001)
    engine.put(replace(bridge, links=(*bridge.links, second)))
    async with opened(size=size) as reader:
        await reader.press("enter")
        await go_to(reader, Side.A, 4)
        before = links(shown(reader))
        assert {(4, 7), (4, 8)} <= before
        await reader.press("U")
        assert "Enter parts A 4 and B 7 (1 of 2), U the next, Esc none" in status(
            reader
        )
        await reader.press("U")
        assert "Enter parts A 4 and B 8 (2 of 2)" in status(reader)
        await reader.press("U")
        assert "(1 of 2)" in status(reader)
        await reader.press("escape")
        assert links(shown(reader)) == before
        await reader.press("U", "U", "enter")
        assert "parted A 4 and B 8" in status(reader)
        assert links(shown(reader)) == before - {(4, 8)}
        await reader.press("ctrl+z")
        assert links(shown(reader)) == before
        await reader.press("U", "j", "g")
        assert "Enter parts" not in status(reader)


@presses("diff.part", "diff.undo", "diff.redo")
async def test_a_pair_is_parted_and_that_is_undone_and_redone(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        before = links(shown(reader))
        text = reader.text
        await go_to(reader, Side.A, 4)
        at_first = reader.text
        await reader.press("U")
        assert "parted A 4 and B 7 · saved, Ctrl-Z undoes" in status(reader)
        assert links(shown(reader)) == before - {(4, 7)}
        assert "parted by hand from B 7" in reader.text
        await reader.press("ctrl+z")
        assert "taken back: parted A 4 and B 7 · saved" in status(reader)
        assert links(shown(reader)) == before
        assert reader.text.splitlines()[:-2] == at_first.splitlines()[:-2]
        await reader.press("ctrl+y")
        assert "again: parted A 4 and B 7" in status(reader)
        assert links(shown(reader)) == before - {(4, 7)}
        await reader.press("ctrl+z", "ctrl+z")
        assert "nothing more since newsdiff began" in status(reader)
        assert text  # the screen was there all along


async def test_where_nothing_is_paired_nothing_is_parted(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        await go_to(reader, Side.B, 13)
        await reader.press("U")
        assert "nothing is paired here" in status(reader)


# Checks and notes


@presses("diff.checked")
async def test_a_row_is_checked_and_not_any_more(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        await go_to(reader, Side.A, 3)
        await reader.press("C")
        assert "checked: A 3 and B 6 · saved, Ctrl-Z undoes" in status(reader)
        line = reader.lines[reader.line_of("Police closed")]
        assert "✓=" in line
        await reader.press("C")
        assert "not checked: A 3 and B 6 · saved, Ctrl-Z undoes" in status(reader)
        assert "✓=" not in reader.text


@presses("diff.note", "note.cancel")
async def test_a_note_is_typed_changed_and_removed(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        await go_to(reader, Side.B, 13)
        await reader.press("A")
        assert "Note on B 13" in reader.text
        await reader.press(*"ask[b]", "enter")
        assert "note on B 13 · saved, Ctrl-Z undoes" in status(reader)
        assert "note: ask[b]" in reader.text
        await reader.press("A", "backspace", "escape")
        assert "note: ask[b]" in reader.text
        await reader.press("A", *["backspace"] * 6, "enter")
        assert "no note on B 13 · saved, Ctrl-Z undoes" in status(reader)
        assert "note: " not in reader.text


# Facts


async def to_fact(reader: Any, words: str) -> None:
    panel = reader.app.screen.panel
    if not panel._shown.trivial:
        await reader.press("z")
    for at, fact in enumerate(panel._facts):
        if isinstance(fact, Fact) and words in (
            *(value or "" for value in fact.value),
        ):
            panel.facts.go_to(at)
            break
    await reader.settle()


@presses("facts.part", "facts.join")
async def test_a_conflict_is_no_conflict_and_two_facts(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "i")
        await to_fact(reader, "4,000")
        await reader.press("minus")
        assert (
            "not the same fact: “4,000” and “6,000” · saved, Ctrl-Z undoes"
            in status(reader)
        )
        own = [f for f in shown(reader).facts if f.origin is Origin.PERSON]
        assert [(f.status, f.value.a or f.value.b) for f in own] == [
            (Status.ONLY_A, "4,000"),
            (Status.ONLY_B, "6,000"),
        ]
        await reader.press("ctrl+z")
        assert shown(reader).found is None
        await to_fact(reader, "4,000")
        await reader.press("plus")
        assert "the same fact, no other value: “4,000” and “6,000”" in status(reader)
        (one,) = [f for f in shown(reader).facts if f.origin is Origin.PERSON]
        assert one.status is Status.BOTH


async def test_two_facts_are_one(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "i")
        await to_fact(reader, "Pier 33")
        await reader.press("plus")
        assert "“Pier 33” taken: + or Enter where B tells it" in status(reader)
        await to_fact(reader, "Norway")
        await reader.press("plus")
        assert "the same fact: “Pier 33” and “Norway” · saved, Ctrl-Z undoes" in status(
            reader
        )
        (own,) = [f for f in shown(reader).facts if f.origin is Origin.PERSON]
        assert own.value == Pair("Pier 33", "Norway")
        assert "told by both, as you say: 1 fact" in reader.text
        assert "+ A: Pier 33" in reader.text


@presses("diff.join")
async def test_a_sentence_tells_the_fact_that_was_taken(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "plus")
        assert "no fact is taken: + in the facts panel (i)" in status(reader)
        await reader.press("i")
        await to_fact(reader, "Norway")
        await reader.press("plus", "tab")
        await go_to(reader, Side.B, 13)
        await reader.press("plus")
        assert "no compared sentence of A is here: go to one" in status(reader)
        await go_to(reader, Side.A, 11)
        await reader.press("plus")
        assert "the same fact: “The bridge in May. (Harbour Po…” and “Norway”" in (
            status(reader)
        )
        (own,) = [f for f in shown(reader).facts if f.origin is Origin.PERSON]
        assert (own.status, own.kind) == (Status.BOTH, Kind.PLACE)


@presses("facts.checked", "facts.note")
async def test_a_fact_is_checked_and_noted(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "i")
        await to_fact(reader, "Norway")
        await reader.press("C")
        assert "checked: “Norway” · saved, Ctrl-Z undoes" in status(reader)
        await reader.press("A", *"who", "enter")
        assert "note on “Norway” · saved, Ctrl-Z undoes" in status(reader)
        fact = next(f for f in shown(reader).facts if f.value.b == "Norway")
        assert fact.said == Said(checked=True, note="who")
        assert "✓ diver from Norway" in reader.text
        assert "note: who)" in reader.text


# Boilerplate


async def test_a_line_of_boilerplate_is_compared_and_is_not(
    opened: Opened, four: list[Article]
) -> None:
    radio, wire = four[2], four[3]
    page = "Subscribe to our newsletter"
    from newsdiff.reading import read_text

    with_line = read_text(f"{radio.text}\n{page}\n", source="r.txt", label="Radio")
    other = read_text(f"{wire.text}\n{page}\n", source="w.txt", label="Wire")
    number = len(with_line.sentences)
    rule = with_line.sentences[-1].rule
    assert rule
    async with opened([with_line, other]) as reader:
        await reader.press("enter", "B")
        assert "boilerplate shown" in status(reader)
        await go_to(reader, Side.A, number)
        await reader.press("B")
        assert f"A {number} is compared (rule “{rule}”) · saved" in status(reader)
        sentence = shown(reader).articles.a.sentences[-1]
        assert sentence.role.compared
        assert "compared by hand: boilerplate by the rule" in reader.text
        await reader.press("B")
        assert f"A {number} is boilerplate again" in status(reader)
        assert not shown(reader).articles.a.sentences[-1].role.compared
        await reader.press("ctrl+z")
        assert shown(reader).articles.a.sentences[-1].role.compared
    async with opened([with_line, other]) as reader:
        await reader.press("enter")
        read = reader.app.engine.corrections.as_wanted(with_line)
        assert read.sentences[-1].role.compared


async def test_b_twice_shows_boilerplate_and_hides_it_and_compares_nothing(
    opened: Opened,
) -> None:
    async with opened() as reader:
        await reader.press("enter")
        before = reader.text
        await reader.press("B")
        assert "boilerplate shown; B on a line of it compares that" in status(reader)
        await reader.press("B")
        assert "boilerplate hidden" in status(reader)
        assert reader.text.splitlines()[:-2] == before.splitlines()[:-2]
        await reader.press("B")
        await go_to(reader, Side.A, 6)
        await go_to(reader, Side.A, 1)
        await reader.press("B")
        assert "is compared (rule “by-hand”)" in status(reader)


# What stands in the way


@pytest.fixture
def spoilt(file: Path) -> Iterator[None]:
    """A file that is none; it is left as it is."""
    file.parent.mkdir()
    file.write_bytes(b"this is no database " * 400)
    before = file.read_bytes()
    yield
    assert file.read_bytes() == before


@pytest.mark.usefixtures("spoilt")
async def test_a_damaged_file_is_said_once_and_left_alone(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        await go_to(reader, Side.A, 4)
        await reader.press("U")
        assert "parted A 4 and B 7 · kept until you quit" in status(reader)
        assert [t for t in reader.toasts if "damaged" in t] != []
        await reader.press("C", "ctrl+z")
        assert len([t for t in reader.toasts if "damaged" in t]) == 1


# The whole screen


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 36), (200, 50)])
async def test_what_was_said_is_seen(
    opened: Opened, golden: Golden, size: tuple[int, int]
) -> None:
    async with opened(size=size) as reader:
        await reader.press("enter")
        await go_to(reader, Side.A, 5)
        await reader.press("P")
        await go_to(reader, Side.B, 13)
        await reader.press("P", "A", *"call the harbour", "enter")
        await go_to(reader, Side.A, 4)
        await reader.press("C")
        await go_to(reader, Side.A, 5)
        golden(f"tui/by-hand-{size[0]}x{size[1]}.txt", reader.text)
        await reader.press("A")
        golden(f"tui/note-{size[0]}x{size[1]}.txt", reader.text)


@pytest.mark.parametrize("over", ["Q", "S"])
async def test_a_pair_below_other_screens_is_shown_as_corrected_there(
    tmp_path: Path, opened: Opened, over: str
) -> None:
    engine = Engine("words", corrections=tmp_path / "c.sqlite")
    async with opened(articles()[:2], engine=engine) as reader:
        await reader.press("enter", "right_square_bracket", "right_square_bracket")
        before = shown(reader)
        row = view_of(reader).row
        await reader.press(over, "enter")
        await go_to(reader, Side.A, shown(reader).links[0].a + 1)
        await reader.press("U")
        assert shown(reader).parted
        await reader.press("q", "q")
        assert shown(reader).parted
        assert shown(reader) is not before
        assert view_of(reader).row == row
