"""Sentences pulled out of a page, word for word, each with what it leans on and what it governs.

A sentence goes with the sentences before it that name what its "it" is or say when it holds, with a sentence behind it
that takes something back, and with the list it leads to. It stands under the headings it has in the text: "Yellow zone"
may be what says when an instruction holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.clauses import main_verb
from pipeline.document import Block, BlockKind, Section, Segment
from pipeline.simplify.page.copies import Copies
from pipeline.simplify.page.leaning import leans, names_medicine, takes_back, takes_unnamed
from pipeline.simplify.page.orders import orders
from pipeline.simplify.page.page import Page

Wanted = Callable[[str], bool]
"""Whether a sentence is one of those looked for."""
WantedList = Callable[[Section, Block], bool]
"""The same of a list that no sentence leads to."""
_OPEN = ("if", "when", "or", "and", "to", "of", "you", "you have", "any of these", "following", "with", "for")


@dataclass(frozen=True, slots=True)
class Element:
    """A sentence, a list that is taken whole or not at all, or (neither) something that parts the text."""

    segment: Segment | None = None
    unit: int = 0  # sentences of one unit have the same number
    block: Block | None = None
    is_led: bool = False  # a list behind a sentence that leads to it
    is_wanted: bool = False


Group = tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What of one section is wanted."""

    path: tuple[Section, ...]
    groups: tuple[Group, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its sentences and lists."""
        every = (element.segment or element.block for group in self.groups for element in group)
        return frozenset(made.id for made in every if made is not None)


def find(page: Page, wanted: Wanted, lists: WantedList = lambda _section, _block: False) -> Iterator[Found]:
    """The sections in which something is wanted, in order."""
    for path in page.sections():
        groups = tuple(_groups(page, tuple(_elements(page, path[-1], wanted, lists))))
        if groups:
            yield Found(path, groups)


def copied(prefix: str, found: Iterable[Found]) -> tuple[Block, ...]:
    """What was found, as blocks of an added part."""
    copies = Copies(prefix)
    for one in found:
        copies.headings(one.path)
        # Beside a list of its own, a sentence in a list would read as one of that list's items.
        has_list = any(element.block is not None for group in one.groups for element in group)
        for group in one.groups:
            _write(copies, group, as_item=not has_list)
    return tuple(copies.blocks)


def _write(copies: Copies, group: Group, *, as_item: bool) -> None:
    if as_item:
        copies.item(element.segment for element in group if element.segment is not None)
        return
    sentences: list[Segment] = []
    for element in (*group, Element()):
        if element.segment is not None:
            sentences.append(element.segment)
            continue
        if sentences:
            copies.paragraph(sentences)
            sentences = []
        if element.block is not None:
            copies.whole(element.block)


def _elements(page: Page, section: Section, wanted: Wanted, lists: WantedList) -> Iterator[Element]:
    number = 0
    lead: Segment | None = None
    for at, block in enumerate(section.blocks):
        following = section.blocks[at + 1] if at + 1 < len(section.blocks) else None
        if block.kind is BlockKind.PARAGRAPH:
            sentences = [(n, s) for n, unit in enumerate(block.units, number) for s in _own(unit.segments)]
            number += len(block.units)
            lead = sentences[-1][1] if sentences and _is_lead(sentences[-1][1], following) else None
            for n, segment in sentences:
                # A sentence that ends with a colon means nothing without what follows it.
                whole = not segment.text.rstrip().endswith(":") or segment is lead
                yield Element(segment, n, is_wanted=whole and wanted(segment.text))
        elif block.kind is BlockKind.LIST and (
            lead or _is_one(block) or _is_open(section, at) or lists(section, block)
        ):
            is_wanted = lists(section, block) or _list_wanted(page, section, block, at, lead, wanted)
            yield Element(block=block, is_led=lead is not None, is_wanted=is_wanted)
            lead = None
        elif block.kind is BlockKind.LIST:
            for n, unit in enumerate(block.units, number):
                for segment in _own(unit.segments):
                    yield Element(segment, n, is_wanted=wanted(segment.text))
            number += len(block.units)
        else:
            yield Element()
            lead = None


def _own(segments: tuple[Segment, ...]) -> list[Segment]:
    return [s for s in segments if s.note is None and s.language is None and s.text.strip()]


def _is_lead(segment: Segment, following: Block | None) -> bool:
    return segment.text.rstrip().endswith(":") and following is not None and following.kind is BlockKind.LIST


def _is_one(block: Block) -> bool:
    """Steps in their order, or items with items below them: part of it would not be it."""
    return block.ordered or any(unit.depth for unit in block.units)


def _is_open(section: Section, at: int) -> bool:
    """Whether the heading begins a sentence that the list right below it ends ("Call 911 if")."""
    heading = "" if section.heading is None else section.heading.text.strip().lower()
    return at == 0 and (heading.endswith(":") or any(f" {heading}".endswith(f" {word}") for word in _OPEN))


def _list_wanted(page: Page, section: Section, block: Block, at: int, lead: Segment | None, wanted: Wanted) -> bool:
    """Whether a list is wanted for itself, not for the sentence before it."""
    if lead is not None:
        doc = page.parse(lead.text)
        items = [unit.segments[0].text for unit in block.units if unit.segments]
        ending = lead.text.rstrip(" :").lower()
        if any(f" {ending}".endswith(f" {word}") for word in _OPEN):
            return False  # "Your risk is higher if you:" - "smoke"
        if main_verb(doc) is None and not orders(doc):
            return any(wanted(text) for text in items)
        return all(text[:1].isupper() and wanted(text) for text in items)
    if _is_open(section, at) and section.heading is not None:
        return wanted(section.heading.text)
    return any(wanted(segment.text) for segment in block.segments())


def _groups(page: Page, elements: tuple[Element, ...]) -> Iterator[Group]:
    """Each wanted element with all it belongs with; what overlaps is one group."""
    taken: set[int] = set()
    joined: set[int] = set()  # elements that belong to the one before them
    for at, element in enumerate(elements):
        if element.is_wanted:
            start, end = at, at
            while start > 0 and _needs(page, elements, start):
                start -= 1
            start = min(start, _naming(page, elements, at))
            while end + 1 < len(elements) and _is_needed(page, elements, end + 1):
                end += 1
            taken.update(range(start, end + 1))
            joined.update(range(start + 1, end + 1))
    group: list[Element] = []
    for at in sorted(taken):
        if group and at not in joined:
            yield tuple(group)
            group = []
        group.append(replace(elements[at]))
    if group:
        yield tuple(group)


def _naming(page: Page, elements: tuple[Element, ...], at: int) -> int:
    """Where the sentence stands that names the medicine an element takes, in the same paragraph; else itself."""
    this = elements[at]
    if this.segment is None or not takes_unnamed(page.parse(this.segment.text)):
        return at
    for before in range(at - 1, -1, -1):
        segment = elements[before].segment
        if segment is None or elements[before].unit != this.unit:
            break
        if names_medicine(page.parse(segment.text)):
            return before
    return at


def _needs(page: Page, elements: tuple[Element, ...], at: int) -> bool:
    """Whether an element needs the one before it."""
    this, before = elements[at], elements[at - 1]
    if before.segment is None and before.block is None:
        return False
    if this.segment is None:
        return this.is_led
    same = before.segment if before.segment is not None and before.unit == this.unit else None
    return leans(page.parse(this.segment.text), None if same is None else page.parse(same.text))


def _is_needed(page: Page, elements: tuple[Element, ...], at: int) -> bool:
    """Whether an element belongs to the one before it: a list to its lead, "But …" to what it limits."""
    this, before = elements[at], elements[at - 1]
    if this.block is not None:
        return this.is_led
    if this.segment is None or before.segment is None or before.unit != this.unit:
        return False
    return takes_back(page.parse(this.segment.text))
