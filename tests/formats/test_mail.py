"""Letters become articles: newsletters, mailboxes, and what people forward."""

from __future__ import annotations

import base64
import quopri
import time
from email.message import EmailMessage

import pytest

from newsdiff.errors import SourceError
from newsdiff.formats import Extract, Extracted, Options, Unread
from newsdiff.formats.mail.mail import extract, recognises
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

BODY = """The bridge at Northam closed on Monday.

It opens again in May, the council said.
"""
HEAD = """From: Northam Ledger <news@ledger.example.org>
To: reader@example.com
Subject: Bridge closed
Date: Tue, 5 Sep 2023 19:41:15 +0300
Message-ID: <1@ledger.example.org>
MIME-Version: 1.0
"""
PARAGRAPHS = [
    "The bridge at Northam closed on Monday.",
    "It opens again in May, the council said.",
]


def letter(body: str = BODY, head: str = HEAD, kind: str = "text/plain") -> bytes:
    typed = "" if "Content-Type" in head else f"Content-Type: {kind}; charset=utf-8\n"
    return f"{head}{typed}\n{body}".encode()


def html(inside: str, head: str = HEAD) -> bytes:
    return letter(f"<html><body>{inside}</body></html>", head, "text/html")


def multipart(kind: str, *parts: str, head: str = HEAD) -> bytes:
    bounded = "".join(f"--b1\n{part}\n" for part in parts)
    typed = f'{head}Content-Type: multipart/{kind}; boundary="b1"\n'
    return f"{typed}\n{bounded}--b1--\n".encode()


def part(kind: str, body: str, more: str = "") -> str:
    return f"Content-Type: {kind}; charset=utf-8\n{more}\n{body}"


def read(data: bytes) -> list[Extracted]:
    assert recognises(Probe(data), Options())
    return list(extract(data, "a.eml", Options()))


def articles(data: bytes) -> list[Extract]:
    found = read(data)
    assert all(isinstance(one, Extract) for one in found), found
    return [one for one in found if isinstance(one, Extract)]


def only(data: bytes) -> Extract:
    [article] = articles(data)
    return article


def paragraphs(article: Extract) -> list[str]:
    return article.text.split("\n\n")


# --- what a letter is -----------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_plain_letter(end: str) -> None:
    article = only(letter().replace(b"\n", end.encode()))
    assert paragraphs(article) == ["Bridge closed", *PARAGRAPHS]
    assert article.blocks[0].role is Role.HEADLINE
    about = article.about
    assert (about.title, about.outlet) == ("Bridge closed", "Northam Ledger")
    assert about.published == "2023-09-05T19:41:15+03:00"
    assert about.author is None
    assert about.url is None
    assert article.part == ""
    assert article.notes == ()


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("=?utf-8?B?QsO8cmdlcm1laXN0ZXI=?=", "Bürgermeister"),
        ("=?iso-8859-1?Q?Caf=E9_closed?=", "Café closed"),
        ("=?utf-8?q?Caf=C3?=\n =?utf-8?q?=A9?= closed", "Café closed"),
        ("=?no-such?q?Caf=C3=A9?=", "Café"),
        ("=?utf-8?B?broken!?= closed", None),
        ("Café closed", "Café closed"),
        ("Bridge\n closed", "Bridge closed"),
        ("Re: Fwd: RE[2]: FW: AW: Bridge closed", "Bridge closed"),
        ("[EXTERNAL] Fwd: [EXT] Bridge closed", "Bridge closed"),
        ("[Update] Bridge closed", "[Update] Bridge closed"),
        ("Re: ", "Re:"),
        ("Regarding: the bridge", "Regarding: the bridge"),
    ],
)
def test_subjects(subject: str, title: str | None) -> None:
    data = letter(head=HEAD.replace("Bridge closed", subject))
    found = only(data).about.title
    assert found == title if title else found


def test_a_list_puts_its_name_before_the_subject() -> None:
    head = HEAD.replace("Bridge", "Re: [news] Bridge").replace(
        "Northam Ledger <news@ledger.example.org>", "news@ledger.example.org"
    )
    about = only(letter(head=f"{head}List-Id: The Ledger <news.example.org>\n")).about
    assert (about.title, about.outlet) == ("Bridge closed", "The Ledger")


@pytest.mark.parametrize(
    ("sender", "author", "outlet"),
    [
        ("=?utf-8?q?Der_B=C3=BCrger?= <n@example.org>", None, "Der Bürger"),
        ('"Ledger, The" <n@example.org>', None, "Ledger, The"),
        ("n@example.org", None, None),
        ("<n@example.org>", None, None),
        ('"n@example.org" <n@example.org>', None, None),
        ("Jane Marsh via The Ledger <n@example.org>", "Jane Marsh", "The Ledger"),
        ("Letters from Northam <n@example.org>", None, "Letters from Northam"),
    ],
)
def test_who_a_letter_is_from(
    sender: str, author: str | None, outlet: str | None
) -> None:
    head = HEAD.replace("Northam Ledger <news@ledger.example.org>", sender)
    about = only(letter(head=head)).about
    assert (about.author, about.outlet) == (author, outlet)


def test_raw_bytes_in_headers_are_read() -> None:
    data = letter(head=HEAD.replace("Bridge", "Café"))
    assert only(data).about.title == "Café closed"
    western = data.replace("é".encode(), b"\xe9")
    assert only(western).about.title == "Café closed"


# --- encodings ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "coded"),
    [
        ("quoted-printable", quopri.encodestring("Die Brücke ist zu.".encode())),
        ("base64", base64.encodebytes("Die Brücke ist zu.".encode())),
        ("8bit", "Die Brücke ist zu.".encode()),
        ("no-such-thing", "Die Brücke ist zu.".encode()),
    ],
)
def test_ways_to_send_letters_beyond_ascii(encoding: str, coded: bytes) -> None:
    head = f"{HEAD}Content-Type: text/plain; charset=utf-8\n"
    data = f"{head}Content-Transfer-Encoding: {encoding}\n\n".encode() + coded
    assert paragraphs(only(data))[1] == "Die Brücke ist zu."


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "cp1252"),
        ("us-ascii", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("no-such", "utf-8"),
        (None, "utf-8"),
        (None, "cp1252"),
        ("windows-1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("gb2312", "gb18030"),
    ],
)
def test_wrong_and_missing_encodings(declared: str | None, encoding: str) -> None:
    kind = "text/plain" + (f"; charset={declared}" if declared else "")
    head = f"{HEAD}Content-Type: {kind}\nContent-Transfer-Encoding: base64\n\n"
    text = "Die Brücke – und die Straße – sind zu."
    data = head.encode() + base64.encodebytes(text.encode(encoding))
    assert paragraphs(only(data))[1] == text


def test_the_encoding_that_html_names_counts_where_its_part_names_none() -> None:
    head = f"{HEAD}Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
    text = "<meta charset='iso-8859-2'><p>Brückę</p>"
    data = head.encode() + base64.encodebytes(text.encode("iso-8859-2"))
    assert paragraphs(only(data))[1] == "Brückę"


# --- lines ----------------------------------------------------------------------------


def test_wrapped_lines_are_joined_and_items_are_not() -> None:
    body = """The bridge at Northam closed on Monday after engineers found cracks in
two of its pillars. It opens again in May, a spokeswoman of the council
said.

On the list:
* the bridge, which is the only one that cars take between here and the
  sea
* the road
Two short lines
that stand alone
"""
    article = only(letter(body))
    assert article.text.startswith(
        "Bridge closed\n\nThe bridge at Northam closed on Monday after engineers found "
        "cracks in two of its pillars. It opens again in May, a spokeswoman of the "
        "council said.\n\n"
    )
    assert paragraphs(article)[2:] == [
        "On the list:",
        "* the bridge, which is the only one that cars take between here and the sea",
        "* the road",
        "Two short lines",
        "that stand alone",
    ]


def test_flowed_lines_are_joined() -> None:
    body = "One sentence \nand more.\nTwo.\n From here \non.\n-- \nJane\nLedger\n"
    head = f"{HEAD}Content-Type: text/plain; charset=utf-8; format=flowed\n"
    article = only(letter(body, head))
    assert paragraphs(article)[1:] == [
        "One sentence and more.",
        "Two.",
        "From here on.",
    ]
    assert article.notes == ("left out: 1 signature",)
    deleting = head.replace("flowed", "flowed; delsp=yes")
    assert "One sentenceand more." in only(letter(body, deleting)).text


def test_addresses_of_links_and_rules_are_no_text() -> None:
    body = """View this email in your browser <https://t.example.org/v>

==========
The council <https://t.example.org/1> met ( https://t.example.org/2 ).
[image: A bridge]
https://t.example.org/3

----------
It will meet again.

Unsubscribe: https://t.example.org/u
Northam Ledger, 1 High Street
"""
    article = only(letter(body))
    assert paragraphs(article)[1:] == ["The council met.", "It will meet again."]
    note = "left out: 4 link targets, 1 picture, 2 mailing notices"
    assert article.notes == (note,)


# --- newsletters in HTML --------------------------------------------------------------

NEWSLETTER = """<div style="display:none;max-height:0">Preview of the news</div>
<table role="presentation" width="100%"><tr><td align="center">
<table><tr><td><a href="https://t.example.org/v">View this email in your browser</a>
</td></tr><tr><td><img src="logo.png" alt="Ledger"></td></tr></table>
<table><tr><td><h1>Bridge shut until May</h1><p>The bridge closed on Monday.</p>
<p>Its <s>two</s> three pillars have cracks.</p></td></tr></table>
<table><tr><td><h2>How many cross it</h2></td></tr><tr><td>
<table><tr><th>Year</th><th>Cars</th></tr><tr><td>2021</td><td>1,204</td></tr>
</table></td></tr></table>
<table><tr><td>Left comes first.</td><td>Right comes second.</td></tr></table>
<p><a href="https://t.example.org/r">Read more</a></p>
<table><tr><td>You are receiving this email because you signed up.<br>
<a href="https://t.example.org/u">Unsubscribe</a> | <a href="x">Privacy policy</a></td>
</tr><tr><td>Ledger Media Ltd, 1 High Street, Northam</td></tr></table>
</td></tr></table><img src="https://t.example.org/o" width="1" height="1">"""


def test_a_newsletter_laid_out_in_tables() -> None:
    article = only(html(NEWSLETTER))
    assert paragraphs(article) == [
        "Bridge shut until May",
        "The bridge closed on Monday.",
        "Its three pillars have cracks.",
        "How many cross it",
        "Year | Cars",
        "2021 | 1,204",
        "Left comes first.",
        "Right comes second.",
    ]
    assert article.about.title == "Bridge shut until May"
    [note] = article.notes
    for what in (
        "1 tracking image",
        "1 hidden passage",
        "1 struck-out passage",
        "3 mailing notices",
        "1 “read more” link",
    ):
        assert what in note
    assert [b.role for b in article.blocks].count(Role.HEADLINE) == 1


def test_html_is_read_where_it_is_whole() -> None:
    stub = part("text/plain", "View this email in your browser: https://x.example.org")
    whole = part("text/html", "<h2>Why</h2><p>The bridge closed.</p><p>It did.</p>")
    article = only(multipart("alternative", stub, whole))
    assert paragraphs(article)[1:] == ["Why", "The bridge closed.", "It did."]


def test_plain_text_is_read_where_html_has_less() -> None:
    poor = part("text/html", "<p><img src='x.png'></p><p>The Ledger</p>")
    article = only(multipart("alternative", part("text/plain", BODY), poor))
    assert paragraphs(article)[1:] == PARAGRAPHS


def test_words_of_a_story_are_no_notice() -> None:
    inside = """<p>Customers who tried to unsubscribe were charged, the regulator said.
    </p><p>The firm has a <a href="x">privacy policy</a> that nobody reads: it is twelve
    pages long, has no date, and says in one place that what it says in another is not
    so. Lawyers who were asked about it laughed, then wept, and then sent a bill, which
    was twelve pages long as well and had no date and no sum, only a signature and the
    words that it was due.</p><p>You are receiving a letter, she told him.</p>"""
    article = only(html(inside))
    assert len(paragraphs(article)) == 4
    assert article.notes == ()


def test_several_headlines_leave_the_subject_as_the_headline() -> None:
    article = only(html("<h1>One</h1><p>A.</p><h1>Two</h1><p>B.</p>"))
    assert paragraphs(article) == ["Bridge closed", "One", "A.", "Two", "B."]
    assert [b.role for b in article.blocks][1] is Role.SUBHEADING


def test_the_name_of_the_paper_is_no_headline() -> None:
    article = only(html("<h1>Northam Ledger</h1><p>A story.</p>"))
    assert paragraphs(article) == ["Bridge closed", "A story."]


# --- parts ----------------------------------------------------------------------------


def test_attachments_are_named_and_never_opened() -> None:
    pdf = (
        "Content-Type: application/pdf\nContent-Disposition: attachment;"
        ' filename="../../etc/report.pdf"\n\nJVBERg==\n'
    )
    text = part("text/plain", "no", "Content-Disposition: attachment; filename=b.txt\n")
    article = only(multipart("mixed", part("text/plain", BODY), pdf, text))
    assert paragraphs(article)[1:] == PARAGRAPHS
    assert article.notes == ("attachments, not opened: ../../etc/report.pdf, b.txt",)


def test_parts_within_parts_are_read_in_order() -> None:
    message = EmailMessage()
    message["From"] = "Ledger <n@example.org>"
    message["Subject"] = "Nested"
    message.set_content("Short.")
    message.add_alternative("<p>The whole <img src='cid:p'> story.</p>", subtype="html")
    whole = message.get_payload(1)
    assert isinstance(whole, EmailMessage)
    whole.add_related(b"PNG", "image", "png", cid="<p>")
    message.add_attachment(b"x", "application", "zip", filename="a.zip")
    article = only(message.as_bytes())
    assert paragraphs(article) == ["Nested", "The whole story."]
    assert article.notes == ("attachments, not opened: a.zip",)


def attached(cover: str) -> bytes:
    inner = letter(head=HEAD.replace("Bridge closed", "Inner news")).decode()
    outer = HEAD.replace("Northam Ledger", "Ed Lee").replace(
        "Bridge closed", "Fwd: see"
    )
    return multipart(
        "mixed",
        part("text/plain", cover),
        f"Content-Type: message/rfc822\n\n{inner}",
        head=outer,
    )


def test_a_letter_that_is_attached_is_the_article() -> None:
    article = only(attached("FYI, Ed"))
    assert article.about.title == "Inner news"
    assert article.about.outlet == "Northam Ledger"
    assert article.part == ""
    assert article.notes == ("left out, the words of who forwarded it: “FYI, Ed”",)


def test_a_long_letter_with_another_attached_are_two_articles() -> None:
    outer, inner = articles(attached("The bridge, again. " * 20))
    assert (outer.about.title, inner.about.title) == ("see", "Inner news")
    assert (outer.part, inner.part) == ("", "1")


def test_a_letter_without_text_says_so() -> None:
    with pytest.raises(SourceError, match=r"^a\.eml has no text: there is no article"):
        read(letter(""))
    pdf = "Content-Type: application/pdf; name=a.pdf\n\nx"
    with pytest.raises(SourceError, match=r"only attachments: save .* \(a\.pdf\)"):
        read(multipart("mixed", pdf))


def test_what_is_cut_or_damaged_says_so() -> None:
    whole = multipart("mixed", part("text/plain", BODY))
    cut = only(whole.removesuffix(b"--b1--\n"))
    assert cut.notes == ("the letter ends in the middle: its text may be cut",)
    head = f"{HEAD}Content-Type: multipart/mixed\n"
    broken = only(letter(head=head))
    assert broken.notes == ("the letter is damaged: what can be read is read",)
    assert paragraphs(broken)[1:] == PARAGRAPHS


def test_names_of_attachments_are_words() -> None:
    pdf = 'Content-Type: application/pdf; name="Brücke.pdf"\n\nx'
    data = multipart("mixed", part("text/plain", BODY), pdf)
    [note] = only(data).notes
    assert note == "attachments, not opened: Brücke.pdf"


def test_what_is_encrypted_is_said_to_be() -> None:
    pgp = "Content-Type: application/pgp-encrypted\n\nVersion: 1"
    with pytest.raises(SourceError, match=r"^a\.eml is encrypted: open it in a mail"):
        read(multipart("encrypted", pgp))


def test_a_signed_letter_is_its_first_part() -> None:
    signed = "Content-Type: application/pgp-signature; name=s.asc\n\nxyz"
    article = only(multipart("signed", part("text/plain", BODY), signed))
    assert paragraphs(article)[1:] == PARAGRAPHS
    assert article.notes == ()


# --- older letters --------------------------------------------------------------------

REPLY = HEAD.replace("Bridge closed", "Re: Bridge closed")
FORWARD = HEAD.replace("Bridge closed", "Fwd: Bridge closed").replace(
    "Northam Ledger", "Ed Lee"
)


BY_GMAIL = """On Mon, 4 Sep 2023 at 10:00, Jane Marsh <j@example.org>
wrote:

> Old.
>
> Older."""
BY_APPLE = """On 4 Sep 2023, at 10:00, Jane Marsh wrote:
> Old.
> Older."""
BY_THUNDERBIRD = """Am 04.09.2023 um 10:00 schrieb Jane Marsh:
> Old."""
BY_OUTLOOK = """-----Original Message-----
From: Jane Marsh
Sent: Monday, 4 September 2023 10:00
To: Ed Lee
Subject: Bridge

Old."""
BY_OUTLOOK_FOR_MANY = """________________________________
From: Jane Marsh
Sent: 4 September 2023
To: A; B;
 C; D
Cc: E
Subject: Bridge

Old."""


BY_HOTMAIL = """> Subject: Bridge
> From: j@example.org
> To: e@example.org; f@example.org
> Date: Mon, 4 Sep 2023 10:00:00 +0400
>
> Old."""
BY_ANDROID = """04.09.2023 10:00 user "j@example.org" < j@example.org> wrote:

> Old."""


@pytest.mark.parametrize(
    "quoted",
    [
        BY_GMAIL,
        BY_APPLE,
        BY_THUNDERBIRD,
        BY_OUTLOOK,
        BY_OUTLOOK_FOR_MANY,
        BY_HOTMAIL,
        BY_ANDROID,
    ],
)
def test_what_a_reply_quotes_is_left_out(quoted: str) -> None:
    article = only(letter(f"{BODY}\n{quoted}\n", REPLY))
    assert paragraphs(article)[1:] == PARAGRAPHS
    assert article.notes == ("left out: 1 quoted letter",)


HTML_BY_GMAIL = """<div class="gmail_quote">On Mon, 4 Sep 2023 Jane Marsh wrote:
<blockquote>Old.</blockquote></div>"""
HTML_BY_APPLE = """<blockquote type="cite"><p>Old.</p>
<blockquote type="cite">Older.</blockquote></blockquote>"""
HTML_BY_OUTLOOK = """<div id="divRplyFwdMsg"><b>From:</b> J<br><b>Sent:</b> Monday<br>
<b>To:</b> E<br><b>Subject:</b> Bridge</div><p>Old.</p>"""


@pytest.mark.parametrize("quoted", [HTML_BY_GMAIL, HTML_BY_APPLE, HTML_BY_OUTLOOK])
def test_what_a_reply_in_html_quotes_is_left_out(quoted: str) -> None:
    inside = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    article = only(html(inside + quoted, REPLY))
    assert paragraphs(article)[1:] == PARAGRAPHS
    assert article.notes == ("left out: 1 quoted letter",)


FORWARDED_BY_GMAIL = """---------- Forwarded message ---------
From: Northam Ledger <n@example.org>
Date: Mon, Sep 4, 2023 at 10:00 PM
Subject: Cracks found
To: <e@example.com>
"""
FORWARDED_BY_APPLE = """Begin forwarded message:

> From: Northam Ledger <n@example.org>
> Subject: Cracks found
> Date: 4 September 2023 at 22:00:00 CEST
> To: e@example.com
>"""
FORWARDED_BY_OUTLOOK = """-----Original Message-----
From: Northam Ledger [mailto:n@example.org]
Sent: Monday, 4 September 2023 22:00
To: Ed Lee
Subject: FW: Cracks found
"""
FORWARDED_BY_NEW_OUTLOOK = """*From:* Northam Ledger <n@example.org>
*Sent:* Monday, 4 September 2023 22:00
*To:* Ed Lee
*Subject:* Cracks found
"""


@pytest.mark.parametrize(
    "marker",
    [
        FORWARDED_BY_GMAIL,
        FORWARDED_BY_APPLE,
        FORWARDED_BY_OUTLOOK,
        FORWARDED_BY_NEW_OUTLOOK,
    ],
)
def test_what_is_forwarded_is_the_story(marker: str) -> None:
    body = BODY.replace("\n\n", "\n>\n> ").rstrip() if "> To" in marker else BODY
    quote = "> " if "> To" in marker else ""
    article = only(letter(f"Worth a look.\n\n{marker}\n{quote}{body}", FORWARD))
    assert paragraphs(article) == ["Cracks found", *PARAGRAPHS]
    about = article.about
    assert about.outlet == "Northam Ledger"
    assert about.published is not None
    assert about.published.startswith("2023-09-04T22:00")
    note = "left out, the words of who forwarded it: “Worth a look.”"
    assert article.notes == (note,)


def test_what_is_forwarded_in_html_is_the_story() -> None:
    inside = """<div>See this.</div><div class="gmail_quote"><div class="gmail_attr">
    ---------- Forwarded message ---------<br>From: <b>Northam Ledger</b> &lt;n@x.io&gt;
    <br>Date: Mon, Sep 4, 2023 at 10:00 PM<br>Subject: Cracks found<br>To: E<br></div>
    <br><br><h1>Cracks in the bridge</h1><p>It closed.</p></div>"""
    article = only(html(inside, FORWARD))
    assert paragraphs(article) == ["Cracks in the bridge", "It closed."]
    assert article.about.outlet == "Northam Ledger"


def test_a_letter_forwarded_twice_is_the_innermost() -> None:
    inner = (
        "-----Original Message-----\nFrom: A <a@x.org>\nSent: 3 May 2023 10:00\nTo: B\n"
    )
    outer = inner.replace("From: A", "From: C")
    body = f"{outer}Subject: FW: x\n\nfyi\n\n{inner}Subject: The story\n\n{BODY}"
    article = only(letter(body, FORWARD))
    assert article.about.title == "The story"
    assert article.about.outlet == "A"
    assert paragraphs(article)[1:] == PARAGRAPHS


def test_a_letter_that_is_nothing_but_a_quote_is_read() -> None:
    quoted = "\n".join(f"> {line}" for line in BODY.splitlines())
    assert paragraphs(only(letter(quoted, REPLY)))[1:] == PARAGRAPHS


def test_an_article_may_say_that_somebody_wrote() -> None:
    body = f"{BODY}\nOn Monday the mayor wrote:\n\n> We shall open it in May.\n"
    assert paragraphs(only(letter(body)))[-1] == "We shall open it in May."


def test_an_article_may_have_lines_that_look_like_headers() -> None:
    body = f"{BODY}\nFrom: 3 May\nTo: 5 June\nPrice: 12\n"
    assert paragraphs(only(letter(body)))[-3:] == [
        "From: 3 May",
        "To: 5 June",
        "Price: 12",
    ]


# --- mailboxes ------------------------------------------------------------------------


def test_a_mailbox() -> None:
    first = letter(BODY + "\n>From the sea came nothing.\n\nFrom 2020 on, it did.\n")
    second = letter(head=HEAD.replace("Bridge", "Road"))
    third = letter("", HEAD)
    box = b"\n".join(
        b"From " + who + b" Tue Sep  5 19:41:15 2023\n" + one
        for who, one in [(b"n@example.org", first), (b"-", second), (b"x", third)]
    )
    one, two, three = read(box)
    assert isinstance(one, Extract)
    assert isinstance(two, Extract)
    assert paragraphs(one)[-2:] == [
        "From the sea came nothing.",
        "From 2020 on, it did.",
    ]
    assert (one.part, two.part, three.part) == ("1", "2", "3")
    assert two.about.title == "Road closed"
    assert three == Unread(
        "3", "letter 3 of a.eml has no text: there is no article in it"
    )


def test_a_mailbox_with_line_ends_of_the_net() -> None:
    box = b"".join(
        b"From - Tue Sep  5 19:41:15 2023\n" + letter() + b"\n" for _ in "ab"
    )
    assert len(articles(box.replace(b"\n", b"\r\n"))) == 2


def test_an_attached_letter_of_a_mailbox_has_its_number() -> None:
    box = b"From x Tue Sep  5 19:41:15 2023\n" + attached("The bridge, again. " * 20)
    assert [one.part for one in articles(box)] == ["1", "1.1"]


# --- damage and harm ------------------------------------------------------------------


def said(data: bytes) -> str:
    try:
        list(extract(data, "a.eml", Options()))
    except SourceError as error:
        return str(error)
    return ""


def test_every_truncation_is_read_or_refused_in_one_sentence() -> None:
    whole = multipart(
        "alternative", part("text/plain", BODY), part("text/html", f"<p>{BODY}</p>")
    )
    for end in range(0, len(whole), 11):
        assert said(whole[:end]).count("a.eml") <= 1


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace("Tue, 5 Sep 2023 19:41:15 +0300", "Tue, 31 Feb 2023 99:99"),
        HEAD.replace("Northam Ledger <news@ledger.example.org>", '<<<@@>,;:\\"'),
        HEAD.replace("Bridge closed", "=?utf-8?b?=?= =?x?q??= =?utf-8?b?A?="),
        HEAD + "Content-Type: text/plain; charset*=a'b'c%zz; format\n",
        HEAD + "Content-Type: ;;;=\nContent-Disposition: ;\n",
        HEAD + "Content-Type: multipart/mixed\n",
        HEAD + "Content-Type: multipart/mixed; boundary=none\n",
        HEAD + "Content-Type: message/rfc822\n",
        HEAD + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n",
        HEAD + "Content-Type: text/plain\nContent-Transfer-Encoding: x-uuencode\n",
    ],
)
def test_broken_headers_do_no_harm(head: str) -> None:
    assert said(letter(head=head)).count("a.eml") <= 1


@pytest.mark.parametrize("many", [90, 5000])
def test_parts_in_parts_end_soon(many: int) -> None:
    start = time.perf_counter()
    nested = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(many)
    )
    sentence = said(f"{HEAD}{nested}\n\n{BODY * 100}".encode())
    assert sentence == (
        ""
        if many < 100
        else "a.eml has parts in parts without end: save its text by itself"
    )
    letters = "Content-Type: message/rfc822\n\n" * many
    assert said(f"{HEAD}{letters}\n\n{BODY}".encode()).count("a.eml") <= 1
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    "body",
    [
        ">" * 200_000,
        "> a\n" * 50_000,
        "From: a\n" * 30_000,
        "On 2023 " * 30_000,
        "<div>" * 100_000,
        "<table><tr><td>" * 20_000,
        "[" * 100_000 + "<https://" * 10_000,
        "---------- Forwarded message ----------\n" * 5000,
        "- " * 100_000,
        " " * 200_000 + "x",
    ],
)
def test_texts_made_to_be_slow_are_not(body: str) -> None:
    start = time.perf_counter()
    for kind in ("text/plain", "text/html", "text/plain; format=flowed"):
        assert said(letter(body, HEAD, kind)).count("a.eml") <= 1
    assert time.perf_counter() - start < 20


# --- what is no mail ------------------------------------------------------------------


SAVED_PAGE = """From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/
MIME-Version: 1.0
Content-Type: multipart/related

x"""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "From: Jane Marsh\nSubject: Bridge\nDate: 5 September 2023\n\nIt closed.",
        "Subject: Bridge closed\n\nIt closed.",
        "From: j@example.org\nSubject: Bridge\n\nIt closed on Monday.",
        "From: Jane Marsh\nDate: Tue, 5 Sep 2023 19:41:15 +0300\n\nIt closed.",
        "From Northam, the road runs to Ely.\n\nSubject: none.",
        "From 10:00 to 12:00 in 2023 it was shut.\nNote: it opened then.\n\nText.",
        "---\ntitle: Bridge\noutlet: Ledger\n---\nIt closed.",
        "Title: Bridge\nDate: Tue, 5 Sep 2023 19:41:15 +0300\n\nIt closed.",
        "From: Jane <j@example.org>\nIt closed.\nMessage-ID: x\n\nText.",
        HEAD.strip(),
        SAVED_PAGE,
        '{"From": "x"}',
        "# From: a\n\nb",
    ],
)
def test_what_people_type_is_no_mail(text: str) -> None:
    assert not recognises(Probe(text.encode()), Options())


def test_blanks_before_a_letter_do_not_matter() -> None:
    for before in (b" " * 255 + b"\r\n", b"\n\n", b"\xef\xbb\xbf"):
        assert paragraphs(only(before + letter()))[1:] == PARAGRAPHS


def test_a_report_of_a_mail_program_is_no_letter_in_a_letter() -> None:
    status = "Content-Type: message/delivery-status\n\nAction: failed\n\nStatus: 5"
    data = multipart("report", part("text/plain", BODY), status)
    assert paragraphs(only(data))[1:] == PARAGRAPHS


def test_a_letter_without_machine_headers_is_one_by_its_address_and_date() -> None:
    text = (
        "From: Jane <j@example.org>\nTo: Ed <e@example.org>\nSubject: Bridge\n"
        "Date: Tue, 5 Sep 2023 19:41:15 +0300\n\nIt closed."
    )
    assert only(text.encode()).text == "Bridge\n\nIt closed."
