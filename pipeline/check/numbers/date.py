"""numbers.date: a date in figures that is one day for some readers and another day for others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline import facts
from pipeline.check.figures import ENGLISH
from pipeline.check.passages import numeric_in_every_language
from pipeline.check.subject import Subject
from pipeline.facts.lexicon import table
from pipeline.findings import Finding

_DATE = re.compile(
    r"(?<![\w/.-])(?P<first>0?[1-9]|1[0-2])(?P<mark>[/-])(?P<second>0?[1-9]|1[0-2])(?P=mark)"
    r"(?P<year>(?:19|20)[0-9]{2}|(?<=/)[0-9]{2})(?![\w/%]|[.,-][0-9]|[ -]?(?:mc?g|µg|g|mL|ml|units?|tablets?|people)\b)"
)

_LAST_CENTURY = 50  # a year of two figures from here on is one of the 20th century


def check(subject: Subject) -> Iterator[Finding]:
    """Dates whose day and month can change places, in every language."""
    for passage in numeric_in_every_language(subject):
        for match in _DATE.finditer(passage.text):
            first, second = int(match["first"]), int(match["second"])
            if first != second:
                yield subject.found(
                    "numbers.date",
                    passage.section,
                    passage.segment,
                    f"“{match[0]}” is one day in the United States and another elsewhere.",
                    _advice(subject, passage.language, first, second, match["year"]),
                    part=match.span(),
                )


def _advice(subject: Subject, language: str, first: int, second: int, year: str) -> str:
    """Both readings with the month in letters, the likelier first."""
    full = year if len(year) == 4 else f"{'19' if int(year) >= _LAST_CENTURY else '20'}{year}"
    if language not in facts.LANGUAGES:
        return "Write the month in letters."
    names = [forms[0] for forms in table(language)["date"]["months"]]
    if language != ENGLISH:
        return f"Write the month in letters: “{names[second - 1]}” or “{names[first - 1]}”, whichever is meant."
    months = [name.capitalize() for name in names]
    if subject.settings.profile == "nhs":
        return (
            f"Write “{first} {months[second - 1]} {full}”, or “{second} {months[first - 1]} {full}” if that is meant."
        )
    return f"Write “{months[first - 1]} {second}, {full}”, or “{months[second - 1]} {first}, {full}” if that is meant."
