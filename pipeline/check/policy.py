"""What a project's settings do with findings, whoever made them: some are not reported, some weigh more or less."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.check import PARSED
from pipeline.check.names import codes_of, groups, near
from pipeline.errors import UsageError
from pipeline.findings import Finding, catalogue
from pipeline.settings import FILE_NAME

if TYPE_CHECKING:
    from pipeline import settings

OF_A_BUILD = frozenset({"glossary", "simplify", "translate", "facts", "speak", "alt.untranslated"})
"""Groups and codes of what is made from a source: no check of the source itself looks for them."""


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


def validate(chosen: settings.Check, file: str = FILE_NAME) -> None:
    """Raise UsageError for a code or group of `disable` or `severity` that is not known, overrides' too.

    `file` is where the settings stand, for the message.
    """
    tables = [("[check]", chosen), *((f"[[check.overrides]] {one.files[0]}", one) for one in chosen.overrides)]
    for place, limits in tables:
        keys = [("disable", name) for name in limits.disable] + [("severity", name) for name, _ in limits.severity]
        for key, name in keys:
            if not codes_of(name):
                hint = near(name, {*catalogue(), *groups()})
                raise UsageError(f"{file}, {place}: {key} names {name!r}, which is no code and no group.", hint)


def named(values: Iterable[str]) -> Iterator[str]:
    """The names in values of --only, several of them with commas."""
    return (part.strip() for value in values for part in value.split(","))


def chosen_codes(values: Iterable[str]) -> frozenset[str]:
    """The codes that --only asks for: codes and groups, also several with commas. Raises UsageError."""
    codes: set[str] = set()
    for name in named(values):
        found = codes_of(name)
        if not found:
            raise UsageError(f"--only {name!r} is no code and no group.", near(name, {*catalogue(), *groups()}))
        codes |= found
    return frozenset(codes)


def is_of_a_build(code: str) -> bool:
    """Whether only a build can find it, not a check of a source."""
    return code in OF_A_BUILD or catalogue()[code].group in OF_A_BUILD


def needs_parse(codes: Iterable[str]) -> bool:
    """Whether one of the codes is of a group that runs only where it is asked for: to name it is to ask."""
    return any(catalogue()[code].group in PARSED for code in codes)


def looked_for(chosen: settings.Check, only: frozenset[str]) -> frozenset[str]:
    """The codes a check of a source by these settings can report: those asked for, all if `only` is empty.

    None that is off, and none that only a build looks for.
    """
    off = frozenset(chosen.disable) | (frozenset() if chosen.grammar else PARSED)
    return frozenset(
        code
        for code, entry in catalogue().items()
        if (not only or code in only) and code not in off and entry.group not in off and not is_of_a_build(code)
    )
