"""Document → Readability: counts and the formulas of its language, by section, and what was left out and why.

What counts as a sentence, a word and a syllable: `counting.py`, `words.py`, `spoken.py` and `syllables.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.document import Document
from pipeline.edition import Counts, LeftOut, Readability, SectionScore
from pipeline.score import formulas, sentences, words
from pipeline.score.counting import Counted, count
from pipeline.score.tally import Tally, sentence, total

__all__ = ["run", "score_text"]


def run(document: Document) -> Readability:
    """The figures of a document and of each of its sections."""
    language = document.language
    tallies: list[Tally] = []
    left_out = Counter({"title": len(words.words(document.title.text, language))})
    sections = []
    for section in document.every_section():
        counted = tuple(count(section, language))
        tally, section_left_out = _scored(counted), _left_out(counted)
        tallies.append(tally)
        left_out += section_left_out
        heading = "" if section.heading is None else section.heading.text
        figures = formulas.scores(tally, language)
        sections.append(SectionScore(section.slug, heading, figures, tally.counts, _sorted(section_left_out)))
    tally = total(tallies)
    return Readability(language, formulas.scores(tally, language), tally.counts, _sorted(left_out), tuple(sections))


def score_text(text: str, language: str = "en") -> tuple[dict[str, float], Counts]:
    """The figures of a bare text: each line stands by itself and is parted into sentences."""
    tally = total(
        sentence(line[start:end], language)
        for line in text.splitlines()
        for start, end in sentences.split(line, language)
    )
    return formulas.scores(tally, language), tally.counts


def _scored(counted: Sequence[Counted]) -> Tally:
    return total(part.tally for part in counted if not part.left_out)


def _left_out(counted: Sequence[Counted]) -> Counter[str]:
    """Words by reason: those of parts left out as a whole, and the links and numbers inside the others."""
    found: Counter[str] = Counter()
    for part in counted:
        if part.left_out:
            found[part.left_out] += part.tally.words
        else:
            found["path or link"] += part.tally.paths
            found["telephone number"] += part.tally.telephones
    return found


def _sorted(words_by_reason: Counter[str]) -> tuple[LeftOut, ...]:
    return tuple(LeftOut(number, why) for why, number in sorted(words_by_reason.items()) if number)
