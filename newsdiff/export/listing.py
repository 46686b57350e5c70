"""The articles of a story, what pairs share and who tells what: text, page, JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any, Final

from newsdiff import __version__
from newsdiff.export.formats.json import moved_thresholds, written
from newsdiff.export.formats.markdown import safe
from newsdiff.export.story import (
    WORD_FOR_WORD,
    disputes,
    facts_by_tellers,
    not_compared,
    story_text,
    thresholds_of,
)
from newsdiff.model import Article
from newsdiff.story.common_text import CommonText
from newsdiff.story.ledger import Cell, Summaries, list_story_facts, part_of
from newsdiff.wording.about import describe, headline
from newsdiff.wording.blocks import percent
from newsdiff.wording.decisions import tell_thresholds

SCHEMA: Final = "newsdiff/list/1"
FORMATS: Final = ("text", "markdown", "json")
_DECIMALS: Final = 4


def listed(
    articles: Sequence[Article],
    summaries: Summaries,
    wanted: str,
    *,
    only_ascii: bool = False,
) -> str:
    """The list in one of `FORMATS`, ending with a line feed.

    Args:
        articles: All of the story.
        summaries: The pairs that have been compared, in list order.
        wanted: The name of the format.
        only_ascii: Whether text has only ASCII signs of newsdiff's own.
    """
    if wanted == "json":
        return written(_document(articles, summaries))
    if wanted == "markdown":
        return "".join(f"{line}\n" for line in _page(articles, summaries))
    return story_text(articles, summaries, only_ascii=only_ascii)


def list_schema() -> str:
    """The JSON Schema of the list, as text."""
    return files(__package__).joinpath("list.schema.json").read_text("utf-8")


def _page(articles: Sequence[Article], summaries: Summaries) -> Iterator[str]:
    yield "# Articles"
    yield ""
    for number, article in enumerate(articles, 1):
        about = f"{safe(headline(article))} ({safe(describe(article))})"
        yield f"{number}. **{safe(article.label)}**: {about}"
    if len(articles) < 2:
        yield from ("", "There is nothing to compare with: name a second article.")
        return
    if moved := tell_thresholds(thresholds_of(summaries)):
        yield from ("", moved)
    yield from ("", "## Sentences told in the other article, or related to some there")
    yield from ("", "| A | B | of A | of B |", "|---|---|---|---|")
    for pair, summary in summaries.items():
        names = [safe(articles[i].label) for i in pair]
        shares = [percent(share.linked) for share in summary.shares]
        yield f"| {' | '.join([*names, *shares])} |"
    yield from ("", f"## {WORD_FOR_WORD.rstrip(':')}", "")
    yield from ("| A | B | words in a row | same sentences |", "|---|---|---|---|")
    for pair, summary in summaries.items():
        names = [safe(articles[i].label) for i in pair]
        common = summary.common_text
        yield f"| {' | '.join(names)} | {common.words} | {common.identical} |"
    if left := not_compared(articles, summaries):
        yield from ("", f"{left}.")
        return
    facts = list_story_facts(articles, summaries)
    if told := [*disputes(facts, "“”")]:
        yield from ("", "## Told otherwise", "", *(f"- {safe(one)}" for one in told))
    yield from ("", "## What they tell, by who was found to tell it")
    for group in facts_by_tellers(facts, articles, "“”"):
        yield from ("", f"**{safe(group.who)}:** {'; '.join(map(safe, group.values))}")
        if group.claims:
            yield from ("", *(f"- {safe(claim)}" for claim in group.claims))


def _document(articles: Sequence[Article], summaries: Summaries) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "newsdiff": __version__,
        "articles": [
            {
                "label": article.label,
                "title": article.title,
                "outlet": article.outlet,
                "published": article.published,
                "source": article.source,
                "words": article.word_count,
                "sentences": article.sentence_count,
            }
            for article in articles
        ],
        "pairs": [
            {
                "articles": list(pair),
                "linked": [round(share.linked, _DECIMALS) for share in summary.shares],
                "facts": [share.facts for share in summary.shares],
                "common": [share.common for share in summary.shares],
                "word_for_word": _common_text(summary.common_text),
            }
            for pair, summary in summaries.items()
        ],
        "facts": [
            {
                "part": part_of(fact).value,
                "kind": fact.kind.value,
                "value": fact.value,
                "note": fact.note or None,
                "trivial": fact.is_trivial,
                "articles": [_cell(cell) for cell in fact.cells],
            }
            for fact in list_story_facts(articles, summaries)
        ],
        **moved_thresholds(thresholds_of(summaries)),
    }


def _common_text(common: CommonText) -> dict[str, Any]:
    """What two articles have word for word: evidence, never a verdict."""
    run = common.run
    return {
        "words": common.words,
        "run": [{"start": s.start, "end": s.end} for s in run] if run else None,
        "identical": common.identical,
        "sentences": list(common.sentences),
    }


def _cell(cell: Cell) -> dict[str, Any]:
    """What is known of a fact in one article."""
    return {
        "presence": cell.presence.value,
        "value": cell.value,
        "start": cell.span and cell.span.start,
        "end": cell.span and cell.span.end,
    }
