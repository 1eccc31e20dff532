"""`plainleaf review serve`: the review page, on this machine alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import ConfigOption, warn
from pipeline.errors import InputError, PlainleafError


def register(group: typer.Typer) -> None:
    """Add the command."""
    group.command("serve")(serve)


def serve(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Sources; the settings' source folder when left out."),
    ] = None,
    to: Annotated[str | None, typer.Option(help="Target languages, for instance es,fr.")] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port of 127.0.0.1; 0 takes a free one.")] = 0,
    store: Annotated[Path | None, typer.Option(help="Folder of stored results.")] = None,
    config: ConfigOption = None,
) -> None:
    """Show translations beside their source, to correct and approve in a browser. Ctrl+C ends it."""
    from pipeline.cli.reviewed import asked
    from pipeline.reviewing import sheets
    from pipeline.serve import Desk, Server

    request = asked(paths, to, store, config)
    failed: dict[Path, PlainleafError] = {}
    made = list(sheets(request.sources, request.tools, failed))
    for path, error in failed.items():
        warn(f"{path}: {error}")
    if not made:
        raise InputError("there is nothing to review.", "Name target languages with --to.")
    options = request.settings
    desk = Desk(made, options.path(options.translate.memory), options.path(options.build.out))
    try:
        server = Server(desk, port)
    except OSError as error:
        raise InputError(f"cannot listen on port {port}: {error.strerror or error}.", "Choose another.") from error
    with server:
        print(server.address, flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            warn("ended; what was approved is in the memory.")
