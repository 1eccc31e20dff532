"""Workflow commands, read back the way the runner of GitHub Actions reads them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given

from pipeline.findings import Finding, Severity, Where
from pipeline.report import FORMATS, CheckReport, Failed
from tests.report.sample import ALT, FILE, REPORT, REVIEW, odd, reports


@dataclass
class Command:
    name: str
    properties: dict[str, str]
    message: str


def command(line: str) -> Command | None:
    """As the runner does it (ActionCommand.cs): the newer form at a line's start, the older anywhere in it."""
    if line.lstrip().startswith("::"):
        head, _, data = line.lstrip()[2:].partition("::")
        name, _, listed = head.partition(" ")
        pairs = [pair.partition("=") for pair in listed.split(",") if pair]
        return Command(
            name, {key.strip(): unescaped(value, ":%3A", ",%2C") for key, _, value in pairs}, unescaped(data)
        )
    return Command("older", {}, line) if "##[" in line else None


def unescaped(text: str, *more: str) -> str:
    for pair in ("\r%0D", "\n%0A", *more, "%%25"):
        text = text.replace(pair[1:], pair[0])
    return text


def commands(text: str) -> list[Command]:
    """Line by line, as .NET parts lines: at LF, CR and CR LF."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [found for found in map(command, lines) if found is not None]


def test_an_annotation_has_file_place_title_and_message_with_its_hint() -> None:
    first = FORMATS["github"](CheckReport((ALT,))).splitlines()[0]
    assert first == (
        "::error file=source/b.md,line=9,col=4,endLine=9,endColumn=11,title=alt.missing [en]"
        "::The picture has no alt text.%0ASay what it shows."
    )


def test_the_worst_come_first_and_a_summary_last() -> None:
    text = FORMATS["github"](REPORT)
    assert [(one.name, one.properties["title"]) for one in commands(text)] == [
        ("error", "not checked"),
        ("error", "alt.missing [en]"),
        ("warning", "reading.grade [en]"),
        ("warning", "read.description (to review)"),
        ("notice", "read.decoded-windows-1252"),
    ]
    assert "\n2 files checked: 80 words counted, 6 left out.\n" in text
    assert "\n1 error, 1 warning, 1 to review, 1 note\n" in text
    assert "\nBaseline baseline.json: 1 known" in text


def test_columns_are_given_only_on_one_line_and_lines_only_where_known() -> None:
    several, whole = (commands(FORMATS["github"](CheckReport((one,))))[0].properties for one in (REVIEW, FILE))
    assert several == {"file": "source/a.txt", "line": "3", "endLine": "4", "title": "read.description (to review)"}
    assert whole == {"file": "source/a.txt", "title": "read.decoded-windows-1252"}


def test_what_has_a_meaning_is_escaped() -> None:
    found = Finding("alt.short", Severity.NOTE, "100%, a:b\r\n::error::x", Where("a,b:c%.md", 1))
    line = FORMATS["github"](CheckReport((found,))).splitlines()[0]
    assert line == "::notice file=a%2Cb%3Ac%25.md,line=1,title=alt.short::100%25, a:b%0D%0A::error::x"


@given(reports)
def test_unescaping_gives_back_every_message_and_nothing_else_is_a_command(report: CheckReport) -> None:
    read = commands(FORMATS["github"](report))
    assert len(read) == len(report.findings) + len(report.failed)
    assert {one.name for one in read} <= {"error", "warning", "notice"}
    assert {key for one in read for key in one.properties} <= {
        "file", "line", "col", "endLine", "endColumn", "title"
    }  # fmt: skip
    told = sorted((one.properties["file"], one.message) for one in read)
    assert told == sorted(
        (written(place), written(f"{message}\n{hint}" if hint else message) or "-")
        for place, message, hint in (
            *((one.where.path, one.message, one.hint) for one in report.findings),
            *((one.path, one.message, one.hint) for one in report.failed),
        )
    )


def written(text: str) -> str:
    """Halves of surrogate pairs cannot be written."""
    return "".join("\ufffd" if 0xD800 <= ord(c) <= 0xDFFF else c for c in text)


@given(odd)
def test_the_name_of_a_baseline_is_no_command(name: str) -> None:
    report = CheckReport((), failed=(Failed("a.md", "Empty."),), baseline=name)
    assert len(commands(FORMATS["github"](report))) == 1
    assert commands(FORMATS["github"](replace(report, failed=()))) == []
