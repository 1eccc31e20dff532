"""Term recall: of the terms of a terminology that stand in a text, how many come out as the terminology has them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

FILES = {
    "es": ("f_en-es_XX.csv", "g_en_es-419.csv"),
    "fr": ("f_en-fr_XX.csv", "g_en_fr-FR.csv"),
    "pt": ("f_en-pt_XX.csv", "g_en_pt-BR.csv"),
}


def terms(folder: Path, language: str) -> list[tuple[str, str]]:
    """English and translation, longest first; none of a single letter, and none said in two ways."""
    found: dict[str, set[str]] = {}
    for name in FILES[language]:
        with (folder / name).open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                english, other = row["sourceString"].strip().casefold(), row["targetString"].strip().casefold()
                if len(english) > 2 and other:
                    found.setdefault(english, set()).add(other)
    return sorted(((e, o.pop()) for e, o in found.items() if len(o) == 1), key=lambda pair: -len(pair[0]))


def recall(
    sources: Sequence[str], references: Sequence[str], targets: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> dict[str, object]:
    """The share of terms found, of those that the human reference says as the terminology does."""
    asked = kept = 0
    for source, reference, target in zip(sources, references, targets, strict=True):
        for _, other in _in(source, pairs):
            if _says(reference, other):
                asked += 1
                kept += _says(target, other)
    return {"asked": asked, "recall": round(kept / asked, 4) if asked else None}


def _in(source: str, pairs: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    rest = source.casefold()
    for english, other in pairs:
        pattern = rf"(?<![\w-]){re.escape(english)}(?:s|es)?(?![\w-])"
        if re.search(pattern, rest):
            rest = re.sub(pattern, " ", rest)
            yield english, other


def _says(text: str, term: str) -> bool:
    """Whether a text has a term, each word in any of its forms: with another ending of up to three letters."""
    stems = [re.escape(word if len(word) < 5 else word[:-2]) for word in term.split()]
    return re.search(r"\b" + r"\w{0,4}\s+".join(stems) + r"\w{0,4}\b", text.casefold()) is not None
