"""Review of translations: what a named person approved, what waits for one, and the files translators' tools read.

    from pipeline.review import Reviewer, approve, load
    approve(memory, "es", "Rest.", "Descanse.", Reviewer("A. Ruiz", "certified translator"), "2026-03-01")
    load(memory, "es")["Rest."].holds            # True: exactly these words were signed

The memory is a folder with one TMX file a language. A build asks it first: a reviewed sentence is never written over.
`Sheet` is one document in one language as its reviewer sees it: a row for each sentence.
"""

from __future__ import annotations

from pipeline.review.approving import Refusal, approve, record, refusals
from pipeline.review.exporting import FORMATS
from pipeline.review.sheet import Row, Sheet, Standing, sheet
from pipeline.review.terms import Term
from pipeline.translate.approvals import Approval, Place, Reviewer, digest
from pipeline.translate.engine import InlineCode
from pipeline.translate.memory import file, load

__all__ = [
    "FORMATS",
    "Approval",
    "InlineCode",
    "Place",
    "Refusal",
    "Reviewer",
    "Row",
    "Sheet",
    "Standing",
    "Term",
    "approve",
    "digest",
    "file",
    "load",
    "record",
    "refusals",
    "sheet",
]
