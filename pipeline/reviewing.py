"""The sheets a reviewer works on: sources read, simplified and translated as a build does, without sound or pages."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pipeline import facts, flow, glossary, sources
from pipeline.edition import Handout
from pipeline.errors import InputError, InternalError, PlainleafError
from pipeline.plan import Progress, Tools, shown
from pipeline.read.slugs import document_id
from pipeline.review import Sheet
from pipeline.review.exchange import Exchange
from pipeline.settings import Settings
from pipeline.store import Store


def tools(settings: Settings, languages: tuple[str, ...] = (), store: Path | None = None) -> Tools:
    """What the work on these target languages needs; the settings' own where none is named."""
    own = tuple(settings.path(path) for path in settings.simplify.glossaries)
    wanted = tuple(one for one in languages or settings.build.languages if one != settings.read.language)
    place = settings.path(settings.build.store) if store is None else store
    return Tools(settings, wanted, Store(place), own, cache(lambda: glossary.load(own)))


def sheets(
    paths: tuple[Path, ...], tools: Tools, failed: dict[Path, PlainleafError], progress: Progress = lambda *_: None
) -> Iterator[Sheet]:
    """A sheet for each source and language, source by source. What goes wrong with one source goes to `failed`.

    Raises UsageError for a memory that cannot be read.
    """
    for path in paths:
        made = handout(path, tools, failed, progress)
        if made is not None:
            yield from flow.sheets(made, tools.settings)


def handout(
    path: Path, tools: Tools, failed: dict[Path, PlainleafError], progress: Progress = lambda *_: None
) -> Handout | None:
    """The editions of one source; None, and a line in `failed`, where they cannot be made."""
    try:
        return flow.handout(path, tools, progress)
    except PlainleafError as error:
        failed[path] = error
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        message = f"a fault in Plainleaf: {type(error).__name__} in {Path(place.filename).name}, line {place.lineno}."
        failed[path] = InternalError(message, "Please report it with the file.")
    return None


def target(exchange: Exchange, file: Path) -> str:
    """The language an exchange file translates into, as the memory names it. Raises InputError."""
    own, other = (tag.replace("_", "-").split("-")[0].lower() for tag in (exchange.source_language, exchange.language))
    if own != "en" or other == "en" or other not in facts.LANGUAGES:
        known = ", ".join(sorted(set(facts.LANGUAGES) - {"en"}))
        raise InputError(
            f"{file} is from {exchange.source_language} into {exchange.language}.",
            f"It has to be from en into {known}.",
        )
    return other


def locate(exchange: Exchange, file: Path, folders: tuple[Path, ...], settings: Settings) -> Path:
    """The source an exchange file is of, among those in some folders: no path of the file itself is opened.

    Raises InputError where it is not there.
    """
    apart = (settings.path(settings.build.out), settings.path(settings.build.store))
    every = sources.find(folders, apart)
    same = [path for path in every if shown(path) == exchange.path]
    same = same or [path for path in every if exchange.document and document_id(shown(path)) == exchange.document]
    if len(same) != 1:
        named = exchange.path or exchange.document or "?"
        raise InputError(f"{file} is of {named}, which is not among the sources.", "Name its folder with --source.")
    return same[0]
