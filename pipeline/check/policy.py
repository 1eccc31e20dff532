"""What a project's settings do with findings, whoever made them: some are not reported, some weigh more or less."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.check import PARSED
from pipeline.check.names import codes_of, groups, near
from pipeline.errors import UsageError
from pipeline.findings import Finding, catalogue

if TYPE_CHECKING:
    from pipeline import settings


def apply(findings: Iterable[Finding], limits: settings.Limits) -> tuple[Finding, ...]:
    """The findings without those that are disabled, at the severity asked for.

    The severity of a code stands over that of its group.
    """
    off = frozenset(limits.disable)
    severities = dict(limits.severity)
    kept = []
    for found in findings:
        group = catalogue()[found.code].group
        if found.code in off or group in off:
            continue
        severity = severities.get(found.code, severities.get(group, found.severity))
        kept.append(found if severity is found.severity else replace(found, severity=severity))
    return tuple(kept)


def validate(chosen: settings.Check) -> None:
    """Raise UsageError for a code or group of `disable` or `severity` that is not known, overrides' too."""
    tables = [("[check]", chosen), *((f"[[check.overrides]] {one.files[0]}", one) for one in chosen.overrides)]
    for place, limits in tables:
        named = [("disable", name) for name in limits.disable] + [("severity", name) for name, _ in limits.severity]
        for key, name in named:
            if not codes_of(name):
                hint = near(name, {*catalogue(), *groups()})
                raise UsageError(f"plainleaf.toml, {place}: {key} names {name!r}, which is no code and no group.", hint)


def chosen_codes(names: Iterable[str]) -> frozenset[str]:
    """The codes that --only asks for: codes and groups, also several with commas. Raises UsageError."""
    codes: set[str] = set()
    for name in (part.strip() for value in names for part in value.split(",")):
        found = codes_of(name)
        if not found:
            raise UsageError(f"--only {name} is no code and no group.", near(name, {*catalogue(), *groups()}))
        codes |= found
    return frozenset(codes)


def needs_parse(codes: Iterable[str]) -> bool:
    """Whether one of the codes is of a group that runs only where it is asked for: to name it is to ask."""
    return any(catalogue()[code].group in PARSED for code in codes)


def looked_for(chosen: settings.Check, only: frozenset[str]) -> frozenset[str]:
    """The codes a run can report: those asked for, all if `only` is empty, without what is off everywhere."""
    off = frozenset(chosen.disable) | (frozenset() if chosen.grammar else PARSED)
    return frozenset(
        code
        for code, entry in catalogue().items()
        if (not only or code in only) and code not in off and entry.group not in off
    )
