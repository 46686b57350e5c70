"""One article alone, each sentence with the number of other articles that carry it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Final

from newsdiff.layout.columns import MEASURE
from newsdiff.layout.finding import Query
from newsdiff.layout.lines import Line, Run, Tone, blank, exactly
from newsdiff.layout.matrix import LEVELS
from newsdiff.model import Article, Role, Span
from newsdiff.story.coverage import Count
from newsdiff.text.cells import characters
from newsdiff.text.visible import visible
from newsdiff.text.wrapping import wrap
from newsdiff.wording.about import count

_SHADES: Final = " ░▒▓█"
_SHADES_ASCII: Final = " .:*#"
_TONES: Final = {
    Role.HEADLINE: Tone.HEAD,
    Role.SUBHEADING: Tone.HEAD,
    Role.CAPTION: Tone.CAPTION,
    Role.DATELINE: Tone.DIM,
    Role.BOILERPLATE: Tone.DIM,
    Role.BODY: Tone.TEXT,
}


class AnnotatedPage:
    """All lines of an article at one width.

    Args:
        article: What is shown.
        others: How many other articles there are, at least 0.
        width: Columns of the screen.
        boilerplate: Whether it is shown; if not, one line stands for each stretch.
        only_ascii: Whether nothing but ASCII is drawn.
    """

    def __init__(
        self,
        article: Article,
        others: int,
        width: int,
        *,
        boilerplate: bool = True,
        only_ascii: bool = False,
    ) -> None:
        self.article = article
        self.width = width
        self._found: dict[int, list[Span]] = {}
        self._ends = {} if boilerplate else dict(_stretches(article))
        self._shades = _SHADES_ASCII if only_ascii else _SHADES
        self._number = 2 * len(str(others)) + 1
        self._gutter = self._number + 4
        room = max(1, min(width - self._gutter, MEASURE))
        self._margin = max(0, (width - self._gutter - room) // 2)
        self._texts = [
            visible(article.words_of(i)) for i in range(len(article.sentences))
        ]
        for first, end in self._ends.items():
            lines = count(end - first, "line")
            self._texts[first] = (
                f"{'...' if only_ascii else '⋯'} {lines} of boilerplate"
            )
        self._hidden = {i for a, b in self._ends.items() for i in range(a + 1, b)}
        self._wrapped = [
            [] if i in self._hidden else wrap(text, room, characters)
            for i, text in enumerate(self._texts)
        ]
        heights = [len(lines) + self._air(i) for i, lines in enumerate(self._wrapped)]
        self._tops = [0, *accumulate(heights)]
        self.height = self._tops[-1]
        """Lines of the whole page."""

    def _air(self, sentence: int) -> int:
        """An empty line behind a paragraph, but not inside a stretch of boilerplate."""
        if sentence in self._hidden:
            return 0
        sentence = self._ends.get(sentence, sentence + 1) - 1
        here, *following = self.article.sentences[sentence : sentence + 2]
        if not following or following[0].paragraph == here.paragraph:
            return 0
        page = Role.BOILERPLATE
        return 0 if here.role is page and following[0].role is page else 1

    def top(self, sentence: int) -> int:
        """The first line of a sentence; behind the last one, the height."""
        return self._tops[sentence]

    def bottom(self, sentence: int) -> int:
        """The line behind the last one of a sentence."""
        return self._tops[sentence] + len(self._wrapped[sentence])

    def sentence_at(self, y: int) -> int:
        """The sentence that a line belongs to."""
        last = len(self.article.sentences) - 1
        return min(bisect_right(self._tops, y) - 1, last)

    def shown(self, sentence: int) -> int:
        """The sentence itself, or the one whose line stands for it."""
        while sentence in self._hidden:
            sentence -= 1
        return sentence

    def beside(self, sentence: int, step: int) -> int:
        """The next (1) or previous (-1) sentence that is shown; at the ends itself."""
        ahead = range(sentence + step, len(self._texts) if step > 0 else -1, step)
        return next((i for i in ahead if i not in self._hidden), sentence)

    def line(self, y: int, count_of: Callable[[int], Count]) -> tuple[Line, int]:
        """One line, exactly as wide as the screen, and its shade, 0 to 4.

        Args:
            y: Which line, from 0 to below the height.
            count_of: How many carry a sentence, by its index.
        """
        i = self.sentence_at(y)
        n, lines = y - self._tops[i], self._wrapped[i]
        if n >= len(lines):
            return blank(self.width), 0
        sentence = self.article.sentences[i]
        carriers = count_of(i) if sentence.role.compared else Count(0, 0, 0)
        shade = shade_of(carriers)
        text = self._words(i, lines[n], _TONES[sentence.role])
        gutter = self._counted(carriers, shade) if n == 0 else blank(self._gutter)
        return exactly((*blank(self._margin), *gutter, *text), self.width), shade

    def find(self, words: str) -> list[int]:
        """Brings out some words, or none; the sentences that are shown with them."""
        self._found = {}
        if words.strip():
            query = Query(words.strip())
            for i, text in enumerate(self._texts):
                if i not in self._hidden and (spans := query.spans(text)):
                    self._found[i] = spans
        return [*self._found]

    def _words(self, sentence: int, line: Span, tone: Tone) -> Line:
        """The words of a line, those that were found apart."""
        runs, at = [], line.start
        for span in self._found.get(sentence, ()):
            start, end = max(span.start, at), min(span.end, line.end)
            if start < end:
                runs.append(Run(self._texts[sentence][at:start], tone))
                runs.append(Run(self._texts[sentence][start:end], Tone.FOUND))
                at = end
        return (*runs, Run(self._texts[sentence][at : line.end], tone))

    def _counted(self, count: Count, shade: int) -> Line:
        """How many tell it: "3/4~ ▓"; "~" where one more tells some of it."""
        if not count.of:
            return blank(self._gutter)
        number = f"{count.told}/{count.of}".rjust(self._number)
        more = "~" if count.partly else " "
        tone = Tone.NUMBER if count.told else Tone.MARK
        return (Run(f"{number}{more}{self._shades[shade]}  ", tone),)


def _stretches(article: Article) -> Iterator[tuple[int, int]]:
    """The first sentence of each stretch of boilerplate, and the one behind it."""
    end = 0
    for i, sentence in enumerate(article.sentences):
        if i < end or sentence.role is not Role.BOILERPLATE:
            continue
        end = i
        while end < len(article.sentences) and (
            article.sentences[end].role is Role.BOILERPLATE
        ):
            end += 1
        yield i, end


def shade_of(count: Count) -> int:
    """0 where no other article carries a sentence, 4 where all of them do."""
    if not count.told:
        return 0
    return max(1, count.told * (LEVELS - 1) // count.of)
