"""alt.untranslated and alt.language: an alt text that is not in the language of its edition."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Subject, pictures, root
from pipeline.document import Segment, State
from pipeline.findings import Finding
from pipeline.score.language import function_words, letters_of

_SURE = 2  # function words of another language, and none of the edition's own


def check(subject: Subject) -> Iterator[Finding]:
    """A refused alt text keeps its source's words, and says so: it is not reported here."""
    before = _origin_alts(subject)
    for picture in subject.pictures():
        alt = picture.image.alt
        if alt is None or alt.state is State.REFUSED or not picture.alt:
            continue
        guess = guess_language(picture.alt, root(alt.language) if alt.language else subject.language)
        if _is_copied(alt, before.get(picture.block.id)):
            yield subject.at_alt(
                "alt.untranslated",
                picture,
                "its alt text is the same as before translation.",
                "Translate it, unless it is a name that stays as it is.",
            )
        elif guess:
            yield subject.at_alt(
                "alt.language",
                picture,
                f"its alt text looks like {guess}, in an edition in {subject.document.language}.",
                "Put it into the language of the edition.",
            )


def guess_language(text: str, expected: str) -> str:
    """The language a text is in by its small words, where that is surely not the expected one; else empty."""
    rows = function_words()
    if expected not in rows:
        return ""
    found = letters_of(text)
    if any(word in rows[expected] for word in found):
        return ""
    hits = {language: sum(word in row for word in found) for language, row in rows.items()}
    best = max(hits, key=lambda language: hits[language])
    return best if hits[best] >= _SURE else ""


def _origin_alts(subject: Subject) -> dict[str, Segment]:
    if not subject.is_translation or subject.origin is None:
        return {}
    return {p.block.id: p.image.alt for p in pictures(subject.origin.document) if p.image.alt is not None}


def _is_copied(alt: Segment, before: Segment | None) -> bool:
    """Same words as in the origin, and words they are: not only figures and initialisms ("MRI 3T")."""
    if before is None or alt.text.strip() != before.text.strip():
        return False
    return any(c.islower() for c in alt.text)
