"""Document → Readability: counts and the formulas of its language, by section, and what was left out and why.

What counts as a sentence, a word and a syllable: `counting.py`, `words.py`, `spoken.py` and `syllables.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.document import Document, without_parts
from pipeline.edition import Counts, LeftOut, Readability, SectionScore
from pipeline.score import formulas, sentences
from pipeline.score import names as proper_names
from pipeline.score.counting import Counted, count, left_out
from pipeline.score.language import is_other_script
from pipeline.score.tally import Tally, sentence, total
from pipeline.score.words import tokens

__all__ = ["run", "score_text", "text_difficulty"]

_REMEMBERED = 2048  # texts


def run(document: Document, *, names: bool = True) -> Readability:
    """The figures of a document and of each of its sections.

    `names=False` leaves proper names and titles out of what is counted (WCAG 2.2, success criterion 3.1.5). A text
    most of whose letters are of another script than its language's has no figures.
    """
    language = document.language
    is_foreign = is_other_script(" ".join(_body(document)), language)
    tallies: list[Tally] = []
    skipped = Counter({"title": sum(map(len, tokens(_own_title(document), language)))})
    without = None if names else proper_names.find(_body(document), language)
    sections = []
    for section in document.every_section():
        counted = tuple(count(section, language, without))
        tally, section_skipped = _scored(counted), left_out(counted)
        tallies.append(tally)
        skipped += section_skipped
        heading = "" if section.heading is None else section.heading.text
        figures = {} if is_foreign else formulas.scores(tally, language)
        margins = {} if is_foreign else formulas.margins(tally, language)
        sections.append(SectionScore(section.slug, heading, figures, tally.counts, _sorted(section_skipped), margins))
    tally = total(tallies)
    figures = {} if is_foreign else formulas.scores(tally, language)
    margins = {} if is_foreign else formulas.margins(tally, language)
    return Readability(language, figures, tally.counts, _sorted(skipped), tuple(sections), margins)


def score_text(text: str, language: str = "en") -> tuple[dict[str, float], Counts]:
    """The figures of a bare text: each line stands by itself and is parted into sentences.

    None where most letters are of another script than the language's.
    """
    tally = total(_sentences(text, language))
    return ({} if is_other_script(text, language) else formulas.scores(tally, language)), tally.counts


def text_difficulty(texts: Sequence[str]) -> float:
    """The difficulty of English texts together, as `score_text` gives it for all their lines; 0 where it gives none."""
    if is_other_script("\n".join(texts), "en"):
        return 0.0
    counted = [tally for text in texts for tally in _sentences(text, "en")]
    words = sum(tally.words for tally in counted)
    return sum(tally.difficulty for tally in counted) / words if words else 0.0


@lru_cache(maxsize=_REMEMBERED)
def _sentences(text: str, language: str) -> tuple[Tally, ...]:
    """The counts of each sentence of a bare text, line by line."""
    return tuple(
        sentence(line[start:end], language)
        for line in text.splitlines()
        for start, end in sentences.split(line, language)
    )


def _scored(counted: Sequence[Counted]) -> Tally:
    return total(part.tally for part in counted if not part.left_out)


def _own_title(document: Document) -> str:
    """The title where the document has one: not a file's name that stands in for it, nor a heading that does."""
    title = document.title
    headings = (section.heading for section in document.sections if section.heading is not None)
    is_repeated = title.span is not None and any(heading.span == title.span for heading in headings)
    return "" if title.note or is_repeated else title.text


def _body(document: Document) -> Iterator[str]:
    """The sentences of body text."""
    for section in without_parts(document).every_section():
        for block in section.body():
            yield from (segment.text for segment in block.segments())


def _sorted(words_by_reason: Counter[str]) -> tuple[LeftOut, ...]:
    return tuple(LeftOut(number, why) for why, number in sorted(words_by_reason.items()) if number)
