"""The pages of the review, from templates/. No script stands in them; every text says its language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.review import Row, Sheet, Standing
from pipeline.serve.desk import Desk

if TYPE_CHECKING:
    from jinja2 import Environment

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("pipeline.serve"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )


def _page(template: str, /, **values: Any) -> bytes:
    return _environment().get_template(template).render(**values).encode()


def desk(desk: Desk, base: str) -> bytes:
    """All sheets, and how far each is."""
    rows = [(number, sheet, sheet.counts(), len(sheet.unreviewed())) for number, sheet in enumerate(desk.sheets)]
    return _page("desk.html", base=base, rows=rows, reviewer=desk.reviewer)


def signing(base: str, message: str = "", name: str = "", qualification: str = "") -> bytes:
    """The form that asks who reviews."""
    return _page("signing.html", base=base, message=message, name=name, qualification=qualification)


def row(
    desk: Desk,
    base: str,
    number: int,
    at: int,
    *,
    text: str | None = None,
    reasons: tuple[str, ...] = (),
    override: str = "",
    told: str = "",
) -> bytes:
    """One sentence: source, plain words, translation, findings, terms, and the form that approves it."""
    sheet: Sheet = desk.sheets[number]
    one: Row = sheet.rows[at]
    return _page(
        "row.html",
        base=base,
        number=number,
        sheet=sheet,
        row=one,
        place=at + 1,
        before=sheet.rows[at - 1] if at else None,
        after=sheet.rows[at + 1] if at + 1 < len(sheet.rows) else None,
        direction="rtl" if sheet.language.split("-")[0] in RIGHT_TO_LEFT else "ltr",
        text=one.target if text is None else text,
        reasons=reasons,
        override=override,
        told=told,
        reviewer=desk.reviewer,
        sound=one.section is not None and desk.sound(number, one.section) is not None,
        done=one.standing is Standing.REVIEWED,
        counts=sheet.counts(),
        marked=[(code.kind, one.source[code.start : code.end]) for code in one.source_codes],
    )


def error(status: int, message: str) -> bytes:
    """A page that says what went wrong."""
    return _page("error.html", status=status, message=message)
