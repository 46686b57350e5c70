"""What docs/architecture.md says of the rooms, and of one sentence's way, is so."""

from __future__ import annotations

import re
from pathlib import Path

from newsdiff import compare, rows_of
from newsdiff.comparing import Mark
from newsdiff.gathering import sample_sources
from newsdiff.mentions import mentions_of
from newsdiff.model import Absence, Kind
from newsdiff.reading import parse
from newsdiff.wording.blocks import percent

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
PACKAGE = ROOT / "newsdiff"


def test_the_sentence_that_is_followed_goes_that_way() -> None:
    articles = {article.label: article for article in map(parse, sample_sources())}
    a, b = articles["Gulf daily"], articles["World service"]
    sentence = a.sentences[18]
    assert f"*{a.words_of(18)}*" in PAGE
    start, end, number = sentence.start, sentence.end, sentence.paragraph
    assert f"start={start}, end={end}, role=body, paragraph={number}" in PAGE
    named = [m for m in mentions_of(a) if m.sentence == 18]
    assert [m.key for m in named if f"`{m.key}`" in PAGE] == [
        "place:pier 33",
        "place:RU",
    ]
    comparison = compare(a, b)
    nearest = comparison.nearest.a[18]
    assert nearest is not None
    assert f"about naval exercises, with {percent(nearest.score)}" in PAGE
    assert f"the {b.sentence_count} compared sentences of the other article" in PAGE
    stated = [
        (fact.kind, fact.absence)
        for fact in comparison.facts
        if fact.status.side and any(start <= s.start < end for s in fact.spans.a)
    ]
    assert (Kind.CLAIM, Absence.MEANING) in stated
    assert (Kind.PLACE, Absence.STRING) in stated
    rows = [r for r in rows_of(comparison) if 18 in r.sentences.a]
    assert [r.mark for r in rows] == [Mark.ONLY_A]


def test_every_room_is_in_the_table_and_nothing_else() -> None:
    table = PAGE.partition("## The rooms")[2].partition("## Decisions")[0]
    cells = [
        line.split("|")[1] for line in table.splitlines() if line.startswith("| `")
    ]
    named = set(re.findall(r"`([\w.]+)/?`", " ".join(cells)))
    rooms = {
        path.name
        for path in PACKAGE.iterdir()
        if path.name not in ("__init__.py", "__main__.py", "__pycache__", "py.typed")
    }
    assert named == rooms
