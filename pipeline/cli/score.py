"""`plainleaf score`: reading level by document and section."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import ConfigOption, lines, text_or_json, warn, worst, write_output
from pipeline.errors import PlainleafError, UsageError

if TYPE_CHECKING:
    from pipeline.read import Reading
    from pipeline.settings import Settings

_OF_LANGUAGE = ("read.other-script", "read.other-language")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("score")(score)


def score(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...|-", help="Files and folders, or - for stdin.")],
    format: Annotated[str, typer.Option("--format", help="text or json", callback=text_or_json)] = "text",
    by_line: Annotated[bool, typer.Option("--lines", help="One line in, one JSON object out.")] = False,
    names: Annotated[
        bool | None, typer.Option("--names/--no-names", help="Count names and titles, or leave them out (WCAG 3.1.5).")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--from", help="Language of texts that name none, such as es; else read.language.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write the figures to this file.")] = None,
    config: ConfigOption = None,
) -> None:
    """Score reading level, section by section. With --lines: one JSON object for each line."""
    from pipeline import settings

    options = settings.load(config)
    if names is not None:
        options = options.model_copy(update={"score": settings.Score(names=names)})
    if language is not None:
        options = options.model_copy(update={"read": options.read.model_copy(update={"language": _known(language)})})
    failed: dict[str, PlainleafError] = {}
    done: list[str] = []
    if by_line:
        written = _by_line(paths, options)
    else:
        written = (_as_json if format == "json" else _as_text)(paths, options, failed, done)
    if output is None:
        for text in written:
            print(text, end="")
    else:
        write_output(output, "".join(written).encode("utf-8", "backslashreplace"))
    for error in failed.values():
        warn(str(error))
    raise typer.Exit(worst(list(failed.values()), len(done)))


def _known(language: str) -> str:
    """The tag of a language in its usual form. Raises UsageError."""
    from pipeline.score.language import tag

    known = tag(language)
    if not known:
        raise UsageError(f"--from {language} is no language.", "Give its code, such as es or pt-BR.")
    return known


def _by_line(paths: list[str], options: Settings) -> Iterator[str]:
    """The counts and figures of each line; null where a line has nothing to score."""
    from pipeline.report.scores import rounded
    from pipeline.score import score_text
    from pipeline.score.formulas import of_language

    language = options.read.language
    empty = dict.fromkeys((formula.name for formula in of_language(language)), None)
    for path in paths:
        for line in lines(path):
            scores, counted = score_text(line, language)
            counts = {name: getattr(counted, name) for name in ("words", "sentences", "syllables")}
            yield _json(counts | empty | rounded(scores)) + "\n"


def _as_json(paths: list[str], options: Settings, failed: dict[str, PlainleafError], done: list[str]) -> Iterator[str]:
    """`{"documents": […], "formulas": {…}}`, a document at a time, so that none has to be kept."""
    from pipeline.cli.documents import documents, noted
    from pipeline.report.scores import legend, row
    from pipeline.score import run

    known: dict[str, None] = {}
    yield '{"documents": ['
    for reading in documents(paths, options, failed):
        path = reading.document.source.path
        _warn_of_language(reading)
        with noted(path, failed):
            figures = run(reading.document, names=options.score.names)
            known |= dict.fromkeys(figures.scores)
            text = _json(row(path, figures))
            yield f"{', ' if done else ''}{text}"
            done.append(path)
    yield f'], "formulas": {_json(legend(list(known)))}}}\n'


def _as_text(paths: list[str], options: Settings, failed: dict[str, PlainleafError], done: list[str]) -> Iterator[str]:
    from pipeline.cli.documents import documents, noted
    from pipeline.report.scores import lines as shown
    from pipeline.score import run

    for reading in documents(paths, options, failed):
        path = reading.document.source.path
        _warn_of_language(reading)
        with noted(path, failed):
            figures = run(reading.document, names=options.score.names)
            text = "\n".join(shown(path, figures))
            yield f"{chr(10) if done else ''}{text}\n"
            done.append(path)


def _warn_of_language(reading: Reading) -> None:
    """Say on stderr that a text is in another language than its figures take it to be in."""
    for found in reading.findings:
        if found.code in _OF_LANGUAGE:
            warn(f"{found.where.path}: {found.message} {found.hint}")


def _json(value: object) -> str:
    """One line; half of a surrogate pair, as in a file name of another encoding, is written as an escape."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
