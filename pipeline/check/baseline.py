"""A baseline: the findings of an earlier run, so that a gate shuts on what is new or worse alone.

A finding is the same where code, file, section and the words it is about are the same, wherever in the section they
stand now, and as often as they stood there. It is worse where the figure that is over its limit has grown.
"""

from __future__ import annotations

import json
import posixpath
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import inf, isfinite
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.findings import Finding
from pipeline.report.as_json import SCHEMA_VERSION

_SAME = 0.05 + 1e-9  # a figure that grew by no more has not grown: grades are rounded to one digit
_SHOWN = 40  # characters of a version that is none
_LISTS = ("findings", "known")  # of the report
_ANEW = "Make a new one: plainleaf check PATH… --format json -o FILE"


@dataclass(frozen=True, slots=True)
class Known:
    """One finding of a baseline."""

    code: str
    path: str
    section: str | None
    about: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Findings held against a baseline."""

    findings: tuple[Finding, ...]  # new or worse
    known: tuple[Finding, ...]  # as they were, or better
    fixed: int  # of the baseline, gone


_Key = tuple[str, str, str | None, str]


def load(path: Path) -> tuple[Known, ...]:
    """The findings of a JSON report, those it knew from its own baseline too; ignored ones are none.

    Raises UsageError for a file that is not there, no such report, or one of another version.
    """
    try:
        value = json.loads(path.read_bytes())
    except OSError as error:
        raise UsageError(f"cannot read the baseline {path}: {error.strerror}.", _ANEW) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"the baseline {path} is not valid JSON.", _ANEW) from error
    version = value.get("schema_version") if isinstance(value, dict) else None
    if type(version) is not int or version != SCHEMA_VERSION:
        found = "has no schema version" if version is None else f"has schema version {json.dumps(version)[:_SHOWN]}"
        message = f"the baseline {path} {found}; this version of Plainleaf reads {SCHEMA_VERSION}."
        raise UsageError(message, _ANEW)
    try:
        return tuple(_known(row) for key in _LISTS for row in value[key])
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"the baseline {path} is no report of plainleaf check.", _ANEW) from error


def _known(row: dict[str, Any]) -> Known:
    """One row of the report. Raises KeyError, TypeError, ValueError for what is none."""
    where, value = row["where"], row["value"]
    section = where["section"]
    if value is not None and not isfinite(value):
        raise ValueError(f"{value} is no figure")
    return Known(
        str(row["code"]),
        posixpath.normpath(str(where["path"])),
        None if section is None else str(section),
        str(row["about"]),
        None if value is None else float(value),
    )


def compare(
    findings: Iterable[Finding],
    known: Iterable[Known],
    looked_at: Callable[[Known], bool],
    ignored: Iterable[Finding] = (),
) -> Comparison:
    """Part findings into those that are new or worse and those the baseline holds.

    `looked_at` says whether this run could have found a finding of the baseline again: only such a one can be mended.
    `ignored` are found too, but the text asks to ignore them: they are neither known nor mended.
    """
    left: defaultdict[_Key, list[float]] = defaultdict(list)
    for one in known:
        if looked_at(one):
            left[one.code, one.path, one.section, one.about].append(inf if one.value is None else one.value)
    for values in left.values():
        values.sort()
    kept: list[Finding] = []
    over: list[Finding] = []
    # Each takes the smallest figure that covers it, from the mildest finding on, so that as many as can be are known.
    for found in sorted(findings, key=_size):
        values = left[_key(found)]
        covering = bisect_left(values, _size(found) - _SAME)
        if covering < len(values):
            del values[covering]
            kept.append(found)
        else:
            over.append(found)
    fresh = [_worse(found, values.pop()) if (values := left[_key(found)]) else found for found in over]
    for found in ignored:
        if values := left[_key(found)]:
            values.pop()
    return Comparison(tuple(fresh), tuple(kept), sum(map(len, left.values())))


def _worse(found: Finding, before: float) -> Finding:
    return replace(found, message=f"{found.message} In the baseline it was {before:g}.")


def _key(found: Finding) -> _Key:
    return found.code, found.where.path, found.where.section, found.about


def _size(found: Finding) -> float:
    return -inf if found.value is None else found.value
