"""Plain text: wrapped at 72 characters, tables and pictures told in words, notices included."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from pipeline.document import Block, BlockKind, Segment, State, Unit
from pipeline.publish.inline import TOGETHER, refused_mark
from pipeline.publish.layout import Cell, Item, Part, View, has_header_row, items, refused_notices, table
from pipeline.publish.links import is_shown_by, safe_href

WIDTH = 72
_JOINT = "\x1f"  # stands for a blank at which no line ends


def whole(view: View) -> str:
    """The whole edition."""
    return _join([*_top(view, view.notices), *(_part(part, view) for part in view.parts), *_foot(view)])


def section(view: View, part: Part) -> str:
    """One section, with the notices that belong over the whole."""
    draft = (view.words.draft_notice,) if view.edition.is_draft else ()
    top = _top(view, view.notices) if not part.heading else [_notices(draft)]
    return _join([*top, _part(part, view)])


def _join(chunks: Iterable[str]) -> str:
    return "\n\n".join(chunk for chunk in chunks if chunk) + "\n"


def _top(view: View, notices: Sequence[str]) -> list[str]:
    return [_notices(notices), _underlined(_sentences([view.title], view), "=")]


def _foot(view: View) -> list[str]:
    return ["-" * 8 + "\n" + _wrap(line) for line in made_notices(view)]


def made_notices(view: View) -> tuple[str, ...]:
    """Say where the plain words come from, if any word was changed; a translation says it in its draft notice."""
    document = view.edition.document
    reviewed = any(segment.state is State.REVIEWED for segment in document.segments())
    changed = reviewed or any(edit.applied for edit in view.edition.edits)
    if document.level == "original" or view.edition.is_draft or not changed:
        return ()
    return (view.words.made_notice.replace("{source}", document.source.path.rpartition("/")[2]),)


def _notices(notices: Sequence[str]) -> str:
    return "\n\n".join(_wrap(notice, "! ", "! ") for notice in notices)


def _underlined(text: str, rule: str) -> str:
    wrapped = _wrap(text)
    return wrapped + "\n" + rule * max(len(line) for line in wrapped.split("\n"))


def _part(part: Part, view: View) -> str:
    heading = [_underlined(_sentences(part.heading, view), "-")] if part.heading else []
    notices = _notices(refused_notices(part.refused, view.words))
    return "\n\n".join(chunk for chunk in (*heading, notices, *(_block(b, view) for b in part.blocks)) if chunk)


def _block(block: Block, view: View) -> str:
    if block.kind is BlockKind.LIST:
        return "\n".join(_list(items(block), block.ordered, "", view, block.start))
    if block.kind is BlockKind.TABLE:
        return "\n\n".join(_table(table(block), view))
    if block.kind is BlockKind.QUOTE:
        return "\n>\n".join(_wrap(_unit(unit, view), "> ", "> ") for unit in block.units)
    if block.kind is BlockKind.HEADING:
        return "\n\n".join(_underlined(_unit(unit, view), "~") for unit in block.units)
    if block.kind is BlockKind.IMAGE:
        return "\n\n".join(_image(block, view))
    return "\n\n".join(_wrap(_unit(unit, view)) for unit in block.units)


def _list(nodes: Sequence[Item], ordered: bool, indent: str, view: View, start: int = 1) -> Iterator[str]:
    for number, item in enumerate(nodes, start):
        sign = f"{number}. " if ordered else "- "
        hanging = indent + " " * len(sign)
        for index, unit in enumerate(item.units):
            yield _wrap(_unit(unit, view), hanging if index else indent + sign, hanging)
        yield from _list(item.children, ordered, hanging, view)


def _table(rows: Sequence[Sequence[Cell]], view: View) -> Iterator[str]:
    """Each row by itself: its first cell, then every other cell behind the name of its column."""
    names: list[str] = [_cell(cell, view) for cell in rows[0]] if has_header_row(rows) else []
    for row in rows[1:] if names else rows:
        first, *others = [_cell(cell, view) for cell in row]
        lines = [_wrap(_named(names, 0, first))]
        for column, text in enumerate(others, 1):
            lines.append(_wrap(_named(names, column, text), "  ", "    "))
        yield "\n".join(line for line in lines if line.strip())
    if names and len(rows) == 1:
        yield "\n".join(_wrap(name) for name in names)


def _named(names: Sequence[str], column: int, text: str) -> str:
    name = names[column].rstrip(" :") if names else ""
    return f"{name}: {text or '–'}" if name else text


def _cell(cell: Cell, view: View) -> str:
    return " ".join(_unit(unit, view) for unit in cell.units)


def _image(block: Block, view: View) -> Iterator[str]:
    image = block.image
    if image is None:
        return
    if image.alt is not None and image.alt.text.strip():
        yield _wrap(f"[{view.words.picture}: {_sentences([image.alt], view)}]")
    elif image.alt is None and image.path in view.pictures:
        yield f"[{view.words.picture_without_alt}]"
    if image.caption is not None and image.caption.text.strip():
        yield _wrap(_sentences([image.caption], view))


def _unit(unit: Unit, view: View) -> str:
    return _sentences(unit.segments, view)


def _sentences(segments: Iterable[Segment], view: View) -> str:
    return " ".join(_sentence(segment, view) for segment in segments)


def _sentence(segment: Segment, view: View) -> str:
    text = linked(segment)
    return f"[{refused_mark(segment, view.words)}] {text}" if segment.state is State.REFUSED else text


def linked(segment: Segment) -> str:
    """The segment's text, with the address behind every link whose words do not say it."""
    text = segment.text
    for mark in sorted((m for m in segment.marks if m.kind == "link"), key=lambda m: m.end, reverse=True):
        href = safe_href(mark.href)
        if href is not None and not is_shown_by(href, segment.text[mark.start : mark.end]):
            text = f"{text[: mark.end]} <{href}>{text[mark.end :]}"
    return text


def _wrap(text: str, first: str = "", rest: str = "") -> str:
    joined = TOGETHER.sub(lambda found: found[0].replace(" ", _JOINT), text.replace(_JOINT, " "))
    filled = textwrap.fill(
        joined,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return filled.replace(_JOINT, " ")
