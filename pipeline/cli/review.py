"""`plainleaf review`: translations to and from the people who approve them. One module a command."""

from __future__ import annotations

from importlib import import_module

import typer

COMMANDS = ("review_export", "review_import", "review_status", "review_serve")


def register(app: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Have translations reviewed.", rich_markup_mode=None)
    for name in COMMANDS:
        import_module(f"pipeline.cli.{name}").register(group)
    app.add_typer(group, name="review")
