"""`plainleaf score`: reading level by document and section."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from pipeline.cli.options import ConfigOption, LinesOption, lines, print_json, text_or_json, warn, worst
from pipeline.errors import PlainleafError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("score")(score)


def score(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...|-", help="Files and folders, or - for stdin.")],
    format: Annotated[str, typer.Option("--format", help="text or json", callback=text_or_json)] = "text",
    by_line: LinesOption = False,
    config: ConfigOption = None,
) -> None:
    """Score reading level, section by section. With --lines: one JSON object for each line."""
    if by_line:
        _score_lines(paths)
        return
    from pipeline import settings
    from pipeline.cli.documents import documents
    from pipeline.score import run

    options = settings.load(config)
    errors: list[PlainleafError] = []
    rows = []
    for reading in documents(paths, options, errors):
        rows.append(_row(reading.document.source.path, run(reading.document)))
    if format == "json":
        print_json({"documents": rows})
    else:
        for row in rows:
            _print(row)
    for error in errors:
        warn(str(error))
    raise typer.Exit(worst(errors, len(rows)))


def _score_lines(paths: list[str]) -> None:
    from pipeline.score import score_text

    for path in paths:
        for line in lines(path):
            scores, counted = score_text(line)
            fields = ("words", "sentences", "syllables")
            counts = {name: getattr(counted, name) for name in fields}
            print_json(counts | {name: round(value, 2) for name, value in scores.items()})


def _row(path: str, readability: Any) -> dict[str, Any]:
    from dataclasses import asdict

    def figures(part: Any) -> dict[str, Any]:
        return {
            "scores": {name: round(value, 2) for name, value in part.scores.items()},
            "counted": asdict(part.counted),
            "left_out": {
                "words": sum(left.words for left in part.left_out),
                "why": {left.why: left.words for left in part.left_out},
            },
        }

    sections = [{"heading": part.heading, **figures(part)} for part in readability.sections]
    return {"path": path, "language": readability.language, **figures(readability), "sections": sections}


def _print(row: dict[str, Any]) -> None:
    counted, left = row["counted"], row["left_out"]
    why = ", ".join(f"{words} in {name}" for name, words in left["why"].items())
    print(row["path"])
    print(f"  {counted['words']} words and {counted['sentences']} sentences counted", end="")
    print(f"; {left['words']} words left out ({why})" if left["words"] else "")
    for part in [{"heading": "whole document", **row}, *row["sections"]]:
        scores = "  ".join(f"{name} {value:5.1f}" for name, value in part["scores"].items()) or "no sentence to score"
        print(f"  {scores}  {part['heading'] or '(before the first heading)'}")
