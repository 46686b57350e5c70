"""XML from anywhere → a tree: nothing fetched or expanded, faults mended and told.

What stands before the root element (declaration, document type with its entities,
comments) is cut off unread, so that a file can define nothing. Of the named characters
those of HTML are known; any other stays the words that it is.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import Any, Final, NamedTuple
from xml.sax.saxutils import escape

from newsdiff.errors import SourceError
from newsdiff.formats.characters import sound
from newsdiff.formats.charsets import decode_markup
from newsdiff.formats.decoding import Decoded

_PROLOG: Final = re.compile(
    r"""\ufeff?(?:\s|<\?.*?\?>|<!--.*?-->
    |<!DOCTYPE[^\[<>]*+(?:\[(?:"[^"]*"|'[^']*'|<!--.*?(?:-->|\Z)|[^\]"'])*+\]\s*)?>)*+""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
"""All that may stand before the root element."""
_ROOT: Final = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML has."""
_REFERENCE: Final = re.compile(
    r"(?P<data><!\[CDATA\[.*?(?:\]\]>|\Z))|(?P<comment><!--.*?(?:-->|\Z))"
    r"|&(?!(?:amp|lt|gt|quot|apos|\#\d{1,7}|\#x[\da-fA-F]{1,6});)"
    r"(?P<named>[A-Za-z][A-Za-z0-9]{0,31};)?",
    re.DOTALL,
)


class Xml(NamedTuple):
    """A file of XML, its tree and what is wrong with it."""

    root: Any
    """The root element of lxml."""
    text: str
    """Its source from the root element on, with the named characters written out."""
    is_damaged: bool
    """Whether its elements do not close as they open."""
    is_cut: bool
    """Whether it ends before its elements do."""
    notes: tuple[str, ...]


def root_name(head: str) -> str:
    """The name of the root element that text begins with, in lower case, unprefixed.

    Args:
        head: The beginning of a file.

    Returns:
        "" where it is no XML, and for HTML "html".
    """
    found = _ROOT.match(without_prolog(head))
    return found[2].lower() if found else ""


def without_prolog(text: str) -> str:
    """XML from its root element on, where it has one."""
    prolog = _PROLOG.match(text)
    return text[prolog.end() :] if prolog else text


def parser_of(*, mends: bool, encoding: str | None = None) -> Any:
    """The parser of lxml for all XML from outside: no entities, no network, limits.

    Args:
        mends: Whether what is damaged is read as far as it can be.
        encoding: That of the bytes; None: as they declare.
    """
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=mends,
        encoding=encoding,
    )


def story_xml(data: bytes | str, name: str) -> tuple[Any, tuple[str, ...]]:
    """The root element of a file that is no feed, and what its readers must know.

    Args:
        data: The file.
        name: What to call it in messages.

    Raises:
        SourceError: It is no text, empty, or has no element.
    """
    xml = xml_of(data, name)
    ends = f"{name} is damaged XML: it ends in the middle, and the rest is missing"
    return xml.root, (*xml.notes, *[ends] * xml.is_cut)


def xml_of(data: bytes | str, name: str) -> Xml:
    """The tree of a file of XML, as far as it can be read.

    Args:
        data: The file, or its text.
        name: What to call it in messages.

    Raises:
        SourceError: It is no text, empty, or has no element.
    """
    decoded = Decoded(data) if isinstance(data, str) else decode_markup(data, name)
    text = _ILLEGAL.sub("", decoded.text)
    prolog = _PROLOG.match(text)
    start = prolog.end() if prolog else 0
    lines_before = text.count("\n", 0, start)
    text = text[start:]
    mending = _Mending()
    text = _REFERENCE.sub(mending, text)
    root, errors = parsed(text) if _ROOT.match(text) else (None, [])
    if root is None:
        message = f"{name} is not XML: there is no element in it"
        raise SourceError(message)
    types = {error.type for error in errors}
    is_cut = mending.is_cut or bool(types & _cut_types())
    is_damaged = bool(types - _cut_types())
    notes = list(decoded.notes)
    if is_damaged:
        wrong = (error.line for error in errors if error.type not in _cut_types())
        line = f"{lines_before + min(wrong):,}"
        notes.append(
            f"{name} is damaged XML near line {line}: what can be read is read"
        )
    elif mending.count:
        notes.append(f"{name} is not correct XML: an & in it was read as it stands")
    return Xml(root, text, is_damaged, is_cut, tuple(notes))


def parsed(text: str) -> tuple[Any | None, list[Any]]:
    """The root element of XML, and what lxml says is wrong with it.

    Args:
        text: From the root element on.

    Returns:
        None where there is no element. Prefixes that mean nothing and what stands
        behind the root are nothing wrong.
    """
    from lxml import etree

    parser = parser_of(mends=True, encoding="utf-8")
    try:
        root = etree.fromstring(sound(text), parser=parser)
    except etree.XMLSyntaxError:
        return None, []
    end = etree.ErrorTypes.ERR_DOCUMENT_END
    errors = [
        error
        for error in parser.error_log
        if error.domain != etree.ErrorDomains.NAMESPACE and error.type != end
    ]
    return root, errors


def _cut_types() -> set[int]:
    from lxml import etree

    return {
        etree.ErrorTypes.ERR_TAG_NOT_FINISHED,
        etree.ErrorTypes.ERR_GT_REQUIRED,
        etree.ErrorTypes.ERR_DOCUMENT_EMPTY,
    }


class _Mending:
    """Writes out named characters, and a bare & as what it is."""

    def __init__(self) -> None:
        self.count = 0
        """How often an & was that of no character."""
        self.is_cut = False
        """Whether the file ends inside a passage."""

    def __call__(self, found: re.Match[str]) -> str:
        if found["comment"]:
            return "\n" * found["comment"].count("\n")  # lines keep their numbers
        if found["data"]:
            if found["data"].endswith("]]>"):
                return found["data"]
            self.is_cut = True
            return found["data"] + "]]>"
        named = found["named"] or ""
        if named in html5:
            return escape(html5[named])
        self.count += 1
        return escape(f"&{named}")
