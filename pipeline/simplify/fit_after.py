"""Whether the words behind a term would go on as well behind its plain wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.glossary.entries import Pos
from pipeline.simplify.grammar import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.simplify.match import Match


def makes_phrasal_verb(doc: Doc, match: Match) -> bool:
    """Whether verb and preposition would mean something of their own: "migrated on", but not "moved on"."""
    if match.entry.pos is not Pos.VERB or match.end >= len(doc):
        return False
    last = match.entry.plain.split()[-1]
    following = doc[match.end].lower_
    return last in words("phrasal") and following in words("particle") and following != "over"  # "fell over time"


def leaves_preposition(doc: Doc, match: Match) -> bool:
    """Whether a second preposition stays that only the term took: "linked to rest, but not with work"."""
    given = _preposition(doc, match)
    if given is None or match.entry.plain.split()[-1] == given:
        return False
    behind = doc[match.end + (given in match.entry.frame) :]
    return any(t.lower_ == given and t.i and t.nbor(-1).lower_ in words("rejoining") for t in behind)


def _preposition(doc: Doc, match: Match) -> str | None:
    """The preposition that the term ends in or, by its frame, takes and loses."""
    last = doc[match.end - 1]
    if match.end - match.start > 1 and last.lower_ in words("preposition"):
        return last.lower_
    following = doc[match.end].lower_ if match.end < len(doc) else ""
    frame = match.entry.frame
    return following if following in frame and frame[following] != following else None
