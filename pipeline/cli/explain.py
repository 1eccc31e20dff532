"""`plainleaf explain NAME`: what a finding means and what to do about it; how the items of a standard are checked."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

import typer

from pipeline.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("explain")(explain)


def explain(
    name: Annotated[
        str | None,
        typer.Argument(help="A code, or a standard (cdc, pemat, nhs, wcag, ismp). All are listed when left out."),
    ] = None,
) -> None:
    """Tell what a finding means, which items of standards it stands for, and what to do."""
    from pipeline.explained import listing, page, standard_page
    from pipeline.findings import catalogue
    from pipeline.items import standards

    entries, known = catalogue(), standards()
    if name is None:
        print(listing(), end="")
    elif name in entries:
        print(page(entries[name]), end="")
    elif name.lower() in known:
        print(standard_page(known[name.lower()]), end="")
    elif not name.strip():
        raise UsageError("no code is named.", "All of them: plainleaf explain")
    else:
        names = [*entries, *known]
        near = [one for one in names if name in one] or get_close_matches(name, names)
        hint = f"Near it: {', '.join(near)}." if near else "All of them: plainleaf explain"
        raise UsageError(f"there is no code or standard {name!r}.", hint)
