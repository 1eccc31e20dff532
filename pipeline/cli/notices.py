"""What a run of `plainleaf check` has to say on stderr: a gate that looks at nothing must not pass in silence."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pipeline.check import overrides, policy
from pipeline.check.names import codes_of
from pipeline.cli.gate import Asked
from pipeline.report.check_report import CheckReport


def noticed(report: CheckReport, asked: Asked, only: Sequence[str]) -> Iterator[str]:
    """Sentences for the user; `only` is --only as given."""
    if not report.files:
        if not report.failed:
            yield "nothing to check."
        return
    yield from _not_looked_for(report, only)
    yield from _of_baseline(report, asked)
    yield from _of_overrides(report, asked)


def _not_looked_for(report: CheckReport, only: Sequence[str]) -> Iterator[str]:
    for name in policy.named(only):
        codes = codes_of(name)
        if codes.isdisjoint(report.codes):
            why = "only a build looks for it" if all(map(policy.is_of_a_build, codes)) else "the settings disable it"
            yield f"--only {name}: {why}, so nothing of it was looked for."


def _of_baseline(report: CheckReport, asked: Asked) -> Iterator[str]:
    named = {one.path for one in asked.known}
    if named and named.isdisjoint(file.path for file in report.files):
        yield (
            f"none of the files in the baseline {report.baseline} was checked, so nothing is known: "
            f"its paths start from another folder, as {min(named)} does?"
        )


def _of_overrides(report: CheckReport, asked: Asked) -> Iterator[str]:
    """Globs that fit no file: neither one that was checked nor any in the folder of plainleaf.toml."""
    root = asked.settings.root
    for override in asked.settings.check.overrides:
        for glob in override.files:
            checked = (file.path for file in report.files)
            if not any(overrides.is_for(path, root, glob) for path in checked) and not _fits_some(root, glob):
                yield f"the override for {glob} in {(root / 'plainleaf.toml').as_posix()} fits no file."


def _fits_some(root: Path, glob: str) -> bool:
    start = overrides.fixed_part(glob)
    if (root / start).is_file():
        return True
    return any(overrides.fits(place, glob) for place in _files(root, start))


def _files(root: Path, start: str) -> Iterable[str]:
    """Files below a folder of `root`, relative to it, without hidden folders."""
    for name, folders, files in os.walk(root / start):
        folders[:] = [each for each in folders if not each.startswith(".")]
        yield from ((Path(name) / each).relative_to(root).as_posix() for each in files)
