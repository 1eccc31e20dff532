"""Teach-back: questions a reader answers in their own words. Which are asked lies in questions.toml.

Saying it back in one's own words shows what was understood (AHRQ Health Literacy Universal Precautions Toolkit,
tool 5).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pipeline import facts
from pipeline.document import Block, BlockKind, Unit
from pipeline.simplify.page import definitions, summary
from pipeline.simplify.page import help as getting_help
from pipeline.simplify.page.copies import spoken
from pipeline.simplify.page.page import Page, table

_PREFIX = "page-teach-back"
_FEWEST = 2  # what is asked of a page that says little is not worth a part
_PARTS: dict[str, Callable[[Page], tuple[Block, ...]]] = {
    "summary": summary.make,
    "when-to-get-help": getting_help.make,
    "words-to-know": definitions.make,
}


def make(page: Page) -> tuple[Block, ...]:
    """A list of the questions that this page answers."""
    rows = table("questions")
    asked = [row["wording"] for row in rows["question"] if _is_answered(page, row)][: rows["most"]]
    if len(asked) < _FEWEST:
        return ()
    units = tuple(Unit((spoken(f"{_PREFIX}.b02.{name}", name),), row=n) for n, name in enumerate(asked))
    return (Block(f"{_PREFIX}.b02", BlockKind.LIST, units),)


def _is_answered(page: Page, row: dict[str, Any]) -> bool:
    if "part" in row:
        return bool(_PARTS[row["part"]](page))
    blocks = [block for section in page.document.every_section() for block in section.body()]
    if row.get("steps"):
        return any(block.kind is BlockKind.LIST and block.ordered for block in blocks)
    texts = [segment.text for block in blocks for segment in block.segments() if segment.note is None]
    if "facts" in row:
        return any(fact.kind in row["facts"] for text in texts for fact in facts.extract(text, "en"))
    wanted = re.compile("|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in row["phrases"]))
    return any(wanted.search(text.lower()) for text in texts)
