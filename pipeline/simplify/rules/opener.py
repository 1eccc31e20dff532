"""Long linking words at the start: "Furthermore, …" → "Also, …"; "However, …" → "But …"."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pipeline.features import features
from pipeline.simplify.grammar import inside_sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_LONGEST = 40  # characters of an opener


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The sentence with its opener replaced; a comma must follow the opener."""
    text = features(doc).text
    opener = text[:_LONGEST].lower().partition(", ")[0]
    if opener not in _openers() or not text.startswith(", ", len(opener)):
        return
    short, at = _openers()[opener], len(opener) + 2
    first = next((token for token in doc if token.idx >= at), None)
    if first is None or first.i > main.i:
        return
    if short == "Also," and "also" in features(doc).vocabulary:
        return
    rest = text[at:]
    yield (f"{short} {rest if short.endswith(',') else inside_sentence(first, rest)}",)


def dropped(doc: Doc) -> Collection[str]:
    """The words of the opener."""
    return features(doc).text.split(",")[0].split()


@cache
def _openers() -> dict[str, str]:
    table = tomllib.loads(files(__package__).joinpath("opener.toml").read_text("utf-8"))
    return {str(long): str(short) for long, short in table["opener"].items()}
