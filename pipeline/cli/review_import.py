"""`plainleaf review import`: what a reviewer approved in a translator's tool, into the memory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import ConfigOption, warn, worst
from pipeline.errors import ExitCode, InputError, PlainleafError, UsageError

if TYPE_CHECKING:
    from pipeline.review.importing import Signature, Taking
    from pipeline.settings import Settings


def register(group: typer.Typer) -> None:
    """Add the command."""
    group.command("import")(import_)


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="XLIFF 2.0, XLIFF 1.2 or TMX 1.4.")],
    reviewer: Annotated[str, typer.Option(help="Name of the person who reviewed.")],
    qualification: Annotated[str, typer.Option(help="What qualifies that person.")],
    override: Annotated[
        list[str] | None,
        typer.Option(help='"segment-id=reason": approve it although the check objects. For each such sentence.'),
    ] = None,
    date: Annotated[str | None, typer.Option(help="Date of the review, for instance 2026-03-01; today.")] = None,
    source: Annotated[list[Path] | None, typer.Option(help="Where the sources lie; as in the settings.")] = None,
    to: Annotated[str | None, typer.Option(help="Language of a TMX file that has several.")] = None,
    config: ConfigOption = None,
) -> None:
    """Record sentences whose state is reviewed or final (XLIFF 1.2: approved). Exit code 1 when any is refused."""
    import datetime

    from pipeline import settings
    from pipeline.review import Reviewer
    from pipeline.review.importing import Signature
    from pipeline.review.importing import override as parsed

    if override and len(files) > 1:  # documents share ids: a reason is given for one sentence of one of them
        raise UsageError("--override is for one file.", "Import that file by itself.")
    options = settings.load(config)
    today = datetime.date.today().isoformat()
    signature = Signature(Reviewer(reviewer, qualification), date or today, parsed(override or ()))
    folders = tuple(source or (options.path(options.build.source),))
    failed: list[PlainleafError] = []
    declined = 0
    for file in files:
        try:
            taking = _take(file, options, folders, signature, to)
        except InputError as error:
            failed.append(error)
            warn(f"{file}: {error}")
            continue
        declined += len(taking.declined)
        _tell(file, taking)
    if failed:
        raise typer.Exit(worst(failed, len(files) - len(failed)))
    raise typer.Exit(ExitCode.FINDINGS if declined else ExitCode.OK)


def _take(file: Path, options: Settings, folders: tuple[Path, ...], signature: Signature, to: str | None) -> Taking:
    from pipeline import flow, reviewing
    from pipeline.review import importing, reading

    exchange = reading.read(file, to)
    language = reviewing.target(exchange, file)
    plain = None
    if exchange.format != reading.TMX:
        tools = reviewing.tools(options, (language,))
        plain = flow.plain(reviewing.locate(exchange, file, folders, options), tools)
    return importing.take(options.path(options.translate.memory), exchange, plain, language, signature)


def _tell(file: Path, taking: Taking) -> None:
    """What was taken to stdout, and what was not with its reasons."""
    from pipeline.characters import one_line

    for id, approval in taking.taken.items():
        reason = f" (overridden: {approval.override_reason})" if approval.override_reason else ""
        print(one_line(f"taken    {id}: {approval.target}{reason}"))
    for one in taking.declined:
        print(one_line(f"refused  {one.id}: {'; '.join(one.reasons)}"))
    print(
        one_line(
            f"{file}: {len(taking.taken)} taken, {len(taking.declined)} refused, "
            f"{len(taking.known)} approved before, {len(taking.left)} not reviewed yet."
        )
    )
