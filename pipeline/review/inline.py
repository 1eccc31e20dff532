"""Links and emphasis inside a sentence, to and from the elements that exchange formats have for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from pipeline.characters import for_xml
from pipeline.translate.approvals import flattened
from pipeline.translate.engine import InlineCode


@dataclass(frozen=True, slots=True)
class Coded:
    """Text with single blanks, and the ranges of its codes by the number each has in the source sentence."""

    text: str
    codes: tuple[tuple[int, int, int], ...] = ()  # number, start, end; by number
    trouble: str = ""  # why it cannot be read; empty if it can

    @property
    def numbers(self) -> tuple[int, ...]:
        """The codes by their numbers alone."""
        return tuple(number for number, _, _ in self.codes)


def nested(codes: Sequence[InlineCode]) -> tuple[InlineCode, ...]:
    """The codes in reading order, without those that would overlap another in part: elements cannot."""
    kept: list[InlineCode] = []
    for code in sorted(codes, key=lambda code: (code.start, -code.end, code.number)):
        if not any(other.start < code.start < other.end < code.end for other in kept):
            kept.append(code)
    return tuple(kept)


def fill(
    element: etree._Element, text: str, codes: Sequence[InlineCode], make: Callable[[InlineCode], etree._Element]
) -> None:
    """Write text into an element, with the element `make` gives around each code."""
    _put(element, text, 0, len(text), list(nested(codes)), make)


def _put(
    parent: etree._Element,
    text: str,
    start: int,
    end: int,
    codes: list[InlineCode],
    make: Callable[[InlineCode], etree._Element],
) -> None:
    at = start
    while codes:
        code, *codes = codes
        inner = [other for other in codes if other.end <= code.end]
        codes = codes[len(inner) :]
        _append(parent, text[at : code.start])
        child = make(code)
        parent.append(child)
        _put(child, text, code.start, code.end, inner, make)
        at = code.end
    _append(parent, text[at:end])


def _append(parent: etree._Element, text: str) -> None:
    text = for_xml(text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def read(elements: Sequence[etree._Element], pairs: str, transparent: frozenset[str], gone: frozenset[str]) -> Coded:
    """The text of some elements, one behind the other.

    `pairs` is the name of the element around a code, whose `id` is its number from 1; `transparent` elements are read
    through; `gone` ones are empty marks and are passed over. Any other element is trouble.
    """
    raw, found, trouble = "", [], ""
    opened: dict[int, int] = {}
    names: Mapping[str, frozenset[str]] = {"transparent": transparent, "gone": gone}
    for piece in (piece for element in elements for piece in _pieces(element, pairs, names)):
        if isinstance(piece, str):
            raw += piece
        elif isinstance(piece, int):
            if piece > 0:
                opened[piece] = len(raw)
            else:
                found.append((-piece - 1, opened[-piece], len(raw)))
        else:
            trouble = trouble or piece.name
    text, places = flattened(raw)
    codes = sorted((number, _first_word(text, places[start]), places[end]) for number, start, end in found)
    if len({number for number, _, _ in codes}) < len(codes):
        trouble = trouble or "a link or an emphasis that stands twice"
    if any(start >= end for _, start, end in codes):
        trouble = trouble or "a link or an emphasis without words"
    return Coded(text, tuple(codes), trouble)


@dataclass(frozen=True, slots=True)
class _Unknown:
    name: str


def _pieces(element: etree._Element, pairs: str, names: Mapping[str, frozenset[str]]) -> Iterator[str | int | _Unknown]:
    """Words; the number of a code where it opens, and with a minus where it closes; what is not known."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            name, number = etree.QName(child).localname, child.get("id") or ""
            if name == pairs and number.isascii() and number.isdecimal() and 0 < int(number[:6]) <= _MOST:
                yield int(number[:6])
                yield from _pieces(child, pairs, names)
                yield -int(number[:6])
            elif name in names["transparent"]:
                yield from _pieces(child, pairs, names)
            elif name not in names["gone"]:
                yield _Unknown(f"<{name}{f' id={number}' if number else ''}>, which is not of this sentence")
        yield child.tail or ""


_MOST = 10_000  # codes of a sentence


def _first_word(text: str, at: int) -> int:
    """A code begins at a word and not at the blank before it."""
    return at + 1 if text[at : at + 1] == " " else at
