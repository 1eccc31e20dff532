"""`plainleaf explain CODE`: what a finding means and what to do about it."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("explain")(explain)


def explain(
    code: Annotated[str | None, typer.Argument(help="A code; all codes are listed when left out.")] = None,
) -> None:
    """Tell what a finding means, which standard it stands for, and what to do."""
    from pipeline.findings import catalogue

    entries = catalogue()
    if code is None:
        for entry in entries.values():
            print(f"{entry.code:28} {entry.severity:12} {entry.title}")
        return
    if code not in entries:
        near = [name for name in entries if code in name or name in code]
        raise UsageError(
            f"there is no code {code!r}.", f"Near it: {', '.join(near)}." if near else "List: plainleaf explain"
        )
    entry = entries[code]
    print(f"{entry.code}: {entry.title}")
    print(f"{entry.severity}{', ' + entry.standard if entry.standard else ''}\n")
    print(entry.explain)
