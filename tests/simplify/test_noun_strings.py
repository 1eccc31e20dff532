"""The table of noun strings: no pair of it is a term that the glossary explains or keeps."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from pipeline.glossary import load as load_glossary


def test_no_pair_is_a_term_of_the_glossary() -> None:
    table = tomllib.loads(files("pipeline.simplify.rules").joinpath("noun_string.toml").read_text("utf-8"))
    pairs = {f"{noun} {head}" for head, row in table.items() for noun in row.get("of", ())}
    terms = {spelling.lower() for entry in load_glossary().entries for spelling in entry.spellings}
    assert pairs
    assert pairs.isdisjoint(terms)
