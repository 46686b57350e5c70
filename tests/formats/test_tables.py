"""Tables of articles: CSV, JSON and Parquet, one a row."""

from __future__ import annotations

import builtins
import csv
import datetime as dt
import io
import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Options, Unread
from newsdiff.formats.registry import Format, Probe
from newsdiff.formats.tables import delimited as tables_csv
from newsdiff.formats.tables import jsonl, parquet
from newsdiff.formats.tables.columns import columns_of, day_first
from newsdiff.model import Role

CSV = (
    "title,text,source,date,author,url,lang\n"
    '"Bridge, still closed","The bridge stays closed.\n\nRepairs take ""months"".",'
    "Herald,2024-03-05T10:00:00+01:00,By Ann Poole,https://example.org/1,EN\n"
    "Ferries run,Ferries carry commuters.,Gazette,2024-03-06 00:00:00,,,en\n"
)


def read(
    module: Any, data: bytes | str, options: Options | None = None
) -> list[Extract | Unread]:
    raw = data.encode() if isinstance(data, str) else data
    form: Format = module
    assert form.recognises(Probe(raw), options or Options())
    return list(form.extract(raw, "a.x", options or Options()))


def is_table(data: bytes | str, options: Options | None = None) -> bool:
    raw = data.encode() if isinstance(data, str) else data
    return tables_csv.recognises(Probe(raw), options or Options())


def lines(article: Extract | Unread) -> list[tuple[Role | None, str]]:
    assert isinstance(article, Extract)
    return [(b.role, article.text[b.span.start : b.span.end]) for b in article.blocks]


def test_csv() -> None:
    first, second = read(tables_csv, CSV)
    assert isinstance(first, Extract)
    assert isinstance(second, Extract)
    assert lines(first) == [
        (Role.HEADLINE, "Bridge, still closed"),
        (None, "The bridge stays closed."),
        (None, 'Repairs take "months".'),
    ]
    about = first.about
    assert (about.title, about.outlet) == ("Bridge, still closed", "Herald")
    assert about.author == "Ann Poole"
    assert about.published == "2024-03-05T10:00:00+01:00"
    assert (about.url, about.language) == ("https://example.org/1", "en")
    assert (first.part, second.part) == ("1", "2")
    # Programs write a day as its midnight.
    assert second.about.published == "2024-03-06"


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters(delimiter: str) -> None:
    data = CSV.replace("title,text,source,date,author,url,lang", "title;text;source")
    rows = list(csv.reader(io.StringIO(data.replace(";", ","))))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows(row[:3] for row in rows)
    assert len(read(tables_csv, out.getvalue())) == 2


def test_excel_names_its_delimiter() -> None:
    first, _ = read(tables_csv, "sep=;\ntext;id\nThe bridge.;1\nA ferry.;2\n")
    assert lines(first) == [(None, "The bridge.")]


def test_quotes_that_tabs_do_not_close() -> None:
    first, second = read(tables_csv, 'text\tid\n"No, she said\t1\n"Yes\t2\n')
    assert lines(first) == [(None, '"No, she said')]
    assert lines(second) == [(None, '"Yes')]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"], ids=str
)
def test_encodings(encoding: str) -> None:
    data = "id,Text\n1,Die Brücke – ja.\n2,Der Fluß.\n".encode(encoding)
    assert lines(read(tables_csv, data)[0]) == [(None, "Die Brücke – ja.")]


def test_nul_bytes_are_no_text() -> None:
    row = "3,The \0bridge" + " stays" * 1000 + ".\n"
    found = read(tables_csv, "id,text\n" + "1,The ferry runs.\n" * 200 + row)
    assert "The bridge stays" in lines(found[-1])[0][1]


@pytest.mark.parametrize(
    "names",
    [
        "Titel;Volltext;Zeitung;Datum",
        "titre;texte;journal;date",
        "Título;Texto;Periódico;Fecha",
        "HEADLINE;Full Text;News_Outlet;Published At",
        "articleTitle;article_body;publisher;pubDate",
    ],
)
def test_names_of_columns(names: str) -> None:
    row = "Bridge;The bridge stays closed.;Herald;2024-03-05"
    (found,) = read(tables_csv, f"{names}\n{row}\n")
    assert isinstance(found, Extract)
    about = found.about
    assert (about.title, about.outlet) == ("Bridge", "Herald")
    assert (about.published, found.part) == ("2024-03-05", "")


def test_columns_that_a_person_names() -> None:
    data = "t,b,o,d\nBridge,The bridge stays closed.,Herald,5 March 2024\n"
    given = Options(text="b", title="t", outlet="o", date="d")
    (found,) = read(tables_csv, data, given)
    assert isinstance(found, Extract)
    assert found.about.outlet == "Herald"
    assert found.about.published == "2024-03-05"


def test_a_column_that_is_not_there() -> None:
    with pytest.raises(SourceError, match="no column “body”: it has title, text, sour"):
        read(tables_csv, CSV, Options(text="body"))


def test_no_column_is_called_as_a_text() -> None:
    data = "title,nachricht,date,url\nA,B b,2024-03-05,https://example.org/1\n"
    with pytest.raises(SourceError, match=r"--text .*title, nachricht, date, url"):
        read(tables_csv, data)


def test_rows_without_a_text_are_said_once() -> None:
    rows = "".join(f"{n},{'' if n % 2 else 'The bridge.'}\n" for n in range(1, 31))
    found = read(tables_csv, "id,text\n" + rows + "99\n")
    assert len(found) == 17
    assert isinstance(found[-2], Unread)
    assert found[-2].why == (
        "15 rows (numbers 1, 3, 5, 7, 9 and 10 more) of a.x without a text: left out"
    )
    assert found[-1] == Unread("damaged rows", "row 31 of a.x damaged: left out")


def test_no_row_has_a_text() -> None:
    with pytest.raises(SourceError, match=r"no row of a\.x has a text in its column"):
        read(tables_csv, "id,text\n1,\n2,NaN\n")


@pytest.mark.parametrize(
    ("dates", "first", "unsure"),
    [
        (["5/9/2023", "13/9/2023"], "2023-09-05", None),
        (["5/9/2023", "9/13/2023"], "2023-05-09", None),
        (["5/9/2023", "6/9/2023"], None, "5/9/2023"),
        (["5/9/2023", "13/9/2023", "9/13/2023"], None, "5/9/2023"),
        (["5.9.2023", "9.13.2023"], "2023-09-05", None),
        (["the 1990s", ""], None, None),
    ],
)
def test_the_whole_column_says_what_its_figures_mean(
    dates: list[str], first: str | None, unsure: str | None
) -> None:
    rows = "".join(f"The bridge.,{date}\n" for date in dates)
    found = read(tables_csv, f"text,date\n{rows}")[0]
    assert isinstance(found, Extract)
    assert (found.about.published, found.about.unsure_date) == (first, unsure)


def test_day_first_of_no_dates() -> None:
    assert day_first([None, "", 3, "12/12/2023"]) is None


@pytest.mark.parametrize(
    ("name", "value", "date"),
    [
        ("epoch", "1700000000", "2023-11-14T22:13:20+00:00"),
        ("unix_time", "1700000000000", "2023-11-14T22:13:20+00:00"),
        ("created_utc", "1700000000.0", "2023-11-14T22:13:20+00:00"),
        ("timestamp", "1700000000", None),  # may be anything
        ("date", "1700000000", None),
        ("epoch", "20231114", None),
    ],
)
def test_seconds_are_a_date_only_in_a_column_of_them(
    name: str, value: str, date: str | None
) -> None:
    (found,) = read(tables_csv, f"text,{name}\nThe bridge.,{value}\n")
    assert isinstance(found, Extract)
    assert found.about.published == date


def test_markup_in_a_text() -> None:
    html = "<p>The bridge stays <b>closed</b>.</p><script>x</script><p>It is.</p>"
    (found,) = read(tables_csv, f'text,id\n"{html}",1\n')
    assert isinstance(found, Extract)
    assert lines(found) == [(None, "The bridge stays closed."), (None, "It is.")]
    assert found.notes == ("its text was HTML",)


def test_signs_of_less_are_no_markup() -> None:
    (found,) = read(tables_csv, "text,id\nIt is <5 and >3 <b> sure.,1\n")
    assert lines(found) == [(None, "It is <5 and >3 <b> sure.")]


def test_long_fields_and_the_limit_of_the_program() -> None:
    before = csv.field_size_limit()
    data = 'id,text\n1,"' + "The bridge stays closed. " * 40_000 + '"\n2,Short.\n'
    found = read(tables_csv, data)
    assert isinstance(found[0], Extract)
    assert len(found[0].text) > 900_000
    assert csv.field_size_limit() == before


def test_a_quote_that_is_never_closed_is_bounded() -> None:
    start = time.monotonic()
    rows = "1,The bridge.\n" * 20_000
    found = read(tables_csv, f'id,text\n{rows}2,"no end\n{rows}')
    assert len(found) > 20_000
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(
    "text",
    [
        "",
        "text",
        "text,title\n",
        "The mayor, who spoke, said the text, in full, is here.\nIt, too, is.\n",
        "Text, title, date\nThe text, a title, a date\n",
        "Text,title\nThis article has one line like that, and more, and more.\nEnd.\n",
        "# Text | Title\n\nThe bridge | the river.\n",
        "Name,Age\nAnn,30\nTom,40\n",
        "Dateline: EASTHAVEN, March 5\nBody: The bridge, closed.\n",
        "text;title\n",
        "Body\tof the lake\n\nThe bridge stays closed, they said.\n",
        '{"text": "a", "title": "b"}\n',
        "title: Bridge\noutlet: Herald, the\n---\nThe bridge, closed, stays.\n",
    ],
)
def test_articles_are_not_taken_for_tables(text: str) -> None:
    assert not is_table(text)


@pytest.mark.parametrize(
    "data", [b"\x00\x01,text\n1,2\n", b"\x89PNG,\n\x00", b"PK\x03\x04,text\n1,2\n"]
)
def test_binary_files_are_not_taken_for_tables(data: bytes) -> None:
    assert not is_table(data)


LINES = [
    {
        "title": "Bridge closed",
        "content": "The bridge stays closed.\nRepairs take months, the ministry said.",
        "source": {"id": None, "name": "Herald"},
        "publishedAt": "2024-03-05T10:00:00Z",
        "authors": ["Ann Poole", "Tom Reed"],
        "url": "https://example.org/1",
    },
    {"title": "Ferries", "content": ["One.", "Two."], "publishedAt": None},
]


@pytest.mark.parametrize(
    "wrap",
    [
        lambda rows: "\n".join(map(json.dumps, rows)),
        json.dumps,
        lambda rows: json.dumps(rows, indent=2),
        lambda rows: json.dumps({"status": "ok", "articles": rows}),
        lambda rows: "\ufeff" + json.dumps({"data": rows}, indent=1),
        lambda rows: "\n".join(json.dumps(row, indent=1) for row in rows),
    ],
    ids=["lines", "list", "indented", "articles", "data", "objects"],
)
def test_json(wrap: Callable[[Any], str]) -> None:
    first, second = read(jsonl, wrap(LINES))
    assert isinstance(first, Extract)
    assert lines(first) == [
        (Role.HEADLINE, "Bridge closed"),
        (None, "The bridge stays closed."),
        (None, "Repairs take months, the ministry said."),
    ]
    about = first.about
    assert (about.outlet, about.author) == ("Herald", "Ann Poole, Tom Reed")
    assert about.published == "2024-03-05T10:00:00+00:00"
    assert [words for _, words in lines(second)] == ["Ferries", "One.", "Two."]


def test_one_object_is_one_article() -> None:
    (found,) = read(jsonl, json.dumps(LINES[0], indent=4))
    assert isinstance(found, Extract)
    assert found.part == ""


def test_damaged_lines_are_said() -> None:
    good = json.dumps(LINES[0])
    found = read(jsonl, f'{good}\n{{"title": \n[1]\n{good}\n')
    assert len(found) == 3
    assert found[2] == Unread(
        "damaged rows", "2 rows (numbers 2, 3) of a.x damaged: left out"
    )


def test_a_list_that_is_cut_gives_what_is_whole() -> None:
    data = json.dumps([LINES[0]] * 3)
    found = read(jsonl, data[:-40])
    assert len([one for one in found if isinstance(one, Extract)]) == 2


def test_a_long_first_object_is_recognised() -> None:
    data = json.dumps([{"text": "The bridge. " * 50_000}, {"text": "Two."}])
    assert len(read(jsonl, data)) == 2


def test_halves_of_characters_are_no_text() -> None:
    (found,) = read(jsonl, '{"url": "", "text": "A \\ud83d bridge\\u0000."}')
    assert lines(found) == [(None, "A bridge.")]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b'{"a": 1}\n{"a": 2}\n',
        b'{"text": 5}',
        b'{"version": "https://jsonfeed.org/version/1", "text": "a"}',
        b"[" * 100_000,
        b'{"text": ' * 100_000,
        b'{"text": "never closed',
        b'{"text": "short"}',
        b'[{"text": "short", "pieces": []}]',
        b'{"story": "a", "articles": {"1": {"text": "b"}}}',
        b"{This is a note.} The text of it is short.\n",
        b"[sic] The bridge, he said.\n",
    ],
)
def test_other_json_and_prose_is_not_taken_for_it(data: bytes) -> None:
    assert not jsonl.recognises(Probe(data), Options())


def parquet_file(columns: dict[str, Any]) -> bytes:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, row_group_size=2)
    return out.getvalue()


def test_parquet() -> None:
    pa = pytest.importorskip("pyarrow")
    day = dt.datetime(2024, 3, 5, tzinfo=dt.UTC)
    moment = day + dt.timedelta(hours=10)
    data = parquet_file(
        {
            "headline": ["Bridge closed", "Ferries", None, "Bare"],
            "body": ["The bridge stays closed.", None, "", "Only a text."],
            "newspaper": pa.array(["Herald"] * 4).dictionary_encode(),
            "published": pa.array([moment] * 4, pa.timestamp("ns", "Europe/Berlin")),
            "authors": [["Ann Poole", "Tom Reed"], [], None, []],
            "pixels": pa.array([b"x"] * 4),
        }
    )
    first, second, missing = read(parquet, data)
    assert isinstance(first, Extract)
    assert isinstance(second, Extract)
    assert lines(first) == [
        (Role.HEADLINE, "Bridge closed"),
        (None, "The bridge stays closed."),
    ]
    about = first.about
    assert (about.outlet, about.author) == ("Herald", "Ann Poole, Tom Reed")
    assert about.published == "2024-03-05T11:00:00+01:00"
    assert second.part == "4"
    assert isinstance(missing, Unread)
    assert "2 rows (numbers 2, 3)" in missing.why


def test_days_and_figures_in_parquet() -> None:
    data = parquet_file({"text": ["One.", "Two."], "date": ["5/9/2023", "30/9/2023"]})
    found = read(parquet, data)[0]
    assert isinstance(found, Extract)
    assert found.about.published == "2023-09-05"
    data = parquet_file({"text": ["One."], "date": [dt.date(2023, 9, 5)]})
    found = read(parquet, data)[0]
    assert isinstance(found, Extract)
    assert found.about.published == "2023-09-05"


def test_a_column_that_is_not_in_parquet() -> None:
    data = parquet_file({"text": ["One."], "x": [1]})
    with pytest.raises(SourceError, match="no column “body”: it has text, x"):
        read(parquet, data, Options(text="body"))


@pytest.mark.parametrize("keep", [4, 12, -9])
def test_damaged_parquet(keep: int) -> None:
    data = parquet_file({"text": ["One."]})
    with pytest.raises(SourceError, match=r"a\.x is damaged Parquet \("):
        read(parquet, data[:keep])


def test_parquet_without_its_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def absent(name: str, *rest: Any, **named: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(SourceError, match=r"pip install 'newsdiff\[parquet\]'"):
        read(parquet, b"PAR1")


def test_every_column_is_used_once() -> None:
    columns = columns_of(["text", "title"], Options(text="title"), "a.csv")
    assert columns.used == ["title"]
