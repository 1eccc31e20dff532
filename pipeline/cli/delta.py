"""`plainleaf delta`: what a change does to reading level, as a table for a pull request."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import STDOUT, write_output
from pipeline.errors import InputError, UsageError

if TYPE_CHECKING:
    from pipeline.report.delta import Scored

FORMATS = ("text", "markdown", "json")
_ANEW = "Make it with: plainleaf score PATH… --format json -o FILE"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("delta")(delta)


def delta(
    before: Annotated[Path, typer.Argument(metavar="BEFORE.json", help="Output of `plainleaf score --format json`.")],
    after: Annotated[Path, typer.Argument(metavar="AFTER.json", help="The same, after the change.")],
    format: Annotated[str, typer.Option("--format", help="text, markdown or json")] = "text",
    output: Annotated[Path, typer.Option("-o", "--output", help="Write the table to this file; - is stdout.")] = STDOUT,
) -> None:
    """Compare two runs of `plainleaf score`: files that changed, new ones, removed ones, and each hardest section."""
    from pipeline.report import delta as deltas
    from pipeline.report import delta_table

    if format not in FORMATS:
        raise UsageError(f"--format {format} is not known.", f"Choose one of: {', '.join(FORMATS)}.")
    compared = deltas.compare(_scored(before), _scored(after))
    if format == "json":
        text = json.dumps(deltas.as_json(compared), ensure_ascii=False) + "\n"
    else:
        text = (delta_table.as_markdown if format == "markdown" else delta_table.as_text)(compared)
    write_output(output, text.encode("utf-8", "backslashreplace"))


def _scored(path: Path) -> tuple[Scored, ...]:
    """The documents of one run. Raises InputError."""
    from pipeline.report.delta import read

    try:
        return read(json.loads(path.read_bytes()))
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", _ANEW) from error
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise InputError(f"{path} is no output of plainleaf score.", _ANEW) from error
