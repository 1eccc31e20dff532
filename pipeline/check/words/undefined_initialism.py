"""words.undefined-initialism: initials that nothing has written out."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Sentence, Subject
from pipeline.check.words.context import InContext, in_context, questions
from pipeline.check.words.explained import explains
from pipeline.check.words.initialisms import Initialism, initialisms, meaning_in_doses
from pipeline.check.words.spelled_out import is_spelled_out
from pipeline.findings import Finding
from pipeline.glossary.entries import Treatment


def check(subject: Subject) -> Iterator[Finding]:
    """Each initialism at its first use in body text, unless it is written out or explained there. English only."""
    if subject.language != "en":
        return
    first: dict[str, tuple[Sentence, Initialism]] = {}
    following: dict[str, str] = {}  # the segment behind the first use
    explained: dict[str, Sentence] = {}
    asked = {found.letters for heading in questions(subject) for found in initialisms(heading)}
    for passage in in_context(subject):
        text, sentence = passage.text, passage.sentence
        for found in initialisms(text):
            if found.letters not in first:
                first[found.letters] = (sentence, found)
                following[found.letters] = passage.following_id
                if _is_spelled_out(found.letters, passage):
                    explained[found.letters] = sentence
            if explains(text, found.start, found.end, passage.following):
                explained.setdefault(found.letters, sentence)
                if text[found.start - 1 : found.start] != "(" and sentence.segment.id == following[found.letters]:
                    explained[found.letters] = first[found.letters][0]  # "You will have a PICC. A PICC is a thin tube."
    for letters, (sentence, found) in first.items():
        later = explained.get(letters)
        if letters in asked or (later is not None and later.segment.id == sentence.segment.id):
            continue
        where = "nothing says what it is" if later is None else f"only a later place explains it{_at(subject, later)}"
        yield subject.found(
            "words.undefined-initialism",
            sentence.section,
            sentence.segment,
            f"“{letters}” stands here for the first time, and {where}.",
            _hint(subject, letters),
            part=(found.start, found.end),
        )


def _is_spelled_out(letters: str, passage: InContext) -> bool:
    """Whether the sentence or one beside it has the words; "body mass index (BMI)" behind the first use is too late."""
    late = f"({letters}" in passage.following
    return is_spelled_out(letters, (passage.preceding, passage.text, "" if late else passage.following))


def _at(subject: Subject, sentence: Sentence) -> str:
    place = subject.place(sentence.segment.span)
    return f" (line {place[0]})" if place else ""


def _hint(subject: Subject, letters: str) -> str:
    in_doses = meaning_in_doses(letters)
    if in_doses is not None:
        return f"Write it out each time: beside an amount, “{letters}” is read as “{in_doses}”."
    for entry in subject.glossary().entries:
        if entry.term == letters and entry.treatment is Treatment.EXPAND:
            return f"Write it out at its first use: “{entry.plain} ({letters})”."
        if entry.term == letters and entry.definition:
            return f"Say what it is at its first use: “{entry.definition}”"
    return f"Write it out at its first use, with “({letters})” behind it, or say what it is."
