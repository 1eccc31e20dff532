"""words.plainer: a word or set phrase that has a plainer wording."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Sentence, Subject
from pipeline.check.words.context import in_context
from pipeline.check.words.explained import explains
from pipeline.check.words.names import is_name
from pipeline.findings import Finding
from pipeline.glossary.entries import Treatment
from pipeline.glossary.lookup import Found, lookup


def check(subject: Subject) -> Iterator[Finding]:
    """Each term a glossary replaces, once a section, unless the text explains it. English only."""
    if subject.language != "en":
        return
    find = lookup(subject.glossary()).find
    uses: dict[tuple[str, str], tuple[Sentence, Found]] = {}
    explained: set[str] = set()
    for passage in in_context(subject):
        text, sentence = passage.text, passage.sentence
        for found in find(text):
            if found.entry.treatment is Treatment.REPLACE and not is_name(text, found.start, found.end):
                uses.setdefault((sentence.section.id, found.entry.term), (sentence, found))
                if explains(text, found.start, found.end, passage.following):
                    explained.add(found.entry.term)
    for (_, term), (sentence, found) in uses.items():
        if term in explained:
            continue
        written = sentence.segment.text[found.start : found.end]
        yield subject.found(
            "words.plainer",
            sentence.section,
            sentence.segment,
            f"“{written}” can be said in plainer words.",
            f"Write “{found.entry.plain}”, in the form that fits the sentence.",
            part=(found.start, found.end),
        )
