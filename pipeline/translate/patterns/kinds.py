"""The kinds of parameters: what each matches in English, and how it is said in another language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from pipeline.translate.patterns import numbers, signs
from pipeline.translate.patterns.amounts import Amounts
from pipeline.translate.patterns.clock import Clock
from pipeline.translate.patterns.data import COUNTED, Instructions
from pipeline.translate.patterns.lists import Choices, Series


class Kind(Protocol):
    """One kind of parameter."""

    @property
    def pattern(self) -> str:
        """A regular expression of its English values, without captures."""
        ...

    def say(self, text: str, case: str, language: str) -> str | None:
        """An English value in a language; None where it cannot be said soundly."""
        ...


class Either:
    """A value of any of several kinds, the first that can say it."""

    def __init__(self, *kinds: Kind) -> None:
        self._kinds = kinds

    @property
    def pattern(self) -> str:
        """Matches every value, and captures nothing."""
        return f"(?:{'|'.join(kind.pattern for kind in self._kinds)})"

    def say(self, text: str, case: str, language: str) -> str | None:
        """The value in a language."""
        return next((said for kind in self._kinds if (said := kind.say(text, case, language)) is not None), None)


class Number:
    """A bare number."""

    pattern = numbers.PATTERN

    def say(self, text: str, case: str, language: str) -> str | None:
        """The number in digits."""
        del case
        number = numbers.read(text)
        return None if number is None else numbers.show(number, language)


def table(instructions: Instructions) -> Mapping[str, Kind]:
    """Every kind by the name it has in a pattern."""
    lists, words = instructions.lists, instructions.words
    ranges = {"to": words["to"], "or": words["or"]}
    choices = {name: Choices(items) for name, items in lists.items() if name not in COUNTED}
    counted = {name: Amounts(lists[name], ranges) for name in COUNTED - {"interval", "count"}}
    every = Amounts(lists["interval"], ranges, before="every ")
    times = Amounts(lists["count"], ranges)
    return {
        **choices,
        **counted,
        "amount": Either(counted["form"], counted["strength"]),
        "frequency": Either(choices["often"], every, times),
        "every": every,
        "time": Clock(words["clock"]),
        "temperature": signs.Temperature(),
        "phone": signs.phone(),
        "pressure": signs.pressure(),
        "sugar": signs.Sugar(),
        "emergency": signs.emergency(),
        "number": Number(),
        "symptoms": Series(choices["symptom"], "or", words["series-or"]),
        "things": Series(choices["thing"], "and", words["series-and"]),
        "foods": Series(choices["food"], "or", words["series-or"]),
        "drugs": Series(choices["drug"], "or", words["series-or"]),
    }
