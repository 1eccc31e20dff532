"""What is left of a file's findings once the settings and the remarks in its text have had their say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.check import ignores, policy
from pipeline.check.ignores import Parted

if TYPE_CHECKING:
    from pipeline import settings
    from pipeline.document import Document
    from pipeline.findings import Finding
    from pipeline.read.remarks import Remark


def judge(
    findings: Iterable[Finding],
    limits: settings.Limits,
    remarks: Sequence[Remark],
    document: Document,
    text: str,
    codes: Collection[str],
) -> Parted:
    """The findings kept and those ignored, of a file that was read as `document` from `text`.

    `codes` are those that were looked for. What is said of the ignores themselves obeys the settings too.
    """
    parted = ignores.apply(policy.apply(findings, limits), remarks, document, text, codes)
    return Parted(policy.apply(parted.kept, limits), parted.ignored)
