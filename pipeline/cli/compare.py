"""`plainleaf compare`: the facts gate on pairs of lines, or on two editions."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import LinesOption, lines, print_json
from pipeline.errors import ExitCode, InputError, UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("compare")(compare)


def compare(
    source: Annotated[str, typer.Argument(help="Lines of text, or an edition (editions/*.json).")],
    target: Annotated[str, typer.Argument(help="The same lines rewritten or translated, or another edition.")],
    from_language: Annotated[str, typer.Option("--from", help="Language of SOURCE lines.")] = "en",
    to: Annotated[str, typer.Option("--to", help="Language of TARGET lines.")] = "en",
    by_line: LinesOption = False,
) -> None:
    """Report numbers, doses, negations, drug names, links and phone numbers that changed on the way.

    One JSON object for each pair; exit code 1 when one is not ok. Sentences an edition says it refused are
    their own source and always ok.
    """
    pairs = _lines(source, target) if by_line else None
    shut = False
    if pairs is None:
        from pipeline import codec
        from pipeline.check.carried import carried
        from pipeline.document import Document

        try:
            editions = [codec.from_json(Document, Path(name).read_bytes()) for name in (source, target)]
        except OSError as error:
            raise InputError(f"cannot read {error.filename}: {error.strerror}.", "Check the path.") from error
        except ValueError as error:
            raise InputError("these are not editions.", "Name files of editions/, or use --lines.") from error
        findings = [asdict(found) for found in carried(*editions)]
        shut = any(found["severity"] == "error" for found in findings)
        print_json({"ok": not shut, "findings": findings})
    else:
        from pipeline import facts

        for language in (from_language, to):
            if language not in facts.LANGUAGES:
                known = ", ".join(facts.LANGUAGES)
                raise UsageError(f"facts cannot be compared in {language!r}.", f"Choose from: {known}.")
        for one, other in pairs:
            found = facts.compare(one, other, from_language, to)
            ok = not any(violation.severity == "error" for violation in found)
            shut |= not ok
            print_json({"ok": ok, "findings": [asdict(violation) for violation in found]})
    raise typer.Exit(ExitCode.FINDINGS if shut else ExitCode.OK)


def _lines(source: str, target: str) -> list[tuple[str, str]]:
    left, right = list(lines(source)), list(lines(target))
    if len(left) != len(right):
        raise InputError(f"{source} has {len(left)} lines and {target} {len(right)}.", "They must pair up.")
    return list(zip(left, right, strict=True))
