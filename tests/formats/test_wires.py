"""Wire copy with control characters: what an agency's printer was told, as articles."""

from __future__ import annotations

import time

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Options, Unread
from newsdiff.formats.registry import Probe
from newsdiff.formats.wires import telex as wires
from newsdiff.model import Role

IPTC = (
    "\x01eca0042 3 i 87  dpa 0419\r\n\nNorland/bridge/transport/\r\n"
    "\x02{head} =\r\n\n"
    "   Easthaven (dpa) - The bridge over the Merrow will stay closed\r\n"
    "until spring, the transport ministry said on Wednesday.\r\n\n"
    '"We found cracks in two of the piers," engineer Ann Poole said.\r\n\n'
    "Ferries carry 1,200 people a day.\r\n\n{after}"
    "\r\n\x03212101 GMT Nov 18\r\n\x7f\n\x7f\x04"
)
NOTEBOOK = (
    "# Notebook\r\n\n## Note to editors\r\n- adds quote by engineer in\r\n"
    "  paragraph two\r\n\n## Internet links\r\n"
    "- [Ministry](http://example.org/x)\r\n\n* * * *\r\n"
    "The following information is not intended for publication\r\n\n"
    "## Editorial contacts\r\n- Reporting by: Tom Reed\r\n"
    "- Tel: +00 30 5550 1234; <desk@example.org>\r\n\ndpa tr ap\r\n"
)
ANPA = (
    "\x16\x16\x01W2870\x1fasian\nf l\x13\x11 BC-NO--Bridge{version}   02-20 0112\r\n"
    "\x02^BC-NO--Bridge{slug},112<\r\n"
    "^Bridge over the Merrow stays closed until spring<\r\n"
    "^AP Photo XNP101, XNP102<\r\n"
    "^Eds: With AP Photos.<\r\n"
    "^By ANN POOLE and TOM REED=\r\n^AP Transport Writer=\r\n"
    "\t   EASTHAVEN, Norland (AP) _ The bridge stays closed until spring _ or\r\n"
    "longer _ officials said.\r\n \r\n"
    "\t   ``We found cracks,'' an engineer said.\r\n"
    "^WHAT IS NEXT=\r\n"
    "\t   Ferries will carry commuters.\r\n"
    "\t   ___\r\n\r\n\t   \x03AP-WF-02-20-16 0337GMT<\r\n\r\n\x0c\r\n\x04"
)


def read(data: bytes | str) -> list[Extract | Unread]:
    raw = data.encode() if isinstance(data, str) else data
    assert wires.recognises(Probe(raw), Options())
    return list(wires.extract(raw, "wire.txt", Options()))


def one(data: bytes | str) -> Extract:
    (article,) = read(data)
    assert isinstance(article, Extract)
    return article


def lines(article: Extract) -> list[tuple[Role | None, str]]:
    return [(b.role, article.text[b.span.start : b.span.end]) for b in article.blocks]


def iptc(head: str = "Bridge stays closed until spring", after: str = "") -> str:
    return IPTC.format(head=head, after=after)


def anpa(slug: str = "", version: str = "") -> str:
    return ANPA.format(slug=slug, version=version)


def test_iptc_7901() -> None:
    article = one(iptc())
    assert lines(article) == [
        (Role.HEADLINE, "Bridge stays closed until spring"),
        (
            None,
            (
                "Easthaven (dpa) - The bridge over the Merrow will stay closed until "
                "spring, the transport ministry said on Wednesday."
            ),
        ),
        (None, '"We found cracks in two of the piers," engineer Ann Poole said.'),
        (None, "Ferries carry 1,200 people a day."),
    ]
    assert article.about.title == "Bridge stays closed until spring"
    assert article.about.outlet == "dpa"
    assert article.about.published == "2018-11-21T21:01+00:00"
    assert article.part == ""


def test_a_notebook_is_left_out_and_its_contacts_are_nowhere() -> None:
    article = one(iptc(after=NOTEBOOK))
    everything = repr(article) + article.text
    for secret in ("Notebook", "Tom Reed", "5550", "@", "example.org", "dpa tr ap"):
        assert secret not in everything
    assert article.text.endswith("Ferries carry 1,200 people a day.")
    assert "left out: what its agency marks as not for publication" in article.notes
    assert "note to editors: adds quote by engineer in paragraph two" in article.notes


def test_lines_over_a_headline_say_what_copy_it_is() -> None:
    article = one(iptc("REFILE\n1ST LEAD\nBridge stays closed\nBy Ann Poole, dpa"))
    assert article.about.title == "Bridge stays closed"
    assert article.about.author == "Ann Poole"
    assert "marked by its agency: REFILE" in article.notes
    # The stamp is when this version was sent, not when the story was.
    assert article.about.published is None
    assert article.about.updated == "2018-11-21T21:01+00:00"


def test_a_headline_in_two_lines_is_one() -> None:
    article = one(iptc("Bridge over the Merrow stays\nclosed until spring"))
    assert article.about.title == "Bridge over the Merrow stays closed until spring"


def test_anpa() -> None:
    article = one(anpa())
    assert lines(article) == [
        (Role.HEADLINE, "Bridge over the Merrow stays closed until spring"),
        (
            None,
            (
                "EASTHAVEN, Norland (AP) — The bridge stays closed until spring — or "
                "longer — officials said."
            ),
        ),
        (None, "“We found cracks,” an engineer said."),
        (Role.SUBHEADING, "WHAT IS NEXT"),
        (None, "Ferries will carry commuters."),
    ]
    about = article.about
    assert (about.outlet, about.author) == ("AP", "ANN POOLE, TOM REED")
    assert about.published == "2016-02-20T03:37+00:00"
    assert article.notes == ("note to editors: With AP Photos.",)


def test_a_writethru_is_a_later_version() -> None:
    article = one(anpa(", 1st Ld-Writethru", " 1stLd-Writethru"))
    assert article.about.published is None
    assert article.about.updated == "2016-02-20T03:37+00:00"
    assert "a later version of a story that was sent before" in article.notes


@pytest.mark.parametrize("slug", [", KILL", ", Kill"])
def test_a_kill_is_said_first(slug: str) -> None:
    assert one(anpa(slug)).notes[0].startswith("its agency has killed this story")


@pytest.mark.parametrize("slug", ["-Police Kill Bear", "-Lead Poisoning"])
def test_words_of_a_slug_are_no_marks(slug: str) -> None:
    article = one(anpa(slug))
    assert not any("killed" in note or "later" in note for note in article.notes)
    assert article.about.published


def test_tables_are_rows() -> None:
    rows = (
        "\x08^\x1f\x1e W\x1e \x1e \x1e L\r\n"
        "\x08New\x10 Haven\x1f\x1e 73\x1e \x1e 16{\r\n"
        "\x08Eastham;23;_;8-2\x10 \r\n"
    )
    data = anpa().replace("\t   Ferries", rows + "\t   Ferries")
    text = one(data).text
    assert "W | L" in text
    assert "New Haven | 73 | 16½" in text
    assert "Eastham | 23 | — | 8-2" in text


def test_separators_of_tables_do_not_end_lines() -> None:
    article = one(anpa().replace("will carry", "will\x1e carry"))
    assert article.text.count("\n\n") == one(anpa()).text.count("\n\n")


def test_no_control_character_reaches_the_text() -> None:
    noise = "".join(map(chr, (*range(5, 9), 11, 12, *range(14, 32), 127)))
    article = one(iptc(after=f"Noise {noise} ends.\r\n"))
    assert article.text.isprintable() is False  # only for its line feeds
    assert article.text.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    "mark", ["-30-", "NNNN", "ENDS", "(more)", "more", "^END<", "###", "___"]
)
def test_marks_of_the_end_are_no_text(mark: str) -> None:
    assert one(iptc(after=f"{mark}\r\n")).text.endswith("1,200 people a day.")
    article = one(anpa().replace("\t   ___", f"\t   {mark}"))
    assert article.text.endswith("Ferries will carry commuters.")


@pytest.mark.parametrize(
    ("stamp", "sent"),
    [
        ("212101 GMT Nov 18", "2018-11-21T21:01+00:00"),
        ("071341 GMT Okt 15", "2015-10-07T13:41+00:00"),
        ("211259 Nov 2018", "2018-11-21T12:59"),
        ("AP-WF-02-03-99 0337GMT<", "1999-02-03T03:37+00:00"),
        ("212101 GMT Nov", None),
        ("452101 GMT Nov 18", None),
        ("", None),
    ],
)
def test_stamps(stamp: str, sent: str | None) -> None:
    data = iptc().replace("212101 GMT Nov 18", stamp)
    assert one(data).about.published == sent


def test_several_messages_in_a_file() -> None:
    found = read(iptc() + "\r\n" + anpa() + iptc("Another"))
    assert [article.part for article in found] == ["1", "2", "3"]
    titles = [a.about.title for a in found if isinstance(a, Extract)]
    assert titles == [
        "Bridge stays closed until spring",
        "Bridge over the Merrow stays closed until spring",
        "Another",
    ]


def test_a_message_cut_off_is_read_and_said() -> None:
    article = one(iptc().partition("\x03")[0])
    assert article.text.endswith("Ferries carry 1,200 people a day.")
    assert any("no end" in note for note in article.notes)


def test_western_letters() -> None:
    article = one(iptc().replace("Poole", "Löw").encode("cp1252"))
    assert "Ann Löw" in article.text
    assert any("Windows-1252" in note for note in article.notes)


@pytest.mark.parametrize(
    "note", ["(Eds: Adds quote)", "CORRECTION: Fixes name of river", "(Updates)"]
)
def test_notes_over_the_text_become_notes(note: str) -> None:
    data = iptc().replace("   Easthaven", f"   {note}\r\n\n   Easthaven")
    article = one(data)
    assert note.strip("()") not in article.text
    assert lines(article)[1][1].startswith("Easthaven")


def test_a_headline_that_has_no_equals_sign() -> None:
    data = iptc().replace(" =\r", "\r")
    assert one(data).about.title == "Bridge stays closed until spring"


def test_a_message_without_a_headline_keeps_its_text() -> None:
    data = iptc().replace("Bridge stays closed until spring =\r\n\n", "")
    article = one(data)
    assert article.about.title is None
    assert article.text.startswith("Easthaven (dpa)")


@pytest.mark.parametrize("copy", ["\x02\x03", "\x02 \r\n\x03 212101 GMT Nov 18"])
def test_a_message_without_copy_is_told_in_a_sentence(copy: str) -> None:
    data = f"\x01eca0042 3 i 87 dpa\r\n{copy}\x04".encode()
    with pytest.raises(SourceError, match=r"wire\.txt has no text"):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x01",
        b"\x01\x02\x03\x04",
        b"The bridge stays closed.\n",
        b"Notes \x02 in bold \x03 of a chat\n",
        b"\x02no header\x03",
        b"PK\x03\x04\x01abc\x02",
        b"\x89PNG\r\n\x1a\n\x00\x01 x \x02",
        b"\x01" + b"x" * 5000 + b"\x02copy\x03",
        anpa().replace("\x01", "").encode(),
    ],
)
def test_other_files_are_not_taken_for_wires(data: bytes) -> None:
    assert not wires.recognises(Probe(data), Options())


def test_a_long_rest_is_read_in_bounded_time() -> None:
    start = time.monotonic()
    read(iptc() + "x" * 2_000_000 + "\x16\x01" * 1000)
    read(iptc(after=";" * 100_000 + " =<^" * 10_000))
    assert time.monotonic() - start < 5
