"""One run of `plainleaf check`: every file read, scored and checked, its findings sorted, nothing else kept of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import glossary, parser, score
from pipeline.check import baseline, overrides, policy, run
from pipeline.check.judge import judge
from pipeline.cli import unreviewed
from pipeline.cli.documents import as_shown, documents, noted
from pipeline.edition import Edition
from pipeline.errors import PlainleafError
from pipeline.findings import Finding
from pipeline.report.check_report import CheckedFile, CheckReport, Failed, Ignored

if TYPE_CHECKING:
    from pipeline.check.baseline import Known
    from pipeline.glossary.entries import Glossary
    from pipeline.read import Reading
    from pipeline.settings import Check, Settings


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asked for."""

    settings: Settings  # [check] as the command line has it
    only: frozenset[str] = frozenset()  # codes; empty for all
    profile: str | None = None  # of the command line: over every override
    baseline: Path | None = None
    known: tuple[Known, ...] = ()  # what it holds
    stdin_name: str = "stdin.txt"


@dataclass(frozen=True, slots=True)
class _Checked:
    """What is kept of a file."""

    file: CheckedFile
    findings: tuple[Finding, ...]
    ignored: tuple[Ignored, ...]
    codes: frozenset[str]  # that were looked for in it


def gate(paths: Sequence[str], asked: Asked, failed: dict[str, PlainleafError]) -> CheckReport:
    """Check files and folders; what cannot be goes to `failed` by path.

    Raises UsageError, GlossaryError, EngineMissingError.
    """
    if asked.settings.check.grammar:
        parser.load()  # what is missing is told before any file is checked
    own = [asked.settings.path(path) for path in asked.settings.simplify.glossaries]
    words = cache(lambda: glossary.load(own))
    if own:
        words()  # a fault in it is the user's to mend before any file is checked
    checked: list[_Checked] = []
    for reading in documents(paths, asked.settings, failed, asked.stdin_name):
        with noted(reading.document.source.path, failed):
            checked.append(_check(reading, asked, words))
    return _report(checked, asked, failed)


def _check(reading: Reading, asked: Asked, words: Callable[[], Glossary]) -> _Checked:
    document = reading.document
    settings = _settings(document.source.path, asked)
    edition = Edition(document, score.run(document, names=asked.settings.score.names))
    found = reading.findings + run(edition, settings, source_text=reading.text, glossary=words)
    codes = _looked_for(settings, frozenset(), asked)
    if unreviewed.CODE in _looked_for(settings, asked.only, asked):
        found += unreviewed.findings(reading, asked.settings, words)
    parted = judge(found, settings, reading.remarks, document, reading.text, codes)
    kept = _only(parted.kept, asked)
    ignored = tuple(Ignored(found, reason) for found, reason in parted.ignored if _is_asked(found, asked))
    asked_for = _looked_for(settings, asked.only, asked)
    return _Checked(CheckedFile(document.source.path, edition.readability), kept, ignored, asked_for)


def _looked_for(settings: Check, only: frozenset[str], asked: Asked) -> frozenset[str]:
    """The codes looked for in a file; what has to be reviewed only where the settings say that something has."""
    codes = policy.looked_for(settings, only)
    return codes if asked.settings.review.require else codes - {unreviewed.CODE}


def _settings(path: str, asked: Asked) -> Check:
    settings = overrides.for_file(asked.settings.check, path, asked.settings.root)
    return settings if asked.profile is None else settings.model_copy(update={"profile": asked.profile})


def _is_asked(found: Finding, asked: Asked) -> bool:
    return not asked.only or found.code in asked.only


def _only(findings: Iterable[Finding], asked: Asked) -> tuple[Finding, ...]:
    return tuple(found for found in findings if _is_asked(found, asked))


def _report(checked: Sequence[_Checked], asked: Asked, failed: dict[str, PlainleafError]) -> CheckReport:
    codes = {one.file.path: one.codes for one in checked}
    ignored = tuple(found for one in checked for found in one.ignored)
    findings = tuple(found for one in checked for found in one.findings)
    known: tuple[Finding, ...] = ()
    fixed = 0
    if asked.baseline is not None:
        compared = baseline.compare(
            findings,
            asked.known,
            lambda one: one.code in codes.get(one.path, ()),
            ignored=[one.finding for one in ignored],
        )
        findings, known, fixed = compared.findings, compared.known, compared.fixed
    return CheckReport(
        findings=findings,
        files=tuple(one.file for one in checked),
        failed=tuple(Failed(as_shown(Path(path)), error.message, error.hint) for path, error in failed.items()),
        known=known,
        ignored=ignored,
        fixed=fixed,
        baseline="" if asked.baseline is None else asked.baseline.as_posix(),
        fail_on=asked.settings.check.fail_on,
        codes=frozenset().union(*codes.values()),
    )
