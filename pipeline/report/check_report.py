"""What `plainleaf check` has to tell: the one value every output format takes."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.edition import Readability
from pipeline.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that was read and checked, with its figures as a whole and by section."""

    path: str  # as in `Finding.where`
    readability: Readability


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be read or checked. It is never clean."""

    path: str
    message: str
    hint: str = ""  # what to do next


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that its text asks to ignore, with the reason given there."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """One run over some files. The tuples may stand in any order and share no finding."""

    findings: tuple[Finding, ...]  # what counts: with a baseline, only what is new or worse
    files: tuple[CheckedFile, ...] = ()
    failed: tuple[Failed, ...] = ()
    known: tuple[Finding, ...] = ()  # findings the baseline holds
    ignored: tuple[Ignored, ...] = ()
    fixed: int = 0  # findings of the baseline that are gone
    baseline: str = ""  # path of the baseline; empty where there is none
    fail_on: Severity = Severity.ERROR  # findings at this level or worse shut the gate
    codes: frozenset[str] = frozenset()  # what was looked for, found or not

    @property
    def shuts(self) -> tuple[Finding, ...]:
        """The findings that shut the gate."""
        return tuple(found for found in self.findings if found.severity.rank <= self.fail_on.rank)
