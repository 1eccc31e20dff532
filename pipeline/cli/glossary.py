"""`plainleaf glossary check`: are the entries usable and safe."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import ConfigOption, text_or_json
from pipeline.errors import ExitCode


def register(app: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Work on glossaries.", rich_markup_mode=None)
    group.command("check")(check)
    app.add_typer(group, name="glossary")


def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="TOML files or folders; all in use when left out.")] = None,
    format: Annotated[str, typer.Option("--format", help="text or json", callback=text_or_json)] = "text",
    config: ConfigOption = None,
) -> None:
    """Report entries that contradict each other, lead in circles, or are no plainer than the term."""
    from pipeline import glossary, settings
    from pipeline.report import FORMATS, CheckReport

    options = settings.load(config)
    findings = glossary.check(paths or [options.path(path) for path in options.simplify.glossaries])
    report = CheckReport(tuple(findings), fail_on=options.check.fail_on)
    print(FORMATS[format](report), end="")
    raise typer.Exit(ExitCode.FINDINGS if report.shuts else ExitCode.OK)
