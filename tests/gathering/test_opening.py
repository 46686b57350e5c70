"""What is in files, archives, tables and feeds, each article as a source."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Options
from newsdiff.gathering import (
    Item,
    Opened,
    Opener,
    Rereader,
    Wishes,
    find,
    gather,
    read_again,
    source_of,
)
from newsdiff.reading import parse
from tests.fetching.conftest import Host, answer

STORY = "The bridge was closed on Monday, the council said.\n"
TABLE = "headline,text,source\nOne,It rained in Kelmsay.,Post\nTwo,It snowed.,Mail\n"
LOCAL = Wishes(follow=True, allow_private=True)


def page(headline: str, words: str) -> bytes:
    return (
        f"<html><head><title>{headline}</title></head><body><nav>Home</nav><article>"
        f"<h1>{headline}</h1><p>{words} That was told on Monday by the harbour.</p>"
        "<p>Nobody knew why it had stayed in Port Derrow for so long a time.</p>"
        "</article></body></html>"
    ).encode()


def packed(**files: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    made = Host()
    yield made
    made.close()


def names(*given: str, wishes: Wishes | None = None) -> list[str]:
    return [source.name for source in gather(given, wishes).sources]


# Archives


def test_archives_in_a_folder_and_in_archives(folder: Path) -> None:
    inner = packed(c__txt=STORY, d__html=page("Ferry late", "The ferry was late."))
    (folder / "a.txt").write_text(STORY)
    outer = packed(b__txt=STORY, inner__zip=inner, e__png=b"\x89PNG\0", t__csv=TABLE)
    (folder / "z.zip").write_bytes(outer)
    gathered = gather(["."])
    assert [source.name for source in gathered.sources] == [
        "a.txt",
        "z.zip#b.txt",
        "z.zip#inner.zip/c.txt",
        "z.zip#inner.zip/d.html",
        "z.zip#t.csv#1",
        "z.zip#t.csv#2",
    ]
    assert gathered.notices == ("z.zip: 1 file is no article: e.png",)
    labels = [parse(source).label for source in gathered.sources]
    assert labels == ["a", "b", "c", "d", "Post", "Mail"]


def test_an_archive_or_folder_without_an_article(folder: Path) -> None:
    (folder / "z.zip").write_bytes(packed(e__png=b"\x89PNG\0"))
    gathered = gather(["z.zip"])
    assert (gathered.sources, gathered.problems) == ((), ())
    assert gathered.notices == ("z.zip: 1 file is no article: e.png",)


# One of several


def test_one_of_several_is_named(folder: Path) -> None:
    (folder / "t.csv").write_text(TABLE)
    (folder / "a#b").mkdir()
    (folder / "a#b" / "t#1.csv").write_text(TABLE)
    (folder / "z.zip").write_bytes(packed(t__csv=TABLE, a__txt=STORY))
    for name in ("t.csv#2", "a#b/t#1.csv#2", "z.zip#t.csv#2"):
        assert source_of(name).about.title == "Two"
    assert source_of("z.zip#a.txt").text == STORY


def test_one_of_several_is_opened_alone(folder: Path) -> None:
    (folder / "t.csv").write_text(TABLE)
    assert names("t.csv#2") == ["t.csv#2"]
    assert names("t.csv#2", "./t.csv#2", "t.csv#1") == ["t.csv#2", "t.csv#1"]
    (said,) = gather(["t.csv#9"]).problems
    assert said == "t.csv has no article 9: newsdiff list t.csv tells which"


def test_what_is_wrong_with_a_part_is_one_sentence(folder: Path) -> None:
    (folder / "t.csv").write_text(TABLE)
    (folder / "a.txt").write_text(STORY)
    for name, said in (
        ("t.csv", "t.csv holds 2 articles: name one of them, such as t.csv#1"),
        ("t.csv#9", "t.csv has no article 9: newsdiff list t.csv tells which"),
        ("a.txt#1", "a.txt has no article 1: newsdiff list a.txt tells which"),
        ("none.csv#1", "none.csv#1 does not exist: check the name"),
    ):
        with pytest.raises(SourceError) as failure:
            source_of(name)
        assert str(failure.value) == said


def test_a_part_is_read_again(folder: Path) -> None:
    wishes = Wishes(options=Options(text="body", title="kop"))
    path = folder / "t.csv"
    path.write_text("kop,body\nOne,It rained.\nTwo,It snowed.\n")
    one, two = gather(["t.csv"], wishes).sources
    path.write_text("kop,body\nOne,It rained.\nTwo,It thawed at last.\n")
    assert "It thawed at last." in read_again(two).text
    assert read_again(one).text == one.text
    path.write_text("kop,body\nOne,It rained.\n")
    with pytest.raises(SourceError, match=r"t\.csv has no article 2"):
        read_again(two)


def test_a_file_of_many_articles_is_opened_once_to_read_them_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "t.csv").write_text(TABLE)
    sources, really = gather(["t.csv"]).sources, Opener.open
    opened: list[str] = []

    def counting(self: Opener, item: Item) -> Iterator[Opened]:
        opened.append(item.given)
        return really(self, item)

    monkeypatch.setattr(Opener, "open", counting)
    files = Rereader()
    assert [files.read(one).text for one in sources] == [one.text for one in sources]
    assert opened == ["t.csv"]


# Tables


def test_columns_are_named(folder: Path) -> None:
    rows = "kop,inhoud,krant,dag\nOne,It rained.,Post,2024-05-03\n"
    (folder / "t.csv").write_text(rows)
    options = Options(text="inhoud", title="kop", outlet="krant", date="dag")
    (source,) = gather(["t.csv"], Wishes(options=options)).sources
    article = parse(source)
    assert (article.title, article.outlet, article.published) == (
        "One",
        "Post",
        "2024-05-03",
    )
    (said,) = gather(["t.csv"], Wishes(options=Options(text="no"))).problems
    assert "no" in said
    assert "\n" not in said


# Files and standard input


def test_the_same_file_by_all_its_names_and_problems_in_their_order(
    folder: Path,
) -> None:
    (folder / "t.csv").write_text(TABLE)
    os.link(folder / "t.csv", folder / "hard.csv")
    (folder / "b.txt").write_bytes(b"\0")
    gathered = gather(["x.txt", "t.csv", "hard.csv", "b.txt", "./t.csv", "y.txt"])
    assert [source.name for source in gathered.sources] == ["t.csv#1", "t.csv#2"]
    assert [said.split()[0] for said in gathered.problems] == [
        "x.txt",
        "b.txt",
        "y.txt",
    ]
    assert len(find(["t.csv", "hard.csv", "x.txt", "x.txt"], Wishes())) == 2


@pytest.mark.parametrize(
    ("data", "parts"),
    [
        (page("Ferry late", "The ferry was late."), [""]),
        (TABLE.encode(), ["1", "2"]),
        (packed(a__txt=STORY), ["a.txt"]),
    ],
)
def test_standard_input_is_what_its_bytes_are(
    monkeypatch: pytest.MonkeyPatch, data: bytes, parts: list[str]
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(data))
    monkeypatch.setattr(sys, "stdin", stream)
    sources = gather(["-"]).sources
    assert [source.part for source in sources] == parts
    assert not any("Home" in source.text for source in sources)
    assert all(source.stamp is None for source in sources)


def test_a_page_without_its_furniture(folder: Path) -> None:
    (folder / "a.dat").write_bytes(page("Ferry late", "The ferry was late."))
    (source,) = gather(["a.dat"]).sources
    assert source.about.title == "Ferry late"
    assert source.blocks
    assert "Home" not in source.text


# Feeds, followed


def feed(host: Host, *entries: str) -> bytes:
    items = "".join(
        f"<item><title>{name.title()} news</title><link>{host.address(f'/{name}')}"
        f"</link><guid>{name}</guid><description>The feed has little of {name}."
        "</description></item>"
        for name in entries
    )
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>'
        f"<link>{host.address()}</link>{items}</channel></rss>"
    ).encode()


def as_xml(body: bytes) -> bytes:
    return answer(body, Content_Type="application/xml")


def opml(*addresses: str) -> bytes:
    lines = "".join(f'<outline xmlUrl="{one}"/>' for one in addresses)
    return f'<opml version="2.0"><body>{lines}</body></opml>'.encode()


def test_the_pages_of_a_feed(host: Host) -> None:
    host.pages["/feed"] = as_xml(feed(host, "ferry", "gone", "empty", "text"))
    host.pages["/ferry"] = answer(page("Ferry late", "The ferry was four hours late."))
    host.pages["/empty"] = answer(b"")
    host.pages["/text"] = answer(STORY.encode(), Content_Type="text/plain")
    gathered = gather([host.address("/feed")], LOCAL)
    assert gathered.problems == ()
    ferry, gone, empty, text = gathered.sources
    assert "four hours late" in ferry.text
    assert ferry.about.title == "Ferry late"
    for source, name in ((gone, "gone"), (empty, "empty")):
        assert f"The feed has little of {name}." in source.text
        (said,) = [note for note in source.notes if "only what the feed has" in note]
        assert host.address(f"/{name}") in said
    assert text.text == STORY
    assert len({source.part for source in gathered.sources}) == 4


def test_a_feed_is_not_followed_unless_that_is_asked_for(host: Host) -> None:
    host.pages["/feed"] = as_xml(feed(host, "ferry"))
    (source,) = gather([host.address("/feed")], Wishes(allow_private=True)).sources
    assert "The feed has little of ferry." in source.text
    assert "/ferry" not in host.targets


def test_a_list_of_feeds(host: Host, folder: Path) -> None:
    host.pages["/one"] = as_xml(feed(host, "ferry"))
    host.pages["/two"] = as_xml(feed(host, "quake"))
    host.pages["/page"] = answer(page("Page", "This is no feed, but a page."))
    for name in ("ferry", "quake"):
        host.pages[f"/{name}"] = answer(page(name, f"This is the page of {name}."))
    targets = ("/one", "/none", "/two", "/page")
    (folder / "l.opml").write_bytes(opml(*map(host.address, targets)))
    gathered = gather(["l.opml"], LOCAL)
    texts = [source.text for source in gathered.sources]
    assert "This is the page of ferry." in texts[0]
    assert "This is the page of quake." in texts[1]
    assert "This is no feed, but a page." in texts[2]
    (said,) = gathered.problems
    assert host.address("/none") in said
    assert host.targets.count("/page") == 1
    (said,) = gather(["l.opml"]).problems
    assert said == "l.opml is a list of 4 feeds: newsdiff --follow l.opml opens them"


def test_a_list_of_feeds_that_names_itself_ends(host: Host) -> None:
    address = host.address("/list")
    host.pages["/list"] = as_xml(opml(address, address))
    gathered = gather([address], LOCAL)
    assert gathered.sources == ()
    (said,) = gathered.problems
    assert said.startswith(f"{address} is a list of feeds in a list of feeds")
