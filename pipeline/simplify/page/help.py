"""When to get help: the sentences of a page that say when to call someone. The words lie in help.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline import facts
from pipeline.document import Block, BlockKind, Section
from pipeline.simplify.page import pull
from pipeline.simplify.page.orders import orders
from pipeline.simplify.page.page import Page, words

_PREFIX = "page-when-to-get-help"
_REACH = 60  # characters between "call" and who is called


def make(page: Page) -> tuple[Block, ...]:
    """Those sentences, in order and word for word, with their lists."""
    return pull.copied(_PREFIX, find(page))


def find(page: Page) -> Iterator[pull.Found]:
    """Where the page says when to get help."""
    return pull.find(page, lambda text: is_help(page, text), lists=_is_list_of_signs)


def is_emergency(page: Page) -> bool:
    """Whether any of those sentences is about an emergency."""
    texts = (
        element.segment.text
        for found in find(page)
        for group in found.groups
        for element in group
        if element.segment is not None
    )
    headings = (found.path[-1].heading.text for found in find(page) if found.path[-1].heading is not None)
    return any(_is_urgent_call(page, text) for text in (*texts, *headings))


def is_help(page: Page, text: str) -> bool:
    """Whether a sentence says when to call someone, or that something is an emergency."""
    small = text.lower()
    if not small.rstrip().endswith("?") and (_has("is_emergency", small) or _has("alone", small)):
        return True
    if _has("not", small):
        return _is_urgent_call(page, text)
    urgent = _has("urgent", small)
    calls = [verb for verb, _ in _calls(page, text) if urgent or verb not in words("help", "weak")]
    return bool(calls) and (urgent or _has("when", small) or _is_urgent_call(page, text))


def is_headed(page: Page, section: Section) -> bool:
    """Whether a section's heading says that it is about getting help."""
    heading = "" if section.heading is None else section.heading.text
    return _has("headings", heading.lower()) or is_help(page, heading)


def _is_urgent_call(page: Page, text: str) -> bool:
    return _has("is_emergency", text.lower()) or any(emergency for _, emergency in _calls(page, text))


def _calls(page: Page, text: str) -> Iterator[tuple[str, bool]]:
    """The verbs that send the reader to someone, and whether it is for an emergency."""
    phones = [fact.start for fact in facts.extract(text, "en") if fact.kind == "phone"]
    for verb in orders(page.parse(text)):
        if verb.lower_ not in words("help", "verbs") or any(child.dep_ == "neg" for child in verb.children):
            continue
        start = verb.idx + len(verb)
        behind = re.split(r"\b(?:if|when|because|unless|before)\b", text[start : start + _REACH].lower())[0]
        if _has("emergency", behind):
            yield verb.lower_, True
        elif _has("who", behind) or any(start <= phone < start + _REACH for phone in phones):
            yield verb.lower_, False


def _is_list_of_signs(section: Section, block: Block) -> bool:
    """A list right below a heading such as "When to call your doctor"."""
    heading = "" if section.heading is None else section.heading.text.lower()
    first = next((one for one in section.blocks if one.kind is not BlockKind.IMAGE), None)
    return first is block and _has("headings", heading)


def _has(group: str, text: str) -> bool:
    return _pattern(group).search(text) is not None


@cache
def _pattern(group: str) -> re.Pattern[str]:
    """Any of a group's words, whole."""
    names = sorted(words("help", group), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
