"""Ignores inside texts, through the readers of every format and the real checks."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pipeline import check, read, score
from pipeline.check import ignores, policy
from pipeline.edition import Edition
from pipeline.findings import Finding
from pipeline.read.remarks import Flaw
from pipeline.settings import Check

LONG = "Take the tablet with a large glass of water in the morning after you eat, " * 3 + "and do so every single day."
OK = "Drink water every day."
HARD = "The physician commences administration of antihypertensive medication immediately. " * 6


@dataclass
class Result:
    codes: list[tuple[str, int | None]]
    ignored: list[tuple[str, int | None, str]]
    findings: tuple[Finding, ...]

    def lines(self, code: str) -> list[int | None]:
        return [line for name, line in self.codes if name == code]


def run(text: str, name: str = "a.txt", settings: Check | None = None) -> Result:
    settings = settings or Check()
    reading = read.run(text.encode(), name)
    edition = Edition(reading.document, score.run(reading.document))
    found = policy.apply(reading.findings + check.run(edition, settings, source_text=reading.text), settings)
    codes = policy.looked_for(settings, frozenset())
    parted = ignores.apply(found, reading.remarks, reading.document, reading.text, codes)
    return Result(
        [(one.code, one.where.line) for one in parted.kept],
        [(one.code, one.where.line, reason) for one, reason in parted.ignored],
        parted.kept,
    )


def hint(result: Result) -> str:
    (unused,) = [found for found in result.findings if found.code == "check.unused-ignore"]
    return unused.hint


def in_format(name: str, ignore: str) -> str:
    """A title, a section with two long sentences in blocks of their own, the first below the ignore."""
    if name.endswith(".html"):
        return f"<h1>Title</h1>\n<h2>Part</h2>\n{ignore}\n<p>{LONG}</p>\n<p>{LONG}</p>\n"
    if name.endswith(".md"):
        return f"# Title\n\n## Part\n{ignore}\n{LONG}\n\n{LONG}\n"
    return f"Your tablets\n\nHow to take them\n{ignore}\n{LONG}\n\n{LONG}\n"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_an_ignore_holds_for_the_block_behind_it_and_no_other_in_every_format(name: str) -> None:
    text = in_format(name, "<!-- plainleaf ignore reading.long-sentence: the words of the law -->")
    result = run(text, name)
    first = text[: text.index(LONG)].count("\n") + 1
    second = text[: text.rindex(LONG)].count("\n") + 1
    assert result.ignored == [("reading.long-sentence", first, "the words of the law")]
    assert result.lines("reading.long-sentence") == [second]
    assert result.lines("check.ignore") == result.lines("check.unused-ignore") == []


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_an_ignore_of_the_whole_file_holds_wherever_it_stands(name: str) -> None:
    text = in_format(name, "") + "\n<!-- plainleaf ignore-file reading.long-sentence: quoted from the label -->\n"
    result = run(text, name)
    assert len(result.ignored) == 2
    assert result.lines("reading.long-sentence") == []


def test_an_ignore_above_a_heading_holds_for_its_section_alone() -> None:
    section = f"## Part\n\n{HARD}\n\n{LONG}\n\n"
    ignore = "<!-- plainleaf ignore reading.grade, reading.long-sentence: for clinicians -->\n"
    result = run(f"# Title\n\n{section}{ignore}{section}{section}", "a.md")
    assert [code for code, _, _ in result.ignored].count("reading.grade") == 1
    assert [code for code, _, _ in result.ignored].count("reading.long-sentence") == 1
    assert len(result.lines("reading.grade")) == len(result.lines("reading.long-sentence")) == 2


def test_a_section_named_file_is_a_section() -> None:
    ignore = "<!-- plainleaf ignore reading.long-sentence: quoted -->"
    result = run(f"# Page\n\n{ignore}\n## File\n\n{LONG}\n\n## Title\n\n{LONG}\n", "a.md")
    assert len(result.ignored) == len(result.lines("reading.long-sentence")) == 1


def test_an_ignore_below_the_heading_says_where_the_finding_stands() -> None:
    ignore = "<!-- plainleaf ignore reading.grade: for clinicians -->\n"
    result = run(f"# Title\n\n## Part\n\n{ignore}\n{HARD}\n", "a.md")
    assert result.ignored == []
    assert "put the ignore right above line 3" in hint(result)


IGNORE = "<!-- plainleaf ignore reading.long-sentence: quoted -->"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.md", f"{IGNORE}\n# Title\n\n{LONG}\n", "put the ignore right above line 4"),
        ("a.md", f"# Title\n\n{LONG}\n\n{IGNORE}\n", "put the ignore right above line 3"),
        ("a.md", f"# Title\n\n{LONG}\n\n{IGNORE}\n\n{OK}\n", "put the ignore right above line 3"),
        ("a.md", f"# Title\n\n{LONG}\n\n{OK}\n\n{OK}\n\n{IGNORE}\n{OK}\n\n{LONG}\n", "nearest is at line 12"),
        ("a.md", f"# Title\n\n{OK}\n{LONG}\n\n{IGNORE}\n", "above its block, which begins at line 3"),
        ("a.md", f"# Title\n\n- {OK}\n- {LONG}\n\n{IGNORE}\n\n{OK}\n", "above its block, which begins at line 3"),
        (
            "a.html",
            f"<h1>T</h1>\n{IGNORE}\n<table><caption>Doses</caption><tr><td>{LONG}</td></tr></table>",
            "in another block: use ignore-file",
        ),
        ("a.md", f"# Title\n\n{IGNORE}\n{OK}\n", "Delete it."),
    ],
)
def test_an_ignore_that_holds_nothing_says_where_the_nearest_finding_is(name: str, text: str, said: str) -> None:
    result = run(text, name)
    assert result.ignored == []
    assert said in hint(result)


def test_a_place_that_the_hint_names_holds() -> None:
    result = run(f"# Title\n\n{OK}\n{LONG}\n\n{OK}\n\n{IGNORE}\n", "a.md")
    assert "begins at line 3" in hint(result)
    assert len(run(f"# Title\n\n{IGNORE}\n{OK}\n{LONG}\n", "a.md").ignored) == 1


@pytest.mark.parametrize(
    ("remark", "said", "hint"),
    [
        ("ignore reading.long-sentence", "gives no reason", "Say why"),
        ("ignore reading.long-sentence:", "gives no reason", "Say why"),
        ("ignore reading.long-sentence: --", "gives no reason", "Say why"),
        ("ignore reading.long-sentance: quoted", "reading.long-sentance is no code", "reading.long-sentence"),
        ("ignore reading: quoted", "reading is a group", "one by one"),
        ("ignore: quoted", "is no request", "plainleaf ignore CODE"),
        ("ignore : quoted", "names no code", "plainleaf ignore CODE"),
        ("ignore-line reading.long-sentence: quoted", "“ignore-line” is no request", "plainleaf ignore CODE"),
        ("disable reading.long-sentence: quoted", "“disable” is no request", "plainleaf ignore CODE"),
        ("", "is not closed", "-->"),
        ("ignore reading.long-sentence: quoted\n<!-- other", "is not closed", "-->"),
    ],
)
def test_an_ignore_that_cannot_hold_is_a_finding_and_hides_nothing(remark: str, said: str, hint: str) -> None:
    closing = " -->" if remark else " ignore reading.long-sentence: quoted"
    result = run(f"Your tablets\n\n<!-- plainleaf {remark}{closing}\n{LONG}\n")
    assert result.ignored == []
    assert result.lines("reading.long-sentence") == [4]
    about = next(found for found in result.findings if found.code == "check.ignore")
    assert said in about.message
    assert hint in about.hint
    assert (about.where.line, about.where.column) == (3, 1)


@pytest.mark.parametrize(
    "remark",
    [
        "<! -- plainleaf ignore reading.long-sentence: quoted -->",
        "<!— plainleaf ignore reading.long-sentence: quoted —>",
        "<!-- plain leaf ignore reading.long-sentence: quoted -->",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_what_was_meant_as_an_ignore_and_is_none_is_a_finding(name: str, remark: str) -> None:
    result = run(in_format(name, remark), name)
    assert result.ignored == []
    assert [one.message for one in result.findings if one.code == "check.ignore"] == [
        "This ignore does not hold: it does not begin with <!-- plainleaf."
    ]


def test_an_ignore_that_readers_see_is_a_finding() -> None:
    result = run(f"# Title\n\n{LONG} \\<!-- plainleaf ignore reading.long-sentence: quoted -->\n", "a.md")
    assert any("readers see it" in one.message for one in result.findings if one.code == "check.ignore")


DOSE = "<!-- plainleaf ignore dose.trailing-zero: a brand name of ours -->"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("a.txt", "Take 5.0 mg {} with food."),
        ("a.md", "Take it. {} Take 5.0 mg with food."),
        ("a.md", "{} Take 5.0 mg with food."),
        ("a.md", "- {} Take 5.0 mg with food."),
        ("a.md", "Rest. {}\n\nTake 5.0 mg with food."),
        ("a.md", "{} <!-- plainleaf ignore reading.grade: law --> Take 5.0 mg with food."),
        ("a.html", "<p>Take 5.0 mg {} with food.</p>"),
        ("a.html", "<p>{}Take 5.0 mg with food.</p>"),
        ("a.html", "<p>Rest. <b>{}</b></p><p>Take 5.0 mg with food.</p>"),
        ("a.html", "<p>Rest.<br>{}<br>Take 5.0 mg with food.</p>"),
    ],
)
@pytest.mark.parametrize("verb", ["ignore", "ignore-file"])
def test_an_ignore_inside_a_line_does_not_hold(name: str, line: str, verb: str) -> None:
    title = "<h1>T</h1>\n" if name.endswith("html") else "Your tablets\n============\n\n"
    result = run(title + line.format(DOSE.replace("ignore", verb)) + "\n", name)
    assert result.ignored == []
    assert len(result.lines("dose.trailing-zero")) == 1
    assert any("inside a line" in one.message for one in result.findings if one.code == "check.ignore")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "Your tablets\n\nRest.\n{}\nTake 5.0 mg with food.\n"),
        ("a.md", "# T\n\n> {}\n> Take 5.0 mg with food.\n"),
        ("a.md", "# T\n\n  {} {}  \nTake 5.0 mg with food.\n"),
        ("a.html", "<h1>T</h1><p>Rest.</p>{}<p>Take 5.0 mg with food.</p>"),
        ("a.html", "<h1>T</h1><p class='x'>\n{}\nTake 5.0 mg with food.</p>"),
        ("a.html", "<h1>T</h1><ul><li>Rest.</li> {} {}<li>Take 5.0 mg.</li></ul>"),
    ],
)
def test_an_ignore_on_a_line_of_its_own_holds(name: str, text: str) -> None:
    result = run(text.replace("{}", DOSE), name)
    assert [code for code, _, _ in result.ignored] == ["dose.trailing-zero"]
    assert result.lines("check.ignore") == []


def test_every_flaw_of_a_remark_has_its_words() -> None:
    assert set(ignores._FLAWS) == {flaw.value for flaw in Flaw}


def test_a_reason_may_be_long_and_an_ignore_may_stand_in_more_lines() -> None:
    remark = f"<!--\n  plainleaf ignore reading.long-sentence:\n  {'a reason ' * 300}\n-->"
    result = run(f"Your tablets\n\n{remark}\n{LONG}\n")
    assert [reason.split()[0] for _, _, reason in result.ignored] == ["a"]
    assert result.lines("check.ignore") == []


def test_what_can_harm_needs_a_reason_of_three_words() -> None:
    code = next(code for code in policy.codes_of("dose"))
    text = "Your tablets\n\n<!-- plainleaf ignore {}: {} -->\nTake it.\n"
    short = run(text.format(code, "known"))
    assert any("too short" in found.message for found in short.findings if found.code == "check.ignore")
    enough = run(text.format(code, "part of a brand name"))
    assert not any(found.code == "check.ignore" for found in enough.findings)


def test_an_ignore_that_holds_nothing_is_a_note_unless_this_run_did_not_look() -> None:
    ignore = "<!-- plainleaf ignore reading.long-sentence: quoted -->"
    assert run(f"Your tablets\n\n{ignore}\n{OK}\n").lines("check.unused-ignore") == [3]
    assert run(f"Your tablets\n\n{OK}\n{ignore}\n").lines("check.unused-ignore") == [4]
    for code in ("facts.dose", "simplify.refused", "alt.untranslated", "speak.no-voice"):
        of_a_build = f"<!-- plainleaf ignore {code}: only a build finds it -->"
        assert run(f"Your tablets\n\n{of_a_build}\n{OK}\n").codes == []
    disabled = Check(disable=("reading.long-sentence",))
    assert run(f"Your tablets\n\n{ignore}\n{OK}\n", settings=disabled).lines("check.unused-ignore") == []


def test_an_ignore_above_the_title_does_not_reach_the_first_section() -> None:
    ignore = "<!-- plainleaf ignore reading.grade: quoted -->"
    result = run(f"{ignore}\n# Title\n\n{HARD}\n", "a.md")
    assert result.ignored == []
    assert len(result.lines("reading.grade")) == 1


def test_a_title_below_the_first_text_is_a_title_too() -> None:
    ignore = "<!-- plainleaf ignore reading.grade: quoted -->"
    result = run(f"{OK}\n\n{ignore}\n# Title\n\n## Part\n\n{HARD}\n", "a.md")
    assert result.ignored == []


@pytest.mark.parametrize(
    "shown",
    [
        "```html\n<!-- plainleaf ignore reading.long-sentence: quoted -->\n```\n",
        "Write `<!-- plainleaf ignore reading.long-sentence: quoted -->` above it.\n",
        "Not `<! -- plainleaf ignore reading.long-sentence: quoted -->`.\n",
    ],
)
def test_an_ignore_that_a_text_shows_to_its_readers_asks_for_nothing(shown: str) -> None:
    result = run(f"# Title\n\n{shown}\n{LONG}\n", "a.md")
    assert result.ignored == []
    assert len(result.lines("reading.long-sentence")) == 1
    assert result.lines("check.unused-ignore") == result.lines("check.ignore") == []


def test_many_ignores_take_no_time() -> None:
    ignore = "<!-- plainleaf ignore reading.long-sentence: quoted -->\n"
    result = run("Your tablets\n\n" + f"{ignore}{LONG}\n\n" * 500 + f"{ignore}{OK}\n\n" * 3000)
    assert len(result.ignored) == 500
    assert len(result.lines("check.unused-ignore")) == 3000
