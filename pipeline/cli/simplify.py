"""`plainleaf simplify`: plain words, without building anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import ConfigOption, InputArgument, LinesOption, lines, print_json, text_or_json

if TYPE_CHECKING:
    from pipeline.document import Document
    from pipeline.simplify.simplification import Simplification


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("simplify")(simplify)


def simplify(
    path: InputArgument,
    explain: Annotated[bool, typer.Option("--explain", help="Show every edit and its reason.")] = False,
    format: Annotated[str, typer.Option("--format", help="text or json", callback=text_or_json)] = "text",
    by_line: LinesOption = False,
    config: ConfigOption = None,
) -> None:
    """Rewrite a text in plain words; what could not be changed safely is left as it is."""
    from pipeline import settings
    from pipeline.cli.documents import document, print_body
    from pipeline.errors import UsageError
    from pipeline.glossary import load as load_glossary
    from pipeline.simplify import run, simplify_lines

    options = settings.load(config)
    max_words, disable = options.simplify.max_words, options.simplify.disable
    glossary = load_glossary([options.path(path) for path in options.simplify.glossaries])
    if by_line and (explain or format != "text"):
        raise UsageError("--lines gives plain lines and nothing else.", "Leave out --lines to see edits or JSON.")
    if by_line:
        for line in simplify_lines(lines(path), glossary, max_words=max_words, disable=disable):
            print(line)
        return
    source = document(path, options).document
    result = run(source, glossary, max_words=max_words, disable=disable, page=options.simplify.page)
    if format == "json":
        print_json(_json(source, result))
        return
    print_body(result.document)
    if explain:
        for edit in result.edits:
            verb = "changed" if edit.applied else "refused"
            print(f"{verb} [{edit.rule}] {edit.before!r} -> {edit.after!r}: {edit.reason}")


def _json(source: Document, result: Simplification) -> dict[str, object]:
    plain: dict[str, list[str]] = {}
    for segment in result.document.segments():
        plain.setdefault(segment.origin or segment.id, []).append(segment.text)
    edits: dict[str, list[dict[str, object]]] = {}
    for edit in result.edits:
        row = {name: getattr(edit, name) for name in ("rule", "entry", "before", "after", "reason", "applied")}
        edits.setdefault(edit.origin, []).append(row)
    rows = [
        {"id": s.id, "source": s.text, "plain": plain.get(s.id, [s.text]), "edits": edits.get(s.id, [])}
        for s in source.segments()
    ]
    parts = [
        {"name": section.part, "texts": [segment.text for segment in section.segments()]}
        for section in result.document.sections
        if section.part is not None
    ]
    return {"path": source.source.path, "segments": rows, "added_parts": parts}
