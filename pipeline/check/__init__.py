"""Edition → Findings: what a person should look at before patients do.

`CHECKS` is the whole table: one module a check. A check takes the `Subject` and yields findings; it never changes
anything. Checks of a picture or text that a translation only copies run on editions in the source's language alone,
so that one fault is reported once and not again in every language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
from pipeline.check.reading import grade, heading_level, long_sentence, no_heading
from pipeline.check.subject import Subject
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
        (long_sentence.check, False),
        (heading_level.check, False),
        (no_heading.check, False),
    ),
}


PARSED = frozenset[str]()
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
    plain words that checks may suggest, when the first check asks for it.
    """
    subject = Subject(edition, settings, source_text, origin, glossary or Glossary)
    return tuple(
        found
        for group, checks in CHECKS.items()
        if group not in PARSED or settings.grammar
        for check, on_translations in checks
        if on_translations or not subject.is_translation
        for found in check(subject)
    )
