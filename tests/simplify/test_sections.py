"""The gate over a whole section."""

from __future__ import annotations

from pipeline.simplify.rewrite import Step, Work
from pipeline.simplify.sections import hold


def work(source: str, *sentences: str) -> Work:
    made = Work(source)
    made.sentences = list(sentences)
    made.note(Step("lexical", source, tuple(sentences), "plainer", "term"))
    return made


def test_a_section_that_is_easier_and_keeps_its_facts_stays() -> None:
    works = [work("Administer the medication at bedtime.", "Give the drug at bedtime."), Work("Rest well.")]
    hold(works)
    assert works[0].sentences == ["Give the drug at bedtime."]


def test_where_a_fact_is_lost_everything_changed_is_undone_and_told() -> None:
    works = [work("Take 2 tablets a day.", "Take tablets a day."), work("Utilize it.", "Use it."), Work("Rest.")]
    hold(works)
    assert [w.sentences for w in works] == [["Take 2 tablets a day."], ["Utilize it."], ["Rest."]]
    assert all(step.applied is False for w in works for step in w.steps)
    assert "in its section" in works[1].steps[-1].reason


def test_only_what_made_a_section_harder_is_undone() -> None:
    works = [
        work("Give the drug.", "Administer the pharmaceutical preparation."),
        work("Utilize the device.", "Use the tool."),
    ]
    hold(works)
    assert [w.sentences for w in works] == [["Give the drug."], ["Use the tool."]]
    assert works[0].steps[-1].reason == "the section would not be easier"
