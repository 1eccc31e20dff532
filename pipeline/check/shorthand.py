"""Whether a text says what an abbreviation means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.check.amounts import ends_in_amount, has_drug

_MEANS = ("means", "mean", "stands for", "stand for", "is short for")
_QUOTES = "\"'“”‘’«»"
_LOOK_BACK = 80  # characters
_WORD = re.compile(r"\w[\w'’-]*")
_LIGHT = frozenset({"a", "an", "and", "by", "for", "in", "of", "on", "or", "the", "to", "with"})


def is_explained(form: str, text: str, *, is_unit: bool = False) -> bool:
    """Whether a text gives the meaning of a form: "twice a day (BID)", "BID (twice a day)", "BID means twice a day".

    A form in quotation marks is one that the reader sees on a label, and is told about. Only a unit is explained by an
    amount before the bracket: "400 units (IU)".
    """
    for start, end in places(form, text):
        before, after = text[:start].rstrip(), text[end:].lstrip(_QUOTES + " ")
        words = before[:-1].rstrip()
        if before.endswith("(") and after.startswith(")") and words and (is_unit or not _is_dose(words)):
            return True
        if (after.startswith("(") and after[1:2].isalpha()) or after.startswith(_MEANS):
            return True
        if text[start - 1 : start] in tuple(_QUOTES) and text[end : end + 1] in tuple(_QUOTES):
            return True
    return False


def other_meaning(form: str, meanings: Sequence[str], text: str, *, is_name: bool = False) -> bool:
    """Whether a text gives a form another meaning: "quantum dots (QD)" where QD would be "every day".

    Its letters have to be in the words before the bracket, and only the name of a medicine is short for a medicine.
    """
    for start, end in places(form, text):
        before = text[max(0, start - _LOOK_BACK) : start].rstrip()
        words = before[:-1].rstrip()
        if not before.endswith("(") or text[end : end + 1] not in {")", ",", ";"} or not _spells(form, words):
            continue
        if is_name or not _is_dose(words):
            own = {word for meaning in meanings for word in meaning.casefold().split() if len(word) > 2}
            return not any(word in before.casefold() for word in own)
    return False


def _is_dose(words: str) -> bool:
    """Whether a medicine or an amount stands last: "(QOD)" behind "digoxin 0.25 mg" explains nothing."""
    last = words.split()[-1:]
    return ends_in_amount(words) or (bool(last) and has_drug(last[0], "en"))


def _spells(form: str, words: str) -> bool:
    """Whether the last words are what the letters are short for: "quantum dots" for QD, "overdose" for OD."""
    letters = [c for c in form.casefold() if c.isalnum()]
    last = [word for word in _WORD.findall(words.casefold()) if word not in _LIGHT][-len(letters) :]
    if [word[0] for word in last] == letters:
        return True
    return bool(last) and re.match(".*".join(map(re.escape, letters)), last[-1]) is not None


def told(form: str, meanings: Sequence[str], texts: Iterable[str]) -> tuple[str, ...]:
    """The meanings that a text puts right beside the form: "methotrexate (MTX)", "MTX, or methotrexate"."""
    near = rf"\W{{1,3}}(?:or )?{re.escape(form)}(?!\w)", rf"(?<!\w){re.escape(form)}\W{{1,3}}(?:or )?"
    joined = [text for text in texts if form in text]
    return tuple(
        meaning
        for meaning in meanings
        if any(
            re.search(rf"{re.escape(meaning)}{near[0]}|{near[1]}{re.escape(meaning)}", text, re.IGNORECASE)
            for text in joined
        )
    )


def places(form: str, text: str) -> list[tuple[int, int]]:
    """Where a form stands by itself."""
    if form not in text:
        return []
    return [m.span() for m in re.finditer(rf"(?<![\w.]){re.escape(form)}(?!\w)", text)]
