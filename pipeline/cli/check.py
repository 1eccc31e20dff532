"""`plainleaf check`: what a person should look at, and an exit code a gate can use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import ConfigOption, text_or_json, warn, worst, write_output
from pipeline.errors import ExitCode, PlainleafError, UsageError

if TYPE_CHECKING:
    from pipeline.findings import Severity


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...|-", help="Files and folders, or - for stdin.")],
    format: Annotated[str, typer.Option("--format", help="text or json", callback=text_or_json)] = "text",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write the findings to this file.")] = None,
    fail_on: Annotated[str | None, typer.Option(help="error, warning, needs-review or note.")] = None,
    only: Annotated[str | None, typer.Option(help="One group of findings, for instance alt or reading.")] = None,
    config: ConfigOption = None,
) -> None:
    """Check sources: reading level by section, pictures and their alt text. Exit code 1 when the gate is shut."""
    from pipeline import settings
    from pipeline.check import run
    from pipeline.cli.documents import documents
    from pipeline.edition import Edition
    from pipeline.findings import Finding, catalogue
    from pipeline.report import FORMATS
    from pipeline.score import run as score

    options = settings.load(config)
    level = _severity(fail_on) if fail_on else options.check.fail_on
    groups = {entry.group for entry in catalogue().values()}
    if only is not None and only not in groups:
        raise UsageError(f"--only {only} is not known.", f"Choose one of: {', '.join(sorted(groups))}.")
    errors: list[PlainleafError] = []
    findings: list[Finding] = []
    done = 0
    for reading in documents(paths, options, errors):
        edition = Edition(reading.document, score(reading.document))
        findings += reading.findings + run(edition, options.check, source_text=reading.text)
        done += 1
    chosen = tuple(found for found in findings if only is None or catalogue()[found.code].group == only)
    text = FORMATS[format](chosen)
    if output is None:
        print(text if done else "", end="")
    else:
        write_output(output, text.encode())
    for error in errors:
        warn(str(error))
    if errors:
        raise typer.Exit(worst(errors, done))
    shut = any(found.severity.rank <= level.rank for found in chosen)
    raise typer.Exit(ExitCode.FINDINGS if shut else ExitCode.OK)


def _severity(name: str) -> Severity:
    from pipeline.findings import Severity

    try:
        return Severity(name)
    except ValueError:
        known = ", ".join(Severity)
        raise UsageError(f"--fail-on {name} is not known.", f"Choose one of: {known}.") from None
