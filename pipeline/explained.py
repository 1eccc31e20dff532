"""The pages of `plainleaf explain`: all codes, one code, one standard."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings import CatalogueEntry, catalogue
from pipeline.items import Item, Standard, english_only, of_code, standards

_GROUPS = {
    "read": "Reading the source",
    "glossary": "The glossary",
    "simplify": "Plain words",
    "translate": "Translation",
    "facts": "Facts that must not change",
    "speak": "Sound",
    "alt": "Pictures",
    "reading": "Reading level and layout",
    "words": "Words",
    "dose": "Doses",
    "numbers": "Numbers",
    "grammar": "Grammar",
    "check": "Ignores in a text",
}
"""Headings of the list, in its order. A group that has none stands under its own name, at the end."""


def listing() -> str:
    """All codes by group, then the standards."""
    entries = catalogue().values()
    groups = dict.fromkeys([*_GROUPS, *(entry.group for entry in entries)])
    lines: list[str] = []
    for group in groups:
        rows = [f"  {one.code:26} {one.severity:12} {one.title}" for one in entries if one.group == group]
        lines += [f"{_GROUPS.get(group, group)} ({group})", *rows, ""] if rows else []
    lines.append("Standards (plainleaf explain NAME lists the items and how each is checked)")
    lines += [f"  {one.key:26} {one.name}" for one in standards().values()]
    return "\n".join(lines) + "\n"


def page(entry: CatalogueEntry) -> str:
    """All there is to tell of a code."""
    stands_for = [f"  {_item(standard, item)}" for standard, item in of_code(entry.code)]
    where = " English texts only." if entry.code in english_only() else ""
    head = [f"{entry.code}: {entry.title}", f"Severity: {entry.severity}. Group: {entry.group}.{where}"]
    return "\n".join([*head, *(["It stands for:", *stands_for] if stands_for else []), "", entry.explain]) + "\n"


def markdown(entry: CatalogueEntry) -> str:
    """The same page for programs that show Markdown."""
    stands_for = "".join(f"\n- {_item(standard, item)}" for standard, item in of_code(entry.code))
    return f"**{entry.title}**\n\n{entry.explain}" + (f"\n\nIt stands for:\n{stands_for}" if stands_for else "")


def standard_page(standard: Standard) -> str:
    """The items of a standard, each with the codes that check it, or that it needs a person."""
    total, checkable = len(standard.items), len(standard.checkable)
    head = [
        standard.name,
        standard.source,
        standard.note,
        "",
        f"{checkable} of {total} items can be checked, at least in part"
        + (f"; {total - checkable} need a person." if checkable < total else "."),
        "That nothing was found does not mean that an item is met.",
        "",
    ]
    return "\n".join([*head, *_rows(standard)]) + "\n"


def _rows(standard: Standard) -> Iterator[str]:
    width = max(len(item.number) for item in standard.items)
    for item in standard.items:
        yield f"{item.number:>{width}}  {item.title}"
        yield f"{'':{width}}  {', '.join(item.codes) or 'a person'}"


def _item(standard: Standard, item: Item) -> str:
    return f"{standard.name}, {item.number}: {item.title}"
