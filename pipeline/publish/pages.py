"""HTML pages from the templates beside this file. Everything is escaped; nothing but shared assets is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from pipeline.document import Segment
from pipeline.edition import Handout, HandoutEntry
from pipeline.publish import layout
from pipeline.publish.inline import inline, language_of, sentence
from pipeline.publish.layout import Part, View
from pipeline.publish.text import made_notices
from pipeline.score.formulas import main
from pipeline.wording import LANGUAGES, key, wording

if TYPE_CHECKING:
    from jinja2 import Environment

CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind} 'self' file:" for kind in ("style-src", "img-src", "media-src", "script-src")),
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""Only files beside the page. `file:` because browsers do not agree on what 'self' is for a page opened from a disk."""


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("pipeline.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        policy=CONTENT_POLICY,
        found=_found,
        has_header_row=layout.has_header_row,
        items=layout.items,
        language_of=language_of,
        made_notices=made_notices,
        plain_sentence=_plain_sentence,
        refused_notices=layout.refused_notices,
        sentence=sentence,
        table=layout.table,
        wording=wording,
    )
    environment.filters.update(clock=clock, number=number)
    return environment


def _render(name: str, **values: Any) -> bytes:
    return _environment().get_template(name).render(**values).encode()


def _plain_sentence(segment: Segment, view: View) -> Markup:
    """A segment where it is only a label: its words and language, no links, time or mark."""
    language = language_of(segment, view.words)
    text = inline(Segment(segment.id, segment.text))
    return Markup("<span{}>{}</span>").format(language, text) if language else text


def _found(entry: HandoutEntry, severity: str) -> int:
    """Findings on what readers get; those on the source's own words are in the report."""
    return sum(edition.findings.get(severity, 0) for edition in entry.published)


def clock(seconds: float) -> str:
    """Minutes and seconds as players show them: "1:05"."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def number(value: float | None) -> str:
    """A score with one decimal; a dash where there is none."""
    return "–" if value is None else f"{value:.1f}"


def handout(view: View, views: Sequence[View]) -> bytes:
    """handout.html of one edition; `views` are all editions, for the links between languages."""
    return _render("handout.html", view=view.silent, views=views, root="../../")


def section(view: View, part: Part, views: Sequence[View]) -> bytes:
    """The page of one section, with its sound."""
    at = view.parts.index(part)
    before = view.parts[at - 1] if at else None
    after = view.parts[at + 1] if at + 1 < len(view.parts) else None
    return _render("section.html", view=view, views=views, part=part, before=before, after=after, root="../../../")


def reader(handout: Handout, views: Sequence[View]) -> bytes:
    """index.html of one handout: every language, sound, two languages side by side."""
    return _render("reader.html", handout=handout, views=views, view=views[0], root="../")


def report(data: dict[str, Any]) -> bytes:
    """report.html from what report.json holds."""
    return _render("report.html", report=data, formulas=main("en"), words=wording("en"), root="../")


def home(entries: Sequence[HandoutEntry]) -> bytes:
    """index.html of all handouts."""
    order = {language: place for place, language in enumerate(LANGUAGES)}
    used = {key(edition.language) for entry in entries for edition in entry.published}
    return _render(
        "home.html", entries=entries, languages=sorted(used, key=order.__getitem__), words=wording("en"), root=""
    )
