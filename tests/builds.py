"""Small builds for tests: a folder with sources, built through the command line's own way."""

from __future__ import annotations

from pathlib import Path

from pipeline import building
from pipeline.building import Request, Result
from pipeline.settings import Build, Settings

LEAFLET = """Caring for your wound

Keep it dry

Do not get the wound wet for 48 hours. Wash your hands before you touch it.

When to call

Call 911 if you cannot breathe. Take 500 mg of paracetamol every 6 hours for pain.
"""


def write(folder: Path, name: str, content: str | bytes = LEAFLET) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def settings(root: Path, *, languages: tuple[str, ...] = ("es",), audio: bool = False) -> Settings:
    return Settings(root=root, build=Build(languages=languages, audio=audio))


def build(
    root: Path,
    options: Settings | None = None,
    *,
    sources: tuple[Path, ...] | None = None,
    out: Path | None = None,
    store: Path | None = None,
) -> Result:
    options = options or settings(root)
    request = Request(
        sources=sources or (root / "source",),
        out=out or root / "outputs",
        store=store or root / "store",
        languages=options.build.languages,
        whole=sources is None,
    )
    return building.build(request, building.tools(request, options), lambda _path, _stage: None)


def contents(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
