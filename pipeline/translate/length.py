"""Whether a draft is about as long as a translation of its source is, by letters and by language.

Letters and not words: some languages have no blanks between words, some write several words in one.
"""

from __future__ import annotations

from pipeline.translate import writing

_TERSE = 4  # words of a source whose translation may have any share of its letters
_LONG = 10  # words of a source from which on the shares hold closely
_BOUNDS, _CLOSE = (0.4, 2.5), (0.5, 1.8)  # of the letters to expect
_MORE = (3, 24)  # times the letters to expect, and letters on top, that a terse source may become


def reason(source: str, target: str, language: str) -> str:
    """Why the draft of an English sentence has the wrong length; empty where it has not."""
    words = len(writing.WORD.findall(source))
    expected, after = _letters(source) * writing.letters(language), _letters(target)
    low, high = _CLOSE if words >= _LONG else _BOUNDS
    if words <= _TERSE:
        wrong = after > _MORE[0] * expected + _MORE[1]
    else:
        wrong = not low * expected <= after <= high * expected
    return f"{_letters(source)} letters became {after}, where about {expected:.0f} are to be expected" if wrong else ""


def _letters(text: str) -> int:
    return sum(c.isalpha() for c in text)
