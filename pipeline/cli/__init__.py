"""The command line: one module a command, listed in `COMMANDS`. Data to stdout, everything else to stderr."""

from __future__ import annotations

import sys
from importlib import import_module

import typer

from pipeline import __version__
from pipeline.characters import one_line
from pipeline.cli import streams
from pipeline.errors import ExitCode, PlainleafError

COMMANDS = (
    "build",
    "check",
    "score",
    "delta",
    "simplify",
    "translate",
    "compare",
    "speak",
    "review",
    "glossary",
    "models",
    "doctor",
    "explain",
    "init",
    "clean",
)

app = typer.Typer(
    name="plainleaf",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Health texts in plain words, other languages, sound and described pictures.",
)
for name in COMMANDS:
    import_module(f"pipeline.cli.{name}").register(app)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"plainleaf {__version__}")
        raise typer.Exit


@app.callback()
def _options(version: bool = typer.Option(False, "--version", callback=_version, is_eager=True)) -> None:
    """Health texts in plain words, other languages, sound and described pictures."""


def run() -> None:
    """Run the command line on sys.argv. Errors a user can mend become one message and their exit code.

    Nothing but findings ends with 1.
    """
    streams.install()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except streams.ReaderGoneError as gone:
        sys.exit(gone.code)
    except PlainleafError as error:
        _complain(error)
        sys.exit(int(error.code))
    except SystemExit as ended:
        if ended.code == ExitCode.INTERRUPTED:
            print("plainleaf: interrupted; what was finished is kept.", file=sys.stderr)
        if isinstance(ended.__context__, typer.Abort):  # an end of file where none was to be expected
            sys.exit(ExitCode.FAULT)
        raise
    except Exception as error:
        from pipeline.cli.documents import fault

        _complain(fault(error))
        sys.exit(ExitCode.FAULT)


def _complain(error: PlainleafError) -> None:
    first, *more = filter(None, map(one_line, error.message.splitlines()))
    print("\n  ".join([f"plainleaf: {first}", *more]), file=sys.stderr)
    if error.hint:
        print(f"  {one_line(error.hint)}", file=sys.stderr)
