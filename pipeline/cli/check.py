"""`plainleaf check`: what a person should look at, and an exit code a gate can use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import STDOUT, ConfigOption, warn, worst, write_output
from pipeline.errors import ExitCode, PlainleafError, UsageError

if TYPE_CHECKING:
    from pipeline import settings

PROFILES = ("us", "nhs")
STDIN_NAME = "stdin.txt"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...|-", help="Files and folders, or - for stdin.")
    ] = None,
    format: Annotated[str, typer.Option("--format", help="text, json, sarif, junit or github")] = "text",
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Write the report to this file; - is stdout.")
    ] = STDOUT,
    baseline: Annotated[
        Path | None, typer.Option(help="JSON report of an earlier run: only what is new or worse shuts the gate.")
    ] = None,
    fail_on: Annotated[str | None, typer.Option(help="error, warning, needs-review or note.")] = None,
    only: Annotated[
        list[str] | None, typer.Option(help="A group or code, for instance reading; several with commas.")
    ] = None,
    grammar: Annotated[bool, typer.Option("--grammar", help="Also what needs a parse: slower.")] = False,
    profile: Annotated[str | None, typer.Option(help="us or nhs.")] = None,
    files_from: Annotated[
        str | None, typer.Option(help="File of names to check, or -: one a line or parted by zero bytes.")
    ] = None,
    stdin_name: Annotated[
        str, typer.Option(help="Name of the text on stdin: says its format and which overrides fit.")
    ] = STDIN_NAME,
    config: ConfigOption = None,
) -> None:
    """Check sources: reading level by section, words, doses, pictures. Exit code 1 when the gate is shut."""
    from pipeline import settings
    from pipeline.check import baseline as baselines
    from pipeline.check import policy
    from pipeline.cli.gate import Asked, gate
    from pipeline.cli.notices import noticed
    from pipeline.cli.updating import guard
    from pipeline.report import FORMATS

    if format not in FORMATS:
        raise UsageError(f"--format {format} is not known.", f"Choose one of: {', '.join(FORMATS)}.")
    options = settings.load(config)
    codes = policy.chosen_codes(only or ())
    chosen = _chosen(options.check, fail_on, profile, grammar=grammar or policy.needs_parse(codes))
    policy.validate(chosen, (options.root / (config or Path(settings.FILE_NAME)).name).as_posix())
    known = () if baseline is None else baselines.load(baseline)
    asked = Asked(options.model_copy(update={"check": chosen}), codes, profile, baseline, known, stdin_name)
    failed: dict[str, PlainleafError] = {}
    report = gate(_named(paths or [], files_from, stdin_name), asked, failed)
    guard(report, asked, output, format)
    write_output(output, FORMATS[format](report).encode("utf-8", "backslashreplace"))
    for text in (*map(str, failed.values()), *noticed(report, asked, only or ())):
        warn(text)
    if failed:
        raise typer.Exit(worst(list(failed.values()), len(report.files)))
    raise typer.Exit(ExitCode.FINDINGS if report.shuts else ExitCode.OK)


def _chosen(check: settings.Check, fail_on: str | None, profile: str | None, *, grammar: bool) -> settings.Check:
    """[check] with what the command line says over it."""
    from pipeline.findings import Severity

    if fail_on is not None and fail_on not in set(Severity):
        raise UsageError(f"--fail-on {fail_on} is not known.", f"Choose one of: {', '.join(Severity)}.")
    if profile is not None and profile not in PROFILES:
        raise UsageError(f"--profile {profile} is not known.", f"Choose one of: {', '.join(PROFILES)}.")
    update = {
        "fail_on": check.fail_on if fail_on is None else Severity(fail_on),
        "profile": profile or check.profile,
        "grammar": check.grammar or grammar,
    }
    return check.model_copy(update=update)


def _named(paths: list[str], files_from: str | None, stdin_name: str) -> list[str]:
    """Every file and folder named, on the command line and in the list."""
    from pipeline.cli import listed

    if not paths and files_from is None:
        raise UsageError("nothing is named to check.", "Name files or folders, - for stdin, or --files-from FILE.")
    if files_from == "-" and "-" in paths:
        raise UsageError("stdin cannot be both a text and a list of names.", "Name one of them as a file.")
    if stdin_name != STDIN_NAME and "-" not in paths:
        raise UsageError("--stdin-name names the text on stdin.", "Name - too.")
    if "" in paths:
        raise UsageError("a PATH is empty.", "Is a variable of the script not set?")
    return paths if files_from is None else [*paths, *listed.sources(files_from)]
