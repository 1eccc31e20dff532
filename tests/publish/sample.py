"""A handout with one of everything a page has to show, built by hand. Sample text, not medical advice."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pipeline.document import (
    Block,
    BlockKind,
    Document,
    Edit,
    Image,
    Level,
    Mark,
    Section,
    Segment,
    Source,
    Span,
    State,
    Unit,
    map_segments,
)
from pipeline.edition import Counts, Cue, Edition, Handout, LeftOut, Readability, SectionAudio, SectionScore
from pipeline.findings import Finding, Severity, Where
from pipeline.store import Store, sha256

SOURCE = Source("source/fever.md", sha256(b"fever"), "text/markdown", "utf-8")

SPANISH = {
    "title": "La fiebre en los niños",
    "s1.1": "La mayoría de las fiebres pasan en 3 días.",
    "s1.2": "Llame a la línea de enfermería o lea la página de ayuda si tiene dudas.",
    "h1": "Medicina para la fiebre",
    "s2.1": "El ibuprofeno no es para bebés de menos de 6 meses.",
    "s2.1d": "El ibuprofeno es una medicina que baja la fiebre y calma el dolor.",
    "t00": "Edad",
    "t01": "Dosis",
    "t02": "Cada cuánto",
    "t10": "De 1 a 3 años",
    "t11": "5 mL",
    "t12": "Cada 6 horas, como mucho 4 veces al día",
    "t20": "De 4 a 6 años",
    "t21": "7.5 mL",
    "t22": "Cada 6 horas",
    "h2": "Qué medir",
    "l1": "Mida la temperatura en la boca.",
    "l1a": "Espere 15 minutos después de una bebida caliente.",
    "l2": "Anote la hora.",
    "q1": "«Pregunte todo lo que quiera», dice el equipo.",
    "cap": "Un termómetro con pantalla",
    "alt": "Un termómetro digital marca 38.5 °C.",
    "alt2": "Un niño bebe agua.",
    "h3": "Cuándo llamar al 911",
    "s5.1": "Llame al 911 si su hijo no despierta.",
}
REFUSED = frozenset({"s2.2", "s5.2", "s5.3"})


def segment(id: str, text: str, **more: object) -> Segment:
    """A segment with a span, as a reader gives it."""
    return replace(Segment(id, text, span=Span(0, len(text))), **more)


def one(*segments: Segment, **more: int) -> Unit:
    """A unit of these sentences."""
    return replace(Unit(segments), **more)


def heading(id: str, text: str, level: int) -> Block:
    """A heading of one segment."""
    return Block(f"b-{id}", BlockKind.HEADING, (one(segment(id, text)),), level=level)


def cell(id: str, text: str, row: int, column: int, header: bool = False) -> Unit:
    """A table cell."""
    return Unit((segment(id, text),), row=row, column=column, header=header)


def english() -> Document:
    """The plain edition: every kind of block, and marks a page must not trust."""
    help_text = "Call the nurse line or read the help page if you are not sure."
    words = (
        Mark("link", 5, 19, "tel:+15550100"),
        Mark("link", 28, 41, "https://example.org/fever?child=1&age=3"),
        Mark("link", 45, 61, "javascript:alert(1)"),
        Mark("emphasis", 53, 56),
    )
    lead = Section(
        "lead",
        "start",
        None,
        1,
        (
            Block("b1", BlockKind.PARAGRAPH, (one(segment("s1.1", "Most fevers pass in 3 days."),
                                                  segment("s1.2", help_text, marks=words)),)),
            Block("b2", BlockKind.DESCRIPTION, (one(segment("d1", "A sleek ward glows in blue.")),), reason="looks"),
        ),
    )  # fmt: skip
    medicine = Section(
        "sec1",
        "medicine-for-fever",
        heading("h1", "Medicine for fever", 1),
        1,
        (
            Block("b3", BlockKind.PARAGRAPH, (one(
                segment("s2.1", "Ibuprofen is not for babies under 6 months.", marks=(Mark("strong", 13, 16),)),
                segment("s2.1d", "Ibuprofen is a medicine that lowers fever.", note="definition", span=None),
                segment("s2.2", "Do not give aspirin & <b>never</b> give 2 medicines at once."),
            ),)),
            Block("b4", BlockKind.TABLE, (
                cell("t00", "Age", 0, 0, True), cell("t01", "Dose", 0, 1, True), cell("t02", "How often", 0, 2, True),
                cell("t10", "1 to 3 years", 1, 0, True), cell("t11", "5 mL", 1, 1),
                cell("t12", "Every 6 hours, at most 4 times a day", 1, 2),
                cell("t20", "4 to 6 years", 2, 0, True), cell("t21", "7.5 mL", 2, 1),
                cell("t22", "Every 6 hours", 2, 2),
            )),
            Block("b5", BlockKind.CODE, (one(segment("c1", "rm -rf notes")),)),
        ),
    )  # fmt: skip
    measure = Section(
        "sec2",
        "what-to-measure",
        heading("h2", "What to measure", 3),
        3,
        (
            Block("b6", BlockKind.LIST, (
                Unit((segment("l1", "Take the temperature in the mouth."),), row=0),
                Unit((segment("l1a", "Wait 15 minutes after a hot drink."),), row=1, depth=1),
                Unit((segment("l2", "Write down the time."),), row=2),
            ), ordered=True),
            Block("b7", BlockKind.QUOTE, (one(segment("q1", "“Ask us anything”, says the team.")),)),
            Block("b8", BlockKind.IMAGE, image=Image("images/Thermo meter.PNG", "images/Thermo meter.PNG",
                  segment("alt", "A digital thermometer shows 38.5 °C."), segment("cap", "A thermometer, on"))),
            Block("b9", BlockKind.IMAGE, image=Image("/abs/drink.jpg", None, segment("alt2", "A child drinks water."))),
            Block("b10", BlockKind.IMAGE, image=Image("/abs/nothing.jpg")),
        ),
    )  # fmt: skip
    call = Section(
        "sec3",
        "when-to-call-911",
        heading("h3", "When to call 911", 2),
        2,
        (
            Block("b11", BlockKind.PARAGRAPH, (one(
                segment("s5.1", "Call 911 if your child does not wake up."),
                segment("s5.2", "Call 911 if your child has trouble breathing."),
            ), one(segment("s5.3", "Do not wait.")))),
            Block("b12", BlockKind.BOILERPLATE, (one(segment("x1", "Latest Posts")),), reason="web page furniture"),
        ),
    )  # fmt: skip
    return Document(
        "fever", segment("title", "Fever in children"), "en", (medicine, measure, call), SOURCE, lead, Level.PLAIN
    )


def translated(document: Document, language: str, texts: dict[str, str], refused: frozenset[str]) -> Document:
    """The document with these texts as a machine's, `refused` left in English, everything else as it is."""

    def change(s: Segment) -> Segment:
        if s.id in refused:
            return replace(s, origin=s.id, state=State.REFUSED, language="en", engine="apertium-1")
        if s.id in texts:
            marks = s.marks if s.id not in {"s1.2", "s2.1"} else ()
            return replace(s, text=texts[s.id], origin=s.id, state=State.MACHINE, engine="apertium-1", marks=marks)
        return s

    return replace(map_segments(document, change), language=language)


def readability(document: Document, grade: float) -> Readability:
    """Figures of the right shape."""
    counted = Counts(words=100, sentences=8, syllables=140, polysyllables=6)
    scores = {"fkgl": grade, "flesch": 100 - 5 * grade, "smog": grade + 1}
    left = (LeftOut(12, "description"), LeftOut(3, "heading"))
    sections = tuple(
        SectionScore(s.slug, "" if s.heading is None else s.heading.text, scores, counted, left)
        for s in document.every_section()
    )
    return Readability(document.language, scores, counted, left, sections)


def sound(document: Document, store: Store) -> tuple[SectionAudio, ...]:
    """One second a sentence; the bytes stand for an MP3."""
    made = []
    for section in document.every_section():
        spoken = [
            s for b in section.blocks if b.kind not in {"code", "boilerplate", "description"} for s in b.segments()
        ]
        if section.heading is not None:
            spoken = [*section.heading.segments(), *spoken]
        cues = tuple(Cue(s.id, s.text, float(i), i + 1.0) for i, s in enumerate(spoken))
        mp3 = store.put_content(f"{document.language} {section.slug}".encode())
        made.append(SectionAudio(section.slug, mp3, float(len(cues)), cues, "espeak-1"))
    return tuple(made)


EDIT = Edit("s2.1", "s2.1", "lexical", "contraindicated in", "not for", "An everyday word.", "contraindicated")


def handout(store: Store, change: Callable[[Document], Document] = lambda document: document) -> Handout:
    """English and Spanish; `change` is applied to the plain document first."""
    plain = change(english())
    original = replace(plain, level=Level.ORIGINAL)
    spanish = translated(plain, "es", SPANISH, REFUSED)
    refused = Edit("s2.2", "s2.2", "split.coordination", "& <b>", ". <b>", "A part has no verb.", applied=False)
    found = Finding(
        "read.description",
        Severity.NEEDS_REVIEW,
        "A paragraph looks like the description of a picture.",
        Where("source/fever.md", 3, 1, "start", "d1"),
        "Make it alt text.",
        "WCAG 1.1.1",
    )
    lost = Finding("facts.number", Severity.ERROR, "2 is lost.", Where("source/fever.md", 9, 4, None, "s2.2", "es"))
    return Handout(
        Edition(original, readability(original, 11.25), findings=(found,)),
        Edition(plain, readability(plain, 5.0), (refused, EDIT), audio=sound(plain, store)),
        (Edition(spanish, readability(spanish, 6.0), findings=(lost,), audio=sound(spanish, store)),),
    )


def png(width: int = 4, height: int = 3) -> bytes:
    """A real PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x0a\x4f\x5e" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def folder(root: Path) -> Path:
    """A source folder with the one picture there is."""
    (root / "images").mkdir(parents=True)
    (root / "images" / "Thermo meter.PNG").write_bytes(png(400, 240))
    return root
