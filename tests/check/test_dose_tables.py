"""Doses in tables and lists, where a cell says little without its row and heads, and in passages of other languages."""

from __future__ import annotations

import pytest

from pipeline.check.rows import Rows
from pipeline.document import LONGEST_SENTENCE, Block, BlockKind, Segment, Unit
from tests.check.cases import findings, pointed_at
from tests.check.editions import edition, in_language, paragraph, section
from tests.check.test_dose import codes

HOW_OFTEN = {
    "QD": "dose.daily",
    "QOD": "dose.daily",
    "1 OD": "dose.daily",
    "TDS": "dose.latin",
    "PRN": "dose.latin",
    "QHS": "dose.latin",
    "OM": "dose.latin",
    "nocte": "dose.latin",
    "QDS": "dose.latin",
    "1 BD": "dose.latin",
    "(BD)": "dose.latin",
    "SC": "dose.subcutaneous",
}


def doses(text: str, suffix: str = "md") -> list[tuple[str, str]]:
    return [(f.code, pointed_at(f, text)) for f in findings(text, suffix) if f.code.startswith("dose.")]


def table(head: str, *rows: str) -> str:
    return f"# A leaflet\n\n|{head}|\n|{'---|' * len(head.split('|'))}\n" + "".join(f"|{row}|\n" for row in rows)


@pytest.mark.parametrize(("form", "code"), HOW_OFTEN.items())
@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Medicine|Dose|How often", "Gloxoprim|1|{}"),
        ("Name|Strength|When", "Lisinopril|10 mg|{}"),
        ("Name|Frequency", "Gloxoprim|{}"),
        (" | | ", "Lisinopril|10 mg for a high blood pressure that other means do not help|{}"),
    ],
)
def test_shorthand_in_a_cell_of_its_own(form: str, code: str, head: str, row: str) -> None:
    letters = form.strip("1 ()")
    assert doses(table(head, row.format(form))) == [(code, letters)]


@pytest.mark.parametrize("form", HOW_OFTEN)
@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Name|Degree|State", "Dr Lee|{}|4"),
        ("Letters|They stand for", "{}|quantum"),
        ("Room|Times", "Ward 5|{}"),
    ],
)
def test_the_same_letters_in_tables_about_other_things(form: str, head: str, row: str) -> None:
    assert doses(table(head, row.format(form))) == []


@pytest.mark.parametrize(
    "row", ["Nivolumab 3 mg|PR|SC", "Nivolumab 3 mg|OS|OM", "Nivolumab 3 mg|HS|BD", "Nivolumab 3 mg|AC|OD"]
)
def test_a_column_about_something_else_keeps_its_letters(row: str) -> None:
    assert doses(table("Drug|Endpoint|Sponsor", row)) == []


def test_letters_that_the_row_explains() -> None:
    assert doses(table("Short|Meaning", "BID|Take it 2 times a day")) == []
    assert doses(table("Short|Medicine", "BID|Lisinopril 10 mg")) == [("dose.latin", "BID")]


@pytest.mark.parametrize(
    ("head", "row", "found"),
    [
        ("Medicine|Dose|Where", "Timolol drops|1|OS", [("dose.eye-ear", "OS")]),
        ("Eye drops|How", "Gloxoprim|OU", [("dose.eye-ear", "OU")]),
        ("Medicine|Dose", "Gloxoprim|1 drop OS", [("dose.eye-ear", "OS")]),
        ("Medicine|Where", "Lisinopril|OS", []),
        ("Ear|Note", "sore|AS needed", []),
    ],
)
def test_which_eye_or_ear_in_a_table(head: str, row: str, found: list[tuple[str, str]]) -> None:
    assert doses(table(head, row)) == found


@pytest.mark.parametrize(
    ("head", "row", "found"),
    [
        ("Medicine|Dose", "MS|2 to 4 mg", [("dose.morphine", "MS")]),
        ("Condition|Baclofen", "MS|10 mg", []),
        ("You have|Medicine|Dose", "MS|Baclofen|10 mg", []),
    ],
)
def test_letters_that_are_a_medicine_or_an_illness(head: str, row: str, found: list[tuple[str, str]]) -> None:
    assert doses(table(head, row)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<dl><dt>Digoxin</dt><dd>0.25 mg</dd><dd>QOD</dd></dl>", [("dose.daily", "QOD")]),
        ("<dl><dt>How often</dt><dd>BD</dd></dl>", [("dose.latin", "BD")]),
        ("<dl><dt>Dr Lee</dt><dd>OD</dd><dt>Degree</dt><dd>QD</dd></dl>", []),
        ("<ul><li>Medicine: Gloxoprim</li><li>Frequency: QD</li></ul>", [("dose.daily", "QD")]),
        ("<ul><li>Lisinopril 10 mg</li><li>QD</li></ul>", []),
        ("<table><tr><th>Salt</th><td>1.0 g</td></tr><tr><th>Gloxoprim</th><td>2.0 g</td></tr></table>", ["2.0 g"]),
        ("<table><tr><th>How often</th><td>OM</td></tr></table>", [("dose.latin", "OM")]),
    ],
)
def test_lists_and_tables_of_web_pages(text: str, found: list[tuple[str, str]]) -> None:
    page = f'<html lang="en"><body><h1>A leaflet</h1>{text}</body></html>'
    wanted = [("dose.trailing-zero", one) if isinstance(one, str) else one for one in found]
    assert doses(page, "html") == wanted


@pytest.mark.parametrize(
    ("head", "row", "found"),
    [
        ("Insulin|Dose", "Lantus|U", ["U"]),
        ("Insulin|Number|", "Lantus|10|U", ["U"]),
        ("Lantus dose (U)|Day", "10|1", ["U"]),
        ("Letter|Medicine for", "U|Ulcers", []),
        ("Medicine|Group", "Lantus|U", []),
    ],
)
def test_a_unit_without_its_figure(head: str, row: str, found: list[str]) -> None:
    assert doses(table(head, row)) == [("dose.unit-letter", one) for one in found]


@pytest.mark.parametrize(
    "text", ["# U\n\nTake insulin.", "# A to Z\n\n## U\n\nTake ulcer medicine.", "- U\n- Take insulin"]
)
def test_a_letter_of_an_index_is_no_unit(text: str) -> None:
    assert doses(text) == []


def test_a_passage_in_another_language_is_checked_in_that_language() -> None:
    text = (
        '<html lang="en"><body><p>Take 1 mg.</p><p lang="es">Tome 1,0 mg. Tome ,5 mg. Inyecte 10U. Tome 500mg. '
        "Tome 5 cc. Tome 50 µg. Tome 100000 unidades. Venga el 03/04/2025.</p>"
        '<p lang="de-DE">Spritzen Sie 5 U.</p></body></html>'
    )
    found = [f for f in findings(text, "html") if f.code.startswith(("dose.", "numbers."))]
    assert sorted((f.code, pointed_at(f, text)) for f in found) == [
        ("dose.cubic-centimetre", "5 cc"),
        ("dose.large-number", "100000 unidades"),
        ("dose.microgram", "50 µg"),
        ("dose.naked-decimal", ",5 mg"),
        ("dose.spacing", "500mg"),
        ("dose.trailing-zero", "1,0 mg"),
        ("dose.unit-letter", "10U"),
        ("dose.unit-letter", "5 U"),
        ("numbers.date", "03/04/2025"),
    ]
    hints = " ".join(f.hint for f in found)
    assert all(words in hints for words in ("10 unidades", "5 Einheiten", "50 microgramos", "abril"))


def test_a_passage_in_another_language_is_reported_once_and_not_in_translations() -> None:
    foreign = Segment("p.0", "Tome 1,0 mg.", language="es")
    page = section(None, Block("p", BlockKind.PARAGRAPH, (Unit((foreign,)),)))
    assert codes(edition(page)) == ["dose.trailing-zero"]
    assert codes(in_language(edition(page), "fr"), edition(page)) == []


def test_english_shorthand_is_not_looked_for_in_other_languages() -> None:
    foreign = Segment("p.0", "Tome 1 mg QD.", language="es")
    assert codes(edition(section(None, Block("p", BlockKind.PARAGRAPH, (Unit((foreign,)),))))) == []
    assert codes(edition(section(None, paragraph("p", "Take 1 mg QD.")))) == ["dose.daily"]


def test_a_row_longer_than_any_line_is_one_only_at_its_beginning() -> None:
    units = tuple(Unit((Segment(f"t.{n}", "12345678 mg"),), 0, n) for n in range(1000))
    rows = Rows(Block("t", BlockKind.TABLE, units), lambda segment: segment.text)
    cells = [rows.cell(unit, unit.segments[0]) for unit in units]
    within = [cell for cell in cells if cell is not None]
    assert cells[: len(within)] == within
    assert LONGEST_SENTENCE / 12 <= len(within) <= LONGEST_SENTENCE / 12 + 1
    assert all(cell.line[cell.start :].startswith("12345678 mg ") for cell in within)
