"""`plainleaf review export`: a file for translators' tools for each document and language."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import ConfigOption, warn, worst
from pipeline.errors import ExitCode, PlainleafError, UsageError


def register(group: typer.Typer) -> None:
    """Add the command."""
    group.command("export")(export)


def export(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Sources; the settings' source folder when left out."),
    ] = None,
    to: Annotated[str | None, typer.Option(help="Target languages, for instance es,fr.")] = None,
    format: Annotated[str, typer.Option("--format", help="xliff2, xliff1.2 or tmx (approved pairs only)")] = "xliff2",
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder to write to.")] = Path("review"),
    store: Annotated[Path | None, typer.Option(help="Folder of stored results.")] = None,
    config: ConfigOption = None,
) -> None:
    """Write every sentence with its state, findings and glossary words. The names of the files go to stdout."""
    from pipeline.cli.reviewed import asked
    from pipeline.review import FORMATS
    from pipeline.reviewing import sheets
    from pipeline.store import write_atomically

    if format not in FORMATS:
        raise UsageError(f"--format {format} is not known.", f"Choose one of: {', '.join(FORMATS)}.")
    request = asked(paths, to, store, config)
    failed: dict[Path, PlainleafError] = {}
    written = 0
    for sheet in sheets(request.sources, request.tools, failed):
        path = output / f"{sheet.document}.{sheet.language}.{FORMATS[format].suffix}"
        write_atomically(path, FORMATS[format].write(sheet))
        print(path)
        written += 1
    for source, error in failed.items():
        warn(f"{source}: {error}")
    raise typer.Exit(worst(list(failed.values()), written) if failed else ExitCode.OK)
