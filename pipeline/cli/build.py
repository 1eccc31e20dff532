"""`plainleaf build`: every source into every edition."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import ConfigOption, warn
from pipeline.errors import ExitCode


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("build")(build)


def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Sources; the settings' source folder when left out."),
    ] = None,
    to: Annotated[str | None, typer.Option(help="Target languages, for instance es,fr.")] = None,
    out: Annotated[Path | None, typer.Option(help="Output folder.")] = None,
    store: Annotated[Path | None, typer.Option(help="Folder of stored results.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be built, and build nothing.")] = False,
    config: ConfigOption = None,
) -> None:
    """Turn sources into handouts: plain words, other languages, sound."""
    from pipeline import building, settings
    from pipeline.cli.progress import progress

    began = time.monotonic()
    options = settings.load(config)
    target = options.path(options.build.out) if out is None else out
    request = building.Request(
        sources=tuple(paths or (options.path(options.build.source),)),
        out=target,
        store=options.path(options.build.store) if store is None else store,
        languages=options.build.languages if to is None else tuple(filter(None, (t.strip() for t in to.split(",")))),
        whole=not paths,
    )
    tools = building.tools(request, options)
    if dry_run:
        todo = building.preview(request, tools)
        for path in todo.missing:
            print(f"would build {path}")
        for path in todo.known:
            print(f"nothing to do for {path}")
        for error in todo.failed.values():
            warn(str(error))
        raise typer.Exit(ExitCode.PARTIAL if todo.failed else ExitCode.OK)
    with progress(sys.stderr) as told:
        result = building.build(request, tools, told)
    for path, error in result.failed.items():
        warn(f"{path}: {error}")
    seconds = time.monotonic() - began
    if not result.built and not result.failed and not result.written:
        print(f"Nothing to do: {len(result.known)} handouts in {target} are up to date ({seconds:.2f} s).")
    else:
        print(
            f"Built {len(result.built)}, up to date {len(result.known)}, failed {len(result.failed)} ({seconds:.1f} s)."
        )
        if result.built or result.known:
            print(f"Open {target / 'index.html'}")
    raise typer.Exit(result.exit_code)
