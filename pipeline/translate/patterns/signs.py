"""Values written in figures and signs, which are carried over and never converted: phone numbers, temperatures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.translate.patterns import numbers

EMERGENCY = ("911", "112", "999", "000", "988")
_DEGREES = r"\d{2,3}(?:\.\d{1,2})? ?(?:° ?[CF]|degrees [CF]|degrees Celsius|degrees Fahrenheit)"
_DEGREE = re.compile(r"(?P<number>[\d.]+) ?(?:° ?|degrees )(?P<scale>[CF])\w*", re.IGNORECASE)


class Copied:
    """A value that stands in every language as it does in English."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def say(self, text: str, case: str, language: str) -> str | None:
        """The value itself."""
        del case, language
        return text


class Temperature:
    """One temperature, or the same in both scales: "100.4 °F (38 °C)"."""

    pattern = rf"{_DEGREES}(?: \({_DEGREES}\))?"

    def say(self, text: str, case: str, language: str) -> str | None:
        """The temperature with the scales of the source and the language's decimal sign."""
        del case
        said: list[str] = []
        for found in _DEGREE.finditer(text):
            number = numbers.read(found["number"])
            if number is None:
                return None
            said.append(f"{numbers.show(number, language)} °{found['scale'].upper()}")
        return _bracketed(said, language)


def phone() -> Copied:
    """A phone number of at least seven figures, in groups."""
    return Copied(r"(?:\+?\d{1,3}[- ])?(?:\(\d{3}\) ?|\d{3}[- ])?\d{3}[- ]\d{4}")


def pressure() -> Copied:
    """A blood pressure: "180/120", or with its unit."""
    return Copied(r"\d{2,3}/\d{2,3}(?: mmHg)?")


class Sugar:
    """A blood sugar in mg/dL or mmol/L, which is never converted."""

    pattern = r"\d{1,3}(?:\.\d)? ?(?:mg/dL|mmol/L)"

    def say(self, text: str, case: str, language: str) -> str | None:
        """The value with its unit, and the language's decimal sign."""
        del case
        found = re.fullmatch(r"([\d.]+) ?(mg/dL|mmol/L)", text, re.IGNORECASE)
        number = numbers.read(found[1]) if found else None
        if found is None or number is None:
            return None
        unit = "mg/dL" if found[2].casefold() == "mg/dl" else "mmol/L"
        return f"{numbers.show(number, language)} {unit}"


def emergency() -> Copied:
    """A number of the emergency services."""
    return Copied(f"(?:{'|'.join(EMERGENCY)})")


def _bracketed(values: Iterable[str], language: str) -> str:
    first, *second = values
    opening, closing = ("（", "）") if language == "zh" else (" (", ")")
    return f"{first}{opening}{second[0]}{closing}" if second else first
