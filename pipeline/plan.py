"""What a build has to do: which sources have been built before from the same things, and which have not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import codec, store
from pipeline.errors import InputError, PlainleafError
from pipeline.outputs import Built
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.glossary.entries import Glossary

Progress = Callable[[str, str], None]
"""Told the source's path and the name of the stage that starts."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What every build of a run shares."""

    settings: Settings
    languages: tuple[str, ...]
    store: store.Store
    glossaries: tuple[Path, ...]  # the user's own
    glossary: Callable[[], Glossary]  # Plainleaf's and the user's, read when first asked for


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build would do: sources that have been built before, sources to build, sources that cannot be."""

    known: dict[Path, Built]
    missing: tuple[Path, ...]
    failed: dict[Path, PlainleafError]


def plan(paths: tuple[Path, ...], tools: Tools) -> Plan:
    """Compare each source with the store. Loads no engine."""
    known: dict[Path, Built] = {}
    missing: list[Path] = []
    failed: dict[Path, PlainleafError] = _clashes(paths)
    for path in paths:
        if path in failed:
            continue
        try:
            record = tools.store.get(build_key(path, load(path, tools.settings), tools))
        except PlainleafError as error:
            failed[path] = error
            continue
        built = None if record is None else codec.from_json(Built, record)
        if built is not None and _is_whole(built, path, tools):
            known[path] = built
        else:
            missing.append(path)
    return Plan(known, tuple(missing), failed)


def _clashes(paths: tuple[Path, ...]) -> dict[Path, PlainleafError]:
    """Refuse all sources that would be written to the same folder: which of them is meant, a person must say."""
    from pipeline.read.slugs import document_id

    owners: dict[str, list[Path]] = {}
    for path in paths:
        owners.setdefault(document_id(shown(path)), []).append(path)
    return {
        path: InputError(
            f"{path} would be written to the same folder, {id}/, as {', '.join(str(p) for p in same if p != path)}.",
            "Rename all but one of them.",
        )
        for id, same in owners.items()
        if len(same) > 1
        for path in same
    }


def _is_whole(built: Built, path: Path, tools: Tools) -> bool:
    """Whether the store still has every file, and the pictures beside the source are what they were."""
    if built.pictures != picture_digests(built.pictures, path.parent):
        return False
    return all(tools.store.path(file.sha256).is_file() for file in built.files)


def picture_digests(named: Iterable[str], folder: Path) -> dict[str, str]:
    """SHA-256 of each picture a source names, as written there; empty where there is no such file in its folder."""
    from pipeline.read.pictures import locate

    places = {name: locate(name, folder).path for name in named}
    return {
        name: "" if place is None else store.sha256((folder / place).read_bytes()) for name, place in places.items()
    }


def load(path: Path, settings: Settings) -> bytes:
    """Read a source's bytes. Raises InputError."""
    from pipeline.read.loading import load

    return load(path, settings.read.max_bytes)


def shown(path: Path) -> str:
    """Give the path as reports show it: the same on every machine."""
    here, absolute = Path.cwd(), path.absolute()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else Path(path.name)).as_posix()


def build_key(path: Path, data: bytes, tools: Tools) -> str:
    """The digest of all a handout is made from but its pictures: the source, and what all sources of a run share."""
    return store.key("build", 1, _shared(tools), path=shown(path), source=store.sha256(data))


_CHANGES_NOTHING: dict[str, Any] = {
    "build": {"source", "out", "store", "languages"},
    "translate": {"argos": {"threads", "device"}},  # the device in use is in the engine's fingerprint
}
"""Settings no file depends on."""


@lru_cache(maxsize=1)
def _shared(tools: Tools) -> str:
    """The digest of settings, languages, glossaries, engines and this code: the same for every source of a run."""
    from pipeline import simplify, speak, translate
    from pipeline.glossary import terms

    settings = tools.settings
    t, s = settings.translate, settings.speak
    engines = [
        [
            language,
            translate.fingerprint(language, t.engines, settings.path(t.memory), t.do_not_translate, t.argos),
            terms.fingerprint(language),
            speak.fingerprint(language, s.engines, s.words_per_minute) if settings.build.audio else "",
        ]
        for language in tools.languages
    ]
    return store.key(
        "run",
        1,
        simplify.fingerprint(tools.glossaries) + code_digest(""),
        engines=engines,
        settings=settings.model_dump(mode="json", exclude=_CHANGES_NOTHING),
    )


@cache
def code_digest(*places: str) -> str:
    """Give the digest of our own code and data at these places of the package: a changed rule redoes its work."""
    package = Path(__file__).parent
    digest = hashlib.sha256()
    for place in places:
        below = package / place
        for file in [below] if below.is_file() else sorted(below.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(file.relative_to(package).as_posix().encode() + b"\0")
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
