"""Text that was copied from the reader view of Firefox."""

from __future__ import annotations

import pytest

from newsdiff.formats import Options
from newsdiff.formats.registry import _ROWS, Probe
from newsdiff.formats.web import reader_view
from newsdiff.model import Role
from tests.formats.page_shapes import HEADLINE, STORY


def copied(*head: str, gap: str = "\n\n") -> bytes:
    return ("\n".join(head) + "\n\n" + gap.join(STORY) + "\n").encode()


def is_one(data: bytes) -> bool:
    row = next(row for row in _ROWS if row.module == "web.reader_view")
    probe = Probe(data)
    return bool(row.hint.match(probe.head)) and reader_view.recognises(probe, Options())


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize("minutes", ["~1 minute", "3-4 minutes", "12–15 minutes"])
def test_its_first_lines_go_into_what_is_known(gap: str, minutes: str) -> None:
    data = copied("www.nes.example", HEADLINE, "By Marta Lind", minutes, gap=gap)
    assert is_one(data)
    (article,) = reader_view.extract(data, "a.txt", Options())
    about = article.about
    assert (about.title, about.outlet, about.author) == (
        HEADLINE,
        "nes.example",
        "Marta Lind",
    )
    assert about.published is None
    assert article.text == "\n\n".join((HEADLINE, *STORY))
    assert [block.role for block in article.blocks] == [
        Role.HEADLINE,
        *[None] * len(STORY),
    ]


def test_credits_may_be_missing_and_lines_end_as_on_windows() -> None:
    data = copied("127.0.0.1", HEADLINE, "~1 minute").replace(b"\n", b"\r\n")
    assert is_one(data)
    (article,) = reader_view.extract(data, "a.txt", Options())
    assert (article.about.outlet, article.about.author) == ("127.0.0.1", None)


@pytest.mark.parametrize(
    "data",
    [
        copied(HEADLINE, "By Marta Lind", "~1 minute"),
        copied("nes.example", HEADLINE, "By Marta Lind"),
        copied("nes.example", HEADLINE, "It took 3 minutes to sink."),
        copied("Nes", HEADLINE, "3 minutes"),
        copied("nes.example", "", "", "", "3 minutes"),
    ],
)
def test_other_texts_are_none(data: bytes) -> None:
    assert not is_one(data)


def test_what_turns_out_to_be_none_is_kept_as_it_is() -> None:
    data = b"The bridge is closed.\n\nNobody was hurt.\n"
    (article,) = reader_view.extract(data, "a.txt", Options())
    assert article.text == data.decode()
    assert article.about.title is None
