"""`plainleaf translate`: a text in another language, as an unreviewed draft."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.cli.options import ConfigOption, InputArgument, LinesOption, lines, warn
from pipeline.errors import ExitCode


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("translate")(translate)


def translate(
    path: InputArgument,
    to: Annotated[str, typer.Option("--to", help="Target language, for instance es.")],
    engine: Annotated[str | None, typer.Option("--engine", help="Use this engine only.")] = None,
    by_line: LinesOption = False,
    config: ConfigOption = None,
) -> None:
    """Translate a text as it is. A sentence that cannot be translated safely stays in its own language.

    Refused sentences are named on stderr, and the exit code is then 1.
    """
    from pipeline import settings
    from pipeline.building import check_languages
    from pipeline.cli.documents import document, print_body
    from pipeline.document import State
    from pipeline.store import Store
    from pipeline.translate import run, translate_lines

    options = settings.load(config)
    check_languages((to,), options)
    engines = options.translate.engines if engine is None else (engine,)
    memory = options.path(options.translate.memory)
    names = options.translate.do_not_translate
    argos = options.translate.argos
    store = Store(options.path(options.build.store))
    if by_line:
        rows, refused = list(lines(path)), 0
        for line in translate_lines(
            rows, to, engines=engines, memory=memory, do_not_translate=names, argos=argos, store=store
        ):
            refused += line.state is State.REFUSED
            print(line.text)
        if refused:
            warn(f"{refused} lines could not be translated safely and stand as they were.")
        raise typer.Exit(ExitCode.FINDINGS if refused else ExitCode.OK)
    source = document(path, options).document
    made = run(source, to, engines=engines, memory=memory, do_not_translate=names, argos=argos, store=store)
    print_body(made.document)
    for found in made.findings:
        warn(f"{found.where.segment}: {found.code}: {found.message}")
    left = any(segment.state is State.REFUSED for segment in made.document.segments())
    raise typer.Exit(ExitCode.FINDINGS if left else ExitCode.OK)
