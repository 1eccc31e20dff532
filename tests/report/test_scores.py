"""Figures of reading level as lines."""

from __future__ import annotations

from pipeline.characters import cut, width
from pipeline.edition import Counts, Readability, SectionScore
from pipeline.report.scores import hardest, judging, lines
from pipeline.score.formulas import main

COUNTS = Counts(40, 4, 60, 5)


def section(heading: str, fkgl: float, difficulty: float, words: int = 40) -> SectionScore:
    return SectionScore(heading.lower(), heading, {"fkgl": fkgl, "difficulty": difficulty}, Counts(words, 4, 60, 5))


def test_the_word_for_a_figure_is_that_of_the_figure_as_shown() -> None:
    """59.96 is shown as 60.0, where "standard" begins."""

    def word(flesch: float) -> str:
        shown = lines("a.txt", Readability("en", {"flesch": flesch}, COUNTS, (), ()))
        return next(line for line in shown if "Flesch" in line).partition("easy: ")[2]

    assert word(59.96) == word(60.0) != word(59.9)


def test_the_hardest_section_is_told_by_difficulty_where_there_is_one() -> None:
    judge = judging(main("en"))
    assert judge.name == "difficulty"
    assert judging(main("es")) == main("es")[0]
    sections = (section("Long", 12.0, 3.0), section("Rare", 6.0, 4.5), section("Short", 20.0, 6.0, words=29))
    found = hardest(sections, judge)
    assert found is not None
    assert found.heading == "Rare"
    assert hardest(sections[2:], judge) is None


def test_a_text_is_cut_by_the_columns_it_takes() -> None:
    assert (width("abc"), width("哮喘"), width("e\u0301")) == (3, 4, 1)
    assert cut("abcdef", 4) == "abc…"
    assert cut("哮喘哮喘", 6) == "哮喘…"
    assert cut("哮喘哮", 6) == "哮喘哮"
    assert cut("e\u0301" * 5, 5) == "e\u0301" * 5
