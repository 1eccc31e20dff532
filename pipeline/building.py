"""A whole build: plan, make what is missing, and bring the output folder up to date."""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline import codec, outputs, plan, sources
from pipeline.edition import Published
from pipeline.errors import ExitCode, InputError, InternalError, OutputError, PlainleafError, UsageError
from pipeline.outputs import Built, Manifest
from pipeline.plan import Plan, Tools
from pipeline.settings import Settings
from pipeline.store import Store, key, write_atomically


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for."""

    sources: tuple[Path, ...]  # files and folders
    out: Path
    store: Path
    languages: tuple[str, ...]
    whole: bool = True  # the settings' own source folder: what it no longer gives is taken out of the outputs


@dataclass(frozen=True, slots=True)
class Index:
    """The page of all handouts, and what every page shares."""

    files: tuple[Published, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it."""

    built: dict[Path, Built]
    known: dict[Path, Built]
    failed: dict[Path, PlainleafError]
    written: int  # files written to the output folder
    removed: int

    @property
    def exit_code(self) -> ExitCode:
        """OK, or PARTIAL where some sources failed, or the first failure's own code where all did."""
        if not self.failed:
            return ExitCode.OK
        if self.built or self.known:
            return ExitCode.PARTIAL
        return next(iter(self.failed.values())).code


def tools(request: Request, settings: Settings) -> Tools:
    """Check the languages asked for and find the glossaries. Raises UsageError, GlossaryError."""
    from pipeline import glossary

    own = settings.read.language
    check_languages(request.languages, settings)
    languages = tuple(dict.fromkeys(language for language in request.languages if language != own))
    glossaries = tuple(settings.path(path) for path in settings.simplify.glossaries)
    return Tools(settings, languages, Store(request.store), glossaries, cache(lambda: glossary.load(glossaries)))


def check_languages(languages: tuple[str, ...], settings: Settings) -> None:
    """Raise UsageError for a language no edition can be made in."""
    from pipeline import wording

    for language in languages:
        if language not in wording.LANGUAGES:
            known = ", ".join(sorted(set(wording.LANGUAGES) - {settings.read.language}))
            raise UsageError(f"no edition can be made in {language!r}.", f"Choose from: {known}.")


def preview(request: Request, tools: Tools) -> Plan:
    """Say what `build` would do. Raises InputError."""
    return plan.plan(sources.find(request.sources, (request.out, request.store)), tools)


def build(request: Request, tools: Tools, progress: plan.Progress) -> Result:
    """Build every source that has to be, and write the output folder.

    One bad source does not stop the others. Raises InputError (nothing to build), OutputError (nowhere to write).
    """
    _probe(request.out)
    _probe(request.store)
    before = outputs.read_manifest(request.out)
    todo = preview(request, tools)
    if not (todo.known or todo.missing or todo.failed):
        raise InputError(
            f"no sources in {', '.join(map(str, request.sources))}.", "Put .txt, .md or .html files there."
        )
    if todo.missing:
        from pipeline.check import policy

        # Faults in these are the user's to mend before any source is begun.
        tools.glossary()
        policy.validate(tools.settings.check)
    built: dict[Path, Built] = {}
    failed = dict(todo.failed)
    if len(todo.missing) > 1:
        from pipeline import flow

        flow.translate_ahead(todo.missing, tools, progress)
    for path in todo.missing:
        try:
            one = _one(path, tools, progress)
            if not request.whole:
                _guard(one, before, request.out)
            built[path] = one
        except PlainleafError as error:
            failed[path] = error
    written, removed = _write(request, tools, before, [*todo.known.values(), *built.values()], failed)
    return Result(built, todo.known, failed, written, removed)


def _guard(one: Built, before: Manifest, out: Path) -> None:
    """Raise InputError where the output folder has another source's handout under the same id."""
    other = before.documents.get(one.entry.id)
    if other is not None and other.source["path"] != one.source["path"] and Path(other.source["path"]).exists():
        raise InputError(
            f"{out / one.entry.id} holds the handout of {other.source['path']}.",
            "Rename one of the two sources, or choose another folder with --out.",
        )


def _one(path: Path, tools: Tools, progress: plan.Progress) -> Built:
    from pipeline import flow

    try:
        return flow.run(path, tools, progress)
    except PlainleafError:
        raise
    except Exception as error:
        # One fault of ours must not take the other handouts along. The message says where it is and quotes no text.
        place = traceback.extract_tb(error.__traceback__)[-1]
        raise InternalError(
            f"a fault in Plainleaf: {type(error).__name__} in {Path(place.filename).name}, line {place.lineno}.",
            "Please report it with the file. The other handouts are not affected.",
        ) from error


def _write(
    request: Request, tools: Tools, before: Manifest, made: list[Built], failed: dict[Path, PlainleafError]
) -> tuple[int, int]:
    """Write handouts, index and manifest; files of sources not in this run stay, unless the run was over all."""
    not_built = {plan.shown(path) for path in failed}
    kept = {id: one for id, one in before.documents.items() if not request.whole or one.source["path"] in not_built}
    fresh = {one.entry.id: one for one in made}
    shared = _index(kept | fresh, tools.store)
    now = outputs.manifest(kept | fresh, shared)
    written = outputs.materialise(outputs.manifest(fresh, shared).listed(), request.out, tools.store)
    removed = outputs.remove_stale(before.listed(), now.listed(), request.out)
    data = codec.to_json(now, indent=1) + b"\n"
    target = request.out / outputs.MANIFEST
    if not target.is_file() or target.read_bytes() != data:
        write_atomically(target, data)
        written += 1
    return written, removed


def _index(handouts: dict[str, Built], store: Store) -> tuple[Published, ...]:
    """Make the page of all handouts, or find it made before from the same entries."""
    entries = [one.entry for _, one in sorted(handouts.items())]
    made_from = [codec.to_json(entry).decode() for entry in entries]
    digest = key("index", 1, plan.code_digest("publish", "wording.py", "wording.toml"), entries=made_from)
    known = store.get(digest)
    if known is not None:
        return codec.from_json(Index, known).files
    from pipeline import publish

    index = Index(publish.index(entries, store))
    store.put(digest, codec.to_json(index))
    return index.files


def _probe(folder: Path) -> None:
    """Raise OutputError before any work where a folder cannot be written."""
    try:
        nearest = next(p for p in (folder, *folder.absolute().parents) if p.exists())
        open_to_us = nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
    except OSError:
        open_to_us = False
    if not open_to_us:
        raise OutputError(
            f"cannot write to {folder}.", "Choose another folder with --out or --store, or make it writable."
        )
