"""What this page says: three to five of its own sentences, as they stand.

A sentence is chosen by its weight (`ranking.py`), first one from each section, then more; none that shares most of its
words with one chosen before. It must be able to stand alone: never one that leans on another or that the next one takes
back, none under a heading that is a condition, none that tells the reader to do something, and none with a dose, a time
or a number to call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline import facts
from pipeline.clauses import main_verb
from pipeline.document import Block, BlockKind, Section, Segment
from pipeline.simplify.page import help as getting_help
from pipeline.simplify.page import ranking
from pipeline.simplify.page.copies import Copies
from pipeline.simplify.page.leaning import leans, takes_back
from pipeline.simplify.page.orders import orders
from pipeline.simplify.page.page import Page, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PREFIX = "page-summary"
FEWEST, MOST = 3, 5
_A_SENTENCE_FOR = 10  # sentences of the page
_SHORTEST, _LONGEST = 5, 28  # words of a sentence
_LIKE = 0.5  # of the words of the shorter one: says the same
_LEFT_OUT = frozenset({"dose", "unit", "frequency", "phone", "link", "code", "date", "time"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


@dataclass(frozen=True, slots=True)
class _Sentence:
    segment: Segment
    section: str
    ranked: ranking.Ranked
    is_candidate: bool


def make(page: Page) -> tuple[Block, ...]:
    """A list of the sentences, in the order of the page; nothing where it is short or few sentences stand alone."""
    sentences = list(_sentences(page))
    number = min(MOST, len(sentences) // _A_SENTENCE_FOR + FEWEST - 1)
    chosen = _chosen(sentences, number) if len(sentences) >= _A_SENTENCE_FOR else []
    copies = Copies(_PREFIX)
    for sentence in chosen if len(chosen) >= FEWEST else []:
        copies.item([sentence.segment])
    return tuple(copies.blocks)


def _chosen(sentences: Sequence[_Sentence], number: int) -> list[_Sentence]:
    weighed = zip(ranking.weights([sentence.ranked for sentence in sentences]), range(len(sentences)), strict=True)
    order = [at for weight, at in sorted(weighed, key=lambda one: (-one[0], one[1])) if sentences[at].is_candidate]
    chosen: list[int] = []
    for fresh_sections_only in (True, False):
        for at in order:
            sections = {sentences[one].section for one in chosen}
            if len(chosen) == number or at in chosen or (fresh_sections_only and sentences[at].section in sections):
                continue
            if not any(_alike(sentences[at].ranked.words, sentences[one].ranked.words) for one in chosen):
                chosen.append(at)
    return [sentences[at] for at in sorted(chosen)]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > _LIKE * min(len(one), len(other))


def _sentences(page: Page) -> Iterator[_Sentence]:
    """Every sentence of the body, with whether it may be chosen."""
    title = _content(page.parse(page.document.title.text))
    for path in page.sections():
        section = path[-1]
        holds_always = not any(_is_conditional(one) for one in path)
        heading = title | (frozenset() if section.heading is None else _content(page.parse(section.heading.text)))
        is_first = True
        for block in section.body():
            for unit in block.units:
                own = [segment for segment in unit.segments if segment.note is None and segment.language is None]
                docs = [page.parse(segment.text) for segment in own]
                for at, segment in enumerate(own):
                    before = docs[at - 1] if at else None
                    after = docs[at + 1] if at + 1 < len(docs) else None
                    fits = block.kind is BlockKind.PARAGRAPH and holds_always and section.heading is not None
                    ranked = ranking.Ranked(_content(docs[at]), heading, is_first, at == 0)
                    candidate = fits and _stands_alone(page, docs[at], before, after) and _is_known(docs[at], heading)
                    yield _Sentence(segment, section.id, ranked, candidate)
                    is_first = False


def _stands_alone(page: Page, doc: Doc, before: Doc | None, after: Doc | None) -> bool:
    text = doc.text.strip()
    count = sum(1 for token in doc if token.is_alpha)
    if not text.endswith(".") or not _SHORTEST <= count <= _LONGEST or main_verb(doc) is None:
        return False
    if (
        leans(doc, before)
        or (after is not None and takes_back(after))
        or orders(doc)
        or getting_help.is_help(page, text)
    ):
        return False
    if any(token.lower_ in words("leaning", "pointing") for token in doc):
        return False
    return not any(fact.kind in _LEFT_OUT for fact in facts.extract(text, "en"))


def _is_known(doc: Doc, heading: frozenset[str]) -> bool:
    """Whether what it begins with is not "the" something that only the text before has named."""
    if doc[0].lower_ != "the":
        return True
    return next((token.lemma_.lower() for token in doc if token.pos_ in {"NOUN", "PROPN"}), "") in heading


def _is_conditional(section: Section) -> bool:
    """Whether a heading says when what stands below it holds ("If you miss a dose", "Red zone: below 50 percent")."""
    heading = "" if section.heading is None else section.heading.text.lower()
    found = re.findall(r"[a-z]+|\d", heading)
    if any(word.isdigit() or word in words("summary", "conditional_headings") for word in found):
        return True
    return bool(found) and found[0] in words("summary", "conditional_openings")


def _content(doc: Doc) -> frozenset[str]:
    return frozenset(token.lemma_.lower() for token in doc if token.pos_ in _CONTENT and not token.is_stop)
