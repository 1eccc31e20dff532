"""words.undefined-term: a medical term that the text uses and does not explain. Data: `data/known_terms.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from pipeline.check.subject import Sentence, Subject
from pipeline.check.words.context import in_context, questions
from pipeline.check.words.explained import explains
from pipeline.check.words.initialisms import Initialism, initialisms
from pipeline.check.words.names import is_name
from pipeline.findings import Finding
from pipeline.glossary.entries import Entry, Treatment
from pipeline.glossary.lookup import Found, lookup

_INITIALS_BEHIND = re.compile(r"s? ?\(([A-Z][A-Za-z&]*[A-Z]\d?)s?[);,]")
_INITIALS_BEFORE = re.compile(r"([A-Z][A-Za-z&]*[A-Z]\d?)s? ?\((?:or |an? |the )?$")
_LONGEST = 16  # characters looked at before a term


def check(subject: Subject) -> Iterator[Finding]:
    """Each term a glossary defines, at its first use in body text, if the text explains it nowhere. English only."""
    if subject.language != "en":
        return
    find = lookup(subject.glossary()).find
    first: dict[tuple[str, str], tuple[Sentence, Found]] = {}
    explained = {found.entry.thing for heading in questions(subject) for found in find(heading)}
    initials: dict[str, tuple[str, str]] = {}  # "COPD" → what is said of the term that it stands for
    told: set[str] = set()  # initials that a sentence explains
    for passage in in_context(subject):
        text, sentence = passage.text, passage.sentence
        told |= {found.letters for found in initialisms(text) if _is_told(text, found)}
        for found in find(text):
            if _is_reported(found.entry):
                thing = found.entry.thing
                initials |= dict.fromkeys(_initials_beside(text, found.start, found.end), thing)
                if not is_name(text, found.start, found.end):
                    first.setdefault(thing, (sentence, found))
                if explains(text, found.start, found.end, passage.following):
                    explained.add(thing)
    explained |= {thing for letters, thing in initials.items() if letters in told}
    for thing, (sentence, found) in first.items():
        if thing in explained:
            continue
        written = sentence.segment.text[found.start : found.end]
        yield subject.found(
            "words.undefined-term",
            sentence.section,
            sentence.segment,
            f"“{written}” is a medical term, and nothing in the text says what it means.",
            f"Explain it at its first use, for instance: “{found.entry.definition}”",
            part=(found.start, found.end),
        )


def _initials_beside(text: str, start: int, end: int) -> tuple[str, ...]:
    """The initialism in brackets behind the term, or before a term in brackets."""
    behind, before = _INITIALS_BEHIND.match(text, end), _INITIALS_BEFORE.search(text[max(0, start - _LONGEST) : start])
    return tuple(match[1] for match in (behind, before) if match is not None)


def _is_told(text: str, found: Initialism) -> bool:
    """Whether the sentence says what an initialism is; its long form before the bracket it stands in does not."""
    return text[found.start - 1 : found.start] != "(" and explains(text, found.start, found.end)


def _is_reported(entry: Entry) -> bool:
    """Whether an entry defines a medical term; initialisms have a check of their own."""
    return entry.treatment is Treatment.DEFINE and not entry.term.isupper() and entry.term not in _let_pass()


@cache
def _let_pass() -> frozenset[str]:
    rows = tomllib.loads(files("pipeline.check").joinpath("data/known_terms.toml").read_text("utf-8"))
    return frozenset(term for row in rows.values() for term in row)
