"""`newsdiff list --format`: the same as a page and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from newsdiff.cli.main import main
from newsdiff.engine import Engine
from newsdiff.errors import ExitCode
from newsdiff.model import Kind
from newsdiff.story.ledger import Part
from newsdiff.story.presences import Presence

Captured = pytest.CaptureFixture[str]
LIST = ("list", "--engine", "words")


@pytest.fixture
def three(folder: Path) -> Path:
    (folder / "c.txt").write_text("The mayor | of <b>Valona</b> resigned.\n")
    return folder


@pytest.mark.usefixtures("three")
def test_json_has_articles_pairs_and_facts(capsys: Captured) -> None:
    assert main([*LIST, "--format", "json", "a.txt", "b.txt", "c.txt"]) == ExitCode.DONE
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "newsdiff/list/1"
    assert [one["source"] for one in told["articles"]] == ["a.txt", "b.txt", "c.txt"]
    assert [one["articles"] for one in told["pairs"]] == [[0, 1], [0, 2], [1, 2]]
    assert all(0 <= share <= 1 for one in told["pairs"] for share in one["linked"])
    (pier,) = (one for one in told["facts"] if one["value"] == "Pier 14")
    assert [cell["presence"] for cell in pier["articles"]] == [
        "told",
        "nowhere",
        "nowhere",
    ]
    cell = pier["articles"][0]
    text = Path("a.txt").read_text()
    assert text[cell["start"] : cell["end"]] == "Pier 14"


@pytest.mark.usefixtures("three")
def test_a_page_shows_text_as_it_is(capsys: Captured) -> None:
    given = [*LIST, "--format", "markdown", "a.txt", "b.txt", "c.txt"]
    assert main(given) == ExitCode.DONE
    page = capsys.readouterr().out
    html = MarkdownIt("commonmark").enable("table").render(page)
    assert "The mayor | of &lt;b&gt;Valona&lt;/b&gt; resigned." in html
    assert html.count("<tr>") == 8  # two tables of three pairs
    assert html.split("</ol>")[0].count("<li>") == 3
    assert "Pier 14" in html


@pytest.mark.usefixtures("three")
def test_one_article_has_no_pairs(capsys: Captured) -> None:
    for name in ("markdown", "json"):
        assert main([*LIST, "--format", name, "a.txt"]) == ExitCode.DONE
        out = capsys.readouterr().out
        assert out.endswith("\n")
        assert not out.endswith("\n\n")


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_json_is_what_its_schema_says(capsys: Captured, number: int) -> None:
    assert main(["schema", "list"]) == ExitCode.DONE
    schema = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(schema)
    named = ["a.txt", "b.txt", "c.txt"][:number]
    assert main([*LIST, "--format", "json", *named]) == ExitCode.DONE
    Draft202012Validator(schema).validate(json.loads(capsys.readouterr().out))
    fact = schema["$defs"]["fact"]["properties"]
    assert fact["part"]["enum"] == [*Part]
    assert fact["kind"]["enum"] == [*Kind]
    presence = schema["$defs"]["cell"]["properties"]["presence"]
    assert presence["enum"] == [*Presence]


@pytest.mark.usefixtures("three")
def test_thresholds_that_were_moved_are_said(capsys: Captured) -> None:
    engine = Engine("words", thresholds=(0.4, 0.0))
    for name in ("text", "markdown"):
        main([*LIST, "--format", name, "a.txt", "b.txt"], engine)
        assert "a link is matched from 40%." in capsys.readouterr().out
    main([*LIST, "--format", "json", "a.txt", "b.txt"], engine)
    assert json.loads(capsys.readouterr().out)["thresholds"] == {"matched": 0.4}
