"""Whether a sentence ends at a place that looks like an end: rules of a newsroom."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from newsdiff.model import Span

MARKS: Final = ".!?…。！？"
CLOSERS: Final = "”’\"')]»」』）》"
_OPENING: Final = "“‘\"'([«„「『（《"
_CONTINUES: Final = ",;:)]”’»」』，、；：）"
_REACH: Final = 120
"""Characters looked at on either side."""

_TITLE: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|Drs|Prof|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Col|Lt|Sgt|Maj|Capt|"
    r"Cmdr|Cdr|Adm|Brig|Cpl|Pfc|Pvt|Rev|Revs|Hon|Supt|Insp|Det|Const|Cllr|Ald|Atty|Asst|"
    r"Dep|Amb|Msgr|Cong|Pres|Secy|Messrs|Mme|Mlle|Comdr|Cpt|Spc|Pte|Ens|Bp|MR|MRS|MS|DR|"
    r"SEN|REP|GOV|GEN|COL|SGT|REV|[Vv]s)\.$|\bet al\.$"
)
"""What always goes on with a name, even with one that looks like a pronoun."""
_LONGEST_TITLE: Final = 8
"""Characters, with one before it."""
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:[A-Z]|St|Mt|Ft|Ste|No|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|"
    r"Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|"
    r"Ind|Kan|Ky|La|Mass|Md|Me|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Penn|Tenn|"
    r"Tex|Va|Vt|Wash|Wis|Wyo|Jr|Sr|Ave|Blvd|Rd|Pty|approx|dept|est|etc)|"
    r"\b(?:[A-Za-z]\.)+[A-Za-z]|\b[DRI]-[A-Z][a-z]*)\.$"
)
"""What ends a sentence only where a word follows that begins one."""
_MAY_END: Final = re.compile(
    r"(?:\b(?:Inc|Corp|Ltd|Co|Cos|Bros|plc|Plc)|\b(?:[ap]\.m|[AP]\.M)|\b[DRI]-[A-Z][a-z]+)\.$"
)
"""Abbreviations that stand at the end of a sentence as often as not."""
_NUMBERED: Final = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]$")
"""What a list counts its items by: no sentence, but the beginning of one."""
_BEFORE_NUMBER: Final = re.compile(
    r"\b(?:nos?|vols?|chs?|chap|pp?|figs?|arts?|secs?|paras?|pts?|ver|approx|rs|tel|ext|"
    r"ca?|abt|max|min|avg)\.$",
    re.IGNORECASE,
)
"""What goes on with a number: "vol. 2"."""
_WHEN: Final = re.compile(
    r"(?:At|By|Around|About|Before|After|From|Until|Since|On|Shortly|Just|Near)\b"
    r"(?: \S+){1,5}$"
)
"""A time that begins a sentence: "At about 5 a.m. Mr. Fox left"."""
_CLOCK_TIME: Final = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_FOLLOWS: Final = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[ECMP][DS]?T\b|GMT|UTC|BST|\d|"
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b|"
    r"(?:Eastern|Central|Mountain|Pacific|[A-Z]\w+ (?:[Ss]tandard )?[Tt]ime)\b"
)
"""What belongs to an abbreviation before it: "9 a.m. Tuesday", "Sept. 5"."""
_OPENER: Final = re.compile(
    r"(?:The|A|An|He|She|It|They|We|I|You|But|And|So|In|On|At|By|From|To|This|That|"
    r"These|Those|His|Her|Their|Its|Our|There|Here|As|For|If|When|While|After|Before|"
    r"Since|Until|Both|Some|Many|Most|Another|Last|What|Why|How|Who|Nobody|Everyone|"
    r"Then|However|Meanwhile|Yet|Or|Once|Such|Asked)\b(?!\.)",
    re.IGNORECASE,
)
"""Words that begin a sentence, and are hardly ever names."""
_SPEECH: Final = (
    r"(?:said|says|asked|asks|added|wrote|writes|tweeted|posted|replied|answered|"
    r"continued|responded|told|joked|quipped|shouted|shouts|yelled|cried|exclaimed|"
    r"wondered|wonders|demanded|inquired|enquired|screamed|whispered|muttered|mused|"
    r"snapped|remarked|chanted|texted|recalled|insisted|declared|interjected)\b"
)
_NAME: Final = (
    r"(?!(?:He|She|It|They|We|I|You|This|That|Others|Many|Some)\b)"
    r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}"
)
_SPEAKER: Final = re.compile(
    rf"{_NAME}\s+(?:later\s+|then\s+|also\s+|was quoted as\s+)?"
    rf"(?:{_SPEECH}|saying\b)(?!\s+that\b)|{_NAME},[^,.“”]{{1,60}},\s+asked\b"
)
"""A speaker behind a question that was quoted: "“Why?” Mr. Fox asked"."""
_BARE_SPEAKER: Final = re.compile(rf"{_NAME}\s+{_SPEECH}[.,]")
"""The same behind a statement, where it is a slip: "“I did.” Mr. Fox said."."""
_PLAIN_END: Final = re.compile(
    r"(?:\b[a-z]{3,}|\b(?:May|Sun|no|so|it|me|us|up|in|on|is|be|do|go|he|we|by|at|to|of|as)|"
    r"\d|[!?…]|\.[)\]])[.!?…]*[)\]]*$"
)
"""An end that no abbreviation can be mistaken for."""
_DASH: Final = re.compile(r"[—–-]+ ")
_BRAND: Final = re.compile(r"[a-z]{1,2}[A-Z]")
"""A name that begins small: iPhone, eBay."""
_GLUED: Final = re.compile(r"[^\W\d_]{2}[.!?…]+$")
_ADDRESS: Final = re.compile(r"[/@]|www\.")
_CJK_END: Final = "。！？"
_CJK_SPEAKER: Final = re.compile(r"\w{0,6}?(?:说|說|问|問|道|表示|称|稱)|と")
"""A speaker behind a quotation: "“真的吗？”他问"."""


class Candidate(NamedTuple):
    """A place where a sentence may end."""

    end: int
    """Behind its last mark."""
    next: int
    """Where the next one would begin."""
    certain: bool
    """Whether the segmenter says so; else it is a guess."""


@dataclass(frozen=True)
class Block:
    """A stretch of a paragraph, line ends as blanks, and its quotations."""

    text: str
    quoted: tuple[Span, ...]

    @cached_property
    def openings(self) -> frozenset[int]:
        """Where quotations begin."""
        return frozenset(span.start for span in self.quoted)

    @cached_property
    def closings(self) -> frozenset[int]:
        """Where their closing marks stand."""
        return frozenset(span.end - 1 for span in self.quoted)

    @cached_property
    def _is_cased(self) -> bool:
        """Whether sentence starts are written large; machine summaries do not."""
        return any(c.isupper() for c in self.text)

    def ends_there(self, start: int, candidate: Candidate) -> bool:
        """Whether the sentence that begins at `start` ends at the candidate."""
        end, following, certain = candidate
        before = self.text[max(start, end - _REACH) : end]
        after = self.text[following : following + _REACH]
        if self._is_quoted(end) or after[0] in _CONTINUES:
            return False
        if self._goes_on(before, after) or _has_only_begun(self.text[start:end]):
            return False
        if end == following and not _may_be_glued(before, after):
            return False
        bare = before.rstrip(CLOSERS)
        word = bare.rpartition(" ")[2]
        if _ABBREVIATION.search(word) or _MAY_END.search(word):
            return _ends_abbreviated(before, after, certain=certain)
        if certain or bare[-1:] in _CJK_END:
            return True
        # The segmenter keeps what stands in brackets whole; a guess does so too.
        bracketed = before.count("(") > before.count(")")
        return not bracketed and _is_end(before, after)

    def _is_quoted(self, at: int) -> bool:
        """Whether a place lies inside a quotation."""
        i = bisect_right(self.quoted, (at,)) - 1
        return i >= 0 and self.quoted[i].start < at < self.quoted[i].end

    def _goes_on(self, before: str, after: str) -> bool:
        """Whether what follows belongs to the same sentence in any case."""
        first = after.lstrip(_OPENING + " ")
        if first[:1].islower() and self._is_cased and not _BRAND.match(first):
            return True
        if _TITLE.search(before[-_LONGEST_TITLE:]) or _DASH.match(after):
            return True
        if after[0].isdigit() and _BEFORE_NUMBER.search(before):
            return True
        quoted = before[-1:] in CLOSERS and before[-2:-1] in MARKS
        if not quoted:
            return False
        speaker = _BARE_SPEAKER if before[-2:-1] == "." else _SPEAKER
        return speaker.match(after) is not None


def is_abbreviated(words: str) -> bool:
    """Whether the mark at the end of some words is that of an abbreviation."""
    word = words.rpartition(" ")[2]
    kinds = (_TITLE, _ABBREVIATION, _MAY_END)
    return any(kind.search(word) for kind in kinds)


def _has_only_begun(sentence: str) -> bool:
    """Whether a stretch is no more than the number of an item, or a time."""
    if _NUMBERED.match(sentence):
        return True
    return (
        _WHEN.match(sentence) is not None and _CLOCK_TIME.search(sentence) is not None
    )


def _may_be_glued(before: str, after: str) -> bool:
    """Whether a blank was lost between two sentences."""
    bare = before.rstrip(CLOSERS)
    if bare[-1:] in _CJK_END:
        return _CJK_SPEAKER.match(after) is None
    first = after.lstrip(_OPENING)
    word = before.rsplit(maxsplit=1)[-1] + after.split(maxsplit=1)[0]
    return bool(
        _GLUED.search(bare)
        and first[:1].isupper()
        and first[1:2].islower()
        and not _ADDRESS.search(word)
    )


def _ends_abbreviated(before: str, after: str, *, certain: bool) -> bool:
    """Whether a sentence ends behind an abbreviation."""
    if _FOLLOWS.match(after):
        return False
    if _OPENER.match(after):
        return True
    may_end = _MAY_END.search(before) is not None and after[0] not in "(["
    return may_end and (certain or after[0].isupper() or after[0] in _OPENING)


def _is_end(before: str, after: str) -> bool:
    """Whether a guess holds where the segmenter saw no end."""
    return bool(_PLAIN_END.search(before) or _OPENER.match(after.lstrip(_OPENING)))
