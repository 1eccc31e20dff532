"""A reviewer's signature: judged by the same gate as an engine's draft, then kept in the memory."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import ApprovalError, UsageError
from pipeline.review.lock import locked
from pipeline.store import write_atomically
from pipeline.translate import gate, memory, tmx
from pipeline.translate.approvals import Approval, Place, Reviewer, flat, signed
from pipeline.translate.engine import Draft, InlineCode

LONGEST = 200  # characters of a name or a qualification
LONGEST_REASON = 2_000


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a pair cannot be approved as it stands."""

    approval: Approval
    reasons: tuple[str, ...]


def refusals(approvals: Iterable[Approval]) -> tuple[Refusal, ...]:
    """Those approvals the gate objects to and for which no reason to override it is given."""
    judged = ((one, gate.judge(one.source, Draft(one.target), one.language).reasons) for one in approvals)
    return tuple(Refusal(one, reasons) for one, reasons in judged if reasons and not one.override_reason)


def approve(
    folder: Path,
    language: str,
    source: str,
    target: str,
    reviewer: Reviewer,
    date: str,
    override_reason: str | None = None,
    *,
    place: Place | None = None,
    codes: Sequence[InlineCode] = (),
) -> Approval:
    """Sign `target` as the translation of the English sentence `source`, and keep it in `folder`/<language>.tmx.

    `date` is ISO 8601, as the reviewer's machine has it. Raises ApprovalError, with a line for each thing amiss, where
    the gate objects and no `override_reason` is given; UsageError for a name, date or text that cannot be kept;
    OutputError where the memory cannot be written.
    """
    places = () if place is None else (place,)
    made = Approval(language, source, target, reviewer, date, "", override_reason or "", places, tuple(codes))
    return record(folder, [made])[0]


def record(folder: Path, approvals: Sequence[Approval]) -> tuple[Approval, ...]:
    """Sign several pairs at once and keep them, all or none. Raises as `approve` does."""
    ours = tuple(checked(one) for one in approvals)
    refused = refusals(ours)
    if refused:
        lines = [f"“{one.approval.source}”: {reason}" for one in refused for reason in one.reasons]
        raise ApprovalError(
            "a translation cannot be approved as it stands:\n" + "\n".join(lines),
            "Correct it, or approve it with a reason that is recorded.",
        )
    # What the gate does not object to needs no override, and keeps none.
    kept = tuple(signed(one) for one in _without_idle_overrides(ours))
    with locked(folder):
        for language in dict.fromkeys(one.language for one in kept):
            _write(folder, language, [one for one in kept if one.language == language])
    return kept


def _without_idle_overrides(approvals: Sequence[Approval]) -> Sequence[Approval]:
    needed = {id(one) for one in approvals if refusals([replace(one, override_reason="")])}
    return [one if id(one) in needed else replace(one, override_reason="") for one in approvals]


def _write(folder: Path, language: str, approvals: Sequence[Approval]) -> None:
    path = memory.file(folder, language)
    before = tmx.read(path, language) if path.is_file() else tmx.Contents()
    known = before.by_source()
    for one in approvals:
        known[one.source] = _with_places(one, known.get(one.source))
    write_atomically(path, tmx.write(tmx.merged(before, [known[one.source] for one in approvals])))


def _with_places(approval: Approval, before: Approval | None) -> Approval:
    """With the places of the approval it follows: the same sentence may stand in many documents."""
    places = {*approval.places, *(() if before is None else before.places)}
    return replace(approval, places=tuple(sorted(places, key=lambda place: (place.document, place.segment))))


def check_reviewer(reviewer: Reviewer) -> Reviewer:
    """The reviewer without needless blanks. Raises UsageError where a record could not name them."""
    name, qualification = flat(reviewer.name), flat(reviewer.qualification)
    if not name or not qualification:
        raise UsageError("an approval names its reviewer and the reviewer's qualification.", "Give both.")
    tmx.check_text(reviewer.name, "the reviewer's name", LONGEST)
    tmx.check_text(reviewer.qualification, "the qualification", LONGEST)
    return Reviewer(name, qualification)


def checked(approval: Approval) -> Approval:
    """The approval without needless blanks. Raises UsageError where it cannot be kept."""
    reviewer = check_reviewer(approval.reviewer or Reviewer("", ""))
    source, target = flat(approval.source), flat(approval.target)
    tmx.check_text(approval.override_reason, "the reason", LONGEST_REASON)
    tmx.check_text(approval.source, "the source")
    tmx.check_text(approval.target, "the translation")
    if not source or not target:
        raise UsageError("an approval has a source and a translation.", "Write the translation first.")
    outside = any(code.start < 0 or code.end > len(target) or code.start >= code.end for code in approval.codes)
    if outside or (approval.codes and target != approval.target):
        raise UsageError("a link or an emphasis stands outside its translation.", "Set it again.")
    return replace(
        approval,
        source=source,
        target=target,
        reviewer=reviewer,
        date=day_of(approval.date),
        override_reason=flat(approval.override_reason),
    )


def day_of(date: str) -> str:
    """The day of an ISO 8601 date or time. Raises UsageError."""
    try:
        return datetime.datetime.fromisoformat(date).date().isoformat()
    except ValueError as error:
        raise UsageError(f"{date!r} is no date.", "Write it as 2026-03-01.") from error
