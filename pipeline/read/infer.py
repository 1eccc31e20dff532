"""What no markup says: which paragraphs are picture descriptions and which lines are web page furniture."""

from __future__ import annotations

from pipeline.document import BlockKind
from pipeline.read import boilerplate, descriptions
from pipeline.read.parts import Part

_MENU_RUN = 3
_MAX_LINK_WORDS = 12


def infer(parts: list[Part], language: str) -> None:
    """Set kind and reason of the parts that are descriptions or boilerplate. Nothing is removed."""
    _menus(parts, language)
    for i, part in enumerate(parts):
        if part.kind is BlockKind.PARAGRAPH:
            why = _is_line(part) and boilerplate.reason(part.text, language)
            if why:
                _set(part, BlockKind.BOILERPLATE, why)
                continue
            why = descriptions.reason(part.text, language)
            if why:
                _set(part, BlockKind.DESCRIPTION, why)
        elif part.kind is BlockKind.HEADING and i and boilerplate.reason(part.text, language):
            _trailing(parts, i, boilerplate.reason(part.text, language) or "")


def _set(part: Part, kind: BlockKind, why: str) -> None:
    part.kind, part.reason, part.level = kind, why, 0


def _is_line(part: Part) -> bool:
    return len(part.units) == 1 and not part.units[0].text.breaks


def _menus(parts: list[Part], language: str) -> None:
    """Three or more lines in a row that are each an item of a menu; a list of nothing else is one too."""
    run: list[Part] = []
    for part in (*parts, None):
        is_item = (
            part is not None
            and part.kind in (BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.HEADING)
            and bool(part.units)
            and all(boilerplate.is_menu_item(unit.text.text, language) for unit in part.units)
        )
        if part is not None and is_item:
            run.append(part)
            continue
        if sum(len(p.units) for p in run) >= _MENU_RUN:
            for item in run:
                _set(item, BlockKind.BOILERPLATE, "a menu")
        run = []


def _trailing(parts: list[Part], i: int, why: str) -> None:
    """A furniture heading with no body below it, or only titles of other pages up to the end."""
    below = []
    for part in parts[i + 1 :]:
        if part.kind is BlockKind.HEADING:
            break
        below.append(part)
    at_end = i + 1 + len(below) == len(parts)
    if below and not (at_end and all(_is_link_list(part) for part in below)):
        return
    for part in (parts[i], *below):
        if part.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST):
            _set(part, BlockKind.BOILERPLATE, why)


def _is_link_list(part: Part) -> bool:
    """Whether a block holds nothing but short lines without a stop, as titles of pages are."""
    if part.kind in (BlockKind.IMAGE, BlockKind.BOILERPLATE):
        return True
    if part.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST):
        return False
    texts = [unit.text.text for unit in part.units]
    return all(len(text.split()) <= _MAX_LINK_WORDS and text[-1:] not in ".!;:" for text in texts)
