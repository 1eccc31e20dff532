"""What is read out of a parse once."""

from __future__ import annotations

import pytest

from pipeline.features import features
from pipeline.parser import load


@pytest.mark.parametrize("text", ["", "Take 2 tablets, not 3.", " Two  blanks\nand a line. ", "Don’t (ever) stop!"])
def test_features_are_what_the_tokens_say(text: str) -> None:
    doc = load()(text)
    seen = features(doc)
    assert seen.text == text
    assert seen.small == text.lower()
    rows = zip(seen.texts, seen.words, seen.lemmas, seen.tags, seen.pos, seen.deps, seen.starts, strict=True)
    assert list(rows) == [(t.text, t.lower_, t.lemma_.lower(), t.tag_, t.pos_, t.dep_, t.idx) for t in doc]
    assert [seen.before(at).rstrip() for at in range(len(doc) + 1)] == [
        doc[:at].text.rstrip() for at in range(len(doc) + 1)
    ]


def test_features_are_read_once() -> None:
    doc = load()("Rest often.")
    assert features(doc) is features(doc)


def test_the_forms_of_a_word() -> None:
    assert features(load()("The MRIs helped.")).forms[1:3] == (("mris", "mri"), ("helped", "help"))
