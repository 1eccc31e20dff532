"""A small project of sources, settings and a memory, for tests of review."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline import reviewing
from pipeline.plan import Tools
from pipeline.review import Reviewer, Sheet
from pipeline.review.importing import Signature
from pipeline.settings import Build, Review, Settings
from tests.builds import write

ANA = Reviewer("Ana Ruiz", "certified translator EN-ES")
DAY = "2026-03-01"
SIGNED = Signature(ANA, DAY)

LEAFLET = """# Caring for your wound

## Keep it dry

Do **not** get the wound wet for 48 hours. Wash your hands before you touch it.

Read [this page](https://a.example/page) and *then* read [that page](https://b.example/page).

## When to call

Call 911 if you cannot breathe. Take 500 mg of paracetamol every 6 hours for pain.
"""

SPANISH = {
    "Caring for your wound": "Cómo cuidar su herida",
    "Keep it dry": "Manténgala seca",
    "Do not get the wound wet for 48 hours.": "No moje la herida durante 48 horas.",
    "Wash your hands before you touch it.": "Lávese las manos antes de tocarla.",
    "When to call": "Cuándo llamar",
    "Call 911 if you cannot breathe.": "Llame al 911 si no puede respirar.",
    "Take 500 mg of paracetamol every 6 hours for pain.": "Tome 500 mg de paracetamol cada 6 horas para el dolor.",
}
LINKED = "Read this page and then read that page."


@dataclass(frozen=True, slots=True)
class Project:
    root: Path
    settings: Settings

    @property
    def source(self) -> Path:
        return self.root / "source" / "wound.md"

    @property
    def memory(self) -> Path:
        return self.root / "memory"

    @property
    def tools(self) -> Tools:
        return reviewing.tools(self.settings, ("es",), self.root / "store")

    def sheet(self) -> Sheet:
        failed: dict[Path, Exception] = {}
        (sheet,) = reviewing.sheets((self.source,), self.tools, failed)  # type: ignore[arg-type]
        assert not failed
        return sheet


def project(root: Path, text: str = LEAFLET, review: Review | None = None) -> Project:
    write(root / "source", "wound.md", text)
    build = Build(languages=("es",), audio=False)
    return Project(root, Settings(root=root, build=build, review=review or Review()))
