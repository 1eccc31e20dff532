"""Numbers with what they count: tablets, hours, mg, times a day. The noun takes the number's plural category."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from pipeline.translate.patterns import numbers, plurals
from pipeline.translate.patterns.data import Item

_HALF = r"(?:half an? |half of an? |[½] ?|1/2 )"


class Amounts:
    """The values "2 tablets", "4 to 6 hours", "half a tablet" of counted lists."""

    def __init__(self, items: Iterable[Item], ranges: Mapping[str, Any], before: str = "") -> None:
        """`ranges`: how "to" and "or" are said, by language; `before`: English in front of every value."""
        self._items = {english.casefold(): item for item in items for english in item.english}
        self._ranges = ranges
        self._before = before

    @property
    def pattern(self) -> str:
        """Matches every value, and captures nothing."""
        return f"{self._before}(?:{_HALF}|{numbers.RANGE}[ -]?){self._nouns}"

    @property
    def _nouns(self) -> str:
        return f"(?:{'|'.join(re.escape(noun) for noun in sorted(self._items, key=lambda n: (-len(n), n)))})"

    @cached_property
    def _value(self) -> re.Pattern[str]:
        return re.compile(
            f"{self._before}(?:(?P<half>{_HALF})|(?P<number>{numbers.RANGE})[ -]?)(?P<noun>{self._nouns})",
            re.IGNORECASE,
        )

    def say(self, text: str, case: str, language: str) -> str | None:
        """A value in a language; None where it has no sound wording there."""
        found = self._value.fullmatch(text)
        if found is None:
            return None
        forms = self._items[found["noun"].casefold()].wordings[language]
        if found["half"]:
            return forms.get(f"{case} half".strip())
        ends = numbers.ends(found["number"])
        return None if ends is None else self._phrase(ends, found["number"], forms, case, language)

    def _phrase(
        self, ends: tuple[str, str, str], written: str, forms: Mapping[str, str], case: str, language: str
    ) -> str | None:
        low, link, high = ends
        first, last = (_form(number, forms, case, language) for number in (low, high))
        if written.casefold() == "one":
            return _form("word", forms, case, language) or _digits(first, low, language)
        if not link:
            return _digits(last, high, language)
        join = str(self._ranges[link][language])
        if first is None or last is None:
            return None
        if "#" in first and "#" in last:
            both = join.format(numbers.show(low, language), numbers.show(high, language))
            return last.replace("#", both)
        return join.format(_digits(first, low, language), _digits(last, high, language))


def _form(number: str, forms: Mapping[str, str], case: str, language: str) -> str | None:
    category = number if number == "word" else plurals.category(number, language)
    return forms.get(f"{case} {category}".strip())


def _digits(form: str | None, number: str, language: str) -> str | None:
    return None if form is None else form.replace("#", numbers.show(number, language))
