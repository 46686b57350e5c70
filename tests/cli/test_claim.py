"""`newsdiff claim "TEXT" FILE…`: which outlets carry a claim, in words and as JSON."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from newsdiff.cli.main import main
from newsdiff.errors import ExitCode

Captured = pytest.CaptureFixture[str]
CLAIM = "The boats will leave from Pier 14"


@pytest.mark.usefixtures("folder")
def test_a_claim_is_a_short_sentence(capsys: Captured) -> None:
    assert main(["claim", f"{'Anna ' * 300}left.", "a.txt"]) == ExitCode.USAGE
    assert (
        "the claim has 1,505 characters: claim takes a short" in capsys.readouterr().err
    )


@pytest.mark.usefixtures("folder")
def test_each_article_is_answered_for_in_words(capsys: Captured) -> None:
    assert main(["claim", CLAIM, "a.txt", "b.txt"]) == ExitCode.DONE
    captured = capsys.readouterr()
    assert captured.err == ""
    head, a, b = captured.out.rstrip().split("\n\n")
    assert " ".join(head.split()) == (
        f"Claim: “{CLAIM}” Its numbers, dates, names, denials and speaker are checked. "
        "A free retelling may not be found. Probably stated in 1 of 2 "
        "articles, not found in 1."
    )
    assert re.match(r"a: probably states it, \d\d%\n", a)
    assert "\n  3    The boats will leave from Pier 14, Anna Berg said.\n" in a
    assert a.endswith("  Words there: boats, leave, Pier, 14.")
    assert b.startswith("b: not found, ")
    assert "  No sentence of b was found to say this.\n  The closest:\n" in b
    assert b.endswith("  Words missing: boats, leave, Pier, 14.")


@pytest.mark.usefixtures("folder")
def test_what_is_denied_is_the_opposite(capsys: Captured) -> None:
    claim = "The boats will not leave from Pier 14"
    assert main(["claim", claim, "a.txt"]) == ExitCode.DONE
    out = " ".join(capsys.readouterr().out.split())
    assert "Probably stated in none of 1 article, told otherwise in 1." in out
    assert "a: states the opposite: “leave”" in out


@pytest.mark.usefixtures("folder")
def test_what_no_article_states_is_said_in_one_breath(capsys: Captured) -> None:
    assert main(["claim", "The defendant pleaded guilty", "a.txt", "b.txt"]) == 0
    assert "Not found in any of 2 articles." in capsys.readouterr().out


def test_json(folder: Path, capsys: Captured) -> None:
    arguments = ["claim", "--format", "json", CLAIM, "a.txt", str(folder / "b.txt")]
    assert main(arguments) == ExitCode.DONE
    found = json.loads(capsys.readouterr().out)
    assert (found["schema"], found["claim"]) == ("newsdiff/claim/1", CLAIM)
    a, b = found["articles"]
    assert (a["label"], a["state"], a["opposed"]) == ("a", "stated", False)
    assert (b["label"], b["state"], b["sentences"]) == ("b", "absent", [])
    assert b["source"] == str(folder / "b.txt")
    assert 0 <= b["score"] < 0.5 < a["score"] <= 1
    text = (folder / "a.txt").read_text("utf-8")
    (said,) = a["sentences"]
    assert text[said["start"] : said["end"]] == said["text"]
    assert (said["sentence"], said) == (2, a["nearest"])
    assert b["missing"] == ["boats", "leave", "Pier", "14"]


def test_what_is_told_otherwise_has_its_place(folder: Path, capsys: Captured) -> None:
    claim = "The bridge in Valona was closed on Friday"
    assert main(["claim", "--format", "json", claim, "a.txt"]) == ExitCode.DONE
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    (one,) = article["differences"]
    text = (folder / "a.txt").read_text("utf-8")
    assert (article["state"], article["opposed"]) == ("unclear", False)
    assert (one["kind"], one["text"], one["claimed"]) == ("value", "Monday", "Friday")
    assert text[one["start"] : one["end"]] == "Monday"
    assert one["sentence"] == article["sentences"][0]["sentence"]
    assert main(["claim", claim, "a.txt"]) == ExitCode.DONE
    assert "\na: told with another value: Monday\n" in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_options_may_stand_anywhere(capsys: Captured) -> None:
    outputs = set()
    words = ["--format", "json"]
    for k in range(4):
        rest = [CLAIM, "a.txt", "b.txt"]
        assert main(["claim", *rest[:k], *words, *rest[k:]]) == ExitCode.DONE
        outputs.add(capsys.readouterr().out)
    assert len(outputs) == 1


def test_folders_and_standard_input_are_searched(
    folder: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"Boats leave from Pier 14."))
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["claim", CLAIM, "-", str(folder)]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert [out.index(f"\n\n{name}: ") for name in ("stdin", "a", "b")]


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_read_is_said_and_the_others_are_searched(
    capsys: Captured,
) -> None:
    assert main(["claim", CLAIM, "none.txt", "a.txt"]) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert "\na: probably states it" in captured.out
    assert captured.err == "newsdiff: none.txt does not exist: check the name\n"
    assert main(["claim", CLAIM, "none.txt", "nobody.txt"]) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 2)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "arguments",
    [
        [],
        [CLAIM],
        ["", "a.txt"],
        ["?!", "a.txt"],
        [CLAIM, "a.txt", "--nothing"],
        [CLAIM, "a.txt", "--format", "xml"],
    ],
)
def test_wrong_use(capsys: Captured, arguments: list[str]) -> None:
    assert main(["claim", *arguments]) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert "newsdiff claim" in captured.err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("claim", ["Kim", "the boats", "It was his"])
def test_what_states_nothing_is_refused(capsys: Captured, claim: str) -> None:
    assert main(["claim", claim, "a.txt"]) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        f"newsdiff: “{claim}” states nothing that could be looked for: claim takes a "
        'short sentence, such as "Anna Berg closed the bridge"\n'
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("claim", ["Boats leave", "桥梁已经关闭。", "Kim 12"])
def test_two_words_are_enough(claim: str) -> None:
    assert main(["claim", claim, "a.txt"]) == ExitCode.DONE


def test_a_file_of_that_name_is_pointed_to(folder: Path, capsys: Captured) -> None:
    (folder / "claim").mkdir()
    assert main(["claim"]) == ExitCode.USAGE
    assert capsys.readouterr().err.endswith("is opened as ./claim)\n")


def test_text_is_data(folder: Path, capsys: Captured) -> None:
    hostile = "The \x1b[31mbridge\u202e [b]closed[/b]\u200b.\n"
    (folder / "x\x1b[31m.txt").write_text(hostile, "utf-8")
    for form in ("text", "json"):
        arguments = ["claim", f"A {hostile}", "x\x1b[31m.txt", "--format", form]
        assert main(arguments) == ExitCode.DONE
        out = capsys.readouterr().out
        assert not set("\x1b\u202e\u200b") & set(out)
        assert "[b]closed[/b]" in out
    assert json.loads(out)["articles"][0]["nearest"]["text"] == hostile.strip()


def test_help(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["claim", "--help"])
    assert ended.value.code == ExitCode.DONE
    out = capsys.readouterr().out
    assert out.startswith("usage: newsdiff claim ")
    assert max(map(len, out.splitlines())) <= 80
