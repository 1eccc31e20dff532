"""The sentences of an edition with their parses, and what every grammar check asks of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.check.subject import Sentence, Subject
from pipeline.clauses import auxiliaries, subject_of
from pipeline.findings import Finding

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ENGLISH = "en"
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|(?<!\w)‘[^‘’]*’(?!\w)")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence of body text with its parse."""

    sentence: Sentence
    doc: Doc
    quoted: tuple[tuple[int, int], ...]  # ranges of characters in quotation marks or set as code

    def is_quoted(self, token: Token) -> bool:
        """Whether the words are somebody else's, or no words at all."""
        return any(start <= token.idx < end for start, end in self.quoted)

    def found(
        self, subject: Subject, code: str, tokens: Iterable[Token], message: str, hint: str, value: float | None = None
    ) -> Finding:
        """A finding about everything from the first of the tokens to the last."""
        place = sorted(tokens, key=lambda token: token.i)
        part = (place[0].idx, place[-1].idx + len(place[-1]))
        where = self.sentence
        return subject.found(code, where.section, where.segment, message, hint, part=part, value=value)


def parsed(subject: Subject) -> Iterator[Parsed]:
    """Every scored English sentence, in reading order; none of another language. Raises EngineMissingError.

    All are parsed in one batch, when the first check of a run asks. Sentences in capitals are left out: the parser
    takes their words for names.
    """
    if subject.language != _ENGLISH:
        return
    sentences = [s for s in subject.sentences if not s.segment.text.isupper()]
    if not sentences:
        return
    subject.parser.prepare(s.segment.text for s in sentences)
    for sentence in sentences:
        text, marks = sentence.segment.text, sentence.segment.marks
        code = [(mark.start, mark.end) for mark in marks if mark.kind == "code"]
        quoted = tuple([(m.start(), m.end()) for m in _QUOTED.finditer(text)] + code)
        yield Parsed(sentence, subject.parser(text), quoted)


def is_denied(verb: Token) -> bool:
    """Whether "not" or "never" belongs to the verb."""
    return any(child.dep_ == "neg" for child in verb.children)


def is_order(verb: Token) -> bool:
    """Whether the verb is an order: base form, no subject, no auxiliary but "do"."""
    helpers = auxiliaries(verb)
    return (
        verb.tag_ in {"VB", "VBP"}
        and verb.dep_ == "ROOT"
        and subject_of(verb) is None
        and all(helper.lower_ == "do" for helper in helpers)
    )
