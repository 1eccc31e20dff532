"""Parts added to a plain page: what it says in short, when to get help, what to do, words to know, questions.

    add(document, ("summary", "what-to-do"))

Nothing is written anew: a part repeats whole sentences of the page, word for word, or is made of texts of
`wording.toml`. Every segment of a part has a `note`, and every part says that it was added. `PARTS` is the whole
table, one module a part; a part without content is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.document import Block, BlockKind, Document, Section, without_parts
from pipeline.simplify.page import actions, definitions, questions, summary
from pipeline.simplify.page import help as getting_help
from pipeline.simplify.page.copies import said
from pipeline.simplify.page.page import Page

__all__ = ["PARTS", "add"]

_LEVEL = 2  # of headings, where the document has none


@dataclass(frozen=True, slots=True)
class Part:
    """How a part is made and where it stands."""

    make: Callable[[Page], tuple[Block, ...]]
    heading: str  # name of a text of wording.toml
    mark: str  # the same: what says that the part was added
    before: bool  # before the text, else after it


PARTS: dict[str, Part] = {
    "summary": Part(summary.make, "part_summary", "added_sentences", before=True),
    "when-to-get-help": Part(getting_help.make, "part_help", "added_sentences", before=True),
    "what-to-do": Part(actions.make, "part_actions", "added_sentences", before=True),
    "words-to-know": Part(definitions.make, "part_words", "added_words", before=False),
    "teach-back": Part(questions.make, "part_questions", "added_questions", before=False),
}
"""Every part by its name in the settings."""


def add(document: Document, names: Sequence[str]) -> Document:
    """The plain document with these parts, in this order: those before the text, the text, those after it.

    Where getting help is an emergency it comes first. Parts that were added earlier are made anew. Nothing is added
    to a document that is not in English.
    """
    page = Page(without_parts(document), tuple(dict.fromkeys(names)))
    if document.language.split("-")[0] != "en" or not page.asked:
        return page.document
    page.parse.prepare(segment.text for segment in document.segments())
    order = sorted(page.asked, key=lambda name: not (name == "when-to-get-help" and getting_help.is_emergency(page)))
    sections = page.document.sections
    levels = [section.level for section in sections] or [_LEVEL]
    above = tuple(_sections(page, [name for name in order if PARTS[name].before], levels[0]))
    below = tuple(_sections(page, [name for name in order if not PARTS[name].before], min(levels)))
    return replace(page.document, sections=(*above, *sections, *below))


def _sections(page: Page, names: Sequence[str], level: int) -> Iterator[Section]:
    for name in names:
        blocks = PARTS[name].make(page)
        if blocks:
            yield _section(page, name, level, blocks)


def _section(page: Page, name: str, level: int, blocks: tuple[Block, ...]) -> Section:
    part, prefix = PARTS[name], f"page-{name}"
    heading = said(prefix, "b00", part.heading, BlockKind.HEADING)
    mark = said(prefix, "b01", part.mark, BlockKind.PARAGRAPH)
    nested = tuple(replace(b, level=level + b.level) if b.kind is BlockKind.HEADING else b for b in blocks)
    return Section(prefix, _slug(page, prefix), replace(heading, level=level), level, (mark, *nested), part=name)


def _slug(page: Page, wanted: str) -> str:
    """`wanted`, or a name like it that no section of the source has."""
    taken = {section.slug for section in page.document.every_section()}
    return next(slug for slug in (wanted, *(f"{wanted}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken)
