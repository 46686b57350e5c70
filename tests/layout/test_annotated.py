"""One article with the number of others that carry each sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.layout import Tone
from newsdiff.layout.annotated import AnnotatedPage, shade_of
from newsdiff.model import Comparison
from newsdiff.story.coverage import Count
from newsdiff.text.cells import cells


def shown(page: AnnotatedPage, count: Count) -> list[str]:
    lines = (page.line(y, lambda _: count)[0] for y in range(page.height))
    return ["".join(run.text for run in line) for line in lines]


@pytest.mark.parametrize(
    ("count", "shade"),
    [
        (Count(0, 2, 4), 0),
        (Count(1, 0, 4), 1),
        (Count(3, 0, 4), 3),
        (Count(4, 0, 4), 4),
        (Count(1, 0, 29), 1),
        (Count(1, 0, 1), 4),
        (Count(0, 0, 0), 0),
    ],
)
def test_shades(count: Count, shade: int) -> None:
    assert shade_of(count) == shade


def test_the_gutter_reads_without_colour(bridge: Comparison) -> None:
    lines = shown(AnnotatedPage(bridge.articles.a, 4, 100), Count(3, 1, 4))
    first = next(line for line in lines if "Police closed" in line)
    assert first.split("Police")[0].strip() == "3/4~▓"
    page = next(line for line in lines if "Leave a comment" in line)
    assert page.split("Leave")[0].strip() == ""


def test_boilerplate_has_no_number_and_no_shade(bridge: Comparison) -> None:
    page = AnnotatedPage(bridge.articles.a, 4, 100)
    line, shade = page.line(page.top(0), lambda _: Count(4, 0, 4))
    assert shade == 0
    assert [run.tone for run in line if run.text.strip()] == [Tone.DIM]


def test_before_anything_is_compared_there_are_no_numbers(bridge: Comparison) -> None:
    lines = shown(AnnotatedPage(bridge.articles.a, 4, 100), Count(0, 0, 0))
    assert not any("/" in line.split("Police")[0] for line in lines if "Police" in line)


def test_a_line_stands_for_a_stretch_of_boilerplate(bridge: Comparison) -> None:
    page = AnnotatedPage(bridge.articles.b, 4, 100, boilerplate=False)
    lines = [line.strip() for line in shown(page, Count(0, 0, 0))]
    assert lines[:3] == ["⋯ 3 lines of boilerplate", "", "LUNEHAVEN, 3 May"]
    assert [page.shown(i) for i in range(4)] == [0, 0, 0, 3]
    assert page.beside(0, 1) == 3
    assert page.beside(3, -1) == 0
    assert page.beside(0, -1) == 0
    assert page.sentence_at(0) == 0
    assert page.sentence_at(2) == 3
    plain = AnnotatedPage(bridge.articles.b, 4, 100, boilerplate=False, only_ascii=True)
    assert shown(plain, Count(0, 0, 0))[0].strip() == "... 3 lines of boilerplate"


def test_an_article_of_boilerplate_alone(bridge: Comparison) -> None:
    sentences = bridge.articles.b.sentences[:3]
    article = replace(bridge.articles.b, sentences=sentences)
    page = AnnotatedPage(article, 4, 60, boilerplate=False)
    assert [line.strip() for line in shown(page, Count(0, 0, 0))] == [
        "⋯ 3 lines of boilerplate"
    ]
    assert page.beside(0, 1) == 0


@pytest.mark.parametrize("width", [1, 10, 40, 100, 200])
def test_every_line_is_as_wide_as_the_screen(bridge: Comparison, width: int) -> None:
    for article in bridge.articles:
        page = AnnotatedPage(article, 12, width)
        lines = shown(page, Count(10, 1, 12))
        assert {cells(line) for line in lines} == {width}
        assert page.top(len(article.sentences)) == len(lines)
        for i in range(len(article.sentences)):
            assert page.sentence_at(page.top(i)) == i
            assert page.sentence_at(page.bottom(i) - 1) == i


def test_ascii_draws_ascii(bridge: Comparison) -> None:
    page = AnnotatedPage(bridge.articles.b, 4, 100, only_ascii=True)
    assert all(line.isascii() for line in shown(page, Count(4, 0, 4)))


def test_found_words_stand_apart_wherever_lines_break(bridge: Comparison) -> None:
    page = AnnotatedPage(bridge.articles.a, 3, 40)
    assert page.find("closed the bridge") == [2]
    found = [
        run.text
        for y in range(page.height)
        for run in page.line(y, lambda _: Count(0, 0, 3))[0]
        if run.tone is Tone.FOUND
    ]
    assert " ".join(found).split() == ["closed", "the", "bridge"]
    assert page.find("") == []
    assert page.find("no such words") == []
