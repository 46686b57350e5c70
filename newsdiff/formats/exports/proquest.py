"""ProQuest exports as plain text, and what both kinds of ProQuest exports share.

Articles stand between lines of underscores (older: asterisks); a notice of ProQuest is
the last piece. The title has no label. The text ends where labels follow each other,
since a paragraph of it may begin with "Location:" too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from newsdiff.errors import SourceError
from newsdiff.formats.dates import StatedDate, stated_date
from newsdiff.formats.decoding import decode
from newsdiff.formats.exports.common import address, author_of
from newsdiff.formats.extracts import (
    About,
    Extract,
    Extracted,
    Options,
    Unread,
    extract_of,
    language_of,
    left_out,
    one_line,
)
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

_SEPARATOR: Final = re.compile(r"^[ \t]*(?:_{50,}|\*{50})[ \t]*$", re.MULTILINE)
_SAMPLE: Final = 1 << 17
_LABELS: Final = {
    label.replace(" ", "").casefold(): label
    for label in (
        "Title|Author|AuthorAffiliation|Publication info|Publication title|Abstract|"
        "Abstract (summary)|Links|Link|Full text|Subject|Location|People|Company|"
        "Company / organization|Classification|Business indexing term|URL|"
        "Identifier / keyword|Page|Pages|First page|Number of pages|Year|"
        "Publication year|Publication date|Publication subject|Section|Column|Volume|"
        "Issue|Publisher|Place of publication|Country of publication|Dateline|"
        "Journal subject|ISSN|e-ISSN|eISSN|CODEN|Source type|Language of publication|"
        "Document type|Document feature|ProQuest document ID|Document URL|Copyright|"
        "Last updated|Database|Credit|Edition|Illustration|Caption|Photograph|Notes|"
        "References"
    ).split("|")
}
"""Labels by their letters: in some files a blank in them is lost."""
_LABEL: Final = re.compile(r"\s*(?P<name>[A-Za-z][A-Za-z /()-]{2,30})\s*:(?=\s|$)")
_STRONG: Final = frozenset(
    "Full text|Publication title|Publication info|ProQuest document ID|Document URL|"
    "Publication date".split("|")
)
"""Labels of which only an export of ProQuest has several."""
_NUMBER: Final = re.compile(r"\s*Document \d+ of \d+\s*")
_LINK: Final = re.compile(r"\s*(?:ProQuest document link|https?://\S+)\s*")
_NOTICE: Final = re.compile(
    r"Contact ProQuest|Terms and Conditions|Copyright © \d{4} ProQuest|ProQuest LLC"
    r"|Bibliography|Table of contents|Citation style",
    re.IGNORECASE,
)
_CORRECTION: Final = re.compile(
    r"CORRECTION:\s*(?:SEE CORRECTION APPENDED;?\s*)?(?P<words>.*)", re.DOTALL
)
_NONE: Final = re.compile(
    r"(?:none|not)\s*available\b.*|caption text only\.?|n/a", re.IGNORECASE | re.DOTALL
)
_HEADING: Final = re.compile(
    r"\s*(?:Illustration|Photograph|AuthorAffiliation)\s*|\s*(?:Caption|Credit)\s*:.*"
)
"""What stands between some texts and the labels behind them."""
_EDITION: Final = re.compile(
    r"\s*:?\s*\[(?:[^\[\]]{0,60}\bEdition|With graphic\(s\))\]$", re.IGNORECASE
)
"""What ProQuest puts behind a title: "Bridge closed: [Final Edition]"."""
_MAX_CAPTIONS: Final = 12
"""Lines from such a heading to the labels."""
_FURNITURE: Final = re.compile(r"Enlarge this image\.?")
_SUMMARY: Final = "Abstract (summary)"
_MAX_WRAPPED: Final = 100
"""Characters of the longest line of a text that was wrapped."""
_RECORD: Final = re.compile(r"\?.*$")
_MONTH_APART: Final = re.compile(r"(?<=\b[A-Z]) (?=[a-z])|(?<=\b[A-Z][a-z]) (?=[a-z])")
"""The blank that came into the name of a month: "F eb", "Fe b"."""
_TITLES: Final = re.compile(r"^Publication ?title:[ \t]*(\S.*)$", re.MULTILINE)


class _Parts(NamedTuple):
    title: str
    fields: dict[str, str]
    body: Sequence[str]


def recognises(probe: Probe, options: Options) -> bool:
    """Whether it is text with articles as ProQuest labels them."""
    del options
    sample = probe.data[:_SAMPLE].decode("utf-8", errors="replace")
    text = sample.replace("\r\n", "\n").replace("\r", "\n")
    return bool(_SEPARATOR.search(text)) and _is_labelled(text.split("\n"))


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The articles in an export as plain text, as `Format.extract` says."""
    del options
    decoded = decode(data, name)
    pieces = [piece.split("\n") for piece in _SEPARATOR.split(decoded.text)]
    found = [lines for lines in pieces if is_article(lines)]
    if not found:
        message = f"{name} has no article of ProQuest: export the articles again"
        raise SourceError(message)
    spelt = _spellings(decoded.text)
    for number, lines in enumerate(found, 1):
        one = article(lines, str(number), decoded.notes)
        yield one if isinstance(one, Unread) else _spelt(one, spelt)


def _spellings(text: str) -> Mapping[str, str]:
    """The names of outlets by their letters, as most articles of an export write them.

    Blanks come into the middle of words here and there: "The Harbour C ourier".
    """
    named = Counter(_outlet(words) for words in _TITLES.findall(text))
    ordered = sorted(named.items(), key=lambda found: (found[1], found[0]))
    return {"".join(outlet.split()): outlet for outlet, _ in ordered}


def _spelt(one: Extract, spelt: Mapping[str, str]) -> Extract:
    outlet = spelt.get("".join((one.about.outlet or "").split()))
    return replace(one, about=replace(one.about, outlet=outlet or one.about.outlet))


def is_article(lines: Sequence[str]) -> bool:
    """Whether a piece of an export is no notice of ProQuest."""
    labels = sum(_label(line) is not None for line in lines)
    if labels < 2 and _NOTICE.search("\n".join(lines)):
        return False
    return labels > 0


def _is_labelled(lines: Sequence[str]) -> bool:
    found = {label[0] for line in lines if (label := _label(line))}
    return len(found & _STRONG) >= 2


def _label(line: str) -> tuple[str, str] | None:
    """The label that a line begins with, and what follows it."""
    found = _LABEL.match(line)
    known = _LABELS.get(found["name"].replace(" ", "").casefold()) if found else None
    return (known, line[found.end() :]) if found and known else None


def article(lines: Sequence[str], part: str, notes: Sequence[str] = ()) -> Extracted:
    """An article of ProQuest.

    Args:
        lines: Its lines, each a paragraph or a part of one.
        part: Which article of its file it is.
        notes: What must be said of every article of the file.

    Returns:
        The article, if only its abstract; `Unread` if there is not even that.
    """
    title, fields, lines = _parts(lines)
    body, corrections = _body(lines)
    abstract = next((fields[n] for n in ("Abstract", _SUMMARY) if fields.get(n)), "")
    about = _about(title, fields)
    told: list[str | None] = [*notes]
    if not body and abstract and not _NONE.fullmatch(abstract):
        body = [abstract]
        told.append("only the abstract is in this export, not the text")
    if not body:
        named = f" (“{title}”)" if title else ""
        why = f"article {part}{named} has no text in this export: export it in full"
        return Unread(part, why)
    told += [f"the archive adds a correction: {words}" for words in corrections]
    told.append(left_out({"picture caption": bool(fields.get("Caption"))}))
    return extract_of(
        [(about.title or "", Role.HEADLINE), *((words, None) for words in body)],
        about=about,
        notes=told,
        part=part,
    )


def _parts(lines: Sequence[str]) -> _Parts:
    """The title, the fields by their labels, and the lines of the text."""
    kept = [
        line for line in lines if not (_NUMBER.fullmatch(line) or _LINK.match(line))
    ]
    fields: dict[str, list[str]] = {}
    head: list[str] = []
    into, at = head, 0
    body: Sequence[str] = []
    while at < len(kept):
        label = _label(kept[at])
        if label and label[0] == "Full text" and not body:
            end = _text_end(kept, at + 1)
            body, at = [label[1], *kept[at + 1 : end]], end
            continue
        if label:
            into = fields.setdefault(label[0], [])
        into.append(label[1] if label else kept[at])
        at += 1
    told = {name: one_line(" ".join(words)) for name, words in fields.items()}
    head = [line for line in head if not _LINK.match(line)]
    title = told.get("Title") or "\n".join(head).strip().partition("\n\n")[0]
    return _Parts(_EDITION.sub("", one_line(title)), told, body)


def _text_end(lines: Sequence[str], begin: int) -> int:
    """Behind the last line of a text: labels follow each other from there on."""
    worded = [at for at in range(begin, len(lines)) if lines[at].strip()]
    labels = [_label(lines[at]) is not None for at in worded]
    follow = zip(labels, [*labels[1:], True], strict=False)
    last = next((n for n, both in enumerate(follow) if all(both)), len(worded))
    captions = range(max(0, last - _MAX_CAPTIONS), last)
    end = next((n for n in captions if _HEADING.fullmatch(lines[worded[n]])), last)
    return worded[end] if end < len(worded) else len(lines)


def _body(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The paragraphs of a text, and the corrections among them."""
    text = "\n".join(lines).strip()
    is_wrapped = "\n\n" in text and max(map(len, text.split("\n"))) <= _MAX_WRAPPED
    pieces = re.split(r"\n\s*\n", text) if is_wrapped else text.split("\n")
    if _NONE.fullmatch(text):
        pieces = []
    body, corrections = [], []
    for piece in pieces:
        if found := _CORRECTION.match(words := one_line(piece)):
            corrections.append(found["words"])
        elif any(c.isalnum() for c in words) and not _FURNITURE.fullmatch(words):
            body.append(words)
    return body, corrections


def _about(title: str, fields: dict[str, str]) -> About:
    info = fields.get("Publication info", "")
    outlet = fields.get("Publication title") or re.split(r"[;\[]", info, maxsplit=1)[0]
    date = _date(fields.get("Publication date"), info.rpartition("]")[2] or info)
    url = address("".join(fields.get("Document URL", "").split()))
    return About(
        title=title or None,
        outlet=_outlet(outlet) or None,
        author=author_of(fields.get("Author"), surname_first=True),
        published=date.iso,
        unsure_date=date.unsure,
        url=_RECORD.sub("", url) if url else None,
        language=language_of(fields.get("Language of publication")),
    )


def _outlet(words: str) -> str:
    """The name of an outlet, without its place."""
    return one_line(words.partition(";")[0])


def _date(*stated: str | None) -> StatedDate:
    """The first date; never the day of the export ("Last updated")."""
    dates = (stated_date(_MONTH_APART.sub("", words)) for words in stated if words)
    return next((d for d in dates if d.iso or d.unsure), StatedDate(None))
