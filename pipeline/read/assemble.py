"""Parts to a Document: title, sections, ids, sentences, and the findings about them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from pipeline.document import Block, BlockKind, Document, Image, Section, Segment, Source, Span, Unit
from pipeline.errors import InputError
from pipeline.findings import Finding, Where, finding
from pipeline.read import segmenting
from pipeline.read.comments import Unclosed
from pipeline.read.headings import is_numbered
from pipeline.read.inline import Inline, plain
from pipeline.read.parts import Parsed, Part, PartUnit, Picture
from pipeline.read.pictures import locate
from pipeline.read.slugs import Slugs, document_id
from pipeline.read.standing import lines_apart

_MAX_TITLE_WORDS = 20
_SET_APART = {BlockKind.DESCRIPTION: "read.description", BlockKind.BOILERPLATE: "read.boilerplate"}
_ONE_SEGMENT = frozenset({BlockKind.HEADING, BlockKind.CODE})


class Assembler:
    """Makes the document of one source. Ids: s01 a section, s01.b02 a block, s01.b02.u03.04 a sentence."""

    def __init__(self, text: str, source: Source, language: str, folder: Path | None) -> None:
        self.source = source
        self.language = language
        self.folder = folder
        self.findings: list[Finding] = []
        self.slugs = Slugs()
        self.starts = [0]
        for i, line in enumerate(text.split("\n")):
            self.starts.append(self.starts[i] + len(line) + 1)

    def document(self, parsed: Parsed) -> Document:
        """The document. Raises InputError when the source has nothing to read."""
        for comment in parsed.unclosed:
            self._unclosed(comment)
        is_empty = not any(part.units or part.picture for part in parsed.parts)
        if is_empty and self.findings:
            place = f"at line {self.findings[0].where.line} a comment is not closed"
            raise InputError(f"{self.source.path} has no text: {place}.", _HINTS[_UNCLOSED])
        if is_empty:
            raise InputError(f"{self.source.path} has no text.", "Put the text into it, or leave it out of the build.")
        name = PurePosixPath(self.source.path).stem
        for code in parsed.notes:
            self._note(code, None)
        title, parts, title_level = self._title(parsed, name)
        sections = tuple(self._sections(parts))
        lead = next((section for section in sections if section.heading is None), None)
        return Document(
            id=document_id(self.source.path),
            title=title,
            language=self.language,
            sections=tuple(section for section in sections if section.heading is not None),
            source=self.source,
            lead=lead,
            title_level=title_level,
        )

    def _unclosed(self, comment: Unclosed) -> None:
        why = "most likely not closed: it has another one in it" if comment.holds_another else "not closed"
        are = "word is" if comment.words == 1 else "words are"
        message = f"This comment is {why}. {comment.words} {are} in it, and no reader sees them."
        self._note(_UNCLOSED, Span(comment.start, comment.end), message, value=comment.words)

    def _title(self, parsed: Parsed, name: str) -> tuple[Segment, list[Part], int | None]:
        """The title, the parts without the one it was, and its level where that was the first heading.

        The first heading of level 1; else what the source names as its title; else the first heading, if no other
        has its level, or a first line that stands alone; else the words of the first heading; else the file's name.
        """
        parts = parsed.parts
        own = next((part for part in parts if part.kind is BlockKind.HEADING and part.level == 1), None)
        if own is None and parsed.title:
            return segmenting.whole(parsed.title, "title", self.language), parts, None
        first = next((part for part in parts if part.kind is BlockKind.HEADING), None)
        if own is None and first is not None and first is parts[0]:
            same_level = sum(part.kind is BlockKind.HEADING and part.level <= first.level for part in parts)
            own = first if same_level == 1 else None
        if own is None and parts and _is_title_line(parts[0]) and self.source.media_type != "text/plain":
            own = parts[0]
        if own is not None:
            rest = [part for part in parts if part is not own]
            level = own.level if own is first else None
            return segmenting.whole(own.units[0].text, "title", self.language), rest, level
        if first is not None and not is_numbered(first.text):
            return segmenting.whole(first.units[0].text, "title", self.language), parts, None
        words = name.replace("-", " ").replace("_", " ").strip()
        self._note("read.no-title", None)
        name_as_title = plain(words[:1].upper() + words[1:] or "Untitled")
        return replace(segmenting.whole(name_as_title, "title", self.language), note="file name"), parts, None

    def _sections(self, parts: list[Part]) -> Iterable[Section]:
        head: Part | None = None
        body: list[Part] = []
        number = 0
        for part in (*parts, None):
            if part is not None and part.kind is not BlockKind.HEADING:
                body.append(part)
                continue
            if head is not None or body:
                number += head is not None
                yield self._section(f"s{number:02d}" if head else "s00", head, body)
            head, body = part, []

    def _section(self, section_id: str, head: Part | None, body: list[Part]) -> Section:
        name = self.slugs.unique(head.text if head else "lead", section_id.replace("s", "section-", 1))
        heading = self._block(head, f"{section_id}.b00", name) if head else None
        blocks = tuple(self._block(part, f"{section_id}.b{i:02d}", name) for i, part in enumerate(body, 1))
        return Section(section_id, name, heading, head.level if head else 1, blocks)

    def _block(self, part: Part, block_id: str, section: str) -> Block:
        units = tuple(self._unit(part.kind, unit, f"{block_id}.u{i:02d}") for i, unit in enumerate(_apart(part), 1))
        spans = [span for unit in part.units if (span := unit.text.whole())]
        span = Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None
        image = None
        if part.picture is not None:
            span = Span(part.picture.start, part.picture.end) if part.picture.start >= 0 else None
            image = self._image(part.picture, block_id)
        block = Block(block_id, part.kind, units, part.level, part.ordered, image, span, part.reason, part.start)
        if part.kind in _SET_APART:
            first = next(block.segments(), None)
            what = "Description of a picture" if part.kind is BlockKind.DESCRIPTION else "Web page furniture"
            self._note(_SET_APART[part.kind], span, f"{what}: {part.reason}.", section, first.id if first else None)
        return block

    def _unit(self, kind: BlockKind, unit: PartUnit, unit_id: str) -> Unit:
        if kind in _ONE_SEGMENT:
            made: tuple[Segment, ...] = (segmenting.whole(unit.text, f"{unit_id}.01", self.language),)
        else:
            made = segmenting.segments(unit.text, unit_id, self.language)
        return Unit(made, unit.row, unit.column, unit.header, unit.depth)

    def _image(self, picture: Picture, block_id: str) -> Image:
        place = locate(picture.src, self.folder)
        return Image(
            src=picture.src,
            path=place.path,
            outside=place.outside,
            alt=self._optional(picture.alt, f"{block_id}.alt"),
            caption=self._optional(picture.caption, f"{block_id}.caption") if picture.caption else None,
        )

    def _optional(self, text: Inline | None, segment_id: str) -> Segment | None:
        return None if text is None else segmenting.whole(text, segment_id, self.language)

    def _note(
        self,
        code: str,
        span: Span | None,
        message: str = "",
        section: str | None = None,
        segment: str | None = None,
        value: float | None = None,
    ) -> None:
        line = column = None
        if span is not None:
            line = bisect_right(self.starts, span.start)
            column = span.start - self.starts[line - 1] + 1
        where = Where(self.source.path, line, column, section, segment)
        said = message or _MESSAGES[code].format(language=self.language)
        self.findings.append(finding(code, said, where, _HINTS.get(code, ""), value=value))


_UNCLOSED = "read.unclosed-comment"
_MESSAGES = {
    "read.no-title": "No title was found; the file's name stands in for it.",
    "read.decoded-windows-1252": "The file is not UTF-8; it was read as Windows-1252.",
    "read.other-script": "Most letters are of another script than the language the text is said to be in: {language}.",
    "read.other-language": "The words are surely not of the language the text is said to be in: {language}.",
    "read.struck-out": "Text that is crossed out was left out.",
    "read.as-plain-text": "The markup is too deep or too dense to read; the words were read as plain text.",
}
_HINTS = {
    _UNCLOSED: "End it with --> where the comment ends, or delete it.",
    "read.no-title": "Put the title on the first line.",
    "read.decoded-windows-1252": "Save the file as UTF-8 and check its accents.",
    "read.other-script": 'Name its language: read.language in plainleaf.toml, or <html lang="…">.',
    "read.other-language": 'Name its language: read.language in plainleaf.toml, or <html lang="…">.',
    "read.as-plain-text": "Simplify the markup and check the result.",
    "read.description": "Make it the picture's alt text or caption, or delete it.",
    "read.boilerplate": "Delete the line from the source.",
}


def _apart(part: Part) -> Iterator[PartUnit]:
    """The units of a part, those cut whose lines stand by themselves."""
    for unit in part.units:
        if part.kind in _ONE_SEGMENT:
            yield unit
        else:
            yield from (replace(unit, text=text) for text in lines_apart(unit.text))


def _is_title_line(part: Part) -> bool:
    """Whether a first paragraph stands alone like a title: one short line without a final stop."""
    if part.kind is not BlockKind.PARAGRAPH or len(part.units) != 1 or part.units[0].text.breaks:
        return False
    text = part.text
    return bool(text) and text[-1] not in ".,;:!" and len(text.split()) <= _MAX_TITLE_WORDS
