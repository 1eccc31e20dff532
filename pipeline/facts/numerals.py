"""Numbers as they are written: figures by locale, number words, fractions, ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from pipeline.facts.lexicon import Lexicon
from pipeline.facts.model import Weight
from pipeline.facts.tokens import FRACTION_SIGNS, Token, gap, glued

_ROMAN = re.compile(r"([IVX]{2,6})(?:e|è|è[mr]e)?")  # XIX, XIXe siècle
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_BLANKS = frozenset(" \u00a0\u2009\u202f")
_DENOMINATORS = frozenset({2, 3, 4, 5, 8, 10})
_LONGEST = 40  # figures; a longer run is no number anybody reads, and is kept as written


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number: its value, the tokens `[first, last)` that write it, and how surely it is one."""

    value: str  # a decimal or a fraction in lowest terms
    first: int
    last: int
    weight: Weight
    ordinal: bool = False
    article: bool = False  # an article that may mean 1

    def as_int(self) -> int | None:
        """The value where it is a whole number."""
        return int(self.value) if self.value.isdigit() and len(self.value) <= _LONGEST else None


def find(text: str, tokens: Sequence[Token], lexicon: Lexicon, skip: Sequence[bool]) -> tuple[Numeral, ...]:
    """Every number that no token marked in `skip` belongs to, from left to right."""
    found: list[Numeral] = []
    index = 0
    while index < len(tokens):
        numerals = () if skip[index] else tuple(_at(text, tokens, index, lexicon, skip))
        found.extend(numerals)
        index = max(numerals[-1].last, index + 1) if numerals else index + _no_number(text, tokens, index, lexicon)
    return tuple(found)


def show(value: Fraction) -> str:
    """A value as text: "2.5", "1000", and "1/3" where no short decimal exists."""
    denominator = value.denominator
    while denominator % 2 == 0:
        denominator //= 2
    while denominator % 5 == 0:
        denominator //= 5
    if denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    scaled, places = value, 0
    while scaled.denominator != 1:
        scaled, places = scaled * 10, places + 1
    digits = str(scaled.numerator).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def figures(written: str, lexicon: Lexicon) -> tuple[Fraction, ...]:
    """What figures with points and commas mean in a language: one number, or several for a list (1,2,3)."""
    parts = re.split("[.,]", written)
    marks = [c for c in written if c in ".,"]
    if not marks:
        return (Fraction(int(written)),)
    grouped = all(len(part) == 3 for part in parts[1:]) and 1 <= len(parts[0]) <= 3 and parts[0].strip("0") != ""
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1 and all(len(p) == 3 for p in parts[1:-1]):
        return (Fraction(f"{''.join(parts[:-1])}.{parts[-1]}"),)
    if grouped and len(set(marks)) == 1 and (marks[0] == lexicon.thousands or len(marks) > 1):
        return (Fraction(int("".join(parts))),)
    if len(marks) == 1:
        return (Fraction(f"{parts[0]}.{parts[1]}"),)
    return tuple(Fraction(int(part)) for part in parts if part)


def _no_number(text: str, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> int:
    match = lexicon.numbers.at(text, tokens, index)
    return match.last - index if match is not None and match.value == "" else 1


def _at(text: str, tokens: Sequence[Token], index: int, lexicon: Lexicon, skip: Sequence[bool]) -> Iterator[Numeral]:
    token = tokens[index]
    if token.is_number:
        yield from _figures_at(text, tokens, index, lexicon, skip)
    elif token.text in FRACTION_SIGNS:
        yield Numeral(show(Fraction(FRACTION_SIGNS[token.text])), index, index + 1, Weight.FIRM)
    elif token.is_word:
        written = text[token.start : token.end]
        roman = _ROMAN.fullmatch(written)
        if roman is not None:
            yield Numeral(str(_roman(roman[1])), index, index + 1, Weight.FREE, ordinal=True)
        else:
            numeral = _words_at(text, tokens, index, lexicon)
            if numeral is not None:
                yield numeral


def _figures_at(
    text: str, tokens: Sequence[Token], index: int, lexicon: Lexicon, skip: Sequence[bool]
) -> Iterator[Numeral]:
    written, last = _spaced(text, tokens, index, lexicon, skip)
    if len(written) > _LONGEST:
        yield Numeral(written, index, last, Weight.FIRM)
        return
    values = figures(written, lexicon)
    for value in values[:-1]:
        yield Numeral(show(value), index, last, Weight.FIRM)
    value = values[-1]
    denominator = _denominator(text, tokens, last)
    if denominator and value.denominator == 1 and value < denominator:
        yield Numeral(show(value / denominator), index, last + 2, Weight.FIRM)
        return
    if value.denominator == 1 and last < len(tokens):
        fraction = _fraction_after(text, tokens, last)
        if fraction is not None:
            yield Numeral(show(value + fraction[0]), index, fraction[1], Weight.FIRM)
            return
        pointed = tokens[last].text == "." and last + 1 < len(tokens) and tokens[last + 1].text in {"º", "ª"}
        if pointed and text[tokens[last - 1].end : tokens[last + 1].start] == ".":
            yield Numeral(show(value), index, last + 2, Weight.FIRM, ordinal=True)
            return
        if tokens[last].text in lexicon.ordinal_endings and gap(text, tokens, last) == "" and len(values) == 1:
            yield Numeral(show(value), index, last + 1, Weight.FIRM, ordinal=True)
            return
    scaled, last = _scaled(text, tokens, last, value, lexicon)
    yield Numeral(show(scaled), index, last, Weight.FIRM)


def _spaced(text: str, tokens: Sequence[Token], index: int, lexicon: Lexicon, skip: Sequence[bool]) -> tuple[str, int]:
    """Figures whose thousands are set apart by blanks (1 000 000)."""
    written, last = tokens[index].text, index + 1
    if not written.isdigit() or len(written) > 3 or written.startswith("0"):
        return written, last
    while last < len(tokens) and tokens[last].is_number and not skip[last] and "," not in written:
        group, between = tokens[last].text, gap(text, tokens, last)
        blank = between in _BLANKS and (between != " " or lexicon.spaced)
        if not blank or not re.fullmatch(r"[0-9]{3}(?:,[0-9]+)?", group):
            break
        written, last = written + group, last + 1
    return written, last


def _denominator(text: str, tokens: Sequence[Token], slash: int) -> int | None:
    """The 2 of 1/2, the slash being token `slash`."""
    if slash + 1 >= len(tokens) or tokens[slash].text != "/" or not tokens[slash + 1].text.isascii():
        return None
    below = tokens[slash + 1]
    plain = below.is_number and below.text.isdigit() and len(below.text) <= 2
    tight = gap(text, tokens, slash) == "" and gap(text, tokens, slash + 1) == ""
    chained = slash + 2 < len(tokens) and tokens[slash + 2].text == "/" and gap(text, tokens, slash + 2) == ""
    return int(below.text) if plain and tight and not chained and int(below.text) in _DENOMINATORS else None


def _fraction_after(text: str, tokens: Sequence[Token], index: int) -> tuple[Fraction, int] | None:
    """The fraction of a mixed number: 1½, 1 1/2."""
    if gap(text, tokens, index) not in {"", " ", "\u00a0"}:
        return None
    if tokens[index].text in FRACTION_SIGNS:
        return Fraction(FRACTION_SIGNS[tokens[index].text]), index + 1
    above = tokens[index]
    denominator = _denominator(text, tokens, index + 1)
    if denominator and above.is_number and above.text.isdigit() and 0 < int(above.text[:3]) < denominator:
        return Fraction(int(above.text), denominator), index + 3
    return None


def _scaled(text: str, tokens: Sequence[Token], last: int, value: Fraction, lexicon: Lexicon) -> tuple[Fraction, int]:
    """A value times the scale words behind it: 2 million."""
    while last < len(tokens) and glued(text, tokens, last):
        match = lexicon.numbers.at(text, tokens, last)
        if match is None or not match.value.startswith("x"):
            break
        value, last = value * int(match.value[1:]), match.last
    return value, last


def _words_at(text: str, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Numeral | None:
    """A number in words: two, veinticinco, quatre-vingt-dix, two hundred and five, half, third."""
    match = lexicon.numbers.at(text, tokens, index)
    word = tokens[index].text
    if match is None and word in lexicon.articles and word not in lexicon.ambiguous:
        scale = lexicon.numbers.at(text, tokens, index + 1)
        if scale is not None and scale.value.startswith("x") and glued(text, tokens, index + 1):
            total, last = _sum(text, tokens, index + 1, lexicon)
            return Numeral(show(Fraction(total)), index, last, Weight.SOFT)
        return Numeral("1", index, index + 1, Weight.FREE, article=True)
    if match is None or match.value == "":
        return None
    if match.value.startswith("#"):
        free = match.value == "#1" or word in lexicon.loose_numbers
        weight = Weight.FREE if free else Weight.SOFT
        return Numeral(match.value[1:], index, match.last, weight, ordinal=True)
    if "/" in match.value:
        weight = Weight.FREE if word in lexicon.loose_numbers else Weight.SOFT
        return Numeral(show(Fraction(match.value)), index, match.last, weight)
    if match.value.startswith("x") and word not in lexicon.alone:
        return None
    total, last = _sum(text, tokens, index, lexicon)
    value, last = _scaled(text, tokens, last, Fraction(total), lexicon)
    alone = last == index + 1
    free = alone and (word in lexicon.ambiguous or word in lexicon.loose_numbers)
    numeral = Numeral(show(value), index, last, Weight.FREE if free else Weight.SOFT)
    return replace(numeral, article=alone and word in lexicon.articles)


def _sum(text: str, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[int, int]:
    """Number words that add up: (value, one past the last token). Two words add up only where they can: 20 + 5."""
    total = current = 0
    last, room = index, 10**15
    while last < len(tokens) and (last == index or glued(text, tokens, last)):
        match = lexicon.numbers.at(text, tokens, last)
        start = last
        if match is None and last > index and tokens[last].text in lexicon.joiners and room > 1:
            start = last + 1
            match = lexicon.numbers.at(text, tokens, start) if start < len(tokens) else None
        if match is None or match.value == "" or "/" in match.value or match.value.startswith("#"):
            break
        if match.value.startswith("x"):
            scale = int(match.value[1:])
            if start > last or scale >= room * 10**6:
                break
            if scale == 100:
                current, room = max(current, 1) * 100, 100
            else:
                total, current, room = total + max(current, 1) * scale, 0, scale
        else:
            part = int(match.value)
            if part >= room or part == 0 < last - index:
                break
            current, room = current + part, _room(part)
        last = match.last
    return total + current, last


def _room(part: int) -> int:
    """What may still be added behind a number word: units behind tens, anything below 100 behind hundreds."""
    if part >= 100:
        return 100 if part < 1000 else 1000
    return 10 if part >= 20 and part % 10 == 0 else 1


def _roman(written: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in written]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
