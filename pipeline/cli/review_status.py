"""`plainleaf review status`: what is reviewed of each document in each language, and what is not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.options import ConfigOption, print_json, text_or_json, warn, worst
from pipeline.errors import ExitCode, PlainleafError

if TYPE_CHECKING:
    from pipeline.review import Approval, Row, Sheet

SCHEMA_VERSION = 1
HEADS = ("document", "language", "draft", "reviewed", "stale", "refused", "critical open")


def register(group: typer.Typer) -> None:
    """Add the command."""
    group.command("status")(status)


def status(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Sources; the settings' source folder when left out."),
    ] = None,
    to: Annotated[str | None, typer.Option(help="Target languages, for instance es,fr.")] = None,
    format: Annotated[str, typer.Option("--format", help="text or json", callback=text_or_json)] = "text",
    store: Annotated[Path | None, typer.Option(help="Folder of stored results.")] = None,
    config: ConfigOption = None,
) -> None:
    """Count drafts, reviewed, stale and refused sentences; name what is stale, with the pair approved before."""
    from pipeline.cli.reviewed import asked
    from pipeline.reviewing import sheets

    request = asked(paths, to, store, config)
    failed: dict[Path, PlainleafError] = {}
    made = list(sheets(request.sources, request.tools, failed))
    if format == "json":
        errors = [{"path": str(path), "message": str(error)} for path, error in failed.items()]
        print_json({"schema_version": SCHEMA_VERSION, "documents": [_row(one) for one in made], "failed": errors})
    else:
        _print(made)
    for path, error in failed.items():
        warn(f"{path}: {error}")
    raise typer.Exit(worst(list(failed.values()), len(made)) if failed else ExitCode.OK)


def _row(sheet: Sheet) -> dict[str, Any]:
    return {
        "document": sheet.document,
        "path": sheet.path,
        "language": sheet.language,
        "segments": len(sheet.rows),
        "counts": sheet.counts(),
        "critical": sum(row.is_critical for row in sheet.rows),
        "critical_unreviewed": len(sheet.unreviewed()),
        "stale": [_stale(row) for row in sheet.stale()],
    }


def _stale(row: Row) -> dict[str, Any]:
    return {"segment": row.segment, "source": row.source, "before": _pair(row.suggestion)}


def _pair(approval: Approval | None) -> dict[str, str] | None:
    """What was approved: a suggestion, and no translation of what the source says now."""
    if approval is None:
        return None
    name = "" if approval.reviewer is None else approval.reviewer.name
    return {"source": approval.source, "target": approval.target, "reviewer": name, "date": approval.date}


def _print(made: Sequence[Sheet]) -> None:
    _print_table([HEADS, *(_cells(sheet) for sheet in made)])
    from pipeline.characters import one_line

    for sheet in made:
        for row in sheet.stale():
            print(f"\nstale  {sheet.document} {sheet.language} {row.segment}: {one_line(row.source)}")
            if row.suggestion is not None:
                print(f"  approved before: {one_line(row.suggestion.source)}")
                print(f"                   {one_line(row.suggestion.target)}")


def _cells(sheet: Sheet) -> tuple[str, ...]:
    counts = sheet.counts()
    return (sheet.document, sheet.language, *(str(counts[name]) for name in HEADS[2:6]), str(len(sheet.unreviewed())))


def _print_table(rows: Sequence[Sequence[str]]) -> None:
    """Names to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        names = [cell.ljust(width) for cell, width in zip(row[:2], widths, strict=False)]
        figures = [cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True)]
        print("  ".join([*names, *figures]))
