"""What other readers of news get wrong: each thing once, through the door."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newsdiff.gathering import gather
from newsdiff.model import Article
from newsdiff.reading import parse

_LEDE = "The bridge over the Arden will stay closed for two years, the council said."
_MORE = "The ferry will run every ten minutes until then, and it will cost nothing."


def opened(folder: Path, data: str | bytes) -> list[Article]:
    """The articles of a file, whatever it is."""
    file = folder / "file"
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return [parse(source) for source in gather([str(file)]).sources]


def page(body: str, head: str = "") -> str:
    return (
        f"<!doctype html><html lang='en'><head>{head}</head><body><article>"
        f"<h1>Bridge closed</h1>{body}</article></body></html>"
    )


def item(inside: str) -> str:
    return (
        "<rss version='2.0'><channel><title>Herald</title><item><title>Bridge</title>"
        f"<description>{_LEDE}</description>{inside}</item></channel></rss>"
    )


@pytest.mark.parametrize(
    "guid", ["https://example.com/2023/09/05/bridge", "2023-09-05", "20230905"]
)
def test_a_guid_is_no_date(tmp_path: Path, guid: str) -> None:
    (article,) = opened(tmp_path, item(f"<guid isPermaLink='false'>{guid}</guid>"))
    assert article.published is None


def test_what_was_updated_was_not_published_then(tmp_path: Path) -> None:
    feed = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Herald</title><entry>"
        f"<title>Bridge</title><id>1</id><content>{_LEDE}</content>"
        "<updated>2023-09-06T10:00:00Z</updated></entry></feed>"
    )
    (article,) = opened(tmp_path, feed)
    assert article.published is None
    assert article.updated


def test_the_page_is_asked_before_its_address(tmp_path: Path) -> None:
    head = (
        "<link rel='canonical' href='https://example.com/2023/09/07/bridge'>"
        "<meta property='article:published_time' content='2023-09-05T22:31:00+03:00'>"
    )
    (article,) = opened(tmp_path, page(f"<p>{_LEDE}</p><p>{_MORE}</p>", head))
    assert article.published == "2023-09-05T22:31:00+03:00"


@pytest.mark.parametrize(
    ("zone", "iso"),
    [
        ("GMT", "2023-09-05T19:41:15+00:00"),
        ("CEST", "2023-09-05T19:41:15+02:00"),
        ("+0900", "2023-09-05T19:41:15+09:00"),
        ("BST", "2023-09-05T19:41:15"),
        ("IST", "2023-09-05T19:41:15"),
        ("CST", "2023-09-05T19:41:15"),
    ],
)
def test_a_zone_of_two_meanings_is_not_known(
    tmp_path: Path, zone: str, iso: str
) -> None:
    date = f"<pubDate>Tue, 05 Sep 2023 19:41:15 {zone}</pubDate>"
    (article,) = opened(tmp_path, item(date))
    assert article.published == iso


def test_every_word_of_every_inline_tag_and_the_marks_of_q(tmp_path: Path) -> None:
    sentence = (
        "<p>She said <q>it is <u>not</u> true</q> and that <abbr>NATO</abbr> met "
        "<time datetime='2023-09-08'>on Friday</time>, CO<sub>2</sub> and all.</p>"
    )
    (article,) = opened(tmp_path, page(f"<p>{_LEDE}</p>{sentence}<p>{_MORE}</p>"))
    told = "She said “it is not true” and that NATO met on Friday, CO2 and all."
    assert told in article.text
    assert article.published is None


def test_what_is_struck_out_is_left_out_and_said(tmp_path: Path) -> None:
    body = f"<p>{_LEDE}</p><p>It cost <s>12</s> <del>13</del> 15 million.</p>"
    (article,) = opened(tmp_path, page(body))
    assert "It cost 15 million." in article.text
    assert any("struck-out" in note for note in article.notes)


def test_comment_in_a_class_is_no_proof(tmp_path: Path) -> None:
    body = f"<div class='comment opinion'><p>{_LEDE}</p><p>{_MORE}</p></div>"
    (article,) = opened(tmp_path, page(body))
    assert article.text.count(_LEDE) == article.text.count(_MORE) == 1


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Ex-minister jailed - Arden Herald", "Ex-minister jailed"),
        ("Ex-minister jailed | Arden Herald", "Ex-minister jailed"),
        ("Ex-minister: no-one-knows", "Ex-minister: no-one-knows"),
    ],
)
def test_titles_are_cut_at_blanks_alone(
    tmp_path: Path, title: str, headline: str
) -> None:
    site = "<meta property='og:site_name' content='Arden Herald'>"
    html = page(f"<p>{_LEDE}</p><p>{_MORE}</p>", f"{site}<title>{title}</title>")
    (article,) = opened(tmp_path, html.replace("<h1>Bridge closed</h1>", ""))
    assert article.title == headline


def test_short_paragraphs_and_whole_lists_stay(tmp_path: Path) -> None:
    names = [f"{first} Holm, {age}" for age, first in enumerate("ABCDEFG", 30)]
    rows = "".join(f"<li>{name}</li>" for name in names)
    body = f"<p>{_LEDE}</p><p>No one ran.</p><p>The dead are:</p><ul>{rows}</ul>"
    (article,) = opened(tmp_path, page(f"{body}<p>{_MORE}</p>"))
    assert "No one ran." in article.text
    assert all(name in article.text for name in names)


@pytest.mark.parametrize(
    "author",
    [
        "Jane Marsh",
        {"@type": "Person", "name": "Jane Marsh"},
        [{"@type": "Person", "name": "Jane Marsh", "jobTitle": "Correspondent"}],
        ["Jane Marsh"],
    ],
)
def test_an_author_is_a_string_an_object_or_a_list(
    tmp_path: Path, author: object
) -> None:
    data = {"@type": "NewsArticle", "headline": "Bridge closed", "author": author}
    broken = "<script type='application/ld+json'>{broken</script>"
    head = f"{broken}<script type='application/ld+json'>{json.dumps(data)}</script>"
    (article,) = opened(tmp_path, page(f"<p>{_LEDE}</p><p>{_MORE}</p>", head))
    assert article.author == "Jane Marsh"


@pytest.mark.parametrize("date", ["the 1990s", "1990s", "no", "2023", "this Monday"])
def test_decades_and_words_are_no_dates(tmp_path: Path, date: str) -> None:
    (article,) = opened(tmp_path, f"title,text,date\nBridge,{_LEDE!r},{date}\n")
    assert article.published is None
    (article,) = opened(tmp_path, item(f"<pubDate>{date}</pubDate>"))
    assert article.published is None


_TWICE = [_LEDE, _LEDE, "No one ran.", "No one ran.", _MORE, _MORE]


@pytest.mark.parametrize(
    "data",
    [
        "Bridge closed\n\n" + "\n\n".join(_TWICE),
        page("".join(f"<p>{words}</p>" for words in _TWICE)),
        'title,text\nBridge closed,"{}"\n'.format("\n\n".join(_TWICE)),
        json.dumps({"title": "Bridge", "text": "\n\n".join([*_TWICE[::2]] * 2)}),
        "{\\rtf1\\ansi Bridge closed\\par " + "\\par ".join(_TWICE) + "\\par}",
    ],
    ids=["text", "page", "table", "json", "rich text"],
)
def test_a_text_in_which_all_stands_twice_is_said_to(tmp_path: Path, data: str) -> None:
    (article,) = opened(tmp_path, data)
    assert any("stands twice" in note for note in article.notes)
    assert article.text.count(_MORE) == 2


def test_a_text_in_which_some_stands_twice_is_not(tmp_path: Path) -> None:
    (article,) = opened(tmp_path, "Bridge closed\n\n" + "\n\n".join(_TWICE[1:]))
    assert not any("stands twice" in note for note in article.notes)


def test_texts_load_no_reader_of_other_formats(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("one.txt", "two.md"):
        words = f"From the bridge, text\n\n{_LEDE} <b>So</b> it was; {{all}} of it.\n"
        (folder / name).write_text(words, "utf-8")
    script = (
        "import sys\nfrom newsdiff.cli.main import main\n"
        f"assert main(['list', '--engine', 'words', {str(folder)!r}]) == 0\n"
        "heavy = ('lxml', 'trafilatura', 'urllib3', 'pypdf', 'pyarrow', 'onnxruntime')"
        "\nprint([m for m in sys.modules if m.split('.')[0] in heavy])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("[]\n")
