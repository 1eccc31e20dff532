"""Terms explained where a reader first meets them: definitions as sentences of their own, initials written out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from pipeline.clauses import main_verb
from pipeline.document import Edit, Segment
from pipeline.simplify import gate, lexical
from pipeline.simplify.define import DEFINE, EXPAND, FirstUses, as_spelled
from pipeline.simplify.grammar import words
from pipeline.simplify.marks import carry
from pipeline.simplify.match import Match
from pipeline.simplify.rewrite import Rewriter
from pipeline.simplify.verb_form import is_order

DEFINITION = "definition"
PER_UNIT = 2  # definitions in a paragraph or list item; the other terms get theirs at a later use
PER_SECTION = 4


class Explainer:
    """What one document has explained so far, and the edits that did it."""

    def __init__(self, rewriter: Rewriter, texts: Iterable[str], disable: Collection[str]) -> None:
        self._rewriter = rewriter
        self._uses = FirstUses("\n".join(texts).casefold())
        self._disable = disable
        self._room = PER_SECTION
        self.edits: list[Edit] = []

    def begin_section(self) -> None:
        """A new section has room for definitions again."""
        self._room = PER_SECTION

    def explain(self, segments: list[Segment]) -> list[Segment]:
        """A unit's plain segments, with initials written out and definitions added."""
        if EXPAND not in self._disable:
            segments = [segment if _is_left(segment) else self._expanded(segment) for segment in segments]
        return segments if DEFINE in self._disable else self._defined(segments)

    def _expanded(self, segment: Segment) -> Segment:
        matches = self._rewriter.matches(segment.text)
        kept: list[lexical.Change] = []
        plain = segment
        for change in self._uses.expansions(self._rewriter.parse(segment.text), matches):
            text = lexical.apply(segment.text, [*kept, change])
            marks = carry(segment.text, segment.marks, [text])
            refusal = gate.facts_kept(segment.text, text) or (None if marks else "a link would be lost")
            reason = refusal or "Initials are written out at their first use."
            before, term = change.before(segment.text), change.entry.term
            self._record(segment, EXPAND, before, change.text, reason, term, applied=refusal is None)
            if marks and refusal is None:
                kept.append(change)
                plain = replace(segment, text=text, marks=marks[0])
        return plain

    def _defined(self, segments: list[Segment]) -> list[Segment]:
        """A definition follows its sentence and those that lean on it ("It …", "This …"), one for each such group."""
        room = min(self._room, PER_UNIT - sum(1 for segment in segments if segment.note == DEFINITION))
        result: list[Segment] = []
        group: list[Segment] = []
        for at, segment in enumerate(segments):
            result.append(segment)
            if _is_left(segment):
                continue
            group.append(segment)
            following = segments[at + 1] if at + 1 < len(segments) else None
            if following is not None and _leans(following):
                continue
            if room > 0 and (following is None or following.note is None) and self._ends_like_prose(segment):
                added = self._definition(group)
                result += added
                room -= len(added)
                self._room -= len(added)
            group = []
        return result

    def _definition(self, group: list[Segment]) -> list[Segment]:
        for segment in group:
            match = self._uses.definition(self._rewriter.matches(segment.text))
            if match is not None:
                return [self._added(segment, match)]
        return []

    def _added(self, segment: Segment, match: Match) -> Segment:
        entry = match.entry
        text = as_spelled(entry, match.span(self._rewriter.parse(segment.text)).text)
        added = Segment(f"{segment.id}.definition", text, origin=segment.origin, note=DEFINITION)
        reason = "The term is explained where it is first used."
        self._record(replace(segment, id=added.id), DEFINE, entry.term, text, reason, entry.term)
        return added

    def _ends_like_prose(self, segment: Segment) -> bool:
        """A full sentence, an order too: a list item of two words takes no definition."""
        text = segment.text.rstrip()
        doc = self._rewriter.parse(text)
        return text.endswith((".", "!", "?")) and (main_verb(doc) is not None or is_order(doc))

    def _record(
        self, segment: Segment, rule: str, before: str, after: str, reason: str, entry: str, *, applied: bool = True
    ) -> None:
        self.edits.append(Edit(segment.id, segment.origin or segment.id, rule, before, after, reason, entry, applied))


def _is_left(segment: Segment) -> bool:
    """Whether nothing is explained in it: a definition, or a sentence in another language."""
    return segment.note is not None or segment.language is not None


def _leans(segment: Segment) -> bool:
    """Whether it begins with a word that points back, so that nothing may stand between."""
    first = segment.text.split(maxsplit=1)[:1]
    return segment.note is None and bool(first) and first[0].strip(",").lower() in words("leaning")
