"""A story in words in five formats, each with the same statements."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO

import pytest
from jsonschema import Draft202012Validator

from newsdiff.engine import Engine
from newsdiff.export import ACCOUNT_FORMATS, account_schema, render_accounts
from newsdiff.model import Pair
from newsdiff.story.account import (
    Account,
    Form,
    compare_all,
    give_account,
    shortened,
)
from newsdiff.text.cells import cells
from newsdiff.wording.accounts import account_lines
from newsdiff.wording.statements import statement_line
from tests.story.invented import articles, told_of

Golden = Callable[[str, str], None]
NASTY = "=cmd|' /C calc'!A0 <script>x</script> [b]**bold**[/b] \x1b[31m\u202eabc"


@pytest.fixture(scope="module")
def account() -> Account:
    story = articles()
    return give_account(story, told_of(story))


@pytest.fixture(scope="module")
def nasty(account: Account) -> Account:
    """The same from outlets with names that mean ill."""
    named = tuple(replace(one, label=NASTY, title=NASTY) for one in account.articles)
    return replace(account, articles=named)


@pytest.mark.parametrize("wanted", ACCOUNT_FORMATS)
def test_format(account: Account, golden: Golden, wanted: str) -> None:
    end = ACCOUNT_FORMATS[wanted][0]
    golden(f"export/account{end}", render_accounts([account], wanted))


@pytest.mark.parametrize("wanted", ACCOUNT_FORMATS)
def test_nothing_in_an_article_commands_anything(nasty: Account, wanted: str) -> None:
    text = render_accounts([nasty], wanted)
    assert "\x1b" not in text
    assert "\u202e" not in text
    if wanted == "html":
        assert "<script" not in text
    if wanted == "markdown":
        assert "**bold**" not in text
    if wanted == "csv":
        for row in csv.reader(StringIO(text)):
            for cell in row:
                assert not cell.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("wanted", ["text", "markdown", "html"])
def test_every_statement_is_on_the_page(account: Account, wanted: str) -> None:
    text = render_accounts([account], wanted, 10_000)
    for number, one in enumerate(account.statements, 1):
        quoted = account.articles[one.first.article].text[slice(*one.first.quoted)]
        assert str(number) in text
        assert quoted.split("$")[0] in text


def test_text_keeps_to_its_width_and_to_ascii(account: Account) -> None:
    for width in (20, 60, 80):
        text = render_accounts([account], "text", width)
        assert max(map(cells, text.splitlines())) <= width
    plain = render_accounts([account], "text", only_ascii=True)
    assert "“" not in plain
    assert "·" not in plain
    assert 'write "Two people died' in plain


def test_the_json_is_what_its_schema_says(account: Account) -> None:
    schema = json.loads(account_schema())
    Draft202012Validator.check_schema(schema)
    for one in (account, shortened(account)):
        document = json.loads(render_accounts([one], "json"))
        Draft202012Validator(schema).validate(document)
        (story,) = document["stories"]
        for statement, known in zip(story["statements"], one.statements, strict=True):
            number = statement["number"]
            said = statement_line(one, number, known, apart=True).text
            assert statement["said"] == said
            for group in statement["versions"]:
                for version in group:
                    place = version["quoted"]
                    text = one.articles[version["article"]].text
                    assert text[place["start"] : place["end"]] == place["text"]


def test_the_schema_names_every_word() -> None:
    schema = json.loads(account_schema())
    statement = schema["$defs"]["statement"]["properties"]
    assert statement["form"]["enum"] == [form.value for form in Form]


def test_the_table_says_of_each_article_what_is_known(account: Account) -> None:
    text = render_accounts([account], "csv")
    rows = [*csv.DictReader(StringIO(text))]
    dispute = [row for row in rows if row["section"] == "disputed"]
    assert [(row["article"], row["presence"]) for row in dispute[:3]] == [
        ("Post", "told"),
        ("Radio", "told"),
        ("Herald", "different"),
    ]
    assert dispute[2]["words"] == "Three people died"
    assert "Lund" in {row["source"] for row in dispute}
    nowhere = {row["article"] for row in dispute if row["presence"] == "nowhere"}
    assert nowhere == {"Radio"}
    assert {row["presence"] for row in rows} == {
        *("told", "different", "nowhere", "not found"),
    }


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not {name for name, _ in attrs} & {"src", "href", "onclick"}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_and_needs_nothing_else(account: Account) -> None:
    tags = _Tags()
    tags.feed(render_accounts([account, account], "html"))
    assert tags.open == []
    assert not tags.seen & {"script", "link", "img", "iframe"}


def test_several_stories_stand_one_after_another(account: Account) -> None:
    for wanted in ("text", "markdown"):
        text = render_accounts([account, account], wanted)
        assert text.count("The story in words") == 2
    document = json.loads(render_accounts([account, account], "json"))
    assert len(document["stories"]) == 2
    rows = [*csv.DictReader(StringIO(render_accounts([account, account], "csv")))]
    assert {row["story"] for row in rows} == {"1", "2"}


def test_as_many_lines_as_the_page_has(account: Account) -> None:
    text = render_accounts([account], "text", 10_000)
    written = [line for line in text.splitlines() if line]
    assert len(written) == len([*account_lines(account)])


@pytest.mark.parametrize("wanted", ["text", "markdown", "html"])
def test_a_pair_that_failed_is_named_and_nothing_said_of_it(wanted: str) -> None:
    story = articles()
    known = told_of(story)
    del known[0, 2]
    account = give_account(story, known)
    assert account.not_compared == (Pair(0, 2),)
    assert all(
        lack.article != 2
        for one in account.statements
        if one.first.article == 0
        for lack in one.lacks
    )
    page = render_accounts([account], wanted)
    assert "because that failed: Post with Radio." in page
    document = json.loads(render_accounts([account], "json"))
    Draft202012Validator(json.loads(account_schema())).validate(document)
    assert document["stories"][0]["not_compared"] == [[0, 2]]


def test_thresholds_that_were_moved_are_said_with_the_story() -> None:
    story = articles()
    by = Engine("words", thresholds=(0.4, 0.0)).compare
    account = give_account(story, compare_all(story, by))
    assert "a link is matched from 40%." in render_accounts([account], "text")
    document = json.loads(render_accounts([account], "json"))
    Draft202012Validator(json.loads(account_schema())).validate(document)
    assert document["stories"][0]["thresholds"] == {"matched": 0.4}
