"""`plainleaf clean`: take away what was built."""

from __future__ import annotations

import shutil
from typing import Annotated

import typer

from pipeline.cli.options import ConfigOption


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("clean")(clean)


def clean(
    results: Annotated[bool, typer.Option("--store/--no-store", help="Delete the stored results too.")] = True,
    config: ConfigOption = None,
) -> None:
    """Delete the files the manifest names, unless somebody changed them, and the stored results."""
    from pipeline import outputs, settings

    options = settings.load(config)
    out = options.path(options.build.out)
    removed = outputs.remove_stale(outputs.read_manifest(out).listed(), {}, out)
    (out / outputs.MANIFEST).unlink(missing_ok=True)
    print(f"Removed {removed} files from {out}.")
    store = options.path(options.build.store)
    if results and store.is_dir():
        shutil.rmtree(store)
        print(f"Removed the stored results in {store}.")
