"""Edition → Findings: what a person should look at before patients do.

`CHECKS` is the whole table: one module a check. A check takes the `Subject` and yields findings; it never changes
anything. Checks of a picture or text that a translation only copies run on editions in the source's language alone,
so that one fault is reported once and not again in every language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.check.alt import (
    blank,
    consistency,
    description,
    file_name,
    language,
    length,
    missing,
    missing_file,
    placeholder,
    prefix,
    repeats,
)
from pipeline.check.dose import (
    abbreviations,
    decimals,
    durations,
    large_number,
    mixed_units,
    signs,
    spacing,
    tablet_count,
    unit_names,
)
from pipeline.check.grammar import (
    double_negative,
    hidden_verb,
    instruction,
    late_condition,
    noun_string,
    passive,
    split,
)
from pipeline.check.numbers import date, fraction, separators, shares, sums, temperature, time
from pipeline.check.numbers import range as range_dash
from pipeline.check.numbers import words as number_words
from pipeline.check.reading import (
    all_caps,
    difficulty,
    few_headings,
    grade,
    heading_level,
    long_heading,
    long_paragraph,
    long_sentence,
    no_heading,
    no_stop,
    no_you,
    second_title,
    wants_list,
)
from pipeline.check.subject import Subject
from pipeline.check.words import hard, plainer, undefined_initialism, undefined_term
from pipeline.document import without_parts
from pipeline.edition import Edition
from pipeline.findings import Finding
from pipeline.glossary.entries import Glossary

if TYPE_CHECKING:
    from pipeline.settings import Check as CheckSettings

__all__ = ["CHECKS", "run"]

Check = Callable[[Subject], Iterator[Finding]]

# group → (check, whether it also runs on translations)
CHECKS: dict[str, tuple[tuple[Check, bool], ...]] = {
    "alt": (
        (missing_file.check, False),
        (missing.check, False),
        (blank.check, False),
        (file_name.check, False),
        (placeholder.check, True),
        (prefix.check, True),
        (length.check, True),
        (repeats.check, True),
        (consistency.check, False),
        (description.check, False),
        (language.check, True),
    ),
    "reading": (
        (grade.check, False),
        (difficulty.check, False),
        (long_sentence.check, False),
        (no_stop.check, False),
        (long_paragraph.check, False),
        (wants_list.check, False),
        (no_heading.check, False),
        (few_headings.check, False),
        (heading_level.check, False),
        (second_title.check, False),
        (long_heading.check, False),
        (all_caps.check, False),
        (no_you.check, False),
    ),
    "words": (
        (undefined_term.check, False),
        (undefined_initialism.check, False),
        (hard.check, False),
        (plainer.check, False),
    ),
    "grammar": (
        (passive.check, False),
        (noun_string.check, False),
        (hidden_verb.check, False),
        (double_negative.check, False),
        (late_condition.check, False),
        (split.check, False),
        (instruction.check, False),
    ),
    "dose": (
        (decimals.check, True),
        (unit_names.check, True),
        (abbreviations.check, False),
        (durations.check, False),
        (spacing.check, True),
        (signs.check, False),
        (large_number.check, True),
        (mixed_units.check, False),
        (tablet_count.check, False),
    ),
    "numbers": (
        (shares.check, False),
        (date.check, True),
        (time.check, False),
        (number_words.check, False),
        (range_dash.check, False),
        (fraction.check, False),
        (sums.check, False),
        (temperature.check, False),
        (separators.check, False),
    ),
}


PARSED = frozenset({"grammar"})
"""Groups that need spaCy's parse; they run only where the settings ask for it ([check] grammar)."""


def run(
    edition: Edition,
    settings: CheckSettings,
    *,
    source_text: str = "",
    origin: Edition | None = None,
    glossary: Callable[[], Glossary] | None = None,
) -> tuple[Finding, ...]:
    """Every finding of the checks on one edition, in the table's order and then in reading order.

    `source_text` is the decoded source, for line and column; without it findings have neither. `origin` is the edition
    this one was made from; where it is in another language, this edition is a translation. `glossary` gives the
    plain words that checks may suggest, when the first check asks for it. What a part that was added to the page
    repeats is looked at where it stands in the text, and not again.
    """
    edition, origin = _without_parts(edition), None if origin is None else _without_parts(origin)
    subject = Subject(edition, settings, source_text, origin, glossary or Glossary)
    return tuple(
        found
        for group, checks in CHECKS.items()
        if group not in PARSED or settings.grammar
        for check, on_translations in checks
        if on_translations or not subject.is_translation
        for found in check(subject)
    )


def _without_parts(edition: Edition) -> Edition:
    document = without_parts(edition.document)
    slugs = {section.slug for section in document.every_section()}
    figures = edition.readability
    sections = tuple(section for section in figures.sections if section.slug in slugs)
    return replace(edition, document=document, readability=replace(figures, sections=sections))
