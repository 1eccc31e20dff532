"""From a translator's tool into the memory: what was approved there, as far as the gate has nothing against it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.characters import for_xml
from pipeline.document import Document, Segment
from pipeline.errors import PlainleafError, UsageError
from pipeline.review import approving
from pipeline.review.approving import refusals
from pipeline.review.exchange import Exchange, Unit
from pipeline.review.inline import nested
from pipeline.review.sheet import coded
from pipeline.translate import memory, translation
from pipeline.translate.approvals import Approval, Place, Reviewer, flat
from pipeline.translate.engine import InlineCode


@dataclass(frozen=True, slots=True)
class Declined:
    """A sentence that was not taken, and why."""

    id: str
    reasons: tuple[str, ...]


@dataclass
class Taking:
    """What came of an import."""

    taken: dict[str, Approval] = field(default_factory=dict)  # by the unit's id
    known: list[str] = field(default_factory=list)  # ids: approved before, in the same words
    left: dict[str, str] = field(default_factory=dict)  # id → state: nobody approved it in the tool
    declined: list[Declined] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who imports, when, and what is overridden."""

    reviewer: Reviewer
    date: str  # ISO 8601
    overrides: Mapping[str, str] = field(default_factory=dict)  # id → reason


def take(folder: Path, exchange: Exchange, plain: Document | None, language: str, signature: Signature) -> Taking:
    """Record what can be approved of a file in the memory; tell of the rest why not.

    `plain` is the document as it reads now; None for a file that is of no document (TMX). Raises UsageError for a name
    or date that cannot be recorded, or an override of a sentence the file lacks; OutputError.
    """
    unknown = sorted(signature.overrides.keys() - {unit.id for unit in exchange.units})
    if unknown:
        raise UsageError(f"the file has no sentence {unknown[0]}.", "Name ids of the file with --override.")
    approving.check_reviewer(signature.reviewer)
    approving.day_of(signature.date)
    result = Taking()
    segments = None if plain is None else dict(_segments(plain, language))
    before = memory.load(folder, language)
    offered: dict[str, Approval] = {}
    repeated = {id for id, count in Counter(unit.id for unit in exchange.units).items() if count > 1}
    result.declined += [Declined(id, ("its id stands in the file more than once",)) for id in sorted(repeated)]
    found_again: list[Approval] = []
    for unit in exchange.units:
        if unit.id in repeated:
            continue
        if not unit.is_approved:
            result.left[unit.id] = unit.state
            continue
        try:
            approval = _approval(unit, segments, plain, language, signature)
        except _DeclinedError as why:
            result.declined.append(Declined(unit.id, why.reasons))
            continue
        known = before.get(approval.source)
        if known is not None and _is_known(approval, known):
            result.known.append(unit.id)
            if not set(approval.places) <= set(known.places):
                found_again.append(replace(known, places=approval.places))
        else:
            offered[unit.id] = approval
    _decline_contradictions(offered, result)
    for id, approval in list(offered.items()):
        for refusal in refusals([approval]):
            result.declined.append(Declined(id, refusal.reasons))
            del offered[id]
    if offered or found_again:
        kept = approving.record(folder, [*offered.values(), *found_again])
        result.taken = dict(zip(offered, kept, strict=False))
    return result


class _DeclinedError(Exception):
    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons = reasons


def _segments(plain: Document, language: str) -> list[tuple[str, Segment]]:
    return [(segment.id, segment) for _, segment in translation.translatable(plain, language)]


def _approval(
    unit: Unit, segments: Mapping[str, Segment] | None, plain: Document | None, language: str, signature: Signature
) -> Approval:
    """The approval a unit asks for. Raises _DeclinedError where it cannot be one, whatever the gate says."""
    for side, what in ((unit.source, "source"), (unit.target, "translation")):
        if side.trouble:
            raise _DeclinedError(f"its {what} holds {side.trouble}")
    source, numbers, kinds = unit.source.text, unit.source.numbers, dict[int, str]()
    places: tuple[Place, ...] = ()
    if segments is not None and plain is not None:
        segment = segments.get(unit.id)
        if segment is None:
            raise _DeclinedError("the document has no such sentence")
        source, codes = coded(segment, segment.marks)
        if flat(for_xml(source)) != unit.source.text:
            raise _DeclinedError(f"its source has changed: the document now says “{source}”")
        kinds = {code.number: code.kind for code in codes}
        numbers = tuple(sorted(code.number for code in nested(codes)))
        places = (Place(plain.id, unit.id),)
    if not unit.target.text:
        raise _DeclinedError("it has no translation")
    if sorted(unit.target.numbers) != sorted(numbers):
        lacks = sorted(set(numbers) - set(unit.target.numbers))
        more = sorted(set(unit.target.numbers) - set(numbers))
        told = [f"{word} {', '.join(str(n + 1) for n in which)}" for word, which in (("lacks", lacks), ("adds", more))
                if which]  # fmt: skip
        raise _DeclinedError(f"its links and emphasis are not those of the source: it {' and '.join(told)}")
    codes = tuple(InlineCode(number, kinds.get(number, ""), start, end) for number, start, end in unit.target.codes)
    approval = Approval(
        language,
        source,
        unit.target.text,
        signature.reviewer,
        signature.date,
        "",
        signature.overrides.get(unit.id, ""),
        places,
        codes,
    )
    try:
        return approving.checked(approval)
    except PlainleafError as error:
        raise _DeclinedError(error.message) from error


def _is_known(approval: Approval, before: Approval) -> bool:
    """Whether exactly this was approved before, by a person who is named: it stays theirs."""
    if not before.holds or before.reviewer is None or before.target != approval.target:
        return False
    ours, theirs = ([(code.number, code.start, code.end) for code in one.codes] for one in (approval, before))
    return ours == theirs


def _decline_contradictions(offered: dict[str, Approval], result: Taking) -> None:
    """One sentence with two translations: which of them is meant, a person must say."""
    same: dict[str, list[str]] = defaultdict(list)
    for id, approval in offered.items():
        same[approval.source].append(id)
    for ids in same.values():
        if len({(offered[id].target, offered[id].codes) for id in ids}) > 1:
            for id in ids:
                others = ", ".join(other for other in ids if other != id)
                result.declined.append(Declined(id, (f"the same sentence is translated otherwise in {others}",)))
                del offered[id]


def override(given: Sequence[str]) -> dict[str, str]:
    """Values of --override, "id=reason", as a table. Raises UsageError."""
    table: dict[str, str] = {}
    for value in given:
        id, sign, reason = value.partition("=")
        if not sign or not id.strip() or not reason.strip():
            raise UsageError(f"--override {value!r} has no id or no reason.", 'Write it as --override "id=reason".')
        table[id.strip()] = flat(reason)
    return table
