"""`plainleaf init`: a folder to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("init")(init)


def init(folder: Annotated[Path, typer.Argument(help="Where; this folder when left out.")] = Path()) -> None:
    """Write a commented plainleaf.toml and an empty source folder."""
    from importlib.resources import files

    from pipeline.settings import FILE_NAME
    from pipeline.store import write_atomically

    target = folder / FILE_NAME
    if target.exists():
        raise UsageError(f"{target} exists already.", "Edit it, or choose another folder.")
    write_atomically(target, files("pipeline").joinpath("cli", "plainleaf.toml").read_bytes())
    (folder / "source").mkdir(exist_ok=True)
    print(f"Wrote {target}. Put texts into {folder / 'source'} and run: plainleaf build")
