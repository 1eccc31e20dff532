"""What the commands of `plainleaf review` share: which sources are meant, and with what."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import InputError

if TYPE_CHECKING:
    from pipeline.plan import Tools
    from pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asked for."""

    settings: Settings
    sources: tuple[Path, ...]
    tools: Tools


def asked(paths: list[Path] | None, to: str | None, store: Path | None, config: Path | None) -> Asked:
    """The sources and languages meant, those of the settings where none is named.

    Raises InputError where there is no source, UsageError for a language or settings that cannot be used.
    """
    from pipeline import building, reviewing, settings, sources

    options = settings.load(config)
    languages = () if to is None else tuple(filter(None, (part.strip() for part in to.split(","))))
    building.check_languages(languages, options)
    named = tuple(paths or (options.path(options.build.source),))
    apart = (options.path(options.build.out), options.path(options.build.store))
    found = sources.find(named, apart)
    if not found:
        raise InputError(f"no sources in {', '.join(map(str, named))}.", "Put .txt, .md or .html files there.")
    return Asked(options, found, reviewing.tools(options, languages, store))
