"""What the checks find in a source, as text: line, column, code, message and hint, in the order of the report."""

from __future__ import annotations

from pathlib import Path

from pipeline import check, glossary, read, score
from pipeline.edition import Edition
from pipeline.report.order import ordered
from pipeline.settings import Check


def findings_text(path: Path) -> str:
    reading = read.run(path.read_bytes(), path.name, folder=path.parent)
    edition = Edition(reading.document, score.run(reading.document))
    options = Check(grammar=True)
    found = reading.findings + check.run(edition, options, source_text=reading.text, glossary=glossary.load)
    lines = []
    for one in ordered(found):
        lines += [f"{one.where.line}:{one.where.column} {one.severity} {one.code}", f"    {one.message}"]
        lines += [f"    {one.hint}"] if one.hint else []
    return "\n".join(lines) + "\n"
