from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.score.tally import Tally, sentence, total

TALLIES = st.builds(
    Tally,
    words=st.integers(0, 60),
    sentences=st.just(1),
    polysyllables=st.integers(0, 9),
    sample_words=st.integers(0, 99),
    sample_roots=st.frozensets(st.sampled_from("abcdef")),
)


def test_a_sentence_is_counted_for_every_formula() -> None:
    made = sentence("The thrombosis unit examined Anna.", "en")
    assert made.difficulty > 0
    assert replace(made, difficulty=0.0) == Tally(
        words=5,
        sentences=1,
        syllables=11,
        polysyllables=2,
        letters=29,
        long_words=2,
        monosyllables=1,
        polysyllables_squared=4,
        complex_words=2,
        unfamiliar=3,
        sample_words=5,
        sample_roots=frozenset({"thrombosi", "unit", "examin"}),
    )


def test_an_unfamiliar_word_counts_once_in_a_sample_of_a_hundred_words() -> None:
    once = Tally(words=50, sentences=1, sample_words=50, sample_roots=frozenset({"stent"}))
    assert (total([once, once]).unfamiliar_once, total([once, once]).sample_roots) == (1, frozenset())
    three = total([once, once, once])
    assert (three.unfamiliar_once, three.sample_words, three.sample_roots) == (1, 50, frozenset({"stent"}))
    assert total([once] * 4).unfamiliar_once == 2


@given(st.lists(TALLIES, max_size=8))
def test_adding_up_loses_nothing(tallies: list[Tally]) -> None:
    made = total(tallies)
    assert made.words == sum(tally.words for tally in tallies)
    assert made.polysyllables == sum(tally.polysyllables for tally in tallies)
    assert made.sample_words < 100
    assert made == sum(tallies, Tally())
    assert made.unfamiliar_once + len(made.sample_roots) <= sum(len(tally.sample_roots) for tally in tallies)


def test_the_sum_of_squares_is_of_each_sentence() -> None:
    made = total([sentence("Operation after operation.", "en"), sentence("An operation.", "en")])
    assert (made.polysyllables, made.polysyllables_squared) == (3, 5)
