from __future__ import annotations

from typing import Any

import pytest
from markdown_it import MarkdownIt

from pipeline.report.delta import Delta, as_json, compare, read
from pipeline.report.delta_table import as_markdown, as_text


def part(fkgl: float | None, difficulty: float = 3.0, words: int = 100) -> dict[str, Any]:
    scores = {} if fkgl is None else {"fkgl": fkgl, "difficulty": difficulty}
    return {"scores": scores, "counted": {"words": words}}


def row(
    path: str, fkgl: float | None, *sections: tuple[str, float], language: str = "en", **more: Any
) -> dict[str, Any]:
    listed = [{"heading": heading, **part(grade)} for heading, grade in sections]
    return {"path": path, "language": language, **part(fkgl, **more), "sections": listed}


def delta(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> Delta:
    return compare(read({"documents": before}), read({"documents": after}))


BEFORE = [row("a.md", 9.4, ("One", 8.0), ("Two", 11.0)), row("b.md", 7.0), row("c.md", 5.0), row("gone.md", 8.0)]
AFTER = [row("a.md", 8.1, ("One", 8.0), ("Two", 8.2)), row("b.md", 7.6), row("c.md", 5.0), row("new.md", 6.0)]


def test_only_what_changed_is_told_with_the_hardest_section_and_sums() -> None:
    made = as_json(delta(BEFORE, AFTER))
    assert [(one["path"], one["status"], one["direction"]) for one in made["files"]] == [
        ("a.md", "changed", "easier"),
        ("b.md", "changed", "harder"),
        ("gone.md", "removed", None),
        ("new.md", "new", None),
    ]
    first = made["files"][0]
    assert first["change"] == {"fkgl": -1.3, "difficulty": 0.0}
    assert (first["worst_section"]["heading"], first["worst_section"]["scores"]["fkgl"]) == ("Two", 8.2)
    assert made["summary"] == {
        "easier": 1,
        "harder": 1,
        "same": 0,
        "new": 1,
        "removed": 1,
        "unchanged": 1,
        "words_before": 400,
        "words_after": 400,
    }


def test_the_text_says_what_moved_and_where() -> None:
    text = as_text(delta(BEFORE, AFTER))
    assert "a.md: fkgl 9.4 → 8.1 (−1.3, easier); difficulty 3.0 → 3.0 (0.0)" in text
    assert "hardest section: Two (fkgl 8.2, difficulty 3.0)" in text
    assert "gone.md: removed" in text
    assert "c.md" not in text
    assert "1 easier, 1 harder, 1 new, 1 removed, 1 unchanged" in text


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (7.96, 7.94, "fkgl 7.96 → 7.94 (−0.02, same)"),
        (8.04, 7.95, "fkgl 8.04 → 7.95 (−0.09, easier)"),
        (-0.04, -0.01, "fkgl 0.0 → 0.0 (0.0, same)"),
        (9.4, 8.1, "fkgl 9.4 → 8.1 (−1.3, easier)"),
        (8.0, 8.0, "fkgl 8.0 → 8.0 (0.0, same)"),
    ],
)
def test_figures_and_their_difference_fit(before: float, after: float, said: str) -> None:
    made = delta([row("a.md", before, words=3)], [row("a.md", after, words=4)])
    text = as_text(made)
    assert said in text, text
    assert "-0.0" not in text + as_markdown(made)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="no number"):
        read({"documents": [row("a.md", value)]})


def test_a_lower_figure_is_harder_where_the_formula_says_so() -> None:
    before, after = row("a.md", None, language="it"), row("a.md", None, language="it")
    before["scores"], after["scores"] = {"gulpease": 60.0}, {"gulpease": 50.0}
    assert delta([before], [after]).changes[0].direction == "harder"


def test_a_text_without_figures_is_still_told() -> None:
    made = delta([row("a.md", None, words=3)], [row("a.md", None, words=4)])
    assert made.changes[0].direction == "same"
    assert "a.md" in as_text(made)
    assert "a.md" in as_markdown(made)


def test_short_sections_do_not_count_as_the_hardest() -> None:
    made = row("a.md", 9.0, ("Long", 9.0))
    made["sections"].append({"heading": "Short", **part(30.0, words=5)})
    worst = delta([], [made]).changes[0].worst
    assert worst is not None
    assert worst.heading == "Long"


def test_nothing_changed_is_said() -> None:
    assert (
        as_text(delta(BEFORE, BEFORE)) == as_markdown(delta(BEFORE, BEFORE)) == "No text changed its reading level.\n"
    )


NASTY = [
    "a|b",
    "a\\|b",
    "`tick`",
    "``a`` | `b`",
    "![x](http://e.org/x.png)",
    "<img src=x onerror=y>",
    "@somebody #1",
    "a\nb | c",
    "",
]


@pytest.mark.parametrize("name", NASTY)
def test_headings_and_paths_stand_in_their_cell_as_they_are(name: str) -> None:
    table = as_markdown(delta([], [row(name or "x", 9.0, (name, 9.0))]))
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(table)
    assert html.count("<tr>") == 2
    assert html.count("<td>") == 6
    assert html.count("<code>") == 2
    for tag in ("<img", "<a ", "@somebody</td>"):
        assert tag not in html


def test_the_table_has_a_row_for_each_change() -> None:
    table = as_markdown(delta(BEFORE, AFTER))
    assert "| `a.md` | fkgl 9.4 | fkgl 8.1 | −1.3 easier | 3.0 → 3.0 | `Two` fkgl 8.2, difficulty 3.0 |" in table
    assert "| `gone.md` | fkgl 8.0 | – | removed | 3.0 | – |" in table
    assert "| `new.md` | – | fkgl 6.0 | new | 3.0 | – |" in table
