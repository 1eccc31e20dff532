"""`plainleaf models`: translation packages listed, installed, removed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from pipeline.characters import one_line
from pipeline.cli.options import ConfigOption

if TYPE_CHECKING:
    from pipeline.models.download import Told
    from pipeline.models.lock import Lock

IndexOption = Annotated[str | None, typer.Option("--index", help="Address of an index of Argos packages.")]


def register(app: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Translation packages for Argos.", rich_markup_mode=None)
    group.command("list")(list_)
    group.command("install")(install)
    group.command("remove")(remove)
    app.add_typer(group, name="models")


def list_(
    config: ConfigOption = None,
    index: IndexOption = None,
    available: Annotated[bool, typer.Option("--available", help="Ask the index what it offers.")] = False,
    form: Annotated[Literal["text", "json"], typer.Option("--format")] = "text",
) -> None:
    """Say which packages are installed; with --available or --index, which an index offers."""
    from pipeline import models

    here = models.installed(_lock(config))
    offered = models.offers(index or models.INDEX) if available or index else ()
    if form == "json":
        print(json.dumps(
            {
                "installed": [
                    {"pair": p.pair, "version": p.version, "state": p.state, "folder": str(p.folder)} for p in here
                ],
                "available": [{"pair": o.pair, "version": o.version, "url": o.url} for o in offered],
            },
            indent=2,
        ))  # fmt: skip
        return
    for package in here:
        print(one_line(f"{package.pair:8} {package.version:8} {package.state:9} {package.folder}"))
    for offer in offered:
        print(one_line(f"{offer.pair:8} {offer.version:8} available {offer.url}"))
    if not here and not offered:
        print("No package is installed. `plainleaf models list --available` asks the index.", file=sys.stderr)


def install(
    packages: Annotated[list[str], typer.Argument(help="Pairs such as en-es, or .argosmodel files.")],
    config: ConfigOption = None,
    index: IndexOption = None,
) -> None:
    """Install packages from the index or from files, and pin them in plainleaf-models.lock. Uses the network."""
    from pipeline import models

    lock = _lock(config)
    for name in packages:
        what = Path(name) if name.endswith(".argosmodel") or "/" in name else name
        with _progress(name) as told:
            done = models.install(what, lock, index=index or models.INDEX, told=told)
        pinned = f"; pinned for the first time in {lock.path.name}" if done.pinned else ", as pinned"
        print(one_line(f"installed {done.pair} {done.version}{pinned}."))


def remove(
    pair: Annotated[str, typer.Argument(help="A pair such as en-es.")],
    config: ConfigOption = None,
    unlock: Annotated[bool, typer.Option("--unlock", help="Take it out of the lock too.")] = False,
) -> None:
    """Remove a package."""
    from pipeline import models

    for gone in models.remove(pair, _lock(config), unlock=unlock):
        print(one_line(f"removed {gone.pair} {gone.version}."))


def _lock(config: Path | None) -> Lock:
    from pipeline import settings
    from pipeline.models import lock

    return lock.Lock.load(settings.load(config).path(Path(lock.NAME)))


@contextmanager
def _progress(name: str) -> Iterator[Told]:
    """A bar on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _have, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(one_line(name), total=None)
        yield lambda have, total: bar.update(task, completed=have, total=total)
