"""How much of each standard a run has looked at, and what is left to a person. Never a score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.items import Item, Standard, english_only, standards
from pipeline.report.check_report import CheckReport


@dataclass(frozen=True, slots=True)
class Coverage:
    """One standard in one run. The three kinds of items add up to all of them."""

    standard: Standard
    checked: tuple[Item, ...]  # a code that stands for it was looked for, in at least one file
    not_run: tuple[Item, ...]  # a code stands for it, but was not looked for in this run
    person: tuple[Item, ...]  # only a person can tell
    with_findings: tuple[Item, ...]  # of those checked

    def __str__(self) -> str:
        """For instance "PEMAT-P: 9 of 24 items checked here, 2 with findings; 15 need a person."."""
        total = len(self.standard.items)
        parts = [f"{self.standard.name}: {len(self.checked)} of {total} items checked here"]
        parts.append(f", {len(self.with_findings)} with findings")
        parts.append(f"; {len(self.not_run)} not looked at in this run" if self.not_run else "")
        parts.append(
            f"; {len(self.person)} {'needs' if len(self.person) == 1 else 'need'} a person" if self.person else ""
        )
        return "".join(parts) + "."


def coverage(report: CheckReport) -> Iterator[Coverage]:
    """Every standard of which at least one item was looked at. Known findings count: the text has them still."""
    found = {one.code for one in (*report.findings, *report.known)}
    codes = _looked_for(report)
    for standard in standards().values():
        checked = tuple(item for item in standard.checkable if codes.intersection(item.codes))
        if not checked:
            continue
        yield Coverage(
            standard,
            checked,
            tuple(item for item in standard.checkable if item not in checked),
            tuple(item for item in standard.items if not item.codes),
            tuple(item for item in checked if found.intersection(item.codes)),
        )


def _looked_for(report: CheckReport) -> frozenset[str]:
    """The codes that looked at a file: without an English one, not those that know no other language."""
    languages = {file.readability.language.partition("-")[0].lower() for file in report.files}
    if not languages:
        return frozenset()
    return report.codes if "en" in languages else report.codes - english_only()
