"""Words to know: every definition that was added to the page, in alphabetical order of its term."""

from __future__ import annotations

import re

from pipeline.document import Block
from pipeline.simplify.page.copies import Copies
from pipeline.simplify.page.page import Page

_PREFIX = "page-words-to-know"
_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)


def make(page: Page) -> tuple[Block, ...]:
    """A list of the definitions, each once."""
    copies = Copies(_PREFIX)
    different = {segment.text: segment for segment in reversed(list(page.definitions()))}
    for segment in sorted(different.values(), key=lambda segment: _term_first(segment.text)):
        copies.item([segment])
    return tuple(copies.blocks)


def _term_first(text: str) -> tuple[str, str]:
    return _ARTICLE.sub("", text).casefold(), text
