"""The sheets a reviewer works on: sources read, simplified and translated as a build does, without sound or pages."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pipeline import flow, glossary, review
from pipeline.edition import Handout
from pipeline.errors import InternalError, PlainleafError
from pipeline.plan import Progress, Tools
from pipeline.review import Approval, Sheet
from pipeline.settings import Settings
from pipeline.store import Store


def tools(settings: Settings, languages: tuple[str, ...], store: Path | None = None) -> Tools:
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
    folder = tools.settings.path(tools.settings.translate.memory)
    approvals = {language: review.load(folder, language) for language in tools.languages}
    for path in paths:
        made = _handout(path, tools, failed, progress)
        if made is not None:
            yield from of_handout(made, approvals, tools.settings)


def of_handout(handout: Handout, approvals: dict[str, dict[str, Approval]], settings: Settings) -> Iterator[Sheet]:
    """A sheet for each translated edition of a handout; `approvals` by language and sentence."""
    named = settings.review.critical_sections
    for edition in handout.translations:
        yield review.sheet(handout, edition, approvals.get(edition.document.language, {}), named)


def _handout(path: Path, tools: Tools, failed: dict[Path, PlainleafError], progress: Progress) -> Handout | None:
    try:
        return flow.handout(path, tools, progress)
    except PlainleafError as error:
        failed[path] = error
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        message = f"a fault in Plainleaf: {type(error).__name__} in {Path(place.filename).name}, line {place.lineno}."
        failed[path] = InternalError(message, "Please report it with the file.")
    return None
