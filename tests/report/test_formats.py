import json

from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings import Finding, Severity, Where
from pipeline.report import FORMATS

LOST = Finding(
    "facts.number", Severity.ERROR, "2 is lost.", Where("source/b.md", 9, 4, "care", "s2", "es"), "Compare.", "X 1"
)
FILE = Finding("read.encoding", Severity.NOTE, "Read as\nWindows-1252.", Where("source/b.md"))
FIRST = Finding("alt.missing", Severity.NEEDS_REVIEW, "The picture has no alt text.", Where("source/a.md", 12, 1))


def test_text_is_a_line_a_finding_in_order_with_its_hint_and_a_summary() -> None:
    assert FORMATS["text"]([LOST, FILE, FIRST]) == (
        "source/a.md:12:1: needs-review alt.missing The picture has no alt text.\n"
        "source/b.md: note read.encoding Read as Windows-1252.\n"
        "source/b.md:9:4: error facts.number [es] 2 is lost.\n"
        "    Compare.\n"
        "1 error, 1 to review, 1 note\n"
    )


def test_nothing_found_is_said() -> None:
    assert FORMATS["text"]([]) == "Nothing found.\n"


def test_several_of_a_kind_are_counted() -> None:
    assert FORMATS["text"]([LOST, LOST]).endswith("\n2 errors\n")


def test_a_line_cannot_steer_the_terminal() -> None:
    found = Finding("a.b", Severity.NOTE, "red \x1b[31m\r\n\u202etext", Where("so\x07urce\n.md"))
    text = FORMATS["text"]([found])
    assert text == "so urce .md: note a.b red [31m text\n1 note\n"


def test_json_has_every_key_always() -> None:
    value = json.loads(FORMATS["json"]([FILE, LOST]))
    assert value["schema_version"] == 1
    assert value["summary"] == {"error": 1, "warning": 0, "needs-review": 0, "note": 1, "total": 2}
    assert value["findings"][0]["where"] == {
        "path": "source/b.md", "line": None, "column": None, "section": None, "segment": None, "language": None
    }  # fmt: skip
    assert value["findings"][1] == {
        "code": "facts.number",
        "severity": "error",
        "message": "2 is lost.",
        "hint": "Compare.",
        "standard": "X 1",
        "where": {
            "path": "source/b.md", "line": 9, "column": 4, "section": "care", "segment": "s2", "language": "es"
        },
    }  # fmt: skip


@given(st.permutations([LOST, FILE, FIRST]))
def test_the_order_they_come_in_changes_nothing(findings: list[Finding]) -> None:
    for render in FORMATS.values():
        assert render(findings) == render([LOST, FILE, FIRST])


@given(st.text(), st.text())
def test_a_finding_is_one_line_whatever_it_says(message: str, path: str) -> None:
    found = Finding("a.b", Severity.WARNING, message, Where(path, 1, 1))
    assert len(FORMATS["text"]([found]).splitlines()) == 2
    assert json.loads(FORMATS["json"]([found]))["findings"][0]["message"] == message
