from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.score.words import paths, tokens, words

CASES = [
    line
    for line in (Path(__file__).parent / "fixtures" / "words.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("case", CASES)
def test_words_of_a_text(case: str) -> None:
    text, _, expected = case.partition(" =>")
    in_words, left_out, telephones, *_ = [*expected.split("|"), "", ""]
    assert words(text, "en") == tuple(in_words.split())
    assert paths(text) == tuple(left_out.split())
    assert tokens(text).telephones == tuple(number.replace("_", " ") for number in telephones.split())


@given(st.text(max_size=200))
def test_every_word_has_a_letter_or_digit_and_no_blank(text: str) -> None:
    for word in tokens(text).words:
        assert any(c.isalnum() for c in word)
        assert not any(c.isspace() for c in word)


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=20))
def test_plain_words_are_all_counted(plain: list[str]) -> None:
    assert words(" ".join(plain), "en") == tuple(plain)
    assert words(", ".join(plain) + ".", "en") == tuple(plain)


@pytest.mark.parametrize("piece", ["a", "/", ".", "a.", "a/", "-", "1,", "(", "x\\", "a@", "0", "0 ", "555-"])
def test_a_huge_token_is_counted_and_does_not_hang(piece: str) -> None:
    found = tokens(piece * 200_000)
    assert len(found.words) + len(found.paths) <= 200_000
