"""Words an engine left in the language they came from, and whether a sentence may stand with them.

A reader takes a sentence with a foreign word in it for translated. Names, initialisms, codes and drug names are right
as they are; any other word is a gap, and in an instruction no gap may stand.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from pipeline import facts
from pipeline.translate.writing import WORD

MOST = 1  # words left in a sentence that tells nobody what to do
SHARE = 0.1  # of its words
_LETTERS = 3  # a shorter word is a unit or an abbreviation
_ACTED_ON = frozenset({"dose", "quantity", "frequency", "phone", "drug"})
_DOSED = re.compile(r"([^\W\d_]{4,}) \d[\d.,]* ?(?:mg|mcg|µg|g|mL|ml|units?|IU)\b")  # "Docusate 100 mg": a drug's name


@cache
def _risky() -> re.Pattern[str]:
    table = tomllib.loads(files("pipeline.translate").joinpath("data/risky.toml").read_text("utf-8"))
    return re.compile("|".join(table["patterns"]), re.IGNORECASE)


def words(source: str, unknown: Sequence[str]) -> tuple[str, ...]:
    """Those of the engine's unknown words that had to be translated."""
    drugs = {w.casefold() for f in facts.extract(source, "en") if f.kind == "drug" for w in f.text.split()}
    drugs |= {m[1].casefold() for m in _DOSED.finditer(source)}
    first = next((m[0] for m in WORD.finditer(source)), "")
    names = {m[0] for m in WORD.finditer(source) if m[0][:1].isupper() and m[0] != first}
    return tuple(
        word
        for word in unknown
        if len(word) >= _LETTERS
        and word not in names
        and word.capitalize() not in names
        and not word.isupper()
        and not any(c.isdigit() for c in word)
        and word.casefold() not in drugs
    )


def is_instruction(source: str) -> bool:
    """Whether a sentence tells its reader to do or not to do something, or how much, or whom to call."""
    if _risky().search(source) or any(fact.kind in _ACTED_ON for fact in facts.extract(source, "en")):
        return True
    from pipeline.translate import english

    return bool(english.instructions(english.parse(source)[0]))


def reason(source: str, target: str, left: Sequence[str]) -> str:
    """Why a draft with these words left must not stand; empty if it may."""
    if not left:
        return ""
    named = ", ".join(f"“{word}”" for word in left)
    if is_instruction(source):
        return (
            f"{named} was left untranslated in an instruction" if len(left) == 1 else f"{named} were left untranslated"
        )
    if len(left) > MOST or len(left) > SHARE * len(WORD.findall(target)):
        return f"{named} {'was' if len(left) == 1 else 'were'} left untranslated"
    return ""
