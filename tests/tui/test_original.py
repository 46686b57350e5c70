"""`O`: what an article was read from, untouched."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from newsdiff.gathering import original_of, source_of
from newsdiff.gathering.gatherer import Opener
from newsdiff.tui.articles.screen import ArticlesScreen
from newsdiff.tui.sharing.original_screen import OriginalScreen
from tests.tui.conftest import paste
from tests.tui.pressing import BINDINGS, presses

OpenedFiles = Callable[..., AbstractAsyncContextManager[Any]]
PAGE = (
    "<html><head><title>Ferry late</title></head><body><nav>Home</nav><article>"
    "<h1>Ferry late</h1><p>The ferry to Kelmsay was four hours late on Monday.</p>"
    "<p>Nobody knew why it had stayed in Port Derrow for so long a time.</p>"
    "</article></body></html>"
)
TABLE = "headline,text,secret\nOne,It rained in Kelmsay on Monday.,x1\nTwo,Sun.,x2\n"


def words(reader: Any) -> str:
    """What stands in the frame, on one line."""
    return " ".join(reader.text.replace("│", " ").split())


@presses("list.original", "original.close")
async def test_a_text_is_shown_with_what_was_left_out(
    opened_files: OpenedFiles, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("---\noutlet: Post\nsecret: [b]x[/b] \x1b[31m\n---\n\nIt rained.\n")
    async with opened_files([path]) as reader:
        for key in BINDINGS["original.close"]:
            await reader.press("O")
            assert isinstance(reader.app.screen, OriginalScreen)
            assert str(path)[:40] in reader.text
            assert "secret: [b]x[/b] ␛[31m" in reader.text
            await reader.press(key)
            assert isinstance(reader.app.screen, ArticlesScreen)
        path.unlink()
        await reader.press("O")
        assert "does not exist: check the name." in words(reader)
        await reader.press("q")
        assert isinstance(reader.app.screen, ArticlesScreen)


async def test_a_page_is_shown_as_it_came(
    opened_files: OpenedFiles, tmp_path: Path
) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE)
    async with opened_files([path]) as reader:
        assert "Home" not in reader.text
        await reader.press("O")
        assert "<nav>Home</nav>" in reader.text


async def test_of_a_table_all_of_it_is_shown(
    opened_files: OpenedFiles, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLE)
    async with opened_files([path]) as reader:
        await reader.press("G", "O")
        assert "a.csv#2" in reader.text
        assert "Two,Sun.,x2" in reader.text


async def test_what_was_pasted_is_shown_as_it_was(
    opened_files: OpenedFiles, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It rained.\n")
    async with opened_files([path]) as reader:
        await reader.press("a")
        await paste(reader, "Storm\n\nNo ship left the port.\n\n  Cookie notice\n")
        await reader.press("enter", "G", "O")
        assert isinstance(reader.app.screen, OriginalScreen)
        assert "Cookie notice" in reader.text


async def test_a_long_one_is_cut_and_says_so(
    opened_files: OpenedFiles, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It rained in Kelmsay.\n" * 5_000)
    async with opened_files([path]) as reader:
        await reader.press("O", "G")
        assert "… 60,000 more characters" in reader.text
        await reader.press("g")
        assert "60,000" not in reader.text


@pytest.mark.parametrize("size", [(40, 10), (60, 15), (80, 24), (200, 50)])
async def test_it_fits_every_size(
    opened_files: OpenedFiles, tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE)
    async with opened_files([path], size=size) as reader:
        await reader.press("O")
        assert "<h1>Ferrylate</h1>" in words(reader).replace(" ", "")
        assert "q back" in reader.lines[-1]
        await reader.press("question_mark")
        assert "source untouched" in reader.text.lower() or size[1] < 24
        await reader.press("escape", "escape")
        assert isinstance(reader.app.screen, ArticlesScreen)


def test_the_member_of_an_archive(tmp_path: Path) -> None:
    path, texts = tmp_path / "a.zip", {}
    for name in ("x.txt", "y/z #2.txt", "page.html", "t.csv"):
        text = {"page.html": PAGE, "t.csv": TABLE}.get(name, f"It rained in {name}.\n")
        texts[name] = text
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    for part in ("x.txt", "y/z #2.txt", "page.html", "t.csv#2"):
        source = source_of(f"{path}#{part}")
        name = part if part in texts else "t.csv"
        assert original_of(source, Opener()) == texts[name]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x.txt", "It rained.\n")
    with pytest.raises(Exception, match=r"a\.zip#t\.csv#2 is not in .*a\.zip any more"):
        original_of(source, Opener())


async def test_a_document_says_that_it_is_no_text(
    opened_files: OpenedFiles, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(made_pdf("The ferry to Kelmsay was four hours late on Monday."))
    async with opened_files([path]) as reader:
        await reader.press("O")
        assert "a.pdf" in reader.text
        assert "a.pdf is no text: look at it with what it was made" in words(reader)
        assert "\ufffd" not in reader.text


def made_pdf(words: str) -> bytes:
    """A page with one line."""
    drawn = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 612 792] %s >>"
        % b"/Resources << /Font << /F1 5 0 R >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, at = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, one in enumerate(objects, 1):
        at.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(data)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in at)
    data += b"xref\n0 6\n0000000000 65535 f \n" + table
    return data + (
        b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    )
