"""Whether everything a patient depends on was carried from one edition into another, sentence by sentence."""

from __future__ import annotations

from collections import defaultdict

from pipeline import facts
from pipeline.document import COPY, Document, Segment, State
from pipeline.findings import Finding, Where, finding


def carried(source: Document, target: Document) -> tuple[Finding, ...]:
    """Hold each sentence of `source` against all that was made from it in `target`.

    Sentences pair up by `origin`. Text the target added and says so (a definition) is not held against its
    sentence. A refused sentence is its own source. A sentence nothing was made from is an error. A copy that became
    what its sentence became is not held against it a second time.
    """
    made: dict[str, list[Segment]] = defaultdict(list)
    for segment in target.segments():
        made[segment.origin or segment.id].append(segment)
    found: list[Finding] = []
    seen: set[tuple[str, str]] = set()
    for segment in sorted(source.segments(), key=lambda segment: segment.note == COPY):
        where = Where(target.source.path, segment=segment.id, language=target.language)
        ours = [s for s in made[segment.id] if segment.note or not s.note]
        if segment.text.strip() and not ours:
            found.append(finding("facts.lost", "A sentence of the source is missing.", where))
        elif all(s.state is not State.REFUSED for s in ours):
            text = " ".join(s.text for s in ours)
            if segment.note == COPY and (segment.text, text) in seen:
                continue
            seen.add((segment.text, text))
            if segment.language is not None and text == segment.text:
                continue  # of another language than the document's: it stays as it is
            violations = facts.compare(segment.text, text, source.language, target.language)
            found += (facts.to_finding(violation, where) for violation in violations)
    return tuple(found)
