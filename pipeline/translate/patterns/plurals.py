"""Plural categories of the Unicode CLDR for the languages that patterns are written in.

Source of the rules: CLDR plural rules for cardinal numbers (unicode.org, "Language Plural Rules"), read for numbers
below a million, in which no language here has the category "many" but Arabic.
"""

from __future__ import annotations

CATEGORIES = ("one", "two", "few", "many", "other")
NEEDED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("es", "fr", "pt", "it", "ca", "gl", "de"), ("one", "other")),
    "ar": CATEGORIES,
    **dict.fromkeys(("zh", "vi"), ("other",)),
}
"""The categories each language needs."""
_BELOW_TWO = frozenset({"fr", "pt"})  # 0.5 and 1.5 are "one" there


def category(number: str, language: str) -> str:
    """The plural category of a number above zero, written with digits and a point ("2", "0.5")."""
    whole, _, decimals = number.partition(".")
    if language == "ar":
        return "other" if decimals else _arabic(int(whole))
    if language in ("zh", "vi"):
        return "other"
    if language in _BELOW_TWO:
        return "one" if int(whole) < 2 else "other"
    return "one" if number == "1" else "other"


def _arabic(number: int) -> str:
    if number in (1, 2):
        return ("one", "two")[number - 1]
    rest = number % 100
    if 3 <= rest <= 10:
        return "few"
    return "many" if rest >= 11 else "other"
