"""dose.spacing, dose.name-figure: figures, units and names that run together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.amounts import BLANK, NO_LABORATORY, any_of, overlaps, table, units, written
from pipeline.check.dose.decimals import misread
from pipeline.check.dose.large_number import ungrouped
from pipeline.check.dose.unit_rows import rows
from pipeline.check.passages import numeric_in_every_language
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_ENGLISH = "en"
_FIGURES = r"(?<![\w.,·])(?<![0-9]/)(?!(?<=[0-9]\s)[0-9]{3}(?![0-9]))[0-9]+(?:[.,·][0-9]+)*"


def check(subject: Subject) -> Iterator[Finding]:
    """Amounts whose blank is not the profile's, and names of medicines with the figure glued to them."""
    spaced = subject.limits.dose_spacing
    for passage in numeric_in_every_language(subject):
        language = passage.language
        if not spaced and language != _ENGLISH:
            continue
        named = rows(language, subject.settings.profile)
        told = (*misread(passage.text, language), *ungrouped(passage.text, language))
        for match in _pattern(language, spaced).finditer(passage.text):
            unit = match["unit"]
            if unit in named or overlaps(match, told):  # another finding tells how to write it, blank and all
                continue
            yield subject.found(
                "dose.spacing",
                passage.section,
                passage.segment,
                f"“{match[0]}” is written {'without' if spaced else 'with'} a blank.",
                f"Write “{written(subject, match['number'], unit, language)}”.",
                part=match.span(),
            )
        for match in _glued_name(language).finditer(passage.text):
            if match["name"].casefold() in table()["context"]["numbered"]:
                continue
            yield subject.found(
                "dose.name-figure",
                passage.section,
                passage.segment,
                f"“{match[0]}”: the name runs into the figure, and its last letter may be read as one.",
                f"Write “{match['name']} {written(subject, match['number'], match['unit'], language)}”.",
                part=match.span(),
            )


@cache
def _pattern(language: str, spaced: bool) -> re.Pattern[str]:
    """What the profile does not want: glued figures and units, or a symbol behind a blank."""
    if spaced:
        return re.compile(rf"(?P<number>{_FIGURES})(?P<unit>{units(language, 'symbols', 'words')}){NO_LABORATORY}")
    symbols = any_of(table()["units"]["symbols"])
    return re.compile(rf"(?P<number>{_FIGURES}){BLANK}(?P<unit>{symbols})(?!\w|[-−][0-9]){NO_LABORATORY}")


@cache
def _glued_name(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w./-])(?P<name>[^\W\d_]{{5,40}})(?P<number>[0-9]+(?:[.,][0-9]+)*){BLANK}?"
        rf"(?P<unit>{units(language, 'symbols', 'words')}){NO_LABORATORY}"
    )
